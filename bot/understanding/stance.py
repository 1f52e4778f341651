"""What each clause says of what it mentions: yes, no, perhaps, if; with the reach of "not", "but" and "except"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.understanding.aside_words import ARRIVAL, HOSPITALITY, HOSTING, NOTICED, OCCUPIED, ROOMS
from bot.understanding.clauses import Clause
from bot.understanding.denied import denies_something_else
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.ground import Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.seeming import WHOEVER, is_kept, seems_a_no, seems_a_yes
from bot.understanding.stance_words import BARE, GO_BETWEEN, POLITE_IF, STANCE, Cue
from bot.understanding.words import Sort, Word

_DAY, _SPAN, _WEEKDAY, _PATTERN, _PART, _OPTION, _SET = Shape  # on its class, a member costs as much as a call
_SAID_YES, _SAID_NO, _NEWS, _UNSURE = Stance


_JOINTS = one_of(
    "or and & / , the on in at of from a an any - ( ) either both for to but also then even only just i.e ie other "
    "one ones ~~ most every around about during + s ' another some all with two pm after before anytime please @ . "
    "say being as your that is week between ditto likewise"
)
_CUES = {cue.value: cue for cue in Cue}
_NEAR = 4
_LONGEST = 10


def hits_of(
    words: Sequence[Word], texts: Sequence[str], mentions: Sequence[Mention], places: Sequence[int]
) -> list[Hit]:
    """Every cue in the words, in order, apart from those inside the words of a mention.

    `texts` is how the words are spelt; `places` are those where a cue may begin.
    """
    used = {place for m in mentions if m.shape is not _SET for place in range(m.first, m.last)}
    sets = {m.first: m.last for m in mentions if m.shape is _SET}
    found: list[Hit] = []
    reached = 0
    for at in sorted({*places, *sets}) if sets else places:
        if at < reached or at in used or (words[at].raw == "Miss" and is_a_title(words, at)):
            continue
        hit = STANCE.at(texts, at, at + _LONGEST)
        if hit is not None and texts[at] == "only" and _tells_when(texts, at):
            reached = at + 2
            continue
        polite = POLITE_IF.at(texts, at, at + _LONGEST) if texts[at] in POLITE_IF.firsts else None
        if polite is not None and (hit is None or polite[1] >= hit[1]):
            reached = polite[1]
        elif hit is not None and hit[1] >= sets.get(at, 0):
            if found and hit[0] in _DENYING and found[-1].last == at and texts[found[-1].first : at] == ["it", "is"]:
                found.pop()
            hit = _must(texts, at, hit) or hit
            verb = found[-1] if found and found[-1].last == at and texts[at - 1] == "be" else None
            undone = hit[0] == Cue.NO and verb is not None and verb.cue is Cue.YES
            # "will have to be" and "knocked on the head" are one no
            found.append(Hit(_CUES[hit[0]], found.pop().first if undone else at, hit[1]))
            reached = hit[1]
        else:
            reached = sets.get(at, at)
    return found


_COMING_TO_PASS = one_of(
    "just gets got comes came told found heard starts started begins began finishes finished returns returned back "
    "realised realized learnt learned discovered noticed remembered spotted joined took moved moves flies lands "
    "arrives "
    "arrived saw seen received opened emailed rang phoned let informed gone went been had met set"
)


def _tells_when(texts: Sequence[str], at: int) -> bool:
    """Whether an "only" tells how late a thing came to pass, and leaves out no other day: "she only gets back on …"."""
    return at + 1 < len(texts) and texts[at + 1] in _COMING_TO_PASS


def _must(texts: Sequence[str], at: int, hit: tuple[str, int]) -> tuple[str, int] | None:
    """The no that a "have" begins in "we'll have to pass on both", which is no "we'll have"."""
    if hit[0] not in (Cue.YES, Cue.ONLY) or hit[1] >= len(texts) or texts[hit[1]] != "to":
        return None
    if texts[hit[1] - 1] not in ("have", "need"):
        return None
    found = STANCE.at(texts, hit[1] - 1, at + _LONGEST)
    return found if found is not None and found[0] == Cue.NO and found[1] > hit[1] else None


def is_a_title(words: Sequence[Word], at: int) -> bool:
    """Whether a "Miss" leads to a name, and misses nothing."""
    named = at + 1 < len(words) and words[at + 1].raw[0].isupper()
    return words[at].raw == "Miss" and named


_DENYING = frozenset({Cue.NO, Cue.NOT})
_FALLBACK_LEADS = frozenset({"except", "apart", "bar", "unless"})


def said_in(
    clause: Clause, words: Sequence[Word], texts: Sequence[str], mentions: Sequence[Mention], hits: Sequence[Hit]
) -> list[Said]:
    """What one clause says, group by group, in order; `texts` is how the words are spelt."""
    inside = [m for m in mentions if clause.first <= m.first < clause.last]
    if not inside:
        return []
    if any(m.shape is not _SET for m in inside):
        inside = [m for m in inside if m.rule != "it" or m.last - m.first > 1]
    inside = _with_lists(_without_frames(_without_dummies(inside, hits), words), words)
    inside = _without_the_rest(inside, words, clause)
    hits = without_asides(clause, texts, hits)
    if clause.ends == "?":
        hits = [h for h in hits if not _is_tag(h, clause, words)]
    own = negated([h for h in hits if clause.first <= h.first < clause.last], inside)
    groups = grouped(inside, words)
    return [
        _Teller(clause, words, texts, own, group, reach, hits, inside).said()
        for group, reach in zip(groups, [*(g[0].first for g in groups[1:]), clause.last], strict=False)
    ]


def _is_tag(hit: Hit, clause: Clause, words: Sequence[Word]) -> bool:
    """Whether a "not" of a question only asks for assent at its end: "... ours is fine, isn't it?"."""
    if hit.cue is not Cue.NOT or hit.first == clause.first:
        return False
    rest = [word.text for word in words[hit.last : clause.last] if word.sort is Sort.WORD]
    return words[hit.first].text.endswith("n't") and len(rest) == 1 and rest[0] in _TAGGED


def _without_dummies(mentions: list[Mention], hits: Sequence[Hit]) -> list[Mention]:
    """Without the "it" of a phrase that says something of another mention: "it's a no to all of those"."""
    if len(mentions) < 2:
        return mentions
    phrases = [h for h in hits if h.last - h.first > 1]
    return [m for m in mentions if m.rule != "it" or not any(h.first <= m.first and m.last <= h.last for h in phrases)]


_PREFERRING = ("prefer", "preferred", "preferable")


def _without_the_rest(mentions: list[Mention], words: Sequence[Word], clause: Clause) -> list[Mention]:
    """Without what something is preferred to: "I'd much prefer 23 June to any of the days you list"."""
    places = [at for at in range(clause.first, clause.last) if words[at].text in _PREFERRING] if mentions[1:] else []
    if not places:
        return mentions
    before = [m for m in mentions if m.first > places[0]]
    rest = next((m for m in before[1:] if words[m.first - 1].text in ("to", "over") and m.first > before[0].last), None)
    return mentions if rest is None else [m for m in mentions if m.first < rest.first]


def _without_frames(mentions: list[Mention], words: Sequence[Word]) -> list[Mention]:
    """Without the stretch that its day is told from: "the only day in May is Wednesday 26th"."""
    if len(mentions) < 2:
        return mentions
    return [m for m, after in zip(mentions, [*mentions[1:], None], strict=False) if not _frames(m, after, words)]


def _with_lists(mentions: list[Mention], words: Sequence[Word]) -> list[Mention]:
    """With the list that a choice is made from as part of the choice: "Between the two, the earlier one"."""
    if len(mentions) < 2:
        return mentions
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        chosen = mention.shape in (_OPTION, _DAY) and before is not None and before.rule in ("these", "any")
        if chosen and before is not None and before.first and words[before.first - 1].text == "between":
            out[-1] = replace(mention, first=before.first - 1)
        else:
            out.append(mention)
    return out


def _frames(span: Mention, day: Mention | None, words: Sequence[Word]) -> bool:
    if day is None or span.shape is not _SPAN or day.shape is not _DAY or not (span.start and span.end):
        return False
    between = [word.text for word in words[span.last : day.first]]
    inside = all(span.start <= each <= span.end for each in day.days)
    return inside and between in (["is"], ["is", "the"], ["would", "be"], ["would", "be", "the"], ["are"])


def grouped(mentions: Sequence[Mention], words: Sequence[Word]) -> list[tuple[Mention, ...]]:
    """Mentions with nothing but small words between them."""
    if len(mentions) == 1:
        return [tuple(mentions)]
    groups: list[list[Mention]] = []
    for mention in mentions:
        gap = words[groups[-1][-1].last : mention.first] if groups else ()
        opens = mention.rule in ("any", "others") and any(w.text == "," for w in gap)
        if (
            groups
            and not opens
            and not _is_other_half(groups[-1][-1], mention, gap)
            and len(gap) <= _NEAR
            and (
                all(w.text in _JOINTS for w in gap)
                or _is_an_end(mention, gap)
                or _is_half_of_the_day_beside(groups[-1][-1], mention, gap)
            )
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [tuple(group) for group in groups]


def _is_an_end(mention: Mention, gap: Sequence[Word]) -> bool:
    """Whether a time only ends the visit: "Thursday 4 February up to 12"."""
    return mention.rule == "clock" and [word.text for word in gap] in (["up", "to"], ["up", "till"], ["up", "until"])


def _is_half_of_the_day_beside(before: Mention, mention: Mention, gap: Sequence[Word]) -> bool:
    """Whether a half is told by its place and its day named behind: "the afternoon before instead, Tuesday 4th"."""
    texts = [word.text for word in gap]
    placed = texts[:1] in (["before"], ["after"]) and all(text in ("before", "after", "instead", ",") for text in texts)
    return placed and before.shape is _PART and mention.shape is _DAY


def _is_other_half(before: Mention, mention: Mention, gap: Sequence[Word]) -> bool:
    """Whether a comma sets the other half of the day apart: "the afternoon one, the mornings are bedlam"."""
    halves = before.shape is _PART and mention.shape is _PART and before.part is not mention.part
    texts = {word.text for word in gap}
    apart = not texts.isdisjoint((",", "-", "--", ";", "("))
    return halves and apart and texts.isdisjoint(("or", "and", "/", "&")) and mention.rule == "part"


def without_asides(clause: Clause, texts: Sequence[str], hits: Sequence[Hit]) -> Sequence[Hit]:
    """Without the cues of a "which ..." between commas: "the 11th, which we had agreed, is not possible"."""
    if "which" not in texts[clause.first : clause.last]:
        return hits
    places = [at for at in range(clause.first, clause.last) if texts[at] == "which"]
    start = next((at for at in places if at and texts[at - 1] == ","), None)
    if start is None:
        return hits
    end = next((at for at in range(start, clause.last) if texts[at] == ","), None)
    return hits if end is None else [h for h in hits if not start <= h.first < end]


_POLAR = frozenset({Cue.YES, Cue.NO, Cue.OFFER, Cue.PREFER, Cue.LESS, Cue.ONLY, Cue.NOT, Cue.HARD})
_REFUSING = frozenset({Cue.NO, Cue.NOT})
_AGREEING = frozenset({Cue.YES, Cue.PREFER, Cue.OFFER})


def _twice_negated(hits: list[Hit]) -> list[Hit]:
    """Such as "Not impossible" is neither yes nor no."""
    out: list[Hit] = []
    for hit in hits:
        if out and out[-1].cue is Cue.NOT and hit.cue is Cue.NO and hit.first - out[-1].last <= 1:
            out[-1] = Hit(Cue.HARD, out[-1].first, hit.last)
        else:
            out.append(hit)
    return out


def negated(hits: list[Hit], mentions: Sequence[Mention]) -> list[Hit]:
    """A "not" shortly before a yes-word makes one no of both."""
    out: list[Hit] = []
    for hit in _twice_negated(hits):
        last = out[-1] if out else None
        if last is None or last.cue not in _REFUSING or hit.cue not in _AGREEING or hit.first - last.last > _NEAR:
            out.append(hit)
            continue
        between = [m for m in mentions if last.last <= m.first < hit.first]
        if any(m.shape is not _SET for m in between):
            out.append(hit)
        else:
            out[-1] = Hit(Cue.NO, last.first, last.last if between else hit.last)
    return out


@dataclass(slots=True)
class _Teller:
    """Finds out what a clause says of one of its groups.

    `reach` is where the next group begins; `hits` are the clause's own cues and `every` those of the passage; `inside`
    are all mentions of the clause.
    """

    clause: Clause
    words: Sequence[Word]
    texts: Sequence[str]
    hits: Sequence[Hit]
    group: tuple[Mention, ...]
    reach: int
    every: Sequence[Hit]
    inside: Sequence[Mention]

    def said(self) -> Said:
        stance, hit, bare = self._stance()
        if stance is _SAID_NO and self.group[0].rule == "any" and hit is None:
            stance = _SAID_YES
        personal = self._is_personal(hit)
        if self.group[0].rule == "it" and hit is not None and not self._said_of_it(hit):
            stance = _NEWS
        sweeping = stance is _SAID_NO and self.group[0].rule in ("any", "these") and not self._is_of_governors()
        if stance is _SAID_NO and hit is not None and self._finds_no_governor(hit):
            stance = _NEWS
        if personal and all(mention.shape is _SET for mention in self.group) and not sweeping:
            stance = _NEWS
        if stance is not _NEWS and self._tells_nothing_of_it(stance, hit):
            stance = _NEWS
        if stance is _SAID_NO and hit is not None and self._asks_if_it_is_too_much(hit):
            stance, hit = _SAID_YES, None
        if stance is _SAID_YES and hit is not None and self._was_given_up(hit):
            stance = _SAID_NO
        cues = {h.cue for h in self.hits}
        if hit is not None and hit.last <= self.clause.first:
            cues.add(hit.cue)  # a label before a colon: "Reserve date: 1 March"
        return Said(
            self.group, stance, self.clause, hit,
            preferred=Cue.PREFER in cues, lesser=self._is_second(hit), only=Cue.ONLY in cues or self._limits(hit),
            asked=self.clause.ends == "?" or Cue.OFFER in cues, bare=bare, personal=personal,
        )  # fmt: skip

    def _tells_nothing_of_it(self, stance: Stance, hit: Hit | None) -> bool:
        """Whether a yes or a no is only the look of one."""
        if stance is _SAID_YES:
            seeming = seems_a_yes(self.words, self.clause, self.group, hit, self.hits)
            return seeming or (hit is not None and self._only_points_on(hit))
        if stance is not _SAID_NO or hit is None or self._asks_if_it_is_too_much(hit):
            return False
        if seems_a_no(self.words, self.clause, hit) or self._left_open_before(hit):
            return True
        return self._is_negative_question(hit) or self._is_of_something_else(hit)

    def _left_open_before(self, hit: Hit) -> bool:
        """Whether a choice is left to us, and something else denied behind it: "no odds, we shan't be told"."""
        last = self.group[-1].last
        following = self.texts[last : last + 2]
        own = following[:1] == [","] and following[1:] != [] and following[1] in _WE
        return own and self.group[0].rule == "any" and self._opens_all() and hit.first > last

    def _only_points_on(self, hit: Hit) -> bool:
        """Whether "the one" leads on to something that is told of it: "it's the one I can't lose"."""
        if self._frames_the_only_one(hit):
            return True
        if self.texts[hit.last - 1] != "one" or hit.last >= self.clause.last:
            return False
        told = [h for h in self.hits if h.first >= hit.last and h.cue in _POLAR]
        denied = any(h.cue in _REFUSING for h in told)
        return self.texts[hit.last] in _TELLING_ON and (denied or not told)

    def _frames_the_only_one(self, hit: Hit) -> bool:
        """Whether a stretch only says among what a day is the only one: "is about the only gap before Easter"."""
        told = hit.cue is Cue.ONLY and "only" in self.texts[hit.first : hit.last]
        if not told or any(m.shape is not _SPAN for m in self.group):
            return False
        named = any(m.shape is _DAY and m.last <= hit.first for m in self.inside)
        pointed = self.texts[self.clause.first] in ("it's", "that's", "it", "that", "which")
        return (named or pointed) and hit.last <= self.group[0].first and hit.first > self.clause.first - pointed

    def _is_second(self, hit: Hit | None) -> bool:
        """Whether the group only comes second: "the 9th or if not the 4th", "second choice: 4 March"."""
        labelled = hit is not None and hit.cue is Cue.LESS and hit not in self.hits
        return labelled or any(h.cue is Cue.LESS and self._ranks(h) for h in self.hits)

    def _ranks(self, rank: Hit) -> bool:
        """Whether a rank among the words of the clause belongs to the group: it leads on to what stands behind it."""
        first, last = self.group[0].first, self.group[-1].last
        follows = any(m.first >= rank.last for m in self.inside)
        precedes = any(m.last <= rank.first for m in self.inside)
        leads = self.texts[rank.first] in _LEADING_ON
        if rank.last <= first:
            near = not any(rank.last <= m.first < first for m in self.inside)
            return near and (leads or not precedes or self._ranks_lead() or first - rank.last == 0)
        heads = self.clause.last < len(self.words) and rank.last == self.clause.last
        if heads and self.texts[rank.last] in (":", "="):
            return False
        return rank.first < self.reach and not (follows and (leads or self._ranks_lead())) and rank.first >= last

    def _ranks_lead(self) -> bool:
        """Whether the clause opens with a rank, so that each stands before what it ranks."""
        ranks = [h.first for h in self.hits if h.cue in (Cue.LESS, Cue.PREFER)]
        return bool(ranks) and ranks[0] < min(m.first for m in self.inside)

    def _was_given_up(self, hit: Hit) -> bool:
        """Whether something came between: "We were keen on the 26th until I remembered the chickens"."""
        lead = self.texts[hit.first - 1] if hit.first > self.clause.first else ""
        if lead not in _ONCE and self.texts[hit.first] not in _ONCE:
            return False
        rest = self.texts[hit.last : self.clause.last]
        turned = (one in ("until", "till", "before") and two in _TURNING for one, two in pairwise(rest))
        return any(turned) and self.clause.ends != "?"

    def _finds_no_governor(self, hit: Hit) -> bool:
        """Whether only a governor is not to be had: "We can't get you a governor for either"."""
        between = self.words[hit.last : self.group[0].first]
        sets = all(mention.shape is _SET for mention in self.group)
        return sets and any(word.text in _GOVERNORS for word in between)

    def _is_of_governors(self) -> bool:
        """Whether governors are spoken of, whose absence leaves the dates as they are."""
        return not _GOVERNORS.isdisjoint(self.texts[self.clause.first : self.clause.last])

    def _asks_if_it_is_too_much(self, hit: Hit) -> bool:
        """Whether a day is asked for as one that may be refused: "Is Wednesday 3rd out of the question?"."""
        if self.clause.ends != "?" or self.texts[self.clause.first] not in ("is", "are", "would"):
            return False
        return not _TOO_MUCH.isdisjoint(self.texts[hit.first : hit.last])

    def _is_of_something_else(self, hit: Hit) -> bool:
        """Whether a refusal speaks of a place, a thing or a comfort, and not of the day."""
        denied = denies_something_else(self.words, self.clause, self.group, range(hit.first, hit.last))
        return denied or self._denies_a_comfort(hit) or self._lacks_a_governor(hit)

    def _lacks_a_governor(self, hit: Hit) -> bool:
        """Whether it is governors of whom nobody can come: "nobody from the governing body can make the 9th"."""
        said = self.texts[hit.first : hit.last]
        nobody = said[0] in _NOBODY or said[:2] == ["no", "one"]
        return nobody and not _GOVERNORS.isdisjoint([*self._in_the_sentence_before(hit.first), *said])

    def _in_the_sentence_before(self, at: int) -> Sequence[str]:
        """The nearest words before a place that stand in its sentence."""
        before = self.texts[max(at - 14, 0) : at]
        stops = [place for place, text in enumerate(before) if text in (".", "!", "?", "\n")]
        return before[stops[-1] + 1 :] if stops else before

    def _denies_a_comfort(self, hit: Hit) -> bool:
        """Whether only the parking or the lunch is refused: "we can't offer parking that day"."""
        stop = self.group[0].first if hit.last <= self.group[0].first else min(hit.last + _NEAR, self.clause.last)
        texts = set(self.texts[hit.last : stop])
        return not texts.isdisjoint(_COMFORTS) and texts.isdisjoint(_NEEDED)

    def _is_negative_question(self, hit: Hit) -> bool:
        """Such as "Shouldn't this go through them?", which denies nothing."""
        opens = hit.first == self.clause.first or self.texts[hit.first - 1] == ","
        asked = hit.first + 1 < len(self.words) and self.texts[hit.first + 1] in _ASKED
        turned = self.texts[self.clause.first] in _ASKING and self.texts[hit.first] == "not"
        if self.clause.ends == "?" and turned and hit.first - self.clause.first <= _NEAR:
            return True  # "Could one person not do all three in one go?"
        return self.clause.ends == "?" and opens and asked and self.texts[hit.first].endswith("n't")

    def _limits(self, hit: Hit | None) -> bool:
        """Whether an "only" stands in the yes itself: "I can only do mornings"."""
        agreeing = hit is not None and hit.cue is Cue.YES
        return agreeing and hit is not None and "only" in self.texts[hit.first : hit.last]

    def _stance(self) -> tuple[Stance, Hit | None, bool]:
        first, last = self.group[0].first, self.group[-1].last
        if self.group[0].rule == "none":
            return self._of_none()
        if self.clause.lead in _FALLBACK_LEADS and first - self.clause.first <= _NEAR:
            return _SAID_NO, None, False
        if self.group[-1].rule == "none" and self.texts[self.group[-1].first] == "neither" and len(self.group) > 1:
            return _SAID_NO, None, False  # "Wednesdays are no good. Thursdays neither"
        around = next((h for h in self.hits if h.first <= first and last < h.last and h.cue in _POLAR), None)
        if around is not None:
            return _STANCES.get(around.cue, _SAID_YES), around, False
        return self._governed(first, last) or self._unsaid()

    def _of_none(self) -> tuple[Stance, Hit | None, bool]:
        """Of "none" itself, which alone behind a dash is only news."""
        last = self.group[0].last
        after = self.texts[last] if last < len(self.words) else ""
        single = last - self.group[0].first == 1 and self.group[0].first == self.clause.first
        lone = single and self.clause.lead in ("-", ":") and after not in _NONE_OF_THEM
        news = lone or self._is_none_of_a_thing(last) or self._wanted_by_somebody() or self._is_none_of_governors()
        return (_NEWS if news else _SAID_NO), None, False

    def _is_none_of_governors(self) -> bool:
        """Whether no governor is to be had, or it only may be none: "Governor: ..., so none", "could be neither"."""
        before = self._in_the_sentence_before(self.group[0].first)
        may_be = before[-2:] in (["could", "be"], ["may", "be"], ["might", "be"])
        return may_be or not _GOVERNORS.isdisjoint(before)

    def _wanted_by_somebody(self) -> bool:
        """Whether it is only told what somebody wanted: "Graham wanted none of them"."""
        before = self.texts[self.clause.first : self.group[0].first]
        return bool(_WANTED.intersection(before)) and _WE.isdisjoint(before)

    def _is_none_of_a_thing(self, last: int) -> bool:
        """Whether it is parking or a room that there is none of: "parking (we've none)"."""
        begin = self.group[0].first
        owned = begin > 0 and self.texts[begin - 1] in _OWNING and last >= self.clause.last
        return owned and any(
            word.text in ARRIVAL | ROOMS | HOSPITALITY for word in self.words[max(begin - 8, 0) : begin]
        )

    def _governed(self, first: int, last: int) -> tuple[Stance, Hit | None, bool] | None:
        """What the cues of the clause say of the group; None where none of them governs it."""
        preceding = [h for h in self.hits if h.last <= first or self._is_see_you(h, first)]
        prefix = preceding[-1] if preceding else None
        close = prefix is not None and self._touches(prefix.last, first) and not self._joined_by_and(prefix)
        if prefix is not None and close and prefix.cue in (Cue.NOT, Cue.EXCEPT, Cue.NO):
            return (_NEWS if self._only_halves() and prefix.cue is Cue.EXCEPT else _SAID_NO), prefix, False
        if prefix is not None and close and prefix.cue is Cue.SLIP and self.group[0].shape in _SURE:
            return _SAID_YES, prefix, False
        if self._is_put_first(last):
            return _SAID_YES, None, True
        alone = next((h for h in self.hits if h.cue is Cue.ONLY and first <= h.first < last), None)
        if alone is not None and all(m.shape in _LIMITING for m in self.group):
            return _SAID_YES, alone, False  # "a Tuesday or a Thursday only, in the fortnight beginning 14 June"
        answered_then = prefix is not None and prefix.cue is Cue.LATER and self._only_near_days()
        agreed = any(h.cue in _AGREEING for h in preceding)
        if answered_then or (any(h.cue is Cue.LATER for h in preceding) and not agreed):
            return _NEWS, None, False
        following = self._following(last)
        ahead = next((h for h in following if h.first < self.reach), None)
        behind = next((h for h in reversed(preceding) if h.cue in _POLAR), None)
        behind = None if behind is not None and self._begins_anew(behind) else behind
        beyond = (h for h in following if not self._is_of_another_day(h))
        chosen = _chosen(ahead, behind, close=close) or next(beyond, None)
        return None if chosen is None else (_STANCES.get(chosen.cue, _SAID_YES), chosen, False)

    def _is_see_you(self, hit: Hit, first: int) -> bool:
        """Whether a "see you" runs into the day that it names: "see you Tuesday 9th"."""
        return hit.first == first - 2 and hit.last == first + 1 and self.texts[hit.first] == "see"

    def _is_of_another_day(self, hit: Hit) -> bool:
        """Whether a cue is said of a day behind a comma: "3rd or 8th, one or the other, January's no good"."""
        last = self.group[-1].last
        others = (m for m in self.inside if m.first > last and m.shape not in (_SET, _PART))
        near = (m for m in others if 0 <= hit.first - m.last <= 1 and m.last <= hit.first)
        return any(self.texts[m.first - 1] == "," for m in near)

    def _following(self, last: int) -> list[Hit]:
        """The cues behind the group that may be said of it: none behind an "if"."""
        behind = [h for h in self.hits if h.first >= last]
        if not behind:
            return []
        hung = next((h.first for h in behind if h.cue is Cue.IF), self.clause.last)
        if "once" in self.texts[last : self.clause.last]:
            places = (at for at in range(last, self.clause.last) if self.texts[at] == "once")
            hung = min(next((at for at in places if self._tells_when(at)), hung), hung)
        polar = [h for h in behind if h.cue in _POLAR and h.first < hung]
        return [h for h in polar if not self._bare_not(h) and not self._only_counts(h)]

    def _tells_when(self, at: int) -> bool:
        """Whether the verb behind a "once" says nothing of the group: "June is quieter, once Y11 have gone"."""
        after = self.texts[at + 1] if at + 1 < self.clause.last else "more"
        return after not in ("more", "again")

    def _unsaid(self) -> tuple[Stance, Hit | None, bool]:
        """What stands without a cue: a choice left to us, a label's verdict, a reason against, a bare choice, news."""
        if self.group[0].rule == "it" and self.clause.lead == "if":
            return _NEWS, None, False
        if any(m.rule == "any" for m in self.group) and self.clause.ends != "?" and self._opens_all():
            return _SAID_YES, None, False
        label = self._label()
        if label is not None:
            return _STANCES.get(label.cue, _SAID_YES), label, False
        if self._is_elliptic() or self._is_all_that_can():
            return _SAID_YES, None, True
        engaged = self._engaged() if not any(h.cue in _WAVERING for h in self.hits) else None
        if engaged is not None:
            return _SAID_NO, engaged, False
        swept = all(m.shape is _SET for m in self.group) and self._goes_on_to_tell_when()
        bare = self._is_bare() and not (
            swept or self._only_near_days() or self._is_notice() or is_kept(self.words, self.clause, self.group)
        )
        return (_SAID_YES if bare else _NEWS), None, bare

    def _is_bare(self) -> bool:
        """Whether only what is named stands in the clause, with courtesies behind it: "5th or 6th, tell us which"."""
        last = self.group[-1].last
        first = min((h.first for h in self.hits if h.cue is Cue.PLAIN and h.first >= last), default=self.clause.last)
        quiet = {at for h in self.hits if h.cue is Cue.PLAIN and h.first >= first for at in range(h.first, h.last)}
        quiet |= {place for mention in self.inside for place in range(mention.first, mention.last)}
        return not content(self.words, self.clause.first, self.clause.last, frozenset(quiet))

    def _only_counts(self, hit: Hit) -> bool:
        """Whether a "no" is only said of some thing: "no supply to be had"."""
        if hit.last - hit.first > 1 or self.texts[hit.first] != "no" or hit.last >= self.clause.last:
            return False
        after = self.words[hit.last]
        return after.sort is Sort.WORD and after.text not in _AFTER_NO and hit.first - self.group[-1].last > 1

    def _begins_anew(self, behind: Hit) -> bool:
        """Whether a cue belongs to a day before, and this one has a verb of its own: "... and the 11th is a walk"."""
        last = self.group[-1].last
        verb = last < self.clause.last and self.texts[last] in _COPULAS
        dated = any(m.last <= behind.first and m.shape in _DATED for m in self.inside)
        return verb and (dated or self._joined_by_and(behind))

    def _joined_by_and(self, behind: Hit) -> bool:
        """Whether an "and" parts a cue from a day with a verb of its own: "the list is out and the 1st is free"."""
        last = self.group[-1].last
        verb = last < self.clause.last and self.texts[last] in _COPULAS
        return verb and behind.first > self.clause.first and self.texts[behind.last] == "and"

    def _is_put_first(self, last: int) -> bool:
        """Whether nothing is said but that this is taken in the place of another: "Tuesday am rather than pm"."""
        instead = any(h.cue is Cue.EXCEPT and 0 <= h.first - last <= 1 for h in self.hits)
        before = self.words[self.clause.first : self.group[0].first]
        return instead and self.clause.ends != "?" and not any(_adds(word) for word in before)

    def _bare_not(self, hit: Hit) -> bool:
        """Whether a "not" behind the group denies something else: "Thursday 22nd, not me"."""
        plain = hit.cue is Cue.NOT and hit.last - hit.first == 1 and self.texts[hit.first] in ("not", "never")
        ends = hit.last == self.clause.last and self.texts[hit.first - 1] in ("is", "are", "was")
        return plain and not ends

    def _said_of_it(self, hit: Hit) -> bool:
        """Whether a cue is said of "it" or "that" itself, right before or behind."""
        between = self.words[hit.last : self.group[0].first]
        if hit.cue is Cue.NOT and between and not any(w.text in HOSTING for w in between):
            return False
        if hit.cue in _REFUSING and not WHOEVER.isdisjoint(self.texts[self.clause.first : hit.first]):
            return False
        if hit.cue in _REFUSING and not _FINDING.isdisjoint(self.texts[hit.first : self.group[0].first]):
            return False
        if any(hit.first <= mention.first < hit.last for mention in (self.group[0], self.group[-1])):
            return True
        behind = 0 <= hit.first - self.group[-1].last <= _NEAR and self.texts[hit.first] != "instead"
        return behind or 0 <= self.group[0].first - hit.last <= 2

    def _touches(self, start: int, stop: int) -> bool:
        gap = self.words[start:stop]
        return len(gap) <= _NEAR + 2 and all(w.text in GO_BETWEEN or w.text in _JOINTS for w in gap)

    def _label(self) -> Hit | None:
        """The yes or no that stands before a colon: "Could do: 11 May or 14 May", "Not possible: the 9th"."""
        if self.clause.lead != ":" or self.texts[self.clause.first - 1] != ":":
            return None
        start = self.clause.first - 1
        if self.group[0].first > start + _NEAR:
            return None
        near = [h for h in self.every if start - 9 <= h.first and h.last <= start and h.cue in _POLAR]
        near = [
            h for h in near if not any(w.text in ("which", "who") for w in self.words[max(h.first - 3, 0) : h.first])
        ]
        line = [h for h in near if not any(_parts_lines(w) for w in self.words[h.first : start])]
        return line[-1] if line else None

    def _is_notice(self) -> bool:
        """Whether a label before the day tells of something else: "Parents' evening: Thursday 11 March"."""
        if self.clause.lead != ":" or self.texts[max(self.clause.first - 2, 0)] in ("us", "me"):
            return False
        before = self.words[max(self.clause.first - _NEAR - 1, 0) : self.clause.first]
        line = max((at for at, word in enumerate(before) if word.sort is Sort.BREAK), default=-1)
        return any(word.text in NOTICED for word in before[line + 1 :])

    def _only_halves(self) -> bool:
        return all(m.shape is _PART for m in self.group)

    def _only_near_days(self) -> bool:
        return all(m.rule in ("today", "tomorrow", "yesterday") for m in self.group)

    def _is_elliptic(self) -> bool:
        """Whether only a "would" follows what is named: "those don't work, 4 or 5 February would"."""
        rest = [w for w in self.words[self.group[-1].last : self.clause.last] if w.sort is Sort.WORD]
        alone = self.group[0].first <= self.clause.first + 1 and len(rest) == 1 and rest[0].text in _AUXILIARIES
        told = self.clause.ends != "?" and not self._goes_on_to_tell_when()
        return told and (alone or self._shares_a_modal())

    def _is_all_that_can(self) -> bool:
        """Whether a bare "can" stands before what is named: "he can't make the 23rd but can the 25th"."""
        before = self.words[self.clause.first : self.group[0].first]
        rest = [word.text for word in before if word.text not in _JOINTS]
        return self.clause.lead == "but" and rest[-1:] in (["can"], ["could"]) and len(rest) <= 2

    def _shares_a_modal(self) -> bool:
        """Whether several days are named around a "would": "The 11th would, or the 12th"."""
        taken = {at for m in self.inside for at in range(m.first, m.last)}
        places = (at for at in range(self.inside[0].first, self.clause.last) if at not in taken)
        rest = [text for at in places if (text := self.texts[at]) not in _JOINTS]
        dated = all(m.shape in (_DAY, _OPTION) for m in self.inside)
        return dated and rest in (["would"], ["could"]) and self.inside[0].first <= self.clause.first + 1

    def _engaged(self) -> Hit | None:
        """What else the school has on, where nothing more is said: "The 28th is INSET", "I teach on Tuesdays"."""
        if self._is_asked() or not any(m.shape in _DATED for m in self.group):
            return None
        others = {place for m in self.inside for place in range(m.first, m.last)}
        places = (at for at in range(self.clause.first, self.clause.last) if at not in others)
        busy = (at for at in places if self.texts[at] in OCCUPIED)
        place = next((at for at in busy if not self._is_the_visit(at) and not self._lies_beside(at)), None)
        return None if place is None else Hit(Cue.NO, place, place + 1)

    def _lies_beside(self, at: int) -> bool:
        """Whether the day only comes before or after an event: "the 11th is our last day before the trip"."""
        before = self.texts[max(at - _NEAR + 1, self.clause.first) : at]
        named = self.group[-1].last
        return any(text in ("before", "after", "until") for text in before) and at - named > 2

    def _is_the_visit(self, at: int) -> bool:
        """Whether "the appointment" is the one that we offered."""
        before = self.texts[at - 1] if at > self.clause.first else ""
        return self.texts[at] == "appointment" and before in ("the", "this", "your", "that", "offered")

    def _is_asked(self) -> bool:
        """Whether the group stands in the question itself, not before the comma: "I teach Tuesdays, could you ...?"."""
        rest = self.texts[self.group[-1].last : self.clause.last]
        begun = any(mark == "," and after in _OPENING_A_QUESTION for mark, after in pairwise(rest))
        return self.clause.ends == "?" and not begun

    def _opens_all(self) -> bool:
        """Whether the words leave the choice to us: "you choose", "not fussed", "any of them"."""
        mention = next(m for m in self.group if m.rule == "any")
        opening = set(self.texts[mention.first : mention.last]) & _OPENING
        if not opening and not is_bare(self.clause, self.inside, self.words):
            return False
        states = mention.last < len(self.words) and self.texts[mention.last] in ("are", "is", "were", "was")
        if states and (len(self.group) > 1 or mention.last + 1 < self.clause.last or self._goes_on_to_tell_when()):
            return False
        return mention.last - mention.first > 1 or self.texts[mention.first] == "whichever"

    def _goes_on_to_tell_when(self) -> bool:
        """Whether the next clause tells what the days are: "Both of those are when we have moderators in"."""
        after = self.texts[self.clause.last] if self.clause.last < len(self.words) else ""
        return after in ("when", "while", "because", "during")

    def _is_of_somebody(self, hit: Hit) -> bool:
        """Whether a name stands between a comma and a refusal: "... on the 24th, Sheila can't now"."""
        name, comma = self.words[hit.first - 1], self.words[hit.first - 2]
        inside = any(m.first <= hit.first - 1 < m.last for m in self.inside)
        named = name.sort is Sort.WORD and name.raw[0].isupper() and len(name.raw) > 1 and name.text not in _WE
        return hit.first - 2 > self.group[-1].last - 1 and comma.text == "," and named and not inside

    def _opens_with_a_name(self) -> bool:
        """Whether somebody is told of by a given name: "Stacey is off from Friday"."""
        first, second = self.words[self.clause.first], self.words[min(self.clause.first + 1, self.clause.last - 1)]
        named = first.text in GIVEN_NAMES and first.raw[:1].isupper()
        return named and (second.text in _COPULAS or second.text.endswith("n't") or second.text in ("will", "can"))

    def _is_personal(self, hit: Hit | None) -> bool:
        """Whether the clause speaks of one person's whereabouts: "Mr Lee won't be with us on the 10th"."""
        if hit is not None and hit.cue in _REFUSING and (self._is_of_somebody(hit) or self._opens_with_a_name()):
            return True
        stop = max(self.group[0].first, hit.last if hit else 0)
        if _PERSONS.isdisjoint(self.texts[self.clause.first : stop]):
            return False
        own = {place for mention in self.group for place in range(mention.first, mention.last)}
        texts = {self.texts[at] for at in range(self.clause.first, stop) if at not in own}
        return bool(texts & _PERSONS) and not texts & _WE


