"""What the app must be allowed, and why: the manifest in deploy/ asks for these and no others."""

from __future__ import annotations

from collections.abc import Mapping

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "to hear that somebody mentions it",
    "channels:history": "to find its own messages in a public channel",
    "chat:write": "to post and update messages",
    "commands": "for /visits",
    "groups:history": "to find its own messages in a private channel",
    "im:history": "to read what is written to it in direct messages",
    "im:write": "to open a direct message with an adviser",
    "metadata.message:read": "to tell its own messages by their keys",
    "users:read": "to tell guests and strangers from colleagues",
    "users:read.email": "to know advisers and managers by their address",
}
EVENTS = ("app_home_opened", "app_mention", "message.im")
"""The events that the app listens to."""
METHODS: Mapping[str, str] = {
    "auth.test": "",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "channels:history",
    "conversations.open": "im:write",
    "conversations.replies": "channels:history",
    "users.info": "users:read",
    "users.lookupByEmail": "users:read.email",
    "views.open": "",
    "views.publish": "",
    "views.update": "",
}
"""The methods that are called with the bot token, and the scope that each needs ("" for none)."""
