"""The one seam between what happens in Slack and how it looks."""

from __future__ import annotations

from bot.model import Slot
from bot.wording.dates import half_day
from handlers.chat.slack.api import Json
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views_of_records import OpenCard, Outcome
from handlers.listing import ListedVisit


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def line(text: str) -> list[Json]:
    """One line as a block."""
    return [{"type": "section", "text": {"type": "mrkdwn", "text": _plain(text)[:3000]}}]


def visit_message(item: ListedVisit) -> Content:
    """The visit's message in the channel."""
    when = f", {half_day(item.visit.agreed)}" if item.visit.agreed else ""
    text = f"{item.visit.reference} {item.school_name}: {item.visit.state.value.replace('_', ' ')}{when}"
    return Content(text, line(f"{text}, {item.adviser_name}"))


def card(open_: OpenCard) -> Content:
    """An adviser's card with its buttons."""
    text = f"{open_.visit.reference} {open_.school.name}: {open_.visit.reason}"
    value = f"{open_.visit.reference}:{open_.effect_id}"
    buttons = [_button(_agree(item.slot), "card_agree", f"{value}:{item.option}", item.option) for item in open_.slots]
    buttons.append(_button("Offer other dates", "card_reoffer", value))
    buttons.append(_button("I will handle it", "card_take_on", value))
    shown = f"{text} ({open_.taken_by} handles it)" if open_.taken_by else text
    return Content(text, [*line(shown), {"type": "actions", "elements": buttons}])


def _agree(slot: Slot) -> str:
    return f"Agree {half_day(slot)}"[:75]


def _button(text: str, action: str, value: str, number: int = 0) -> Json:
    id_ = f"{action}_{number}" if number else action
    return {"type": "button", "text": {"type": "plain_text", "text": text}, "action_id": id_, "value": value}


def closed_card(reference: str, school: str, outcome: Outcome, *, newer: bool) -> Content:
    """What a card says when nothing is to be done about it any more."""
    by = f", by {outcome.by}" if outcome.by else ""
    text = f"{reference} {school}: {'there is a newer card' if newer else outcome.told + by}"
    return Content(text, line(text))
