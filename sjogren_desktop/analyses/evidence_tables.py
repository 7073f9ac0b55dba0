"""Tables beside the sheet of evidence: do the studies agree, the steps of pooling, who counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.pooled_evidence import Pooled
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from sjogren_desktop.study.data import AVISIT, BASE, TRTP, USUBJID, StudyData


def heterogeneity_table(pooled: Sequence[Pooled], decimals: int, level: float) -> Table:
    """Return how much the studies disagree: Q, I2, tau2, interaction, prediction."""
    limits, d = mt.interval_header(level), decimals
    rows: list[tuple[str, list[Cell | None]]] = []

    def add(label: str, cells: Sequence[Cell | None]) -> None:
        rows.append((label, list(cells)))

    def interval(low: float, high: float, places: int) -> Cell:
        bounds = (Stat("lower", mt.number(low), places), Stat("upper", mt.number(high), places))
        return Cell(bounds, "({0}, {1})")

    p = pooled
    add("Studies", [mt.one(Stat("n", len(x.studies))) for x in p])
    add("Cochran's Q", [mt.one(Stat("statistic", x.fixed.q)) for x in p])
    add("df of Q", [mt.one(Stat("df", float(x.fixed.q_df), 0)) for x in p])
    add("p value of Q", [mt.one(Stat("p_value", x.fixed.q_p_value)) for x in p])
    add("I2 (%)", [mt.one(Stat("i2", x.random.i2, 1)) for x in p])
    add(f"I2, {limits}", [interval(x.random.i2_lower, x.random.i2_upper, 1) for x in p])
    add("tau2", [mt.one(Stat("tau2", x.random.tau2, d + 2)) for x in p])
    add(f"tau2, {limits}", [interval(x.random.tau2_lower, x.random.tau2_upper, d + 2) for x in p])
    add(
        f"Prediction interval ({100 * level:g}%)",
        [interval(x.random.prediction_lower, x.random.prediction_upper, d + 1) for x in p],
    )
    tests = [x.interaction for x in p]
    add(
        "Study by treatment, F",
        [mt.one(Stat("statistic", t.statistic)) if t else None for t in tests],
    )
    add(
        "Study by treatment, df",
        [
            Cell((Stat("df", t.num_df, 0), Stat("df", t.den_df, 1)), "{0}, {1}") if t else None
            for t in tests
        ],
    )
    add(
        "Study by treatment, p value",
        [mt.one(Stat("p_value", t.p_value)) if t else None for t in tests],
    )
    return Table(
        "heterogeneity",
        "Do the studies agree?",
        ("Measure",),
        tuple(Column(f"{x.arm}\nminus {x.reference}", {"ARM": x.arm}) for x in p),
        tuple(Row((label,), tuple(cells), {"MEASURE": label}) for label, cells in rows),
        (
            "Q, I2, tau2: between the differences of the studies (two-stage; tau2 by REML, its "
            "interval by the Q profile). Study by treatment: F test at the visit in one model "
            "with all effects by study.",
            "A test that finds no heterogeneity between few studies does not show that there is "
            "none.",
        ),
    )


def steps_table(pooled: Pooled, decimals: int, place: int) -> Table:
    """Return the way from the two-stage result to the pooled model, step by step."""
    rows = []
    before: float | None = None
    for step in pooled.steps:
        move = None if before is None else Stat("change", step.estimate - before, decimals + 3)
        rows.append(
            Row(
                (step.label, step.change),
                (
                    mt.one(Stat("estimate", step.estimate, decimals + 3)),
                    mt.one(Stat("std_error", step.std_error, decimals + 3)),
                    None if move is None else mt.one(move),
                    mt.one(Stat("p_value", step.p_value)),
                ),
                {"MODEL": step.label, "ARM": pooled.arm},
            )
        )
        before = step.estimate
    return Table(
        f"steps_{place + 1}",
        f"{pooled.arm} minus {pooled.reference}: from the studies to one model",
        ("Model", "What changes"),
        tuple(Column(h) for h in ("Difference", "SE", "Change", "p value")),
        tuple(rows),
        ("Change: difference minus the one in the row above.",),
    )


def denominators_table(
    study: StudyData,
    values: Mapping[str, object],
    endpoints: Mapping[str, Endpoint],
    visit: str,
) -> Table:
    """Return how many were randomised, analysed and seen at the visit, by study and arm."""
    flag, rows = str(values["population"]), []
    people = who.subjects(study)
    for name, data in endpoints.items():
        mine = who.in_scope(people, name)
        for arm in data.arms:
            randomised = mine.loc[mine[who.ARM] == arm]
            flagged = who.in_population(randomised, flag)
            analysed = data.frame.loc[data.frame[TRTP] == arm]
            at_visit = analysed.loc[analysed[AVISIT] == visit]
            baseline = analysed.drop_duplicates(USUBJID)[BASE] if BASE in analysed else None
            seen = set(at_visit[USUBJID])
            without = tuple(k for k in who.named(randomised[who.SUBJECT]) if k not in seen)
            share = 100 * len(without) / len(randomised)
            cells = (
                who.count_cell(randomised[who.SUBJECT], "subjects"),
                who.count_cell(flagged[who.SUBJECT], "subjects"),
                who.count_cell(analysed[USUBJID], "subjects"),
                who.count_cell(at_visit[USUBJID], "subjects"),
                Cell((Stat("count", len(without)), Stat("percent", share)), "{0} ({1})", without),
                None if baseline is None else mt.mean_sd(baseline, data.decimals),
            )
            rows.append(Row((name, arm), cells, {"STUDYID": name, "ARM": arm}))
    heads = (
        "Randomised",
        "In the population",
        "In the model",
        f"Value at {visit}",
        "Randomised without it,\nn (%)",
        "Baseline,\nmean (SD)",
    )
    return Table(
        "denominators",
        "Who was randomised, and who is in the comparison",
        ("Study", "Arm"),
        tuple(Column(h) for h in heads),
        tuple(rows),
        (
            "Randomised: subjects of the subject-level data set with a planned arm. In the model: "
            "with a value at some visit. Baseline: of the subjects in the model.",
        ),
    )
