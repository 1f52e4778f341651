"""An adviser's card: there is one while a visit waits, it shows the current reason, and it ends with who did what."""

from pathlib import Path

import pytest

from bot.ports import ChatError
from handlers import resolving
from handlers.chat.slack.cards import Cards
from tests.chat.slack_council import DANA_ID, SAM_ID, Council, slack_council
from tests.fakes.slack_server import Fault, buttons, shown_text
from tests.journeys.world import NINIAN, at


def unclear(council: Council, words: str = "Perhaps. We will have to see.") -> None:
    council.world.reply(council.world.offered(), words, now=at(12, 1, 10))
    council.round(at(12, 1, 10))


def test_what_waits_for_an_adviser_is_a_card_in_their_direct_messages_and_a_line_in_the_channel(
    council: Council,
) -> None:
    unclear(council)
    (card,) = council.cards()
    assert "Hethersett Oak" in shown_text(card["blocks"])
    assert buttons(card["blocks"])
    assert "needs Sam Reed" in council.team_room()[0]["text"]
    assert council.cards(DANA_ID) == []


def test_a_new_reason_is_a_new_card_and_the_old_one_says_so(council: Council) -> None:
    unclear(council)
    council.world.write("I want to complain about this.", now=at(12, 1, 11), subject="Re: [VS-0001]")
    council.round(at(12, 1, 11))
    old, new = council.cards()
    assert not buttons(old["blocks"])
    assert buttons(new["blocks"])


def test_a_card_ends_with_what_was_done_and_by_whom_even_from_the_command_line(council: Council) -> None:
    unclear(council)
    council.clock.moment = at(12, 1, 12)
    council.world.resolve(resolving.wait, at(12, 1, 12))
    assert Cards(council.office).keep_all() == 1
    (card,) = council.cards()
    assert "Sam Reed" in shown_text(card["blocks"])
    assert "Waiting for the school" in shown_text(card["blocks"])
    assert not buttons(card["blocks"])
    assert Cards(council.office).keep_all() == 0


def test_a_school_that_answers_clearly_closes_the_card(council: Council) -> None:
    unclear(council)
    council.world.write("Option 1 please.", now=at(12, 1, 11), subject="Re: [VS-0001]")
    council.round(at(12, 1, 11))
    (card,) = council.cards()
    assert "Agreed" in shown_text(card["blocks"])
    assert "letter of the school" in shown_text(card["blocks"])


def test_a_card_of_unknown_outcome_is_looked_for_and_not_repeated(council: Council) -> None:
    unclear(council)
    council.slack.messages.clear()
    with council.world.parts.store.write() as records:
        (wanted,) = records.cards_wanted()
        records.forget_chat_message(f"VS-0001/chat-card/{wanted.effect_id}")
    council.slack.faults.append(Fault("chat.postMessage", drop=True, after=True))
    with pytest.raises(ChatError):
        Cards(council.office).keep_all()
    Cards(council.office).keep("VS-0001")
    Cards(council.office).keep("VS-0001")
    assert len(council.cards()) == 1


def test_a_card_that_was_deleted_comes_again_while_the_visit_waits(council: Council) -> None:
    unclear(council)
    ts = council.cards()[0]["ts"]
    del council.slack.messages[f"D{SAM_ID[1:]}", ts]
    council.world.write("I want to complain about this.", now=at(12, 1, 11), subject="Re: [VS-0001]")
    council.round(at(12, 1, 11))
    (card,) = council.cards()
    assert buttons(card["blocks"])


def test_an_adviser_whom_slack_does_not_know_still_has_the_card_by_mail_and_the_round_goes_on(tmp_path: Path) -> None:
    with slack_council(tmp_path) as council:
        del council.slack.users[SAM_ID]
        unclear(council)
        assert council.cards() == []
        assert "needs Sam Reed" in council.team_room()[0]["text"]
        cards = Cards(council.office)
        for _ in range(5):
            cards.keep_all()
        assert len(council.slack.made("users.lookupByEmail")) == 1


def test_each_visit_that_waits_has_its_own_card_with_its_own_adviser(council: Council) -> None:
    unclear(council)
    council.world.invite(NINIAN, at(12, 1, 12))
    council.round(at(12, 1, 12))
    offer = next(mail for mail in council.world.mails() if mail.reference == "VS-0002")
    council.world.reply(offer, "Perhaps.", now=at(12, 1, 13), sender="Mark Dale <mark.dale@stninians.example>")
    council.round(at(12, 1, 13))
    assert (len(council.cards()), len(council.cards(DANA_ID))) == (1, 1)
