"""Translations: complete files, placeholders that agree, and the choice that is remembered."""

from __future__ import annotations

import importlib.util
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import language, settings, theme
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.paths import resource_path

ROOT = Path(__file__).resolve().parents[2]


def _script(name: str) -> object:
    """Return a script of the installer folder, which is no package, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "installer" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


translations: Any = _script("translations")
FOLDER = resource_path("translations")
FILES = [FOLDER / f"{code}.ts" for code in language.TRANSLATED]


@pytest.fixture(scope="module")
def wanted() -> dict[str, str]:
    return translations.texts()


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_that_every_text_of_the_window_is_in_the_file(path: Path, wanted: dict[str, str]) -> None:
    sources = [m.findtext("source") for m in translations.messages(path)]

    assert sources == list(wanted), "run installer/translations.py after a text was changed"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_that_the_compiled_file_fits_its_source(path: Path) -> None:
    compiled = QTranslator()
    assert compiled.load(str(path.with_suffix(".qm")))

    for text, said in translations.read(path).items():
        assert compiled.translate(language.CONTEXT, text) == said.text


def fields_of(text: str) -> list[str]:
    return sorted(f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_that_translations_keep_placeholders_and_keys(path: Path) -> None:
    for text, said in translations.read(path).items():
        assert fields_of(said.text) == fields_of(text), text
        assert said.text.strip() == said.text, text
        # A control that has a key in English has one in every language.
        assert said.text.replace("&&", "").count("&") == text.replace("&&", "").count("&"), text


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_that_drafts_are_marked_as_unreviewed(path: Path) -> None:
    for message in translations.messages(path):
        assert message.find("translation[@type='unfinished']") is not None


GLOSSARY = {
    "adverse events?": {"de": "unerwünscht", "fr": "événements? indésirable"},
    "treatment arms?": {"de": "Behandlungsarm", "fr": "bras de traitement"},
    "serious": {"de": "schwerwiegend", "fr": "grave"},
    "severity": {"de": "Schwere|schwer", "fr": "sévérité"},
    "blinded|blinding": {"de": "blind", "fr": "aveugle"},
    "unblind(ed|ing)?": {"de": "entblind", "fr": "aveugle"},
    "rescue": {"de": "Rescue", "fr": "secours"},
    "intercurrent": {"de": "interkurrent", "fr": "intercurrent"},
    "audit trail": {"de": "Audit-Trail", "fr": "piste d’audit"},
    "p values?": {"de": "p-Wert", "fr": "valeurs? p"},
    "treatment-emergent": {"de": "unter Behandlung", "fr": "sous traitement"},
}
"""Terms of clinical trials, and what each language must call them."""


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
@pytest.mark.parametrize("term", GLOSSARY)
def test_that_a_term_of_trials_is_always_called_the_same(term: str, path: Path) -> None:
    called = re.compile(GLOSSARY[term][path.stem], re.IGNORECASE)
    uses = re.compile(rf"\b({term})\b", re.IGNORECASE)
    texts = {text: said.text for text, said in translations.read(path).items()}
    # What the exported mark UNBLINDED says is quoted in English.
    plain = {text: re.sub(r"{[^}]*}|&|say UNBLINDED", "", text) for text in texts}

    other = [said for text, said in texts.items() if uses.search(plain[text])]
    assert len(other) > 2
    assert [said for said in other if not called.search(said.replace("&", ""))] == []


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        (
            "fr",
            "L'essai : 50% ; « oui » ?",
            "L’essai\u202f: 50\u202f%\u202f; «\u202foui\u202f»\u202f?",
        ),
        ("de", "50% oder {n} %", "50\u00a0% oder {n}\u00a0%"),
        ("fr", "{time:%H:%M}", "{time:%H:%M}"),
    ],
)
def test_that_spaces_before_signs_need_not_be_typed_right(code: str, typed: str, kept: str) -> None:
    assert translations.typeset(code, typed) == kept


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        # What must not begin a line, after a space that breaks it; quotes and apostrophes.
        ("fr", r"[ \u00a0][:;?!»%](?!\w)|«[ \u00a0]|\w'\w|[“”„]|\d%"),
        ("de", r"(^|[\s(])“|”|\d%|\d %|\bz\.B\."),
    ],
)
def test_that_texts_are_set_as_the_language_does(code: str, wrong: str) -> None:
    found = re.compile(wrong)
    texts = [said.text for said in translations.read(FOLDER / f"{code}.ts").values()]

    assert [text for text in texts if found.search(text)] == []


class Sample(QTranslator):
    """Knows one text; what is not known is None, since "" would be taken for a translation."""

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str = "", n: int = -1
    ) -> str | None:
        return "{count} Patienten" if text == "{count} patients" else None


@pytest.fixture
def sample(qapp: QCoreApplication) -> Iterator[Sample]:
    translator = Sample()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_that_values_replace_names_after_the_translation(sample: object) -> None:
    assert tr("{count} patients", count=3) == "3 Patienten"


def test_that_blanks_at_the_ends_are_kept(sample: object) -> None:
    assert tr(marked("  {count} patients "), count=3) == "  3 Patienten "


def test_that_a_text_without_a_translation_stays_english(sample: object) -> None:
    assert tr("{count} {{visits}}", count=3) == "3 {visits}"
    assert tr("50 % {here}") == "50 % {here}"


@pytest.mark.parametrize("code", language.TRANSLATED)
def test_that_a_language_is_loaded_with_the_words_of_qt(code: str) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    before = set(application.findChildren(QTranslator))

    language.install(application, code)

    made = [t for t in application.findChildren(QTranslator) if t not in before]
    try:
        assert len(made) == 2
        assert tr("&File") != "&File"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    finally:
        for translator in made:
            application.removeTranslator(translator)
            translator.setParent(None)


@pytest.mark.parametrize("code", ["en", *language.TRANSLATED])
def test_that_the_window_has_room_on_a_small_screen_at_twice_the_size(
    qapp: QApplication, qtbot: QtBot, code: str
) -> None:
    before = set(qapp.findChildren(QTranslator))
    language.install(qapp, code)
    theme.set_text_size(qapp, theme.LARGEST)
    try:
        window = MainWindow()
        qtbot.addWidget(window)
        window.set_analyses(ANALYSES)
        window.show()

        assert window.minimumSizeHint().width() <= 1280
    finally:
        theme.set_text_size(qapp, 100)
        for translator in set(qapp.findChildren(QTranslator)) - before:
            qapp.removeTranslator(translator)
            translator.setParent(None)


def _twice(texts: list[str]) -> set[str]:
    """Return the letters that two of these texts are reached by."""
    keys = [t[t.index("&") + 1].lower() for t in texts if "&" in t.replace("&&", "")]
    return {key for key in keys if keys.count(key) > 1}


@pytest.mark.parametrize("code", language.TRANSLATED)
def test_that_a_letter_reaches_one_thing_on_the_first_page_and_in_each_menu(
    qapp: QApplication, qtbot: QtBot, code: str
) -> None:
    before = set(qapp.findChildren(QTranslator))
    language.install(qapp, code)
    try:
        window = MainWindow()
        qtbot.addWidget(window)
        tab = window.import_tab
        bar = [action.text() for action in window.menuBar().actions()]
        tabs = [window.tabs.tabText(place) for place in range(window.tabs.count())]
        details = [tab._tabs.tabText(place) for place in range(tab._tabs.count())]
        begin = [button.text() for button in tab.start.findChildren(QPushButton)]
        opened = [
            button.text()
            for button in tab.findChildren(QPushButton)
            if button.objectName().startswith("open_")
        ]
        assert len(begin) == 6
        assert len(opened) == 5

        assert _twice([*bar, *tabs, *begin]) == set()
        assert _twice([*bar, *tabs, *opened, *details]) == set()
        for menu in window.findChildren(QMenu):
            texts = [action.text() for action in menu.actions()]
            assert _twice(texts) == set(), texts
    finally:
        for translator in set(qapp.findChildren(QTranslator)) - before:
            qapp.removeTranslator(translator)
            translator.setParent(None)


def test_that_the_language_chosen_is_remembered_and_announced(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.action("language_en").isChecked()

    window.action("language_de").trigger()
    window.close()

    assert "next start" in window.message.text
    assert settings.load().language == "de"


def test_that_a_language_that_does_not_exist_is_not_taken(window: MainWindow) -> None:
    window.settings.language = "tlh"
    window.close()

    assert settings.load().language == "en"
