"""Numbers and dates as the user's system writes them, and typed in either way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pandas as pd
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.score_sheet import Total
from sjogren_desktop.analyses.spec import Number
from sjogren_desktop.export.web import clipboard_text
from sjogren_desktop.gui import local
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.note_page import note_text
from sjogren_desktop.gui.option_edits import NumberEdit
from sjogren_desktop.gui.patient_text import patient_text, score_line
from sjogren_desktop.gui.score_totals import total_text
from sjogren_desktop.gui.table_model import ResultTableModel, precise
from sjogren_desktop.gui.visit_table import VisitTable
from sjogren_desktop.study.course import Patient, Visit
from sjogren_desktop.study.patient_notes import PatientNote
from tests.samples import sample_mmrm_result

OPTION = Number("alpha", "Alpha", "Level", 0.05, 0.0, 5000.0, 3)
PATIENT = Patient(
    key="S-1 P-1",
    study="S-1",
    subject="P-1",
    status="Completed",
    facts=(("Age", "43"), ("Years since diagnosis", "1.5")),
    visits=(
        Visit(0.0, "Baseline", 0.0, "2024-03-31", {"essdai": 9.0, "esspri": 7.67}, True),
        Visit(4.0, "Week 4", 28.0, "2024-04-28", {"essdai": 7.5, "esspri": 6.0}),
    ),
    measures=(),
    events=(),
    medications=(),
    doses=(),
)


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


german = pytest.mark.parametrize("locale", ["de_DE"], indirect=True)


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("C", "-1.92 (-2.9, 0.25)"),
        ("en_US", "-1.92 (-2.9, 0.25)"),
        ("de_DE", "-1,92 (-2,9; 0,25)"),
        ("fr_FR", "-1,92 (-2,9; 0,25)"),
    ],
    indirect=["locale"],
)
def test_that_numbers_have_the_sign_of_the_locale(locale: str, shown: str) -> None:
    assert local.numbers("-1.92 (-2.9, 0.25)") == shown


@german
@pytest.mark.parametrize("text", ["Table 14.2.1", "R4.3", "Week 4, Week 8", "1, 2", "2024-03-31"])
def test_that_what_is_no_number_with_decimals_stays(locale: str, text: str) -> None:
    assert local.numbers(text) == text


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("C", "2024-03-31"),
        ("en_US", "3/31/2024"),
        ("en_GB", "31/03/2024"),
        ("de_DE", "31.03.2024"),
        ("fr_FR", "31/03/2024"),
    ],
    indirect=["locale"],
)
def test_that_a_date_is_written_as_in_the_country_with_the_whole_year(
    locale: str, shown: str
) -> None:
    assert local.day("2024-03-31") == shown
    assert local.day("2024-03") == "2024-03"  # a part of a date is no date


@pytest.mark.parametrize(
    ("locale", "typed", "held"),
    [
        ("de_DE", "31.03.2024", "2024-03-31"),
        ("de_DE", "1.3.2024", "2024-03-01"),
        ("de_DE", "2024-03-31", "2024-03-31"),
        ("fr_FR", "31/03/2024", "2024-03-31"),
        ("en_US", "3/31/2024", "2024-03-31"),
        ("en_US", "31/3/2024", "31/3/2024"),  # no month has this number
        ("de_DE", "31.03.24", "31.03.24"),  # of which century
        ("de_DE", "2024-03", "2024-03"),
        ("C", "31/03/2024", "31/03/2024"),
    ],
    indirect=["locale"],
)
def test_that_a_date_is_typed_as_it_is_shown_and_held_as_files_have_it(
    locale: str, typed: str, held: str
) -> None:
    assert local.iso(typed) == held
    assert local.iso(local.day("2024-03-31")) == "2024-03-31"


@german
def test_that_a_time_has_the_date_of_the_country(locale: str) -> None:
    note = PatientNote("P-1", "Seen.", "Anna", datetime(2024, 3, 31, 9, 5).astimezone())

    assert local.moment(note.when) == "31.03.2024 09:05"
    assert note_text(note).startswith("31.03.2024 09:05, Anna")


@pytest.mark.parametrize("locale", ["C", "en_US", "de_DE", "fr_FR", "pt_BR"], indirect=True)
@pytest.mark.parametrize("typed", ["0.05", "0,05"])
def test_that_a_number_is_typed_with_a_comma_or_a_point_anywhere(
    qtbot: QtBot, locale: str, typed: str
) -> None:
    # 0.05 typed on a German system was 5, and 0,05 was 5 on an English one.
    edit = NumberEdit(OPTION)
    qtbot.addWidget(edit)
    edit.show()
    edit.selectAll()

    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert edit.value() == pytest.approx(0.05)


@german
def test_that_the_patient_in_words_has_numbers_and_dates_of_the_locale(locale: str) -> None:
    assert "ESSDAI 7,50 at Week 4" in score_line(PATIENT)
    assert "ESSPRI 6,00 at Week 4 (-1,67 from 7,67 at Baseline)" in score_line(PATIENT)
    assert "Years since diagnosis: 1,5." in patient_text(PATIENT)
    assert "Baseline (day 1, 31.03.2024): ESSDAI 9, ESSPRI 7,67." in patient_text(PATIENT)


@german
def test_that_the_table_of_visits_has_them_too(locale: str) -> None:
    table = VisitTable()
    table.set_patient(PATIENT)

    row = [table.index(1, column).data() for column in range(10)]

    assert row[2:5] == ["28.04.2024", "7,50", "-1,50"]
    assert row[8:] == ["6,00", "-1,67"]


@german
def test_that_data_sets_are_shown_and_searched_in_the_notation_of_the_locale(locale: str) -> None:
    model = FrameModel()
    days = pd.to_datetime(["2024-03-31", "2023-12-01", None])
    model.set_frame(pd.DataFrame({"AVAL": [1.25, 10.0, None], "ADT": days}))

    assert model.index(0, 0).data() == "1,25"
    assert [model.index(row, 1).data() for row in range(3)] == ["31.03.2024", "01.12.2023", ""]
    for needle in ("1,25", "1.25", "31.03.", "2024-03"):
        model.set_filter(needle)
        assert model.rowCount() == 1, needle
    model.set_filter("")
    model.sort(1)
    assert model.index(0, 1).data() == "01.12.2023"  # by time, not by letters


@german
def test_that_a_result_is_shown_so_but_copied_as_files_have_it(locale: str) -> None:
    table = sample_mmrm_result().tables[0]
    model = ResultTableModel(table)

    texts = [model.text(row, c) for row in range(2) for c in range(model.columnCount())]

    shown = " ".join(texts)
    assert "," in shown
    assert "." not in shown
    assert "." in precise(table.rows[0].cells[-1]).replace(",", ".")
    assert "." not in precise(table.rows[0].cells[-1])
    copied = clipboard_text(table)
    assert "." in copied
    assert "," not in "".join(t for t in copied.split() if t[:1].isdigit() and "," in t[:-1])


@german
def test_that_texts_with_numbers_take_the_sign_of_the_locale(locale: str) -> None:
    assert tr("saved: {saved:g}", saved=2.5) == "saved: 2,5"
    assert tr("{count} patients", count=2) == "2 patients"


@german
def test_that_the_exported_score_sheet_keeps_the_decimal_point(locale: str) -> None:
    total = Total(7.67, baseline=8.0, change=-0.33, responder=False)

    assert total_text(total, "esspri") == "7.67, change -0.33 from 8.00, no response"
