"""Plan files: what they may say, and that a written one repeats the run."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sjogren_desktop.analyses import batch, catalogue
from sjogren_desktop.analyses.plan import Plan, plan_text, read_plan
from sjogren_desktop.results import AnalysisError
from tests.studies import small_study


def write(folder: Path, text: str) -> Path:
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_that_a_plan_says_what_concerns_the_whole_run(tmp_path: Path) -> None:
    text = (
        '[plan]\ntitle = "Primary"\nhouse_style = "mine.toml"\nformats = ["pdf"]\ndraft = true\n'
        'data_cut_off = "2026-02-01"\n\n[ancova_visit]\nvisit = "Week 8"\n'
    )

    plan = read_plan(write(tmp_path, text))

    assert plan == Plan(
        {"ancova_visit": [{"visit": "Week 8"}]},
        "Primary",
        "mine.toml",
        "2026-02-01",
        ("pdf",),
        True,
        tmp_path,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ancova_visit\n", "no valid TOML"),
        ("[anova]\n", "no analysis 'anova'"),
        ("ancova_visit = 3\n", r"heading \[ancova_visit\]"),
        ("plan = 3\n", r"heading \[plan\]"),
        ("[plan]\nseed = 3\n", r"\[plan\] seed is not known"),
        ("[plan]\ndraft = 1\n", "draft: give true or false"),
        ("[plan]\ntitle = 1\n", "title: give a text in quotes"),
        ('[plan]\nformats = ["odt"]\n', "formats: give a list of docx, pdf"),
        ("[mmrm_change]\nvisit = 'Week 4'\n", r"\[mmrm_change\] visit is not known; known are"),
        ("[mmrm_change]\nvisits = 'Week 4'\n", r"visits: give a list of texts"),
        ("[mmrm_change]\nlevel = 100\n", "level: give a number from 50 to 99.9"),
        ("[mmrm_change]\nlevel = true\n", "level: give a number"),
        ("[mmrm_change]\nbaseline = 'no'\n", "baseline: give true or false"),
        ("[mmrm_change]\nparameter = 1\n", "parameter: give a text in quotes"),
    ],
)
def test_that_a_wrong_plan_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AnalysisError, match=said):
        read_plan(write(tmp_path, text))


def test_that_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    text = "[anova]\n[mmrm_change]\nlevel = 1\n[[ancova_visit]]\n[[ancova_visit]]\nfit = 1\n"

    with pytest.raises(AnalysisError) as caught:
        read_plan(write(tmp_path, text))

    for said in ("'anova'", "[mmrm_change] level", "[ancova_visit] fit"):
        assert said in str(caught.value)


def test_that_an_absent_plan_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"none\.toml cannot be read"):
        read_plan(tmp_path / "none.toml")


def test_that_a_written_plan_repeats_every_result_with_every_option(tmp_path: Path) -> None:
    study = small_study()
    first, _ = batch.run_all(study, only=["mmrm_change", "ancova_visit"])

    text = plan_text(first, title='A "quoted" title', house_style="journal", draft=True)
    plan = read_plan(write(tmp_path, text))
    again, failures = batch.run_all(study, plan=plan.options)

    assert failures == []
    assert again == first
    assert (plan.title, plan.house_style, plan.draft) == ('A "quoted" title', "journal", True)
    options = {o.key for o in catalogue.find("mmrm_change").options}
    assert set(plan.options["mmrm_change"][0]) == options
    # Every option has its explanation above it.
    lines = text.split("\n")
    assert all(lines[i - 1].startswith("#") for i, x in enumerate(lines) if x.startswith("level"))


def test_that_a_plan_holds_no_patient(tmp_path: Path) -> None:
    study = small_study()
    results, _ = batch.run_all(study)

    text = plan_text(results)

    tomllib.loads(text)
    assert not [s for s in study.adsl["USUBJID"] if s in text]


def test_that_kept_scenarios_and_a_drawn_graph_come_back_from_a_plan(tmp_path: Path) -> None:
    study = small_study()
    drawn = {
        "names": ("Drug monthly, ESSDAI", "Drug every 3 months, ESSDAI"),
        "weights": (0.75, 0.25),
        "arrows": ((0.0, 1.0), (0.5, 0.0)),
    }
    kept = ({"name": 'Small "one"', "total": 60, "visits": ("Week 4", "Week 8")},)
    simulated = {"study": "S2", "trials": 100, "total": 60, "workers": 1, "compare": ()}
    results = [
        catalogue.run(catalogue.find("multiplicity_plans"), study, {"later": (), "drawn": drawn}),
        catalogue.run(catalogue.find("next_trial"), study, {**simulated, "scenarios": kept}),
    ]

    plan = read_plan(write(tmp_path, plan_text(results)))

    again, failures = batch.run_all(study, plan=plan.options)
    assert failures == []
    assert [r.options for r in again] == [r.options for r in results]
    assert [r.tables for r in again] == [r.tables for r in results]
    assert again[0].options["drawn"] == drawn
    assert again[1].options["scenarios"] == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[next_trial]\nscenarios = [{ total = 5 }]\n", "scenarios: give a list of tables"),
        ("[next_trial]\nscheduler = 5\n", "scheduler: give a text in quotes"),
        ("[multiplicity_plans]\ndrawn = { weights = [1] }\n", "drawn: give a table with names"),
    ],
)
def test_that_wrong_scenarios_and_graphs_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AnalysisError, match=said):
        read_plan(write(tmp_path, text))
