"""What `doctor` looks at in Microsoft 365 and at calendar feeds: each thing tried for real; nothing is changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from email.utils import parsedate_to_datetime

from bot.errors import PlainError
from bot.ports import Diary
from handlers.diary.graph import GraphDiary
from handlers.findings import Finding, wrong
from handlers.http_line import Answer
from handlers.mail.graph_folders import denied, folder_id, place_in
from handlers.microsoft_graph import GraphClient, GraphError
from handlers.sections import MailSettings
from handlers.sections_graph import FeedDiarySettings, GraphDiarySettings, GraphMailSettings

LARGEST_SKEW = dt.timedelta(minutes=2)
_PROBE = "doctor@localhost.invalid"
_NO_MAIL = b"!"
"""No base64: Graph refuses it, after it has looked whether we may send."""
Now = Callable[[], dt.datetime]


def check_graph_mailbox(settings: GraphMailSettings, now: Now) -> Iterator[Finding]:
    """Signing in, the mailbox, its folders, Sent Items, the right to send, and the clock, in this order."""
    try:
        client = GraphClient(settings.access("mail"))
    except PlainError as error:
        yield wrong("Microsoft 365", str(error))
        return
    try:
        yield from examine_mailbox(client, settings, now)
    finally:
        client.close()


def examine_mailbox(client: GraphClient, settings: GraphMailSettings, now: Now) -> Iterator[Finding]:
    """The same through a client that is there already."""
    try:
        answer = client.read(place_in(settings.box, "mailFolders", "inbox"), {"$select": "id,displayName"})
        if not answer.well:
            raise denied(client, settings.box, "open the inbox", answer)
        yield Finding("Microsoft 365", f"{client.access.graph_url} lets us open the mailbox {settings.box}.")
        yield clock_finding(answer, now())
        yield from _folders(client, settings)
        yield _sent(client, settings.box)
        yield _sending(client, settings.box)
    except (PlainError, GraphError) as error:
        yield wrong("Microsoft 365", str(error))


def check_graph_diaries(
    settings: GraphDiarySettings, mail: MailSettings, advisers: Sequence[str], now: Now
) -> Iterator[Finding]:
    """Whether each adviser's free time can be seen, and their calendar be opened."""
    try:
        access, box = settings.asks_as(mail)
    except PlainError as error:
        yield wrong("diaries", str(error))
        return
    client = GraphClient(access)
    try:
        yield from examine_diaries(GraphDiary(client, box), advisers, now)
    finally:
        client.close()


def examine_diaries(diary: GraphDiary, advisers: Sequence[str], now: Now) -> Iterator[Finding]:
    """The same through a diary that is there already."""
    today = now().date()
    for adviser in advisers:
        what = f"diary of {adviser}"
        try:
            diary.busy(adviser, today, today + dt.timedelta(7))
            diary.standing(adviser, [_PROBE])
        except PlainError as error:
            yield wrong(what, str(error))
        else:
            yield Finding(what, "Free time can be seen, and the calendar opened.")


def check_feeds(settings: FeedDiarySettings, diary: Diary, advisers: Sequence[str], now: Now) -> Iterator[Finding]:
    """Whether each feed can be read, belongs to an adviser, and which advisers have none."""
    today = now().date()
    known = {adviser.casefold() for adviser in advisers}
    for adviser in settings.feeds:
        what = f"calendar feed of {adviser}"
        if adviser.casefold() not in known:
            yield wrong(what, f"No adviser has the address {adviser}; correct diary.feeds, or import advisers.")
            continue
        try:
            count = len(diary.busy(adviser, today, today + dt.timedelta(28)))
        except PlainError as error:
            yield wrong(what, str(error))
        else:
            yield Finding(what, f"It can be read; {count} times in the next four weeks are taken.")
    without = [adviser for adviser in advisers if adviser.casefold() not in settings.feeds]
    if without:
        named = ", ".join(without[:3]) + (" and others" if len(without) > 3 else "")
        yield Finding(
            "calendar feeds", f"There is none for {named} in diary.feeds; nothing is known of when they are busy."
        )


def clock_finding(answer: Answer, now: dt.datetime) -> Finding:
    """How this machine's clock compares with the Date of an answer (which has no fraction of a second)."""
    try:
        skew = now - parsedate_to_datetime(answer.headers.get("date", "")).astimezone(dt.UTC)
    except (ValueError, TypeError):
        return Finding("clock", "Microsoft 365 does not say what time it is.")
    if abs(skew) <= LARGEST_SKEW:
        return Finding("clock", "This machine's clock agrees with Microsoft 365's.")
    which = "ahead of" if skew > dt.timedelta() else "behind"
    minutes = round(abs(skew) / dt.timedelta(minutes=1))
    return wrong(
        "clock",
        f"This machine's clock is {minutes} minutes {which} Microsoft 365's; let it be set over the network (NTP).",
    )


def _folders(client: GraphClient, settings: GraphMailSettings) -> Iterator[Finding]:
    if folder_id(client, settings.box, settings.folder) is None:
        yield wrong("mail folder", f"There is no folder {settings.folder}; make it, or correct mail.folder.")
    else:
        yield Finding("mail folder", f"{settings.folder} is there.")
    if settings.handled == "mark":
        yield Finding("handled mail", f"It stays where it is, with the category {settings.handled_name}.")
    elif folder_id(client, settings.box, settings.handled_name) is None:
        yield Finding("handled mail", f"The folder {settings.handled_name} will be made with the first mail.")
    else:
        yield Finding("handled mail", f"The folder {settings.handled_name} is there.")


def _sent(client: GraphClient, box: str) -> Finding:
    query = {"$filter": f"internetMessageId eq '<{_PROBE}>'", "$select": "id,isDraft", "$top": "1"}
    answer = client.read(place_in(box, "messages"), query)
    if not answer.well:
        raise denied(client, box, "look for a sent mail", answer)
    return Finding("Sent Items", "Sent mail can be looked up by its Message-ID.")


def _sending(client: GraphClient, box: str) -> Finding:
    """Whether we may send: asked with something that is no mail, so that none can go out."""
    answer = client.send_once(place_in(box, "sendMail"), _NO_MAIL, "text/plain")
    if answer.status in (401, 403, 404):
        return wrong("sending", str(denied(client, box, "let us send mail", answer)))
    if answer.status == 400:
        return Finding("sending", "We may send from the mailbox; `visitbot doctor --send-test ADDRESS` tries it.")
    return Finding("sending", "Not known; try it with `visitbot doctor --send-test ADDRESS`.")
