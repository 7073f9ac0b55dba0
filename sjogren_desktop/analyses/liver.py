"""Drug-induced liver injury: peak aminotransferases against peak bilirubin (eDISH).

Each subject is one point: the highest ALT or AST and the highest bilirubin after
baseline, in multiples of the upper limit of normal. Those with both high may be
cases of Hy's law; they are listed with the R ratio at the time of the highest
aminotransferase. Rules LV.1 to LV.6 in ``resources/methods/liver.md``; checked in
``tests/analyses/test_liver.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_records import Cohort, cohort
from sjogren_desktop.analyses.lab_visits import UNTIL
from sjogren_desktop.analyses.measurements import (
    Floats,
    Measurements,
    items_of,
    lab_parameters,
    measurements,
)
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number
from sjogren_desktop.figures import ScatterFigure, Series
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
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.wording import counted

_CODES = {
    "alt": ("ALT", "SGPT", "ALAT"),
    "ast": ("AST", "SGOT", "ASAT"),
    "alp": ("ALP", "ALKPH", "ALKP", "ALPH"),
    "bilirubin": ("BILI", "TBIL", "TBILI", "BILIT", "BILITOT"),
}
_NAMES = {
    "alt": "ALT",
    "ast": "AST",
    "alp": "Alkaline phosphatase",
    "bilirubin": "Total bilirubin",
}
NORMAL, CHOLESTASIS, TEMPLE, HYS = "normal", "cholestasis", "temple", "hys_law"
QUADRANTS = {
    HYS: "Both high (possible Hy's law)",
    TEMPLE: "Aminotransferase alone high (Temple's corollary)",
    CHOLESTASIS: "Bilirubin alone high",
    NORMAL: "Neither high",
}


def _of(study: StudyData, test: str) -> list[str]:
    return [c for c in lab_parameters(study) if c.split(".")[-1].upper() in _CODES[test]]


def _items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    known = lab_parameters(study)
    return items_of({c: known[c] for test in _CODES for c in _of(study, test)})


def _default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    found = tuple(i.value for i in _items(study, values))
    if not (_of(study, "alt") or _of(study, "ast")) or not _of(study, "bilirubin"):
        raise AnalysisError(
            "The study has no aminotransferase (ALT or AST), or no total bilirubin (BILI), with "
            "values by visit. Import the laboratory data set, or check its parameter codes."
        )
    return found


OPTIONS = (
    *who.SAFETY_OPTIONS,
    Choice(
        "parameters",
        "Liver tests",
        "Aminotransferases, alkaline phosphatase and total bilirubin, found by their codes.",
        _items,
        _default,
        many=True,
        advanced=True,
    ),
    UNTIL,
    Number("aminotransferase", "Aminotransferase cut-off (x ULN)", "Usually 3.", 3, 1, 100, 1),
    Number("bilirubin", "Bilirubin cut-off (x ULN)", "Usually 2.", 2, 1, 100, 1),
)


@dataclass(frozen=True, eq=False)
class Peaks:
    """Per subject of the cohort: peaks in multiples of ULN, NaN where not known.

    ``fold_aminotransferase`` and ``fold_bilirubin`` are peaks in multiples of the
    subject's own baseline. ``aminotransferase`` is the higher of ALT and AST;
    ``r_ratio`` is that of ALT (of AST without it) to alkaline phosphatase when ALT
    was highest; days are study days.
    """

    alt: Floats
    ast: Floats
    aminotransferase: Floats
    bilirubin: Floats
    alp: Floats
    r_ratio: Floats
    peak_day: Floats
    bilirubin_day: Floats
    fold_aminotransferase: Floats
    fold_bilirubin: Floats


def peaks(group: Cohort, found: Measurements, until: str) -> Peaks:
    """Return the peaks of the liver tests after baseline (LV.1 to LV.4)."""
    numbers = {name: n for n, name in found.visits}
    visit = np.array([n for n, _ in found.visits] + [np.nan])[found.visit]
    _, upper = found.limits
    ratio = np.where(upper > 0, found.value / np.where(upper > 0, upper, 1.0), np.nan)
    use = found.post & ~np.isnan(ratio) & ~(visit > numbers.get(until, np.inf))
    codes = [value.split(".")[-1].upper() for value, _, _ in found.params]
    size = len(group.people)

    base = found.base
    fold = np.where(base > 0, found.value / np.where(base > 0, base, 1.0), np.nan)

    def highest(test: str) -> Floats:
        """Return the peak of a test in multiples of the baseline."""
        members = np.array([c in _CODES[test] for c in codes], dtype=bool)
        rows = np.flatnonzero(found.post & members[found.param] & ~np.isnan(fold))
        rows = rows[~(visit[rows] > numbers.get(until, np.inf))]
        peak = np.full(size, -np.inf)
        np.maximum.at(peak, found.person[rows], fold[rows])
        return np.where(np.isinf(peak), np.nan, peak)

    def of(test: str) -> tuple[Floats, Floats]:
        """Return the peak of a test and its day."""
        members = np.array([c in _CODES[test] for c in codes], dtype=bool)
        rows = np.flatnonzero(use & members[found.param])
        peak, day = np.full(size, np.nan), np.full(size, np.nan)
        # The first of equal peaks: sorted so that it is written last.
        order = rows[np.lexsort((-found.order[rows], ratio[rows]))]
        peak[found.person[order]] = ratio[order]
        day[found.person[order]] = found.order[order]
        return peak, day

    (alt, alt_day), (ast, ast_day) = of("alt"), of("ast")
    bilirubin, bilirubin_day = of("bilirubin")
    alp, _ = of("alp")
    by_alt = ~np.isnan(alt)
    first, first_day = np.where(by_alt, alt, ast), np.where(by_alt, alt_day, ast_day)
    higher = np.fmax(alt, ast)
    peak_day = np.where(
        np.nan_to_num(alt, nan=-1.0) >= np.nan_to_num(ast, nan=-1.0), alt_day, ast_day
    )
    members = np.array([c in _CODES["alp"] for c in codes], dtype=bool)
    rows = np.flatnonzero(use & members[found.param])
    at_peak = rows[found.order[rows] == first_day[found.person[rows]]]
    r_ratio = np.full(size, np.nan)
    r_ratio[found.person[at_peak]] = first[found.person[at_peak]] / ratio[at_peak]
    return Peaks(
        alt,
        ast,
        higher,
        bilirubin,
        alp,
        r_ratio,
        peak_day,
        bilirubin_day,
        np.fmax(highest("alt"), highest("ast")),
        highest("bilirubin"),
    )


def pattern(r_ratio: float, highest: float = np.inf) -> str:
    """Return the pattern of liver injury by the R ratio (LV.5).

    ``highest`` is the higher peak of the two tests in the ratio, in multiples of
    ULN: where neither was above it, there is no injury to have a pattern.
    """
    if np.isnan(r_ratio):
        return "not known"
    if highest <= 1:
        return "normal ALT and ALP"
    if r_ratio >= 5:
        return "hepatocellular"
    return "mixed" if r_ratio > 2 else "cholestatic"


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Find peaks, count quadrants and list subjects with high values."""
    progress(0.1, "Selecting records")
    group = cohort(study, values)
    chosen, until = values["parameters"], str(values["until"])
    assert isinstance(chosen, tuple)
    at_cut, bili_cut = values["aminotransferase"], values["bilirubin"]
    assert isinstance(at_cut, int | float)
    assert isinstance(bili_cut, int | float)
    found = measurements(study, group, chosen)
    progress(0.5, "Finding peaks")
    peak = peaks(group, found, until)
    known = ~(np.isnan(peak.aminotransferase) | np.isnan(peak.bilirubin))
    if not known.any():
        raise AnalysisError(
            "No subject has an aminotransferase and a bilirubin value with an upper limit of "
            "normal after baseline. Add A1HI (or ANRHI) to the laboratory data."
        )
    high_at, high_bili = peak.aminotransferase > at_cut, peak.bilirubin > bili_cut
    quadrant = {
        HYS: known & high_at & high_bili,
        TEMPLE: known & high_at & ~high_bili,
        CHOLESTASIS: known & ~high_at & high_bili,
        NORMAL: known & ~high_at & ~high_bili,
    }
    notes = list(group.notes)
    if missing := int((~known).sum()):
        left = counted(missing, "subject")
        notes.append(f"Left out, without such values after baseline: {left}.")
    hys = np.bincount(group.arm[quadrant[HYS]], minlength=len(group.arms))
    parts = [f"{arm} {n}" for arm, n in zip(group.arms, hys, strict=True)]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=f"Subjects with both peaks high (possible Hy's law): {'; '.join(parts)}.",
        tables=(
            _quadrant_table(group, peak, quadrant, known, at_cut, bili_cut),
            _listing(group, peak, quadrant),
        ),
        figures=(
            _figure(group, peak, known, at_cut, bili_cut),
            *_fold_figure(group, peak, at_cut, bili_cut),
        ),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Peaks", "Highest value after baseline, in multiples of the record's ULN"),
            ("Cut-offs", f"Aminotransferase above {at_cut:g}, bilirubin above {bili_cut:g} x ULN"),
            ("R ratio", "(ALT / ULN) / (ALP / ULN) at the time of the highest ALT"),
            ("Last visit that counts", until or "All visits"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _quadrant_table(
    group: Cohort,
    peak: Peaks,
    quadrant: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]],
    known: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    at_cut: float,
    bili_cut: float,
) -> Table:
    arms = len(group.arms)
    total = np.bincount(group.arm[known], minlength=arms)
    lines = [(text, key, quadrant[key]) for key, text in QUADRANTS.items()]
    hys = quadrant[HYS]
    low_alp = hys & (peak.alp < 2)
    lines.insert(1, ("Both high, alkaline phosphatase below 2 x ULN", "hys_law_alp", low_alp))
    for multiple in (3.0, 5.0, 10.0, 20.0):
        mask = known & (peak.aminotransferase > multiple)
        lines.append((f"Aminotransferase above {multiple:g} x ULN", f"at_{multiple:g}", mask))
    for multiple in (1.5, 2.0):
        mask = known & (peak.bilirubin > multiple)
        lines.append((f"Bilirubin above {multiple:g} x ULN", f"bili_{multiple:g}", mask))
    rows = [
        Row(
            ("Subjects with both tests after baseline",),
            tuple(
                Cell((Stat("n", int(n)),), subjects=group.named(known & (group.arm == a)))
                for a, n in enumerate(total)
            ),
            {"QUADRANT": "n"},
        )
    ]
    for text, key, mask in lines:
        count = np.bincount(group.arm[mask], minlength=arms)
        cells = tuple(
            Cell(
                (Stat("count", int(c)), Stat("percent", 100 * int(c) / int(n) if n else None)),
                "{0} ({1}%)",
                group.named(mask & (group.arm == a)),
            )
            for a, (c, n) in enumerate(zip(count, total, strict=True))
        )
        rows.append(Row((text,), cells, {"QUADRANT": key}, 1))
    return Table(
        "liver_quadrants",
        "Peak liver tests after baseline",
        ("",),
        tuple(Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)),
        tuple(rows),
        (
            f"High: aminotransferase (ALT or AST) above {at_cut:g} x ULN, total bilirubin above "
            f"{bili_cut:g} x ULN; peaks need not be at the same time. ULN: upper limit of normal.",
        ),
    )


