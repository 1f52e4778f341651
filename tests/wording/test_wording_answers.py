import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.effects import MailKind
from bot.model import School
from bot.wording.answers import answer_link

Html = Callable[..., str]


def links_of(page: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'href="(mailto:[^"]+\?[^"]+)"', page)]


def opened(link: str) -> tuple[str, str, str]:
    """What a mail program makes of the link (RFC 6068): to, subject, body."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query, strict_parsing=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


@pytest.mark.parametrize("kind", [MailKind.OFFER, MailKind.CHASE, MailKind.REOFFER])
def test_one_click_answers_with_the_number_and_the_date(kind: MailKind, html: Html) -> None:
    *options, none = [opened(link) for link in links_of(html(kind))]
    subject = "Re: Virtual School visit to Hethersett Oak Primary School [VS-0421]"
    bodies = [
        "Option 1 please: Tuesday 26 January 2027, morning.\r\n\r\nTaking part: \r\n",
        "Option 2 please: Thursday 28 January 2027, afternoon.\r\n\r\nTaking part: \r\n",
        "Option 3 please: Tuesday 2 February 2027, morning.\r\n\r\nTaking part: \r\n",
    ]
    wanted = bodies[1:] if kind is MailKind.CHASE else bodies
    assert options == [("visits@council.example", subject, body) for body in wanted]
    assert none == ("visits@council.example", subject, "None of these suits us.\r\n\r\nBetter for us: \r\n")


def test_a_mail_without_slots_has_nothing_to_click(html: Html) -> None:
    assert links_of(html(MailKind.CONFIRMATION)) == []


def test_a_plus_or_a_space_is_not_lost_on_the_way() -> None:
    link = answer_link("visits+spring@council.example", "1 + 1 & more?", "50% #1")
    assert link == "mailto:visits%2Bspring@council.example?subject=1%20%2B%201%20%26%20more%3F&body=50%25%20%231"


@given(name=st.text(max_size=60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_school_s_name_changes_where_an_answer_goes(name: str, html: Html) -> None:
    for link in links_of(html(MailKind.OFFER, of={"school": School("1", name)})):
        to, subject, body = opened(link)
        assert to == "visits@council.example"
        assert subject.endswith("[VS-0421]")
        assert body.startswith(("Option ", "None of these suits us."))
