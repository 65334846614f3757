"""Alembic's entry: run the revisions on the connection that `acd.store.migrate` gives, in its transaction."""

from alembic import context
from sqlalchemy import text

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("The revisions are run by `acd migrate`, which knows the database.")


def note(*, step, **_):
    """Keep beside each revision which code still runs on it, for code that does not know the revision."""
    revision = step.up_revision
    connection.execute(
        text("INSERT INTO schema_revision (revision, oldest_code) VALUES (:revision, :oldest_code)"),
        {"revision": revision.revision, "oldest_code": revision.module.oldest_code},
    )


context.configure(connection=connection, on_version_apply=note)
context.run_migrations()
