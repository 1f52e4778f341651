"""Labelled replies of our own, and how well they are read: `python -m tests.corpus.scoring`.

Each line is a case: id, now, visit, message, and in `gold` what a careful administrator would understand. The files
were written by different hands that did not know the reader. `WORKED` have been used to improve it since; `HELD_OUT`
have not, and stay unread by whoever works on the reader: their figures tell what mail that nobody has seen will meet.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handlers.explaining.replies import answer
from tests.corpus.short_replies import in_full

FOLDER = Path(__file__).parent
WORKED = (
    "fresh-a", "fresh-b", "fresh-c", "fresh-d", "fresh-e", "fresh-f", "fresh-g", "fresh-h", "fresh-i", "fresh-j",
    "fresh-k", "fresh-m",
)  # fmt: skip
HELD_OUT = ("fresh-l",)
SHORT = (
    "short-yes-1", "short-yes-2", "short-people-1", "short-rest-1", "short-rest-2", "short-mail-1", "short-doubts-1",
    "short-yes-3", "short-people-2", "short-moves-2", "short-mail-2", "short-doubts-2", "short-doubts-3",
)  # fmt: skip
"""Replies of one to six sentences, without what a mail has around them; worked on as well."""
Case = Mapping[str, Any]


@dataclass(frozen=True)
class Score:
    """Counts over a file; `unsafe` and `wrong` hold ids of cases."""

    cases: int
    unsafe: tuple[str, ...]
    wrong: tuple[str, ...]
    handed_over: float

    @property
    def straight_through(self) -> float:
        """The share of replies that need no person and were acted on rightly."""
        return 1 - len(self.wrong) / self.cases


def cases(name: str) -> list[Case]:
    """The cases of a file."""
    found = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [in_full(case) for case in found] if name in SHORT else found


def score(name: str) -> Score:
    """Read every case of a file and compare."""
    pairs = [(case, answer({key: case[key] for key in ("id", "now", "visit", "message")})) for case in cases(name)]
    for_a_person = [said for case, said in pairs if case["gold"]["action"] == "hand_over"]
    others = [(case, said) for case, said in pairs if case["gold"]["action"] != "hand_over"]
    return Score(
        cases=len(others),
        unsafe=tuple(case["id"] for case, said in pairs if is_unsafe(said, case["gold"])),
        wrong=tuple(case["id"] for case, said in others if not is_right(said, case["gold"])),
        handed_over=sum(said["action"] == "hand_over" for said in for_a_person) / max(len(for_a_person), 1),
    )


def is_unsafe(said: Case, gold: Case) -> bool:
    """Whether acting on the answer would do something that the school did not say."""
    if said["action"] == "confirm":
        return gold["action"] != "confirm" or _slot(said["accepted"][0]) not in map(_slot, gold["accepted"])
    if said["action"] == "consider":
        return gold["action"] not in ("consider", "reoffer") or not _covers(gold["proposed"], said["proposed"])
    return said["action"] in ("cancel", "sign_off") and said["action"] != gold["action"]


def is_right(said: Case, gold: Case) -> bool:
    """Whether the answer does just what the label asks for."""
    if said["action"] != gold["action"] or is_unsafe(said, gold):
        return False
    if gold["action"] == "update_attendees":
        return _people(said) == _people(gold)
    return gold["action"] != "consider" or _covers(said["proposed"], gold["proposed"])


def _people(said: Case) -> set[tuple[str, str | None]]:
    """Names and roles; capitals and full stops do not count."""
    return {
        (" ".join((person["name"] or "").lower().replace(".", " ").split()), person["role"])
        for person in said["attendees"]
    }


def _slot(item: Case) -> tuple[str, str | None]:
    return item["date"], item["part"]


def _covers(known: Sequence[Case], items: Sequence[Case]) -> bool:
    """Whether each item is among the known ones; a half of the day that one side leaves open fits both."""

    def same(one: Case, other: Case) -> bool:
        parts = {one["part"], other["part"]}
        return one["date"] == other["date"] and (len(parts) == 1 or None in parts)

    return all(any(same(item, other) for other in known) for item in items)


def main() -> int:
    for name in (*WORKED, *SHORT, *HELD_OUT):
        found = score(name)
        print(
            f"{name}: unsafe {len(found.unsafe)}, straight through {found.straight_through:.3f},"
            f" handed over {found.handed_over:.3f}"
        )
        if name in HELD_OUT:
            continue
        print(f"  unsafe: {', '.join(found.unsafe) or 'none'}")
        print(f"  wrong:  {', '.join(found.wrong) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
