"""Two terms played through: what the schools meant is held against what was booked, mailed and told."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from bot.model import DATED_STATES, LetterState, Slot, Visit, VisitState, WaitingFor
from handlers.clock import london
from handlers.demo.board import board
from handlers.demo.our_mail import OurMail, read_our_mail
from handlers.demo.publishing import publish
from handlers.demo.timelapse import Play, begin, perform
from handlers.demo.world import fresh_folder
from storage.stored import StoredLetter
from tests.no_hang import no_hang

CHILD = ("Tyler", "Brandon", "Lowestoft", "carers", "placement", "Year 9")


@dataclass(frozen=True)
class Played:
    play: Play
    page: str
    output: str
    visits: tuple[Visit, ...]
    letters: tuple[StoredLetter, ...]
    mails: tuple[OurMail, ...]

    def visit(self, urn: str) -> Visit:
        return next(visit for visit in self.visits if visit.urn == urn)

    def to_schools(self) -> list[OurMail]:
        return [mail for mail in self.mails if mail.kind not in ("card", "digest")]


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("played") / "demo"
    fresh_folder(folder)
    output = io.StringIO()
    with no_hang(300):
        play = begin(folder)
        with board(Console(file=output)) as show:
            perform(play, show)
        page = publish(play.world, play.scripts, play.days).read_text("utf-8")
    with play.world.parts.store.read() as records:
        visits, letters = tuple(records.visits()), tuple(records.letters())
    mails = tuple(read_our_mail(path.read_bytes()) for path in (play.world.sent / "new").iterdir())
    yield Played(play, page, output.getvalue(), visits, letters, mails)
    play.world.parts.store.engine.dispose()


def meant(played: Played, urn: str, until: dt.datetime) -> set[Slot]:
    """The half days that the school had said yes to by then, and not taken back."""
    standing: set[Slot] = set()
    for said in played.play.schools.said:
        if said.urn == urn and said.at <= until:
            (standing.add if said.is_yes else standing.discard)(said.slot)
    return standing


def test_nobody_is_ever_told_of_a_day_that_they_did_not_say_yes_to(played: Played) -> None:
    urns = {visit.reference: visit.urn for visit in played.visits}
    told = [mail for mail in played.mails if mail.agreed is not None and mail.kind in ("confirmation", "change")]
    assert len(told) >= len(played.visits) - 1
    wrong = [mail for mail in told if mail.agreed not in meant(played, urns[mail.reference], mail.sent)]
    assert [(mail.reference, mail.agreed) for mail in wrong] == []


def test_nobody_is_visited_on_a_day_that_they_took_back(played: Played) -> None:
    dated = [visit for visit in played.visits if visit.state in DATED_STATES]
    wrong = [visit for visit in dated if visit.agreed not in played.play.schools.said_yes(visit.urn)]
    assert [(visit.reference, visit.agreed) for visit in wrong] == []


def test_no_adviser_is_promised_twice_in_one_half_day(played: Played) -> None:
    promises = Counter((visit.adviser, visit.agreed) for visit in played.visits if visit.agreed)
    assert [promise for promise, count in promises.items() if count > 1] == []


def test_nearly_every_school_is_visited(played: Played) -> None:
    states = Counter(visit.state for visit in played.visits)
    assert len(played.visits) == 24
    assert states[VisitState.VISITED] >= 23
    assert [visit.reference for visit in played.visits if visit.waiting_for is WaitingFor.ADVISER] == []


def test_the_channel_never_hears_of_a_child_or_reads_an_address(played: Played) -> None:
    lines = [post.text for post in played.play.world.channel.posts]
    assert any("VS-" in line for line in lines)
    told = [line for line in lines if "@" in line or any(word.casefold() in line.casefold() for word in CHILD)]
    assert told == []


def test_no_mail_of_ours_repeats_what_was_said_about_a_child(played: Played) -> None:
    told = [mail for mail in played.mails if any(word in mail.text for word in CHILD)]
    assert [(mail.kind, mail.reference) for mail in told] == []


def test_the_letter_about_a_child_goes_to_the_adviser(played: Played) -> None:
    letter = next(letter for letter in played.letters if "niamh.corrigan" in letter.sender)
    assert letter.understanding is not None
    assert letter.understanding.sensitive
    assert any(mail.kind == "card" and mail.reference == letter.reference for mail in played.mails)


def test_no_mail_goes_out_twice(played: Played) -> None:
    ids = Counter(mail.message_id for mail in played.mails)
    assert max(ids.values()) == 1
    said = Counter((mail.to, mail.kind, london(mail.sent).date(), mail.text) for mail in played.mails)
    assert [what for what, count in said.items() if count > 1] == []


def test_nobody_gets_more_than_three_mails_a_day(played: Played) -> None:
    a_day = Counter((address, london(mail.sent).date()) for mail in played.to_schools() for address in mail.to)
    assert max(a_day.values()) <= 3


def test_every_letter_is_read_and_none_breaks_the_reader(played: Played) -> None:
    states = Counter(letter.state for letter in played.letters)
    assert states.total() == played.play.schools.written
    assert states[LetterState.NEW] == states[LetterState.SET_ASIDE] == 0
    assert list((played.play.world.inbox / "new").iterdir()) == []


CLEAR = ("900101", "900102", "900103", "900104", "900106", "900108", "900110", "900111", "900112", "900114", "900118")


@pytest.mark.parametrize("urn", [*CLEAR, "900119", "900120", "900124"])
def test_no_adviser_is_troubled_with_an_answer_that_is_clear(played: Played, urn: str) -> None:
    reference = played.visit(urn).reference
    assert [letter.rule for letter in played.letters if letter.reference == reference and _is_held(letter)] == []


def _is_held(letter: StoredLetter) -> bool:
    return letter.state in (LetterState.HELD, LetterState.SET_ASIDE)


def test_a_silent_school_is_chased_twice_and_then_rung(played: Played) -> None:
    visit = played.visit("900107")
    chases = [mail for mail in played.mails if mail.reference == visit.reference and mail.kind == "chase"]
    assert len(chases) == 2
    assert visit.state is VisitState.VISITED, "the adviser rang"


def test_the_school_in_the_snow_is_visited_on_another_day(played: Played) -> None:
    visit = played.visit("900111")
    agreed = [mail.agreed for mail in sorted(played.mails, key=lambda mail: mail.sent) if _agrees(mail, visit)]
    assert len(agreed) == 2
    assert agreed[0] != agreed[1] == visit.agreed


def _agrees(mail: OurMail, visit: Visit) -> bool:
    return mail.reference == visit.reference and mail.kind in ("confirmation", "change")


def test_the_same_yes_again_brings_no_second_confirmation(played: Played) -> None:
    assert sum(_agrees(mail, played.visit("900114")) for mail in played.mails) == 1
    assert sum(_agrees(mail, played.visit("900110")) for mail in played.mails) == 1


def test_machines_are_never_answered(played: Played) -> None:
    automatic = {letter.message_id for letter in played.letters if letter.kind in ("auto_reply", "bounce")}
    assert automatic
    raw = [path.read_text("ascii", "replace") for path in (played.play.world.sent / "new").iterdir()]
    answered = {match[1] for text in raw for match in re.finditer(r"^In-Reply-To: (<\S+>)", text, re.MULTILINE)}
    assert automatic & answered == set()


def test_the_page_tells_every_schools_story(played: Played) -> None:
    names = [school.name for school in _schools(played)]
    assert len(names) == 24
    assert all(name in html.unescape(played.page) for name in names)
    assert all(f'id="{visit.reference}"' in played.page for visit in played.visits)
    assert "<mark>" in played.page


def test_the_page_needs_no_network_no_script_and_little_room(played: Played) -> None:
    assert len(played.page.encode()) < 2_000_000
    assert "<script" not in played.page
    assert re.findall(r'(?:src|href)="(?:https?:)?//', played.page) == []


def test_the_page_can_be_found_one_s_way_in_without_seeing_it(played: Played) -> None:
    assert '<html lang="en-GB">' in played.page
    assert 'href="#main"' in played.page
    targets = set(re.findall(r'href="#([^"]+)"', played.page))
    assert targets <= set(re.findall(r'id="([^"]+)"', played.page))
    assert played.page.count("<h1") == 1
    assert played.page.count("<iframe") == played.page.count("<iframe sandbox title=")


def test_a_pipe_gets_a_few_plain_lines(played: Played) -> None:
    lines = played.output.splitlines()
    assert 3 <= len(lines) <= 8
    assert "\x1b" not in played.output


def test_nothing_went_wrong_on_the_way(played: Played) -> None:
    assert played.play.problems == []


def _schools(played: Played) -> list:
    with played.play.world.parts.store.read() as records:
        return records.schools()


def test_the_demo_writes_its_folder_where_it_was_told(played: Played) -> None:
    folder: Path = played.play.world.folder
    assert {"index.html", "mail", "visitbot.db", "visitbot.toml"} <= {path.name for path in folder.iterdir()}
