"""Which parameters of a study hold the items of an instrument, and their values by visit.

The codes are guessed from PARAMCD and PARAM and can be chosen otherwise under
the further options of each analysis. :func:`collect` brings the items of one
subject and visit into one row, and remembers where every value stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses.endpoint_options import parameters
from sjogren_desktop.analyses.spec import Choice, Item
from sjogren_desktop.analyses.subjects import SUBJECT, in_scope
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.study.data import (
    ANL01FL,
    AVAL,
    AVISIT,
    AVISITN,
    DTYPE,
    PARAMCD,
    STUDYID,
    USUBJID,
    Dataset,
    StudyData,
)

if TYPE_CHECKING:
    import pandas as pd

NOT_IN_DATA = ""
"""Value of a parameter option whose item the study does not hold."""


@dataclass(frozen=True)
class Wanted:
    """An item that an analysis looks for, with the codes and labels it goes by."""

    key: str
    label: str
    codes: tuple[str, ...]
    pattern: str
    page: str = ""
    """Method page of its instrument, where the analysis has several."""


_LEVEL = r"^(?!.*(weighted|points|subscore)).*essdai.*"
_STEMS = {
    "constitutional": ("ESSCON", r"constitutional"),
    "lymphadenopathy": ("ESSLYM", r"lymph(adenopathy)?"),
    "glandular": ("ESSGLA", r"gland"),
    "articular": ("ESSART", r"(articular|joint)"),
    "cutaneous": ("ESSCUT", r"(cutaneous|skin)"),
    "pulmonary": ("ESSPUL", r"(pulmonary|lung)"),
    "renal": ("ESSREN", r"(renal|kidney)"),
    "muscular": ("ESSMUS", r"(muscular|muscle)"),
    "pns": ("ESSPNS", r"(peripheral nerv|\bpns\b)"),
    "cns": ("ESSCNS", r"(central nerv|\bcns\b)"),
    "haematological": ("ESSHAE", r"ha?ematolog"),
    "biological": ("ESSBIO", r"biolog"),
}

LEVELS = tuple(
    Wanted(d.key, f"ESSDAI {d.label.lower()}", (_STEMS[d.key][0],), _LEVEL + _STEMS[d.key][1])
    for d in DOMAINS
)
"""The twelve domain levels."""

ESSPRI_ITEMS = (
    Wanted("dryness", "ESSPRI dryness", ("ESPDRY",), r"esspri.*dry", "esspri.md"),
    Wanted("fatigue", "ESSPRI fatigue", ("ESPFAT",), r"esspri.*fatigue", "esspri.md"),
    Wanted("pain", "ESSPRI pain", ("ESPPAIN",), r"esspri.*pain", "esspri.md"),
)
ESSDAI_TOTAL = Wanted("essdai", "ESSDAI total", ("ESSDAI",), r"^essdai( total| score|$)")
CLINESSDAI_TOTAL = Wanted(
    "clinessdai",
    "ClinESSDAI total",
    ("CLINESSDAI", "CLINESSD", "CESSDAI"),
    r"^clin\w* ?essdai",
    "clinessdai.md",
)
ESSPRI_SCORE = Wanted(
    "esspri", "ESSPRI score", ("ESSPRI",), r"^esspri( total| score|$)", "esspri.md"
)
TOTALS = (ESSDAI_TOTAL, CLINESSDAI_TOTAL, ESSPRI_SCORE)

_EYES, _SALIVA, _ULTRASOUND = "eye_tests.md", "saliva.md", "ultrasound.md"
COMPOSITE_TESTS = (
    Wanted(
        "schirmer_mm_mean",
        "Schirmer, mean of both eyes",
        ("SCHIRM", "SCHIRMER"),
        r"schirmer",
        _EYES,
    ),
    Wanted("oss_mean", "Ocular staining, mean of both eyes", ("OSS",), r"ocular staining", _EYES),
    Wanted(
        "uws_ml_min",
        "Unstimulated salivary flow",
        ("UWS", "UWSF", "USF"),
        r"unstimulated",
        _SALIVA,
    ),
    Wanted(
        "hocevar_total", "Ultrasound by Hocevar", ("HOCEVAR", "SGUS"), r"ho[cč]evar", _ULTRASOUND
    ),
    Wanted("igg_g_l", "IgG", ("IGG",), r"immunoglobulin g\b|^igg\b"),
    Wanted("rf_iu_ml", "Rheumatoid factor", ("RF", "RFIGM"), r"rheumatoid factor"),
)

LABORATORY = (
    Wanted("neutrophils_per_mm3", "Neutrophils", ("NEUT", "ANC"), r"^neutrophils"),
    Wanted("hb_g_dl", "Haemoglobin", ("HGB", "HB"), r"^ha?emoglobin"),
    Wanted("platelets_per_mm3", "Platelets", ("PLAT", "PLT"), r"^platelets"),
    Wanted("lymphocytes_per_mm3", "Lymphocytes", ("LYMPH", "LYM"), r"^lymphocytes"),
    Wanted("igg_g_l", "IgG", ("IGG",), r"immunoglobulin g\b|^igg\b"),
    Wanted("c3", "Complement C3", ("C3",), r"complement c3"),
    Wanted("c4", "Complement C4", ("C4",), r"complement c4"),
    Wanted("synovitis_28", "Swollen joints of 28", ("SJC28", "SWJC28"), r"(swollen|synovitis).*28"),
    Wanted("sws_ml_min", "Stimulated salivary flow", ("SWS", "SSF"), r"(?<!un)stimulated.*flow"),
)


def guess(study: StudyData, wanted: Wanted) -> str:
    """Return the parameter that holds an item: by code, else by label, else none."""
    known = parameters(study)
    for code in wanted.codes:
        if code in known:
            return code
    pattern = re.compile(wanted.pattern, re.IGNORECASE)
    return next((v for v, (_, _, label) in known.items() if pattern.search(label)), NOT_IN_DATA)


def options_for(wanted: Sequence[Wanted]) -> tuple[Choice, ...]:
    """Return one option an item: the parameter that holds it."""
    return tuple(
        Choice(
            option_key(item),
            f"Parameter: {item.label}",
            "The parameter that holds this item; guessed from its code and label.",
            _items,
            _default(item),
            advanced=True,
            page=item.page,
        )
        for item in wanted
    )


def option_key(wanted: Wanted) -> str:
    """Return the key of the option that names an item's parameter."""
    return f"param_{wanted.key}"


