"""Migrations of the database: forward only, run by `storage.database.create_or_upgrade`."""

HEAD = "0003"
"""The newest migration, known here so that a database that is up to date needs no Alembic."""
