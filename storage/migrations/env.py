"""Alembic's entry: it runs on the connection, and so in the transaction, that it is handed."""

from __future__ import annotations

from alembic import context

from storage.tables import Base


def own_tables_only(name: str | None, type_: str, parent_names: object) -> bool:  # noqa: ARG001
    """Whether a table is ours; the durable engine's lie beside them."""
    return type_ != "table" or name in Base.metadata.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=own_tables_only,
)
with context.begin_transaction():
    context.run_migrations()
