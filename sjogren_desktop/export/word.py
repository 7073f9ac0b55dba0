"""Displays as a Word document: landscape, heads repeated, footnotes on every page.

Each display is a section of its own, so that its titles are the header and its
footnotes the footer of each of its pages, however many those are. python-docx
makes the package, the styles and the sections; the tables are written as their
XML at once, since cell by cell a listing of thousands of rows takes minutes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from sjogren_desktop import __version__
from sjogren_desktop.export.displays import (
    PAGE,
    PAGES,
    Display,
    HeadLine,
    Run,
    head_lines,
    marks_of,
)
from sjogren_desktop.export.grid import INDENT, MARGIN, Grid, Piece, fit, grid, grouped
from sjogren_desktop.export.house import House
from sjogren_desktop.export.paging import LONGEST_GROUP
from sjogren_desktop.export.type_metrics import width
from sjogren_desktop.results import Progress, Watch, no_progress, paced

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

Picture = Callable[[Display, float, float], tuple[bytes, float]]
"""Called with a display and the room in points; returns a PNG and its width in points."""

WARNING, FAINT, INK = "A32A00", "595959", "000000"

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIELDS = {PAGE: "PAGE", PAGES: "NUMPAGES"}


def word_document(
    displays: Sequence[Display],
    house: House,
    run: Run,
    *,
    picture: Picture,
    progress: Progress = no_progress,
) -> bytes:
    """Return the contents of a ``.docx`` file of these displays."""
    from docx import Document as new_document

    document = new_document()
    _set_up(document, house, run)
    _contents(document, displays, house, run)
    for number, display in enumerate(displays):
        watch = partial(progress, number / max(1, len(displays)), f"Writing {display.label}")
        watch()
        section = document.add_section()
        _header(section, head_lines(display, house), house)
        _footer(section, display, house, run)
        _append(document, _anchor(number))
        if display.table is not None:
            _tables(document, grid(display.table, house.numbers, watch=watch), house, watch)
        else:
            _figure(document, display, house, picture)
    for paragraph in document.element.body.findall(f"{{{_SPACE}}}p"):
        if paragraph.find(f"{{{_SPACE}}}pPr/{{{_SPACE}}}sectPr") is not None:
            _shrink(paragraph)
    contents = BytesIO()
    document.save(contents)
    return contents.getvalue()


def _set_up(document: Document, house: House, run: Run) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.name, style.font.size = house.page.font, Pt(house.page.text_pt)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), house.page.font)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    wide, tall = house.page.points
    section.page_width, section.page_height = Pt(wide), Pt(tall)
    landscape = house.page.orientation == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Pt(house.page.margin)
    section.top_margin = section.bottom_margin = Pt(house.page.margin)
    section.header_distance = section.footer_distance = Pt(house.page.margin * 0.6)
    properties = document.core_properties
    properties.author = properties.last_modified_by = f"Sjögren Desktop {__version__}"
    properties.title = "Tables and figures"
    properties.comments = ""
    moment = run.written.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = moment


def _contents(document: Document, displays: Sequence[Display], house: House, run: Run) -> None:
    marks = marks_of(run, [d.result for d in displays])
    section = document.sections[0]
    _header(section, (HeadLine("Contents", marks, f"Page {PAGE} of {PAGES}"),), house)
    line = HeadLine(f"Sjögren Desktop {__version__}", "", run.stamp)
    _fill(section.footer, _paragraph(line, house, house.page.small_pt, FAINT))
    for number, display in enumerate(displays):
        link = (
            f'<w:hyperlink w:anchor="display_{number}" w:history="1">'
            f"{_run(display.label, house.page.text_pt, bold=True)}"
            f"{_run('  ' + display.title + ' — ' + display.result.study, house.page.text_pt)}"
            "</w:hyperlink>"
        )
        _append(document, f'<w:p><w:pPr><w:spacing w:after="40"/></w:pPr>{link}</w:p>')


def _header(section: Section, lines: Sequence[HeadLine], house: House) -> None:
    size = house.page.text_pt
    paragraphs = [_paragraph(line, house, size, INK) for line in lines]
    paragraphs.append(f'<w:p><w:pPr><w:spacing w:line="{round(size * 10)}"/></w:pPr></w:p>')
    _fill(section.header, *paragraphs)


def _footer(section: Section, display: Display, house: House, run: Run) -> None:
    small = house.page.small_pt
    lines = [HeadLine(note) for note in display.footnotes]
    paragraphs = [_paragraph(line, house, small, INK) for line in lines]
    last = HeadLine(display.source, "", run.stamp if display.source else "")
    paragraphs.append(_paragraph(last, house, small, FAINT))
    _fill(section.footer, *paragraphs)


def _fill(part: object, *paragraphs: str) -> None:
    """Put paragraphs into a header or footer of its own."""
    part.is_linked_to_previous = False  # type: ignore[attr-defined]
    element = part._element  # type: ignore[attr-defined]
    for child in list(element):
        element.remove(child)
    for paragraph in paragraphs:
        element.append(_parsed(paragraph))


def _paragraph(line: HeadLine, house: House, size: float, color: str) -> str:
    """Return a paragraph with texts at the left, in the middle and at the right."""
    room = round(house.page.room * 20)
    if line.center and not (line.left or line.right):
        jc, tabs, texts = '<w:jc w:val="center"/>', "", [line.center]
    else:
        jc, texts = "", [line.left, line.center, line.right]
        tabs = (
            f'<w:tabs><w:tab w:val="center" w:pos="{room // 2}"/>'
            f'<w:tab w:val="right" w:pos="{room}"/></w:tabs>'
        )
        while texts and not texts[-1]:
            texts.pop()
    runs = []
    for place, text in enumerate(texts):
        mark = place == 1 and bool(text)
        ink = WARNING if mark and len(texts) > 1 else color
        bold = line.bold or (mark and len(texts) > 1)
        runs.append(("<w:r><w:tab/></w:r>" if place else "") + _fields(text, size, ink, bold))
    return f"<w:p><w:pPr>{tabs}{jc}</w:pPr>{''.join(runs)}</w:p>"


def _fields(text: str, size: float, color: str, bold: bool) -> str:
    """Return a text as runs, with fields where page numbers shall stand."""
    found = []
    for part in re.split(r"(\{pages?\})", text):
        if part in _FIELDS:
            inner = _run("1", size, bold=bold, color=color)
            found.append(f'<w:fldSimple w:instr="{_FIELDS[part]}">{inner}</w:fldSimple>')
        elif part:
            found.append(_run(part, size, bold=bold, color=color))
    return "".join(found)


def _run(text: str, size: float, *, bold: bool = False, color: str = INK) -> str:
    lines = _CONTROLS.sub(" ", text).split("\n")
    shown = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    strong = "<w:b/>" if bold else ""
    return (
        f'<w:r><w:rPr>{strong}<w:color w:val="{color}"/><w:sz w:val="{round(2 * size)}"/></w:rPr>'
        f"{shown}</w:r>"
    )


def _anchor(number: int) -> str:
    """Return the paragraph before a table, which the contents lead to."""
    return (
        '<w:p><w:pPr><w:keepNext/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
        f'<w:bookmarkStart w:id="{number}" w:name="display_{number}"/>'
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
    )


def _tables(document: Document, table: Grid, house: House, watch: Watch) -> None:
    for number, piece in enumerate(fit(table, house.page, watch=watch)):
        if number:
            spacing = '<w:spacing w:line="20" w:lineRule="exact"/>'
            _append(document, f"<w:p><w:pPr><w:pageBreakBefore/>{spacing}</w:pPr></w:p>")
        _append(document, _table(table, piece, house, watch))


def _table(table: Grid, piece: Piece, house: House, watch: Watch) -> str:
    columns = "".join(f'<w:gridCol w:w="{round(20 * wide)}"/>' for wide in piece.widths)
    margin = round(20 * MARGIN)
    rows = [*_head_rows(table, piece, house), *_body_rows(table, piece, house, watch)]
    return (
        "<w:tbl><w:tblPr>"
        f'<w:tblW w:w="{round(20 * sum(piece.widths))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _head_rows(table: Grid, piece: Piece, house: House) -> list[str]:
    labels = len(table.label_heads)
    rows = []
    if table.spans:
        cells = [_cell("", piece.widths[i], house, borders="top", bold=True) for i in range(labels)]
        at = labels
        for text, count in piece.spans(table):
            wide = sum(piece.widths[at : at + count])
            borders = "top bottom" if text else "top"
            cells.append(
                _cell(text, wide, house, jc="center", span=count, borders=borders, bold=True)
            )
            at += count
        rows.append(_row(cells, head=True))
    borders = "bottom" if table.spans else "top bottom"
    heads = [*table.label_heads, *(table.heads[c] for c in piece.columns)]
    left = [True] * labels + [table.words[c] for c in piece.columns]
    cells = [
        _cell(text, wide, house, jc="left" if at_left else "right", borders=borders, bold=True)
        for text, wide, at_left in zip(heads, piece.widths, left, strict=True)
    ]
    return [*rows, _row(cells, head=True)]


def _body_rows(table: Grid, piece: Piece, house: House, watch: Watch) -> list[str]:
    rows = []
    size, labels = house.page.text_pt, len(table.label_heads)
    wide_behind: dict[str, int] = {}
    names, followed = _names(table)
    for place, texts in enumerate(paced(table.cells, watch)):
        borders = "bottom" if place == len(table.cells) - 1 else ""
        cells = [
            _cell(
                text,
                piece.widths[i],
                house,
                borders=borders,
                indent=round(20 * INDENT * table.indents[place]) if i == 0 else 0,
                keep=followed[place],
            )
            for i, text in enumerate(names[place])
        ]
        for column, wide in zip(piece.columns, piece.widths[labels:], strict=True):
            behind = table.behind[place][column]
            if behind not in wide_behind:
                wide_behind[behind] = round(20 * width(behind, size))
            jc = "left" if table.words[column] else "right"
            cells.append(
                _cell(texts[column], wide, house, jc=jc, borders=borders, right=wide_behind[behind])
            )
        rows.append(_row(cells))
    return rows


def _names(table: Grid) -> tuple[list[tuple[str, ...]], list[bool]]:
    """Return the labels to show, and which rows must stay on a page with the next.

    Word breaks pages by itself, so the rows of a group are kept together, and a group that
    may be longer than a page has its labels in every row.
    """
    names: list[tuple[str, ...]] = []
    followed: list[bool] = []
    for _, rows in groupby(table.labels, key=lambda labels: labels[:1]):
        group = list(rows)
        kept = len(group) <= LONGEST_GROUP and len(table.label_heads) > 1
        names += grouped(group) if kept else group
        followed += [kept and place < len(group) - 1 for place in range(len(group))]
    return names, followed


def _row(cells: Sequence[str], *, head: bool = False) -> str:
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    text: str,
    wide: float,
    house: House,
    *,
    jc: str = "left",
    span: int = 1,
    borders: str = "",
    bold: bool = False,
    indent: int = 0,
    right: int = 0,
    keep: bool = False,
) -> str:
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    lines = "".join(f'<w:{b} w:val="single" w:sz="4" w:color="000000"/>' for b in borders.split())
    ruled = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
    at = f'<w:ind w:left="{indent}" w:right="{right}"/>' if indent or right else ""
    low = '<w:vAlign w:val="bottom"/>' if bold else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(20 * wide)}" w:type="dxa"/>{merged}{ruled}{low}</w:tcPr>'
        f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}"
        f'<w:spacing w:before="10" w:after="10"/>{at}<w:jc w:val="{jc}"/></w:pPr>'
        f"{_run(text, house.page.text_pt, bold=bold) if text else ''}</w:p></w:tc>"
    )


def _figure(document: Document, display: Display, house: House, picture: Picture) -> None:
    from docx.shared import Pt

    contents, wide = picture(display, *figure_room(display, house))
    document.add_picture(BytesIO(contents), width=Pt(wide))
    drawing = document.element.body.findall(f".//{{{_SPACE}}}drawing")[-1]
    for element in drawing.iter():
        if element.tag.endswith("}docPr"):
            element.set("descr", display.title)


def figure_room(display: Display, house: House) -> tuple[float, float]:
    """Return width and height in points that titles and footnotes leave on a page."""
    from sjogren_desktop.export.type_metrics import wrap

    room, small, size = house.page.room, house.page.small_pt, house.page.text_pt
    notes = sum(len(wrap(note, small, room)) for note in display.footnotes) + 2
    heads = len(head_lines(display, house)) + 3
    tall = house.page.points[1] - 2 * house.page.margin
    return room, max(200.0, tall - 1.25 * (notes * small + heads * size) - 12.0)


def _append(document: Document, xml: str) -> None:
    body = document.element.body
    body.insert(len(body) - 1, _parsed(xml))  # before the section properties, which come last


def _parsed(xml: str) -> object:
    from docx.oxml import parse_xml

    return parse_xml(re.sub(r"^<w:\w+", rf'\g<0> xmlns:w="{_SPACE}"', xml))


def _shrink(paragraph: object) -> None:
    """Make the paragraph that ends a section too small to need a page of its own."""
    properties = paragraph.find(f"{{{_SPACE}}}pPr")  # type: ignore[attr-defined]
    properties.insert(0, _parsed('<w:spacing w:line="20" w:lineRule="exact" w:after="0"/>'))
