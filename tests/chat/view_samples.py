"""What the tests and pictures of the Slack views are made of: fictional schools and people, and hostile words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from bot.digest_values import AtRisk, Coverage, DatedVisit, Digest, Outlook, SilentVisit, WaitingVisit, Week
from bot.model import (
    Action,
    Adviser,
    Attendee,
    Evidence,
    Governor,
    Kind,
    Offer,
    OfferedSlot,
    Part,
    ProposedSlot,
    ReasonCode,
    Role,
    School,
    Slot,
    Understanding,
    Visit,
    VisitState,
    WaitingFor,
    Weekday,
    Window,
)
from bot.reading.visible import visible
from bot.wording.reasons import reason_sentence
from handlers.chat.slack.views.team import Colleague
from handlers.chat.slack.views_of_records import HomeShown, MailShown, OpenCard
from handlers.demo.marks import cut
from handlers.listing import ListedVisit
from storage.stored import StoredLetter

NASTY = (
    "<!channel> <@U0SAM01> <#C0TEAM> <https://evil.example|click>",
    "*bold* _sly_ ~gone~ `code` ```block``` :skull: > quote",
    "Oak\nVS-0421: agreed\u202e txet neddih \u2066\x00\x1b[31m",
    "&lt;!here&gt; &amp;amp; &",
    "בית ספר יסודי אלון \u202bمدرسة البلوط",
    "👩‍👩‍👧‍👦 🟩 Z\u0351\u0351\u0351a\u0315\u0315lgo",
    "& < > " * 400,
    "Wagga" * 400,
    "The reply can be read in more than one way. " * 230,
    "*",
    "\u200b",
    "",
)
HOSTILE = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=120),
    st.text(alphabet="*_~`<>&:|!@# \n\u202e\u200bab1", max_size=60),
)
"""Texts as somebody might write who wants to do harm, or whose program is broken."""

TODAY = dt.date(2027, 1, 13)
RECEIVED = dt.datetime(2027, 1, 13, 9, 42, tzinfo=dt.UTC)
SAM = Adviser("Sam Okafor", "sam.okafor@council.example")
DANA = Adviser("Dana Whitlock", "dana.whitlock@council.example")
OAK = School("100001", "Hethersett Oak Primary School", phase="Primary", town="Hethersett", district="Norwich")
TUESDAY, THURSDAY = Slot(dt.date(2027, 1, 26), Part.AM), Slot(dt.date(2027, 1, 28), Part.PM)
MAIL = (
    "Dear Sam,\n\nTuesday 26 January in the morning would probably work, but I have to check with our head first."
    " Otherwise we could do any morning in the week after half-term.\n\nTom Askew, our governor, will join us.\n\n"
    "Best wishes\nPriya Nair\nDesignated teacher\n\nOn 11 January 2027 Virtual School Visits wrote:\n"
    "> 1. Tuesday 26 January 2027, morning (9:15am to 12:15pm)\n> 2. Thursday 28 January 2027, afternoon\n"
)


def _evidence(about: str, value: str, words: str) -> Evidence:
    start = MAIL.index(words)
    return Evidence(about, value, words, start, start + len(words), "a rule")


SAID = Understanding(
    kind=Kind.REPLY,
    action=Action.HAND_OVER,
    proposed=(),
    windows=(Window(dt.date(2027, 2, 22), dt.date(2027, 2, 26), (), Part.AM),),
    attendees=(Attendee("Tom Askew", Role.GOVERNOR), Attendee(None, Role.HEADTEACHER)),
    governor=Governor.NAMED,
    reason=ReasonCode.TENTATIVE,
    evidence=(
        _evidence("accepted", "2027-01-26 am", "Tuesday 26 January in the morning would probably work"),
        _evidence("window", "22 to 26 February 2027, mornings", "any morning in the week after half-term"),
        _evidence("attendee", "Tom Askew (governor)", "Tom Askew, our governor, will join us"),
    ),
)


def visit(number: int = 421, **changes: object) -> Visit:
    """A visit that has an open offer."""
    slots = (OfferedSlot(1, TUESDAY), OfferedSlot(2, THURSDAY))
    made = Visit(
        reference=f"VS-{number:04}",
        urn=OAK.urn,
        academic_year=2027,
        adviser=SAM.email,
        state=VisitState.OFFERED,
        waiting_for=WaitingFor.SCHOOL,
        offers=(Offer(1, slots, sent_at=RECEIVED),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def waiting_visit(number: int = 421, code: ReasonCode = ReasonCode.TENTATIVE) -> Visit:
    """A visit that waits for its adviser."""
    return visit(number, waiting_for=WaitingFor.ADVISER, reason_code=code, reason=reason_sentence(code))


def agreed_visit(number: int, slot: Slot) -> Visit:
    """A visit with a date."""
    people = (Attendee("Tom Askew", Role.GOVERNOR), Attendee("Joan Birch", Role.HEADTEACHER))
    return visit(
        number,
        state=VisitState.AGREED,
        waiting_for=WaitingFor.NOBODY,
        agreed=slot,
        attendees=people,
        governor=Governor.NAMED,
    )


def letter(said: Understanding | None = SAID) -> StoredLetter:
    """The letter that a card is about, without its bytes."""
    return StoredLetter(12, "<a@oak.example>", b"", RECEIVED, sender="p.nair@oak.example", understanding=said)


def open_card(number: int = 421, code: ReasonCode = ReasonCode.TENTATIVE, **changes: object) -> OpenCard:
    """A card that waits for Sam."""
    slots = (OfferedSlot(1, TUESDAY), OfferedSlot(2, THURSDAY))
    made = OpenCard(waiting_visit(number, code), OAK, SAM, 77, slots, letter(), "")
    return replace(made, **changes)  # type: ignore[arg-type]


def mail_shown(text: str = MAIL, said: Understanding | None = SAID, **changes: object) -> MailShown:
    """The letter of the card, read."""
    stretches = cut(text, visible(text), said)
    made = MailShown(12, "Priya Nair <p.nair@oak.example>", "Re: Virtual School visit [VS-0421]", RECEIVED, stretches)
    return replace(made, **changes)  # type: ignore[arg-type]


SCHOOLS = (
    "Hethersett Oak Primary School", "St Ninian's Catholic Primary School", "Wensum Bridge Academy",
    "Blackthorn Junior School", "Marlpit Lane Infant School", "Earlham Fields High School", "Yare Valley College",
    "Tuckswood Community School", "Larkman Rise Nursery", "Bowthorpe Green Primary Academy", "Cringleford Ash School",
    "Drayton Hollow Primary School",
)  # fmt: skip


def listed(made: Visit, name: str = OAK.name, adviser: Adviser | None = SAM) -> ListedVisit:
    """A visit with its names."""
    return ListedVisit(made, replace(OAK, name=name), adviser)


def school_day(number: int) -> Slot:
    """One of many half days from the sample's today on: two a day, Monday to Friday."""
    days, half = divmod(number, 2)
    weeks, weekday = divmod(days, 5)
    monday = TODAY - dt.timedelta(TODAY.weekday())
    return Slot(monday + dt.timedelta(7 * weeks + weekday), (Part.AM, Part.PM)[half])


