"""Help that needs no network: guide and method pages, searched by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QPixmap, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.formulas import show_formulas
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.page_view import PageView
from sjogren_desktop.gui.targets import TallItems
from sjogren_desktop.paths import resource_path

_FIRST = (
    "getting_started",
    "opening_a_study",
    "scoring_a_visit",
    "running_an_analysis",
    "which_analysis",
)
"""Guide pages that come before the others."""


@dataclass(frozen=True)
class Page:
    """One page of the help.

    Parameters
    ----------
    name : str
        File name without folder, by which pages are linked.
    title, text : str
        First heading, and the Markdown with readable formulas.
    plain : str
        What the search looks through: text without marks, in lower case and without accents.
    """

    name: str
    title: str
    text: str
    plain: str


@cache
def pages() -> tuple[Page, ...]:
    """Return all pages: the guide in reading order, then the methods by title."""
    guide = [_read("help", p.name) for p in sorted(resource_path("help").glob("*.md"))]
    order = {f"{name}.md": n for n, name in enumerate(_FIRST)}
    guide.sort(key=lambda p: (order.get(p.name, len(order)), p.title.casefold()))
    methods = [_read("methods", p.name) for p in sorted(resource_path("methods").glob("*.md"))]
    methods.sort(key=lambda p: p.title.casefold())
    return (*guide, *methods)


def _read(folder: str, name: str) -> Page:
    text = show_formulas(resource_path(folder, name).read_text(encoding="utf-8"))
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    title = _without_marks(heading.group(1)) if heading else name.removesuffix(".md")
    return Page(name, title, text, folded(_without_marks(text)))


def _without_marks(text: str) -> str:
    text = re.sub(r"<[^>]+>|[*`]|^#+ ", "", text, flags=re.MULTILINE)
    return re.sub(r"&#(\d+);", lambda m: chr(int(m.group(1))), text)


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, accents taken off, hyphens as spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\u2010-\u2013-]+|\s+", " ", plain)


def find(wanted: str, among: Sequence[Page]) -> list[Page]:
    """Return the pages that hold every word, those with the words in the title first.

    Words are found inside others; an empty search finds every page.
    """
    words = folded(wanted).split()
    if not words:
        return list(among)
    found = [p for p in among if all(word in p.plain for word in words)]

    def rank(page: Page) -> tuple[bool, int]:
        title = folded(page.title)
        in_title = all(word in title for word in words)
        return (not in_title, -sum(page.plain.count(word) for word in words))

    return sorted(found, key=rank)


class _HelpPage(PageView):
    """Shows a page; its pictures come from the program's own folder, as wide as the view."""

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        name = QUrl(url).fileName()
        if kind != QTextDocument.ResourceType.ImageResource.value or not name.endswith(".png"):
            return None
        picture = QPixmap(str(resource_path("help", "pictures", name)))
        bar = self.verticalScrollBar().sizeHint().width()  # it comes once the page is long
        edges = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        room = self.width() - bar - edges
        ratio = self.devicePixelRatio()
        wide = min(picture.width(), max(room, theme.SPACE)) * ratio
        shown = picture.scaledToWidth(round(wide), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        return shown


class HelpWindow(QDialog):
    """Search line, list of pages, and the page chosen."""

    def __init__(self, parent: QWidget, *, page: str = "", among: Sequence[Page] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("help_window")
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._pages = tuple(among) or pages()
        self.search = QLineEdit()
        self.list = QListWidget()
        self.view = _HelpPage()
        self.count = QLabel()
        self._build()
        self._search("")
        self.show_page(page or self._pages[0].name)

    def _build(self) -> None:
        self.search.setObjectName("help_search")
        self.search.setPlaceholderText(tr("Search all pages, for example: missing visits"))
        self.search.setToolTip(tr("Words to look for; a page must hold all of them"))
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.list.setObjectName("help_pages")
        self.list.setItemDelegate(TallItems(self.list))
        self.list.setAccessibleName(tr("Pages found"))
        self.list.setToolTip(tr("Pages that hold the words looked for"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._show_row)
        self.count.setObjectName("help_count")
        self.view.setObjectName("help_view")
        self.view.setAccessibleName(tr("Page"))
        self.view.anchorClicked.connect(self._follow)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for widget in (self.search, self.list, self.count):
            column.addWidget(widget)
        splitter = KeptSplitter(Qt.Orientation.Horizontal, "help")
        splitter.addWidget(side)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 14)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(splitter, 1)
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        begin_with(self, 190 * letter, 110 * letter)
        width = self.width()
        splitter.begin(width * 5 // 19, width * 14 // 19)
        self.search.setFocus()

    def show_page(self, name: str) -> None:
        """Show a page by its file name, and put it in the list again if a search hid it."""
        if not any(page.name == name for page in self._pages):
            return
        if self._row_of(name) < 0:
            self.search.clear()
        self.list.setCurrentRow(self._row_of(name))

    @property
    def shown(self) -> Page | None:
        """The page shown, None while a search finds nothing."""
        item = self.list.currentItem()
        if item is None:
            return None
        name = item.data(Qt.ItemDataRole.UserRole)
        return next(page for page in self._pages if page.name == name)

    def _row_of(self, name: str) -> int:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                return row
        return -1

    @Slot(str)
    def _search(self, wanted: str) -> None:
        found = find(wanted, self._pages)
        before = self.shown
        self.list.blockSignals(True)
        self.list.clear()
        for page in found:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setToolTip(page.title)
            self.list.addItem(item)
        self.list.blockSignals(False)
        say_in(self.count, tr("{count} of {total} pages", count=len(found), total=len(self._pages)))
        if not found:
            self.view.show_page(
                tr("No page holds all of these words: {names}", names=" ".join(wanted.split()))
            )
            return
        row = self._row_of(before.name) if before is not None and not wanted else 0
        self.list.setCurrentRow(max(row, 0))

    @Slot(int)
    def _show_row(self, row: int) -> None:
        page = self.shown
        if row < 0 or page is None:
            return
        self.view.show_page(page.text)
        self._mark(self.search.text())

    def _mark(self, wanted: str) -> None:
        """Underline the words looked for, and go to the first."""
        marks = []
        for word in wanted.split():
            cursor = QTextCursor(self.view.document())
            while True:
                cursor = self.view.document().find(word, cursor)
                if cursor.isNull():
                    break
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setFontUnderline(True)
                mark.format.setBackground(self.palette().highlight())
                mark.format.setForeground(self.palette().highlightedText())
                marks.append(mark)
        self.view.setExtraSelections(marks)
        if marks:
            first = min((m.cursor for m in marks), key=QTextCursor.position)
            first.clearSelection()
            self.view.setTextCursor(first)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Open a link to another page; links to the web are only named, not opened."""
        name = link.fileName()
        if link.scheme() in ("http", "https"):
            self.count.setText(
                tr("Not opened, the program stays offline: {link}", link=link.toString())
            )
        else:
            self.show_page(name)
