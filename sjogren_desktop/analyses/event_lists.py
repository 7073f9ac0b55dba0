"""Lists of adverse events of special interest: their groups, as a file and under a name.

A list is a plain TOML file, described in the head of ``resources/events_of_interest.toml``.
A study may have lists of its own (:attr:`.study.data.StudyData.event_lists`, the text of
such a file), made in the program or opened; where it has none, those that come with the
program hold. Results name the lists they were made with, and a fingerprint: the first 12
digits of the SHA-256 of what is looked for, so that comments and layout do not change it.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sjogren_desktop.formats import notation
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError

TERMS, EXCEPT = "terms", "except"
WHOLE: Mapping[str, tuple[str, ...]] = {
    "exact": ("AEDECOD", "AETERM"),
    "lowest_level": ("AELLT",),
    "reported": ("AETERM",),
    "high_level": ("AEHLT",),
    "group_level": ("AEHLGT",),
    "classes": ("AESOC", "AEBODSYS"),
}
"""What is compared with a whole text, and the variables it stands in, the preferred first."""
KINDS: Mapping[str, str] = {
    TERMS: "Preferred term: a word begins with",
    "exact": "Preferred term: the whole term is",
    "lowest_level": "Lowest level term: the whole term is",
    "reported": "Reported term: the whole text is",
    "high_level": "High level term: the whole term is",
    "group_level": "High level group term: the whole term is",
    "classes": "System organ class: the whole name is",
    EXCEPT: "Leave out: a word of the term begins with",
}
"""What an entry of a group can be."""
_FIELDS = {"key", "title", "only", "within", *KINDS}
_UNNAMED = "Lists without a name"
_HEAD = """\
# Adverse events of special interest: which terms belong to which group.
# terms: a word of the preferred term begins so; exact and what follows it: the
# whole text is so; except: left out again. * stands for any letters, ? for one.
"""


@dataclass(frozen=True)
class Interest:
    """One group: what to look for.

    ``entries`` are pairs of a key of :data:`KINDS` and a text, in which ``*`` stands
    for any letters and ``?`` for one. ``column`` names a variable that the data define
    the group by, ``exact`` has variables with the texts that belong, in capitals: a list
    opened together with the data.
    """

    key: str
    title: str
    entries: tuple[tuple[str, str], ...] = ()
    serious: bool = False
    within: str = ""
    column: str = ""
    exact: tuple[tuple[str, frozenset[str]], ...] = ()

    def texts(self, kind: str) -> tuple[str, ...]:
        """Return the texts of one kind of entry."""
        return tuple(text for of, text in self.entries if of == kind)


@dataclass(frozen=True)
class EventLists:
    """The groups of one file, under its name."""

    name: str
    groups: tuple[Interest, ...]

    @property
    def fingerprint(self) -> str:
        """The first 12 digits of the SHA-256 of what is looked for."""
        return hashlib.sha256(groups_text(self.groups).encode()).hexdigest()[:12]

    @property
    def named(self) -> str:
        """Name and fingerprint, as results tell them."""
        return f"{self.name} (fingerprint {self.fingerprint})"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a group, or with one of its entries, by their places."""

    group: int
    entry: int | None
    message: str


def shipped() -> EventLists:
    """Return the lists that come with the program."""
    return _read(resource_path("events_of_interest.toml").read_text(encoding="utf-8"), "")


def lists_of(text: str) -> EventLists:
    """Return the lists of a text, those that come with the program where it is empty."""
    return _read(text, "of the study") if text else shipped()


