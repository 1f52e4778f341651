"""Whose word a letter is: a stranger who can book a visit, or a school that cannot, ends the trust in the bot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Address, DeliveryReport, Letter, ReasonCode
from bot.reading.letter import read_letter
from bot.reading.public_domains import is_public
from bot.reading.thread import Facts, OurMail, attribute, message_ids_to_look_up, references_in_subject, verdict
from bot.reading.visible import visible

MAILS = Path(__file__).parent / "mails"
US = "visits@council.example"
GATEWAY = "mx.council.example"
OFFER = OurMail("<visit.offer1@council.example>", "VS-0421", 1)
URNS = {"VS-0421": "100001", "VS-0999": "100002"}
CONTACTS = {"p.nair@hethersettoak.example": "100001", "sam@btinternet.com": "100001", "lee@trust.example": "100001"}
MORE_CONTACTS = {"ann@trust.example": "100002"}


def letter_of(name: str) -> Letter:
    return read_letter((MAILS / f"{name}.eml").read_bytes())


def facts_for(letter: Letter) -> Facts:
    """What the handler would find in a council with two schools, VS-0421 open at the first."""
    everybody = CONTACTS | MORE_CONTACTS
    sender = letter.sender.email
    return Facts(
        our_mails=(OFFER,) if OFFER.message_id in message_ids_to_look_up(letter) else (),
        subject_visits=tuple(ref for ref in references_in_subject(letter) if ref in URNS),
        open_visits_of_sender=("VS-0421",) if CONTACTS.get(sender) == "100001" else (),
        schools_of_sender=frozenset({everybody[sender]} if sender in everybody else ()),
        schools_of_domain=frozenset(
            urn for email, urn in everybody.items() if email.rpartition("@")[2] == letter.sender.domain
        ),
        urn_of_visit=URNS,
    )


def test_a_contact_who_answers_our_offer_is_heard() -> None:
    letter = letter_of("genuine-reply")
    found = attribute(letter, facts_for(letter), US, GATEWAY)
    assert (found.reference, found.offer_number, found.may_speak, found.reason) == ("VS-0421", 1, True, None)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("look-alike-domain", ReasonCode.UNKNOWN_SENDER),
        ("look-alike-subdomain", ReasonCode.UNKNOWN_SENDER),
        ("display-name-is-an-address", ReasonCode.UNKNOWN_SENDER),
        ("address-in-a-comment", ReasonCode.UNKNOWN_SENDER),
        ("address-in-an-encoded-name", ReasonCode.UNKNOWN_SENDER),
        ("encoded-name-in-quotes", ReasonCode.UNKNOWN_SENDER),
        ("dmarc-pass-in-an-encoded-word", ReasonCode.FAILED_AUTHENTICATION),
        ("reply-to-elsewhere", ReasonCode.UNKNOWN_SENDER),
        ("several-senders", ReasonCode.UNKNOWN_SENDER),
        ("two-from-headers", ReasonCode.UNKNOWN_SENDER),
        ("no-sender", ReasonCode.UNKNOWN_SENDER),
        ("dmarc-fail", ReasonCode.FAILED_AUTHENTICATION),
        ("dmarc-pass-forged-below", ReasonCode.FAILED_AUTHENTICATION),
        ("dmarc-pass-in-a-comment", ReasonCode.FAILED_AUTHENTICATION),
        ("stranger-in-the-thread", ReasonCode.UNKNOWN_SENDER),
        ("reference-by-a-stranger", ReasonCode.UNKNOWN_SENDER),
        ("our-control-headers", ReasonCode.UNKNOWN_SENDER),
        ("from-our-own-address", None),
        ("thread-and-subject-clash", ReasonCode.UNKNOWN_VISIT),
        ("unknown-reference", ReasonCode.UNKNOWN_VISIT),
        ("forwarded-by-a-stranger", ReasonCode.UNKNOWN_SENDER),
        ("same-public-provider", ReasonCode.UNKNOWN_SENDER),
        ("domain-of-two-schools", ReasonCode.UNKNOWN_SENDER),
    ],
)
def test_this_mail_never_books(name: str, reason: ReasonCode | None) -> None:
    letter = letter_of(name)
    found = attribute(letter, facts_for(letter), US, GATEWAY)
    assert not found.may_speak
    assert found.reason is reason


def test_what_somebody_else_wrote_in_an_attached_mail_is_not_the_senders_answer() -> None:
    letter = letter_of("forwarded-as-attachment")
    assert visible(letter.text).text == "For information."


def test_a_colleague_on_the_schools_own_domain_is_heard() -> None:
    letter = replace(letter_of("genuine-reply"), sender=Address("", "head@hethersettoak.example"), headers=())
    assert attribute(letter, facts_for(letter), US, GATEWAY).may_speak


def test_a_domain_of_two_schools_speaks_only_in_the_schools_own_thread() -> None:
    letter = letter_of("domain-of-two-schools")
    facts = facts_for(letter)
    assert not attribute(letter, facts, US, None).may_speak
    assert attribute(letter, replace(facts, our_mails=(OFFER,)), US, None).may_speak


def test_a_new_mail_of_a_contact_with_one_open_visit_finds_it() -> None:
    letter = replace(letter_of("genuine-reply"), subject="Visit", in_reply_to=(), references=())
    facts = replace(facts_for(letter), subject_visits=())
    assert attribute(letter, facts, US, None).reference == "VS-0421"
    two = replace(facts, open_visits_of_sender=("VS-0421", "VS-0999"))
    assert attribute(letter, two, US, None).reason is ReasonCode.UNKNOWN_VISIT


def test_no_verdict_of_the_gateway_is_no_reason_to_refuse() -> None:
    letter = letter_of("dmarc-fail")
    assert verdict(letter, GATEWAY) == "fail"
    assert verdict(letter, "mx.other.example") == ""
    assert attribute(letter, facts_for(letter), US, None).may_speak


def test_only_the_topmost_result_of_the_gateway_counts() -> None:
    headers = tuple(("authentication-results", f"{GATEWAY}; dmarc={result}") for result in ("pass", "fail"))
    assert verdict(Letter("<1@x.example>", Address("", ""), "", "", headers), GATEWAY) == "pass"


def test_the_newest_mail_of_ours_is_looked_up_first_and_not_endlessly_many() -> None:
    references = tuple(f"<{n}@x.example>" for n in range(100))
    letter = Letter("<1@x.example>", Address("", ""), "", "", in_reply_to=("<a@x.example>",), references=references)
    ids = message_ids_to_look_up(letter)
    assert ids[:3] == ("<a@x.example>", "<99@x.example>", "<98@x.example>")
    assert len(ids) == 20


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Re: Visit [VS-0421]", ("VS-0421",)),
        ("vs-0421", ("VS-0421",)),
        ("[VS-0421] [VS-0422] [VS-0421]", ("VS-0421", "VS-0422")),
        ("VS-0421x AVS-0421 VS-04", ()),
    ],
)
def test_references_are_found_in_the_subject(subject: str, found: tuple[str, ...]) -> None:
    assert references_in_subject(Letter("<1@x.example>", Address("", ""), subject, "")) == found


def test_a_bounce_is_believed_if_it_names_a_mail_of_ours_or_somebody_we_wrote_to() -> None:
    report = DeliveryReport(
        "p.nair@hethersettoak.example", "5.1.1", permanent=True, original_message_id=OFFER.message_id
    )
    letter = Letter(
        "<1@x.example>", Address("", "mailer-daemon@x.example"), "Undeliverable", "", delivery_report=report
    )
    assert attribute(letter, Facts(our_mails=(OFFER,), urn_of_visit=URNS), US, None).may_speak
    assert attribute(letter, Facts(open_visits_of_sender=("VS-0421",), urn_of_visit=URNS), US, None).may_speak
    headers = (("authentication-results", f"{GATEWAY}; dmarc=fail"),)
    faked = attribute(replace(letter, headers=headers), Facts(open_visits_of_sender=("VS-0421",)), US, GATEWAY)
    assert (faked.may_speak, faked.reason) == (False, ReasonCode.FAILED_AUTHENTICATION)
    forged = attribute(letter, Facts(subject_visits=("VS-0421",), urn_of_visit=URNS), US, None)
    assert (forged.may_speak, forged.reason) == (False, ReasonCode.BOUNCED)


@given(st.emails(), st.sets(st.sampled_from(["100001", "100002"])), st.sets(st.sampled_from(["100001", "100002"])))
def test_nobody_speaks_for_a_school_without_a_contact_there(email: str, own: set[str], domain: set[str]) -> None:
    letter = Letter("<1@x.example>", Address("", email.lower()), "[VS-0421]", "yes", in_reply_to=(OFFER.message_id,))
    facts = Facts((OFFER,), ("VS-0421",), (), frozenset(own), frozenset(domain), URNS)
    may = attribute(letter, facts, US, None).may_speak
    assert not may or "100001" in own or ("100001" in domain and not is_public(letter.sender.domain))


@pytest.mark.parametrize(
    "domain", ["gmail.com", "hotmail.co.uk", "yahoo.co.uk", "btinternet.com", "icloud.com", "live.com", ""]
)
def test_public_providers_speak_for_nobody(domain: str) -> None:
    assert is_public(domain)


@pytest.mark.parametrize("domain", ["hethersettoak.example", "oak.norfolk.sch.uk", "council.gov.uk"])
def test_a_schools_own_domain_is_not_public(domain: str) -> None:
    assert not is_public(domain)