_WANTED = one_of("wanted fancied liked preferred favoured voted asked chose picked suggested loved hated")
_ASKING = one_of("could can would will might do does is are")
_OWNING = one_of("have we've i've has is are there's got there")
_FINDING = one_of("find found open download access print locate trace recall remember read")
"""What is done with papers and never with a day: "last year's report, as I can't find it"."""
_ASKED = one_of("you we i it that this the they he she there these those your our")
_TELLING_ON = one_of("i we that which where i'm we're i've we've they my our everyone")
_LEADING_ON = one_of("if failing otherwise else")
_TAGGED = one_of("it they we you that he she i there")
_COPULAS = one_of("is are was were has")
_NEEDED = one_of("or nor anybody anyone room cover staff visitors")
_TOO_MUCH = one_of("question late soon early tight")
_COMFORTS = one_of("parking lunch lunches dinner coffee tea biscuits biscuit cake cakes wifi refreshments")
_OPENING_A_QUESTION = one_of("do could can would have is are may might please what how any or so")
_GOVERNORS = one_of("governor governors chair cog trustee trustees clerk governing board committee govs gov")
_NOBODY = one_of("nobody noone no-one")
_AFTER_NO = one_of(
    "sorry thanks thank afraid i'm i we unfortunately can't good way chance it that and but as because so not"
)
_AUXILIARIES = one_of("would could does do can is are will")


