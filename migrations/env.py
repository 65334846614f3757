"""Alembic's entry: run the revisions on the connection that `acd.store.migrate` gives, in its transaction."""

from alembic import context

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("The revisions are run by `acd migrate`, which knows the database.")
context.configure(connection=connection)
context.run_migrations()
