"""What stands in a mail without being said by its writer: signatures, disclaimers, banners, marks of mail programs."""

from __future__ import annotations

from typing import NamedTuple

from bot.reading import signature_words as words
from bot.reading.guarded import lowered
from bot.reading.lines import Line


class Held(NamedTuple):
    """What could stand in a mail that nobody wrote for us, asked once for the whole: most mails hold none of it."""

    banners: bool
    disclaimers: bool
    markers: bool


def held_asides(lines: list[Line]) -> Held:
    """What `asides` and `is_marker` could find in any of these lines."""
    kinds = words.of_nobody(lowered(" ".join([line.body for line in lines])))
    return Held("banner" in kinds, "disclaimer" in kinds, "marker" in kinds)


def asides(paragraph: list[Line], held: Held) -> set[int]:
    """The lines that nobody wrote for us: those of a gateway's banner, and a disclaimer to the paragraph's end."""
    found: set[int] = set()
    if held.banners:
        found.update(i for i, line in enumerate(paragraph) if words.BANNER.search(line.body))
    if held.disclaimers:
        found.update(range(_disclaimer_start(paragraph), len(paragraph)))
    return found


def _disclaimer_start(paragraph: list[Line]) -> int:
    """The line at which a disclaimer begins, also one whose telling words are folded; else behind the last."""
    low = lowered(" ".join([line.body for line in paragraph]))
    if not (words.DISCLAIMER.may_be_in(low) or words.OFTEN_DISCLAIMER.may_be_in(low)):
        return len(paragraph)
    start = next((i for i, line in enumerate(paragraph) if _begins_disclaimer(line.body)), None)
    if start is None and words.DISCLAIMER.search(" ".join(line.body for line in paragraph[:60])[:4_000]):
        start = next((i for i, line in enumerate(paragraph) if words.DISCLAIMER_START.match(line.body)), None)
    return len(paragraph) if start is None else start


def _begins_disclaimer(body: str) -> bool:
    if words.DISCLAIMER.search(body):
        return True
    return words.DISCLAIMER_START.match(body) is not None and words.OFTEN_DISCLAIMER.search(body) is not None


def is_marker(line: Line) -> bool:
    """Whether a mail program or ticket system wrote this line: "Sent from my iPhone", "Get Outlook for iOS"."""
    body = line.body
    if len(body) >= 300:
        return False
    if words.TICKET.pattern.match(body) is not None or words.MARKER_ABROAD.pattern.match(body) is not None:
        return True
    by_program = words.MARKER.pattern.match(body) is not None
    return by_program and not (words.ABOUT_VISIT.search(body) or words.DATED.search(body))


def signature_start(lines: list[Line]) -> int | None:
    """The index at which the signature of these own lines begins, if they end in one.

    The delimiter "-- " before all; else what follows a valediction and a name; else a block of name, title and contact
    details at the end; and a footer of dates.
    """
    delimited = _delimited(lines)
    if delimited is not None:
        return delimited
    closing = _after_valediction(lines)
    found = (_closing_block(lines) if closing is None else closing, _footer(lines))
    return min((start for start in found if start is not None), default=None)


def _delimited(lines: list[Line]) -> int | None:
    """At "-- " (RFC 3676, 4.3); other dashes alone in a line count if nothing is said below them."""
    for i, line in enumerate(lines):
        if line.body[:1] not in words.DELIMITERS or words.DELIMITER.match(line.body) is None:
            continue
        if not (_is_drawn(line.body) and i < len(lines) - 20):
            below = [other.body for other in lines[i + 1 : i + 40] if other.body]
            if _is_drawn(line.body) and not _are_a_card(below):
                continue
            standard = line.body[0] not in "-_" or line.end - line.start == len("-- ") == len(line.body) + 1
            if standard or line.body.startswith("-----") or not any(map(is_said, below)):
                return i
    return None


def _is_drawn(body: str) -> bool:
    """Whether dashes or underscores are a line that somebody drew, rather than the delimiter without its space."""
    return body[0] in "-_" and body != "--" and len(body) <= 4


