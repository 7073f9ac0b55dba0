"""Every fixed text of the window is translated, and has room where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.study.data import StudyData
from tests.dialogs import every_dialog
from tests.e2e.pseudo import NAMES, Pseudo, action_texts, askew, clipped, outside, pseudo, texts

RECORD = re.compile(
    r"/(score_domain|findings_|domain_|composed_card|help_|patient_text|course_)"
    r"|/(option|bar)_\w+[/,].*(item|entry|tooltip): "
    r"|Scroll (Left|Right)$"
)
"""Widgets of wording that stays English: definitions of instruments, the estimand as it is
printed with every result, pages of the help; what can be chosen in a form, which is put
together with names of the data, translated as far as it was collected; and arrows of Qt's own
tab bars."""

FILES = ("study.sjd", "lab.csv", "H1", "H2")
"""Of the dialogs shown."""

ACTIONS = frozenset(
    {
        # Each language is called by its own name; the rest is the menu of a pyqtgraph plot.
        "&English", "&Deutsch (Entwurf, ungeprüft)", "&Français (ébauche, non révisée)",
        "Export", "Export...",
    }
)  # fmt: skip


@pytest.fixture(autouse=True)
def _pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


class Walk:
    """Collects the texts that are not translated, and the clipped ones, of what it looks at."""

    def __init__(
        self,
        settle: Callable[[], None],
        wait: Callable[[Callable[[], bool]], object],
        is_data: Callable[[str], bool],
    ) -> None:
        self._settle, self._wait, self._is_data = settle, wait, is_data
        self.found: set[str] = set()
        self.short: set[str] = set()
        self.askew: set[str] = set()

    def look(self, widget: QWidget) -> None:
        """Look at a widget as it is now, and at all inside it."""
        self._settle()
        for where, text in texts(widget):
            rest = outside(text)
            if rest and not self._is_data(rest) and not RECORD.search(f"/{where}: {rest}"):
                self.found.add(f"{where}: {rest}")
        self.short.update(clipped(widget))
        self.askew.update(askew(widget))

    def tabs(self, window: MainWindow) -> None:
        """Go through the tabs and the tabs in them, then through the forms of all questions."""
        for place in range(window.tabs.count()):
            window.tabs.setCurrentIndex(place)
            page = window.tabs.widget(place)
            self.look(window)
            for inner in page.findChildren(QTabWidget):
                for at in range(inner.count()):
                    inner.setCurrentIndex(at)
                    self.look(page)
        for panel in window.panels:
            window.tabs.setCurrentWidget(panel)
            for row in range(panel.list.count()):
                panel.list.setCurrentRow(row)
                self.look(panel.form)

    def menus(self, window: MainWindow) -> None:
        """Go through the actions."""
        for kind, text in action_texts(window):
            if outside(text) and text not in ACTIONS:
                self.found.add(f"menu, {kind}: {text}")

    def panels(self, window: MainWindow, folder: Path) -> None:
        """Open dialogs, the tour and the search."""
        for dialog in every_dialog(window, folder, self._wait):
            self.look(dialog)
        window.help_menu.tour.begin()
        for _ in range(5):
            self.look(window.help_menu.tour)
            window.help_menu.tour.next.click()
        window.search()
        self.look(window.finder)
        window.finder.put_away()


def data_of(study: StudyData) -> frozenset[str]:
    """Return the words of a study: names, labels and the texts of its records."""
    words = {study.source, *study.study_ids, *FILES, "Sjögren Desktop"}
    for dataset in study.datasets:
        words |= {dataset.name, *map(str, dataset.frame.columns), *dataset.labels.values()}
        for column in dataset.frame.select_dtypes(["object", "string", "category"]).columns:
            words |= set(map(str, dataset.frame[column].dropna().unique()))
    return frozenset(words) | NAMES


def test_that_the_walk_would_find_a_text_that_is_not_translated() -> None:
    assert outside(pseudo("Open {count} files")) == ""
    assert outside(f"{pseudo('Open')} NEPTUNUS-1") == "NEPTUNUS-1"
    assert len(pseudo("Open files")) >= 1.4 * len("Open files")


def test_that_every_text_is_translated_and_has_room(
    demo_window: MainWindow, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = demo_window
    window.resize(1280, 800)
    assert window.study is not None
    words = data_of(window.study)

    def settle() -> None:
        for _ in range(5):
            qapp.processEvents()

    def is_data(rest: str) -> bool:
        pieces = [rest, *re.split(r"[·,;:()–|]|\s[×-]\s", rest)]
        left = [p.strip() for p in pieces[1:] if any(c.isalpha() for c in p)]
        return rest in words or all(p in words or re.sub(r" \d+$", "", p) in words for p in left)

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=60_000)

    walk = Walk(settle, wait, is_data)
    walk.menus(window)
    walk.tabs(window)
    walk.panels(window, tmp_path)

    assert not walk.found, "not translated:\n" + "\n".join(sorted(walk.found))
    assert not walk.askew, "not in line:\n" + "\n".join(sorted(walk.askew))
    assert not walk.short, "cut off:\n" + "\n".join(sorted(walk.short))
