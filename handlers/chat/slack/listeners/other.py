"""Whatever else comes is acknowledged, so that Slack shows no warning beside it, and nothing is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import Ack, App

_ANY = re.compile(r".*", re.DOTALL)


def register(app: App, _: Window) -> None:
    """Listen last."""

    def let_be(ack: Ack) -> None:
        ack()

    app.action(_ANY)(let_be)
    app.view(_ANY)(let_be)
    app.event(_ANY)(let_be)
