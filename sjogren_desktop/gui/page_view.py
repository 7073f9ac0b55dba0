"""Shows a page of Markdown in the scale of type and in the colours of the scheme."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from sjogren_desktop.gui import theme

_STEPS = {1: "title", 2: "heading"}
"""Of the scale of type, for the levels of headings; lower ones are body text in bold."""


class PageView(QTextBrowser):
    """A page whose headings and links are not those of Qt.

    Qt makes headings up to 2.4 times as large as text, and links keep the colour of the scheme in
    which the page was opened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(theme.SPACE)

    def show_page(self, markdown: str) -> None:
        """Show a page from its beginning."""
        self.setMarkdown(markdown)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        ink = self.palette().color(QPalette.ColorRole.Link)
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            found = []
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                if piece.isValid() and (level or piece.charFormat().isAnchor()):
                    found.append((piece.position(), piece.length(), piece.charFormat()))
                pieces += 1
            for start, length, given in found:
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(_dressed(given, level, ink))
            block = block.next()


def _dressed(given: QTextCharFormat, level: int, ink: QColor) -> QTextCharFormat:
    made = QTextCharFormat(given)
    if level:
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        made.setFontPointSize(theme.font(_STEPS.get(level, "body")).pointSizeF())
    if made.isAnchor():
        made.setForeground(ink)
    return made
