"""What calamine does not tell about an XLSX file.

Error cells, formulas that were never calculated, the date system, cells of another
kind than their column, and cells so far away from the others that the library would
fill the memory.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

_SERIALS = (18000, 80000)
_EPOCH = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}
_LARGEST_SHEET = 64 << 20
_HEAD = 1 << 14
_MAYBE_FAR = re.compile(rb"""\br=["'](?:[A-Z]{3,}\d|[A-Z]*\d{6})""")
_ADDRESS = re.compile(rb"""\br=["']([A-Z]*)(\d+)["']""")
_DIMENSION = re.compile(rb"""<dimension\s+ref=["'][A-Z]+\d+:([A-Z]+)(\d+)["']""")
_ROOM, _ROOM_PER_CELL = 10_000_000, 50
"""Cells a sheet may span in any case, and for each address in it."""

_MOST_CELLS = 300_000_000
_CELL = re.compile(rb'<c\s[^>]*?r="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_SHEET = re.compile(r'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?r?:?id="([^"]*)"')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_VALUE = re.compile(rb"<v>(.*?)</v>", re.DOTALL)


class Fault(NamedTuple):
    """A cell without a usable value; ``column`` counts from 0, ``row`` from 1."""

    cell: str
    row: int
    column: int
    what: str
    check: str


class BookFacts(NamedTuple):
    """Date system of a workbook; by sheet, the faulty cells and a cell that is far away."""

    date1904: bool = False
    faults: Mapping[str, tuple[Fault, ...]] = {}
    far: Mapping[str, str] = {}


def cell_name(row: int, column: int) -> str:
    """Return the address of a cell, such as ``B4``, from row (from 1) and column (from 0)."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def cell_text(value: Any) -> str | None:
    """Return the text of a cell, whole numbers without a point, None where it is blank."""
    if value is None or value == "":
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def odd_cell(cell: Any, dates: bool, facts: BookFacts) -> tuple[str | None, str]:
    """Return the text of a cell and what is odd about it ("" if nothing)."""
    if isinstance(cell, bool):
        text = "TRUE" if cell else "FALSE"
        return text, f"holds the truth value {text}"
    if isinstance(cell, dt.datetime):
        plain = cell.time() == dt.time()
        return (cell.date().isoformat() if plain else cell.isoformat()), ""
    if isinstance(cell, dt.date):
        return cell.isoformat(), ""
    if isinstance(cell, dt.time):
        return cell.isoformat(), f"holds the time {cell.isoformat()}"
    if isinstance(cell, dt.timedelta):
        return str(cell), f"holds the duration {cell}"
    if dates and isinstance(cell, float | int) and _SERIALS[0] <= cell <= _SERIALS[1]:
        day = (_EPOCH[facts.date1904] + dt.timedelta(days=int(cell))).date().isoformat()
        return day, f"holds the number {cell:g}, read as the date {day}"
    if dates and isinstance(cell, float | int):
        return cell_text(cell), f"holds the number {cell:g} where dates are expected"
    return cell_text(cell), ""


def read_facts(path: Path) -> BookFacts:
    """Look into an XLSX or XLSM file; other formats give no facts.

    Sheets of more than 64 MB are left unexamined: they are machine-written
    listings in practice, and the look would take longer than the reading.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names:
                return BookFacts()
            book = archive.read("xl/workbook.xml").decode("utf-8", errors="replace")
            date1904 = re.search(r'date1904="(?:1|true)"', book) is not None
            targets = _targets(archive, names)
            faults, far = {}, {}
            for name, relation in _SHEET.findall(book):
                part = targets.get(relation, "")
                if part not in names:
                    continue
                if archive.getinfo(part).file_size <= _LARGEST_SHEET:
                    xml = archive.read(part)
                    faults[unescape(name)] = tuple(_faults(xml))
                    far[unescape(name)] = far_cell(xml)
                else:
                    with archive.open(part) as sheet:
                        far[unescape(name)] = _far_dimension(sheet.read(_HEAD))
            return BookFacts(date1904, faults, far)
    except (OSError, KeyError, ValueError, NotImplementedError, zipfile.BadZipFile, RuntimeError):
        # The reader proper says what is wrong with such a file; this look is an extra.
        return BookFacts()


def far_cell(xml: bytes) -> str:
    """Return the corner of a sheet's cells if by far most of what it spans is empty, "" if not."""
    if _MAYBE_FAR.search(xml) is None:
        return ""
    found = _ADDRESS.findall(xml)
    rows = [int(digits) for _, digits in found]
    columns = [_column_number(letters) for letters in {letters for letters, _ in found}]
    height, width = max(rows) - min(rows) + 1, max(columns) + 1
    if height * width <= max(_ROOM, _ROOM_PER_CELL * len(found)):
        return ""
    return cell_name(max(rows), max(columns))


def _far_dimension(head: bytes) -> str:
    """Return the last cell of a large sheet by its own word, if the memory would not do."""
    found = _DIMENSION.search(head)
    if found is None or int(found[2]) * (_column_number(found[1]) + 1) <= _MOST_CELLS:
        return ""
    return (found[1] + found[2]).decode()


def _targets(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    if "xl/_rels/workbook.xml.rels" not in names:
        return {}
    text = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    found = {}
    for attributes in _RELATION.findall(text):
        pairs = dict(_ATTRIBUTE.findall(attributes))
        target = pairs.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        found[pairs.get("Id", "")] = posixpath.normpath(part)
    return found


def _faults(xml: bytes) -> Iterator[Fault]:
    if b't="e"' not in xml and b"<f" not in xml:
        return
    for letters, digits, attributes, inner in _CELL.findall(xml):
        row, column = int(digits), _column_number(letters)
        cell = f"{letters.decode()}{row}"
        value = _VALUE.search(inner)
        if b't="e"' in attributes:
            shown = value[1].decode("utf-8", errors="replace") if value else "an error"
            yield Fault(cell, row, column, f"holds the error {shown}", "workbook.error_cell")
        elif b"<f" in inner and (value is None or not value[1].strip()):
            what = "holds a formula that was never calculated"
            yield Fault(cell, row, column, what, "workbook.formula_without_value")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
