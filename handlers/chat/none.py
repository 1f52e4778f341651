"""No chat: the channel of a team that has none."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ports import Post


@dataclass(frozen=True, slots=True)
class NoChannel:
    """Takes every line and shows none."""

    def post(self, post: Post) -> None:
        """Nothing: there is nowhere to show it."""

    def find_posted(self, key: str) -> bool:
        """Yes: what is shown nowhere is not to be shown again."""
        del key
        return True
