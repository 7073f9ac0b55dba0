"""Options: defaults, checks, and dependence of one on another."""

from collections.abc import Mapping

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.mmrm_change import OPTIONS
from sjogren_desktop.analyses.spec import ask, resolve
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData
from tests.studies import MONTHLY, PLACEBO, QUARTERLY, small_study


def test_that_defaults_take_the_first_study_and_all_its_arms():
    values = resolve(OPTIONS, small_study(), {})

    assert values["study"] == "S1"
    assert values["parameter"] == "ESSDAI"
    assert values["arms"] == (PLACEBO, MONTHLY)
    assert values["reference"] == PLACEBO
    assert values["visits"] == ("Week 4", "Week 8", "Week 12")


def test_that_pooling_takes_the_arms_that_every_study_has():
    values = resolve(OPTIONS, small_study(), {"study": "Pooled"})

    assert values["arms"] == (PLACEBO, MONTHLY)


def test_that_the_third_arm_can_still_be_chosen_when_pooling():
    arms = (PLACEBO, MONTHLY, QUARTERLY)

    values = resolve(OPTIONS, small_study(), {"study": "Pooled", "arms": arms})

    assert values["arms"] == arms


def test_that_every_wrong_value_is_named_at_once():
    wrong = {"study": "S9", "level": 120, "baseline": "yes", "colour": "red"}

    with pytest.raises(AnalysisError) as raised:
        resolve(OPTIONS, small_study(), wrong)

    text = str(raised.value)
    assert "S9" in text
    assert "50 to 99.9" in text
    assert "true or false" in text
    assert "colour" in text


def test_that_a_lenient_form_replaces_what_no_longer_fits():
    given = {"study": "S1", "arms": (PLACEBO, QUARTERLY), "level": 90}

    values = resolve(OPTIONS, small_study(), given, lenient=True)

    assert values["arms"] == (PLACEBO, MONTHLY)
    assert values["level"] == 90


def test_that_an_unknown_analysis_is_named_with_those_known():
    with pytest.raises(AnalysisError, match=r"no analysis 'anova'.*mmrm_change"):
        catalogue.find("anova")


def test_that_a_missing_data_set_is_said_before_anything_runs():
    with pytest.raises(AnalysisError, match="needs a data set of kind ADAE"):
        catalogue.run(catalogue.find("ae_overview"), small_study(), {})


def test_that_no_data_at_all_is_said_for_every_analysis():
    for analysis in catalogue.ANALYSES:
        with pytest.raises(AnalysisError, match="needs a data set of kind ADSL"):
            catalogue.run(analysis, StudyData(()), {})


@pytest.mark.parametrize("refused", [False, True])
def test_that_a_study_is_looked_through_once_for_the_same_question(refused: bool):
    asked: list[dict[str, object]] = []

    def question(study: StudyData, values: Mapping[str, object]) -> str:
        asked.append(dict(values))
        if refused:
            raise AnalysisError("There is none.")
        return "answer"

    study = small_study()
    for values in ({"visit": "Week 4"}, {"visit": "Week 4"}, {"visit": "Week 8"}):
        if refused:
            with pytest.raises(AnalysisError, match="There is none"):
                ask(question, study, values)
        else:
            assert ask(question, study, values) == "answer"

    assert asked == [{"visit": "Week 4"}, {"visit": "Week 8"}]
    assert refused or ask(question, small_study(), {"visit": "Week 4"}) == "answer"
    assert len(asked) == 2 + (not refused)


def test_that_a_question_is_asked_again_only_where_an_option_it_looks_at_differs():
    asked: list[dict[str, object]] = []

    def inner(study: StudyData, values: Mapping[str, object]) -> str:
        return f"{values['visit']}"

    def question(study: StudyData, values: Mapping[str, object]) -> str:
        asked.append({"visit": values["visit"], "arms": values.get("arms", "none")})
        return ask(inner, study, values) + (str(values["level"]) if "other" in values else "")

    study = small_study()
    first = {"visit": "Week 4", "level": 95, "sets": {1}}
    assert ask(question, study, first) == "Week 4"
    assert ask(question, study, first | {"level": 90}) == "Week 4"
    assert ask(question, study, first | {"arms": ("A",)}) == "Week 4"
    assert ask(question, study, first | {"visit": "Week 8"}) == "Week 8"
    assert ask(question, study, first | {"other": 1}) == "Week 495"
    assert ask(question, study, first | {"other": 1, "level": 90}) == "Week 490"

    assert asked == [
        {"visit": "Week 4", "arms": "none"},
        {"visit": "Week 4", "arms": ("A",)},
        {"visit": "Week 8", "arms": "none"},
        {"visit": "Week 4", "arms": "none"},
        {"visit": "Week 4", "arms": "none"},
    ]
    ask(question, study, {"visit": {1}})
    ask(question, study, {"visit": {1}})  # cannot be kept, so it is asked each time
    assert len(asked) == 7
