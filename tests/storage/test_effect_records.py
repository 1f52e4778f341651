import datetime as dt
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.effects import DiaryEffect, DiaryOperation, Effect, MailEffect, MailKind, PostEffect, Preface
from bot.model import OfferedSlot, Part, Slot
from storage.database import Store
from storage.errors import StorageError
from storage.stored import EffectState

SLOT = Slot(dt.date(2027, 1, 26), Part.AM)
HOUR = dt.timedelta(hours=1)


def mail(key: str, **changes: object) -> MailEffect:
    return replace(MailEffect(key, MailKind.OFFER, ("dt@school.example",), reference="VS-0001", offer=1), **changes)


def record(store: Store, now: dt.datetime, *effects: Effect) -> list[int]:
    with store.write() as records:
        for effect in effects:
            assert records.add_effect(effect, now)
        due = {stored.key: stored.id for stored in records.due_effects(now + dt.timedelta(365), 100)}
    return [due[effect.key] for effect in effects]


def test_an_effect_comes_back_as_it_was_recorded(any_store: Store, now: dt.datetime) -> None:
    effects = (
        mail(
            "VS-0001/offer/1",
            cc=("head@school.example",),
            slots=(OfferedSlot(1, SLOT),),
            agreed=SLOT,
            previous=replace(SLOT, part=Part.PM),
            sequence=2,
            preface=Preface.SLOT_GONE,
            answers="<1@school.example>",
            letter_id=7,
            reason="why",
            words=("their words",),
            note="note",
            not_before=now,
        ),
        PostEffect("VS-0001/post/1", "VS-0001", "Offered three slots"),
        DiaryEffect("VS-0001/diary/1", "VS-0001", DiaryOperation.REMOVE, "adviser@council.example", SLOT),
    )
    ids = record(any_store, now, *effects)
    with any_store.read() as records:
        assert tuple(records.effect(number).effect for number in ids) == effects
        assert [stored.effect for stored in records.effects("VS-0001")] == list(effects)
        assert records.effect(ids[0]).recorded_at == now
        assert records.effect(999) is None


def test_an_effect_is_recorded_once_for_its_key(any_store: Store, now: dt.datetime) -> None:
    with any_store.write() as records:
        assert records.add_effect(mail("k"), now)
        assert not records.add_effect(mail("k", to=("other@school.example",)), now)
    with any_store.write() as records:
        assert not records.add_effect(PostEffect("k", "VS-0001", "same key"), now)
        assert [stored.effect for stored in records.due_effects(now, 10)] == [mail("k")]


def test_answers_to_people_go_before_diaries_mails_cards_posts_and_digests(any_store: Store, now: dt.datetime) -> None:
    record(
        any_store,
        now,
        mail("digest", kind=MailKind.DIGEST),
        PostEffect("post", "VS-0001", "x"),
        mail("card", kind=MailKind.CARD),
        mail("first"),
        mail("second"),
        DiaryEffect("diary", "VS-0001", DiaryOperation.PUT, "adviser@council.example", SLOT),
        mail("answer", kind=MailKind.CONFIRMATION, answers="<1@school.example>"),
    )
    with any_store.read() as records:
        keys = [stored.key for stored in records.due_effects(now, 100)]
        assert keys == ["answer", "diary", "first", "second", "card", "post", "digest"]
        assert [stored.key for stored in records.due_effects(now, 2)] == ["answer", "diary"]


def test_nothing_is_due_before_its_time(any_store: Store, now: dt.datetime) -> None:
    record(any_store, now, mail("k", not_before=now + HOUR))
    with any_store.read() as records:
        assert records.due_effects(now, 10) == []
        assert len(records.due_effects(now + HOUR, 10)) == 1


def test_an_effect_is_claimed_by_one_only(any_store: Store, now: dt.datetime) -> None:
    (number,) = record(any_store, now, mail("k"))
    with any_store.write() as records:
        assert records.claim_effect(number, "<k@council.example>", b"MIME", now)
    with any_store.write() as records:
        assert not records.claim_effect(number, "<k@council.example>", b"MIME", now)
        assert records.due_effects(now, 10) == []


def test_a_mail_of_unknown_outcome_is_found_again_with_the_very_bytes(any_store: Store, now: dt.datetime) -> None:
    (number,) = record(any_store, now, mail("k"))
    with any_store.write() as records:
        records.claim_effect(number, "<k@council.example>", b"MIME\x00\xff", now)
    with any_store.write() as records:
        (unsure,) = records.unsettled_effects()
        assert (unsure.id, unsure.message_id, unsure.mime) == (number, "<k@council.example>", b"MIME\x00\xff")
        assert (unsure.state, unsure.attempts, unsure.claimed_at) == (EffectState.SENDING, 1, now)
        records.effects_done([number], now + HOUR)
        assert records.unsettled_effects() == []
        assert records.effect(number).state is EffectState.DONE
        assert records.effect(number).done_at == now + HOUR


