"""Law 3: the team's channel gets school, date, part, state, adviser and roles; nothing of a mail, ever."""

import re

import pytest

from handlers import on_letter, resolving
from tests.journeys.world import BIRCH, World, at, to_school

SECRETS = ("Kacper", "placement", "exclusion on Friday", "07700 900123", "Tom Askew")
LETTERS = (
    "Option 1 please. Kacper in Y4 has a new placement. Tom Askew, governor, comes. Ring 07700 900123.",
    "Sorry, none of these work. Kacper had an exclusion on Friday and his placement broke down.",
    "Maybe. Kacper's placement is uncertain; ring me on 07700 900123.",
    "We don't want the visit this year because of Kacper's placement.",
    "Could we do Thursday 4 March in the morning? Kacper has a placement meeting on the others.",
    "I'm complaining about Kacper's placement.",
    "Tom Askew will join, he knows Kacper.",
)


@pytest.mark.parametrize("words", LETTERS)
@pytest.mark.parametrize("who", ["contact", "stranger"])
def test_not_a_word_of_a_letter_reaches_the_channel(world: World, words: str, who: str) -> None:
    sender = BIRCH if who == "contact" else "Eve Stone <eve@elsewhere.example>"
    world.reply(world.offered(), words, now=at(12, 1, 10), sender=sender, headers={"Subject": f"{words} [VS-0001]"})
    world.run(at(12, 1, 10))
    assert world.channel.posts
    assert_clean(world)


def test_a_whole_life_leaves_the_channel_clean(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    offer = world.offered()
    world.bounce(offer, now=at(11, 1, 9, 30))
    world.run(at(11, 1, 9, 40))
    world.write(LETTERS[0], now=at(11, 1, 10), sender="Pat <pat@nowhere.example>", subject="Kacper's placement")
    world.out_of_office(offer, "Kacper's placement: ask Tom Askew. I am away.", now=at(11, 1, 10))
    world.run(at(11, 1, 10, 5))
    with monkeypatch.context() as patch:
        patch.setattr(on_letter, "understand", lambda *_: 1 // 0)
        world.reply(offer, LETTERS[0], now=at(11, 1, 10, 6))
        world.run(at(11, 1, 10, 7))
    world.reply(offer, LETTERS[2], now=at(11, 1, 11))
    world.run(at(11, 1, 11))
    world.resolve(resolving.wait, at(11, 1, 12), note="Kacper's placement")
    for day in (18, 25):
        to_school(world.run(at(day, 1)))
    world.run(at(1, 2))
    world.resolve(resolving.cancel, at(2, 2), note="Tom Askew rang: Kacper's placement")
    world.run(at(2, 2))
    assert len(world.channel.posts) > 6
    assert_clean(world)


def assert_clean(world: World) -> None:
    text = world.channel.text
    for secret in SECRETS:
        assert secret not in text, text
    assert not re.search(r"\S@\S", text), text
    for name in ("Priya", "Nair", "Joan", "Birch", "Eve", "Pat "):
        assert name not in text, text
    assert all("\n" not in post.text for post in world.channel.posts)
