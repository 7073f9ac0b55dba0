"""The options of the simulated trial, and the design they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses import trial_basis as source
from sjogren_desktop.analyses.responder_rules import DIRECTION, LIMIT, THRESHOLD, rules_for
from sjogren_desktop.analyses.spec import Choice, Item, Number, Option, Scenarios, Text
from sjogren_desktop.analyses.subjects import active_items
from sjogren_desktop.analyses.trial_basis import Basis, Floats
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.trial_simulation import Design, Population, Response, losses
from sjogren_desktop.study.data import StudyData

LIMITS = (
    "Simulated patients are like those of this study: nobody its own entry rule turned away was "
    "measured, and what a trial of other patients would show cannot be told from it. Values are "
    "normal around their course and are not cut off at the ends of the scale."
)
NONE = ""
_NO_LIMIT = 1e9
_GIVEN, _STUDY, _NULL = "given", "study", "null"

INFERENCES = {
    "satterthwaite": "Satterthwaite",
    "kenward-roger": "Kenward-Roger (linear, as SAS)",
}
"""How each simulated mixed model is tested."""

BASIS_KEYS = (
    *(o.key for o in (*source.SOURCE_OPTIONS, *source.FURTHER_OPTIONS)),
    source.ENRICH.key,
)
"""Options that what is taken from the study depends on."""

_ENTRIES = {
    "study": "As in this study, without a further limit",
    "start": "Baseline reaches the limit",
    "earlier": "Screening value reaches the limit; baseline measured after it",
    "both": "Screening and baseline both reach the limit",
    "mean": "Mean of screening and baseline reaches the limit and is the baseline",
}


def _entry_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _ENTRIES.items())


def _as_in_study(study: StudyData, values: Mapping[str, object]) -> str:
    return "study"


def _first_active(study: StudyData, values: Mapping[str, object]) -> str:
    items = active_items(study, values)
    if not items:
        raise AnalysisError(
            "A plan needs a treatment arm besides the reference. Tick a second arm."
        )
    return items[0].value


def _second_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    others = [i for i in active_items(study, values) if i.value != values["first_arm"]]
    return (Item(NONE, "None: two arms"), *others)


def _no_second(study: StudyData, values: Mapping[str, object]) -> str:
    return NONE


def _effect_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (
        Item(_STUDY, "As estimated in this study"),
        Item(_GIVEN, "As given below"),
        Item(_NULL, "None at all: error of the first kind"),
    )


def _loss_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (Item(_STUDY, "As in this study, arm by arm"), Item(_GIVEN, "As given below"))


def _centre_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (
        Item(_STUDY, "The mean baseline of this study: no further fall"),
        Item(_GIVEN, "The mean given below"),
    )


def _run_in_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    visits = values["visits"]
    assert isinstance(visits, tuple)
    return (Item(NONE, "None"), *(Item(str(v), f"Until {v}") for v in visits[:-1]))


def _no_run_in(study: StudyData, values: Mapping[str, object]) -> str:
    return NONE


def _rule_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    rules = rules_for(str(values["parameter"]), float(str(values[LIMIT.key])))
    return tuple(Item(r.key, r.label) for r in rules)


def _first_rule(study: StudyData, values: Mapping[str, object]) -> str:
    return _rule_items(study, values)[0].value


def _inference_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in INFERENCES.items())


def _satterthwaite(study: StudyData, values: Mapping[str, object]) -> str:
    return "satterthwaite"


def _variant_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, name) for k, (name, _) in VARIANTS.items())


def _usual_variants(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return ("mean", "run_in")


def _until_second_visit(values: Mapping[str, object]) -> Mapping[str, object]:
    visits = values["visits"]
    assert isinstance(visits, tuple)
    return {"run_in": str(visits[min(1, len(visits) - 2)]) if len(visits) > 1 else NONE}


def _mean_of_two(values: Mapping[str, object]) -> Mapping[str, object]:
    """Take the mean as baseline; it has a limit only where entry has one already."""
    if values["entry"] != "study":
        return {"entry": "mean"}
    return {"entry": "mean", "limit": _NO_LIMIT if values["direction"] == "higher" else -_NO_LIMIT}


def _twice_as_often(values: Mapping[str, object]) -> Mapping[str, object]:
    return {"ratio_first": 2 * float(str(values["ratio_first"]))}


VARIANTS: dict[str, tuple[str, Callable[[Mapping[str, object]], Mapping[str, object]]]] = {
    "earlier": ("Entry by screening at the limit", lambda values: {"entry": "earlier"}),
    "both": ("Screening and baseline at the limit", lambda values: {"entry": "both"}),
    "mean": ("Mean of two values as baseline", _mean_of_two),
    "run_in": ("Placebo run-in to the second visit", _until_second_visit),
    "no_loss": ("Nobody drops out", lambda values: {"loss_source": _GIVEN, "lost": 0}),
    "double": ("Treatment twice as often", _twice_as_often),
    "null": ("No effect", lambda values: {"effect_source": _NULL}),
}
"""Changes of a design that are set beside it."""

OPTIONS: tuple[Option, ...] = (
    *source.SOURCE_OPTIONS,
    source.ENRICH,
    Choice(
        "first_arm",
        "Treatment of the next trial",
        "Arm of this study whose effect and losses the new arm has.",
        active_items,
        _first_active,
    ),
    Choice(
        "second_arm",
        "Second treatment or schedule",
        "A third arm, compared with the reference too.",
        _second_items,
        _no_second,
    ),
    Number("total", "Patients randomised", "All arms together.", 400, 10, 20000),
    Number(
        "ratio_first",
        "Ratio of the treatment",
        "Patients on it for each one on the reference.",
        1,
        0.1,
        10,
        decimals=2,
    ),
    Number(
        "ratio_second",
        "Ratio of the second treatment",
        "Patients on it for each one on the reference; without meaning in two arms.",
        1,
        0.1,
        10,
        decimals=2,
    ),
    Choice(
        "effect_source",
        "Effect",
        "Difference from the reference that truly holds.",
        _effect_items,
        _as_in_study,
    ),
    Number(
        "difference_first",
        "Difference given",
        "Points by which the treatment is better at the last visit; full from half-time on.",
        1.2,
        0,
        1000,
        decimals=2,
    ),
    Number(
        "difference_second",
        "Difference given, second",
        "The same for the second treatment.",
        0.5,
        0,
        1000,
        decimals=2,
    ),
    Choice(
        "entry",
        "Entry rule",
        "Which value before treatment must reach the limit.",
        _entry_items,
        _as_in_study,
    ),
    Number(
        "limit",
        "Limit of entry",
        "Lowest value that lets a patient in (5 for the ESSDAI in the NEPTUNUS trials), or the "
        "highest where a higher value is better. Limits below those of the study change nothing.",
        5,
        -1000,
        1000,
        decimals=1,
    ),
    Choice(
        "run_in",
        "Placebo run-in",
        "All receive the reference until this visit of the study; its value is then the baseline, "
        "and treatment lasts that much less.",
        _run_in_items,
        _no_run_in,
    ),
    Number(
        "run_in_limit",
        "Leave out who improves in the run-in by",
        "Points; 0 leaves nobody out.",
        0,
        0,
        1000,
        decimals=1,
    ),
    Choice(
        "loss_source",
        "Patients lost",
        "Share without a value at the last visit.",
        _loss_items,
        _as_in_study,
    ),
    Number(
        "lost", "Lost, given (%)", "In every arm, spread over visits as in the study.", 15, 0, 90
    ),
    LIMIT,
    Choice("rule", "Response", "When a patient is a responder.", _rule_items, _first_rule),
    Number("trials", "Trials simulated", "Of each design.", 1000, 100, 200000),
    Choice(
        "compare",
        "Compare with",
        "The same design with one thing changed.",
        _variant_items,
        _usual_variants,
        many=True,
    ),
    Scenarios(
        "scenarios",
        "Kept scenarios",
        "Keep the options above under a name, change them, and run: kept scenarios are simulated "
        "beside the design of the form.",
    ),
    DIRECTION,
    Number(
        "reliability",
        "Test-retest correlation",
        "Correlation of two measurements before treatment. 0 takes it from screening and baseline "
        "of this study, or 0.8 where screening is not in the data.",
        0,
        0,
        0.99,
        decimals=2,
        advanced=True,
    ),
    Choice(
        "centre_source",
        "Mean fallen back to",
        "Mean towards which a second measurement falls (regression to the mean).",
        _centre_items,
        _as_in_study,
        advanced=True,
    ),
    Number(
        "centre",
        "Mean given",
        "4.8 is the mean ESSDAI of the UK registry, whose patients were not selected.",
        4.8,
        -1000,
        1000,
        decimals=1,
        advanced=True,
    ),
    Number("alpha", "Alpha", "Two-sided.", 0.05, 0.001, 0.2, decimals=3, advanced=True),
    Choice(
        "inference",
        "Degrees of freedom",
        "Of the mixed model of each simulated trial. At the size of such trials the two hardly "
        "differ; Kenward-Roger takes about ten times as long.",
        _inference_items,
        _satterthwaite,
        advanced=True,
    ),
    Number("seed", "Seed", "Start of the random numbers.", 20260101, 0, 2**31, advanced=True),
    Number(
        "workers",
        "Processors",
        "0 uses all of this computer. Results do not depend on it.",
        0,
        0,
        1024,
        advanced=True,
    ),
    Text(
        "scheduler",
        "Cluster",
        "Address of a Dask scheduler, such as tcp://host:8786; empty: this computer. Baseline "
        "values without any identifier are then sent to it. Results do not depend on it.",
        advanced=True,
    ),
    *source.FURTHER_OPTIONS,
)


@dataclass(frozen=True)
class Plan:
    """A design ready to simulate, with the names for its table."""

    population: Population
    design: Design
    arms: tuple[str, ...]
    rule_label: str
    decimals: int
    notes: tuple[str, ...]


def plan_of(basis: Basis, values: Mapping[str, object]) -> Plan:
    """Return the design that the options stand for.

    Raises
    ------
    AnalysisError
        If it cannot be carried out.
    """
    notes: list[str] = []
    better = 1 if values["direction"] == "higher" else -1
    arms = [str(values["first_arm"])]
    ratios = [1.0, _number(values, "ratio_first")]
    if values["second_arm"] != NONE:
        arms.append(str(values["second_arm"]))
        ratios.append(_number(values, "ratio_second"))
    skipped = _visits_of_run_in(basis, values)
    effects = np.array(
        [_effect(basis, values, arm, i, skipped, better) for i, arm in enumerate(arms)]
    )
    names = (basis.data.reference, *arms)
    given = values["loss_source"] == _GIVEN
    lost = [_number(values, "lost") / 100 if given else basis.lost[a] for a in names]
    entry = str(values["entry"])
    limit = _number(values, "limit")
    cut = _number(values, "run_in_limit")
    rule, label = _response(values)
    design = Design(
        sizes=_sizes(round(_number(values, "total")), ratios),
        effects=effects,
        leaving=losses(lost, basis.pattern[skipped:]),
        entry="start" if entry == "study" else entry,
        least=-np.inf if entry == "study" or better > 0 else limit,
        most=limit if entry != "study" and better > 0 else np.inf,
        run_in=skipped,
        run_in_limit=cut if cut > 0 else np.inf,
        better=better,
        response=rule,
        alpha=_number(values, "alpha"),
        inference=str(values["inference"]),
    )
    if entry not in ("study", "mean") and float(np.min(basis.start)) >= limit and better < 0:
        notes.append("Every baseline of the study reaches the limit of entry.")
    population = Population.of(
        basis.start,
        reliability=_reliability(basis, values, notes),
        centre=(
            _number(values, "centre")
            if values["centre_source"] == _GIVEN
            else float(np.mean(basis.start))
        ),
        course=basis.course,
        slope=basis.slope,
        covariance=basis.covariance,
        step=10.0**-basis.data.decimals,
    )
    return Plan(population, design, names, label, basis.data.decimals, tuple(notes))


def _number(values: Mapping[str, object], key: str) -> float:
    return float(str(values[key]))


def _visits_of_run_in(basis: Basis, values: Mapping[str, object]) -> int:
    names = [name for _, name in basis.data.visits]
    run_in = str(values["run_in"])
    if run_in == NONE:
        return 0
    if run_in not in names[:-1]:
        raise AnalysisError(
            f"The run-in until {run_in} leaves no visit after it. Choose an earlier visit."
        )
    return names.index(run_in) + 1


def _effect(
    basis: Basis, values: Mapping[str, object], arm: str, place: int, skipped: int, better: int
) -> Floats:
    """Return the difference from the reference at the visits after the groups part.

    Time counts from there: a run-in delays the effect.
    """
    start = basis.times[skipped - 1] if skipped else 0.0
    times = basis.times[skipped:] - start
    source_of = values["effect_source"]
    if source_of == _NULL:
        return np.zeros(times.size)
    if source_of == _STUDY:
        known = np.append(0.0, basis.times)
        return np.asarray(np.interp(times, known, np.append(0.0, basis.effects[arm])))
    points = _number(values, "difference_first" if place == 0 else "difference_second")
    return np.asarray(better * points * np.minimum(1.0, times / (0.5 * times[-1])))


def _sizes(total: int, ratios: list[float]) -> tuple[int, ...]:
    """Return whole numbers in these ratios that add up to the total."""
    ends = np.round(total * np.cumsum(ratios) / sum(ratios)).astype(int)
    sizes = tuple(int(n) for n in np.diff(np.append(0, ends)))
    if min(sizes) < 2:
        raise AnalysisError(f"{total} patients leave an arm with fewer than 2. Plan more patients.")
    return sizes


def _reliability(basis: Basis, values: Mapping[str, object], notes: list[str]) -> float:
    wanted = _number(values, "reliability")
    if wanted == 0:
        wanted = basis.reliability or 0.8
        if basis.reliability is None:
            notes.append("Test-retest correlation: 0.8 assumed, as screening is not in the data.")
    wanted = min(wanted, 0.99)
    if wanted < basis.least_reliability:
        notes.append(
            f"Test-retest correlation raised from {wanted:.3f} to {basis.least_reliability:.3f}: "
            "later visits follow baseline too closely for less."
        )
        return basis.least_reliability
    return wanted


def _response(values: Mapping[str, object]) -> tuple[Response, str]:
    points = _number(values, LIMIT.key)
    key = str(values["rule"])
    label = next(r.label for r in rules_for(str(values["parameter"]), points) if r.key == key)
    found = {
        "fall3": Response(improvement=3),
        "fall4": Response(improvement=4),
        "fall5": Response(improvement=5),
        "below5": Response(below=5),
        "fall1or15": Response(improvement=1, share=0.15),
        THRESHOLD: Response(improvement=points),
    }
    return found[key], label