def chosen(values: Mapping[str, object], wanted: Sequence[Wanted]) -> dict[str, str]:
    """Return the parameter of every item that the study holds."""
    found = {w.key: str(values[option_key(w)]) for w in wanted}
    return {key: value for key, value in found.items() if value != NOT_IN_DATA}


def _items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    known = parameters(study)
    return (
        Item(NOT_IN_DATA, "Not in the data"),
        *(Item(value, f"{label} ({value})") for value, (_, _, label) in known.items()),
    )


def _default(wanted: Wanted) -> Callable[[StudyData, Mapping[str, object]], str]:
    def default(study: StudyData, values: Mapping[str, object]) -> str:
        return guess(study, wanted)

    return default


# ------------------------------------------------------------------ values by subject and visit


@dataclass(frozen=True, eq=False)
class Collected:
    """Items of a study, one row a subject and visit.

    Parameters
    ----------
    frame : pandas.DataFrame
        SUBJECT, USUBJID, STUDYID, AVISIT, AVISITN and one column an item, in
        the order of subjects and visits.
    positions : mapping of str to (Dataset, array of int)
        Where the value of an item stands in its data set; -1 where there is none.
    notes : tuple of str
        What was left out.
    """

    frame: pd.DataFrame
    positions: Mapping[str, tuple[Dataset, npt.NDArray[np.int64]]]
    notes: tuple[str, ...]

    def address(self, item: str, row: int) -> str:
        """Return file and row of the value of an item, "" where unknown."""
        if item not in self.positions:
            return ""
        dataset, positions = self.positions[item]
        position = int(positions[row])
        if position < 0:
            return ""
        file, sheet, line = dataset.address(position)
        named = f"{file}, {sheet}" if sheet else file
        return f"{named}, row {line}" if line is not None else named

    def extra(self, item: str, column: str) -> pd.Series | None:
        """Return a further variable of the records of an item, by row of the frame."""
        import pandas as pd

        if item not in self.positions:
            return None
        dataset, positions = self.positions[item]
        if column not in dataset.frame:
            return None
        values = dataset.frame[column].astype("object").to_numpy()
        found = np.where(positions >= 0, values[np.maximum(positions, 0)], None)
        return pd.Series(found, index=self.frame.index)


