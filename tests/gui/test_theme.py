"""Palettes: readable in both schemes, and following the setting."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme

ROLE = QPalette.ColorRole


def luminance(color: QColor) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = []
    for value in (color.redF(), color.greenF(), color.blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_that_the_contrast_is_computed_as_published() -> None:
    # W3C, Understanding SC 1.4.3: black on white is 21:1, #767676 on white 4.54:1.
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (ROLE.WindowText, ROLE.Window),
        (ROLE.Text, ROLE.Base),
        (ROLE.Text, ROLE.AlternateBase),
        (ROLE.ButtonText, ROLE.Button),
        (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.PlaceholderText, ROLE.Window),
        (ROLE.PlaceholderText, ROLE.Base),
        (ROLE.PlaceholderText, ROLE.AlternateBase),
        (ROLE.Link, ROLE.Base),
        (ROLE.Link, ROLE.Window),
        (ROLE.Link, ROLE.AlternateBase),
        (ROLE.Link, ROLE.Button),  # the frame of what has the focus, too
        (ROLE.ToolTipText, ROLE.ToolTipBase),
    ],
)
def test_that_every_ink_reads_on_its_ground(
    qapp: QApplication, scheme: str, ink: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    colors = theme.palette(scheme)

    assert contrast(colors.color(ink), colors.color(ground)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("group", list(QPalette.ColorGroup)[:3])
def test_that_a_selection_reads_whether_it_can_be_used_or_not(
    qapp: QApplication, scheme: str, group: QPalette.ColorGroup
) -> None:
    colors = theme.palette(scheme)

    ink, ground = colors.color(group, ROLE.HighlightedText), colors.color(group, ROLE.Highlight)

    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("ground", [ROLE.Window, ROLE.Base])
@pytest.mark.parametrize("ink", [ROLE.Highlight, ROLE.Text])
def test_that_a_selection_and_what_cannot_be_used_are_still_seen(
    qapp: QApplication, scheme: str, ground: QPalette.ColorRole, ink: QPalette.ColorRole
) -> None:
    colors = theme.palette(scheme)
    disabled = QPalette.ColorGroup.Disabled
    group = disabled if ink == ROLE.Text else QPalette.ColorGroup.Active

    assert contrast(colors.color(group, ink), colors.color(ground)) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", ["warning", "error", "note"])
def test_that_every_message_reads_on_its_ground(scheme: str, kind: str) -> None:
    ink, ground = theme.color(f"{kind}_ink", scheme), theme.color(f"{kind}_ground", scheme)

    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_that_the_palette_tells_its_scheme(qapp: QApplication, scheme: str) -> None:
    assert theme.apply(qapp, scheme) == scheme
    assert theme.scheme_of(qapp.palette()) == scheme
    assert qapp.style().objectName() == "fusion"


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QPlainTextEdit])
def test_that_the_edge_of_a_field_stands_out(
    qapp: QApplication, qtbot: QtBot, scheme: str, kind: type[QWidget]
) -> None:
    theme.apply(qapp, scheme)
    field = kind()
    qtbot.addWidget(field)
    field.resize(120, 40)
    field.show()

    picture = field.grab().toImage()

    across = [picture.pixelColor(60, y) for y in range(4)]
    outside = qapp.palette().color(QPalette.ColorRole.Window)
    assert max(contrast(color, outside) for color in across) >= 3.0


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_that_an_empty_box_stands_out(
    qapp: QApplication, qtbot: QtBot, scheme: str, kind: type[QCheckBox | QRadioButton]
) -> None:
    theme.apply(qapp, scheme)
    box = kind()
    qtbot.addWidget(box)
    box.resize(40, 40)
    box.show()

    picture = box.grab().toImage()

    across = [picture.pixelColor(x, 20) for x in range(16)]
    outside = qapp.palette().color(QPalette.ColorRole.Window)
    assert max(contrast(color, outside) for color in across) >= 3.0


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_that_an_empty_box_of_a_menu_stands_out(
    qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    theme.apply(qapp, scheme)
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction("Draft")
    action.setCheckable(True)
    menu.ensurePolished()
    line = menu.actionGeometry(action)

    picture = menu.grab().toImage()

    # Left of the text and right of the edge of the menu itself.
    across = [picture.pixelColor(x, line.center().y()) for x in range(3, 16)]
    ground = picture.pixelColor(line.right() - 2, line.center().y())
    assert max(contrast(color, ground) for color in across) >= 3.0


@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QListWidget, QTableWidget])
def test_that_high_contrast_frames_buttons_and_lists(
    qapp: QApplication, qtbot: QtBot, kind: type[QWidget]
) -> None:
    theme.apply(qapp, "contrast")
    framed = kind()
    qtbot.addWidget(framed)
    framed.resize(120, 60)
    framed.show()

    picture = framed.grab().toImage()

    down = [picture.pixelColor(60, y) for y in range(4)]
    outside = qapp.palette().color(QPalette.ColorRole.Window)
    assert max(contrast(color, outside) for color in down) >= 3.0
    theme.apply(qapp, "light")
    assert QApplication.palette(framed).color(ROLE.Window) == qapp.palette().color(ROLE.Window)


def test_that_the_system_scheme_is_light_where_the_system_says_nothing(
    qapp: QApplication,
) -> None:
    assert theme.apply(qapp, "system") == "light"


def test_that_the_type_scale_keeps_its_order(qapp: QApplication) -> None:
    sizes = [theme.font(step).pointSizeF() for step in ("small", "body", "heading", "title")]

    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4


@pytest.mark.parametrize("ink", ["ink", "faint", "link", "warning_ink", "error_ink", "note_ink"])
@pytest.mark.parametrize("ground", ["window", "base", "alternate", "button"])
def test_that_high_contrast_reaches_seven_to_one(ink: str, ground: str) -> None:
    # WCAG 2.2, success criterion 1.4.6 (AAA).
    assert contrast(theme.color(ink, "contrast"), theme.color(ground, "contrast")) >= 7


def test_that_texts_are_set_in_the_typeface_that_comes_along(qapp: QApplication) -> None:
    before = qapp.font()
    try:
        theme.set_typeface(qapp)

        made = QFontInfo(theme.font("title", bold=True))
        assert made.family() == "Liberation Sans"
        assert made.bold()
        assert qapp.font().families()[1:] == before.families()
        assert qapp.font().pointSizeF() == before.pointSizeF()
    finally:
        qapp.setFont(before)


def test_that_texts_grow_together_and_come_back(qapp: QApplication, qtbot: QtBot) -> None:
    title, plain, code = QLabel("Title"), QLabel("Plain"), QLabel("lsmeans(x)")
    theme.set_fixed_type(code)
    for label in (title, plain, code):
        qtbot.addWidget(label)
        label.show()
    theme.set_type(title, "title", bold=True)

    sizes = []
    for percent in (100, 200, 100):
        theme.set_text_size(qapp, percent)
        qapp.processEvents()
        sizes.append([label.font().pointSizeF() for label in (title, plain, code)])

    assert sizes[1] == pytest.approx([2 * size for size in sizes[0]])
    assert sizes[2] == pytest.approx(sizes[0])
    assert title.font().bold()