def _are_a_card(bodies: list[str]) -> bool:
    """Whether a few lines begin with a name, a title or a telephone number, and say nothing."""
    if not 0 < len(bodies) <= 6 or any(words.SPEAKS.search(body) for body in bodies):
        return False
    first = bodies[0]
    return words.PERSON.match(first) is not None or words.CONTACT.search(first) is not None or is_title(first)


def _after_valediction(lines: list[Line]) -> int | None:
    """Behind "Kind regards" and the name under it, if nothing below is said to us."""
    filled = [i for i, line in enumerate(lines) if line.body]
    for position in range(len(filled) - 1, max(-1, len(filled) - 30), -1):
        if not words.VALEDICTION.match(lines[filled[position]].body):
            continue
        below = filled[position + 1 :]
        if below and words.PERSON.match(lines[below[0]].body) and not is_said(lines[below[0]].body):
            below = below[1:]
        if below and not any(is_said(lines[i].body) for i in below):
            return below[0]
    return None


def is_said(body: str) -> bool:
    """Whether a line near a name is said to the reader: a postscript, a question, a second thought, a date.

    In doubt it is said: an address among the words does no harm, a lost "actually not the 26th" does.
    """
    if words.HABIT.match(body):
        return False
    if words.PROSE.search(body) if "?" in body else words.PROSE.match(body):
        return True
    if words.WORKING.match(body) or is_footer(body):
        return False
    cells = [cell for cell in words.CELLS.split(body) if cell]
    if len(cells) > 1:
        on_card = is_title(cells[0]) or words.PERSON.match(cells[0]) is not None
        return any(words.SPEAKS.search(cell) if on_card and len(cells) > 2 else is_said(cell) for cell in cells)
    spoken = words.SPEAKS.search(body) is not None
    if words.CONTACT.search(body) or is_title(body):
        return (
            spoken
            and len(body.split()) >= 4
            and (words.ABOUT_VISIT.search(body) or words.DATED.search(body)) is not None
        )
    return (
        (spoken and len(body) > 3)
        or (words.DATED.search(body) is not None and not is_announced(body))
        or (body[:1].islower() and len(body.split()) >= 4)
    )


def is_announced(body: str) -> bool:
    """Whether a line tells everybody of an event or of term dates: "Open evening 17 June, tours at 4pm"."""
    return words.EVENT.search(body) is not None and words.SPEAKS.search(body) is None and "?" not in body


def is_footer(body: str) -> bool:
    """Whether a line is what a school prints under every mail, and nobody says anything behind its label."""
    label = words.FOOTER.match(body)
    if label is None and "|" in body:
        label = words.FOOTER_CELLS.search(body)
    return label is not None and words.SPEAKS.search(body, label.end()) is None


def _closing_block(lines: list[Line]) -> int | None:
    """A name with title, school, telephone or working days under it, at the end and without a valediction."""
    start = None
    paragraphs = _paragraphs(lines)
    for number, (first, after) in reversed(list(enumerate(paragraphs))):
        block = [line.body for line in lines[first:after]]
        above = [line.body for line in lines[slice(*paragraphs[number - 1])]] if number else []
        if not above or above[-1].endswith(":"):
            break
        if not (_is_card(block) or _repeats_name(above, block) or _is_notice(above, block)):
            break
        if len(block) == 1 and _is_told_link(block[0]) and not _stands_on_card(above[-1]):
            break
        start = first
    return start


def _is_card(block: list[str]) -> bool:
    """Whether every line could stand on a visiting card, and one of them could stand nowhere else."""
    if len(block) > 14 or max(map(len, block)) > 240:
        return False
    return (_is_lone_card(block[0]) if len(block) == 1 else _is_long_card(block)) and not any(map(is_said, block))


def _is_lone_card(body: str) -> bool:
    if words.WORKING_LABEL.match(body):
        return True
    printed = (words.CONTACT.search(body) is not None and len(body.split()) <= 12) or is_footer(body)
    return printed and words.TELLS.search(body) is None


