"""Pages of text: what the program is, and the help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop import __version__
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.beside_window import bring_forward, show_beside
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.help_window import HelpWindow
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.page_view import PageView
from sjogren_desktop.paths import resource_path

_ABOUT = marked("""# Sjögren Desktop {version}

Analyses Sjögren's disease trials on your own computer: change from baseline,
responders, safety, with the methods written beside every result.

Not a medical device; results support, and do not replace, the judgement of a
trained reader.
""")


class PagesDialog(QDialog):
    """Shows one or more pages of Markdown."""

    def __init__(self, title: str, pages: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pages_dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tabs = QTabWidget()
        for name, text in pages.items():
            page = PageView()
            page.setAccessibleName(name)
            page.setFrameShape(QFrame.Shape.NoFrame)  # the tab has one
            page.show_page(text)
            self._tabs.addTab(page, name)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(self._tabs)
        layout.addWidget(buttons)
        width = 90 * self.fontMetrics().averageCharWidth()
        begin_with(self, width, round(0.7 * width))


def show_about(parent: QWidget) -> None:
    """Show version, licence and changes."""
    root = resource_path().parent
    pages = {tr("About"): tr(_ABOUT, version=__version__)}
    changes = tr("Changes")
    for name, candidates in (
        (changes, (resource_path("CHANGELOG.md"), root / "CHANGELOG.md")),
        (tr("Licence"), (resource_path("LICENSE"), root / "LICENSE")),
        (tr("Third parties"), (resource_path("THIRD-PARTY.txt"),)),
    ):
        text = _first(candidates)
        if text:
            pages[name] = text if name == changes else _verbatim(text)
    show_beside(PagesDialog(tr("About Sjögren Desktop"), pages, parent))


def show_pages(title: str, pages: dict[str, str], parent: QWidget) -> None:
    """Show pages of Markdown about the study by their names."""
    show_beside(PagesDialog(title, pages, parent), of_study=True)


def _verbatim(text: str) -> str:
    """Return a text as Markdown that is shown as it stands, whatever marks it holds."""
    fence = "`" * 12
    return f"{fence}\n{text}\n{fence}"


def show_help(parent: QWidget, page: str = "") -> None:
    """Show the help, at a page if one is named; one window of it is enough."""
    shown = bring_forward(parent, HelpWindow)
    if shown is None:
        HelpWindow(parent, page=page).show()
    elif page:
        shown.show_page(page)


def _first(candidates: tuple[Path, ...]) -> str:
    for path in candidates:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return ""
