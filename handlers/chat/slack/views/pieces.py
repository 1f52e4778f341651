"""The few blocks that every view is made of, by slack_sdk's models, each within its limits.

`mrkdwn` arguments are ours or escaped already; all others are shown as they are. slack_sdk is imported when a view is
made, not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.chat.slack.views.escaping import plain
from handlers.chat.slack.views.limits import LIMITS, clip, clip_to

if TYPE_CHECKING:
    from slack_sdk.models import blocks as kit

Json = Mapping[str, object]


def as_json(made: Iterable[kit.Block]) -> list[Json]:
    """Blocks as Slack takes them; raises SlackObjectFormationError where slack_sdk finds one faulty."""
    return [block.to_dict() for block in made]


def marked_text(mrkdwn: str) -> kit.MarkdownTextObject:
    """Formatted text; `verbatim`, so that addresses and names in it do not become links; never empty."""
    from slack_sdk.models.blocks import MarkdownTextObject

    return MarkdownTextObject(text=clip_to("text.text", mrkdwn) or "–", verbatim=True)


def plain_text(text: str, most: int) -> kit.PlainTextObject:
    """Text in which nothing is parsed, not even the names of emoji; never empty."""
    from slack_sdk.models.blocks import PlainTextObject

    return PlainTextObject(text=clip(plain(text), most) or "–", emoji=False)


def header(text: str) -> kit.HeaderBlock:
    """A heading."""
    from slack_sdk.models.blocks import HeaderBlock

    return HeaderBlock(text=plain_text(text, LIMITS["header.text"]))


def section(mrkdwn: str, accessory: kit.BlockElement | None = None) -> kit.SectionBlock:
    """A paragraph, with perhaps a button beside it."""
    from slack_sdk.models.blocks import SectionBlock

    return SectionBlock(text=marked_text(mrkdwn), accessory=accessory)


def fields(pairs: Sequence[tuple[str, str]]) -> list[kit.SectionBlock]:
    """Facts in two columns: a heading and mrkdwn each; those without words are left out."""
    from slack_sdk.models.blocks import MarkdownTextObject, SectionBlock

    made = [
        MarkdownTextObject(text=clip_to("section.field", f"*{name}*\n{mrkdwn}"), verbatim=True)
        for name, mrkdwn in pairs
        if mrkdwn
    ]
    return [SectionBlock(fields=made[: LIMITS["section.fields"]])] if made else []


def context(*mrkdwn: str) -> list[kit.ContextBlock]:
    """Small print; nothing where there is nothing to say."""
    from slack_sdk.models.blocks import ContextBlock

    said = [marked_text(text) for text in mrkdwn if text]
    return [ContextBlock(elements=said[: LIMITS["context.elements"]])] if said else []


def divider() -> kit.DividerBlock:
    """A line across."""
    from slack_sdk.models.blocks import DividerBlock

    return DividerBlock()


def actions(buttons: Sequence[kit.InteractiveElement]) -> list[kit.ActionsBlock]:
    """A row of buttons; nothing where there is none."""
    from slack_sdk.models.blocks import ActionsBlock

    return [ActionsBlock(elements=list(buttons[: LIMITS["actions.elements"]]))] if buttons else []


def button(
    text: str, action_id: str, value: str, *, style: str | None = None, asks: kit.ConfirmObject | None = None
) -> kit.ButtonElement:
    """A button. Its value is ids, and must fit as it is: what was cut would mean something else."""
    from slack_sdk.models.blocks import ButtonElement

    label = plain_text(text, LIMITS["button.text"])
    return ButtonElement(text=label, action_id=action_id, value=value, style=style, confirm=asks)


def asks(title: str, text: str, yes: str, no: str) -> kit.ConfirmObject:
    """Slack's own question before a button acts."""
    from slack_sdk.models.blocks import ConfirmObject

    return ConfirmObject(
        title=plain_text(title, LIMITS["confirm.title"]),
        text=plain_text(text, LIMITS["confirm.text"]),
        confirm=plain_text(yes, LIMITS["confirm.confirm"]),
        deny=plain_text(no, LIMITS["confirm.deny"]),
    )


def option(text: str, value: str, description: str = "") -> kit.Option:
    """One of several to choose from; its value is an id of at most 150 characters."""
    from slack_sdk.models.blocks import Option

    said = plain_text(description, LIMITS["option.description"]) if description else None
    return Option(text=plain_text(text, LIMITS["option.text"]), value=value, description=said)


def plain_section(text: str, accessory: kit.BlockElement | None = None) -> kit.SectionBlock:
    """A paragraph in which nothing is parsed."""
    from slack_sdk.models.blocks import SectionBlock

    return SectionBlock(text=plain_text(text, LIMITS["section.text"]), accessory=accessory)
