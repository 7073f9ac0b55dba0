"""How the columns of a plain table map to study variables, saved as a readable file.

A :class:`TableMap` belongs to a layout: the set of its column names. When a
table with the same columns comes back, the map is applied without guessing
again. A mapping file is JSON made to be read and edited by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.visits import Window, check_windows

FORMAT = "Sjögren Desktop mapping"
VERSION = 1
SUFFIX = ".mapping.json"

ROLES = {
    "subject": "Identifier of the patient",
    "study": "Identifier of the study",
    "person": "A property of the patient (arm, sex, age ...)",
    "visit": "Visit",
    "date": "Date of the visit or measurement",
    "measure": "A measured value",
    "parameter": "Name of what is measured (one row per value)",
    "value": "The measured value (one row per value)",
    "unit": "Unit of the value",
    "event": "Part of an adverse event",
    "medicine": "Part of a concomitant medicine",
    "leave": "Not used",
}
"""What a column can be."""

LAYOUTS = {
    "subjects": "one row per patient",
    "visits": "one row per patient and visit",
    "long": "one row per value",
    "events": "one row per event",
    "medicines": "one row per medicine",
}
"""What a row can be."""


@dataclass(frozen=True)
class ColumnMap:
    """What one column is.

    Parameters
    ----------
    column : str
        Name in the study (upper case).
    role : str
        One of :data:`ROLES`.
    target : str
        Variable (persons, events, medicines) or parameter code (measures).
    label : str
        Label of the parameter.
    visit : str
        Visit of the values, where the column's name holds it (wide layout).
    unit, to_unit : str
        UCUM codes of the values as they stand and as they are to be.
    dataset : str
        Data set the measure goes to.
    confidence : float
        From 0 to 1; 1 where the user chose it.
    why : str
        What the guess rests on.
    """

    column: str
    role: str = "leave"
    target: str = ""
    label: str = ""
    visit: str = ""
    unit: str = ""
    to_unit: str = ""
    dataset: str = ""
    confidence: float = 1.0
    why: str = ""

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise AnalysisError(
                f"The mapping says that the column {self.column} is {self.role!r}, which is none "
                f"of: {', '.join(ROLES)}. Correct the mapping file."
            )


@dataclass(frozen=True)
class TableMap:
    """The map of one table.

    ``visits`` gives name and number by the label in the data, ``values`` the
    text to write by variable and text in the data (arms, severities),
    ``parameters`` the code by the name in the data (long layout), ``windows``
    the analysis visits by study day, where visits are to be made by day.
    """

    layout: str
    columns: tuple[ColumnMap, ...]
    visits: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    windows: tuple[Window, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        if self.layout not in LAYOUTS:
            raise AnalysisError(
                f"The mapping has the layout {self.layout!r}, which is none of: "
                f"{', '.join(LAYOUTS)}. Correct the mapping file."
            )
        check_windows(self.windows)

    @property
    def signature(self) -> frozenset[str]:
        """Return what makes tables of one layout recognise each other: their columns."""
        return frozenset(c.column for c in self.columns)

    def of_role(self, role: str) -> tuple[ColumnMap, ...]:
        """Return the columns of one role, in their order."""
        return tuple(c for c in self.columns if c.role == role)

    def first(self, role: str) -> ColumnMap | None:
        """Return the first column of a role, None if there is none."""
        return next((c for c in self.columns if c.role == role), None)


@dataclass(frozen=True)
class AppliedMap:
    """By which map a table of a study was read; holds no record of a patient."""

    table: str
    file: str
    sheet: str
    map: TableMap
    guessed: bool


def find_map(columns: Sequence[str], maps: Sequence[TableMap]) -> TableMap | None:
    """Return the map of the layout with exactly these columns, the last one saved first."""
    wanted = frozenset(columns)
    return next((m for m in reversed(list(maps)) if m.signature == wanted), None)


def write_maps(path: Path, maps: Sequence[TableMap]) -> None:
    """Write a mapping file, beside first and then in place of an older one.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    document = {"format": FORMAT, "version": VERSION, "tables": [_plain(m) for m in maps]}
    aside = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, ensure_ascii=False, indent=1)
        aside.write_text(text + "\n", encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise AnalysisError(
            f"The mapping could not be written to {path.name}: {error.strerror}. Choose a folder "
            "you may write to."
        ) from error


def _plain(table: TableMap) -> dict[str, Any]:
    """Return a map as JSON values, without what has its default."""
    columns = []
    for column in table.columns:
        values = asdict(column)
        kept = {k: v for k, v in values.items() if v not in ("", 1.0) or k in ("column", "role")}
        columns.append(kept)
    return {
        "name": table.name,
        "layout": table.layout,
        "columns": columns,
        "visits": {k: list(v) for k, v in table.visits.items()},
        "values": {k: dict(v) for k, v in table.values.items()},
        "parameters": dict(table.parameters),
        "windows": [asdict(w) for w in table.windows],
    }


def read_maps(path: Path) -> tuple[TableMap, ...]:
    """Read a mapping file.

    Raises
    ------
    AnalysisError
        If it is none, or damaged, with what is wrong with it.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise AnalysisError(
            f"The mapping file {path.name} could not be read ({type(error).__name__}). Correct it, "
            "or remove it to have the columns guessed."
        ) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise AnalysisError(f"{path.name} is no mapping file. Choose a file this program wrote.")
    if document.get("version") != VERSION:
        raise AnalysisError(
            f"{path.name} is a mapping file of version {document.get('version')}, which this "
            "program does not know. Open it with a newer version."
        )
    try:
        return tuple(_table(t) for t in document["tables"])
    except AnalysisError as error:
        raise AnalysisError(f"{path.name}: {error}") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise AnalysisError(
            f"The mapping file {path.name} is damaged ({type(error).__name__}: {error}). Correct "
            "it, or remove it to have the columns guessed."
        ) from error


def _table(values: Mapping[str, Any]) -> TableMap:
    return TableMap(
        str(values["layout"]),
        tuple(ColumnMap(**c) for c in values["columns"]),
        {str(k): (str(v[0]), float(v[1])) for k, v in dict(values.get("visits", {})).items()},
        {str(k): dict(v) for k, v in dict(values.get("values", {})).items()},
        {str(k): str(v) for k, v in dict(values.get("parameters", {})).items()},
        tuple(
            Window(
                str(w["name"]),
                float(w["number"]),
                int(w["target"]),
                int(w["first"]),
                int(w["last"]),
            )
            for w in values.get("windows", [])
        ),
        str(values.get("name", "")),
    )
