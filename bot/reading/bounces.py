"""Mail that could not be delivered: reports (RFC 3464) and the notices that mail servers write in their own words."""

from __future__ import annotations

import email.errors
import email.parser
import email.policy
import re

from bot.model import DeliveryReport
from bot.reading.failure_words import (
    ANSWERED,
    BODY,
    COPY_FOLLOWS,
    DELAYED,
    SENDER,
    STATUS_OF_WORDS,
    SUBJECT,
    SUBJECT_WITH_DAEMON,
)
from bot.reading.mime import Headers, Part, split_headers

LONGEST_NOTICE = 30_000
MOST_RECIPIENTS = 50

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,2})\.(\d{1,3})(?![\d.]*\.?\d)")
_REPLY_CODE = re.compile(
    r"(?<![\d.#/-])([45])[0-5]\d(?=[ \-:,;'\")\]#]|$)(?! (?:bytes|kb|k\b|recip|messages))", re.MULTILINE
)
_SMTP_CODE = re.compile(
    r"(?:^|said:?|error:?|response:?|returned:?|smtp;|<<<|[\[('\"])[ '\":]{0,3}[45][0-5]\d[ -]",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,128}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_LEADING = re.compile(
    r"^[\s*|>-]{0,12}(?:<(?P<angle>[^<>\s]{3,300})>\s*:?|(?:final-recipient|"
    r"original-recipient)\s*:\s*rfc822\s*;\s*<?(?P<field>[^\s<>]{3,300})|(?:failed |intended |undeliverable |"
    r"invalid |bad )?(?:recipients?|addressees?|address(?:es)?|user|e-?mail|rcpt to|to|mail to|delivery to|send to|"
    r"message to|message for|recipient address|unknown user|unknown address)(?:\(s\))?\s*(?:is|was|"
    r"\[\d+\])?\s*[:=]\s*[\"'(\[]?(?:smtp:|rfc822;|mailto:)?<?(?P<labelled>[^\s<>\"']{3,300}@[^\s<>\"',;]{3,200})|"
    r"[\"'(\[<]?(?:smtp:|rfc822;|mailto:)?(?P<alone>[^\s<>\"'()\[\]:;,]{1,128}@[^\s<>\"'()\[\]:;,]{3,200})[\"')\]>]?\s*(?:$|[:;(.,-]|\s{2,}|\.\.\.))",
    re.IGNORECASE | re.MULTILINE,
)
_MESSAGE_ID = re.compile(
    r"^[>\s]{0,6}(?:x-original-)?message-id\s*:\s*(<[^<>\s]{3,500}>)", re.IGNORECASE | re.MULTILINE
)
_ORIGINAL_TO = re.compile(
    r"^[>\s]{0,6}to\s*:\s*.{0,200}?([^\s<>\"',;]{1,128}@[^\s<>\"',;]{3,200})", re.IGNORECASE | re.MULTILINE
)
_FAILURES = frozenset({"failed", "failure", "delayed", "undeliverable", "undelivered", "expired", ""})


def reports_of(root: Part, sender: str, subject: str, text: str) -> tuple[DeliveryReport, ...]:
    """What a mail says about other mails that failed or are late, one entry a recipient; () where it is no bounce.

    A report without a readable recipient gives one entry with recipient "". Delivered and relayed are no failures.
    """
    original = _original_message_id(root, text)
    groups = [group for part in root.walk() if _is_report(part) for group in _groups(part)]
    if groups:
        return tuple(
            report for group in groups[:MOST_RECIPIENTS] if (report := _from_group(group, original)) is not None
        ) or _undecided(root, groups, sender, subject, text, original)
    if not looks_like_bounce(sender, subject, text, root.headers):
        return ()
    return _from_notice(root, sender, text, original)


def looks_like_bounce(sender: str, subject: str, text: str, headers: Headers) -> bool:
    """Whether a mail without a report is a mail server's notice that a mail was not delivered.

    `sender` is the display name and address of From. A person may write about a bounce, too: where nothing shows that
    a mail server is talking, the notice must name a code and an address that are neither the sender's nor ours.
    """
    values = dict(reversed(headers))
    if values.get("x-failed-recipients"):
        return True
    notice = text[:LONGEST_NOTICE]
    words = BODY.search(notice) is not None
    if _from_daemon(sender, values):
        told = SUBJECT_WITH_DAEMON.search(subject) is not None or _STATUS.search(notice) is not None
        return SUBJECT.search(subject) is not None or (words and told)
    if not words or ANSWERED.match(subject) is not None or SUBJECT.search(subject) is None:
        return False
    proof = _STATUS.search(notice) or _SMTP_CODE.search(notice) or COPY_FOLLOWS.search(notice)
    return proof is not None and bool(_named(_parted(text)[0], _own(headers, sender)))


