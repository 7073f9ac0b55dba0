"""Screening of adverse events for signals, with the multiplicity of terms taken care of.

Every preferred term is compared with the reference arm; p values are adjusted by the
false discovery rate over all terms and by the double false discovery rate over classes
and terms, and a hierarchical model lends strength between terms of a class. Rules SG.1 to SG.6
in ``resources/methods/ae_signals.md``; checked in ``tests/analyses/test_ae_signals.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import ae_compare
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import (
    CLASSES,
    TermRows,
    count_cell,
    filled,
    sizes_text,
    term_rows,
)
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    adverse_events,
    cohort,
    of_category,
)
from sjogren_desktop.analyses.ae_terms import CATEGORY
from sjogren_desktop.analyses.model_tables import number
from sjogren_desktop.analyses.spec import Analysis, Flag, Number
from sjogren_desktop.figures import BarFigure, DotFigure, Figure, ForestRow, ScatterFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.stats.exact import exact_test
from sjogren_desktop.stats.hierarchical_mixture import Mixture, fit_mixture
from sjogren_desktop.stats.multiplicity import adjust_p_values, double_false_discovery
from sjogren_desktop.study.data import StudyData

_NAMED, _LETTER, _LINE = 10, 0.012, 0.06
"""Terms named in the volcano plot; width and height of letters as shares of the plot."""

_SHOWN = 20
"""Terms in the dot plot and the butterfly."""

OPTIONS = (
    *who.SAFETY_OPTIONS,
    who.REFERENCE,
    CATEGORY,
    Number(
        "least",
        "Terms with at least (subjects)",
        "Terms that fewer subjects of all arms had are not screened; they could not show a "
        "difference.",
        4,
        1,
        1000,
    ),
    Number(
        "rate",
        "False discovery rate (%)",
        "Share of the terms flagged that may be flagged by chance.",
        10,
        0.1,
        50,
        decimals=1,
    ),
    Flag(
        "bayes",
        "Hierarchical model (Berry and Berry)",
        "Posterior probability of a higher risk, terms of a class lending each other strength. "
        "Takes some seconds.",
        False,
        page="hierarchical_mixture.md",
    ),
    Number("seed", "Random seed", "Of the simulation of the model.", 2024, 0, 2**31, advanced=True),
    ae_compare.METHOD,
    ae_compare.LEVEL,
)


@dataclass(frozen=True, eq=False)
class Screen:
    """One arm against the reference: p values of the terms screened, raw and adjusted."""

    comparison: ae_compare.Comparison
    p: npt.NDArray[np.float64]
    fdr: npt.NDArray[np.float64]
    double: npt.NDArray[np.float64]
    flagged: npt.NDArray[np.bool_]
    model: Mixture | None


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Compare every term and adjust for their number."""
    progress(0.05, "Selecting subjects and events")
    group = cohort(study, values)
    if len(group.arms) < 2:
        raise AnalysisError("Signals are differences between arms. Tick at least two arms.")
    emergent = adverse_events(study, group)
    kind = str(values["events"])
    events = of_category(emergent, kind)
    levels = "class-term" if filled(events.frame, CLASSES) else "term"
    every = term_rows(group, events, levels)
    least, rate, level = (_number(values[k]) for k in ("least", "rate", "level"))
    shown = [
        i
        for i, path in enumerate(every.paths)
        if len(path) == len(every.levels) and int(every.subjects[i].sum()) >= least
    ]
    if not shown:
        raise AnalysisError(
            f"No term was had by {least:g} subjects or more. Screen terms with fewer subjects."
        )
    found = _chosen(every, shown)
    comparisons = ae_compare.compare(
        group,
        found.subjects,
        str(values["reference"]),
        method=str(values["method"]),
        level=level,
    )
    screens = []
    for place, comparison in enumerate(comparisons):
        share = 0.2 + 0.7 * place / len(comparisons)

        def step(done: float, start: float = share) -> None:
            progress(start + 0.7 * done / len(comparisons), "Sampling the hierarchical model")

        screens.append(
            _screen(group, found, comparison, rate / 100, values, step if values["bayes"] else None)
        )
    progress(0.95, "Laying out")
    flagged = sum(int(s.flagged.sum()) for s in screens)
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, found, screens, rate),
        tables=(_table(group, found, screens, level, rate),),
        figures=_figures(group, found, screens, level, rate),
        notes=(*group.notes, *emergent.notes, *_model_notes(screens)),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Events", CATEGORIES[kind].label),
            (
                "Terms screened",
                f"{len(shown)}, with at least {least:g} subjects; {flagged} flagged",
            ),
            ("p", "Fisher exact" if len(group.studies) == 1 else "Exact, stratified by study"),
            ("False discovery rate", "Benjamini and Hochberg over the terms screened"),
            ("Double false discovery rate", "Mehrotra and Adewale: classes, then terms"),
            ("Risk difference", ae_compare.method_text(group, str(values["method"]))),
            *((("Hierarchical model", _MODEL),) if values["bayes"] else ()),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