def _listing(
    group: Cohort,
    peak: Peaks,
    quadrant: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]],
) -> Table:
    heads = (
        "ALT, x ULN",
        "AST, x ULN",
        "Bilirubin, x ULN",
        "ALP, x ULN",
        "R ratio at peak",
        "Pattern",
        "Day of peak",
        "Day of bilirubin peak",
    )
    subject = group.people[who.SUBJECT].astype("object").to_numpy()
    highest = np.fmax(np.where(np.isnan(peak.alt), peak.ast, peak.alt), peak.alp)
    rows = []
    for key in (HYS, TEMPLE, CHOLESTASIS):
        members = [int(i) for i in np.flatnonzero(quadrant[key])]
        for i in sorted(members, key=lambda i: (int(group.arm[i]), str(subject[i]))):
            shown = (peak.alt, peak.ast, peak.bilirubin, peak.alp, peak.r_ratio)
            cells: list[Cell | None] = []
            for values in shown:
                value = number(values[i])
                cells.append(None if value is None else Cell((Stat("ratio", value, 2),)))
            own = (str(subject[i]),)
            kind = pattern(float(peak.r_ratio[i]), float(highest[i]))
            cells.append(Cell((Stat("text", kind),), subjects=own))
            for days in (peak.peak_day, peak.bilirubin_day):
                day = number(days[i])
                cells.append(None if day is None else Cell((Stat("day", day, 0),)))
            arm = group.arms[group.arm[i]]
            line: dict[str, Value] = {"QUADRANT": key, "ARM": arm, "USUBJID": str(subject[i])}
            rows.append(Row((QUADRANTS[key], arm, str(subject[i])), tuple(cells), line))
    return Table(
        "liver_listing",
        "Subjects with high peak liver tests",
        ("Group", "Arm", "Subject"),
        tuple(Column(h, {"ITEM": h}) for h in heads),
        tuple(rows),
        (
            "Pattern by R ratio: 5 or more hepatocellular, above 2 mixed, else cholestatic; none "
            "where ALT and ALP never exceeded ULN."
            if rows
            else "None.",
        ),
    )


