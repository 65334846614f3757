-- Safe: what it adds has defaults, and what it widens nothing writes yet.
ALTER TABLE contact ADD COLUMN region text NOT NULL DEFAULT 'everywhere';
ALTER TABLE offer ADD COLUMN rank integer GENERATED ALWAYS AS ((record->>'rank')::integer) STORED;
ALTER TABLE fact ADD COLUMN source text NOT NULL DEFAULT 'engine';
ALTER TABLE lease ADD COLUMN note text;
ALTER TABLE policy ADD COLUMN region text NOT NULL DEFAULT 'everywhere';
ALTER TABLE agent DROP CONSTRAINT agent_presence_known;
ALTER TABLE agent ADD CONSTRAINT agent_presence_known
    CHECK (presence IN ('logged_out', 'not_ready', 'ready', 'teaching'));
CREATE TABLE callback (floor text NOT NULL, id text NOT NULL, PRIMARY KEY (floor, id));
CREATE INDEX fact_commit ON fact (floor, epoch, commit_no);
