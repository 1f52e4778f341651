"""The digest's lists as tables of words, the same for text and page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.digest_values import DatedVisit, Digest
from bot.local_time import local_day
from bot.wording.dates import half_day, list_text, short_date, span_text
from bot.wording.people import GOVERNOR_WORDS
from bot.wording.plain import sentence_case
from bot.wording.reasons import reason_sentence
from bot.wording.view import STATE_WORDS

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words: `empty` is said instead where there is no row."""

    heading: str
    caption: str
    columns: Row
    rows: tuple[Row, ...]
    empty: str

    @property
    def numeric(self) -> frozenset[int]:
        """The places of the columns that hold nothing but numbers."""
        return frozenset(
            place for place in range(len(self.columns)) if self.rows and all(row[place].isdigit() for row in self.rows)
        )


def digest_tables(digest: Digest) -> tuple[Table, ...]:
    """Every list but the states, the most urgent first."""
    return (
        _risk_table(digest),
        _outlook_table(digest),
        _waiting_table(digest),
        _silent_table(digest),
        _dated_table("Agreed lately", _lately(digest), "Nothing was agreed.", digest.agreed_lately),
        _dated_table("The coming two weeks", "Visits in the next 14 days", "No visit takes place.", digest.coming),
    )


def _lately(digest: Digest) -> str:
    last = local_day(digest.until - dt.timedelta(microseconds=1))
    return f"Visits agreed {span_text(local_day(digest.since), last)}"


def states_table(digest: Digest) -> Table:
    """How many schools are in each state; states without a school are left out."""
    rows = [(sentence_case(STATE_WORDS[state]), str(number)) for state, number in digest.coverage.states if number]
    if digest.coverage.not_invited:
        rows.insert(0, ("Not invited yet", str(digest.coverage.not_invited)))
    years = f"{digest.year - 1} to {digest.year}"
    return Table(
        "Where the schools stand",
        f"Schools by state, academic year {years}",
        ("State", "Schools"),
        tuple(rows),
        "No school.",
    )


def _dated_table(heading: str, caption: str, empty: str, visits: tuple[DatedVisit, ...]) -> Table:
    rows = tuple(
        (
            half_day(visit.slot),
            visit.school,
            visit.adviser,
            sentence_case(list_text(visit.roles)) or "Not said yet",
            sentence_case(GOVERNOR_WORDS[visit.governor]),
            visit.reference,
        )
        for visit in visits
    )
    return Table(heading, caption, ("Date", "School", "Adviser", "Who", "Governor", "Reference"), rows, empty)


def _waiting_table(digest: Digest) -> Table:
    rows = tuple(
        (
            visit.school,
            visit.adviser,
            reason_sentence(visit.reason) if visit.reason else "No reason recorded.",
            short_date(visit.since) if visit.since else "",
            visit.reference,
        )
        for visit in digest.waiting
    )
    columns = ("School", "Adviser", "Why", "Since", "Reference")
    return Table("Waiting for an adviser", "Visits that a person must decide", columns, rows, "Nothing waits.")


def _silent_table(digest: Digest) -> Table:
    rows = tuple(
        (
            visit.school,
            visit.adviser,
            str(visit.chases),
            short_date(visit.sent) if visit.sent else "Not sent",
            visit.reference,
        )
        for visit in digest.silent
    )
    columns = ("School", "Adviser", "Reminders", "Offer sent", "Reference")
    return Table(
        "Silent schools", "Schools that were reminded and have not answered", columns, rows, "No school is silent."
    )


def _outlook_table(digest: Digest) -> Table:
    rows = tuple(
        (outlook.name, str(outlook.schools_left), str(outlook.half_days_left), str(outlook.missed))
        for outlook in digest.outlooks
    )
    columns = ("Adviser", "Schools left", "Half days left", "Will be missed")
    return Table("Advisers", "Schools without a date against half days left", columns, rows, "No adviser is known.")


def _risk_table(digest: Digest) -> Table:
    rows = tuple((risk.school, risk.adviser, risk.why, risk.reference) for risk in digest.at_risk)
    columns = ("School", "Adviser", "Why", "Reference")
    return Table(
        "At risk of being missed", "Schools that may not be visited this year", columns, rows, "No school is at risk."
    )
