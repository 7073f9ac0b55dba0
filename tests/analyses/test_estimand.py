"""The estimand card says what was computed, and events changed by hand drive the data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import counted, course
from sjogren_desktop.analyses.endpoint import select
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.export.caption import caption_lines
from sjogren_desktop.export.displays import Run, displays
from sjogren_desktop.export.house import house
from sjogren_desktop.export.records import records
from sjogren_desktop.export.workbook import write_workbook
from sjogren_desktop.results import Result
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.event_edits import CAUSE, COUNTS, DATE, STRATEGY, EventEdit
from tests.analyses.dropout_study import dropout_study, subject_of
from tests.studies import with_dataset

RESCUED, DEAD, TREATED, WELL = (
    subject_of(0, 0),
    subject_of(0, 1),
    subject_of(1, 2),
    subject_of(0, 3),
)
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
VISITS = ("Week 4", "Week 8", "Week 12")


def edited(*edits: tuple[str, str, str, str | None, str | None]) -> StudyData:
    """Return the study with edits of (subject, kind, variable, old, new)."""
    made = tuple(EventEdit(*e, who="NN", when=NOON, reason="Letter of the site") for e in edits)
    return replace(dropout_study(), event_edits=made)


def run(key: str, study: StudyData | None = None, **given: object) -> Result:
    chosen = {"study": "S1", **given}
    return catalogue.run(catalogue.find(key), study or dropout_study(), chosen)


def values_of(study: StudyData, subject: str, **given: object) -> list[float]:
    options = catalogue.find("sensitivity").options
    found = course(study, resolve(options, study, {"study": "S1", **given}))
    return found.frame.loc[found.frame["USUBJID"] == subject, "CHG"].tolist()


# -- the card


def test_that_the_card_tells_the_five_attributes_of_what_was_computed() -> None:
    result = run("sensitivity", event_rescue="hypothetical", imputations=10)

    assert result.estimand == (
        ("Population", "Full analysis set, S1"),
        ("Treatment", "Drug monthly, against Placebo"),
        ("Variable", "Change from baseline in ESSDAI total, at Week 12"),
        (
            "Intercurrent events",
            "Treatment stopped, prohibited medication, immunosuppressant started, death: "
            "treatment policy; rescue medication: hypothetical",
        ),
        (
            "Population-level summary",
            "Difference of adjusted means, under each assumption on missing values",
        ),
    )


def test_that_the_card_of_responders_names_the_rules() -> None:
    card = dict(run("responders", rules=("fall3", "below5"), imputations=10).estimand)

    assert card["Variable"] == (
        "Response in ESSDAI total: falls by at least 3; value below 5, at Week 12"
    )


def test_that_the_card_of_several_visits_and_pooled_studies_says_so() -> None:
    card = dict(
        catalogue.run(catalogue.find("mmrm_change"), dropout_study(), {"study": "Pooled"}).estimand
    )

    assert card["Population"] == "Full analysis set, S1, S2 pooled"
    assert card["Variable"].endswith("at each visit from Week 4 to Week 12")


def test_that_a_composed_summary_is_on_the_card() -> None:
    card = dict(run("intercurrent", measure="shares").estimand)

    assert card["Population-level summary"] == "Difference of the shares of responders"


def test_that_events_changed_by_hand_are_on_the_card() -> None:
    study = edited((RESCUED, "rescue", COUNTS, "Y", "N"))

    card = dict(run("ancova_visit", study).estimand)

    assert card["Intercurrent events"].endswith(
        "1 event changed by hand, with reasons: see Intercurrent events"
    )


def test_that_an_analysis_without_events_says_that_values_count_as_recorded() -> None:
    card = dict(run("missingness").estimand)

    assert card["Intercurrent events"].startswith("Values count as recorded")


def test_that_the_card_is_a_footnote_of_every_display_of_a_report() -> None:
    result = run("ancova_visit")

    footnotes = [
        note for shown in displays([result], house(), Run(NOON)) for note in shown.footnotes
    ]

    line = f"Estimand. {'; '.join(f'{name}: {text}' for name, text in result.estimand)}."
    assert footnotes.count(line) == len(result.tables) + len(result.figures)


def test_that_the_card_is_in_workbook_captions_and_records(tmp_path: Path) -> None:
    result = run("ancova_visit")
    write_workbook(tmp_path / "result.xlsx", [result])

    book = openpyxl.load_workbook(tmp_path / "result.xlsx")
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    caption = " ".join(line.text for line in caption_lines(result.figures[0], result, 170.0))
    rows = [r for r in records([result]) if r["table"] == "estimand"]
    assert {f"{name}: {text}" for name, text in result.estimand} <= texts
    for name, text in result.estimand:
        assert f"{name}: {text}" in caption
    assert [(r["row"], r["value"]) for r in rows] == [
        ({"ATTRIBUTE": name}, text) for name, text in result.estimand
    ]
    assert json.dumps(rows)


# -- events changed by hand


def test_that_a_date_changed_by_hand_decides_what_comes_after_the_event() -> None:
    # Rescue on day 40 is between week 4 (day 28) and week 8; on day 20 before both.
    found = values_of(dropout_study(), RESCUED, event_rescue="hypothetical")
    study = edited((RESCUED, "rescue", DATE, "2024-02-10", "2024-01-21"))

    moved = values_of(study, RESCUED, event_rescue="hypothetical")

    assert np.isnan(found).tolist() == [False, True, True]
    assert np.isnan(moved).all()


def test_that_an_event_taken_out_leaves_the_values() -> None:
    study = edited((RESCUED, "rescue", COUNTS, "Y", "N"))

    assert not np.isnan(values_of(study, RESCUED, event_rescue="hypothetical")).any()


def test_that_an_event_added_by_hand_counts() -> None:
    study = edited(
        (WELL, "rescue", COUNTS, None, "Y"),
        (WELL, "rescue", DATE, None, "2024-02-20"),
        (WELL, "rescue", CAUSE, None, "PREDNISOLONE"),
    )

    values = values_of(study, WELL, event_rescue="hypothetical")

    assert np.isnan(values).tolist() == [False, True, True]


def test_that_the_strategy_of_a_patient_goes_before_that_of_the_kind() -> None:
    study = edited((RESCUED, "rescue", STRATEGY, None, "composite"))

    assert values_of(study, RESCUED)[1:] == [0.0, 0.0]
    assert values_of(study, RESCUED, event_rescue="hypothetical")[1:] == [0.0, 0.0]


def test_that_an_edit_of_another_patient_changes_nothing() -> None:
    study = edited(("nobody", "rescue", COUNTS, None, "Y"))

    found = between.find_events(study, who.subjects(study))

    assert len(found) == len(between.find_events(dropout_study(), who.subjects(dropout_study())))


def test_that_edits_apply_where_the_data_tell_of_no_event() -> None:
    study = edited((WELL, "prohibited", COUNTS, None, "Y"))
    people = who.subjects(study)
    few = people.loc[people[who.SUBJECT] == WELL]

    found = between.find_events(study, few)

    assert found[["KIND", "CHANGED"]].to_numpy().tolist() == [["prohibited", True]]
    assert found["DATE"].isna().all()


def test_that_taking_an_edit_back_leaves_the_event_as_found() -> None:
    study = edited(
        (RESCUED, "rescue", COUNTS, "Y", "N"),
        (RESCUED, "rescue", COUNTS, "N", "Y"),
    )

    events = between.find_events(study, who.subjects(study)).set_index(["SUBJECT", "KIND"])

    assert not events.loc[(RESCUED, "rescue"), "CHANGED"]


def test_that_the_listing_shows_what_was_changed_with_its_reason() -> None:
    study = edited(
        (RESCUED, "rescue", DATE, "2024-02-10", "2024-02-01"),
        (RESCUED, "rescue", STRATEGY, None, "composite"),
        (DEAD, "death", COUNTS, "Y", "N"),
    )

    result = run("intercurrent", study)

    tables = {t.key: t for t in result.tables}
    listed = {r.labels: [c and c.stats[0].value for c in r.cells] for r in tables["listing"].rows}
    assert listed[RESCUED, "Rescue medication"][1:] == [
        "2024-02-01",
        32,
        "PREDNISONE",
        "composite, for this subject",
        "changed by hand",
    ]
    assert (DEAD, "Death") not in listed
    last = [c and c.stats[0].value for c in tables["event_edits"].rows[-1].cells]
    assert last[:4] == ["yes", "no, taken out", "Letter of the site", "NN"]


# -- models without imputation see the same events


def select_and_count(study: StudyData, key: str, **given: object) -> tuple[object, object]:
    values = resolve(catalogue.find(key).options, study, {"study": "S1", **given})
    visits = values.get("visits") or (values["visit"],)
    assert isinstance(visits, tuple)
    return select(study, values, visits=visits), counted(study, values, visits=visits)


def of(endpoint: object, subject: str) -> dict[str, float]:
    frame = endpoint.frame  # type: ignore[attr-defined]
    mine = frame.loc[frame["USUBJID"] == subject]
    return dict(zip(mine["AVISIT"].astype(str), mine["CHG"], strict=True))


def test_that_under_treatment_policy_the_model_sees_the_records_as_they_are() -> None:
    before, after = select_and_count(dropout_study(), "mmrm_change")

    assert after.frame.equals(before.frame)  # type: ignore[attr-defined]


def test_that_the_mixed_model_leaves_out_what_is_hypothetical() -> None:
    before, after = select_and_count(
        dropout_study(), "mmrm_change", event_rescue="hypothetical", event_death="composite"
    )

    assert of(after, RESCUED) == {"Week 4": of(before, RESCUED)["Week 4"]}
    # Missed after death, and no change by the composite strategy.
    assert of(after, DEAD) == {**of(before, DEAD), "Week 12": 0.0}
    assert of(after, WELL) == of(before, WELL)
    counts = (len(e.frame) for e in (before, after))  # type: ignore[attr-defined]
    assert list(counts)[1] == len(before.frame) - 2 + 1  # type: ignore[attr-defined]


def test_that_the_last_value_before_the_event_may_be_of_an_earlier_visit() -> None:
    before, _ = select_and_count(dropout_study(), "mmrm_change")

    _, after = select_and_count(dropout_study(), "ancova_visit", event_rescue="while")

    frame = after.frame  # type: ignore[attr-defined]
    mine = frame.loc[frame["USUBJID"] == RESCUED].iloc[0]
    assert of(after, RESCUED) == {"Week 12": of(before, RESCUED)["Week 4"]}
    assert mine["AVAL"] == pytest.approx(mine["BASE"] + mine["CHG"], rel=1e-12)


def test_that_the_re_randomisation_test_follows_the_strategies_as_ancova_does() -> None:
    given = {"event_stopped": "composite", "event_rescue": "while"}

    tested = run("rerandomisation", permutations=100, strata=(), **given).tables[0].rows[0].cells[1]
    fitted = next(t for t in run("ancova_visit", **given).tables if t.key == "differences")

    estimate = fitted.rows[0].cells[0]
    assert tested is not None
    assert estimate is not None
    assert tested.stats[0].value == pytest.approx(estimate.stats[0].value, rel=1e-10)


def test_that_the_primary_analysis_follows_the_strategies() -> None:
    policy = run("mmrm_change")
    hypothetical = run("mmrm_change", event_stopped="hypothetical", event_rescue="hypothetical")

    assert policy.summary != hypothetical.summary
    assert any("set aside" in note for note in hypothetical.notes)


def test_that_a_patient_with_a_composite_event_is_no_responder_by_any_rule() -> None:
    # A low baseline stays below 5 without any change, which is no response after the event.
    study = dropout_study()
    frame = study.dataset("ADQS").frame.copy()
    mine = frame["USUBJID"] == RESCUED
    frame.loc[mine, ["BASE", "AVAL", "CHG"]] = 4.0, 4.0, 0.0
    study = with_dataset(study, "ADQS", "BDS", frame)

    counts = []
    for strategy in ("policy", "composite"):
        result = run("responders", study, rules=("below5",), imputations=10, event_rescue=strategy)
        cell = result.tables[0].rows[0].cells[0]
        assert cell is not None
        counts.append(cell.stats[0].value)

    assert counts[1] == counts[0] - 1
