"""Everything the rules may look at when they choose what to do with a reply."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.model import Conversation, ConversationState, ReasonCode, Slot
from bot.understanding.clauses import Clause
from bot.understanding.findings import Doubt, Findings
from bot.understanding.ground import Ground, Shape
from bot.understanding.people import People
from bot.understanding.reading import Reading
from bot.understanding.stance import Stance
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic

_SLOT_SHAPES = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY, Shape.PATTERN, Shape.SPAN)


@dataclass(frozen=True)
class Facts:
    """What was read, what it came to, who was named, and where the visit stands."""

    reading: Reading
    findings: Findings
    people: People
    conversation: Conversation
    ground: Ground
    sensitive: bool

    @property
    def state(self) -> ConversationState:
        """Where the visit stands."""
        return self.conversation.state

    def has(self, *topics: Topic) -> bool:
        """Whether the letter touches one of these topics."""
        return any(hit.topic in topics for hit in self.reading.topics)

    @cached_property
    def accepted(self) -> tuple[Slot, ...]:
        """The offered slots said yes to, best first."""
        return self.findings.in_order()

    @cached_property
    def is_empty(self) -> bool:
        """Whether the letter holds no words."""
        return not any(word.sort.value == "word" or word.sort.value == "number" for word in self.reading.words)

    def clauses_with(self, *cues: Cue) -> list[Clause]:
        """The clauses with one of these cues that are not merely about who will come."""
        found = []
        for clause in self.reading.clauses:
            if any(hit.cue in cues and clause.first <= hit.first < clause.last for hit in self.reading.hits):
                found.append(clause)
        return found

    def is_about_people(self, clause: Clause) -> bool:
        """Whether a clause speaks of who will come, and of no slot."""
        if any(clause.first <= m.first < clause.last and m.shape in _SLOT_SHAPES for m in self.reading.mentions):
            return False
        return Topic.PEOPLE in self.reading.topics_in(clause)

    def sentence_names_slots(self, clause: Clause) -> bool:
        """Whether the clause's sentence says something of a slot."""
        return any(s.clause.sentence == clause.sentence and s.stance is not Stance.NEWS for s in self.reading.saids)

    @cached_property
    def hedges(self) -> tuple[Doubt, ...]:
        """What makes a yes less than a yes: perhaps, if, an answer to follow."""
        kinds = ((Cue.MAYBE, ReasonCode.TENTATIVE), (Cue.IF, ReasonCode.CONDITIONAL), (Cue.LATER, ReasonCode.TENTATIVE))
        found = []
        for cue, reason in kinds:
            for clause in self.clauses_with(cue):
                hit = next(h for h in self.reading.hits if h.cue is cue and clause.first <= h.first < clause.last)
                if not self.is_about_people(clause):
                    found.append(Doubt(reason, cue.value, hit.first, hit.last))
        return tuple(found)

    @cached_property
    def asks(self) -> bool:
        """Whether a question stands in the letter that names no slot."""
        return any(c.ends == "?" and not self.sentence_names_slots(c) for c in self.reading.clauses)

    @cached_property
    def all_refused(self) -> bool:
        """Whether every offered slot is refused."""
        return bool(self.ground.offered) and all(slot in self.findings.refused for slot in self.ground.offered)

    @cached_property
    def agreed_refused(self) -> bool:
        """Whether the agreed slot cannot be kept."""
        return self.ground.agreed is not None and self.ground.agreed in self.findings.refused
