"""The team's channel on the terminal: one short line a post; plain text when piped."""

from __future__ import annotations

from typing import TextIO

from bot.ports import Clock, Post
from handlers.clock import london


class ConsoleChannel:
    """Writes posts to `stream` (standard output if None), each with London time; the line itself names the visit."""

    def __init__(self, clock: Clock, stream: TextIO | None = None) -> None:
        from rich.console import Console

        self._clock = clock
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def post(self, post: Post) -> None:
        """Show one line; line breaks and control characters in the text become spaces."""
        from rich.text import Text

        line = Text.assemble((f"{london(self._clock.now()):%d %b %H:%M}", "dim"), "  ")
        line.append(_one_line(post.text))
        self._console.print(line)

    def find_posted(self, key: str) -> bool:
        """No: what a terminal has shown is not kept."""
        del key
        return False


def _one_line(text: str) -> str:
    """The text without anything that could move the cursor or hide what was written."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