def collect(study: StudyData, scope: str, wanted: Mapping[str, str]) -> Collected:
    """Return the items of a study by subject and visit.

    Parameters
    ----------
    scope : str
        A study, or :data:`sjogren_desktop.analyses.subjects.POOLED`.
    wanted : mapping of str to str
        Parameter by item, as :func:`chosen` returns it.

    Raises
    ------
    AnalysisError
        If there is nothing to collect, or visits have no number.

    Notes
    -----
    Of several records of one parameter at a visit the first flagged one
    (``ANL01FL = Y``) counts, else the first; imputed records (DTYPE) do not.
    """
    import pandas as pd

    by_dataset = _by_dataset(study, wanted)
    parts = [_records(study, d, codes, scope) for d, codes in by_dataset.items()]
    records = pd.concat([part for part, _ in parts], ignore_index=True)
    records["DATASET"] = np.repeat(np.arange(len(parts)), [len(p) for p, _ in parts])
    unplaced = sum(n for _, n in parts)
    keys = [STUDYID, SUBJECT, USUBJID, AVISITN, AVISIT]
    order = [STUDYID, SUBJECT, AVISITN, AVISIT]
    frame = records[keys].drop_duplicates(order).sort_values(order, kind="stable")
    frame = frame.reset_index(drop=True)
    place = pd.MultiIndex.from_frame(frame[order])
    rows = place.get_indexer(pd.MultiIndex.from_frame(records[order]))
    positions: dict[str, tuple[Dataset, npt.NDArray[np.int64]]] = {}
    values: dict[str, npt.NDArray[np.float64]] = {}
    repeated = 0
    code_of, names = pd.factorize(records[PARAMCD])
    number_of = {name: number for number, name in enumerate(names)}
    numbers = records[AVAL].to_numpy(dtype=float)
    for number, (dataset, items_of) in enumerate(by_dataset.items()):
        mine = (records["DATASET"] == number).to_numpy()
        for code, items in items_of.items():
            found = np.flatnonzero(mine & (code_of == number_of.get(code, -1)))
            first = found[~pd.Index(rows[found]).duplicated()]
            repeated += len(found) - len(first)
            column = np.full(len(frame), np.nan)
            column[rows[first]] = numbers[first]
            stands = np.full(len(frame), -1, dtype=np.int64)
            stands[rows[first]] = records["POSITION"].to_numpy()[first]
            for item in items:
                values[item], positions[item] = column, (dataset, stands)
    notes = []
    if unplaced:
        notes.append(f"{unplaced} records without a visit are left out.")
    if repeated:
        notes.append(
            f"{repeated} records repeat a subject and visit; the first flagged for analysis counts."
        )
    return Collected(
        pd.concat([frame, pd.DataFrame(values, index=frame.index)], axis=1),
        positions,
        tuple(notes),
    )


def _by_dataset(study: StudyData, wanted: Mapping[str, str]) -> dict[Dataset, dict[str, list[str]]]:
    """Return the items by data set and by code of their parameter."""
    known = parameters(study)
    found: dict[Dataset, dict[str, list[str]]] = {}
    for item, value in wanted.items():
        dataset, code, _ = known[value]
        found.setdefault(dataset, {}).setdefault(code, []).append(item)
    if not found:
        raise AnalysisError("None of the items is in the data.")
    return found


