"""Tables and figures that every model of a continuous endpoint shares.

They take the frames of LS means and contrasts that the fitted models return
(columns estimate, std_error, df, lower, upper, p_value) and lay them out with
visits in rows and arms or comparisons in columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.spec import Choice, Item, Number
from sjogren_desktop.figures import ForestFigure, ForestRow, LineFigure, Series
from sjogren_desktop.results import Cell, Column, Row, Stat, Table, Value
from sjogren_desktop.study.data import AVAL, AVISIT, BASE, CHG, TRTP, StudyData

if TYPE_CHECKING:
    import pandas as pd

Visits = Sequence[tuple[float | None, str]]

_WEIGHTS = {
    "equal": "equal weights over the other factors",
    "proportional": "weights as observed in the analysed records",
}


def _weights_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v[0].upper() + v[1:]) for k, v in _WEIGHTS.items())


def _equal(study: StudyData, values: Mapping[str, object]) -> str:
    return "equal"


WEIGHTS = Choice(
    "weights",
    "Weights of LS means",
    "How LS means average over the other factors. Differences between arms do not depend on it.",
    _weights_items,
    _equal,
    advanced=True,
    page="mmrm.md",
)
LEVEL = Number(
    "level",
    "Confidence level (%)",
    "Coverage of the confidence intervals.",
    95,
    50,
    99.9,
    decimals=1,
    advanced=True,
)


def weights_of(values: Mapping[str, object]) -> Literal["equal", "proportional"]:
    """Return the chosen weights of LS means."""
    return "proportional" if values["weights"] == "proportional" else "equal"


def weights_text(weights: str) -> str:
    """Return how LS means are weighted, for the method card."""
    return _WEIGHTS[weights][0].upper() + _WEIGHTS[weights][1:] + "; covariates at their mean"


def one(stat: Stat) -> Cell:
    """Return a cell of one number."""
    return Cell((stat,))


def plain_column(header: str, **key: Value) -> Column:
    """Return a column whose key is given by name."""
    return Column(header, key)


def number(value: object) -> float | None:
    """Return a float, or None for what could not be estimated."""
    result = float(value)  # type: ignore[arg-type]
    return result if result == result else None


def arm_header(data: Endpoint, arm: str) -> str:
    """Return the arm with the number of subjects of the population."""
    return f"{arm}\n(N={data.counts[arm]})"


def counts_sentence(data: Endpoint, *visits: str) -> str:
    """Say how many subjects of every arm have a value at the visits, for captions of figures."""
    people = who.named_by(data.frame, TRTP, AVISIT)
    shown = tuple(dict.fromkeys(visits))
    counts = ", ".join(
        f"{arm} " + " / ".join(str(len(people.get((arm, visit), ()))) for visit in shown)
        for arm in data.arms
    )
    return f"Subjects with a value at {' / '.join(shown)}: {counts}."


def interval_header(level: float) -> str:
    """Return the head of a column of confidence intervals."""
    return f"{100 * level:g}% CI"


def _visit_row(data: Endpoint, visit: tuple[float | None, str], cells: list[Cell | None]) -> Row:
    code, name = visit
    key: dict[str, Value] = {"PARAMCD": data.parameter, "AVISIT": name}
    if code is not None:
        key["AVISITN"] = int(code) if float(code).is_integer() else code
    return Row((name,), tuple(cells), key)


Line = Mapping[Any, Any]
"""One row of a frame of estimates."""


def _lines(frame: pd.DataFrame, *columns: str) -> dict[tuple[str, ...], Line]:
    """Return the rows of a frame by the values of these columns."""
    keys = zip(*(frame[c].astype(str) for c in columns), strict=True)
    return dict(zip(keys, frame.to_dict("records"), strict=True))


def effect_cells(line: Mapping[Any, Any], decimals: int) -> tuple[Cell, Cell]:
    """Return "estimate (SE)" and the interval of one estimate.

    ``line`` has estimate, std_error, lower and upper; ``decimals`` are those of the raw data.
    """
    estimate, error, lower, upper = (
        number(line[name]) for name in ("estimate", "std_error", "lower", "upper")
    )
    return (
        Cell(
            (
                Stat("estimate", estimate, decimals + 1),
                Stat("std_error", error, decimals + 2),
            ),
            "{0} ({1})",
        ),
        Cell(
            (Stat("lower", lower, decimals + 1), Stat("upper", upper, decimals + 1)),
            "({0}, {1})",
        ),
    )


def _estimate_cells(line: Line | None, decimals: int) -> tuple[Cell | None, Cell | None]:
    """Return "estimate (SE)" with its df, and the confidence interval."""
    if line is None:
        return None, None
    estimate, interval = effect_cells(line, decimals)
    df = Stat("df", number(line["df"]))
    return replace(estimate, stats=(*estimate.stats, df)), interval


def lsmeans_table(
    data: Endpoint,
    means: pd.DataFrame,
    level: float,
    *,
    key: str = "lsmeans",
    rows: Visits | None = None,
) -> Table:
    """Return LS means with n, SE and CI, visits in rows and arms in columns."""
    visits = data.visits if rows is None else rows
    columns: list[Column] = []
    for arm in data.arms:
        head = arm_header(data, arm)
        for part in ("n", "LS mean (SE)", interval_header(level)):
            columns.append(Column(f"{head}\n{part}", {"ARM": arm}))
    lines = _lines(means, TRTP, AVISIT)
    body = []
    for code, name in visits:
        records = data.frame if code is None else data.frame.loc[data.frame[AVISIT] == name]
        people = who.named_by(records, TRTP)
        cells: list[Cell | None] = []
        for arm in data.arms:
            estimate = _estimate_cells(lines.get((arm, name)), data.decimals)
            cells += [who.count_cell(people.get((arm,), ())), *estimate]
        body.append(_visit_row(data, (code, name), cells))
    return Table(
        key,
        f"{data.response_label}: LS means{_averaged(rows)}",
        ("Visit",),
        tuple(columns),
        tuple(body),
        ("n: subjects with a value at the visit; SE: standard error; CI: confidence interval.",),
    )


def differences_table(
    data: Endpoint,
    contrasts: pd.DataFrame,
    level: float,
    *,
    key: str = "differences",
    rows: Visits | None = None,
) -> Table:
    """Return differences of LS means with SE, CI, df and p, one comparison in columns."""
    visits = data.visits if rows is None else rows
    columns: list[Column] = []
    for arm, reference in pairs(contrasts):
        head = f"{arm}\nminus {reference}"
        for part in ("Difference (SE)", interval_header(level), "df", "p value"):
            columns.append(Column(f"{head}\n{part}", {"ARM": arm, "REFERENCE": reference}))
    lines = _lines(contrasts, "level", "reference", AVISIT)
    body = []
    for visit in visits:
        cells: list[Cell | None] = []
        for arm, reference in pairs(contrasts):
            line = lines.get((arm, reference, visit[1]))
            estimate, interval = _estimate_cells(line, data.decimals)
            if line is None or estimate is None:
                cells += [None] * 4
                continue
            df = estimate.stats[2]
            cells += [
                Cell(estimate.stats[:2], estimate.pattern),
                interval,
                one(df),
                one(Stat("p_value", number(line["p_value"]))),
            ]
        body.append(_visit_row(data, visit, cells))
    return Table(
        key,
        f"{data.response_label}: differences between arms{_averaged(rows)}",
        ("Visit",),
        tuple(columns),
        tuple(body),
        ("p values are two-sided and not adjusted for multiple comparisons.",),
    )


def _averaged(rows: Visits | None) -> str:
    return "" if rows is None else " averaged over visits"


def pairs(contrasts: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the comparisons (arm, reference) in the order of the frame."""
    found = zip(contrasts["level"].astype(str), contrasts["reference"].astype(str), strict=True)
    return list(dict.fromkeys(found))


