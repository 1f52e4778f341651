"""The App Home of an adviser or a manager, as things stand now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.local_time import local_day
from bot.model import Visit, VisitState, WaitingFor
from bot.school_days import academic_year
from handlers.chat.slack import faces
from handlers.chat.slack.people import Person
from handlers.chat.slack.views.team import Colleague, team_in_figures
from handlers.chat.slack.views_of_records import HomeShown, open_card
from handlers.chat.slack.window import Window
from handlers.digesting import current_coverage
from handlers.listing import ListedVisit
from handlers.parts import Parts
from storage.records import Records

WEEK = dt.timedelta(days=7)


def publish_home(window: Window, person: Person) -> None:
    """Show it; raises ChatError."""
    with window.parts.store.read() as records:
        shown = home_shown(records, window.parts, person, window.clock.now())
    window.api.call("views.publish", user_id=person.user, view=faces.home(shown))


def home_shown(records: Records, parts: Parts, person: Person, now: dt.datetime) -> HomeShown:
    """What stands in it."""
    today = local_day(now)
    visits = records.visits()
    coming = sorted((visit for visit in visits if _is_coming(visit, today)), key=_by_date)
    waiting = [visit for visit in visits if visit.waiting_for is WaitingFor.ADVISER]
    own = [visit for visit in waiting if visit.adviser == person.asker]
    cards = (open_card(records, visit.reference) for visit in own[: faces.MOST_CARDS])
    soon = [visit for visit in coming if visit.agreed and visit.agreed.date < today + WEEK]
    return HomeShown(
        name=person.name,
        today=today,
        mine=_named(records, (visit for visit in coming if visit.adviser == person.asker)),
        waiting=_named(records, own),
        coverage=current_coverage(records, parts, now),
        is_manager=person.is_manager,
        cards=tuple(card for card in cards if card is not None),
        team=_team(records, visits, today) if person.is_manager else (),
        team_waiting=_named(records, waiting) if person.is_manager else (),
        team_week=_named(records, soon) if person.is_manager else (),
    )


def _team(records: Records, visits: Iterable[Visit], today: dt.date) -> tuple[Colleague, ...]:
    year = academic_year(today)
    return team_in_figures((visit for visit in visits if visit.academic_year == year), records.advisers())


def _is_coming(visit: Visit, today: dt.date) -> bool:
    return visit.state is VisitState.AGREED and visit.agreed is not None and visit.agreed.date >= today


def _by_date(visit: Visit) -> tuple[dt.date, str, str]:
    return (visit.agreed.date, visit.agreed.part, visit.reference) if visit.agreed else (dt.date.max, "", "")


def _named(records: Records, visits: Iterable[Visit]) -> tuple[ListedVisit, ...]:
    chosen = tuple(visits)
    records.fetch_schools_ahead({visit.urn for visit in chosen})
    return tuple(ListedVisit(visit, records.school(visit.urn), records.adviser(visit.adviser)) for visit in chosen)
