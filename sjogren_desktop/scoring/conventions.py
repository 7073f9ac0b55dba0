"""Conventions of this program where nothing is published, and how they are printed.

C1 to C8 are numbered for good: method pages, results and plan files name them.
Every result that a convention touches prints it through
:func:`conventions_text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sjogren_desktop.results import AnalysisError

Conventions = Mapping[str, str]


@dataclass(frozen=True)
class Convention:
    """One convention: what it settles, and what each choice means (default first)."""

    subject: str
    choices: Mapping[str, str]

    @property
    def default(self) -> str:
        """The choice taken where the analysis plan says nothing."""
        return next(iter(self.choices))


CONVENTIONS: dict[str, Convention] = {
    "C1": Convention(
        "Missing domain or item",
        {
            "missing": "the total is missing and what is missing is listed; no partial sum",
            "zero": "a missing ESSDAI domain counts as no activity and is listed",
        },
    ),
    "C2": Convention(
        "Response with a missing visit",
        {"missing": "the response is missing; imputation is a step of its own"},
    ),
    "C3": Convention(
        "Values on a limit",
        {
            "as stated": "IgG of 16 and of 20 g/L is low; proteinuria of 1 g/day is low, of 1.5 "
            "moderate; groin nodes are judged by the groin limits only"
        },
    ),
    "C4": Convention(
        "Percentage change from a baseline of 0",
        {"not met": "the rule is not met (flow from 0 in STAR and CRESS: any rise meets it)"},
    ),
    "C5": Convention(
        "STAR undecided because of missing domains",
        {
            "non-responder": "counted as non-responder, and flagged",
            "missing": "the response is missing",
        },
    ),
    "C6": Convention(
        "SSSD: a day is the mean of its applicable items, all needed; a week the mean of its "
        "valid days",
        {
            days: f"at least {days} of 7 days must be valid"
            for days in ("4", "1", "2", "3", "5", "6", "7")
        },
    ),
    "C7": Convention(
        "Two tests in one domain of STAR or CRESS",
        {
            "any": "any evaluable test may earn the point",
            "first": "only Schirmer, unstimulated flow and IgG count",
            "second": "only ocular staining, ultrasound and rheumatoid factor count",
        },
    ),
    "C8": Convention(
        "Cut-off 17 of the ultrasound score by Hocevar",
        {">=": "17 is positive", ">": "17 is not positive"},
    ),
    "CRESS_SCHIRMER": Convention(
        "CRESS, when Schirmer's test is abnormal (not verified)",
        {"<5": "below 5 mm in 5 min", "<=5": "5 mm in 5 min or less"},
    ),
    "CRESS_NORMAL": Convention(
        "CRESS, tear tests that are normal at baseline (not verified)",
        {
            "each": "a test that stays normal meets the item",
            "all": "staying normal meets the item only where every evaluable test was normal",
        },
    ),
}
"""Every convention by its name."""


def complete(given: Conventions | None) -> dict[str, str]:
    """Return a choice for every convention.

    Raises
    ------
    AnalysisError
        If there is no such convention or choice.
    """
    chosen = {key: convention.default for key, convention in CONVENTIONS.items()}
    for key, value in (given or {}).items():
        if key not in CONVENTIONS or value not in CONVENTIONS[key].choices:
            known = CONVENTIONS[key].choices if key in CONVENTIONS else CONVENTIONS
            raise AnalysisError(
                f"There is no convention {key} = {value!r}. Choose from {', '.join(known)}."
            )
        chosen[key] = value
    return chosen


def conventions_lines(
    keys: tuple[str, ...], given: Conventions | None, *, fixed: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return one line for each of these conventions, with the choice in force.

    Of those named in ``fixed``, an instrument knows the default only.
    """
    chosen = complete(given)
    lines = []
    for key in keys:
        convention = CONVENTIONS[key]
        choice = convention.default if key in fixed else chosen[key]
        origin = "default" if choice == convention.default else f"chosen: {choice}"
        lines.append(f"{key} ({origin}). {convention.subject}: {convention.choices[choice]}.")
    return tuple(lines)
