"""How a score came about: total, parts, raw entries, and the record each came from.

:func:`trace` scores a case and explains the result step by step. It repeats no
rule: points come from the scorer itself, so a trace cannot tell another story
than the score.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sjogren_desktop.scoring.composites import STAR_POINTS
from sjogren_desktop.scoring.conventions import conventions_lines
from sjogren_desktop.scoring.essdai import DOMAINS, LEVEL_NAMES
from sjogren_desktop.scoring.gland_tests import GLANDS, hocevar_maximum
from sjogren_desktop.scoring.instrument import flatten
from sjogren_desktop.scoring.questionnaires import FACIT_HIGHEST, FACIT_ITEMS, FACIT_POSITIVE


@dataclass(frozen=True)
class Source:
    """The record that an entry was read from; ``row`` as a spreadsheet numbers it."""

    file: str
    row: int | None = None
    sheet: str = ""

    def __str__(self) -> str:
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        row = f", row {self.row}" if self.row is not None else ""
        return f"{self.file}{sheet}{row}"


@dataclass(frozen=True)
class Entry:
    """One raw entry: its name (dotted where nested), value, and record where known."""

    name: str
    value: object
    source: Source | None = None


@dataclass(frozen=True)
class Step:
    """One part of a score: its value, how it was obtained, and the entries it used."""

    name: str
    label: str
    value: object
    rule: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Trace:
    """A score with everything it rests on."""

    instrument: str
    title: str
    rule: str
    version: str
    result: Mapping[str, object]
    steps: tuple[Step, ...]
    conventions: tuple[str, ...]
    unverified: tuple[str, ...]

    def text(self) -> str:
        """Return the trace as plain text."""
        lines = [self.title, f"Rule: {self.rule} (program rule {self.instrument} {self.version})"]
        lines += [
            f"{name}: {_shown(value)}"
            for name, value in self.result.items()
            if not isinstance(value, Mapping)
        ]
        for step in self.steps:
            lines.append(f"  {step.label}: {_shown(step.value)} = {step.rule}")
            for entry in step.entries:
                origin = f" [{entry.source}]" if entry.source else ""
                lines.append(f"    {entry.name} = {_shown(entry.value)}{origin}")
        lines += [f"Convention {line}" for line in self.conventions]
        lines += [f"Not verified: {line}." for line in self.unverified]
        return "\n".join(lines)


Sources = Mapping[str, Source]


def trace(
    instrument: str,
    inputs: Mapping[str, object],
    *,
    source: Source | Sources | None = None,
    conventions: Mapping[str, str] | None = None,
) -> Trace:
    """Score one case and say how the result came about.

    Parameters
    ----------
    instrument, inputs, conventions
        As :func:`sjogren_desktop.scoring.score_case` takes them.
    source : Source or mapping of str to Source, optional
        The record all entries came from, or one by the dotted name of the
        entry (``"renal"``, ``"baseline.esspri"``).

    Raises
    ------
    AnalysisError
        As :func:`sjogren_desktop.scoring.score_case`.
    """
    from sjogren_desktop.scoring import find, score_case

    found = find(instrument)
    result = score_case(instrument, inputs, conventions=conventions)
    entries = {
        name: Entry(name, value, _source_of(name, source))
        for name, value in flatten(inputs).items()
        if not name.endswith(".count")
    }
    explain = _EXPLAIN.get(instrument, _plainly)
    return Trace(
        instrument,
        found.title,
        found.rule,
        found.version,
        result,
        explain(entries, result),
        conventions_lines(found.conventions, conventions, fixed=found.fixed),
        found.unverified,
    )


def _source_of(name: str, source: Source | Sources | None) -> Source | None:
    if source is None or isinstance(source, Source):
        return source
    return source.get(name)


def _shown(value: object) -> str:
    if value is None:
        return "missing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "none"
    return f"{value:.12g}" if isinstance(value, float) else str(value)


Entries = Mapping[str, Entry]
Outcome = Mapping[str, object]


def _inner(result: Outcome, name: str) -> Mapping[str, object]:
    inner = result.get(name, {})
    assert isinstance(inner, Mapping)
    return inner


def _named(entries: Entries, *names: str) -> tuple[Entry, ...]:
    """Return these entries; one that was not given is a missing one."""
    return tuple(entries.get(name) or Entry(name, None) for name in names)


def _under(entries: Entries, prefix: str) -> tuple[Entry, ...]:
    return tuple(e for name, e in entries.items() if name == prefix or name.startswith(prefix))


def _essdai(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    points = _inner(result, "points")
    return _domains(entries, points, {d.key: d.weight for d in DOMAINS})


def _clinessdai(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    points = _inner(result, "points")
    weights = {d.key: d.clinical_weight for d in DOMAINS if d.clinical_weight}
    return _domains(entries, points, weights)


def _entry_score(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    from sjogren_desktop.scoring import score_case

    levels = {d.key: e.value for d in DOMAINS if (e := entries.get(d.key))}
    points = _inner(score_case("ESSDAI", {"levels": levels}), "points")
    return _domains(entries, points, {d.key: d.weight for d in DOMAINS if d.entry})


def _domains(
    entries: Entries, points: Mapping[str, object], weights: Mapping[str, int]
) -> tuple[Step, ...]:
    steps = []
    for domain in DOMAINS:
        if domain.key not in weights:
            continue
        (entry,) = _named(entries, domain.key)
        value = points.get(domain.key)
        if value is None:
            rule = "missing" if entry.value is None else f"no such level: {entry.value!r}"
        else:
            level = 0 if entry.value is None else int(float(str(entry.value)))
            absent = " (missing, taken as 0)" if entry.value is None else ""
            rule = f"level {level} ({LEVEL_NAMES[level]}){absent} x weight {weights[domain.key]}"
        steps.append(Step(domain.key, domain.label, value, rule, (entry,)))
    return tuple(steps)


def _esspri(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    items = ("dryness", "fatigue", "pain")
    rule = f"({' + '.join(items)}) / 3"
    return (Step("score", "Mean", result["score"], rule, _named(entries, *items)),)


def _star(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    met = _inner(result, "points")
    steps = []
    for name, points in STAR_POINTS.items():
        label, rule, inputs = _COMPOSITE[name]
        earned = f"{points} points" if points > 1 else "1 point"
        used = _two_visits(entries, inputs)
        steps.append(Step(name, label, met[name], f"{earned} if {rule}", used))
    return tuple(steps)


def _cress(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    own = {"tear": "lachrymal", "serology": "biological"}
    steps = []
    for name, value in _inner(result, "items").items():
        label, rule, inputs = _COMPOSITE[own.get(name, name)]
        if name == "systemic":
            rule = "ClinESSDAI is below 5 at the visit"
        steps.append(Step(name, label, value, f"met if {rule}", _two_visits(entries, inputs)))
    return tuple(steps)


_COMPOSITE = {
    "systemic": ("Systemic", "ClinESSDAI falls by 3 or more", ("clinessdai",)),
    "pro": ("Patient-reported", "ESSPRI falls by 1 point or 15% or more", ("esspri",)),
    "lachrymal": (
        "Tear glands",
        "Schirmer rises by 5 mm (or stays normal) or ocular staining falls by 2 (or stays normal)",
        ("schirmer_mm_mean", "oss_mean"),
    ),
    "salivary": (
        "Salivary glands",
        "unstimulated flow rises by 25% (from 0: at all) or ultrasound score falls by 25%",
        ("uws_ml_min", "hocevar_total"),
    ),
    "biological": (
        "Serology",
        "IgG falls by 10% or rheumatoid factor by 25%",
        ("igg_g_l", "rf_iu_ml"),
    ),
}


def _two_visits(entries: Entries, names: tuple[str, ...]) -> tuple[Entry, ...]:
    return _named(entries, *(f"{visit}.{n}" for n in names for visit in ("baseline", "followup")))


def _response(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    used = _under(entries, "baseline") + _under(entries, "followup") + _under(entries, "threshold")
    return (Step("change", "Change", result["change"], "follow-up minus baseline", used),)


def _facit(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    steps = []
    for number in range(1, FACIT_ITEMS + 1):
        (entry,) = _named(entries, f"responses.{number - 1}")
        answer = entry.value
        if not isinstance(answer, int | float) or isinstance(answer, bool):
            steps.append(Step(str(number), f"Item {number}", None, "not answered", (entry,)))
        elif number in FACIT_POSITIVE:
            steps.append(Step(str(number), f"Item {number}", answer, "answer", (entry,)))
        else:
            rule = f"{FACIT_HIGHEST} - answer"
            reversed_ = FACIT_HIGHEST - answer
            steps.append(Step(str(number), f"Item {number}", reversed_, rule, (entry,)))
    rule = f"sum of the items x {FACIT_ITEMS} / answered"
    return (*steps, Step("score", "Score", result["score"], rule))


def _hocevar(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    steps = []
    for gland in GLANDS:
        used = _named(entries, *(f"{gland}.{item}" for item in hocevar_maximum(gland)))
        grades = [e.value for e in used]
        known = all(isinstance(g, int | float) for g in grades)
        total = sum(float(str(g)) for g in grades) if known else None
        label = gland.replace("_r", ", right").replace("_l", ", left").capitalize()
        steps.append(Step(gland, label, total, "sum of five grades", used))
    return tuple(steps)


def _plainly(entries: Entries, result: Outcome) -> tuple[Step, ...]:
    """Return the main result with every entry: for instruments of one step."""
    name, value = next(iter(result.items()))
    return (Step(name, name, value, "from", tuple(entries.values())),)


_EXPLAIN: dict[str, Callable[[Entries, Outcome], tuple[Step, ...]]] = {
    "ESSDAI": _essdai,
    "CLINESSDAI": _clinessdai,
    "ESSDAI8_ENTRY": _entry_score,
    "ESSDAI_RESPONSE": _response,
    "ESSPRI": _esspri,
    "ESSPRI_RESPONSE": _response,
    "STAR": _star,
    "CRESS": _cress,
    "FACIT_F": _facit,
    "HOCEVAR": _hocevar,
}