def _figure(
    group: Cohort,
    peak: Peaks,
    known: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    at_cut: float,
    bili_cut: float,
) -> ScatterFigure:
    positive = known & (peak.aminotransferase > 0) & (peak.bilirubin > 0)
    series, names = _points(group, positive, peak.aminotransferase, peak.bilirubin)
    return ScatterFigure(
        "edish",
        "Peak liver tests after baseline",
        "Peak ALT or AST (x ULN)",
        "Peak total bilirubin (x ULN)",
        tuple(series),
        tuple(names),
        (float(at_cut),),
        (float(bili_cut),),
        True,
        (0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0),
        (
            f"One symbol a subject. Lines: {at_cut:g} and {bili_cut:g} times the upper limit of "
            "normal (ULN). Upper right: possible cases of Hy's law. In the corners: subjects.",
        ),
        True,
    )


def _points(
    group: Cohort,
    shown: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    across: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    up: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> tuple[list[Series], list[tuple[str, ...]]]:
    """Return the symbols of each arm for the subjects shown, and the names of these."""
    subject = group.people[who.SUBJECT].astype("object").to_numpy()
    series, names = [], []
    for a, arm in enumerate(group.arms):
        rows = np.flatnonzero(shown & (group.arm == a))
        series.append(
            Series(
                arm,
                group.styles[a],
                tuple(float(v) for v in across[rows]),
                tuple(float(v) for v in up[rows]),
                subjects=tuple((key,) for key in group.keys[rows].tolist()),
            )
        )
        names.append(tuple(str(s) for s in subject[rows]))
    return series, names


def _fold_figure(
    group: Cohort, peak: Peaks, at_cut: float, bili_cut: float
) -> tuple[ScatterFigure, ...]:
    """Return the plot in multiples of the baseline, for raised baselines (LV.7)."""
    known = (peak.fold_aminotransferase > 0) & (peak.fold_bilirubin > 0)
    if not known.any():
        return ()
    series, names = _points(group, known, peak.fold_aminotransferase, peak.fold_bilirubin)
    return (
        ScatterFigure(
            "mdish",
            "Peak liver tests in multiples of the baseline",
            "Peak ALT or AST (x baseline)",
            "Peak total bilirubin (x baseline)",
            tuple(series),
            tuple(names),
            (float(at_cut),),
            (float(bili_cut),),
            True,
            (0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0),
            (
                "One symbol a subject, each against its own baseline (mDISH): for subjects whose "
                f"liver tests were high before treatment. Lines: {at_cut:g} and {bili_cut:g} times "
                "the baseline.",
            ),
            True,
        ),
    )


SPEC = Analysis(
    key="liver",
    title="Liver tests (eDISH, Hy's law)",
    tab="safety",
    question="Did any patient have high aminotransferases together with high bilirubin, a sign of "
    "severe liver injury by a drug?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="liver.md",
)
