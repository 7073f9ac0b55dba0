"""Pages of the help: headings of the type scale, links in the colour of the scheme shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.page_view import PageView

PAGE = "# Missing values\n\n## Model\n\n### Terms\n\nAs in [mixed models](mmrm.md), but.\n"


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> PageView:
    theme.apply(qapp, "light")
    made = PageView()
    qtbot.addWidget(made)
    made.show_page(PAGE)
    made.show()
    return made


def at(page: PageView, text: str) -> QTextCursor:
    found = page.document().find(text)
    assert not found.isNull()
    return found


def test_that_headings_are_of_the_scale_of_type(page: PageView) -> None:
    sizes = [at(page, t).charFormat().font().pointSizeF() for t in ("Missing", "Model", "Terms")]

    assert sizes == pytest.approx(
        [theme.font(step).pointSizeF() for step in ("title", "heading", "body")]
    )
    assert at(page, "Terms").charFormat().font().bold()


def test_that_links_follow_the_scheme(page: PageView, qapp: QApplication) -> None:
    link = at(page, "mixed models").charFormat
    assert link().foreground().color() == theme.color("link", "light")

    theme.apply(qapp, "dark")
    page.setPalette(theme.palette("dark"))  # as the running application tells it

    assert link().foreground().color() == theme.color("link", "dark")
    assert link().anchorHref() == "mmrm.md"


def test_that_headings_follow_the_size_of_texts(page: PageView, qapp: QApplication) -> None:
    before = at(page, "Missing").charFormat().font().pointSizeF()

    theme.set_text_size(qapp, 200)
    QApplication.processEvents()

    assert at(page, "Missing").charFormat().font().pointSizeF() == pytest.approx(2 * before)
