"""A "he" or "she" whom nobody has introduced: in a letter about a visit, that is a child both sides know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model import Passage
from bot.reading.guarded import lowered
from bot.understanding.given_names import GIVEN_NAMES
from bot.understanding.given_names_of_children import CHILDRENS_NAMES

_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_MAY_BE_PRONOUN = re.compile(r"[hs](?<!\w.)(?:e|he|is|er|im|imself|erself)\b")
"""The same in small letters, and quicker."""
_GROWN_UP = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|rev|sir|madam|heads?|ht|dt|dht|govern\w*|gov|chair\w*|colleagues?|advis\w+|"
    r"husband|wife|"
    r"son|daughter|mum|dad|mother|father|sister|brother|nan|boss|job[- ]?share|jobshare|secretary|bursar|manager|"
    r"teachers?|ta|hlta|senco|"
    r"sendco|deputy|principal|vicar|lead|leader|office|reception\w*|who|someone|somebody|anyone|person|lady|"
    r"lad|girl|man|"
    r"woman|bloke|chap|guy|clerk|trustee|worker|officer|mentor|friend|partner|doctor|nurse|builder|caretaker|cook|"
    r"coordinator|assistant|rep|trainee|cover|student|director|ceo|bishop|inspector|counsellor|cat|dog|baby|dsl|"
    r"predecessor|visitors?|successor|your (?:man|woman|team|visitor)|nobody|everybody|everyone|each|staff|neighbour|"
    r"landlord|"
    r"driver|contractor|engineer|plumber|librarian|technician|electrician|musician|cleaner|matron|chaplain|premises|"
    r"pianist|gardener|decorator|handyman|receptionist|adviser|advisor|photographer|examiner|invigilator|"
    r"organiser|author|poet|speaker|governess|warden|lollipop|rabbi|imam|minister|councillor|mayor|trainer|coach|"
    r"midday|dinner|supervisor|registrar|bookkeeper|accountant|auditor|surveyor|architect|roofer|builder)s?\b",
    re.IGNORECASE,
)
_OF_THE_VISIT = re.compile(
    r"\b(?:park\w*|(?:can|could|will|['’]ll|can['’]?t|cannot|to|may|might|won['’]t) (?:\w+ )?come|"
    r"coming (?:to|along|with|too|on|in)|"
    r"comes? (?:to|along|with|by|too)|bring|meet\w*|join\w*|attend\w*|welcome|visit\w*|lunch|arriv\w+|available|free|"
    r"there|foster\w*|timetable|role|job|course|"
    r"conference|works?|teach\w*|diary|asked with|he said with|s/he|he/she|his/her|him/her|or she|or her|"
    r"or his|herself and)\b",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+")
_WORD = re.compile(r"[\w'-]+")
_END = re.compile(r"[.!?;\n]|$")


def unintroduced(passages: Sequence[Passage], adults: frozenset[str]) -> tuple[int, int] | None:
    """Where the first "he" or "she" of a letter stands, if no grown-up is spoken of before or beside it."""
    before: list[str] = []
    for passage in passages:
        match = _PRONOUN.search(passage.text) if _MAY_BE_PRONOUN.search(lowered(passage.text)) else None
        if match is None:
            before.append(passage.text)
            continue
        rest = _END.search(passage.text, match.end())
        ends = rest.start() if rest else len(passage.text)
        known = "\n".join((*before, passage.text[: match.start()])) + passage.text[match.end() : ends]
        if _introduces(known, adults) or _OF_THE_VISIT.search(passage.text, match.start(), ends):
            return None
        return passage.start + match.start(), passage.start + ends
    return None


def _introduces(text: str, adults: frozenset[str]) -> bool:
    if _GROWN_UP.search(text) or _TWO_NAMES.search(text):
        return True
    words = {word.lower().removesuffix("'s") for word in _WORD.findall(text)}
    return not all(map(words.isdisjoint, (adults, GIVEN_NAMES, CHILDRENS_NAMES)))
