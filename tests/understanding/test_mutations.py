"""Labelled replies changed in ways that change nothing, or change the answer along with them."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from pathlib import Path

import pytest

from handlers.explaining.replies import answer

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("replies-dev*.jsonl"))
pytestmark = pytest.mark.skipif(not FILES, reason="the labelled replies are not beside the repository")

Case = dict  # a line of the corpus, as JSON has it


def cases() -> list[Case]:
    return [json.loads(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]


def outcome(case: Case) -> tuple[str, str]:
    seen = answer(case)
    return str(seen["action"]), json.dumps(seen["accepted"])


def changed(case: Case, text: str) -> Case:
    other = copy.deepcopy(case)
    other["message"]["text"] = text
    return other


def books_alike(before: tuple[str, str], after: tuple[str, str]) -> bool:
    """The same outcome, or a person instead: a change of dress may cost certainty, never book another slot."""
    return after == before or after[0] == "hand_over"


def test_upper_case_books_nothing_else() -> None:
    worse = [
        c["id"]
        for c in cases()
        if outcome(c)[0] == "confirm" and not books_alike(outcome(c), outcome(changed(c, c["message"]["text"].upper())))
    ]
    assert len(worse) <= 4, worse


def test_windows_line_ends_change_nothing() -> None:
    assert [
        c["id"] for c in cases() if outcome(changed(c, c["message"]["text"].replace("\n", "\r\n"))) != outcome(c)
    ] == []


def test_typographic_quotes_change_nothing() -> None:
    assert [c["id"] for c in cases() if outcome(changed(c, c["message"]["text"].replace("'", "’"))) != outcome(c)] == []


def test_a_missing_full_stop_books_nothing_else() -> None:
    def without(text: str) -> str:
        return re.sub(r"\.(?=\s*\n)", "", text)

    other = {c["id"]: (outcome(c), outcome(changed(c, without(c["message"]["text"])))) for c in cases()}
    booked = {identity: pair for identity, pair in other.items() if "confirm" in (pair[0][0], pair[1][0])}
    assert [identity for identity, (before, after) in booked.items() if not books_alike(before, after)] == []


def test_another_writer_with_the_same_words_books_the_same() -> None:
    def renamed(case: Case) -> Case:
        name = case["message"]["from"].split("<")[0].strip().split(" ")[0]
        if not name.isalpha() or len(name) < 4:
            return case
        return json.loads(re.sub(rf"\b{name}\b", f"{name[0]}elphina", json.dumps(case, ensure_ascii=False)))

    assert [c["id"] for c in cases() if outcome(renamed(c)) != outcome(c)] == []


NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(?:20)?27(?!\d)")


def test_a_date_written_in_figures_follows_the_offer_when_all_move_by_weeks() -> None:
    """Numeric dates, the offer and now move by a week; the answer must move with them."""
    shift = dt.timedelta(7)
    moved_cases = 0
    for case in cases():
        own, mark, quote = case["message"]["text"].partition("Virtual School Visits <")
        if (
            not NUMERIC.search(own)
            or outcome(case)[0] != "confirm"
            or re.search(r"[A-Z][a-z]{2,} \d|\d(?:st|nd|rd|th)", own)
        ):
            continue
        moved = changed(
            case,
            NUMERIC.sub(lambda m: (dt.date(2027, int(m[2]), int(m[1])) + shift).strftime("%d/%m/%y"), own)
            + mark
            + quote,
        )
        moved["now"] = (dt.datetime.fromisoformat(case["now"]) + shift).isoformat()
        for slot in moved["visit"]["offered"]:
            slot["date"] = (dt.date.fromisoformat(slot["date"]) + shift).isoformat()
        before, after = answer(case)["accepted"], answer(moved)["accepted"]
        assert [(dt.date.fromisoformat(s["date"]) + shift).isoformat() for s in before] == [s["date"] for s in after], (
            case["id"]
        )
        moved_cases += 1
    assert moved_cases


def test_every_conclusion_shows_its_words() -> None:
    for case in cases():
        seen, text = answer(case), case["message"]["text"]
        evidence = seen["evidence"]
        assert all(text[item["start"] : item["end"]] == item["words"] for item in evidence), case["id"]
        if seen["action"] == "confirm" and seen["kind"] == "reply":
            assert any(item["about"] == "accepted" for item in evidence), case["id"]


def test_no_labelled_reply_is_booked_wrongly() -> None:
    wrong = []
    for case in cases():
        seen, gold = answer(case), case["gold"]
        if seen["action"] == "confirm" and (gold["action"] != "confirm" or seen["accepted"][0] not in gold["accepted"]):
            wrong.append(case["id"])
    assert wrong == []
