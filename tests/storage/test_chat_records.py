import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from bot.effects import MailEffect, MailKind, PostEffect
from bot.model import School, Visit, WaitingFor
from storage.database import Store
from storage.stored import CardWanted, ChatKind, ChatMessage


def message(now: dt.datetime, **changes: object) -> ChatMessage:
    return replace(ChatMessage("VS-0001/post/agreed/0", ChatKind.VISIT, now, reference="VS-0001"), **changes)


def test_a_message_that_was_begun_is_known_before_it_stands_and_afterwards(any_store: Store, now: dt.datetime) -> None:
    with any_store.write() as records:
        assert records.begin_chat_message(message(now))
        assert not records.begin_chat_message(message(now, channel="C2"))
        assert records.chat_message("VS-0001/post/agreed/0") == message(now)
        records.chat_message_stands("VS-0001/post/agreed/0", "C1", "12.5")
        records.chat_message_shows("VS-0001/post/agreed/0", "abc")
    with any_store.read() as records:
        assert records.open_chat_messages(ChatKind.VISIT, "VS-0001") == [
            message(now, channel="C1", ts="12.5", shown="abc")
        ]
        assert records.open_chat_messages(ChatKind.CARD, "VS-0001") == []
        assert records.open_chat_messages(ChatKind.VISIT, "VS-0002") == []


def test_a_closed_message_is_no_longer_kept_up_to_date_and_a_forgotten_one_may_be_posted_anew(
    any_store: Store, now: dt.datetime
) -> None:
    with any_store.write() as records:
        records.begin_chat_message(message(now))
        records.close_chat_message("VS-0001/post/agreed/0")
        assert records.open_chat_messages(ChatKind.VISIT) == []
        assert not records.begin_chat_message(message(now))
        records.forget_chat_message("VS-0001/post/agreed/0")
        assert records.begin_chat_message(message(now))


def test_a_card_is_wanted_for_each_visit_that_waits_for_its_adviser_and_it_is_the_newest(
    any_store: Store, now: dt.datetime, a_visit: Callable[..., Visit]
) -> None:
    def card(key: str, reference: str) -> MailEffect:
        return MailEffect(key, MailKind.CARD, ("advis.er@council.example",), reference=reference)

    with any_store.write() as records:
        for number, waiting in ((1, WaitingFor.ADVISER), (2, WaitingFor.SCHOOL), (3, WaitingFor.ADVISER)):
            records.save_school(School(f"1000{number:02d}", "Oak"))
            records.save_visit(a_visit(number, waiting_for=waiting))
        for key, reference in (("a", "VS-0001"), ("b", "VS-0002"), ("c", "VS-0001")):
            records.add_effect(card(key, reference), now)
        newest = records.effects("VS-0001")[-1].id
        wanted = CardWanted("VS-0001", "advis.er@council.example", newest)
        assert records.cards_wanted() == [wanted]
        assert records.cards_wanted("VS-0001") == [wanted]
        assert records.cards_wanted("VS-0003") == []


def test_the_lines_of_a_day_are_those_that_were_given_to_the_channel_that_day(
    any_store: Store, now: dt.datetime
) -> None:
    lines = [PostEffect(f"p{n}", "", f"line {n}") for n in range(3)]
    with any_store.write() as records:
        records.add_effects(lines, now)
        for days, stored in enumerate(records.due_effects(now, 9)):
            records.effects_done([stored.id], now + dt.timedelta(days))
        assert records.posts_done(now, now + dt.timedelta(2)) == lines[:2]
