"""What our links write is read back by our own reader, with our own mail quoted below it."""

import datetime as dt
import re
from collections.abc import Callable
from email.message import EmailMessage
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.effects import MailKind
from bot.model import Action, Contact, Conversation, ConversationState, OfferedSlot, Part, Role, Slot
from bot.reading.letter import read_letter
from bot.school_days import usual_school_year
from bot.understanding.reply import understand

SLOTS = (
    OfferedSlot(1, Slot(dt.date(2027, 1, 26), Part.AM)),
    OfferedSlot(2, Slot(dt.date(2027, 1, 28), Part.PM)),
    OfferedSlot(3, Slot(dt.date(2027, 2, 2), Part.AM)),
)
TEACHER = Contact("Priya Nair", Role.DESIGNATED_TEACHER, "p.nair@hethersettoak.example")
CONVERSATION = Conversation(
    "VS-0421", ConversationState.OFFERED, "Hethersett Oak Primary School", SLOTS, contacts=(TEACHER,)
)
RECEIVED = dt.datetime(2027, 1, 13, 10, 42, tzinfo=dt.UTC)


@pytest.fixture
def clicked(html: Callable[..., str]) -> list[str]:
    """The body that each link of an offer opens, the one for no option last."""
    links = re.findall(r'href="(mailto:[^"]+\?[^"]+)"', html(MailKind.OFFER))
    return [parse_qs(urlsplit(unescape(link)).query)["body"][0] for link in links]


def read_back(body: str) -> tuple[Action, tuple[Slot, ...]]:
    mail = EmailMessage()
    mail["From"] = "Priya Nair <p.nair@hethersettoak.example>"
    mail["Subject"] = "Re: Virtual School visit to Hethersett Oak Primary School [VS-0421]"
    mail["Message-ID"] = "<1@hethersettoak.example>"
    mail.set_content(body)
    understood = understand(read_letter(mail.as_bytes()), CONVERSATION, usual_school_year(2027), RECEIVED)
    return understood.action, understood.accepted


@pytest.mark.parametrize("signature", ["", "Priya\n", "Tom Askew (chair of governors) and me\n\nPriya Nair\n"])
def test_a_click_books_the_option_that_was_clicked(signature: str, clicked: list[str]) -> None:
    for offered, body in zip(SLOTS, clicked, strict=False):
        assert read_back(body + signature) == (Action.CONFIRM, (offered.slot,))


def test_a_click_on_none_asks_for_other_days_and_books_nothing(clicked: list[str]) -> None:
    assert read_back(clicked[-1]) == (Action.REOFFER, ())


def test_our_own_words_quoted_below_an_answer_are_not_the_school_s(text: Callable[..., str]) -> None:
    quoted = "".join(f"> {line}\n" for line in text(MailKind.OFFER).splitlines())
    header = "On Mon, 11 Jan 2027 at 09:00, Virtual School Visits <visits@council.example> wrote:\n\n"
    assert read_back(f"Option 2 please.\n\nPriya\n\n{header}{quoted}") == (Action.CONFIRM, (SLOTS[1].slot,))
