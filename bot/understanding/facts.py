"""Everything the rules may look at when they choose what to do with a reply."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.model import Conversation, ConversationState, Slot
from bot.understanding.aside_words import ARRIVAL, OCCUPIED
from bot.understanding.clauses import Clause
from bot.understanding.deferring import deferrals
from bot.understanding.findings import Doubt, Findings
from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.hedges import STRONG, Hedging
from bot.understanding.leftover_words import DATE_WORDS
from bot.understanding.leftovers import left_over
from bot.understanding.people import People
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.plain import not_plain
from bot.understanding.plain_proposals import not_proposed
from bot.understanding.reading import Reading, TopicHit
from bot.understanding.reporting import is_reserved, report_hits, speaks_of_the_report, standing
from bot.understanding.said import Said, Stance
from bot.understanding.schools import another_school
from bot.understanding.sentences import Sentences
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.weighing import asks_of_us, copes, is_weighed, names_a_slot, other_dates
from bot.understanding.words import Sort

_SIGNS = frozenset("✓✔☑👍✅👌✗✘❌✖❎👎")
_TROUBLE = one_of("problem problems lost stuck late delayed trouble anything questions query queries difficulty help")
_ON_THE_WAY = ARRIVAL | _TROUBLE
_OF_A_DATE = DATE_WORDS - {"day"}
_ASKED = one_of("which who why how whose")
_WISHING = frozenset({Cue.OFFER, Cue.YES, Cue.PREFER, Cue.IF})
_ASKING = one_of("ask asking know tell wonder wondering say remind find")
_BY_THE_WAY = PhraseTable(
    {
        "later": """
            by the (way|by) ; btw ; incidentally ; out of (interest|curiosity) ; ps ; just curious
            when you (come|visit|are+here|get+a|have+a) ; at some (point|stage) ; (no|not+any) (rush|hurry|hurries)
            in the meantime ; between now and then ; for my (own)? (information|notes|curiosity) ; one day ; sometime
            before you (come|visit|arrive) ; in advance ; beforehand ; on the day ; nearer the (time|day|date)
        """
    }
)
"""What shows that a question may be answered after the booking."""
_SETTLED = one_of("no need")
_REPORTED = one_of("you said")
_MYSELF = one_of("i i'm i've i'll i'd")
_ALL_OF_US = one_of("we we're we've we'll we'd us our everyone school")
_WANTED = one_of("still need needed necessary required worth anyway apply applies relevant")
_ENQUIRING = one_of("is are will do does can could would what how who where when which any should shall")
_NEAR = 5
_BRIEF = 4
_ASKING_BACK = one_of(
    "have haven't has hasn't did didn't is isn't are aren't do don't was wasn't were can right correct true"
)
_ONLY_STRANGE = frozenset({"strange words behind it"})
"""Where all that was offered is refused, a new day that is told to be good is asked for, whatever its words."""
_NEAR_DAYS = frozenset({"today", "tomorrow", "yesterday"})
_DENYING = one_of("don't didn't not never no needn't won't wouldn't without rather")
_FORBIDDING = one_of("don't dont not never dinnae")
_IN_CASE = one_of("if when once should any")


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

    def tells_of(self, topic: Topic) -> bool:
        """Whether a topic is touched, and neither denied nor of a past question: "don't move it", "did we ask to"."""
        return any(hit.topic is topic and not self._is_denied(hit.first) for hit in self.reading.topics)

    def _is_denied(self, at: int) -> bool:
        clause = self.sentences.at(at)
        first = clause.first if clause is not None else max(at - _NEAR, 0)
        before = self.reading.texts[max(first, at - _NEAR) : at]
        return bool(_DENYING.intersection(before)) or before[:1] == ["did"] or "did" in before[1:2]

    @cached_property
    def weighs_another_day(self) -> bool:
        """Whether a day that was not offered is named beside a "perhaps" or an "if"."""
        held = [clause.sentence for clause in self.clauses_with(Cue.MAYBE, Cue.IF)]
        return any(
            said.clause.sentence in held and any(self._is_new_day(m) for m in said.mentions)
            for said in self.reading.saids
            if said.stance is not Stance.NO
        )

    def _is_new_day(self, mention: Mention) -> bool:
        days = mention.days if mention.shape is Shape.DAY and mention.rule not in _NEAR_DAYS else ()
        return len(days) == 1 and days[0] > self.ground.today and days[0] not in self.ground.days_on_table

    @property
    def is_headed_urgent(self) -> bool:
        """Whether "urgent" only heads a letter that gives up the agreed day: "URGENT: the 11th is off"."""
        hits = [hit for hit in self.reading.topics if hit.topic is Topic.URGENT]
        headed = all(hit.first == 0 and hit.last == 1 for hit in hits) and len(self.reading.words) > 1
        return headed and self.reading.texts[1] in (":", "!", "-", ".", ",") and self.agreed_refused

    @property
    def asks_another_form(self) -> bool:
        """Whether another kind of visit is asked for, and not only told that lessons are held on Teams."""
        return any(hit.topic is Topic.FORM and self._is_wished(hit.first) for hit in self.reading.topics)

    def _is_wished(self, at: int) -> bool:
        clause = self.sentences.at(at)
        if clause is None or not self.agreed_refused:
            return True
        start, end = self.sentences.bounds(clause)
        wishing = any(h.cue in _WISHING and start <= h.first < end for h in self.reading.hits)
        return clause.ends == "?" or wishing

    @property
    def is_wrong_here(self) -> bool:
        """Whether the letter is none of the writer's: not where, beside a yes, it only asks who took over from whom."""
        hits = [hit for hit in self.reading.topics if hit.topic is Topic.WRONG and not self._came_after(hit.first)]
        return any(not (self.accepted and self._is_asked(hit.first)) for hit in hits)

    def _came_after(self, at: int) -> bool:
        """Whether the writer is the new one: "I took over from Mrs Dean"."""
        lead = self.reading.texts[at - 1] if at else ""
        return lead in ("i", "i've", "have") and self.reading.texts[at] in ("took", "taken")

    def _is_asked(self, at: int) -> bool:
        clause = self.sentences.at(at)
        return clause is not None and clause.ends == "?"

    @property
    def closes(self) -> bool:
        """Whether the school closes for good: not where it only shuts at 3.15."""
        words = self.reading.words
        hits = [hit for hit in self.reading.topics if hit.topic is Topic.CLOSED]
        return any(hit.last >= len(words) or words[hit.last].sort not in (Sort.CLOCK, Sort.NUMBER) for hit in hits)

    @property
    def asks_first(self) -> bool:
        """Whether something is asked that may have to be answered before a date, and not by the way."""
        return any(hit.topic is Topic.QUESTIONS and not self._is_by_the_way(hit.first) for hit in self.reading.topics)

    def _is_by_the_way(self, at: int) -> bool:
        """Whether a "who ..." only tells of somebody named, or a question is put beside a yes and needs no haste."""
        words, clause = self.reading.words, self.sentences.at(at)
        if clause is None:
            return False
        asked = clause.ends == "?" or any(word.text in _ASKING for word in words[clause.first : at])
        if words[at].text == "who" and not asked and at > clause.first and words[at - 1].text == ",":
            return True
        if self.accepted and [word.text for word in words[at : at + 2]] == ["how", "long"]:
            return True
        texts = [word.text for word in self.sentences.words(clause)]
        return bool(self.accepted) and _BY_THE_WAY.stands_in(texts)

    @property
    def wants_a_call(self) -> bool:
        """Whether the writer asks to be rung up, and not only in case something goes wrong on the way."""
        return any(
            hit.topic is Topic.RING and not self._is_in_case(hit.first) and not self._is_forbidden(hit.first)
            for hit in self.reading.topics
        )

    def _is_forbidden(self, at: int) -> bool:
        """Whether the writer only asks not to be rung: "don't ring me, email"."""
        before = [word.text for word in self.reading.words[max(at - 2, 0) : at]]
        return bool(_FORBIDDING.intersection(before)) and "why" not in before

    def _is_in_case(self, at: int) -> bool:
        words = self.reading.words
        clause = self.sentences.at(at)
        start, end = self.sentences.bounds(clause) if clause is not None else (at, at + 1)
        texts = {word.text for word in words[start:end]}
        if texts >= _SETTLED or texts >= _REPORTED:
            return True
        trouble = bool(texts & _ON_THE_WAY)
        return bool(texts & _IN_CASE) and trouble and texts.isdisjoint(_OF_A_DATE)

    @cached_property
    def report(self) -> tuple[TopicHit, ...]:
        """What is said of the report; nothing where none went round."""
        reading = self.reading
        return standing(report_hits(reading.words), reading.topics) if self.state is ConversationState.REPORT else ()

    def reports(self, topic: Topic) -> bool:
        """Whether this is said of the report."""
        return any(hit.topic is topic for hit in self.report)

    @cached_property
    def is_reserved(self) -> bool:
        """Whether what is said of the report holds something back."""
        return is_reserved(self.reading, self.report)

    @property
    def speaks_of_the_report(self) -> bool:
        """Whether the letter tells what is so at the school or in the report, and not of the mail or of a job."""
        return speaks_of_the_report(self.reading.words)

    @property
    def copes(self) -> bool:
        """Whether a "but" behind a refusal gives way."""
        return copes(self.reading)

    def weighs(self, topic: Topic) -> bool:
        """Whether a sentence on the topic only weighs it: with an "if" or a "perhaps"."""
        words = self.reading.words
        loose = [
            h for h in self.reading.hits if h.cue is Cue.IF or words[h.first].text in ("perhaps", "maybe", "might")
        ]
        if any(self._is_weighed(hit.first) for hit in self.reading.topics if hit.topic is topic):
            return True
        held = {c.sentence for c in self.reading.clauses for h in loose if c.first <= h.first < c.last}
        begun = {c.sentence: c for c in reversed(self.reading.clauses)}
        held |= {number for number, c in begun.items() if words[c.first].text == "if"}
        hits = [hit.first for hit in self.reading.topics if hit.topic is topic]
        return any(c.sentence in held and c.first <= at < c.last for at in hits for c in self.reading.clauses)

    def _is_weighed(self, at: int) -> bool:
        clause = self.sentences.at(at)
        return clause is not None and is_weighed(self.reading, clause)

    def refuses_plainly(self, slot: Slot) -> bool:
        """Whether a slot is refused in words, and not only if something else holds."""
        said = self.findings.refused[slot]
        hung = any(clause.sentence == said.clause.sentence for clause in self.clauses_with(Cue.IF))
        return said.stance is Stance.NO and not hung

    def refuses_by_name(self, slot: Slot) -> bool:
        """Whether, once a visit is agreed, another slot of its offer is refused by its own day or number."""
        agreed, mentions = self.ground.agreed, self.findings.refused[slot].mentions
        if any(m.shape is Shape.OPTION or m.rule in ("others", "none") for m in mentions):
            return True
        same_day = agreed is not None and slot.date == agreed.date
        halved = any(m.part is slot.part for m in mentions)
        return any(slot.date in m.days and (halved or not same_day) for m in mentions if m.shape is Shape.DAY)

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

    @cached_property
    def sentences(self) -> Sentences:
        """The letter, sentence by sentence."""
        return Sentences(self.reading)

    def clauses_with(self, *cues: Cue) -> list[Clause]:
        """The clauses with one of these cues."""
        return self.sentences.clauses_with(*cues)

    @cached_property
    def hedges(self) -> tuple[Doubt, ...]:
        """What makes a yes less than a yes: perhaps, if, an answer to follow."""
        return Hedging(self.reading, self.findings, self.accepted, self.sentences).found()

    @cached_property
    def left_over(self) -> Doubt | None:
        """Words that could change the yes, and that nothing read accounts for."""
        return left_over(self.reading, tuple(self.findings.accepted.values()), self.accepted, self.ground)

    @cached_property
    def not_plain(self) -> Doubt | None:
        """Why a yes is not plainly the school's own, of this visit."""
        told = {id(said): said for slot, said in self.findings.accepted.items() if slot in self.accepted}
        return not_plain(self.reading, tuple(told.values()))

    @property
    def speaks_for_another(self) -> bool:
        """Whether the letter speaks for another school than the one that was written to."""
        return another_school(self.reading.words, self.conversation.school) is not None

    @cached_property
    def not_proposed(self) -> Doubt | None:
        """Why a day that was not offered is not plainly asked for, for this visit."""
        told = {id(said): said for said in self.findings.proposed.values()}
        doubt = not_proposed(self.reading, tuple(told.values()))
        strange = doubt is not None and doubt.rule in _ONLY_STRANGE
        return None if strange and self.all_refused else doubt

    @cached_property
    def wavers(self) -> bool:
        """Whether a slot on the table is named beside a "perhaps", so that the letter leans without deciding."""
        strong = [
            clause.sentence
            for clause in self.clauses_with(Cue.MAYBE)
            for hit in self.reading.hits
            if hit.cue is Cue.MAYBE
            and clause.first <= hit.first < clause.last
            and STRONG.intersection(self.reading.texts[hit.first : hit.last])
        ]
        strong += [clause.sentence for clause in self.clauses_with(Cue.IF)]
        strong += [c.sentence for c in self.clauses_with(Cue.MAYBE) if any(s.clause == c for s in self.reading.saids)]
        return any(
            said.clause.sentence in strong
            and any(names_a_slot(mention, self.reading, self.ground) for mention in said.mentions)
            for said in self.reading.saids
        )

    @cached_property
    def asks(self) -> bool:
        """Whether a question stands in the letter that names no slot."""
        asked = [c for c in self.reading.clauses if c.ends == "?"]
        if self.state is ConversationState.AGREED and any(
            c.last - c.first > 1 and self._enquires(c) and not self.agreed_refused for c in asked
        ):
            return True
        return any(not self.sentences.names_slots(c) for c in asked)

    def _enquires(self, clause: Clause) -> bool:
        """Whether a question begins as one, whatever day it names: "Please could you tell me who is coming?"."""
        opening = self.reading.texts[clause.first : clause.first + 3]
        return opening[0] in _ENQUIRING or (opening[0] == "please" and bool(_ENQUIRING.intersection(opening)))

    @cached_property
    def deferred(self) -> tuple[tuple[int, bool], ...]:
        """Where the letter says that an answer will follow, and whether it asks for patience there."""
        return deferrals(self.reading.words)

    @property
    def asks_of_us(self) -> bool:
        """Whether more is asked than patience."""
        return asks_of_us(self.reading, self.deferred)

    @property
    def asks_for_another(self) -> bool:
        """Whether another date is asked for in a question: "Can we rebook?"."""
        return any(clause.ends == "?" for clause in self.clauses_with(Cue.OTHER))

    @property
    def asks_if_it_matters(self) -> bool:
        """Whether the writer leaves it to us if an absence changes anything: "does that matter?"."""
        asked = (c for c in self.reading.clauses if c.ends == "?")
        return any(w.text in ("matter", "matters") for c in asked for w in self.reading.words[c.first : c.last])

    @property
    def asks_if_wanted(self) -> bool:
        """Whether the writer asks if the visit is to take place at all: "do you still need to come?"."""
        asked = (c for c in self.reading.clauses if c.ends == "?")
        texts = [self.reading.texts[c.first : c.last] for c in asked]
        return any(not _WANTED.isdisjoint(each) or each[1:4] == ["we", "have", "to"] for each in texts)

    @property
    def wants_another(self) -> bool:
        """Whether another date is asked for in words that deny nothing: "Please cancel it. Happy to rearrange"."""
        calling_off = {at for h in self.reading.topics if h.topic is Topic.CANCEL for at in range(h.first, h.last)}
        others = [h.first for h in other_dates(self.reading) if h.first not in calling_off]
        denied = self.clauses_with(Cue.NOT, Cue.NO)
        return any(not any(c.first <= at < c.last for c in denied) for at in others)

    @property
    def speaks_of_others(self) -> bool:
        """Whether other dates are spoken of, and not as those that others were sent: "each with different days"."""
        words = self.reading.words
        return any(words[h.first - 1].text != "with" for h in other_dates(self.reading))

    @property
    def asks_back(self) -> bool:
        """Whether a few words ask if what was just told is so: "... we've already had our visit. Have we?"."""
        asked = (c for c in self.reading.clauses if c.ends == "?" and c.last - c.first <= _BRIEF)
        return any(self.reading.texts[c.first] in _ASKING_BACK for c in asked)

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
        refused = self.findings.refused.get(self.ground.agreed) if self.ground.agreed is not None else None
        return refused is not None and not self._is_stood_in_for(refused)

    def _is_stood_in_for(self, refused: Said) -> bool:
        """Whether only the writer is engaged, and somebody comes instead: "I've an appointment, so Gill will"."""
        words = self.reading.words
        texts = {word.text for word in words[refused.clause.first : refused.clause.last]}
        mine = bool(texts & _MYSELF) and not texts & _ALL_OF_US
        busy = refused.hit is not None and words[refused.hit.first].text in OCCUPIED
        return mine and busy and bool(self.people.absent and self.people.attendees) and not self.has(Topic.MUST_MOVE)
