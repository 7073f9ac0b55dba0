"""Time to the first adverse event: times by hand, and figure 14-1 of the CDISC pilot study."""

import json

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from tests.demo_study import demo_study
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

TIME = catalogue.find("ae_time")
START = pd.Timestamp("2024-01-01")


def study_with_events(*, deaths=None, **changes):
    """Return S1, everybody treated for 100 days; four coughs, of which one has no date."""
    base = small_study()
    adsl = base.adsl.assign(TRTSDT=START, TRTEDT=START + pd.Timedelta(days=99), DTHDT=pd.NaT)
    for subject, day in (deaths or {}).items():
        row = adsl["USUBJID"] == subject
        adsl.loc[row, "DTHDT"] = START + pd.Timedelta(days=day - 1)
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["S1-0001", "S1-0001", "S1-1002", "S1-1003"],
            "AEDECOD": "Cough",
            "ASTDT": pd.to_datetime(["2024-01-20", "2024-01-10", "2024-01-01", None]),
            "TRTEMFL": "Y",
            "AESER": ["N", "N", "Y", "N"],
        }
    ).assign(**changes)
    return with_dataset(with_dataset(base, "ADSL", "ADSL", adsl), "ADAE", "ADAE", events)


def table(result, key):
    found = next(t for t in result.tables if t.key == key)
    return {r.labels[0]: [formats.cell(c) for c in r.cells] for r in found.rows}


def test_that_time_runs_to_the_first_dated_event_or_the_end():
    result = catalogue.run(TIME, study_with_events(), {"study": "S1", "event": "any"})

    counts = table(result, "time_summary")
    assert counts["Subjects"] == ["11", "11"]
    assert counts["With event"] == ["1 (9.1%)", "1 (9.1%)"]
    assert result.figures[0].series[0].x == (0.0, 10.0, 100.0)
    # One of eleven by day 10
    assert result.figures[0].series[0].y[1] == pytest.approx(100 / 11)
    assert any("1 events without a complete start date" in n for n in result.notes)


def test_that_a_first_event_after_the_time_at_risk_is_told_of():
    late = pd.to_datetime(["2024-01-20", "2024-01-10", "2024-04-19", None])  # day 110
    study = study_with_events(ASTDT=late)

    result = catalogue.run(TIME, study, {"study": "S1", "event": "any"})
    longer = catalogue.run(TIME, study, {"study": "S1", "event": "any", "lag": 30})

    assert any(n.startswith("1 subjects had their first event after the end") for n in result.notes)
    assert not any("after the end of their time" in n for n in longer.notes)


def test_that_death_before_the_event_competes():
    study = study_with_events(deaths={"S1-0002": 5, "S1-1004": 300})

    result = catalogue.run(TIME, study, {"study": "S1", "event": "any"})

    assert table(result, "time_summary")["Died before it"] == ["1 (9.1%)", "0"]
    # After the death on day 5 ten are left: incidence 10/11 * 1/10 = 1/11, Kaplan-Meier 1/10.
    estimates = table(result, "time_estimates")
    assert estimates["28"][2].startswith("9.1 ")
    assert estimates["28"][1].startswith("90.0 ")
    assert list(table(result, "time_tests")) == ["Log-rank", "Gray"]


def test_that_the_mean_number_counts_all_events():
    result = catalogue.run(TIME, study_with_events(), {"study": "S1", "event": "any"})

    found = next(t for t in result.tables if t.key == "mean_number")
    assert found.columns[0].key == {"ARM": PLACEBO}
    assert found.rows[0].cells[0].stats[0].value == pytest.approx(1 / 11)
    assert found.rows[1].cells[0].stats[0].value == pytest.approx(2 / 11)


def test_that_groups_and_kinds_of_events_can_be_chosen():
    serious = catalogue.run(TIME, study_with_events(), {"study": "S1"})
    group = catalogue.run(
        TIME, study_with_events(AEDECOD="Sepsis"), {"study": "S1", "event": "group:infection"}
    )

    assert table(serious, "time_summary")["With event"] == ["0", "1 (9.1%)"]
    assert table(group, "time_summary")["With event"] == ["1 (9.1%)", "1 (9.1%)"]
    assert group.title == "Time to first adverse event"


def test_that_no_event_at_all_gives_curves_without_a_test():
    result = catalogue.run(TIME, study_with_events(AESER="N"), {"study": "S1", "event": "serious"})

    assert [t.key for t in result.tables] == ["time_summary", "time_estimates", "mean_number"]
    assert result.figures[0].series[1].y == (0.0, 0.0)


def test_that_one_arm_has_a_curve_and_no_test():
    options = {"study": "S1", "event": "any", "arms": (MONTHLY,)}

    result = catalogue.run(TIME, study_with_events(), options)

    assert "time_tests" not in [t.key for t in result.tables]


def test_that_a_curve_ends_where_few_are_at_risk_and_the_tables_do_not():
    # One of the last two patients on the monthly dose has an event: the estimate jumps to 100%.
    result = catalogue.run(TIME, demo_study(), {"study": "Pooled", "event": "serious"})

    figure, mean = result.figures
    assert max(figure.series[1].y) < 20
    assert max(mean.series[1].y) < 0.2
    assert any(text.startswith("A curve ends where fewer than 5") for text in figure.caption)
    counts = table(result, "time_summary")
    assert sum(map(len, figure.series[1].subjects)) == int(counts["With event"][1].split()[0]) - 1


