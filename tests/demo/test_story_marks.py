"""Every conclusion shows its words: a mark in the wrong place would be worse than none."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Action, Evidence, Kind, Part, Passage, Slot, Understanding, Visible
from handlers.demo.days import Day, chart, spans
from handlers.demo.marks import Zone, cut, label

TEXT = "Hello\n\nOption 2 please, with Joan Petrie (governor).\n\nPhilippa\n\n> 1. Tuesday 26 January"


def evidence(about: str, value: str, words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(about, value, words, start, start + len(words), "a rule")


def understood(*items: Evidence, accepted: tuple[Slot, ...] = ()) -> Understanding:
    return Understanding(Kind.REPLY, Action.CONFIRM, accepted=accepted, evidence=items)


THURSDAY = Slot(dt.date(2027, 1, 28), Part.PM)


def test_the_marked_words_are_those_that_were_understood() -> None:
    stretches = cut(TEXT, None, understood(evidence("accepted", "2027-01-28 pm", "Option 2"), accepted=(THURSDAY,)))
    marked = [piece for stretch in stretches for piece in stretch.pieces if piece.is_marked]
    assert [piece.text for piece in marked] == ["Option 2"]
    assert marked[0].labels == ("yes to Thursday 28 January 2027, afternoon",)


def test_conclusions_from_overlapping_words_all_keep_their_label() -> None:
    both = (
        evidence("attendee", "Joan Petrie (governor)", "Joan Petrie (governor)"),
        evidence("governor", "named", "(governor)"),
    )
    pieces = [piece for stretch in cut(TEXT, None, understood(*both)) for piece in stretch.pieces]
    labels = [label_ for piece in pieces for label_ in piece.labels]
    assert labels == ["takes part: Joan Petrie (governor)", "governor: named"]
    assert "".join(piece.text for piece in pieces) == TEXT


def test_quotes_and_signatures_are_told_apart_from_what_was_written() -> None:
    quote, name = TEXT.index("> 1."), TEXT.index("Philippa")
    seen = Visible(
        passages=(),
        signature=(Passage("Philippa", name),),
        quoted=(Passage(TEXT[quote:], quote),),
    )
    stretches = cut(TEXT, seen, None)
    assert [stretch.zone for stretch in stretches] == [Zone.WRITTEN, Zone.SIGNATURE, Zone.QUOTED]
    assert stretches[2].lines == 1


def test_a_conclusion_without_a_date_is_shown_as_it_is() -> None:
    sensitive, new = Evidence("sensitive", "yes", "x", 0, 1, "r"), Evidence("something_new", "a_value", "x", 0, 1, "r")
    assert label(sensitive, understood()) == "about a child: kept out of the channel"
    assert label(new, understood()) == "something new: a value"


def test_a_yes_that_was_not_believed_is_not_shown_as_one() -> None:
    doubtful = evidence("accepted", "2027-01-28 pm", "Option 2")
    assert label(doubtful, understood(doubtful)) == "perhaps yes to Thursday 28 January 2027, afternoon"


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=60), data=st.data())
def test_no_letter_loses_a_word_on_the_page(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    items = data.draw(st.lists(st.tuples(place, place), max_size=6))
    found = tuple(Evidence("accepted", "x", "", min(pair), max(pair), "r") for pair in items)
    quote = sorted(data.draw(st.tuples(place, place)))
    seen = Visible((), (), (Passage(text[quote[0] : quote[1]], quote[0]),))
    shown = "".join(stretch.text for stretch in cut(text, seen, understood(*found)))
    assert "".join(shown.split()) == "".join(text.split())


def days(*stands: str) -> list[Day]:
    return [Day(dt.date(2027, 1, 5) + dt.timedelta(n), {"VS-0001": stand}) for n, stand in enumerate(stands)]


def test_a_visits_states_are_drawn_as_runs_of_days() -> None:
    runs = spans(days("offered", "offered", "adviser", "agreed"), "VS-0001")
    assert [(run.state, run.share) for run in runs] == [("offered", 50.0), ("adviser", 25.0), ("agreed", 25.0)]
    assert runs[0].name == "Dates offered, 5 to 6 January 2027"
    assert spans(days("offered"), "VS-0002")[0].state == "to_arrange", "not invited yet"


def test_the_chart_counts_every_visit_on_every_day() -> None:
    drawn = chart(days("offered", "agreed", "visited"), visits=3)
    assert drawn is not None
    assert all(sum(week.counts) == 3 for week in drawn.weeks)
    assert chart(days("offered"), visits=1) is None, "one day makes no chart"
