"""Dose, schedule and exposure: does the response follow the amount, and how? (MCP-Mod)

Mean responses of the arms by the mixed model of :mod:`.mmrm_change`, each arm
with its amount: as named, by month, or as received. Contrast tests over
candidate shapes, then fitted curves, their average and the amount for a target
effect (Pinheiro et al. 2014, generalised MCP-Mod). Method page
``dose_finding.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.dose_tables import (
    SHAPES,
    arms_table,
    curve_figure,
    fits_table,
    summary,
    tests_table,
)
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.responder_rules import DIRECTION
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number, Option
from sjogren_desktop.results import (
    AnalysisError,
    Progress,
    Result,
)
from sjogren_desktop.stats.dose_contrasts import DoseGroups, contrast_test
from sjogren_desktop.stats.dose_response import (
    average_models,
    fit_dose_model,
)
from sjogren_desktop.stats.dose_shapes import Shape
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

_NAMED, _MONTHLY, _RECEIVED = "named", "monthly", "received"
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(mg/kg|mg|g|µg|ug|mcg|ml|iu)\b", re.IGNORECASE)
_ANY_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_EVERY = re.compile(r"(?:every|q)\s*(\d+)\s*(month|m|week|wk|w)", re.IGNORECASE)
_WEEKS_A_MONTH = 4.0
"""Visits and injections of such trials count months of four weeks."""

PARAMETERS = {"linear": 2, "linlog": 2, "emax": 3, "sigEmax": 4, "exponential": 3, "quadratic": 3}


def _arm_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    present = set(who.in_scope(who.subjects(study), str(values["study"]))[who.ARM])
    return tuple(Item(a, a) for a in who.arm_order(study) if a in present)


def _all_arms(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(i.value for i in _arm_items(study, values))


def _amount_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    items = [
        Item(_MONTHLY, "Amount by month, from the name of the arm"),
        Item(_NAMED, "Amount of one dose, from the name of the arm"),
    ]
    if _exposure_records(study) is not None:
        items.append(Item(_RECEIVED, "Total amount received, mean of the arm"))
    return tuple(items)


def _by_month(study: StudyData, values: Mapping[str, object]) -> str:
    return _MONTHLY


def _shape_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in SHAPES.items())


def _usual_shapes(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return ("linear", "linlog", "emax", "exponential", "quadratic")


def _most_arms(study: StudyData, values: Mapping[str, object]) -> str:
    """Return the first study with three arms or more, else the first of all."""
    items = who.STUDY.items(study, values)
    for item in items:
        if who.in_scope(who.subjects(study), item.value)[who.ARM].nunique() >= 3:
            return item.value
    return items[0].value


SHAPE_OPTIONS: tuple[Option, ...] = (
    Choice(
        "shapes",
        "Candidate shapes",
        "Curves that the tests look for. A curve is fitted only where there are as many amounts "
        "as it has parameters.",
        _shape_items,
        _usual_shapes,
        many=True,
    ),
    Number(
        "half",
        "Half of the effect at (%)",
        "Guess for Emax and sigmoid Emax: per cent of the highest amount with half of the effect.",
        20,
        1,
        99,
    ),
)
TEST_OPTIONS: tuple[Option, ...] = (
    Number(
        "target",
        "Target effect",
        "Points of improvement over the reference, for the target amount.",
        1,
        0.01,
        1000,
        decimals=2,
    ),
    Number(
        "alpha", "Alpha", "One-sided, over all shapes.", 0.025, 0.0005, 0.2, decimals=4,
        advanced=True,
    ),
)  # fmt: skip
OPTIONS: tuple[Option, ...] = (
    Choice(
        "study",
        "Study",
        "One study, or all studies pooled with the study as a factor of the model.",
        who.STUDY.items,
        _most_arms,
    ),
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    Choice(
        "arms",
        "Treatment arms",
        "Arms with their amounts; the reference has none.",
        _arm_items,
        _all_arms,
        many=True,
    ),
    who.REFERENCE,
    offered.VISITS,
    across.VISIT,
    Choice(
        "amount",
        "Amount",
        "What the response may follow.",
        _amount_items,
        _by_month,
    ),
    *SHAPE_OPTIONS,
    DIRECTION,
    *TEST_OPTIONS,
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)  # fmt: skip


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Test for a response that follows the amount, and fit curves."""
    progress(0.05, "Selecting records")
    visits = values["visits"]
    shapes = values["shapes"]
    assert isinstance(visits, tuple)
    assert isinstance(shapes, tuple)
    if not shapes:
        raise AnalysisError("No candidate shape is chosen. Tick at least one.")
    data = select(study, values, visits=visits)
    if len(data.arms) < 3:
        raise AnalysisError(
            "A curve needs at least three amounts, the reference among them, and only "
            f"{len(data.arms)} arms are chosen. Choose a study with more arms, or several studies."
        )
    amounts = _amounts(study, data, values)
    order = sorted(data.arms, key=lambda a: amounts[a])
    _refuse(amounts, order)
    progress(0.2, "Fitting the mixed model")
    fitted = across.fit(data, values)
    visit = str(values["visit"])
    rows = across.means_at(fitted, visit)
    matrix = np.array([rows[(arm,)] for arm in order])
    estimates = matrix @ fitted.fit.beta
    covariance = matrix @ fitted.inference.vcov @ matrix.T
    covariance = 0.5 * (covariance + covariance.T)  # products round differently on both sides
    df = float(min(across.tested(fitted, row, 0.95)["df"] for row in matrix))
    groups = DoseGroups.of([amounts[a] for a in order], estimates, covariance, df=df)
    progress(0.6, "Contrast tests")
    rising = values["direction"] == "higher"
    top = float(groups.amounts[-1])
    candidates = [candidate(str(s), top, float(str(values["half"])) / 100) for s in shapes]
    tests = contrast_test(groups, candidates, alpha=float(str(values["alpha"])), increasing=rising)
    progress(0.8, "Fitting curves")
    fits = [fit_dose_model(groups, str(s)) for s in shapes if PARAMETERS[str(s)] <= len(order)]
    average = average_models(fits) if fits else None
    target = (1 if rising else -1) * float(str(values["target"]))
    left_out = [SHAPES[str(s)] for s in shapes if PARAMETERS[str(s)] > len(order)]
    level = across.level_of(values)
    unit = _unit(study, data, values)
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=summary(
            f"{data.response_label} at {visit}", data.decimals, tests, average, target, unit=unit
        ),
        tables=(
            arms_table(data, order, groups, visit, unit=unit),
            tests_table(tests),
            *((fits_table(fits, average, target, data.decimals, unit=unit),) if average else ()),
        ),
        figures=(
            (
                curve_figure(
                    data.response_label,
                    groups,
                    average,
                    level,
                    unit=unit,
                    counts=mt.counts_sentence(data, visit),
                ),
            )
            if average
            else ()
        ),
        notes=(
            "Arms were randomised to schedules, not to what they received in the end: a relation "
            "with exposure may be due to who could go on with treatment."
            if values["amount"] == _RECEIVED
            else "Amounts are read from the names of the arms; months count four weeks.",
            *([f"Not fitted, as there are too few amounts: {', '.join(left_out)}."]
              if left_out else []),
            *[
                f"{SHAPES[f.model]}: a shape parameter stopped at its bound, so its curve is only "
                "one of many that fit."
                for f in fits
                if f.at_bound
            ],
            *data.notes,
            *fitted.messages,
        ),
        method=(
            *fitted.method_card[:2],
            ("Tests", "MCP-Mod: optimal contrasts, adjusted over the shapes by multivariate t"),
            ("Alpha", f"{formats.fixed(float(str(values['alpha'])), 4)}, one-sided"),
            ("Curves", "Generalised least squares on the means; average by generalised AIC"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )  # fmt: skip


# --- amounts ----------------------------------------------------------------


def _exposure_records(study: StudyData) -> pd.DataFrame | None:
    for dataset in study.datasets:
        if {"EXDOSE", "EXTRT", "USUBJID"} <= set(dataset.frame):
            return dataset.frame
    return None


def _amounts(study: StudyData, data: Endpoint, values: Mapping[str, object]) -> dict[str, float]:
    """Return the amount of every arm; none for the reference."""
    kind = str(values["amount"])
    if kind == _RECEIVED:
        return _received(study, data)
    found = {}
    for arm in data.arms:
        if arm == data.reference:
            found[arm] = 0.0
            continue
        match = _NUMBER.search(arm) or _ANY_NUMBER.search(arm)
        if match is None:
            raise AnalysisError(
                f"The name of the arm {arm} holds no amount. Leave the arm out, or take the total "
                "amount received."
            )
        text = match[1] if match.re is _NUMBER else match[0]
        found[arm] = float(text.replace(",", "."))
        if kind == _MONTHLY:
            found[arm] *= doses_a_month(arm)
    return found


def _unit(study: StudyData, data: Endpoint, values: Mapping[str, object]) -> str:
    """Return what the amounts count where all arms, or all records, name the same; else ""."""
    if values["amount"] == _RECEIVED:
        records = _exposure_records(study)
        if records is None or "EXDOSU" not in records:
            return ""
        units = set(records["EXDOSU"].dropna().astype(str).str.strip())
        return units.pop() if len(units) == 1 else ""
    found = [_NUMBER.search(arm) for arm in data.arms if arm != data.reference]
    named = {match[2] if match else "" for match in found}
    if len(named) != 1 or named == {""}:
        return ""
    return f"{named.pop()} {'a month' if values['amount'] == _MONTHLY else 'a dose'}"


def doses_a_month(arm: str) -> float:
    """Return how many doses a month of four weeks the name of an arm tells; 1 if nothing."""
    every = _EVERY.search(arm)
    if every is not None:
        months = every[2].lower().startswith("m")
        return (1.0 if months else _WEEKS_A_MONTH) / float(every[1])
    if re.search(r"\b(weekly|every week|qw)\b", arm, re.IGNORECASE):
        return _WEEKS_A_MONTH
    return 1.0


def _received(study: StudyData, data: Endpoint) -> dict[str, float]:
    """Return the mean of what the subjects of each arm received; nothing of the reference."""
    import pandas as pd

    records = _exposure_records(study)
    assert records is not None
    people = who.in_scope(who.subjects(study), data.study)
    people = people.loc[people[who.ARM].isin(data.arms)]
    control = records["EXTRT"].astype("object").str.lower().str.contains(
        "placebo|sham|vehicle", na=False
    )  # fmt: skip
    given = records.loc[~control]
    total = pd.to_numeric(given["EXDOSE"], errors="coerce").groupby(study.subject_keys(given)).sum()
    own = study.subject_keys(people).map(total).fillna(0.0).astype(float)
    means = own.groupby(people[who.ARM]).mean()
    return {arm: 0.0 if arm == data.reference else float(means[arm]) for arm in data.arms}


def _refuse(amounts: Mapping[str, float], order: Sequence[str]) -> None:
    values = [amounts[a] for a in order]
    for first, second in pairwise(order):
        if amounts[second] - amounts[first] < 1e-9 * max(values):
            raise AnalysisError(
                f"{first} and {second} have the same amount ({amounts[first]:g}). Choose another "
                "measure of the amount, or leave one out."
            )


def candidate(name: str, top: float, half: float) -> Shape:
    """Return a candidate with its guess, in the units of the amounts."""
    guesses: dict[str, tuple[float, ...]] = {
        "linear": (),
        "linlog": (),
        "emax": (half * top,),
        "sigEmax": (half * top, 3.0),
        # A tenth of the effect at half of the highest amount.
        "exponential": (top / (2.0 * np.log(9.0)),),
        # Greatest at four fifths of the highest amount.
        "quadratic": (-1.0 / (2.0 * 0.8 * top),),
    }
    return Shape(name, guesses[name], SHAPES[name])


def scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return the one set of options: a study with enough arms."""
    return ({"study": _most_arms(study, {})},)


SPEC = Analysis(
    key="dose_finding",
    title="Dose and schedule (MCP-Mod)",
    tab="analysis",
    question="Does the response follow the dose, the schedule or the amount received, and which "
    "amount would be enough?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="dose_finding.md",
    measure="Adjusted mean by amount, and the amount for a target difference",
    compares_arms=True,
)