def _from_daemon(sender: str, values: dict[str, str]) -> bool:
    kind = values.get("content-type", "").lower().replace('"', "")
    is_report = "report-type=delivery-status" in kind
    return is_report or values.get("return-path", "").strip() == "<>" or SENDER.search(sender) is not None


def _is_report(part: Part) -> bool:
    return part.content_type in (
        "message/delivery-status",
        "message/global-delivery-status",
        "message/x-delivery-status",
    )


def _groups(part: Part) -> list[dict[str, str]]:
    """The blocks of fields that name a recipient; the first block, about the mail as a whole, lends what they lack."""
    groups: list[dict[str, str]] = []
    body = part.data(200_000)
    for block in re.split(rb"\n[ \t]*\n", body)[: MOST_RECIPIENTS * 2]:
        fields: dict[str, str] = {}
        for name, value in split_headers(block.strip(b"\n"))[0]:
            if name in ("final-recipient", "original-recipient") and name in fields:
                groups.append(fields)
                fields = {}
            fields.setdefault(name, value)
        groups.append(fields)
    return [group for group in groups if {"final-recipient", "original-recipient", "action", "status"} & group.keys()]


def _from_group(fields: dict[str, str], original: str) -> DeliveryReport | None:
    action = re.split(r"[\s(;]", fields.get("action", "").strip().lower())[0]
    status = _status(fields.get("status", ""), fields.get("diagnostic-code", ""))
    if action not in _FAILURES or (not action and status.startswith("2")):
        return None
    recipient = _typed(fields.get("original-recipient", "")) or _typed(fields.get("final-recipient", ""))
    recipient = recipient or _first_address(fields.get("diagnostic-code", ""))
    if action == "delayed" and not status.startswith("4"):
        status = "4.4.7"
    if not status or status.startswith("2"):
        status = "5.0.0"
    return DeliveryReport(recipient, status, status.startswith("5") and action != "delayed", original)


def _undecided(
    root: Part, groups: list[dict[str, str]], sender: str, subject: str, text: str, original: str
) -> tuple[DeliveryReport, ...]:
    """A report whose blocks name no failure: delivered, unless it names no action and its words say otherwise."""
    if any(group.get("action") for group in groups) or not looks_like_bounce(sender, subject, text, root.headers):
        return ()
    return _from_notice(root, sender, text, original)


def _status(field: str, diagnostic: str) -> str:
    """The enhanced status code (RFC 3463); a general one is bettered by what the diagnostic says."""
    codes = [".".join(match.groups()) for match in (_STATUS.search(field), _STATUS.search(diagnostic)) if match]
    special = [code for code in codes if not code.endswith(".0.0") and not code.startswith("2")]
    same = [code for code in special if code[0] == codes[0][0]]
    if codes:
        return (same or codes)[0]
    reply = _REPLY_CODE.search(diagnostic)
    return f"{reply.group(1)}.0.0" if reply is not None else ""


def _typed(field: str) -> str:
    """The address in "rfc822; name@place"; "" where it is of another type or none."""
    kind, found, value = field.partition(";")
    value = value if found else kind
    return _first_address(value.replace("<", " ").replace(">", " "))


def _first_address(text: str) -> str:
    match = _ADDRESS.search(text[:2_000])
    return match.group().lower().strip(".'") if match is not None else ""


def _from_notice(root: Part, sender: str, text: str, original: str) -> tuple[DeliveryReport, ...]:
    notice, copy = _parted(text)
    status = _status_of_notice(notice)
    recipients = (
        _listed(root.header("x-failed-recipients"))
        or _named(notice, _own(root.headers, sender))
        or _known_to_library(root, sender)
        or _of_copy(root, copy)
        or ("",)
    )
    permanent = status.startswith("5")
    return tuple(DeliveryReport(recipient, status, permanent, original) for recipient in recipients[:MOST_RECIPIENTS])


