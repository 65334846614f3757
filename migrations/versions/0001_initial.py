"""The books (contact, leg, offer, agent), the facts, the lease and the company file."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None
oldest_code = "0001"

_CONTACT = """
CREATE TABLE contact (
    floor text NOT NULL,
    id text GENERATED ALWAYS AS (record->>'id') STORED NOT NULL,
    leg text GENERATED ALWAYS AS (record->>'leg') STORED NOT NULL,
    did text GENERATED ALWAYS AS (record->>'did') STORED NOT NULL,
    caller text GENERATED ALWAYS AS (record->>'caller') STORED,
    medium text GENERATED ALWAYS AS (record->>'medium') STORED NOT NULL,
    arrived_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->>'arrived_at')::double precision)) STORED NOT NULL,
    policy_version integer GENERATED ALWAYS AS ((record->>'policy_version')::integer) STORED NOT NULL,
    journey text GENERATED ALWAYS AS (record->'journey'->>'type') STORED NOT NULL,
    place text GENERATED ALWAYS AS (record->'place'->>'type') STORED NOT NULL,
    queue text GENERATED ALWAYS AS (record->'place'->>'queue') STORED,
    queued_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->'place'->>'since')::double precision)) STORED,
    order_key double precision GENERATED ALWAYS AS ((record->'place'->>'order_key')::double precision) STORED,
    answered_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->'place'->>'answered_at')::double precision)) STORED,
    talk text GENERATED ALWAYS AS (record->'talk'->>'type') STORED NOT NULL,
    agent text GENERATED ALWAYS AS (record->'talk'->>'agent') STORED,
    callback text GENERATED ALWAYS AS (record->'callback'->>'type') STORED NOT NULL,
    message text GENERATED ALWAYS AS (record->'message'->>'type') STORED NOT NULL,
    note text GENERATED ALWAYS AS (record->'note'->>'type') STORED,
    ended_at timestamptz GENERATED ALWAYS AS (to_timestamp((record->'life'->>'at')::double precision)) STORED,
    ending text GENERATED ALWAYS AS (record->'life'->>'ending') STORED,
    record jsonb NOT NULL,
    CONSTRAINT contact_pkey PRIMARY KEY (floor, id),
    CONSTRAINT contact_journey_known CHECK (journey IN ('speaking', 'listening', 'dictating', 'travelled')),
    CONSTRAINT contact_place_known CHECK (place IN ('nowhere', 'queued', 'served')),
    CONSTRAINT contact_talk_known CHECK (
        talk IN ('silent', 'deciding', 'fetching', 'briefed', 'joining', 'talking', 'over')
    ),
    CONSTRAINT contact_callback_known CHECK (
        callback IN (
            'on_the_line', 'agreed', 'scheduled', 'resting', 'due', 'dialled', 'picked_up', 'reached',
            'closed'
        )
    ),
    CONSTRAINT contact_message_known CHECK (
        message IN ('none', 'invited', 'recording', 'kept', 'listened', 'settled')
    ),
    CONSTRAINT contact_life_known CHECK ((ended_at IS NULL) = (record->'life'->>'type' = 'live'))
) WITH (fillfactor = 70);
CREATE INDEX contact_arrivals ON contact (floor, arrived_at);
CREATE INDEX contact_live ON contact (floor, arrived_at) WHERE ended_at IS NULL;
CREATE INDEX contact_spoken ON contact (floor, ended_at) WHERE message = 'settled' OR note = 'noted';
COMMENT ON TABLE contact IS
    'One row per contact: one piece of work from one customer. Ended ones stay for reports.';
COMMENT ON COLUMN contact.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN contact.id IS 'Minted by the engine: c<epoch>-<number>.';
COMMENT ON COLUMN contact.leg IS 'The caller''s leg: Asterisk''s channel id.';
COMMENT ON COLUMN contact.did IS 'The number that was called.';
COMMENT ON COLUMN contact.caller IS 'Number of the caller, personal data; null when withheld.';
COMMENT ON COLUMN contact.medium IS 'voice, later also callback, chat …';
COMMENT ON COLUMN contact.policy_version IS 'Version of the company file in force when it came.';
COMMENT ON COLUMN contact.journey IS 'Where it is in its flow: the kind of state.';
COMMENT ON COLUMN contact.place IS 'Where it stands: nowhere, queued or served.';
COMMENT ON COLUMN contact.queue IS 'The queue it waits in or was served from.';
COMMENT ON COLUMN contact.queued_at IS 'Entry into the queue.';
COMMENT ON COLUMN contact.order_key IS 'Seconds since 1970, less the credit; least is served first.';
COMMENT ON COLUMN contact.answered_at IS 'When an agent answered.';
COMMENT ON COLUMN contact.talk IS 'Who speaks with it: the kind of state.';
COMMENT ON COLUMN contact.agent IS 'Who speaks with it, or did.';
COMMENT ON COLUMN contact.callback IS 'How the customer is reached: on the line, or to be called back.';
COMMENT ON COLUMN contact.message IS
    'What was left instead of waiting: none, recording, kept in the line, settled …';
