"""Groups of adverse events of special interest: read from a plain file, matched by words.

The lists are in ``resources/events_of_interest.toml``, which explains itself and may be
edited. Groups that the data define (custom queries CQzzNAM, standardised queries
SMQzzNAM, filled from the user's own dictionary) are added to them, and the lists of
terms that the user opens together with the data (SI.5).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses.ae_counts import CLASSES, filled
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Events,
    Mask,
    among,
    of_category,
    upper,
)
from sjogren_desktop.analyses.spec import Item
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

_QUERY = re.compile(r"(?:CQ|SMQ)\d\dNAM")
_FIELDS = {"key", "title", "terms", "except", "classes", "only", "within"}


@dataclass(frozen=True)
class Interest:
    """One group: what to look for, as the file of groups describes it."""

    key: str
    title: str
    terms: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    serious: bool = False
    within: str = ""
    column: str = ""
    exact: tuple[tuple[str, frozenset[str]], ...] = ()
    """Variables with the texts that belong, in capitals: a list of the user."""


def shipped_groups() -> tuple[Interest, ...]:
    """Return the groups of the file that comes with the program."""
    return read_groups(resource_path("events_of_interest.toml"))


def read_groups(path: Path) -> tuple[Interest, ...]:
    """Read a file of groups.

    Raises
    ------
    AnalysisError
        If it cannot be read, or a group is not as described in the file's head.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AnalysisError(
            f"The list of events of interest {path.name} cannot be read: {error}. Correct it."
        ) from error
    found: list[Interest] = []
    for entry in content.get("group", []):
        unknown = sorted(set(entry) - _FIELDS)
        known = {g.key for g in found}
        if unknown or not {"key", "title"} <= set(entry):
            raise AnalysisError(
                f"The list of events of interest {path.name} has a group with "
                f"{'unknown entries ' + ', '.join(unknown) if unknown else 'no key or title'}. "
                f"Known entries are {', '.join(sorted(_FIELDS))}."
            )
        if entry["key"] in known or entry.get("within", "") not in {"", *known}:
            raise AnalysisError(
                f"The list of events of interest {path.name} has the group {entry['key']!r} twice, "
                "or within a group that does not stand above it."
            )
        found.append(
            Interest(
                str(entry["key"]),
                str(entry["title"]),
                tuple(str(t) for t in entry.get("terms", ())),
                tuple(str(t) for t in entry.get("except", ())),
                tuple(str(t).upper() for t in entry.get("classes", ())),
                entry.get("only") == "serious",
                str(entry.get("within", "")),
            )
        )
    return tuple(found)


def queries(study: StudyData) -> tuple[Interest, ...]:
    """Return the groups that the user's lists and the data themselves define."""
    frame = study.of_kind("ADAE")[0].frame
    found = list(term_lists(study))
    for column in frame.columns:
        if _QUERY.fullmatch(column):
            names = frame[column].dropna().unique()
            found += [
                Interest(f"{column}:{name}", f"{name} ({column})", column=column)
                for name in sorted(str(n) for n in names)
            ]
    return tuple(found)


_LIST_NAMES = (
    *("GRPNAME", "SMQ_NAME", "SMQNAME", "SMQNAM", "SMQ"),
    *("QUERY", "QUERYNAM", "GROUP", "AESI"),
)
_LIST_TERMS = (
    *("TERMCHAR", "TERMNAME", "PT_NAME", "PTNAME", "PT"),
    *("AEDECOD", "PREFERRED_TERM", "TERM"),
)
_NARROW = frozenset({"NARROW", "N", "2"})


