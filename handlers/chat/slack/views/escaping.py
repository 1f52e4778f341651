"""Words from mail and imports, made harmless for Slack's mrkdwn.

Slack parses `<...>` (mentions, links), `&` and, at the edges of words, `*`, `_`, `~` and backticks; there is no way to
escape the latter four, so there they become characters that look alike. docs.slack.dev, "Formatting message text".
"""

from __future__ import annotations

import re
import unicodedata

from bot.wording.plain import one_line
from handlers.chat.slack.views.limits import LIMITS, clip

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LOOK_ALIKES = str.maketrans(
    {
        "*": "\N{ASTERISK OPERATOR}",
        "_": "\N{MODIFIER LETTER LOW MACRON}",
        "~": "\N{TILDE OPERATOR}",
        "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
        ":": "\N{MODIFIER LETTER COLON}",
        ">": "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
    }
)
_FORMATTING = re.compile(
    r"`"
    r"|(?<![^\W_])[*_~]+|[*_~]+(?![^\W_])"  # not between two letters or digits, as in "o_brien"
    r"|:(?=[\w+'-]+:)"  # :emoji:
    r"|^>"  # a quotation
)


def escaped(text: str, most: int = LIMITS["text.text"]) -> str:
    """`text` as one line of mrkdwn that shows its characters and does nothing else, in at most so many characters."""
    line = clip(one_line(text), most)
    return clip(_FORMATTING.sub(lambda found: found[0].translate(_LOOK_ALIKES), line).translate(_ENTITIES), most)


NOTICE = 600


def notice(text: str) -> str:
    """`text` for a message's line without blocks, which notifications show and Slack parses; never empty."""
    return escaped(text, NOTICE) or "–"


def bold(text: str, most: int = LIMITS["text.text"]) -> str:
    """`text`, escaped, in bold; "" for nothing."""
    shown = escaped(text, most - 2)
    return f"*{shown}*" if shown else ""


def plain(text: str) -> str:
    """`text` as one line for a plain_text object, where nothing is parsed."""
    return one_line(text)


def plain_lines(text: str) -> str:
    """A text of several lines for where nothing is parsed: its line breaks stay, other control characters do not.

    Marks that turn the direction of writing go too, so that nobody's words can change how ours are read.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(shown for character in unified if (shown := _kept(character)))


_KEPT_FORMATS = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")
"""They make one sign of several in scripts and emoji."""


def _kept(character: str) -> str:
    if character == "\n" or character.isprintable() or character in _KEPT_FORMATS:
        return character
    return "" if unicodedata.category(character) in ("Cf", "Cc", "Cs") else " "