def read_lists(path: Path) -> EventLists:
    """Read a file of lists.

    Raises
    ------
    AnalysisError
        If it cannot be read, or a group is not as described in the head of the file that
        comes with the program.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AnalysisError(
            f"The list of events of interest {path.name} cannot be read: {error}. Correct it."
        ) from error
    return _read(text, path.name)


def lists_text(lists: EventLists) -> str:
    """Return lists as the text of a file, which reads back as they are."""
    return f"{_HEAD}\ntitle = {notation(lists.name)}\n{groups_text(lists.groups)}"


def groups_text(groups: Iterable[Interest]) -> str:
    """Return groups in the notation of a file."""
    lines: list[str] = []
    for group in groups:
        lines += ["", "[[group]]", f"key = {notation(group.key)}"]
        lines.append(f"title = {notation(group.title)}")
        if group.within:
            lines.append(f"within = {notation(group.within)}")
        if group.serious:
            lines.append('only = "serious"')
        for kind in KINDS:
            if texts := group.texts(kind):
                lines += [f"{kind} = [", *(f"  {notation(text)}," for text in texts), "]"]
    return "\n".join(lines) + "\n"


def groups_of(entries: object, where: str) -> tuple[Interest, ...]:
    """Return the groups of the tables ``[[group]]`` of a TOML file.

    Raises
    ------
    AnalysisError
        If a group is not as described, naming the file by ``where``.
    """
    found: list[Interest] = []
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise AnalysisError(f"{where} must have its groups under headings [[group]].")
    for entry in entries:
        unknown = sorted(set(entry) - _FIELDS)
        if unknown or not {"key", "title"} <= set(entry):
            raise AnalysisError(
                f"{where} has a group with "
                f"{'unknown entries ' + ', '.join(unknown) if unknown else 'no key or title'}. "
                f"Known entries are {', '.join(sorted(_FIELDS))}."
            )
        title = str(entry["title"])
        lists = {kind: entry.get(kind, []) for kind in KINDS}
        if wrong := [k for k, v in lists.items() if not _is_list_of_texts(v)]:
            raise AnalysisError(
                f"{where}, group {title!r}: {wrong[0]} must be a list of texts, such as "
                '["first", "second"].'
            )
        known = {g.key for g in found}
        if entry["key"] in known or entry.get("within", "") not in {"", *known}:
            raise AnalysisError(
                f"{where} has the group {entry['key']!r} twice, or within a group that does not "
                "stand above it."
            )
        if entry.get("only", "serious") != "serious":
            raise AnalysisError(f'{where}, group {title!r}: only can be "serious".')
        pairs = ((k, " ".join(t.split())) for k, texts in lists.items() for t in texts)
        found.append(
            Interest(
                str(entry["key"]),
                title,
                tuple(pairs),
                "only" in entry,
                str(entry.get("within", "")),
            )
        )
    return tuple(found)


def faults(lists: EventLists) -> tuple[Fault, ...]:
    """Return what is wrong with lists that are being edited."""
    found: list[Fault] = []
    titles = [group.title.strip().upper() for group in lists.groups]
    above: set[str] = set()
    for g, group in enumerate(lists.groups):
        if not titles[g]:
            found.append(Fault(g, None, "The group has no name. Give it one."))
        elif titles.index(titles[g]) < g:
            found.append(Fault(g, None, f"There are two groups {group.title!r}. Rename one."))
        if group.within and group.within not in above:
            found.append(
                Fault(g, None, f"{group.title!r} lies within a group that is not above it.")
            )
        if not group.within and not any(kind != EXCEPT for kind, _ in group.entries):
            found.append(Fault(g, None, f"{group.title!r} looks for nothing. Add a term."))
        above.add(group.key)
        seen: set[tuple[str, str]] = set()
        for e, (kind, text) in enumerate(group.entries):
            if not re.sub(r"[*?\s]", "", text):
                what = "is empty" if not text.strip() else f"{text!r} would find every event"
                found.append(Fault(g, e, f"An entry of {group.title!r} {what}. Write a term."))
            elif (kind, text.upper()) in seen:
                found.append(Fault(g, e, f"{text!r} stands twice in {group.title!r}."))
            seen.add((kind, text.upper()))
    if not lists.groups:
        found.append(Fault(-1, None, "There is no group. Add one, or go back to those shipped."))
    return tuple(found)


def difference(old: EventLists, new: EventLists) -> str:
    """Return in words what was changed from one state of lists to another, "" if nothing was."""
    parts = [] if old.name == new.name else [f"name {old.name!r} to {new.name!r}"]
    before, after = ({g.key: g for g in lists.groups} for lists in (old, new))
    parts += [f"removed {g.title!r}" for key, g in before.items() if key not in after]
    for key, group in after.items():
        was = before.get(key)
        if was is None:
            parts.append(f"added {group.title!r} ({len(group.entries)} entries)")
        elif was != group:
            parts.append(f"{group.title!r}: {'; '.join(_changes(was, group))}")
    kept = [[key for key in lists if key in before and key in after] for lists in (before, after)]
    if kept[0] != kept[1]:
        parts.append("order of the groups")
    return ". ".join(parts)


def new_key(title: str, groups: Sequence[Interest]) -> str:
    """Return an identifier for a new group that none of the groups has."""
    stem = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or "group"
    taken = {group.key for group in groups}
    names = [stem, *(f"{stem}_{n}" for n in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _changes(was: Interest, now: Interest) -> list[str]:
    lines = [] if was.title == now.title else [f"renamed from {was.title!r}"]
    if was.within != now.within:
        lines.append(f"within {now.within or 'no group'} (was {was.within or 'no group'})")
    if was.serious != now.serious:
        lines.append("serious events alone" if now.serious else "not serious events alone")
    for sign, one, other in (("+", now, was), ("-", was, now)):
        lines += [f"{sign} {of} {t!r}" for of, t in one.entries if (of, t) not in other.entries]
    return lines or ["order of the entries"]


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)


@lru_cache(maxsize=16)
def _read(text: str, name: str) -> EventLists:
    where = f"The list of events of interest {name}".rstrip()
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AnalysisError(f"{where} cannot be read: {error}. Correct it.") from error
    title = content.get("title", "")
    return EventLists(
        " ".join(str(title).split()) or (Path(name).stem or _UNNAMED),
        groups_of(content.get("group", []), where),
    )
