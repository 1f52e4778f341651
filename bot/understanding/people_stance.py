"""What can be said of somebody's taking part."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Stance(StrEnum):
    """What was said of somebody's taking part."""

    ATTENDS = "attends"
    ABSENT = "absent"
    PERHAPS = "perhaps"


class Verdict(NamedTuple):
    """A stance and the rule that saw it."""

    stance: Stance
    rule: str
