"""How much Slack takes: the limits of Block Kit as a table, and the way to stay below them.

From docs.slack.dev, "Block Kit" and "Views". Numbers count characters, or items where the name is a plural; of a
character outside the Basic Multilingual Plane (an emoji) both halves are counted, as JavaScript does.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ELLIPSIS = "…"

LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "message.blocks": 50,
        "message.text": 4_000,  # longer ones are allowed and cut
        "message.characters": 12_000,  # of all blocks as JSON; undocumented, near 13,200: slackapi/bolt-js#2509
        "modal.blocks": 100,
        "home.blocks": 100,
        "view.characters": 250_000,  # of the whole view as JSON
        "view.title": 24,
        "view.submit": 24,
        "view.close": 24,
        "view.callback_id": 255,
        "view.private_metadata": 3_000,
        "block.block_id": 255,
        "element.action_id": 255,
        "text.text": 3_000,
        "section.text": 3_000,
        "section.fields": 10,
        "section.field": 2_000,
        "header.text": 150,
        "context.elements": 10,
        "actions.elements": 25,
        "input.label": 2_000,
        "input.hint": 2_000,
        "button.text": 75,
        "button.value": 2_000,
        "button.accessibility_label": 75,
        "element.placeholder": 150,
        "static_select.options": 100,
        "radio_buttons.options": 10,
        "plain_text_input.initial_value": 3_000,
        "option.text": 75,
        "option.value": 150,
        "option.description": 75,
        "confirm.title": 100,
        "confirm.text": 300,
        "confirm.confirm": 30,
        "confirm.deny": 30,
    }
)
"""By what it is a limit of."""


def size(text: str) -> int:
    """How long Slack may count a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, most: int) -> str:
    """`text` in at most so many characters: cut between words where one ends in the second half, with an ellipsis.

    Neither an emoji nor an escaped character (`&amp;`) is cut in two.
    """
    if size(text) <= most:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)].decode("utf-16-le", "ignore")
    entity = kept.rfind("&")
    if entity >= 0 and ";" not in kept[entity:] and len(kept) - entity < len("&amp;"):
        kept = kept[:entity]
    space = kept.rfind(" ")
    if text[len(kept) : len(kept) + 1] != " " and space > most // 2:
        kept = kept[:space]
    return kept.rstrip(" ,:.–-") + ELLIPSIS


def clip_to(what: str, text: str) -> str:
    """`text` as long as this may be, by its name in LIMITS."""
    return clip(text, LIMITS[what])