def test_an_effect_that_is_done_is_never_due_again(any_store: Store, now: dt.datetime) -> None:
    (number,) = record(any_store, now, mail("k"))
    with any_store.write() as records:
        records.claim_effect(number, "<k@council.example>", None, now)
        records.effects_done([number], now)
        records.effect_postponed(number, now)
        records.effect_failed(number, "late news", now)
        records.effect_held_back(number, "late news")
        assert records.effect(number).state is EffectState.DONE
        assert records.due_effects(now + HOUR, 10) == []


def test_a_postponed_effect_is_due_again_later_and_counts_its_attempts(any_store: Store, now: dt.datetime) -> None:
    (number,) = record(any_store, now, mail("k"))
    with any_store.write() as records:
        records.claim_effect(number, "<k@council.example>", b"MIME", now)
        records.effect_postponed(number, now + HOUR, "the server refused the connection")
        assert records.due_effects(now, 10) == []
        (again,) = records.due_effects(now + HOUR, 10)
        assert (again.attempts, again.mime, again.error) == (1, b"MIME", "the server refused the connection")
        assert records.claim_effect(number, "<k@council.example>", again.mime, now + HOUR)
        assert records.effect(number).attempts == 2


def test_failed_and_held_back_effects_say_why_and_are_not_due(any_store: Store, now: dt.datetime) -> None:
    failed, held = record(any_store, now, mail("failed"), mail("held"))
    with any_store.write() as records:
        records.effect_failed(failed, "550 no such user", now)
        records.effect_held_back(held, "the visit was cancelled")
        assert records.due_effects(now, 10) == []
        assert records.effect(failed).error == "550 no such user"
        assert records.effects_in_state(EffectState.HELD_BACK)[0].error == "the visit was cancelled"
        assert records.effect_counts() == {EffectState.FAILED: 1, EffectState.HELD_BACK: 1}


def test_a_reply_finds_the_mail_that_it_answers(any_store: Store, now: dt.datetime) -> None:
    (number,) = record(any_store, now, mail("k", cc=("head@school.example",)))
    with any_store.write() as records:
        assert records.mail_by_message_id("<k@council.example>") is None
        records.claim_effect(number, "<k@council.example>", None, now)
    with any_store.read() as records:
        sent = records.mail_by_message_id("<k@council.example>")
        assert (sent.effect_id, sent.reference, sent.offer, sent.kind) == (number, "VS-0001", 1, MailKind.OFFER)
        assert (sent.to, sent.cc, sent.claimed_at) == (("dt@school.example",), ("head@school.example",), now)
        assert records.mail_by_message_id("<other@council.example>") is None


def test_no_two_mails_leave_under_one_message_id(any_store: Store, now: dt.datetime) -> None:
    first, second = record(any_store, now, mail("a"), mail("b"))
    with any_store.write() as records:
        records.claim_effect(first, "<k@council.example>", None, now)
    with pytest.raises(StorageError, match="contradicts"), any_store.write() as records:
        records.claim_effect(second, "<k@council.example>", None, now)


def test_mails_to_an_address_are_counted_from_the_moment_they_may_have_left(any_store: Store, now: dt.datetime) -> None:
    one, two, other, queued = record(
        any_store,
        now,
        mail("one", to=("DT@school.example",), cc=("dt@school.example",)),
        mail("two", to=("head@school.example",), cc=("dt@school.example",)),
        mail("other", to=("else@school.example",)),
        mail("queued"),
    )
    assert queued
    with any_store.write() as records:
        for number, at in ((one, now), (two, now + HOUR), (other, now)):
            records.claim_effect(number, f"<{number}@council.example>", None, at)
        records.effects_done([one], now)
        assert records.mails_to("dt@School.example", now) == 2
        assert records.mails_to("dt@school.example", now + HOUR) == 1
        assert records.mails_to("head@school.example", now) == 1
        records.effect_postponed(two, now + 2 * HOUR)
        assert records.mails_to("head@school.example", now) == 0


def test_the_last_mail_of_a_visit_is_the_last_that_left(any_store: Store, now: dt.datetime) -> None:
    offer, chase, reminder, waiting = record(
        any_store,
        now,
        mail("offer"),
        mail("chase", kind=MailKind.CHASE),
        mail("reminder", kind=MailKind.REMINDER),
        mail("waiting", kind=MailKind.CHASE),
    )
    assert waiting
    with any_store.write() as records:
        for number, at in ((chase, now + HOUR), (offer, now), (reminder, now + 2 * HOUR)):
            records.claim_effect(number, f"<{number}@council.example>", None, at)
        asked = {MailKind.OFFER, MailKind.CHASE}
        assert records.last_mail("VS-0001", asked).effect_id == chase
        assert records.last_mail("VS-0001", {MailKind.OFFER}).effect_id == offer
        assert records.last_mail("VS-0002", asked) is None


def test_an_effect_that_only_a_newer_version_understands_is_said_plainly(any_store: Store, now: dt.datetime) -> None:
    record(any_store, now, mail("k"))
    with any_store.engine.begin() as connection:
        connection.execute(sa.text("""UPDATE effect SET payload = '{"key": "k", "kind": "singing telegram"}'"""))
    with pytest.raises(StorageError, match="newer version"), any_store.read() as records:
        records.due_effects(now, 10)
