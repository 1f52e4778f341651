"""One letter's newly written words, read: mentions, cues, clauses, and what each clause says."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.model import Passage
from bot.understanding.appositions import named_once
from bot.understanding.clauses import Clause, clauses_of
from bot.understanding.conclusions import concluded, parted
from bot.understanding.dates import mentions_of
from bot.understanding.exchange import with_exchanges
from bot.understanding.explained_days import with_alternatives, with_days_named
from bot.understanding.flat_no import flat_no
from bot.understanding.ground import Ground, Mention, Shape, ends_of
from bot.understanding.joining import apart_at_commas, settled
from bot.understanding.last_words import with_last_words
from bot.understanding.marked import marked_said
from bot.understanding.misheard import as_meant
from bot.understanding.openings import Openings, openings_of
from bot.understanding.options import option_mentions
from bot.understanding.phrases import one_of
from bot.understanding.pointing import without_things
from bot.understanding.reasons import with_reasons
from bot.understanding.said import Hit, Said, Stance
from bot.understanding.slips import with_slips
from bot.understanding.stance import hits_of, said_in
from bot.understanding.stance_words import Cue
from bot.understanding.tables import table_said
from bot.understanding.told import with_exceptions, with_verdicts, without_stories
from bot.understanding.topics import TOPICS, Topic
from bot.understanding.verbs import with_verbs
from bot.understanding.words import Sort, Word, words_of


class TopicHit(NamedTuple):
    """A phrase that shows what a sentence is about."""

    topic: Topic
    first: int
    last: int


@dataclass(frozen=True)
class Reading:
    """All that was read in the words of a letter, by index into `words`; `texts` is how they are spelt."""

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    hits: tuple[Hit, ...]
    clauses: tuple[Clause, ...]
    saids: tuple[Said, ...]
    topics: tuple[TopicHit, ...]
    texts: Sequence[str]
    openings: Openings
    flat_no: Said | None = None

    def text(self, first: int, last: int, whole: str) -> str:
        """The letter's own characters for words `first` to `last`."""
        return whole[self.words[first].start : self.words[last - 1].end] if first < last else ""


def read(passages: Sequence[Passage], ground: Ground) -> Reading:
    """Read the passages in order; places are counted through all of them."""
    words: list[Word] = []
    texts: list[str] = []
    mentions: list[Mention] = []
    hits: list[Hit] = []
    clauses: list[Clause] = []
    saids: list[Said] = []
    openings: Openings | None = None
    for number, passage in enumerate(passages):
        part = as_meant(_without_greeting_noise(words_of(passage.text, passage.start)), ground)
        base = len(words)
        spelt = [word.text for word in part]
        openings = openings_of(spelt)
        found = _mentions(part, spelt, ground, openings.sets)
        cues = with_slips(hits_of(part, spelt, found, openings.cues), part, found)
        quiet = frozenset(place for mention in found for place in range(mention.first, mention.last))
        sentence = clauses[-1].sentence + 1 if clauses else 0
        halves = frozenset(m.first for m in found if m.shape is Shape.PART)
        parts = clauses_of(part, spelt, number, quiet, halves, sentence)
        parts = apart_at_commas(parts, part, spelt, found, cues, quiet)
        parts = parted(parts, part, found, cues)
        told = _told(part, spelt, found, cues, parts, ground) if found and parts else []
        told = _inherited(told, parts, part, passage, ground, cues)
        words.extend(part)
        texts.extend(spelt)
        mentions.extend([_moved(m, base) for m in found] if base else found)
        hits.extend([_hit_moved(h, base) for h in cues] if base else cues)
        clauses.extend([_clause_moved(c, base) for c in parts] if base else parts)
        saids.extend([_said_moved(s, base) for s in told] if base else told)
    if openings is None or len(passages) > 1:
        openings = openings_of(texts)
    flat = flat_no(words, texts, clauses, mentions, hits, openings.sweeping)
    topics = tuple(_topics(texts, openings.topics))
    return Reading(
        tuple(words), tuple(mentions), tuple(hits), tuple(clauses), tuple(saids), topics, texts, openings, flat
    )


