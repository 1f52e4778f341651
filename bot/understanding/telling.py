"""The words that led to each conclusion, as evidence with their place in the letter."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model import Action, Evidence, Letter, Window
from bot.understanding.facts import Facts
from bot.understanding.reading import Reading
from bot.understanding.rules import Choice
from bot.understanding.said import Said
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic

OUTSIDE = 1 << 30
"""Where words stand that are not in the letter's text but in its subject: behind everything."""

_TOPICS = {
    "visit not wanted": (Topic.CANCEL,),
    "wrong person": (Topic.WRONG, Topic.LEFT),
    "school closes": (Topic.CLOSED,),
    "school merges": (Topic.MERGING,),
    "scorn": (Topic.SARCASM,),
    "complaint": (Topic.COMPLAINT,),
    "an official matter": (Topic.OFFICIAL,),
    "urgent or confidential": (Topic.URGENT, Topic.MISSING, Topic.UPHEAVAL, Topic.TROUBLED),
    "written to a colleague": (Topic.COLLEAGUE,),
    "wants a person": (Topic.RING,),
    "another kind of visit": (Topic.FORM,),
    "questions first": (Topic.QUESTIONS,),
    "agreed slot must move": (Topic.MOVE,),
    "report: mend": (Topic.MEND,),
    "report: not read yet": (Topic.UNREAD,),
    "report: agreed": (Topic.SIGN,),
    "report: received": (Topic.RECEIVED, Topic.THANKS),
    "thanks after agreement": (Topic.THANKS, Topic.MEETING),
    "yes, but to which": (Topic.MEETING,),
}
"""The topics whose words decided, by the name of the rule."""


def evidence_of(letter: Letter, facts: Facts, choice: Choice, windows: tuple[Window, ...]) -> tuple[Evidence, ...]:
    """What showed each slot, date and window, and the action itself."""
    found = facts.findings
    teller = _Teller(letter, facts.reading)
    out = [teller.said("accepted", f"{slot.date} {slot.part}", said) for slot, said in found.accepted.items()]
    out += [teller.said("ruled_out", f"{slot.date} {slot.part}", said) for slot, said in found.refused.items()]
    out += [teller.said("proposed", f"{p.date} {p.part or ''}".strip(), said) for p, said in found.proposed.items()]
    if windows:
        out.extend(teller.windows(facts, windows))
    first, last = _deciding(facts, choice)
    return (*out, teller.words("action", choice.action.value, first, last, choice.rule))


class _Teller:
    """Turns places among the words into places in the letter."""

    def __init__(self, letter: Letter, reading: Reading) -> None:
        self.text, self.reading = letter.text, reading

    def said(self, about: str, value: str, said: Said) -> Evidence:
        """The mentions of one statement with the cue that told its stance."""
        first, last = said.mentions[0].first, said.mentions[-1].last
        if said.hit is not None:
            first, last = min(first, said.hit.first), max(last, said.hit.last)
        return self.words(about, value, first, last, said.mentions[0].rule)

    def windows(self, facts: Facts, windows: tuple[Window, ...]) -> Iterator[Evidence]:
        """The stretches, weekdays and halves of the day that the windows were made from."""
        value = ", ".join(f"{window.start} to {window.end}" for window in windows)
        for wish in facts.findings.wishes:
            mention = wish.unit.span or wish.unit.mention
            if mention is not None:
                yield self.words("window", value, mention.first, mention.last, mention.rule)

    def words(self, about: str, value: str, first: int, last: int, rule: str) -> Evidence:
        """The letter's own characters; where the words stand in the subject, what points to it."""
        words = self.reading.words
        start, end = (words[first].start, words[last - 1].end) if first < last <= len(words) else (0, 0)
        if end >= OUTSIDE:
            start, end = self._pointer()
        return Evidence(about, value, self.text[start:end], start, end, rule)

    def _pointer(self) -> tuple[int, int]:
        hit = next((hit for hit in self.reading.topics if hit.topic is Topic.SUBJECT), None)
        return (0, 0) if hit is None else (self.reading.words[hit.first].start, self.reading.words[hit.last - 1].end)


def _deciding(facts: Facts, choice: Choice) -> tuple[int, int]:
    """The words, by index, that chose the action; the first sentence where no single words did."""
    found, reading = facts.findings, facts.reading
    doubts = {"two readings": found.doubts, "yes, but to which": found.weak}
    if choice.rule == "tentative or conditional":
        return facts.hedges[0].first, facts.hedges[0].last
    if choice.rule == "words left over" and facts.left_over is not None:
        return facts.left_over.first, facts.left_over.last
    for doubt in doubts.get(choice.rule, ()):
        return doubt.first, doubt.last
    for hit in (*facts.report, *reading.topics):
        if hit.topic in _TOPICS.get(choice.rule, ()):
            return hit.first, hit.last
    tables = {Action.CONFIRM: found.accepted, Action.REOFFER: found.refused}
    for said in (*tables.get(choice.action, {}).values(), *found.proposed.values()):
        return said.mentions[0].first, said.mentions[-1].last
    for cue in reading.hits if choice.action is Action.WAIT else ():
        if cue.cue is Cue.LATER:
            return cue.first, cue.last
    return (reading.clauses[0].first, reading.clauses[0].last) if reading.clauses else (0, 0)
