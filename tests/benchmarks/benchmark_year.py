"""A year of 420 schools and 8 advisers through `run --once` on SQLite: replies a second, wall time, peak memory.

    python -m tests.benchmarks.benchmark_year [--schools N] [--advisers N] [--folder DIR]

Replies a second count all the work of all rounds: mail in, reading, deciding, booking, mail out, and the offers,
reminders and digests of the whole year too. The simulated schools' own time is left out. The exit status is 1 where a
bar is missed or the year went wrong.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.year.council import council, faults

REPLIES_A_SECOND, MEGABYTES = 40, 250


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--schools", type=int, default=420)
    parser.add_argument("--advisers", type=int, default=8)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        return _play(arguments.folder or Path(temporary), arguments.schools, arguments.advisers)


def _play(folder: Path, schools: int, advisers: int) -> int:
    year = council(folder, schools, advisers)
    begun = time.perf_counter()
    year.play(_timed)
    wall, work = time.perf_counter() - begun, sum(year.seconds_of_days)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1000)
    wrong = list(faults(year))
    with year.parts.store.read() as records:
        states = Counter(visit.state.value for visit in records.visits())
    rate = year.letters / work
    print(f"schools {schools}, advisers {advisers}, replies {year.letters}, rounds {len(year.seconds_of_days)}")
    print(f"states at the end: {dict(states)}")
    print(f"replies a second  {rate:8.1f}   (bar: at least {REPLIES_A_SECOND})")
    letters, seconds = max(zip(year.letters_of_days, year.seconds_of_days, strict=True))
    print(f"on the busiest day {letters / seconds:7.1f}   ({letters} replies in {seconds:.1f} s)")
    print(f"work of all rounds {work:7.1f} s")
    print(f"wall time          {wall:7.1f} s, the simulated schools included")
    print(f"peak memory        {peak:7.1f} MB  (bar: under {MEGABYTES})")
    print(f"faults             {len(wrong):7}   (bar: 0)")
    for sentence in wrong[:20]:
        print(" ", sentence)
    return int(bool(wrong) or rate < REPLIES_A_SECOND or peak >= MEGABYTES)


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