def _told(
    words: Sequence[Word],
    texts: Sequence[str],
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
    clauses: Sequence[Clause],
    ground: Ground,
) -> list[Said]:
    """What the clauses of one passage say of what is mentioned in them."""
    begins = [clause.first for clause in clauses]
    naming = sorted({bisect_right(begins, mention.first) - 1 for mention in mentions if mention.first >= begins[0]})
    told = [said for at in naming for said in said_in(clauses[at], words, texts, mentions, hits)]
    told = with_exceptions(with_reasons(told, clauses, words, hits), clauses, words)
    told = with_last_words(with_verdicts(told, clauses, words, mentions, hits), clauses, words, hits)
    told = table_said(words, mentions, settled(without_stories(told, words), hits))
    told = with_alternatives(with_days_named(told, words), words)
    told = with_exchanges(told, clauses, words, mentions, ground)
    told = concluded(marked_said(words, mentions, told, ground), clauses, words)
    return without_things(told, clauses, words, mentions)


def _without_greeting_noise(words: list[Word]) -> list[Word]:
    """Without the stars and underscores that HTML leaves behind, and with the marks that were dictated as words."""
    texts = [word.text for word in words]
    kept = words if _NOISE.isdisjoint(texts) else [word for word in words if word.text not in _NOISE]
    kept = _joined_by_letters(kept) if "n" in texts else kept
    kept = with_verbs(kept)
    spoken = "comma" in texts or ("stop" in texts and "full" in texts)
    return _dictated(kept) if spoken else kept


def _joined_by_letters(words: list[Word]) -> list[Word]:
    """With the "n" of "tues n thurs" as the "and" that it is; "26th n" is a no."""
    known = [word.sort is Sort.WORD and len(word.text) > 1 for word in words]
    return [
        word._replace(text="and")
        if word.raw == "n" and known[at - 1 : at] == known[at + 1 : at + 2] == [True]
        else word
        for at, word in enumerate(words)
    ]


_NOISE = frozenset({"*", "_", "__"})


_SPOKEN = {
    ("comma",): ",",
    ("full", "stop"): ".",
    ("question", "mark"): "?",
    ("period",): ".",
    ("new", "paragraph"): "\n",
}
_SPOKEN |= {("new", "line"): "\n", ("exclamation", "mark"): "!"}


_COUNTING = one_of("a one any single the")
"""Before these a mark is spoken of: "I wouldn't change a comma"."""


def _dictated(words: Sequence[Word]) -> list[Word]:
    """The words of a letter that was spoken to a machine: "eleventh of March comma from ten question mark"."""
    out: list[Word] = []
    at = 0
    while at < len(words):
        sizes = (2, 1) if at + 1 < len(words) else (1,)
        length = next((n for n in sizes if tuple(w.text for w in words[at : at + n]) in _SPOKEN), 0)
        if length and not (out and out[-1].text in _COUNTING):
            mark = _SPOKEN[tuple(w.text for w in words[at : at + length])]
            sort = Sort.BREAK if mark == "\n" else Sort.MARK
            out.append(words[at]._replace(text=mark, sort=sort, end=words[at + length - 1].end))
        else:
            out.append(words[at])
            length = 1
        at += length
    return out


def _mentions(words: Sequence[Word], texts: list[str], ground: Ground, sets: Sequence[int]) -> list[Mention]:
    dates = mentions_of(words, ground)
    options = option_mentions(words, texts, dates, ground, sets)
    covered = {place for mention in options for place in range(mention.first, mention.last)}
    kept = [m for m in dates if m.first not in covered]
    found = sorted(kept + options, key=lambda mention: mention.first)
    found = _days_beside_days([_exchanged(mention, words) for mention in named_once(found, words)], ground)
    found = _without_counts([mention for mention in found if not _is_aside(mention, words)], words, ground)
    return [m for m, following in zip(found, [*found[1:], None], strict=False) if not _is_label(m, following, words)]


def _without_counts(mentions: list[Mention], words: Sequence[Word], ground: Ground) -> list[Mention]:
    """Without numbers that only count the writer's own points: "1) Yes, we got it. 2) Monday 8 February. 3) Head"."""
    counted = [m for m in mentions if m.rule == "bare option number" and _opens_a_line(m.first, words)]
    if not counted or not any(_heads_another_day(m, words, ground) for m in mentions):
        return mentions
    return [mention for mention in mentions if mention not in counted]


def _opens_a_line(at: int, words: Sequence[Word]) -> bool:
    """Whether a number with a mark behind it begins a line there."""
    before = words[at - 1].text if at else "\n"
    marked = at + 1 < len(words) and words[at + 1].text in (")", ".")
    return before == "\n" and words[at].sort is Sort.NUMBER and marked


