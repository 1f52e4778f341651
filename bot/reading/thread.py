"""Which visit a letter is about, and may its sender speak for that school (DESIGN law 4). Pure: facts come in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.model import Address, Letter, ReasonCode
from bot.reading.addresses import SEVERAL_SENDERS
from bot.reading.public_domains import is_public

MOST_IDS = 20
"""Message-IDs of one letter that are looked up."""

_REFERENCE = re.compile(r"(?<![A-Za-z0-9-])VS-\d{3,8}(?![A-Za-z0-9-])", re.IGNORECASE)
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.){0,1000}\"")
_COMMENT = re.compile(r"\([^()]{0,1000}\)")
_DMARC = re.compile(r"(?:^|;)\s*dmarc\s*=\s*([a-z]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OurMail:
    """A mail that we sent: the visit it was about ("" for none) and the offer it showed, if one."""

    message_id: str
    reference: str
    offer_number: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a handler knows of a letter's thread and sender.

    `our_mails` are those of `message_ids_to_look_up` that we sent; `subject_visits` those of `references_in_subject`
    that exist. `open_visits_of_sender` belong to the contact who wrote (of a bounce: to whom we wrote). The schools are
    URNs: where the sender's address is an active contact's, and of every contact on the sender's mail domain.
    `urn_of_visit` covers every reference named here.
    """

    our_mails: tuple[OurMail, ...] = ()
    subject_visits: tuple[str, ...] = ()
    open_visits_of_sender: tuple[str, ...] = ()
    schools_of_sender: frozenset[str] = frozenset()
    schools_of_domain: frozenset[str] = frozenset()
    urn_of_visit: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The visit and offer a letter is about, and whether it may act.

    `reason` says why not, and is None for a letter that is to be let be; `rule` names what decided, for people.
    """

    reference: str | None
    offer_number: int | None
    may_speak: bool
    reason: ReasonCode | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    """The visit as it was found; `in_thread` where a mail of ours is answered."""

    reference: str | None
    rule: str
    in_thread: bool = False
    reason: ReasonCode | None = None


def message_ids_to_look_up(letter: Letter) -> tuple[str, ...]:
    """The mails that a letter says it answers: that of a bounce, In-Reply-To, then References, newest first."""
    report = letter.delivery_report
    failed = (report.original_message_id,) if report is not None and report.original_message_id else ()
    return tuple(dict.fromkeys((*failed, *letter.in_reply_to, *reversed(letter.references))))[:MOST_IDS]


def references_in_subject(letter: Letter) -> tuple[str, ...]:
    """The visit references that the subject names ("[VS-0421]"), in order, each once."""
    return tuple(dict.fromkeys(found.upper() for found in _REFERENCE.findall(letter.subject)))


def attribute(letter: Letter, facts: Facts, our_address: str, trusted_authserv: str | None) -> Attribution:
    """Find the letter's visit, then ask whether its sender may speak for that school.

    No header of ours (X-Visit-…) is believed: anybody can write one. In doubt nobody may speak.
    """
    if letter.sender.email == our_address.strip().lower() and letter.delivery_report is None:
        return Attribution(None, None, may_speak=False, reason=None, rule="from our own address")
    found = _visit(letter, facts)
    offer = _offer(facts, found)
    if letter.delivery_report is not None:
        return _about_bounce(facts, found, offer, failed=verdict(letter, trusted_authserv) == "fail")
    refusal = _refusal(letter, facts, found, our_address, trusted_authserv)
    if refusal is not None:
        reason, rule = refusal
        return Attribution(found.reference, offer, may_speak=False, reason=reason, rule=f"{found.rule}; {rule}")
    return Attribution(found.reference, offer, may_speak=True, reason=None, rule=found.rule)


def _visit(letter: Letter, facts: Facts) -> _Found:
    """By thread, else by subject, else by a sender with one open visit; what clashes is nobody's."""
    threads = tuple(dict.fromkeys(mail.reference for mail in facts.our_mails if mail.reference))
    named = facts.subject_visits
    if len({*threads, *named}) > 1:
        return _Found(None, "thread and subject name different visits", reason=ReasonCode.UNKNOWN_VISIT)
    if threads:
        return _Found(threads[0], "answers a mail of ours", in_thread=True)
    if named:
        return _Found(named[0], "reference in the subject")
    if references_in_subject(letter):
        return _Found(None, "the subject names a visit that we do not know", reason=ReasonCode.UNKNOWN_VISIT)
    if len(facts.open_visits_of_sender) == 1:
        return _Found(facts.open_visits_of_sender[0], "the sender's only open visit")
    known = bool(facts.schools_of_sender or facts.open_visits_of_sender)
    return _Found(
        None,
        "the sender has no visit or several" if known else "neither thread, subject nor sender is known",
        reason=ReasonCode.UNKNOWN_VISIT if known else ReasonCode.UNKNOWN_SENDER,
    )


