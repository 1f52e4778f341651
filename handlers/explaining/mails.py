"""`explain mail --jsonl`: what a raw mail is and says, one answer a file, never dying and never hanging."""

from __future__ import annotations

import datetime as dt
import re
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bot.model import CalendarAnswer, DeliveryReport, Letter, Visible
from bot.reading.automatic import kind_of
from bot.reading.calendar_answer import answer_in_notice
from bot.reading.letter import read_letter
from bot.reading.mime import LARGEST_MAIL
from bot.reading.visible import visible

_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr|i|rv|doorst|vs|vb)\s?:", re.IGNORECASE)
PATIENCE = 0.9
"""Seconds for one mail. The reader is bounded and needs a fraction of it; this is the belt to its braces."""


class OutOfPatienceError(Exception):
    """Reading one mail took longer than it may."""


def answer(line: Mapping[str, object]) -> dict[str, object]:
    """Answer {"id", "path"} with {"id", "kind", "text", "bounce", "calendar", "error"}.

    `text` is what the writer newly wrote, or the whole text of a mail that was only passed on; `bounce` and `calendar`
    are None where the mail is neither; `error` says in one sentence why a mail could not be read, and all else is then
    None or empty.
    """
    identity = line.get("id")
    try:
        with at_most(PATIENCE):
            return {"id": identity, **_told(read_letter(_bytes(line.get("path")))), "error": None}
    except OSError as error:
        reason = f"The file could not be read: {error.strerror or error}."
    except OutOfPatienceError:
        reason = f"Reading this mail took longer than {PATIENCE} seconds."
    except (RecursionError, MemoryError) as error:
        reason = f"Reading this mail took more room than it may ({type(error).__name__})."
    return {"id": identity, "kind": None, "text": "", "bounce": None, "calendar": None, "error": reason}


def _bytes(path: object) -> bytes:
    if not isinstance(path, str) or "\0" in path or not Path(path).is_file():
        raise OSError(f"no file at {path!r}")
    with Path(path).open("rb") as file:
        return file.read(LARGEST_MAIL + 1)


def _told(letter: Letter) -> dict[str, object]:
    seen = visible(letter.text)
    return {
        "kind": kind_of(letter).value,
        "text": _text(letter, seen),
        "bounce": _bounce(letter.delivery_report),
        "calendar": _calendar(letter.calendar or answer_in_notice(letter.subject, letter.text)),
    }


def _text(letter: Letter, seen: Visible) -> str:
    """What was newly written; of a mail that only passes another one on, all of it."""
    passed_on = seen.forwarded or _FORWARD.match(letter.subject) is not None
    return letter.text.strip() if passed_on and not seen.text else seen.text


def _bounce(report: DeliveryReport | None) -> dict[str, object] | None:
    return None if report is None else {"recipient": report.recipient, "status": report.status}


def _calendar(found: CalendarAnswer | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"method": found.method, "partstat": found.partstat, "dtstart": _iso(found.start)}


def _iso(moment: dt.datetime | dt.date | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise OutOfPatienceError in the block once the time is up.

    Works in the main thread of systems with interval timers, and interrupts regular expressions too; elsewhere the
    reader's own bounds must do.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise OutOfPatienceError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
