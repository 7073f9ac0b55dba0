"""Steps of the GUI thread are done one in a turn, and what is dropped is not done."""

from __future__ import annotations

from collections.abc import Iterator
from gc import collect
from weakref import ref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sjogren_desktop.gui.turns import Turns, are_going


def _steps(done: list[int], number: int = 3) -> Iterator[None]:
    for step in range(number):
        done.append(step)
        yield


def test_that_steps_are_done_in_turns_until_they_end(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    turns = Turns(owner)
    turns.start(_steps(done))

    assert (turns.is_busy, done) == (True, [])
    qtbot.waitUntil(lambda: not turns.is_busy)
    assert done == [0, 1, 2]


def test_that_no_step_is_done_after_the_rest_was_dropped(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    turns = Turns(owner)

    def steps() -> Iterator[None]:
        for step in _steps(done):
            if len(done) == 2:
                turns.drop()
            yield step

    turns.start(steps())
    qtbot.waitUntil(lambda: not turns.is_busy)
    qtbot.wait(20)

    assert done == [0, 1]


def test_that_a_view_destroyed_half_made_is_neither_busy_nor_kept(qtbot: QtBot) -> None:
    class View(QObject):
        def steps(self) -> Iterator[None]:
            while self.objectName() == "":
                yield

    told: list[str] = []
    owner = QObject()
    view = View(owner)
    made, kept = Turns(view), ref(view)
    made.start(view.steps(), lambda: told.append("ended"))
    qtbot.wait(5)
    assert are_going()

    del view
    delete(owner)
    collect()

    assert not are_going()
    assert kept() is None
    assert told == []


def test_that_the_end_is_told_once_however_the_steps_end(qtbot: QtBot) -> None:
    told: list[str] = []
    owner = QObject()
    turns = Turns(owner)

    turns.start(_steps([]), lambda: told.append("ended"))
    qtbot.waitUntil(lambda: not turns.is_busy)
    turns.start(_steps([]), lambda: told.append("dropped"))
    turns.start(_steps([]), lambda: told.append("last"))
    assert told == ["ended", "dropped"]
    qtbot.waitUntil(lambda: not turns.is_busy)

    assert told == ["ended", "dropped", "last"]


def test_that_the_end_is_told_when_a_step_fails(qtbot: QtBot) -> None:
    told: list[str] = []
    owner = QObject()
    turns = Turns(owner)

    def steps() -> Iterator[None]:
        yield
        raise ValueError("no")

    with qtbot.captureExceptions() as caught:
        turns.start(steps(), lambda: told.append("over"))
        qtbot.waitUntil(lambda: not turns.is_busy)

    assert told == ["over"]
    assert [str(error) for _, error, _ in caught] == ["no"]
