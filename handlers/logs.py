"""Logs on standard error, for people or as JSON lines, with every mail address and every secret blacked out.

Our own lines come from structlog; those of libraries, through the standard library's logging, take the same way.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from structlog.typing import Processor

_HANDLER = "visitbot"
_OURS = ("bot", "handlers", "storage")
_OWN_OUTPUT = ("dbos",)  # libraries that would otherwise bring a handler of their own, past the blacking out
_SECRET_KEYS = ("token", "password", "passwd", "secret", "authorization", "api_key", "credential")
_BLACKED_OUT = (
    (re.compile(r"(?<=://)[^\s/@:]*:[^\s/@]*(?=@)"), "[secret]"),
    (re.compile(r"\bx(?:ox[a-z]|app)-[\w-]+"), "[secret]"),
    (re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]+", re.IGNORECASE), r"\1 [secret]"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), "[secret]"),
    (re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*"), "[address]"),
)


def black_out(text: str) -> str:
    """The text without mail addresses (Message-IDs look like them and go too), tokens and passwords in addresses."""
    for pattern, instead in _BLACKED_OUT:
        text = pattern.sub(instead, text)
    return text


def _blacked(key: str, value: object) -> object:
    if any(word in key.casefold() for word in _SECRET_KEYS):
        return "[secret]"
    if isinstance(value, Mapping):
        return {black_out(str(name)): _blacked(str(name), inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_blacked("", inner) for inner in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return black_out(str(value))


def _black_out_event(_logger: object, _method: str, event: MutableMapping[str, object]) -> MutableMapping[str, object]:
    return {key: value if key.startswith("_") else _blacked(key, value) for key, value in event.items()}


def configure_logs(level: str, style: str, stream: TextIO | None = None) -> None:
    """Send all logs to `stream` (standard error if None) from `level` up, as "console" text or "json" lines.

    Libraries speak from "warning" up only, unless the level is "debug". Calling it again replaces what was set.
    """
    import structlog

    out = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=out.isatty(), pad_event_to=0)
    )
    last: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, _black_out_event, renderer]
    _install(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last), out, level.upper())


def _install(formatter: logging.Formatter, out: TextIO, level: str) -> None:
    handler = logging.StreamHandler(out)
    handler.set_name(_HANDLER)
    handler.setFormatter(formatter)
    for name in ("", *_OWN_OUTPUT):
        logger = logging.getLogger(name)
        logger.handlers = [old for old in logger.handlers if old.get_name() != _HANDLER] + [handler]
        logger.setLevel(level if level == "DEBUG" else max(logging.WARNING, logging.getLevelNamesMapping()[level]))
        logger.propagate = False
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
