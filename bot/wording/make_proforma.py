"""Makes the proforma's template anew: `python -m bot.wording.make_proforma`.

The template is a plain Word file with docxtpl's marks in it, so a council can also open it in Word and make it its own.
It asks for numbers only: no part of it has room for a child's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.wording.proforma import TEMPLATE
from bot.wording.proforma_questions import FACTS, GRIDS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

INK, SHADE, LINE = "1D3B53", "E8EEF3", "8A9BA8"
ROW_CM, WRITING_ROW_CM = 0.72, 1.1
UNUSED = ("stylesWithEffects", "customXml", "thumbnail")
WIDTH_CM = 17.0


def make_template() -> Document:
    """The template as a python-docx document."""
    document = _empty_document()
    document.add_heading("Virtual School visit", 0)
    document.add_paragraph("The form for the day", style="Subtitle")
    _fact_table(document)
    document.add_paragraph()
    note = _table(document, 1, (WIDTH_CM,)).rows[0].cells[0]
    _write(note, "Numbers only. ", bold=True)
    note.paragraphs[0].add_run("Do not write the name or initials of a child, or anything that could identify one.")
    _shade(note, SHADE)
    document.add_heading("1. Who took part", 1)
    _people_table(document)
    for heading, hint, columns, rows in GRIDS:
        document.add_heading(heading, 1)
        document.add_paragraph(hint).paragraph_format.keep_with_next = True
        _grid(document, columns, rows)
    _drop_unused(document)
    return document


def _empty_document() -> Document:
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.8)
    section.footer.paragraphs[
        0
    ].text = "Virtual School visit: the form for the day. Numbers only, no names of children."
    document.core_properties.title = "Virtual School visit: the form for the day"
    document.core_properties.language = "en-GB"
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _set_styles(document)
    return document


def _set_styles(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": 10.5, "Title": 24, "Subtitle": 13, "Heading 1": 13}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string("0B0C0C" if name == "Normal" else INK)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(2)


def _fact_table(document: Document) -> None:
    table = _table(document, len(FACTS), (4.0, WIDTH_CM - 4.0))
    for row, (name, mark) in zip(table.rows, FACTS, strict=True):
        _write(row.cells[0], name, bold=True)
        _shade(row.cells[0], SHADE)
        _write(row.cells[1], mark)


def _people_table(document: Document) -> None:
    table = _table(document, 7, (7.0, 7.0, 3.0))
    _head_row(table, ("Name", "Role", "Took part"))
    _write(table.rows[1].cells[0], "{%tr for person in people %}")
    for cell, mark in zip(table.rows[2].cells, ("{{ person.name }}", "{{ person.role }}", ""), strict=True):
        _write(cell, mark)
    _write(table.rows[3].cells[0], "{%tr endfor %}")


def _grid(document: Document, columns: Sequence[str], rows: Sequence[str]) -> None:
    first = 6.5 if rows[0] else WIDTH_CM / len(columns)
    rest = (WIDTH_CM - first) / (len(columns) - 1)
    height = ROW_CM if all(rows) else WRITING_ROW_CM
    table = _table(document, len(rows) + 1, (first, *[rest] * (len(columns) - 1)), height)
    _head_row(table, columns)
    for row, name in zip(table.rows[1:], rows, strict=True):
        _write(row.cells[0], name)


def _table(document: Document, rows: int, widths: Sequence[float], height: float = ROW_CM) -> Table:
    from docx.shared import Cm, Pt

    table: Table = document.add_table(rows, len(widths), style="Table Grid")
    table.autofit = False
    _draw_lines(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        row.height = Cm(height)
        _add(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001  python-docx has no name for it
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            spacing = cell.paragraphs[0].paragraph_format
            spacing.space_before = spacing.space_after = Pt(2)
            spacing.keep_with_next = row._tr is not table.rows[-1]._tr  # noqa: SLF001  a table stays on one page
    return table


def _draw_lines(table: Table) -> None:
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, f"w:{side}", val="single", sz="4", space="0", color=LINE)
    table._tbl.tblPr.append(borders)  # noqa: SLF001


def _drop_unused(document: Document) -> None:
    """Take out what python-docx's own template brings along and no reader needs: nine tenths of its size."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNUSED)]:
            del relations[key]


def _head_row(table: Table, names: Sequence[str]) -> None:
    from docx.shared import Cm, RGBColor

    table.rows[0].height = Cm(ROW_CM)
    _add(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001  read out as headings, repeated overleaf
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        _write(cell, name, bold=True)
        _shade(cell, INK)
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)


def _write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL

    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    if text:
        cell.paragraphs[0].add_run(text).bold = bold


def _shade(cell: _Cell, colour: str) -> None:
    _add(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=colour)  # noqa: SLF001


def _add(parent: object, tag: str, **attributes: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)  # type: ignore[attr-defined]


if __name__ == "__main__":
    make_template().save(str(TEMPLATE))
