"""What opening, keeping and comparing studies say of how far they are is translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from sjogren_desktop.gui import language, said
from sjogren_desktop.gui.import_tab import ImportTab

PACKAGE = Path(language.__file__).parents[1]
SPEAKING = (
    *sorted((PACKAGE / "study").rglob("*.py")),
    *(PACKAGE / "analyses" / f"{name}.py" for name in ("opening", "moved", "patient_scores")),
)


def spoken() -> Iterator[str]:
    """Give what is told as progress there, with X for what is filled in."""
    for path in SPEAKING:
        if path.name == "deidentify.py":  # an export
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and len(node.args) == 2):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name not in ("progress", "tell", "within", "say"):
                continue
            text = node.args[1]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value
            if isinstance(text, ast.JoinedStr):
                yield "".join(
                    str(v.value) if isinstance(v, ast.Constant) else "X" for v in text.values
                )


def test_that_every_text_told_while_a_study_is_opened_has_a_template() -> None:
    texts = set(spoken())

    assert {"Reading X, sheet X", "Putting the data sets together", "Packing X"} <= texts
    unknown = {t for t in texts if not any(p.fullmatch(t) for p, _ in said._patterns())}
    assert not unknown
    unused = {
        template
        for pattern, template in said._patterns()
        if not any(pattern.fullmatch(t) for t in texts)
    }
    assert not unused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reading {adsl}.csv", "{adsl}.csv wird gelesen"),
        ("Reading a.xlsx, sheet 1, b", "a.xlsx, Blatt 1, b, wird gelesen"),
        ("Deriving ADAE from AE", "ADAE wird aus AE abgeleitet"),
        ("Listing the patients", "Die Patienten werden aufgelistet"),
        ("Fitting the model", "Fitting the model"),
    ],
)
def test_that_what_another_process_says_is_shown_in_the_language_of_the_window(
    qapp: QApplication, text: str, expected: str
) -> None:
    assert said.translated(text) == text
    before = qapp.findChildren(QTranslator)
    language.install(qapp, "de")
    try:
        assert said.translated(text) == expected
        tab = ImportTab()
        tab._show_progress(0.5, text)
        assert tab._doing.text() == expected
    finally:
        for made in qapp.findChildren(QTranslator):
            if made not in before:
                qapp.removeTranslator(made)
                made.deleteLater()
