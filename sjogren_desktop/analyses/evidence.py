"""The evidence on one sheet: every study by itself, and all of them together.

Each study is analysed by the mixed model of :mod:`.mmrm_change`; the pooled
results and the way between them are those of :mod:`.pooled_evidence`. Method
page ``evidence.md``; pooling in two stages is checked against R's metafor in
``tests/stats/test_meta_analysis.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.evidence_tables import (
    denominators_table,
    heterogeneity_table,
    steps_table,
)
from sjogren_desktop.analyses.pooled_evidence import (
    Pooled,
    departure,
    naive_departure,
    pool_arm,
)
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.analyses.testing_plans import PLANS, decide
from sjogren_desktop.figures import ForestFigure, ForestRow
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

TITLE = "Evidence: each study and pooled"
_NONE = "none"


def _adjustments(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in PLANS.items() if k != "graphical")


def _holm(study: StudyData, values: Mapping[str, object]) -> str:
    return "holm"


OPTIONS: tuple[Option, ...] = (
    *across.SELECTION_OPTIONS,
    Choice(
        "adjustment",
        "Adjusted p values",
        "How p values are adjusted within each study over its arms against the reference; in a "
        "fixed sequence arms stand in the order ticked above. Pooled results are not adjusted.",
        _adjustments,
        _holm,
        page="mmrm.md",
    ),
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Compare treatments in every study and over the studies, on one sheet."""
    across.several(study, "This sheet")
    notes: list[str] = []
    endpoints: dict[str, Endpoint] = {}
    comparisons: list[Comparison] = []
    card: tuple[tuple[str, str], ...] = ()
    for i, name in enumerate(study.study_ids):
        progress(0.05 + 0.3 * i / len(study.study_ids), Doing("Fitting {name}", name=name))
        data = across.endpoint_of(study, name, values)
        if isinstance(data, str):
            notes.append(data)
            continue
        endpoints[name] = data
        found, said, card = _study(data, values, name)
        comparisons += found
        notes += said
    if not endpoints:
        raise AnalysisError(" ".join(notes) + " Choose another visit, parameter or reference.")
    pooled: list[Pooled] = []
    for arm in who.arm_order(study):
        mine = [c for c in comparisons if c.arm == arm and c.reference == values["reference"]]
        if len(mine) > 1:
            progress(0.4 + 0.1 * len(pooled), Doing("Pooling {arm}", arm=arm))
            pooled.append(pool_arm(study, values, endpoints, mine))
            notes += pooled[-1].notes
    progress(0.95, "Writing tables")
    return _result(study, values, endpoints, comparisons, pooled, tuple(notes), card)


def _study(
    data: Endpoint, values: Mapping[str, object], name: str
) -> tuple[list[Comparison], list[str], tuple[tuple[str, str], ...]]:
    """Return the comparisons of one study, notes and the method card."""
    fitted = across.fit(data, values)
    active = [a for a in data.arms if a != data.reference]
    wanted = [([a], [data.reference]) for a in active]
    if len(active) > 1:
        wanted += [([a], [b]) for i, b in enumerate(active) for a in active[i + 1 :]]
        wanted.append((active, [data.reference]))
    found = [
        across.compare(
            data,
            fitted,
            visit=str(values["visit"]),
            arms=arms,
            references=references,
            level=across.level_of(values),
            study=name,
        )
        for arms, references in wanted
    ]
    said = [f"{name}: {n}" for n in (*data.notes, *fitted.messages)]
    return found, said, fitted.method_card


def adjusted_p(
    comparisons: Sequence[Comparison],
    endpoints: Mapping[str, Endpoint],
    plan: str,
    *,
    alpha: float,
) -> dict[tuple[str, str], float]:
    """Return the adjusted p value by study and arm, within each study over its arms.

    Only single arms against the reference are adjusted: other comparisons are described.
    """
    if plan == _NONE:
        return {}
    found = {}
    for name, data in endpoints.items():
        mine = [
            c
            for c in comparisons
            if c.study == name and c.reference == data.reference and c.arm in data.arms
        ]
        p = [c.line["p_value"] for c in mine]
        for one, adjusted in zip(
            mine, decide(plan, p, arms=len(p), alpha=alpha).adjusted, strict=True
        ):
            found[one.study, one.arm] = adjusted
    return found