def by_formula(time, cause, at):
    """Return the incidence (Aalen and Johansen 1978), and survival with deaths censored."""
    free, incidence, alone = 1.0, 0.0, 1.0
    for t in sorted(set(time[(cause > 0) & (time <= at)])):
        n = (time >= t).sum()
        events, deaths = (((time == t) & (cause == k)).sum() for k in (1, 2))
        incidence += free * events / n
        free *= 1 - (events + deaths) / n
        alone *= 1 - events / n
    return incidence, alone


def test_that_death_competes_with_a_first_event_as_in_the_formula():
    study = demo_study()
    # Every eighth patient dies, from day 40 on; some have had their event by then.
    place = np.arange(len(study.adsl))
    died = study.adsl["TRTSDT"] + pd.to_timedelta(39 + place % 250, unit="D")
    adsl = study.adsl.assign(DTHDT=died.where((place % 8 == 0) & study.adsl["TRTSDT"].notna()))
    dead = with_dataset(study, "ADSL", "ADSL", adsl)

    result = catalogue.run(TIME, dead, {"study": "Pooled", "event": "serious"})

    safe = adsl[adsl["SAFFL"] == "Y"].set_index("USUBJID")
    adae = dead.dataset("ADAE").frame
    serious = adae[(adae["TRTEMFL"] == "Y") & (adae["AESER"] == "Y")]
    onset = serious.groupby("USUBJID")["ASTDT"].min().reindex(safe.index)
    first, death, risk = (
        ((d - safe["TRTSDT"]).dt.days + 1).to_numpy(dtype=float)
        for d in (onset, safe["DTHDT"], safe["TRTEDT"])
    )
    had = ~np.isnan(first)
    cause = np.where(had, 1, np.where(death <= risk, 2, 0))
    time = np.where(had, first, np.fmin(death, risk))
    assert (cause == 2).sum() > 20
    rows = next(t for t in result.tables if t.key == "time_estimates").rows
    arms = list(dict.fromkeys(c.key["ARM"] for c in result.tables[0].columns))
    for row in rows:
        for place, arm in enumerate(arms):
            mine = (safe["TRT01A"] == arm).to_numpy()
            incidence, alone = by_formula(time[mine], cause[mine], row.key["TIME"])
            shown = [cell.stats[0].value for cell in row.cells[3 * place + 1 : 3 * place + 3]]
            assert shown == pytest.approx([100 * alone, 100 * incidence], rel=1e-9)


# --- the pilot study


@pytest.fixture(scope="module")
def printed(shared):
    path = shared / "data" / "cdiscpilot" / "expected.json"
    return json.loads(path.read_text(encoding="utf-8"))["tables"]["figure 14-1"]


ARMS = ("placebo", "low", "high")


def test_that_the_pilot_study_gives_the_numbers_of_figure_14_1(pilot, printed):
    result = catalogue.run(TIME, pilot, {"conf_form": "linear"})

    counts = table(result, "time_summary")
    assert [int(t.split()[0]) for t in counts["With event"]] == [
        printed["csr"]["events"][a] for a in ARMS
    ]
    assert [int(t.split()[0]) for t in counts["Censored"]] == [
        printed["csr"]["censored"][a] for a in ARMS
    ]
    assert counts["Median time to event (95% CI)"] == [
        "NE",
        "33.0 (27.0, 48.0)",
        "36.0 (24.0, 46.0)",
    ]
    # R survival: chi-square 60.3 on 2 df, p 8.2e-14
    tests = next(t for t in result.tables if t.key == "time_tests").rows[0].cells
    assert formats.fixed(tests[0].stats[0].value, 1) == "60.3"
    assert tests[2].stats[0].value == pytest.approx(8.2e-14, rel=0.01)


def test_that_the_pilot_study_gives_estimates_and_numbers_at_risk_of_r(pilot, printed):
    result = catalogue.run(TIME, pilot, {"conf_form": "linear"})

    times = next(t for t in result.tables if t.key == "time_estimates")
    rows = {f"{r.key['TIME']:g}": r.cells for r in times.rows}
    expected = printed["recomputed"]
    for place, arm in enumerate(ARMS):
        for time, (estimate, error) in expected["KM estimate and Greenwood SE"][arm].items():
            stats = rows[time][2 * place + 1].stats
            # Printed with three or four digits
            assert stats[0].value == pytest.approx(100 * estimate, abs=0.051)
            half = (stats[2].value - stats[1].value) / 2
            assert half == pytest.approx(100 * 1.959964 * error, abs=0.011)
        for time, n in expected["at risk"][arm].items():
            assert rows[time][2 * place].stats[0].value == n


@pytest.mark.parametrize(
    ("form", "low", "high"),
    [
        ("log-log", "33.0 (27.0, 48.0)", "36.0 (23.0, 46.0)"),
        ("log", "33.0 (28.0, 51.0)", "36.0 (25.0, 47.0)"),
    ],
)
def test_that_medians_have_the_limits_of_the_form_chosen(pilot, form, low, high):
    # R survfit, conf.type log-log and log
    result = catalogue.run(TIME, pilot, {"conf_form": form})

    assert table(result, "time_summary")["Median time to event (95% CI)"][1:] == [low, high]
