"""The CDISC pilot study through the real window, against its SAS report.

Import the folder, choose, press Run, read the tables on the screen, export,
open the workbook again. Expected figures: report of CDISCPILOT01 (27 June
2006), tables 14-3.01, 14-3.11, 14-5.01 and 14-5.02.
"""

import json

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
)

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import files
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.results import UNBLINDED

LOW, HIGH, PLACEBO = "Xanomeline Low Dose", "Xanomeline High Dose", "Placebo"


class User:
    """Does in the window what a person would do."""

    def __init__(self, window, qtbot, monkeypatch):
        self.window, self.qtbot, self._monkeypatch = window, qtbot, monkeypatch

    def open(self, *paths):
        self.window.open_paths(paths)
        self.qtbot.waitUntil(lambda: self.window.study is not None, timeout=60_000)

    def unblind(self):
        """Ask for the arms, as the reader of a finished trial may."""
        self.window.action("unblind").trigger()
        asked = self.window.findChild(QDialog, "unblind_dialog")
        asked.findChild(QLineEdit, "unblind_who").setText("A. Reader")
        asked.findChild(QLineEdit, "unblind_reason").setText("The report is out")
        button = asked.findChild(QPushButton, "unblind_confirm")
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        shown = self.window.import_tab
        self.qtbot.waitUntil(lambda: not shown.is_running, timeout=60_000)
        assert self.window.study.blinding == UNBLINDED

    def go_to(self, tab):
        self.window.tabs.setCurrentWidget(tab)
        self.tab = tab

    def choose_analysis(self, title):
        listed = self.tab.list
        listed.setCurrentItem(listed.findItems(title, Qt.MatchFlag.MatchExactly)[0])

    def choose(self, option, value):
        box = self.tab.findChild(QComboBox, f"option_{option}")
        row = box.findData(value)
        assert row >= 0, f"{option} does not offer {value}"
        box.setCurrentIndex(row)

    def check(self, option, *values):
        listed = self.tab.findChild(QListWidget, f"option_{option}_list")
        self.click(f"option_{option}_none")
        for row in range(listed.count()):
            entry = listed.item(row)
            if entry.text().startswith(values):
                entry.setCheckState(Qt.CheckState.Checked)

    def tick(self, option):
        self.tab.findChild(QCheckBox, f"option_{option}").setChecked(True)

    def click(self, name):
        button = self.tab.findChild(QPushButton, name)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def run(self):
        before = self.tab.current_result
        self.qtbot.mouseClick(self.tab.run_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.tab.is_running, timeout=60_000)
        assert self.tab.current_result is not before, self.tab.view.error.text

    def table(self, key):
        """Return what the table on the screen says, row by row."""
        model = self.tab.view.findChild(QTableView, f"table_{key}").model()
        return [
            [model.index(r, c).data() for c in range(model.columnCount())]
            for r in range(model.rowCount())
        ]

    def export(self, action, path):
        def chosen_at_once(parent, suggested, chosen):
            chosen(str(path))

        for name in ("choose_workbook", "choose_export_folder"):
            self._monkeypatch.setattr(files, name, chosen_at_once)
        self.window.action(action).trigger()
        self.qtbot.waitUntil(lambda: not self.window.exporter.is_running, timeout=60_000)


@pytest.fixture
def user(qtbot, monkeypatch):
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    return User(window, qtbot, monkeypatch)


@pytest.fixture
def pilot(user, shared):
    user.open(shared / "data" / "cdiscpilot" / "adam")
    user.unblind()
    user.go_to(user.window.analysis_tab)
    return user


def sheet_texts(sheet):
    return [[c.value for c in row if c.value is not None] for row in sheet.iter_rows()]


