"""Mail that could not be delivered: reports (RFC 3464) and the notices that mail servers write in their own words."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.model import DeliveryReport
from bot.reading.bounce_notices import (
    LONGEST_NOTICE,
    MOST_RECIPIENTS,
    REPLY_CODE,
    STATUS,
    first_address,
    from_notice,
    leading,
    mentioned,
    own_addresses,
    parted,
)
from bot.reading.failure_words import ANSWERED, BODY, COPY_FOLLOWS, SENDER, SUBJECT, SUBJECT_WITH_DAEMON
from bot.reading.mime import Headers, Part, parse, split_headers

_SMTP_CODE = re.compile(
    r"(?:^|said:?|error:?|response:?|returned:?|smtp;|<<<|[\[('\"])[ '\":]{0,3}[45][0-5]\d[ -]",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED_FAILURE = re.compile(
    r"(?:could not|cannot|can't|couldn't|not) be (?:delivered|sent) to(?: the following)?[^\n@:<]{0,60}:?"
    r"\s{0,9}[\"'(]?<?[^\s<>@]{1,80}@|\bnot a valid (?:user|recipient|address|mailbox)\b",
    re.IGNORECASE,
)
_MESSAGE_ID = re.compile(
    r"^[>\s]{0,6}(?:x-original-)?message-id\s*:\s*(<[^<>\s]{3,500}>)", re.IGNORECASE | re.MULTILINE
)
_RETURNED = frozenset(
    {"message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}
)
_COPIES = _RETURNED | {"message/delivery-status", "message/global-delivery-status"}
_SUCCESSES = frozenset({"delivered", "relayed", "expanded"})
"""The actions that are no failure (RFC 3464, 2.3.3); some servers have words of their own for one."""
_DAEMON = re.compile(r"mailer-daemon@|\bpostmaster@", re.IGNORECASE)
_CHALLENGE = re.compile(r"\bpre-?approved\b|\bboxbe\b|\bchallenge\b|\bguest list\b", re.IGNORECASE)
"""How a sender's verification calls its demand in a report."""


NO_FAILURE = "a report of delivery that names no failure"


def names_no_failure(root: Part, reports: tuple[DeliveryReport, ...]) -> bool:
    """Whether a mail holds a report, read to the end, of what was delivered."""
    return not reports and any(_is_report(part) and _groups(part) for part in root.walk())


def reports_of(root: Part, sender: str, subject: str, text: str) -> tuple[DeliveryReport, ...]:
    """What a mail says about other mails that failed or are late, one entry a recipient; () where it is no bounce.

    A report without a readable recipient gives one entry with recipient "". Delivered and relayed are no failures.
    """
    original = _original_message_id(root, text)
    groups = [group for part in root.walk() if _is_report(part) for group in _groups(part)]
    if groups:
        found = [_from_group(group, original) for group in groups[:MOST_RECIPIENTS]]
        failed = tuple(report for report in found if report is not None)
        if len(failed) == 1 and not failed[0].recipient:
            return tuple(
                replace(failed[0], recipient=one.recipient) for one in from_notice(root, sender, text, original)
            )
        return failed or _undecided(root, groups, sender, subject, text, original)
    if looks_like_bounce(sender, subject, text, root.headers):
        return _returned_report(root, original) or from_notice(root, sender, text, original)
    return from_notice(root, sender, text, original) if _is_returned(root, sender, subject, text) else ()


def _is_returned(root: Part, sender: str, subject: str, text: str) -> bool:
    """Whether a mail comes back: said so above it, or under an address alone in its line in words we cannot read."""
    if not any(part.content_type in _RETURNED for part in root.walk()):
        return False
    if _DAEMON.search(sender) is not None:
        return bool(leading(parted(text)[0], own_addresses(root.headers, sender)))
    return ANSWERED.match(subject) is None and SUBJECT.search(subject) is not None and _says_undelivered(text)


def _returned_report(root: Part, original: str) -> tuple[DeliveryReport, ...]:
    """What a report says that another server has put whole into its own notice."""
    inner = (part.data(200_000) for part in root.walk() if part.content_type == "message/rfc822")
    reports = (parse(data.lstrip(b"\n"))[0] for data in inner if b"delivery-status" in data)
    groups = (group for report in reports for part in report.walk() if _is_report(part) for group in _groups(part))
    found = (_from_group(group, original) for group in groups)
    return tuple(report for report in found if report is not None and report.recipient)[:MOST_RECIPIENTS]


