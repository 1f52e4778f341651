"""Words are cut stretch by stretch because that is quick; cut in one go they must be the same, or a name is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Passage
from bot.understanding.people_tokens import tokens_of

_LETTERS = st.text(alphabet="aB.é'’ -\n\t,:/12()…?\xa0", max_size=40)
_WORDS = st.lists(st.sampled_from(["Mr.", "O'Neil", "she'll", "10.30", "....", "J.K.", "(DT),", "", "\n", "\t"]))


@settings(max_examples=300)
@given(_LETTERS | _WORDS.map(" ".join), st.integers(0, 50))
def test_the_words_of_a_passage_are_the_same_beside_an_address(text: str, start: int) -> None:
    alone = tokens_of((Passage(text, start),))
    beside = tokens_of((Passage(f"{text}\n@", start),))  # a sign of addresses, for which the whole is cut in one go
    assert beside[:-2] == alone
    assert [token.text for token in beside[-2:]] == ["\n", "@"]
