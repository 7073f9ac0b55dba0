"""Fixtures of the window's tests: fakes injected, dialogs recorded, no thread left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import errors, files, tasks, theme
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import UnlockDialog
from tests.gui import fakes


@pytest.fixture(autouse=True)
def _no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "qapp" in request.fixturenames:
        assert tasks.shut_down(), "background work went on after the test"


@pytest.fixture(autouse=True)
def _light(request: pytest.FixtureRequest) -> Iterator[None]:
    """Begin and leave with the light scheme and texts of usual size, for tests elsewhere too."""
    _make_usual(request)
    yield
    _make_usual(request)


def _make_usual(request: pytest.FixtureRequest) -> None:
    if "qapp" in request.fixturenames:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, "light")
        theme.set_text_size(application, 100)


@pytest.fixture
def bare_window(qtbot: QtBot) -> QWidget:
    """A window with nothing in it, for dialogs."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Faults that would have opened the dialog."""
    seen: list[BaseException] = []

    def note(error: BaseException, parent: QWidget | None) -> None:
        seen.append(error)

    monkeypatch.setattr(errors, "show_fault", note)
    return seen


class Dialogs:
    """Answers file dialogs with the path set, and notes which were asked."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.asked: list[str] = []

    def choose_study_files(
        self, parent: QWidget, folder: str, patterns: object, chosen: Callable[[list[str]], None]
    ) -> None:
        self.asked.append("files")
        if self.answer is not None:
            chosen([str(self.answer)])

    def _one(self, kind: str, chosen: Callable[[str], None]) -> None:
        self.asked.append(kind)
        if self.answer is not None:
            chosen(str(self.answer))

    def choose_study_folder(
        self, parent: QWidget, folder: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("folder", chosen)

    def choose_export_folder(
        self, parent: QWidget, folder: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("export folder", chosen)

    def choose_deidentified_folder(
        self, parent: QWidget, folder: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("de-identified folder", chosen)

    def choose_workbook(
        self, parent: QWidget, suggested: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("workbook", chosen)

    def choose_report(
        self, parent: QWidget, kind: str, suggested: str, chosen: Callable[[str], None]
    ) -> None:
        self._one(kind, chosen)

    def choose_picture(
        self, parent: QWidget, suggested: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("picture", chosen)

    def choose_plan(self, parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
        self._one("plan", chosen)

    def choose_plan_name(
        self, parent: QWidget, suggested: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("plan name", chosen)

    def choose_style(self, parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
        self._one("style", chosen)

    def choose_page(self, parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
        self._one("page", chosen)

    def choose_study_file(
        self, parent: QWidget, folder: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("study file", chosen)

    def choose_new_study_file(
        self, parent: QWidget, folder: str, title: str, chosen: Callable[[str], None]
    ) -> None:
        self._one(title, chosen)

    def choose_mapping(
        self, parent: QWidget, suggested: str, chosen: Callable[[str], None]
    ) -> None:
        self._one("mapping", chosen)


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    """File dialogs replaced by answers."""
    made = Dialogs()
    for name in (
        "choose_study_files",
        "choose_study_folder",
        "choose_export_folder",
        "choose_workbook",
        "choose_study_file",
        "choose_new_study_file",
        "choose_page",
        "choose_report",
        "choose_style",
        "choose_plan",
        "choose_plan_name",
        "choose_picture",
        "choose_deidentified_folder",
        "choose_mapping",
    ):
        monkeypatch.setattr(files, name, getattr(made, name))
    return made


@pytest.fixture
def desk() -> fakes.Desk:
    """What the fake analyses are told."""
    return fakes.Desk()


@pytest.fixture
def window(
    qtbot: QtBot, desk: fakes.Desk, dialogs: Dialogs, faults: list[BaseException]
) -> MainWindow:
    """The main window on fake analyses."""
    made = MainWindow(run=desk.run, open_study=desk.open)
    qtbot.addWidget(made)
    made.set_analyses((fakes.MMRM, fakes.ANCOVA, fakes.NEEDS_LABORATORY, fakes.OVERVIEW))
    made.show()
    return made


def type_passphrase(window: MainWindow, qtbot: QtBot, passphrase: str) -> None:
    """Type a passphrase and a name into the dialog that asks for them, once it is there."""
    qtbot.waitUntil(lambda: isinstance(window.keeper.asking.dialog, UnlockDialog), timeout=60_000)
    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, UnlockDialog)
    dialog.panel.passphrase.setText(passphrase)
    dialog.panel.who.setText("Bea")
    qtbot.keyClick(dialog.panel.passphrase, Qt.Key.Key_Return)
