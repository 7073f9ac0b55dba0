"""Proof on this computer: repeat published reference results and report.

Every comparison runs the same functions that the analyses use, on the data
under ``resources/reference``; the report is dated and names the versions, so
that it can be filed as evidence of installation qualification.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from sjogren_desktop import __version__, formats
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError, Doing, Progress, no_progress

if TYPE_CHECKING:
    import pandas as pd

_LIBRARIES = ("numpy", "scipy", "pandas", "formulaic", "PySide6-Essentials")

_EXPECTED = 113
"""About how many checks there are; for the progress only."""

_METHODS = {
    "Satterthwaite / Asymptotic": ("satterthwaite", "asymptotic"),
    "Kenward-Roger / Kenward-Roger": ("kenward-roger", "asymptotic"),
    "Kenward-Roger / Kenward-Roger-Linear": ("kenward-roger-linear", "asymptotic"),
    "Residual / Asymptotic": ("residual", "asymptotic"),
    "Between-Within / Asymptotic": ("between-within", "asymptotic"),
    "Satterthwaite / Empirical": ("satterthwaite", "empirical"),
    "Satterthwaite / Empirical-Bias-Reduced": ("satterthwaite", "empirical-bias-reduced"),
    "Satterthwaite / Empirical-Jackknife": ("satterthwaite", "empirical-jackknife"),
}


@dataclass(frozen=True)
class Check:
    """One comparison: its name, the largest relative difference, and the limit."""

    name: str
    difference: float
    limit: float
    error: str = ""

    @property
    def passed(self) -> bool:
        """Whether the difference is a number within the limit."""
        return not self.error and self.difference <= self.limit

    def line(self) -> str:
        """Return the line of the report."""
        word = "PASS" if self.passed else "FAIL"
        detail = self.error or f"largest difference {self.difference:.1e}, limit {self.limit:.0e}"
        return f"{word}  {self.name}: {detail}"


@dataclass(frozen=True)
class Report:
    """What was compared, when, and on which system.

    ``head`` holds pairs of a name and what is stated under it.
    """

    head: tuple[tuple[str, str], ...]
    checks: tuple[Check, ...]

    @property
    def count(self) -> int:
        """Number of checks that passed."""
        return sum(check.passed for check in self.checks)

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return self.count == len(self.checks)

    @property
    def verdict(self) -> str:
        """The closing line."""
        return f"{self.count} of {len(self.checks)} checks passed."

    def text(self) -> str:
        """Return the report for a console or a file."""
        title = f"Sjögren Desktop {__version__}: self-test"
        head = [f"{name}: {stated}" for name, stated in self.head]
        return "\n".join([title, *head, "", *(c.line() for c in self.checks), "", self.verdict])


def run_checks(progress: Progress = no_progress) -> Report:
    """Repeat every comparison and return the dated report."""
    reference = json.loads(resource_path("reference", "reference.json").read_text(encoding="utf-8"))
    groups = (
        ("Libraries", _parts()),
        ("Analyses", _catalogue()),
        ("Worker processes", _workers()),
        ("Rounding", _formatter()),
        ("Mixed models", _mmrm(reference["mmrm"])),
        ("Analysis of covariance", _ancova(reference["ancova"])),
        ("Proportions", _proportions(reference["proportions"])),
    )
    checks: list[Check] = []
    for name, group in groups:
        for check in group:
            checks.append(check)
            progress(min(0.99, len(checks) / _EXPECTED), Doing("Checking: {name}", name=name))
    head = (
        ("Date", datetime.now().astimezone().isoformat(timespec="seconds")),
        ("System", f"{platform.platform()}; Python {platform.python_version()}"),
        ("Libraries", ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)),
        ("Reference", str(reference["source"])),
    )
    return Report(head, tuple(checks))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(version unknown)"


def _worst(pairs: Iterator[tuple[object, object]]) -> float:
    """Return the largest relative difference over pairs of number sequences."""
    import numpy as np

    worst = 0.0
    for got, expected in pairs:
        a, b = np.asarray(got, dtype=float), np.asarray(expected, dtype=float)
        if a.shape != b.shape or not np.all(np.isfinite(a)):
            return float("inf")
        worst = max(worst, float(np.max(np.abs(a - b) / np.maximum(np.abs(b), 1e-8))))
    return worst


def _parts() -> Iterator[Check]:
    """Yield whether each library that a package lists is there, in the version it names.

    Only packages hold the list; in the source tree there is nothing to compare.
    """
    listed = resource_path("parts.json")
    if not listed.is_file():
        return
    wrong = []
    parts = json.loads(listed.read_text(encoding="utf-8"))
    for part in parts:
        found = _version(part["name"])
        if found != part["version"]:
            wrong.append(f"{part['name']} {part['version']} is listed, {found} is there")
        for module in part["modules"]:
            try:
                import_module(module)
            except ImportError as error:
                wrong.append(f"{module} of {part['name']} does not load ({error})")
    yield Check(f"{len(parts)} packed libraries load", 0.0, 0.0, "; ".join(wrong))


def _catalogue() -> Iterator[Check]:
    """Yield whether every analysis can be loaded with all that it needs."""
    try:
        count = len(import_module("sjogren_desktop.analyses.catalogue").ANALYSES)
    except ImportError as error:
        yield Check("Analyses load", 0.0, 0.0, str(error))
        return
    yield Check(f"{count} analyses load", 0.0, 0.0)


def _workers() -> Iterator[Check]:
    """Yield whether other processes are started where they may be, and give the same numbers."""
    from sjogren_desktop.stats.parallel import map_chunks
    from sjogren_desktop.workers import worker_count

    pieces: list[tuple[object, ...]] = [(seed,) for seed in range(8)]
    count = worker_count(2)
    name = f"{count} worker processes give the numbers of one" if count > 1 else "One process works"
    try:
        here = map_chunks(_piece, pieces, workers=1)
        apart = map_chunks(_piece, pieces, workers=count)
    except (OSError, AnalysisError) as error:  # of processes that do not start, or die
        yield Check(name, float("inf"), 0.0, f"{type(error).__name__}: {error}")
        return
    alone = count > 1 and os.getpid() in {process for process, _ in apart}
    missing = "no other process was started" if alone else ""
    yield Check(name, _worst(iter([([n for _, n in apart], [n for _, n in here])])), 0.0, missing)


def _piece(seed: int) -> tuple[int, float]:
    """Return the number of the process that does this, and that of a small calculation."""
    import numpy as np

    square = np.random.default_rng(seed).standard_normal((12, 12))
    return os.getpid(), float(np.linalg.slogdet(square)[1])


def _formatter() -> Iterator[Check]:
    cases = ((1.25, 1, "1.3"), (-1.25, 1, "-1.3"), (42.65, 1, "42.7"), (-0.04, 1, "0.0"))
    wrong = [f"{v} gave {formats.fixed(v, d)}" for v, d, t in cases if formats.fixed(v, d) != t]
    yield Check("Rounding half away from zero", 0.0, 0.0, "; ".join(wrong))


def _mmrm(cases: list[dict[str, Any]]) -> Iterator[Check]:
    import pandas as pd

    data = pd.read_csv(resource_path("reference", "fev_data.csv"))
    data["ARMCD"] = pd.Categorical(data["ARMCD"], categories=["PBO", "TRT"])
    data["SEX"] = pd.Categorical(data["SEX"], categories=["Male", "Female"])
    for case in cases:
        inference = case["inference"]
        assert isinstance(inference, dict)
        for method, expected in inference.items():
            yield _one_mmrm(data, case, method, expected)


def _one_mmrm(
    data: pd.DataFrame, case: dict[str, Any], method: str, expected: dict[str, dict[str, Any]]
) -> Check:
    from sjogren_desktop.stats.mmrm import fit_mmrm

    df_method, vcov = _METHODS[method]
    name = f"MMRM {case['id']}, {method}"
    limit = 1e-4 if vcov != "asymptotic" else 1e-5  # the degrees of freedom set it
    try:
        fit = fit_mmrm(
            str(case["formula"]),
            data,
            weights=case["weights_column"],
            reml=bool(case["reml"]),
            df_method=df_method,
            vcov=vcov,
        )
        coefficients, listed = fit.coefficients, expected["coefficients"]
        if list(coefficients.index) != listed["names"]:
            return Check(name, 0.0, limit, "the coefficients are not in the expected order")
        pairs = [
            (coefficients["estimate"], listed["estimate"]),
            (coefficients["std_error"], listed["se"]),
            (coefficients["df"], listed["df"]),
            ([fit.deviance], [case["deviance"]]),
        ]
        if "lsmeans" in expected:
            means = fit.lsmeans(["ARMCD", "AVISIT"]).set_index(["ARMCD", "AVISIT"])
            told = expected["lsmeans"]
            order = list(zip(told["ARMCD"], told["AVISIT"], strict=True))
            means = means.loc[order]
            pairs += [
                (means["estimate"], told["emmean"]),
                (means["std_error"], told["SE"]),
                (means["df"], told["df"]),
            ]
    except AnalysisError as error:
        return Check(name, float("inf"), limit, str(error))
    return Check(name, _worst(iter(pairs)), limit)


def _ancova(cases: list[dict[str, Any]]) -> Iterator[Check]:
    import pandas as pd

    from sjogren_desktop.stats.ancova import fit_ancova

    data = pd.read_csv(resource_path("reference", "two_arm_simulation.csv"))
    others = [a for a in sorted(data["ARM"].unique()) if a != "Placebo"]
    data["ARM"] = pd.Categorical(data["ARM"], categories=["Placebo", *others])
    for case in cases:
        fit = fit_ancova(str(case["formula"]), data.loc[data["AVISIT"] == case["visit"]])
        pairs = [
            (fit.coefficients["estimate"], case["estimate"]),
            (fit.coefficients["std_error"], case["se"]),
        ]
        yield Check(f"ANCOVA {case['visit']}", _worst(iter(pairs)), 1e-8)


def _proportions(cases: list[dict[str, Any]]) -> Iterator[Check]:
    from sjogren_desktop.stats.proportions import risk_difference

    for case in cases:
        counts = [case[name] for name in ("x1", "n1", "x2", "n2")]
        level = float(str(case["level"]))
        name = "Risk difference {}/{} - {}/{}, {:.0%} CI".format(*counts, level)
        for method in ("newcombe", "miettinen_nurminen"):
            got = risk_difference(*counts, method=method, level=level)
            pairs = [([float(got.lower), float(got.upper)], case[method])]
            yield Check(f"{name}, {method}", _worst(iter(pairs)), 1e-6)
