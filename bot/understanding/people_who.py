"""Whom a mention means: the writer, a contact of the school, or somebody new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from bot.model import Contact, Conversation, Letter, Role, Visible
from bot.understanding.names import TITLES, is_office, known_names
from bot.understanding.people_mentions import mentions_in
from bot.understanding.people_tokens import tokens_of
from bot.understanding.people_words import COMMON_WORDS, sentences


class Mentioned(Protocol):
    """What must be known of a mention to say whom it means."""

    @property
    def name(self) -> str | None:
        """The name as written, None for the writer and for people without a name."""
        ...

    @property
    def roles(self) -> frozenset[Role]:
        """The roles said of them."""
        ...

    @property
    def is_self(self) -> bool:
        """Whether it is the writer."""
        ...


@dataclass(frozen=True, slots=True)
class Writer:
    """The writer of a letter, with the people the school is known by."""

    name: str | None
    email: str
    roles: frozenset[Role]
    contacts: tuple[Contact, ...]
    known: frozenset[str]
    school: frozenset[str] = frozenset()
    """The lower-case words of the school's name."""

    def speaking_as(self, author: str) -> Writer:
        """The same for another author's forwarded words; "" is the writer."""
        name = plain_name(author)
        if name is None:
            return self
        contact = next((c for c in self.contacts if same_person(c.name, name)), None)
        roles = frozenset({contact.role}) if contact is not None and contact.role is not None else frozenset()
        return replace(self, name=name, email="", roles=roles)

    def identity(self, mentioned: Mentioned) -> tuple[str | None, frozenset[Role]]:
        """The name and the roles of a mention: what the words say, else what the contacts say."""
        if mentioned.is_self:
            return self.name, mentioned.roles | self.roles
        if mentioned.name is None:
            return None, mentioned.roles
        if mentioned.roles:
            return mentioned.name, mentioned.roles
        if self.name is not None and same_person(self.name, mentioned.name):
            return mentioned.name, self.roles
        held = (c.role for c in self.contacts if c.role is not None and same_person(c.name, mentioned.name))
        return mentioned.name, frozenset(held)


def writer_of(visible: Visible, letter: Letter, conversation: Conversation) -> Writer:
    """The writer by the From header, with the role the contacts give or else the one under the letter.

    An office without a name of its own speaks for the only contact there is.
    """
    name = None if is_office(letter.sender.name) else plain_name(letter.sender.name)
    contact = next(
        (c for c in conversation.contacts if c.email == letter.sender.email or (name and same_person(c.name, name))),
        conversation.contacts[0] if name is None and len(conversation.contacts) == 1 else None,
    )
    known_role = contact.role if contact is not None else None
    roles = frozenset({known_role}) if known_role is not None else _signature_roles(visible)
    names = [contact.name for contact in conversation.contacts]
    known = known_names([*names, letter.sender.name]) - COMMON_WORDS
    return Writer(
        name or (contact.name if contact else plain_name(letter.sender.name)),
        letter.sender.email,
        roles,
        conversation.contacts,
        known,
        _school_words(conversation),
    )


def _school_words(conversation: Conversation) -> frozenset[str]:
    return _words_of(conversation.school)


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,'’()").lower() for word in name.split())


def _signature_roles(visible: Visible) -> frozenset[Role]:
    tokens = tokens_of(visible.signature[:1])[:60]
    spans = sentences(tokens)[:4]
    return frozenset(
        role
        for span in spans
        for mention in mentions_in(tokens, span, frozenset())
        if not mention.body
        for role in mention.roles
        if role not in {Role.PUPIL, Role.OTHER}
    )


@lru_cache(maxsize=4096)
def plain_name(display: str) -> str | None:
    """A From header's display name without titles, brackets and quotes; "NAIR, Priya" is turned round."""
    name = display.partition("(")[0].strip(" '\"")
    family, comma, given = name.partition(",")
    if comma and given.strip() and len(family.split()) <= 2:
        name = f"{given.strip()} {family.strip()}"
    words = name.split()
    while words and words[0].strip(".").lower() in TITLES:
        words = words[1:]
    return " ".join(words) or None


def same_person(one: str, other: str) -> bool:
    """Whether two names as written can be one person's: equal, or a part of the other, initials fitting."""
    first, second = _parts(one), _parts(other)
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in {long[0], long[-1]}
    if short[0] == long[0] and 1 in (len(short[-1]), len(long[-1])):
        return short[-1][:1] == long[-1][:1]
    return short[-1] == long[-1] and _given_fits(short[0], long[0])


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    words = (word.strip(".,'’").lower() for word in name.split())
    return tuple(word for word in words if word and word not in TITLES) or ("",)


def _given_fits(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))