COMMENT ON COLUMN contact.note IS 'Whether the customer has said what it is about: noted.';
COMMENT ON COLUMN contact.ended_at IS 'Null while the customer is with us.';
COMMENT ON COLUMN contact.ending IS 'How it ended: served, abandoned …';
COMMENT ON COLUMN contact.record IS
    'The whole record as the engine knows it; all other columns but floor are derived from it.';
"""

_LEG = """
CREATE TABLE leg (
    floor text NOT NULL,
    id text GENERATED ALWAYS AS (record->>'id') STORED NOT NULL,
    contact text GENERATED ALWAYS AS (record->>'contact') STORED NOT NULL,
    side text GENERATED ALWAYS AS (record->>'side') STORED NOT NULL,
    state text GENERATED ALWAYS AS (record->'state'->>'type') STORED NOT NULL,
    asked_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->>'asked_at')::double precision)) STORED NOT NULL,
    answered_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->'state'->>'answered_at')::double precision)) STORED,
    agent text GENERATED ALWAYS AS (record->>'agent') STORED,
    offer text GENERATED ALWAYS AS (record->>'offer') STORED,
    phone text GENERATED ALWAYS AS (record->>'phone') STORED,
    cause integer GENERATED ALWAYS AS ((record->'state'->>'cause')::integer) STORED,
    gone boolean GENERATED ALWAYS AS (record->'state'->>'type' = 'gone') STORED NOT NULL,
    record jsonb NOT NULL,
    CONSTRAINT leg_pkey PRIMARY KEY (floor, id),
    CONSTRAINT leg_state_known CHECK (state IN (
        'asked', 'present', 'ringing', 'up', 'ending', 'passed_on', 'gone'
    ))
) WITH (fillfactor = 70);
CREATE INDEX leg_live ON leg (floor, contact) WHERE NOT gone;
COMMENT ON TABLE leg IS
    'One row per party''s channel of a contact, from the decision to make it until it is gone.';
COMMENT ON COLUMN leg.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN leg.id IS 'Channel id in Asterisk.';
COMMENT ON COLUMN leg.side IS 'caller or agent.';
COMMENT ON COLUMN leg.state IS 'asked, then present, ringing, up, ending or passed_on, gone.';
COMMENT ON COLUMN leg.asked_at IS 'When we decided to make it, or first saw it.';
COMMENT ON COLUMN leg.answered_at IS 'Only while it is up.';
COMMENT ON COLUMN leg.agent IS 'Whose phone; null on the caller''s side.';
COMMENT ON COLUMN leg.offer IS 'The offer it was made for; null on the caller''s side.';
COMMENT ON COLUMN leg.phone IS 'The desk phone; null on the caller''s side.';
COMMENT ON COLUMN leg.cause IS 'Q.850 cause of its end; null when nobody knows.';
COMMENT ON COLUMN leg.gone IS 'Nothing more is to be expected of it.';
COMMENT ON COLUMN leg.record IS
    'The whole record as the engine knows it; all other columns but floor are derived from it.';
"""

_OFFER = """
CREATE TABLE offer (
    floor text NOT NULL,
    id text GENERATED ALWAYS AS (record->>'id') STORED NOT NULL,
    contact text GENERATED ALWAYS AS (record->>'contact') STORED NOT NULL,
    agent text GENERATED ALWAYS AS (record->>'agent') STORED NOT NULL,
    phone text GENERATED ALWAYS AS (record->>'phone') STORED NOT NULL,
    leg text GENERATED ALWAYS AS (record->>'leg') STORED NOT NULL,
    queue text GENERATED ALWAYS AS (record->>'queue') STORED NOT NULL,
    state text GENERATED ALWAYS AS (record->'state'->>'type') STORED NOT NULL,
    opened_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->>'opened_at')::double precision)) STORED NOT NULL,
    closed_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->'state'->>'at')::double precision)) STORED,
    failure text GENERATED ALWAYS AS (record->'state'->>'failure') STORED,
    record jsonb NOT NULL,
    CONSTRAINT offer_pkey PRIMARY KEY (floor, id),
    CONSTRAINT offer_state_known CHECK (state IN (
        'opening', 'ringing', 'confirming', 'answered', 'failed', 'withdrawn'
    )),
    CONSTRAINT offer_closed_once_decided
        CHECK ((closed_at IS NULL) = (state IN ('opening', 'ringing', 'confirming')))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX offer_one_open_per_agent ON offer (floor, agent) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX offer_one_open_per_contact ON offer (floor, contact) WHERE closed_at IS NULL;