def term_lists(study: StudyData) -> tuple[Interest, ...]:
    """Return the groups of lists of terms that were opened together with the data.

    A list has no subjects, one column that names the group and one with a term a
    row; SRCVAR may name the variable the term is looked for in (else AEDECOD), and
    SCOPE which terms are narrow (then there are two groups). Nothing of a licensed
    dictionary comes with the program: the files are the user's.
    """
    found: list[Interest] = []
    for dataset in study.datasets:
        frame = dataset.frame
        name = filled(frame, _LIST_NAMES)
        term = next((c for c in _LIST_TERMS if c in frame and c != name), None)
        if "USUBJID" in frame or name is None or term is None:
            continue
        texts, variables = upper(frame, term), upper(frame, "SRCVAR")
        scope = upper(frame, "SCOPE")
        names = frame[name].astype("object").map(lambda v: " ".join(str(v).split()))
        for group in dict.fromkeys(names[frame[name].notna()]):
            mine = np.asarray(names == group, dtype=bool) & (texts != "")
            narrow = mine & np.isin(scope.astype(str), list(_NARROW))
            parts = [("", mine)]
            if narrow.any() and (mine & ~narrow).any():
                parts = [(" (broad)", mine), (" (narrow)", narrow)]
            for suffix, rows in parts:
                exact = {
                    v or "AEDECOD": frozenset(texts[rows & (variables == v)].tolist())
                    for v in dict.fromkeys(variables[rows].tolist())
                }
                key = f"list:{dataset.name}:{group}{suffix}"
                title = f"{group}{suffix} (list {dataset.name})"
                found.append(Interest(key, title, exact=tuple(exact.items())))
    return tuple(found)


GROUP = "group:"
"""Before the key of a group, where it is chosen beside the kinds of adverse events."""


def event_items(study: StudyData) -> tuple[Item, ...]:
    """Return what events can be chosen from: the kinds of adverse events, then the groups."""
    frame = study.of_kind("ADAE")[0].frame
    kinds = [Item(k, c.label) for k, c in CATEGORIES.items() if c.available(frame)]
    groups = [Item(GROUP + g.key, g.title) for g in (*queries(study), *shipped_groups())]
    return (*kinds, *groups)


def chosen_events(study: StudyData, events: Events, event: str) -> tuple[Events, str]:
    """Return the events of a kind or a group, as :func:`event_items` names it, and its title."""
    if not event.startswith(GROUP):
        return of_category(events, event), CATEGORIES[event].label
    known = (*queries(study), *shipped_groups())
    interest = next(g for g in known if g.key == event.removeprefix(GROUP))
    return events.where(members(events.frame, interest, known)), interest.title


def members(frame: pd.DataFrame, group: Interest, groups: tuple[Interest, ...]) -> Mask:
    """Say which events belong to a group (``groups`` has those it may lie within)."""
    if group.column:
        name = group.key.split(":", 1)[1]
        return np.asarray(frame[group.column].astype("object") == name, dtype=bool)
    mask = np.zeros(len(frame), dtype=bool)
    for variable, texts in group.exact:
        mask |= among(frame, variable, texts)
    if group.within:
        mask = members(frame, next(g for g in groups if g.key == group.within), groups)
    if group.terms or group.classes:
        own = _by_class(frame, group) | _by_term(frame, group)
        mask = mask & own if group.within else own
    if group.serious:
        mask = mask & CATEGORIES["serious"].test(frame)
    return mask


def _by_class(frame: pd.DataFrame, group: Interest) -> Mask:
    column = filled(frame, CLASSES)
    if column is None or not group.classes:
        return np.zeros(len(frame), dtype=bool)
    return _matches(frame[column], lambda text: text.upper() in group.classes)


def _by_term(frame: pd.DataFrame, group: Interest) -> Mask:
    if not group.terms:
        return np.zeros(len(frame), dtype=bool)
    wanted, unwanted = _pattern(group.terms), _pattern(group.without)

    def belongs(text: str) -> bool:
        return bool(wanted.search(text)) and not (group.without and unwanted.search(text))

    found = np.zeros(len(frame), dtype=bool)
    empty = np.ones(len(frame), dtype=bool)
    for column in ("AEDECOD", "AETERM"):
        if column in frame:
            found |= _matches(frame[column], belongs) & empty
            empty &= frame[column].isna().to_numpy(dtype=bool)
    return found


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the terms at the start of a word."""
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, terms)) + ")", re.IGNORECASE)


def _matches(column: pd.Series, test: object) -> Mask:
    """Apply a test to each distinct text once."""
    import pandas as pd

    assert callable(test)
    codes, distinct = pd.factorize(column.astype("object"))
    hits = np.array([bool(test(" ".join(str(t).split()))) for t in distinct] + [False])
    return np.asarray(hits[codes], dtype=bool)
