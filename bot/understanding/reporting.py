"""What a letter says of the report: agreed, to be mended, still to be read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.leftovers import reserved
from bot.understanding.phrases import one_of
from bot.understanding.reading import Reading, TopicHit
from bot.understanding.report_classes import CLASSES
from bot.understanding.report_words import REPORT
from bot.understanding.topics import Topic
from bot.understanding.words import Sort, Word

_LONGEST = 10
_FLAT_NONE = one_of("no nothing nowt none nil zero without nobody")
_NONE = _FLAT_NONE | one_of(
    "don't didn't can't cannot couldn't wouldn't shouldn't haven't not neither never needn't nor isn't doesn't"
)
_FILLERS = one_of(
    "a any an single one thing word anything further more other major big real here there that i we i'd "
    "we'd i'll would "
    "could should to be need needs want wants wish require requires think see find spot spotted found have had has got "
    "make made needing for us me from at all our my side end reason call out propose suggest suggesting request "
    "requesting seek seeking else really so much as feel which in it or nor and additional specific particular comma "
    "that of letter syllable obvious glaring factual substantive sentence line owt major material do"
)
_WISHING = one_of(
    "want wants need needs wish like see anything thing word comma one nothing nowt require requires reason"
)
_WOULD = one_of("to would i'd we'd i we could wouldn't should couldn't needn't shouldn't and or nor")
_OTHERS = one_of("you you've they they've it it's he she that's still report")
_DOERS = CLASSES["base"] - one_of("mention include")
_MENDED = CLASSES["thing"] | CLASSES["ing"] | {"putting", "taking"}
_DIFFERENT = one_of("different differently otherwise")
_FARTHEST = 9


def report_hits(words: Sequence[Word]) -> tuple[TopicHit, ...]:
    """What is said of a report, in order: "nothing to change" is an agreement and hides the change in it."""
    texts = [word.text for word in words]
    found = []
    reached = 0
    for at, text in enumerate(texts):
        if at < reached:
            continue
        last = _nothing_to_mend(texts, at) if text in _NONE else 0
        hit = REPORT.at(texts, at, at + _LONGEST) if text in REPORT.firsts else None
        if last and (hit is None or last >= hit[1]):
            hit = (Topic.SIGN.value, last)
        if hit is not None:
            found.append(TopicHit(Topic(hit[0]), at, hit[1]))
            reached = hit[1] if hit[0] == Topic.SIGN.value and hit[1] - at > 1 else reached
    return tuple(found)


def _nothing_to_mend(texts: Sequence[str], start: int) -> int:
    """Where "nothing ... to change", "don't want anything altered" or "no amendments" ends; 0 where it is none."""
    if start and texts[start - 1] in _OTHERS and texts[start] not in _FLAT_NONE:
        return 0
    flat, wished, doing = texts[start] in _FLAT_NONE, False, texts[start] in _WOULD
    for at in range(start + 1, min(start + _FARTHEST, len(texts))):
        text = texts[at]
        if text in _MENDED or (at > start + 1 and text in _DIFFERENT):
            return at + 1
        if (text in CLASSES["done"] and wished) or (text in _DOERS and doing):
            return at + 1
        if text not in _FILLERS:
            return 0
        wished = wished or text in _WISHING or (flat and text in ("to", "be"))
        doing = doing or text in _WOULD
    return 0


def standing(hits: Sequence[TopicHit], topics: Sequence[TopicHit]) -> tuple[TopicHit, ...]:
    """The hits without the faults that the writer takes back: "I thought the figure was wrong, but you are right"."""
    taken_back = max((hit.last for hit in topics if hit.topic is Topic.WITHDRAWN), default=0)
    return tuple(hit for hit in hits if hit.topic is not Topic.MEND or hit.first >= taken_back)


def is_reserved(reading: Reading, hits: Sequence[TopicHit]) -> bool:
    """Whether an agreement holds something back, or facts stand beside it that nobody has weighed."""
    signed = frozenset(at for hit in hits if hit.topic is Topic.SIGN for at in range(hit.first, hit.last))
    return reserved(reading, signed) is not None or _is_in_part(reading, hits) or _tells_a_fact(reading, hits)


_IN_PART = one_of(
    "before until till unless provided first part half mostly largely partly broadly generally mainly nearly almost"
)
_UP_TO_HERE = one_of("there here page point then now")


def _is_in_part(reading: Reading, hits: Sequence[TopicHit]) -> bool:
    """Whether a sentence of the agreement only agrees in part, or not yet: "before I say yes", "fine up to there"."""
    words = reading.words
    for clause in reading.clauses:
        inside = any(hit.topic is Topic.SIGN and clause.first <= hit.first < clause.last for hit in hits)
        texts = [word.text for word in words[clause.first : clause.last]]
        reach = any(texts[at : at + 2] == ["up", "to"] and _UP_TO_HERE & {*texts[at:]} for at in range(len(texts)))
        if inside and (_IN_PART.intersection(texts) or reach):
            return True
    return False


_OF_THE_REPORT = one_of(
    "page pages section sections paragraph paragraphs para bullet bullets footnote title surname spelling heading "
    "appendix wording sentence role"
)
_TELLING = one_of("is are was were has have had isn't aren't wasn't weren't it it's we there there's only actually not")
_HARMLESS = one_of(
    "read through shared looked discussed seen thanks thank gone checked sorry pleased glad liked enjoyed loved love "
    "nice kind appreciate appreciated done booked started begun shall next underway useful helpful"
)


def _tells_a_fact(reading: Reading, hits: Sequence[TopicHit]) -> bool:
    """Whether a sentence beside the agreement speaks of a part of the report, or of figures."""
    settled = [hit.first for hit in hits if hit.topic is Topic.SIGN]
    for number in dict.fromkeys(clause.sentence for clause in reading.clauses):
        inside = [c for c in reading.clauses if c.sentence == number]
        first, last = inside[0].first, inside[-1].last
        if any(first <= at < last for at in settled):
            continue
        words = reading.words[first:last]
        texts = {word.text for word in words}
        if texts & _HARMLESS:
            continue
        figures = any(word.sort is Sort.NUMBER for word in words) and bool(texts & _TELLING)
        if texts & _OF_THE_REPORT or figures:
            return True
    return False


_TOLD_OF = one_of("we our us it report you you've section page paragraph she he is are was were has have")
_OF_THE_MAIL = one_of(
    "attachment attached attachments open opening download link password file files received receive email mailbox job "
    "dt role fine ok suppose agree agreed happy please anymore"
)


def speaks_of_the_report(words: Sequence[Word]) -> bool:
    """Whether it is told what is so at the school or in the report, and not of the mail or of somebody's job."""
    texts = {word.text for word in words}
    return bool(texts & _TOLD_OF) and not texts & _OF_THE_MAIL
