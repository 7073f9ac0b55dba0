"""The comparisons of a test plan, and the tables that say what the plans decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.testing_plans import DESCRIPTIVE, KEPT, PLANS, REJECTED, Outcome
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from sjogren_desktop.stats.graphical import Graph


@dataclass(frozen=True)
class Hypothesis:
    """The comparison of an arm with the reference, for one endpoint of one study."""

    parameter: str
    endpoint: str
    comparison: Comparison
    decimals: int

    @property
    def label(self) -> str:
        return f"{self.comparison.study}: {self.comparison.arm}, {self.parameter}"


@dataclass(frozen=True)
class Family:
    """Hypotheses that share alpha, by endpoint and then by arm, and what the plans decide."""

    name: str
    hypotheses: tuple[Hypothesis, ...]
    outcomes: tuple[Outcome, ...]
    graph: Graph


def alpha_of(values: Mapping[str, object]) -> float:
    """Return the level of a family."""
    return float(str(values["alpha"]))


def _key(hypothesis: Hypothesis) -> dict[str, float | int | str | None]:
    one = hypothesis.comparison
    return {
        "STUDYID": one.study,
        "ARM": one.arm,
        "REFERENCE": one.reference,
        "PARAMCD": hypothesis.parameter,
    }


def decisions_table(families: Sequence[Family], values: Mapping[str, object]) -> Table:
    """Return p values, adjusted p values and decisions of all plans."""
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
                    (one.comparison.study, one.comparison.arm, one.parameter),
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
            "of each study; of responders, percentage points and the Cochran-Mantel-Haenszel test.",
            _legend(h for family in families for h in family.hypotheses),
            f"Significant: adjusted p at most {formats.fixed(alpha_of(values), 3)}. Descriptive: "
            "no alpha was left to test it; its p value is no evidence of the plan.",
            "Bonferroni, Holm and Hochberg adjust over the arms of an endpoint and go on to the "
            "next endpoint only if all arms are significant.",
        ),
    )


def _legend(hypotheses: Iterable[Hypothesis]) -> str:
    """Return what the short names of the endpoints stand for."""
    names = dict.fromkeys((h.parameter, h.endpoint) for h in hypotheses)
    return "; ".join(f"{code}: {_lower(text)}" for code, text in names) + "."


def _lower(text: str) -> str:
    return text[0].lower() + text[1:] if text[1:2].islower() else text


@dataclass(frozen=True)
class Everywhere:
    """One arm and endpoint in all trials that have the arm.

    ``largest`` is the largest p value over the trials and over the endpoints before: the
    smallest level, in each trial, at which all of them show it.
    """

    arm: str
    parameter: str
    endpoint: str
    comparisons: tuple[Comparison, ...]
    decimals: int
    largest: float
    decision: str


def in_every_study(
    hypotheses: Sequence[Hypothesis], codes: Sequence[str], *, alpha: float
) -> list[Everywhere]:
    """Ask that each trial shows a result by itself, endpoint after endpoint.

    Both trials at full alpha: a result counts if every trial has p at most alpha and all
    differences have the same sign. The next endpoint is tested only if the one before counts;
    arms stand each for themselves.
    """
    found = []
    arms = dict.fromkeys(h.comparison.arm for h in hypotheses)
    for arm in arms:
        before, still = 0.0, True
        studies: set[str] = set()
        for code in codes:
            mine = [h for h in hypotheses if h.comparison.arm == arm and h.parameter == code]
            studies = studies or {h.comparison.study for h in mine}
            if len(studies) < 2 or {h.comparison.study for h in mine} != studies:
                break
            lines = [h.comparison.line for h in mine]
            same = len({x["estimate"] > 0 for x in lines}) == 1
            largest = max(before, *(x["p_value"] for x in lines)) if same else 1.0
            shown = still and largest <= alpha
            decision = REJECTED if shown else KEPT if still else DESCRIPTIVE
            found.append(
                Everywhere(
                    arm,
                    code,
                    mine[0].endpoint,
                    tuple(h.comparison for h in mine),
                    mine[0].decimals,
                    largest,
                    decision,
                )
            )
            before, still = largest, shown
    return found


def both_sentences(found: Sequence[Everywhere], *, alpha: float) -> list[str]:
    """Say for every arm which endpoints all trials show."""
    said = []
    for arm in dict.fromkeys(one.arm for one in found):
        shown = [o.parameter for o in found if o.arm == arm and o.decision == REJECTED]
        said.append(
            f"Shown in every trial at {formats.fixed(alpha, 3)} each, {arm}: "
            f"{', '.join(shown) if shown else 'no endpoint'}."
        )
    return said


def both_table(found: Sequence[Everywhere], values: Mapping[str, object]) -> Table:
    """Return difference and p value in every trial, and whether all of them show it."""
    studies = list(dict.fromkeys(c.study for one in found for c in one.comparisons))
    columns = [
        Column(f"{name}\n{part}", {"STUDYID": name})
        for name in studies
        for part in ("Difference", "p value")
    ]
    rows = []
    for one in found:
        cells: list[Cell | None] = []
        for name in studies:
            line = next((c.line for c in one.comparisons if c.study == name), None)
            cells += (
                [None, None]
                if line is None
                else [
                    mt.one(Stat("estimate", line["estimate"], one.decimals + 1)),
                    mt.one(Stat("p_value", line["p_value"])),
                ]
            )
        text = Stat("decision", one.decision)
        cells.append(
            mt.one(text)
            if one.decision == DESCRIPTIVE
            else Cell((Stat("p_value", one.largest), text), "{0} {1}")
        )
        key = {"ARM": one.arm, "PARAMCD": one.parameter, "REFERENCE": str(values["reference"])}
        rows.append(Row((one.arm, one.parameter), tuple(cells), key))
    return Table(
        "both",
        f"Both trials, each at {formats.fixed(alpha_of(values), 3)}",
        ("Arm", "Endpoint"),
        (*columns, Column("Largest p,\nin every trial")),
        tuple(rows),
        (
            "Significant: p at most alpha in every trial, in the same direction. The next endpoint "
            "of an arm is tested only if the one before is; arms stand each for themselves, so "
            "with several arms the error over arms is not controlled. Arms of one trial alone are "
            "left out.",
        ),
    )


def path_tables(families: Sequence[Family]) -> list[Table]:
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


def summary(families: Sequence[Family], values: Mapping[str, object]) -> str:
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
            if not family.outcomes:
                sentences.append(f"{who_and_p}.")
                continue
            if len(family.outcomes) > 1 and not (yes and no):
                one_word = "significant under every plan" if yes else "significant under no plan"
                sentences.append(f"{who_and_p}: {one_word}.")
                continue
            parts = [f"significant under {', '.join(yes)}"] if yes else []
            parts += [f"not under {', '.join(no)}"] if no else []
            sentences.append(f"{who_and_p}: {'; '.join(parts)}.")
    head = f"{families[0].hypotheses[0].endpoint} at {values['visit']}, difference from "
    return f"{head}{values['reference']}. " + " ".join(sentences)