def _parts_lines(word: Word) -> bool:
    """Whether a sentence or a line ends here, beyond which no label reaches."""
    return word.sort is Sort.BREAK or word.text in (".", "!", "?")


_ONCE = one_of("was were had been would've")
_WAVERING = (Cue.MAYBE, Cue.IF, Cue.LATER)
_LIMITING = (Shape.PATTERN, Shape.SPAN, Shape.WEEKDAY)
_SURE = (Shape.DAY, Shape.OPTION)
_DATED = (Shape.DAY, Shape.OPTION, Shape.WEEKDAY, Shape.PATTERN)
_OPENING = one_of(
    "you your up pick whichever whatever fussed bothered preference mind matter easy flexible difference odds"
)
_NONE_OF_THEM = one_of("work works suit suits of are is possible do")
_STANCES = {Cue.NO: Stance.NO, Cue.NOT: Stance.NO, Cue.HARD: Stance.UNSURE}
_PERSONS = one_of(
    "mr mrs ms miss dr cllr he she he's she's governor governors chair head headteacher ht principal deputy senco "
    "sendco dt dsl cog dht aht assistant vice trustee they're colleague he'll she'll rev father"
)
_WE = one_of("i we we're i'm we've we'd we'll i've i'd i'll school neither nobody")
_TURNING = _WE | one_of("the my our a an he she it you they somebody someone ofsted")


