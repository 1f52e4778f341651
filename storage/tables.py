"""The tables. Every row belongs to a team; the natural keys of the domain (URN, email, reference) are the keys here.

The records address them with Core statements: hundreds of visits are read in a few queries, without an object a row.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.types import Instant, Text

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

AGREED_IN_DATED_STATES = (
    "(state IN ('agreed', 'visited', 'reported', 'signed_off') AND agreed_date IS NOT NULL AND agreed_part IS NOT NULL)"
    " OR (state IN ('to_arrange', 'offered', 'cancelled') AND agreed_date IS NULL AND agreed_part IS NULL)"
)


class Base(DeclarativeBase):
    """All tables of Visit Bot, and no other: the durable engine keeps its own in the same database."""

    metadata = sa.MetaData(naming_convention=_NAMES)
    type_annotation_map = {str: Text, dt.datetime: Instant, dict[str, Any]: sa.JSON, list[Any]: sa.JSON}  # noqa: RUF012


def _team(*, key: bool = True) -> Mapped[int]:
    return mapped_column(sa.ForeignKey("team.id"), primary_key=key, autoincrement=False)


class TeamRow(Base):
    """A team: strictly apart from every other in the same database. `last_reference` counts its visits."""

    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    last_reference: Mapped[int]


class SchoolRow(Base):
    """A school by URN."""

    __tablename__ = "school"
    team_id: Mapped[int] = _team()
    urn: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    type: Mapped[str]
    phase: Mapped[str]
    local_authority: Mapped[str]
    district: Mapped[str]
    street: Mapped[str]
    town: Mapped[str]
    postcode: Mapped[str]
    easting: Mapped[int | None]
    northing: Mapped[int | None]
    is_open: Mapped[bool]


class ContactRow(Base):
    """A person at a school. `imported` tells who came from a file, and so may be missing from the next one."""

    __tablename__ = "contact"
    __table_args__ = (
        sa.ForeignKeyConstraint(["team_id", "urn"], ["school.team_id", "school.urn"]),
        sa.Index(None, "team_id", "email"),
        sa.Index(None, "team_id", "domain"),
    )
    team_id: Mapped[int] = _team()
    urn: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str | None]
    domain: Mapped[str]
    active: Mapped[bool]
    bounced: Mapped[bool]
    imported: Mapped[bool]


class AdviserRow(Base):
    """An adviser by email."""

    __tablename__ = "adviser"
    team_id: Mapped[int] = _team()
    email: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    slack_id: Mapped[str]
    districts: Mapped[list[Any]]
    working_days: Mapped[list[Any]]
    active: Mapped[bool]


class TermRow(Base):
    """A term, both days inclusive."""

    __tablename__ = "term"
    team_id: Mapped[int] = _team()
    start: Mapped[dt.date] = mapped_column(primary_key=True)
    end: Mapped[dt.date]
    name: Mapped[str]


class ClosureRow(Base):
    """Days without visits, inclusive."""

    __tablename__ = "closure"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = _team(key=False)
    start: Mapped[dt.date]
    end: Mapped[dt.date]
    name: Mapped[str]
    phase: Mapped[str]
    urn: Mapped[str]


class VisitRow(Base):
    """A visit. The database itself holds that there is one a school and year, and a slot exactly when agreed."""

    __tablename__ = "visit"
    __table_args__ = (
        sa.ForeignKeyConstraint(["team_id", "urn"], ["school.team_id", "school.urn"]),
        sa.UniqueConstraint("team_id", "urn", "academic_year"),
        sa.CheckConstraint(AGREED_IN_DATED_STATES, name="agreed_in_dated_states"),
        sa.Index(None, "team_id", "state"),
        sa.Index(None, "team_id", "adviser"),
        sa.Index(None, "team_id", "agreed_date"),
    )
    team_id: Mapped[int] = _team()
    reference: Mapped[str] = mapped_column(primary_key=True)
    urn: Mapped[str]
    academic_year: Mapped[int]
    adviser: Mapped[str]
    state: Mapped[str]
    waiting_for: Mapped[str]
    reason_code: Mapped[str | None]
    reason: Mapped[str]
    agreed_date: Mapped[dt.date | None]
    agreed_part: Mapped[str | None]
    governor: Mapped[str]
    contact: Mapped[str]
    rounds: Mapped[int]
    sequence: Mapped[int]
    reminded_for: Mapped[dt.date | None]
    first_sent_at: Mapped[dt.datetime | None]
    agreed_at: Mapped[dt.datetime | None]
    updated: Mapped[dt.datetime | None]
    refused: Mapped[list[Any]]
    revision: Mapped[int]


class OfferRow(Base):
    """An offer of a visit, numbered from 1."""

    __tablename__ = "offer"
    __table_args__ = (sa.ForeignKeyConstraint(["team_id", "reference"], ["visit.team_id", "visit.reference"]),)
    team_id: Mapped[int] = _team()
    reference: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str]
    recorded_at: Mapped[dt.datetime | None]
    sent_at: Mapped[dt.datetime | None]
    chases: Mapped[int]
    chase_on: Mapped[dt.date | None]


class OfferedSlotRow(Base):
    """A slot of an offer under its option number."""

    __tablename__ = "offered_slot"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["team_id", "reference", "number"], ["offer.team_id", "offer.reference", "offer.number"]
        ),
    )
    team_id: Mapped[int] = _team()
    reference: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    option: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    date: Mapped[dt.date]
    part: Mapped[str]


class AttendeeRow(Base):
    """A person who takes part in a visit, in the order of the visit."""

    __tablename__ = "attendee"
    __table_args__ = (sa.ForeignKeyConstraint(["team_id", "reference"], ["visit.team_id", "visit.reference"]),)
    team_id: Mapped[int] = _team()
    reference: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str | None]
    role: Mapped[str | None]
    email: Mapped[str | None]


class HoldRow(Base):
    """An adviser's half day that is spoken for. Its key is the last guard against a double booking."""

    __tablename__ = "hold"
    __table_args__ = (
        sa.ForeignKeyConstraint(["team_id", "reference"], ["visit.team_id", "visit.reference"]),
        sa.Index(None, "team_id", "reference"),
    )
    team_id: Mapped[int] = _team()
    adviser: Mapped[str] = mapped_column(primary_key=True)
    date: Mapped[dt.date] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str]
    kind: Mapped[str]


