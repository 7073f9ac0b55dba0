"""The safety tables of the CDISC pilot study through the real window.

Import the files, choose, press Run, read the tables on the screen, export.
Expected figures: report of CDISCPILOT01 (27 June 2006), tables 14-5.01, 14-5.02,
14-6.01, 14-6.05 and figure 14-1.
"""

import json

import pytest
from PySide6.QtWidgets import QCheckBox

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui.main_window import MainWindow
from tests.e2e.test_pilot import User


@pytest.fixture
def user(qtbot, monkeypatch):
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    return User(window, qtbot, monkeypatch)


@pytest.fixture
def pilot(user, shared):
    folder = shared / "data" / "cdiscpilot"
    names = ("adam/adsl.xpt", "adam/adae.xpt", "adam/adtte.xpt", "json/adlbc.dsjc")
    paths = [folder / n for n in (*names, "json/adlbh.dsjc")]
    user.open(*paths)
    user.unblind()
    user.go_to(user.window.safety_tab)
    return user


def test_that_the_safety_tables_of_the_report_come_out_of_the_window(pilot, tmp_path):
    # 14-5.01: any event, and the term most frequent; p printed as 0.007, 0.014; 0.008, 0.000
    pilot.choose_analysis("Adverse events by class and term")
    pilot.tick("p_values")

    pilot.run()

    rows = pilot.table("ae_terms")
    assert len(rows) == 254
    texts = {row[0].strip(): row[1:] for row in rows}
    events = texts["Any adverse event"]
    assert events[:3] == ["65 (75.6%) [281]", "77 (91.7%) [412]", "76 (90.5%) [433]"]
    assert [events[4], events[6]] == ["0.0065", "0.0136"]
    # A comparison of 8, 21 and 26 subjects; its p to three digits as printed
    itch = texts["PRURITUS"]
    assert [t.split()[0] for t in itch[:3]] == ["8", "21", "26"]
    assert [float(itch[4]), float(itch[6])] == pytest.approx([0.008, 0.0], abs=5.01e-4)

    # 14-5.02
    pilot.choose("events", "serious")
    pilot.run()
    assert len(pilot.table("ae_terms")) == 4
    assert pilot.tab.findChild(QCheckBox, "option_p_values").isChecked()

    # 14-6.05: eosinophils, p 0.044
    pilot.choose_analysis("Laboratory shifts from baseline")
    pilot.run()
    shifts = {tuple(r[:2]): r[2:] for r in pilot.table("lab_shift_worst")}
    n = shifts["Eosinophils (GI/L)", "n"]
    assert n == ["83", "0", "78", "1", "78", "0", "0.0438"]

    # 14-6.01: ALT at Week 24: 57, 17.9 (15.61); 26, 18.2 (9.17); 30, 21.0 (8.70)
    pilot.choose_analysis("Values and changes by visit")
    pilot.run()
    values = {tuple(t.strip() for t in r[:3]): r[3:] for r in pilot.table("lab_change")}
    alt = values["Alanine Aminotransferase (U/L)", "Week 24", "Value"]
    assert [alt[i] for i in (0, 1, 3, 4, 6, 7)] == [
        *("57", "17.9 (15.61)", "26", "18.2 (9.17)", "30", "21.0 (8.70)"),
    ]

    # Figure 14-1: medians 33 (27, 48) and 36 (24, 46)
    pilot.choose_analysis("Time to first adverse event")
    pilot.choose("conf_form", "linear")
    pilot.run()
    medians = {r[0]: r[1:] for r in pilot.table("time_summary")}["Median time to event (95% CI)"]
    assert medians == ["NE", "33.0 (27.0, 48.0)", "36.0 (24.0, 46.0)"]

    pilot.choose_analysis("Liver tests (eDISH, Hy's law)")
    pilot.run()
    pilot.export("export_all", tmp_path / "out")

    records = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert {r["analysis"] for r in records} >= {"ae_terms", "lab_shift", "ae_time", "liver"}
    found = [r for r in records if r["table"] == "lab_shift_worst" and r["statistic"] == "p_value"]
    eosinophils = [r["value"] for r in found if r["row"].get("PARAMCD") == "EOS"]
    # R 4.2, mantelhaen.test
    assert eosinophils == [pytest.approx(0.043835, abs=5e-7)]
    assert len(list((tmp_path / "out").rglob("*edish*.svg"))) == 1
