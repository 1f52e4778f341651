"""What an examination finds: one line for each thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and one sentence that says what is wrong and how to mend it."""

    what: str
    sentence: str
    well: bool = True


def wrong(what: str, sentence: str) -> Finding:
    """Something that has to be mended."""
    return Finding(what, sentence, well=False)
