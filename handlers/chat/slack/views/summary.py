"""The day in one message of the team's channel, for teams that do not want one for each event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.wording.dates import count_text, long_date
from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.escaping import escaped
from handlers.chat.slack.views.pieces import as_json, context, header, section
from handlers.chat.slack.views.rows import and_more

MOST = 30
LINE = 300
LINES_A_BLOCK = 6


def summary(day: dt.date, told: Sequence[str]) -> Content:
    """The lines that the channel would have had, in their order."""
    lines = [f"•  {escaped(text, LINE)}" for text in told[:MOST]]
    made = [
        header(long_date(day)),
        *context(count_text(len(told), "change")),
        *(section("\n".join(lines[first : first + LINES_A_BLOCK])) for first in range(0, len(lines), LINES_A_BLOCK)),
        *context(and_more(MOST, len(told), "ask with /visits")),
    ]
    return Content(f"{long_date(day)}: {count_text(len(told), 'change')}", as_json(made))
