"""A service that is down loses nothing, is told once, and is not run over when it comes back."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from bot.model import LetterState
from bot.ports import (
    BusyPeriod,
    ChatPacedError,
    DiaryChange,
    DiaryError,
    FetchedMail,
    MailError,
    Post,
)
from handlers import resolving
from handlers.patience import ENOUGH, LONGEST, Trouble, pause
from handlers.run import run_once
from tests.journeys.world import World, at, kinds

ANSWERED = at(12, 1, 10)


class DeadMailbox:
    """A mailbox that cannot be reached, and counts how often that was tried."""

    def __init__(self) -> None:
        self.tries = 0

    def fetch(self, cursor: str | None) -> Iterator[FetchedMail]:
        del cursor
        self.tries += 1
        raise MailError("mail.council.example cannot be reached.")

    def settle(self, source_id: str) -> None:
        del source_id
        raise AssertionError

    def send(self, message_id: str, recipients: tuple[str, ...], mime: bytes) -> None:
        del message_id, recipients, mime
        raise MailError("mail.council.example cannot be reached.")

    def find_sent(self, message_id: str) -> bool:
        del message_id
        raise MailError("mail.council.example cannot be reached.")


class UnreadableDiary:
    """Diaries that cannot be asked."""

    def busy(self, adviser: str, first: dt.date, last: dt.date) -> tuple[BusyPeriod, ...]:
        del adviser, first, last
        raise DiaryError("The diaries cannot be reached.")

    def write(self, changes: Sequence[DiaryChange]) -> None:
        del changes
        raise DiaryError("The diaries cannot be reached.")

    def standing(self, adviser: str, keys: Sequence[str]) -> Mapping[str, BusyPeriod | None]:
        del adviser, keys
        return {}


def test_a_mailbox_that_is_down_is_told_once_after_a_quarter_of_an_hour_and_once_when_it_is_back(world: World) -> None:
    sound = world.parts.mailbox
    world.parts = dataclasses.replace(world.parts, mailbox=DeadMailbox())
    for minute in (0, 5, 10, 16, 20, 25):
        world.round(at(12, 1, 10, minute))
    told = [post.text for post in world.channel.posts]
    assert len(told) == 1
    assert told[0].startswith("Mail has not been fetched since 10am on Tuesday 12 January 2027; letters wait")
    world.parts = dataclasses.replace(world.parts, mailbox=sound)
    world.round(at(12, 1, 10, 40))
    world.round(at(12, 1, 10, 50))
    assert [post.text for post in world.channel.posts[1:]] == [
        "Mail is fetched again, after a break since 10am on Tuesday 12 January 2027."
    ]


def test_a_bot_at_work_tries_a_dead_mailbox_less_and_less_often(world: World) -> None:
    dead = DeadMailbox()
    world.parts = dataclasses.replace(world.parts, mailbox=dead)
    for second in range(0, 3600, 10):
        run_once(world.parts, at(12, 1, 10) + dt.timedelta(seconds=second), patient=True)
    assert 5 <= dead.tries <= 12


def test_nobody_is_chased_while_an_answer_may_lie_in_a_mailbox_that_is_down(world: World) -> None:
    world.offered()
    sound = world.parts.mailbox
    world.parts = dataclasses.replace(world.parts, mailbox=DeadMailbox())
    world.round(at(25, 1))
    world.parts = dataclasses.replace(world.parts, mailbox=sound)
    assert "chase" not in kinds(world.mails())


def test_an_answer_waits_while_the_advisers_diary_cannot_be_asked_and_is_never_booked_blindly(world: World) -> None:
    world.reply(world.offered(), "Option 1 please.", now=ANSWERED)
    sound = world.parts.diary
    world.parts = dataclasses.replace(world.parts, diary=UnreadableDiary())
    assert world.round(ANSWERED).problems == ["The diaries cannot be reached."]
    assert world.visit()["state"] == "offered"
    assert [letter.state for letter in world.letters()] == [LetterState.NEW]
    world.parts = dataclasses.replace(world.parts, diary=sound)
    world.run(at(12, 1, 10, 5))
    assert world.visit()["state"] == "agreed"


def test_a_wait_doubles_up_to_a_quarter_of_an_hour_and_a_half_and_never_beats_what_was_asked() -> None:
    waits = [pause(failures, number=7).total_seconds() for failures in range(1, 40)]
    assert waits == sorted(waits)
    assert 10 <= waits[0] <= 15
    assert waits[-1] <= LONGEST * 1.5
    assert pause(1, number=7, asked=120).total_seconds() == 120
    assert len({pause(3, number=number) for number in range(50)}) > 40, "what failed together comes back spread out"


def test_a_service_that_keeps_failing_is_left_alone_for_the_rest_of_the_round() -> None:
    trouble = Trouble()
    for _ in range(ENOUGH - 1):
        trouble.failed("chat")
    assert not trouble.is_down("chat")
    trouble.failed("chat")
    assert trouble.is_down("chat")
    assert not trouble.is_down("mail")


class PacedChannel:
    """A chat that takes one line a round."""

    def __init__(self) -> None:
        self.posts: list[Post] = []
        self.full = False

    def post(self, post: Post) -> None:
        if self.full:
            raise ChatPacedError("One message at a time.", 1)
        self.posts.append(post)
        self.full = True

    def find_posted(self, key: str) -> bool:
        return any(post.key == key for post in self.posts)


def test_more_lines_than_the_chat_takes_at_a_time_follow_and_nothing_counts_as_wrong(world: World) -> None:
    paced = PacedChannel()
    world.parts = dataclasses.replace(world.parts, channel=paced)
    world.invite()
    world.resolve(resolving.reoffer(None, None), at(11, 1))
    for minute in range(6):
        paced.full = False
        assert world.round(at(11, 1, 9, minute)).problems == []
    assert len({post.key for post in paced.posts}) == len(paced.posts) >= 2
