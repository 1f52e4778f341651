"""The modals of a card: its mail with the words that led to the reading, a contact to add, a date to put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.local_time import LONDON
from bot.model import Part, Role, Slot
from bot.wording.dates import clock, long_date, part_name
from bot.wording.people import ROLE_NAMES
from bot.wording.plain import sentence_case
from handlers.chat.slack.views.escaping import escaped, plain_lines
from handlers.chat.slack.views.limits import LIMITS, clip
from handlers.chat.slack.views.pieces import Json, context, header, option, plain_text, section
from handlers.chat.slack.views_of_records import MailShown
from handlers.demo.marks import Piece, Zone

if TYPE_CHECKING:
    from slack_sdk.models import blocks as kit

MOST, MOST_PIECES, MOST_BLOCKS = 24_000, 400, 70
"""Characters, marked or unmarked pieces, and blocks of a mail that are shown; hardly any has more."""
CHUNK = 2_500
"""Characters of one block of a mail."""
PERSON_HINT = "One person a line, with a comma before the role, such as: Tom Askew, governor"
_ZONES = {Zone.SIGNATURE: "Signature, not read as an answer", Zone.QUOTED: "Quoted, not read as an answer"}


def mail_modal(about: str, mail: MailShown) -> Json:
    """A letter as it was written, for the adviser and the managers. Marked words say what they led to.

    The text stands in rich_text, where Slack parses nothing.
    """
    made: list[kit.Block] = [header(mail.subject or "No subject"), *context(escaped(_from(mail)))]
    shown, pieces = 0, 0
    for stretch in mail.stretches:
        kept = _within(stretch.pieces, MOST - shown, MOST_PIECES - pieces)
        if not kept or len(made) > MOST_BLOCKS:
            break
        heading = _ZONES.get(stretch.zone, "")
        made += [*context(f"*{heading}*" if heading else ""), *_blocks(kept, stretch.zone)]
        shown, pieces = shown + sum(len(piece.text) for piece in kept), pieces + len(kept)
    rest = sum(len(stretch.text) for stretch in mail.stretches) - shown
    if rest:
        made += context(f"The mail goes on for {rest:,} characters more: visitbot letters show {mail.letter_id}")
    if not any(stretch.is_marked for stretch in mail.stretches):
        made += context("No words of this mail led to a conclusion.")
    return _modal("The mail", "modal_mail", about, made)


def _within(pieces: Sequence[Piece], characters: int, number: int) -> list[Piece]:
    """The first of the pieces, as many as still have room; the last of them cut where the room ends."""
    kept: list[Piece] = []
    for piece in pieces[: max(number, 0)]:
        text = piece.text[: max(characters, 0)]
        if text:
            kept.append(replace(piece, text=text))
        characters -= len(text)
    return kept


def _from(mail: MailShown) -> str:
    local = mail.received.astimezone(LONDON)
    return f"From {mail.writer}, received {long_date(local.date())} at {clock(local.time())}"


def _blocks(pieces: Sequence[Piece], zone: Zone) -> list[kit.Block]:
    from slack_sdk.models.blocks import RichTextBlock, RichTextQuoteElement, RichTextSectionElement

    kind = RichTextSectionElement if zone is Zone.WRITTEN else RichTextQuoteElement
    return [RichTextBlock(elements=[kind(elements=run)]) for run in _runs(pieces)]


def _runs(pieces: Sequence[Piece]) -> Iterator[list[kit.RichTextElement]]:
    """The pieces as elements, in runs of at most CHUNK characters."""
    run: list[kit.RichTextElement] = []
    room = CHUNK
    for text, is_marked, labels in _chunks(pieces):
        if run and len(text) > room:
            yield run
            run, room = [], CHUNK
        run += _elements(text, is_marked, labels)
        room -= len(text)
    if run:
        yield run


def _chunks(pieces: Sequence[Piece]) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    """Pieces cut to CHUNK; the labels stand at the end of their piece."""
    for piece in pieces:
        text = plain_lines(piece.text)
        for start in range(0, len(text), CHUNK):
            is_last = start + CHUNK >= len(text)
            yield text[start : start + CHUNK], piece.is_marked, piece.labels if is_last else ()


def _elements(text: str, is_marked: bool, labels: tuple[str, ...]) -> list[kit.RichTextElement]:
    from slack_sdk.models.blocks import RichTextElementParts as Parts

    style = Parts.TextStyle(bold=True, code=True) if is_marked else None
    made: list[kit.RichTextElement] = [Parts.Text(text=text, style=style)]
    if labels:
        told = plain_lines(", ".join(clip(label, 200) for label in labels)).replace("\n", " ")
        made.append(Parts.Text(text=f" ({clip(told, 500)})", style=Parts.TextStyle(italic=True)))
    return made


def contact_modal(about: str, name: str, email: str) -> Json:
    """A person to add, whose letter is then accepted."""
    from slack_sdk.models.blocks import StaticSelectElement

    roles = [option(sentence_case(ROLE_NAMES[role]), role.value) for role in Role if role is not Role.PUPIL]
    made = [
        section("Add the sender only if you are sure that they speak for the school. The letter is then read again."),
        _input("name", "Full name", _text_input("name", clip(name, 200))),
        _input(
            "role",
            "Role",
            StaticSelectElement(action_id="role", options=roles, placeholder=plain_text("Choose a role", 150)),
        ),
        _input("email", "Email address", _text_input("email", email if len(email) <= 320 else "")),
    ]
    return _modal("Add a contact", "modal_contact", about, made, "Add and accept")


def correct_modal(about: str, slot: Slot | None, people: str) -> Json:
    """The date, the half of the day and the people, to be put right; `people` as one types them, one a line."""
    from slack_sdk.models.blocks import DatePickerElement, RadioButtonsElement

    parts = {part: option(sentence_case(part_name(part)), part.value) for part in Part}
    day = DatePickerElement(
        action_id="date",
        initial_date=slot.date.isoformat() if slot else None,
        placeholder=plain_text("Choose a date", 150),
    )
    half = RadioButtonsElement(
        action_id="part", options=list(parts.values()), initial_option=parts[slot.part] if slot else None
    )
    made = [
        section("The school gets a confirmation of this date and these people."),
        _input("date", "Date", day),
        _input("part", "Half of the day", half),
        _input("people", "Who takes part", _text_input("people", _lines(people), multiline=True), hint=PERSON_HINT),
    ]
    return _modal("Agree a date", "modal_correct", about, made, "Agree")


def _lines(people: str) -> str:
    """Whole lines only: half a name would be agreed as a person."""
    kept: list[str] = []
    for line in plain_lines(people).splitlines():
        if len("\n".join([*kept, line])) > 1_000:
            break
        kept.append(line)
    return "\n".join(kept)


def _text_input(name: str, value: str, *, multiline: bool = False) -> kit.PlainTextInputElement:
    from slack_sdk.models.blocks import PlainTextInputElement

    shown = plain_lines(value) if multiline else plain_lines(value).replace("\n", " ").strip()
    return PlainTextInputElement(action_id=name, multiline=multiline, initial_value=shown or None)


def _input(name: str, label: str, element: kit.InputInteractiveElement, hint: str = "") -> kit.InputBlock:
    from slack_sdk.models.blocks import InputBlock

    return InputBlock(
        block_id=name,
        label=plain_text(label, LIMITS["input.label"]),
        element=element,
        hint=plain_text(hint, LIMITS["input.hint"]) if hint else None,
        optional=bool(hint),
    )


def _modal(title: str, callback: str, about: str, made: Sequence[kit.Block], submit: str = "") -> Json:
    from slack_sdk.models.views import View

    view = View(
        type="modal",
        title=plain_text(title, LIMITS["view.title"]),
        close=plain_text("Close", LIMITS["view.close"]),
        submit=plain_text(submit, LIMITS["view.submit"]) if submit else None,
        callback_id=callback,
        private_metadata=about,
        blocks=list(made[: LIMITS["modal.blocks"]]),
    )
    return view.to_dict()
