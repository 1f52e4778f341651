"""What mail servers write in their own words about a mail that failed: whose it was, and how."""

from __future__ import annotations

import email.parser
import email.policy
import logging
import re

from bot.model import DeliveryReport
from bot.reading.failure_words import COPY_FOLLOWS, DELAYED, STATUS_OF_WORDS
from bot.reading.mime import Headers, Part, split_headers

LONGEST_NOTICE = 30_000
MOST_LINES = 300
"""Lines of a notice that the library looks at: it tries each of its formats on each of them."""
MOST_RECIPIENTS = 50
STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,2})\.(\d{1,3})(?![\d.]*\.?\d)")
REPLY_CODE = re.compile(
    r"(?<![\d.#/-])([45])[0-5]\d(?=[ \-:,;'\")\]#]|$)(?! (?:bytes|kb|k\b|recip|messages))", re.MULTILINE
)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
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
_FAILED_ONES = re.compile(
    r"\b(?:reach|deliver\w*|sent|failed|affected|undeliverable|errors?|rejected)\b[^\n:@]{0,60}"
    r"\b(?:recipient|addressee|address(?:es)?|users?|person|people|groups?|mailbox(?:es)?)\b[^\n:@]{0,40}:",
    re.IGNORECASE,
)
"""The end of a sentence under which a server lists whom it did not reach."""
_NEAR = 1_000
_ORIGINAL_TO = re.compile(
    r"^[>\s]{0,6}to\s*:\s*.{0,200}?([^\s<>\"',;]{1,128}@[^\s<>\"',;]{3,200})", re.IGNORECASE | re.MULTILINE
)

_LIBRARY_FAULTS = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)


def from_notice(root: Part, sender: str, text: str, original: str) -> tuple[DeliveryReport, ...]:
    """One entry for every address that the notice says has failed; one with recipient "" where it names none."""
    notice, copy = parted(text)
    status = _status_of_notice(notice)
    own = own_addresses(root.headers, sender)
    recipients = (
        _listed(root.header("x-failed-recipients"))
        or _under_sentence(notice, own)
        or leading(notice, own)
        or _known_to_library(root, sender)
        or mentioned(notice, own)
        or _of_copy(root, copy)
        or ("",)
    )
    permanent = status.startswith("5")
    return tuple(DeliveryReport(recipient, status, permanent, original) for recipient in recipients[:MOST_RECIPIENTS])


def _under_sentence(notice: str, own: frozenset[str]) -> tuple[str, ...]:
    """Addresses under the sentence that announces them: what stands above it may be the header of the lost mail."""
    match = _FAILED_ONES.search(notice)
    if match is None or match.start() == 0:
        return ()
    below = notice[match.end() :]
    return leading(below, own) or mentioned(below[:_NEAR], own)


def parted(text: str) -> tuple[str, str]:
    """The server's own words, and the copy of the mail behind them."""
    match = COPY_FOLLOWS.search(text[:LONGEST_NOTICE], 40)
    cut = match.start() if match is not None else min(len(text), LONGEST_NOTICE)
    return text[:cut], text[cut:]


def _status_of_notice(notice: str) -> str:
    if DELAYED.search(notice):
        codes = [match for match in STATUS.finditer(notice) if match.group(1) == "4"]
        return ".".join(codes[0].groups()) if codes else "4.4.7"
    code = next((match for match in STATUS.finditer(notice) if match.group(1) != "2"), None)
    if code is not None:
        return ".".join(code.groups())
    words = next((status for pattern, status in STATUS_OF_WORDS if pattern.search(notice)), "")
    reply = REPLY_CODE.search(notice)
    if reply is not None:
        return reply.group(1) + (words[1:] if words else ".0.0")
    return words or "5.0.0"


def _listed(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_bare(match.group()) for match in _ADDRESS.finditer(value[:5_000])))


def own_addresses(headers: Headers, sender: str) -> frozenset[str]:
    """Addresses that cannot be the failed one: the notice's sender and whom it is to."""
    to = " ".join(value for key, value in headers if key in ("to", "delivered-to", "x-original-to", "return-path"))
    return frozenset(_listed(f"{to} {sender}"))


def leading(notice: str, own: frozenset[str]) -> tuple[str, ...]:
    """Addresses that stand where servers put the failed one, at the head of a line or behind its label."""
    found = (first_address(next(group for group in match.groups() if group)) for match in _LEADING.finditer(notice))
    return tuple(dict.fromkeys(address for address in found if _may_fail(address, own)))


def mentioned(notice: str, own: frozenset[str]) -> tuple[str, ...]:
    """The first address that the notice names at all."""
    return tuple(address for address in _listed(notice) if _may_fail(address, own))[:1]


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


def _known_to_library(root: Part, sender: str) -> tuple[str, ...]:
    """What flufl.bounce finds in formats that our own rules do not know; () where it stumbles over the mail."""
    from flufl.bounce import all_failures

    logging.getLogger("flufl.bounce").addFilter(_never)  # it logs a traceback before it raises
    try:
        message = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(_plain_copy(root, sender))
        temporary, permanent = all_failures(message)
        found = [address.decode("ascii", "ignore").lower() for address in (*permanent, *temporary)]
    except _LIBRARY_FAULTS:
        return ()
    return tuple(dict.fromkeys(address for address in found if _ADDRESS.fullmatch(address)))


def _never(_record: logging.LogRecord) -> bool:
    return False


def _plain_copy(root: Part, sender: str) -> bytes:
    """The notice as one plain mail: bounded, one level deep, ASCII headers, so that no parser can stumble over it."""
    wanted = ("to", "subject", "x-failed-recipients", "x-mailer")
    head = f"from: {first_address(sender) or 'mailer-daemon@unknown.example'}\n"
    head += "".join(f"{key}: {value[:500]}\n" for key, value in root.headers if key in wanted and value.isascii())
    texts = (part.text(LONGEST_NOTICE) for part in root.walk() if part.content_type == "text/plain")
    lines = _BLANK_LINES.sub("\n\n", next(texts, "")).split("\n", MOST_LINES)[:MOST_LINES]
    return (head + "\n" + "\n".join(lines)).encode("ascii", "replace")


def first_address(text: str) -> str:
    """The first address in a text, in lower case; "" where there is none."""
    match = _ADDRESS.search(text[:2_000])
    return _bare(match.group()) if match is not None else ""


def _bare(address: str) -> str:
    """An address in lower case, without what a directory writes in front of it ("SMTP=")."""
    return address.lower().strip(".'").removeprefix("smtp=")