def observed_table(data: Endpoint) -> Table:
    """Return baseline, value and change as observed, of the records in the model."""
    measures = [
        (m, t) for m, t in ((BASE, "Baseline"), (AVAL, "Value"), (CHG, "Change")) if m in data.frame
    ]
    columns: list[Column] = []
    for arm in data.arms:
        columns.append(Column(f"{arm_header(data, arm)}\nn", {"ARM": arm}))
        for measure, title in measures:
            head = f"{arm_header(data, arm)}\n{title}, mean (SD)"
            columns.append(Column(head, {"ARM": arm, "MEASURE": measure}))
    grouped = data.frame.groupby([AVISIT, TRTP], observed=False)
    people = who.named_by(data.frame, AVISIT, TRTP)
    moments = {m: grouped[m].agg(["mean", "std"]) for m, _ in measures}
    body = []
    for visit in data.visits:
        cells: list[Cell | None] = []
        for arm in data.arms:
            key = (visit[1], arm)
            mine = people.get(key, ())
            cells.append(who.count_cell(mine))
            for measure, _ in measures:
                found = moments[measure]
                mean, sd = found.loc[key, "mean"], found.loc[key, "std"]
                cells.append(replace(_mean_sd_cell(mean, sd, data.decimals), subjects=mine))
        body.append(_visit_row(data, visit, cells))
    return Table(
        "observed",
        f"{data.label}: observed values of the records in the model",
        ("Visit",),
        tuple(columns),
        tuple(body),
        ("SD: standard deviation.",),
    )


