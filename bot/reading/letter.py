"""The bytes of a mail to a Letter: whatever the bytes are, within bounds, and never raising."""

from __future__ import annotations

import datetime as dt
import email.utils
import hashlib
import re
from dataclasses import replace

from bot.message_ids import message_id_in
from bot.model import Address, Attachment, Letter
from bot.reading import bounces, html
from bot.reading.addresses import SEVERAL_SENDERS, addresses
from bot.reading.calendar_answer import calendar_of, is_calendar
from bot.reading.charsets import decode_words
from bot.reading.mime import Headers, Part, parse
from bot.reading.plain import EmbeddedFile, unflowed, without_uuencoded

LONGEST_TEXT = 100_000
LONGEST_SUBJECT = 255
MOST_IDS = 50
MOST_ATTACHMENTS = 200

_ID = re.compile(r"<([^<>\s]{1,500})>")
_BARE_ID = re.compile(r"(?<!\S)([^<>\s,;]{1,250}@[^<>\s,;]{1,250})(?!\S)")
_STUB = re.compile(
    r"^\W*(?:(?:your|this|the) (?:e-?mail|mail|message).{0,60}(?:does not|doesn't|can ?not|requires?|support|"
    r"display|view)\b.{0,80}\bhtml\b.{0,200}|(?:please )?(?:view|open) this (?:e-?mail|message) in (?:html|"
    r"your browser|a browser).{0,200}|html (?:only|message|version).{0,60}|if you (?:are having trouble|can ?not|"
    r"can't) (?:view|viewing|read|see).{0,200})\W*$",
    re.IGNORECASE | re.DOTALL,
)
_MISLABELLED_HTML = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_AS_THEY_COME = frozenset(
    {"authentication-results", "arc-authentication-results", "received", "received-spf", "return-path", "message-id"}
    | {"in-reply-to", "references", "content-type", "content-disposition", "dkim-signature"}
)
"""Headers that machines read: decoded, they could hold what their writer only quoted."""
_ENCRYPTED = frozenset(
    {
        "multipart/encrypted",
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "application/x-microsoft-rpmsg-message",
    }
)


def read_letter(raw: bytes) -> Letter:
    """Read one mail. What is wrong with it stands in `Letter.defects`; what cannot be read is left out, never invented.

    A mail without a Message-ID gets "<sha256 of its bytes@no-message-id>". Attachments are listed, not opened, and an
    attached mail is never taken for what the sender wrote. Time and memory are bounded by the limits of `mime`.
    """
    root, found = parse(raw)
    text, files = _text(root)
    sender, subject = _sender(root), _line(root.header("subject"))
    reports = bounces.reports_of(root, f"{sender.name} {sender.email}", subject, text)
    letter = Letter(
        message_id=message_id_in(raw),
        sender=sender,
        subject=subject,
        text=text,
        headers=tuple((key, value if key in _AS_THEY_COME else decode_words(value)) for key, value in root.headers),
        to=_every(root.headers, "to") + _every(root.headers, "cc"),
        reply_to=_every(root.headers, "reply-to"),
        date=_date(root.header("date")),
        in_reply_to=_ids(root.header("in-reply-to"))[-MOST_IDS:],
        references=_ids(root.header("references"))[-MOST_IDS:],
        delivery_report=next((report for report in reports if report.permanent), reports[0] if reports else None),
        calendar=None if reports else calendar_of(root, subject),
        attachments=_attachments(root, files),
    )
    delivered = (bounces.NO_FAILURE,) if bounces.names_no_failure(root, reports) else ()
    return replace(letter, defects=(*found, *_defects(root, letter), *delivered))


def _defects(root: Part, letter: Letter) -> tuple[str, ...]:
    """What is wrong with the mail as a whole, beside what its parts showed."""
    senders = len(_every(root.headers, "from"))
    wrong = (
        (len(letter.text) >= LONGEST_TEXT, f"text longer than {LONGEST_TEXT} characters: the rest was not read"),
        (senders == 0, "no sender"),
        (senders > 1, SEVERAL_SENDERS),
        (letter.message_id.endswith("@no-message-id>"), "no Message-ID"),
        (letter.date is None, "no readable date"),
        (any(part.content_type in _ENCRYPTED for part in root.walk()), "encrypted or signed as a whole: not readable"),
    )
    return tuple(defect for is_so, defect in wrong if is_so)