_MODEL = (
    "Berry and Berry (2004): log odds ratios zero or normal within a class, class means normal; "
    "assumes that terms of a class tend to move together, and that subjects are independent; "
    "studies are taken together"
)


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


def _chosen(every: TermRows, shown: Sequence[int]) -> TermRows:
    return TermRows(
        every.levels,
        [every.paths[i] for i in shown],
        every.subjects[list(shown)],
        every.records[list(shown)],
        [every.members[i] for i in shown],
    )


def _screen(
    group: Cohort,
    found: TermRows,
    comparison: ae_compare.Comparison,
    rate: float,
    values: Mapping[str, object],
    step: object,
) -> Screen:
    x1, x2 = found.subjects[:, comparison.arm], found.subjects[:, comparison.reference]
    n1, n2 = group.sizes[comparison.arm], group.sizes[comparison.reference]
    both = (n1 > 0) & (n2 > 0)
    if both.sum() > 1:
        p = np.array(
            [
                exact_test(a[both], n1[both], b[both], n2[both]).p_value
                for a, b in zip(x1, x2, strict=True)
            ],
            dtype=np.float64,
        )
    else:
        # A term that neither arm had says nothing against the null hypothesis.
        p = np.where(np.isnan(comparison.p_value), 1.0, comparison.p_value)
    classes = [path[0] for path in found.paths]
    double = double_false_discovery(p, classes, alpha=rate)
    model = None
    if callable(step):
        names = sorted(set(classes))
        seed = values["seed"]
        assert isinstance(seed, int | float)
        model = fit_mixture(
            x1.sum(axis=1),
            int(n1.sum()),
            x2.sum(axis=1),
            int(n2.sum()),
            group=[names.index(c) for c in classes],
            seed=int(seed),
            draws=3000,
            warm_up=1000,
            progress=step,
        )
    return Screen(
        comparison,
        p,
        adjust_p_values(p, method="benjamini-hochberg"),
        double["adjusted"].to_numpy(dtype=np.float64),
        double["flagged"].to_numpy(dtype=bool),
        model,
    )


