"""A day that is put forward without a verb of asking: "Next Monday at 10 a possibility for you?", "Choice 4: 19 May".

Only words of a closed kind may stand around such a day, so that no question about a meeting is taken for a wish.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.ground import Ground, Mention, Shape
from bot.understanding.phrases import one_of
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import STANCE, Cue
from bot.understanding.words import Sort, Word

WEIGHING = one_of(
    "possibility possible poss good use ok alright suit suits work works do doable option available free better fit "
    "fits manage feasible realistic viable convenient agreeable acceptable goer runner starter contender interest "
    "appeal workable manageable stretch chance suitable any instead grab tempt handy helpful likelihood"
)
"""What a day is weighed with in a question."""
_AROUND = one_of(
    "a an the of in on at for from to with and or is are was be would could can might may will it that this one be "
    "us me our my you your we i there then so too also please maybe perhaps possibly any some what how about say "
    "instead rather sooner later earlier later bit tad smidge little touch date day slot time visit visiting diary "
    "end side adviser colleague team still all at by way else otherwise alternatively even just only same "
    "after around about before past as well hi hello morning afternoon thanks or but if not perfectly remotely "
    "likely ever either both both them "
    "yourselves yourself much more very fancy come get have see been next first second third thing x xx oh ah um er "
    "ooh well now then again instead of those these that's it's be out into up down over stretch having"
) | WEIGHING  # fmt: skip
_PUTTING = one_of("say maybe perhaps possibly try preferably ideally")
_LABELS = one_of(
    "choice option suggestion offer proposal counter counter-offer counterproposal alternative alternatives preference "
    "suggestions proposals instead me us ours mine idea ask request plea wish try plan possibility possibilities"
)
"""What stands before a colon that leads to a day of the writer's own."""
_LABELLING = one_of(
    "my our a an the new own from to you me us here for of is as 4 four 5 five d e b c plan counter one two we "
    "i could can do would propose suggest best other another and or , - ( ) this that's in return following "
    "alternative please if ok dates date days day time slot slots possible hi so then back at yours"
) | _LABELS  # fmt: skip
_SHORT = 6
_LONGEST_LABEL = 10


def put_forward(said: Said, words: Sequence[Word], ground: Ground) -> bool:
    """Whether a day that was not offered is put forward, though no verb asks for it."""
    if said.stance is not Stance.NEWS or not _is_new(said.mentions[0], ground):
        return False
    ways = (_is_weighed, _is_named_next, _is_labelled, _is_hoped_for)
    return any(way(said, words) for way in ways)


def _is_new(mention: Mention, ground: Ground) -> bool:
    """Whether one day is named that lies ahead and is on no table."""
    if mention.shape is not Shape.DAY or len(mention.days) != 1:
        return False
    return mention.days[0] > ground.today and mention.days[0] not in ground.days_on_table


def _others(said: Said, words: Sequence[Word], first: int, last: int) -> list[str]:
    """The words from `first` to `last` that name nothing."""
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    return [words[at].text for at in range(first, last) if at not in named and words[at].sort is Sort.WORD]


def _is_weighed(said: Said, words: Sequence[Word]) -> bool:
    """Such as "Next Monday at 10 a possibility for you?": nothing but the day and words that weigh it."""
    rest = _others(said, words, said.clause.first, said.clause.last)
    weighed = said.clause.ends == "?" and all(text in _AROUND for text in rest) and bool(WEIGHING.intersection(rest))
    return weighed or _is_weighed_next(said, rest, words)


def _is_weighed_next(said: Said, rest: Sequence[str], words: Sequence[Word]) -> bool:
    """Such as "Got 27 May going. Any use?": a short question of such words right behind a day that is told."""
    end = said.clause.last + 1
    following = [word.text for word in words[end : end + _SHORT]]
    if "?" not in following or len(rest) > _SHORT:
        return False
    asked = following[: following.index("?")]
    plain = all(text in _AROUND or not text.isalpha() for text in asked)
    return plain and bool(WEIGHING.intersection(asked)) and all(text in _AROUND or text in _HAVING for text in rest)


_HAVING = one_of("got we've i've there's here's we're i'm thinking thought going clear gap space empty wondered could")


def _is_named_next(said: Said, words: Sequence[Word]) -> bool:
    """Such as "Could it be a smidge sooner, say Monday 1st March?": the day that a question leads up to."""
    first = said.mentions[0].first
    rest = _others(said, words, said.clause.first, said.clause.last)
    opened = first > said.clause.first and words[first - 1].text in _PUTTING
    return opened and said.clause.ends == "?" and all(text in _AROUND or text in _PUTTING for text in rest)


def _is_labelled(said: Said, words: Sequence[Word]) -> bool:
    """Such as "Choice 4, from me to you: Wednesday 19 May, after 1"."""
    if said.clause.lead != ":" or said.mentions[0].first > said.clause.first + 1:
        return False
    colon = said.clause.first - 1
    first = colon
    while first > 0 and first > colon - _LONGEST_LABEL and words[first - 1].text not in (".", "!", "?", "\n"):
        first -= 1
    label = [word.text for word in words[first:colon] if word.text != ","]
    rest = _others(said, words, said.clause.first, said.clause.last)
    known = all(text in _LABELLING for text in label) and bool(_LABELS.intersection(label))
    return known and all(text in _AROUND for text in rest)


def _is_hoped_for(said: Said, words: Sequence[Word]) -> bool:
    """Such as "he'd come straight to school on the 6th, if we can have you then"."""
    texts = [word.text for word in words[said.clause.last : said.clause.last + _LONGEST_LABEL]]
    texts = texts[1:] if texts[:1] == [","] else texts
    cue = STANCE.at(texts, 0, len(texts)) if texts[:1] == ["if"] else None
    return cue is not None and cue[0] == Cue.OFFER


def as_asked(said: Said) -> Said:
    """The same day, asked for."""
    return replace(said, stance=Stance.YES, asked=True)