def _line(value: str) -> str:
    """A header's words on one line, cut to what a subject may be: they may go out again in a header of ours."""
    return " ".join(decode_words(value).split())[:LONGEST_SUBJECT]


def _sender(root: Part) -> Address:
    """The first sender with a readable address; an empty one where there is none."""
    found = _every(root.headers, "from")
    return next((address for address in found if address.email), found[0] if found else Address("", ""))


def _every(headers: Headers, name: str) -> tuple[Address, ...]:
    return tuple(address for key, value in headers if key == name for address in addresses(value))


def _ids(value: str) -> tuple[str, ...]:
    """Message-IDs with their angle brackets, each once; a bare one gets them."""
    found = _ID.findall(value) or _BARE_ID.findall(value)
    return tuple(dict.fromkeys(f"<{one}>" for one in found))


def _date(value: str) -> dt.datetime | None:
    """The moment in UTC; None where it is missing or unreadable."""
    try:
        moment = email.utils.parsedate_to_datetime(value[:200])
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(root: Part) -> tuple[str, tuple[EmbeddedFile, ...]]:
    words = [_read(root)] if _is_text(root) and root.disposition != "attachment" else _texts(root)
    return without_uuencoded("\n\n".join(one for one in words if one.strip())[:LONGEST_TEXT])


def _texts(part: Part) -> list[str]:
    """The texts of a part that its sender meant to be read at once, in order."""
    kind = part.content_type
    if kind == "multipart/alternative" and part.children:
        return _best(part)
    if part.children:
        only_first = kind in ("multipart/report", "multipart/related", "multipart/signed")
        children = part.children[:1] if only_first else part.children
        return [text for child in children for text in _texts(child)]
    return [_read(part)] if _is_shown(part) else []


def _read(part: Part) -> str:
    """The plain text of a text part."""
    if part.content_type == "text/html":
        return html.to_text(part.text(html.LONGEST_HTML))
    if part.content_type in ("text/enriched", "text/richtext"):
        return re.sub(r"</?[A-Za-z][^<>]{0,80}>", "", part.text(LONGEST_TEXT))
    text = part.text(LONGEST_TEXT)
    if _MISLABELLED_HTML.match(text):
        return html.to_text(part.text(html.LONGEST_HTML))
    if part.parameter("format").lower() == "flowed":
        text = unflowed(text, delete_space=part.parameter("delsp").lower() == "yes")
    return text


def _best(part: Part) -> list[str]:
    """Of alternatives the plain text; another where that is empty or only says that there is another."""
    plain = [text for child in part.children if child.content_type == "text/plain" for text in _texts(child)]
    if any(text.strip() and not _STUB.match(text[:1_000]) for text in plain):
        return plain
    others = [_texts(child) for child in part.children if child.content_type != "text/plain"]
    return next((texts for texts in reversed(others) if any(text.strip() for text in texts)), plain)


def _is_shown(part: Part) -> bool:
    """Whether a leaf is text to be read, and no file."""
    return _is_text(part) and part.disposition != "attachment" and not part.filename


def _is_text(part: Part) -> bool:
    known = part.content_type in ("text/plain", "text/html", "text/enriched", "text/richtext")
    return known and not is_calendar(part)


def _attachments(root: Part, files: tuple[EmbeddedFile, ...]) -> tuple[Attachment, ...]:
    found = []
    for part in root.walk():
        is_body = _is_shown(part) or (part is root and _is_text(part) and part.disposition != "attachment")
        if part.children or part.content_type.startswith("multipart/") or is_body or _is_machinery(part):
            continue
        data = part.data()
        name = "winmail.dat" if part.content_type == "application/ms-tnef" and not part.filename else part.filename
        found.append(Attachment(name, part.content_type[:100], len(data), hashlib.sha256(data).hexdigest()))
        if len(found) >= MOST_ATTACHMENTS:
            break
    for file in files:
        digest = hashlib.sha256(file.data).hexdigest()
        found.append(Attachment(file.name, "application/octet-stream", len(file.data), digest))
    return tuple(found)


def _is_machinery(part: Part) -> bool:
    """Parts that belong to the mail's own working: reports of delivery, signatures' keys are files and stay listed."""
    return part.content_type in ("message/delivery-status", "message/disposition-notification")