class LetterRow(Base):
    """An email as it came. `raw` stands last so that lists need not read past it."""

    __tablename__ = "letter"
    __table_args__ = (
        sa.UniqueConstraint("team_id", "message_id"),
        sa.Index(None, "team_id", "state"),
        sa.Index(None, "team_id", "reference"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = _team(key=False)
    message_id: Mapped[str]
    content_hash: Mapped[str]
    received: Mapped[dt.datetime]
    source_id: Mapped[str]
    state: Mapped[str]
    sender: Mapped[str]
    subject: Mapped[str]
    reference: Mapped[str]
    offer: Mapped[int | None]
    kind: Mapped[str | None]
    action: Mapped[str | None]
    reason_code: Mapped[str | None]
    reason: Mapped[str]
    rule: Mapped[str]
    understanding: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    error: Mapped[str]
    raw: Mapped[bytes]


class HistoryRow(Base):
    """A line of a visit's story. A trigger refuses to change or delete it."""

    __tablename__ = "history"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["team_id", "reference"], ["visit.team_id", "visit.reference"], deferrable=True, initially="DEFERRED"
        ),
        sa.Index(None, "team_id", "reference"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = _team(key=False)
    reference: Mapped[str]
    at: Mapped[dt.datetime]
    what: Mapped[str]
    by: Mapped[str]
    letter_id: Mapped[int | None] = mapped_column(sa.ForeignKey("letter.id"))
    rule: Mapped[str]


class EffectRow(Base):
    """Something to be done in the world, once per key. `mail_kind` and `offer` repeat the payload, to be asked for."""

    __tablename__ = "effect"
    __table_args__ = (
        sa.UniqueConstraint("team_id", "key"),
        sa.UniqueConstraint("team_id", "message_id"),
        sa.Index(None, "team_id", "state", "priority", "id"),
        sa.Index(None, "team_id", "reference"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = _team(key=False)
    key: Mapped[str]
    type: Mapped[str]
    mail_kind: Mapped[str | None]
    reference: Mapped[str]
    offer: Mapped[int | None]
    priority: Mapped[int]
    state: Mapped[str]
    not_before: Mapped[dt.datetime | None]
    recorded_at: Mapped[dt.datetime]
    claimed_at: Mapped[dt.datetime | None]
    done_at: Mapped[dt.datetime | None]
    attempts: Mapped[int]
    error: Mapped[str]
    message_id: Mapped[str | None]
    payload: Mapped[dict[str, Any]]
    mime: Mapped[bytes | None]


class RecipientRow(Base):
    """An address that a mail goes to, `to` and `cc` alike: what the limit of mails a day counts."""

    __tablename__ = "recipient"
    __table_args__ = (sa.Index(None, "team_id", "address"),)
    effect_id: Mapped[int] = mapped_column(sa.ForeignKey("effect.id"), primary_key=True, autoincrement=False)
    address: Mapped[str] = mapped_column(primary_key=True)
    team_id: Mapped[int] = _team(key=False)


class DiaryEntryRow(Base):
    """A half day that the bot has written into an adviser's diary, where it was last seen."""

    __tablename__ = "diary_entry"
    __table_args__ = (sa.Index(None, "team_id", "adviser", "date"),)
    team_id: Mapped[int] = _team()
    key: Mapped[str] = mapped_column(primary_key=True)
    adviser: Mapped[str]
    date: Mapped[dt.date]
    part: Mapped[str]
    start: Mapped[dt.datetime]
    end: Mapped[dt.datetime]
    title: Mapped[str]
    location: Mapped[str]
    tentative: Mapped[bool] = mapped_column(server_default=sa.false())


class CursorRow(Base):
    """How far a source has been read, in the source's own words."""

    __tablename__ = "cursor"
    team_id: Mapped[int] = _team()
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class NoteRow(Base):
    """A small thing to remember under a name, such as when the last digest went."""

    __tablename__ = "note"
    team_id: Mapped[int] = _team()
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ChatMessageRow(Base):
    """A message of ours in the team's chat. `ts` is "" from the moment it was begun until it is known to stand."""

    __tablename__ = "chat_message"
    __table_args__ = (sa.Index(None, "team_id", "reference"), sa.Index(None, "team_id", "kind", "is_open"))
    team_id: Mapped[int] = _team()
    key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    reference: Mapped[str]
    user: Mapped[str]
    channel: Mapped[str]
    ts: Mapped[str]
    is_open: Mapped[bool]
    shown: Mapped[str]
    begun_at: Mapped[dt.datetime]


def _table(row: type[Base]) -> sa.Table:
    return row.metadata.tables[row.__tablename__]


TEAM = _table(TeamRow)
SCHOOL = _table(SchoolRow)
CONTACT = _table(ContactRow)
ADVISER = _table(AdviserRow)
TERM = _table(TermRow)
CLOSURE = _table(ClosureRow)
VISIT = _table(VisitRow)
OFFER = _table(OfferRow)
OFFERED_SLOT = _table(OfferedSlotRow)
ATTENDEE = _table(AttendeeRow)
HOLD = _table(HoldRow)
LETTER = _table(LetterRow)
HISTORY = _table(HistoryRow)
EFFECT = _table(EffectRow)
RECIPIENT = _table(RecipientRow)
DIARY_ENTRY = _table(DiaryEntryRow)
CURSOR = _table(CursorRow)
NOTE = _table(NoteRow)
CHAT_MESSAGE = _table(ChatMessageRow)
