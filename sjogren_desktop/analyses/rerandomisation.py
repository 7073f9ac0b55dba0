"""Re-randomisation test of the difference at a visit, within strata.

Beside the model-based p value of the ANCOVA stands the share of re-randomisations
that give a difference as large, of which no distribution is assumed. The test is
checked against complete enumeration in ``tests/stats/test_rerandomisation.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sjogren_desktop import formats
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import counted
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.imputation_options import SEED, whole
from sjogren_desktop.analyses.responders import STRATA
from sjogren_desktop.analyses.spec import Analysis, Number, Option
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import BASE, STUDYID, TRTP, USUBJID, StudyData

OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISIT,
    offered.BASELINE,
    STRATA,
    Number(
        "permutations",
        "Re-randomisations",
        "How often the arms are dealt again; the Monte Carlo error tells whether it was enough.",
        10_000,
        100,
        1_000_000,
    ),
    *between.EVENT_OPTIONS,
    offered.RECORDS,
    offered.TIMEPOINT,
    SEED,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Test the difference of each arm from the reference by re-randomisation."""
    progress(0.05, "Selecting records")
    visit, strata = str(values["visit"]), values["strata"]
    assert isinstance(strata, tuple)
    data = counted(study, {**values, "covariates": strata}, visits=(visit,))
    active = [a for a in data.arms if a != data.reference]
    rows, sentences = [], []
    for i, arm in enumerate(active):

        def report(fraction: float, place: int = i) -> None:
            progress(0.1 + 0.8 * (place + fraction) / len(active), "Dealing the arms again")

        row, sentence = _compared(data, values, arm, report)
        rows.append(row)
        sentences.append(sentence)
    named = [*([STUDYID] if STUDYID in data.factors else []), *map(str, strata)]
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=f"{data.response_label} at {visit}. " + " ".join(sentences),
        tables=(
            Table(
                "rerandomisation",
                f"{data.response_label} at {visit}: re-randomisation test",
                ("Comparison",),
                tuple(
                    Column(head)
                    for head in (
                        "Subjects",
                        "Difference",
                        "t statistic",
                        "p value\nby re-randomisation",
                        "Monte Carlo error",
                        "p value\nof the model",
                    )
                ),
                tuple(rows),
                (
                    "p values are two-sided. Subjects without a value at the visit are left out.",
                    "The statistic is that of the ANCOVA of the two arms compared.",
                ),
            ),
        ),
        notes=data.notes,
        method=(
            ("Strata", ", ".join(named) or "none"),
            ("Adjusted for", ", ".join([*([BASE] if data.baseline else []), *named]) or "nothing"),
            (
                "Re-randomisations",
                f"{whole(values, 'permutations')} an arm, seed {whole(values, 'seed')}",
            ),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _compared(
    data: Endpoint, values: Mapping[str, object], arm: str, progress: Callable[[float], None]
) -> tuple[Row, str]:
    """Return the row and the sentence of one comparison."""
    from sjogren_desktop.stats.ancova import fit_ancova
    from sjogren_desktop.stats.rerandomisation import rerandomisation_test

    frame = data.frame.loc[data.frame[TRTP].isin([arm, data.reference])]
    terms = [*([BASE] if data.baseline else []), *data.factors]
    fit = fit_ancova(f"{data.response} ~ {' + '.join([TRTP, *terms])}", frame)
    analysed = frame.iloc[fit.design.rows]
    active = (analysed[TRTP].astype(str) == arm).to_numpy(dtype=float)
    place = fit.design.names.index(f"{TRTP}{arm}")
    keep = [j for j in range(len(fit.design.names)) if j != place]
    # Without strata all subjects are of one.
    strata = analysed.groupby(list(data.factors)).ngroup() if data.factors else 0 * active
    found = rerandomisation_test(
        fit.design.y,
        active,
        covariates=fit.design.matrix[:, keep],
        strata=strata,
        permutations=whole(values, "permutations"),
        seed=whole(values, "seed"),
        progress=progress,
    )
    model_p = float(fit.coefficients["p_value"].iloc[place])
    cells: tuple[Cell, ...] = (
        who.count_cell(analysed[USUBJID], "subjects"),
        mt.one(Stat("estimate", found.estimate, data.decimals + 1)),
        mt.one(Stat("statistic", found.statistic)),
        mt.one(Stat("p_value", found.p_value)),
        mt.one(Stat("mc_error", found.mc_error, 5)),
        mt.one(Stat("p_value", model_p)),
    )
    label = f"{arm} minus {data.reference}"
    p, by_model = formats.p_value(found.p_value), formats.p_value(model_p)
    sentence = f"{label}: p {_p(p)} by re-randomisation, p {_p(by_model)} by the model."
    return Row((label,), cells, {"ARM": arm, "REFERENCE": data.reference}), sentence


def _p(text: str) -> str:
    return text if text[0] in "<>" else f"= {text}"


SPEC = Analysis(
    key="rerandomisation",
    title="Re-randomisation test",
    tab="analysis",
    question="How often would dealing out the treatments by chance alone give a difference as "
    "large as this one?",
    measure="Difference of adjusted means",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="rerandomisation.md",
    compares_arms=True,
)
