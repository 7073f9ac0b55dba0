"""The look: three palettes, one scale of type, one grid of 8 pixels.

Qt's own dark scheme does not exist on plain X11 and offscreen, so both
palettes are ours, on the Fusion style, which draws the same on every system.
All inks reach a contrast of 4.5:1 on the ground they stand on (WCAG 2.2, AA);
a test computes it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from sjogren_desktop.export.type_metrics import BOLD, FAMILY, REGULAR
from sjogren_desktop.paths import resource_path

SPACE = 8
"""The grid: every margin and gap is a multiple or half of it, in device-independent pixels."""

_SCALE = {"title": 1.35, "heading": 1.12, "body": 1.0, "small": 0.9}

_COLORS = {
    "light": {
        "window": "#f5f6f7",
        "base": "#ffffff",
        "alternate": "#f2f4f6",
        "button": "#eceef0",
        "ink": "#1a1a1a",
        "faint": "#565b61",
        "disabled": "#8a8f95",
        "line": "#c4c8cd",
        "edge": "#7b8086",
        "accent": "#0b5cad",
        "on_accent": "#ffffff",
        "link": "#0b5cad",
        "warning_ground": "#fff4e0",
        "warning_ink": "#6b3d00",
        "error_ground": "#fdeaea",
        "error_ink": "#8c1414",
        "note_ground": "#e8f0f9",
        "note_ink": "#123f6e",
    },
    "dark": {
        "window": "#25272a",
        "base": "#1e1e1e",
        "alternate": "#26282b",
        "button": "#35383c",
        "ink": "#f0f0f0",
        "faint": "#b4b9bf",
        "disabled": "#7d8288",
        "line": "#4a4e53",
        "edge": "#8a9097",
        "accent": "#2a72bf",
        "on_accent": "#ffffff",
        "link": "#7db8f5",
        "warning_ground": "#45340f",
        "warning_ink": "#ffd591",
        "error_ground": "#4d2020",
        "error_ink": "#ffb4b4",
        "note_ground": "#1d3550",
        "note_ink": "#bcd9f7",
    },
    # Of high contrast: every ink reaches 7:1 (WCAG 2.2, AAA), and lines are as plain as text.
    "contrast": {
        "window": "#000000",
        "base": "#000000",
        "alternate": "#141414",
        "button": "#1f1f1f",
        "ink": "#ffffff",
        "faint": "#e6e6e6",
        "disabled": "#a6a6a6",
        "line": "#ffffff",
        "edge": "#b4b4b4",
        "accent": "#ffe14d",
        "on_accent": "#000000",
        "link": "#8ecbff",
        "warning_ground": "#000000",
        "warning_ink": "#ffd591",
        "error_ground": "#000000",
        "error_ink": "#ffb4b4",
        "note_ground": "#000000",
        "note_ink": "#bcd9f7",
    },
}

_FIELDS = (
    QLineEdit,
    QAbstractSpinBox,
    QComboBox,
    QPlainTextEdit,
    QTextBrowser,
    QCheckBox,
    QRadioButton,
    QProgressBar,
    QSlider,
    QMenu,  # it may have boxes to tick
)
_FRAMED = (QPushButton, QToolButton, QTabBar, QAbstractItemView)
"""What has an edge, too, that stands out in high contrast."""
_INSIDE = (QHeaderView, QScrollBar)
"""Parts of what has such an edge, with a ground of their own."""

_DARKER = 1.4
"""What Fusion divides the lightness of a window by to draw edges on it."""

LARGEST = 200
"""Size of text, in percent of the system's, up to which the window is laid out."""


def color(name: str, scheme: str) -> QColor:
    """Return a colour of the scheme by its role."""
    return QColor(_COLORS[scheme][name])


def scheme_of(palette: QPalette) -> str:
    """Return the scheme that a palette is of."""
    window = palette.color(QPalette.ColorRole.Window)
    if window == QColor(_COLORS["contrast"]["window"]):
        return "contrast"
    return "dark" if window.lightness() < 128 else "light"