def mean_sd(values: pd.Series, decimals: int) -> Cell:
    """Return mean and standard deviation, NE where there are too few values."""
    return _mean_sd_cell(values.mean(), values.std(ddof=1), decimals)


def _mean_sd_cell(mean: object, sd: object, decimals: int) -> Cell:
    return Cell(
        (Stat("mean", number(mean), decimals + 1), Stat("sd", number(sd), decimals + 2)),
        "{0} ({1})",
    )


def fit_table(fitted: Sequence[object], numbers: Sequence[tuple[str, Stat]]) -> Table:
    """Return the subjects in a model (their keys) and measures of its fit."""
    cells = [("Subjects", who.count_cell(fitted, "subjects"))]
    cells += [(label, one(stat)) for label, stat in numbers]
    return Table(
        "fit",
        "Fit of the model",
        ("Measure",),
        (plain_column("Value"),),
        tuple(Row((label,), (cell,), {"MEASURE": label}) for label, cell in cells),
    )


def type3_table(tests: pd.DataFrame) -> Table:
    """Return the type III tests of the terms of the model."""
    columns = (
        ("Numerator df", "num_df", 0),
        ("Denominator df", "den_df", 1),
        ("F", "f", 2),
        ("p value", "p_value", None),
    )
    source = {"f": "statistic"}
    rows = tuple(
        Row(
            (str(line["term"]),),
            tuple(
                one(Stat(name, number(line[source.get(name, name)]), decimals))
                for _, name, decimals in columns
            ),
            {"TERM": str(line["term"])},
        )
        for _, line in tests.iterrows()
    )
    return Table(
        "type3",
        "Type III tests of the terms of the model",
        ("Term",),
        tuple(Column(head) for head, _, _ in columns),
        rows,
    )


