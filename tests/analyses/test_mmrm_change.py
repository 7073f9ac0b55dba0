"""The MMRM as an analysis: shape of its tables, and data it must refuse or explain."""

import numpy as np
import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses import catalogue
from sjogren_desktop.figures import ForestFigure, LineFigure
from sjogren_desktop.results import AnalysisError
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study, with_dataset

MMRM = catalogue.find("mmrm_change")


def table(result, key):
    (found,) = [t for t in result.tables if t.key == key]
    return found


def with_scores(change):
    study = small_study(per_arm=30)
    frame = study.dataset("ADQS").frame.copy()
    return with_dataset(study, "ADQS", "BDS", change(frame))


def test_that_keys_of_a_difference_name_parameter_visit_and_arms():
    result = catalogue.run(MMRM, small_study(per_arm=30), {"study": "S2"})

    keys = [(dict(r.key), dict(c.key)) for r, c, s in table(result, "differences").numbers()]
    week = {"PARAMCD": "ESSDAI", "AVISIT": "Week 12", "AVISITN": 12}
    assert (week, {"ARM": QUARTERLY, "REFERENCE": PLACEBO}) in keys
    assert (week, {"ARM": MONTHLY, "REFERENCE": PLACEBO}) in keys


def test_that_n_counts_subjects_with_a_value_at_the_visit():
    result = catalogue.run(MMRM, small_study(per_arm=12), {"study": "S1"})

    counts = {
        (row.key["AVISIT"], column.key["ARM"]): stat.value
        for row, column, stat in table(result, "lsmeans").numbers()
        if stat.name == "n"
    }
    assert counts["Week 4", PLACEBO] == 12
    assert counts["Week 12", PLACEBO] == 10


def test_that_every_degrees_of_freedom_method_runs_and_is_named():
    study = small_study(per_arm=30)
    names = {}
    for method in ("satterthwaite", "kenward-roger-linear", "residual", "between-within"):
        result = catalogue.run(MMRM, study, {"df_method": method})
        names[method] = dict(result.method)

    assert len({str(card) for card in names.values()}) == 4
    assert any("Kenward-Roger" in v for v in names["kenward-roger-linear"].values())


def test_that_one_visit_alone_equals_the_ancova():
    study = small_study(per_arm=30)

    mixed = catalogue.run(MMRM, study, {"visits": ("Week 8",)})
    ancova = catalogue.run(catalogue.find("ancova_visit"), study, {"visit": "Week 8"})

    def effect(result):
        stats = {s.name: s.value for _, _, s in table(result, "differences").numbers()}
        return [stats[name] for name in ("estimate", "std_error", "df", "p_value")]

    # One value a subject: the REML fit is least squares
    assert effect(mixed) == pytest.approx(effect(ancova), rel=1e-6)


def test_that_figures_carry_the_numbers_of_the_tables():
    result = catalogue.run(MMRM, small_study(per_arm=30), {"study": "S2"})

    means, differences = result.figures
    assert isinstance(means, LineFigure)
    assert isinstance(differences, ForestFigure)
    assert [s.name for s in means.series] == [PLACEBO, MONTHLY, QUARTERLY]
    assert means.series[0].x == (0.0, 4.0, 8.0, 12.0)
    drawn = [row.estimate for row in differences.rows]
    told = [s.value for _, _, s in table(result, "differences").numbers() if s.name == "estimate"]
    assert sorted(drawn) == sorted(told)


def test_that_the_summary_prints_as_the_table_does():
    result = catalogue.run(MMRM, small_study(per_arm=30), {"study": "S1"})

    last = table(result, "differences").rows[-1]
    assert formats.stat(last.cells[0].stats[0]) in result.summary
    assert formats.cell(last.cells[1])[1:-1] in result.summary


def test_that_a_pair_of_visits_never_seen_together_is_explained():
    def split(frame):
        even = frame["USUBJID"].str[-1].isin(list("02468"))
        drop = (even & (frame["AVISIT"] == "Week 4")) | (~even & (frame["AVISIT"] == "Week 8"))
        return frame.loc[~drop]

    with pytest.raises(AnalysisError, match=r"[Cc]ovariance|together"):
        catalogue.run(MMRM, with_scores(split), {})


def test_that_a_visit_without_a_value_in_an_arm_is_left_out_with_a_note():
    study = small_study(studies=1)
    scores = study.dataset("ADQS").frame
    lost = (scores["AVISIT"] == "Week 12") & scores["USUBJID"].str.startswith("S1-1")
    shorter = with_dataset(study, "ADQS", "BDS", scores.loc[~lost])

    result = catalogue.run(MMRM, shorter, {"study": "S1"})
    asked = catalogue.run(MMRM, study, {"study": "S1", "visits": ("Week 4", "Week 8")})

    assert f"Week 12 is left out of the model: it has no value in {MONTHLY}." in result.notes
    assert table(result, "differences") == table(asked, "differences")


def test_that_equal_responses_are_explained_and_not_a_traceback():
    def constant(frame):
        frame["CHG"] = np.where(frame["CHG"].notna(), 2.0, np.nan)
        return frame

    with pytest.raises(AnalysisError):
        catalogue.run(MMRM, with_scores(constant), {})


def test_that_a_missing_change_variable_falls_back_to_the_value():
    result = catalogue.run(MMRM, with_scores(lambda f: f.drop(columns="CHG")), {})

    assert result.options["response"] == "AVAL"


def test_that_a_data_set_without_visit_numbers_is_explained():
    with pytest.raises(AnalysisError, match="no visit number"):
        catalogue.run(MMRM, with_scores(lambda f: f.drop(columns="AVISITN")), {})
