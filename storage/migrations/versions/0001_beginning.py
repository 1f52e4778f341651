"""Everything there is at the beginning."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.types import Instant, Text

revision = "0001"
down_revision = None

_AGREED_IN_DATED_STATES = (
    "(state IN ('agreed', 'visited', 'reported', 'signed_off') AND agreed_date IS NOT NULL AND agreed_part IS NOT NULL)"
    " OR (state IN ('to_arrange', 'offered', 'cancelled') AND agreed_date IS NULL AND agreed_part IS NULL)"
)
_REFUSE_ON_SQLITE = """
CREATE TRIGGER history_keeps_{verb} BEFORE {verb} ON history
BEGIN SELECT RAISE(ABORT, 'history cannot be rewritten'); END
"""
_REFUSE_ON_POSTGRESQL = (
    """
CREATE FUNCTION history_cannot_be_rewritten() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'history cannot be rewritten'; END $$
""",
    """
CREATE TRIGGER history_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON history
FOR EACH STATEMENT EXECUTE FUNCTION history_cannot_be_rewritten()
""",
)


def upgrade() -> None:
    """Create every table, in the order in which they refer to each other."""
    _create_team_and_schools()
    _create_advisers_and_terms()
    _create_visits()
    _create_offers_and_attendees()
    _create_letters()
    _create_history()
    _create_effects()
    _create_diary_and_notes()
    _make_history_append_only()


def _create_team_and_schools() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("last_reference", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_table(
        "school",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("urn", Text(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("type", Text(), nullable=False),
        sa.Column("phase", Text(), nullable=False),
        sa.Column("local_authority", Text(), nullable=False),
        sa.Column("district", Text(), nullable=False),
        sa.Column("street", Text(), nullable=False),
        sa.Column("town", Text(), nullable=False),
        sa.Column("postcode", Text(), nullable=False),
        sa.Column("easting", sa.Integer(), nullable=True),
        sa.Column("northing", sa.Integer(), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_school_team_id")),
        sa.PrimaryKeyConstraint("team_id", "urn", name=op.f("pk_school")),
    )
    op.create_table(
        "contact",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("urn", Text(), nullable=False),
        sa.Column("email", Text(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("role", Text(), nullable=True),
        sa.Column("domain", Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("bounced", sa.Boolean(), nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "urn"], ["school.team_id", "school.urn"], name=op.f("fk_contact_team_id_urn")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_contact_team_id")),
        sa.PrimaryKeyConstraint("team_id", "urn", "email", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_team_id_domain"), "contact", ["team_id", "domain"], unique=False)
    op.create_index(op.f("ix_contact_team_id_email"), "contact", ["team_id", "email"], unique=False)


def _create_advisers_and_terms() -> None:
    op.create_table(
        "adviser",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("email", Text(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("slack_id", Text(), nullable=False),
        sa.Column("districts", sa.JSON(), nullable=False),
        sa.Column("working_days", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_adviser_team_id")),
        sa.PrimaryKeyConstraint("team_id", "email", name=op.f("pk_adviser")),
    )
    op.create_table(
        "term",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_term_team_id")),
        sa.PrimaryKeyConstraint("team_id", "start", name=op.f("pk_term")),
    )
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("phase", Text(), nullable=False),
        sa.Column("urn", Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_closure_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )


def _create_visits() -> None:
    op.create_table(
        "visit",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("urn", Text(), nullable=False),
        sa.Column("academic_year", sa.Integer(), nullable=False),
        sa.Column("adviser", Text(), nullable=False),
        sa.Column("state", Text(), nullable=False),
        sa.Column("waiting_for", Text(), nullable=False),
        sa.Column("reason_code", Text(), nullable=True),
        sa.Column("reason", Text(), nullable=False),
        sa.Column("agreed_date", sa.Date(), nullable=True),
        sa.Column("agreed_part", Text(), nullable=True),
        sa.Column("governor", Text(), nullable=False),
        sa.Column("contact", Text(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("reminded_for", sa.Date(), nullable=True),
        sa.Column("first_sent_at", Instant(), nullable=True),
        sa.Column("agreed_at", Instant(), nullable=True),
        sa.Column("updated", Instant(), nullable=True),
        sa.Column("refused", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            _AGREED_IN_DATED_STATES,
            name=op.f("ck_visit_agreed_in_dated_states"),
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "urn"], ["school.team_id", "school.urn"], name=op.f("fk_visit_team_id_urn")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_visit_team_id")),
        sa.PrimaryKeyConstraint("team_id", "reference", name=op.f("pk_visit")),
        sa.UniqueConstraint("team_id", "urn", "academic_year", name=op.f("uq_visit_team_id_urn_academic_year")),
    )
    op.create_index(op.f("ix_visit_team_id_adviser"), "visit", ["team_id", "adviser"], unique=False)
    op.create_index(op.f("ix_visit_team_id_agreed_date"), "visit", ["team_id", "agreed_date"], unique=False)
    op.create_index(op.f("ix_visit_team_id_state"), "visit", ["team_id", "state"], unique=False)


def _create_offers_and_attendees() -> None:
    op.create_table(
        "offer",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", Text(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=True),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("chases", sa.Integer(), nullable=False),
        sa.Column("chase_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "reference"], ["visit.team_id", "visit.reference"], name=op.f("fk_offer_team_id_reference")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_offer_team_id")),
        sa.PrimaryKeyConstraint("team_id", "reference", "number", name=op.f("pk_offer")),
    )
    op.create_table(
        "offered_slot",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("option", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("part", Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "reference", "number"],
            ["offer.team_id", "offer.reference", "offer.number"],
            name=op.f("fk_offered_slot_team_id_reference_number"),
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_offered_slot_team_id")),
        sa.PrimaryKeyConstraint("team_id", "reference", "number", "option", name=op.f("pk_offered_slot")),
    )
    op.create_table(
        "attendee",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Text(), nullable=True),
        sa.Column("role", Text(), nullable=True),
        sa.Column("email", Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "reference"], ["visit.team_id", "visit.reference"], name=op.f("fk_attendee_team_id_reference")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_attendee_team_id")),
        sa.PrimaryKeyConstraint("team_id", "reference", "position", name=op.f("pk_attendee")),
    )
    op.create_table(
        "hold",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("adviser", Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("part", Text(), nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("kind", Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "reference"], ["visit.team_id", "visit.reference"], name=op.f("fk_hold_team_id_reference")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_hold_team_id")),
        sa.PrimaryKeyConstraint("team_id", "adviser", "date", "part", name=op.f("pk_hold")),
    )
    op.create_index(op.f("ix_hold_team_id_reference"), "hold", ["team_id", "reference"], unique=False)


def _create_letters() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("message_id", Text(), nullable=False),
        sa.Column("content_hash", Text(), nullable=False),
        sa.Column("received", Instant(), nullable=False),
        sa.Column("source_id", Text(), nullable=False),
        sa.Column("state", Text(), nullable=False),
        sa.Column("sender", Text(), nullable=False),
        sa.Column("subject", Text(), nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("offer", sa.Integer(), nullable=True),
        sa.Column("kind", Text(), nullable=True),
        sa.Column("action", Text(), nullable=True),
        sa.Column("reason_code", Text(), nullable=True),
        sa.Column("reason", Text(), nullable=False),
        sa.Column("rule", Text(), nullable=False),
        sa.Column("understanding", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("error", Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_letter_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("team_id", "message_id", name=op.f("uq_letter_team_id_message_id")),
    )
    op.create_index(op.f("ix_letter_team_id_reference"), "letter", ["team_id", "reference"], unique=False)
    op.create_index(op.f("ix_letter_team_id_state"), "letter", ["team_id", "state"], unique=False)


def _create_history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("what", Text(), nullable=False),
        sa.Column("by", Text(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("rule", Text(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_history_letter_id")),
        sa.ForeignKeyConstraint(
            ["team_id", "reference"],
            ["visit.team_id", "visit.reference"],
            name=op.f("fk_history_team_id_reference"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_history_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_team_id_reference"), "history", ["team_id", "reference"], unique=False)


def _create_effects() -> None:
    op.create_table(
        "effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("type", Text(), nullable=False),
        sa.Column("mail_kind", Text(), nullable=True),
        sa.Column("reference", Text(), nullable=False),
        sa.Column("offer", sa.Integer(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", Text(), nullable=False),
        sa.Column("not_before", Instant(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("claimed_at", Instant(), nullable=True),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", Text(), nullable=False),
        sa.Column("message_id", Text(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("mime", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_effect_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_effect_team_id_key")),
        sa.UniqueConstraint("team_id", "message_id", name=op.f("uq_effect_team_id_message_id")),
    )
    op.create_index(op.f("ix_effect_team_id_reference"), "effect", ["team_id", "reference"], unique=False)
    op.create_index(
        op.f("ix_effect_team_id_state_priority_id"), "effect", ["team_id", "state", "priority", "id"], unique=False
    )
    op.create_table(
        "recipient",
        sa.Column("effect_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("address", Text(), nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["effect_id"], ["effect.id"], name=op.f("fk_recipient_effect_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_recipient_team_id")),
        sa.PrimaryKeyConstraint("effect_id", "address", name=op.f("pk_recipient")),
    )
    op.create_index(op.f("ix_recipient_team_id_address"), "recipient", ["team_id", "address"], unique=False)


def _create_diary_and_notes() -> None:
    op.create_table(
        "diary_entry",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("adviser", Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("part", Text(), nullable=False),
        sa.Column("start", Instant(), nullable=False),
        sa.Column("end", Instant(), nullable=False),
        sa.Column("title", Text(), nullable=False),
        sa.Column("location", Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_diary_entry_team_id")),
        sa.PrimaryKeyConstraint("team_id", "key", name=op.f("pk_diary_entry")),
    )
    op.create_index(
        op.f("ix_diary_entry_team_id_adviser_date"), "diary_entry", ["team_id", "adviser", "date"], unique=False
    )
    op.create_table(
        "cursor",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("value", Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_cursor_team_id")),
        sa.PrimaryKeyConstraint("team_id", "name", name=op.f("pk_cursor")),
    )
    op.create_table(
        "note",
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("value", Text(), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_note_team_id")),
        sa.PrimaryKeyConstraint("team_id", "name", name=op.f("pk_note")),
    )


def _make_history_append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_REFUSE_ON_SQLITE.format(verb=verb))
    else:
        for statement in _REFUSE_ON_POSTGRESQL:
            op.execute(statement)