def lsmeans_figure(data: Endpoint, means: pd.DataFrame, level: float) -> LineFigure:
    """Return LS means over visits with error bars, from zero change at baseline."""
    start = data.response == CHG
    lines, people = _lines(means, TRTP, AVISIT), who.named_by(data.frame, TRTP, AVISIT)
    everyone = who.named_by(data.frame, TRTP)
    series = []
    for arm in data.arms:
        found = [(n, lines[arm, name]) for n, name in data.visits if (arm, name) in lines]
        points = [
            (n, *(float(str(line[part])) for part in ("estimate", "lower", "upper")))
            for n, line in found
        ]
        visits = [name for _, name in data.visits if (arm, name) in lines]
        behind = [people.get((arm, name), ()) for name in visits]
        if start:
            points.insert(0, (0.0, 0.0, 0.0, 0.0))
            behind.insert(0, everyone.get((arm,), ()))
        x, y, lower, upper = zip(*points, strict=True)
        series.append(Series(arm, data.styles[arm], x, y, lower, upper, tuple(behind)))
    ticks = (((0.0, "Baseline"),) if start else ()) + data.visits
    return LineFigure(
        "lsmeans",
        f"{data.response_label}: LS means",
        "Visit",
        data.response_label,
        tuple(series),
        x_ticks=ticks,
        reference_y=0.0 if start else None,
        caption=(
            f"Points: LS means. Bars: {interval_header(level)}.",
            counts_sentence(data, data.visits[0][1], data.visits[-1][1]),
        ),
    )


def differences_figure(data: Endpoint, contrasts: pd.DataFrame, level: float) -> ForestFigure:
    """Return every comparison at every visit with its interval."""
    people = who.named_by(data.frame, TRTP, AVISIT)
    lines = _lines(contrasts, "level", "reference", AVISIT)
    rows = []
    for arm, reference in pairs(contrasts):
        for _, visit in data.visits:
            line = lines.get((arm, reference, visit))
            estimate, interval = _estimate_cells(line, data.decimals)
            if line is None or estimate is None:
                continue
            p = formats.stat(Stat("p_value", number(line["p_value"])))
            value = formats.stat(estimate.stats[0])
            rows.append(
                ForestRow(
                    f"{visit}: {arm} minus {reference}",
                    estimate=number(line["estimate"]),
                    lower=number(line["lower"]),
                    upper=number(line["upper"]),
                    text=f"{value} {formats.cell(interval)}, {_p(p)}",
                    style=data.styles[arm],
                    subjects=people.get((arm, visit), ()) + people.get((reference, visit), ()),
                )
            )
    return ForestFigure(
        "differences",
        f"{data.response_label}: differences from {data.reference}",
        f"Difference of LS means ({interval_header(level)})",
        tuple(rows),
        caption=(
            f"Points: differences of LS means. Bars: {interval_header(level)}.",
            counts_sentence(data, data.visits[0][1], data.visits[-1][1]),
        ),
    )


def _p(text: str) -> str:
    # The blanks must not break: "p =" at the end of a line reads as an error.
    words = ("p", text) if text[0] in "<>" else ("p", "=", text)
    return "\N{NO-BREAK SPACE}".join(words)


def summary(
    data: Endpoint, means: pd.DataFrame, contrasts: pd.DataFrame, visit: str, level: float
) -> str:
    """Return the main finding at one visit as sentences, numbers by the one formatter."""
    of_means, lines = _lines(means, TRTP, AVISIT), _lines(contrasts, "level", "reference", AVISIT)
    sentences = []
    for arm, reference in pairs(contrasts):
        if reference != data.reference:
            continue
        line = lines.get((arm, reference, visit))
        estimate, interval = _estimate_cells(line, data.decimals)
        if line is None or estimate is None or estimate.stats[0].value is None:
            continue
        shown = {
            a: _estimate_cells(of_means.get((a, visit)), data.decimals)[0] for a in (arm, reference)
        }
        active, control = (formats.stat(c.stats[0]) if c else "NE" for c in shown.values())
        p = formats.stat(Stat("p_value", number(line["p_value"])))
        sentences.append(
            f"{visit}, {arm} {active}, {reference} {control}: difference "
            f"{formats.stat(estimate.stats[0])} ({interval_header(level)} "
            f"{formats.cell(interval)[1:-1]}; {_p(p)})."
        )
    return f"{data.response_label}. " + " ".join(sentences)
