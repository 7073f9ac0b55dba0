"""Demographics and baseline characteristics by arm, from the subject-level data.

Numbers are described by mean, standard deviation, median and range, categories by
counts; where it is asked for, arms are compared by one-way analysis of variance and by
Pearson's chi-squared test without continuity correction. Rules DM.1 to DM.4 in
``resources/methods/demographics.md``. Checked against table 14-2.01 of the CDISC pilot
study in ``tests/analyses/test_demographics.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item
from sjogren_desktop.analyses.subset import chosen as in_subset
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Doing,
    Progress,
    Result,
    Row,
    Stat,
    Table,
)
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

_MOST_LEVELS = 30
_NO_CHARACTERISTIC = re.compile(
    r"(?:STUDYID|USUBJID|SUBJID|SUBJECT|SITEID|SITENAM|INVID|INVNAM|DOMAIN|AGEU|ARM\w*|ACTARM\w*"
    r"|TRT\w*|TR\d\w*|\w*FL|\w*FN|\w*DTC?|\w*DTM|\w*TM|RF\w+|DTH\w*|DC\w+|EOS\w*|EOT\w*|VISIT\w*"
    r"|VISNUM\w*|CUMDOSE|AVGDD)"
)
"""Identifiers, treatments, flags, dates and what happened after the baseline."""
_NAMES = {
    "AGE": "Age",
    "AGEGR1": "Age group",
    "SEX": "Sex",
    "RACE": "Race",
    "ETHNIC": "Ethnicity",
    "COUNTRY": "Country",
    "REGION1": "Region",
    "HEIGHTBL": "Height at baseline",
    "WEIGHTBL": "Weight at baseline",
    "BMIBL": "Body mass index at baseline",
}
"""Labels of the standard for variables whose file has none."""
_USUAL = re.compile(
    r"(?:AGE|AGEGR\d+|SEX|RACE|RACEGR\d+|ETHNIC|COUNTRY|REGION\d*|STRAT\w*|\w+BL|\w+BLGR\d+"
    r"|DURDIS|DURDSGR\d+|EDUCLVL|MMSETOT)"
)
"""Variables ticked at first."""


@dataclass(frozen=True, eq=False)
class _Group:
    """The subjects of a column."""

    name: str
    people: pd.DataFrame

    @property
    def header(self) -> str:
        return f"{self.name}\n(N={len(self.people)})"


def characteristics(study: StudyData) -> dict[str, str]:
    """Return the variables of the subjects that can be described (name -> label) (DM.1)."""
    adsl = study.of_kind("ADSL")[0]
    found = {}
    for column in map(str, adsl.frame.columns):
        values = adsl.frame[column]
        coded = column.endswith("N") and column[:-1] in adsl.frame
        if _NO_CHARACTERISTIC.fullmatch(column) or coded or not values.notna().any():
            continue
        if not _is_number(values) and (
            values.dtype.kind in "Mm" or values.nunique() > _MOST_LEVELS
        ):
            continue
        found[column] = adsl.labels.get(column) or _NAMES.get(column, column)
    return found


def _variable_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(
        Item(v, f"{label} ({v})" if label != v else v)
        for v, label in characteristics(study).items()
    )


def _variable_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    known = characteristics(study)
    return tuple(v for v in known if _USUAL.fullmatch(v)) or tuple(known)[:10]


OPTIONS = (
    who.STUDY,
    who.RANDOMISED_POPULATION,
    who.ARMS,
    who.SUBSET,
    Choice(
        "variables",
        "Characteristics",
        "Variables of the subject-level data: numbers are summarised, categories counted.",
        _variable_items,
        _variable_default,
        many=True,
    ),
    Flag(
        "p_values",
        "Show p values",
        "Analysis of variance of numbers, chi-squared test of categories. Differences at baseline "
        "between randomised arms are due to chance, whatever p is.",
        False,
    ),
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Describe the subjects of each arm."""
    progress(0.1, "Selecting subjects")
    scope, flag = str(values["study"]), str(values["population"])
    arms, variables = values["arms"], values["variables"]
    assert isinstance(arms, tuple)
    assert isinstance(variables, tuple)
    if not arms or not variables:
        what = "arm" if not arms else "characteristic"
        raise AnalysisError(f"No {what} is chosen. Tick at least one.")
    people = who.in_population(who.in_scope(who.subjects(study), scope), flag)
    people = people.loc[in_subset(people, str(values["subset"]))]
    groups = [_Group(a, people.loc[people[who.ARM] == a]) for a in arms]
    whole = people.loc[people[who.ARM].isin(arms)]
    if whole.empty:
        raise AnalysisError("No subject is in the population and arms chosen. Choose others.")
    if len(groups) > 1:
        groups.append(_Group("Total", whole))
    labels, p_values = characteristics(study), bool(values["p_values"]) and len(arms) > 1
    rows: list[Row] = []
    for place, variable in enumerate(variables):
        doing = Doing("Describing {name}", name=labels[variable])
        progress(0.2 + 0.7 * place / len(variables), doing)
        describe = _number_rows if _is_number(whole[variable]) else _category_rows
        made = describe(groups, variable, labels[variable])
        if p_values:
            shown = [_p(groups[:-1], variable), *[None] * (len(made) - 1)]
            made = [replace(r, cells=(*r.cells, p)) for r, p in zip(made, shown, strict=True)]
        rows += made
    columns = [Column(g.header, {"ARM": g.name}) for g in groups]
    subset = str(values["subset"]).strip()
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=scope,
        population=who.population_label(flag) + (f", {subset}" if subset else ""),
        summary=f"{len(variables)} characteristics of {len(whole)} subjects.",
        tables=(
            Table(
                "demographics",
                "Demographics and baseline characteristics",
                ("Characteristic", ""),
                (*columns, *([Column("p", {"TEST": "ANOVA or chi-squared"})] if p_values else [])),
                tuple(rows),
                (
                    "Percentages are of the subjects with a value; SD: standard deviation.",
                    *(
                        ("p: one-way analysis of variance (numbers), Pearson's chi-squared test "
                         "without continuity correction (categories), over the arms.",)
                        if p_values
                        else ()
                    ),
                ),
            ),
        ),
        method=(
            ("Treatment", "Planned treatment"),
            ("Numbers", "n, mean, standard deviation, median, minimum, maximum"),
            ("Categories", "n and percentage of the subjects with a value"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )  # fmt: skip


def _number_rows(groups: Sequence[_Group], variable: str, label: str) -> list[Row]:
    found = [g.people[variable].to_numpy(dtype=np.float64, na_value=np.nan) for g in groups]
    known = [values[~np.isnan(values)] for values in found]
    raw = formats.decimals_of(known[-1].tolist())

    def stat(name: str, value: float | None) -> Stat:
        return Stat(name, value, formats.decimals_for(name, raw))

    lines: tuple[tuple[str, str, list[Cell | None]], ...] = (
        ("n", "n", [
            who.count_cell(g.people[who.SUBJECT][~np.isnan(v)])
            for g, v in zip(groups, found, strict=True)
        ]),
        ("Mean (SD)", "mean", [
            Cell((stat("mean", _mean(v)), stat("sd", _sd(v))), "{0} ({1})") if len(v) else None
            for v in known
        ]),
        ("Median", "median", [
            Cell((stat("median", number(np.median(v))),)) if len(v) else None for v in known
        ]),
        ("Min, max", "range", [
            Cell((stat("minimum", number(v.min())), stat("maximum", number(v.max()))), "{0}, {1}")
            if len(v) else None
            for v in known
        ]),
    )  # fmt: skip
    return [
        Row((label, text), tuple(cells), {"VARIABLE": variable, "STAT": key}, 0 if not i else 1)
        for i, (text, key, cells) in enumerate(lines)
    ]


def _category_rows(groups: Sequence[_Group], variable: str, label: str) -> list[Row]:
    texts = [_texts(g.people, variable) for g in groups]
    known = [(t != "").to_numpy(dtype=bool) for t in texts]
    n = tuple(who.count_cell(g.people[who.SUBJECT][k]) for g, k in zip(groups, known, strict=True))
    rows = [Row((label, "n"), n, {"VARIABLE": variable, "STAT": "n"})]
    for level in _levels(groups[-1].people, variable):
        cells = tuple(
            who.share_cell(g.people[who.SUBJECT][t == level], int(k.sum()), "{0} ({1}%)")
            for g, t, k in zip(groups, texts, known, strict=True)
        )
        rows.append(Row((label, level), cells, {"VARIABLE": variable, "LEVEL": level}, 1))
    if not known[-1].all():
        missing = tuple(
            who.count_cell(g.people[who.SUBJECT][~k], "missing")
            for g, k in zip(groups, known, strict=True)
        )
        rows.append(Row((label, "Missing"), missing, {"VARIABLE": variable, "STAT": "missing"}, 1))
    return rows


def _p(arms: Sequence[_Group], variable: str) -> Cell | None:
    """Return the p value over arms, nothing where they cannot be compared (DM.4)."""
    from scipy.special import chdtrc, fdtrc

    if _is_number(arms[0].people[variable]):
        parts = [g.people[variable].dropna().to_numpy(dtype=np.float64) for g in arms]
        parts = [v for v in parts if len(v)]
        total = sum(map(len, parts))
        between, within = len(parts) - 1, total - len(parts)
        grand = np.concatenate(parts).mean() if parts else np.nan
        inside = sum(float(((v - v.mean()) ** 2).sum()) for v in parts)
        if between < 1 or within < 1 or inside <= 0:
            return None
        outside = sum(len(v) * float((v.mean() - grand) ** 2) for v in parts)
        f = (outside / between) / (inside / within)
        return Cell((Stat("p_value", float(fdtrc(between, within, f))),))
    texts = [_texts(g.people, variable) for g in arms]
    levels = sorted({t for text in texts for t in text if t})
    counts = np.array([[int((t == level).sum()) for level in levels] for t in texts], dtype=float)
    counts = counts[counts.sum(axis=1) > 0] if counts.size else counts
    if counts.size == 0 or counts.shape[0] < 2 or counts.shape[1] < 2:
        return None
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    square = float(((counts - expected) ** 2 / expected).sum())
    df = (counts.shape[0] - 1) * (counts.shape[1] - 1)
    return Cell((Stat("p_value", float(chdtrc(df, square))),))


def _levels(people: pd.DataFrame, variable: str) -> list[str]:
    """Return the levels: by their code, else by the numbers in them, else by the alphabet."""
    texts = _texts(people, variable)
    levels = sorted(set(texts) - {""})
    if f"{variable}N" in people:
        codes = people[f"{variable}N"].groupby(texts.to_numpy()).min()
        if codes.reindex(levels).notna().all():
            return sorted(levels, key=lambda level: (float(codes[level]), level))
    numbers = {t: re.search(r"\d+(?:\.\d+)?", t) for t in levels}
    if all(numbers.values()):
        return sorted(levels, key=_by_number)
    return levels


def _by_number(level: str) -> tuple[float, bool, str]:
    """Sort "<25" before "25-<30"."""
    found = re.search(r"\d+(?:\.\d+)?", level)
    return float(found.group()) if found else 0.0, not level.startswith(("<", "\u2264")), level


def _texts(people: pd.DataFrame, variable: str) -> pd.Series:
    values = people[variable]
    return values.astype("object").where(values.notna(), "").map(lambda v: " ".join(str(v).split()))


def _is_number(values: pd.Series) -> bool:
    return values.dtype.kind in "iuf"


def _mean(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    # Read at 12 significant digits: a mean of 6.45 must not print as 6.4.
    return float(f"{values.mean():.12g}")


def _sd(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float | None:
    return float(values.std(ddof=1)) if len(values) > 1 else None


SPEC = Analysis(
    key="demographics",
    title="Demographics and baseline",
    tab="analysis",
    question="Who was in the trial, and were the arms alike at baseline?",
    requires=("ADSL",),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="demographics.md",
    measure="None: patients are described",
)