def _chosen(ahead: Hit | None, behind: Hit | None, *, close: bool) -> Hit | None:
    """The cue that governs a group: a yes right before it, else what follows it, else what stands before."""
    if (
        behind is not None
        and close
        and behind.cue in (Cue.YES, Cue.OFFER, Cue.ONLY, Cue.PREFER)
        and (ahead is None or ahead.cue not in (*_REFUSING, Cue.LESS))
    ):
        return behind
    return ahead or behind


def is_bare(clause: Clause, group: Sequence[Mention], words: Sequence[Word]) -> bool:
    """Whether the clause holds nothing beside the mentions and words that add nothing."""
    inside = {place for mention in group for place in range(mention.first, mention.last)}
    return not any(at not in inside and _adds(words[at]) for at in range(clause.first, clause.last))


_WORD, _MARKS = Sort.WORD, (Sort.MARK, Sort.BREAK)


def _adds(word: Word) -> bool:
    if word.sort in _MARKS or word.text in BARE:
        return False
    return not (word.sort is _WORD and (len(word.raw) == 1 or (word.raw.isupper() and len(word.raw) < 3)))


def content(words: Sequence[Word], first: int, last: int, quiet: frozenset[int]) -> bool:
    """Whether the words between hold more than mentions and words that add nothing."""
    return any(at not in quiet and _adds(words[at]) for at in range(first, last))
