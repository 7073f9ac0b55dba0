"""The whole catalogue in one go, and plan files."""

import pytest

from sjogren_desktop.analyses import batch
from sjogren_desktop.results import AnalysisError
from tests.studies import small_study


def write(tmp_path, text):
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_that_every_analysis_runs_for_every_study_and_pooled():
    results, failures = batch.run_all(small_study())

    done = [(r.analysis, r.study) for r in results]
    scopes = ("S1", "S2", "Pooled")
    assert done == [(a, s) for a in ("mmrm_change", "ancova_visit") for s in scopes]
    # There are no adverse events in this study; the others are done all the same.
    assert [f.analysis for f in failures] == ["ae_overview"] * 3


def test_that_a_plan_without_a_study_runs_for_every_study(tmp_path):
    plan = batch.read_plan(write(tmp_path, '[ancova_visit]\nvisit = "Week 8"\n'))

    results, failures = batch.run_all(small_study(), plan=plan)

    assert [(r.study, r.options["visit"]) for r in results] == [
        ("S1", "Week 8"),
        ("S2", "Week 8"),
        ("Pooled", "Week 8"),
    ]
    assert failures == []


def test_that_an_array_of_tables_runs_an_analysis_several_times(tmp_path):
    text = '[[ancova_visit]]\nstudy = "S1"\n\n[[ancova_visit]]\nstudy = "S2"\nvisit = "Week 4"\n'

    results, _ = batch.run_all(small_study(), plan=batch.read_plan(write(tmp_path, text)))

    assert [(r.study, r.options["visit"]) for r in results] == [("S1", "Week 12"), ("S2", "Week 4")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ancova_visit\n", "no valid TOML"),
        ("[anova]\n", "no analysis 'anova'"),
        ("ancova_visit = 3\n", r"\[ancova_visit\]"),
    ],
)
def test_that_a_wrong_plan_is_refused_in_a_sentence(tmp_path, text, said):
    with pytest.raises(AnalysisError, match=said):
        batch.read_plan(write(tmp_path, text))


def test_that_an_absent_plan_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(AnalysisError, match=r"none\.toml cannot be read"):
        batch.read_plan(tmp_path / "none.toml")
