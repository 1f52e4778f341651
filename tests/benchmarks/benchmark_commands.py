"""What a person waits for at the command line, as whole processes: `--help`, and `visits` of 420 schools on SQLite.

    python -m tests.benchmarks.benchmark_commands [--schools N] [--times N]

Each command is run several times with the `visitbot` of this Python; the median counts. The exit status is 1 where a
bar is missed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handlers.clock import parse_moment
from handlers.inviting import invite
from tests.year.council import FIRST, council


@dataclass(frozen=True, slots=True)
class Bar:
    """A command, and how many seconds it may take."""

    arguments: tuple[str, ...]
    seconds: float


BARS = (
    Bar(("--help",), 0.3),
    Bar(("visits",), 1.0),
    Bar(("visits", "--format", "json"), 1.0),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--schools", type=int, default=420)
    parser.add_argument("--times", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        invited = council(folder, arguments.schools, advisers=8).parts
        invite(invited, parse_moment(f"{FIRST}T08:00"))
        listed = json.loads(_run(folder, ("visits", "--format", "json")))
        print(f"schools {arguments.schools}, visits listed {len(listed)}, median of {arguments.times} runs")
        good = [_within(bar, _seconds(folder, bar.arguments, arguments.times)) for bar in BARS]
    return int(not all(good) or len(listed) != arguments.schools)


def _within(bar: Bar, seconds: Sequence[float]) -> bool:
    median = statistics.median(seconds)
    name = f"visitbot {' '.join(bar.arguments)}"
    print(f"{name:32} {median:6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f}; bar: at most {bar.seconds} s)")
    return median <= bar.seconds


def _seconds(folder: Path, arguments: tuple[str, ...], times: int) -> list[float]:
    """The first run, which fills the caches of the disk, is left out."""
    taken: list[float] = []
    for _ in range(times + 1):
        begun = time.perf_counter()
        _run(folder, arguments)
        taken.append(time.perf_counter() - begun)
    return taken[1:]


def _run(folder: Path, arguments: tuple[str, ...]) -> str:
    program = Path(sys.executable).with_name("visitbot")
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
