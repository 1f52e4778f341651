"""One line each for the team's channel. Law 3: school, date, part, state, adviser and reason; nothing of a mail."""

from __future__ import annotations

import datetime as dt

from bot.digest_values import Digest
from bot.local_time import LONDON
from bot.model import ReasonCode, Slot
from bot.wording.dates import clock, count_text, half_day, long_date
from bot.wording.plain import one_line
from bot.wording.reasons import reason_words


def offered(reference: str, school: str, slots: int, number: int) -> str:
    """Offer `number` of a visit was made, of so many slots."""
    again = f" (offer {number})" if number > 1 else ""
    return _line(reference, school, f"offered {count_text(slots, 'half day')}{again}")


def chased(reference: str, school: str, count: int) -> str:
    """The school was reminded of an offer for the `count`-th time."""
    return _line(reference, school, f"no answer yet, reminder {count} sent")


def agreed(reference: str, school: str, slot: Slot, adviser: str) -> str:
    """A date was agreed."""
    return _line(reference, school, f"agreed {half_day(slot)}", adviser)


def changed(reference: str, school: str, slot: Slot, adviser: str) -> str:
    """A visit that had a date has another."""
    return _line(reference, school, f"moved to {half_day(slot)}", adviser)


def cancelled(reference: str, school: str) -> str:
    """There will be no visit this year."""
    return _line(reference, school, "cancelled")


def postponed(reference: str, school: str, slot: Slot) -> str:
    """The agreed date was given up, and another is being looked for."""
    return _line(reference, school, f"postponed, was {half_day(slot)}")


def needs_adviser(reference: str, school: str, adviser: str, code: ReasonCode) -> str:
    """A person must look at a visit."""
    return _line(reference, school, f"needs {one_line(adviser) or 'an adviser'}: {reason_words(code)}")


def letter_waiting(letter_id: int, code: ReasonCode) -> str:
    """A person must look at a letter that belongs to no visit."""
    return f"Letter {letter_id} needs a person: {reason_words(code)}. To open it: visitbot letters show {letter_id}"


def bounced(reference: str, school: str) -> str:
    """A mail could not be delivered; the next contact is being tried."""
    return _line(reference, school, "email not delivered, trying the next contact")


def visited(reference: str, school: str, adviser: str) -> str:
    """The day of the visit has passed."""
    return _line(reference, school, "visited", adviser)


def digest_ready(digest: Digest) -> str:
    """The week in one line: how far the year is, what waits and what is at risk."""
    coverage = digest.coverage
    told = [
        f"{coverage.visited:,} of {count_text(coverage.schools, 'school')} visited",
        f"{coverage.agreed:,} agreed",
        f"{coverage.left:,} without a date",
        f"{len(digest.waiting):,} waiting for an adviser",
        f"{len(digest.at_risk):,} at risk",
    ]
    return f"{digest.team}, this week: {', '.join(told)}. The whole digest: visitbot digest"


_SERVICES = {
    "inbox": ("Mail has not been fetched", "Mail is fetched again", "letters wait in the mailbox"),
    "mail": ("Mail has not been sent", "Mail is sent again", "what is to be sent waits"),
    "diary": ("The advisers' diaries have not been reached", "The diaries are reached again", "answers may wait"),
    "chat": ("The chat has not been reached", "The chat is reached again", "lines wait"),
}
"""What is said of a service that is down, of one that is back, and what it means in the meantime."""


def unreachable(service: str, since: dt.datetime) -> str:
    """A service has been down for a while; nothing is lost by it."""
    down, _, meaning = _SERVICES[service]
    return f"{down} since {_moment(since)}; {meaning}, nothing is lost. To see why: visitbot doctor"


def back(service: str, since: dt.datetime) -> str:
    """A service of which the channel was told is back."""
    return f"{_SERVICES[service][1]}, after a break since {_moment(since)}."


def _moment(moment: dt.datetime) -> str:
    local = moment.astimezone(LONDON)
    return f"{clock(local.time())} on {long_date(local.date())}"


def _line(reference: str, school: str, told: str, adviser: str = "") -> str:
    with_whom = f", with {one_line(adviser)}" if one_line(adviser) else ""
    return f"{one_line(reference)} {one_line(school)}: {told}{with_whom}"
