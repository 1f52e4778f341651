"""Whatever stands in the records, Slack takes what we show, and nothing that came from outside does anything there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.digest_values import AtRisk, Outlook
from bot.model import Adviser, Evidence, ReasonCode, School, Slot, Understanding
from handlers.chat.slack import faces
from handlers.chat.slack.views.team import Colleague
from handlers.chat.slack.views_of_records import OpenCard, Outcome
from handlers.listing import ListedVisit
from handlers.on_question import Reply
from tests.chat import view_samples as samples
from tests.chat.view_faults import message_faults, view_faults
from tests.chat.view_samples import HOSTILE, NASTY, any_cards, any_visits

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(any_cards())
def test_any_card_is_taken(card: OpenCard) -> None:
    assert message_faults(faces.card(card)) == []


@few
@given(HOSTILE, HOSTILE, HOSTILE, st.booleans(), st.none() | st.datetimes(timezones=st.just(dt.UTC)))
def test_any_closed_card_is_taken(school: str, told: str, by: str, newer: bool, at: dt.datetime | None) -> None:
    at = at.replace(year=2027) if at else None
    assert message_faults(faces.closed_card("VS-0421", school, Outcome(told, by, at), newer=newer)) == []


@few
@given(any_visits())
def test_any_visit_has_its_message(item: ListedVisit) -> None:
    assert message_faults(faces.visit_message(item)) == []


@few
@given(HOSTILE, st.lists(any_visits(), max_size=14), HOSTILE, st.integers(-3, 50))
def test_any_answer_is_taken(heading: str, visits: list[ListedVisit], asked: str, page: int) -> None:
    reply = Reply(heading, tuple(visits))
    assert message_faults(faces.answer(reply, asked, page)) == []
    assert message_faults(faces.for_all(reply)) == []


@few
@given(HOSTILE, st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=60))
def test_any_choice_is_taken(heading: str, items: list[tuple[str, str]]) -> None:
    assert message_faults(faces.choice(heading, items, "deed_choose")) == []


@few
@given(HOSTILE, HOSTILE)
def test_anything_to_confirm_is_taken(sentence: str, value: str) -> None:
    assert message_faults(faces.confirmation(sentence, value)) == []
    assert message_faults(faces.told(sentence or "–")) == []


@few
@given(st.lists(HOSTILE, min_size=1, max_size=80))
def test_any_days_summary_is_taken(told: list[str]) -> None:
    assert message_faults(faces.summary(samples.TODAY, told)) == []


@few
@given(st.data(), HOSTILE, st.booleans())
def test_any_home_is_taken(data: st.DataObject, name: str, is_manager: bool) -> None:
    visits = tuple(data.draw(st.lists(any_visits(), max_size=6)))
    cards = tuple(data.draw(st.lists(any_cards(), max_size=3)))
    team = tuple(Colleague(data.draw(HOSTILE), 1, 2, 3, 4) for _ in range(3))
    shown = samples.home_shown(
        name=name, mine=visits, waiting=visits, cards=cards, team=team, is_manager=is_manager, team_week=visits
    )
    assert view_faults(faces.home(shown)) == []


@few
@given(HOSTILE, HOSTILE, HOSTILE, st.data())
def test_any_mail_can_be_opened(text: str, subject: str, writer: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places).map(sorted), max_size=8))
    evidence = tuple(Evidence("attendee", data.draw(HOSTILE), "", start, end, "r") for start, end in spans)
    said = replace(samples.SAID, evidence=evidence)
    shown = samples.mail_shown(text, said, subject=subject, writer=writer)
    assert view_faults(faces.mail_modal("VS-0421:77", shown)) == []


@few
@given(HOSTILE, HOSTILE, HOSTILE, st.none() | samples.SLOTS)
def test_any_form_can_be_opened(name: str, email: str, people: str, slot: Slot | None) -> None:
    assert view_faults(faces.contact_modal("VS-0421:77", name, email)) == []
    assert view_faults(faces.correct_modal("VS-0421:77", slot, people)) == []


@pytest.mark.parametrize("name", NASTY)
def test_a_digest_with_any_names_is_taken(name: str) -> None:
    made = samples.digest()
    made = replace(
        made,
        team=name,
        waiting=tuple(replace(item, school=name, adviser=name) for item in made.waiting * 20),
        coming=tuple(replace(item, school=name, adviser=name) for item in made.coming * 20),
        agreed_lately=tuple(replace(item, school=name) for item in made.coming),
        silent=tuple(replace(item, school=name, adviser=name) for item in made.silent * 20),
        at_risk=tuple(AtRisk("VS-0001", name, name, name) for _ in range(20)),
        outlooks=tuple(Outlook("a@council.example", name, 90, 10) for _ in range(20)),
    )
    assert message_faults(faces.digest_message(made)) == []


def four_hundred() -> tuple[ListedVisit, ...]:
    return tuple(
        samples.listed(samples.agreed_visit(number, samples.school_day(number)), NASTY[number % len(NASTY)] or "Oak")
        for number in range(400)
    )


def test_four_hundred_visits_are_taken_everywhere() -> None:
    visits = four_hundred()
    cards = tuple(samples.open_card(number, school=School("1", NASTY[0])) for number in range(400))
    team = tuple(Colleague(NASTY[number % len(NASTY)], 400, 400, 400, 400) for number in range(400))
    shown = samples.home_shown(
        mine=visits, waiting=visits, cards=cards, team=team, is_manager=True, team_week=visits, team_waiting=visits
    )
    assert view_faults(faces.home(shown)) == []
    for page in range(41):
        assert message_faults(faces.answer(Reply("400 visits", visits), "all", page)) == []
    assert message_faults(faces.for_all(Reply("400 visits", visits))) == []
    schools = tuple(School(str(number), NASTY[number % len(NASTY)]) for number in range(400))
    assert message_faults(faces.answer(Reply("Which one?", choice=schools), "oak", 0)) == []


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_its_card(code: ReasonCode) -> None:
    assert message_faults(faces.card(samples.open_card(code=code))) == []


def test_a_letter_that_names_very_much_makes_a_card_that_is_taken() -> None:
    days = tuple(samples.school_day(number) for number in range(90))
    said: Understanding = replace(samples.SAID, accepted=days, ruled_out=days, windows=samples.SAID.windows * 50)
    card = samples.open_card(letter=samples.letter(said), adviser=Adviser(NASTY[7], "a@council.example"))
    assert message_faults(faces.card(card)) == []
