"""An answer to an offer's own address finds its visit; nobody can make up the address of another."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from bot.reply_address import Addressed, read_reply_address, reply_address

OURS = "visits@council.example"
OFFERS = st.builds(Addressed, st.integers(1, 99999).map("VS-{:04}".format), st.integers(1, 30))


@given(OFFERS, st.text(min_size=1, max_size=40))
def test_an_address_says_its_visit_and_offer_to_those_who_made_it(offer: Addressed, secret: str) -> None:
    address = reply_address(OURS, offer, secret)
    assert read_reply_address(address, OURS, secret) == offer
    assert read_reply_address(address.upper(), OURS, secret) == offer
    assert len(address.partition("@")[0]) <= 64


@given(OFFERS, OFFERS)
def test_the_key_of_one_offer_opens_no_other(one: Addressed, other: Addressed) -> None:
    key = reply_address(OURS, one, "secret").rpartition("-")[2]
    forged = f"visits+{other.reference.lower()}-{other.offer}-{key}"
    assert (read_reply_address(forged, OURS, "secret") is None) == (one != other)


@given(OFFERS)
def test_another_databases_address_is_not_ours(offer: Addressed) -> None:
    assert read_reply_address(reply_address(OURS, offer, "theirs"), OURS, "ours") is None


@given(st.text(alphabet=string.printable, max_size=80))
def test_no_made_up_address_is_believed(text: str) -> None:
    assert read_reply_address(text, OURS, "secret") is None
    assert read_reply_address(f"visits+{text}@council.example", OURS, "secret") is None


def test_an_address_at_another_domain_is_not_ours() -> None:
    address = reply_address(OURS, Addressed("VS-0421", 1), "secret")
    assert read_reply_address(address.replace("council", "counci1"), OURS, "secret") is None
