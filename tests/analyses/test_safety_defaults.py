"""Every safety analysis with its defaults on studies that lack this or that.

A study from elsewhere has its own gaps. Each analysis must then give a result, or
say in words what is missing; it must never fail in any other way.
"""

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.results import AnalysisError, Result
from sjogren_desktop.study.data import StudyData
from tests.studies import MONTHLY, small_study, with_dataset

KEYS = tuple(a.key for a in catalogue.ANALYSES if a.tab == "safety")
AE = ("ae_overview", "ae_terms", "ae_incidence", "ae_special", "ae_time", "deaths_sae")
START = pd.Timestamp("2024-01-01")


def whole_study():
    rng = np.random.default_rng(5)
    study = small_study()
    adsl = study.adsl.assign(TRTSDT=START, TRTEDT=START + pd.Timedelta(days=180), DTHFL=None)
    people = adsl["USUBJID"].to_numpy()
    who = rng.integers(0, len(people), 80)
    day = rng.integers(0, 170, 80)
    events = pd.DataFrame(
        {
            "STUDYID": adsl["STUDYID"].to_numpy()[who],
            "USUBJID": people[who],
            "AETERM": rng.choice(["cough", "sepsis", "rash"], 80),
            "AESER": rng.choice(["Y", "N"], 80),
            "AESEV": rng.choice(["MILD", "SEVERE"], 80),
            "AEREL": rng.choice(["RELATED", "NOT RELATED"], 80),
            "AEACN": rng.choice(["DRUG WITHDRAWN", "DOSE NOT CHANGED"], 80),
            "AEOUT": "RECOVERED",
            "ASTDT": START + pd.to_timedelta(day, unit="D"),
            "TRTEMFL": "Y",
        }
    )
    events["AEDECOD"] = events["AETERM"].str.title()
    events["AEBODSYS"] = "Some class"
    events["AESOC"] = "Some class"
    labs = [
        {
            "STUDYID": study_id,
            "USUBJID": subject,
            "PARAMCD": code,
            "PARAM": f"{code} ({unit})",
            "AVISITN": visit,
            "AVISIT": "Baseline" if visit == 0 else f"Week {visit:g}",
            "ADY": 7 * visit + 1,
            "AVAL": float(rng.normal(mean, mean / 3)),
            "A1LO": mean / 2,
            "A1HI": mean * 1.5,
            "ABLFL": "Y" if visit == 0 else None,
        }
        for study_id, subject in zip(adsl["STUDYID"], adsl["USUBJID"], strict=True)
        for code, unit, mean in (("ALT", "U/L", 30), ("BILI", "umol/L", 10), ("NEUT", "10^9/L", 4))
        for visit in (0.0, 4.0, 8.0)
    ]
    study = with_dataset(with_dataset(study, "ADSL", "ADSL", adsl), "ADAE", "ADAE", events)
    return with_dataset(study, "ADLB", "BDS", pd.DataFrame(labs))


def changed(name, change):
    study = whole_study()
    dataset = study.dataset(name)
    return with_dataset(study, name, dataset.kind, change(dataset.frame.copy()))


def without(name, *columns):
    return changed(name, lambda f: f.drop(columns=list(columns)))


def only(condition):
    study = whole_study()
    adsl = study.adsl
    return with_dataset(study, "ADSL", "ADSL", adsl.loc[condition(adsl)].reset_index(drop=True))


