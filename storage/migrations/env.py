"""Alembic runs this file on the connection, and inside the transaction, that `storage.migrate` lends it."""  # noqa: INP001

from alembic import context

from storage import schema

context.configure(connection=context.config.attributes["connection"], target_metadata=schema.metadata)
context.run_migrations()