def _is_told_link(body: str) -> bool:
    """Whether a line is a link without the name of a school or the label that a card would give it."""
    on_card = words.LINK_ON_CARD.match(body) is not None or is_title(words.LINK.split(body, maxsplit=1)[0])
    return words.LINK.search(body) is not None and not on_card


def _stands_on_card(body: str) -> bool:
    if words.LINK.search(body):
        return not _is_told_link(body)
    return words.PERSON.match(body) is not None or words.VALEDICTION.match(body) is not None or _is_detail(body)


def _is_long_card(block: list[str]) -> bool:
    """Whether a person stands above details, and nothing looks like a letter's end or a list of people."""
    first = _person_with_role(block[0])
    if (first and _person_with_role(block[1])) or words.VALEDICTION.match(block[0]):
        return False
    if not first and words.PERSON.match(block[0]) is None:
        return False
    signs = [_is_detail(body) for body in block[1:]]
    return signs[0] and sum(signs) * 2 >= len(signs)


def _is_detail(body: str) -> bool:
    known = (
        words.CONTACT.search(body) or words.WORKING.match(body) or words.HABIT.match(body) or words.PLACE.search(body)
    )
    return bool(known or is_footer(body) or is_title(body) or is_announced(body))


def _is_notice(above: list[str], block: list[str]) -> bool:
    """What a school tells everybody, in lines under the name that the writer signed with."""
    return len(block) < 4 and words.PERSON.match(above[-1]) is not None and all(is_announced(body) for body in block)


def _repeats_name(above: list[str], block: list[str]) -> bool:
    """A card of one line, "Mrs E Appiah, Inclusion Manager", under the name that the writer signed with."""
    return len(above) == len(block) == 1 and words.PERSON.match(above[0]) is not None and _person_with_role(block[0])


def is_title(body: str) -> bool:
    """A job title or the name of a school: short, no sentence, no bullet, no first name with a role behind it."""
    return (
        0 < len(body) < 110
        and body[0] not in "-•0123456789"
        and body[-1] not in ".?!:"
        and words.TITLE.search(body) is not None
    )


def _person_with_role(body: str) -> bool:
    for sign in (",", " | ", " - ", " – "):
        name, _, role = body.partition(sign)
        if not role.strip():
            continue
        named = words.PERSON.match(name.strip()) is not None and not is_title(name.strip())
        if named and is_title(role.strip()):
            return True
    return False


def _stands_below_detail(lines: list[Line], index: int) -> bool:
    return index > 0 and lines[index - 1].body != "" and _is_detail(lines[index - 1].body)


def _footer(lines: list[Line]) -> int | None:
    """Term dates and the like in the last lines, or what stands under a rule: a mailing list's or a school's footer."""
    filled = [i for i, line in enumerate(lines) if line.body]
    start = None
    for i in reversed(filled[-4:]):
        if not (is_footer(lines[i].body) or (is_announced(lines[i].body) and _stands_below_detail(lines, i))):
            break
        start = i
    for position in range(len(filled) - 1, max(-1, len(filled) - 12), -1):
        i = filled[position]
        if (
            lines[i].body[0] in words.RULED
            and words.RULE.match(lines[i].body)
            and (position == 0 or filled[position - 1] < i - 1)
        ):
            below = [lines[n].body for n in filled[position + 1 :]]
            if 1 < len(below) < 6 and words.LIST_FOOTER.match(below[0]) and words.CONTACT.search(below[1]):
                return i
            if not below or (not any(map(is_said, below)) and (len(below) == 1 or any(map(_is_detail, below)))):
                start = i
    return start if filled and start != filled[0] else None


def _paragraphs(lines: list[Line]) -> list[tuple[int, int]]:
    found, first = [], None
    for i, line in enumerate(lines):
        if line.body and first is None:
            first = i
        elif not line.body and first is not None:
            found.append((first, i))
            first = None
    if first is not None:
        found.append((first, len(lines)))
    return found
