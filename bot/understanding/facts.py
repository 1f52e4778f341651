"""Everything the rules may look at when they choose what to do with a reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.model import Conversation, ConversationState, ReasonCode, Slot
from bot.understanding.aside_words import ARRIVAL, HOSPITALITY, PAPERS, ROOMS, SMALL_TALK, TREATS
from bot.understanding.clauses import Clause
from bot.understanding.findings import Doubt, Findings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.leftover_words import ABOUT_THE_DATE, DATE_WORDS, is_of_the_visitor
from bot.understanding.leftovers import left_over
from bot.understanding.people import People
from bot.understanding.phrases import one_of
from bot.understanding.reading import Reading
from bot.understanding.stance import Stance
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.words import Sort, Word

_SLOT_SHAPES = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY, Shape.PATTERN, Shape.SPAN)

_SOFT = frozenset({Cue.YES, Cue.OFFER, Cue.PREFER, Cue.PLAIN, Cue.LESS})
_STRONG = one_of(
    "provisional provisionally pencil pencilled penciled pencilling tentative tentatively tbc tba subject hold "
    "holding principle hopefully might maybe sure ratify ratified approval certain unsure remembered realised "
    "realized noticed spotted told promise check confirm confirmed ink theory need have needs keep"
)
_SIGNS = frozenset("✓✔☑👍✅👌✗✘❌✖❎👎")
_CONSULTING = one_of("ask check consult clear run confirm speak back reply respond answer")
_COMING = one_of(
    "join joining pop popping say help volunteering come coming attend attending available who whether which if free be present sit along represent "
    "meet there able can could one volunteer volunteers names name person people about around"
)
_WAITING = one_of(
    "while until till moment minute check checking ask get day week days weeks answer reply decide date dates"
)
_TROUBLE = one_of("problem problems lost stuck late delayed trouble anything questions query queries difficulty help")
_BUTS = frozenset({"but", "though", "although"})
_ASKED = one_of("which who why how whose")
_WISHING = frozenset({Cue.OFFER, Cue.YES, Cue.PREFER, Cue.IF})
_JEST = 6
_IN_CASE = one_of("if when once should any")
_ANSWERING = one_of("check confirm know back decide answer reply respond write consult revert hear")
_BENIGN = one_of(
    "let know please contact ring call any anything happy help question questions need needs problem problems"
)


@dataclass(frozen=True)
class Facts:
    """What was read, what it came to, who was named, and where the visit stands."""

    reading: Reading
    findings: Findings
    people: People
    conversation: Conversation
    ground: Ground
    sensitive: bool
    sender: str = ""

    @property
    def state(self) -> ConversationState:
        """Where the visit stands."""
        return self.conversation.state

    @cached_property
    def _topics(self) -> frozenset[Topic]:
        return frozenset(hit.topic for hit in self.reading.topics)

    def has(self, *topics: Topic) -> bool:
        """Whether the letter touches one of these topics."""
        return not self._topics.isdisjoint(topics)

    @cached_property
    def accepted(self) -> tuple[Slot, ...]:
        """The slots said yes to, best first; of an agreed visit only its own."""
        slots = self.findings.in_order()
        if self.swapped:
            return self.swapped
        if self.state is ConversationState.AGREED:
            return (
                (self.ground.agreed,) if self.ground.agreed is not None and self._restates(self.ground.agreed) else ()
            )
        return slots if self.state is ConversationState.OFFERED else ()

    @property
    def asks_another_form(self) -> bool:
        """Whether another kind of visit is asked for, and not only told that lessons are held on Teams."""
        return any(hit.topic is Topic.FORM and self._is_wished(hit.first) for hit in self.reading.topics)

    def _is_wished(self, at: int) -> bool:
        clause = next((c for c in self.reading.clauses if c.first <= at < c.last), None)
        if clause is None or not self.agreed_refused:
            return True
        start, end = self._in_sentence(clause)
        wishing = any(h.cue in _WISHING and start <= h.first < end for h in self.reading.hits)
        return clause.ends == "?" or wishing

    @property
    def wants_a_call(self) -> bool:
        """Whether the writer asks to be rung up, and not only in case something goes wrong on the way."""
        return any(hit.topic is Topic.RING and not self._is_in_case(hit.first) for hit in self.reading.topics)

    def _is_in_case(self, at: int) -> bool:
        words = self.reading.words
        clause = next((c for c in self.reading.clauses if c.first <= at < c.last), None)
        start, end = self._in_sentence(clause) if clause is not None else (at, at + 1)
        texts = {word.text for word in words[start:end]}
        trouble = bool(texts & (ARRIVAL | _TROUBLE))
        return bool(texts & _IN_CASE) and trouble and not texts & DATE_WORDS - {"day"}

    def weighs(self, topic: Topic) -> bool:
        """Whether a sentence on the topic only weighs it: with an "if" or a "perhaps"."""
        words = self.reading.words
        loose = [
            h for h in self.reading.hits if h.cue is Cue.IF or words[h.first].text in ("perhaps", "maybe", "might")
        ]
        held = {c.sentence for c in self.reading.clauses for h in loose if c.first <= h.first < c.last}
        hits = [hit.first for hit in self.reading.topics if hit.topic is topic]
        return any(c.sentence in held and c.first <= at < c.last for at in hits for c in self.reading.clauses)

    def refuses_plainly(self, slot: Slot) -> bool:
        """Whether a slot is refused in words, and not only if something else holds."""
        said = self.findings.refused[slot]
        hung = any(clause.sentence == said.clause.sentence for clause in self.clauses_with(Cue.IF))
        return said.stance is Stance.NO and not hung

    @cached_property
    def swapped(self) -> tuple[Slot, ...]:
        """The offered slots that are taken in the place of an agreed one that cannot be kept."""
        if self.state is not ConversationState.AGREED or not self.agreed_refused:
            return ()
        others = [slot for slot in self.findings.in_order() if slot != self.ground.agreed]
        said = self.findings.accepted
        return tuple(slot for slot in others if any(self._names(mention, slot) for mention in said[slot].mentions))

    def _restates(self, agreed: Slot) -> bool:
        """Whether the agreed date is named, and not as one that cannot be kept."""
        return any(
            said.stance is not Stance.NO and any(self._names(m, agreed) for m in said.mentions)
            for said in self.reading.saids
        )

    def _names(self, mention: Mention, agreed: Slot) -> bool:
        if mention.shape is Shape.DAY:
            return agreed.date in mention.days
        if mention.shape is Shape.OPTION:
            offered = self.ground.offered
            return any(0 < number <= len(offered) and offered[number - 1] == agreed for number in mention.options)
        return mention.shape is Shape.WEEKDAY and agreed.date.weekday() in mention.weekdays and mention.first > 0

    @cached_property
    def is_empty(self) -> bool:
        """Whether the letter holds no words."""
        return all(
            word.sort in (Sort.MARK, Sort.BREAK, Sort.ADDRESS) and word.text not in _SIGNS
            for word in self.reading.words
        )

    def clauses_with(self, *cues: Cue) -> list[Clause]:
        """The clauses with one of these cues that are not merely about who will come."""
        places = [hit.first for hit in self.reading.hits if hit.cue in cues]
        return [c for c in self.reading.clauses if any(c.first <= at < c.last for at in places)] if places else []

    def _in_sentence(self, clause: Clause) -> tuple[int, int]:
        same = [c for c in self.reading.clauses if c.sentence == clause.sentence]
        return same[0].first, same[-1].last

    def is_about_people(self, clause: Clause) -> bool:
        """Whether a clause's sentence speaks of who will come, and of no slot."""
        first, last = self._in_sentence(clause)
        if self.sentence_names_slots(clause):
            return False
        later = {at for h in self.reading.hits if h.cue is Cue.LATER for at in range(h.first, h.last)}
        return any(
            hit.topic is Topic.PEOPLE and first <= hit.first < last and not later.issuperset(range(hit.first, hit.last))
            for hit in self.reading.topics
        )

    def sentence_names_slots(self, clause: Clause) -> bool:
        """Whether the clause's sentence says something of a slot."""
        return any(
            said.clause.sentence == clause.sentence and said.stance is not Stance.NEWS and said.mentions[0].rule != "it"
            for said in self.reading.saids
        )

    @cached_property
    def hedges(self) -> tuple[Doubt, ...]:
        """What makes a yes less than a yes: perhaps, if, an answer to follow."""
        kinds = ((Cue.MAYBE, ReasonCode.TENTATIVE), (Cue.IF, ReasonCode.CONDITIONAL), (Cue.LATER, ReasonCode.TENTATIVE))
        found = []
        for cue, reason in kinds:
            for clause in self.clauses_with(cue):
                hit = next(h for h in self.reading.hits if h.cue is cue and clause.first <= h.first < clause.last)
                if self._hedges(cue, clause, hit.first, hit.last):
                    found.append(Doubt(reason, cue.value, hit.first, hit.last))
        return (*found, *self._yes_but())

    @cached_property
    def left_over(self) -> Doubt | None:
        """Words that could change the yes, and that nothing read accounts for."""
        return left_over(self.reading, tuple(self.findings.accepted.values()), self.accepted, self.ground)

    def _yes_but(self) -> list[Doubt]:
        """A "but" behind a yes that neither asks nor agrees: "we'd take the 26th but our hall is being painted"."""
        yes = {
            said.clause.sentence: said.clause.last
            for said in self.findings.accepted.values()
            if said.mentions[0].rule != "answer under the option"
        }
        return [
            Doubt(ReasonCode.CONDITIONAL, "yes, but", clause.first, clause.last)
            for clause in self.reading.clauses
            if clause.lead in _BUTS and clause.first >= yes.get(clause.sentence, clause.last) and self._limits(clause)
        ]

    def _limits(self, clause: Clause) -> bool:
        inside = {hit.cue for hit in self.reading.hits if clause.first <= hit.first < clause.last}
        slots = any(said.clause == clause and said.stance is not Stance.NEWS for said in self.reading.saids)
        texts = {word.text for word in self.reading.words[clause.first : clause.last]}
        talk = bool(texts & (SMALL_TALK | ARRIVAL)) and clause.lead != "but"
        return not slots and not inside & _SOFT and not self.is_about_people(clause) and not talk

    def _hedges(self, cue: Cue, clause: Clause, first: int, last: int) -> bool:
        asks = bool(_CONSULTING.intersection(word.text for word in self.reading.words[first:last]))
        about_people = self.is_about_people(clause) and not (asks and self._only_consults(clause, range(first, last)))
        if self._is_slip_put_right(clause, first) or about_people or self._weighs_halves(clause):
            return False
        words = [word.text for word in self.reading.words[first:last]]
        following = [word.text for word in self.reading.words[last : last + 4]]
        if cue is Cue.IF and words[0] == "if" and is_of_the_visitor(["if", *following], 0):
            return False
        if cue is Cue.IF and not self.accepted and following[:2] in (["you", "can"], ["you", "could"]):
            return False
        if cue is Cue.LATER and self._is_about_things(clause, words):
            return False
        if cue is Cue.MAYBE and self._is_small_talk(clause):
            return False
        if cue is Cue.IF and self._is_in_jest(clause, last):
            return False
        if words[:2] == ["bear", "with"] and not _WAITING.intersection(w.text for w in self._sentence_words(clause)):
            return False
        if cue is Cue.LATER or self.sentence_names_slots(clause):
            return not self._is_second_choice(clause)
        if cue is Cue.MAYBE:
            return bool(_STRONG.intersection(words))
        start, end = self._in_sentence(clause)
        if not any(
            h.cue in (Cue.YES, Cue.NO, Cue.NOT, Cue.MAYBE) and start <= h.first < end for h in self.reading.hits
        ):
            return False
        return not _BENIGN.intersection(word.text for word in self.reading.words[start:end])

    def _sentence_words(self, clause: Clause) -> Sequence[Word]:
        start, end = self._in_sentence(clause)
        return self.reading.words[start:end]

    def _is_small_talk(self, clause: Clause) -> bool:
        """Whether the sentence only speaks of biscuits, parking or the weather: "I can't promise cake"."""
        texts = {word.text for word in self._sentence_words(clause)}
        return bool(texts & SMALL_TALK) and not texts & ABOUT_THE_DATE and not self.sentence_names_slots(clause)

    def _is_in_jest(self, clause: Clause, last: int) -> bool:
        """Whether a condition only asks for a cup of tea, or is set in brackets behind what is refused anyway."""
        following = {word.text for word in self.reading.words[last : last + _JEST]}
        before = [
            s for s in self.reading.saids if s.clause.sentence == clause.sentence and s.clause.first < clause.first
        ]
        aside = clause.lead == "(" and bool(before) and before[-1].stance in (Stance.NO, Stance.NEWS)
        return aside or bool(following & TREATS)

    def _is_about_things(self, clause: Clause, words: list[str]) -> bool:
        """Whether only a room, a lunch or a paper is still to be seen to: "we'll sort out a quiet room"."""
        start, end = self._in_sentence(clause)
        texts = {word.text for word in self.reading.words[start:end]}
        if _ANSWERING.intersection(words) or texts & ABOUT_THE_DATE or self.sentence_names_slots(clause):
            return False
        return bool(texts & (ROOMS | HOSPITALITY | PAPERS | ARRIVAL))

    def _only_consults(self, clause: Clause, hit: range) -> bool:
        """Whether people are only to be asked, not asked along: "I need to ask the governors"."""
        start, end = self._in_sentence(clause)
        return not any(self.reading.words[at].text in _COMING for at in range(start, end) if at not in hit)

    def _is_slip_put_right(self, clause: Clause, first: int) -> bool:
        """Whether the words only tell why a slip was put right: "make that the 18th, I've just spotted ..."."""
        start, _ = self._in_sentence(clause)
        return any(hit.cue is Cue.SLIP and start <= hit.first < first for hit in self.reading.hits)

    def _weighs_halves(self, clause: Clause) -> bool:
        """Whether a condition only names the half of the day: "as long as it's the morning"."""
        inside = [m for m in self.reading.mentions if clause.first <= m.first < clause.last]
        return bool(inside) and all(m.rule in ("part", "it") for m in inside) and clause.last - clause.first < 9

    def _is_second_choice(self, clause: Clause) -> bool:
        """Whether a condition only stands on a second choice, after a plain yes to another slot."""
        return any(
            said.stance is Stance.YES
            and said.clause.sentence < clause.sentence
            and not said.lesser
            and slot in self.findings.accepted
            for slot, said in self.findings.accepted.items()
        ) and any(said.lesser and said.clause.sentence == clause.sentence for said in self.reading.saids)

    @cached_property
    def wavers(self) -> bool:
        """Whether a slot on the table is named beside a "perhaps", so that the letter leans without deciding."""
        strong = [
            clause.sentence
            for clause in self.clauses_with(Cue.MAYBE)
            for hit in self.reading.hits
            if hit.cue is Cue.MAYBE
            and clause.first <= hit.first < clause.last
            and _STRONG.intersection(word.text for word in self.reading.words[hit.first : hit.last])
        ]
        strong += [clause.sentence for clause in self.clauses_with(Cue.IF)]
        strong += [c.sentence for c in self.clauses_with(Cue.MAYBE) if any(s.clause == c for s in self.reading.saids)]
        return any(
            said.clause.sentence in strong
            and any(day in self.ground.days_on_table for m in said.mentions for day in m.days)
            for said in self.reading.saids
        )

    @cached_property
    def asks(self) -> bool:
        """Whether a question stands in the letter that names no slot."""
        return any(c.ends == "?" and not self.sentence_names_slots(c) for c in self.reading.clauses)

    @property
    def asks_for_another(self) -> bool:
        """Whether another date is asked for in a question: "Can we rebook?"."""
        return any(clause.ends == "?" for clause in self.clauses_with(Cue.OTHER))

    @property
    def asks_which(self) -> bool:
        """Whether something else is asked than for other dates: "which is right?", "who is coming?"."""
        asked = [c for c in self.reading.clauses if c.ends == "?"]
        return any(w.text in _ASKED for c in asked for w in self.reading.words[c.first : c.last])

    @cached_property
    def all_refused(self) -> bool:
        """Whether every offered slot is refused."""
        return bool(self.ground.offered) and all(slot in self.findings.refused for slot in self.ground.offered)

    @cached_property
    def agreed_refused(self) -> bool:
        """Whether the agreed slot cannot be kept."""
        return self.ground.agreed is not None and self.ground.agreed in self.findings.refused
