"""Who takes part in the visit, who does not, whether a governor comes, and who deals with it instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model import Attendee, Contact, Conversation, ConversationState, Evidence, Governor, Letter, Role, Visible
from bot.understanding.governor import SaidOfGovernors, mentions_governors, said_of_governors, seeks_another
from bot.understanding.people_doors import only_opens_doors
from bot.understanding.people_governing import explained_as_governor, governor_by_name
from bot.understanding.people_quoted import Aside, speaking_quotes
from bot.understanding.people_reading import SentenceRead, read_sentences
from bot.understanding.people_second_look import looked_at_again
from bot.understanding.people_seen import Seen
from bot.understanding.people_stance import Stance
from bot.understanding.people_standin import StandIn, has_left, may_have_left
from bot.understanding.people_tokens import answering, tokens_of
from bot.understanding.people_who import Writer, same_person, writer_of
from bot.understanding.roles import most_telling


@dataclass(frozen=True, slots=True)
class People:
    """Who takes part in a visit, as one letter says.

    `absent` are those said not to come; `stand_in` deals with the visit instead of the writer (email "" where none was
    given); `leaving` says that the writer, or the person written about, has left or leaves the role.
    """

    attendees: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    governor: Governor = Governor.NOT_MENTIONED
    stand_in: Contact | None = None
    leaving: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    """All that the letter says of one person."""

    name: str | None
    roles: frozenset[Role]
    stance: Stance
    rule: str
    start: int
    end: int
    email: str | None

    def attendee(self) -> Attendee:
        return Attendee(self.name, most_telling(self.roles), self.email)


def people(
    visible: Visible, letter: Letter, conversation: Conversation, asides: tuple[Aside, ...] | None = None
) -> People:
    """Who will take part, as the newly written words of a letter say; names as written, without titles.

    `asides` is what the quoted part says for the school, where that is known already. In state `report` nobody takes
    part in anything any more. Takes time linear in the length of the letter.
    """
    tokens = tokens_of(visible.passages)
    asides = speaking_quotes(visible, letter) if asides is None else asides
    if not tokens and not asides:
        return People()
    writer = writer_of(visible, letter, conversation)
    read = read_sentences(tokens, letter.text, writer, answering(visible.passages))
    for aside in asides:
        speaker = writer.speaking_as(aside.author)
        read += _said_by(speaker, read_sentences(tokens_of((aside.passage,)), letter.text, speaker))
    replacement = _stand_in(read)
    low = "\n".join((visible.text, *(aside.passage.text for aside in asides))).lower()
    leaving = may_have_left(low) and any(has_left(each.tokens, each.text, each.mentions, writer.known) for each in read)
    standing = replacement.contact if replacement else None
    if conversation.state is ConversationState.REPORT:
        return People(stand_in=standing, leaving=leaving)
    persons = _persons([seen for sentence in read for seen in sentence.seen], writer)
    persons = [_looked_at_again(person, letter.text, writer) for person in persons]
    if mentions_governors(low):
        persons = _with_named_governor(persons, visible, letter)
    coming = tuple(person for person in persons if person.stance is Stance.ATTENDS)
    absent = tuple(person for person in persons if person.stance is Stance.ABSENT)
    said = _governors(read) if mentions_governors(low) else None
    replaceable = tuple(each for each in absent if not (each.roles == {Role.GOVERNOR} and seeks_another(low)))
    attendees, governor, words = _with_governor(coming, replaceable, said)
    evidence = (
        *(_evidence(letter, person) for person in coming),
        *_governor_evidence(letter, governor, words, coming, absent),
    )
    return People(attendees, tuple(person.attendee() for person in absent), governor, standing, leaving, evidence)


def _looked_at_again(person: _Person, text: str, writer: Writer) -> _Person:
    if person.stance is not Stance.ATTENDS or person.end <= person.start:
        return person
    if person.name != writer.name and only_opens_doors(text, person.end):
        return replace(person, stance=Stance.PERHAPS)
    stance = looked_at_again(text, person.start, person.end)
    return person if stance is person.stance else replace(person, stance=stance)


def _with_named_governor(persons: list[_Person], visible: Visible, letter: Letter) -> list[_Person]:
    """The people with the governor whose name stands far from the office, where none is named beside it."""
    if any(each.name and Role.GOVERNOR in each.roles and each.stance is Stance.ATTENDS for each in persons):
        return persons
    for passage in visible.passages:
        for told, alone in ((governor_by_name(passage.text), True), (explained_as_governor(passage.text), False)):
            if told is None or same_person(letter.sender.name, told.name):
                continue
            at = next((at for at, each in enumerate(persons) if each.name and same_person(each.name, told.name)), None)
            if (
                at is not None
                and persons[at].stance is not Stance.ABSENT
                and not persons[at].roles - {Role.PUPIL, Role.GOVERNOR}
            ):
                named = replace(persons[at], roles=frozenset({Role.GOVERNOR}), stance=Stance.ATTENDS)
                return [*persons[:at], named, *persons[at + 1 :]]
            if at is None and alone:
                start, end = passage.start + told.start, passage.start + told.end
                roles = frozenset({Role.GOVERNOR})
                return [*persons, _Person(told.name, roles, Stance.ATTENDS, "named as governor", start, end, None)]
    return persons


def _said_by(speaker: Writer, read: Sequence[SentenceRead]) -> list[SentenceRead]:
    """The same with the speaker's name for "I" and "me", as these are not the letter's writer."""
    found: list[SentenceRead] = []
    for sentence in read:
        seen = tuple(
            each._replace(name=speaker.name, roles=each.roles | speaker.roles, is_self=False) if each.is_self else each
            for each in sentence.seen
        )
        found.append(sentence._replace(seen=seen))
    return found


def _stand_in(read: Sequence[SentenceRead]) -> StandIn | None:
    return next((sentence.stand_in for sentence in read if sentence.stand_in is not None), None)


def _persons(seen: Sequence[Seen], writer: Writer) -> list[_Person]:
    """One entry for each person, in the order of first mention; what is said last of them counts."""
    persons: list[_Person] = []
    by_key: dict[str, list[int]] = {}
    for each in seen:
        name, roles = writer.identity(each)
        at = _find(persons, by_key, name, roles)
        if at is None:
            for key in _keys(name, roles):
                by_key.setdefault(key, []).append(len(persons))
            persons.append(_Person(name, roles, each.stance, each.rule, each.start, each.end, each.email))
        else:
            persons[at] = _merged(persons[at], name, roles, each)
    return [person for position, person in enumerate(persons) if not _is_double(persons, position)]


def _keys(name: str | None, roles: frozenset[Role]) -> list[str]:
    return name.lower().split() if name else [f"<{role}>" for role in roles]


def _find(
    persons: Sequence[_Person], by_key: dict[str, list[int]], name: str | None, roles: frozenset[Role]
) -> int | None:
    candidates = {at for key in _keys(name, roles) for at in by_key.get(key, [])[-8:]}
    for at in sorted(candidates):
        person = persons[at]
        if name is None and person.name is None and person.roles == roles:
            return at
        if name is not None and person.name is not None and same_person(person.name, name):
            return at
    return None


def _merged(person: _Person, name: str | None, roles: frozenset[Role], seen: Seen) -> _Person:
    fuller = name if name and person.name and len(name.split()) > len(person.name.split()) else person.name
    person = replace(person, name=fuller, roles=person.roles | roles, email=person.email or seen.email)
    if seen.stance is Stance.PERHAPS or (seen.stance is person.stance):
        return person
    return replace(person, stance=seen.stance, rule=seen.rule, start=seen.start, end=seen.end)


def _is_double(persons: Sequence[_Person], position: int) -> bool:
    """An unnamed head beside the named head is the same head; the named governor makes "our governor" nobody new."""
    person = persons[position]
    if person.name is not None or person.stance is not Stance.ATTENDS or Role.PUPIL in person.roles:
        return False
    return any(
        other.name is not None and other.stance is Stance.ATTENDS and person.roles & other.roles
        for other in persons[max(0, position - 20) : position + 20]
    )


def _governors(read: Sequence[SentenceRead]) -> tuple[SaidOfGovernors, int] | None:
    found = ((said_of_governors(sentence.text), sentence.start) for sentence in read)
    return next(((said, start) for said, start in found if said is not None), None)


def _with_governor(
    coming: tuple[_Person, ...], absent: tuple[_Person, ...], said: tuple[SaidOfGovernors, int] | None
) -> tuple[tuple[Attendee, ...], Governor, tuple[int, int, str] | None]:
    """The attendees with an unnamed governor where the words promise one, and what that makes of the governor."""
    attendees = tuple(person.attendee() for person in coming)
    governors = [person for person in attendees if person.role is Role.GOVERNOR]
    words = (said[1] + said[0].start, said[1] + said[0].end, said[0].rule) if said else None
    if any(person.name for person in governors):
        return attendees, Governor.NAMED, None
    if said is not None and said[0].governor is Governor.UNAVAILABLE:
        return tuple(person for person in attendees if person.role is not Role.GOVERNOR), Governor.UNAVAILABLE, words
    if governors:
        return attendees, Governor.UNNAMED, None
    if said is not None:
        return (*attendees, Attendee(None, Role.GOVERNOR)), Governor.UNNAMED, words
    if any(Role.GOVERNOR in person.roles for person in absent):
        return attendees, Governor.UNAVAILABLE, None
    return attendees, Governor.NOT_MENTIONED, None


def _evidence(letter: Letter, person: _Person) -> Evidence:
    role = most_telling(person.roles)
    value = f"{person.name or 'somebody'} ({role})" if role else str(person.name)
    return Evidence("attendee", value, letter.text[person.start : person.end], person.start, person.end, person.rule)


def _governor_evidence(
    letter: Letter,
    governor: Governor,
    words: tuple[int, int, str] | None,
    coming: Sequence[_Person],
    absent: Sequence[_Person],
) -> tuple[Evidence, ...]:
    if governor is Governor.NOT_MENTIONED:
        return ()
    if words is None:
        among = absent if governor is Governor.UNAVAILABLE else coming
        person = next(person for person in among if Role.GOVERNOR in person.roles)
        words = (person.start, person.end, person.rule)
    start, end, rule = words
    shown = letter.text[start:end]
    found = Evidence("governor", str(governor), shown, start, end, rule)
    if governor is Governor.UNNAMED and not any(Role.GOVERNOR in person.roles for person in coming):
        return (found, Evidence("attendee", f"somebody ({Role.GOVERNOR})", shown, start, end, rule))
    return (found,)