def _result(
    study: StudyData,
    values: Mapping[str, object],
    endpoints: Mapping[str, Endpoint],
    comparisons: Sequence[Comparison],
    pooled: Sequence[Pooled],
    notes: tuple[str, ...],
    card: tuple[tuple[str, str], ...],
) -> Result:
    first = next(iter(endpoints.values()))
    level, visit = across.level_of(values), str(values["visit"])
    plan = str(values["adjustment"])
    adjusted = adjusted_p(comparisons, endpoints, plan, alpha=1 - level)
    said = [
        say(p, decimals=first.decimals, alpha=1 - level)
        for p in pooled
        for say in (departure, naive_departure)
    ]
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=who.POOLED,
        population=first.population,
        summary=_summary(first, comparisons, pooled, visit, level),
        tables=(
            _evidence_table(first, comparisons, pooled, adjusted, visit, level),
            *((heterogeneity_table(pooled, first.decimals, level),) if pooled else ()),
            *(steps_table(p, first.decimals, i) for i, p in enumerate(pooled)),
            denominators_table(study, values, endpoints, visit),
        ),
        figures=(_figure(first, comparisons, pooled, adjusted, visit, level),),
        notes=(
            *(s for s in said if s),
            *_cautions(pooled),
            *notes,
        ),
        method=(
            *card[:3],
            ("Degrees of freedom", dict(card)["Degrees of freedom"]),
            ("Two-stage", "Inverse variance; random effects by REML, Hartung-Knapp-Sidik-Jonkman"),
            ("Pooled models", "Arms that all pooled studies have, unless said otherwise"),
            ("p values", "Two-sided; nominal, and adjusted within each study: " + PLANS[plan]),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _cautions(pooled: Sequence[Pooled]) -> list[str]:
    """Say what the random-effects results cannot tell."""
    said = []
    if any(len(p.studies) == 2 for p in pooled):
        said.append(
            "With two studies the variance between studies can hardly be estimated: the interval "
            "of the random-effects result and the prediction interval rest on one degree of "
            "freedom."
        )
    said += [
        f"{p.arm}: the differences of the studies are closer together than chance alone makes "
        "them on average, so the Hartung-Knapp-Sidik-Jonkman standard error is below that of the "
        "fixed effect. Read the p value of the random-effects result with its interval."
        for p in pooled
        if p.random.std_error < p.fixed.std_error
    ]
    return said


# --- the sheet --------------------------------------------------------------


def _versus(comparison: Comparison) -> str:
    return f"{comparison.arm} minus {comparison.reference}"


def _meta_comparisons(pooled: Pooled) -> list[Comparison]:
    """Return the two-stage results in the form of the others."""
    sides = [one.people for one in pooled.studies if one.people]
    people = sum((s[0] for s in sides), ()), sum((s[1] for s in sides), ())
    found = []
    for label, meta in (
        ("Two-stage, fixed effect", pooled.fixed),
        ("Two-stage, random effects", pooled.random),
    ):
        names = ("estimate", "std_error", "df", "lower", "upper", "statistic", "p_value")
        line = {name: float(getattr(meta, name)) for name in names}
        found.append(Comparison("Pooled", label, pooled.arm, pooled.reference, line, people))
    return found


def _sheet(comparisons: Sequence[Comparison], pooled: Sequence[Pooled]) -> list[Comparison]:
    return [*comparisons, *(c for p in pooled for c in (*p.models, *_meta_comparisons(p)))]


def _evidence_table(
    data: Endpoint,
    comparisons: Sequence[Comparison],
    pooled: Sequence[Pooled],
    adjusted: Mapping[tuple[str, str], float],
    visit: str,
    level: float,
) -> Table:
    heads = (
        "Difference (SE)",
        mt.interval_header(level),
        "p value",
        "Adjusted\np value",
        "n",
        "LS mean",
        "n\nreference",
        "LS mean\nreference",
        "df",
    )
    rows = []
    for one in _sheet(comparisons, pooled):
        people, means = one.people or (None, None), one.means or (None, None)
        cells: list[Cell | None] = []
        for keys, mean in zip(people, means, strict=True):
            cells.append(None if keys is None else who.count_cell(keys))
            cells.append(
                None if mean is None else mt.one(Stat("estimate", mean, data.decimals + 1))
            )
        key = {
            "STUDYID": one.study,
            "ARM": one.arm,
            "REFERENCE": one.reference,
            "MODEL": one.label or "MMRM",
            "AVISIT": visit,
        }
        label = one.study if not one.label else f"{one.study}: {one.label}"
        own = adjusted.get((one.study, one.arm)) if one.reference == data.reference else None
        last = None if own is None else mt.one(Stat("p_value", own))
        difference, interval, df, p = _line_cells(one, data.decimals)
        # What is looked for stands first: wide tables scroll sideways.
        cells = [difference, interval, p, last, *cells, df]
        rows.append(Row((label, _versus(one)), tuple(cells), key))
    return Table(
        "evidence",
        f"{data.response_label} at {visit}: every study and pooled",
        ("Study", "Comparison"),
        tuple(Column(head) for head in heads),
        tuple(rows),
        (
            "n: subjects with a value at the visit; LS: least squares; SE: standard error; "
            "CI: confidence interval. Studies: mixed model of all their arms.",
            "Arms joined by 'and' are averaged with equal weights. p values are two-sided. "
            "Adjusted p value: within the study, over its arms against the reference; empty where "
            "a result is not part of such a family.",
        ),
    )


def _line_cells(one: Comparison, decimals: int) -> tuple[Cell | None, ...]:
    df = mt.number(one.line["df"])
    return (
        *mt.effect_cells(one.line, decimals),
        mt.one(Stat("df", df)) if df is not None and df < float("inf") else None,
        mt.one(Stat("p_value", mt.number(one.line["p_value"]))),
    )


def _figure(
    data: Endpoint,
    comparisons: Sequence[Comparison],
    pooled: Sequence[Pooled],
    adjusted: Mapping[tuple[str, str], float],
    visit: str,
    level: float,
) -> ForestFigure:
    """Return every comparison with the reference, of the studies and pooled."""
    rows = []
    for one in _sheet(comparisons, pooled):
        if one.reference != data.reference:
            continue
        difference, interval = _line_cells(one, data.decimals)[:2]
        p = formats.p_value(one.line["p_value"])
        own = adjusted.get((one.study, one.arm))
        more = "" if own is None or own == one.line["p_value"] else _adjusted_text(own)
        assert difference is not None
        rows.append(
            ForestRow(
                _mark(one, several=len(pooled) > 1),
                one.line["estimate"],
                one.line["lower"],
                one.line["upper"],
                f"{formats.stat(difference.stats[0])} {formats.cell(interval)}, "
                f"p {p if p[0] in '<>' else f'= {p}'}{more}",
                data.styles.get(one.arm, 0),
                one.people[0] + one.people[1] if one.people else (),
            )
        )
    return ForestFigure(
        "evidence",
        f"{data.response_label} at {visit}: every study and pooled",
        f"Difference from {data.reference} ({mt.interval_header(level)})",
        tuple(rows),
        caption=(
            f"Points: differences of LS means. Bars: {mt.interval_header(level)}. p values are "
            "nominal; in brackets, adjusted within the study where that changes them.",
        ),
    )


def _adjusted_text(p: float) -> str:
    return f" (adj. {formats.p_value(p)})"


def _mark(one: Comparison, *, several: bool) -> str:
    """Return a label of a row that leaves room for the plot."""
    if not one.label:
        return f"{one.study}: {'all active arms' if ' and ' in one.arm else one.arm}"
    label = one.label[0].lower() + one.label[1:] if one.label[1].islower() else one.label
    return f"{one.study}: {label}" + (f", {one.arm}" if several else "")


def _summary(
    data: Endpoint,
    comparisons: Sequence[Comparison],
    pooled: Sequence[Pooled],
    visit: str,
    level: float,
) -> str:
    """Return the differences of the studies and the pooled model as sentences."""
    sentences = []
    for one in [*comparisons, *(p.models[0] for p in pooled if p.models)]:
        if one.reference != data.reference or " and " in one.arm:
            continue
        difference, interval = _line_cells(one, data.decimals)[:2]
        p = formats.p_value(one.line["p_value"])
        assert difference is not None
        sentences.append(
            f"{one.study}, {one.arm}: {formats.stat(difference.stats[0])} "
            f"({mt.interval_header(level)} {formats.cell(interval)[1:-1]}; "
            f"p {p if p[0] in '<>' else f'= {p}'})."
        )
    return f"{data.response_label} at {visit}, difference from {data.reference}. " + " ".join(
        sentences
    )


SPEC = Analysis(
    key="evidence",
    title=TITLE,
    tab="analysis",
    question="Does each study by itself show the effect, do the studies agree, and what do they "
    "say together?",
    measure="Difference of adjusted means, in each study and pooled",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=across.one_scope,
    method_page="evidence.md",
    compares_arms=True,
)
