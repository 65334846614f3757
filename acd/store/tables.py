"""The tables, as the newest migration leaves them. A database can hold several floors, so every table is
keyed by floor; only `schema_revision` is about the database itself.

A record is stored once, whole, as the JSON document `record`: nothing is lost, and a new field of the model
needs no migration. All other columns of such a table are *derived* from it by PostgreSQL itself, so they
cannot disagree with it. They are there for constraints, for recovery and for people with psql.

No foreign keys: all rows of a commit come from one writer that keeps its own invariants, and a key check
would lock the row of the contact at every change of a leg.
"""

from types import UnionType
from typing import Any, Literal, get_args

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    DateTime,
    Double,
    Identity,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    func,
    or_,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import TypeEngine

from acd.model.agent import Activity, Presence
from acd.model.callback import Callback
from acd.model.contact import Journey, Place, Talk
from acd.model.leg import LegState
from acd.model.offer import OfferState
from acd.model.overlay import OverlayState
from acd.model.voice_message import VoiceMessage

metadata = MetaData(naming_convention={"pk": "%(table_name)s_pkey"})


Kind = Literal["text", "integer", "number", "moment"]

_TYPES: dict[Kind, tuple[TypeEngine[Any], str]] = {
    "text": (Text(), "{}"),
    "integer": (Integer(), "({})::integer"),
    "number": (Double(), "({})::double precision"),
    "moment": (DateTime(timezone=True), "to_timestamp(({})::double precision)"),
}
"""How a value of the document, which is a text, becomes one of a column. A moment is seconds since 1970."""


def _derived(
    name: str, path: str, kind: Kind = "text", *, required: bool = False, comment: str | None = None
) -> Column[Any]:
    """A column that PostgreSQL computes from `record`; `path` is dotted: ``place.queue``."""
    *parents, last = path.split(".")
    value = "->".join(["record", *(f"'{parent}'" for parent in parents)]) + f"->>'{last}'"
    column_type, cast = _TYPES[kind]
    return Column(
        name,
        column_type,
        Computed(cast.format(value), persisted=True),
        nullable=not required,
        comment=comment,
    )


def _floor() -> Column[Any]:
    return Column(
        "floor", Text, nullable=False, comment="The floor (site, tenant) whose engine owns the row."
    )


def _record() -> Column[Any]:
    comment = "The whole record as the engine knows it; all other columns but floor are derived from it."
    return Column("record", JSONB, nullable=False, comment=comment)


def _one_of(table: str, column: str, states: UnionType) -> CheckConstraint:
    """The column names a state that this version of the model knows."""
    tags = ", ".join(f"'{state.__struct_config__.tag}'" for state in get_args(states))
    return CheckConstraint(f"{column} IN ({tags})", name=f"{table}_{column}_known")


contact = Table(
    "contact",
    metadata,
    _floor(),
    _derived("id", "id", required=True, comment="Minted by the engine: c<epoch>-<number>."),
    _derived("leg", "leg", required=True, comment="The caller's leg: Asterisk's channel id."),
    _derived("did", "did", required=True, comment="The number that was called."),
    _derived("caller", "caller", comment="Number of the caller, personal data; null when withheld."),
    _derived("medium", "medium", required=True, comment="voice, later also callback, chat …"),
    _derived("arrived_at", "arrived_at", "moment", required=True),
    _derived(
        "policy_version",
        "policy_version",
        "integer",
        required=True,
        comment="Version of the company file in force when it came.",
    ),
    _derived("journey", "journey.type", required=True, comment="Where it is in its flow: the kind of state."),
    _derived("place", "place.type", required=True, comment="Where it stands: nowhere, queued or served."),
    _derived("queue", "place.queue", comment="The queue it waits in or was served from."),
    _derived("queued_at", "place.since", "moment", comment="Entry into the queue."),
    _derived(
        "order_key",
        "place.order_key",
        "number",
        comment="Seconds since 1970, less the credit; least is served first.",
    ),
    _derived("answered_at", "place.answered_at", "moment", comment="When an agent answered."),
    _derived("talk", "talk.type", required=True, comment="Who speaks with it: the kind of state."),
    _derived("agent", "talk.agent", comment="Who speaks with it, or did."),
    _derived(
        "callback",
        "callback.type",
        required=True,
        comment="How the customer is reached: on the line, or to be called back.",
    ),
    _derived(
        "message",
        "message.type",
        required=True,
        comment="What was left instead of waiting: none, recording, kept in the line, settled …",
    ),
    _derived("note", "note.type", comment="Whether the customer has said what it is about: noted."),
    _derived("ended_at", "life.at", "moment", comment="Null while the customer is with us."),
    _derived("ending", "life.ending", comment="How it ended: served, abandoned …"),
    _record(),
    PrimaryKeyConstraint("floor", "id"),
    _one_of("contact", "journey", Journey),
    _one_of("contact", "place", Place),
    _one_of("contact", "talk", Talk),
    _one_of("contact", "callback", Callback),
    _one_of("contact", "message", VoiceMessage),
    CheckConstraint("(ended_at IS NULL) = (record->'life'->>'type' = 'live')", name="contact_life_known"),
    comment="One row per contact: one piece of work from one customer. Ended ones stay for reports.",
    postgresql_with={"fillfactor": 70},
)
Index("contact_arrivals", contact.c.floor, contact.c.arrived_at)
Index("contact_live", contact.c.floor, contact.c.arrived_at, postgresql_where=contact.c.ended_at.is_(None))
Index(
    "contact_spoken",
    contact.c.floor,
    contact.c.ended_at,
    postgresql_where=or_(contact.c.message == "settled", contact.c.note == "noted"),
)

