"""The adviser's card: why a visit waits, what was understood, and a button for each thing to do about it.

It never shows the text of a mail, an address, or anything about a child (law 3); of a sensitive letter it says only
that it should be read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import ReasonCode
from bot.wording.dates import clock, half_day, long_date
from bot.wording.plain import sentence_case
from bot.wording.reasons import reason_sentence
from bot.wording.view import STATE_WORDS
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views import understood
from handlers.chat.slack.views.escaping import bold, escaped, notice
from handlers.chat.slack.views.limits import clip
from handlers.chat.slack.views.pieces import actions, as_json, asks, button, context, fields, header, section
from handlers.chat.slack.views_of_records import OpenCard, Outcome
from handlers.clock import london

if TYPE_CHECKING:
    from slack_sdk.models import blocks as kit

NAME = 150
REASON = 500
"""Characters of a name, and of a reason."""
READ_IT = "Please read the letter yourself."
_STRANGERS = (ReasonCode.UNKNOWN_SENDER, ReasonCode.FAILED_AUTHENTICATION)
"""Reasons for which the writer could become a contact."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A button of every card for which `stands` holds."""

    text: str
    action: str
    stands: Callable[[OpenCard], bool] = lambda _: True


def _is_of_a_stranger(card: OpenCard) -> bool:
    return card.letter is not None and card.visit.reason_code in _STRANGERS


_DECIDE = (
    _Choice("Agree another date", "card_correct"),
    _Choice("Add contact and accept", "card_add_contact", _is_of_a_stranger),
)
_LOOK = (
    _Choice("Show the mail", "card_mail", lambda card: card.letter is not None),
    _Choice("I will handle it", "card_take_on", lambda card: not card.taken_by),
    _Choice("Go on waiting", "card_wait"),
    _Choice("Settled", "card_settled"),
)


def is_sensitive(card: OpenCard) -> bool:
    """Whether nothing of the letter may be shown but that it is there."""
    said = card.letter.understanding if card.letter else None
    return card.visit.reason_code is ReasonCode.SENSITIVE or (said is not None and said.sensitive)


def card(shown: OpenCard) -> Content:
    """The card while the visit waits."""
    reason = why(shown)
    state = sentence_case(STATE_WORDS[shown.visit.state])
    agreed = f"{state} for {half_day(shown.visit.agreed)}" if shown.visit.agreed else state
    made = [
        header(shown.school.name),
        *context(f"{escaped(shown.visit.reference)}  ·  {agreed}  ·  {escaped(shown.adviser.name, NAME)}"),
        section(bold(reason, REASON)),
        *_understood(shown),
        *context(handled_by(shown)),
        *actions(_agreeing(shown)),
        *actions([_reoffer(shown), *_buttons(_DECIDE, shown)]),
        *actions(_buttons(_LOOK, shown)),
    ]
    return Content(notice(f"{shown.visit.reference} {shown.school.name} needs you: {reason}"), as_json(made))


def why(shown: OpenCard) -> str:
    """Why it waits, in a plain sentence; of a sensitive letter only that it should be read."""
    if is_sensitive(shown):
        return READ_IT
    code = shown.visit.reason_code
    return shown.visit.reason or (reason_sentence(code) if code else "This visit waits for you.")


def handled_by(shown: OpenCard) -> str:
    """Who has taken it on, as mrkdwn; "" for nobody yet."""
    return f"{bold(shown.taken_by, NAME)} is handling this." if shown.taken_by else ""


def _understood(shown: OpenCard) -> list[kit.SectionBlock]:
    said = shown.letter.understanding if shown.letter else None
    if said is None or is_sensitive(shown):
        return []
    days = "\n".join(understood.half_days(said))
    people = understood.taking_part(said.attendees, said.governor)
    away = understood.taking_part(said.absent, said.governor) if said.absent else ""
    asked = "Yes, please answer it" if said.has_question else ""
    return fields([("Half days", days), ("Taking part", people), ("Not there", away), ("A question", asked)])


def _value(shown: OpenCard, option: int = 0) -> str:
    number = f":{option}" if option else ""
    return f"{shown.visit.reference}:{shown.effect_id}{number}"


def _agreeing(shown: OpenCard) -> list[kit.InteractiveElement]:
    """A button for each half day that could be booked; the only one is the one to press."""
    if is_sensitive(shown):
        return []
    style = "primary" if len(shown.slots) == 1 else None
    made: list[kit.InteractiveElement] = []
    for item in shown.slots:
        when = half_day(item.slot)
        sure = asks(
            "Agree this half day?",
            f"{when}, with {clip(shown.school.name, 100)}. The school gets a confirmation by email.",
            "Agree",
            "Not yet",
        )
        text, action = f"Agree {when}", f"card_agree_{item.option}"
        made.append(button(text, action, _value(shown, item.option), style=style, asks=sure))
    return made


def buttons_at_home(shown: OpenCard) -> list[kit.InteractiveElement]:
    """The card's buttons in one row, for where many cards stand below one another."""
    return [*_agreeing(shown), _reoffer(shown), *_buttons(_DECIDE, shown), *_buttons(_LOOK[:2], shown)]


def _reoffer(shown: OpenCard) -> kit.InteractiveElement:
    agreed = f" {half_day(shown.visit.agreed)} is given up." if shown.visit.agreed else ""
    sure = asks(
        "Offer other dates?",
        f"{clip(shown.school.name, 100)} gets an email with other half days to choose from.{agreed}",
        "Offer",
        "Not yet",
    )
    return button("Offer other dates", "card_reoffer", _value(shown), asks=sure)


def _buttons(choices: tuple[_Choice, ...], shown: OpenCard) -> list[kit.InteractiveElement]:
    return [button(item.text, item.action, _value(shown)) for item in choices if item.stands(shown)]


def closed_card(reference: str, school: str, outcome: Outcome, *, newer: bool) -> Content:
    """What a card says when nothing is to be done about it any more."""
    by = f", by {clip(outcome.by, NAME)}" if outcome.by else ""
    told = "There is a newer card about this visit." if newer else f"{clip(outcome.told, REASON - NAME)}{by}"
    moment = london(outcome.at) if outcome.at and not newer else None
    when = f"{long_date(moment.date())} at {clock(moment.time())}" if moment else ""
    made = [
        section(f"{bold(school or reference, NAME)}\n{escaped(told, REASON)}"),
        *context("  ·  ".join(text for text in (escaped(reference), when) if text)),
    ]
    return Content(notice(f"{reference} {school}: {told}"), as_json(made))
