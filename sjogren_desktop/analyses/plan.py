"""An analysis plan: a TOML file that says all a run needs besides the data.

It has one table an analysis with its options, or an array of tables to run it
several times, and a table ``[plan]`` for what concerns all of them::

    [plan]
    title = "Primary analysis"
    house_style = "sponsor"
    formats = ["docx", "pdf"]

    [mmrm_change]
    parameter = "ESSDAI"

    [[ancova_visit]]
    study = "NEPTUNUS-1"
    visit = "Week 24"

Tables ``[[group]]`` are lists of adverse events of special interest (:mod:`.event_lists`);
without them, those of the study hold.

An analysis whose table does not name a study runs for every study and pooled. A
plan holds no patient data, so it runs at another site as it is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap

from sjogren_desktop import __version__
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.event_lists import (
    EventLists,
    faults,
    groups_of,
    groups_text,
    lists_of,
    lists_text,
)
from sjogren_desktop.analyses.interest import made_with
from sjogren_desktop.analyses.spec import (
    Analysis,
    Drawing,
    Flag,
    Number,
    Option,
    Scenarios,
    Text,
    Typed,
)
from sjogren_desktop.formats import notation
from sjogren_desktop.results import AnalysisError, Result

Options = Mapping[str, Sequence[Mapping[str, object]]]
"""The sets of options of each analysis, by its key."""

FORMATS = ("docx", "pdf", "rtf", "html")
"""Reports a plan can ask for; workbook, figures and data are always written."""

_HEAD, _GROUPS = "plan", "group"
_WIDTH = 96


@dataclass(frozen=True)
class Plan:
    """What a plan file says.

    Parameters
    ----------
    options : mapping
        Sets of options by analysis.
    title, house_style, data_cut_off : str
        ``house_style`` is the key of a shipped style or the name of a TOML file
        beside the plan.
    formats : tuple of str
        Of :data:`FORMATS`.
    draft : bool
    event_lists : str
        Text of the lists of events of special interest, "" where it has none.
    """

    options: Options
    title: str = ""
    house_style: str = "sponsor"
    data_cut_off: str = ""
    formats: tuple[str, ...] = ()
    draft: bool = False
    folder: Path = field(default_factory=Path)
    event_lists: str = ""


def read_plan(path: Path) -> Plan:
    """Read and check a plan file, without any data.

    Raises
    ------
    AnalysisError
        If it cannot be read or is no TOML, or naming every analysis and option
        that does not exist or has a value of the wrong kind.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AnalysisError(
            f"The options file {path.name} cannot be read ({error.strerror}). "
            "Check the name and that you may open it."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AnalysisError(
            f"The options file {path.name} is no valid TOML: {error}. Correct that line."
        ) from error
    problems: list[str] = []
    head = _head(content.pop(_HEAD, {}), problems)
    name = str(head.pop("events_of_interest", "") or path.stem)
    lists = _lists(name, content.pop(_GROUPS, None), problems)
    options: dict[str, list[Mapping[str, object]]] = {}
    for key, value in content.items():
        sets = value if isinstance(value, list) else [value]
        if not all(isinstance(s, dict) for s in sets):
            problems.append(f"{key!r} holds a single value; write options under a heading [{key}]")
            continue
        try:
            analysis = catalogue.find(key)
        except AnalysisError as error:
            problems.append(str(error).rstrip("."))
            continue
        for given in sets:
            problems += [f"[{key}] {p}" for p in _problems(analysis, given)]
        options[key] = [{k: _frozen(v) for k, v in given.items()} for given in sets]
    if problems:
        raise AnalysisError(f"The options file {path.name} cannot be used: {'; '.join(problems)}.")
    return Plan(options, event_lists=lists, folder=path.parent, **head)  # type: ignore[arg-type]


def plan_text(
    results: Sequence[Result],
    *,
    title: str = "",
    house_style: str = "sponsor",
    draft: bool = False,
    formats: Sequence[str] = (),
    data_cut_off: str = "",
    event_lists: str = "",
) -> str:
    """Return a plan, with comments, that repeats these results.

    Every option is written with the value it had, the default too, so that the
    plan means the same in a later version of the program; so are the lists of
    events (``event_lists``: text of those of the study) where a result needs them.
    """
    lists = lists_of(event_lists) if any(map(made_with, results)) else None
    lines = [
        "# Analysis plan of Sjögren Desktop. It holds no data of patients.",
        "# Run it in the window (Run, Run a plan), or on the command line:",
        "#     sjogren-desktop run DATA --options THIS_FILE.toml --out FOLDER",
        f"# Written by version {__version__}.",
        "",
        f"[{_HEAD}]",
        f"title = {notation(title)}",
        "# House style of the outputs: sponsor, fda, journal, or a .toml file beside this plan.",
        f"house_style = {notation(house_style)}",
        "# Reports to write besides workbook, figures and data: docx, pdf, rtf, html.",
        f"formats = {notation(list(formats))}",
        "# true marks every page as a draft.",
        f"draft = {notation(draft)}",
        '# Printed under every table when given, such as "2026-02-01".',
        f"data_cut_off = {notation(data_cut_off)}",
    ]
    if lists is not None:
        lines += [
            "# Name of the lists of adverse events of special interest at the end of this plan.",
            f"events_of_interest = {notation(lists.name)}",
        ]
    counts: dict[str, int] = {}
    for result in results:
        counts[result.analysis] = counts.get(result.analysis, 0) + 1
    ordered = sorted(range(len(results)), key=lambda i: list(counts).index(results[i].analysis))
    for place in ordered:
        result = results[place]
        analysis = catalogue.find(result.analysis)
        bars = ("[[", "]]") if counts[result.analysis] > 1 else ("[", "]")
        lines += ["", "", *_comment(f"{analysis.title}. {analysis.question}")]
        lines.append(result.analysis.join(bars))
        for option in analysis.options:
            if option.key in result.options:
                lines += _comment(f"{option.label}: {_help(option)}")
                lines.append(f"{option.key} = {notation(result.options[option.key])}")
    ending = "" if lists is None else f"\n{groups_text(lists.groups)}"
    return "\n".join(lines) + "\n" + ending


def _lists(name: str, given: object, problems: list[str]) -> str:
    """Return the text of the lists of a plan, "" where it has none."""
    if given is None:
        return ""
    try:
        lists = EventLists(name, groups_of(given, "The list of events of the plan"))
    except AnalysisError as error:
        problems.append(str(error).rstrip("."))
        return ""
    problems += [fault.message.rstrip(".") for fault in faults(lists)]
    return lists_text(lists)


def _head(given: object, problems: list[str]) -> dict[str, object]:
    usual = Plan({})
    if not isinstance(given, dict):
        problems.append(f"{_HEAD!r} must be a heading [{_HEAD}]")
        return {}
    found: dict[str, object] = {}
    for key, value in given.items():
        if key == "events_of_interest" and isinstance(value, str):
            found[key] = value
        elif key not in ("title", "house_style", "data_cut_off", "formats", "draft"):
            problems.append(f"[{_HEAD}] {key} is not known")
        elif key == "formats":
            if not isinstance(value, list) or not set(value) <= set(FORMATS):
                problems.append(f"[{_HEAD}] formats: give a list of {', '.join(FORMATS)}")
            else:
                found[key] = tuple(value)
        elif isinstance(value, type(getattr(usual, key))):
            found[key] = value
        else:
            kind = "true or false" if key == "draft" else "a text in quotes"
            problems.append(f"[{_HEAD}] {key}: give {kind}")
    return found


def _problems(analysis: Analysis, given: Mapping[str, object]) -> list[str]:
    """Return what can be seen to be wrong with a set of options without the data."""
    known = {option.key: option for option in analysis.options}
    found = []
    for key, value in given.items():
        if key not in known:
            found.append(f"{key} is not known; known are {', '.join(known)}")
        else:
            wrong = _wrong_kind(known[key], value)
            found += [f"{key}: {wrong}"] if wrong else []
    return found


def _wrong_kind(option: Option, value: object) -> str:
    if isinstance(option, Flag):
        return "" if isinstance(value, bool) else "give true or false"
    if isinstance(option, Number):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        fits = number and option.minimum <= value <= option.maximum  # type: ignore[operator]
        return "" if fits else f"give a number from {option.minimum:g} to {option.maximum:g}"
    if isinstance(option, Scenarios):
        named = isinstance(value, list) and all(isinstance(v, dict) and "name" in v for v in value)
        return "" if named else "give a list of tables, each with a name and its options"
    if isinstance(option, Drawing):
        complete = isinstance(value, dict) and {"names", "weights", "arrows"} <= set(value)
        return "" if complete else "give a table with names, weights and arrows"
    if isinstance(option, Typed):
        width = len(option.columns)
        right = isinstance(value, list) and all(
            isinstance(r, list) and len(r) == width for r in value
        )
        return "" if right else f"give a list of rows of {', '.join(option.columns)}"
    if isinstance(option, Text):
        return "" if isinstance(value, str) else "give a text in quotes"
    if option.many:
        right = isinstance(value, list) and all(isinstance(v, str) for v in value)
        return "" if right else 'give a list of texts, such as ["a", "b"]'
    return "" if isinstance(value, str) else "give a text in quotes"


def _help(option: Option) -> str:
    if isinstance(option, Number):
        limits = f" From {option.minimum:g} to {option.maximum:g}."
        return option.help.rstrip() + limits
    return option.help


def _comment(text: str) -> list[str]:
    """Return a text as lines of comment."""
    return [f"# {line}" for line in wrap(" ".join(text.split()), _WIDTH)]


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
