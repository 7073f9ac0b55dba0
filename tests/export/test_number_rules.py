"""One table with every rule of printed numbers, read again from each kind of file.

What the rules are is tested in ``tests/test_formats.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser
from math import nan
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from sjogren_desktop.export.displays import DRAFT, Run
from sjogren_desktop.export.report import FORMATS, write_report
from sjogren_desktop.export.web import clipboard_html, clipboard_text
from sjogren_desktop.results import BLINDED, UNBLINDED, Cell, Column, Result, Row, Stat, Table

_SHARE = "{0} ({1}%)"


def _one(name: str, value: float | None, decimals: int | None = None) -> Cell:
    return Cell((Stat(name, value, decimals=decimals),))


def _share(count: int, percent: float) -> Cell:
    return Cell((Stat("count", count), Stat("percent", percent)), _SHARE)


EXPECTED: dict[str, tuple[Cell, str]] = {
    "Not estimable": (_one("mean", nan), "NE"),
    "Nobody": (_share(0, 0.0), "0"),
    "One of 2500": (_share(1, 0.04), "1 (<0.1%)"),
    "All but one": (_share(2499, 99.96), "2499 (>99.9%)"),
    "Everybody": (_share(2500, 100.0), "2500 (100%)"),
    "Hardly by chance": (_one("p_value", 3e-9), "<0.0001"),
    "No difference": (_one("p_value", 0.99999), ">0.9999"),
    "Below nothing": (_one("estimate", -0.04, 1), "0.0"),
    "A half": (_one("estimate", -2.25, 1), "-2.3"),
    "With limits": (
        Cell(
            (Stat("estimate", -1.3, decimals=1), Stat("lower", -2.6, decimals=1),
             Stat("upper", -0.0, decimals=1)),
            "{0} ({1}, {2})",
        ),
        "-1.3 (-2.6, 0.0)",
    ),
    "One limit": (
        Cell((Stat("lower", 0.25, decimals=2), Stat("upper", None, decimals=2)), "({0}, {1})"),
        "(0.25, NE)",
    ),
}  # fmt: skip


def _result(blinding: str) -> Result:
    rows = tuple(Row((label,), (cell,)) for label, (cell, _) in EXPECTED.items())
    table = Table("rules", "Rules of numbers", ("Rule",), (Column("All\n(N=2500)"),), rows)
    return Result(
        *("ae_terms", "Rules", "S-1", "Safety population", "", (table,)),
        synthetic=True,
        blinding=blinding,
    )


@pytest.fixture(scope="module", params=[BLINDED, UNBLINDED])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp(str(request.param))
    run = Run(datetime(2026, 3, 1, 9, 30, tzinfo=UTC), (DRAFT,))
    for suffix in FORMATS:
        write_report(made / f"r{suffix}", [_result(str(request.param))], run=run)
    (made / "mark").write_text(str(request.param))
    return made


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.everything = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("td", "th"):
            self.texts.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        self.everything += data
        if self.inside:
            self.texts[-1] += data


def _of_html(text: str) -> tuple[list[str], str]:
    found = _Cells()
    found.feed(text)
    return [cell.strip() for cell in found.texts], found.everything


def _of_xlsx(path: Path) -> tuple[list[str], str]:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    cells = [str(v) for row in sheet.values for v in row if v is not None]
    head = sheet.oddHeader
    return cells, " ".join([*cells, str(head.center.text), str(head.left.text)])


def _of_docx(path: Path) -> tuple[list[str], str]:
    document = docx.Document(str(path))
    cells = [c.text.strip() for t in document.tables for row in t.rows for c in row.cells]
    heads = [c.text for s in document.sections for t in s.header.tables for c in t._cells]
    heads += [p.text for s in document.sections for p in s.header.paragraphs]
    return cells, " ".join([*cells, *heads, *(p.text for p in document.paragraphs)])


def _of_rtf(path: Path) -> tuple[list[str], str]:
    text = path.read_text("latin-1")
    plain = re.sub(r"\\(?!cell\b)[a-z]+-?\d* ?", "", text)
    return [re.sub(r"[{}\r\n]", "", c).strip() for c in plain.split("\\cell")], plain


def _of_pdf(path: Path) -> tuple[list[str], str]:
    pages = [page.extract_text() for page in PdfReader(path).pages]
    lines = [" ".join(line.split()) for page in pages for line in page.splitlines()]
    # Label and number stand in one line, or in two.
    cells = [line.removeprefix(label).strip() for line in lines for label in EXPECTED]
    return [*lines, *cells], " ".join(pages)


READERS: dict[str, Callable[[Path], tuple[list[str], str]]] = {
    ".xlsx": _of_xlsx,
    ".docx": _of_docx,
    ".rtf": _of_rtf,
    ".pdf": _of_pdf,
    ".html": lambda path: _of_html(path.read_text("utf-8")),
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_every_kind_of_file_prints_numbers_by_the_rules(folder: Path, suffix: str) -> None:
    cells, everything = READERS[suffix](folder / f"r{suffix}")

    for label, (_, text) in EXPECTED.items():
        assert text in cells, label
    assert "-0.0" not in everything
    assert not re.search(r"\d %", everything)


@pytest.mark.parametrize("suffix", FORMATS)
def test_that_every_kind_of_file_has_all_marks(folder: Path, suffix: str) -> None:
    _, everything = READERS[suffix](folder / f"r{suffix}")

    for mark in (DRAFT, "SYNTHETIC DATA", (folder / "mark").read_text()):
        assert re.search(rf"\b{mark}\b", everything), mark


def test_that_the_twin_of_the_workbook_has_the_numbers_in_full(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "r.xlsx")

    twin = {v for row in book.worksheets[2].values for v in row if isinstance(v, int | float)}
    assert {0.04, 99.96, 3e-9, 0.99999, -0.04, -2.25, 2499, 0.25} <= twin


def test_that_the_clipboard_prints_numbers_by_the_rules() -> None:
    table = _result(BLINDED).tables[0]

    lines = dict(line.split("\t") for line in clipboard_text(table).split("\n")[1:])
    cells, _ = _of_html(clipboard_html(table))

    for label, (_, text) in EXPECTED.items():
        assert lines[label] == text
        assert text in cells, label
