"""The report of a self-test as a PDF to sign and file, on numbered pages of A4."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from sjogren_desktop import __version__
from sjogren_desktop.export.type_metrics import BOLD, REGULAR, register_fonts
from sjogren_desktop.self_test import Check, Report

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, SimpleDocTemplate, Table

_MARGIN = 56.7  # 2 cm in points
_PADDING = 6.0  # of the frame in which reportlab sets a page
_SMALL, _ROW = 7.0, 8.0
_TITLE = "Installation qualification: self-test"


def report_pdf(report: Report) -> bytes:
    """Return the contents of a ``.pdf`` file of a report, with lines for names and signatures.

    The digest is that of the text report, so that paper and file can be compared.
    """
    register_fonts()
    # How many pages there are is known once they have been laid out.
    count = _build(report, BytesIO(), "")
    contents = BytesIO()
    _build(report, contents, f" of {count}")
    return contents.getvalue()


def _build(report: Report, to: BytesIO, of: str) -> int:
    """Write the report, "Page 1" and what ``of`` says on its first page; return its pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    def foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(REGULAR, _SMALL)
        canvas.drawString(
            _MARGIN + _PADDING, _MARGIN / 2, f"Sjögren Desktop {__version__}: self-test"
        )
        number = f"Page {canvas.getPageNumber()}{of}"
        canvas.drawRightString(A4[0] - _MARGIN - _PADDING, _MARGIN / 2, number)

    document = SimpleDocTemplate(
        to,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title="Sjögren Desktop: self-test",
        author=f"Sjögren Desktop {__version__}",
        creator=f"Sjögren Desktop {__version__}",
        invariant=1,
    )
    document.build(_content(report), onFirstPage=foot, onLaterPages=foot)
    return int(document.page)


def _content(report: Report) -> list[Flowable]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Spacer

    title = ParagraphStyle("title", fontName=BOLD, fontSize=16, leading=20, spaceAfter=6)
    heading = ParagraphStyle("heading", fontName=BOLD, fontSize=12, leading=15, spaceBefore=10)
    plain = ParagraphStyle("plain", fontName=REGULAR, fontSize=_ROW, leading=10, spaceBefore=6)
    result = "PASSED" if report.passed else "FAILED"
    digest = hashlib.sha256(report.text().encode()).hexdigest()
    line = "_" * 22
    people = [
        [f"{who} by", line, "Signature", line, "Date", line[:12]]
        for who in ("Performed", "Reviewed")
    ]
    head = [("Program", f"Sjögren Desktop {__version__}"), *report.head]
    return [
        Paragraph(_TITLE, title),
        _table([[name, _cell(stated)] for name, stated in head], (62, None), bold_column=True),
        Paragraph(html.escape(f"Result: {result}. {report.verdict}"), heading),
        Spacer(0, 10),
        _table(people, (58, 118, 44, 118, 26, None), tall=20),
        Paragraph(f"SHA-256 of the text of this report: {digest}", plain),
        Paragraph(
            "Each check repeats a result of another program or a published table with the "
            "functions that the analyses use, and compares: largest relative difference found, "
            "and its limit.",
            plain,
        ),
        Spacer(0, 8),
        _checks(report.checks),
    ]


def _checks(checks: Sequence[Check]) -> Table:
    rows: list[list[object]] = [["No.", "Check", "Difference", "Limit", "Result"]]
    for number, check in enumerate(checks, start=1):
        found = _cell(check.error) if check.error else f"{check.difference:.1e}"
        word = "PASS" if check.passed else _cell("FAIL", bold=True)
        rows.append([str(number), _cell(check.name), found, f"{check.limit:.0e}", word])
    return _table(rows, (26, None, 90, 44, 38), ruled=True)


def _cell(text: str, *, bold: bool = False) -> Flowable:
    """Return a text that is broken into lines where it is too long for its column."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    font = BOLD if bold else REGULAR
    style = ParagraphStyle("cell", fontName=font, fontSize=_ROW, leading=10, splitLongWords=True)
    return Paragraph(html.escape(text), style)


def _table(
    rows: Sequence[Sequence[object]],
    widths: Sequence[float | None],
    *,
    bold_column: bool = False,
    ruled: bool = False,
    tall: float | None = None,
) -> Table:
    """Return a table as wide as the page; the column without a width takes what is left."""
    from reportlab.lib.colors import black
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Table

    rest = A4[0] - 2 * _MARGIN - 2 * _PADDING - sum(w for w in widths if w)
    style = [
        ("FONT", (0, 0), (-1, -1), REGULAR, _ROW),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    if bold_column:
        style.append(("FONT", (0, 0), (0, -1), BOLD, _ROW))
    if ruled:
        style += [
            ("GRID", (0, 0), (-1, -1), 0.5, black),
            ("FONT", (0, 0), (-1, 0), BOLD, _ROW),
            ("ALIGN", (2, 0), (3, -1), "RIGHT"),
        ]
    return Table(
        rows,
        colWidths=[rest if w is None else w for w in widths],
        rowHeights=tall,
        style=style,
        repeatRows=1 if ruled else 0,
        hAlign="LEFT",
    )
