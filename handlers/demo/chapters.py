"""One visit, and each thing that happened to it, in the words that a page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.effects import MailKind
from bot.model import DATED_STATES, Action, Governor, HistoryLine, LetterState, Visit, VisitState, WaitingFor
from bot.wording.dates import half_day, list_text, short_date
from bot.wording.people import attendee_text
from handlers.demo.days import STAND_NAMES, Day, Span, spans, stand_of
from handlers.demo.marks import Stretch, cut
from handlers.story import Event, ReadCopy, SentCopy, Story, ToldLine
from storage.stored import StoredLetter

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
_ACTIONS: Mapping[Action, str] = {
    Action.CONFIRM: "agrees a half day",
    Action.CONSIDER: "asks for a date of its own",
    Action.REOFFER: "needs other half days",
    Action.UPDATE_ATTENDEES: "tells who will take part",
    Action.CANCEL: "does not want the visit",
    Action.SIGN_OFF: "agrees the report",
    Action.DISPUTE: "wants the report changed",
    Action.WAIT: "an answer will follow",
}
_GOVERNORS: Mapping[Governor, str] = {Governor.NAMED: "named", Governor.UNAVAILABLE: "cannot take part"}
_TAGS: Mapping[str, str] = {VisitState.REPORTED: "visited", VisitState.SIGNED_OFF: "visited"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One event as the page shows it; which fields are filled depends on what it is.

    `sort` is that of a line: "person", "clock" or "told". `is_later` is False at the moment of the event before.
    """

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
    sort: str = ""
    is_sensitive: bool = False
    is_letter: bool = False
    is_mail: bool = False
    is_later: bool = True


@dataclass(frozen=True, slots=True)
class Chapter:
    """One visit as the page shows it."""

    reference: str
    school: str
    adviser: str
    state: str
    tag: str
    slot: str
    short_slot: str
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


def chapter_of(story: Story, days: Sequence[Day], persona: str) -> Chapter:
    """A visit's chapter; `days` draw its states over time, `persona` says how its school behaves."""
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
        short_slot=half_day(visit.agreed).replace(f" {visit.agreed.date.year},", ",") if visit.agreed else "",
        slot_name="Visited on" if visit.state in DATED_STATES - {VisitState.AGREED} else "Agreed date",
        attendees=list_text([attendee_text(attendee) for attendee in visit.attendees]),
        governor=_GOVERNORS.get(visit.governor, "not named"),
        reason=_reason(visit),
        letters=sum(isinstance(event, ReadCopy) for event in story.events),
        events=_events(story),
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


def _events(story: Story) -> tuple[Shown, ...]:
    shown = [_shown(event, story) for event in story.events if not _is_told_elsewhere(event)]
    moments = [None, *(event.at for event in shown)]
    return tuple(replace(event, is_later=event.at != before) for event, before in zip(shown, moments, strict=False))


def _shown(event: Event, story: Story) -> Shown:
    if isinstance(event, ReadCopy):
        return shown_letter(event)
    if isinstance(event, SentCopy):
        return _mail(event)
    if isinstance(event, ToldLine):
        return Shown(event.at, event.text, who="in the channel", sort="told")
    is_person = "@" in event.by
    who = story.adviser.name if event.by == story.adviser.email else event.by
    rule = f" ({event.rule})" if event.rule and event.rule != event.by and not is_person else ""
    return Shown(event.at, f"{event.what}{rule}", who=who, sort="person" if is_person else "clock")


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


def verdict(letter: StoredLetter) -> str:
    """What became of a letter, in a few words: "Acted on: agrees a half day"."""
    asked = _ACTIONS.get(letter.action, "") if letter.action else ""
    return f"{_VERDICTS[letter.state]}: {asked}" if asked else _VERDICTS[letter.state]


def shown_letter(copy: ReadCopy) -> Shown:
    """A letter with its telling words marked, and what became of it."""
    letter, said = copy.letter, copy.letter.understanding
    outcome = [line.what for line in copy.history]
    if not any(letter.reason in line for line in outcome):
        outcome.insert(0, letter.reason)
    return Shown(
        copy.at,
        what=f"A letter from {copy.writer.partition(' <')[0] or 'nobody'}",
        writer=copy.writer,
        subject=letter.subject,
        verdict=verdict(letter),
        rule=letter.rule,
        outcome=tuple(dict.fromkeys(outcome)),
        stretches=cut(copy.text, copy.visible, said),
        is_sensitive=bool(said and said.sensitive),
        is_letter=True,
    )