VARIANTS = {
    "whole": whole_study,
    "no AESOC": lambda: without("ADAE", "AESOC"),
    "no class at all": lambda: without("ADAE", "AESOC", "AEBODSYS"),
    "no preferred terms": lambda: without("ADAE", "AEDECOD"),
    "no TRTEMFL": lambda: without("ADAE", "TRTEMFL"),
    "empty TRTEMFL": lambda: changed("ADAE", lambda f: f.assign(TRTEMFL=None)),
    "start dates as text, one partial": lambda: changed(
        "ADAE",
        lambda f: f.assign(TRTEMFL=None, ASTDT=["2024-02", *["2024-03-01"] * (len(f) - 1)]),
    ),
    "grades for severity": lambda: changed(
        "ADAE", lambda f: f.drop(columns="AESEV").assign(AETOXGR="GRADE 3")
    ),
    "no seriousness": lambda: without("ADAE", "AESER"),
    "no events": lambda: changed("ADAE", lambda f: f.iloc[:0]),
    "no SAFFL": lambda: without("ADSL", "SAFFL"),
    "empty SAFFL": lambda: changed("ADSL", lambda f: f.assign(SAFFL=None)),
    "no treatment dates": lambda: without("ADSL", "TRTSDT", "TRTEDT"),
    "one arm": lambda: only(lambda f: f["TRT01A"] == MONTHLY),
    "a subject twice": lambda: changed("ADSL", lambda f: pd.concat([f, f.iloc[:1]])),
    "no study identifier": lambda: StudyData(
        tuple(
            type(d)(d.name, d.kind, d.frame.drop(columns="STUDYID")) for d in whole_study().datasets
        )
    ),
    "no laboratory data": lambda: StudyData(whole_study().datasets[:-1]),
    "no ranges": lambda: without("ADLB", "A1LO", "A1HI"),
    "no visit numbers": lambda: without("ADLB", "AVISITN"),
    "no days": lambda: without("ADLB", "ADY"),
    "no baseline flag": lambda: without("ADLB", "ABLFL"),
    "no values": lambda: changed("ADLB", lambda f: f.assign(AVAL=np.nan)),
    "other ranges": lambda: changed(
        "ADLB", lambda f: f.rename(columns={"A1LO": "ANRLO", "A1HI": "ANRHI"})
    ),
}
MAY_REFUSE = {
    ("ae_incidence", "no treatment dates"),
    # None has doses, or domains of the ESSDAI.
    *((key, name) for key in ("dose_reactions", "flare_events") for name in VARIANTS),
    ("exposure_lanes", "no treatment dates"),
    ("immune_course", "no laboratory data"),
    ("immune_course", "no values"),
    ("immune_course", "no days"),
    ("ae_severity", "no events"),
    ("immune_course", "no treatment dates"),
    ("ae_signals", "no events"),
    ("ae_signals", "one arm"),
    ("ae_time", "no treatment dates"),
    *((key, name) for key in ("lab_shift", "lab_change", "ctcae_grades", "liver")
      for name in ("no laboratory data", "no values")),
    ("lab_shift", "no ranges"),
    ("ctcae_grades", "no ranges"),
    ("liver", "no ranges"),
}  # fmt: skip


READS = {
    "ADLB": ("lab_shift", "lab_change", "ctcae_grades", "liver", "immune_course", "narratives"),
    "ADAE": tuple(k for k in KEYS if k not in ("lab_shift", "lab_change", "ctcae_grades", "liver")),
}
OF_EVENTS = ("AE", "class", "TRTEMFL", "terms", "dates as text", "grades", "seriousness", "events")
OF_LABS = ("laboratory", "ranges", "visit numbers", "no days", "baseline flag", "values")


def reads(key, name):
    """Say whether an analysis can notice a variant: whether it reads the data set changed."""
    if any(word in name for word in OF_LABS):
        return key in READS["ADLB"]
    if any(word in name for word in OF_EVENTS):
        return key in READS["ADAE"]
    return True


@pytest.mark.parametrize(("key", "name"), [(k, n) for n in VARIANTS for k in KEYS if reads(k, n)])
def test_that_an_analysis_gives_a_result_or_says_what_is_missing(key, name):
    study = VARIANTS[name]()
    analysis = catalogue.find(key)

    for scope in analysis.scopes(study):
        result = message = None
        try:
            result = catalogue.run(analysis, study, dict(scope))
        except AnalysisError as error:
            message = str(error)
        if message is not None:
            assert (key, name) in MAY_REFUSE, message
            assert len(message) > 40
        else:
            assert isinstance(result, Result)
            assert result.tables
            assert result.summary


@pytest.mark.parametrize("key", AE)
def test_that_a_study_without_class_counts_the_same_events(key):
    full = catalogue.run(catalogue.find(key), whole_study(), {"study": "S2"})
    less = catalogue.run(catalogue.find(key), without("ADAE", "AESOC"), {"study": "S2"})

    assert [r.cells for r in less.tables[0].rows] == [r.cells for r in full.tables[0].rows]


