"""The Export menu: what is written, in which format, and in whose house style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui import files
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.settings import Settings

if TYPE_CHECKING:
    from sjogren_desktop.analyses.plan import Plan

KINDS = {
    ".xlsx": (
        "workbook",
        marked("&Excel workbook\u2026"),
        marked("numbers in full beside the table to read"),
    ),
    ".docx": ("docx", marked("&Word document\u2026"), marked("titles and footnotes on every page")),
    ".pdf": (
        "pdf",
        marked("&PDF report\u2026"),
        marked("with contents; fonts embedded, figures as vectors"),
    ),
    ".rtf": ("rtf", marked("&RTF document\u2026"), marked("as study reports exchange tables")),
    ".html": ("html", marked("We&b page\u2026"), marked("one file to read in a browser")),
}
"""Name of the action, text and what it is good for, by the end of the file's name."""

OWN_STYLE = "own"


@dataclass(frozen=True)
class Wish:
    """What the user wants written: ``suffix`` is the format, "" everything to a folder.

    With ``run_first`` every analysis is run before.
    """

    suffix: str
    all_results: bool
    run_first: bool = False


class ExportMenu(QMenu):
    """Emits what is wanted; keeps the house style and the mark of a draft."""

    wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(tr("E&xport"), parent)
        self.setObjectName("menu_export")
        self.setToolTipsVisible(True)
        self._settings = settings
        self._plan: Plan | None = None
        self.entries: dict[str, QAction] = {}
        for suffix, (name, text, what) in KINDS.items():
            good = tr(what)
            self._add(
                self,
                f"export_{name}",
                tr(text),
                Wish(suffix, False),
                tr("The result shown: {good}", good=good),
            )
        self.entries["export_workbook"].setShortcut(QKeySequence("Ctrl+E"))
        self.addSeparator()
        every = self.addMenu(tr("&All results in one file"))
        every.setToolTipsVisible(True)
        for suffix, (name, text, what) in KINDS.items():
            tip = tr("All results run so far: {good}", good=tr(what))
            self._add(every, f"export_all_{name}", tr(text), Wish(suffix, True), tip)
        tip = tr("All results: workbook, each figure as PNG, SVG and PDF, and the numbers as data")
        self._add(self, "export_all", tr("E&verything to a folder\u2026"), Wish("", True), tip)
        self.entries["export_all"].setShortcut(QKeySequence("Ctrl+Shift+E"))
        tip = tr("Run every analysis for every study and pooled, then write all tables and figures")
        whole = Wish("", True, run_first=True)
        self._add(self, "whole_set", tr("R&un all and export everything\u2026"), whole, tip)
        self.addSeparator()
        self._styles = QActionGroup(self)
        self._build_styles(self.addMenu(tr("&House style")))
        self._draft = QAction(tr("Mark as &draft"), self)
        self._draft.setObjectName("action_draft")
        self._draft.setCheckable(True)
        self._draft.setToolTip(tr("Write DRAFT on every page until this is taken away"))
        self.addAction(self._draft)
        self.entries["draft"] = self._draft

    @property
    def look(self) -> Look:
        """What is chosen here, or by the plan that was run last."""
        plan = self._plan
        return Look(
            self._style_used,
            self._draft.isChecked(),
            plan.data_cut_off if plan else "",
            plan.formats if plan else (),
        )

    def follow(self, plan: Plan | None) -> None:
        """Export as a plan says until something else is chosen; None: as chosen before."""
        if plan is None and self._plan is None:
            return
        self._plan = plan
        self._draft.setChecked(plan is not None and plan.draft)
        self._show_style()

    @property
    def _style_used(self) -> str:
        if self._plan is None:
            return self._settings.house_style
        style = self._plan.house_style
        return str(self._plan.folder / style) if style.endswith(".toml") else style

    def set_enabled(self, has_result: bool) -> None:
        """Let something be written, or not, because there is nothing yet."""
        for name, action in self.entries.items():
            if name.startswith("export_"):
                action.setEnabled(has_result)

    def _add(self, menu: QMenu, name: str, text: str, wish: Wish, tip: str) -> None:
        action = QAction(text, self)
        action.setObjectName(f"action_{name}")
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.setData(wish)
        action.triggered.connect(self._emit)
        menu.addAction(action)
        self.entries[name] = action

    def _build_styles(self, menu: QMenu) -> None:
        from sjogren_desktop.export.house import shipped

        menu.setToolTipsVisible(True)
        for key, name in shipped().items():
            self._style(menu, key, tr(name), tr("How numbers, titles and pages of exports look"))
        tip = tr("Use a style file of your own; sponsor.toml of the program explains every line")
        self._style(menu, OWN_STYLE, tr("&Own style file\u2026"), tip)
        self._show_style()
        self._styles.triggered.connect(self._choose_style)

    def _style(self, menu: QMenu, key: str, text: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action_style_{key}")
        action.setCheckable(True)
        action.setToolTip(tip)
        action.setData(key)
        self._styles.addAction(action)
        menu.addAction(action)
        self.entries[f"style_{key}"] = action
        return action

    @Slot()
    def _emit(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.wanted.emit(action.data())

    @Slot(QAction)
    def _choose_style(self, action: QAction) -> None:
        if action.data() != OWN_STYLE:
            self._take_style(action.data())
            return
        self._show_style()  # until a file is chosen the style stays as it was
        parent = self.parentWidget()
        assert parent is not None
        files.choose_style(parent, str(Path(self._settings.house_style).parent), self._take_style)

    @Slot(str)
    def _take_style(self, chosen: str) -> None:
        self._settings.house_style = chosen
        if self._plan is not None:
            self._plan = replace(self._plan, house_style=chosen, folder=Path())
        self._show_style()

    def _show_style(self) -> None:
        """Tick the style that is used."""
        used = self._style_used
        key = OWN_STYLE if used.endswith(".toml") else used
        self.entries.get(f"style_{key}", self._styles.actions()[0]).setChecked(True)
