import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from bot.digest import make_digest
from bot.digest_values import Digest
from bot.effects import MailEffect, MailKind
from bot.model import (
    Address,
    Adviser,
    Attendee,
    Governor,
    Hours,
    Offer,
    OfferedSlot,
    Part,
    ReasonCode,
    Role,
    School,
    Slot,
    Team,
    Visit,
    VisitState,
    WaitingFor,
)
from bot.school_days import SchoolCalendar, Term
from bot.wording.digest_pages import digest_html, digest_json, digest_text
from bot.wording.lines import digest_ready
from bot.wording.mails import compose
from bot.wording.material import MailMaterial

TEAM = Team("visits@council.example", "Virtual School Visits")
ALEX = Adviser("Alex <b>Marsh</b>", "alex@council.example")
NOW = dt.datetime(2027, 7, 19, 7, 0, tzinfo=dt.UTC)
CALENDAR = SchoolCalendar((Term("Summer 2027", dt.date(2027, 7, 19), dt.date(2027, 7, 20)),))
SECRET = "Jayden is off again and his foster carer is upset"


@pytest.fixture
def digest() -> Digest:
    """A team with one visit agreed, one that waits over a letter about a child, and four that nobody has begun."""
    agreed = Visit(
        "VS-0001",
        "1",
        2027,
        ALEX.email,
        state=VisitState.AGREED,
        agreed=Slot(dt.date(2027, 7, 20), Part.AM),
        agreed_at=NOW - dt.timedelta(2),
        attendees=(Attendee("Tom Askew", Role.GOVERNOR),),
        governor=Governor.NAMED,
        contact="head@oak.example",
    )
    waiting = Visit(
        "VS-0002",
        "2",
        2027,
        ALEX.email,
        state=VisitState.OFFERED,
        waiting_for=WaitingFor.ADVISER,
        reason_code=ReasonCode.SENSITIVE,
        reason=SECRET,
        updated=NOW,
    )
    others = tuple(Visit(f"VS-000{number}", str(number), 2027, ALEX.email) for number in (3, 4, 5, 6))
    schools = {str(number): School(str(number), f"Oak & Ash {number}") for number in range(1, 7)}
    return make_digest(TEAM, (agreed, waiting, *others), schools, (ALEX,), CALENDAR, NOW)


FACES: list[Callable[[Digest], str]] = [digest_text, digest_html, digest_json, digest_ready]


@pytest.mark.parametrize("face", FACES)
def test_no_child_no_name_and_no_address_is_in_a_digest(face: Callable[[Digest], str], digest: Digest) -> None:
    shown = face(digest)
    assert not re.search(r"Jayden|foster|Askew|head@", shown)


def test_managers_read_the_worst_news_first(digest: Digest) -> None:
    text = digest_text(digest)
    assert text.startswith(
        "Virtual School Visits: Monday 19 July 2027\n\n"
        "0 of 6 schools (0%) have been visited. 1 visit is agreed. 5 schools have no date yet.\n"
        "The advisers together have 3 half days left for them, so at least 2 schools will be missed.\n"
        "Alex <b>Marsh</b> has 5 schools left and 3 half days, so 2 schools will be missed.\n"
    )
    assert "- Week of 19 July 2027: 0 visited, 1 agreed" in text
    assert (
        "- Oak & Ash 2. Adviser: Alex <b>Marsh</b>. "
        "Why: The letter may hold something about a particular child or a confidential matter. "
        "Since: 19 July 2027. Reference: VS-0002"
    ) in text
    assert (
        "- Tuesday 20 July 2027, morning. School: Oak & Ash 1. Adviser: Alex <b>Marsh</b>. Who: Governor. "
        "Governor: Named. Reference: VS-0001"
    ) in text
    assert "No school is silent." in text


def test_the_page_can_be_read_aloud_and_runs_nothing(digest: Digest) -> None:
    page = digest_html(digest)
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1
    assert page.count("<table") == page.count("<caption>")
    assert page.count('scope="col"') > 0
    assert not re.search(r"<(script|img|link|iframe|form)\b|https?://|url\(|<b>", page)
    assert "Oak &amp; Ash 2" in page
    assert 'style="width:16%"' in page


