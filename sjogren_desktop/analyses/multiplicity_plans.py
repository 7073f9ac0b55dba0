"""What several test plans decide on the actual p values of the studies.

Hypotheses are the comparisons of every active arm with the reference at one
visit, by the mixed model of :mod:`.mmrm_change`, for a first endpoint and, if
chosen, further endpoints in order. Which plan the NEPTUNUS trials used is not
published, so plans are set side by side. Method page ``multiplicity_plans.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import drawn_graph, tested_endpoints
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.multiplicity_tables import (
    Family,
    Hypothesis,
    alpha_of,
    both_sentences,
    both_table,
    decisions_table,
    in_every_study,
    path_tables,
    summary,
)
from sjogren_desktop.analyses.responders import STRATA
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number, Option, resolve
from sjogren_desktop.analyses.testing_plans import (
    GRAPHS,
    PLANS,
    Outcome,
    decide,
    preset,
)
from sjogren_desktop.figures import GraphFigure
from sjogren_desktop.results import AnalysisError, Doing, Progress, Result
from sjogren_desktop.stats.graphical import Graph
from sjogren_desktop.study.data import StudyData

BOTH = "both"
"""The plan that asks for the result in every trial, each at its own alpha."""


def _plan_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    items = tuple(Item(k, v) for k, v in PLANS.items())
    several = (Item(BOTH, "Both trials, each at alpha"),) if len(study.study_ids) > 1 else ()
    return (*items, *several)


def _all_plans(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(item.value for item in _plan_items(study, values))


def _graph_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in GRAPHS.items())


def _first_graph(study: StudyData, values: Mapping[str, object]) -> str:
    return next(iter(GRAPHS))


def _family_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (
        Item("study", "Each study has its own alpha"),
        Item("all", "All studies share one alpha"),
    )


def _by_study(study: StudyData, values: Mapping[str, object]) -> str:
    return "study"


def _first_active(study: StudyData, values: Mapping[str, object]) -> str:
    items = who.active_items(study, values)
    if not items:
        raise AnalysisError(
            "A comparison needs at least two treatment arms. Tick a second arm besides "
            f"{values['reference']}."
        )
    return items[0].value


OPTIONS: tuple[Option, ...] = (
    *across.SELECTION_OPTIONS,
    Choice(
        "first_arm",
        "Arm tested first",
        "The arm at the head of the sequence and of the graph.",
        who.active_items,
        _first_active,
    ),
    tested_endpoints.LATER,
    STRATA,
    Choice("plans", "Plans", "Ways of testing, side by side.", _plan_items, _all_plans, many=True),
    Choice(
        "graph",
        "Graph",
        "How the graphical plan shares and passes on alpha.",
        _graph_items,
        _first_graph,
        page="graphical.md",
    ),
    Number(
        "first_share",
        "Share of the first (%)",
        "Share of alpha that the graph gives to the first arm (fallback: first hypothesis) at "
        "the beginning. The graph that begins with the first arm gives it everything.",
        50,
        0,
        100,
    ),
    Number("alpha", "Alpha", "Two-sided level of the family.", 0.05, 0.001, 0.2, decimals=3),
    Choice(
        "family",
        "Family of hypotheses",
        "A trial usually controls its own error; all together is stricter.",
        _family_items,
        _by_study,
    ),
    drawn_graph.DRAWN,
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Test the comparisons of the studies by every plan chosen."""
    plans = values["plans"]
    later = values["later"]
    assert isinstance(plans, tuple)
    assert isinstance(later, tuple)
    if not plans:
        raise AnalysisError("No plan is chosen. Tick at least one.")
    codes = [str(values["parameter"]), *(str(c) for c in later)]
    tested = _tested(study, values, codes, progress)
    if not tested.hypotheses:
        raise AnalysisError(
            " ".join(tested.notes) + " Choose another visit, parameter or reference."
        )
    own = not drawn_graph.is_preset(study, values)
    families = _families(tested.hypotheses, values, codes, own=own)
    visit, alpha = str(values["visit"]), alpha_of(values)
    everywhere = in_every_study(tested.hypotheses, codes, alpha=alpha) if BOTH in plans else []
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=who.POOLED if len(study.study_ids) > 1 else (study.study_ids or ("",))[0],
        population=tested.population,
        summary=" ".join([summary(families, values), *both_sentences(everywhere, alpha=alpha)]),
        tables=(
            *((decisions_table(families, values),) if families[0].outcomes else ()),
            *((both_table(everywhere, values),) if everywhere else ()),
            *path_tables(families),
        ),
        figures=_graph_figures(families, values, own=own),
        notes=(
            "A two-sided test rejects in either direction: read the sign of the difference.",
            *tested.notes,
        ),
        method=(
            *tested.card[:2],
            ("Alpha", f"{formats.fixed(alpha, 3)}, two-sided, in each family"),
            ("Families", "One a study" if values["family"] == "study" else "All studies together"),
            ("Graph", "Drawn by the user" if own else GRAPHS[str(values["graph"])]),
            ("Endpoints in order", ", ".join(codes)),
            (
                "Responders",
                "Missing values as non-response; Cochran-Mantel-Haenszel test over the strata",
            ),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


@dataclass(frozen=True)
class _Tested:
    """The fitted comparisons, which every plan works on."""

    hypotheses: tuple[Hypothesis, ...]
    notes: tuple[str, ...]
    card: tuple[tuple[str, str], ...]
    population: str


_PLANNING = ("plans", "graph", "first_share", "alpha", "family", "drawn")
"""Options that leave the fitted models as they are."""
_fitted: WeakKeyDictionary[StudyData, tuple[str, _Tested]] = WeakKeyDictionary()
# Changing a graph is worth an answer at once, and the models take seconds.


def _tested(
    study: StudyData, values: Mapping[str, object], codes: Sequence[str], progress: Progress
) -> _Tested:
    """Fit the models of all endpoints and studies, or take those of the last run."""
    key = repr(sorted((k, v) for k, v in values.items() if k not in _PLANNING))
    known = _fitted.get(study)
    if known is not None and known[0] == key:
        return known[1]
    notes: list[str] = []
    found: list[Hypothesis] = []
    card: tuple[tuple[str, str], ...] = ()
    population = ""
    responders = tested_endpoints.response_endpoints(study, values)
    for i, code in enumerate(codes):
        for name in study.study_ids or (who.POOLED,):
            progress(
                0.05 + 0.85 * i / len(codes), Doing("Fitting {code}, {name}", code=code, name=name)
            )
            if code in responders:
                one = responders[code]
                compared = tested_endpoints.compare_responders(study, values, one, name)
                if isinstance(compared, str):
                    notes.append(f"{code}: {compared}")
                    continue
                compared.sort(key=lambda c: c.arm != values["first_arm"])
                found += [Hypothesis(code, one.label, c, 0) for c in compared]
                continue
            # Visits and records of another parameter may be named otherwise.
            own = resolve(OPTIONS, study, {**values, "parameter": code, "later": ()}, lenient=True)
            data = across.endpoint_of(study, name, {**own, "visit": values["visit"]})
            if isinstance(data, str):
                notes.append(f"{code}: {data}")
                continue
            hypotheses, said, fitted_card = _hypotheses(data, values, code, name)
            found += hypotheses
            notes += said
            card, population = card or fitted_card, data.population
    tested = _Tested(tuple(found), tuple(notes), card, population)
    _fitted[study] = (key, tested)
    return tested


def _hypotheses(
    data: Endpoint, values: Mapping[str, object], code: str, name: str
) -> tuple[list[Hypothesis], list[str], tuple[tuple[str, str], ...]]:
    """Return the comparisons of one endpoint in one study, the first arm first."""
    fitted = across.fit(data, values)
    active = [a for a in data.arms if a != data.reference]
    active.sort(key=lambda a: a != values["first_arm"])
    found = [
        Hypothesis(
            code,
            data.response_label,
            across.compare(
                data,
                fitted,
                visit=str(values["visit"]),
                arms=[arm],
                references=[data.reference],
                level=across.level_of(values),
                study=name,
            ),
            data.decimals,
        )
        for arm in active
    ]
    return (
        found,
        [f"{name}, {code}: {m}" for m in (*data.notes, *fitted.messages)],
        fitted.method_card,
    )


def _families(
    found: Sequence[Hypothesis],
    values: Mapping[str, object],
    codes: Sequence[str],
    *,
    own: bool,
) -> list[Family]:
    """Group the hypotheses, and run the plans on every family.

    An endpoint that not all comparisons of the family have ends the family, since
    the plans need the same comparisons at every endpoint.
    """
    names = list(dict.fromkeys(h.comparison.study for h in found))
    shared = values["family"] == "all"
    families = []
    for name in ["All studies"] if shared and len(names) > 1 else names:
        mine = [h for h in found if shared or h.comparison.study == name]
        first = [h.comparison for h in mine if h.parameter == codes[0]]
        wanted = [(c.study, c.arm) for c in first]
        ordered: list[Hypothesis] = []
        for code in codes:
            here = {(h.comparison.study, h.comparison.arm): h for h in mine if h.parameter == code}
            if not wanted or set(wanted) != set(here):
                continue
            ordered += [here[key] for key in wanted]
        if ordered:
            graph = _graph(ordered, values, len(wanted), own=own)
            outcomes = _outcomes(ordered, values, len(wanted), graph)
            families.append(Family(name, tuple(ordered), outcomes, graph))
    if not families:
        raise AnalysisError(
            f"No study has a comparison of {codes[0]} at {values['visit']}. Choose another visit "
            "or first endpoint."
        )
    return families


def _outcomes(
    ordered: Sequence[Hypothesis], values: Mapping[str, object], arms: int, graph: Graph
) -> tuple[Outcome, ...]:
    plans = values["plans"]
    assert isinstance(plans, tuple)
    p = [h.comparison.line["p_value"] for h in ordered]
    return tuple(
        decide(
            str(plan),
            p,
            arms=arms,
            alpha=alpha_of(values),
            graph=graph,
        )
        for plan in plans
        if plan != BOTH
    )


def _graph(
    ordered: Sequence[Hypothesis], values: Mapping[str, object], arms: int, *, own: bool
) -> Graph:
    """Return the graph of a family: the one drawn, or the preset for the arms it has."""
    shared = len({h.comparison.study for h in ordered}) > 1
    names = [
        drawn_graph.name_of(h.comparison.arm, h.parameter, h.comparison.study if shared else "")
        for h in ordered
    ]
    if own:
        return drawn_graph.graph_for(values, names)
    share = float(str(values["first_share"])) / 100
    made = preset(str(values["graph"]), len(ordered) // arms, arms, share)
    return Graph.of(made.weights, made.transitions, names)


def _graph_figures(
    families: Sequence[Family], values: Mapping[str, object], *, own: bool
) -> tuple[GraphFigure, ...]:
    """Return the steps of the graphical plan, where it is among the plans."""
    drawn = values["drawn"]
    assert isinstance(drawn, Mapping)
    if not any(o.plan == "graphical" for o in families[0].outcomes):
        return ()
    found: list[GraphFigure] = []
    for family in families:
        found += drawn_graph.figures(
            family.name,
            family.graph,
            [h.comparison.line["p_value"] for h in family.hypotheses],
            alpha=alpha_of(values),
            rows=len({h.parameter for h in family.hypotheses}),
            drawn=drawn if own else {"names": family.graph.names},
        )
    return tuple(found)


SPEC = Analysis(
    key="multiplicity_plans",
    title="Multiple testing: plans side by side",
    tab="analysis",
    question="Which comparisons are significant once it is taken into account that several are "
    "tested, and which can only be described?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=across.one_scope,
    method_page="multiplicity_plans.md",
    measure="Difference of adjusted means, hypothesis by hypothesis",
    compares_arms=True,
)
