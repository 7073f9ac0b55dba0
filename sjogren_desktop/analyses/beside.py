"""Work done beside the program: in a process that ends with it, else in the thread that asks.

A thread that computes keeps the interpreter from the window for moments and cannot be
stopped in the middle of a step; a process does neither. The outcome is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar, cast

from sjogren_desktop import crew
from sjogren_desktop.results import Progress
from sjogren_desktop.workers import may_start

NEEDED = (
    "sjogren_desktop.analyses.apart",
    "sjogren_desktop.study.load",
    "sjogren_desktop.study.blinding",
    "sjogren_desktop.study.summary",
    "sjogren_desktop.analyses.patient_scores",
    "sjogren_desktop.analyses.event_finders",
)
"""Modules that a crew loads while it waits for the study: analyses, and what opens one."""

T = TypeVar("T")


class Do(Protocol):
    """Does a function of a module, which takes ``arguments`` and then a progress callable."""

    def __call__(
        self, function: Callable[..., T], *arguments: object, progress: Progress, said: str = ""
    ) -> T:
        """Return what the function returns; ``said`` is told until it tells something itself."""


def here(function: Callable[..., T], *arguments: object, progress: Progress, said: str = "") -> T:
    """Do it in this thread."""
    return function(*arguments, progress)


def apart(function: Callable[..., T], *arguments: object, progress: Progress, said: str = "") -> T:
    """Do it in a process, or here where none can be started; what ``progress`` raises ends it."""
    from sjogren_desktop.study.scratch import remove_leftovers

    if may_start():
        try:
            with crew.Crew(1, load=NEEDED) as team, suppress(crew.NotStarted):
                work = team.submit(_do, function, arguments)
                return cast("T", crew.follow(work, progress, said))
        finally:
            remove_leftovers()  # of a process that was stopped
    return here(function, *arguments, progress=progress)


def _do(function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
    """Run in the process."""
    return function(*arguments, crew.progress)
