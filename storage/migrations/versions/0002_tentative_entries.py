"""Diary entries may be tentative: a half day that is kept while an offer is open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Every entry that is there already is a booking."""
    op.add_column("diary_entry", sa.Column("tentative", sa.Boolean(), nullable=False, server_default=sa.false()))
