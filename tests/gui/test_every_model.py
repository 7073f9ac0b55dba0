"""Every model of the package keeps the contract that views rely on, empty and filled."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sjogren_desktop import gui
from sjogren_desktop.analyses.patient_scores import open_book
from sjogren_desktop.gui import (
    compare_dialog,
    data_sets,
    edit_table,
    event_lists_dialog,
    look_dialog,
    score_table,
    trail_dialog,
    unblind_dialogs,
    visit_table,
)
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.table_model import ResultTableModel
from sjogren_desktop.results import Issue
from sjogren_desktop.study.preview import ColumnPreview, TablePreview
from sjogren_desktop.study.store.audit import Entry
from sjogren_desktop.study.summary import summarise
from sjogren_desktop.study.unblinding import WHAT, Unblinding
from tests.patient_study import patient_study
from tests.samples import sample_mmrm_result
from tests.studies import small_study


def _frame(parent: QWidget) -> QAbstractItemModel:
    model = FrameModel()
    model.set_frame(pd.DataFrame({"A": [2.0, None, 1.0], "B": ["x", "y", None]}), {"A": "Value"})
    return model


def _edits(parent: QWidget) -> QAbstractItemModel:
    columns = (edit_table.EditColumn("Name"), edit_table.EditColumn("Kind", editable=False))
    model = edit_table.EditTable(columns, parent)
    model.set_rows([["a", "b"], ["c", "d"]])
    model.add_row(["e", "f"])
    return model


def _data_sets(parent: QWidget) -> QAbstractItemModel:
    model = data_sets.DataSetTable()
    model.set_summaries(summarise(small_study()))
    return model


def _findings(parent: QWidget) -> QAbstractItemModel:
    model = data_sets.FindingTable()
    model.set_issues([Issue("note", "One."), Issue("error", "Two.", file="a.csv", row=3)])
    return model


def _texts(parent: QWidget) -> QAbstractItemModel:
    model = data_sets.TextTable()
    model.HEADERS = ("A", "B")
    model._fill([("1", "2"), ("3", "4")], ["", ""], [])
    return model


def _differences(parent: QWidget) -> QAbstractItemModel:
    model = compare_dialog._Texts(("A", "B"), (1,), parent)
    model.show([("x", "1"), ("y", "2")])
    return model


def _marked(parent: QWidget) -> QAbstractItemModel:
    columns = (edit_table.EditColumn("A"), edit_table.EditColumn("B", editable=False))
    model = event_lists_dialog.MarkedTable(columns, parent)
    model.show([("x", "1"), ("y", "2")])
    model.faults = {(0, 0): "Give a name."}
    return model


def _preview() -> TablePreview:
    texts = pd.DataFrame({"AVAL": ["1,5", ""], "AVISIT": ["Week 4", "Week 8"]})
    column = ColumnPreview("AVAL", "", "number", missing=1, changed=1, lost=0)
    return TablePreview("", 2, (column,), texts, texts, ())


def _columns(parent: QWidget) -> QAbstractItemModel:
    model = look_dialog._Columns(parent)
    model.show(_preview())
    return model


def _pairs(parent: QWidget) -> QAbstractItemModel:
    model = look_dialog._Pairs(parent)
    model.show(_preview())
    return model


def _records(parent: QWidget) -> QAbstractItemModel:
    model = unblind_dialogs.RecordTable(parent)
    when = datetime(2026, 1, 2, tzinfo=UTC)
    model.set_records(
        [Unblinding(next(iter(WHAT)), "S1", who="A. Who", reason="Emergency", when=when)]
    )
    return model


def _trail(parent: QWidget) -> QAbstractItemModel:
    model = trail_dialog.TrailTable(parent)
    stamp = "2026-01-02T03:04:05+00:00"
    words = ("A. Who", "opened", "", "", "", "", "", "", "0" * 64)
    model.set_trail([Entry(1, stamp, stamp, *words), Entry(2, stamp, stamp, *words)])
    return model


def _scores(parent: QWidget) -> QAbstractItemModel:
    return score_table.ScoreModel(parent)


def _visits(parent: QWidget) -> QAbstractItemModel:
    book = open_book(patient_study())
    model = visit_table.VisitTable(parent)
    model.set_patient(book.patient(str(book.listing.index[0])))
    return model


def _result(parent: QWidget) -> QAbstractItemModel:
    return ResultTableModel(sample_mmrm_result().tables[1])


MADE: dict[str, Callable[[QWidget], QAbstractItemModel]] = {
    "FrameModel": _frame,
    "EditTable": _edits,
    "TextTable": _texts,
    "DataSetTable": _data_sets,
    "FindingTable": _findings,
    "_Texts": _differences,
    "MarkedTable": _marked,
    "_Columns": _columns,
    "_Pairs": _pairs,
    "RecordTable": _records,
    "TrailTable": _trail,
    "ScoreModel": _scores,
    "VisitTable": _visits,
    "ResultTableModel": _result,
}


def _models(of: type) -> set[type]:
    found = {of} if of.__module__.startswith("sjogren_desktop.") else set()
    return found.union(*map(_models, of.__subclasses__()))


def test_that_no_model_of_the_package_is_left_out() -> None:
    for module in pkgutil.iter_modules(gui.__path__):
        importlib.import_module(f"{gui.__name__}.{module.name}")

    assert {model.__name__ for model in _models(QAbstractItemModel)} == set(MADE)


@pytest.mark.parametrize("name", MADE)
def test_that_the_model_keeps_its_contract(
    name: str, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = MADE[name](parent)

    assert type(model).__name__ == name
    assert model.rowCount() > 0
    assert model.columnCount() > 0
    qtmodeltester.check(model)
