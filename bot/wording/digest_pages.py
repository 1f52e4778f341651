"""The digest as text, as a page and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from bot.digest_outlook import outlook_sentence
from bot.digest_values import AtRisk, DatedVisit, Digest, Outlook, SilentVisit, WaitingVisit, Week
from bot.wording.dates import count_text, half_day, list_text, long_date, short_date, span_text
from bot.wording.pages import html_page, text_page
from bot.wording.people import GOVERNOR_WORDS
from bot.wording.plain import sentence_case
from bot.wording.reasons import reason_sentence
from bot.wording.view import STATE_WORDS

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
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


@dataclass(frozen=True, slots=True)
class Bar:
    """One week's visits: numbers, and their share of the fullest week in per cent."""

    week: str
    visited: int
    agreed: int
    visited_width: int
    agreed_width: int


@dataclass(frozen=True, slots=True)
class DigestView:
    """The words of a digest."""

    team: str
    title: str
    headline: tuple[str, ...]
    visited_width: int
    agreed_width: int
    states: Table
    bars: tuple[Bar, ...]
    tables: tuple[Table, ...]


def digest_text(digest: Digest) -> str:
    """The digest as plain text."""
    return text_page("digest", view=_view(digest), title="")


def digest_html(digest: Digest) -> str:
    """The digest as a page of its own, without scripts, images or anything fetched from elsewhere."""
    view = _view(digest)
    return html_page("digest", view=view, title=view.title)


def digest_json(digest: Digest) -> str:
    """The digest's figures as JSON: days as ISO dates, moments in UTC with Z."""
    coverage = digest.coverage
    value: Json = {
        "team": digest.team,
        "now": _utc(digest.now),
        "academic_year": digest.year,
        "agreed_between": [_utc(digest.since), _utc(digest.until)],
        "coverage": {
            "schools": coverage.schools,
            "not_invited": coverage.not_invited,
            "visited": coverage.visited,
            "agreed": coverage.agreed,
            "left": coverage.left,
            "half_days_left": digest.half_days_left,
            "states": {state.value: number for state, number in coverage.states},
            "weeks": [_week_json(week) for week in coverage.weeks],
        },
        "agreed_lately": [_dated_json(visit) for visit in digest.agreed_lately],
        "coming": [_dated_json(visit) for visit in digest.coming],
        "waiting": [_waiting_json(visit) for visit in digest.waiting],
        "silent": [_silent_json(visit) for visit in digest.silent],
        "advisers": [_outlook_json(outlook) for outlook in digest.outlooks],
        "at_risk": [_risk_json(risk) for risk in digest.at_risk],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def headline(digest: Digest) -> tuple[str, ...]:
    """The state of the year in a few sentences, the worst news among them."""
    coverage = digest.coverage
    share = f" ({_per_cent(coverage.visited, coverage.schools)}%)" if coverage.schools else ""
    figures = (
        f"{coverage.visited:,} of {count_text(coverage.schools, 'school')}{share} have been visited. "
        f"{count_text(coverage.agreed, 'visit')} {'is' if coverage.agreed == 1 else 'are'} agreed. "
        f"{count_text(coverage.left, 'school')} {'has' if coverage.left == 1 else 'have'} no date yet."
    )
    return (figures, _verdict(digest), *(outlook_sentence(outlook) for outlook in digest.outlooks if outlook.missed))


def _verdict(digest: Digest) -> str:
    left, days = digest.coverage.left, digest.half_days_left
    if left > days:
        return (
            f"The advisers together have {count_text(days, 'half day')} left for them, "
            f"so at least {count_text(left - days, 'school')} will be missed."
        )
    if any(outlook.missed for outlook in digest.outlooks):
        return f"The advisers together have {count_text(days, 'half day')} left, but not everybody has enough:"
    return f"The advisers have {count_text(days, 'half day')} left for them, which is enough." if left else ""


def _view(digest: Digest) -> DigestView:
    coverage = digest.coverage
    return DigestView(
        team=digest.team,
        title=f"{digest.team}: {long_date(digest.today)}",
        headline=tuple(filter(None, headline(digest))),
        visited_width=_per_cent(coverage.visited, coverage.schools),
        agreed_width=_per_cent(coverage.agreed, coverage.schools),
        states=_states_table(digest),
        bars=_bars(coverage.weeks),
        tables=(
            _risk_table(digest),
            _outlook_table(digest),
            _waiting_table(digest),
            _silent_table(digest),
            _dated_table("Agreed lately", _lately(digest), "Nothing was agreed.", digest.agreed_lately),
            _dated_table("The coming two weeks", "Visits in the next 14 days", "No visit takes place.", digest.coming),
        ),
    )


def _lately(digest: Digest) -> str:
    last = (digest.until - dt.timedelta(microseconds=1)).date()
    return f"Visits agreed {span_text(digest.since.date(), last)}"


def _states_table(digest: Digest) -> Table:
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


def _bars(weeks: tuple[Week, ...]) -> tuple[Bar, ...]:
    most = max((week.visited + week.agreed for week in weeks), default=0)
    return tuple(
        Bar(
            short_date(week.starts),
            week.visited,
            week.agreed,
            _per_cent(week.visited, most),
            _per_cent(week.agreed, most),
        )
        for week in weeks
    )


def _per_cent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _week_json(week: Week) -> Json:
    return {"starts": week.starts.isoformat(), "visited": week.visited, "agreed": week.agreed}


def _dated_json(visit: DatedVisit) -> Json:
    return {
        "reference": visit.reference,
        "school": visit.school,
        "adviser": visit.adviser,
        "date": visit.slot.date.isoformat(),
        "part": visit.slot.part.value,
        "roles": list(visit.roles),
        "governor": visit.governor.value,
    }


def _waiting_json(visit: WaitingVisit) -> Json:
    return {
        "reference": visit.reference,
        "school": visit.school,
        "adviser": visit.adviser,
        "reason_code": visit.reason.value if visit.reason else None,
        "since": _day(visit.since),
    }


def _silent_json(visit: SilentVisit) -> Json:
    return {
        "reference": visit.reference,
        "school": visit.school,
        "adviser": visit.adviser,
        "chases": visit.chases,
        "sent": _day(visit.sent),
    }


def _outlook_json(outlook: Outlook) -> Json:
    return {
        "adviser": outlook.adviser,
        "name": outlook.name,
        "schools_left": outlook.schools_left,
        "half_days_left": outlook.half_days_left,
        "missed": outlook.missed,
    }


def _risk_json(risk: AtRisk) -> Json:
    return {"reference": risk.reference, "school": risk.school, "adviser": risk.adviser, "why": risk.why}
