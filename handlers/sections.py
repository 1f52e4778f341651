"""The sections of the configuration, one class a table: types, defaults, and in `description` what a value must be.

A description completes the sentence "policy.options is 7; it must be …", and so is all that an error message needs.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_settings import NoDecode

from bot.model import Hours, Policy
from handlers.files_named import NamedFile

_TIMES = 'two times such as "{}", the earlier one first'
SQLITE = "sqlite:///"
_EMAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+\.[^@\s<>,;:\"()\[\]\\.]+")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-\u2013]\s*(\d{1,2}):(\d{2})")


class Span(NamedTuple):
    """Two local times of one day, the first before the second."""

    start: dt.time
    end: dt.time


def _span(value: object) -> Span:
    if isinstance(value, Span):
        return value
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError("not a span of times")
    hours = [int(group) for group in found.groups()]
    span = Span(dt.time(hours[0], hours[1]), dt.time(hours[2], hours[3]))
    if span.start >= span.end:
        raise ValueError("ends before it begins")
    return span


def _email(value: str) -> str:
    if not value.isascii() or _EMAIL.fullmatch(value) is None:
        raise ValueError("not an address")
    return value.lower()


def _one_line(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise ValueError("not one line of text")
    return value.strip()


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("not a whole number")  # noqa: TRY004  pydantic reports nothing else
    return value


def _listed(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _sqlite_url(value: str) -> str:
    path = value.removeprefix(SQLITE)
    if path == value or path in ("", ":memory:") or "?" in path or not path.isprintable():
        raise ValueError("not a SQLite file")
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
TimeSpan = Annotated[Span, NoDecode, BeforeValidator(_span)]
Email = Annotated[str, AfterValidator(_email)]
Line = Annotated[str, AfterValidator(_one_line)]
TermName = Literal["autumn", "spring", "summer"]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MailSettings(_Section):
    """The team's mailbox, whatever carries the mail; each transport adds its own settings."""

    address: Email = Field(description='an email address such as "visits@council.example"')
    name: Line = Field(default="Virtual School Visits", description="the sender's name, on one line")
    trusted_authserv: str = Field(
        default="",
        pattern=r"^[!-~]*$",
        description='the name your mail gateway writes into Authentication-Results, such as "mx.council.example"',
    )
    plus_addressing: bool = Field(
        default=False, description="true where mail to visits+anything@… reaches the mailbox, else false"
    )


class MaildirSettings(MailSettings):
    """Mail in two Maildirs below `path`: inbox and sent."""

    transport: Literal["maildir"] = Field(default="maildir", description='"maildir"')
    path: NamedFile = Field(default=Path("mail"), description="the folder that holds the Maildirs inbox and sent")

    def resolved(self, folder: Path) -> Self:
        """The same with its relative path made absolute from `folder`."""
        return self.model_copy(update={"path": folder / self.path})


class DatabaseSettings(_Section):
    """Where everything is kept."""

    url: Annotated[str, AfterValidator(_sqlite_url)] = Field(
        default="sqlite:///visitbot.db",
        repr=False,
        description='the address of a SQLite file such as "sqlite:///visitbot.db"',
    )

    @property
    def path(self) -> Path:
        """The SQLite file."""
        return Path(self.url.removeprefix(SQLITE))


class ChatSettings(_Section):
    """The team's channel."""

    kind: Literal["none", "console"] = Field(default="console", description='"none" or "console"')

    def resolved(self, folder: Path) -> Self:
        """The same: it holds no path."""
        del folder
        return self


class OwnDiarySettings(_Section):
    """The bot's own record of the visits is the diary: what else advisers do is not known."""

    kind: Literal["own"] = Field(default="own", description='"own"')

    def resolved(self, folder: Path) -> Self:
        """The same: it holds no path."""
        del folder
        return self


class ConnectedDiary(BaseModel):
    """What is said of diaries that others see too."""

    holds: bool = Field(
        default=True, description="true if half days on offer are to stand in the diaries as tentative, else false"
    )


class PolicySettings(_Section):
    """How visits are arranged."""

    options: Whole = Field(default=3, ge=2, le=5, description="a whole number from 2 to 5")
    notice_school_days: Whole = Field(default=10, ge=1, le=60, description="a whole number from 1 to 60")
    chase_after_school_days: Whole = Field(default=5, ge=1, le=60, description="a whole number from 1 to 60")
    chases: Whole = Field(default=2, ge=0, le=2, description="a whole number from 0 to 2")
    offer_rounds: Whole = Field(default=3, ge=1, le=20, description="a whole number from 1 to 20")
    book_proposed: Literal["ask", "book"] = Field(default="ask", description='"ask" or "book"')
    remind_school_days: Whole = Field(default=5, ge=1, le=60, description="a whole number from 1 to 60")
    send_hours: TimeSpan = Field(
        default=Span(dt.time(7), dt.time(19)),
        description=_TIMES.format("07:00-19:00"),
    )
    terms: Annotated[tuple[TermName, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=("spring", "summer"), min_length=1, description='a list out of "autumn", "spring" and "summer"'
    )

    def to_policy(self) -> Policy:
        """The same as the mind knows it."""
        return Policy(
            options=self.options,
            notice_school_days=self.notice_school_days,
            chase_after_school_days=self.chase_after_school_days,
            chases=self.chases,
            offer_rounds=self.offer_rounds,
            book_proposed=self.book_proposed == "book",
            remind_school_days=self.remind_school_days,
            send_from=self.send_hours.start,
            send_until=self.send_hours.end,
            terms=self.terms,
        )


class PhaseHours(_Section):
    """The hours of the schools of one phase; what is not said is as for all schools."""

    am: TimeSpan | None = Field(default=None, description=_TIMES.format("09:00-12:00"))
    pm: TimeSpan | None = Field(default=None, description=_TIMES.format("13:00-15:30"))


class HoursSettings(_Section):
    """When the halves of a school day begin and end; `phase` is a table by phase of education as GIAS writes it."""

    am: TimeSpan = Field(
        default=Span(dt.time(9, 15), dt.time(12, 15)),
        description=_TIMES.format("09:15-12:15"),
    )
    pm: TimeSpan = Field(default=Span(dt.time(13), dt.time(15, 30)), description=_TIMES.format("13:00-15:30"))
    phase: dict[str, PhaseHours] = Field(default={}, description='tables such as [hours.phase."Primary"]')

    def to_hours(self, phase: str = "") -> Hours:
        """The hours of a school of that phase ("" for no phase in particular); capitals do not matter."""
        own = {name.casefold(): hours for name, hours in self.phase.items()}.get(phase.casefold(), PhaseHours())
        am, pm = own.am or self.am, own.pm or self.pm
        return Hours(am.start, am.end, pm.start, pm.end)


class DigestSettings(_Section):
    """Who gets the weekly digest by email; nobody unless it is said."""

    to: Annotated[tuple[Email, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=(), description='a list of email addresses such as ["manager@council.example"]'
    )


class LogSettings(_Section):
    """What goes to standard error."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description='"debug", "info", "warning" or "error"'
    )
    format: Literal["console", "json"] = Field(default="console", description='"console" or "json"')