COMMENT ON TABLE offer IS
    'One row per attempt to bring a contact to an agent, with the reasons (record->''why'').';
COMMENT ON COLUMN offer.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN offer.id IS 'Minted by the engine: o<epoch>-<number>.';
COMMENT ON COLUMN offer.leg IS 'The leg to the agent''s phone.';
COMMENT ON COLUMN offer.state IS 'opening, ringing, confirming, answered, failed or withdrawn.';
COMMENT ON COLUMN offer.closed_at IS 'Null while it reserves the agent.';
COMMENT ON COLUMN offer.failure IS 'no_answer, rejected, busy, unreachable, do_not_disturb or forwarded.';
COMMENT ON COLUMN offer.record IS
    'The whole record as the engine knows it; all other columns but floor are derived from it.';
"""

_AGENT = """
CREATE TABLE agent (
    floor text NOT NULL,
    id text GENERATED ALWAYS AS (record->>'id') STORED NOT NULL,
    presence text GENERATED ALWAYS AS (record->'presence'->>'type') STORED NOT NULL,
    reason text GENERATED ALWAYS AS (record->'presence'->>'reason') STORED,
    phone text GENERATED ALWAYS AS (record->'presence'->>'phone') STORED,
    presence_since timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->'presence'->>'since')::double precision)) STORED NOT NULL,
    activity text GENERATED ALWAYS AS (record->'activity'->>'type') STORED NOT NULL,
    activity_since timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->'activity'->>'since')::double precision)) STORED NOT NULL,
    contact text GENERATED ALWAYS AS (record->'activity'->>'contact') STORED,
    offer text GENERATED ALWAYS AS (record->'activity'->>'offer') STORED,
    record jsonb NOT NULL,
    CONSTRAINT agent_pkey PRIMARY KEY (floor, id),
    CONSTRAINT agent_one_per_phone UNIQUE (floor, phone) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT agent_presence_known CHECK (presence IN ('logged_out', 'not_ready', 'ready')),
    CONSTRAINT agent_activity_known CHECK (activity IN ('idle', 'reserved', 'on_call', 'wrap_up'))
) WITH (fillfactor = 50);
COMMENT ON TABLE agent IS
    'One row per person who takes calls: presence, activity and desk phone as they are now.';
COMMENT ON COLUMN agent.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN agent.id IS 'As in the company file.';
COMMENT ON COLUMN agent.presence IS 'What the agent wants: logged_out, not_ready, ready.';
COMMENT ON COLUMN agent.reason IS 'Why not ready; RONA: missed calls.';
COMMENT ON COLUMN agent.phone IS 'Where logged in; null when logged out.';
COMMENT ON COLUMN agent.activity IS 'What the agent does: idle, reserved …';
COMMENT ON COLUMN agent.contact IS 'In a talk with, or in the work after it.';
COMMENT ON COLUMN agent.offer IS 'The open offer that reserves the agent.';
COMMENT ON COLUMN agent.record IS
    'The whole record as the engine knows it; all other columns but floor are derived from it.';
"""

_OVERLAY = """
CREATE TABLE overlay (
    floor text NOT NULL,
    id text GENERATED ALWAYS AS (record->>'id') STORED NOT NULL,
    kind text GENERATED ALWAYS AS (record->'edit'->>'type') STORED NOT NULL,
    agent text GENERATED ALWAYS AS (record->'edit'->>'agent') STORED,
    author text GENERATED ALWAYS AS (record->>'author') STORED NOT NULL,
    reason text GENERATED ALWAYS AS (record->>'reason') STORED NOT NULL,
    begins_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->>'begins_at')::double precision)) STORED NOT NULL,
    ends_at timestamptz GENERATED ALWAYS AS (to_timestamp((record->>'ends_at')::double precision)) STORED,
    state text GENERATED ALWAYS AS (record->'state'->>'type') STORED NOT NULL,
    record jsonb NOT NULL,
    CONSTRAINT overlay_pkey PRIMARY KEY (floor, id),
    CONSTRAINT overlay_state_known CHECK (state IN ('planned', 'in_force', 'past'))
);
COMMENT ON TABLE overlay IS
    'One row per change for a while, laid over the company file: an absence, an incident.';
