"""Columns are as wide as their widest text on the screen."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from sjogren_desktop.gui.widths import widest_text


def test_that_capitals_win_over_as_many_small_letters(qapp: QApplication) -> None:
    metrics = QFontMetrics(QGuiApplication.font())
    texts = ["Data set", "ADEYESAL", "ADSL", "illicitly"]

    found = widest_text(texts)

    assert found == "ADEYESAL"
    assert metrics.horizontalAdvance(found) == max(map(metrics.horizontalAdvance, texts))


def test_that_one_text_and_empty_texts_are_taken_as_they_are(qapp: QApplication) -> None:
    assert widest_text(["", ""]) == ""
    assert widest_text(["Visit"]) == "Visit"