def _offer(facts: Facts, found: _Found) -> int | None:
    """The offer whose numbers count: that of the newest mail of ours that is answered."""
    return next(
        (
            mail.offer_number
            for mail in facts.our_mails
            if mail.reference == found.reference and mail.offer_number is not None
        ),
        None,
    )


def _about_bounce(facts: Facts, found: _Found, offer: int | None, *, failed: bool) -> Attribution:
    """A report counts if it holds a Message-ID of ours, or names somebody to whom we wrote about that visit.

    Mail servers often have no DMARC of their own: `failed` (dmarc=fail) only counts where the Message-ID is missing.
    """
    believed = found.in_thread or (found.reference in facts.open_visits_of_sender and not failed)
    reason = None if believed else ReasonCode.FAILED_AUTHENTICATION if failed else ReasonCode.BOUNCED
    return Attribution(found.reference, offer, may_speak=reason is None, reason=reason, rule=f"bounce; {found.rule}")


def _refusal(
    letter: Letter, facts: Facts, found: _Found, our_address: str, trusted_authserv: str | None
) -> tuple[ReasonCode, str] | None:
    """Why this letter may not act; None where it may."""
    if verdict(letter, trusted_authserv) == "fail":
        return ReasonCode.FAILED_AUTHENTICATION, "the gateway says dmarc=fail"
    if SEVERAL_SENDERS in letter.defects or not letter.sender.email:
        return ReasonCode.UNKNOWN_SENDER, "no sender, or several"
    if found.reference is None:
        return found.reason or ReasonCode.UNKNOWN_VISIT, "no visit"
    urn = (facts.urn_of_visit or {}).get(found.reference, "")
    if not urn or not _speaks_for(urn, letter.sender, facts, in_thread=found.in_thread):
        return ReasonCode.UNKNOWN_SENDER, "the sender is no contact of that school"
    if not _answers_come_home(letter, our_address):
        return ReasonCode.UNKNOWN_SENDER, "answers would go to somebody else (Reply-To)"
    return None


def _speaks_for(urn: str, sender: Address, facts: Facts, *, in_thread: bool) -> bool:
    if urn in facts.schools_of_sender:
        return True
    if is_public(sender.domain) or urn not in facts.schools_of_domain:
        return False
    return in_thread or facts.schools_of_domain == {urn}


def _answers_come_home(letter: Letter, our_address: str) -> bool:
    """Whether Reply-To names nobody outside the sender's own mail domain."""
    sender = letter.sender
    at_home = frozenset() if is_public(sender.domain) else frozenset({sender.domain})
    return all(
        address.email in ("", sender.email, our_address.strip().lower()) or address.domain in at_home
        for address in letter.reply_to
    )


def verdict(letter: Letter, trusted_authserv: str | None) -> str:
    """What the topmost Authentication-Results (RFC 8601) of the trusted gateway says of DMARC; "" for nothing."""
    trusted = (trusted_authserv or "").strip().lower()
    if not trusted:
        return ""
    for value in letter.all_headers("authentication-results"):
        plain = _without_comments(_QUOTED.sub("", value))
        identity, _, results = plain.partition(";")
        if identity.split()[:1] and identity.split()[0].lower() == trusted:
            found = [word.lower() for word in _DMARC.findall(results)]
            return "fail" if "fail" in found else next(iter(found), "")
    return ""


def _without_comments(value: str) -> str:
    """The value without comments, nested ones included."""
    for _ in range(10):
        stripped = _COMMENT.sub("", value)
        if stripped == value:
            break
        value = stripped
    return value