def scheme_for(setting: str, application: QApplication) -> str:
    """Return the scheme of a setting; "system" is light where the system says nothing."""
    if setting in _COLORS:
        return setting
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def apply(application: QApplication, setting: str) -> str:
    """Put style and palette of a setting on the application and return the scheme."""
    hints = application.styleHints()
    wanted = {
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
        "contrast": Qt.ColorScheme.Dark,
    }.get(setting)
    # Has an effect where the system draws the title bar; nothing happens elsewhere.
    if wanted is not None and hints.colorScheme() not in (wanted, Qt.ColorScheme.Unknown):
        hints.setColorScheme(wanted)
    elif wanted is None:
        hints.unsetColorScheme()
    scheme = scheme_for(setting, application)
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(palette(scheme))
    # Edges of fields stand out 3:1 (WCAG 2.2, 1.4.11), which darker than the window they do not.
    edges = palette(scheme)
    edge = color("edge", scheme)
    value = min(255, round(_DARKER * edge.value()))
    edge.setHsv(edge.hue(), edge.saturation(), value)
    edges.setColor(QPalette.ColorRole.Window, edge)
    framed = edges if scheme == "contrast" else palette(scheme)
    for kinds, colors in ((_FIELDS, edges), (_FRAMED, framed), (_INSIDE, palette(scheme))):
        for kind in kinds:
            # It takes a text, whatever its stub says.
            application.setPalette(colors, kind.__name__)  # type: ignore[arg-type]
    return scheme


def palette(scheme: str) -> QPalette:
    """Return the palette of a scheme."""
    c = {name: QColor(value) for name, value in _COLORS[scheme].items()}
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette(c["button"], c["window"])
    pairs = (
        (role.Window, "window"),
        (role.WindowText, "ink"),
        (role.Base, "base"),
        (role.AlternateBase, "alternate"),
        (role.Text, "ink"),
        (role.Button, "button"),
        (role.ButtonText, "ink"),
        (role.BrightText, "error_ink"),
        (role.ToolTipBase, "base"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "faint"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "link"),
        (role.LinkVisited, "link"),
    )
    for which, name in pairs:
        made.setColor(which, c[name])
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, c["disabled"])
    # Lines are as plain as text in high contrast, so that text on them would not be seen.
    plain = c["line"] == c["ink"]
    made.setColor(group.Disabled, role.Highlight, c["edge" if plain else "line"])
    made.setColor(group.Disabled, role.HighlightedText, c["base" if plain else "ink"])
    # A selection keeps its colour when another widget has the focus.
    made.setColor(group.Inactive, role.Highlight, c["accent"])
    made.setColor(group.Inactive, role.HighlightedText, c["on_accent"])
    return made


def set_typeface(application: QApplication) -> None:
    """Show all texts in the typeface that comes with the program, as on printed pages.

    Whatever a system has or lacks, texts are then as wide as they were tried. Letters that
    it lacks are taken from the system's own; so is the size.
    """
    for name in (REGULAR, BOLD):
        QFontDatabase.addApplicationFont(str(resource_path("fonts", f"{name}.ttf")))
    made = QFont(application.font())
    made.setFamilies([FAMILY, *made.families()])
    application.setFont(made)


def font(step: str, *, bold: bool = False) -> QFont:
    """Return the font of a step of the type scale."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * _SCALE[step])
    made.setBold(bold)
    return made


def set_fixed_type(widget: QWidget) -> None:
    """Give a widget letters of one width, for code, and keep them as large as other texts."""
    widget.setProperty("type_fixed", True)
    widget.setFont(_fixed_font())


def lay_dialog(layout: QLayout) -> None:
    """Give the layout of a dialog its margins and gaps; those of the style are on no grid."""
    layout.setContentsMargins(*[2 * SPACE] * 4)
    layout.setSpacing(SPACE)


def set_type(widget: QWidget, step: str, *, bold: bool = False) -> None:
    """Give a widget the font of a step of the type scale, and keep it at that step."""
    widget.setProperty("type_step", step)
    widget.setProperty("type_bold", bold)
    widget.setFont(font(step, bold=bold))


def set_text_size(application: QApplication, percent: int) -> None:
    """Show all texts at a size in percent of the system's."""
    system = application.property("system_size")
    made = QFont(application.font())
    if system is None:
        system = made.pointSizeF()
        application.setProperty("system_size", system)
    made.setPointSizeF(float(system) * min(max(percent, 50), LARGEST) / 100)
    application.setFont(made)
    for widget in application.allWidgets():
        step = widget.property("type_step")
        if step is not None:
            widget.setFont(font(step, bold=bool(widget.property("type_bold"))))
        elif widget.property("type_fixed"):
            widget.setFont(_fixed_font())


def _fixed_font() -> QFont:
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPointSizeF(font("body").pointSizeF())
    return made
