"""What Slack would refuse or misread in blocks of ours: the documented limits, and words that would do something."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from handlers.chat.slack.messages import Content
from handlers.chat.slack.views.limits import LIMITS, size

Json = Mapping[str, Any]

_TEXTS = {
    "button": ("text",), "option": ("text", "description"), "header": ("text",), "section": ("text",),
    "confirm": ("title", "text", "confirm", "deny"), "input": ("label", "hint"),
}  # fmt: skip
_STRINGS = ("value", "initial_value", "accessibility_label")
_LISTS = ("fields", "elements", "options")
_KNOWN = {"header", "section", "context", "divider", "actions", "input", "rich_text"}
_ENTITY = re.compile(r"&(?:amp|lt|gt);")


def message_faults(content: Content) -> list[str]:
    """Everything wrong with a message; none is what a test wants."""
    told = [f"message.text has {size(content.text)}"] if size(content.text) > LIMITS["message.text"] else []
    if not content.text.strip():
        told.append("message.text is empty")
    return [*told, *_doings([content.text]), *faults(content.blocks, "message")]


def view_faults(view: Json) -> list[str]:
    """Everything wrong with a modal or App Home."""
    told = [
        f"view.{name} has {len(text)}"
        for name in ("title", "submit", "close", "callback_id", "private_metadata")
        if (text := _words(view.get(name))) and size(text) > LIMITS[f"view.{name}"]
    ]
    if size(json.dumps(view)) > LIMITS["view.characters"]:
        told.append("view.characters")
    View(**deepcopy(dict(view))).validate_json()
    return [*told, *faults(view["blocks"], view["type"])]


def faults(blocks: Sequence[Json], surface: str) -> list[str]:
    """Everything wrong with blocks on "message", "modal" or "home"; raises what slack_sdk's own validation raises."""
    for parsed in Block.parse_all(deepcopy(list(blocks))):
        parsed.validate_json()
    told = [f"{surface}.blocks: {len(blocks)}"] if not 0 < len(blocks) <= LIMITS[f"{surface}.blocks"] else []
    if surface == "message" and size(json.dumps(list(blocks), ensure_ascii=False)) > LIMITS["message.characters"]:
        told.append("message.characters")
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    told += ["block_id twice"] if len(ids) != len(set(ids)) else []
    for block in blocks:
        told += [f"unknown block {block['type']}"] if block["type"] not in _KNOWN else []
        told += _faults_within(block)
        told += _ids_twice(block)
    return [*told, *_doings(_mrkdwn(blocks)), *_hidden(blocks)]


def _faults_within(thing: Json) -> Iterator[str]:
    kind = thing.get("type") or ("option" if "value" in thing else "confirm" if "deny" in thing else "")
    checks = [
        *((f"{kind}.{name}", _words(thing.get(name))) for name in _TEXTS.get(kind, ())),
        *((f"{kind}.{name}", thing.get(name)) for name in _STRINGS),
        *(("section.field", _words(field)) for field in thing.get("fields", ())),
        ("element.action_id", thing.get("action_id")),
        ("element.placeholder", _words(thing.get("placeholder"))),
        ("block.block_id", thing.get("block_id")),
        ("text.text", thing.get("text") if kind in ("mrkdwn", "plain_text") else None),
    ]
    yield from (f"{name} has {size(words)}" for name, words in checks if words and size(words) > LIMITS[name])
    for name in _LISTS:
        most = LIMITS.get(f"{kind}.{name}")
        if name in thing and most is not None and not 0 < len(thing[name]) <= most:
            yield f"{kind}.{name}: {len(thing[name])}"
    if kind in ("mrkdwn", "plain_text", "text") and not thing["text"]:
        yield "an empty text"
    for value in thing.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping):
                yield from _faults_within(inner)


def _ids_twice(block: Json) -> list[str]:
    ids = [element.get("action_id") for element in block.get("elements", ()) if element.get("action_id")]
    return ["action_id twice"] if len(ids) != len(set(ids)) else []


def _words(thing: Any) -> str:
    return thing.get("text", "") if isinstance(thing, Mapping) else thing or ""


def _mrkdwn(thing: Any) -> list[str]:
    if isinstance(thing, Mapping):
        own = [thing["text"]] if thing.get("type") == "mrkdwn" else []
        return own + [text for value in thing.values() for text in _mrkdwn(value)]
    return [text for item in thing for text in _mrkdwn(item)] if isinstance(thing, list | tuple) else []


def _doings(texts: Sequence[str]) -> list[str]:
    """Texts in which Slack would find a mention, a link, code or an emoji: we write none, so it came from outside."""
    told = []
    for text in texts:
        bare = _ENTITY.sub("", text)
        told += [f"{sign!r} in {text[:80]!r}" for sign in "<>&`" if sign in bare]
        told += [f"an emoji in {text[:80]!r}"] if re.search(r":[a-z][\w+'-]*:", text) else []
        told += [f"a quotation in {text[:80]!r}"] if re.search(r"^&gt;", text, re.MULTILINE) else []
        told += [f"italics in {text[:80]!r}"] if re.search(r"(?<![^\W_])[_~]|[_~](?![^\W_])", bare) else []
    return told


_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _hidden(thing: Any) -> list[str]:
    """Characters that nobody sees and that change what is seen."""
    if isinstance(thing, str):
        bad = {
            item for item in thing if item in _TURNS or (unicodedata.category(item) in ("Cc", "Cs") and item != "\n")
        }
        return [f"hidden {sorted(map(ascii, bad))}"] if bad else []
    if isinstance(thing, Mapping):
        values = [value for name, value in thing.items() if name != "value"]  # a button's value is not shown
    else:
        values = list(thing) if isinstance(thing, list | tuple) else []
    return [told for value in values for told in _hidden(value)]
