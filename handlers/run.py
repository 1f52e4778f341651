"""One round of work: everything that `run --once` does, and what the engine does again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.ports import MailError
from handlers.carrying_out import Tally
from handlers.diary.holds import write_holds
from handlers.diary.watching import watch_diaries
from handlers.effects import carry_out_due, settle_unknown
from handlers.on_clock import strike
from handlers.on_letter import handle_letters
from handlers.outages import INBOX, note_outages, outage
from handlers.parts import Parts
from handlers.taking_in import take_in


@dataclass(slots=True)
class RunResult:
    """What a round did; `problems` are sentences for people, empty when all went well."""

    fetched: int = 0
    handled: int = 0
    touched: int = 0
    mails: int = 0
    posts: int = 0
    problems: list[str] = field(default_factory=list)


def run_once(
    parts: Parts, now: dt.datetime, progress: Callable[[int, int], None] | None = None, *, patient: bool = False
) -> RunResult:
    """Fetch all mail, handle it, let the clock strike, and carry out all that is due at that moment.

    Letters come before mail, and mail before the clock, so that nobody is chased whose answer lies in the inbox. A
    `patient` round, one of many, leaves a mailbox alone that is down until its next try is due.
    """
    result, tally = RunResult(), Tally()
    settle_unknown(parts, now, tally)
    fetched = None if patient and _is_to_be_left_alone(parts, now) else _fetch(parts, now, tally)
    result.fetched = fetched or 0
    result.handled = handle_letters(parts, now, tally, progress)
    carry_out_due(parts, now, tally)
    if fetched is not None:
        # Where mail could not be fetched, an answer may lie unread: then nobody is chased.
        result.touched = strike(parts, now, tally)
    write_holds(parts, now, tally)
    watch_diaries(parts, now, tally)
    carry_out_due(parts, now, tally)
    note_outages(parts, tally.trouble.failed_services(), tally.trouble.sound_services(), now)
    result.mails, result.posts, result.problems = tally.mails, tally.posts, tally.problems
    return result


def _fetch(parts: Parts, now: dt.datetime, tally: Tally) -> int | None:
    """How many new letters were stored; None where the mailbox could not be read to its end."""
    try:
        fetched = take_in(parts, now)
    except MailError as error:
        tally.problems.append(str(error))
        tally.trouble.failed(INBOX)
        return None
    tally.trouble.worked(INBOX)
    return fetched


def _is_to_be_left_alone(parts: Parts, now: dt.datetime) -> bool:
    with parts.store.read() as records:
        down = outage(records, INBOX)
    return down is not None and now < down.next_try()