def test_a_program_reads_the_same_figures(digest: Digest) -> None:
    read = json.loads(digest_json(digest))
    assert read["coverage"] | {"states": None, "weeks": None} == {
        "schools": 6,
        "not_invited": 0,
        "visited": 0,
        "agreed": 1,
        "left": 5,
        "half_days_left": 3,
        "states": None,
        "weeks": None,
    }
    assert read["now"] == "2027-07-19T07:00:00Z"
    assert read["coming"] == read["agreed_lately"]
    assert read["coming"][0] == {
        "reference": "VS-0001",
        "school": "Oak & Ash 1",
        "adviser": "Alex <b>Marsh</b>",
        "date": "2027-07-20",
        "part": "am",
        "roles": ["governor"],
        "governor": "named",
    }
    assert read["waiting"][0]["reason_code"] == "sensitive"
    assert [adviser["missed"] for adviser in read["advisers"]] == [2]
    assert len(read["at_risk"]) == 2


def test_the_channel_gets_the_year_in_one_line(digest: Digest) -> None:
    assert digest_ready(digest) == (
        "Virtual School Visits, this week: 0 of 6 schools visited, 1 agreed, 5 without a date, "
        "1 waiting for an adviser, 2 at risk. The whole digest: visitbot digest"
    )


def test_the_digest_mail_shows_the_digest_and_asks_for_no_answer(digest: Digest) -> None:
    effect = MailEffect(key="d", kind=MailKind.DIGEST, to=("manager@council.example",))
    material = MailMaterial(
        effect, "<d@council.example>", NOW, TEAM, Hours(), (Address("", "manager@council.example"),), digest=digest
    )
    mail = message_from_bytes(compose(material), policy=policy.default)
    assert mail["Subject"] == "Virtual School Visits: digest of 19 July 2027"
    assert (mail["X-Visit-Mail"], mail["X-Visit-Reference"]) == ("digest", None)
    assert "OOF" in str(mail["X-Auto-Response-Suppress"])
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == digest_text(digest)
    with pytest.raises(ValueError, match="needs its digest"):
        compose(replace(material, digest=None))


def test_a_team_that_has_not_begun_gets_a_page_too() -> None:
    empty = make_digest(TEAM, (), {}, (), SchoolCalendar(()), NOW)
    assert digest_text(empty).startswith(
        "Virtual School Visits: Monday 19 July 2027\n\n0 of 0 schools have been visited."
    )
    assert "No adviser is known." in digest_html(empty)
    assert json.loads(digest_json(empty))["advisers"] == []


def test_uneven_work_and_silent_schools_are_told_apart_from_too_little_time() -> None:
    busy = Adviser("Bea", "bea@council.example")
    offer = Offer(1, (OfferedSlot(1, Slot(dt.date(2027, 7, 20), Part.AM)),), chases=1, sent_at=NOW - dt.timedelta(14))
    visits = tuple(
        Visit(
            f"VS-000{number}",
            str(number),
            2027,
            busy.email,
            state=VisitState.OFFERED,
            waiting_for=WaitingFor.SCHOOL,
            offers=(offer,),
        )
        for number in range(1, 6)
    )
    schools = {str(number): School(str(number), f"Oak {number}") for number in range(1, 7)}
    made = make_digest(TEAM, visits, schools, (busy, ALEX), CALENDAR, NOW)
    text = digest_text(made)
    assert (
        "The advisers together have 8 half days left, but not everybody has enough:\n"
        "Bea has 5 schools left and 4 half days, so 1 school will be missed.\n"
    ) in text
    assert "- Oak 1. Adviser: Bea. Reminders: 1. Offer sent: 5 July 2027. Reference: VS-0001" in text
    assert "- Not invited yet. Schools: 1" in text
    assert json.loads(digest_json(made))["silent"][0] == {
        "reference": "VS-0001",
        "school": "Oak 1",
        "adviser": "Bea",
        "chases": 1,
        "sent": "2027-07-05",
    }
