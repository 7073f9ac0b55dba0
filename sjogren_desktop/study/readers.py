"""The file formats that can be read, and how to tell which one a file is in.

A format is one function ``read(path, progress=...) -> RawTables`` and one
:class:`Reader` in :data:`READERS`. What a file is in is decided by its first
bytes; its suffix only decides where the bytes leave it open.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sjogren_desktop.results import AnalysisError, Cancelled, Progress, no_progress
from sjogren_desktop.study.raw import AS_FOUND, RawTables, Reading
from sjogren_desktop.study.read_dataset_json import looks_like_json, read_dataset_json
from sjogren_desktop.study.read_delimited import read_delimited
from sjogren_desktop.study.read_parquet import read_parquet
from sjogren_desktop.study.read_sas import read_sas7bdat, read_xport
from sjogren_desktop.study.read_statistics import read_sav, read_stata
from sjogren_desktop.study.read_workbook import read_workbook
from sjogren_desktop.study.text_encoding import utf16_without_mark

_HEAD = 4096
_SAVE = "Open it in a spreadsheet program and save it as .xlsx. "


class Read(Protocol):
    """The function of a reader."""

    def __call__(self, path: Path, *, progress: Progress = ...) -> RawTables: ...


@dataclass(frozen=True)
class Reader:
    """A file format: its name for the user, its suffixes and its function.

    ``matches`` is asked with the first bytes of the file and the file itself.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    matches: Callable[[bytes, Path], bool]


def _begins(*marks: bytes) -> Callable[[bytes, Path], bool]:
    return lambda head, path: head.startswith(marks)


def _is_workbook(head: bytes, path: Path) -> bool:
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return True
    if not head.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        # By its name then; the reader of workbooks says what is wrong with it.
        return path.suffix.lower() in _WORKBOOKS
    return (
        bool(names & {"xl/workbook.xml", "xl/workbook.bin"})
        or {
            "content.xml",
            "mimetype",
        }
        <= names
    )


def _is_stata(head: bytes, path: Path) -> bool:
    old = len(head) > 4 and 102 <= head[0] <= 115 and head[1] in (1, 2) and head[2] == 1
    return head.startswith(b"<stata_dta>") or (old and path.suffix.lower() == ".dta")


def _is_text(head: bytes, path: Path) -> bool:
    """Return True if the first bytes could be text in some encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    if head.startswith((b"%PDF", b"{\\rtf", b"<?xml", b"<!DOCTYPE", b"<html", b"PAR1", b"PK")):
        return False
    if head.startswith(b"ASCII SPSS PORT FILE"):
        return False
    if 0 in head:
        return utf16_without_mark(head) != ""
    controls = sum(head.count(bytes([c])) for c in range(1, 32) if c not in (9, 10, 12, 13, 26))
    return controls <= len(head) // 100


_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_SAS7BDAT = (
    b"\x00" * 12
    + b"\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00\x09\xc7\x31\x8c\x18\x1f\x10\x11"
)

READERS: tuple[Reader, ...] = (
    Reader("SAS transport", (".xpt", ".xport"), read_xport, _begins(b"HEADER RECORD*******LIB")),
    Reader("SAS data set", (".sas7bdat",), read_sas7bdat, _begins(_SAS7BDAT)),
    Reader("Workbook", _WORKBOOKS, read_workbook, _is_workbook),
    Reader("SPSS", (".sav", ".zsav"), read_sav, _begins(b"$FL2", b"$FL3")),
    Reader("Parquet", (".parquet", ".pq"), read_parquet, _begins(b"PAR1")),
    Reader("Stata", (".dta",), read_stata, _is_stata),
    Reader("Dataset-JSON", (".json", ".ndjson", ".dsjc"), read_dataset_json, looks_like_json),
    Reader("Delimited text", (".csv", ".tsv", ".tab", ".txt", ".dat"), read_delimited, _is_text),
)
"""Every format, asked in this order."""

SUFFIXES = tuple(s for reader in READERS for s in reader.suffixes)
"""All suffixes of data files, for file dialogs."""


def reader_for(path: Path) -> Reader | None:
    """Return the reader for a file by its content, None if it is no data file."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        return next((r for r in READERS if path.suffix.lower() in r.suffixes), None)
    return next((r for r in READERS if r.matches(head, path)), None)


def read_file(
    path: Path, *, progress: Progress = no_progress, reading: Reading = AS_FOUND
) -> RawTables:
    """Read one file with the reader its content asks for.

    ``reading`` is what the user said of encoding and separator of delimited text.

    Raises
    ------
    AnalysisError
        If the file is missing, unreadable, empty, damaged or no data file.
    """
    try:
        if path.stat().st_size == 0:
            raise AnalysisError(
                f"{path.name} is empty. Export the data again and open the new file."
            )
        reader = reader_for(path)
    except OSError as error:
        raise AnalysisError(_why_not(path, error)) from error
    if reader is None:
        raise AnalysisError(_not_data(path))
    try:
        if reader.read is read_delimited:
            return read_delimited(path, progress=progress, reading=reading)
        return reader.read(path, progress=progress)
    except (AnalysisError, Cancelled):
        raise
    except OSError as error:
        raise AnalysisError(_why_not(path, error)) from error
    except BaseException as error:
        # Parsers of damaged files fail in ways that cannot be listed; to the user they are one.
        # What a parser written in Rust did not foresee arrives as PanicException, no Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise AnalysisError(
            f"{path.name} could not be read as {reader.name}: it is damaged or incomplete "
            f"({type(error).__name__}). Copy or export it again from the source."
        ) from error


def _why_not(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path.name} was not found in {path.parent}. Check the name and the folder."
    if isinstance(error, PermissionError):
        return (
            f"{path.name} may not be read by this user. Ask for the right to read it, or copy it "
            "to a folder of your own."
        )
    reason = re.sub(r"^\[Errno -?\d+\] ", "", str(error.strerror or error))
    return f"{path.name} could not be read: {reason}. Check the drive it is on."


_INSTEAD = (
    (rb"%PDF", "a PDF document", ""),
    (rb"\{\\rtf", "a text document (RTF)", ""),
    (rb"\s*<(?:!doctype\s+html|html|table|meta)", "a web page (HTML), whatever its name", _SAVE),
    (
        rb"(?s).*(?:mso-application|schemas-microsoft-com:office:spreadsheet)",
        "a spreadsheet written as XML",
        _SAVE,
    ),
    (rb"\s*<\?xml", "an XML document", ""),
    (
        rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ",
        "a compressed file",
        "Unpack it, and open the files inside. ",
    ),
    (rb"RD[AX][23]\n", "a data file of R", "Write it as CSV. "),
    (rb"ASCII SPSS PORT FILE", "an SPSS portable file", "Save it as .sav. "),
)
"""What else a file may be by its first bytes, and what to do then."""


def _not_data(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for pattern, what, advice in _INSTEAD:
        if re.match(pattern, head, re.IGNORECASE):
            todo = advice or "Choose the file that holds the data. "
            return f"{path.name} is {what}, not a data file. {todo}".strip()
    if 0 in head and path.suffix.lower() in READERS[-1].suffixes:
        return (
            f"{path.name} is named as text but holds zero bytes, which no text has: it is damaged, "
            "or something else. Copy or export it again from the source."
        )
    return (
        f"{path.name} is not a data file of a known kind. Files that can be read: "
        f"{', '.join(sorted(set(SUFFIXES)))} and ZIP archives of these."
    )
