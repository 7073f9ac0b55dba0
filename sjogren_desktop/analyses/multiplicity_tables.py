"""The comparisons of a test plan, and the tables that say what the plans decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.testing_plans import DESCRIPTIVE, PLANS, REJECTED, Outcome
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
            f"Significant: adjusted p at most {formats.fixed(alpha_of(values), 3)}. Descriptive: "
            "no alpha was left to test it; its p value is no evidence of the plan.",
            "Bonferroni, Holm and Hochberg adjust over the arms of an endpoint and go on to the "
            "next endpoint only if all arms are significant.",
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
            parts = [f"significant under {', '.join(yes)}"] if yes else []
            parts += [f"not under {', '.join(no)}"] if no else []
            sentences.append(f"{who_and_p}: {'; '.join(parts)}.")
    head = f"{families[0].hypotheses[0].endpoint} at {values['visit']}, difference from "
    return f"{head}{values['reference']}. " + " ".join(sentences)
