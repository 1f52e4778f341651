"""A reply that breaks off anywhere is still read: a mail that is cut short must never be lost to a fault."""

from __future__ import annotations

import pytest

from handlers.explaining.replies import answer
from tests.corpus.scoring import WORKED, cases

_BEGINNING = 400
_EVERY = 7
"""Every seventh place is enough to meet each kind of word at the end."""


@pytest.mark.parametrize("name", WORKED)
def test_a_reply_that_breaks_off_anywhere_is_read(name: str) -> None:
    for number, case in enumerate(cases(name)):
        text = case["message"]["text"][:_BEGINNING]
        places = [at for at, sign in enumerate(text) if sign in " \n.,"][number % _EVERY :: _EVERY]
        for at in places:
            message = {**case["message"], "text": text[:at]}
            assert answer({**{key: case[key] for key in ("id", "now", "visit")}, "message": message})["action"]
    assert answer({**case, "message": {**case["message"], "text": "Tuesday comma yes comma"}})["action"]