def _heads_another_day(day: Mention, words: Sequence[Word], ground: Ground) -> bool:
    """Whether an offered day stands in a line that begins with the number of another."""
    if day.shape is not Shape.DAY or len(day.days) != 1 or day.days[0] not in ground.days_on_table:
        return False
    first = next((at for at in range(day.first, -1, -1) if at == 0 or words[at - 1].sort is Sort.BREAK), 0)
    if not _opens_a_line(first, words):
        return False
    number = int(words[first].text)
    own = ground.offered[number - 1].date if 0 < number <= len(ground.offered) else None
    return day.days[0] != own


def _is_aside(mention: Mention, words: Sequence[Word]) -> bool:
    return _greets(mention, words) or _is_attribute(mention, words)


_GREETED = one_of("all everyone everybody team folks people ladies gents both there lovely lovelies you guys gang")


def _greets(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether a greeting only holds the word: "Happy Friday!", "Morning lovely people"."""
    before = words[mention.first - 1].text if mention.first else "\n"
    if mention.shape is Shape.WEEKDAY:
        near = [word.text for word in words[max(mention.first - 3, 0) : mention.first]]
        return before == "happy" or (near[:1] == ["happy"] and near[2:] == ["for"])
    if mention.rule == "feast" and before in ("happy", "merry", "joyful", "joyous", "blessed"):
        return True
    behind = {word.text for word in words[mention.last : mention.last + 1]}
    opens = before in ("\n", "good") and words[mention.first].raw in ("Morning", "Afternoon", "Evening")
    return mention.shape is Shape.PART and opens and not _GREETED.isdisjoint(behind)


def _days_beside_days(mentions: list[Mention], ground: Ground) -> list[Mention]:
    """Who names one slot by its day means the day, not the number, by another: "the 26th, but the 2nd is also ok"."""
    plain = [m for m in mentions if m.rule == "day of the month" and set(m.days) & ground.days_on_table]
    if not any(not m.options or m.options[0] > len(ground.offered) for m in plain):
        return mentions
    if any(m.shape is Shape.OPTION for m in mentions):
        return mentions
    dates = {day for m in plain for day in m.days}
    return [replace(m, options=()) if m in plain or _is_named(m, dates, ground) else m for m in mentions]


def _is_named(mention: Mention, dates: set[dt.date], ground: Ground) -> bool:
    """Whether the slot that a day may number is named by its own day: "close with the 2nd and 4th, it's the 3rd"."""
    number = mention.options[0] if mention.rule == "day of the month" and mention.options else 0
    return 0 < number <= len(ground.offered) and ground.offered[number - 1].date in dates


def _is_attribute(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether a weekday only tells which of many things: "I'll do a Wednesday timetable swap", "our Friday club"."""
    if mention.shape not in (Shape.WEEKDAY, Shape.PATTERN) or not mention.first or mention.last >= len(words):
        return False
    return words[mention.first - 1].text in _OWNING and words[mention.last].text in _WEEKLY


_OWNING = one_of("a my our her his their your usual regular")
_WEEKLY = one_of(
    "timetable swap swaps club clubs class classes lesson lessons group duty rota briefing bulletin cover lady teacher "
    "assistant supply market shop shift assembly choir band rehearsal practice clinic surgery drop-in newsletter cake "
    "pie jumper mufti feeling face mood volunteer volunteers cleaner cook staff crowd lot treat quiz"
)


_EXCHANGING = one_of(
    "change changing move moving swap swapping switch switching shift shifting push pushing from exchange"
)


def _exchanged(mention: Mention, words: Sequence[Word]) -> Mention:
    """The day that comes in the place of another: "Can we move the 26th to Wednesday 27 January?" is no stretch."""
    before = {word.text for word in words[max(mention.first - 3, 0) : mention.first]}
    joint = {word.text for word in words[mention.first : mention.last]}
    exchanged = mention.rule == "range" and "to" in joint and before & _EXCHANGING
    return ends_of(mention)[-1] if exchanged else mention


def _is_label(mention: Mention, following: Mention | None, words: Sequence[Word]) -> bool:
    """Whether an option number that was never offered only heads a date of the writer's own: "Option 4: 2 March"."""
    if mention.shape is not Shape.OPTION or not mention.clash or following is None or following.shape is not Shape.DAY:
        return False
    return not any(word.sort is Sort.BREAK for word in words[mention.last : following.first])


_LONGEST_TOPIC = 10
_TOPICS = {topic.value: topic for topic in Topic}
_WHOLE = frozenset({Topic.WITHDRAWN, Topic.COURTESY})
"""Topics whose phrases hide what stands in them: "nothing to change" asks for no change."""


def _topics(texts: Sequence[str], places: Sequence[int]) -> list[TopicHit]:
    found = []
    reached = 0
    for at in places:
        hit = TOPICS.at(texts, at, at + _LONGEST_TOPIC) if at >= reached else None
        if hit is not None:
            found.append(TopicHit(_TOPICS[hit[0]], at, hit[1]))
            reached = hit[1] if hit[0] in _WHOLE and hit[1] - at > 1 else reached
    return found


_ANSWERING = (Cue.YES, Cue.NO, Cue.NOT, Cue.LESS, Cue.PREFER)


def _inherited(
    told: list[Said],
    clauses: Sequence[Clause],
    words: Sequence[Word],
    passage: Passage,
    ground: Ground,
    hits: Sequence[Hit],
) -> list[Said]:
    """What stands under a quoted option answers it, if it names nothing itself."""
    if passage.answers is None:
        return told
    option = answered_option(passage.answers, ground)
    if option is None:
        return told
    for clause in clauses[:4]:
        cue = next((h for h in hits if clause.first <= h.first < clause.last and h.cue in _ANSWERING), None)
        lone = clause.last - clause.first == 1 or words[clause.first + 1].sort is Sort.MARK
        lettered = words[clause.first].text if lone else ""
        day = ground.offered[option - 1].date
        mine = [said for said in told if said.clause == clause and not _is_of_day(said, day)]
        pointed = any(m.rule == "it" for said in mine for m in said.mentions)
        if lettered in ("y", "n", "x"):
            cue = None
        if cue is None and lettered not in ("y", "n", "x") and not pointed:
            if not mine:
                continue
            break
        if mine and any(m.shape not in (Shape.SET, Shape.PART) for said in mine for m in said.mentions):
            break
        no = cue.cue in (Cue.NO, Cue.NOT) if cue else lettered in ("n", "x")
        place = cue.first if cue else clause.first
        mention = Mention(Shape.OPTION, place, place + 1, "answer under the option", options=(option,))
        lesser, liked = (
            cue is not None and cue.cue is Cue.LESS,
            any(h.cue is Cue.PREFER for h in hits if clause.first <= h.first < clause.last),
        )
        said = Said((mention,), Stance.NO if no else Stance.YES, clause, cue, preferred=liked, lesser=lesser)
        return [said, *(s for s in told if s not in mine)]
    return told


def _is_of_day(said: Said, day: dt.date) -> bool:
    """Whether only the answered day itself is named: "World Book Day parade. No"."""
    return said.stance is Stance.NEWS and all(m.days == (day,) for m in said.mentions)


_OPTION_LINE = re.compile(
    r"^[\s>*•-]*(?:(?:option|slot|choice|date)\s*)?\(?(\d)\)?\s*[.):-]?\s", re.IGNORECASE | re.MULTILINE
)


def answered_option(answers: str, ground: Ground) -> int | None:
    """The number of the one offered slot that the quoted lines show, None for none or several."""
    numbers = [int(found) for found in _OPTION_LINE.findall(answers)]
    known = {number for number in numbers if number <= len(ground.offered)}
    if len(known) == 1:
        return known.pop()
    if known and len(known) < len(ground.offered) and _OPTION_LINE.match(answers.rstrip().rpartition("\n")[2]):
        return numbers[-1]  # the line right above, where earlier ones were answered or left out
    days = {d for m in mentions_of(words_of(answers[:2000]), ground) if m.shape is Shape.DAY for d in m.days}
    fits = [i for i, slot in enumerate(ground.offered, 1) if slot.date in days]
    return fits[0] if len(fits) == 1 and not known else None


def _moved(mention: Mention, base: int) -> Mention:
    return replace(mention, first=mention.first + base, last=mention.last + base)


def _hit_moved(hit: Hit, base: int) -> Hit:
    return hit._replace(first=hit.first + base, last=hit.last + base)


def _clause_moved(clause: Clause, base: int) -> Clause:
    return clause._replace(first=clause.first + base, last=clause.last + base)


def _said_moved(said: Said, base: int) -> Said:
    hit = said.hit and _hit_moved(said.hit, base)
    moved = tuple(_moved(mention, base) for mention in said.mentions)
    return replace(said, mentions=moved, clause=_clause_moved(said.clause, base), hit=hit)
