"""Blocks drawn as a page, roughly as Slack shows them: only what our views use, for pictures that people look at."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.chat.small_png import small_png

Json = Mapping[str, Any]

WIDTH = 700
STYLE = """
body{margin:0;background:#fff;font:15px/1.46 "Lato","Liberation Sans",Arial,sans-serif;color:#1d1c1d}
#page{width:660px;padding:16px 20px;box-sizing:content-box}
.from{display:flex;gap:10px;margin-bottom:18px}.from:last-child{margin-bottom:0}
.face{flex:none;width:36px;height:36px;border-radius:8px;background:#1d70b8;color:#fff;font-weight:700;
line-height:36px;text-align:center}.said{flex:1;min-width:0}
.who b{font-weight:900}.who i{font-style:normal;font-size:10px;font-weight:700;background:#e8e8e8;color:#616061;
border-radius:3px;padding:1px 4px;margin:0 6px}.who span{font-size:12px;color:#616061}
h3{font-size:18px;line-height:1.3;margin:6px 0 4px}p{margin:6px 0}
.beside{display:flex;gap:16px;align-items:flex-start;justify-content:space-between;margin:6px 0}.beside p{margin:0}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px;margin:8px 0}
.context{font-size:13px;color:#616061;margin:4px 0 8px}hr{border:0;border-top:1px solid #ddd;margin:12px 0}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
.button{border:1px solid #c9c9ca;border-radius:8px;padding:3px 11px;font-size:14px;font-weight:700;background:#fff;
white-space:nowrap}.primary{background:#007a5a;border-color:#007a5a;color:#fff}
.modal{border:1px solid #d0d0d0;border-radius:10px}
.modal>header,.modal>footer{padding:12px 20px;font-weight:900;font-size:18px}.modal>div{padding:2px 20px 8px}
.modal>header{border-bottom:1px solid #e4e4e4}.modal>footer{border-top:1px solid #e4e4e4;text-align:right}
.modal>footer .button+.button{margin-left:8px}
label{display:block;font-weight:700;margin:12px 0 4px}.held{border:1px solid #b8b8b8;border-radius:6px;padding:6px 10px;
min-height:20px;white-space:pre-wrap}.hint{font-size:13px;color:#616061;margin-top:4px}
.radio{margin:4px 0}.radio span{display:inline-block;width:14px;height:14px;border:1px solid #888;border-radius:50%;
vertical-align:-3px;margin-right:8px;box-sizing:border-box}.radio .on{border:5px solid #007a5a}
code{background:#f6f6f7;border:1px solid #ddd;border-radius:3px;padding:1px 3px;color:#c01343;
font:700 12.5px "DejaVu Sans Mono",monospace;-webkit-box-decoration-break:clone}
.rich{white-space:pre-wrap;margin:6px 0}blockquote{margin:6px 0;padding-left:12px;border-left:4px solid #ddd;
white-space:pre-wrap;color:#454245}
.dot,.cell{display:inline-block;width:12px;height:12px;border-radius:50%;vertical-align:-1px;margin-right:3px}
.cell{width:17px;height:17px;border-radius:3px;margin-right:2px;vertical-align:-3px}
.bars{font-family:"DejaVu Sans Mono",monospace;letter-spacing:0}
"""
SIGNS = {
    "🟩": ("cell", "#4aa564"), "🟦": ("cell", "#4a7fd0"), "⬜": ("cell", "#dcdcdc"), "🟢": ("dot", "#4aa564"),
    "🔵": ("dot", "#4a7fd0"), "🟡": ("dot", "#f0c93a"), "🟠": ("dot", "#ee8a2c"), "⚪": ("dot", "#dcdcdc"),
    "⚫": ("dot", "#333"),
}  # fmt: skip
"""Machines without a font for emoji draw them too."""


def message_page(*messages: tuple[str, list[Json]]) -> str:
    """Messages of ours below one another, each with the time at which it stands in the channel."""
    return _page("".join(_from_us(at, "".join(map(_block, blocks))) for at, blocks in messages))


def view_page(view: Json) -> str:
    """A modal or App Home."""
    inner = "".join(map(_block, view["blocks"]))
    if view["type"] == "home":
        return _page(inner)
    submit = f'<span class="button primary">{_text(view["submit"])}</span>' if "submit" in view else ""
    foot = f'<footer><span class="button">{_text(view["close"])}</span>{submit}</footer>'
    return _page(f'<div class="modal"><header>{_text(view["title"])}</header><div>{inner}</div>{foot}</div>')


def _page(inner: str) -> str:
    measure = "document.title=document.getElementById('page').offsetHeight"
    return (
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title></title><style>{STYLE}</style>'
        f'<body><div id="page">{inner}</div><script>{measure}</script></body></html>'
    )


def _from_us(at: str, inner: str) -> str:
    who = f'<div class="who"><b>Visit Bot</b><i>APP</i><span>{at}</span></div>'
    return f'<div class="from"><div class="face">VB</div><div class="said">{who}{inner}</div></div>'


def _text(thing: Json) -> str:
    """A text object as HTML: what mrkdwn escapes is escaped in HTML too."""
    if thing["type"] == "plain_text":
        return _signs(html.escape(thing["text"])).replace("\n", "<br>")
    bold = re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"<b>\1</b>", thing["text"])
    return _signs(re.sub(r"([▁▂▃▄▅▆▇█]+)", r'<span class="bars">\1</span>', bold)).replace("\n", "<br>")


def _signs(text: str) -> str:
    for sign, (name, colour) in SIGNS.items():
        text = text.replace(sign, f'<span class="{name}" style="background:{colour}"></span>')
    return text


def _section(block: Json) -> str:
    if "fields" in block:
        return f'<div class="fields">{"".join(f"<div>{_text(field)}</div>" for field in block["fields"])}</div>'
    said = f"<p>{_text(block['text'])}</p>"
    return f'<div class="beside">{said}{_element(block["accessory"])}</div>' if "accessory" in block else said


def _element(element: Json) -> str:
    kind = element["type"]
    if kind == "button":
        return f'<span class="button {element.get("style", "")}">{_text(element["text"])}</span>'
    if kind == "radio_buttons":
        chosen = element.get("initial_option", {}).get("value")
        return "".join(_radio(item, is_on=item["value"] == chosen) for item in element["options"])
    held = element.get("initial_value") or element.get("initial_date") or element.get("placeholder", {}).get("text", "")
    return f'<div class="held">{html.escape(held)}</div>'


def _radio(item: Json, *, is_on: bool) -> str:
    return f'<div class="radio"><span class="{"on" if is_on else ""}"></span>{_text(item["text"])}</div>'


def _input(block: Json) -> str:
    optional = " (optional)" if block.get("optional") else ""
    hint = f'<div class="hint">{_text(block["hint"])}</div>' if "hint" in block else ""
    return f"<label>{_text(block['label'])}{optional}</label>{_element(block['element'])}{hint}"


def _rich(block: Json) -> str:
    made = ""
    for part in block["elements"]:
        inner = "".join(map(_styled, part["elements"]))
        quoted = part["type"] == "rich_text_quote"
        made += f"<blockquote>{inner}</blockquote>" if quoted else f'<div class="rich">{inner}</div>'
    return made


def _styled(element: Json) -> str:
    text, style = html.escape(element["text"]), element.get("style", {})
    for name, tag in (("italic", "em"), ("code", "code"), ("bold", "b")):
        if style.get(name):
            text = f"<{tag}>{text}</{tag}>"
    return text


_BLOCKS: dict[str, Callable[[Json], str]] = {
    "header": lambda block: f"<h3>{_text(block['text'])}</h3>",
    "section": _section,
    "context": lambda block: f'<div class="context">{"   ".join(map(_text, block["elements"]))}</div>',
    "divider": lambda _: "<hr>",
    "actions": lambda block: f'<div class="actions">{"".join(map(_element, block["elements"]))}</div>',
    "input": _input,
    "rich_text": _rich,
}


def _block(block: Json) -> str:
    return _BLOCKS[block["type"]](block)


def draw(page: str, png: Path, chromium: str) -> None:
    """The page as a picture as high as it needs to be."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        run = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--hide-scrollbars"]
        run.append(f"--user-data-dir={folder}")
        dom = subprocess.run([*run, "--dump-dom", source.as_uri()], capture_output=True, text=True, check=True).stdout
        found = re.search(r"<title>(\d+)</title>", dom)
        height = int(found[1]) if found else 800
        shot = [f"--screenshot={png}", f"--window-size={WIDTH},{height}", "--force-device-scale-factor=1.5"]
        subprocess.run([*run, *shot, source.as_uri()], capture_output=True, check=True)
    png.write_bytes(small_png(png.read_bytes()))
