"""Banks of ways to say a thing: one reply a line, with what is expected of it; see the files in `ways/`.

`expected | reply`, where `expected` is an action, or the numbers of the options that a yes may take. Lines of the
banks `harmless` and `withdrawing` stand without an expectation: they are put beside plain yeses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.model import Action, Understanding
from tests.understanding.replying import options, read

FOLDER = Path(__file__).parent / "ways"
YESES = (
    "Tuesday 26 January is fine.", "Option 1 please.", "Yes to the 26th, morning.", "The 26th works for us.",
    "We can do the first date.",
)  # fmt: skip


@dataclass(frozen=True)
class Way:
    """A reply, the state that it comes in, and what is expected: an action, or the numbers of options."""

    bank: str
    state: str
    expected: str
    text: str


def banks(kind: str) -> list[str]:
    """The names of the banks of a kind, in order: "accepting-1", "accepting-2"."""
    return sorted(path.stem for path in FOLDER.glob(f"{kind}-*.txt"))


def lines(bank: str) -> list[str]:
    """The lines of a bank, without notes."""
    text = (FOLDER / f"{bank}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def ways(kind: str) -> Iterator[Way]:
    """The replies of all banks of a kind."""
    state = kind if kind in ("agreed", "report") else "offered"
    for bank in banks(kind):
        for line in lines(bank):
            expected, _, text = line.partition(" | ")
            yield Way(bank, state, expected.strip(), text.replace("\\n", "\n"))


def came_to(way: Way) -> str:
    """What is understood of the reply, in the words of `expected`."""
    return in_words(read(way.text, way.state))


def in_words(seen: Understanding) -> str:
    """The action, or the numbers of the options said yes to."""
    return "".join(sorted(options(seen))) if seen.action is Action.CONFIRM else seen.action.value


def beside_a_yes(text: str, turn: int) -> Iterator[str]:
    """The text behind a plain yes, and as a paragraph of its own in a letter."""
    yield f"{YESES[turn % len(YESES)]} {text}"
    yield f"Hi,\n\n{YESES[(turn + 2) % len(YESES)]}\n\n{text}\n\nPriya"


def before_a_yes(text: str, turn: int) -> str:
    """The text in front of a plain yes."""
    return f"Hello, {text[0].lower()}{text[1:]}\n\n{YESES[(turn + 1) % len(YESES)]}"
