"""Any bytes make a letter: one mail that breaks the reader stops every school behind it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Address, Letter
from bot.reading.addresses import addresses
from bot.reading.automatic import kind_of
from bot.reading.letter import read_letter
from bot.reading.mime import CROWDED_MAIL, LARGEST_MAIL, parse
from bot.reading.visible import visible
from tests.no_hang import no_hang

HERE = Path(__file__).parent
HEAD = b"From: Sam <sam@oak.example>\nTo: visits@council.example\nSubject: Visit\nMessage-ID: <1@oak.example>\n"
SEEDS = [path.read_bytes() for path in sorted((HERE / "mails").glob("*.eml"))] + [
    part.partition("\n")[2].encode()
    for name in ("bounces.txt", "machines.txt")
    for part in (HERE / name).read_text(encoding="utf-8").split("\n%% ")[1:]
]


def read(head: bytes, body: bytes = b"") -> Letter:
    return read_letter(HEAD + head + b"\n" + body)


def is_clean(letter: Letter) -> bool:
    words = [letter.text, letter.subject, letter.sender.name, letter.sender.email]
    words += [word for pair in letter.headers for word in pair] + [one.filename for one in letter.attachments]
    return all("\0" not in word and word.encode("utf-8") is not None for word in words)


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        (b"utf-8", "Siân".encode(), "Siân"),
        (b"iso-8859-1", "Siân".encode("latin-1"), "Siân"),
        (b"iso-8859-1", "we’re".encode("cp1252"), "we’re"),
        (b"iso-8859-1", "Siân".encode(), "Siân"),
        (b"us-ascii", "Siân".encode(), "Siân"),
        (b"utf-8", "Siân".encode("cp1252"), "Siân"),
        (b"no-such-charset", "Siân".encode(), "Siân"),
        (b"punycode", b"yes-", "yes-"),
        (b"zip", b"yes", "yes"),
        (b"", "Siân".encode("cp1252"), "Siân"),
        (b"iso-2022-jp", "はい".encode("iso-2022-jp"), "はい"),
        (b"utf-7", b"+2AA-yes", "yes"),
        (b"utf-16", "yes".encode("utf-16"), "yes"),
    ],
)
def test_a_charset_that_lies_costs_no_letter(charset: bytes, body: bytes, text: str) -> None:
    assert read(b"Content-Type: text/plain; charset=" + charset + b"\n", body).text.strip() == text


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        (b"base64", base64.b64encode(b"Option 2"), "Option 2"),
        (b"base64", b"T3B0aW9u*IDI", "Option 2"),
        (b"base64", b"!!", ""),
        (b"quoted-printable", b"Opt=69on=\n 2=ZZ", "Option 2=ZZ"),
        (b"8bit", b"Option 2", "Option 2"),
        (b"x-unknown", b"Option 2", "Option 2"),
    ],
)
def test_a_broken_transfer_encoding_is_read_as_far_as_it_goes(encoding: bytes, body: bytes, text: str) -> None:
    assert read(b"Content-Transfer-Encoding: " + encoding + b"\n", body).text.strip() == text


@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_any_line_break_will_do(line_break: bytes) -> None:
    letter = read_letter((HEAD + b"\nOption 2\nSam").replace(b"\n", line_break))
    assert (letter.text, letter.sender.email) == ("Option 2\nSam", "sam@oak.example")


def test_flowed_lines_become_paragraphs_again() -> None:
    letter = read(b"Content-Type: text/plain; format=flowed; delsp=no\n", b"Option 2 \nplease.\n> a \n> b\n-- \nSam")
    assert letter.text == "Option 2 please.\n> a b\n-- \nSam"


def test_plain_text_goes_before_html_unless_it_is_empty_or_says_that_it_is() -> None:
    mixed = b"--B\n\n%s\n--B\nContent-Type: text/html\n\n<p>From HTML</p>\n--B--\n"
    head = b"Content-Type: multipart/alternative; boundary=B\n"
    assert read(head, mixed % b"From text").text.strip() == "From text"
    assert read(head, mixed % b" \n").text == "From HTML"
    assert read(head, mixed % b"Your email client does not support HTML mail.").text == "From HTML"


def test_a_body_with_a_file_name_or_a_wrong_type_is_still_the_body() -> None:
    assert read(b'Content-Type: text/plain; name="text0.txt"\n', b"Option 2").text == "Option 2"
    assert read(b"Content-Type: text/plain\n", b"<html><body><p>Option 2</p></body></html>").text == "Option 2"
    assert read(b"Content-Disposition: attachment; filename=a.txt\n", b"Option 2").text == ""


def test_texts_around_an_attachment_are_all_read() -> None:
    body = b"--B\n\nAbove\n--B\nContent-Type: application/pdf; name=a.pdf\n\nPDF\n--B\n\nBelow\n--B--\n"
    letter = read(b"Content-Type: multipart/mixed; boundary=B\n", body)
    assert letter.text.split() == ["Above", "Below"]
    assert [(one.filename, one.content_type, one.size) for one in letter.attachments] == [
        ("a.pdf", "application/pdf", 3)
    ]
    assert letter.attachments[0].sha256 == hashlib.sha256(b"PDF").hexdigest()


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (b'Content-Disposition: attachment; filename="../../etc/passwd"', "passwd"),
        (b'Content-Disposition: attachment; filename="C:\\\\a\\\\b.doc"', "b.doc"),
        (b"Content-Disposition: attachment; filename*=utf-8''%E2%9C%93.txt", "✓.txt"),
        (b"Content-Disposition: attachment; filename*0=long; filename*1=name.txt", "longname.txt"),
        (b'Content-Type: text/plain; name="=?utf-8?q?Si=C3=A2n.txt?="', "Siân.txt"),
        (b"Content-Type: application/ms-tnef", "winmail.dat"),
        (b"Content-Type: text/csv; name=a.csv", "a.csv"),
    ],
)
def test_attachments_are_listed_by_their_plain_name_and_never_read(headers: bytes, name: str) -> None:
    letter = read(b"Content-Type: multipart/mixed; boundary=B\n", b"--B\n" + headers + b"\n\nOption 3\n--B--\n")
    assert [one.filename for one in letter.attachments] == [name]
    assert "Option 3" not in letter.text


def test_an_attached_mail_is_not_what_the_sender_wrote() -> None:
    body = b"--B\n\nSee below\n--B\nContent-Type: message/rfc822\n\nSubject: x\n\nOption 3 please\n--B--\n"
    letter = read(b"Content-Type: multipart/mixed; boundary=B\n", body)
    assert letter.text.strip() == "See below"
    assert letter.attachments[0].content_type == "message/rfc822"


def test_a_uuencoded_file_in_the_text_is_an_attachment() -> None:
    letter = read(b"", b"Option 2\nbegin 644 notes.txt\n#9F]O\n`\nend\nSam")
    assert letter.text == "Option 2\nSam"
    assert [(one.filename, one.size) for one in letter.attachments] == [("notes.txt", 3)]


@pytest.mark.parametrize(
    ("raw", "defect"),
    [
        (b"Subject: x\n\nyes", "no sender"),
        (b"From: a@oak.example, b@oak.example\n\nyes", "several senders"),
        (b"From: a@oak.example\nFrom: b@oak.example\n\nyes", "several senders"),
        (b"From: A <a@oak.example> <b@oak.example>\n\nyes", "several senders"),
        (b"From: a@oak.example\n\nyes", "no Message-ID"),
        (b"From: a@oak.example\nDate: yesterday\n\nyes", "no readable date"),
        (b"From: a@oak.example\nDate: Tue, 12 Jan 99999 10:00:00 +9999\n\nyes", "no readable date"),
        (b"From: a@oak.example\nContent-Type: multipart/mixed\n\nyes", "multipart without its boundary"),
        (b"From: a@oak.example\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nyes", "multipart without its end"),
        (b"From: a@oak.example\nno header\n\nyes", "a line in the header is none"),
        (b"From: a@oak.example\rSubject: x\r\ryes", "bare CR"),
        (
            b"From: a@oak.example\nContent-Type: application/pkcs7-mime\n\nx",
            "encrypted or signed as a whole: not readable",
        ),
    ],
)
def test_what_is_wrong_with_a_mail_is_told(raw: bytes, defect: str) -> None:
    assert defect in read_letter(raw).defects


def test_a_mail_without_a_message_id_gets_one_from_its_bytes() -> None:
    raw = b"From: a@oak.example\n\nyes"
    assert read_letter(raw).message_id == f"<{hashlib.sha256(raw).hexdigest()}@no-message-id>"


def test_a_thread_is_read_from_folded_and_bare_message_ids() -> None:
    letter = read(b"In-Reply-To: a@council.example\nReferences: <b@council.example>\n\t<c@council.example> (x)\n")
    assert letter.in_reply_to == ("<a@council.example>",)
    assert letter.references == ("<b@council.example>", "<c@council.example>")


def test_a_subject_is_one_clean_line_and_never_too_long() -> None:
    subject = read_letter(b"Subject: =?utf-8?q?a=0D=0ABcc=3A_x=40evil.example?=\x00 " + b"y" * 900 + b"\n\n").subject
    assert subject.startswith("a Bcc: x@evil.example y")
    assert len(subject) == 255


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('"Nair, Priya" <P.Nair@oak.example>', [("Nair, Priya", "p.nair@oak.example")]),
        ("=?utf-8?Q?Nair=2C_Priya?= <p@oak.example>", [("Nair, Priya", "p@oak.example")]),
        ("p@oak.example (Priya)", [("", "p@oak.example")]),
        ("Heads: a@oak.example, b@oak.example;", [("", "a@oak.example"), ("", "b@oak.example")]),
        ("a@oak.example <b@elm.example>", [("a@oak.example", "b@elm.example")]),
        ('"a@oak.example" b@elm.example', [("", "b@elm.example")]),
        ('"a@oak.example"', [("a@oak.example", "")]),
        ("A <a@oak.example> <b@elm.example>", [("A", "a@oak.example"), ("A", "b@elm.example")]),
        ("undisclosed-recipients:;", []),
        ("Priya <@route:p@oak.example>", [("Priya", "p@oak.example")]),
        ("Priya <p@oak.example", [("", "p@oak.example")]),
        ("Priya <not an address>", [("Priya", "")]),
        ("((((a@oak.example", []),
    ],
)
def test_addresses_are_read_as_a_mail_server_reads_them(value: str, found: list[tuple[str, str]]) -> None:
    assert addresses(value) == tuple(Address(name, email) for name, email in found)


def _nested(depth: int) -> bytes:
    parts = [b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(depth)]
    return b"Content-Type: multipart/mixed; boundary=b0\n\n" + b"".join(parts) + b"--b%d\n\nhi\n" % depth


LARGE = {
    "50 MB of base64": b"Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n" + b"QUJD" * 19 * 650_000,
    "50 MB of text": b"\n" + b"hello world\n" * 4_100_000,
    "50 MB of NUL": b"\n" + b"\0" * 50_000_000,
    "100,000 headers": b"X-A: =?utf-8?b?aGVsbG8=?=\n" * 100_000 + b"\nhi",
    "a header in 300,000 folds": b"X-A: b\n" + b" c\n" * 300_000 + b"\nhi",
    "1,000 multiparts in one another": _nested(1_000),
    "100,000 parts": b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhello\n" * 100_000,
    "lines like the boundary": b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--xy\n" * 4_000_000,
    "open brackets": b"To: " + b'(<"' * 6_000 + b"\n\nhi",
    "encoded words": b"X-A: " + b"=?utf-8?q?" * 2_000 + b"\n\nhi",
    "parameters": b"Content-Type: text/plain" + b'; a="b' * 3_000 + b"\n\nhi",
    "50 MB of quoted-printable": b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=3D" * 16_600_000,
    "50 MB of an attachment's soft breaks": (
        b"Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: application/pdf\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=\n" * 25_000_000
    ),
    "50 MB of tags": b"Content-Type: text/html\n\n" + b"<" * 50_000_000,
    "50 MB of signs": b"Content-Type: text/html\n\n" + b"&" * 50_000_000,
    "calendar": b"Content-Type: text/calendar\n\nBEGIN:VEVENT\nX" + b'\n ;A="b' * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_no_mail_keeps_the_bot_waiting(name: str) -> None:
    raw = HEAD + LARGE[name]
    with no_hang():
        letter = read_letter(raw)
        kind_of(letter)
    assert letter.sender.email == "sam@oak.example"


@pytest.mark.parametrize("line_break", [b"\r", b"\n", b"\r\n", b"> \n", b"=\n"])
def test_of_a_mail_that_is_nothing_but_line_breaks_only_its_beginning_is_worked_through(line_break: bytes) -> None:
    root, defects = parse(HEAD + b"\nOption 2\n" + line_break * (LARGEST_MAIL // len(line_break)))
    assert len(root.source) <= CROWDED_MAIL
    assert root.text(20).startswith("Option 2")
    assert any("line breaks" in defect for defect in defects)


def test_the_largest_mail_in_ordinary_lines_is_read_to_its_end() -> None:
    line = b"x" * 76 + b"\r\n"
    lines = (LARGEST_MAIL - len(HEAD) - 10) // len(line)
    root, defects = parse(HEAD + b"\n" + line * lines)
    assert defects == ()
    assert root.source.endswith(b"x\n")
    assert root.source.count(b"x\n") == lines


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_make_a_clean_letter(raw: bytes) -> None:
    letter = read_letter(raw)
    assert is_clean(letter)
    assert isinstance(visible(letter.text).text, str)
    kind_of(letter)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A mail of ours that was cut, mixed up or overwritten on its way."""
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        match draw(st.integers(0, 5)):
            case 0:
                del raw[at:]
            case 1:
                raw[at:at] = draw(
                    st.sampled_from([b"\0", b"\xff\xfe", b"\r", b"\n\n", b"\xed\xa0\x80", b"=?utf-8?b?", b"--B--\n"])
                )
            case 2:
                raw[at : at + 20] = draw(st.binary(max_size=20))
            case 3:
                raw = bytearray(
                    raw.replace(b"utf-8", draw(st.sampled_from([b"utf-7", b"utf-16", b"x", b"idna", b"hz"])))
                )
            case 4:
                raw[at:at] = b"\nContent-Type: multipart/mixed; boundary=B\n\n"
            case _:
                raw[at:at] = raw[: draw(st.integers(0, 300))]
    return bytes(raw)


@settings(max_examples=250, deadline=None)
@given(damaged())
def test_no_damage_on_the_way_breaks_the_reader(raw: bytes) -> None:
    letter = read_letter(raw)
    assert is_clean(letter)
    kind_of(letter)
    seen = visible(letter.text)
    assert all(letter.text[one.start :].startswith(one.text) for one in (*seen.passages, *seen.signature, *seen.quoted))
