"""Groups of adverse events of special interest: which there are, and their events.

The lists are those of the study (:mod:`.event_lists`). Groups that the data define
(custom queries CQzzNAM, standardised queries SMQzzNAM, filled from the user's own
dictionary) are added to them, and the lists of terms that the user opens together with
the data (SI.5).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses.ae_counts import filled
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Events,
    Mask,
    among,
    of_category,
    upper,
)
from sjogren_desktop.analyses.event_lists import (
    EXCEPT,
    KINDS,
    TERMS,
    WHOLE,
    Interest,
    lists_of,
)
from sjogren_desktop.analyses.spec import Item
from sjogren_desktop.results import AnalysisError, Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

_QUERY = re.compile(r"(?:CQ|SMQ)\d\dNAM")


def known_groups(study: StudyData) -> tuple[Interest, ...]:
    """Return all groups: of the data, of lists opened with them, and of the lists."""
    return (*queries(study), *lists_of(study.event_lists).groups)


LISTS = "Lists of events"
"""Under which the method of a result names its lists."""


def lists_named(study: StudyData) -> tuple[str, str]:
    """Return which lists a result was made with, for its method."""
    return LISTS, lists_of(study.event_lists).named


def lists_used(study: StudyData, *events: str) -> tuple[tuple[str, str], ...]:
    """Return the same where any of the events chosen is a group, else nothing."""
    return (lists_named(study),) if any(e.startswith(GROUP) for e in events) else ()


def made_with(result: Result) -> str:
    """Return the lists that a result says it was made with, "" where it needed none."""
    return dict(result.method).get(LISTS, "")


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
    return tuple(
        group for dataset in study.datasets for group in list_groups(dataset.name, dataset.frame)
    )


def list_groups(name: str, frame: pd.DataFrame) -> tuple[Interest, ...]:
    """Return the groups of one table of terms, none where it is no such table."""
    group_column = filled(frame, _LIST_NAMES)
    term = next((c for c in _LIST_TERMS if c in frame and c != group_column), None)
    if "USUBJID" in frame or group_column is None or term is None:
        return ()
    found: list[Interest] = []
    texts, variables = upper(frame, term), upper(frame, "SRCVAR")
    scope = upper(frame, "SCOPE")
    names = frame[group_column].astype("object").map(lambda v: " ".join(str(v).split()))
    for group in dict.fromkeys(names[frame[group_column].notna()]):
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
            key = f"list:{name}:{group}{suffix}"
            title = f"{group}{suffix} (list {name})"
            found.append(Interest(key, title, exact=tuple(exact.items())))
    return tuple(found)


def read_terms(path: Path) -> tuple[Interest, ...]:
    """Return the groups of the tables of terms in a file, to be edited from now on.

    Raises
    ------
    AnalysisError
        If it cannot be read, has no table of terms, or looks in a variable that the
        entries of a group cannot name.
    """
    from sjogren_desktop.study.readers import read_file

    found: list[Interest] = []
    for table in read_file(path).tables:
        frame = table.frame.rename(
            columns={c: "_".join(str(c).upper().split()) for c in table.frame.columns}
        )
        coded = frame.select_dtypes("category").columns
        frame = frame.astype(dict.fromkeys(coded, "str"))
        # Blank texts of delimited files are missing, as in data sets.
        frame = frame.loc[:, ~frame.columns.duplicated()].replace(r"^\s*$", np.nan, regex=True)
        name = table.sheet or path.stem
        found += [_editable(group, path.name) for group in list_groups(name, frame)]
    if not found:
        raise AnalysisError(
            f"{path.name} has no table of terms. A column must name the group "
            f"({', '.join(_LIST_NAMES[:5])} ...), another hold one term a row "
            f"({', '.join(_LIST_TERMS[:3])} ...)."
        )
    return tuple(found)


def _editable(group: Interest, file: str) -> Interest:
    """Return a group of a list with entries in place of texts by variable."""
    kinds = {variable: kind for kind, columns in WHOLE.items() for variable in columns[::-1]}
    kinds |= {"AEDECOD": "exact", "AETERM": "reported"}
    unknown = sorted({variable for variable, _ in group.exact} - set(kinds))
    if unknown:
        raise AnalysisError(
            f"{file} looks for terms in {', '.join(unknown)}, which groups cannot name. Known are "
            f"{', '.join(sorted(kinds))}."
        )
    pairs = [(kinds[v], text) for v, texts in group.exact for text in sorted(texts)]
    order = {kind: place for place, kind in enumerate(KINDS)}
    pairs.sort(key=lambda pair: order[pair[0]])
    return Interest(group.key, group.title.rpartition(" (list ")[0], tuple(pairs))


GROUP = "group:"
"""Before the key of a group, where it is chosen beside the kinds of adverse events."""


def event_items(study: StudyData) -> tuple[Item, ...]:
    """Return what events can be chosen from: the kinds of adverse events, then the groups."""
    frame = study.of_kind("ADAE")[0].frame
    kinds = [Item(k, c.label) for k, c in CATEGORIES.items() if c.available(frame)]
    groups = [Item(GROUP + g.key, g.title) for g in known_groups(study)]
    return (*kinds, *groups)


def default_group(study: StudyData, key: str) -> str:
    """Return a group of the lists as an event to choose, all events where it was taken out."""
    return GROUP + key if any(g.key == key for g in known_groups(study)) else "any"


def chosen_events(study: StudyData, events: Events, event: str) -> tuple[Events, str]:
    """Return the events of a kind or a group, as :func:`event_items` names it, and its title."""
    if not event.startswith(GROUP):
        return of_category(events, event), CATEGORIES[event].label
    title = next(g.title for g in known_groups(study) if GROUP + g.key == event)
    return events.where(event_mask(study, events.frame, event)), title


def event_mask(study: StudyData, frame: pd.DataFrame, event: str) -> Mask:
    """Say which adverse events are of a kind or a group, as :func:`event_items` names it."""
    if not event.startswith(GROUP):
        return CATEGORIES[event].test(frame)
    known = known_groups(study)
    return members(frame, next(g for g in known if GROUP + g.key == event), known)


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
    if any(kind != EXCEPT for kind, _ in group.entries):
        own = _found(frame, group)
        mask = mask & own if group.within else own
    if group.texts(EXCEPT):
        mask = mask & ~_by_word(frame, group.texts(EXCEPT))
    if group.serious:
        mask = mask & CATEGORIES["serious"].test(frame)
    return mask


def found_by(frame: pd.DataFrame, kind: str, texts: tuple[str, ...]) -> Mask:
    """Say which events one kind of entry finds, whatever a group leaves out again."""
    if kind in (TERMS, EXCEPT):
        return _by_word(frame, texts)
    whole = _pattern(texts)
    return _in_first(frame, WHOLE[kind], lambda text: bool(whole.fullmatch(text)))


def _found(frame: pd.DataFrame, group: Interest) -> Mask:
    mask = np.zeros(len(frame), dtype=bool)
    for kind in (TERMS, *WHOLE):
        if texts := group.texts(kind):
            mask |= found_by(frame, kind, texts)
    return mask


def _by_word(frame: pd.DataFrame, texts: tuple[str, ...]) -> Mask:
    begins = re.compile(r"(?<!\w)" + _pattern(texts).pattern, re.IGNORECASE)
    return _in_first(frame, WHOLE["exact"], lambda text: bool(begins.search(text)))


def _in_first(frame: pd.DataFrame, columns: tuple[str, ...], test: Callable[[str], bool]) -> Mask:
    """Test the first of the variables that an event has a text in."""
    found = np.zeros(len(frame), dtype=bool)
    empty = np.ones(len(frame), dtype=bool)
    for column in columns:
        if column in frame:
            found |= _matches(frame[column], test) & empty
            empty &= frame[column].isna().to_numpy(dtype=bool)
    return found


def _pattern(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of any of the texts, with ``*`` for any letters and ``?`` for one."""
    parts = (re.escape(t).replace(r"\*", ".*").replace(r"\?", ".") for t in texts)
    return re.compile(f"(?:{'|'.join(parts)})", re.IGNORECASE)


def _matches(column: pd.Series, test: Callable[[str], bool]) -> Mask:
    """Apply a test to each distinct text once."""
    import pandas as pd

    codes, distinct = pd.factorize(column.astype("object"))
    hits = np.array([test(" ".join(str(t).split())) for t in distinct] + [False])
    return np.asarray(hits[codes], dtype=bool)
