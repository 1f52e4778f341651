"""What one letter says about a visit: the one entry to the mind's reading (`understand`)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from bot.local_time import LONDON
from bot.model import (
    Action,
    Contact,
    Conversation,
    ConversationState,
    Evidence,
    Kind,
    Letter,
    Passage,
    ReasonCode,
    Slot,
    Understanding,
    Visible,
    Window,
)
from bot.reading.automatic import kind_of
from bot.reading.visible import visible
from bot.school_days import SchoolCalendar
from bot.understanding.absences import Return, deputy_of, returns_on, with_address
from bot.understanding.facts import Facts
from bot.understanding.findings import Doubt, Findings, findings_of
from bot.understanding.ground import Ground, ground_of
from bot.understanding.inline import answers_inside
from bot.understanding.lone import with_lone_choice
from bot.understanding.machines import calendar_news, is_portal, on_calendar, says_left
from bot.understanding.people import people
from bot.understanding.people_quoted import Aside, speaking_quotes
from bot.understanding.people_talk import without_people_talk
from bot.understanding.phrases import one_of
from bot.understanding.reading import Reading, read
from bot.understanding.rules import DOUBTS_OF_A_YES, PLAIN_YES_STANDS, Choice, choose
from bot.understanding.said import Stance
from bot.understanding.sensitive import sensitive
from bot.understanding.telling import OUTSIDE, evidence_of
from bot.understanding.windows import windows_of
from bot.understanding.words import fold

FEW_WORDS = 25
"""A body with fewer words that says nothing of a slot may leave the answer to the subject line."""
LONGEST_REPLY = 20_000
"""Characters of newly written text that are understood; a longer letter is for a person."""


def understand(letter: Letter, conversation: Conversation, calendar: SchoolCalendar, now: dt.datetime) -> Understanding:
    """What the writer said, with the words that show it; `Action.HAND_OVER` where two readings stand, or none.

    `now` is aware, or local time in London. Never raises for anything that a letter may hold.
    """
    local = now.astimezone(LONDON) if now.tzinfo else now
    ground = ground_of(conversation, calendar, local.date())
    view = visible(letter.text)
    kind = kind_of(letter, view)
    if kind is Kind.BOUNCE:
        return Understanding(
            kind, Action.HAND_OVER, reason=ReasonCode.BOUNCED, rule="bounce", evidence=_kind_words(letter, kind)
        )
    if kind is Kind.CALENDAR:
        return _of_calendar(letter, conversation, ground)
    if kind is Kind.AUTO_REPLY:
        return _of_machine(letter, view, conversation, ground)
    return _of_person(letter, view, conversation, ground)


def _kind_words(letter: Letter, kind: Kind) -> tuple[Evidence, ...]:
    line = next((line for line in letter.text[:2000].split("\n") if line.strip()), "")
    start = letter.text.find(line) if line else 0
    return (Evidence("kind", kind.value, line, start, start + len(line), "kind of letter"),)


def _of_calendar(letter: Letter, conversation: Conversation, ground: Ground) -> Understanding:
    news = calendar_news(letter, ground)
    verdict = on_calendar(news, conversation, ground)
    note = letter.text[news.note[0] : news.note[1]]
    reading = read((Passage(note, news.note[0]),) if note else (), ground)
    found = findings_of(reading.saids, reading.words, ground)
    action, rule, reason = verdict.action, verdict.rule, verdict.reason
    refused = tuple(dict.fromkeys((*verdict.ruled_out, *found.refused)))
    proposed = tuple(dict.fromkeys((*verdict.proposed, *found.proposed)))
    if action is Action.CONFIRM and (set(verdict.accepted) & set(found.refused) or found.doubts or proposed):
        action, rule, reason = Action.HAND_OVER, "calendar: accepted, and a note that differs", ReasonCode.UNCLEAR
    if action is Action.REOFFER and found.accepted:
        action, rule, reason = Action.HAND_OVER, "calendar: declined, and a note that accepts", ReasonCode.UNCLEAR
    if action is Action.REOFFER and proposed:
        action, rule = Action.CONSIDER, "calendar: declined, with another date"
    windows = windows_of(found.wishes, ground) if action in (Action.REOFFER, Action.CONSIDER) else ()
    return Understanding(
        Kind.CALENDAR, action, verdict.accepted if action is not Action.HAND_OVER else (), refused, proposed, windows,
        reason=reason, rule=rule, evidence=(*news.evidence, *_kind_words(letter, Kind.CALENDAR)),
    )  # fmt: skip


def _of_machine(letter: Letter, view: Visible, conversation: Conversation, ground: Ground) -> Understanding:
    found = people(view, letter, conversation)
    back = returns_on(view.text, ground)
    standing = deputy_of(view.text, found.stand_in)
    action, rule, reason = Action.IGNORE, "automatic reply", None
    if is_portal(letter.text):
        action, rule, reason = Action.HAND_OVER, "behind a portal", ReasonCode.UNCLEAR
    elif says_left(letter.text) or found.leaving:
        action, rule, reason = Action.HAND_OVER, "the person has left", ReasonCode.WRONG_PERSON
    elif standing is not None and not _is_bulk(letter):
        action, rule, reason = Action.HAND_OVER, "somebody else deals with it", ReasonCode.WRONG_PERSON
    return Understanding(
        Kind.AUTO_REPLY, action, reason=reason, rule=rule, returns_on=back.day if back else None,
        stand_in=with_address(standing, view.text) if standing else None,
        evidence=(*_kind_words(letter, Kind.AUTO_REPLY), *_absence_words(letter, back, standing)),
    )  # fmt: skip


def _absence_words(letter: Letter, back: Return | None, standing: Contact | None) -> Iterator[Evidence]:
    """The words that name the day of return and who stands in, where they stand so in the letter."""
    told = [("returns_on", back.day.isoformat(), back.words, "day of return")] if back else []
    if standing is not None:
        told.append(("stand_in", standing.name or standing.email, standing.name or standing.email, "turn to"))
    for about, value, words, rule in told:
        match = re.search(re.escape(words), letter.text, re.IGNORECASE)
        if match is not None:
            yield Evidence(about, value, match.group(), *match.span(), rule)


def _is_bulk(letter: Letter) -> bool:
    return bool(letter.header("list-id") or letter.header("list-unsubscribe"))


def _of_person(letter: Letter, view: Visible, conversation: Conversation, ground: Ground) -> Understanding:
    if len(view.text) > LONGEST_REPLY:
        # What nobody has read may hold anything, so its words stay out of the channel.
        return Understanding(
            Kind.REPLY, Action.HAND_OVER, sensitive=True, reason=ReasonCode.UNCLEAR, rule="too long to be sure of"
        )
    asides = speaking_quotes(view, letter)
    answered = _answers_in_quotes(asides, view, letter)
    named = people(view, letter, conversation, asides)
    private = sensitive(view, letter, conversation, named.attendees, asides)

    def facts_of(passages: tuple[Passage, ...]) -> Facts:
        reading = with_lone_choice(read((*passages, *answered), ground), ground)
        found = findings_of(reading.saids, reading.words, ground, reading.flat_no)
        subject = own_subject(letter.subject)
        if subject:
            reading, found = _with_subject(reading, found, view, subject, ground)
        return Facts(reading, found, named, conversation, ground, bool(private), letter.sender.name)

    facts = facts_of(view.passages)
    choice = choose(facts)
    if choice.rule in DOUBTS_OF_A_YES and named.attendees:
        less = without_people_talk(view.passages)
        if less != view.passages:
            again = facts_of(less)
            told = choose(again)
            if told.action is Action.CONFIRM:
                facts, choice = again, told
    return _composed(letter, facts, choice, private)


def _composed(letter: Letter, facts: Facts, choice: Choice, private: tuple[Evidence, ...]) -> Understanding:
    found, named, action = facts.findings, facts.people, choice.action
    report = facts.state is ConversationState.REPORT
    windows = _windows(facts, action)
    return Understanding(
        Kind.REPLY,
        action,
        accepted=_accepted(facts, choice),
        ruled_out=() if report else _ruled_out(facts, choice),
        proposed=tuple(found.proposed) if action in (Action.CONSIDER, Action.CONFIRM) else (),
        windows=windows,
        attendees=named.attendees,
        absent=named.absent,
        governor=named.governor,
        sensitive=bool(private),
        reason=choice.reason,
        rule=choice.rule,
        stand_in=named.stand_in,
        has_question=action is Action.CONFIRM and facts.asks,
        evidence=(*evidence_of(letter, facts, choice, windows), *named.evidence, *private),
    )


def _windows(facts: Facts, action: Action) -> tuple[Window, ...]:
    """What a new offer may use; beside a concrete proposal only a stretch that is named as a fallback."""
    wishes = facts.findings.wishes
    if action is Action.CONSIDER:
        wishes = [wish for wish in wishes if wish.unit.span is not None or not wish.wanted]
    return windows_of(wishes, facts.ground) if action in (Action.REOFFER, Action.CONSIDER) else ()


def _answers_in_quotes(asides: Sequence[Aside], view: Visible, letter: Letter) -> list[Passage]:
    """Words in the quoted part that speak for the school: a forwarded answer, or answers written into our lines."""
    found = []
    for aside in asides:
        start = letter.text.rfind("\n", 0, aside.passage.start) + 1
        before = letter.text[start : aside.passage.start]
        text = aside.passage.text if before else visible(aside.passage.text).text
        at = letter.text.find(text, aside.passage.start) if text else -1
        if at >= 0:
            found.append(Passage(text, at, before or None))
    return sorted((*found, *_marked_lines(view), *answers_inside(view)), key=lambda passage: passage.start)


_MARKS = one_of("✓ ✔ ✗ ✘ ✖ ❌ ✅ ☑ x X y Y n N yes no Yes No YES NO")


def _marked_lines(view: Visible) -> Iterator[Passage]:
    """Marks at the end of our own quoted lines, each as an answer to its line."""
    for quoted in view.quoted:
        if not any(gap in quoted.text for gap in ("  ", " - ", " : ")):  # a mark stands apart from the line
            continue
        at = quoted.start
        for line in quoted.text.split("\n"):
            plain = line.rstrip()
            head, _, mark = plain.rpartition(" ")
            if head.endswith((" ", " -", " :", "\t")) and (
                mark in _MARKS or (mark[:1] * len(mark) == mark and mark[:1] in _MARKS)
            ):
                yield Passage(mark[:1] if mark not in _MARKS else mark, at + len(head) + 1, head)
            at += len(line) + 1


def _with_subject(
    reading: Reading, found: Findings, view: Visible, subject: str, ground: Ground
) -> tuple[Reading, Findings]:
    """The subject's own words stand in for a body that says nothing, and raise a doubt where they differ from it."""
    both = read((*view.passages, Passage(subject, OUTSIDE)), ground)
    added = findings_of(both.saids, both.words, ground, both.flat_no)
    silent = not any(said.stance is not Stance.NEWS for said in reading.saids) and len(reading.words) < FEW_WORDS
    if silent:
        return both, added
    alone = read((Passage(subject, OUTSIDE),), ground)
    told = findings_of(alone.saids, alone.words, ground)
    if set(told.accepted) - set(found.accepted) or set(told.accepted) & set(found.refused):
        found.doubts.append(Doubt(ReasonCode.CLASHING_DATE, "subject and letter differ", 0, len(reading.words)))
    return reading, found


