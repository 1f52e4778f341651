"""One sentence beside a yes: the words in it that nothing read accounts for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from bot.model import ReasonCode
from bot.understanding.arranging_words import DENIABLE
from bot.understanding.aside_words import (
    CLOSING,
    DECIDING,
    DECISIONS,
    ENGAGED,
    HOSPITALITY,
    HOSTING,
    OCCUPIED,
    PRESENCE,
    ROOMS,
    SCENERY,
    SMALL_TALK,
    THOSE_WHO_DECIDE,
    TREATS,
)
from bot.understanding.beside import is_beside, is_of_arrival
from bot.understanding.clauses import Clause
from bot.understanding.conclusions import CONCLUDING
from bot.understanding.everyday_words import THINGS
from bot.understanding.findings import Doubt
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.ground import Mention, Shape
from bot.understanding.leftover_words import (
    ABOUT_THE_DATE,
    ABOUT_THE_PLACE,
    ABOUT_THE_SCHOOL,
    ABOUT_US,
    ABSENT,
    DATE_WORDS,
    NEEDS,
    PASSING_STATES,
    PERSONS,
    PLAIN_WATCHED,
    SHORT,
    asks_your_need,
    has_main_clause,
)
from bot.understanding.other_matters import BY_FAR, is_of_other_matters, own_words
from bot.understanding.phrases import one_of
from bot.understanding.pointing import PRONOUNS_OF_THINGS, tells_a_hope
from bot.understanding.reading import Reading
from bot.understanding.said import Said, Stance
from bot.understanding.second_thoughts import (
    ASKS_TO_WAIT,
    CROSSED_FINGERS,
    MAY_BE_CALLED_AWAY,
    MAY_BE_ON,
    MAY_COME_TO_NOTHING,
    NEWS_JUST_IN,
    NOT_ASKED,
    NOT_KNOWN,
    SECOND_THOUGHTS,
)
from bot.understanding.sentences import judges
from bot.understanding.speaking import speaking
from bot.understanding.stance_words import Cue
from bot.understanding.topics import Topic
from bot.understanding.watched_words import Watch
from bot.understanding.watching import Watched, watched_in
from bot.understanding.words import Sort, Word

_RANKING = frozenset({Cue.OFFER, Cue.PREFER, Cue.ONLY, Cue.LESS, Cue.EXCEPT})
"""Cues that rank or limit the slots of their sentence."""
_WEAK = frozenset({Watch.DENIAL, Watch.CONTRAST})
"""Watched words that say nothing of a yes that comes after them."""
_PAST = one_of(
    "had was were didn't wasn't weren't couldn't wouldn't hadn't did cancelled moved changed swapped postponed"
)
_TODAY = one_of("now today again still so but will can can't won't")
_FORMER = one_of("year time term autumn summer spring winter visit july june october november september")
_TILL = one_of("yet until till out before for through else more now just")
_SWAYING = CLOSING | ENGAGED | DECIDING | DATE_WORDS | one_of("want come coming visit keen happy ready able")
_REASONS_LEAD = frozenset({"because", "as", "since"})
_OF_THE_REST = one_of("others other rest all any both either them these those unless until subject too also and")
_AS_I_WRITE = one_of("writing typing hiding emailing replying")
_COMPANY_LABELS = one_of("attendees attendee attending governor governors gov present who people names company guests")
_REGRETS = frozenset({"unfortunately", "sadly", "regrettably"})
_GOVERNORS = frozenset({"governor", "governors", "trustee", "trustees", "trust"})
_JOINED_BY = _GOVERNORS | {"join", "joining"}
_NONE = one_of("no none neither")
_NOBODY = one_of("nobody none neither no noone no-one")
_HAVING_ASKED = one_of("asked ask tried canvassed emailed rang approached checked contacted texted messaged sounded")
_CONFIRMING = frozenset({"confirm", "confirmed"})
_HEADS = frozenset({"head", "headteacher", "principal", "slt", "ht", "boss"})
_HESITATION = frozenset({"hmm", "hm", "um", "er"})
_MODALS = frozenset({"may", "might"})
_OFFERING = one_of("ask offer give show invite bring make lay serve sing perform talk cook bake feed introduce take")
_ENDING = frozenset({".", "!", ",", "(", ")", "-", "\n"})
_NEAR = 5
_CURT = 4
GONE = frozenset({"was", "were"})
_FLAT = CLOSING | {"stop"}
"""What denies a visit by itself."""
_OF_THE_DAY = DATE_WORDS | CLOSING
_OF_ITS_CHOICE = _OF_THE_DAY | DECIDING
_OF_ITS_HOLDING = _OF_THE_DAY | HOSTING
_OF_ITS_KEEPING = _OF_THE_DAY | ENGAGED
_SEEKING = _OF_ITS_KEEPING | DECIDING
_OF_THE_PARLOUR = ROOMS | HOSPITALITY
_ABOUT_A_CHOICE = ABOUT_THE_DATE | DECIDING
_ABOUT_A_DAY = ABOUT_THE_DATE - _CONFIRMING
_ABOUT_A_STATE = ABOUT_THE_DATE - {"this"}
_ABOUT_EITHER = ABOUT_THE_DATE | ABOUT_THE_SCHOOL
_OF_A_CONDITION = DECISIONS | _OF_ITS_KEEPING | THOSE_WHO_DECIDE
_OF_A_DENIAL = HOSTING | _OF_ITS_KEEPING | THOSE_WHO_DECIDE
_SWAYING_OTHERS = _SWAYING | THOSE_WHO_DECIDE
_BESIDE = frozenset({"though", "but", "although", "and", "so", "(", "-", ";"})


def _is_deadline(mention: Mention) -> bool:
    """Such as "until Friday" in "I can't commit until Friday", which refuses no slot."""
    return mention.opens == "start" and mention.rule in ("until", "till", "til")


def _cue_places(said: Said) -> range:
    return range(said.hit.first, said.hit.last) if said.hit is not None else range(0)


class Sentence:
    """One sentence, and what was read in it."""

    def __init__(
        self,
        reading: Reading,
        clauses: Sequence[Clause],
        *,
        of_things: bool = False,
        days: frozenset[dt.date] = frozenset(),
    ) -> None:
        """`of_things` tells that an "it" in the sentence cannot be the visit; `days` are those that are agreed."""
        self.reading, self.clauses, self.of_things, self.days = reading, clauses, of_things, days
        self.first, self.last = clauses[0].first, clauses[-1].last

    @cached_property
    def told(self) -> list[Said]:
        """What the sentence says yes or no to."""
        inside = [said for said in self.reading.saids if self.first <= said.mentions[0].first < self.last]
        return [said for said in inside if said.stance in (Stance.YES, Stance.NO)]

    @cached_property
    def texts(self) -> list[str]:
        """The words without marks and line breaks."""
        words = self.reading.words[self.first : self.last]
        return [word.text for word in words if word.sort not in (Sort.MARK, Sort.BREAK)]

    def second_thought(self) -> Doubt | None:
        """The first words by which the writer does not know, has not asked, or does not decide; None for none."""
        texts = [word.text for word in self._words]
        if texts[0] in GONE and len(self.texts) <= _CURT and self.clauses[-1].ends != "?":
            return Doubt(ReasonCode.TENTATIVE, "was so once", self.first, self.last)  # "It's lovely. Was lovely."
        for at in SECOND_THOUGHTS.starts(texts):
            hit = SECOND_THOUGHTS.at(texts, at, len(texts))
            if hit is not None and not self._is_no_thought_of_ours(hit[0], self.first + at, set(texts)):
                return Doubt(ReasonCode.TENTATIVE, hit[0], self.first + at, self.first + hit[1])
        return None

    def _is_no_thought_of_ours(self, kind: str, place: int, texts: set[str]) -> bool:
        """Whether only who will come is not known, or why another slot is refused is told in brackets."""
        if kind == MAY_COME_TO_NOTHING:
            refused = any(said.stance is Stance.NO and said.mentions[0].rule != "it" for said in self.told)
            aside = refused and any(c.lead == "(" and c.first <= place < c.last for c in self.clauses)
            return aside or not texts.isdisjoint(_AS_I_WRITE)
        if kind == MAY_BE_ON:
            return self._refuses()
        if kind == ASKS_TO_WAIT:
            return self._waits_for_a_thing(place)
        if kind == NEWS_JUST_IN:
            return bool(texts & HOSPITALITY)
        if kind == MAY_BE_CALLED_AWAY:
            return bool(texts & _JOINED_BY)
        return kind in (NOT_ASKED, NOT_KNOWN, CROSSED_FINGERS) and self._is_about_something_else(texts)

    def _waits_for_a_thing(self, place: int) -> bool:
        """Whether only a paper can wait, or somebody at the gate: "that can wait till you're here"."""
        if self.reading.words[place].text != "wait" or place == self.first:
            return False
        before = self.reading.words[place - 1].text
        return before in ("can", "could", "may") or before in THINGS or is_of_arrival(set(self.texts))

    def unexplained(self, begin: int, kinds: frozenset[Watch] = frozenset(Watch)) -> Iterator[Watched]:
        """The watched phrases that nothing accounts for; `begin` is where what is acted on was said."""
        watched = [hit for hit in watched_in(self.reading, self.first, self.last) if hit.watch in kinds]
        if not watched:
            return
        yeses = [s for s in self.told if s.hit is not None and s.hit.cue is Cue.YES and len(_cue_places(s)) > 1]
        agreed = {at for said in yeses for at in _cue_places(said)}
        lesser = self._second_choices()
        refused, told, ranked, named = self._weighed(Stance.NO), self._weighed(*Stance), self._ranked(), self._named()
        deadlines = {at for s in self.told if all(_is_deadline(m) for m in s.mentions) for at in _cue_places(s)}
        begun = next((c.first for c in self.reading.clauses if c.sentence >= self.clauses[0].sentence - 1), self.first)
        slips = [h.first for h in self.reading.hits if h.cue is Cue.SLIP and begun <= h.first < self.last]
        for hit in watched:
            if hit.watch is Watch.TAKEN_BACK and any(slip <= hit.first for slip in slips):
                continue
            if self._is_aside_of_a_reason(hit):
                continue
            places = range(hit.first, hit.last)
            hesitates = self.reading.words[hit.first].text in _HESITATION
            passed = hit.last <= begin and (hesitates or hit.watch in (Watch.TAKEN_BACK, *_WEAK))
            firm = refused | agreed if hit.watch is Watch.TERMS else refused
            excused = firm if hit.watch in (Watch.TAKEN_BACK, Watch.TERMS) else told | named
            excused = excused | ranked if hit.watch in _WEAK else excused
            excused = excused - deadlines if hit.watch is Watch.DOUBT else excused
            if hit.watch is Watch.TERMS and self.reading.words[hit.last - 1].text == "be" and self._names_next(hit):
                continue
            excused = excused | lesser if hit.watch is Watch.DOUBT else excused
            if not passed and not excused.intersection(places) and self._matters(hit):
                yield hit

    def _is_aside_of_a_reason(self, hit: Watched) -> bool:
        """Whether the phrase stands in brackets in what only led to the choice: "(weather permitting), so the 22nd"."""
        given = hit.first == self.first and self.reading.words[hit.first].text == "given"
        if given and any(said.stance is Stance.YES and said.mentions[0].first > hit.last for said in self.told):
            return True
        leads = any(c.lead == CONCLUDING and c.sentence == self.clauses[-1].sentence + 1 for c in self.reading.clauses)
        return leads and any(c.lead == "(" and self._is_in(hit, c) for c in self.clauses)

    def _weighed(self, *stances: Stance) -> set[int]:
        """The words that told one of these stances of a slot, or are mere courtesy."""
        told = [s for s in self.reading.saids if s.stance in stances]
        told = [s for s in told if s.mentions[0].rule != "it" or (s.hit is not None and s.hit.cue is Cue.YES)]
        if stances == (Stance.NO,):
            told = [said for said in told if said.mentions[0].rule not in ("it", "agreed")]
        used = {at for said in told for at in _cue_places(said)}
        return used | {at for h in self.reading.hits if h.cue is Cue.PLAIN for at in range(h.first, h.last)}

    def _second_choices(self) -> set[int]:
        """The words that make a second choice of what stands beside another that is preferred."""
        if not any(said.preferred and said.stance is Stance.YES for said in self.told):
            return set()
        return {at for h in self.reading.hits if h.cue is Cue.LESS for at in range(h.first, h.last)}

    def _ranked(self) -> set[int]:
        """The words that rank or limit a slot that is named right beside them."""
        places = self._named()
        near = [
            h
            for h in self.reading.hits
            if h.cue in _RANKING and places.intersection(range(h.first - 2, h.last + _NEAR))
        ]
        return {at for h in near for at in range(h.first, h.last)}

    def _named(self) -> set[int]:
        return {at for m in self.reading.mentions for at in range(m.first, m.last) if m.rule != "it"}

    def _matters(self, hit: Watched) -> bool:
        """Whether the phrase speaks of the visit's date, and not of who will come or where to park."""
        if hit.watch is Watch.TAKEN_BACK:
            if not self.told and not self._names_the_day() and is_of_other_matters(self._words, BY_FAR):
                return False
            return not any(
                harmless(hit)
                for harmless in (
                    self._changes_a_thing,
                    self._sends_a_thing,
                    self._owns_to_a_joke,
                    self._explains_a_refusal,
                    self._names_more_closely,
                    self._drops_a_wish,
                )
            )
        words = speaking(self.texts) - (PRONOUNS_OF_THINGS if self.of_things else frozenset())
        if self._is_excused(hit, words):
            return False
        beside = [said for said in self.told if said.mentions[0].rule != "it"]
        if beside:
            return self._is_attached(hit, beside)
        if self._is_of_other_matters(hit) or (hit.watch is Watch.DENIAL and not self._denies_the_visit(hit)):
            return False
        named = any(self.first <= m.first < self.last and m.rule not in ("it", "clock") for m in self.reading.mentions)
        talk = hit.watch in (*_WEAK, Watch.DOUBT) and not named and is_beside(set(self.texts))
        talk = talk or (hit.watch is Watch.CONDITION and not named and is_of_arrival(set(self.texts)))
        if talk or self._is_beside_the_point(hit) or self._answers_a_label(hit):
            return False
        if hit.watch is Watch.TERMS:
            return self._sets_terms(hit, words)
        return not self._is_about_something_else(words) and self._concerns_the_date(hit, words)

    def _explains_a_refusal(self, hit: Watched) -> bool:
        """Whether what else is on is why another slot is refused: "I can't do Monday as it's our INSET"."""
        clause = next((c for c in self.clauses if self._is_in(hit, c)), self.clauses[0])
        before = [s for s in self.told if s.stance is Stance.NO and s.clause.first < clause.first]
        return clause.lead in _REASONS_LEAD and bool(before) and before[-1].mentions[0].rule != "it"

    def _names_more_closely(self, hit: Watched) -> bool:
        """Whether "I mean" only says once more which slot is meant: "that'll do nicely, the Wednesday I mean"."""
        if self._texts_of(hit) not in (["i", "mean"], ["i", "meant"]):
            return False
        following = self.reading.words[hit.last].text if hit.last < self.last else "."
        return hit.first - 1 in self._named() and following in _ENDING

    def _drops_a_wish(self, hit: Watched) -> bool:
        """Whether a wish of the same sentence is dropped: "we were going to ask for a talk, but scrap that"."""
        texts = [word.text for word in self._words]
        return hit.last >= self.last - 1 and tells_a_hope(texts) and not _OFFERING.isdisjoint(texts)

    def _owns_to_a_joke(self, hit: Watched) -> bool:
        """Whether "only joking" is said of a whole sentence between it and the yes."""
        if self.reading.words[hit.last - 1].text not in ("joking", "kidding"):
            return False
        before = [c for c in self.reading.clauses if c.sentence == self.clauses[0].sentence - 1]
        stop = before[-1].last if before else 0
        told_there = [said for said in self.reading.saids if said.mentions[0].rule != "it"]
        if (
            before
            and before[-1].ends == "?"
            and not any(before[0].first <= s.mentions[0].first < stop for s in told_there)
        ):
            return True
        told = any(before and before[0].first <= said.mentions[0].first < stop for said in told_there)
        return bool(before) and not told and stop - before[0].first > _NEAR

    def _is_excused(self, hit: Watched, words: set[str]) -> bool:
        """Whether the phrase asks for a time, tells one, jokes, or is said of a person or of a slot refused anyway."""
        terms = hit.watch in (Watch.TERMS, Watch.CONDITION)
        if self._tells_a_time(hit) or (hit.watch is not Watch.TERMS and self._asks_for_a_time(hit)):
            return True
        if terms and (self._leads_to_second_choice(hit) or self._is_in_jest(hit)):
            return True
        if self._is_of_no_weight(hit) or self._is_surname(hit) or self._points_back(hit) or self._tells_how_long(hit):
            return True
        if self._hangs_on_what_is_refused(hit) or self._is_label_of_company(hit):
            return True
        if not self.told and self._is_asked_of_something_else(words):
            return True
        if hit.watch is Watch.CONTRAST and self._is_of_an_event(hit):
            return True
        if self._is_of_another_time(hit, words) or self._is_denied_of_others(hit, words):
            return True
        if hit.watch is Watch.DOUBT and (self._judges(hit) or self._befalls_others(hit)):
            return True
        if hit.watch not in _WEAK or self.clauses[0].lead == "but":
            return False
        absent = self._is_said_of_a_person(hit) or self._is_the_writers_absence(hit)
        return absent or self._refuses_before(hit) or bool(words & ABOUT_THE_PLACE)

    def _hangs_on_what_is_refused(self, hit: Watched) -> bool:
        """Whether terms are told of refused slots: "I can't do the 16th, who lets you in is anyone's guess"."""
        refused = bool(self.told) and all(said.stance is Stance.NO for said in self.told) and self._refuses()
        behind = refused and self.told[0].mentions[0].first < hit.first
        return hit.watch is Watch.TERMS and behind and _OF_THE_REST.isdisjoint(self.texts)

    def _is_label_of_company(self, hit: Watched) -> bool:
        """Whether a line of a form tells who comes: "Attendees: none fixed yet"."""
        words = self.reading.words
        label = words[self.first].text in _COMPANY_LABELS and words[min(self.first + 1, self.last - 1)].text == ":"
        return label and hit.watch in (Watch.DOUBT, Watch.DENIAL) and ABOUT_THE_DATE.isdisjoint(self.texts[1:])

    def _tells_how_long(self, hit: Watched) -> bool:
        """Whether an "until" only tells how long another slot is out: "Wednesday's no use until the count's done"."""
        lasting = hit.watch is Watch.CONDITION and self._texts_of(hit)[-1] in _TILL
        return lasting and bool(self.told) and all(said.stance is Stance.NO for said in self.told)

    def _leads_to_second_choice(self, hit: Watched) -> bool:
        """Whether the condition is that another slot, plainly chosen, is gone: "if it's gone the Friday is fine"."""
        second = (h for h in self.reading.hits if h.cue is Cue.LESS and h.first <= hit.first < h.last)
        lesser = any(self.reading.words[h.first].text in ("if", "only") for h in second)
        chosen = (s for s in self.reading.saids if s.stance is Stance.YES and s.mentions[0].first < hit.first)
        return lesser and any(said.mentions[0].rule != "it" and not said.lesser for said in chosen)

    def _is_surname(self, hit: Watched) -> bool:
        """Whether the word is a name behind a name: "Ann Till"."""
        before, word = self.reading.words[max(hit.first - 1, 0)], self.reading.words[hit.first]
        return hit.first > self.first and word.raw.istitle() and before.raw.istitle() and before.text in GIVEN_NAMES

    def _points_back(self, hit: Watched) -> bool:
        """Whether "not then" refuses what its sentence named before, where that is nothing said yes to."""
        if hit.watch is not Watch.DENIAL or hit.last >= self.last or self.reading.words[hit.last].text != "then":
            return False
        named = any(m.rule != "it" and self.first <= m.first < hit.first for m in self.reading.mentions)
        return named and not any(said.stance is Stance.YES for said in self.told)

    def _is_of_no_weight(self, hit: Watched) -> bool:
        """Whether an event is denied of a day, a refusal is regretted, or only a governor is wanting."""
        word = self.reading.words[hit.first]
        free = word.text == "but" and not self.told and OCCUPIED.intersection(self.texts)
        regretted = hit.watch is Watch.CONTRAST and word.text in _REGRETS and self._refuses()
        return bool(free) or regretted or word.raw == "Miss" or self._lacks_a_person(hit)

    def _lacks_a_person(self, hit: Watched) -> bool:
        """Whether only a governor is wanting: "No governor I'm afraid", "I asked the governors, nobody can"."""
        phrase, *behind = [word.text for word in self.reading.words[hit.first : hit.last + _NEAR]]
        before = {word.text for word in self.reading.words[self.first : hit.first]}
        asked = phrase in _NOBODY and not _GOVERNORS.isdisjoint(before) and not _HAVING_ASKED.isdisjoint(before)
        lacking = asked or (phrase in _NONE and not _GOVERNORS.isdisjoint(behind[: 2 if phrase == "no" else _NEAR]))
        return lacking and DECIDING.isdisjoint(self.texts)

    def _refuses(self) -> bool:
        """Whether the sentence refuses slots by name."""
        return any(said.stance is Stance.NO and said.mentions[0].rule != "it" for said in self.told)

    def _is_attached(self, hit: Watched, beside: Sequence[Said]) -> bool:
        """Whether the phrase belongs to what its sentence says of a slot, and not to a clause beside it."""
        if hit.watch in (Watch.DENIAL, Watch.TERMS) and self._is_reason(hit):
            return False
        behind = zip(self.clauses, self.clauses[1:], strict=False)
        own = [said.clause for said in beside]
        opens = hit.watch is Watch.CONDITION and any(hit.first == c.first and before in own for before, c in behind)
        apart = all(not self._is_in(hit, said.clause) for said in beside)
        return opens or not apart or not self._is_beside_the_point(hit)

    def _is_reason(self, hit: Watched) -> bool:
        """Whether a denial only tells why the yes is given: "the best day, because I don't have a class"."""
        only = any(h.cue is Cue.ONLY and h.first >= self.first for h in self.reading.hits if h.first < hit.first)
        leads = _REASONS_LEAD | {"when"} if only else _REASONS_LEAD
        own = next((at for at, c in enumerate(self.clauses) if self._is_in(hit, c)), 0)
        if hit.watch is Watch.TERMS and "would" not in self._texts_of(hit):
            return False
        for clause in reversed(self.clauses[1 : own + 1]):
            opening = self.reading.words[clause.first].text
            if {clause.lead, opening} & leads:
                return True
            if clause.lead not in ("and", "so", ",", ""):
                return False
        return False

    def _texts_of(self, hit: Watched) -> list[str]:
        return [word.text for word in self.reading.words[hit.first : hit.last]]

    def _answers_a_label(self, hit: Watched) -> bool:
        """Whether a "no" only fills in a line of a form that is about something else: "Anything else: none"."""
        words = self.reading.words
        label = {word.text for word in words[self.first : hit.first]}
        filled = words[hit.first - 1].text == ":" and hit.last >= self.last and hit.first - self.first > 1
        return filled and label.isdisjoint(_OF_ITS_CHOICE)

    def _sets_terms(self, hit: Watched, words: set[str]) -> bool:
        """Whether terms are set for the visit, and not for a room or for a person's coming."""
        if words & _OF_THE_PARLOUR and not words & _OF_ITS_HOLDING:
            return False
        if self.reading.words[hit.last - 1].text == "confirmed":
            words = words - {"confirmed"}  # "governor to be confirmed"
        if not words & PERSONS or hit.first == self.first:
            return True
        return bool(words & _ABOUT_A_CHOICE) or not words & PRESENCE

    def _is_about_something_else(self, words: set[str]) -> bool:
        """Whether the sentence is about who will come, the way, the weather or the lunch."""
        topics = self.reading.topics
        people = any(topic.topic is Topic.PEOPLE and self.first <= topic.first < self.last for topic in topics)
        if people and not words & DECIDING and words & PRESENCE:
            return True
        awaited = bool(words & _CONFIRMING) and words & DECIDING <= _CONFIRMING and not words & _ABOUT_A_DAY
        if people and awaited and words & _GOVERNORS and not words & _HEADS:
            return True
        talk = bool(words & SMALL_TALK) and not words & ABOUT_THE_DATE
        return talk or bool(words & ABOUT_THE_PLACE) or self._is_scenery(words)

    def _concerns_the_date(self, hit: Watched, words: set[str]) -> bool:
        if self._is_passing_state(hit):
            return bool(_ABOUT_A_STATE & words) or len(self.texts) <= SHORT // 2
        about = ABOUT_THE_DATE if hit.watch in _WEAK else _ABOUT_EITHER
        of_a_thing = self.of_things and self.texts[0] in PRONOUNS_OF_THINGS
        return (len(self.texts) <= SHORT and not of_a_thing) or bool(about & words)

    def _denies_the_visit(self, hit: Watched) -> bool:
        """Whether it is denied that anybody has agreed, been asked or is able, or some "it" that may be the visit."""
        texts = [word.text for word in self._words]
        first, last = hit.first - self.first, hit.last - self.first
        if texts[first:last] == ["no"] and own_words(self._words[last : last + 1]):
            return False
        if len(self.texts) <= _CURT or not _FLAT.isdisjoint(texts[first:last]):
            return True
        if texts[max(first - 1, 0)] in ("you", "you'll", "you'd"):
            return False
        beside = {*texts[max(first - 2, 0) : first], *texts[last : last + 2]}
        pointing = not self.of_things and bool(beside & PRONOUNS_OF_THINGS)
        return pointing or not DENIABLE.isdisjoint(texts[max(first - 2, 0) : last + _NEAR + 1])

    def _is_of_other_matters(self, hit: Watched) -> bool:
        """Whether the sentence has matters of its own, and more in it than a condition hung on the one before."""
        return not self._names_the_day() and self._has_a_main_clause(hit) and is_of_other_matters(self._words)

    def _names_the_day(self) -> bool:
        """Whether the sentence names an agreed day, or what might be one."""
        inside = [m for m in self.reading.mentions if self.first <= m.first < self.last]
        return any(self._may_be_agreed(m) for m in inside if m.rule not in ("it", "clock"))

    def _may_be_agreed(self, mention: Mention) -> bool:
        """Whether an agreed day may be meant; no other day, week or weekday can be."""
        if mention.shape is Shape.DAY and mention.days:
            return not self.days.isdisjoint(mention.days)
        if mention.shape in (Shape.WEEKDAY, Shape.PATTERN) and mention.weekdays:
            return any(day.weekday() in mention.weekdays for day in self.days)
        if mention.shape is Shape.SPAN and mention.start is not None and mention.end is not None:
            return any(mention.start <= day <= mention.end for day in self.days)
        return True

    @property
    def _words(self) -> Sequence[Word]:
        return self.reading.words[self.first : self.last]

    def _has_a_main_clause(self, hit: Watched) -> bool:
        """Whether the sentence is more than a condition hung on the one before: "If the roof has been fixed"."""
        if hit.first > self.first or hit.watch not in (Watch.CONDITION, Watch.TERMS):
            return True
        return hit.watch is Watch.CONDITION and has_main_clause(self.texts)

    def _is_in(self, hit: Watched, clause: Clause) -> bool:
        return clause.first <= hit.first < clause.last

    def _is_beside_the_point(self, hit: Watched) -> bool:
        """Whether what is denied or doubted has nothing to do with the visit: "you won't know the place"."""
        phrase = [word.text for word in self.reading.words[hit.first : hit.last]]
        before = self.reading.words[max(hit.first - 1, 0)].text
        modal = phrase[0] in _MODALS and phrase[1:] == ["not"] and before not in ("it", "that", "this", "we", "i")
        if not modal and (len(phrase) > 1 or phrase[0] not in PLAIN_WATCHED):
            return False
        texts = [w.text for w in self.reading.words[hit.last : self.last] if w.sort is Sort.WORD]
        reach = speaking(texts if hit.watch is Watch.CONDITION else texts[: _NEAR + _NEAR]) & frozenset(
            texts if hit.watch is Watch.CONDITION else texts[:_NEAR]
        )
        about = _OF_A_CONDITION if hit.watch is Watch.CONDITION else _OF_A_DENIAL
        concerns = not about.isdisjoint(reach)
        if hit.watch is Watch.CONDITION and hit.first == self.first and not has_main_clause(self.texts):
            return False
        pointing = hit.watch is Watch.DOUBT and not self.of_things
        referring = pointing and bool({"it", "that", "this"}.intersection(reach))
        return not concerns and not referring and bool(texts) and len(self.texts) > SHORT // 2

    def _judges(self, hit: Watched) -> bool:
        """Whether "I think" only brings in what is best."""
        opening = [word.text for word in self.reading.words[hit.first : hit.last]]
        return any(c.first <= hit.first < c.last and judges(self.reading, opening, c) for c in self.clauses)

    def _befalls_others(self, hit: Watched) -> bool:
        """Whether only what the visitor may meet, or which of two names may come, is told: "it may be Helen"."""
        words = self.reading.words
        if words[hit.first].text in NEEDS and asks_your_need(words, hit.first):
            return True
        modal = words[hit.first].text in _MODALS and words[hit.last - 1].text in _MODALS | {"be", "well"}
        following = words[hit.last] if hit.last < len(words) else None
        named = following is not None and following.raw[0].isupper() and following.text in GIVEN_NAMES
        return modal and (words[hit.first - 1].text == "you" or named) and hit.first > self.first

    def _is_of_an_event(self, hit: Watched) -> bool:
        """Whether something else has moved: "the trip's been moved to the 12th"."""
        before = [word.text for word in self.reading.words[max(self.first, hit.first - _NEAR + 1) : hit.first]]
        return any(text.removesuffix("'s") in ENGAGED for text in before)

    def _is_scenery(self, words: set[str]) -> bool:
        """Whether a long sentence tells of the place, and nothing of the day: "there's no signal past the chapel"."""
        about = words & _OF_THE_DAY
        return len(self.texts) > SHORT and len(words & SCENERY) > 1 and not about

    def _changes_a_thing(self, hit: Watched) -> bool:
        """Whether something else than the date is to change: "our email addresses will change"."""
        if self._texts_of(hit)[-1] != "change":
            return False
        before = {word.text for word in self.reading.words[max(self.first, hit.first - _NEAR) : hit.first]}
        return bool(before & THINGS) and not before & DATE_WORDS

    def _sends_a_thing(self, hit: Watched) -> bool:
        """Whether only parcels are declined: "don't send anything heavy"."""
        texts = self._texts_of(hit)
        following = self.reading.words[hit.last].text if hit.last < self.last else ""
        return "send" in texts and texts[-1] == "anything" and following[:1].isalpha() and following not in _TILL

    def _is_denied_of_others(self, hit: Watched, words: set[str]) -> bool:
        """Whether others than us, or things, are denied something: "the inspectors don't like to share"."""
        if hit.watch is not Watch.DENIAL or hit.first <= self.first + 1 or words & _SWAYING_OTHERS:
            return False
        subject = self.reading.words[hit.first - 1].text
        inside = [said for said in self.told if said.clause.first <= hit.first < said.clause.last]
        return not inside and (subject in ("they", "who", "which", "children", "kids") or subject in THINGS)

    def _is_of_another_time(self, hit: Watched, words: set[str]) -> bool:
        """Whether it is told what happened another year: "last year we had to cancel twice"."""
        if self.told or self._texts_of(hit)[0] not in _PAST or words & _TODAY:
            return False
        return any(one == "last" and two in _FORMER for one, two in pairwise(self.texts))

    def _is_asked_of_something_else(self, words: set[str]) -> bool:
        """Whether a long question holds no word of the date: "should I ask them along, or is that not done?"."""
        asked = self.clauses[-1].ends == "?" and len(self.texts) > SHORT
        return asked and words.isdisjoint(_SEEKING)

    def _is_passing_state(self, hit: Watched) -> bool:
        """Whether the words only tell how things are: "we are between deputies at the moment"."""
        texts = [word.text for word in self.reading.words[hit.first : hit.last]]
        return hit.watch is Watch.DOUBT and texts[-1] in PASSING_STATES

    def _names_next(self, hit: Watched) -> bool:
        """Whether a slot follows at once: "it would have to be the 26th"."""
        return bool(self._named().intersection(range(hit.last, hit.last + 2)))

    def _is_in_jest(self, hit: Watched) -> bool:
        """Whether a condition only asks for a cup of tea."""
        return any(word.text in TREATS for word in self.reading.words[hit.last : hit.last + _NEAR])

    def _is_the_writers_absence(self, hit: Watched) -> bool:
        """Whether the writer only is away, where others have been named: "I'm out myself, so won't be around"."""
        named = any(t.topic is Topic.PEOPLE and not self.first <= t.first < self.last for t in self.reading.topics)
        following = {word.text for word in self.reading.words[hit.first : hit.last + _NEAR]}
        own = {"i'm", "i", "i'll"}.intersection(self.texts[:2])
        return named and bool(own) and bool(following & ABSENT)

    def _is_said_of_a_person(self, hit: Watched) -> bool:
        """Whether a denial is about somebody else's coming: "Mrs Toop our chair won't be able"."""
        words = self.reading.words[max(self.first, hit.first - _NEAR) : min(self.last, hit.last + _NEAR)]
        around = {word.text for word in words}
        if around & DECIDING or not set(self.texts) & PRESENCE:
            return False
        name = self.reading.words[hit.first - 1] if hit.first > self.first else None
        named = name is not None and name.raw[0].isupper() and name.text in GIVEN_NAMES
        return (named or bool(around & PERSONS)) and not around & ABOUT_US

    def _asks_for_a_time(self, hit: Watched) -> bool:
        """Whether only a shift of the time within the half day is asked for: "Could she come at 9.45?"."""
        own = next((c for c in self.clauses[1:] if self._is_in(hit, c)), None)
        if own is not None and own.lead in _BESIDE:
            near = [m for m in self.reading.mentions if own.first <= m.first < own.last and m.rule != "it"]
            asked = any(h.cue is Cue.OFFER and own.first <= h.first < own.last for h in self.reading.hits)
            if asked and near and all(m.rule == "clock" for m in near):
                return True
        inside = [m for m in self.reading.mentions if self.first <= m.first < self.last and m.rule != "it"]
        offers = any(h.cue is Cue.OFFER and self.first <= h.first < self.last for h in self.reading.hits)
        return (offers or self.clauses[0].ends == "?") and bool(inside) and all(m.rule == "clock" for m in inside)

    def _tells_a_time(self, hit: Watched) -> bool:
        """Whether "till" or "before" only leads to a time on the clock."""
        words = self.reading.words
        return hit.last < len(words) and words[hit.last].sort in (Sort.CLOCK, Sort.NUMBER) and hit.last - hit.first == 1

    def _refuses_before(self, hit: Watched) -> bool:
        """Whether a denial only goes on about a slot that is refused anyway."""
        before = [s for s in self.reading.saids if s.mentions[0].first <= hit.first and s.clause.first >= self.first]
        last = before[-1] if before else None
        if last is None or last.stance is Stance.NO or last.mentions[0].rule == "all but":
            return last is not None
        engaged = not ENGAGED.isdisjoint(word.text for word in self.reading.words[last.clause.first : hit.first])
        other = not any(day in self.days for m in last.mentions for day in m.days)
        return last.stance is Stance.NEWS and engaged and other and last.mentions[0].shape is not Shape.PART
