"""Split a formula of R's mmrm into its fixed part and its covariance term."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm.structures import STRUCTURES, find_structure

_TERM = re.compile(r"(?<![\w.])([A-Za-z]\w*)\s*\(([^()|]*)\|([^()|]*)\)")


@dataclass(frozen=True)
class ModelFormula:
    """The parts of ``y ~ x + us(visit | group / subject)``.

    ``coordinates`` is the visit variable, or the coordinates of a spatial
    structure; ``group`` is None without grouping.
    """

    text: str
    fixed: str
    structure: str
    coordinates: tuple[str, ...]
    group: str | None
    subject: str

    def covariance_text(self, structure: str) -> str:
        """Return the covariance term, with another structure if one was fallen back on."""
        inner = f"{self.group} / {self.subject}" if self.group else self.subject
        return f"{structure}({', '.join(self.coordinates)} | {inner})"


@lru_cache(maxsize=256)
def split_formula(text: str) -> ModelFormula:
    """Return the parts of a formula.

    Raises
    ------
    AnalysisError
        If there is not exactly one covariance term, or it is incomplete.
    """
    found = list(_TERM.finditer(text))
    if len(found) != 1:
        count = "no" if not found else "more than one"
        raise AnalysisError(
            f"The formula {text!r} has {count} covariance term. Write exactly one, such as "
            f"us(visit | subject); the structures are {', '.join(STRUCTURES)}."
        )
    match = found[0]
    structure = find_structure(match[1])
    coordinates = tuple(_name(c) for c in match[2].split(","))
    right = [_name(part) for part in match[3].split("/")]
    if not all(coordinates) or not all(right) or len(right) > 2:
        raise AnalysisError(
            f"The covariance term {match[0]!r} must read {structure.key}(visit | subject) or "
            f"{structure.key}(visit | group / subject)."
        )
    if len(coordinates) > 1 and not structure.spatial:
        raise AnalysisError(f"{structure.key} takes one visit variable, not {len(coordinates)}.")
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if before.endswith("+"):
        before = before[:-1].rstrip()
    elif before.endswith("~") and after.startswith("+"):
        after = after[1:].lstrip()
    elif before.endswith("~"):
        before += " 1"
    else:
        raise AnalysisError(f"Join the covariance term {match[0]!r} to the formula with a plus.")
    return ModelFormula(
        text=text,
        fixed=f"{before} {after}".strip(),
        structure=structure.key,
        coordinates=coordinates,
        group=right[0] if len(right) == 2 else None,
        subject=right[-1],
    )


def _name(text: str) -> str:
    return text.strip().strip("`")
