"""How fast and how safely replies are read, beside dateparser's search_dates on the same bodies in the same run.

Run from the repository's root: `python tests/benchmarks/benchmark_reading.py`. Prints both sides and their ratio. Exit
status 1 when a labelled reply would be booked wrongly.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from handlers.explaining.replies import Case, read_case, shown

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
BODIES = (
    "Hi,\n\nOption 2 please. Mrs Patel (SENCo) and our link governor will be there.\n\nMany thanks\nPriya",
    "None of these work I'm afraid. Any Tuesday in March, or w/c 19 April?\n\nKind regards\nTom",
    "Thanks, I'll check with the head and let you know by Friday.\n\nSent from my iPhone",
    "The 26th is fine but not the 28th. If you could come at 9.30 that would help.\n\nJo",
)
QUOTE = (
    "\n\nFrom: Virtual School Visits <visits@council.example>\nSent: 12 January 2027 09:00\n"
    "Subject: Virtual School visit\n\n"
    "1. Tuesday 26 January 2027, morning\n2. Thursday 28 January 2027, afternoon\n3. Tuesday 2 February 2027, morning\n"
)
OFFERED = [
    {"option": number, "date": date, "part": part}
    for number, date, part in ((1, "2027-01-26", "am"), (2, "2027-01-28", "pm"), (3, "2027-02-02", "am"))
]


def labelled() -> list[dict]:
    """The labelled replies beside the repository, else a few of our own without labels."""
    files = sorted(CORPUS.glob("replies-dev*.jsonl"))
    found = [json.loads(line) for path in files for line in path.open(encoding="utf-8")]
    return found or [
        {
            "id": f"own-{number}",
            "now": "2027-01-13T10:00:00",
            "visit": {"reference": "VS-0421", "state": "offered", "school": "Oak", "offered": OFFERED, "agreed": None,
                      "contacts": [{"name": "Priya Nair", "role": "designated_teacher", "email": "p@oak.example"}]},
            "message": {"from": "Priya <p@oak.example>", "subject": "RE: Visit", "headers": {}, "text": body + QUOTE},
        }
        for number, body in enumerate(BODIES * 5)
    ]  # fmt: skip


def timed(work: Callable[[object], object], items: Sequence[object]) -> list[float]:
    """Milliseconds of processor time for each item."""
    spent = []
    for item in items:
        began = time.process_time_ns()
        work(item)
        spent.append((time.process_time_ns() - began) / 1e6)
    return spent


def line(name: str, spent: Sequence[float]) -> str:
    ordered = sorted(spent)
    p99 = ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)]
    median, mean = statistics.median(spent), statistics.mean(spent)
    return f"{name:14} median {median:8.3f} ms   p99 {p99:8.3f} ms   mean {mean:8.3f} ms"


def understood(case: object) -> dict[str, object]:
    from bot.understanding.reply import understand

    assert isinstance(case, Case)
    return shown(understand(case.letter, case.conversation, case.calendar, case.now))


def unsafe(cases: Sequence[dict], seen: Sequence[dict[str, object]]) -> list[str]:
    """The cases that would be booked though the label says otherwise."""
    wrong = []
    for case, answer in zip(cases, seen, strict=True):
        gold = case.get("gold")
        accepted = answer["accepted"]
        booked = answer["action"] == "confirm" and isinstance(accepted, list)
        if gold and booked and (gold["action"] != "confirm" or accepted[0] not in gold["accepted"]):
            wrong.append(case["id"])
    return wrong


def main() -> int:
    from dateparser.search import search_dates

    cases = labelled()
    read = [read_case(case) for case in cases]
    answers = [understood(case) for case in read]
    search_dates("26 January", languages=["en"], settings={"DATE_ORDER": "DMY"})
    ours = timed(understood, read)
    bodies = [case.letter.text for case in read[:60]]
    theirs = timed(lambda text: search_dates(str(text), languages=["en"], settings={"DATE_ORDER": "DMY"}), bodies)
    sys.stdout.write(line("understand", ours) + f"   ({len(read)} whole mails)\n")
    sys.stdout.write(line("search_dates", theirs) + f"   ({len(bodies)} of the same bodies)\n")
    same = ours[: len(bodies)]
    sys.stdout.write(f"ratio of means on the same bodies: {statistics.mean(theirs) / statistics.mean(same):.1f}\n")
    wrong = unsafe(cases, answers)
    sys.stdout.write(f"booked wrongly: {len(wrong)} {wrong or ''}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
