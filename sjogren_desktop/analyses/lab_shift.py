"""Shifts of laboratory values between low, normal and high, from baseline on.

To the worst and to the last value, and by visit; with the Cochran-Mantel-
Haenszel test of general association stratified by the baseline category. Rules
LB.1 to LB.8 in ``resources/methods/lab_values.md``. Checked against tables
14-6.02, 14-6.04 (270 rows) and 14-6.05 of the CDISC pilot study in
``tests/analyses/test_lab_shift.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_records import Cohort, IntArray, cohort
from sjogren_desktop.analyses.cell_members import Members
from sjogren_desktop.analyses.endpoint_options import usual
from sjogren_desktop.analyses.lab_pictures import shift_map
from sjogren_desktop.analyses.lab_visits import UNTIL, is_unscheduled
from sjogren_desktop.analyses.measurements import (
    LIMITS,
    Floats,
    Measurements,
    counted,
    items_of,
    lab_parameters,
    measurements,
    one_a_visit,
)
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.figures import GridFigure
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Progress,
    Result,
    Row,
    Stat,
    Table,
    Value,
)
from sjogren_desktop.stats.cmh import cmh_test
from sjogren_desktop.stats.exact import fisher_table_test
from sjogren_desktop.study.data import ANL01FL, StudyData

_FISHER_TABLES = 500_000
"""Enough for three arms of some hundred subjects each, and a fraction of a second."""

LOW, NORMAL, HIGH, ABNORMAL = range(4)
CATEGORIES = ("Low", "Normal", "High", "Abnormal")
_WORDS = {
    "L": LOW, "LOW": LOW, "LOW LOW": LOW, "LL": LOW,
    "N": NORMAL, "NORMAL": NORMAL,
    "H": HIGH, "HIGH": HIGH, "HIGH HIGH": HIGH, "HH": HIGH,
    "A": ABNORMAL, "ABNORMAL": ABNORMAL,
}  # fmt: skip
_TIMES = {
    "worst": "To the worst value",
    "last": "To the last value",
    "visits": "By visit",
}
_INDICATORS = {
    "ANRIND": "Indicator of the data (ANRIND, BNRIND)",
    "LBNRIND": "Indicator of the laboratory (LBNRIND)",
    "limits": "Values against the limits of the record",
}


# --- options --------------------------------------------------------------


def _parameter_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return items_of(lab_parameters(study, ranges=True))


def _parameter_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return usual(study, lab_parameters(study, ranges=True))


def _time_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _TIMES.items())


def _every_time(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(_TIMES)


def _indicator_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    frames = [d.frame for d in study.of_kind("BDS") if d.name.startswith(("ADLB", "LB"))]

    def has(*columns: str) -> bool:
        return any(all(c in f and f[c].notna().any() for c in columns) for f in frames)

    there = {
        "ANRIND": has("ANRIND"),
        "LBNRIND": has("LBNRIND"),
        "limits": any(has(low) or has(high) for low, high in LIMITS),
    }
    return tuple(Item(k, _INDICATORS[k]) for k, v in there.items() if v)


def _indicator_default(study: StudyData, values: Mapping[str, object]) -> str:
    items = _indicator_items(study, values)
    return items[0].value if items else "limits"


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "parameters",
        "Parameters",
        "Laboratory parameters with normal ranges.",
        _parameter_items,
        _parameter_default,
        many=True,
    ),
    Choice("times", "Shifts", "Which later values are looked at.", _time_items, _every_time, True),
    UNTIL,
    Choice(
        "indicator",
        "Low, normal, high",
        "Where the category of a value is taken from.",
        _indicator_items,
        _indicator_default,
        advanced=True,
    ),
)


# --- categories -----------------------------------------------------------


def categories(found: Measurements, indicator: str) -> tuple[Floats, Floats]:
    """Return the category of each value and of its baseline, NaN where not known (LB.5)."""
    if indicator == "limits":
        own = _by_shift(found, _against_limits(found))
        return own, found.with_baseline_of(own, np.full(len(found), np.nan))
    own = _words(found, indicator)
    unknown = np.isnan(own)
    if unknown.any() and indicator == "ANRIND":
        own = _by_shift(found, np.where(unknown, _against_limits(found), own))
    # An indicator counts even where the value is no number, such as "< 3".
    given = np.full(len(found), np.nan)
    if indicator == "ANRIND" and "BNRIND" in found.source:
        given = _words(found, "BNRIND")
    return own, found.with_baseline_of(own, given)


def _words(found: Measurements, column: str) -> Floats:
    codes, texts = found.texts(column)
    values = [float(_WORDS.get(text.strip().upper(), np.nan)) for text in texts]
    return np.array([*values, np.nan])[codes]


def _by_shift(found: Measurements, own: Floats) -> Floats:
    """Return categories, those not known from what SHIFT1 ("Normal to High") calls a value.

    Of derived criteria (0 or 1), which have no limits, data sets often tell the shift of
    some records alone: a value has everywhere the category it has there.
    """
    codes, texts = found.texts("SHIFT1")
    unknown = np.isnan(own) & ~np.isnan(found.value)
    if not texts or not unknown.any():
        return own
    later = [re.split(r"\s+TO\s+", text.strip().upper())[-1] for text in texts]
    word = np.array([*(float(_WORDS.get(w, np.nan)) for w in later), np.nan])[codes]
    told = np.flatnonzero(unknown & ~np.isnan(word))
    meanings: dict[tuple[int, float], set[float]] = {}
    pairs = zip(found.param[told].tolist(), found.value[told].tolist(), strict=True)
    for pair, category in zip(pairs, word[told].tolist(), strict=True):
        meanings.setdefault(pair, set()).add(category)
    made = own.copy()
    for (param, value), meant in meanings.items():
        if len(meant) == 1:
            made[unknown & (found.param == param) & (found.value == value)] = meant.pop()
    return made


def _against_limits(found: Measurements) -> Floats:
    low, high = found.limits
    value = found.value
    category = np.where(value < low, LOW, np.where(value > high, HIGH, NORMAL)).astype(np.float64)
    return np.where(np.isnan(value) | (np.isnan(low) & np.isnan(high)), np.nan, category)


def worst_records(found: Measurements, category: Floats, until: str) -> npt.NDArray[np.bool_]:
    """Mark the worst record after baseline of each subject and parameter (LB.6).

    The flag ANL01FL says so where it marks one record of all visits; else it is
    the value farthest outside its range, the later of equals.
    """
    flag = found.flagged(ANL01FL) & found.post
    given = found.flag_is_of_all[found.param]
    numbers = {name: n for n, name in found.visits}
    visit_number = np.array([n for n, _ in found.visits] + [np.nan])[found.visit]
    candidates = found.post & ~np.isnan(category)
    candidates &= ~(visit_number > numbers.get(until, np.inf))
    part = found.where(candidates)
    rows = np.flatnonzero(candidates)
    # Most values are normal, and those are no distance outside.
    abnormal = np.flatnonzero(category[rows] != NORMAL)
    value = part.value[abnormal]
    low, high = (limit[rows[abnormal]] for limit in found.limits)
    width = np.where(high - low > 0, high - low, np.nan)
    outside = np.maximum(value - high, low - value) / width
    distance = np.zeros(len(rows))
    # Without limits every abnormal value is equally far outside.
    distance[abnormal] = np.where(outside > 0, 1.0 + outside, 1.0)
    worst = part.last_of(part.subject_param, by=distance)
    mask = np.zeros(len(found), dtype=bool)
    mask[rows[worst]] = True
    return np.where(given, flag & ~np.isnan(category), mask)


# --- tables ---------------------------------------------------------------


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count shifts by arm."""
    progress(0.05, "Selecting records")
    group = cohort(study, values)
    chosen, times, until = values["parameters"], values["times"], str(values["until"])
    assert isinstance(chosen, tuple)
    assert isinstance(times, tuple)
    found = measurements(study, group, chosen)
    progress(0.4, "Classifying values")
    indicator = str(values["indicator"])
    category, before = categories(found, indicator)
    if np.isnan(category).all():
        raise AnalysisError(
            "None of the values chosen has a normal range or an indicator of one. Choose other "
            "parameters, or add ANRIND, or A1LO and A1HI, to the data."
        )
    tables: list[Table] = []
    figures: tuple[GridFigure, ...] = ()
    notes = list(group.notes)
    if "worst" in times:
        progress(0.55, "Worst values")
        mask = worst_records(found, category, until)
        part, to, base = found.where(mask), category[mask], before[mask]
        tables.append(_shift_table(group, part, to, base, "lab_shift_worst", _TIMES["worst"]))
        tables.append(_extreme_table(group, part, to))
        later = [(c, CATEGORIES[c]) for c in (LOW, HIGH)]
        figures = shift_map(group, part, to, base, normal=NORMAL, later=later)
    if "last" in times:
        progress(0.65, "Last values")
        late = counted(found, until, known=~np.isnan(category))
        late = late.where(late.last_of(late.subject_param))
        to, base = found.carried(category, late), found.carried(before, late)
        tables.append(_shift_table(group, late, to, base, "lab_shift_last", _TIMES["last"]))
    if "visits" in times:
        progress(0.75, "Visits")
        single = one_a_visit(found, known=~np.isnan(category))
        planned = np.array([v[0] > 0 and not is_unscheduled(v[1]) for v in found.visits] + [False])
        single = single.where(planned[single.visit] & ~single.baseline)
        to, base = found.carried(category, single), found.carried(before, single)
        tables.append(
            _shift_table(
                group, single, to, base, "lab_shift_visits", _TIMES["visits"], by_visit=True
            )
        )
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, tables),
        tables=tuple(tables),
        figures=figures,
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Categories", _INDICATORS[indicator]),
            ("Worst value", _worst_text(found)),
            ("Last visit that counts", until or "All visits"),
            ("Test", "CMH general association over arms, stratified by the baseline category"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _worst_text(found: Measurements) -> str:
    given, present = found.flag_is_of_all, np.bincount(found.param, minlength=len(found.params))
    flagged, derived = (given & (present > 0)).any(), (~given & (present > 0)).any()
    texts = ["As flagged in the data (ANL01FL = Y)"] if flagged else []
    if derived:
        texts.append("The value farthest outside its normal range")
    return "; where the flag is not of all visits: ".join(texts)


def _shift_table(
    group: Cohort,
    part: Measurements,
    to: Floats,
    base: Floats,
    key: str,
    title: str,
    *,
    by_visit: bool = False,
) -> Table:
    known = ~(np.isnan(to) | np.isnan(base))
    arms = len(group.arms)
    visits = len(part.visits) if by_visit else 1
    visit = part.visit if by_visit else np.zeros(len(part), dtype=np.intp)
    shape = (len(part.params), visits, arms, len(CATEGORIES), len(CATEGORIES))
    cell = np.ravel_multi_index(
        (
            part.param[known],
            visit[known],
            group.arm[part.person[known]],
            base[known].astype(np.intp),
            to[known].astype(np.intp),
        ),
        shape,
    )
    counts = np.bincount(cell, minlength=int(np.prod(shape))).reshape(shape)
    members = Members(group, cell, part.person[known], shape)
    from_shown = [c for c in range(len(CATEGORIES)) if counts[..., c, :].any()]
    columns = [
        Column(f"{group.header(a)}\n{CATEGORIES[c]}", {"ARM": name, "BNRIND": CATEGORIES[c]})
        for a, name in enumerate(group.arms)
        for c in from_shown
    ]
    columns.append(Column("p", {"TEST": "CMH"}))
    rows: list[Row] = []
    for p, named in enumerate(part.params):
        to_shown = [c for c in range(len(CATEGORIES)) if counts[p, ..., c].any()]
        for v in range(visits):
            block = counts[p, v]
            if block.any():
                name = part.visits[v] if by_visit else None
                rows += _shift_rows(block, named, name, from_shown, to_shown, members.of((p, v)))
    heads = ("Parameter", "Visit", "Shift to") if by_visit else ("Parameter", "Shift to")
    return Table(
        key,
        f"Laboratory values: shift from baseline. {title}",
        heads,
        tuple(columns),
        tuple(rows),
        (
            "Columns: category at baseline; rows: category later; n counts subjects with both. "
            "Percentages are of the subjects of the column.",
            "p: Cochran-Mantel-Haenszel, general association of arm and category, stratified by "
            "the category at baseline; blank where all values are of one category.",
        ),
    )


def _shift_rows(
    block: IntArray,
    named: tuple[str, str, str],
    visit: tuple[float, str] | None,
    from_shown: Sequence[int],
    to_shown: Sequence[int],
    members: Callable[..., tuple[str, ...]],
) -> list[Row]:
    """Return the rows of a parameter (and visit): n, then each category."""
    code, label, point = named
    key: dict[str, Value] = {"PARAMCD": code}
    key |= {"ATPT": point} if point else {}
    label = f"{label}, {point}" if point else label
    labels: tuple[str, ...] = (label,)
    if visit is not None:
        labels = (label, visit[1])
        key |= {"AVISIT": visit[1], "AVISITN": number(visit[0])}
    totals = block.sum(axis=2)
    pairs = [(a, c) for a in range(block.shape[0]) for c in from_shown]
    cells: list[Cell | None] = [
        Cell((Stat("n", int(totals[a, c])),), subjects=members(a, c)) for a, c in pairs
    ]
    rows = [Row((*labels, "n"), (*cells, _cmh(block)), key | {"ANRIND": "n"})]
    for to in to_shown:
        cells = []
        for a, c in pairs:
            n, total = int(block[a, c, to]), int(totals[a, c])
            share = 100 * n / total if total else None
            stats = (Stat("count", n), Stat("percent", share))
            keys = members(a, c, to)
            cells.append(Cell(stats, "{0} ({1}%)", keys) if total else Cell((Stat("count", 0),)))
        name = CATEGORIES[to]
        rows.append(Row((*labels, name), (*cells, None), key | {"ANRIND": name}, 1))
    return rows


def _cmh(block: IntArray) -> Cell | None:
    """Return the p value of a block (arm, from, to), nothing where it tells nothing (LB.8)."""
    strata = np.moveaxis(block, 1, 0)
    strata = strata[strata.sum(axis=(1, 2)) > 0]
    if (strata.sum(axis=(0, 1)) > 0).sum() < 2 or (strata.sum(axis=(0, 2)) > 0).sum() < 2:
        return None
    try:
        return Cell((Stat("p_value", number(cmh_test(strata).p_value)),))
    except AnalysisError:
        return None


def _extreme_table(group: Cohort, part: Measurements, to: Floats) -> Table:
    """Count the categories of the worst values, whatever the baseline was (LB.7)."""
    known = ~np.isnan(to)
    shape = (len(part.params), len(group.arms), len(CATEGORIES))
    where = (part.param[known], group.arm[part.person[known]], to[known].astype(np.intp))
    cell = np.ravel_multi_index(where, shape)
    counts = np.bincount(cell, minlength=int(np.prod(shape))).reshape(shape)
    members = Members(group, cell, part.person[known], shape)
    shown = [c for c in range(len(CATEGORIES)) if counts[..., c].any()]
    columns = [
        Column(f"{group.header(a)}\n{CATEGORIES[c]}", {"ARM": name, "ANRIND": CATEGORIES[c]})
        for a, name in enumerate(group.arms)
        for c in shown
    ]
    columns.append(Column("p", {"TEST": "Fisher"}))
    rows = []
    for p, (code, label, point) in enumerate(part.params):
        cells: list[Cell | None] = []
        for a in range(len(group.arms)):
            total = int(counts[p, a].sum())
            for c in shown:
                n = int(counts[p, a, c])
                share = 100 * n / total if total else None
                stats = (Stat("count", n), Stat("percent", share))
                cells.append(Cell(stats, "{0} ({1}%)", members.at(p, a, c)))
        cells.append(_fisher(counts[p]))
        if counts[p].any():
            name = f"{label}, {point}" if point else label
            rows.append(Row((name,), tuple(cells), {"PARAMCD": code}))
    return Table(
        "lab_worst",
        "Laboratory values: category of the worst value after baseline",
        ("Parameter",),
        tuple(columns),
        tuple(rows),
        (
            "Percentages are of the subjects with a value after baseline.",
            "p: Fisher's exact test of arm and category, not adjusted; blank where all values "
            "are of one category, or where the counts are too large for it.",
        ),
    )


def _fisher(counts: IntArray) -> Cell | None:
    """Return the exact p value of arms by categories (LB.11)."""
    if (counts.sum(axis=0) > 0).sum() < 2 or (counts.sum(axis=1) > 0).sum() < 2:
        return None
    try:
        found = fisher_table_test(counts, most=_FISHER_TABLES).p_value
    except AnalysisError:
        return None
    return Cell((Stat("p_value", number(found)),))


def _summary(group: Cohort, tables: Sequence[Table]) -> str:
    parameters = len({str(row.key.get("PARAMCD")) for table in tables for row in table.rows})
    found = [
        (stat.value, row.labels[0])
        for table in tables[:1]
        for row, _, stat in table.numbers()
        if stat.name == "p_value" and isinstance(stat.value, float)
    ]
    text = f"Shifts of {parameters} laboratory parameters in {', '.join(group.arms)}."
    if found:
        p, label = min(found)
        text += f" Smallest of {len(found)} unadjusted p values: {label}, {formats.p_value(p)}."
    return text


SPEC = Analysis(
    key="lab_shift",
    title="Laboratory shifts from baseline",
    tab="safety",
    question="How many patients went from normal to low or high laboratory values after treatment "
    "began?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="lab_values.md",
)
