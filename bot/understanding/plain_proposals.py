"""Whether a day is plainly proposed by the school, for this visit: the last look before an adviser is asked for it.

A day that was not offered is easily named for something else: a training, another school's visit, what was once
planned. Each guard looks at one statement in its sentence, as `plain` does for a yes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.model import ReasonCode
from bot.understanding import plain_scope as scope
from bot.understanding.findings import Doubt
from bot.understanding.ground import Shape
from bot.understanding.phrases import PhraseTable, one_of
from bot.understanding.plain_strange import strange_words_behind, strange_words_between, with_a_doubtful_sign
from bot.understanding.plain_words import ANNOUNCING, DISBELIEF, EMBEDDING, NOBODY, SAYING, SOON
from bot.understanding.plain_yes import Guard, Guards, Yes
from bot.understanding.reading import Reading
from bot.understanding.said import Said, Stance
from bot.understanding.stance_words import Cue
from bot.understanding.watched_words import Watch
from bot.understanding.watching import watched_in
from bot.understanding.words import Sort, Word

_FAR = 12
_OTHER_THINGS = one_of(
    "training trainings network networks conference webinar webinars course courses briefing briefings cluster "
    "workshop workshops seminar forum session sessions inset panel panels deadline deadlines census interview "
    "interviews tribunal hearing pep peps review reviews moderation consortium twilight summit invitation invite "
    "inspection survey return returns form forms funding bid claim report reports photo photographer nurse dentist "
    "funeral wedding birthday holiday holidays trip trips residential production concert play fair fete assembly "
    "parents' evening disco prom sats mocks exam exams election strike mat trust's"
)
"""What else may fall on a day that is named."""
_GOING = one_of("to for at from about of with the a an our your my this that is was being")
_ELSEWHERE = PhraseTable(
    {
        "elsewhere": """
            (sister|partner|neighbouring|other|another|next-door|feeder|linked) (school|schools|site|academy|campus)
            (infants|juniors|primary|secondary|academy|college|nursery|federation) (would|want|wants|can|could)
            (federation|trust|cluster|academy) (want|wants|would) (the|to|like|love)
            (federation|trust|cluster) partner ; the (school|academy) (next+door|down+the+road|up+the+road|across)
            our (infants|juniors|secondary|primary|nursery|sixth+form|other+school|other+site)
            (for|at) (theirs|another+school|the+other+school)
        """
    }
)
_HAD = "i'd|we'd|i+had|we+had|you'd|you+had|had|was|were|originally|previously|already"
_THEY = "you|they|she|he|your+colleague|your+team|somebody|someone"
_PAST = PhraseTable(
    {
        "past": f"""
            ({_HAD}) ... (booked|arranged|agreed)
            ({_HAD}) ... (fixed|set|down|planned)
            (i'd|we'd|i+had|we+had|you'd|you+had|had) ... (asked|requested|suggested|proposed|offered|confirmed|said)
            ({_THEY}) (said|wrote|told|rang|offered|suggested|promised)
            ({_THEY}) (emailed|called|phoned|confirmed|booked|mentioned)
            (last|previous) (year|time|term|visit) ; (did|do|does) (you|they) (mean|say|think|know|want+us)
            (was|were) (it|we|they|that|there) ; were you (told|saying|offering|thinking)
            (is|was) that (right|correct|true|so|the+same)
            (used|meant|supposed|due|was+going|were+going) to (be|have|come|visit)
            (would|should|might|could) (only|never) ; a (mix|misunderstanding|mistake|muddle)
            (told|promised|assured|informed|advised|given+to+understand|under+the+impression)
        """
    }
)
"""What tells of an arrangement that was made, or is in dispute."""
_OTHER_VISITS = PhraseTable(
    {
        "visit": """
            (haven't|not) (a|the) (clue|idea|foggiest|earthly) ; (no|any) (idea|clue) ; ask me
            (god|who|goodness) knows
            (thinking|considering|contemplating|toying|dreaming) (of|about|with)? (asking|moving|changing|swapping)
            (don't|do+not) (change|move|touch|alter|book|action) (anything|it|yet)
            (no|not) (need+to)? (rush|yet)
            surely ; (you|they) (mean|meant) ; (did|do) (you|they) mean
            (choose|decide|vote|settle|pick) (then|that+day)
            (do|please|must) not (book|take|accept|come|send) ; don't (book|take|accept|come|send)
            (not|isn't|never) (saying|asking|suggesting|proposing|that+we) ; just (asking|checking|wondering|curious)
            out of (interest|curiosity) ; only (asking|wondering|checking)
            (don't|do+not) (take|treat|book|change) this
            hypothetically ; in theory ; for (example|instance|argument's+sake) ; say , if ; purely
            not (yet|needed+yet)
            (haven't|hasn't|not|never) (yet|even|actually)? (asked|checked|spoken|consulted|told|run)
            (no|not) (decision|decided|definite|firm|confirmed) ; (still|yet) to (decide|agree|confirm|check|ask|speak)
            (not|isn't|never) (definite|firm|certain|final|official|confirmed|set+in+stone)
            (must|need+to|have+to|should|will|i'll|let+me|got+to) (check|ask|confirm|speak|run+it+past|clear|see+if)
            have a (chat|word|think|look|natter|conversation)
            (can't|cannot|couldn't|don't) (agree|decide|make+up|settle)
        """
    }
)
"""What shows that nothing is asked for yet."""
_ASKING = (Cue.OFFER, Cue.PREFER, Cue.ONLY, Cue.LESS)
_SERIOUS = frozenset({Watch.DOUBT, Watch.TERMS})
_HARMLESS_TERMS = one_of("else else's")
_NAMELY = one_of("head headteacher ht principal deputy chair governor governors senco sendco she he dt dsl trust")


def _plain_telling(proposal: Yes) -> bool:
    """Whether the day is told to be good, and not asked for: such words are as easily another's, or of other things."""
    hit = proposal.said.hit
    return hit is not None and hit.cue is Cue.YES and proposal.said.clause.ends != "?" and not proposal.said.asked


def denied_by_nobody(proposal: Yes) -> bool:
    """Such as "Nobody here wants the 19th"; "None of these, but the 19th" only refuses what was offered."""
    refuses = any(m.rule == "none" and m.last <= proposal.start for m in proposal.reading.mentions)
    return not refuses and scope.denied_by_nobody(proposal)


def of_another_thing(proposal: Yes) -> bool:
    """Such as "We have booked the 22nd for the DT network": something else is what the day is named for."""
    first, last = proposal.said.clause.first, proposal.said.clause.last
    named = proposal.said.mentions
    behind = proposal.texts(named[-1].last, min(last, named[-1].last + _FAR))
    before = proposal.texts(max(first, named[0].first - 4), named[0].first)
    before = [text for text, two in zip(before, [*before[1:], ""], strict=False) if (text, two) != ("in", "return")]
    before = before[:-1] if before[-1:] == ["return"] else before
    if behind[:1] in (["for"], ["is"], ["was"], ["at"]) and _OTHER_THINGS.intersection(behind[1:5]):
        return True
    opens = [t for t in before if t not in ("on", "the")]
    return len(opens) > 1 and opens[-1] in _OTHER_THINGS and opens[-2] in _GOING and not proposal.said.asked


def of_another_school(proposal: Yes) -> bool:
    """Such as "Our sister school would like the 20th"."""
    return _in_sentence(proposal, _ELSEWHERE)


def already_arranged(proposal: Yes) -> bool:
    """Such as "I'd booked the 19th with your colleague", "You said the 19th"."""
    texts = proposal.reading.texts
    first, last = proposal.said.clause.first, proposal.said.clause.last
    stop = proposal.said.mentions[-1].last if proposal.said.asked else last
    return any(_PAST.at(texts, at, min(at + _FAR, stop)) for at in _PAST.starts(texts) if first <= at < stop)


def not_asked_yet(proposal: Yes) -> bool:
    """Such as "Would it cause problems if we moved to the 29th? Not saying we need to"."""
    texts = proposal.reading.texts
    starts = (at for at in _OTHER_VISITS.starts(texts) if at >= proposal.bounds[0])
    hits = (hit for at in starts if (hit := _OTHER_VISITS.at(texts, at, at + _FAR)))
    return any(not _goes_on_to_ask(texts, hit[1]) for hit in hits)


def _goes_on_to_ask(texts: Sequence[str], at: int) -> bool:
    """Whether a reason or the wish itself follows: "Only asking because ...", "Just wondering if you could ..."."""
    following = texts[at] if at < len(texts) else ""
    if texts[at - 1] == "ask" and following == "you":
        return True
    asking = texts[at - 1] in ("asking", "wondering")
    return asking and following in ("because", "as", "since", "if", "whether")


_MODEST = one_of("awkward cheeky difficult greedy forward bold tricky naughty")
"""How the writer excuses the asking: "could I be awkward and ask for Friday"."""


def in_doubt(proposal: Yes) -> bool:
    """A "perhaps" or a term of other kinds than the asking itself, in the sentence of the day."""
    first, last = proposal.bounds
    for hit in watched_in(proposal.reading, first, last):
        own = hit.first in proposal.cued or hit.first in proposal.named
        modest = proposal.words[hit.first].text in _MODEST and proposal.words[hit.first - 1].text == "be"
        own = own or modest
        if hit.watch is Watch.DOUBT and not own:
            return True
    return False


def _in_sentence(proposal: Yes, table: PhraseTable) -> bool:
    texts = proposal.reading.texts
    first, last = proposal.bounds
    return any(table.at(texts, at, last) for at in table.starts(texts) if first <= at < last)


def _if_told(guard: Callable[[Yes], bool]) -> Callable[[Yes], bool]:
    """The guard, for days that are told to be good and not asked for."""
    return lambda proposal: _plain_telling(proposal) and guard(proposal)


_PAPERS = one_of(
    "data invoice invoices form forms proforma spreadsheet questionnaire submit submitting upload uploading paperwork "
    "census survey payment deadline return returns consent slips"
)


def of_papers(proposal: Yes) -> bool:
    """Such as "Do you want the data before the 2nd, or is the 5th OK?": something is to be handed in."""
    returned = {text for lead, text in pairwise(["", *proposal.sentence]) if (lead, text) != ("in", "return")}
    return bool(_PAPERS & returned)


_MEETING = one_of("meet meets meeting gather convene sit sits")
_GREETED = one_of("all everyone everybody both team folks there colleagues , !")
_FEASTS = one_of("burns bonfire fireworks twelfth opening hogmanay")
"""Whose night is the name of a day."""
_LATE = 17
_NOON = 12


def outside_school(proposal: Yes) -> bool:
    """Such as "The governors meet on the 10th at 6pm": no hour, or no verb, of a visit to a school."""
    clause = proposal.said.clause
    words = proposal.words[clause.first : clause.last]
    meets = bool(_MEETING.intersection(proposal.clause)) and not proposal.said.asked
    feasts = {at + 1 for at, word in enumerate(words) if word.text in _FEASTS}
    feasts |= {0} if words[1:2] and words[1].text in _GREETED else set()
    return meets or any(_is_evening(word) for at, word in enumerate(words) if at not in feasts)


def _is_evening(word: Word) -> bool:
    if word.text in ("evening", "evenings", "tonight", "night"):
        return True
    hour = word.text.removesuffix("pm").partition(".")[0].partition(":")[0]
    if word.sort is not Sort.CLOCK or not hour.isdecimal() or len(hour) > 2:
        return False
    return int(hour) + (_NOON if word.text.endswith("pm") and int(hour) < _NOON else 0) >= _LATE


_TELLING = one_of("told said know thought assume explained replied tell but however")
_TURNS = one_of("but though although however only")


def contradicted(proposal: Yes) -> bool:
    """Such as "Our head suggested the 10th but I told her you only had three": what follows takes it back."""
    mine = proposal.said.clause
    for clause in proposal.reading.clauses:
        behind = clause.sentence == mine.sentence and clause.first >= mine.last and clause.lead in _TURNS
        if behind and _TELLING.intersection(proposal.texts(clause.first, clause.last)):
            return True
    return False


_ASKING_LEAVE = [[who, may] for who in ("i", "we") for may in ("may", "might", "can", "could")]
_OF_US = one_of("you you'd you're your possible it's it that that's this at need any there there's not so")
"""Behind an opening "if" these ask, and set no condition of their own."""


def hangs_on_something(proposal: Yes) -> bool:
    """Such as "If snow closes us on the 2nd, could we have the 9th?", or "but only if it is after 2"."""
    first = proposal.bounds[0]
    texts = proposal.reading.texts[proposal.said.clause.first : proposal.bounds[1]]
    if any(
        one == "but" and two == "only" and three == "if"
        for one, two, three in zip(texts, texts[1:], texts[2:], strict=False)
    ):
        return True
    opens = proposal.reading.texts[first] == "if" and proposal.said.mentions[0].first > first + 1
    own = any(hit.first == first and hit.cue is not Cue.IF for hit in proposal.reading.hits)
    own = own or not _OF_US.isdisjoint(proposal.reading.texts[first + 1 : first + 2])
    own = own or proposal.reading.texts[first + 1 : first + 3] in _ASKING_LEAVE
    return opens and not own and proposal.said.asked


GUARDS = Guards(
    Guard("denied from afar", scope.denied_from_afar, EMBEDDING | DISBELIEF),
    Guard("denied by nobody", denied_by_nobody, NOBODY),
    Guard("reported", scope.reported, SAYING),
    Guard("announced, not given", scope.announced, ANNOUNCING | SOON),
    Guard("framed", _if_told(scope.framed)),
    Guard("a warning", scope.threatened, scope.THREAT_FIRSTS),
    Guard("of another thing", of_another_thing, _OTHER_THINGS),
    Guard("of another school", of_another_school, _ELSEWHERE.firsts),
    Guard("already arranged", already_arranged, _PAST.firsts),
    Guard("not asked yet", not_asked_yet, _OTHER_VISITS.firsts),
    Guard("in doubt", in_doubt),
    Guard("outside school", outside_school),
    Guard("of papers", of_papers, _PAPERS),
    Guard("contradicted", contradicted, _TELLING),
    Guard("hangs on something", hangs_on_something),
    Guard("strange words between", _if_told(strange_words_between)),
    Guard("strange words behind it", _if_told(strange_words_behind)),
    Guard("a doubtful sign", with_a_doubtful_sign),
)
"""What each guard finds, and words of which one stands wherever it holds; the first that holds is the reason."""


def not_proposed(reading: Reading, proposed: Sequence[Said]) -> Doubt | None:
    """The first reason why these days cannot be asked for; None where each is plainly proposed."""
    if _two_people(reading, proposed):
        first = proposed[0].mentions[0]
        return Doubt(ReasonCode.UNCLEAR, "two people, two days", first.first, first.last)
    return GUARDS.first_doubt(reading, proposed)


def _two_people(reading: Reading, proposed: Sequence[Said]) -> bool:
    """Such as "The head would like the 19th, I would like the 22nd"."""
    theirs = [said for said in proposed if said.personal]
    own = [said for said in proposed if not said.personal and said.stance is Stance.YES]
    days = [{day for m in said.mentions if m.shape is Shape.DAY for day in m.days} for said in (*theirs[:1], *own[:1])]
    told = bool(theirs) and bool(own) and len(days) == 2 and not days[0] & days[1]
    return told or any(_parted(reading, one, two) for one, two in pairwise(proposed))


def _parted(reading: Reading, one: Said, two: Said) -> bool:
    """Whether two days are each somebody's: a head named before the one, "I" before the other."""
    if one.clause.sentence != two.clause.sentence or one is two:
        return False
    before = [w.text for w in reading.words[one.clause.first : one.mentions[0].first] if w.sort is Sort.WORD]
    between = [w.text for w in reading.words[one.mentions[-1].last : two.mentions[0].first] if w.sort is Sort.WORD]
    theirs = bool(_NAMELY.intersection(before)) != bool(_NAMELY.intersection(between))
    spoken = bool({"i", "i'd", "we", "we'd", "me"}.intersection(before + between))
    return theirs and spoken and "or" not in between[:1] and "and" not in between[:1]