leg = Table(
    "leg",
    metadata,
    _floor(),
    _derived("id", "id", required=True, comment="Channel id in Asterisk."),
    _derived("contact", "contact", required=True),
    _derived("side", "side", required=True, comment="caller or agent."),
    _derived(
        "state",
        "state.type",
        required=True,
        comment="asked, then present, ringing, up, ending or passed_on, gone.",
    ),
    _derived(
        "asked_at",
        "asked_at",
        "moment",
        required=True,
        comment="When we decided to make it, or first saw it.",
    ),
    _derived("answered_at", "state.answered_at", "moment", comment="Only while it is up."),
    _derived("agent", "agent", comment="Whose phone; null on the caller's side."),
    _derived("offer", "offer", comment="The offer it was made for; null on the caller's side."),
    _derived("phone", "phone", comment="The desk phone; null on the caller's side."),
    _derived("cause", "state.cause", "integer", comment="Q.850 cause of its end; null when nobody knows."),
    Column(
        "gone",
        Boolean,
        Computed("record->'state'->>'type' = 'gone'", persisted=True),
        nullable=False,
        comment="Nothing more is to be expected of it.",
    ),
    _record(),
    PrimaryKeyConstraint("floor", "id"),
    _one_of("leg", "state", LegState),
    comment="One row per party's channel of a contact, from the decision to make it until it is gone.",
    postgresql_with={"fillfactor": 70},
)
Index("leg_live", leg.c.floor, leg.c.contact, postgresql_where=~leg.c.gone)

offer = Table(
    "offer",
    metadata,
    _floor(),
    _derived("id", "id", required=True, comment="Minted by the engine: o<epoch>-<number>."),
    _derived("contact", "contact", required=True),
    _derived("agent", "agent", required=True),
    _derived("phone", "phone", required=True),
    _derived("leg", "leg", required=True, comment="The leg to the agent's phone."),
    _derived("queue", "queue", required=True),
    _derived(
        "state",
        "state.type",
        required=True,
        comment="opening, ringing, confirming, answered, failed or withdrawn.",
    ),
    _derived("opened_at", "opened_at", "moment", required=True),
    _derived("closed_at", "state.at", "moment", comment="Null while it reserves the agent."),
    _derived(
        "failure",
        "state.failure",
        comment="no_answer, rejected, busy, unreachable, do_not_disturb or forwarded.",
    ),
    _record(),
    PrimaryKeyConstraint("floor", "id"),
    _one_of("offer", "state", OfferState),
    CheckConstraint(
        "(closed_at IS NULL) = (state IN ('opening', 'ringing', 'confirming'))",
        name="offer_closed_once_decided",
    ),
    comment="One row per attempt to bring a contact to an agent, with the reasons (record->'why').",
    postgresql_with={"fillfactor": 70},
)
Index(
    "offer_one_open_per_agent",
    offer.c.floor,
    offer.c.agent,
    unique=True,
    postgresql_where=offer.c.closed_at.is_(None),
)
Index(
    "offer_one_open_per_contact",
    offer.c.floor,
    offer.c.contact,
    unique=True,
    postgresql_where=offer.c.closed_at.is_(None),
)

agent = Table(
    "agent",
    metadata,
    _floor(),
    _derived("id", "id", required=True, comment="As in the company file."),
    _derived(
        "presence",
        "presence.type",
        required=True,
        comment="What the agent wants: logged_out, not_ready, ready.",
    ),
    _derived("reason", "presence.reason", comment="Why not ready; RONA: missed calls."),
    _derived("phone", "presence.phone", comment="Where logged in; null when logged out."),
    _derived("presence_since", "presence.since", "moment", required=True),
    _derived("activity", "activity.type", required=True, comment="What the agent does: idle, reserved …"),
    _derived("activity_since", "activity.since", "moment", required=True),
    _derived("contact", "activity.contact", comment="In a talk with, or in the work after it."),
    _derived("offer", "activity.offer", comment="The open offer that reserves the agent."),
    _record(),
    PrimaryKeyConstraint("floor", "id"),
    # A constraint and not an index, checked at the end of the statement: two agents may swap desks in one
    # commit.
    UniqueConstraint("floor", "phone", name="agent_one_per_phone", deferrable=True, initially="IMMEDIATE"),
    _one_of("agent", "presence", Presence),
    _one_of("agent", "activity", Activity),
    comment="One row per person who takes calls: presence, activity and desk phone as they are now.",
    postgresql_with={"fillfactor": 50},
)

