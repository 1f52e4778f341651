"""What is tried only where certain words stand misses nothing: else a yes with a doubt beside it would be booked."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.visible import visible
from bot.understanding import plain, plain_proposals
from bot.understanding.findings import findings_of
from bot.understanding.ground import Ground, ground_of
from bot.understanding.openings import openings_of
from bot.understanding.phrases import Openers, PhraseTable, one_of
from bot.understanding.plain_yes import Guards, yeses
from bot.understanding.reading import Reading, read
from bot.understanding.said import Said
from bot.understanding.stance_words import POLITE_IF, STANCE
from handlers.explaining.replies import read_case

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("fresh-*.jsonl"))
VOCABULARY = sorted(one_of("if that works we may not be able to do it , the first on any day"))
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=9)
TABLES = (
    PhraseTable({"may": "may? be ; we ... able", "first": "the (first|second) ; the _ day"}),
    PhraseTable({"any": "any @day ; @day of", "if": "if that (works|is+fine)"}, {"day": frozenset({"day", "it"})}),
)


@given(WORDS)
@settings(deadline=None)  # the phrases of a word are spelt out when it is first met
def test_one_pass_for_several_tables_finds_every_phrase_that_each_table_finds(words: list[str]) -> None:
    for table, places in zip(TABLES, Openers(*TABLES).starts(words), strict=True):
        assert places == sorted({*places, *table.starts(words)})
        assert [at for at in range(len(words)) if table.at(words, at, len(words)) and at not in places] == []


@given(WORDS)
@settings(deadline=None)  # the phrases of a word are spelt out when it is first met
def test_a_courteous_condition_opens_where_a_cue_or_a_watched_phrase_may(words: list[str]) -> None:
    assert openings_of(words).cues == sorted({*STANCE.starts(words), *POLITE_IF.starts(words)})


def said_in(case: dict) -> tuple[Reading, Ground]:
    letter = read_case({key: case[key] for key in ("id", "now", "visit", "message")})
    ground = ground_of(letter.conversation, letter.calendar, dt.datetime.fromisoformat(case["now"]).date())
    return read(visible(letter.letter.text).passages, ground), ground


def held_without_a_word(guards: Guards, reading: Reading, saids: list[Said]) -> list[str]:
    asleep = [guard for guard in guards.guards if guard.words and guard.words.isdisjoint(reading.texts)]
    return [guard.name for yes in yeses(reading, saids) for guard in asleep if guard.holds(yes)]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_guard_holds_only_where_one_of_its_words_stands(path: Path) -> None:
    looked_at = 0
    for line in path.open(encoding="utf-8"):
        case = json.loads(line)
        reading, ground = said_in(case)
        found = findings_of(reading.saids, reading.words, ground, reading.flat_no)
        looked_at += len(found.accepted) + len(found.proposed)
        assert not held_without_a_word(plain.GUARDS, reading, list(found.accepted.values())), case["id"]
        assert not held_without_a_word(plain_proposals.GUARDS, reading, list(found.proposed.values())), case["id"]
    assert looked_at > 20
