"""Which messages of ours stand in the team's chat, so that they are updated and never repeated."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import Instant, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table of chat messages."""
    op.create_table(
        "chat_message",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("kind", Text(), nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("user", Text(), nullable=False),
        sa.Column("channel", Text(), nullable=False),
        sa.Column("ts", Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("shown", Text(), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_chat_message_team_id")),
        sa.PrimaryKeyConstraint("team_id", "key", name=op.f("pk_chat_message")),
    )
    op.create_index(op.f("ix_chat_message_team_id_reference"), "chat_message", ["team_id", "reference"], unique=False)
    op.create_index(
        op.f("ix_chat_message_team_id_kind_is_open"), "chat_message", ["team_id", "kind", "is_open"], unique=False
    )