COVERAGE = Coverage(
    schools=400,
    not_invited=40,
    states=(
        (VisitState.TO_ARRANGE, 36),
        (VisitState.OFFERED, 108),
        (VisitState.AGREED, 96),
        (VisitState.VISITED, 104),
        (VisitState.SIGNED_OFF, 16),
    ),
    weeks=tuple(
        Week(dt.date(2027, 1, 4) + dt.timedelta(7 * place), visited, agreed)
        for place, (visited, agreed) in enumerate(
            [(50, 0), (70, 4), (0, 30), (0, 26), (0, 18), (0, 0), (0, 12), (0, 6)]
        )
    ),
)
TEAM = (
    Colleague("Sam Okafor", 41, 32, 47, 2),
    Colleague("Dana Whitlock", 38, 35, 52, 1),
    Colleague("Rosa Marsh", 41, 29, 45, 0),
)


def home_shown(**changes: object) -> HomeShown:
    """Sam's App Home."""
    mine = [(2, 0), (3, 2), (5, 3), (10, 4), (12, 5), (20, 6), (23, 7), (41, 8)]
    agreed = tuple(listed(agreed_visit(400 + place, school_day(day + 3)), SCHOOLS[place]) for day, place in mine)
    cards = (
        open_card(),
        open_card(
            433, ReasonCode.QUESTION, school=replace(OAK, name=SCHOOLS[1]), slots=(OfferedSlot(1, THURSDAY),),
            taken_by="Sam Okafor",
        ),
    )  # fmt: skip
    made = HomeShown(
        name=SAM.name,
        today=TODAY,
        mine=agreed,
        waiting=tuple(listed(card.visit, card.school.name) for card in cards),
        coverage=COVERAGE,
        is_manager=False,
        cards=cards,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def digest() -> Digest:
    """A week in January."""
    agreed = tuple(
        DatedVisit(f"VS-{440 + place}", SCHOOLS[place], SAM.name, school_day(8 + place), ("governor",), Governor.NAMED)
        for place in range(8)
    )
    return Digest(
        team="Virtual School Visits",
        now=RECEIVED,
        today=TODAY,
        year=2027,
        since=RECEIVED - dt.timedelta(7),
        until=RECEIVED,
        coverage=COVERAGE,
        agreed_lately=agreed[:3],
        coming=agreed,
        waiting=(
            WaitingVisit("VS-0421", SCHOOLS[0], SAM.name, ReasonCode.TENTATIVE, TODAY),
            WaitingVisit("VS-0433", SCHOOLS[1], SAM.name, ReasonCode.QUESTION, TODAY - dt.timedelta(2)),
        ),
        silent=(SilentVisit("VS-0450", SCHOOLS[9], DANA.name, 2, TODAY - dt.timedelta(21)),),
        outlooks=(Outlook(SAM.email, SAM.name, 47, 96), Outlook(DANA.email, DANA.name, 52, 48)),
        at_risk=(AtRisk("VS-0450", SCHOOLS[9], DANA.name, "No answer after two reminders."),),
    )


NAMES = HOSTILE
SLOTS = st.builds(Slot, st.dates(dt.date(2026, 9, 1), dt.date(2027, 7, 31)), st.sampled_from(Part))
PEOPLE = st.builds(Attendee, NAMES, st.none() | st.sampled_from(Role), st.none() | NAMES)


@st.composite
def understandings(draw: st.DrawFn) -> Understanding:
    """Anything a letter may be understood as."""
    days = st.dates(dt.date(2026, 9, 1), dt.date(2027, 7, 31))
    weekdays = st.lists(st.sampled_from(Weekday), max_size=5, unique=True).map(tuple)
    windows = st.builds(Window, days, days, weekdays, st.none() | st.sampled_from(Part))
    return Understanding(
        kind=Kind.REPLY,
        action=draw(st.sampled_from(Action)),
        accepted=tuple(draw(st.lists(SLOTS, max_size=9))),
        ruled_out=tuple(draw(st.lists(SLOTS, max_size=9))),
        proposed=tuple(draw(st.lists(st.builds(ProposedSlot, days, st.none() | st.sampled_from(Part)), max_size=9))),
        windows=tuple(draw(st.lists(windows, max_size=9))),
        attendees=tuple(draw(st.lists(PEOPLE, max_size=30))),
        absent=tuple(draw(st.lists(PEOPLE, max_size=3))),
        governor=draw(st.sampled_from(Governor)),
        sensitive=draw(st.booleans()),
        has_question=draw(st.booleans()),
    )


@st.composite
def any_visits(draw: st.DrawFn) -> ListedVisit:
    """Any visit, with hostile names."""
    state = draw(st.sampled_from(VisitState))
    made = visit(
        draw(st.integers(1, 9999)),
        state=state,
        waiting_for=draw(st.sampled_from(WaitingFor)),
        reason_code=draw(st.none() | st.sampled_from(ReasonCode)),
        reason=draw(HOSTILE),
        agreed=draw(st.none() | SLOTS),
        attendees=tuple(draw(st.lists(PEOPLE, max_size=12))),
        governor=draw(st.sampled_from(Governor)),
    )
    adviser = draw(st.none() | st.builds(Adviser, NAMES, st.just("a@council.example")))
    return ListedVisit(made, draw(st.none() | st.builds(School, st.just("100001"), NAMES)), adviser)


@st.composite
def any_cards(draw: st.DrawFn) -> OpenCard:
    """Any card, with hostile names."""
    item = draw(any_visits())
    said = draw(st.none() | understandings())
    slots = draw(st.lists(SLOTS, max_size=5, unique=True))
    return OpenCard(
        visit=item.visit,
        school=School("100001", draw(NAMES)),
        adviser=Adviser(draw(NAMES), "a@council.example"),
        effect_id=draw(st.integers(1, 10**12)),
        slots=tuple(OfferedSlot(number, slot) for number, slot in enumerate(slots, start=1)),
        letter=letter(said) if said else None,
        taken_by=draw(NAMES),
    )
