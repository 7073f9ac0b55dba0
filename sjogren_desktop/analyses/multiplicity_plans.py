"""What several test plans decide on the actual p values of the studies.

Hypotheses are the comparisons of every active arm with the reference at one
visit, by the mixed model of :mod:`.mmrm_change`, for a first endpoint and, if
chosen, further endpoints in order. Which plan the NEPTUNUS trials used is not
published, so plans are set side by side. Method page ``multiplicity_plans.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.endpoint_options import parameters
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number, Option, resolve
from sjogren_desktop.analyses.testing_plans import (
    DESCRIPTIVE,
    GRAPHS,
    PLANS,
    REJECTED,
    Outcome,
    decide,
)
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import StudyData

_LATER = ("PHGA", "PAGA", "FACITF")
"""Usual later endpoints, in the order of the EU register entry 2020-005661-14."""


def _plan_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in PLANS.items())


def _all_plans(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(PLANS)


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


def _later_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(
        Item(code, f"{label} ({code})" if label != code else code)
        for code, (_, _, label) in parameters(study).items()
        if code != values["parameter"]
    )


def _usual_later(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    offered = [i.value for i in _later_items(study, values)]
    return tuple(code for code in _LATER if code in offered)


def _active_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    arms = values["arms"]
    assert isinstance(arms, tuple)
    return tuple(Item(str(a), str(a)) for a in arms if a != values["reference"])


def _first_active(study: StudyData, values: Mapping[str, object]) -> str:
    items = _active_items(study, values)
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
        _active_items,
        _first_active,
    ),
    Choice(
        "later",
        "Later endpoints",
        "Tested after the first endpoint, in the order listed, as far as the plan lets them.",
        _later_items,
        _usual_later,
        many=True,
    ),
    Choice("plans", "Plans", "Ways of testing, side by side.", _plan_items, _all_plans, many=True),
    Choice(
        "graph",
        "Graph",
        "How the graphical plan shares and passes on alpha.",
        _graph_items,
        _first_graph,
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
        advanced=True,
    ),
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)


@dataclass(frozen=True)
class _Hypothesis:
    parameter: str
    endpoint: str
    comparison: Comparison
    decimals: int

    @property
    def label(self) -> str:
        return f"{self.comparison.study}: {self.comparison.arm}, {self.parameter}"


@dataclass(frozen=True)
class _Family:
    """Hypotheses that share alpha, by endpoint and then by arm, and what the plans decide."""

    name: str
    hypotheses: tuple[_Hypothesis, ...]
    outcomes: tuple[Outcome, ...]


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Test the comparisons of the studies by every plan chosen."""
    plans = values["plans"]
    later = values["later"]
    assert isinstance(plans, tuple)
    assert isinstance(later, tuple)
    if not plans:
        raise AnalysisError("No plan is chosen. Tick at least one.")
    codes = [str(values["parameter"]), *(str(c) for c in later)]
    notes: list[str] = []
    found: list[_Hypothesis] = []
    card: tuple[tuple[str, str], ...] = ()
    population = ""
    for i, code in enumerate(codes):
        for name in study.study_ids or (who.POOLED,):
            progress(0.05 + 0.85 * i / len(codes), f"Fitting {code}, {name}")
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
    if not found:
        raise AnalysisError(" ".join(notes) + " Choose another visit, parameter or reference.")
    families = _families(found, values, codes)
    visit = str(values["visit"])
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=who.POOLED if len(study.study_ids) > 1 else (study.study_ids or ("",))[0],
        population=population,
        summary=_summary(families, values),
        tables=(_decisions_table(families, values), *_path_tables(families)),
        notes=(
            "A two-sided test rejects in either direction: read the sign of the difference.",
            *notes,
        ),
        method=(
            *card[:2],
            ("Alpha", f"{formats.fixed(_alpha(values), 3)}, two-sided, in each family"),
            ("Families", "One a study" if values["family"] == "study" else "All studies together"),
            ("Graph", GRAPHS[str(values["graph"])]),
            ("Endpoints in order", ", ".join(codes)),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _alpha(values: Mapping[str, object]) -> float:
    return float(str(values["alpha"]))


def _hypotheses(
    data: Endpoint, values: Mapping[str, object], code: str, name: str
) -> tuple[list[_Hypothesis], list[str], tuple[tuple[str, str], ...]]:
    """Return the comparisons of one endpoint in one study, the first arm first."""
    fitted = across.fit(data, values)
    active = [a for a in data.arms if a != data.reference]
    active.sort(key=lambda a: a != values["first_arm"])
    found = [
        _Hypothesis(
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
    found: Sequence[_Hypothesis], values: Mapping[str, object], codes: Sequence[str]
) -> list[_Family]:
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
        ordered: list[_Hypothesis] = []
        for code in codes:
            here = {(h.comparison.study, h.comparison.arm): h for h in mine if h.parameter == code}
            if not wanted or set(wanted) != set(here):
                continue
            ordered += [here[key] for key in wanted]
        if ordered:
            families.append(_Family(name, tuple(ordered), _outcomes(ordered, values, len(wanted))))
    if not families:
        raise AnalysisError(
            f"No study has a comparison of {codes[0]} at {values['visit']}. Choose another visit "
            "or first endpoint."
        )
    return families


def _outcomes(
    ordered: Sequence[_Hypothesis], values: Mapping[str, object], arms: int
) -> tuple[Outcome, ...]:
    plans = values["plans"]
    assert isinstance(plans, tuple)
    p = [h.comparison.line["p_value"] for h in ordered]
    return tuple(
        decide(
            str(plan),
            p,
            arms=arms,
            alpha=_alpha(values),
            graph=str(values["graph"]),
            first_share=float(str(values["first_share"])) / 100,
        )
        for plan in plans
    )


# --- tables -----------------------------------------------------------------


def _key(hypothesis: _Hypothesis) -> dict[str, float | int | str | None]:
    one = hypothesis.comparison
    return {
        "STUDYID": one.study,
        "ARM": one.arm,
        "REFERENCE": one.reference,
        "PARAMCD": hypothesis.parameter,
    }


def _decisions_table(families: Sequence[_Family], values: Mapping[str, object]) -> Table:
    plans = [o.plan for o in families[0].outcomes]
    columns = [Column("Difference"), Column("p value")]
    columns += [Column(f"{PLANS[p]}\nadjusted p, decision", {"PLAN": p}) for p in plans]
    rows = []
    for family in families:
        for i, one in enumerate(family.hypotheses):
            line = one.comparison.line
            cells: list[Cell | None] = [
                mt.one(Stat("estimate", line["estimate"], one.decimals + 1)),
                mt.one(Stat("p_value", line["p_value"])),
            ]
            for outcome in family.outcomes:
                decision = outcome.decisions[i]
                shown = Stat("p_value", outcome.adjusted[i])
                text = Stat("decision", decision)
                # No adjusted p value where nothing was tested: it would be read as one.
                cells.append(
                    mt.one(text) if decision == DESCRIPTIVE else Cell((shown, text), "{0} {1}")
                )
            rows.append(
                Row(
                    (one.comparison.study, one.comparison.arm, one.endpoint),
                    tuple(cells),
                    _key(one),
                )
            )
    return Table(
        "decisions",
        f"Decisions at {values['visit']} by plan",
        ("Study", "Arm", "Endpoint"),
        tuple(columns),
        tuple(rows),
        (
            f"Difference from {values['reference']}; p values are two-sided, from the mixed model "
            "of each study.",
            f"Significant: adjusted p at most {formats.fixed(_alpha(values), 3)}. Descriptive: no "
            "alpha was left to test it; its p value is no evidence of the plan.",
            "Bonferroni, Holm and Hochberg adjust over the arms of an endpoint and go on to the "
            "next endpoint only if all arms are significant.",
        ),
    )


def _path_tables(families: Sequence[_Family]) -> list[Table]:
    """Return, for each plan, which hypothesis was held against which level, step by step."""
    tables = []
    for k, first in enumerate(families[0].outcomes):
        rows = []
        for family in families:
            for one in family.outcomes[k].path:
                hypothesis = family.hypotheses[one.hypothesis]
                rows.append(
                    Row(
                        (str(one.step), hypothesis.label),
                        (
                            mt.one(Stat("level", one.level, 5)),
                            mt.one(Stat("p_value", one.p_value)),
                            mt.one(
                                Stat("decision", "Rejected" if one.rejected else "Not rejected")
                            ),
                        ),
                        {"STEP": one.step, **_key(hypothesis)},
                    )
                )
        tables.append(
            Table(
                f"path_{first.plan}",
                f"{PLANS[first.plan]}: step by step",
                ("Step", "Hypothesis"),
                tuple(Column(h) for h in ("Level", "p value", "At this step")),
                tuple(rows),
                _PATH_NOTES.get(first.plan, ()),
            )
        )
    return tables


_PATH_NOTES = {
    "hochberg": ("From the largest p value down; the first at its level rejects all below it.",),
    "holm": ("At each step the smallest p value is rejected, and its alpha shared out.",),
    "graphical": (
        "Hypotheses that hold alpha at the step. One is rejected at a time; its alpha moves on "
        "along the arrows.",
    ),
}


def _summary(families: Sequence[_Family], values: Mapping[str, object]) -> str:
    """Say for every comparison of the first endpoint which plans reject it."""
    sentences = []
    for family in families:
        first = family.hypotheses[0].parameter
        for i, one in enumerate(family.hypotheses):
            if one.parameter != first:
                continue
            yes = [PLANS[o.plan] for o in family.outcomes if o.decisions[i] == REJECTED]
            no = [PLANS[o.plan] for o in family.outcomes if o.decisions[i] != REJECTED]
            p = formats.p_value(one.comparison.line["p_value"])
            shown = p if p[0] in "<>" else f"= {p}"
            who_and_p = f"{one.comparison.study}, {one.comparison.arm} (p {shown})"
            parts = [f"significant under {', '.join(yes)}"] if yes else []
            parts += [f"not under {', '.join(no)}"] if no else []
            sentences.append(f"{who_and_p}: {'; '.join(parts)}.")
    head = f"{families[0].hypotheses[0].endpoint} at {values['visit']}, difference from "
    return f"{head}{values['reference']}. " + " ".join(sentences)


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
    compares_arms=True,
)
