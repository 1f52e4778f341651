"""How fast and how safely replies are read, beside dateparser's search_dates on the same bodies in the same run.

Run from the repository's root: `python tests/benchmarks/benchmark_reading.py [ROUNDS]`. Whole mails are read, from
`understand` on. Each figure is the processor time of a mail's quickest round, so that a busy machine disturbs little;
both sides take turns and have as many rounds. Exit status 1 when a labelled reply would be booked wrongly, when a huge
text takes too long, or when a bar is missed on the labelled corpus, where that stands beside the repository.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.model import Understanding
from bot.understanding.reply import LONGEST_REPLY, understand
from handlers.explaining.replies import Case, read_case, shown

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
MEDIAN_MS, P99_MS, TIMES_FASTER, HUGE_S = 1.0, 10.0, 20.0, 2.0
"""The bars: for a whole mail on a quiet core, against search_dates, and for each huge text."""
COMPARED = 60
"""How many mails search_dates reads as well; it takes its time."""

OFFERED = [
    {"option": number, "date": date, "part": part}
    for number, date, part in ((1, "2027-01-26", "am"), (2, "2027-01-28", "pm"), (3, "2027-02-02", "am"))
]
BODIES = (
    ("Hi,\n\nOption 2 please. Mrs Patel (SENCo) and our link governor will be there.\n\nMany thanks\nPriya", 2),
    ("None of these work I'm afraid. Any Tuesday in March, or w/c 19 April?\n\nKind regards\nTom", None),
    ("Thanks, I'll check with the head and let you know by Friday.\n\nSent from my iPhone", None),
    ("The 26th is fine but not the 28th. If you could come at 9.30 that would help.\n\nJo", 1),
)
"""Bodies of our own, with the option that may be booked (None: nothing may)."""
QUOTE = (
    "\n\nFrom: Virtual School Visits <visits@council.example>\nSent: 12 January 2027 09:00\n"
    "Subject: Virtual School visit\n\n"
    "1. Tuesday 26 January 2027, morning\n2. Thursday 28 January 2027, afternoon\n3. Tuesday 2 February 2027, morning\n"
)
HUGE = {
    "1 MB of text": "We would love to see you at the school on any day that suits you. " * 15_600,
    "10,000 dates": "Tuesday 26 January 2027 at 9.30, " * 10_000,
    "10,000 names": "".join(f"Anna Miller{number % 97} (SENCo), " for number in range(10_000)),
}


def labelled() -> list[dict]:
    """The labelled replies beside the repository, else a few of our own."""
    files = sorted(CORPUS.glob("replies-dev*.jsonl"))
    found = [json.loads(line) for path in files for line in path.open(encoding="utf-8")]
    return found or [own_case(number, *BODIES[number % len(BODIES)]) for number in range(20)]


def own_case(number: int, body: str, option: int | None) -> dict:
    slot = {"date": OFFERED[option - 1]["date"], "part": OFFERED[option - 1]["part"]} if option else None
    contact = {"name": "Priya Nair", "role": "designated_teacher", "email": "p@oak.example"}
    return {
        "id": f"own-{number}",
        "now": "2027-01-13T10:00:00",
        "visit": {"reference": "VS-0421", "state": "offered", "school": "Oak", "offered": OFFERED, "agreed": None,
                  "contacts": [contact]},
        "message": {"from": "Priya <p@oak.example>", "subject": "RE: Visit", "headers": {}, "text": body + QUOTE},
        "gold": {"action": "confirm" if slot else "hand_over", "accepted": [slot] if slot else []},
    }  # fmt: skip


def understood(case: Case) -> Understanding:
    return understand(case.letter, case.conversation, case.calendar, case.now)


def searched(case: Case) -> object:
    from dateparser.search import search_dates

    return search_dates(case.letter.text, languages=["en"], settings={"DATE_ORDER": "DMY"})


def spent(work: Callable[[Case], object], case: Case) -> float:
    """Milliseconds of processor time."""
    began = time.process_time_ns()
    work(case)
    return (time.process_time_ns() - began) / 1e6


def line(name: str, times: Sequence[float]) -> str:
    median, mean = statistics.median(times), statistics.mean(times)
    return f"{name:14} median {median:8.3f} ms   p99 {p99(times):8.3f} ms   mean {mean:8.3f} ms"


def p99(times: Sequence[float]) -> float:
    return sorted(times)[min(int(len(times) * 0.99), len(times) - 1)]


def unsafe(cases: Sequence[dict], read: Sequence[Case]) -> list[str]:
    """The cases that would be booked though the label says otherwise."""
    wrong = []
    for case, letter in zip(cases, read, strict=True):
        gold, answer = case.get("gold"), shown(understood(letter))
        accepted = answer["accepted"]
        booked = answer["action"] == "confirm" and isinstance(accepted, list)
        if gold and booked and (gold["action"] != "confirm" or accepted[0] not in gold["accepted"]):
            wrong.append(case["id"])
    return wrong


def timed(read: Sequence[Case], rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds for each mail, and for search_dates on the first of them, mail by mail in turn."""
    searched(read[0])
    ours, theirs = [], []
    for number, case in enumerate(read):
        if number < COMPARED:
            theirs.append(min(spent(searched, case) for _ in range(rounds)))
        ours.append(min(spent(understood, case) for _ in range(rounds)))
    return ours, theirs


def huge(case: Case) -> dict[str, float]:
    """Seconds for each huge text as a reply, and for as much of it as is not too long to be understood."""
    found = {}
    for name, text in HUGE.items():
        for title, part in ((name, text), (f"{name}, cut", text[: LONGEST_REPLY - 100])):
            letter = replace(case.letter, text=part)
            found[title] = spent(understood, replace(case, letter=letter)) / 1e3
    return found


def missed(ours: Sequence[float], ratio: float) -> list[str]:
    """The bars that are missed, in words."""
    bars = (
        (statistics.median(ours) <= MEDIAN_MS, f"median of a mail over {MEDIAN_MS:g} ms"),
        (p99(ours) <= P99_MS, f"99 of 100 mails over {P99_MS:g} ms"),
        (ratio >= TIMES_FASTER, f"less than {TIMES_FASTER:g} times as fast as search_dates"),
    )
    return [words for held, words in bars if not held]


def main(rounds: int = 3) -> int:
    """Print both sides, their ratio and what is missed."""
    cases = labelled()
    read = [read_case(case) for case in cases]
    wrong = unsafe(cases, read)
    ours, theirs = timed(read, rounds)
    ratio = statistics.mean(theirs) / statistics.mean(ours[: len(theirs)])
    slow = huge(read[0])
    say = sys.stdout.write
    say(line("understand", ours) + f"   ({len(read)} whole mails)\n")
    say(line("search_dates", theirs) + f"   ({len(theirs)} of the same bodies)\n")
    say(f"search_dates takes {ratio:.1f} times as long on the same bodies\n")
    say("".join(f"{name:19} {seconds:8.3f} s\n" for name, seconds in slow.items()))
    say(f"booked wrongly: {len(wrong)} {wrong or ''}\n")
    failed = missed(ours, ratio) if CORPUS.is_dir() else []
    failed += [f"{name} over {HUGE_S:g} s" for name, seconds in slow.items() if seconds > HUGE_S]
    say("".join(f"missed: {words}\n" for words in failed))
    return 1 if wrong or failed else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
