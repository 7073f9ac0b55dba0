"""Every printed row of the safety tables of the CDISC pilot study, read off the window.

Report of CDISCPILOT01 (27 June 2006): 14-2.01, 14-5.01, 14-5.02, 14-6.01, 14-6.02, 14-6.04
to 14-6.06, 14-7.01 to 14-7.03 and figure 14-1; what of them the public data do not hold
says ``expected.md``. Table 14-6.03 needs data that were not published.
"""

import json
import re
from itertools import chain

import pytest
from PySide6.QtWidgets import QTableView

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui.main_window import MainWindow
from tests.analyses.test_ae_terms import ROUNDED_TWICE
from tests.e2e.test_pilot import User

ARMS = ("Placebo", "Xanomeline Low Dose", "Xanomeline High Dose")


@pytest.fixture
def pilot(qtbot, monkeypatch, shared):
    """Return a function that opens files of the study in the window, on its safety tab."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    user = User(window, qtbot, monkeypatch)

    def opened(*names):
        folder = shared / "data" / "cdiscpilot"
        user.open(*(folder / name for name in ("adam/adsl.xpt", *names)))
        user.unblind()
        user.go_to(window.safety_tab)
        return user

    return opened


@pytest.fixture
def printed(shared):
    path = shared / "data" / "cdiscpilot" / "expected.json"
    return json.loads(path.read_text(encoding="utf-8"))["tables"]


def rows_of(user, key):
    """Return key and texts of each row of a table as the screen has it."""
    table = next(t for t in user.tab.current_result.tables if t.key == key)
    assert user.tab.view.findChild(QTableView, f"table_{key}") is not None
    labels = len(table.row_headers)
    texts = [row[labels:] for row in user.table(key)]
    return [(row.key, t) for row, t in zip(table.rows, texts, strict=True)]


def columns_of(user, key, **wanted):
    """Return the places of the columns of these keys."""
    table = next(t for t in user.tab.current_result.tables if t.key == key)
    return [i for i, c in enumerate(table.columns) if wanted.items() <= dict(c.key).items()]


def counts_of(text):
    """Return subjects, percentage and events of a cell such as ``8 (9.3%) [11]``."""
    found = re.fullmatch(r"(\d+)(?: \((\d+(?:\.\d)?)%\))?(?: \[(\d+)\])?", text)
    assert found, text
    return tuple(float(g or 0) for g in found.groups())


def same_p(text, expected):
    """Say whether a p value of the screen is one given to six decimals."""
    if expected is None:
        return text == ""
    if text.startswith("<"):
        return expected < float(text[1:])
    if text.startswith(">"):
        return expected > float(text[1:])
    return abs(float(text) - expected) <= 5.01e-5


def test_that_the_adverse_events_are_those_of_14_5_01_and_14_5_02(pilot, printed):
    pilot = pilot("adam/adae.xpt")
    pilot.choose_analysis("Adverse events by class and term")
    pilot.tick("p_values")
    pilot.run()

    expected = {(r["level"], r["soc"] or "", r["term"]): r for r in printed["14-5.01"]["rows"]}
    differ, rounded = [], set()
    for key, texts in rows_of(pilot, "ae_terms"):
        level, soc = key["LEVEL"], key.get("AESOC", "")
        term = {"overall": "ANY BODY SYSTEM", "SOC": soc}.get(level, key.get("AEDECOD"))
        row = expected.pop((level, soc, term))
        found = [counts_of(t) for t in texts[:3]]
        if found != [tuple(map(float, c)) for c in row["csr"]]:
            differ.append((term, found, row["csr"]))
        pairs = zip((texts[4], texts[6]), row["recomputed_fisher_p"], row["csr_p"], strict=True)
        # The report leaves p blank where neither arm has the event, and so does the screen.
        if not all(same_p(t, p if told else None) for t, p, told in pairs):
            rounded.add(term)
    assert (differ, expected, rounded - ROUNDED_TWICE) == ([], {}, set())

    pilot.choose("events", "serious")
    pilot.run()
    found = [[counts_of(t) for t in texts[:3]] for _, texts in rows_of(pilot, "ae_terms")]
    assert sorted(found) == sorted(
        [tuple(map(float, c)) for c in r["csr"]] for r in printed["14-5.02"]["rows"]
    )
    any_event = rows_of(pilot, "ae_terms")[0][1]
    assert [any_event[4], any_event[6]] == ["0.4941", "0.2427"]  # printed 0.494 and 0.243


def test_that_the_shifts_are_those_of_14_6_02_to_14_6_06(pilot, printed):
    pilot = pilot("json/adlbc.dsjc", "json/adlbh.dsjc", "adam/adlbhy.xpt")
    pilot.choose_analysis("Laboratory shifts from baseline")
    pilot.run()
    for key, name, many in (
        ("lab_shift_visits", "14-6.04", 270),
        ("lab_shift_worst", "14-6.05", 30),
    ):
        places = [
            i
            for arm in ARMS
            for base in ("Normal", "High")
            for i in columns_of(pilot, key, ARM=arm, BNRIND=base)
        ]
        found, p_values = {}, {}
        for row, texts in rows_of(pilot, key):
            place = row["PARAMCD"], row.get("AVISITN")
            numbers = [int(counts_of(texts[i])[0]) for i in places]
            if any(numbers):
                found.setdefault(place, {})[row["ANRIND"]] = numbers
            if texts[-1]:
                p_values[place] = texts[-1]
        rows = printed[name]["rows"]
        assert len(rows) == many
        differ = [r["param"] for r in rows if found.get((r["param"], r["week"])) != r["csr"]]
        assert differ == ([] if name == "14-6.04" else ["BILI"])  # 79 subjects in the data, not 80
        for r in rows if name == "14-6.05" else ():
            text = p_values.get((r["param"], None), "")
            if r["param"] != "BILI":
                given = None if r["csr_p"] is None else float(r["csr_p"])
                assert (text == "") if given is None else abs(float(text) - given) <= 5.5e-4
    # 14-6.06: counts of the public data; the p value often quoted as 0.015 is 0.405
    recomputed = printed["14-6.06"]["recomputed_from_delivered_adlbhy"]
    for code, p in (("TRANSHY", "0.4047"), ("HYLAW", "0.3858")):
        assert found[code, None] == recomputed[code]
        assert p_values[code, None] == p

    pilot.choose("indicator", "LBNRIND")
    pilot.check("times", "To the worst")
    pilot.run()
    shown = [
        i
        for arm in ARMS
        for level in ("Low", "Normal", "High")
        for i in columns_of(pilot, "lab_worst", ARM=arm, ANRIND=level)
    ]
    worst = {row["PARAMCD"]: texts for row, texts in rows_of(pilot, "lab_worst")}
    for r in printed["14-6.02"]["rows"]:
        texts = worst[r["param"]]
        assert [int(counts_of(texts[i])[0]) for i in shown] == r["csr"], r["param"]
        assert same_p(texts[-1], r["R_fisher_3x3_p"]), r["param"]


def test_that_values_are_those_of_14_6_01_and_14_7(pilot, printed):
    pilot = pilot("json/adlbc.dsjc", "json/adlbh.dsjc", "json/advs.dsjc")
    pilot.choose_analysis("Values and changes by visit")
    pilot.choose("until", "Week 24")
    pilot.run()
    found = {}
    for row, texts in rows_of(pilot, "lab_change"):
        place = row["PARAMCD"], row.get("ATPT", ""), row["AVISIT"], row["MEASURE"]
        numbers = [[float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", t)] for t in texts]
        found[place] = [list(chain(*numbers[3 * a : 3 * a + 3])) for a in range(3)]
    differ = []
    for code, visit, by_arm, _ in printed["14-6.01"]["rows"]:
        name = {"Bsln": "Baseline", "End[1]": "End of Treatment"}.get(
            visit, visit.replace("Wk", "Week")
        )
        for arm, expected in enumerate(by_arm):
            mine = found[code, "", name, "AVAL"][arm][:3]
            if len(expected) == 5:
                mine += found[code, "", name, "CHG"][arm][1:3]
            limits = [0, 0.0501, 0.00501, 0.0501, 0.00501]
            pairs = zip(mine, expected, limits, strict=False)
            # The screen shows the precision of the values, the report one and two decimals.
            if any(abs(a - b) > limit + 0.5 * 10 ** -_decimals(a) for a, b, limit in pairs):
                differ.append((code, name, arm, mine, expected))
    assert (len(printed["14-6.01"]["rows"]), differ) == (330, [])

    names = {"Baseline": "Baseline", "Week 24": "Week 24", "End of Trt.": "Last value to Week 24"}
    for table, measure in (("14-7.01", "AVAL"), ("14-7.02", "CHG")):
        for code, point, arm, visit, csr, _, _ in printed[table]["rows"]:
            mine = found[code, point, names[visit], measure][ARMS.index(arm)]
            assert mine == pytest.approx(csr, abs=0.051), (code, point, arm, visit)
            assert mine[0] == csr[0]


def test_that_the_first_dermatologic_events_are_those_of_figure_14_1(pilot, printed):
    pilot = pilot("adam/adae.xpt", "adam/adtte.xpt")
    pilot.choose_analysis("Time to first adverse event")
    pilot.choose("conf_form", "linear")
    pilot.run()

    summary = {row[0]: row[1:] for row in pilot.table("time_summary")}
    csr = printed["figure 14-1"]["csr"]
    arms = ("placebo", "low", "high")
    assert [counts_of(t)[0] for t in summary["With event"]] == [csr["events"][a] for a in arms]
    assert [counts_of(t)[0] for t in summary["Censored"]] == [csr["censored"][a] for a in arms]
    assert summary["Median time to event (95% CI)"] == [
        *("NE", "33.0 (27.0, 48.0)", "36.0 (24.0, 46.0)"),
    ]
    (tests,) = pilot.table("time_tests")
    assert tests[1:] == ["60.27", "2", "<0.0001"]  # R: 60.3 on 2 df


def test_that_the_subjects_are_those_of_14_2_01(pilot, printed):
    pilot = pilot()
    pilot.go_to(pilot.window.analysis_tab)
    pilot.choose_analysis("Demographics and baseline")
    pilot.choose("population", "ITTFL")
    pilot.tick("p_values")
    pilot.run()

    found, p_values = {}, {}
    for row, texts in rows_of(pilot, "demographics"):
        found[row["VARIABLE"], row.get("STAT") or row["LEVEL"]] = texts[:4]
        if texts[4]:
            p_values[row["VARIABLE"]] = texts[4]
    for r in printed["14-2.01"]["continuous"]:
        name = r["variable"]
        shown = zip(*(found[name, k] for k in ("n", "mean", "median", "range")), strict=True)
        for texts, exact in zip(shown, r["recomputed"], strict=True):
            mine = [float(n) for t in texts for n in re.findall(r"\d+(?:\.\d+)?", t)]
            for a, b in zip(mine, exact, strict=True):
                assert abs(a - b) <= 0.5001 * 10 ** -_decimals(a), (name, a, b)
        assert p_values[name] == r["csr_p_anova"]
    for r in printed["14-2.01"]["categorical"]:
        if r["variable"] != "RACE/ETHNIC":  # grouped by hand for the report
            for level, counts in r["csr"].items():
                texts = found[r["variable"], level][:3]
                assert [counts_of(t)[0] for t in texts] == counts
            assert p_values[r["variable"]] == r["csr_p_chisq"]


def _decimals(value):
    return len(repr(value).partition(".")[2]) if value % 1 else 0
