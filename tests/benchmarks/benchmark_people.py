"""How fast the people of a reply and what is sensitive in it are found, in milliseconds of processor time.

Run from the repository's root: `python -m tests.benchmarks.benchmark_people [--rounds N]`. Prints the median and the
95th percentile over the labelled replies beside the repository, else over a few of our own, and the slowest of some
letters made to be slow. Exit status 1 where the median of both together is above the bar.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bot.model import Address, Contact, Conversation, ConversationState, Letter, Role, Visible
from bot.reading.visible import visible
from bot.understanding.people import people
from bot.understanding.people_quoted import speaking_quotes
from bot.understanding.sensitive import sensitive

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
BAR = 0.3
CONVERSATION = Conversation(
    "VS-0001",
    ConversationState.OFFERED,
    "Elmfold Primary",
    (),
    None,
    (Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@elmfold.example"),),
)
BODIES = (
    "Option 2 please. Mrs Patel (SENCo) and our link governor will be there.\n\nMany thanks\nPriya",
    "None of these work. Any Tuesday in March?\n\nKind regards\nPriya",
    "You'll meet me, Mr Khan (deputy) and Ada Fox from the governors. Kayden M. has moved again.",
)
MONSTROUS = ("me and " * 100_000, "our governor " * 60_000, "Kayden M. " * 60_000, "(" * 500_000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    letters = [Letter("<1@x.example>", Address("Priya Nair", "p.nair@elmfold.example"), "", text) for text in _texts()]
    ready = [(letter, visible(letter.text)) for letter in letters]
    spent = [min(_milliseconds(letter, seen) for _ in range(rounds)) for letter, seen in ready]
    print(f"{len(spent)} replies: median {statistics.median(spent):.3f} ms, 95th {_percentile(spent, 0.95):.3f} ms")
    for text in MONSTROUS:
        letter = Letter("<1@x.example>", Address("", ""), "", text)
        print(f"{text[:14]!r} x {len(text):,} characters: {_milliseconds(letter, visible(text)):.0f} ms")
    return int(statistics.median(spent) > BAR)


def _texts() -> Sequence[str]:
    lines = [line for path in sorted(CORPUS.glob("replies-dev*.jsonl")) for line in path.open(encoding="utf-8")]
    return [json.loads(line)["message"]["text"] for line in lines] or BODIES


def _milliseconds(letter: Letter, seen: Visible) -> float:
    begun = time.process_time_ns()
    asides = speaking_quotes(seen, letter)
    sensitive(seen, letter, CONVERSATION, people(seen, letter, CONVERSATION, asides).attendees, asides)
    return (time.process_time_ns() - begun) / 1e6


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]


if __name__ == "__main__":
    sys.exit(main())