overlay = Table(
    "overlay",
    metadata,
    _floor(),
    _derived("id", "id", required=True, comment="Minted by the engine: v<epoch>-<number>."),
    _derived("kind", "edit.type", required=True, comment="absence or incident."),
    _derived("agent", "edit.agent", comment="Who is absent."),
    _derived("author", "author", required=True, comment="Who entered it."),
    _derived("reason", "reason", required=True),
    _derived("begins_at", "begins_at", "moment", required=True),
    _derived("ends_at", "ends_at", "moment", comment="Null: until somebody takes it back."),
    _derived("state", "state.type", required=True, comment="planned, in_force or past."),
    _record(),
    PrimaryKeyConstraint("floor", "id"),
    _one_of("overlay", "state", OverlayState),
    comment="One row per change for a while, laid over the company file: an absence, an incident.",
)
Index("overlay_live", overlay.c.floor, postgresql_where=overlay.c.state != "past")

experience = Table(
    "experience",
    metadata,
    _floor(),
    _derived("id", "id", required=True, comment="The queue, as in the company file."),
    _derived("put_down_at", "at", "moment", required=True),
    _derived(
        "handled",
        "handled",
        "number",
        required=True,
        comment="Calls whose work has ended; older ones count less.",
    ),
    _derived(
        "handled_s",
        "handled_s",
        "number",
        required=True,
        comment="Their ringing, talk and wrap-up together, in seconds.",
    ),
    _record(),
    PrimaryKeyConstraint("floor", "id"),
    comment="One row per queue: what it has learnt about waiting, put down every half minute or so.",
    postgresql_with={"fillfactor": 50},
)

fact = Table(
    "fact",
    metadata,
    _floor(),
    Column(
        "seq",
        BigInteger,
        Identity(always=True),
        nullable=False,
        comment="Order within a floor; gaps mean nothing. Cursors remember it.",
    ),
    Column("epoch", BigInteger, nullable=False, comment="Leadership under which it was written."),
    Column("commit_no", BigInteger, nullable=False, comment="The commit that wrote it."),
    Column(
        "at",
        DateTime(timezone=True),
        Computed("to_timestamp((entry->>'at')::double precision)", persisted=True),
        nullable=False,
    ),
    Column("contacts", ARRAY(Text), nullable=False, comment="All contacts its facts speak of."),
    Column("agents", ARRAY(Text), nullable=False, comment="All agents its facts speak of."),
    Column(
        "entry",
        JSONB,
        nullable=False,
        comment="What one message brought about: {at, facts: [{type, …}, …]}, in order.",
    ),
    PrimaryKeyConstraint("floor", "seq"),
    comment="What the engine concluded, never changed afterwards. Stories, KPIs and webhooks are made of it.",
)
Index("fact_contacts", fact.c.contacts, postgresql_using="gin")
Index("fact_at", fact.c.at, postgresql_using="brin")

lease = Table(
    "lease",
    metadata,
    Column("floor", Text, nullable=False),
    Column("epoch", BigInteger, nullable=False, comment="Raised each time the leadership is taken."),
    Column(
        "commit_no", BigInteger, nullable=False, comment="The last commit; each raises it by one, or fails."
    ),
    Column("holder", Text, nullable=False, comment="Who leads, for people: host and process."),
    Column(
        "backend_pid",
        Integer,
        nullable=False,
        comment="Database session that holds the floor's advisory lock.",
    ),
    Column(
        "backend_start",
        DateTime(timezone=True),
        nullable=False,
        comment="Start of that session: process ids come again.",
    ),
    Column(
        "process",
        Text,
        comment="Which process leads: others on its machine see when it has ended. Null: it let go in order.",
    ),
    Column("taken_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    PrimaryKeyConstraint("floor"),
    CheckConstraint("epoch > 0 AND commit_no >= 0", name="lease_counts_up"),
    comment="Who may write: one row per floor. Change it by hand and the running service stops.",
    postgresql_with={"fillfactor": 10},
)

policy = Table(
    "policy",
    metadata,
    _floor(),
    Column("version", Integer, nullable=False, comment="1, 2, 3 … per floor; the greatest is in force."),
    Column("company", Text, nullable=False, comment="The company file, as it was applied."),
    Column("sha256", Text, nullable=False, comment="Of the company file in UTF-8, in hex."),
    Column("author", Text, nullable=False, comment="Who applied it."),
    Column("applied_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    PrimaryKeyConstraint("floor", "version"),
    CheckConstraint("version > 0", name="policy_version_counts_up"),
    comment="Every version of the company file. Live contacts keep the version they arrived under.",
)

schema_revision = Table(
    "schema_revision",
    metadata,
    Column("revision", Text, nullable=False),
    Column(
        "oldest_code",
        Text,
        nullable=False,
        comment="The oldest code that may run beside it, named by the newest revision that this code knows.",
    ),
    Column("applied_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    PrimaryKeyConstraint("revision"),
    comment="The revisions that were applied. "
    "Code that is older than the schema learns here whether it may run.",
)
