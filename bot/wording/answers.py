"""Answers of one click: `mailto:` links (RFC 6068) that write the school's reply for it."""

from __future__ import annotations

from urllib.parse import quote

from bot.model import OfferedSlot
from bot.wording.dates import half_day
from bot.wording.headers import checked_address


def answer_link(to: str, subject: str, body: str) -> str:
    """A `mailto:` link that opens a mail to us. `body` has a plain line feed at each line's end."""
    local, _, domain = checked_address(to).rpartition("@")
    written = body.replace("\n", "\r\n")
    return f"mailto:{_quoted(local)}@{domain}?subject={_quoted(subject)}&body={_quoted(written)}"


def option_answer(offered: OfferedSlot) -> str:
    """What the link of one option writes: its number and its date, so that neither can be taken for another."""
    return f"Option {offered.option} please: {half_day(offered.slot)}.\n\nTaking part: \n"


def none_answer() -> str:
    """What the link for no option writes."""
    return "None of these suits us.\n\nBetter for us: \n"


def _quoted(text: str) -> str:
    return quote(text, safe="")
