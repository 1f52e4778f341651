import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.effects import MailKind
from bot.model import Address
from bot.wording.headers import (
    UnsendableAddressError,
    address_header,
    checked_address,
    header_line,
    id_header,
    well_formed_id,
)
from bot.wording.plain import lines_of, one_line, sentence_case
from bot.wording.subjects import subject_line, title_of

ANYTHING = st.text(max_size=120)


def _read(lines: str) -> EmailMessage:
    parsed = message_from_bytes((lines + "\r\n").encode(), policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


@given(ANYTHING)
@settings(max_examples=150)
def test_no_school_s_name_can_add_a_header(name: str) -> None:
    line = header_line("Subject", f"Visit to {name}")
    assert line.isascii()
    assert len(re.findall(r"\r\n(?! )", line)) == 1
    assert all(len(part) <= 998 for part in line.split("\r\n"))
    mail = _read(line)
    assert list(mail.keys()) == ["Subject"]
    assert one_line(str(mail["Subject"])) == one_line(f"Visit to {name}")


@given(ANYTHING)
@settings(max_examples=150)
def test_no_person_s_name_can_add_a_recipient(name: str) -> None:
    mail = _read(address_header("To", [Address(name, "p.nair@hethersettoak.example")]))
    assert list(mail.keys()) == ["To"]
    assert [address.addr_spec for address in mail["To"].addresses] == ["p.nair@hethersettoak.example"]


@pytest.mark.parametrize(
    "name",
    [
        "Priya Nair",
        "O'Brien, Jo",
        'Jo "Joey" O\\Brien',
        "Zoë Müller-Žižek",
        "=?utf-8?q?evil?=",
        "a@b.example",
        "",
        "李小龙",
    ],
)
def test_a_name_arrives_as_it_was(name: str) -> None:
    mail = _read(address_header("To", [Address(name, "p@a.example"), Address(name, "q@a.example")]))
    assert [(a.display_name, a.addr_spec) for a in mail["To"].addresses] == [
        (name, "p@a.example"),
        (name, "q@a.example"),
    ]


def test_a_line_end_in_a_name_is_a_space() -> None:
    line = address_header("To", [Address("Eve\r\nBcc: all@school.example", "eve@a.example")])
    assert line == 'To: "Eve Bcc: all@school.example" <eve@a.example>\r\n'


@pytest.mark.parametrize(
    "email",
    [
        "",
        "nobody",
        "a b@c.example",
        "a@b@c.example",
        "a@",
        "@b.example",
        "a@b..example",
        "ü@b.example",
        "a\n@b.example",
        "<a@b.example>",
        "a@-b.example",
    ],
)
def test_what_is_no_address_is_refused_with_its_name(email: str) -> None:
    with pytest.raises(UnsendableAddressError, match="not an address"):
        checked_address(email)


def test_a_domain_beyond_ascii_is_written_as_mail_writes_it() -> None:
    assert checked_address("head@schüle.example") == "head@xn--schle-mva.example"


def test_ids_that_would_break_a_header_are_left_out() -> None:
    good, long = "<a@b.example>", f"<{'x' * 2000}@b.example>"
    assert id_header(
        "References", ["no brackets", good, "<a b@c.example>", long, "<ü@c.example>", "<c@d.example>"]
    ) == ("References: <a@b.example> <c@d.example>\r\n")
    assert id_header("In-Reply-To", [""]) == ""
    assert well_formed_id(" <a@b.example>\n") == good


def test_many_references_are_folded_between_ids() -> None:
    ids = [f"<{number:030}@council.example>" for number in range(12)]
    line = id_header("References", ids)
    assert all(len(part) <= 78 for part in line.split("\r\n"))
    assert str(_read(line)["References"]).split() == ids


def test_a_note_keeps_its_lines_and_nothing_invisible() -> None:
    assert lines_of("One\r\n\r\n  two\u202e\t three\x00\n") == ("One", "two three")
    assert one_line("soft\u00adhyphen\u2028next") == "softhyphen next"
    assert sentence_case("school") == "School"


def test_a_new_thread_is_named_by_the_school_and_ends_with_the_reference() -> None:
    subject = subject_line(
        MailKind.OFFER, school="Oak School", team="T", day="1 May 2027", reference="VS-0421", thread=""
    )
    assert subject == "Virtual School visit to Oak School [VS-0421]"
    assert title_of(subject, "VS-0421") == "Virtual School visit to Oak School"


@pytest.mark.parametrize(
    "thread", ["Visit", "Re: Visit [VS-0421]", "RE: FW: re: Visit [VS-0421]", "[VS-0421] Visit", "Aw: RE[2]: Visit"]
)
def test_a_reply_keeps_its_thread_with_one_re_and_one_reference(thread: str) -> None:
    subject = subject_line(MailKind.CHASE, school="Oak", team="T", day="", reference="VS-0421", thread=thread)
    assert subject == "Re: Visit [VS-0421]"


def test_an_endless_name_does_not_push_the_reference_out() -> None:
    subject = subject_line(MailKind.OFFER, school="Oak " * 200, team="T", day="", reference="VS-0421", thread="")
    assert subject.endswith("... [VS-0421]")
    assert len(subject) < 200


def test_a_mail_about_no_visit_has_no_reference() -> None:
    subject = subject_line(MailKind.DIGEST, school="", team="Visits", day="1 May 2027", reference="", thread="")
    assert subject == "Visits: digest of 1 May 2027"
