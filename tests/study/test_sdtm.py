"""SDTM brought to ADaM shape, against the ADaM data sets published with the same study."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.sdtm import derive_adam
from sjogren_desktop.study.visits import Window, windows_between

PILOT = Path(__file__).parents[1] / "reference" / "sdtm_pilot"
DOMAINS = ("dm", "suppdm", "ex", "ds", "ae", "lbch")


@pytest.fixture(scope="module")
def study() -> StudyData:
    return open_study([PILOT / f"{d}.csv" for d in DOMAINS])


def published(name: str, study: StudyData, key: list[str]) -> pd.DataFrame:
    """Return the published records beside ours (``_OURS``)."""
    theirs = pd.read_csv(PILOT / f"expected_{name}.csv", keep_default_na=False, na_values=[""])
    ours = study.dataset(name.upper() if name != "adlbc" else "ADLB").frame
    joined = theirs.merge(ours, on=key, how="left", suffixes=("", "_OURS"), validate="m:1")
    assert len(joined) == len(theirs)
    return joined


def differing(joined: pd.DataFrame, column: str) -> list[str]:
    """Return the subjects whose published value is not ours."""
    theirs, ours = joined[column], joined[column + "_OURS"]
    if ours.dtype.kind == "M":
        theirs = pd.to_datetime(theirs)
    if theirs.dtype.kind == "f":
        same = np.isclose(theirs, ours.astype(float), rtol=1e-9, atol=1e-9, equal_nan=True)
    else:
        same = ((theirs == ours) | (theirs.isna() & ours.isna())).to_numpy()
    return joined.loc[~same, "USUBJID"].tolist()


@pytest.mark.parametrize(
    "column", ["TRT01P", "TRTSDT", "TRTEDT", "SAFFL", "ITTFL", "EFFFL", "EOSSTT"]
)
def test_that_subject_level_variables_are_those_published(column: str, study: StudyData) -> None:
    assert differing(published("adsl", study, ["USUBJID"]), column) == []


@pytest.mark.parametrize("column", ["TRTEMFL", "AENDT", "AENDY"])
def test_that_adverse_events_are_as_published(column: str, study: StudyData) -> None:
    assert differing(published("adae", study, ["USUBJID", "AESEQ"]), column) == []


@pytest.mark.parametrize("column", ["ASTDT", "ASTDTF", "ASTDY"])
def test_that_starts_are_as_published_but_for_years_alone(column: str, study: StudyData) -> None:
    joined = published("adae", study, ["USUBJID", "AESEQ"])

    # The pilot leaves a start without a month missing; the rule here completes and flags it.
    years = joined.loc[joined["AESTDTC"].str.len() == 4, "USUBJID"].tolist()
    assert years
    assert differing(joined, column) == years


@pytest.mark.parametrize(
    "column", ["AVAL", "BASE", "CHG", "ABLFL", "ADY", "A1LO", "A1HI", "AVISITN", "AVISIT"]
)
def test_that_laboratory_values_are_as_published(column: str, study: StudyData) -> None:
    joined = published("adlbc", study, ["USUBJID", "PARAMCD", "LBSEQ"])

    assert differing(joined, column) == []


def test_that_derived_records_keep_their_place_in_the_file(study: StudyData) -> None:
    adlb = study.dataset("ADLB")
    lines = (PILOT / "lbch.csv").read_text().splitlines()

    for position in (0, 7, len(adlb.frame) - 1):
        file, _, row = adlb.address(position)
        assert file == "lbch.csv"
        record = adlb.frame.iloc[position]
        assert row is not None
        assert lines[row - 1].split(",")[2:5] == [
            record["USUBJID"],
            f"{record['LBSEQ']:.1f}",
            record["PARAMCD"],
        ]


def test_that_each_derivation_states_its_rules(study: StudyData) -> None:
    notes = {i.file: i.message for i in study.issues if i.check == "sdtm.derived"}

    assert set(notes) == {"dm.csv", "ex.csv", "ae.csv", "lbch.csv"}
    assert "partial starts completed" in notes["ae.csv"]
    assert "ASTDTF" in notes["ae.csv"]
    assert "LBBLFL = Y" in notes["lbch.csv"]
    assert all("no day 0" in notes[f] for f in ("ae.csv", "lbch.csv"))


def test_that_domains_stay_beside_but_count_no_longer(study: StudyData) -> None:
    kinds = {d.name: d.kind for d in study.datasets}

    assert kinds["AE"] == kinds["DM"] == kinds["EX"] == "OTHER"
    assert [d.name for d in study.of_kind("ADAE")] == ["ADAE"]
    assert [d.name for d in study.of_kind("ADSL")] == ["ADSL"]


def test_that_nothing_is_derived_beside_the_studys_own_analysis_data(shared: Path) -> None:
    adam = shared / "data" / "cdiscpilot" / "adam"
    files = [PILOT / f"{d}.csv" for d in DOMAINS]
    study = open_study([*files, adam / "adsl.xpt", adam / "adae.xpt", adam / "adlbc.xpt"])

    assert "ADLB" not in [d.name for d in study.datasets]
    assert len(study.dataset("ADSL").frame) == 254
    assert len(study.of_kind("ADAE")) == 1


def test_that_windows_choose_the_record_closest_to_the_target(tmp_path: Path) -> None:
    (tmp_path / "dm.csv").write_text(
        "STUDYID,DOMAIN,USUBJID,ARM,RFXSTDTC\nT,DM,S1,Active,2024-01-10\n"
    )
    (tmp_path / "qs.csv").write_text(
        "STUDYID,DOMAIN,USUBJID,QSSEQ,QSTESTCD,QSTEST,QSSTRESN,QSDTC\n"
        "T,QS,S1,1,ESSDAI,ESSDAI total,12,2024-01-09\n"
        "T,QS,S1,2,ESSDAI,ESSDAI total,10,2024-01-10\n"
        "T,QS,S1,3,ESSDAI,ESSDAI total,8,2024-02-01\n"
        "T,QS,S1,4,ESSDAI,ESSDAI total,7,2024-02-08\n"
        "T,QS,S1,5,ESSDAI,ESSDAI total,6,2024-12-01\n"
    )
    domains = [d for d in open_study([tmp_path]).datasets if not d.name.startswith("AD")]
    windows = (Window("Baseline", 0, 1, -28, 1), Window("Week 4", 4, 29, 2, 43))

    derived, _ = derive_adam(domains, windows=windows)

    frame = next(d.frame for d in derived if d.name == "ADQS")
    # Day -1 is the day before the first dose; 8 February is day 30, one from the target.
    assert frame["ADY"].tolist() == [-1, 1, 23, 30, 327]
    assert frame["AVISIT"].fillna("").tolist() == ["Baseline", "Baseline", "Week 4", "Week 4", ""]
    assert frame["ABLFL"].fillna("").tolist() == ["", "Y", "", "", ""]
    assert frame["ANL01FL"].fillna("").tolist() == ["", "Y", "", "Y", ""]
    assert frame["CHG"].fillna(-99).tolist() == [-99, -99, -2, -3, -4]


def test_that_a_test_in_urine_is_a_parameter_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "dm.csv").write_text(
        "STUDYID,DOMAIN,USUBJID,ARM,RFXSTDTC\nT,DM,S1,Active,2024-01-10\n"
    )
    (tmp_path / "lb.csv").write_text(
        "STUDYID,DOMAIN,USUBJID,LBSEQ,LBTESTCD,LBTEST,LBSPEC,LBSTRESN,LBSTRESU,VISIT,LBDTC\n"
        "T,LB,S1,1,GLUC,Glucose,URINE,0,mmol/L,Baseline,2024-01-10\n"
        "T,LB,S1,2,GLUC,Glucose,SERUM,5,mmol/L,Baseline,2024-01-10\n"
    )

    frame = open_study([tmp_path]).dataset("ADLB").frame

    assert frame["PARAMCD"].tolist() == ["GLUC_URINE", "GLUC"]
    assert frame["PARAM"].tolist() == ["Glucose in urine (mmol/L)", "Glucose (mmol/L)"]
    assert frame["BASE"].tolist() == [0, 5]


def test_that_windows_chosen_for_a_study_are_applied_when_it_is_opened() -> None:
    files = [PILOT / f"{d}.csv" for d in DOMAINS]
    shown = open_study(files).mapped[0]
    assert (shown.table, shown.map.columns[0].column) == ("Visits of SDTM", "SDTM CDISCPILOT01")
    assert shown.map.visits["Week 24"] == ("Week 24", 24)
    windows = windows_between([("Week 12", 12), ("Week 24", 24)])

    study = open_study(files, maps=[dataclasses.replace(shown.map, windows=windows)])

    frame = study.dataset("ADLB").frame
    assert set(frame["AVISIT"].dropna()) == {"Baseline", "Week 12", "Week 24"}
    week_24 = frame.loc[(frame["AVISIT"] == "Week 24") & (frame["ANL01FL"] == "Y"), "ADY"]
    assert week_24.between(128, 212).all()
    assert not study.mapped[0].guessed


def test_that_visits_can_be_renamed() -> None:
    files = [PILOT / f"{d}.csv" for d in DOMAINS]
    shown = open_study(files).mapped[0].map
    visits = {**shown.visits, "Week 24": ("End of treatment", 99.0)}

    frame = (
        open_study(files, maps=[dataclasses.replace(shown, visits=visits)]).dataset("ADLB").frame
    )

    assert set(frame.loc[frame["VISIT"] == "WEEK 24", "AVISIT"]) == {"End of treatment"}
    assert set(frame.loc[frame["VISIT"] == "WEEK 24", "AVISITN"]) == {99}


def test_that_analysis_data_keeping_the_domain_of_their_source_are_no_domain(
    tmp_path: Path,
) -> None:
    # As pharmaverseadam has it: ADAE with DOMAIN, and its own decision on what is emergent.
    (tmp_path / "adsl.csv").write_text(
        "STUDYID,USUBJID,TRT01P,TRT01A,TRTSDT,TRTEDT,SAFFL\nT,S1,A,A,2024-01-01,2024-03-01,Y\n"
        "T,S2,B,B,2024-01-01,2024-03-01,Y\n"
    )
    (tmp_path / "adae.csv").write_text(
        "STUDYID,DOMAIN,USUBJID,AESEQ,AETERM,AEDECOD,AESER,AESTDTC,ASTDT,TRTEMFL\n"
        "T,AE,S1,1,Cough,COUGH,N,2024-03-20,2024-03-20,\n"
        "T,AE,S2,1,Rash,RASH,N,2024-01-09,2024-01-09,Y\n"
    )

    study = open_study([tmp_path])

    (events,) = [d for d in study.datasets if d.name == "ADAE"]
    assert events.kind == "ADAE"
    assert events.frame["TRTEMFL"].isna().tolist() == [True, False]


def vital_signs(units: dict[str, str]) -> pd.DataFrame:
    """Return VS of the first two subjects: before, on and after the first dose."""
    rows = [
        ("01-701-1015", "HEIGHT", 147.3, "2013-12-26", ""),
        ("01-701-1015", "WEIGHT", 54.0, "2013-12-26", ""),
        ("01-701-1015", "WEIGHT", 54.4, "2014-01-02", "Y"),
        ("01-701-1015", "WEIGHT", 53.1, "2014-01-16", ""),
        ("01-701-1023", "HEIGHT", 162.6, "2012-07-22", ""),
        ("01-701-1023", "WEIGHT", 80.3, "2012-08-05", ""),
    ]
    names = ["USUBJID", "VSTESTCD", "VSSTRESN", "VSDTC", "VSBLFL"]
    frame = pd.DataFrame(rows, columns=names)
    frame = frame.assign(STUDYID="CDISCPILOT01", DOMAIN="VS", VSTEST=frame["VSTESTCD"])
    return frame.assign(VSSEQ=range(6), VSSTRESU=frame["VSTESTCD"].map(units), VISIT="V")


def opened_with_vital_signs(folder: Path, units: dict[str, str]) -> StudyData:
    vital_signs(units).to_csv(folder / "vs.csv", index=False)
    more = {"RACE": "WHITE", "ETHNIC": "HISPANIC OR LATINO", "COUNTRY": "USA"}
    pd.read_csv(PILOT / "dm.csv").assign(**more).to_csv(folder / "dm.csv", index=False)
    return open_study([folder / "dm.csv", folder / "vs.csv"])


def test_that_demographics_come_from_dm_and_vital_signs_alone(tmp_path: Path) -> None:
    # ADSL of the pilot study: HEIGHTBL 147.3 and 162.6, WEIGHTBL 54.4 and 80.3, BMIBL 25.1, 30.4
    study = opened_with_vital_signs(tmp_path, {"HEIGHT": "cm", "WEIGHT": "kg"})

    people = study.adsl.set_index("USUBJID").loc[["01-701-1015", "01-701-1023"]]
    assert people["HEIGHTBL"].tolist() == [147.3, 162.6]
    assert people["WEIGHTBL"].tolist() == [54.4, 80.3]
    np.testing.assert_allclose(people["BMIBL"], [25.1, 30.4], atol=0.05)
    result = catalogue.run(catalogue.find("demographics"), study, {})
    shown = list(dict.fromkeys(row.labels[0] for row in result.tables[0].rows))
    assert {"Age", "Sex", "Race", "Ethnicity", "Country"} <= set(shown)
    assert "Weight at baseline (kg)" in shown
    dm = pd.read_csv(PILOT / "dm.csv")
    ages = dm.loc[dm["ARM"] != "Screen Failure", "AGE"]
    total = result.tables[0].rows[1].cells[-1]
    assert total is not None
    assert [s.value for s in total.stats] == pytest.approx([ages.mean(), ages.std()])


def test_that_sizes_in_mixed_or_unknown_units_make_no_body_mass_index(tmp_path: Path) -> None:
    study = opened_with_vital_signs(tmp_path, {"HEIGHT": "in", "WEIGHT": "kg"})

    assert "WEIGHTBL" in study.adsl
    assert "BMIBL" not in study.adsl


def test_that_findings_without_domain_and_name_are_known_by_their_variables(
    tmp_path: Path,
) -> None:
    for name in ("dm", "ex", "lbch"):
        frame = pd.read_csv(PILOT / f"{name}.csv", dtype=str, keep_default_na=False)
        if name == "lbch":
            frame = frame.drop(columns="DOMAIN")
        frame.to_csv(
            tmp_path / f"{name if name != 'lbch' else 'chemistry results'}.csv", index=False
        )

    study = open_study([tmp_path])

    assert study.dataset("ADLB").kind == "BDS"
    assert "ADQS" not in {d.name for d in study.datasets}
    assert "key.duplicate" not in {i.check for i in study.issues}
