"""The digest as text, as a page and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from bot.digest_outlook import outlook_sentence
from bot.digest_values import AtRisk, DatedVisit, Digest, Outlook, SilentVisit, WaitingVisit, Week
from bot.wording.dates import count_text, long_date, short_date
from bot.wording.digest_tables import Table, digest_tables, states_table
from bot.wording.pages import html_page, text_page

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


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
        states=states_table(digest),
        bars=_bars(coverage.weeks),
        tables=digest_tables(digest),
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
