"""What work says it does travels in its parts, and the window says it in its language."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop import crew
from sjogren_desktop.analyses import catalogue, opening
from sjogren_desktop.gui import language
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import AnalysisError, Doing, Progress
from sjogren_desktop.study.checks import run_checks
from tests.gui.test_language import FILES, translations
from tests.studies import small_study


@contextmanager
def german(application: QApplication) -> Iterator[None]:
    before = application.findChildren(QTranslator)
    language.install(application, "de")
    try:
        yield
    finally:
        for made in application.findChildren(QTranslator):
            if made not in before:
                application.removeTranslator(made)
                made.deleteLater()


@pytest.fixture(scope="module")
def wanted() -> set[str]:
    return set(translations.texts())


def parts(told: str) -> Iterator[str]:
    """Give the fixed texts of what was told."""
    if not isinstance(told, Doing):
        yield told
        return
    yield told.text
    for value in told.values.values():
        if isinstance(value, Doing):
            yield from parts(value)


def test_that_a_text_with_values_reads_in_english_and_survives_a_pickle() -> None:
    told = Doing("Checking: {name}", name=Doing("Date {odd}"))

    again = pickle.loads(pickle.dumps(told, protocol=5))

    assert told == again == "Checking: Date {odd}"
    assert (again.text, again.values) == ("Checking: {name}", {"name": "Date {odd}"})
    assert isinstance(again.values["name"], Doing)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Doing("Reading {name}", name="{adsl}.csv"), "{adsl}.csv wird gelesen"),
        (
            Doing("Reading {name}, sheet {sheet}", name="a.xlsx", sheet="1, b"),
            "a.xlsx, Blatt 1, b, wird gelesen",
        ),
        (
            Doing("Checking: {name}", name=Doing("Date before birth")),
            "Prüfung: Datum vor der Geburt",
        ),
        ("Fitting the model", "Das Modell wird angepasst"),
        ("ADSL", "ADSL"),
    ],
)
def test_that_a_task_tells_it_in_the_language_of_the_window(
    qapp: QApplication, qtbot: QtBot, told: str, expected: str
) -> None:
    def work(progress: Progress) -> None:
        progress(0.5, told)

    owner = QObject()
    with german(qapp):
        task = Task(work, owner)
        with qtbot.waitSignal(task.done), qtbot.waitSignal(task.progress) as progressed:
            task.start()

    assert progressed.args == [0.5, expected]


def test_that_another_process_tells_it_in_its_parts() -> None:
    with crew.Crew(1) as team:
        work = team.submit(_tell)
        work.result(timeout=60)

    assert work.said is not None
    assert list(parts(work.said[1])) == ["Reading {name}"]
    assert work.said == (0.5, "Reading a")


def _tell() -> None:
    crew.progress(0.5, Doing("Reading {name}", name="a"))


def test_that_everything_told_by_opening_and_by_analyses_can_be_translated(
    wanted: set[str],
) -> None:
    told: set[str] = set()

    def progress(fraction: float, text: str) -> None:
        told.update(parts(text))

    study = small_study()
    opening.open_guarded(lambda _: study, progress)
    run_checks(study, progress=progress)
    for analysis in catalogue.ANALYSES:
        with suppress(AnalysisError):
            catalogue.run(analysis, study, {}, progress)

    assert {"Fitting the model", "Checking: {name}", "Date before birth"} <= told
    assert not told - wanted - {""}


def test_that_a_sentence_put_together_elsewhere_is_refused() -> None:
    for text in ('progress(0.1, f"Reading {name}")', 'within(0.1, "Reading " + name)'):
        with pytest.raises(ValueError, match="use Doing"):
            list(translations.told(ast.parse(text)))
    tree = ast.parse('progress(0.1, Doing("Reading {name}", name=name)); tell(0.1, "Counting")')
    assert sorted(translations.told(tree)) == ["Counting", "Reading {name}"]


def test_that_every_text_has_a_draft_in_every_language(wanted: set[str]) -> None:
    for path in FILES:
        assert not wanted - set(translations.read(path)), path.stem
