"""One round of work: everything that `run --once` does, and what the engine does again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.ports import MailError
from handlers.effects import Tally, carry_out_due, settle_unknown
from handlers.on_clock import strike
from handlers.on_letter import handle_letters
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


def run_once(parts: Parts, now: dt.datetime, progress: Callable[[int, int], None] | None = None) -> RunResult:
    """Fetch all mail, handle it, let the clock strike, and carry out all that is due at that moment.

    Letters come before mail, and mail before the clock, so that nobody is chased whose answer lies in the inbox.
    """
    result, tally = RunResult(), Tally()
    settle_unknown(parts, now, tally)
    try:
        result.fetched = take_in(parts, now)
    except MailError as error:
        tally.problems.append(str(error))
    result.handled = handle_letters(parts, now, progress)
    carry_out_due(parts, now, tally)
    if not tally.problems:
        # Where mail could not be fetched, an answer may lie unread: then nobody is chased.
        result.touched = strike(parts, now)
        carry_out_due(parts, now, tally)
    result.mails, result.posts, result.problems = tally.mails, tally.posts, tally.problems
    return result