def looks_like_bounce(sender: str, subject: str, text: str, headers: Headers) -> bool:
    """Whether a mail without a report is a mail server's notice that a mail was not delivered.

    `sender` is the display name and address of From. A person may write about a bounce, too: where nothing shows that
    a mail server is talking, the notice must name a code and an address that are neither the sender's nor ours.
    """
    values = dict(reversed(headers))
    if values.get("x-failed-recipients"):
        return True
    # What is cheap to see comes first: hardly any letter gets as far as its words.
    daemon = _is_daemon(sender, values)
    if not daemon and ANSWERED.match(subject) is not None:
        return False
    named = SUBJECT.search(subject) is not None
    if daemon:
        tells = SUBJECT_WITH_DAEMON.search(subject) is not None
        return named or (_says_undelivered(text) and (tells or _shows_proof(text)))
    returned = values.get("return-path", "").strip() == "<>"
    if not (named or returned) or not _says_undelivered(text):
        return False
    if returned:
        return named or _shows_proof(text)
    if subject.rstrip().endswith("?"):
        return False
    own = own_addresses(headers, sender)
    return _shows_proof(text) and bool(leading(text[:LONGEST_NOTICE], own) or mentioned(parted(text)[0], own))


def _says_undelivered(text: str) -> bool:
    return BODY.search(text[:LONGEST_NOTICE]) is not None


def _shows_proof(text: str) -> bool:
    """Whether the text holds a status, an SMTP reply, a copy of the mail or the failed address, as servers do."""
    notice = text[:LONGEST_NOTICE]
    proofs = (STATUS, _SMTP_CODE, COPY_FOLLOWS, _NAMED_FAILURE)
    return any(proof.search(notice) for proof in proofs)


def _is_daemon(sender: str, values: dict[str, str]) -> bool:
    kind = values.get("content-type", "").lower().replace('"', "")
    return "report-type=delivery-status" in kind or SENDER.search(sender) is not None


def _is_report(part: Part) -> bool:
    return part.content_type in (
        "message/delivery-status",
        "message/global-delivery-status",
        "message/x-delivery-status",
    )


_RECIPIENT = frozenset({"final-recipient", "original-recipient"})


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
    named = [group for group in groups if _RECIPIENT & group.keys()]
    if named:
        whole = groups[0] if groups[0] is not named[0] else {}
        lent = {name: value for name, value in whole.items() if name in ("action", "status", "diagnostic-code")}
        return [lent | group for group in named]
    return [group for group in groups if {"action", "status"} & group.keys()]


def _from_group(fields: dict[str, str], original: str) -> DeliveryReport | None:
    action = re.split(r"[\s(;]", fields.get("action", "").strip().lower())[0]
    status = _status(fields.get("status", ""), fields.get("diagnostic-code", ""))
    if action in _SUCCESSES or (action != "failed" and status.startswith("2")):
        return None
    if _CHALLENGE.search(fields.get("diagnostic-code", "")):
        return None
    recipient = _typed(fields.get("original-recipient", "")) or _typed(fields.get("final-recipient", ""))
    recipient = recipient or first_address(fields.get("diagnostic-code", ""))
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
    return from_notice(root, sender, text, original)


def _status(field: str, diagnostic: str) -> str:
    """The enhanced status code (RFC 3463); a general one is bettered by what the diagnostic says."""
    codes = [".".join(match.groups()) for match in (STATUS.search(field), STATUS.search(diagnostic)) if match]
    special = [code for code in codes if not code.endswith(".0.0") and not code.startswith("2")]
    same = [code for code in special if code[0] == codes[0][0]]
    if codes:
        return (same or codes)[0]
    reply = REPLY_CODE.search(diagnostic)
    return f"{reply.group(1)}.0.0" if reply is not None else ""


def _typed(field: str) -> str:
    """The address in "rfc822; name@place"; "" where it is of another type or none."""
    kind, found, value = field.partition(";")
    value = value if found else kind
    return first_address(value.replace("<", " ").replace(">", " "))


def _original_message_id(root: Part, text: str) -> str:
    """The Message-ID of the mail that failed: from the copy or report attached, else from its header in the text."""
    attached = (part.data(100_000).decode("latin-1") for part in root.walk() if part.content_type in _COPIES)
    matches = (_MESSAGE_ID.search(words) for words in (*attached, text))
    return next((match.group(1) for match in matches if match is not None), "")