def _records(
    study: StudyData, dataset: Dataset, codes: Mapping[str, object], scope: str
) -> tuple[pd.DataFrame, int]:
    """Return the records of these codes, flagged ones first, and how many have no visit."""
    frame = dataset.frame
    if AVISITN not in frame or USUBJID not in frame:
        raise AnalysisError(
            f"The data set {dataset.name} has no visit number (AVISITN) or no USUBJID, so its "
            "values cannot be put in order. Add the variable and import again."
        )
    here = frame[PARAMCD].isin(list(codes)).to_numpy() & frame[AVAL].notna().to_numpy()
    if DTYPE in frame:
        here &= frame[DTYPE].isna().to_numpy()
    positions = np.flatnonzero(here)
    kept = frame.iloc[positions]
    columns = [STUDYID, USUBJID, AVISITN, AVISIT, PARAMCD, AVAL]
    found = kept[[c for c in columns if c in kept]].copy()
    if STUDYID not in found:
        found[STUDYID] = ""
    found[SUBJECT] = study.subject_keys(kept)
    found["POSITION"] = positions
    if ANL01FL in kept:
        flagged = (kept[ANL01FL] == "Y").to_numpy()
        found = found.iloc[np.argsort(~flagged, kind="stable")]
    found = in_scope(found, scope)
    placed = found[AVISITN].notna() & found[AVISIT].notna() & found[USUBJID].notna()
    return found.loc[placed], int((~placed).sum())


_visits: WeakKeyDictionary[StudyData, dict[tuple[str, ...], tuple[tuple[float, str], ...]]] = (
    WeakKeyDictionary()
)
# A form asks for the visits at every change.


def visits_with(
    study: StudyData, scope: str, wanted: Mapping[str, str]
) -> tuple[tuple[float, str], ...]:
    """Return the visits at which any of these items was recorded, in order."""
    import pandas as pd

    if not wanted:
        return ()
    known = _visits.setdefault(study, {})
    key = (scope, *sorted(set(wanted.values())))
    if key not in known:
        by_dataset = _by_dataset(study, wanted)
        parts = [_records(study, d, codes, scope)[0] for d, codes in by_dataset.items()]
        known[key] = visits_of(pd.concat([p[[AVISITN, AVISIT]] for p in parts]))
    return known[key]


def visits_of(frame: pd.DataFrame) -> tuple[tuple[float, str], ...]:
    """Return the visits of a frame of records in order, as number and name."""
    pairs = frame[[AVISITN, AVISIT]].dropna().drop_duplicates().sort_values(AVISITN)
    first: dict[str, float] = {}
    for number, name in pairs.itertuples(index=False):
        first.setdefault(str(name), float(number))
    return tuple((number, name) for name, number in first.items())


# ------------------------------------------------------------------ units

_UNIT_FACTORS: Mapping[str, Mapping[str, float]] = {
    "count": {
        "10^9/l": 1000,
        "10*9/l": 1000,
        "x10^9/l": 1000,
        "giga/l": 1000,
        "g/l": 1000,
        "10^3/ul": 1000,
        "10*3/ul": 1000,
        "/mm3": 1,
        "/ul": 1,
        "cells/ul": 1,
    },
    "hb_g_dl": {"g/dl": 1, "g/l": 0.1},
    "igg_g_l": {"g/l": 1, "mg/dl": 0.01, "g/dl": 10, "mg/ml": 1},
}
_COUNTS = ("neutrophils_per_mm3", "platelets_per_mm3", "lymphocytes_per_mm3")


def in_unit(collected: Collected, key: str) -> npt.NDArray[np.float64]:
    """Return a laboratory value in the unit of its rule; NaN where its unit is not known."""
    values = collected.frame[key].to_numpy(dtype=float)
    factors = _UNIT_FACTORS["count" if key in _COUNTS else key]
    units = collected.extra(key, "AVALU")
    if units is None or not units.notna().any():
        units = collected.extra(key, "PARAM")
        if units is None:
            return np.full(len(values), np.nan)
        units = units.map(lambda t: (re.findall(r"\(([^()]*)\)", str(t)) or [""])[-1])
    known = {u: factors.get(_unit(str(u)), np.nan) for u in units.dropna().unique()}
    return np.asarray(values * units.map(known).to_numpy(dtype=float))


def _unit(text: str) -> str:
    return text.strip().lower().replace("µ", "u").replace("μ", "u").replace(" ", "")
