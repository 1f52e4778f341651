"""What stands in a mail without being said by its writer: signatures, disclaimers, banners, marks of mail programs."""

from __future__ import annotations

from bot.reading import signature_words as words
from bot.reading.lines import Line


def aside(paragraph: list[Line]) -> int | None:
    """The index of the paragraph's first line from which on it is a disclaimer or banner; None where it is neither."""
    words = " ".join(line.body for line in paragraph[:60])[:4_000]
    for content, start in ((words.DISCLAIMER, words.DISCLAIMER_START), (words.BANNER, words.BANNER_EDGE)):
        if content.search(words):
            return next(
                (i for i, line in enumerate(paragraph) if start.match(line.body) or content.search(line.body)), 0
            )
    return None


def is_marker(line: Line) -> bool:
    """Whether a mail program or ticket system wrote this line: "Sent from my iPhone", "Get Outlook for iOS"."""
    body = line.body
    return len(body) < 300 and (words.MARKER.match(body) is not None or words.TICKET.match(body) is not None)


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
    for i, line in enumerate(lines):
        if words.DELIMITER.match(line.body):
            return i
    return None


def _after_valediction(lines: list[Line]) -> int | None:
    """Behind "Kind regards" and the name under it, if nothing below is said to us."""
    filled = [i for i, line in enumerate(lines) if line.body]
    for position in range(len(filled) - 1, max(-1, len(filled) - 30), -1):
        if not words.VALEDICTION.match(lines[filled[position]].body):
            continue
        below = filled[position + 1 :]
        if below and words.PERSON.match(lines[below[0]].body) and not is_prose(lines[below[0]].body):
            below = below[1:]
        if below and not any(is_prose(lines[i].body) for i in below):
            return below[0]
    return None


def is_prose(body: str) -> bool:
    """Whether a line below a name speaks to the reader: a postscript, a question, a whole sentence."""
    if words.PROSE.search(body):
        return True
    sentence = len(body.split()) >= 6 and body[-1:] in ".!?" and words.SPEAKS.search(body) is not None
    return sentence and not words.WORKING.match(body) and not words.CONTACT.search(body)


def _closing_block(lines: list[Line]) -> int | None:
    """A name with title, school, telephone or working days under it, at the end and without a valediction."""
    start = None
    paragraphs = _paragraphs(lines)
    for number, (first, after) in reversed(list(enumerate(paragraphs))):
        block = [line.body for line in lines[first:after]]
        above = [line.body for line in lines[slice(*paragraphs[number - 1])]] if number else []
        if not above or above[-1].endswith(":") or not (_is_card(block) or _repeats_name(above, block)):
            break
        start = first
    return start


def _is_card(block: list[str]) -> bool:
    """Whether every line could stand on a visiting card, and one of them could stand nowhere else."""
    if len(block) > 14 or any(len(body) > 240 or is_prose(body) for body in block):
        return False
    if len(block) == 1:
        return bool((words.CONTACT.search(block[0]) and len(block[0].split()) <= 12) or words.FOOTER.search(block[0]))
    people = [_person_with_role(body) for body in block[:2]]
    if all(people) or words.VALEDICTION.match(block[0]):
        return False
    signs = [_is_detail(body) for body in block[1:]]
    return (people[0] or words.PERSON.match(block[0]) is not None) and signs[0] and sum(signs) * 2 >= len(signs)


def _is_detail(body: str) -> bool:
    return bool(words.CONTACT.search(body) or words.WORKING.match(body) or words.FOOTER.search(body) or is_title(body))


def _repeats_name(above: list[str], block: list[str]) -> bool:
    """A card of one line, "Mrs E Appiah, Inclusion Manager", under the name that the writer signed with."""
    return len(above) == len(block) == 1 and words.PERSON.match(above[0]) is not None and _person_with_role(block[0])


def is_title(body: str) -> bool:
    """A job title or the name of a school: short, no sentence, no bullet, no first name with a role behind it."""
    return (
        len(body) < 110
        and words.TITLE.search(body) is not None
        and body[0] not in "-•0123456789"
        and body[-1] not in ".?!:"
    )


def _person_with_role(body: str) -> bool:
    for sign in (",", " | ", " - ", " – "):
        name, found, role = body.partition(sign)
        if found:
            return words.PERSON.match(name.strip()) is not None and bool(role.strip()) and is_title(role.strip())
    return False


def _footer(lines: list[Line]) -> int | None:
    """Term dates and the like in the last lines, or what stands under a rule: a mailing list's or a school's footer."""
    filled = [i for i, line in enumerate(lines) if line.body]
    start = None
    for i in reversed(filled[-4:]):
        if not words.FOOTER.search(lines[i].body):
            break
        start = i
    for position in range(len(filled) - 1, max(0, len(filled) - 12), -1):
        i = filled[position]
        if words.RULE.match(lines[i].body) and filled[position - 1] < i - 1:
            below = [lines[n].body for n in filled[position + 1 :]]
            if not below or (not any(map(is_prose, below)) and (len(below) == 1 or any(map(_is_detail, below)))):
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
