"""De-identified data as CSV files, with a workbook that says what was done to make them so."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sjogren_desktop import __version__
from sjogren_desktop.export.book_file import book_file
from sjogren_desktop.export.files import aside_mark
from sjogren_desktop.export.formula import is_formula
from sjogren_desktop.export.sheets import put_text, put_value, rule, set_width
from sjogren_desktop.results import BLINDING, AnalysisError, Doing, Progress, Value, no_progress

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.workbook import Workbook

REPORT = "deidentification.xlsx"
_SYNTHETIC_FILE = "SYNTHETIC-DATA.txt"
_MARKED = "apostrophe put before {} texts that a spreadsheet would take for formulas"
_WIDTHS = (18.0, 30.0, 64.0, 12.0)


class Written(Protocol):
    """What is written: data sets by name, and the rows of the report."""

    @property
    def frames(self) -> Mapping[str, pd.DataFrame]: ...
    @property
    def change_rows(self) -> Sequence[Sequence[Value]]:
        """Data set, variable and what was done."""

    @property
    def cell_rows(self) -> Sequence[Sequence[Value]]:
        """Study, variables, values and patients."""

    @property
    def smallest(self) -> int:
        """Patients under which a cell is called small."""

    @property
    def synthetic(self) -> bool: ...
    @property
    def blinding(self) -> str: ...


def write_deidentified(folder: Path, written: Written, *, progress: Progress = no_progress) -> None:
    """Write data sets and report into a folder that is new or empty; all of it or nothing.

    Raises
    ------
    AnalysisError
        If the folder holds something, or cannot be written.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AnalysisError(
            f"{folder} already holds files, which must not be mixed with de-identified data. "
            "Choose a new or empty folder."
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}{aside_mark()}", dir=folder.parent))
        try:
            data = aside / "data"
            data.mkdir()
            marked: list[tuple[str, str, str]] = []
            for number, (name, frame) in enumerate(written.frames.items()):
                progress(
                    0.9 * number / max(len(written.frames), 1), Doing("Writing {name}", name=name)
                )
                safe, counts = without_formulas(frame)
                safe.to_csv(data / f"{name.lower()}.csv", index=False, lineterminator="\n")
                marked += [(name, variable, _MARKED.format(n)) for variable, n in counts.items()]
            if written.synthetic:
                text = "Simulated patients made for demonstration; not results of any trial.\n"
                (data / _SYNTHETIC_FILE).write_text(text, encoding="utf-8")
            book = _report(written, marked)
            (aside / REPORT).write_bytes(book_file(book))
            progress(1.0, "Written")
            if folder.exists():
                folder.rmdir()
            aside.replace(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise AnalysisError(
            f"The de-identified data could not be written to {folder} "
            f"({error.strerror or type(error).__name__}). Choose a folder you may write to."
        ) from error


def without_formulas(frame: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Return a frame no text of which a spreadsheet takes for a formula.

    An apostrophe is put before a text that begins with = + - @, a tab or a carriage
    return and is no number. Also returned: how many texts of which column have one.
    """
    import numpy as np
    import pandas as pd

    marked, counts = frame.copy(), {}
    for column in frame.columns:
        if frame[column].dtype.kind in "biufcmM":
            continue
        codes, distinct = pd.factorize(frame[column].astype("object"))
        # A missing value has code -1, which finds the False appended.
        formulas = np.array([*(isinstance(v, str) and is_formula(v) for v in distinct), False])
        chosen = formulas[codes]
        if chosen.any():
            marked[column] = frame[column].astype("object")
            marked.loc[chosen, column] = "'" + marked.loc[chosen, column]
            counts[str(column)] = int(chosen.sum())
    return marked, counts


def _report(written: Written, marked: Sequence[Sequence[Value]]) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = f"Sjögren Desktop {__version__}"
    book.properties.title = "De-identified data"
    changes = [*written.change_rows, *marked]
    about = [
        "What was done to each variable; variables not listed are as they were. Numbers of "
        "subjects and sites were drawn anew, and no list of old and new numbers was kept.",
    ]
    if written.blinding:
        about.append(f"{written.blinding}: {BLINDING[written.blinding]}.")
    _fill(book, "Changes", about, ("Data set", "Variable", "What was done"), changes)
    about = [
        f"Values and combinations that fewer than {written.smallest} patients of a study have. "
        "They are still in the data: who knows such a patient may find the records. Decide "
        "whether they may be passed on.",
    ]
    heads = ("Study", "Variables", "Values", "Patients")
    _fill(book, "Small cells", about, heads, written.cell_rows)
    del book["Sheet"]
    return book


def _fill(
    book: Workbook,
    title: str,
    about: Sequence[str],
    heads: Sequence[str],
    rows: Sequence[Sequence[Value]],
) -> None:
    sheet = book.create_sheet(title)
    for column, width in enumerate(_WIDTHS[: len(heads)], start=1):
        set_width(sheet, column, width)
    put_text(sheet, 1, 1, title, bold=True, size=12)
    for row, text in enumerate(about, start=2):
        put_text(sheet, row, 1, text)
    head = len(about) + 3
    for column, text in enumerate(heads, start=1):
        put_text(sheet, head, column, text, bold=True).border = rule(top=True, bottom=True)
    for row, values in enumerate(rows, start=head + 1):
        for column, value in enumerate(values, start=1):
            put_value(sheet, row, column, value)
    sheet.freeze_panes = f"A{head + 1}"
