"""The demonstration study is what it says: synthetic, consistent, and calibrated.

Headline figures (sources in ``resources/demo/README.md``): means, differences and
limits equal the published ones to the printed digit, p-values lie in a range
around the published one.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from resources.demo.generator.build import archive
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.ancova import fit_ancova
from sjogren_desktop.stats.mmrm import MMRMResult, fit_mmrm
from sjogren_desktop.study.demo import MARKER, demo_files, write_demo

PLACEBO = "Placebo"
MONTHLY = "Ianalumab 300 mg monthly"
QUARTERLY = "Ianalumab 300 mg every 3 months"
STUDIES = ("NEPTUNUS-1", "NEPTUNUS-2")
WEEKS = range(0, 49, 4)

# Seror 2010 and 2016: weights of the ESSDAI and the ClinESSDAI, and the highest level.
WEIGHTS = {
    "ESSCON": (3, 4, 2),
    "ESSLYM": (4, 4, 3),
    "ESSGLA": (2, 2, 2),
    "ESSART": (2, 3, 3),
    "ESSCUT": (3, 3, 3),
    "ESSPUL": (5, 6, 3),
    "ESSREN": (5, 6, 3),
    "ESSMUS": (6, 7, 3),
    "ESSPNS": (5, 5, 3),
    "ESSCNS": (5, 5, 3),
    "ESSHAE": (2, 2, 3),
    "ESSBIO": (1, 0, 2),
}

Read = Callable[[str], pd.DataFrame]


@pytest.fixture(scope="module")
def read() -> Read:
    """Return a data set of both studies, empty text staying empty."""
    frames: dict[str, pd.DataFrame] = {}

    def one(name: str) -> pd.DataFrame:
        if name not in frames:
            with zipfile.ZipFile(demo_files()) as zipped:
                parts = []
                for study in STUDIES:
                    with zipped.open(f"{study}/{name}.csv") as file:
                        parts.append(pd.read_csv(file, dtype={"SITEID": str}))
            frames[name] = pd.concat(parts, ignore_index=True)
        return frames[name]

    return one


@pytest.fixture(scope="module")
def scores(read: Read) -> pd.DataFrame:
    """ESSDAI levels and totals: one row a subject and visit, one column a parameter."""
    adqs = read("adqs")
    wanted = adqs[adqs["PARAMCD"].isin([*WEIGHTS, "ESSDAI", "CLINESSD"])]
    return wanted.pivot_table(index=["USUBJID", "AVISITN"], columns="PARAMCD", values="AVAL")


# ------------------------------------------------------------------ shipped and generated


def test_that_the_shipped_files_are_the_generator_s(tmp_path: Path) -> None:
    made = tmp_path / "made.zip"

    made.write_bytes(archive())

    with zipfile.ZipFile(made) as new, zipfile.ZipFile(demo_files()) as shipped:
        assert shipped.namelist() == new.namelist()
        for name in shipped.namelist():
            assert shipped.read(name) == new.read(name), name


def test_that_every_data_set_says_it_is_synthetic(read: Read) -> None:
    with zipfile.ZipFile(demo_files()) as zipped:
        names = zipped.namelist()
        notice = zipped.read(MARKER).decode()

    assert "NO RECORD BELONGS TO A PATIENT" in notice
    assert len(names) == 17
    for name in {Path(n).stem for n in names if n.endswith(".csv")}:
        assert (read(name)["SYNTHFL"] == "Y").all()


# ------------------------------------------------------------------ headline figures


def _model(read: Read, code: str, study: str, df_method: str) -> MMRMResult:
    """Fit the default model: all arms of a study, or the two common arms pooled."""
    pooled = study == "pooled"
    arms = [PLACEBO, MONTHLY] if study != "NEPTUNUS-2" else [PLACEBO, MONTHLY, QUARTERLY]
    adqs = read("adqs")
    take = (adqs["PARAMCD"] == code) & (adqs["AVISITN"] > 0) & adqs["TRTP"].isin(arms)
    if not pooled:
        take &= adqs["STUDYID"] == study
    data = adqs[take].assign(
        TRTP=lambda d: pd.Categorical(d["TRTP"], arms),
        AVISIT=lambda d: pd.Categorical(d["AVISIT"], [f"Week {w}" for w in WEEKS[1:]]),
    )
    formula = "CHG ~ TRTP * AVISIT + BASE * AVISIT" + (" + STUDYID" if pooled else "")
    return fit_mmrm(formula + " + us(AVISIT | USUBJID)", data, df_method=df_method)


def _week_48(result: MMRMResult, arm: str) -> tuple[float, float, pd.Series]:
    """Return the LS means of an arm and of placebo, and their difference."""
    means = result.lsmeans(["TRTP", "AVISIT"]).set_index(["TRTP", "AVISIT"])["estimate"]
    differences = result.contrasts(["TRTP"], by=["AVISIT"], reference=PLACEBO)
    at = (differences["AVISIT"] == "Week 48") & (differences["level"] == arm)
    return (
        float(means[arm, "Week 48"]),
        float(means[PLACEBO, "Week 48"]),
        differences[at].iloc[0],
    )


@pytest.mark.parametrize("df_method", ["satterthwaite", "kenward-roger-linear"])
@pytest.mark.parametrize(
    ("study", "arm", "active", "placebo", "difference", "limits", "p_range"),
    [
        ("NEPTUNUS-1", MONTHLY, -6.4, -5.1, -1.3, (-2.6, 0.0), (0.0450, 0.0499)),
        ("NEPTUNUS-2", MONTHLY, -6.5, -5.5, -1.0, (-2.0, 0.0), (0.035, 0.047)),
        ("NEPTUNUS-2", QUARTERLY, None, -5.5, -0.5, (-1.5, 0.5), (0.30, 0.38)),
        ("pooled", MONTHLY, -6.5, -5.3, -1.2, (-2.0, -0.4), (0.002, 0.005)),
    ],
)
def test_that_essdai_at_week_48_has_the_published_figures(
    read: Read,
    df_method: str,
    study: str,
    arm: str,
    active: float | None,
    placebo: float,
    difference: float,
    limits: tuple[float, float],
    p_range: tuple[float, float],
) -> None:
    result = _model(read, "ESSDAI", study, df_method)

    mean, reference, found = _week_48(result, arm)

    assert active is None or round(mean, 1) == active  # not published for every 3 months
    assert round(reference, 1) == placebo
    assert round(found["estimate"], 1) == difference
    assert (round(found["lower"], 1), round(found["upper"], 1)) == limits
    assert p_range[0] <= found["p_value"] <= p_range[1]


@pytest.mark.parametrize(
    ("code", "difference", "lower", "upper", "p_value"),
    [("PAGA", -6.6, -11.4, -1.8, 0.007), ("PHGA", -5.5, -10.1, -0.9, 0.018)],
)
def test_that_global_assessments_of_the_first_trial_have_the_published_figures(
    read: Read, code: str, difference: float, lower: float, upper: float, p_value: float
) -> None:
    _, _, found = _week_48(_model(read, code, "NEPTUNUS-1", "satterthwaite"), MONTHLY)

    shown = [round(found[name], 1) for name in ("estimate", "lower", "upper")]
    assert shown == [difference, lower, upper]
    assert round(found["p_value"], 3) == p_value


@pytest.mark.parametrize(
    ("study", "arm", "difference"),
    [
        ("NEPTUNUS-1", MONTHLY, -1.3),
        ("NEPTUNUS-2", MONTHLY, -1.0),
        ("NEPTUNUS-2", QUARTERLY, -0.5),
        ("pooled", MONTHLY, -1.2),
    ],
)
def test_that_observed_cases_agree_with_the_mixed_model(
    read: Read, study: str, arm: str, difference: float
) -> None:
    arms = [PLACEBO, MONTHLY] if study != "NEPTUNUS-2" else [PLACEBO, MONTHLY, QUARTERLY]
    adqs = read("adqs")
    take = (adqs["PARAMCD"] == "ESSDAI") & (adqs["AVISITN"] == 48) & adqs["TRTP"].isin(arms)
    if study != "pooled":
        take &= adqs["STUDYID"] == study
    data = adqs[take].assign(TRTP=lambda d: pd.Categorical(d["TRTP"], arms))

    fitted = fit_ancova(
        "CHG ~ TRTP + BASE" + (" + STUDYID" if study == "pooled" else ""), data
    ).contrasts(["TRTP"], reference=PLACEBO)

    estimate = fitted[fitted["level"] == arm]["estimate"].iloc[0]
    assert estimate == pytest.approx(difference, abs=0.15)


def test_that_the_drug_is_apart_from_placebo_from_week_16_on(read: Read) -> None:
    for study in (*STUDIES, "pooled"):
        result = _model(read, "ESSDAI", study, "satterthwaite")
        differences = result.contrasts(["TRTP"], by=["AVISIT"], reference=PLACEBO)
        monthly = differences[differences["level"] == MONTHLY].set_index("AVISIT")["estimate"]

        assert monthly[["Week 4", "Week 8"]].abs().max() < 0.3
        assert monthly[[f"Week {w}" for w in range(16, 49, 4)]].max() < -0.5


# ------------------------------------------------------------------ subjects


def test_that_arms_have_the_published_sizes(read: Read) -> None:
    counts = read("adsl").groupby(["STUDYID", "TRT01P"]).size().to_dict()

    assert counts == {
        ("NEPTUNUS-1", PLACEBO): 138,
        ("NEPTUNUS-1", MONTHLY): 137,
        ("NEPTUNUS-2", PLACEBO): 169,
        ("NEPTUNUS-2", MONTHLY): 168,
        ("NEPTUNUS-2", QUARTERLY): 167,
    }


def test_that_baseline_means_of_the_first_trial_are_the_published_ones(read: Read) -> None:
    adsl = read("adsl")

    means = adsl[adsl["STUDYID"] == "NEPTUNUS-1"].groupby("TRT01P")["BLESSDAI"].mean().round(1)

    assert means.to_dict() == {PLACEBO: 12.6, MONTHLY: 12.7}


def test_that_one_patient_died_in_the_placebo_arm_of_the_first_trial(read: Read) -> None:
    adsl, adae = read("adsl"), read("adae")

    died = adsl[adsl["DTHFL"] == "Y"]
    fatal = adae[adae["AESDTH"] == "Y"]

    assert died[["STUDYID", "TRT01A", "DCSREAS"]].to_numpy().tolist() == [
        ["NEPTUNUS-1", PLACEBO, "DEATH"]
    ]
    assert fatal["USUBJID"].tolist() == died["USUBJID"].tolist()
    assert fatal["AENDT"].tolist() == died["DTHDT"].tolist()


def test_that_patients_meet_the_entry_rules(read: Read) -> None:
    adsl, glands = read("adsl"), read("adeyesal")
    flow = glands[(glands["PARAMCD"] == "SWS") & (glands["AVISITN"] == 0)]["AVAL"]

    assert adsl["SCRESS8"].min() >= 5
    assert adsl["AGE"].min() >= 18
    assert adsl["DISDUR"].max() <= 7.5
    assert (adsl["ROFL"] == "N").mean() <= 0.10
    assert len(flow) == 779
    assert flow.min() >= 0.05


def test_that_drop_out_is_12_to_16_percent_with_reasons(read: Read) -> None:
    adsl = read("adsl")
    left = adsl["EOSSTT"] == "DISCONTINUED"

    shares = left.groupby([adsl["STUDYID"], adsl["TRT01P"]]).mean()

    assert shares.between(0.12, 0.16).all()
    assert (adsl["DCSREAS"].notna() == left).all()
    assert adsl["DCSREAS"].nunique() >= 6


def test_that_data_stop_when_a_patient_leaves(read: Read) -> None:
    end = read("adsl").set_index("USUBJID")["EOSDT"]

    for name in ("adqs", "adlb", "advs", "adeyesal"):
        frame = read(name)
        assert (frame["ADT"] <= frame["USUBJID"].map(end)).all(), name
    assert end.max() < "2026"


# ------------------------------------------------------------------ scores


def test_that_totals_are_the_weighted_sums_of_allowed_levels(scores: pd.DataFrame) -> None:
    levels = scores[list(WEIGHTS)]
    weights, clinical, highest = (np.array(w) for w in zip(*WEIGHTS.values(), strict=True))

    assert len(scores) > 9000
    assert scores.notna().all(axis=None)
    assert (scores["ESSDAI"] == levels @ weights).all()
    assert (scores["CLINESSD"] == levels @ clinical).all()
    assert (levels >= 0).all(axis=None)
    assert (levels <= highest).all(axis=None)
    assert not (levels["ESSCNS"] == 1).any()


def test_that_domain_prevalences_at_baseline_are_as_in_the_cohorts(scores: pd.DataFrame) -> None:
    active = (scores.xs(0, level="AVISITN")[list(WEIGHTS)] > 0).mean()

    assert active["ESSBIO"] == pytest.approx(0.82, abs=0.06)  # 86% and 53% in the cohorts
    assert active[["ESSGLA", "ESSART", "ESSCON", "ESSHAE"]].between(0.40, 0.75).all()
    assert active[["ESSCNS", "ESSMUS", "ESSREN"]].max() < 0.08


def test_that_baseline_change_and_keys_are_right_in_every_bds_data_set(read: Read) -> None:
    for name in ("adqs", "adeyesal", "adlb", "advs"):
        frame = read(name)
        after = frame["AVISITN"] > 0
        baseline = frame[~after].set_index(["USUBJID", "PARAMCD"])["AVAL"]

        keys = pd.MultiIndex.from_frame(frame[["USUBJID", "PARAMCD"]])
        assert not frame.duplicated(["USUBJID", "PARAMCD", "AVISITN"]).any()
        assert np.array_equal(frame["BASE"], baseline.reindex(keys), equal_nan=False)
        change = frame["AVAL"] - frame["BASE"]
        assert np.allclose(frame.loc[after, "CHG"], change[after], rtol=0, atol=2e-6)
        assert frame.loc[~after, "CHG"].isna().all()
        assert ((frame["ABLFL"] == "Y") == ~after).all()


def test_that_esspri_is_the_mean_of_its_items(read: Read) -> None:
    adqs = read("adqs")
    wide = adqs[adqs["PARCAT1"] == "ESSPRI"].pivot_table(
        index=["USUBJID", "AVISITN"], columns="PARAMCD", values="AVAL"
    )

    items = wide[["ESPDRY", "ESPFAT", "ESPPAIN"]]

    assert (wide["ESSPRI"] - items.mean(axis=1)).abs().max() < 1e-6
    assert items.isin(range(11)).all(axis=None)


def test_that_levels_derived_from_the_laboratory_equal_the_recorded(
    read: Read, scores: pd.DataFrame
) -> None:
    lab = read("adlb").pivot_table(index=["USUBJID", "AVISITN"], columns="PARAMCD", values="AVAL")
    recorded = scores.reindex(lab.index)
    # Limits of the ESSDAI definitions (Seror 2010), worst line of the blood counts.
    lines = [
        np.digitize(-lab["NEUT"], [-1.4999, -1.0, -0.4999]),
        np.digitize(-lab["HGB"], [-119.99, -100, -79.99]),
        np.digitize(-lab["PLAT"], [-149.99, -100, -49.99]),
        np.digitize(-lab["LYMPH"], [-0.9999, -0.5]),
    ]
    low_complement = (lab["C3"] < 0.9) | (lab["C4"] < 0.1)

    haematological = np.max(lines, axis=0)
    biological = np.select([lab["IGG"] > 20, (lab["IGG"] >= 16) | low_complement], [2, 1], 0)

    assert np.array_equal(haematological, recorded["ESSHAE"])
    assert np.array_equal(biological, recorded["ESSBIO"])


def test_that_b_cells_fall_on_drug_alone(read: Read) -> None:
    adlb = read("adlb")
    cells = adlb[(adlb["PARAMCD"] == "CD19") & (adlb["AVISITN"] == 24)]

    ratio = (cells["AVAL"] / cells["BASE"]).groupby(cells["TRTP"]).median()

    assert ratio[MONTHLY] < 0.1
    assert ratio[QUARTERLY] < 0.1
    assert ratio[PLACEBO] == pytest.approx(1.0, abs=0.1)


def test_that_outcomes_go_together(read: Read) -> None:
    adqs = read("adqs")
    wide = adqs[adqs["AVISITN"] == 48].pivot_table(index="USUBJID", columns="PARAMCD", values="CHG")

    together = wide[["ESSDAI", "ESSPRI", "FACITF", "PAGA", "PHGA", "SSSD"]].corr()

    assert together.loc["ESSDAI", "PHGA"] > 0.3
    assert together.loc["ESSPRI", "SSSD"] > 0.4
    assert together.loc["ESSPRI", "FACITF"] < -0.3  # FACIT-Fatigue rises when fatigue eases


# ------------------------------------------------------------------ events and treatment


def test_that_events_are_dated_within_the_trial_and_end_after_they_start(read: Read) -> None:
    adae, adsl = read("adae"), read("adsl").set_index("USUBJID")
    start = adae["USUBJID"].map(adsl["TRTSDT"])
    ended = adae["AENDT"].notna()

    assert adae["USUBJID"].isin(adsl.index).all()
    assert (adae["ASTDT"] <= adae["USUBJID"].map(adsl["EOSDT"])).all()
    assert (adae.loc[ended, "AENDT"] >= adae.loc[ended, "ASTDT"]).all()
    assert ((adae["TRTEMFL"] == "Y") == (adae["ASTDT"] >= start)).all()


def test_that_some_event_dates_are_partial_and_imputed_with_a_flag(read: Read) -> None:
    adae = read("adae")
    partial = adae["AESTDTC"].str.fullmatch(r"\d{4}-\d{2}")

    assert 10 <= partial.sum() <= 60
    assert (partial == (adae["ASTDTF"] == "D")).all()
    assert (adae.loc[partial, "ASTDT"].str[:7] == adae.loc[partial, "AESTDTC"]).all()


def test_that_injection_site_reactions_depend_on_dose_and_other_events_do_not(read: Read) -> None:
    adae, adsl = read("adae"), read("adsl")
    size = adsl.groupby("TRT01A").size()
    emergent = adae[adae["TRTEMFL"] == "Y"]

    def share(events: pd.DataFrame) -> pd.Series:
        return events.groupby("TRTA")["USUBJID"].nunique() / size

    site = share(emergent[emergent["AEBODSYS"] == "Injection site"])
    assert site[PLACEBO] < site[QUARTERLY] < site[MONTHLY]
    assert share(emergent).max() - share(emergent).min() < 0.06
    serious = share(emergent[emergent["AESER"] == "Y"])
    assert serious.max() - serious.min() < 0.05


def test_that_the_quarterly_arm_gets_placebo_in_between(read: Read) -> None:
    adex = read("adex")
    quarterly = adex[adex["TRTA"] == QUARTERLY]

    active = quarterly["EXDOSE"] == 300

    assert (active == (quarterly["AVISITN"] % 12 == 0)).all()
    assert (adex.loc[adex["TRTA"] == MONTHLY, "EXDOSE"] == 300).all()
    assert (adex.loc[adex["TRTA"] == PLACEBO, "EXDOSE"] == 0).all()


def test_that_intercurrent_events_agree_between_data_sets(read: Read) -> None:
    adsl, adcm, adqs = read("adsl").set_index("USUBJID"), read("adcm"), read("adqs")
    rescue = adcm[adcm["CMCAT"] == "RESCUE"].set_index("USUBJID")["ASTDT"]
    first = adsl[["RESCDT", "PROHDT"]].min(axis=1)
    stopped = adsl["TRTEDT"].where(adsl["TRTDISFL"] == "Y")

    assert rescue.sort_index().equals(adsl["RESCDT"].dropna().sort_index().rename("ASTDT"))
    assert 15 <= len(rescue) <= 60
    combined = pd.concat([first, stopped], axis=1).min(axis=1)
    assert (combined.dropna() == adsl["ICEDT"].dropna()).all()
    after = adqs["ADT"] > adqs["USUBJID"].map(adsl["ICEDT"]).fillna("9999")
    assert ((adqs["ICEFL"] == "Y") == after).all()


# ------------------------------------------------------------------ writing


def test_that_the_demonstration_study_is_written_as_files(tmp_path: Path) -> None:
    files = write_demo(tmp_path / "new" / "demo")

    assert len(files) == 17
    assert all(f.is_file() for f in files)
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["demo"]


def test_that_writing_again_replaces_the_demonstration_study(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    write_demo(folder)
    (folder / "NEPTUNUS-1" / "adsl.csv").write_text("changed")

    write_demo(folder)

    assert (folder / "NEPTUNUS-1" / "adsl.csv").read_text().startswith("STUDYID,")


def test_that_an_empty_folder_is_used(tmp_path: Path) -> None:
    assert len(write_demo(tmp_path)) == 17


@pytest.mark.parametrize("kind", ["folder", "file", "demo with a further file"])
def test_that_other_files_are_never_overwritten(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "mine"
    if kind == "file":
        target.write_text("my notes")
    elif kind == "folder":
        target.mkdir()
        (target / "notes.txt").write_text("my notes")
    else:
        write_demo(target)
        (target / "notes.txt").write_text("my notes")
    before = sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*"))

    with pytest.raises(AnalysisError, match="mine"):
        write_demo(target)

    assert sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*")) == before
    notes = target if kind == "file" else target / "notes.txt"
    assert notes.read_text() == "my notes"


# ------------------------------------------------------------------ the study with problems


def test_that_the_study_with_problems_has_what_its_readme_lists() -> None:
    """The rows named in the README, read as text and counted as a spreadsheet does."""
    folder = resource_path("demo", "problems")
    files = {p.stem: pd.read_csv(p, dtype=str, keep_default_na=False) for p in folder.glob("*.csv")}

    def row(name: str, number: int) -> pd.Series:
        return files[name].iloc[number - 2]

    cns, total, second = row("adqs", 75), row("adqs", 46), row("adqs", 290)
    assert (cns["PARAMCD"], cns["AVAL"]) == ("ESSCNS", "1")
    assert (total["PARAMCD"], total["AVAL"]) == ("ESSDAI", "10")
    adqs = files["adqs"]
    same = adqs[(adqs["USUBJID"] == total["USUBJID"]) & (adqs["AVISITN"] == "48")]
    levels = same.set_index("PARAMCD")["AVAL"]
    assert sum(WEIGHTS[code][0] * int(levels[code]) for code in WEIGHTS) == 7
    keys = ["USUBJID", "PARAMCD", "AVISITN"]
    assert second[keys].tolist() == row("adqs", 126)[keys].tolist()
    assert (second["AVAL"], row("adqs", 126)["AVAL"]) == ("11", "13")
    assert (row("adqs", 224)["PARAMCD"], row("adqs", 224)["AVAL"]) == ("ESPFAT", "11")
    change = row("adqs", 286)
    assert (change["CHG"], int(change["AVAL"]) - int(change["BASE"])) == ("11", -11)
    adsl = files["adsl"].set_index("USUBJID")
    moved = adqs.iloc[178 - 2 : 193 - 1]
    assert (moved["TRTP"] == PLACEBO).all()
    assert (adsl.loc[moved["USUBJID"], "TRT01P"] == MONTHLY).all()
    blank = adqs.iloc[226 - 2 : 241 - 1]
    assert (blank["AVISIT"] + blank["AVISITN"] == "").all()
    assert row("adsl", 9)["TRT01P"] == ""
    assert row("adae", 3)["AENDT"] < row("adae", 3)["ASTDT"]
    assert row("adae", 7)["USUBJID"] not in adsl.index
    assert row("adae", 9)["AESTDTC"] == "2024-02-30"
    assert row("adlb", 4)["AVAL"] == "17,4"
    assert (row("adlb", 9)["AVALU"], row("adlb", 9)["AVAL"]) == ("mg/dL", "1650")
    assert row("adlb", 12)["ADT"] == "2031-08-28"
