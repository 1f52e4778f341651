"""Mail in HTML only: the cut must be found by what each mail program leaves in its tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.html import to_text
from bot.reading.letter import read_letter
from bot.reading.visible import visible
from tests.no_hang import no_hang

SECTIONS = Path(__file__).with_name("html_answers.txt").read_text(encoding="utf-8").split("\n%% ")[1:]
ANSWERS = {name: html for name, _, html in (section.partition("\n") for section in SECTIONS)}

PARTS = {
    "{quote}": (
        "<p>Dear Sam,</p><p>We can come on:</p><ol><li>Tuesday 26 January 2027, morning</li><li>Thursday"
        " 28 January 2027, afternoon</li></ol><p>Virtual School</p>"
    ),
    "{head}": (
        '<p class="MsoNormal"><b><span lang="EN-US">From:</span></b><span lang="EN-US"> Virtual School '
        "&lt;v@council.example&gt; <br><b>Sent:</b> 12 January 2027 09:00<br><b>To:</b> Sam Smith "
        "&lt;sam@oak.example&gt;<br><b>Subject:</b> Visit [VS-0421]<o:p></o:p></span></p>"
    ),
    "{open}": (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- @font-face '
        "{font-family:Calibri;} p.MsoNormal {margin:0cm;} --></style><!--[if gte mso "
        '9]><xml><o:shapedefaults v:ext="edit"/></xml><![endif]--></head><body lang="EN-GB" '
        'link="#0563C1"><div class="WordSection1">'
    ),
    "{answer}": "Option 2 please. Mr Lee (governor) &amp; I will be there.<br><br>Thanks<br>Sam",
}
"""What the replies of many programs share, as it stands in html_only.txt."""
HTML_ONLY = [
    (*tuple(section.partition("\n")[0].split(" | ")), section.partition("\n")[2])
    for section in Path(__file__).with_name("html_only.txt").read_text(encoding="utf-8").split("\n%% ")[1:]
]


@pytest.mark.parametrize(("program", "answer", "html"), HTML_ONLY, ids=[name for name, *_ in HTML_ONLY])
def test_of_a_mail_in_html_only_exactly_what_is_new_is_read(program: str, answer: str, html: str) -> None:
    for name, part in PARTS.items():
        html = html.replace(name, part)
    raw = f"From: sam@oak.example\nContent-Type: text/html; charset=utf-8\n\n{html}"
    seen = visible(read_letter(raw.encode()).text)
    answers = [one.replace("/", "\n") for one in answer.split(" || ")]
    assert ([passage.text for passage in seen.passages] if len(answers) > 1 else [seen.text]) == answers, program


@pytest.mark.parametrize("program", ANSWERS)
def test_the_quote_is_found_by_the_tags_of_each_mail_program(program: str) -> None:
    assert visible(to_text(ANSWERS[program])).text == "Yes, option 2 please.\n\nSam"


def test_an_answer_between_the_quotes_is_kept_with_what_it_answers() -> None:
    html = (
        '<div class="gmail_quote">On Tue, 12 Jan 2027 at 09:00, Us &lt;v@council.example&gt; wrote:<br>'
        "<blockquote class=gmail_quote>1. Tuesday 26 January</blockquote><div>No</div>"
        "<blockquote class=gmail_quote>2. Thursday 28 January</blockquote><div>Yes please</div></div>"
    )
    assert [(passage.text, passage.answers) for passage in visible(to_text(html)).passages] == [
        ("No", "1. Tuesday 26 January"),
        ("Yes please", "2. Thursday 28 January"),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("<div>One<br></div><div><br></div><div>Two</div>", "One\n\nTwo"),
        ("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>", "One\n\nTwo"),
        ("<ol><li>no</li><li>yes</li></ol>", "1. no\n2. yes"),
        ("<ol start=2><li>yes</li><li value=4>no</li></ol>", "2. yes\n4. no"),
        ("<ul><li>Tom</li><li>Ann</li></ul>", "- Tom\n- Ann"),
        ("<table><tr><td>Tom</td><td><p>Governor</p></td></tr><tr><td>Ann</td><td>Head</td></tr></table>",
         "Tom | Governor\nAnn | Head"),
        ("<s>1. Tuesday</s><br>2. Thursday", "~~1. Tuesday~~\n2. Thursday"),
        ('<span style="text-decoration: line-through">1. Tuesday</span>', "~~1. Tuesday~~"),
        ('Yes<div style="display:none">option 3</div>', "Yes"),
        ("<style>p {x: y}</style><script>option(3)</script><title>t</title>Yes<!-- option 3 -->", "Yes"),
        ("&lt;b&gt; &amp; &#x2713; &nope;", "<b> & ✓ &nope;"),
        ("<pre>a\n  b</pre>", "a\n  b".replace("  ", "")),
        ('Yes <img alt="👍"> <img alt="a long description">', "Yes 👍"),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">only indented</blockquote>', "only indented"),
        ("<b>unclosed <i>tags", "unclosed tags"),
        ("a < b and <3 you", "a < b and <3 you"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_seen_in_the_mail_is_what_is_read(html: str, text: str) -> None:
    assert to_text(html) == text


TAGS = st.sampled_from(
    ["<div>", "</div>", "<p>", "<blockquote>", "</blockquote>", "<br>", "<td>", "</tr>", "<ol>", "<li>", "<!--", "-->",
     "<s>", "</s>", "<pre>", "<style>", "</style>", "<a href='", '<a title="', ">", "<", "&amp", "\0", "text ",
     '<div class="gmail_signature">', "<hr>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join))
def test_no_tag_soup_breaks_the_reader(html: str) -> None:
    assert isinstance(visible(to_text(html)).text, str)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        '<a "',
        "<blockquote>a",
        "<table><tr><td>",
        "&amp;&lt;",
        "<style>",
        "<div><b>x</b></div>",
        "</p>",
        "<a x=y ",
    ],
)
def test_no_html_keeps_the_bot_waiting(piece: str) -> None:
    with no_hang():
        assert isinstance(to_text(piece * (2_000_000 // len(piece))), str)