COMMENT ON COLUMN overlay.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN overlay.id IS 'Minted by the engine: v<epoch>-<number>.';
COMMENT ON COLUMN overlay.kind IS 'absence or incident.';
COMMENT ON COLUMN overlay.agent IS 'Who is absent.';
COMMENT ON COLUMN overlay.author IS 'Who entered it.';
COMMENT ON COLUMN overlay.ends_at IS 'Null: until somebody takes it back.';
COMMENT ON COLUMN overlay.state IS 'planned, in_force or past.';
COMMENT ON COLUMN overlay.record IS
    'The whole record as the engine knows it; all other columns but floor are derived from it.';
CREATE INDEX overlay_live ON overlay (floor) WHERE state <> 'past';
"""

_EXPERIENCE = """
CREATE TABLE experience (
    floor text NOT NULL,
    id text GENERATED ALWAYS AS (record->>'id') STORED NOT NULL,
    put_down_at timestamptz
        GENERATED ALWAYS AS (to_timestamp((record->>'at')::double precision)) STORED NOT NULL,
    handled double precision GENERATED ALWAYS AS ((record->>'handled')::double precision) STORED NOT NULL,
    handled_s double precision GENERATED ALWAYS AS ((record->>'handled_s')::double precision) STORED NOT NULL,
    record jsonb NOT NULL,
    CONSTRAINT experience_pkey PRIMARY KEY (floor, id)
) WITH (fillfactor = 50);
COMMENT ON TABLE experience IS
    'One row per queue: what it has learnt about waiting, put down every half minute or so.';
COMMENT ON COLUMN experience.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN experience.id IS 'The queue, as in the company file.';
COMMENT ON COLUMN experience.handled IS 'Calls whose work has ended; older ones count less.';
COMMENT ON COLUMN experience.handled_s IS 'Their ringing, talk and wrap-up together, in seconds.';
COMMENT ON COLUMN experience.record IS
    'The whole record as the engine knows it; all other columns but floor are derived from it.';
"""

_FACT = """
CREATE TABLE fact (
    floor text NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    epoch bigint NOT NULL,
    commit_no bigint NOT NULL,
    at timestamptz GENERATED ALWAYS AS (to_timestamp((entry->>'at')::double precision)) STORED NOT NULL,
    contacts text[] NOT NULL,
    agents text[] NOT NULL,
    entry jsonb NOT NULL,
    CONSTRAINT fact_pkey PRIMARY KEY (floor, seq)
);
CREATE INDEX fact_at ON fact USING brin (at);
CREATE INDEX fact_contacts ON fact USING gin (contacts);
COMMENT ON TABLE fact IS
    'What the engine concluded, never changed afterwards. Stories, KPIs and webhooks are made of it.';
COMMENT ON COLUMN fact.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN fact.seq IS 'Order within a floor; gaps mean nothing. Cursors remember it.';
COMMENT ON COLUMN fact.epoch IS 'Leadership under which it was written.';
COMMENT ON COLUMN fact.commit_no IS 'The commit that wrote it.';
COMMENT ON COLUMN fact.contacts IS 'All contacts its facts speak of.';
COMMENT ON COLUMN fact.agents IS 'All agents its facts speak of.';
COMMENT ON COLUMN fact.entry IS 'What one message brought about: {at, facts: [{type, …}, …]}, in order.';
"""

_LEASE = """
CREATE TABLE lease (
    floor text NOT NULL,
    epoch bigint NOT NULL,
    commit_no bigint NOT NULL,
    holder text NOT NULL,
    backend_pid integer NOT NULL,
    backend_start timestamptz NOT NULL,
    process text,
    taken_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT lease_pkey PRIMARY KEY (floor),
    CONSTRAINT lease_counts_up CHECK (epoch > 0 AND commit_no >= 0)
) WITH (fillfactor = 10);
COMMENT ON TABLE lease IS
    'Who may write: one row per floor. Change it by hand and the running service stops.';