def test_that_the_derived_flag_leaves_out_what_began_before_the_first_dose():
    early = changed(
        "ADAE",
        lambda f: f.assign(TRTEMFL=None, ASTDT=START - pd.Timedelta(days=1)),
    )

    result = catalogue.run(catalogue.find("ae_terms"), early, {"study": "S2"})

    assert result.summary == "Treatment-emergent adverse events: none was recorded."


def test_that_what_is_known_of_a_partial_date_decides_whether_an_event_is_emergent():
    # First dose 1 January 2024: a start in 2023, or an end before it, is no emergent event.
    starts = ["2023", "2023-11", "2024-01", "2024", None]

    def change(frame):
        part = frame.iloc[:5].assign(TRTEMFL=None, ASTDT=pd.NaT, AESTDTC=starts)
        part = part.assign(STUDYID="S1", USUBJID="S1-0001")
        return part.assign(AENDT=[pd.NaT] * 4 + [START - pd.Timedelta(days=3)])

    result = catalogue.run(catalogue.find("ae_overview"), changed("ADAE", change), {})

    row = result.tables[0].rows[0]
    assert sum(c.stats[2].value for c in row.cells[:-1]) == 2


def test_that_a_change_of_treatment_between_periods_is_told():
    def cross(frame):
        # A subject without a later treatment, and one that keeps its own, have not moved.
        later = pd.Series("Other drug", index=frame.index).mask(frame["TRT01A"] == MONTHLY)
        return frame.assign(TRT02A=later.mask(frame.index % 2 == 0, frame["TRT01A"]))

    crossed = changed("ADSL", cross)
    found = catalogue.run(catalogue.find("ae_overview"), crossed, {"study": "Pooled"})
    plain = catalogue.run(catalogue.find("ae_overview"), whole_study(), {"study": "Pooled"})

    people = crossed.adsl
    odd = (people["SAFFL"] == "Y") & (people["TRT01A"] != MONTHLY) & (people.index % 2 == 1)
    odd &= people["TRT01A"].notna()
    assert odd.sum() > 1
    assert any(f"{odd.sum()} subjects had another treatment" in n for n in found.notes)
    assert not any("another treatment" in note for note in plain.notes)


@pytest.mark.parametrize("word", ["YES", "yes", "Y ", 1, True])
def test_that_a_flag_counts_however_it_is_written(word):
    plain = catalogue.run(catalogue.find("ae_terms"), whole_study(), {})

    other = changed("ADAE", lambda f: f.assign(TRTEMFL=word))

    found = catalogue.run(catalogue.find("ae_terms"), other, {})
    assert [r.cells for r in found.tables[0].rows] == [r.cells for r in plain.tables[0].rows]


@pytest.mark.parametrize("key", ["ae_overview", "ae_terms", "ae_special", "ae_incidence",
                                 "deaths_sae", "lab_shift", "ctcae_grades", "liver"])  # fmt: skip
def test_that_a_cell_that_counts_patients_names_them(key):
    study = changed("ADSL", lambda f: f.assign(DTHFL=np.where(f.index % 3, None, "Y")))
    result = catalogue.run(catalogue.find(key), study, {"study": "Pooled"})

    counted = 0
    for table in result.tables:
        for row in table.rows:
            for cell in filter(None, row.cells):
                if cell.stats[0].name in ("count", "n") and cell.stats[0].value is not None:
                    assert len(cell.subjects) == cell.stats[0].value, (table.key, row.labels)
                    assert len(set(cell.subjects)) == len(cell.subjects)
                    counted += len(cell.subjects)
    assert counted


def test_that_events_of_everybody_count_without_a_safety_flag():
    study = changed("ADSL", lambda adsl: adsl.drop(columns="SAFFL").assign(FASFL="N"))
    few = study.adsl.copy()
    few.loc[::3, "FASFL"] = "Y"
    study = with_dataset(study, "ADSL", "ADSL", few)

    result = catalogue.run(catalogue.find("ae_overview"), study, {})

    assert result.population == "All subjects"
