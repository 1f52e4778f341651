"""Which lines for the channel are which event, by their keys, so that a team can say what it wants to hear of."""

from __future__ import annotations

import re

_KEYS: tuple[tuple[str, str], ...] = (
    (r"letter/.+", "letter"),
    (r"digest/.+", "digest"),
    (r"outage/.+", "outage"),
    (r".+/post/offer/\d+", "offered"),
    (r".+/post/chase/.+", "reminded"),
    (r".+/post/bounced/.+", "bounced"),
    (r".+/post/card/.+", "needs_adviser"),
    (r".+/post/agreed/0", "agreed"),
    (r".+/post/agreed/\d+", "moved"),
    (r".+/post/postponed/.+", "postponed"),
    (r".+/post/cancelled/.+", "cancelled"),
    (r".+/post/visited", "visited"),
)


def event_of(key: str) -> str:
    """The event that a post tells of, "" for one that has no name."""
    return next((name for pattern, name in _KEYS if re.fullmatch(pattern, key)), "")