def _table(
    group: Cohort, found: TermRows, screens: Sequence[Screen], level: float, rate: float
) -> Table:
    columns = [Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)]
    for s in screens:
        arm, reference = group.arms[s.comparison.arm], group.arms[s.comparison.reference]
        head, key = f"{arm}\nminus {reference}", {"ARM": arm, "REFERENCE": reference}
        texts = [
            f"Difference, % points ({level:g}% CI)",
            "p",
            "p, false discovery rate",
            "p, double false discovery rate",
            "Flagged",
        ]
        if s.model is not None:
            texts += ["Probability of a higher risk", f"Odds ratio ({level:g}% interval)"]
        columns += [Column(f"{head}\n{text}", key) for text in texts]
    smallest = np.min([s.p for s in screens], axis=0)
    rows = []
    for i in sorted(range(len(found.paths)), key=lambda i: (smallest[i], found.label(i))):
        by_arm = found.subjects[i].sum(axis=1)
        cells: list[Cell | None] = [
            count_cell(int(n), int(size), int(records), keys)
            for n, size, records, keys in zip(
                by_arm, group.arm_sizes, found.records[i], found.members[i], strict=True
            )
        ]
        for s in screens:
            cells.append(s.comparison.cell(i))
            for values in (s.p, s.fdr, s.double):
                cells.append(Cell((Stat("p_value", number(values[i])),)))
            cells.append(Cell((Stat("text", "flagged" if s.flagged[i] else "no"),)))
            if s.model is not None:
                cells.append(Cell((Stat("probability", number(s.model.higher[i]), 3),)))
                limits = (s.model.odds_ratio[i], s.model.lower[i], s.model.upper[i])
                stats = tuple(
                    Stat(n, number(v), 2)
                    for n, v in zip(("estimate", "lower", "upper"), limits, strict=True)
                )
                cells.append(Cell(stats, "{0} ({1}, {2})"))
        path = found.paths[i]
        rows.append(Row((path[0] if len(path) > 1 else "", path[-1]), tuple(cells), found.key(i)))
    return Table(
        "ae_signals",
        "Adverse events screened for signals",
        ("Class", "Preferred term"),
        tuple(columns),
        tuple(rows),
        (
            "Subjects, n (% of N) [number of events]; sorted by the smallest p value.",
            f"Flagged: double false discovery rate of {rate:g}%. A flag is a reason to look, no "
            "proof; a term without one is not shown to be harmless.",
        ),
    )


def _model_notes(screens: Sequence[Screen]) -> tuple[str, ...]:
    models = [s.model for s in screens if s.model is not None]
    if not models:
        return ()
    error = max(m.simulation_error for m in models)
    worst = max(m.discrepancy for m in models)
    notes = [f"Probabilities of the model have a simulation error of up to {error:.3f}."]
    if worst > 1.05:
        notes.append(
            f"The chains of the hierarchical model disagree (scale reduction {worst:.2f}, should "
            "be below 1.05): take its figures as rough."
        )
    return tuple(notes)


def _summary(group: Cohort, found: TermRows, screens: Sequence[Screen], rate: float) -> str:
    parts = []
    for s in screens:
        names = [found.label(int(i)) for i in np.argsort(s.p, kind="stable") if s.flagged[i]]
        shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        parts.append(f"{group.arms[s.comparison.arm]}: {shown or 'none'}")
    return f"Terms flagged at a double false discovery rate of {rate:g}%: {'; '.join(parts)}."


def _figures(
    group: Cohort, found: TermRows, screens: Sequence[Screen], level: float, rate: float
) -> tuple[Figure, ...]:
    reference = group.arms[screens[0].comparison.reference]
    most = np.abs(np.stack([s.comparison.estimate for s in screens])).max(axis=0)
    share = 100 * found.subjects.sum(axis=2) / np.maximum(group.arm_sizes, 1)
    chosen = sorted(range(len(most)), key=lambda i: (-most[i], found.label(i)))[:_SHOWN]
    names = tuple(found.label(i) for i in chosen)
    series = tuple(
        Series(
            arm,
            group.styles[a],
            tuple(float(share[i, a]) for i in chosen),
            (),
            subjects=tuple(found.members[i][a] for i in chosen),
        )
        for a, arm in enumerate(group.arms)
    )
    differences = tuple(
        tuple(
            s.comparison.forest_row(
                i, found.label(i), group.styles[s.comparison.arm], found.members[i]
            )
            for i in chosen
        )
        for s in screens
    )
    figures: list[Figure] = [
        DotFigure(
            "ae_dots",
            "Adverse events: subjects and difference",
            "Subjects (%)",
            f"Difference from {reference}, percentage points ({level:g}% CI)",
            names,
            series,
            _without_text(differences),
            (
                sizes_text(group),
                f"The {len(names)} terms with the largest differences. Intervals are not adjusted.",
            ),
        )
    ]
    figures += [_volcano(group, found, s, rate) for s in screens]
    for s in screens:
        pair = (series[s.comparison.reference], series[s.comparison.arm])
        figures.append(
            BarFigure(
                f"ae_butterfly_{s.comparison.arm}",
                f"Adverse events: {pair[0].name} and {pair[1].name}",
                "Subjects (%)",
                names,
                pair,
                (
                    sizes_text(group),
                    f"{pair[0].name} to the left, {pair[1].name} to the right.",
                ),
                mirrored=True,
            )
        )
    return tuple(figures)


