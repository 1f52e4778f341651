"""Short mails of many hands, each to its own offer: nothing is done that they do not say, and most need no person."""

from __future__ import annotations

import pytest

from bot.model import Action
from tests.understanding.mails_said import Mail, decided, mails, meaning_of, seen_in
from tests.understanding.replying import read
from tests.understanding.ways_said import banks

AT_LEAST = 0.8
"""The share of a bank that is understood as its writer meant it; the rest goes to a person."""


def is_unsafe(mail: Mail, got: tuple[str, ...]) -> bool:
    """Whether acting on what was understood would do what the school did not say."""
    action, wanted = got[0], mail.meaning
    if action == "confirm":
        return wanted[0] != "confirm" or not set(got[1]) <= set(wanted[1])
    return action in ("cancel", "sign_off", "consider") and action != wanted[0]


@pytest.mark.parametrize("bank", banks("mails"))
def test_no_mail_of_a_stranger_is_acted_on_against_its_words(bank: str) -> None:
    assert [mail.text for mail in mails(bank) if is_unsafe(mail, meaning_of(mail, seen_in(mail)))] == []


@pytest.mark.parametrize("bank", banks("mails"))
def test_most_mails_of_strangers_need_no_person(bank: str) -> None:
    all_of_them = list(mails(bank))
    wrong = [m.text for m in all_of_them if decided(meaning_of(m, seen_in(m))) != decided(m.meaning)]
    assert len(wrong) <= (1 - AT_LEAST) * len(all_of_them), wrong


NO_YES = (
    "I was told you'll be here on the 26th, is that right?",
    "The 26th, you'll be here on?",
    "Apparently you'll be here on the 26th. First I've heard of it.",
    "The 26th? Great question.",
    "The 26th? No idea.",
    "The 26th? Perfect, if you like chaos.",
    "The consensus was the 26th until the head walked in.",
    "The decision was for the 26th but it has been overturned.",
    "The decision is on the 26th.",
    "The outcome is on the 26th's agenda.",
    "Nobody's vote was for the 26th.",
    "Head's choice was the 26th, mine the 28th.",
    "We're down to two staff on the 26th.",
    "That leaves the 26th, which is impossible.",
    "Went with the 26th last year.",
    "26th works. The trip's been moved to the 26th.",
    "We are closed until the 28th. The 26th please.",
    "We'd love to see you on the 26th if only we could.",
    "The head gave the 26th the thumbs up, I gave it the thumbs down.",
    "26th. It may be Easter before we know.",
    "26th is fine. You may find we're closed.",
    "I think the 26th is best. What does your adviser think?",
    "26th: yes from me, silence from the head.",
    "Sure, why not, come on the 26th, it's only the last week of reports.",
    "Our choice is the 26th, Ofsted willing.",
    "The consensus is the 26th, I'd say about 70% sure.",
    "The 26th won the vote, just, and Jo has appealed.",
    "The 26th is empty as everyone is on strike.",
    "No quibbles with the 26th except from the head.",
    "You're coming on the 26th, I see.",
    "We hear you'll be here on the 26th.",
    "26th, and if you think I'm giving up my lunch think again.",
    "I think it's best to leave the 26th.",
    "The 26th, when we're in Wales.",
    "Have the 26th as a reserve.",
    "Our answer is the 26th, subject of course to Ofsted.",
    "It will have to be the 26th, though I dread to think who covers.",
    "We've gone with the 26th, but hold the ink.",
    "No qualms about the 26th here but the trust has.",
    "26th? Yes, said nobody ever.",
    "The 26th? Great, we're closed.",
    "The 28th is out, the 26th isn't in.",
    "The 26th, I say that with everything crossed.",
    "Either of the first two could do, the trouble is I can't get hold of anybody to ask.",
)


@pytest.mark.parametrize("text", NO_YES)
def test_a_day_named_beside_a_decision_is_not_yet_a_decision_for_it(text: str) -> None:
    assert read(text).action is not Action.CONFIRM
