"""The templates, made once: each mail's sentences stand in one file and are shown as plain text and as HTML.

`templates/KIND.jinja` says what a mail says, through the macros of `words.jinja` (heading, paragraph, list, slots).
`templates/text` and `templates/html` each hold a `words.jinja` and a `frame.jinja`: the two ways of showing it. So the
plain text always carries everything that the HTML does. HTML escapes by itself; plain text never does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def text_page(name: str, **words: object) -> str:
    """The template `name` as plain text: no run of blank lines, no space at a line's end."""
    shown = _environment("text").get_template(f"{name}.jinja").render(words)
    kept: list[str] = []
    for line in map(str.rstrip, shown.splitlines()):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n"


def html_page(name: str, **words: object) -> str:
    """The template `name` as a whole HTML page, without blank lines."""
    shown = _environment("html").get_template(f"{name}.jinja").render(words)
    return "\n".join(line for line in map(str.rstrip, shown.split("\n")) if line) + "\n"


@cache
def _environment(face: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader([TEMPLATES / face, TEMPLATES]),
        autoescape=face == "html",  # noqa: S701  plain text has nothing to escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["zip"] = zip
    return environment
