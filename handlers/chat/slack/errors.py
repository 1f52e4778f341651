"""From what Slack's Web API answers to what the effects understand: later, never, or not known."""

from __future__ import annotations

from collections.abc import Mapping

from bot.ports import ChatError, ChatPostponedError, ChatRefusedError

MENDS: Mapping[str, str] = {
    "channel_not_found": "Slack knows no such channel, or the app may not see it; check chat.channel and invite the app"
    " with /invite.",
    "not_in_channel": "The app is not in the channel; write /invite and the app's name there.",
    "is_archived": "The channel is archived; name another in chat.channel.",
    "invalid_auth": "Slack does not accept the bot token; copy it anew from your app's page, OAuth & Permissions.",
    "not_authed": "Slack was given no bot token; set chat.bot_token.",
    "account_inactive": "The app was removed from the workspace; install it again and copy the new bot token.",
    "token_revoked": "The bot token was revoked; install the app again and copy the new one.",
    "token_expired": "The bot token has expired; copy the new one from your app's page.",
    "missing_scope": "The app lacks a permission; give it those of deploy/slack-manifest.yaml and install it again.",
    "restricted_action": "A rule of the workspace forbids the app to post there; ask its administrator.",
    "user_not_found": "Slack knows no such user; correct the adviser's slack_id or address.",
    "users_not_found": "Slack knows no user of that address; correct the adviser's slack_id or address.",
    "cannot_dm_bot": "The adviser's slack_id belongs to a bot; correct it.",
    "user_disabled": "The user has been deactivated in Slack; correct the adviser's slack_id.",
}
"""Refusals that a person can mend, and how."""

UNKNOWN_OUTCOME = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "ekm_access_denied"}
)
"""Answers after which a message may stand or not."""

RATE_LIMITED = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})


class ChatGoneError(ChatRefusedError):
    """The message that was to be changed, or its channel, is not there any more."""


GONE = frozenset({"message_not_found", "thread_not_found", "cant_update_message", "edit_window_closed"})


def of_answer(method: str, error: str, status: int, retry_after: float) -> ChatError:
    """The error for an answer that is not ok."""
    if status == 429 or error in RATE_LIMITED:
        wait = retry_after or 1.0
        return ChatPostponedError(f"Slack asks us to wait {wait:.0f} s; it goes on by itself.", wait)
    if status >= 500 or status == 0 or error in UNKNOWN_OUTCOME or " " in error:
        return ChatError(f"Slack could not say what became of {method}; it is looked up in the next round.")
    if error in GONE:
        return ChatGoneError(f"Slack does not find the message that {method} was to change ({error}).")
    mend = MENDS.get(error)
    return ChatRefusedError(f"{mend} ({error})" if mend else f"Slack refuses {method} ({error}).")


def of_fault(method: str, fault: Exception) -> ChatError:
    """The error where no answer came: before the request left, or after."""
    reason = getattr(fault, "reason", None)
    cause = reason if isinstance(reason, Exception) else fault
    name = type(cause).__name__
    if isinstance(cause, ConnectionRefusedError) or name == "gaierror":
        return ChatPostponedError("Slack cannot be reached; check the network. It goes on by itself.")
    return ChatError(f"Slack did not answer {method} ({name}); it is looked up in the next round.")
