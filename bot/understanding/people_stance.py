"""What can be said of somebody's taking part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """What was said of somebody's taking part."""

    ATTENDS = "attends"
    ABSENT = "absent"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A stance and the rule that saw it."""

    stance: Stance
    rule: str
