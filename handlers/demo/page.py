"""One static page that tells every visit's story; needs no script, no network and no other file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.effects import MailKind
from bot.model import DATED_STATES, HistoryLine, LetterState, Visit, VisitState, WaitingFor
from bot.wording.dates import clock, half_day, list_text, long_date, short_date
from bot.wording.people import GOVERNOR_WORDS, attendee_text
from handlers.clock import london
from handlers.demo.days import STAND_NAMES, Chart, Day, Span, chart, spans, stand_of
from handlers.demo.marks import Stretch, cut
from handlers.story import Event, ReadCopy, SentCopy, Story, ToldLine
from storage.stored import StoredLetter

if TYPE_CHECKING:
    from jinja2 import Environment, Template

MAIL_NAMES: Mapping[MailKind, str] = {
    MailKind.OFFER: "We offer half days",
    MailKind.CHASE: "We remind the school",
    MailKind.REOFFER: "We offer other half days",
    MailKind.CONFIRMATION: "We confirm the visit, with an invitation",
    MailKind.CHANGE: "We confirm the new date, with an invitation",
    MailKind.CANCELLATION: "We cancel the invitation",
    MailKind.REMINDER: "We remind everybody of the visit",
    MailKind.QUESTION: "We ask the school",
    MailKind.REPORT: "We send the report",
    MailKind.DIGEST: "The weekly digest",
    MailKind.CARD: "A card for the adviser",
}
_VERDICTS: Mapping[LetterState, str] = {
    LetterState.NEW: "Not read yet",
    LetterState.HANDLED: "Acted on",
    LetterState.HELD: "Handed to the adviser",
    LetterState.SET_ASIDE: "Could not be read: set aside for a person",
    LetterState.IGNORED: "Nothing to do",
}
_TAGS: Mapping[str, str] = {VisitState.REPORTED: "visited", VisitState.SIGNED_OFF: "visited"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the numbers at the head of the page."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look further: a file, a folder or a command."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One event as the page shows it; which fields are filled depends on what it is."""

    at: dt.datetime
    text: str = ""
    what: str = ""
    who: str = ""
    to: str = ""
    writer: str = ""
    subject: str = ""
    attachments: str = ""
    verdict: str = ""
    rule: str = ""
    outcome: tuple[str, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    is_sensitive: bool = False
    is_letter: bool = False
    is_mail: bool = False
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One visit as the page shows it."""

    reference: str
    school: str
    adviser: str
    state: str
    tag: str
    slot: str
    slot_name: str
    attendees: str
    governor: str
    reason: str
    letters: int
    events: tuple[Shown, ...]
    persona: str = ""
    spans: tuple[Span, ...] = ()
    spans_text: str = ""
    first_day: str = ""
    last_day: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Everything the page is made of. `strangers` are letters of no visit; `personas` go by URN."""

    title: str
    lead: str
    stories: tuple[Story, ...]
    figures: tuple[Figure, ...] = ()
    digests: tuple[SentCopy, ...] = ()
    strangers: tuple[ReadCopy, ...] = ()
    days: tuple[Day, ...] = ()
    personas: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] = ()


def render(book: Book) -> str:
    """The page as HTML."""
    chapters = [_chapter(story, book.days, book.personas.get(story.visit.urn, "")) for story in book.stories]
    drawn: Chart | None = chart(book.days, len(chapters))
    return _template().render(
        title=book.title,
        lead=book.lead,
        figures=book.figures,
        digests=sorted(book.digests, key=lambda mail: mail.at, reverse=True),
        chart=drawn,
        chapters=chapters,
        strangers=[_letter(letter) for letter in book.strangers],
        places=book.places,
    )


def verdict(letter: StoredLetter) -> str:
    """What became of a letter, in a few words: "Acted on: confirm"."""
    action = f": {letter.action.value.replace('_', ' ')}" if letter.action else ""
    return f"{_VERDICTS[letter.state]}{action}"


def moment_text(at: dt.datetime) -> str:
    """A moment in England: "Tuesday 26 January 2027, 9:15am"."""
    local = london(at)
    return f"{long_date(local.date())}, {clock(local.time())}"


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = FileSystemLoader(Path(__file__).parent / "templates")
    environment: Environment = Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["moment"] = moment_text
    environment.filters["iso"] = lambda at: london(at).isoformat(timespec="minutes")
    return environment.get_template("page.html.j2")


def _chapter(story: Story, days: Sequence[Day], persona: str) -> Chapter:
    visit = story.visit
    runs = spans(days, visit.reference) if days else ()
    stand = stand_of(visit)
    return Chapter(
        reference=visit.reference,
        school=story.school.name,
        adviser=story.adviser.name,
        state=STAND_NAMES[stand],
        tag=_TAGS.get(stand, stand),
        slot=half_day(visit.agreed) if visit.agreed else "",
        slot_name="Visited on" if visit.state in DATED_STATES - {VisitState.AGREED} else "Agreed date",
        attendees=list_text([attendee_text(attendee) for attendee in visit.attendees]),
        governor=GOVERNOR_WORDS[visit.governor],
        reason=_reason(visit),
        letters=sum(isinstance(event, ReadCopy) for event in story.events),
        events=tuple(_shown(event) for event in story.events if not _is_told_elsewhere(event)),
        persona=persona,
        spans=runs,
        spans_text="; ".join(span.name for span in runs),
        first_day=short_date(days[0].date) if days else "",
        last_day=short_date(days[-1].date) if days else "",
    )


def _reason(visit: Visit) -> str:
    return visit.reason if visit.waiting_for is WaitingFor.ADVISER else ""


def _is_told_elsewhere(event: Event) -> bool:
    """History that a letter caused stands with the letter."""
    return isinstance(event, HistoryLine) and event.letter_id is not None


def _shown(event: Event) -> Shown:
    if isinstance(event, ReadCopy):
        return _letter(event)
    if isinstance(event, SentCopy):
        return _mail(event)
    if isinstance(event, ToldLine):
        return Shown(event.at, event.text, is_told=True)
    rule = f" ({event.rule})" if event.rule else ""
    return Shown(event.at, f"{event.what}{rule}", who=event.by)


def _mail(mail: SentCopy) -> Shown:
    return Shown(
        mail.at,
        mail.text,
        what=MAIL_NAMES[mail.kind] + (f": not sent, {mail.why_not}" if mail.why_not else ""),
        to=list_text([*mail.to, *mail.cc]),
        subject=mail.subject,
        attachments=list_text(mail.attachments),
        is_mail=True,
    )


def _letter(copy: ReadCopy) -> Shown:
    letter, said = copy.letter, copy.letter.understanding
    outcome = (letter.reason, *(line.what for line in copy.history))
    return Shown(
        copy.at,
        what=f"A letter from {copy.writer.partition(' <')[0] or 'nobody'}",
        writer=copy.writer,
        subject=letter.subject,
        verdict=verdict(letter),
        rule=letter.rule,
        outcome=tuple(dict.fromkeys(line for line in outcome if line)),
        stretches=cut(copy.text, copy.visible, said.evidence if said else ()),
        is_sensitive=bool(said and said.sensitive),
        is_letter=True,
    )