COMMENT ON COLUMN lease.epoch IS 'Raised each time the leadership is taken.';
COMMENT ON COLUMN lease.commit_no IS 'The last commit; each raises it by one, or fails.';
COMMENT ON COLUMN lease.holder IS 'Who leads, for people: host and process.';
COMMENT ON COLUMN lease.backend_pid IS 'Database session that holds the floor''s advisory lock.';
COMMENT ON COLUMN lease.backend_start IS 'Start of that session: process ids come again.';
COMMENT ON COLUMN lease.process IS
    'Which process leads: others on its machine see when it has ended. Null: it let go in order.';
"""

_POLICY = """
CREATE TABLE policy (
    floor text NOT NULL,
    version integer NOT NULL,
    company text NOT NULL,
    sha256 text NOT NULL,
    author text NOT NULL,
    applied_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT policy_pkey PRIMARY KEY (floor, version),
    CONSTRAINT policy_version_counts_up CHECK (version > 0)
);
COMMENT ON TABLE policy IS
    'Every version of the company file. Live contacts keep the version they arrived under.';
COMMENT ON COLUMN policy.floor IS 'The floor (site, tenant) whose engine owns the row.';
COMMENT ON COLUMN policy.version IS '1, 2, 3 … per floor; the greatest is in force.';
COMMENT ON COLUMN policy.company IS 'The company file, as it was applied.';
COMMENT ON COLUMN policy.sha256 IS 'Of the company file in UTF-8, in hex.';
COMMENT ON COLUMN policy.author IS 'Who applied it.';
"""

_SCHEMA_REVISION = """
CREATE TABLE schema_revision (
    revision text NOT NULL,
    oldest_code text NOT NULL,
    applied_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT schema_revision_pkey PRIMARY KEY (revision)
);
COMMENT ON TABLE schema_revision IS
    'The revisions that were applied. Code that is older than the schema learns here whether it may run.';
COMMENT ON COLUMN schema_revision.oldest_code IS
    'The oldest code that may run beside it, named by the newest revision that this code knows.';
"""

_FENCE = """
CREATE FUNCTION lease_commit(of_floor text, under_epoch bigint, number bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE lease SET commit_no = number
    WHERE floor = of_floor AND epoch = under_epoch AND commit_no = number - 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ACD01',
            MESSAGE = format('commit %s under epoch %s of floor %s refused', number, under_epoch, of_floor),
            HINT = 'Another process has taken the floor: see the table lease.';
    END IF;
END
$$;
COMMENT ON FUNCTION lease_commit IS
    'Counts a commit, or fails it when the writer no longer leads the floor.';
"""

_WRITING = """
CREATE FUNCTION write_books(
    of_floor text, under_epoch bigint, number bigint,
    contacts jsonb, legs jsonb, closed_offers jsonb, open_offers jsonb, agents jsonb,
    overlays jsonb, experiences jsonb, facts jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF contacts IS NOT NULL THEN
        INSERT INTO contact (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(contacts) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF legs IS NOT NULL THEN
        INSERT INTO leg (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(legs) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF closed_offers IS NOT NULL THEN
        INSERT INTO offer (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(closed_offers) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF open_offers IS NOT NULL THEN
        INSERT INTO offer (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(open_offers) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF agents IS NOT NULL THEN
        INSERT INTO agent (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(agents) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF overlays IS NOT NULL THEN
        INSERT INTO overlay (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(overlays) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF experiences IS NOT NULL THEN
        INSERT INTO experience (floor, record) SELECT of_floor, each
        FROM jsonb_array_elements(experiences) AS each
        ON CONFLICT (floor, id) DO UPDATE SET record = excluded.record;
    END IF;
    IF facts IS NOT NULL THEN
        INSERT INTO fact (floor, epoch, commit_no, contacts, agents, entry)
        SELECT of_floor, under_epoch, number, each.contacts, each.agents, each.entry
        FROM jsonb_to_recordset(facts) AS each (n integer, contacts text[], agents text[], entry jsonb)
        ORDER BY each.n;
    END IF;
END
$$;
COMMENT ON FUNCTION write_books IS
    'Writes the rows of a commit, each kind as an array of records; null for what it does not have.';
"""


def upgrade() -> None:
    for statements in (
        _CONTACT,
        _LEG,
        _OFFER,
        _AGENT,
        _OVERLAY,
        _EXPERIENCE,
        _FACT,
        _LEASE,
        _POLICY,
        _SCHEMA_REVISION,
        _FENCE,
        _WRITING,
    ):
        op.execute(statements)
