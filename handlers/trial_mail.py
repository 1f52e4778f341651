"""A mail to try the way out with: sent to an address that somebody reads, and looked for afterwards."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.errors import WrongUseError
from bot.model import Team
from bot.ports import Mailbox, MailError
from bot.wording.headers import UnsendableAddressError, checked_address
from handlers.findings import Finding, wrong

TEXT = """Hello,

This is a test of Visit Bot. If you can read it, {name} can send email.

There is nothing to do, and no answer is needed.
"""


def send_test(mailbox: Mailbox, team: Team, address: str, now: dt.datetime) -> Iterator[Finding]:
    """Whether a mail can be sent, and found again among what was sent. Raises WrongUseError for what is no address."""
    try:
        address = checked_address(address)
    except UnsendableAddressError as error:
        raise WrongUseError(f"--send-test is {error}.") from None
    message_id = f"<test.{secrets.token_hex(12)}@{team.domain}>"
    try:
        mailbox.send(message_id, (address,), _mail(team, address, message_id, now))
    except MailError as error:
        yield wrong("test mail", str(error))
        return
    yield Finding("test mail", f"Sent to {address}; please see whether it arrives, and not among the junk.")
    try:
        found = mailbox.find_sent(message_id)
    except MailError as error:
        yield wrong("sent mail", str(error))
        return
    mend = "check which folder sent mail is kept in, or a mail of unknown outcome could go out twice."
    sentence = "It is found among what was sent." if found else f"It is not found among what was sent; {mend}"
    yield Finding("sent mail", sentence, found)


def _mail(team: Team, address: str, message_id: str, now: dt.datetime) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = str(Address(team.name, addr_spec=team.address))
    mail["To"] = address
    mail["Subject"] = "Visit Bot: a test"
    mail["Message-ID"] = message_id
    mail["Date"] = format_datetime(now)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(TEXT.format(name=team.name))
    return mail.as_bytes()
