"""What machines at the invented schools send: absence notes, delivery failures, calendar answers."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
from email.utils import format_datetime

from bot.local_time import LONDON
from handlers.demo.envelopes import Writing, headers


def away_note(writing: Writing) -> bytes:
    """An absence note (RFC 3834): marked as automatic, in reply to our mail, without a quote."""
    message = headers(writing, f"Automatic reply: {writing.answered.subject}")
    message["Auto-Submitted"] = "auto-replied"
    message["X-Auto-Response-Suppress"] = "All"
    message["Precedence"] = "bulk"
    message.set_content("\n\n".join(part for part in (writing.body, writing.signature) if part) + "\n")
    return message.as_bytes()


def delivery_failure(writing: Writing) -> bytes:
    """A delivery report (RFC 3464): the writer's address is unknown for good, with the headers of our mail."""
    domain = writing.email.partition("@")[2]
    report = MIMEMultipart("report", policy=SMTP)
    report.set_param("report-type", "delivery-status")
    report.set_boundary(f"=_report_{writing.at:%Y%m%d%H%M}")
    report["From"] = f"Mail Delivery System <mailer-daemon@{domain}>"
    report["To"] = writing.answered.sender
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Date"] = format_datetime(writing.at.astimezone(LONDON))
    report["Message-ID"] = writing.message_id
    report["Auto-Submitted"] = "auto-replied"
    report["Return-Path"] = "<>"
    report.attach(MIMEText(f"{writing.body}\n\n<{writing.email}>: 550 5.1.1 User unknown\n", "plain", policy=SMTP))
    report.attach(_status(writing, domain))
    report.attach(MIMEText(writing.answered.head + "\n", "rfc822-headers", policy=SMTP))
    return report.as_bytes()


def _status(writing: Writing, domain: str) -> MIMEBase:
    about, recipient = Message(policy=SMTP), Message(policy=SMTP)
    about["Reporting-MTA"] = f"dns; mail.{domain}"
    about["Arrival-Date"] = format_datetime(writing.answered.sent)
    recipient["Final-Recipient"] = f"rfc822; {writing.email}"
    recipient["Action"] = "failed"
    recipient["Status"] = "5.1.1"
    recipient["Diagnostic-Code"] = "smtp; 550 5.1.1 User unknown"
    status = MIMEBase("message", "delivery-status", policy=SMTP)
    status.set_payload([about, recipient])
    return status


def calendar_acceptance(writing: Writing) -> bytes:
    """A calendar program's acceptance (RFC 5546, 3.2.3). Raises ValueError where our mail held no invitation."""
    invitation = writing.answered.invitation
    if invitation is None:
        raise ValueError(f"the mail {writing.answered.message_id} holds no invitation to accept")
    from icalendar import Calendar, Event, vCalAddress

    attendee = vCalAddress(f"mailto:{writing.email}")
    attendee.params["PARTSTAT"] = "ACCEPTED"
    attendee.params["CN"] = writing.name
    event = Event()
    event.add("UID", invitation.uid)
    event.add("SEQUENCE", invitation.sequence)
    event.add("DTSTAMP", writing.at.astimezone(dt.UTC))
    event.add("DTSTART", invitation.start)
    event.add("DTEND", invitation.end)
    event.add("SUMMARY", f"Accepted: {invitation.summary}")
    event.add("ATTENDEE", attendee)
    calendar = Calendar()
    calendar.add("PRODID", "-//Example Calendar//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "REPLY")
    calendar.add_component(event)
    return _with_calendar(writing, f"Accepted: {writing.answered.subject}", calendar.to_ical().decode("utf-8"))


def _with_calendar(writing: Writing, subject: str, calendar: str) -> bytes:
    message: EmailMessage = headers(writing, subject)
    message.set_content(writing.body + "\n")
    message.add_alternative(
        calendar.replace("\r\n", "\n"), subtype="calendar", params={"method": "REPLY"}, cte="quoted-printable"
    )
    message.set_boundary(f"=_calendar_{writing.at:%Y%m%d%H%M%S}")
    return message.as_bytes()
