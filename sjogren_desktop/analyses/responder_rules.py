"""When a subject counts as a responder: thresholds of ESSDAI, ESSPRI and any other score.

ESSDAI: a fall of at least 3 points is the minimal clinically important improvement,
and a value below 5 is low activity (Seror R et al., Ann Rheum Dis 2016; 75:382-389).
ESSPRI: a fall of at least 1 point or 15% (same paper).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.analyses.spec import Choice, Item, Number
from sjogren_desktop.study.data import StudyData

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Rule:
    """A threshold.

    Parameters
    ----------
    key, label : str
    met : callable
        ``met(improvement, value, baseline)`` -> array of bool; improvement is positive
        where the subject is better than at baseline.
    """

    key: str
    label: str
    met: Callable[[Floats, Floats, Floats], Bools]


def _at_least(points: float) -> Callable[[Floats, Floats, Floats], Bools]:
    def met(improvement: Floats, value: Floats, baseline: Floats) -> Bools:
        # Sums of decimals such as 2.9999999999999996 stand for the threshold itself.
        return np.asarray(improvement >= points - 1e-9)

    return met


def _below_five(improvement: Floats, value: Floats, baseline: Floats) -> Bools:
    return np.asarray(value < 5 - 1e-9)


def _one_or_15_percent(improvement: Floats, value: Floats, baseline: Floats) -> Bools:
    share = improvement >= 0.15 * baseline - 1e-9
    return np.asarray((improvement >= 1 - 1e-9) | (share & (improvement > 0)))


ESSDAI_RULES = (
    Rule("fall3", "Falls by at least 3", _at_least(3)),
    Rule("fall4", "Falls by at least 4", _at_least(4)),
    Rule("fall5", "Falls by at least 5", _at_least(5)),
    Rule("below5", "Value below 5", _below_five),
)
ESSPRI_RULES = (Rule("fall1or15", "Falls by at least 1 point or 15%", _one_or_15_percent),)
THRESHOLD = "threshold"

_RISING = ("FACIT", "SSF", "USF", "SSSF", "UWS", "SWS", "SF36", "SF-36", "EQVAS", "SCHIRM")
"""Beginnings of parameters of which a higher value is better."""


def rules_for(parameter: str, threshold: float) -> tuple[Rule, ...]:
    """Return the rules offered for a parameter, the free threshold last."""
    code = parameter.rpartition(".")[2].upper()
    own: tuple[Rule, ...] = ()
    if code in ("ESSDAI", "CLINESSD", "CLINESSDAI"):
        own = ESSDAI_RULES
    elif code == "ESSPRI":
        own = ESSPRI_RULES
    free = Rule(THRESHOLD, f"Improves by at least {threshold:g}", _at_least(threshold))
    return (*own, free)


def _rule_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    threshold = float(str(values["threshold"]))
    return tuple(Item(r.key, r.label) for r in rules_for(str(values["parameter"]), threshold))


def _default_rules(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    keys = tuple(item.value for item in _rule_items(study, values))
    return keys[:-1] or keys


def _direction_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (Item("lower", "Lower is better"), Item("higher", "Higher is better"))


def _direction(study: StudyData, values: Mapping[str, object]) -> str:
    code = str(values["parameter"]).rpartition(".")[2].upper()
    return "higher" if code.startswith(_RISING) else "lower"


LIMIT = Number(
    "threshold",
    "Free threshold",
    "Points of improvement for the rule 'improves by at least'.",
    3,
    0,
    1000,
    decimals=2,
)
RULES = Choice(
    "rules",
    "Response",
    "When a subject counts as a responder; one block of the table each.",
    _rule_items,
    _default_rules,
    many=True,
)
DIRECTION = Choice(
    "direction",
    "Direction",
    "Whether a lower or a higher value means that the subject is better.",
    _direction_items,
    _direction,
    advanced=True,
)
