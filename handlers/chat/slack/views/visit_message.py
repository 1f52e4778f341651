"""A visit's one message in the team's channel, by its state: school, half day, roles, adviser and reason (law 3)."""

from __future__ import annotations

from bot.model import DATED_STATES, Visit, VisitState, WaitingFor
from bot.wording.dates import count_text, half_day
from bot.wording.plain import sentence_case
from bot.wording.reasons import reason_words
from bot.wording.view import STATE_WORDS
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views import understood
from handlers.chat.slack.views.escaping import bold, escaped, notice
from handlers.chat.slack.views.pieces import as_json, context, section
from handlers.listing import ListedVisit

NAME = 150
"""Characters of a name."""
SIGNS = {
    VisitState.TO_ARRANGE: "⚪",
    VisitState.OFFERED: "🟡",
    VisitState.AGREED: "🔵",
    VisitState.VISITED: "🟢",
    VisitState.REPORTED: "🟢",
    VisitState.SIGNED_OFF: "🟢",
    VisitState.CANCELLED: "⚫",
}
WAITS = "🟠"
"""Signs beside the words, which say the same; in the colours of the bar of coverage."""


def sign(visit: Visit) -> str:
    """The state at a glance."""
    return WAITS if visit.waiting_for is WaitingFor.ADVISER else SIGNS[visit.state]


def state_text(visit: Visit) -> str:
    """How a visit stands: "Agreed: Tuesday 26 January 2027, morning", "3 half days offered"."""
    if visit.agreed and visit.state in DATED_STATES:
        return f"{sentence_case(STATE_WORDS[visit.state])}: {half_day(visit.agreed)}"
    offer = visit.open_offer
    if visit.state is VisitState.OFFERED and offer is not None:
        reminded = f", {count_text(offer.chases, 'reminder')} sent" if offer.chases else ""
        return f"{count_text(len(offer.slots), 'half day')} offered{reminded}"
    return sentence_case(STATE_WORDS[visit.state])


def waits_text(visit: Visit, adviser: str) -> str:
    """Whose turn it is, where it is an adviser's: "Needs Sam Okafor: reply unclear"; else ""."""
    if visit.waiting_for is not WaitingFor.ADVISER:
        return ""
    why = f": {reason_words(visit.reason_code)}" if visit.reason_code else ""
    return f"Needs {adviser}{why}"


def adviser_of(item: ListedVisit) -> str:
    """The adviser's name; never an address in its place."""
    return item.adviser.name if item.adviser else "an adviser"


def visit_message(item: ListedVisit) -> Content:
    """The message as the visit is now; it is updated as the visit moves."""
    visit, adviser = item.visit, adviser_of(item)
    state, waits = state_text(visit), waits_text(visit, adviser)
    people = understood.taking_part(visit.attendees, visit.governor) if visit.agreed else ""
    facts = (visit.reference, adviser, f"Taking part: {people}" if people else "")
    lines = (f"{sign(visit)} {bold(item.school_name, NAME)}", escaped(state), escaped(waits, NAME))
    made = [
        section("\n".join(line for line in lines if line)),
        *context("  ·  ".join(escaped(text, NAME) for text in facts if text)),
    ]
    told = f"{visit.reference} {item.school_name}: {waits or f'{state}, {adviser}'}"
    return Content(notice(told), as_json(made))
