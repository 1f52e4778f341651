"""What makes a yes less than a yes: perhaps, if, an answer to follow, a "but"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.model import ReasonCode, Slot
from bot.understanding.aside_words import (
    ARRIVAL,
    CLOSING,
    DECISIONS,
    HOSPITALITY,
    HOSTING,
    PAPERS,
    ROOMS,
    SMALL_TALK,
    THOSE_WHO_DECIDE,
    TREATS,
)
from bot.understanding.beside import is_beside, is_of_arrival
from bot.understanding.clauses import Clause
from bot.understanding.findings import Doubt, Findings
from bot.understanding.leftover_words import (
    ABOUT_THE_DATE,
    ABOUT_THE_SCHOOL,
    DATE_WORDS,
    NEEDS,
    asks_your_need,
    has_main_clause,
    is_of_the_visitor,
)
from bot.understanding.other_matters import is_of_other_matters
from bot.understanding.phrases import one_of
from bot.understanding.reading import Reading
from bot.understanding.said import Stance
from bot.understanding.sentences import Sentences, judges
from bot.understanding.speaking import speaking
from bot.understanding.stance_words import Cue
from bot.understanding.watched_words import WATCHED, Watch

STRONG = one_of(
    "provisional provisionally pencil pencilled penciled pencilling tentative tentatively tbc tba subject hold "
    "holding principle hopefully might maybe sure ratify ratified approval certain unsure remembered realised "
    "realized noticed spotted told promise check confirm confirmed ink theory need have needs keep"
)
"""Words that doubt a yes even from another sentence."""

_NOTICED = one_of("remembered realised realized noticed spotted")
"""What makes a yes doubtful only behind it."""
_REASONS = (
    (Cue.MAYBE, ReasonCode.TENTATIVE),
    (Cue.IF, ReasonCode.CONDITIONAL),
    (Cue.LATER, ReasonCode.TENTATIVE),
)
_SOFT = frozenset({Cue.YES, Cue.OFFER, Cue.PREFER, Cue.PLAIN, Cue.LESS})
_DECIDING = frozenset({Cue.YES, Cue.NO, Cue.NOT, Cue.MAYBE})
_COPING = one_of(
    "alive coherent happy keen willing cheerful smiling game present here there friendly warm cosy clean dry loud "
    "lovely delighted pleased fun worth it well nice good still standing awake in one piece mighty proud welcoming "
    "all grateful , . ! very really quite"
)
"""How somebody is after all: what limits no yes."""
_BUTS = frozenset({"but", "though", "although"})
_CONSULTING = one_of("ask check consult clear run confirm speak back reply respond answer looking")
_COMING = one_of(
    "join joining pop popping say help volunteering come coming attend attending available who whether which if free "
    "be present sit along represent meet there able can could one volunteer volunteers names name person people about "
    "around"
)
_WAITING = one_of(
    "while until till moment minute check checking ask get day week days weeks answer reply decide date dates"
)
_PEOPLE_TO_COME = one_of("who names name governor attendees whom")
_REGRETS = one_of("apologies sorry sends regards thanks love wishes")
_OPENING_A_COURTESY = _REGRETS | one_of("thank apologise")
_ANSWERING = one_of("check confirm know back decide answer reply respond write consult revert hear")
_BENIGN = one_of("let know please contact ring call any anything help question questions need needs problem problems")
_REQUESTS = (["you", "can"], ["you", "could"])
_QUESTION_WORDS = one_of("what who where how why")
_PAST_OR_HABIT = one_of("was were had been normally usually always")
_ON_THE_WAY = one_of("raining wet icy snowing dark locked lost stuck driving parking hungry thirsty arriving walking")
_WE = one_of("we we're we've we'll i i'm i've i'll us")
_OTHER_SCHOOLS = one_of("others academies schools sites")
_LEAVING = one_of("away gone done finished out")
_NOON = one_of("12 noon midday lunch lunchtime 12.00 12:00 twelve")
_SUGGESTING = one_of("perhaps maybe possibly")
_MODALS = one_of("may might should could")
_VISITORS = one_of("you she he")
_NEEDING = one_of("have need want prefer not able change move rather")
_NEEDS = one_of("need needs keep have")
_SUBJECTS = one_of(
    "i we i'll we'll i'd we'd he she they head governors chair trust slt it you you'll you'd visitors adviser"
)
_VISITED = one_of("you you'll you'd visitors adviser")
_HELD_ONCE = one_of("had did was")
_SOME = one_of("a an another one somebody someone")
_FREED = one_of("moved cancelled clear free now gone changed postponed dropped")
_TAKEN = one_of(
    "bagged nabbed grabbed snaffled pinched nicked claimed taken gone full booked busy snapped allocated spoken "
    "occupied filled free available vacant going"
)
_SMALL = one_of(
    "is it that are the on your you still up for already has been has's isn't not yours side end then please tell "
    "let nobody anybody someone somebody else no one anyone me us know say shout holler ring just by any date day "
    "slot too also either both and or"
)
_FOLLOWING_ON = frozenset({"so", "and", ";", "--", "-", "because", "as", "since"})
_TAKEN_OR_SMALL = _TAKEN | _SMALL
_STILL_WAITING = (_WAITING | {"still", "trying", "hold"}) - {"ask"}
_DECIDING_OR_OTHERS = DECISIONS | THOSE_WHO_DECIDE
_OF_THE_CHOICE = _DECIDING_OR_OTHERS | DATE_WORDS | CLOSING
_ABOUT_THE_OFFER = ABOUT_THE_DATE | ABOUT_THE_SCHOOL - _WE
_CHATTING = SMALL_TALK | ROOMS
_TALK = SMALL_TALK | ARRIVAL
_COMFORTS = ROOMS | HOSPITALITY | PAPERS | ARRIVAL
_HOLDING = HOSTING | DATE_WORDS
_FAILING = one_of("none neither not no don't doesn't won't can't isn't aren't")
_GOVERNING = one_of("governor governors gov govs")
_HEADS = one_of("head headteacher principal boss slt trust")
_FAMILIES = one_of("carers carer parents parent families children pupils foster mums dads")
_JEST = 6
_HALVES = 9
"""A clause of fewer words that names a half of the day names nothing else."""


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A cue in its clause, at words `first` to `last`."""

    cue: Cue
    clause: Clause
    first: int
    last: int
    words: tuple[str, ...]
    following: tuple[str, ...]


