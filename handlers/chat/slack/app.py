"""The Bolt app: what came is let in once, and every listener is registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from handlers.chat.slack.api import Json, quiet_logger
from handlers.chat.slack.bodies import delivery_id
from handlers.chat.slack.listeners import LISTENERS
from handlers.chat.slack.window import Window

if TYPE_CHECKING:
    from slack_bolt import App, BoltResponse


def build_app(window: Window) -> App:
    """The app with its listeners; what reaches it was let in by a door of ours. Raises ChatError."""
    from slack_bolt import App, BoltResponse
    from slack_bolt.authorization import AuthorizeResult

    home = window.office.home()

    def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=home.enterprise or None,
            team_id=home.team,
            bot_user_id=home.bot_user,
            bot_id=home.bot,
            bot_token=window.api.client.token,
        )

    # With `process_before_response` a listener acknowledges in the thread that its request came in, and no queue of
    # work can stand before it.
    app = App(
        name="visitbot",
        logger=quiet_logger(),
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
    )

    def let_in_once(body: Json, next: Callable[[], object]) -> BoltResponse | None:  # noqa: A002 - Bolt's name
        if not window.once.is_first(delivery_id(body)):
            return BoltResponse(status=200)
        next()
        return None

    app.middleware(let_in_once)
    for register in LISTENERS:
        register(app, window)
    return app
