"""A filter of JSON lines: one flushed line out for every line in; a line that breaks says so and the rest go on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import BinaryIO, TextIO

ANSWERS = {
    "replies": "handlers.explaining.replies",
    "dates": "handlers.explaining.dates",
    "mails": "handlers.explaining.mails",
}
"""What can be explained, and the module whose `answer` does it; imported only when asked for."""

Answer = Callable[[Mapping[str, object]], Mapping[str, object]]


def run(what: str, source: BinaryIO, out: TextIO) -> None:
    """Answer every line of `source` (UTF-8) on `out`, in ASCII. Raises KeyError for an unknown `what`."""
    answer: Answer = import_module(ANSWERS[what]).answer
    for line in source:
        out.write(one(answer, line.decode("utf-8", "replace")) + "\n")
        out.flush()


def one(answer: Answer, line: str) -> str:
    """The answer to one line, or what went wrong with it."""
    case: object = None
    try:
        case = json.loads(line)
        return json.dumps(answer(_record(case)))
    except Exception as error:  # noqa: BLE001 - one broken line must not end the run
        identity = case.get("id") if isinstance(case, dict) else None
        return json.dumps({"id": identity, "error": f"{type(error).__name__}: {error}"})


def _record(case: object) -> Mapping[str, object]:
    if not isinstance(case, dict):
        raise TypeError("a line is one JSON object")
    return case


def main(arguments: list[str]) -> int:
    """Run as `python -m handlers.explaining.lines replies|dates|mails`."""
    if len(arguments) != 1 or arguments[0] not in ANSWERS:
        sys.stderr.write(f"Say what to explain: {', '.join(ANSWERS)}.\n")
        return 2
    run(arguments[0], sys.stdin.buffer, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