_WELCOME = frozenset({"great", "good", "lovely", "helpful", "ideal", "brilliant", "nice", "perfect", "appreciated"})
_ASKING_US = frozenset({"you", "please", "kindly"})


@dataclass(frozen=True, slots=True)
class Hedging:
    """Finds the hedges of a reading; `accepted` are the slots that would be acted on."""

    reading: Reading
    findings: Findings
    accepted: Sequence[Slot]
    sentences: Sentences

    def found(self) -> tuple[Doubt, ...]:
        """Every hedge that holds back a yes, with its reason."""
        cues = {hit.cue for hit in self.reading.hits}
        doubts = [
            Doubt(reason, cue.value, hedge.first, hedge.last)
            for cue, reason in _REASONS
            if cue in cues
            for hedge in self._hedges(cue)
            if not self._is_idle(hedge) and self._holds_back(hedge)
        ]
        return (*doubts, *self._yes_but())

    def _hedges(self, cue: Cue) -> Iterator[_Hedge]:
        words = self.reading.words
        for clause in self.sentences.clauses_with(cue):
            hit = next(h for h in self.reading.hits if h.cue is cue and clause.first <= h.first < clause.last)
            own = tuple(word.text for word in words[hit.first : hit.last])
            yield _Hedge(cue, clause, hit.first, hit.last, own, tuple(w.text for w in words[hit.last : hit.last + 4]))

    def _is_idle(self, hedge: _Hedge) -> bool:
        """Whether the hedge is said of something else than the date."""
        checks: tuple[Callable[[_Hedge], bool], ...] = (
            self._is_slip_put_right,
            self._is_your_need,
            self._is_about_who_comes,
            self._weighs_halves,
            self._only_asks_to_bear_with,
            self._led_to_the_choice,
            self._is_of_other_matters,
            *self._idle_ways(hedge.cue),
        )
        return any(check(hedge) for check in checks)

    def _idle_ways(self, cue: Cue) -> tuple[Callable[[_Hedge], bool], ...]:
        """What makes an "if", a promise of an answer, or a "perhaps" an idle one."""
        if cue is Cue.IF:
            return (
                self._is_of_the_visitor, self._is_of_its_being_free, self._asks_for_something, self._is_in_jest,
                self._conditions_something_else, self._is_of_arrival, self._is_a_fallback,
                self._ends_by_noon,
            )  # fmt: skip
        if cue is Cue.LATER:
            return (
                self._is_beside, self._is_for_somebody, self._asks_us_to_confirm, self._is_about_things,
                self._is_a_courtesy, self._is_past_or_habit,
                self._is_of_others, self._is_what_we_shall_find, self._asks_for_a_governor,
            )  # fmt: skip
        return (
            self._is_beside, self._is_small_talk, self._wonders_about_details, self._befalls_others,
            self._judges, self._asks_the_families,
            self._is_needed_by_others, self._is_past_or_habit, self._was_held_once, self._may_be_so,
            self._only_suggests,
        )  # fmt: skip

    def _holds_back(self, hedge: _Hedge) -> bool:
        if hedge.cue is Cue.LATER or self.sentences.names_slots(hedge.clause):
            return not self._is_second_choice(hedge.clause)
        if hedge.cue is Cue.MAYBE:
            return bool(STRONG.intersection(hedge.words))
        first, last = self.sentences.bounds(hedge.clause)
        decides = any(h.cue in _DECIDING and first <= h.first < last for h in self.reading.hits)
        return decides and not _BENIGN & self.sentences.texts(hedge.clause)

    def _is_slip_put_right(self, hedge: _Hedge) -> bool:
        """Whether the words only tell why a slip was put right: "make that the 18th, I've just spotted ..."."""
        start, _ = self.sentences.bounds(hedge.clause)
        return any(hit.cue is Cue.SLIP and start <= hit.first < hedge.first for hit in self.reading.hits)

    def _is_your_need(self, hedge: _Hedge) -> bool:
        """Whether only what the visitor needs is asked: "will you need to see the pupils?"."""
        return hedge.words[0] in NEEDS and asks_your_need(self.reading.words, hedge.first)

    def _is_about_who_comes(self, hedge: _Hedge) -> bool:
        """Whether people are asked along, and not only asked: "I'll see which governor can come"."""
        if self._names_people_behind(hedge):
            return True
        if not self.sentences.is_about_people(hedge.clause):
            return False
        if not _CONSULTING.intersection(hedge.words):
            return True
        first, last = self.sentences.bounds(hedge.clause)
        others = (at for at in range(first, last) if not hedge.first <= at < hedge.last)
        return any(self.reading.texts[at] in _COMING for at in others)

    def _names_people_behind(self, hedge: _Hedge) -> bool:
        """Whether the clause itself only puts off who will come: "..., I'll let you know who the governor is"."""
        first, last = hedge.last, hedge.clause.last
        texts = self.reading.texts[first : min(last, first + 3)]
        named = any(hedge.clause.first <= m.first < last for m in self.reading.mentions)
        return hedge.cue is Cue.LATER and not named and bool(_PEOPLE_TO_COME.intersection(texts))

    def _weighs_halves(self, hedge: _Hedge) -> bool:
        """Whether a condition only names the half of the day: "as long as it's the morning"."""
        clause = hedge.clause
        inside = [m for m in self.reading.mentions if clause.first <= m.first < clause.last]
        return (
            bool(inside)
            and all(m.rule in ("part", "it") or (m.rule == "clock" and self._would_like(hedge)) for m in inside)
            and clause.last - clause.first < _HALVES
        )

    def _would_like(self, hedge: _Hedge) -> bool:
        """Whether the "if" only leads to a wish: "it would be great if we could start at 9.30"."""
        before = set(self.reading.texts[max(hedge.first - 3, 0) : hedge.first])
        return bool(before & _WELCOME)

    def _led_to_the_choice(self, hedge: _Hedge) -> bool:
        """Whether what was noticed or once meant only led to what is chosen behind it: "I've just realised ..., so"."""
        if not _NOTICED & {*hedge.words} and hedge.words[-1:] != ("say",):
            return False
        said = [*self.findings.accepted.values(), *self.findings.proposed.values()]
        return bool(said) and all(one.clause.sentence > hedge.clause.sentence for one in said)

    def _only_asks_to_bear_with(self, hedge: _Hedge) -> bool:
        """Such as "bear with me, I'm new to this", after which no answer is to come."""
        return hedge.words[:2] == ("bear", "with") and not _STILL_WAITING & self.sentences.texts(hedge.clause)

    def _is_of_the_visitor(self, hedge: _Hedge) -> bool:
        """Whether the visitor's journey is meant: "if you're driving"."""
        if hedge.words[0] == "if" and hedge.following[:1] and hedge.following[0] in _ON_THE_WAY:
            return True
        treated = hedge.following[:1] == ("you",) and bool(self.sentences.texts(hedge.clause) & TREATS)
        return hedge.words[0] == "if" and (treated or is_of_the_visitor(["if", *hedge.following], 0))

    def _is_of_its_being_free(self, hedge: _Hedge) -> bool:
        """Whether only our own diary is in question: "if the sixth is taken, tell me"."""
        clause = self.reading.words[hedge.last : hedge.clause.last]
        named = {at for m in self.reading.mentions for at in range(m.first, m.last)}
        rest = [w.text for at, w in enumerate(clause, hedge.last) if at not in named and w.text.isalpha()]
        return bool(rest) and any(text in _TAKEN for text in rest) and _TAKEN_OR_SMALL.issuperset(rest[:6])

    def _asks_for_something(self, hedge: _Hedge) -> bool:
        """Whether "if you could" only asks, where nothing is accepted that could hang on it."""
        return not self.accepted and list(hedge.following[:2]) in _REQUESTS

    def _is_a_fallback(self, hedge: _Hedge) -> bool:
        """Whether the "if" only leads to what is left where no day of the writer's own will do."""
        behind = set(self.reading.texts[hedge.last : hedge.clause.last])
        ours = not _WE.isdisjoint(hedge.following[:1])
        return not self.accepted and hedge.words == ("if",) and not ours and not _FAILING.isdisjoint(behind)

    def _is_in_jest(self, hedge: _Hedge) -> bool:
        """Whether a condition only asks for a cup of tea, or is set in brackets behind what is refused anyway."""
        clause = hedge.clause
        following = set(self.reading.texts[hedge.last : hedge.last + _JEST])
        same = [s for s in self.reading.saids if s.clause.sentence == clause.sentence]
        before = [said.stance for said in same if said.clause.first < clause.first]
        aside = clause.lead == "(" and bool(before) and before[-1] in (Stance.NO, Stance.NEWS)
        return aside or bool(following & TREATS)

    def _conditions_something_else(self, hedge: _Hedge) -> bool:
        """Whether an "if" hangs on another statement than the yes: "so forgive her if she's grumpy"."""
        told = [s.clause for s in self.reading.saids if s.stance is not Stance.NEWS and s.mentions[0].rule != "it"]
        same = [c for c in self.reading.clauses if c.sentence == hedge.clause.sentence]
        before = [c for c in same if c.first < hedge.clause.first]
        attached = bool(before) and before[-1] in told and hedge.first == hedge.clause.first
        if hedge.clause in told or attached or hedge.clause.lead == "but":
            return False
        words = [w.text for c in same if c not in told for w in self.reading.words[c.first : c.last]]
        if speaking(words) & _OF_THE_CHOICE:
            return False
        first, last = self.sentences.bounds(hedge.clause)
        return first < hedge.first or has_main_clause(self.reading.texts[hedge.first : last])

    def _wonders_about_details(self, hedge: _Hedge) -> bool:
        """Whether only what to bring or prepare is unsure: "I'm not sure what I'm meant to prepare"."""
        asks = bool(hedge.following) and hedge.following[0] in _QUESTION_WORDS
        clause = self.reading.words[hedge.last : hedge.clause.last]
        about = {word.text for word in clause} & _DECIDING_OR_OTHERS
        return asks and not about and not self.sentences.names_slots(hedge.clause)

    def _befalls_others(self, hedge: _Hedge) -> bool:
        """Whether only what the visitor may meet or should do is told: "and you may be met by a Gruffalo"."""
        lead = self.reading.texts[hedge.first - 1] if hedge.first > hedge.clause.first else ""
        modal = hedge.words[0] in _MODALS and not _NEEDING & {*hedge.words, *hedge.following[:2]}
        yes = any(said.clause == hedge.clause for said in self.findings.accepted.values())
        return modal and lead in _VISITORS and not yes

    def _judges(self, hedge: _Hedge) -> bool:
        """Whether "I think" only brings in what is best, which is a choice and no doubt."""
        return judges(self.reading, hedge.words, hedge.clause)

    def _is_past_or_habit(self, hedge: _Hedge) -> bool:
        """Whether an answer was awaited, or would normally be: "I was waiting to find out", "I'd normally consult"."""
        before = set(self.reading.texts[max(hedge.first - 9, 0) : hedge.first])
        return bool(before & _PAST_OR_HABIT) and not self.sentences.names_slots(hedge.clause)

    def _is_of_others(self, hedge: _Hedge) -> bool:
        """Whether the answer that is to follow is that of other schools: "I'll reply separately about the others"."""
        behind = set(self.reading.texts[hedge.last : hedge.clause.last])
        return "about" in behind | {*hedge.words} and bool(behind & _OTHER_SCHOOLS) and not behind & {"date", "dates"}

    def _is_what_we_shall_find(self, hedge: _Hedge) -> bool:
        """Whether the visitor is told what he or she will meet: "you will find us rather noisy"."""
        before = self.reading.texts[hedge.first - 1] if hedge.first > hedge.clause.first else ""
        return before in _VISITORS and "find" in hedge.words and hedge.following[:1] != ("out",)

    def _asks_for_a_governor(self, hedge: _Hedge) -> bool:
        """Whether only somebody to come is still to be asked for: "Governor - I'll ask at full governors"."""
        first, last = self.sentences.bounds(hedge.clause)
        texts = set(self.reading.texts[max(first - _HALVES, 0) : last])
        asked = "ask" in hedge.words and not THOSE_WHO_DECIDE & {*hedge.following} - {"governors"}
        return asked and bool(texts & _GOVERNING) and not texts & _HEADS

    def _asks_the_families(self, hedge: _Hedge) -> bool:
        """Whether those at home are to be asked, who have no say in the date: "we'd need to ask carers"."""
        return "ask" in hedge.words and not _FAMILIES.isdisjoint(hedge.following[:2])

    def _is_needed_by_others(self, hedge: _Hedge) -> bool:
        """Whether the visitor or the office needs something: "Reception will need to see ID", "do you need a list?"."""
        if not _NEEDS.intersection(hedge.words) or self.sentences.names_slots(hedge.clause):
            return False
        before = self.reading.texts[max(hedge.clause.first, hedge.first - _JEST) : hedge.first]
        subject = next((text for text in reversed(before) if text in _SUBJECTS or text in ARRIVAL), "")
        return subject in _VISITED or subject in ARRIVAL

    def _was_held_once(self, hedge: _Hedge) -> bool:
        """Whether a visit of somebody else's was held once: "we did have a visit pencilled in from the nurse"."""
        before = set(self.reading.texts[hedge.clause.first : hedge.first])
        after = set(self.reading.texts[hedge.last : hedge.clause.last])
        held = bool(before & _HELD_ONCE) and bool(after & {"from", "by", "with", "who"}) and bool(before & _SOME)
        _, last = self.sentences.bounds(hedge.clause)
        freed = not _FREED.isdisjoint(self.reading.texts[hedge.clause.last : last])
        return held and freed and not self.sentences.names_slots(hedge.clause)

    def _may_be_so(self, hedge: _Hedge) -> bool:
        """Whether only a courtesy is weighed: "it might be useful for you to know"."""
        if hedge.words[0] not in _MODALS or self.sentences.names_slots(hedge.clause):
            return False
        rest = self.reading.texts[hedge.first : hedge.clause.last]
        hit = WATCHED.at(rest, 0, len(rest))
        return hit is not None and hit[0] == Watch.HARMLESS

    def _ends_by_noon(self, hedge: _Hedge) -> bool:
        """Whether a day of the writer's own is only to end in time: "both possible as long as you're away by 12"."""
        behind = [word.text for word in self.reading.words[hedge.last : hedge.last + 5]]
        leaving = behind[:1] in (["you're"], ["she's"], ["he's"]) and not _LEAVING.isdisjoint(behind)
        return not self.accepted and leaving and not _NOON.isdisjoint(behind)

    def _only_suggests(self, hedge: _Hedge) -> bool:
        """Whether a day of the writer's own is put forward with due modesty: "Wednesday 3 March perhaps?"."""
        if self.accepted:
            return False
        asked = hedge.clause.ends == "?" and hedge.words[-1] in _SUGGESTING
        able = hedge.words[0] == "should" and "able" in (*hedge.words, *hedge.following[:2])
        return asked or able

    def _is_small_talk(self, hedge: _Hedge) -> bool:
        """Whether the sentence only speaks of biscuits, parking or the weather: "I can't promise cake"."""
        texts = self.sentences.texts(hedge.clause)
        if self.sentences.names_slots(hedge.clause):
            apart = all(said.clause != hedge.clause for said in self.reading.saids)
            texts = set(self.reading.texts[hedge.clause.first : hedge.clause.last])
            return apart and bool(texts & SMALL_TALK) and texts.isdisjoint(_ABOUT_THE_OFFER)
        return bool(texts & _CHATTING) and not texts & ABOUT_THE_DATE

    def _is_about_things(self, hedge: _Hedge) -> bool:
        """Whether only a room, a lunch or a paper is still to be seen to: "we'll sort out a quiet room"."""
        texts = self.sentences.texts(hedge.clause)
        if _ANSWERING.intersection(hedge.words) or texts & ABOUT_THE_DATE or self.sentences.names_slots(hedge.clause):
            return False
        return bool(texts & _COMFORTS)

    def _is_beside(self, hedge: _Hedge) -> bool:
        """Whether the sentence is about something else altogether: "hopefully the roadworks will have gone"."""
        return not self.sentences.names_slots(hedge.clause) and is_beside(self.sentences.texts(hedge.clause))

    def _is_of_other_matters(self, hedge: _Hedge) -> bool:
        """Whether the sentence is about a matter of its own, by its words: "there might be a film crew about"."""
        if self._is_a_clause_apart(hedge):
            return is_of_other_matters(self.reading.words[hedge.clause.first : hedge.clause.last])
        first, last = self.sentences.bounds(hedge.clause)
        hung = hedge.cue is Cue.IF and hedge.first == first
        if self.sentences.names_slots(hedge.clause) or (hung and not has_main_clause(self.reading.texts[first:last])):
            return False
        return is_of_other_matters(self.reading.words[first:last])

    def _is_a_clause_apart(self, hedge: _Hedge) -> bool:
        """Whether the doubt stands in a clause that follows from the yes: "..., so we might even get a decent room"."""
        said = any(said.clause == hedge.clause for said in self.reading.saids)
        return hedge.cue is not Cue.IF and hedge.clause.lead in _FOLLOWING_ON and not said

    def _is_of_arrival(self, hedge: _Hedge) -> bool:
        """Whether a condition only helps to find the way in: "if the gate is shut, press the buzzer"."""
        return not self.sentences.names_slots(hedge.clause) and is_of_arrival(self.sentences.texts(hedge.clause))

    def _asks_us_to_confirm(self, hedge: _Hedge) -> bool:
        """Whether we are asked for an answer, and none is to follow: "please confirm by return"."""
        before = self.reading.texts[hedge.first - 1] if hedge.first > hedge.clause.first else ""
        return hedge.words[0] == "confirm" and before in _ASKING_US

    def _is_for_somebody(self, hedge: _Hedge) -> bool:
        """Whether somebody else is to learn something: "a good chance for her to find out what you do"."""
        before = self.reading.texts[max(hedge.first - 4, 0) : hedge.first]
        return before[-1:] == ["to"] and "for" in before

    def _is_a_courtesy(self, hedge: _Hedge) -> bool:
        """Whether the sentence thanks or apologises: "Sorry for the emails, there are a lot of us to consult"."""
        opening = self.sentences.words(hedge.clause)[0].text
        return opening in _OPENING_A_COURTESY and not self.sentences.names_slots(hedge.clause)

    def _is_second_choice(self, clause: Clause) -> bool:
        """Whether a condition only stands on a second choice, after a plain yes to another slot."""
        first_choice = any(
            said.stance is Stance.YES and said.clause.sentence < clause.sentence and not said.lesser
            for said in self.findings.accepted.values()
        )
        second = any(said.lesser and said.clause.sentence == clause.sentence for said in self.reading.saids)
        return first_choice and second

    def _yes_but(self) -> Iterator[Doubt]:
        """A "but" behind a yes that neither asks nor agrees: "we'd take the 26th but our hall is being painted"."""
        yes = {
            said.clause.sentence: said.clause.last
            for said in self.findings.accepted.values()
            if said.mentions[0].rule != "answer under the option"
        }
        for clause in self.reading.clauses:
            turned = clause.lead in _BUTS and self.reading.words[clause.first - 1].text == clause.lead
            behind = turned and clause.first >= yes.get(clause.sentence, clause.last)
            if behind and self._limits(clause):
                yield Doubt(ReasonCode.CONDITIONAL, "yes, but", clause.first, clause.last)

    def _limits(self, clause: Clause) -> bool:
        """Whether a clause says something of its own that a yes must be weighed against."""
        inside = {hit.cue for hit in self.reading.hits if clause.first <= hit.first < clause.last}
        slots = any(said.clause == clause and said.stance is not Stance.NEWS for said in self.reading.saids)
        near = [m for m in self.reading.mentions if clause.first <= m.first < clause.last]
        only_a_time = bool(near) and all(m.rule == "clock" for m in near)
        texts = set(self.reading.texts[clause.first : clause.last])
        regrets = bool(texts & _REGRETS) and texts.isdisjoint(_HOLDING)
        talk = bool(texts & _TALK) and clause.lead != "but"
        if texts and texts <= _COPING:
            return False  # "I shall be horizontal but coherent"
        if texts & THOSE_WHO_DECIDE and texts & DECISIONS:
            return True
        harmless = only_a_time or regrets or talk or self.sentences.is_about_people(clause)
        return not slots and not inside & _SOFT and not harmless