def _parted(text: str) -> tuple[str, str]:
    """The server's own words, and the copy of the mail behind them."""
    match = COPY_FOLLOWS.search(text[:LONGEST_NOTICE], 40)
    cut = match.start() if match is not None else min(len(text), LONGEST_NOTICE)
    return text[:cut], text[cut:]


def _status_of_notice(notice: str) -> str:
    if DELAYED.search(notice):
        codes = [match for match in _STATUS.finditer(notice) if match.group(1) == "4"]
        return ".".join(codes[0].groups()) if codes else "4.4.7"
    code = next((match for match in _STATUS.finditer(notice) if match.group(1) != "2"), None)
    if code is not None:
        return ".".join(code.groups())
    words = next((status for pattern, status in STATUS_OF_WORDS if pattern.search(notice)), "")
    reply = _REPLY_CODE.search(notice)
    if reply is not None:
        return reply.group(1) + (words[1:] if words else ".0.0")
    return words or "5.0.0"


def _listed(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group().lower() for match in _ADDRESS.finditer(value[:5_000])))


def _own(headers: Headers, sender: str) -> frozenset[str]:
    """Addresses that cannot be the failed one: the notice's sender and whom it is to."""
    to = " ".join(value for key, value in headers if key in ("to", "delivered-to", "x-original-to", "return-path"))
    return frozenset(_listed(f"{to} {sender}"))


def _named(notice: str, own: frozenset[str]) -> tuple[str, ...]:
    """Addresses that stand where servers put the failed one; else the first that the notice names."""
    leading = [_first_address(next(group for group in match.groups() if group)) for match in _LEADING.finditer(notice)]
    found = [address for address in leading if _may_fail(address, own)]
    if not found:
        found = [address for address in _listed(notice) if _may_fail(address, own)][:1]
    return tuple(dict.fromkeys(found))


def _may_fail(address: str, own: frozenset[str]) -> bool:
    local = address.partition("@")[0]
    return (
        bool(address)
        and address not in own
        and not re.match(r"(?:postmaster|mailer-daemon|abuse|helpdesk|support)$", local)
    )


def _of_copy(root: Part, copy: str) -> tuple[str, ...]:
    """Whom the returned mail was to."""
    for part in root.walk():
        if part.content_type in ("message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers"):
            found = _listed(dict(reversed(split_headers(part.data(100_000).lstrip(b"\n"))[0])).get("to", ""))
            if found:
                return found
    match = _ORIGINAL_TO.search(copy)
    return (match.group(1).lower().strip("<>"),) if match is not None else ()


def _original_message_id(root: Part, text: str) -> str:
    """The Message-ID of the mail that failed: from the attached copy, or from its header in the text."""
    for part in root.walk():
        if part is not root and part.content_type in (
            "message/rfc822",
            "text/rfc822-headers",
            "message/global",
            "message/rfc822-headers",
            "message/global-headers",
        ):
            match = _MESSAGE_ID.search(part.data(100_000).decode("latin-1"))
            if match is not None:
                return match.group(1)
    match = _MESSAGE_ID.search(text[:200_000])
    return match.group(1) if match is not None else ""


def _known_to_library(root: Part, sender: str) -> tuple[str, ...]:
    """What flufl.bounce finds in formats that our own rules do not know. It raises on some headers: it is guarded."""
    if not sender or not sender.isascii():
        return ()
    from flufl.bounce import all_failures

    source = _plain_copy(root)
    try:
        message = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(source)
        _temporary, permanent = all_failures(message)
        found = [address.decode("ascii", "ignore").lower() for address in (*permanent, *_temporary)]
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, email.errors.MessageError):
        return ()
    return tuple(dict.fromkeys(address for address in found if _ADDRESS.fullmatch(address)))


def _plain_copy(root: Part) -> bytes:
    """The notice as one plain mail: bounded, one level deep, ASCII headers, so that no parser can stumble over it."""
    wanted = ("from", "to", "subject", "x-failed-recipients", "x-mailer")
    head = "".join(f"{key}: {value[:500]}\n" for key, value in root.headers if key in wanted and value.isascii())
    texts = (part.text(LONGEST_NOTICE) for part in root.walk() if part.content_type == "text/plain")
    return (head + "\n" + next(texts, "")).encode("ascii", "replace")
