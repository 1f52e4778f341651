"""What Slack's documentation asks of arguments, as far as we call its methods."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "auth.test": (),
    "apps.connections.open": (),
    "chat.postMessage": ("channel",),
    "chat.postEphemeral": ("channel", "user"),
    "chat.update": ("channel", "ts"),
    "conversations.open": ("users",),
    "conversations.history": ("channel",),
    "conversations.replies": ("channel", "ts"),
    "users.info": ("user",),
    "users.lookupByEmail": ("email",),
    "views.open": ("trigger_id", "view"),
    "views.update": ("view", "view_id"),
    "views.publish": ("user_id", "view"),
}
SCOPES: Mapping[str, str] = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "channels:history",
    "conversations.replies": "channels:history",
    "users.info": "users:read",
    "users.lookupByEmail": "users:read.email",
}
"""The scope that each method needs of a bot; methods that are not named need none."""
OTHER_SCOPES = frozenset({"commands", "app_mentions:read", "im:history", "groups:history", "metadata.message:read"})

Check = Callable[[Any], str]


def fault_of(method: str, arguments: Mapping[str, Any]) -> str:
    """Slack's error for wrong arguments, "" where they are right."""
    if method not in REQUIRED:
        return "unknown_method"
    if any(not arguments.get(name) for name in REQUIRED[method]):
        return "invalid_arguments"
    if method in ("chat.postMessage", "chat.update", "chat.postEphemeral"):
        return message_fault(arguments)
    if method.startswith("views."):
        return view_fault(arguments["view"])
    return ""


def message_fault(message: Mapping[str, Any]) -> str:
    """As for chat.postMessage."""
    text, blocks = message.get("text", ""), message.get("blocks", [])
    if not text and not blocks:
        return "no_text"
    if not text:
        return "no_text_for_notifications"  # Slack only warns; a screen reader has nothing to read
    if len(text) > 40_000:
        return "msg_too_long"
    metadata = message.get("metadata")
    if metadata is not None and not ({"event_type", "event_payload"} <= metadata.keys()):
        return "invalid_metadata_format"
    return blocks_fault(blocks, 50)


def view_fault(view: Mapping[str, Any]) -> str:
    """As for views.open."""
    if view.get("type") not in ("modal", "home"):
        return "invalid_arguments"
    if view["type"] == "modal" and not 0 < len(view.get("title", {}).get("text", "")) <= 24:
        return "invalid_arguments"
    if len(view.get("private_metadata", "")) > 3000 or len(view.get("callback_id", "")) > 255:
        return "invalid_arguments"
    return blocks_fault(view.get("blocks", []), 100)


def blocks_fault(blocks: Any, most: int) -> str:
    """The documented limits of blocks, whatever their kind."""
    if not isinstance(blocks, list) or len(blocks) > most:
        return "invalid_blocks"
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    if len(ids) != len(set(ids)) or any(len(name) > 255 for name in ids):
        return "invalid_blocks"
    return next((fault for block in blocks for fault in [_block_fault(block)] if fault), "")


def _block_fault(block: Mapping[str, Any]) -> str:
    kind = block.get("type")
    well = {
        "section": lambda: (block.get("text") or block.get("fields")) and len(block.get("fields", ())) <= 10
        and _text(block.get("text"), 3000) and all(_text(field, 2000) for field in block.get("fields", ())),
        "header": lambda: _text(block["text"], 150) and block["text"]["type"] == "plain_text",
        "context": lambda: 0 < len(block["elements"]) <= 10 and all(_text(item, 3000) for item in block["elements"]),
        "divider": lambda: True,
        "actions": lambda: 0 < len(block["elements"]) <= 25 and all(map(_element, block["elements"])),
        "input": lambda: _text(block["label"], 2000) and block["element"]["type"] != "button",
        "rich_text": lambda: bool(block["elements"]),
        "table": lambda: len(block["rows"]) <= 100,
    }.get(str(kind))  # fmt: skip
    if well is None or not well():
        return "invalid_blocks"
    return "" if "accessory" not in block or _element(block["accessory"]) else "invalid_blocks"


def _text(text: Any, most: int) -> bool:
    return text is None or (isinstance(text, Mapping) and 0 < len(text.get("text", "")) <= most)


def _element(element: Mapping[str, Any]) -> bool:
    if len(element.get("action_id", "")) > 255 or len(element.get("value", "")) > 2000:
        return False
    if element["type"] == "button":
        return _text(element["text"], 75)
    options = element.get("options", ())
    return len(options) <= 100 and all(_text(o["text"], 75) and len(o.get("value", "")) <= 150 for o in options)
