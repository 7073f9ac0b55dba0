"""What a run was made of, and what differs from the run before and why.

``run.json`` beside the outputs holds versions, fingerprints of the input files,
house style and the options of every analysis. When results are written where
earlier ones stand, both are compared: number by number, and data, options and
versions as the possible reasons.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isclose
from pathlib import Path

from sjogren_desktop import formats
from sjogren_desktop.export.displays import Run, fingerprint
from sjogren_desktop.export.records import read_records, records
from sjogren_desktop.export.versions import versions
from sjogren_desktop.results import Result, Watch, paced, unwatched

RECORD, CHANGES = "run.json", "changes.md"

_MOST_LISTED = 200
_SAME = 1e-12  # relative: sums in another order may differ by some units in the last place

Json = Mapping[str, object]


def run_record(results: Sequence[Result], run: Run, *, style: str) -> dict[str, object]:
    """Return what a run was made of, to be written as JSON."""
    return {
        "written": run.stamp,
        "marks": list(run.marks),
        "data_cut_off": run.cut_off,
        "house_style": style,
        "versions": dict(versions()),
        "data": fingerprint(run.inputs) if run.inputs else "",
        "inputs": dict(run.inputs),
        "analyses": [
            {
                "analysis": r.analysis,
                "title": r.title,
                "study": r.study,
                "population": r.population,
                "options": {k: _plain(v) for k, v in r.options.items()},
            }
            for r in results
        ],
    }


def earlier_run(folder: Path, watch: Watch = unwatched) -> tuple[Json, Sequence[Json]] | None:
    """Return record and numbers of the run whose outputs stand in a folder.

    None where there are none, or where they cannot be read as such: a report on
    differences must not keep the new results from being written.
    """
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        numbers = read_records(folder / "results.json", watch)
    except (OSError, ValueError):
        return None
    return (record, numbers) if isinstance(record, dict) else None


def changes(
    before: tuple[Json, Sequence[Json]],
    record: Json,
    results: Sequence[Result],
    watch: Watch = unwatched,
) -> str:
    """Return, as Markdown, what differs between two runs and what may be the reason.

    Parameters
    ----------
    before : (record, numbers)
        Of :func:`earlier_run`.
    record : mapping
        Of :func:`run_record`, for the run now.
    results : sequence of Result
        Of the run now.
    watch : callable
        Called now and then; what it raises passes through.
    """
    then, numbers = before
    lines = list(_number_lines(numbers, records(results), watch))
    reasons = {
        "Data": list(_pairs_changed(_mapping(then, "inputs"), _mapping(record, "inputs"))),
        "Options": list(_options_changed(then, record)),
        "Versions": list(_pairs_changed(_mapping(then, "versions"), _mapping(record, "versions"))),
        "House style": []
        if then.get("house_style") == record["house_style"]
        else [f"{then.get('house_style')} -> {record['house_style']}"],
    }
    text = ["# What differs from the run before", ""]
    text += [f"Before: {then.get('written')}. Now: {record['written']}.", ""]
    text += [_summary(len(lines), reasons), ""]
    for title, found in reasons.items():
        text += [f"## {title}", ""]
        text += [f"- {line}" for line in found] or ["No difference."]
        text.append("")
    text += ["## Numbers", ""]
    if lines:
        text += ["| Number | Before | Now | Shown before | Shown now |", "| --- |" + " --- |" * 4]
        text += lines[:_MOST_LISTED]
        if len(lines) > _MOST_LISTED:
            text.append(f"\nand {len(lines) - _MOST_LISTED} more.")
    else:
        text.append("No difference.")
    return "\n".join(text) + "\n"


def _summary(count: int, reasons: Mapping[str, Sequence[str]]) -> str:
    causes = [title.lower() for title, found in reasons.items() if found and title != "House style"]
    if not count:
        also = f" although {' and '.join(causes)} differ" if causes else ""
        return f"All numbers are the same{also}."
    differ = f"{count} number{'s differ' if count > 1 else ' differs'}."
    if causes:
        return f"{differ} The reason is among the differences in {' and '.join(causes)}."
    return (
        f"{differ} Neither data nor options nor versions differ, so this should not be: "
        "keep both runs and report it."
    )


def _number_lines(before: Iterable[Json], now: Iterable[Json], watch: Watch) -> Iterator[str]:
    old, new = _by_key(paced(before, watch)), _by_key(paced(now, watch))
    for key in paced(old | new, watch):
        then, here = old.get(key), new.get(key)
        if then is not None and here is not None and _same(then["value"], here["value"]):
            continue
        cells = [" ".join(part for part in key[:-1] if part)]
        for name in ("value", "text"):
            cells += [_shown(then, name), _shown(here, name)]
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _shown(number: Json | None, name: str) -> str:
    if number is None:
        return "absent"
    return "not estimable" if number.get(name) is None else str(number[name])


def _same(one: object, two: object) -> bool:
    if isinstance(one, int | float) and isinstance(two, int | float):
        return isclose(one, two, rel_tol=_SAME, abs_tol=1e-300)
    return one == two


def _by_key(numbers: Iterable[Json]) -> dict[tuple[str, ...], Json]:
    """Return the numbers by what they are; the same one again is counted."""
    again: Counter[tuple[str, ...]] = Counter()
    found = {}
    for number in numbers:
        row, column = (_words(number.get(part)) for part in ("row", "column"))
        names = [str(number.get(n, "")) for n in ("analysis", "study", "table")]
        key = (*names, row, column, str(number.get("statistic", "")))
        again[key] += 1
        found[(*key, str(again[key]))] = number
    return found


def _words(key: object) -> str:
    return ", ".join(str(v) for v in key.values()) if isinstance(key, Mapping) else ""


def _mapping(record: Json, name: str) -> Mapping[str, object]:
    found = record.get(name)
    return found if isinstance(found, Mapping) else {}


def _pairs_changed(then: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    for name in dict.fromkeys([*then, *now]):
        if name not in now:
            yield f"{name}: no longer there"
        elif name not in then:
            yield f"{name}: new"
        elif then[name] != now[name]:
            one, two = (str(values[name])[:16] for values in (then, now))
            yield f"{name}: {one} -> {two}"


def _options_changed(then: Json, now: Json) -> Iterator[str]:
    old, new = _runs(then), _runs(now)
    for key in dict.fromkeys([*old, *new]):
        title = " ".join(part for part in key[:2] if part)
        if key not in new:
            yield f"{title}: not run any more"
        elif key not in old:
            yield f"{title}: run for the first time"
        else:
            names = dict.fromkeys([*old[key], *new[key]])
            for name in names:
                one, two = (values.get(name) for values in (old[key], new[key]))
                if one != two:
                    yield f"{title}: {name} {formats.notation(one)} -> {formats.notation(two)}"


def _runs(record: Json) -> dict[tuple[str, str, int], Mapping[str, object]]:
    again: Counter[tuple[str, str]] = Counter()
    found = {}
    analyses = record.get("analyses")
    for item in analyses if isinstance(analyses, Sequence) else ():
        key = (str(item["analysis"]), str(item["study"]))
        again[key] += 1
        found[(*key, again[key])] = item["options"]
    return found


def _plain(value: object) -> object:
    """Return a value as it is when read back from JSON."""
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value
