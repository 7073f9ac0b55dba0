"""Incidence per 100 patient-years: time at risk by hand, and how it is chosen."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats as stats_of

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError
from tests.studies import MONTHLY, PLACEBO, small_study, with_dataset

INCIDENCE = catalogue.find("ae_incidence")
START = pd.Timestamp("2024-01-01")


def study_with_events(days=365.25, *, studies=("S1",), **changes):
    """Return S1 (two arms) in which everybody is treated this long, with four events."""
    base = small_study()
    adsl = base.adsl.assign(TRTSDT=START, TRTEDT=START + pd.Timedelta(days=int(days) - 1))
    events = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": ["S1-0001", "S1-0001", "S1-1002", "S1-1003"],
            "AEDECOD": ["Cough", "Cough", "Cough", "Sepsis"],
            "ASTDT": pd.to_datetime(["2024-04-09", "2024-06-01", "2024-01-01", None]),
            "TRTEMFL": "Y",
            "AESER": ["N", "N", "N", "Y"],
        }
    ).assign(**changes)
    study = with_dataset(base, "ADSL", "ADSL", adsl)
    return with_dataset(study, "ADAE", "ADAE", events)


def stats(result, row, column):
    return [s.value for s in result.tables[0].rows[row].cells[column].stats]


def test_that_a_subject_is_at_risk_until_its_first_event():
    # 11 subjects an arm, 365 days each. Placebo: one event on day 100 (9 April: 31+29+31+9).
    # Monthly: events on day 1 and on an unknown day, which leaves the whole year.
    result = catalogue.run(INCIDENCE, study_with_events(365), {"study": "S1"})

    count, years = stats(result, 0, 0)
    assert (count, years) == (1, pytest.approx((10 * 365 + 100) / 365.25))
    count, years = stats(result, 0, 2)
    assert (count, years) == (2, pytest.approx((9 * 365 + 1 + 365) / 365.25))
    assert any("1 first events have no complete start date" in n for n in result.notes)


def test_that_all_events_are_divided_by_the_whole_time():
    result = catalogue.run(INCIDENCE, study_with_events(365), {"study": "S1", "measure": "events"})

    assert stats(result, 0, 0) == [2, pytest.approx(11 * 365 / 365.25)]
    # Tables of exact Poisson limits give 0.2422 and 7.2247 for two events.
    years = 11 * 365 / 365.25
    expected = (100 * 2 / years, 24.22 / years, 722.47 / years)
    assert stats(result, 0, 1) == pytest.approx(expected, rel=1e-4)


def test_that_no_event_has_an_exact_upper_bound():
    result = catalogue.run(INCIDENCE, study_with_events(365), {"study": "S1"})

    # Serious, placebo: 0 in 11 * 365 days; upper bound -log(0.025) / T (Garwood)
    upper = 100 * -np.log(0.025) / (11 * 365 / 365.25)
    assert stats(result, 1, 1) == pytest.approx([0, 0, upper])


def test_that_days_after_the_end_lengthen_the_time_at_risk():
    result = catalogue.run(
        INCIDENCE, study_with_events(365), {"study": "S1", "lag": 30, "measure": "subjects"}
    )

    assert stats(result, 0, 0)[1] == pytest.approx(11 * 395 / 365.25)
    assert ("Time at risk", "First to last dose (TRTSDT to TRTEDT), 30 days added") in result.method


def test_that_subjects_without_known_time_leave_rates_with_their_events():
    study = study_with_events(365)
    adsl = study.adsl.copy()
    adsl.loc[adsl["USUBJID"] == "S1-0001", "TRTEDT"] = pd.NaT

    result = catalogue.run(INCIDENCE, with_dataset(study, "ADSL", "ADSL", adsl), {"study": "S1"})

    assert stats(result, 0, 0) == [0, pytest.approx(10 * 365 / 365.25)]
    assert any("1 subjects whose time at risk is not known" in n for n in result.notes)


def test_that_exposure_records_serve_where_the_subjects_have_no_dates():
    study = study_with_events(365)
    adsl = study.adsl.drop(columns=["TRTEDT"])
    doses = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": np.repeat(adsl["USUBJID"][:24].to_numpy(), 2),
            "EXTRT": "DRUG",
            "ASTDT": [START, START + pd.Timedelta(days=99)] * 24,
        }
    )
    study = with_dataset(with_dataset(study, "ADSL", "ADSL", adsl), "ADEX", "OCCDS", doses)

    result = catalogue.run(INCIDENCE, study, {"study": "S1", "measure": "subjects"})

    assert stats(result, 0, 0)[1] == pytest.approx(11 * 100 / 365.25)


def test_that_no_dates_at_all_are_refused_in_words():
    study = study_with_events(365)
    adsl = study.adsl.drop(columns=["TRTEDT", "TRTSDT"])

    with pytest.raises(AnalysisError, match="neither TRTSDT and TRTEDT nor TRTDURD"):
        catalogue.run(INCIDENCE, with_dataset(study, "ADSL", "ADSL", adsl), {})


def test_that_terms_are_sorted_by_frequency():
    result = catalogue.run(INCIDENCE, study_with_events(365), {"study": "S1", "rows": "term"})

    assert [r.labels[0] for r in result.tables[0].rows] == ["Cough", "Sepsis"]
    assert result.tables[0].columns[-1].key == {"ARM": MONTHLY, "REFERENCE": PLACEBO}


def test_that_pooled_rates_are_compared_within_studies_and_a_reversal_is_named():
    people, events = [], []
    for study, arm, n, hits in (
        ("A", PLACEBO, 90, 5),
        ("A", MONTHLY, 10, 0),
        ("B", PLACEBO, 10, 6),
        ("B", MONTHLY, 90, 45),
    ):
        for i in range(n):
            who = {"STUDYID": study, "USUBJID": f"{study}{arm}{i}"}
            people.append(who | {"TRT01A": arm, "TRTSDT": START, "TRTEDT": START, "SAFFL": "Y"})
            if i < hits:
                events.append(who | {"AEDECOD": "Cough", "TRTEMFL": "Y", "ASTDT": START})
    study = with_dataset(small_study(), "ADSL", "ADSL", pd.DataFrame(people))
    study = with_dataset(study, "ADAE", "ADAE", pd.DataFrame(events))

    result = catalogue.run(INCIDENCE, study, {"study": "Pooled", "measure": "subjects"})

    # One day each; weights 9 and 9: ((0 - 5/90) + (45/90 - 6/10)) / 2 per day
    estimate = stats(result, 0, 4)[0]
    assert estimate == pytest.approx(-100 * 365.25 * (5 / 90 + 0.1) / 2)
    assert any("Any adverse event" in n and "added up" in n for n in result.notes)


def test_that_years_of_treatment_in_the_pilot_study_are_those_of_its_dates(pilot):
    result = catalogue.run(INCIDENCE, pilot, {"measure": "subjects"})

    adsl = pilot.adsl
    days = (adsl["TRTEDT"] - adsl["TRTSDT"]).dt.days + 1
    by_arm = days.groupby(adsl["TRT01AN"]).sum() / 365.25
    found = [stats(result, 0, c)[1] for c in (0, 2, 4)]
    assert found == pytest.approx(by_arm.tolist())
    # Subjects with any event as in table 14-5.01
    assert [stats(result, 0, c)[0] for c in (0, 2, 4)] == [65, 77, 76]
    assert formats.cell(result.tables[0].rows[1].cells[0]).startswith("0 / ")


def by_pandas(pilot, measure):
    """Return {(class, arm): (numerator, years)} from the records, without the program."""
    adsl = pilot.adsl[pilot.adsl["SAFFL"] == "Y"].set_index("USUBJID")
    days = (adsl["TRTEDT"] - adsl["TRTSDT"]).dt.days + 1
    events = pilot.dataset("ADAE").frame
    events = events[(events["TRTEMFL"] == "Y") & days.reindex(events["USUBJID"]).notna().to_numpy()]
    start = adsl["TRTSDT"].reindex(events["USUBJID"]).to_numpy()
    events = events.assign(DAY=(events["ASTDT"] - start).dt.days + 1)
    found = {}
    for name, own in events.groupby("AEBODSYS"):
        first = own.groupby("USUBJID")["DAY"].min()
        time = days.copy()
        if measure == "first":  # a first event without a date leaves all the time
            dated = first.dropna().clip(lower=1)
            time[dated.index] = dated
        for arm, people in adsl.groupby("TRT01A"):
            mine = own[own["USUBJID"].isin(people.index)]
            count = len(mine) if measure == "events" else mine["USUBJID"].nunique()
            found[name, arm] = (count, time[people.index].sum() / 365.25)
    return found


@pytest.mark.parametrize("measure", ["first", "subjects", "events"])
def test_that_rates_of_the_pilot_study_are_those_of_a_second_computation(pilot, measure):
    result = catalogue.run(INCIDENCE, pilot, {"measure": measure, "rows": "class"})

    table = result.tables[0]
    wanted = by_pandas(pilot, measure)
    said = {"first": "first events", "subjects": "subjects with an event", "events": "all events"}
    assert said[measure] in table.title
    assert len(table.rows) == len({name for name, _ in wanted}) > 20
    for row in table.rows:
        for place in (0, 2, 4):
            count, interval = row.cells[place : place + 2]
            n, years = wanted[row.labels[0], table.columns[place].key["ARM"]]
            assert [s.value for s in count.stats] == [n, pytest.approx(years, rel=1e-9)]
            lower = stats_of.chi2.ppf(0.025, 2 * n) / 2 / years if n else 0.0
            upper = stats_of.chi2.ppf(0.975, 2 * n + 2) / 2 / years
            exact = [100 * n / years, 100 * lower, 100 * upper]
            assert [s.value for s in interval.stats] == pytest.approx(exact, rel=1e-9)
