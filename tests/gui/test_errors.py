"""Faults of the program: one dialog, whichever thread they come from."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop import __version__
from sjogren_desktop.gui import errors
from sjogren_desktop.gui.errors import FaultDialog, FaultHook


def caught() -> ZeroDivisionError:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_that_the_detail_names_version_and_place(qtbot: QtBot) -> None:
    detail = errors.detail_of(caught())

    assert f"Sjögren Desktop {__version__}" in detail
    assert "test_errors.py" in detail
    assert "ZeroDivisionError: division by zero" in detail


def test_that_the_dialog_does_not_block_and_its_detail_can_be_copied(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    errors.show_fault(caught(), window)

    dialog = window.findChild(FaultDialog, "fault_dialog")
    assert isinstance(dialog, FaultDialog)
    detail = dialog.findChild(QPlainTextEdit, "fault_detail")
    assert isinstance(detail, QPlainTextEdit)
    copy = next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text())
    copy.click()
    assert "division by zero" in QGuiApplication.clipboard().text()
    dialog.close()


def test_that_what_is_printed_quotes_no_value(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    try:
        int("SUBJECT 1001")
    except ValueError as error:
        errors.show_fault(error, window)

    printed = capsys.readouterr().err
    assert "ValueError" in printed
    assert "test_errors.py" in printed
    assert "1001" not in printed
    window.findChild(FaultDialog, "fault_dialog").close()


def test_that_the_hook_posts_faults_of_any_thread_to_the_gui_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[tuple[BaseException, threading.Thread]] = []

    def note(error: BaseException, parent: QWidget | None) -> None:
        seen.append((error, threading.current_thread()))

    monkeypatch.setattr(errors, "show_fault", note)
    hook, error = FaultHook(window), caught()

    thread = threading.Thread(target=hook.hook, args=(type(error), error, None))
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [(error, threading.main_thread())]


def test_that_the_interrupt_key_keeps_its_meaning(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, faults: list[BaseException]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    passed: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *given: passed.append(given[0]))

    FaultHook(window).hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(10)

    assert passed == [KeyboardInterrupt]
    assert faults == []
