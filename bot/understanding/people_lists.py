"""Lists and tables of people: what their heading says of everybody in them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.people_mention import Mention
from bot.understanding.people_stance import Stance
from bot.understanding.people_tables import word_set
from bot.understanding.people_words import Sentence, Token

_COMES = word_set("yes y ✓ ✔ ✅ coming attending confirmed")
_STAYS = word_set("no n ✗ ✘ ❌ x absent apologies unavailable apols")
CELLS = _COMES | _STAYS
"""What a cell of a table's row may say of somebody."""


def cell_stance(tokens: Sequence[Token], span: Sentence) -> Stance | None:
    """What a cell of a table's row says, one that stands apart from the name before it: "yes", "- no (hols)"."""
    for at in range(span[0] + 1, span[1]):
        if tokens[at].low in CELLS and (
            tokens[at].space > 1 or tokens[at - 1].text in "|\t" or _behind_dash(tokens, at, span[1])
        ):
            return Stance.ATTENDS if tokens[at].low in _COMES else Stance.ABSENT
    return None


def _behind_dash(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "Dan Rose SENCO - no"; the letter of "- N. Kerr" answers nothing."""
    ends = at + 1 >= end or tokens[at + 1].text == "\n"
    if len(tokens[at].text) > 1:
        ends = ends or tokens[at + 1].text in "(.;"
    return ends and tokens[at - 1].text in _DASHES


_DASHES = frozenset({"-", "–", "—", ":", "="})


_HEADS_A_LIST = word_set(
    """attending attendees attendance present people person participants names name joining meeting meet team who
        table suspects folk folks faces crew gang line-up lineup cast personnel representatives reps contingent
        delegation
        foursome threesome twosome trio quartet duo participate participating participant colleagues roll-call rollcall
        bodies representing attend list visitors panel invitees coming persons delegates staff following forename
        surname
        attends"""
)
_OPENS_A_LIST = word_set("have be meet see include with bring meeting seeing bringing are is expect")
_US = word_set("we 'll 'd will would you i be it here")
_NOT_COMING = word_set("""apologies apols unable absent not can't cannot cant unavailable without regrets declined""")
_NOT_A_LIST = word_set(
    """contact contacts contacting email e-mail call ring phone from sent cc copy copied tel telephone mobile regards
    mail subject address dates date wrote writes write options questions question concern concerns slots if re ps"""
)
_NAME_COLUMNS = word_set("name names person people attendee attendees who forename surname staff")
_ROLE_COLUMNS = word_set("role roles position title job post responsibility")
_IN_COLUMNS = frozenset({"|", "\t", "/", "-", "first", "last", "job", "title", "time", "times", "when", "and"})


def heading_stance(tokens: Sequence[Token], first: int, last: int) -> Stance | None:
    """What a heading, the tokens before a colon or on a line of its own, says of the people under it."""
    words = {token.low for i, token in enumerate(tokens[first:last], first) if token.is_word and not _on_it(tokens, i)}
    if _counted(tokens, first, last):
        return Stance.ATTENDS
    if words in ({"in"}, {"out"}):
        return Stance.ATTENDS if "in" in words else Stance.ABSENT
    barred = words & _NOT_A_LIST
    if barred and not (barred == {"from"} and (tokens[first].low != "from" or not words.isdisjoint(_OUR_SIDE))):
        return None
    last_word = next((token.low for token in reversed(tokens[first:last]) if token.is_word), "")
    if last_word in _OPENS_A_LIST and words & _US:
        return Stance.ATTENDS
    if words & _NOT_COMING:
        return Stance.ABSENT
    if words <= _OUR_SIDE | {"from", "the"} and len(words) > 1:
        return Stance.ATTENDS
    return Stance.ATTENDS if words & _HEADS_A_LIST or {"in", "room"} <= words else None


_OUR_SIDE = word_set("us our side end school here")


def _on_it(tokens: Sequence[Token], at: int) -> bool:
    """As in "on which date the following can be present": the date is not what is listed."""
    return tokens[at].low in {"date", "dates"} and tokens[at - 1].low in {"which", "that", "this"}


_NUMBERS = word_set("two three four five six seven eight 2 3 4 5 6 7 8 few couple")


def _counted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """As in "we'll be four in all:" and "there will be 3 of us:"."""
    for at in range(first, last - 1):
        if tokens[at].low in _NUMBERS and tokens[at + 1].low in {"of", "in", "altogether", "people"}:
            rest = {token.low for token in tokens[at + 1 : min(last, at + 4)]}
            return not rest.isdisjoint({"us", "all", "total", "altogether", "people"})
    return False


def is_label(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens are a row's label and nothing else: "Attending", "Staff from school"."""
    words = [token.low for token in tokens[first:last] if token.is_word]
    return 0 < len(words) <= 4 and all(word in _HEADS_A_LIST | _LABEL_WORDS for word in words)


_LABEL_WORDS = word_set("in out the from for on our school day will be governor governors")


def marks(tokens: Sequence[Token], sentence: Sentence, persons: Sequence[Mention]) -> list[int]:
    """The `MARKS` that part a label or another clause from people: colons, leaders, cell walls, dashes, semicolons.

    Those that belong to a person part nothing.
    """
    inside = {i for person in persons for i in range(person.first, person.last)}
    found: list[int] = []
    for position in range(*sentence):
        text = tokens[position].text
        if text in MARKS and position not in inside and (text != "-" or _free_standing(tokens, position)):
            found.append(position)
    return found


MARKS = frozenset({":", "…", "|", "–", "—", "-", ";", "="})


def _free_standing(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].space > 0 and at + 1 < len(tokens) and tokens[at + 1].space > 0


def is_heading(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a line introduces the lines under it: it ends with a colon, or names only what a list holds."""
    first, last = sentence
    while last > first and tokens[last - 1].text in "\n-–—_|":
        last -= 1
    if last <= first:
        return False
    if tokens[last - 1].text == ":":
        return True
    if last - first > 9:
        return False
    words = [token.low for token in tokens[first:last] if token.is_word]
    return 0 < len(words) <= 6 and not _HEADS_A_LIST.isdisjoint(words) and _is_plain(words)


_PLAIN = _HEADS_A_LIST | _ROLE_COLUMNS | _NAME_COLUMNS | _IN_COLUMNS | word_set("the for on at in of")


def _is_plain(words: Sequence[str]) -> bool:
    return _PLAIN.issuperset(words)


def splits_names(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a table's header has columns of their own for given and family names."""
    words = {token.low for token in tokens[sentence[0] : sentence[1]]}
    return bool(words & {"surname", "last"}) and bool(words & {"forename", "first", "firstname"})


def is_item(tokens: Sequence[Token], sentence: Sentence, first_person: int) -> bool:
    """Whether a line is an item of a list: it begins with a bullet or number."""
    head = tokens[sentence[0] : first_person]
    return 0 < len(head) <= 4 and all(not token.is_word or len(token.text) == 1 for token in head)


def columns(tokens: Sequence[Token], lines: Sequence[Sentence]) -> list[tuple[int, int]]:
    """A table that a mail program wrote out column by column: (line of a name, line of its role), headers first."""
    for name_header, line in enumerate(lines):
        if not _is_header(tokens, line, _NAME_COLUMNS):
            continue
        for role_header in range(name_header + 2, min(len(lines), name_header + 14)):
            count = role_header - name_header - 1
            if _is_header(tokens, lines[role_header], _ROLE_COLUMNS) and role_header + count < len(lines):
                return [(name_header + i, role_header + i) for i in range(count + 1)]
    return []


def _is_header(tokens: Sequence[Token], line: Sentence, words: frozenset[str]) -> bool:
    texts: list[str] = []
    for token in tokens[line[0] : line[1]]:
        if token.text not in "\n:":
            texts.append(token.low)
            if len(texts) > 2:
                return False
    return len(texts) > 0 and texts[-1] in words and (len(texts) == 1 or texts[0] == "job")
