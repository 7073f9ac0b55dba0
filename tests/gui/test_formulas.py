"""Formulas of the method pages become readable text."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.formulas import formula, show_formulas
from sjogren_desktop.paths import resource_path

PAGES = sorted(resource_path("methods").glob("*.md"))


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\hat\beta = \Phi X'Wy", "β\u0302 = Φ <i>X</i>′<i>W</i><i>y</i>"),
        (r"\frac{n_h^2}{n_h-1}", None),
        (r"\sqrt{c' S c}", "√(<i>c</i>′ <i>S</i> <i>c</i>)"),
        (r"\tfrac12", "1/2"),
        (r"\begin{pmatrix} V & gV \\ 0 & 1 \end{pmatrix} x", None),
        (r"\binom{n}{k}", "C(<i>n</i>, <i>k</i>)"),
        (r"\mathrm{diag}(\omega_i)", "diag(ω<sub><i>i</i></sub>)"),
        (r"\left. x \right|", " <i>x</i> &#124;"),
        (r"\{a\}", "{<i>a</i>}"),
    ],
)
def test_that_a_formula_reads_as_printed(tex: str, text: str | None) -> None:
    if text is not None:
        assert formula(tex) == text
    assert "\\" not in formula(tex)
    assert "&#92;" not in formula(tex)


def test_that_a_fraction_keeps_what_belongs_together() -> None:
    plain = re.sub(r"<[^>]+>", "", formula(r"\frac{a + b}{n(n-1)} c"))

    assert plain == "(a + b)/(n(n−1)) c"


def test_that_a_matrix_is_written_by_rows() -> None:
    plain = re.sub(r"<[^>]+>", "", formula(r"\begin{pmatrix} V & g \\ 0 & 1 \end{pmatrix} x"))

    assert plain == "(V, g; 0, 1) x"


def test_that_scripts_within_scripts_are_written_out() -> None:
    assert formula(r"e^{x_i}") == "<i>e</i><sup><i>x</i>&#95;<i>i</i></sup>"


def test_that_code_is_left_as_it_stands() -> None:
    page = r"Write `\(x_i\)` for \(x_i\)."

    assert show_formulas(page) == r"Write `\(x_i\)` for <i>x</i><sub><i>i</i></sub>."


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_that_every_method_page_can_be_read_without_knowing_tex(page: object) -> None:
    assert hasattr(page, "read_text")
    shown = show_formulas(page.read_text(encoding="utf-8"))
    outside_code = re.sub(r"```.*?```|`[^`\n]*`", "", shown, flags=re.DOTALL)

    assert re.findall(r"\\[a-zA-Z(\[]|&#92;[A-Za-z]+", outside_code) == []


def test_that_qt_shows_scripts_and_bars_in_a_table(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setMarkdown(show_formulas("| a |\n| --- |\n| \\(|V_i|^2\\) |\n"))

    assert "|Vi|2" in document.toPlainText()
    assert "vertical-align:sub" in document.toHtml()
    assert "vertical-align:super" in document.toHtml()