_ANSWERED = re.compile(r"\b(?:re|fwd?|aw)\s*:")
_OURS = ("virtual school", "visit report", "report of")


def own_subject(subject: str) -> str:
    """What the writer added to the subject, before our own or behind its reference; "" for nothing."""
    head, _, tail = subject.partition("[")
    behind = tail.partition("]")[2].strip(" -:|")
    plain = fold(head)
    marks = list(_ANSWERED.finditer(plain, 0, plain.rfind(":") + 1))
    own = head[: marks[0].start()].strip(" -:|") if marks else ""
    begin = marks[-1].end() if marks else 0
    ours = [at for phrase in _OURS if (at := plain.find(phrase, begin)) >= 0]
    theirs = head[begin : min(ours)] if ours else "" if marks else head
    before = own or theirs.strip(" -:|")
    return ". ".join(part for part in (before, behind) if part)


def _accepted(facts: Facts, choice: Choice) -> tuple[Slot, ...]:
    if choice.action in (Action.CONFIRM, Action.UPDATE_ATTENDEES, Action.IGNORE):
        return facts.accepted
    offered = facts.state is ConversationState.OFFERED
    plain = offered and choice.rule in PLAIN_YES_STANDS and not facts.findings.doubts and not facts.hedges
    if not plain or len(facts.accepted) != 1:
        return ()
    hung = facts.left_over is not None and facts.left_over.reason is ReasonCode.CONDITIONAL
    return () if hung else facts.accepted


def _ruled_out(facts: Facts, choice: Choice) -> tuple[Slot, ...]:
    if choice.action is Action.CANCEL:
        return () if facts.ground.agreed is None else (facts.ground.agreed,)
    if choice.rule in ("two readings", "wrong person", "about a child", "complaint"):
        return ()
    refused = set(facts.findings.refused)
    if choice.action is Action.REOFFER and facts.state is ConversationState.OFFERED:
        return facts.ground.offered
    if choice.action is Action.HAND_OVER:
        refused = {slot for slot in refused if facts.refuses_plainly(slot)}
    if facts.state is ConversationState.AGREED and facts.ground.agreed is not None:
        moves = choice.rule.startswith("agreed slot")
        refused = {slot for slot in refused if facts.refuses_by_name(slot)}
        refused = refused | {facts.ground.agreed} if moves else refused - {facts.ground.agreed}
    return tuple(sorted(refused))
