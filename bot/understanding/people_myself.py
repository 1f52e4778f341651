"""The writer said to take part in a turn of phrase: "I'm around", "the rest you get from me", "at her elbow"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.guarded import Watch, phrasing
from bot.understanding.people_seen import Seen
from bot.understanding.people_stance import Stance

_WHOM = r"(?:him|her|them|you|everyone|everybody|my colleagues?|mr \w+|mrs \w+|ms \w+|miss \w+|[a-z]+)"
_BE = r"(?:'?ll be| will be| shall be|'?m| am|'?ll| will| shall|'d be| would be|'?m going to be|'?ll also be)"
_ADVERB = r"(?: (?:also|still|just|of course|obviously|then|probably not|there to|myself|only|definitely))?"
TURNS_OF_PHRASE = (
    phrasing(
        "around|about|throughout|in it|in too|in as well|in the room|in the meeting|in on it|in with|in attendance|"
        "in and out|there too|there as well|there throughout|there all|there myself|there to|here all|here too|"
        "here throughout|here myself|on hand|with you|alongside|beside |at his |at her |at their |at your |next to|"
        "sat |sitting|perched|the constant|the one |the third|the fourth|the fifth|the other one|the second|"
        "the warm-up act|the note|yours |chairing|your guide|your host|your main|your first|your point|your tour|"
        "hosting|showing you|making |taking |waiting |keeping |holding ",
        rf"\bi{_BE}{_ADVERB} (?:around|about(?= (?:all|too|for|the)\b|[.,!;]|$)|throughout|in (?:it|too|"
        rf"as well|the room|the "
        rf"meeting|on it|with {_WHOM}|attendance|and out)|there (?:too|as well|throughout|all|myself|to)|"
        rf"here (?:all|too|"
        rf"throughout|myself)|on hand|with you|alongside|beside (?:her|him|them|you)|at (?:his|her|their|your) "
        rf"(?:elbow|side|shoulder|disposal|service)|next to (?:him|her|them|you)|(?:sat|sitting|sat down|"
        rf"perched) (?:next|beside|"
        rf"with|at|in|alongside)|"
        rf"the (?:constant|one called|third|fourth|fifth|other one|second|warm-up act|note[- ]?taker|"
        rf"one (?:taking|making) (?:the )?(?:notes|tea|coffee))|yours (?:throughout|from|until|till)|chairing|"
        rf"your (?:guide|host|main|first|point|"
        rf"tour)|hosting|showing you|making up the|taking (?:the )?(?:notes|minutes)|waiting (?:for you|with|"
        rf"at|in)|making the "
        rf"(?:tea|coffee)|keeping (?:her|him|them|you) company|holding (?:her|his|their) (?:coat|hand|bag))\b",
    ),
    phrasing(
        "i in|' in|m in|be in|iin|'in|min|bein",
        r"\bi'?(?:m|ll be)? ?(?:am |will be )?in(?: (?:all (?:day|morning|afternoon)|too|as well|"
        r"that (?:morning|afternoon|day)))?"
        r"(?=[,;.!]|$| and\b)(?! in class)",
    ),
    phrasing(
        "stay|chip in|hold |pitch in|muck in|tag along|do it|do the|do all|do most|do everything|do them|"
        "take it from|take minutes|take notes|take the|take you|fill in the|fill the|keep her|keep him|keep them|"
        "keep you|give you|devote you|be doing|be leading|be presenting|be covering|be taking|be handling|be sat|"
        "be sitting|sit next|sit beside|sit at|sit alongside|look after you|show you|see you |walk you",
        r"\bi(?:'?ll| will| shall)?(?: (?:also|just|then))? (?:stay(?:ing)? put|stay (?:all|for|throughout|to|"
        r"with|the)|chip in|"
        r"hold (?:her|his|their) (?:coat|hand|bag)|pitch in|muck in|tag along|do (?:it (?:with|myself|alone|"
        r"on my own|solo)|"
        r"(?:the|all the|most of the) (?:rest|remainder|bulk|talking|grown-up bit|grown up bit|main bit|"
        r"second half|first half|"
        r"data|tour|paperwork|walk ?round)|everything else|most of it|the rest|all of it|them all)|"
        r"take it from there|take (?:the )?"
        r"(?:minutes|notes|you (?:round|through|over))|fill (?:in the gaps|the gaps)|keep (?:her|him|them|"
        r"you) company|"
        r"(?:give|devote) you (?:the whole of |all of |all |the rest of )?(?:my|the) (?:morning|afternoon|"
        r"time|day)|"
        r"be (?:doing|leading|presenting|covering|taking|handling) (?:it|the (?:rest|data|talking|main|grown|"
        r"paperwork|second|"
        r"first|tour|whole)|you|everything)|sit (?:next|beside|at|alongside)|look after you|show you|"
        r"see you (?:all )?"
        r"(?:in|at the door|there|myself)|walk you|be (?:sat|sitting))\b",
    ),
    phrasing(
        "the rest |everything else|most of it|the remainder",
        r"\b(?:the rest|everything else|most of it|the remainder) (?:you'?ll get|you get|will be|comes|is|"
        r"will come)"
        r" (?:down to |from |with |all )?(?:me|mine|my)\b",
    ),
    phrasing(
        "he and |him and |her and |them and |they and |he & |him & |her & |them & |they & |he n |him n |her n |"
        "them n |they n |he plus |him plus |her plus |them plus |they plus ",
        r"\b(?:she|he|him|her|them|they) (?:and|&|n|plus) (?:me|i|myself)(?: it is\b| it'll be\b|'?ll\b|"
        r" will\b| can\b| are\b|"
        r" both\b|[.!,]|$| then\b| on the\b)(?! (?:did|had|were|spoke|went|have))",
    ),
    phrasing(
        "it'll|it will|it'd|it would|it be|itbe|it's|it 's|it is|itis",
        r"\bit(?:'ll| will|'d| would)? ?(?:be|'s|is) (?:\w+ (?:and|&) )?(?:me|myself|i|just me|only me)\b"
        r"(?! who (?:buzz|let|sign|open|answer|meet|greet))",
    ),
    phrasing(
        "of us|, all ",
        r"\b(?:all|just) (?:two|three|four) of us (?:will|'ll|can (?:be|make|do|come|meet)|are (?:coming|in|"
        r"free|available))|"
        r"\b(?:have|get|got|meet|see|expect|with) (?:just )?(?:the )?(?:pair|two|three|four|"
        r"both) of us\b|\bsee you [^.;!?\n]{0,25}, all "
        r"(?:two|three|four)\b",
    ),
    phrasing(
        "we both|we all|we'll both|we'll all|we will both|we will all|we're both|we're all|we are both|we are all|"
        "we shall both|we shall all|we can all",
        r"\bwe(?:'ll| will|'re| are| shall)? (?:both|all (?:two|three|four)) (?:be |come |see you|meet|attend|"
        r"there|in\b|here|"
        r"free|available|coming)|\bwe(?:'ll| will) all (?:see you|meet you|be there|be waiting|attend)\b|"
        r"\bwe can all (?:two|three|four) (?:be|do|make|come|meet)",
    ),
    phrasing(
        "me for |me obviously|me of course|me too|me as well|me all |me throughout|me-|me -|me–|me –|me—|me —|me:|"
        "me :|me=|me =",
        r"(?:^|[\n.,;] ?|\band |\bplus |& )me(?: ?[-–—:=] ?(?:yes|y|✓|✔|sure|there|for the|all)|"
        r" for (?:the (?:rest|whole|lot|"
        r"duration)|all)| obviously| of course| too\b| as well\b| all (?:day|morning|afternoon)| throughout)",
    ),
    phrasing(
        "with me|alongside me|beside me|next to me|sit me|join me|accompany me|be me|in me|down me|along me",
        r"\b(?:sits?|sitting|sat|stays?|joins?|joining|comes?|coming|comes along|beside|alongside|is) (?:in |"
        r"down |along )?"
        r"(?:with|alongside|beside|next to) me\b(?! (?:on this|about|that|being))|"
        r"\b(?:will|'ll|can|to|is going to) (?:sit|join|accompany|be) (?:in |"
        r"down |along )?"
        r"(?:with |alongside |beside |next to )?me\b",
    ),
    phrasing(
        " me | me.| me,| me!| me;| me\n| myself| yours truly",
        r"\byou(?:'?ll| will|'ve| have|'re)? (?:\w+ )?(?:got|get|have|find|see|meet|met by|stuck with|"
        r"left with|back with|with)"
        r"(?: (?:just|only))?(?:(?: [\w'&(),]+){0,9}? ?(?:and|&|plus|or|,))? (?:me|myself|yours truly)(?=[ .,!;]|$)"
        r"(?! (?:know|if|a|by|an email|to|that|the|and my))",
    ),
    phrasing(
        "i wish to confirm|i want h|i want them|as have i|as will i|so will i|so shall i|so can i|neither of us|"
        "i wouldn't miss it|count me in|m your man|m your woman|m there|m in it|m me",
        r"\bi wish to confirm our attendance\b|\bi want (?:her|him|them) (?:beside|with|next to) me\b|"
        r"\bas have i\b|\bas will i\b|"
        r"\bso (?:will|shall|can) i\b|\bneither of us would miss\b|\bi wouldn't miss it\b|\bcount me in\b|"
        r"\bi'?m (?:your man|your "
        r"woman|there|in it|me)\b",
    ),
    phrasing(
        "expect me|expect myself|expect just m|expect only m|mop up|pick up the pieces|finish off|"
        "bring up the rear|play host|do the honours|steer|referee|be your host|be your guide|be your chauffeur|"
        "be host|be guide|be chauffeur|make the tea",
        r"\bexpect (?:just |only )?(?:me|myself)\b(?! to be)|\bi(?:'?ll| will) (?:mop up|"
        r"pick up the pieces|finish off|"
        r"bring up the rear|"
        r"play host|do the honours|steer|referee|be (?:your )?(?:host|guide|chauffeur)|make the tea)\b",
    ),
    phrasing(
        "undersigned|yours truly|muggins|moi ", r"\b(?:undersigned|yours truly|muggins|moi) (?:will|shall|is|are|'ll)\b"
    ),
    phrasing(
        "on my own|alone|by myself|on my tod|solo|single-handed",
        r"\bi(?:'?ll| will| shall|'m| am) (?:be )?(?:on my own|alone|by myself|on my tod|solo|flying solo|"
        r"single-handed)\b",
    ),
    phrasing(
        "regardless|either way|come what may|whatever happens|i'm doing|i am doing|be doing|committee|party|i mean me|"
        "do mean me|i'll do the|i will do the|i shall do the|me to |i complete|i make up|my side|my elbow",
        r"\bi(?:'m| am|'ll be| will be) (?:in|there|here|around) (?:regardless|either way|come what may|"
        r"whatever happens)|"
        r"\bi(?:'m| am|'ll be| will be) doing (?:everything else|the rest|all the rest|the talking|the honours|"
        r"the tour|the "
        r"pep\w* (?:bit|side|part))|\bi(?:'m| am) the (?:whole |entire )?(?:welcoming|reception|"
        r"greeting) (?:committee|party)|"
        r"\bi (?:do )?mean me\b|\bi(?:'ll| will| shall) do the [\w ]{2,16} (?:side|bit|part|half|end) with\b|"
        r"(?:^|[.,;] ?|\band |\bplus )me to (?:referee|keep order|chair|translate|hold (?:the )?coats|make the tea|"
        r"take notes|"
        r"do the)|\bi(?:'ll| will) do the (?:second|first|last|other|opening|final|latter)(?: half| bit| part|"
        r" hour)?\b|"
        r"\band i (?:complete|make up)\b|\b(?:at|by) my (?:side|elbow)\b",
    ),
    phrasing("you and i|me and you", r"\b(?:you and i|me and you) (?:will|'ll|are|can|shall|would)\b"),
)
"""What the pieces tell is looked for in a sentence with a line end behind it."""
_WATCH = Watch([piece.removesuffix("\n") for piece in each.pieces] for each in TURNS_OF_PHRASE)
"""Where a sentence ends in a letter, other signs may stand before the line end."""
_NOT_ME = re.compile(
    r"\b(?:i (?:can't|cannot|won't|will not|shan't|couldn't|wouldn't(?! miss)|might|may|hope|could|should)|"
    r"i'll (?:not|miss|try|"
    r"see if|have to)|i'm (?:not|off|away|on leave|on a course|out|teaching|in class|afraid i)|(?:me|i) ?[-–:] ?no|"
    r"if i|unless|whether|only i've|i'd be there|i would be there|i'd have|i'd love|would have|"
    r"not be (?:there|in)|without me|"
    r"instead of me|last (?:time|year)|yesterday|previous\w*|did it|used to|holding the fort|at home|"
    r"on holiday|on leave|"
    r"meet(?:ing)? (?:the )?(?:governors|parents)|all day monday|normally|usually|tuesdays|mondays|wednesdays|"
    r"thursdays|"
    r"fridays|most days|working from home|in (?:london|leeds|court|hospital)|not sure|if you (?:want|need|"
    r"would)|(?:phone|ring|call|email) me|let me know|come back to)\b|\?$"
)


Turn = tuple[str, int]
"""A piece of a turn of phrase, and the turn's place."""


def turns_in(text: str) -> list[Turn]:
    """What stands in a text of the turns of phrase: only where it stands again are they looked for in sentences."""
    return _WATCH.pieces_in(_plain(text))


def comes_myself(text: str, start: int, turns: Sequence[Turn]) -> Seen | None:
    """The writer, where a sentence that begins at offset `start` says in one of the turns that they take part."""
    if not turns:
        return None
    low = _plain(text)
    tried = sorted({place for piece, place in turns if piece in low})
    matches = (TURNS_OF_PHRASE[place].pattern.search(low) for place in tried)
    found = next((match for match in matches if match is not None), None)
    if found is None or _NOT_ME.search(low):
        return None
    begins, ends = (start + at for at in found.span())
    return Seen(None, frozenset(), is_self=True, stance=Stance.ATTENDS, rule="in so many words", start=begins, end=ends)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
