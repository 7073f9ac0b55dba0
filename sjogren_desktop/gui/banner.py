"""Messages in place, marks and headings: the small pieces every tab is built from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.announce import announce
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.results import BLINDING

_WORDS = {"error": marked("Error"), "warning": marked("Please note"), "note": ""}
SYNTHETIC = marked("SYNTHETIC DATA")
SYNTHETIC_HELP = marked("Simulated patients made for demonstration; not results of any trial.")


def text_label(text: str = "", step: str = "body", *, bold: bool = False) -> QLabel:
    """Return a label that wraps and whose text can be selected."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    theme.set_type(label, step, bold=bold)
    return label


def push_button(name: str, text: str, tip: str, slot: object) -> QPushButton:
    """Return a button of this object name, whose tip a screen reader says after its text."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not so by itself on macOS
    button.clicked.connect(slot)
    return button


_LONG_WORD = 12
"""Characters that a line may be shorter than its room, since a word stays whole."""


class SteadyLabel(QWidget):
    """A text that changes many times a second; nothing is laid out anew by that.

    Where it has no room it ends in an ellipsis, and is told in full in its tooltip.

    Parameters
    ----------
    label : QLabel, optional
        Shows the text; one that wraps where there are several lines.
    lines : int
        Lines there is room for, whatever the text.
    """

    def __init__(self, label: QLabel | None = None, lines: int = 1) -> None:
        super().__init__()
        self._text, self._lines = "", lines
        self._label = label or QLabel()
        self._label.setParent(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the text in full."""
        return self._text

    def setText(self, text: str) -> None:
        """Show a text."""
        if text != self._text:
            self._text = text
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self._lines * self._label.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._label.setGeometry(self.rect())
        self._fit()

    def _fit(self) -> None:
        metrics = self._label.fontMetrics()
        # Each line but the last may end before a long word.
        lost = (self._lines - 1) * _LONG_WORD * metrics.averageCharWidth()
        room = self._lines * self._label.contentsRect().width() - lost
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self._label.setText(shown)
        self._label.setAccessibleName(self._text)
        tip = self._text if shown != self._text else ""
        if tip != self._label.toolTip():
            self._label.setToolTip(tip)


class FaintLabel(QLabel):
    """A wrapping label in the ink of less weight, whatever the palette."""

    def __init__(self, text: str = "", step: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_type(self, step)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class _Tinted(QFrame):
    """A rounded ground in a theme colour, following the palette."""

    def __init__(self, tint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tint = tint

    def set_tint(self, tint: str) -> None:
        self._tint = tint
        self._color()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color()

    def _color(self) -> None:
        ink = theme.color(f"{self._tint}_ink", theme.scheme_of(QGuiApplication.palette()))
        for label in self.findChildren(QLabel):
            colors = QPalette(label.palette())
            colors.setColor(QPalette.ColorRole.WindowText, ink)
            label.setPalette(colors)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.scheme_of(QGuiApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color(f"{self._tint}_ground", scheme))
        painter.setPen(QPen(theme.color(f"{self._tint}_ink", scheme), 1))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.SPACE / 2, theme.SPACE / 2)


class Banner(_Tinted):
    """One message in place: hidden while there is nothing to say.

    The kind is told by a word before the message, not by colour alone.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("note", parent)
        self.setObjectName(name)
        self._message = ""
        self._label = text_label()
        self._label.setObjectName(f"{name}_text")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._label)
        # As high as its lines are at its width; "Minimum" would ask the window for the height of
        # a narrow one.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, "" when there is none."""
        return self._message

    @property
    def kind(self) -> str:
        """The kind of the message shown, "" when there is none."""
        return self._tint if self._message else ""

    def say(self, kind: str, message: str) -> None:
        """Show a message of a kind ("error", "warning" or "note")."""
        word, before = tr(_WORDS[kind]), self._message
        self._message = f"{word}: {message}" if word else message
        again = before == self._message and self.isVisible()
        self._label.setText(self._message)
        self._label.setAccessibleName(self._message)
        self.set_tint(kind)
        self.show()
        if not again:
            announce(self, self._message, urgent=kind == "error")

    def clear(self) -> None:
        """Say nothing."""
        self._message = ""
        self.hide()


class Badge(_Tinted):
    """A short mark in words, such as the one on synthetic data."""

    def __init__(self, text: str, tip: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("warning", parent)
        self.setObjectName(name)
        self._label = QLabel()
        theme.set_type(self._label, "small", bold=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        layout.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._word(text, tip)
        self._color()

    @property
    def text(self) -> str:
        """What the mark says."""
        return self._label.text()

    def say(self, text: str, tip: str) -> None:
        """Say this, once the badge has its place; without a text it is hidden."""
        self._word(text, tip)
        self.setVisible(bool(text))

    def _word(self, text: str, tip: str) -> None:
        self._label.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)


def synthetic_badge(name: str) -> Badge:
    """Return the mark that stands wherever synthetic data or their results are shown."""
    return Badge(tr(SYNTHETIC), tr(SYNTHETIC_HELP), name)


def blinding_badge(name: str) -> Badge:
    """Return the mark of blinding, still hidden; :func:`say_blinding` gives it a text."""
    made = Badge("", "", name)
    made.hide()
    return made


def say_blinding(badge: Badge, mark: str, more: str = "") -> None:
    """Have a badge say a mark of :data:`.results.BLINDING`, or hide for ""."""
    says = f"{tr(BLINDING[mark])}. {more}" if mark else ""
    badge.say(tr(mark), f"{says[:1].upper()}{says[1:]}".strip())
