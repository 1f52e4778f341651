"""Letters of the invented schools as mail programs send them: raw MIME in the habits of each program."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from bot.local_time import LONDON
from handlers.demo.our_mail import OurMail


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody writes in answer to a mail of ours, before a mail program gets hold of it."""

    name: str
    email: str
    body: str
    signature: str
    disclaimer: str
    at: dt.datetime
    message_id: str
    answered: OurMail
    between: Mapping[int, str]


_PREFIX = re.compile(r"^(?:re:\s*)+", re.IGNORECASE)

Envelope = Callable[[Writing], bytes]


def seal(client: str, writing: Writing) -> bytes:
    """The letter as that mail program sends it. Raises KeyError for a program that is not known."""
    return _CLIENTS[client](writing)


def headers(writing: Writing, subject: str) -> EmailMessage:
    """A message with the headers that every answer has, and no body yet."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{writing.name} <{writing.email}>"
    message["To"] = writing.answered.sender
    message["Subject"] = subject
    message["Date"] = format_datetime(writing.at.astimezone(LONDON))
    message["Message-ID"] = writing.message_id
    message["In-Reply-To"] = writing.answered.message_id
    message["References"] = f"{writing.answered.references} {writing.answered.message_id}".strip()
    return message


def _reply(prefix: str, writing: Writing) -> str:
    """Our subject with one "Re:", however often it has gone to and fro."""
    return f"{prefix} {_PREFIX.sub('', writing.answered.subject)}"


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _prefixed(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.rstrip().split("\n"))


def _local(answered: OurMail) -> dt.datetime:
    return answered.sent.astimezone(LONDON)


def _outlook_head(writing: Writing) -> tuple[tuple[str, str], ...]:
    answered, sent = writing.answered, _local(writing.answered)
    return (
        ("From", answered.sender),
        ("Sent", f"{sent:%d %B %Y %H:%M}"),
        ("To", f"{writing.name} <{writing.email}>"),
        ("Subject", answered.subject),
    )


def _outlook_text(writing: Writing) -> str:
    head = "\n".join(f"{name}: {value}" for name, value in _outlook_head(writing))
    quote = f"{'_' * 32}\n{head}\n\n{writing.answered.text.rstrip()}"
    return _paragraphs(writing.body, writing.signature, quote, writing.disclaimer)


def _outlook(writing: Writing) -> bytes:
    message = headers(writing, _reply("RE:", writing))
    message.set_content(_outlook_text(writing), cte="quoted-printable")
    return message.as_bytes()


def _base64(writing: Writing) -> bytes:
    message = headers(writing, _reply("RE:", writing))
    message.set_content(_outlook_text(writing), cte="base64")
    return message.as_bytes()


def _html(text: str, tag: str = "p") -> str:
    return "".join(
        f"<{tag}>{escape(block).replace(chr(10), '<br>')}</{tag}>" for block in text.strip().split("\n\n") if block
    )


def _outlook_html(writing: Writing) -> bytes:
    head = "<br>".join(f"<b>{name}:</b> {escape(value)}" for name, value in _outlook_head(writing))
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
        "<style>p {margin-top:0; margin-bottom:8pt}</style></head><body>"
        f"{_html(writing.body)}{_html(writing.signature)}"
        f'<hr style="width:98%"><div id="divRplyFwdMsg">{head}</div><div>{_html(writing.answered.text)}</div>'
        f"{_html(writing.disclaimer)}</body></html>"
    )
    message = headers(writing, _reply("RE:", writing))
    message.set_content(page, subtype="html", charset="windows-1252", cte="quoted-printable")
    return message.as_bytes()


def _gmail(writing: Writing) -> bytes:
    said, answered = _local(writing.answered), writing.answered
    opening = f"On {said:%a}, {said.day} {said:%b %Y} at {said:%H:%M}, {answered.sender} wrote:"
    signature = f"-- \n{writing.signature}" if writing.signature else ""
    text = _paragraphs(writing.body, signature, f"{opening}\n\n{_prefixed(answered.text)}", writing.disclaimer)
    page = (
        f'<div dir="ltr">{_html(writing.body, "div")}<br>--<br>{_html(writing.signature, "div")}</div>'
        f'<div class="gmail_quote"><div class="gmail_attr">{escape(opening)}<br></div>'
        f'<blockquote class="gmail_quote">{_html(answered.text)}</blockquote></div>{_html(writing.disclaimer)}'
    )
    return _alternatives(headers(writing, _reply("Re:", writing)), text, page, writing.message_id)


def _android(writing: Writing) -> bytes:
    said, answered = _local(writing.answered), writing.answered
    quote = (
        f"-------- Original message --------\nFrom: {answered.sender}\n"
        f"Date: {said:%d/%m/%Y %H:%M} (GMT+00:00)\nTo: {writing.name} <{writing.email}>\n"
        f"Subject: {answered.subject}\n\n{answered.text.rstrip()}"
    )
    text = _paragraphs(writing.body, writing.signature, "Sent from my Galaxy", quote)
    page = f"{_html(text)}"
    return _alternatives(headers(writing, _reply("Re:", writing)), text, page, writing.message_id)


def _alternatives(message: EmailMessage, text: str, page: str, seed: str) -> bytes:
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.set_boundary("----=_" + "".join(letter for letter in seed if letter.isalnum())[:40])
    return message.as_bytes()


def _iphone(writing: Writing) -> bytes:
    said, answered = _local(writing.answered), writing.answered
    quote = f"> On {said.day} {said:%b %Y}, at {said:%H:%M}, {answered.sender} wrote:\n>\n{_prefixed(answered.text)}"
    message = headers(writing, _reply("Re:", writing))
    message.set_content(_paragraphs(writing.body, "Sent from my iPhone", quote), cte="quoted-printable")
    message["X-Mailer"] = "iPhone Mail (23C71)"
    return message.as_bytes()


def _plain(writing: Writing) -> bytes:
    message = headers(writing, _reply("Re:", writing))
    message.set_content(_paragraphs(writing.body, writing.signature), cte="8bit")
    return message.as_bytes()


def _inline(writing: Writing) -> bytes:
    said, answered = _local(writing.answered), writing.answered
    opening = f"On {said:%d/%m/%Y %H:%M}, {answered.sender} wrote:"
    lines = [line for quoted in _prefixed(answered.text).split("\n") for line in _answered_line(quoted, writing)]
    message = headers(writing, _reply("Re:", writing))
    message.set_content(_paragraphs(writing.body, opening, "\n".join(lines), writing.signature), cte="quoted-printable")
    return message.as_bytes()


def _answered_line(quoted: str, writing: Writing) -> tuple[str, ...]:
    number = quoted[2:3]
    comment = writing.between.get(int(number)) if number.isdigit() and quoted[3:4] == "." else None
    return (quoted,) if comment is None else (quoted, "", comment, "")


_CLIENTS: Mapping[str, Envelope] = {
    "android": _android,
    "base64": _base64,
    "gmail": _gmail,
    "inline": _inline,
    "iphone": _iphone,
    "outlook": _outlook,
    "outlook_html": _outlook_html,
    "plain": _plain,
}
