"""What speaks of one child, in many words: missed once, a child's name stands in a channel."""

from __future__ import annotations

import pytest

from tests.understanding.replying import read
from tests.understanding.ways_tables import ways


@pytest.mark.parametrize(("text", "meaning"), ways(*(f"sensitive-{at}" for at in range(1, 10))))
def test_a_child_is_kept_out_of_the_channel_and_school_life_is_not(text: str, meaning: str) -> None:
    assert read(text).sensitive is (meaning == "+")