def _without_text(
    differences: tuple[tuple[ForestRow, ...], ...],
) -> tuple[tuple[ForestRow, ...], ...]:
    return tuple(tuple(replace(row, text="") for row in rows) for rows in differences)


def _volcano(group: Cohort, found: TermRows, screen: Screen, rate: float) -> ScatterFigure:
    arm = group.arms[screen.comparison.arm]
    reference = group.arms[screen.comparison.reference]
    height = np.asarray(np.log10(1 / np.maximum(screen.p, 1e-300)))
    series, names = [], []
    for text, style, use in (
        ("Not flagged", 0, False),
        (f"Flagged (double false discovery rate {rate:g}%)", 2, True),
    ):
        rows = np.flatnonzero(screen.flagged == use)
        if not len(rows):
            continue
        behind = [
            found.members[i][screen.comparison.arm] + found.members[i][screen.comparison.reference]
            for i in rows
        ]
        series.append(
            Series(
                text,
                style,
                tuple(float(v) for v in screen.comparison.estimate[rows]),
                tuple(float(v) for v in height[rows]),
                subjects=tuple(behind),
            )
        )
        names.append(tuple(found.label(int(i)) for i in rows))
    return ScatterFigure(
        f"ae_volcano_{screen.comparison.arm}",
        f"Adverse events: {arm} against {reference}",
        f"Difference {arm} minus {reference}, percentage points",
        "Minus log10 of p",
        tuple(series),
        tuple(names),
        (0.0,),
        (float(-np.log10(0.05)),),
        caption=(
            sizes_text(group),
            "One symbol a term, those with the smallest p named; the line across is p = 0.05, "
            "not adjusted.",
        ),
        labels=_labels(found, screen, height),
    )


def _labels(
    found: TermRows, screen: Screen, height: npt.NDArray[np.float64]
) -> tuple[tuple[float, float, str], ...]:
    """Return the names of the terms with the smallest p that have room beside each other."""
    x = screen.comparison.estimate
    wide, tall = float(np.ptp(x)) or 1.0, float(np.max(height)) or 1.0
    middle = (float(np.min(x)) + float(np.max(x))) / 2
    placed: list[tuple[float, float, float]] = []
    labels = []
    for i in np.argsort(screen.p, kind="stable")[:_NAMED]:
        name, at, level = found.label(int(i)), float(x[i]), float(height[i])
        reach = wide * _LETTER * len(name)
        left, right = (at - reach, at) if at > middle else (at, at + reach)
        if all(right < a or left > b or abs(level - y) > tall * _LINE for a, b, y in placed):
            placed.append((left, right, level))
            labels.append((at, level, name))
    return tuple(labels)


SPEC = Analysis(
    key="ae_signals",
    title="Signal screening",
    tab="safety",
    question="Which adverse events were more frequent than in the reference arm by more than the "
    "number of terms looked at would explain?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="ae_signals.md",
    compares_arms=True,
    measure="Risk difference of each term against the reference arm",
)
