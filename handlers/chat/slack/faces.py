"""The one seam between what happens in Slack and how it looks: every view by its name, and the ids of its buttons."""

from __future__ import annotations

import re

from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.answers import answer, choice, confirmation, for_all
from handlers.chat.slack.views.cards import card, closed_card
from handlers.chat.slack.views.digest import digest_message
from handlers.chat.slack.views.escaping import notice
from handlers.chat.slack.views.home import MOST_CARDS, home
from handlers.chat.slack.views.modals import contact_modal, correct_modal, mail_modal
from handlers.chat.slack.views.pieces import Json, as_json, plain_section
from handlers.chat.slack.views.summary import summary
from handlers.chat.slack.views.visit_message import visit_message

__all__ = [
    "MOST_CARDS", "action_pattern", "answer", "card", "choice", "closed_card", "confirmation", "contact_modal",
    "correct_modal", "digest_message", "for_all", "home", "line", "mail_modal", "notice", "summary", "told",
    "visit_message",
]  # fmt: skip


def line(text: str) -> list[Json]:
    """One line, as it is, as a block."""
    return as_json([plain_section(text)])


def told(text: str) -> Content:
    """One line as a message."""
    return Content(notice(text), line(text))


def action_pattern(name: str) -> re.Pattern[str]:
    """The ids of all buttons of that name: several in one message are told apart by a number."""
    return re.compile(rf"{name}(_\d+)?")