def test_that_table_14_3_01_comes_out_of_the_window_and_the_workbook(pilot, tmp_path):
    pilot.choose_analysis("ANCOVA at a visit")
    pilot.choose("parameter", "ACTOT")
    pilot.choose("population", "EFFFL")
    pilot.choose("visit", "Week 24")
    pilot.choose("records", "flagged-imputed")
    pilot.check("covariates", "SITEGR1")
    pilot.choose("weights", "proportional")
    pilot.tick("all_pairs")

    pilot.run()

    assert [row[2:] for row in pilot.table("descriptive")] == [
        ["79", "81", "74"],
        ["24.1 (12.19)", "24.4 (12.92)", "21.3 (11.74)"],
        ["21.0 (5, 61)", "21.0 (5, 57)", "18.0 (3, 57)"],
        ["79", "81", "74"],
        ["26.7 (13.79)", "26.4 (13.18)", "22.8 (12.48)"],
        ["24.0 (5, 62)", "25.0 (6, 62)", "20.0 (3, 62)"],
        ["79", "81", "74"],
        ["2.5 (5.80)", "2.0 (5.55)", "1.5 (4.26)"],
        ["2.0 (-11, 16)", "2.0 (-11, 17)", "1.0 (-7, 13)"],
    ]
    # The report prints p with three decimals: 0.569, 0.233, 0.520
    differences = [
        *("Week 24", "-0.5 (0.82)", "(-2.1, 1.1)", "220.0", "0.5688"),
        *("-1.0 (0.84)", "(-2.7, 0.7)", "220.0", "0.2326"),
        *("-0.5 (0.84)", "(-2.2, 1.1)", "220.0", "0.5196"),
    ]
    assert pilot.table("differences") == [differences]
    assert pilot.table("trend") == [["Linear in the arm's code", "0.2447"]]

    path = tmp_path / "ancova.xlsx"
    pilot.export("export_workbook", path)

    book = openpyxl.load_workbook(path)
    assert differences in sheet_texts(book.worksheets[1])
    numbers = [c.value for s in book.worksheets[2:-1] for row in s.iter_rows() for c in row]
    # SAS raw output, CSR p. 469-475: low minus placebo
    assert any(isinstance(n, float) and abs(n + 0.46678236) < 5e-9 for n in numbers)
    assert any(isinstance(n, float) and abs(n - 0.81804222) < 5e-9 for n in numbers)


def test_that_table_14_3_11_comes_out_of_the_window_and_the_records(pilot, tmp_path):
    pilot.choose_analysis("Change from baseline by visit (MMRM)")
    pilot.choose("parameter", "ACTOT")
    pilot.choose("population", "EFFFL")
    pilot.choose("df_method", "kenward-roger-linear")
    pilot.check("covariates", "SITEGR1")

    pilot.run()

    # LS means over visits; the report rounds them to 1.6 (0.49), 1.5 (0.52), 1.1 (0.56)
    (means,) = pilot.table("lsmeans_overall")
    assert [means[i] for i in (2, 5, 8)] == ["1.6 (0.49)", "1.5 (0.52)", "1.1 (0.56)"]
    (differences,) = pilot.table("differences_overall")
    assert differences[1:3] == ["0.0 (0.70)", "(-1.4, 1.3)"]
    assert differences[5:7] == ["-0.4 (0.72)", "(-1.9, 1.0)"]
    # The report prints 0.955 and 0.556; SAS's own output stops at 0.9546 and 0.5562, one unit of
    # the last digit short of the stationary point.
    for shown, printed in ((differences[4], 0.9546), (differences[8], 0.5562)):
        assert float(shown) == pytest.approx(printed, abs=1.01e-4)
    fit = dict(pilot.table("fit"))
    assert (fit["Subjects"], fit["Records"]) == ("234", "539")
    assert (fit["AIC"], fit["AICC"], fit["BIC"]) == ("3099.8", "3100.0", "3120.6")
    assert fit["-2 log likelihood (restricted)"] == "3087.84"
    tests = {row[0]: row[3:] for row in pilot.table("type3")}
    assert tests["SITEGR1"] == ["2.32", "0.0129"]

    pilot.export("export_all", tmp_path / "out")

    records = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    (found,) = [
        r
        for r in records
        if r["table"] == "differences"
        and r["row"]["AVISIT"] == "Week 24"
        and r["column"] == {"ARM": HIGH, "REFERENCE": PLACEBO}
        and r["statistic"] == "p_value"
    ]
    assert found["value"] == pytest.approx(0.4403, abs=5e-5)
    assert found["text"] == "0.4403"
    assert len(list((tmp_path / "out").rglob("*.svg"))) == 2


def test_that_the_overview_counts_of_the_report_are_on_the_safety_tab(pilot):
    pilot.go_to(pilot.window.safety_tab)
    pilot.choose_analysis("Adverse event overview")

    pilot.run()

    rows = {row[0].strip(): row[1:4] for row in pilot.table("ae_overview")}
    assert rows["Any adverse event"] == ["65 (75.6%) [281]", "77 (91.7%) [412]", "76 (90.5%) [433]"]
    assert rows["Serious"] == ["0", "1 (1.2%) [1]", "2 (2.4%) [2]"]


def test_that_a_failed_import_leaves_the_study_in_place(pilot, tmp_path):
    (tmp_path / "empty.csv").write_text("")
    study = pilot.window.study

    pilot.window.open_paths([tmp_path / "empty.csv"])
    pilot.qtbot.waitUntil(lambda: not pilot.window.import_tab.is_running, timeout=20_000)

    assert pilot.window.study is study
    assert "empty.csv" in pilot.window.import_tab.message.text
