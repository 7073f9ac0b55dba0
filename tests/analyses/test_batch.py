"""The whole catalogue in one go, and plan files."""

from sjogren_desktop.analyses import batch, catalogue
from sjogren_desktop.analyses.plan import read_plan
from tests.studies import small_study


def write(tmp_path, text):
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_that_every_analysis_runs_for_every_study_and_pooled():
    study = small_study()
    results, failures = batch.run_all(study)

    done = [(r.analysis, r.options.get("study", "")) for r in results]
    failed = [(f.analysis, f.study) for f in failures]
    asked = [(a.key, s.get("study", "")) for a in catalogue.ANALYSES for s in a.scopes(study)]
    assert sorted(done + failed) == sorted(asked)
    endpoint = ("mmrm_change", "ancova_visit", "sensitivity", "tipping_point", "responders")
    assert {(a, s) for a in endpoint for s in ("S1", "S2", "Pooled")} <= set(done)
    # There are no adverse events in this study; the others are done all the same.
    assert failed.count(("ae_overview", "S1")) == 1


def test_that_a_plan_without_a_study_runs_for_every_study(tmp_path):
    plan = read_plan(write(tmp_path, '[ancova_visit]\nvisit = "Week 8"\n')).options

    results, failures = batch.run_all(small_study(), plan=plan)

    assert [(r.study, r.options["visit"]) for r in results] == [
        ("S1", "Week 8"),
        ("S2", "Week 8"),
        ("Pooled", "Week 8"),
    ]
    assert failures == []


def test_that_an_array_of_tables_runs_an_analysis_several_times(tmp_path):
    text = '[[ancova_visit]]\nstudy = "S1"\n\n[[ancova_visit]]\nstudy = "S2"\nvisit = "Week 4"\n'

    results, _ = batch.run_all(small_study(), plan=read_plan(write(tmp_path, text)).options)

    assert [(r.study, r.options["visit"]) for r in results] == [("S1", "Week 12"), ("S2", "Week 4")]
