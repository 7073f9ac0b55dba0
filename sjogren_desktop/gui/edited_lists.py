"""Lists of events of special interest while they are edited, and how many events they find.

:class:`EditedLists` is what the dialog shows and changes: the lists as they are now, the
group that is chosen, and the changes that can be taken back. It knows no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.analyses.event_lists import EventLists, Interest

_LOOK_IN = (*("AEDECOD", "AETERM", "AELLT", "AEHLT", "AEHLGT", "AESOC", "AEBODSYS", "AESER"),)
_TIMES = "times"


class EditedLists:
    """The lists as they are now, with what can be taken back; every change is one step."""

    def __init__(self, lists: EventLists) -> None:
        self.now = lists
        self.chosen = 0
        """Place of the group whose entries are shown."""
        self._past: list[EventLists] = []
        self._future: list[EventLists] = []

    @property
    def group(self) -> Interest | None:
        """The group chosen, None where there is none."""
        return self.now.groups[self.chosen] if self.now.groups else None

    @property
    def can_undo(self) -> bool:
        """Say whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Say whether a change that was taken back can be made again."""
        return bool(self._future)

    def change(self, lists: EventLists) -> bool:
        """Go over to other lists; return whether they differ."""
        if lists == self.now:
            return False
        self._past.append(self.now)
        self._future.clear()
        self._take(lists)
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self.now)
            self._take(self._past.pop())

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._future:
            self._past.append(self.now)
            self._take(self._future.pop())

    def add_group(self) -> None:
        """Add an empty group of a new name at the end, and choose it."""
        from sjogren_desktop.analyses.event_lists import Interest, new_key

        titles = {g.title for g in self.now.groups}
        number = 1
        while (title := "New group" if number == 1 else f"New group {number}") in titles:
            number += 1
        self._append((Interest(new_key(title, self.now.groups), title),))

    def add_groups(self, read: Sequence[Interest]) -> None:
        """Add groups that were read from a table of terms, and choose the first of them."""
        from sjogren_desktop.analyses.event_lists import new_key

        known, made = list(self.now.groups), []
        for group in read:
            made.append(replace(group, key=new_key(group.title, known)))
            known.append(made[-1])
        self._append(made)

    def drop_group(self) -> None:
        """Remove the group chosen; what lies within it stays, as a fault."""
        if self.group is not None:
            groups = list(self.now.groups)
            del groups[self.chosen]
            self.change(replace(self.now, groups=tuple(groups)))

    def move_group(self, step: int) -> None:
        """Move the group chosen up (-1) or down (1)."""
        groups, to = list(self.now.groups), self.chosen + step
        if 0 <= to < len(groups):
            groups[self.chosen], groups[to] = groups[to], groups[self.chosen]
            self.chosen = to
            self.change(replace(self.now, groups=tuple(groups)))

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Give the group chosen these entries: kinds of comparison and texts."""
        if self.group is not None:
            groups = list(self.now.groups)
            groups[self.chosen] = replace(self.group, entries=tuple(entries))
            self.change(replace(self.now, groups=tuple(groups)))

    def _take(self, lists: EventLists) -> None:
        self.now = lists
        self.chosen = max(0, min(self.chosen, len(lists.groups) - 1))

    def _append(self, made: Sequence[Interest]) -> None:
        self.chosen = len(self.now.groups)
        self.change(replace(self.now, groups=(*self.now.groups, *made)))


def words_of(study: StudyData) -> pd.DataFrame | None:
    """Return the different terms of the adverse events of a study, and how often each is there.

    Takes long in a large study. None without adverse events.
    """
    found = study.of_kind("ADAE")
    if not found:
        return None
    frame = found[0].frame
    columns = [c for c in _LOOK_IN if c in frame]
    if not columns:
        return None
    part = frame[columns].astype("object")
    return part.groupby(columns, dropna=False, sort=False).size().reset_index(name=_TIMES)


class Counts:
    """How many events groups and entries find among the words of a study; kept once counted."""

    def __init__(self, words: pd.DataFrame | None = None) -> None:
        self._words = words
        self._known: dict[object, int] = {}

    def of_group(self, group: Interest, lists: EventLists) -> str:
        """Return the number of events of a group, "" while it is not known or not complete."""
        if self._words is None:
            return ""
        from sjogren_desktop.analyses.interest import members

        above = tuple(g for g in lists.groups if g != group)
        if any(not text for _, text in group.entries) or (
            group.within and all(g.key != group.within for g in above)
        ):
            return ""
        key = (group, tuple(g for g in above if g.key == group.within))
        if key not in self._known:
            mask = members(self._words, group, above)
            self._known[key] = int(self._words.loc[mask, _TIMES].sum())
        return str(self._known[key])

    def of_entry(self, kind: str, text: str) -> str:
        """Return the number of events of one entry, "" while it is not known or not complete."""
        if self._words is None or not text:
            return ""
        from sjogren_desktop.analyses.interest import found_by

        if (kind, text) not in self._known:
            mask = found_by(self._words, kind, (text,))
            self._known[kind, text] = int(self._words.loc[mask, _TIMES].sum())
        return str(self._known[kind, text])
