"""STAR and CRESS by arm: by hand on four subjects, and on the demonstration study."""

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.composite_records import composite_records
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.proportions import risk_difference
from sjogren_desktop.study.demo import demo_files
from sjogren_desktop.study.load import open_study
from tests.analyses.scored_study import BASELINE, WEEK_24, study, table, texts, visit
from tests.studies import small_study

COMPOSITE = catalogue.find("composite_responders")
BEFORE = {
    "CLINESSD": 12,
    "ESSPRI": 7,
    "SCHIRM": 3,
    "OSS": 5,
    "UWS": 0.2,
    "IGG": 20,
    "RF": 100,
}


def four():
    """Return: A-1 not improved, A-2 not seen, B-1 responds to all, B-2 undecided in STAR."""
    return study(
        *(visit(s, BASELINE, BEFORE) for s in ("A-1", "A-2", "B-1", "B-2")),
        visit("A-1", WEEK_24, BEFORE),
        visit(
            "B-1",
            WEEK_24,
            {"CLINESSD": 4, "ESSPRI": 6, "SCHIRM": 8, "OSS": 5, "UWS": 0.25, "IGG": 18, "RF": 100},
        ),
        # systemic met (3), IgG and UWS not met, the rest missing: 3 to 7 points
        visit("B-2", WEEK_24, {"CLINESSD": 9, "UWS": 0.2, "IGG": 20, "RF": 100}),
    )


def test_that_responders_and_components_are_counted():
    result = catalogue.run(COMPOSITE, four(), {})

    star, cress = texts(table(result, "star")), texts(table(result, "cress"))
    assert star["Responders",] == ["0/2 (0%)", "1/2 (50.0%)"]
    assert star["With data at the visit",] == ["1", "2"]
    assert star["Undecided because of missing domains",] == ["0", "1"]
    assert star["Systemic: ClinESSDAI falls by 3 (3 points)",] == ["0/1 (0%)", "2/2 (100%)"]
    assert star["Patient-reported: ESSPRI falls by 1 or 15% (3 points)",] == [
        "0/1 (0%)",
        "1/1 (100%)",
    ]
    assert star["Salivary glands (1 point)",] == ["0/1 (0%)", "1/2 (50.0%)"]
    assert cress["Responders",] == ["0/2 (0%)", "1/2 (50.0%)"]
    assert cress["Systemic: ClinESSDAI below 5",] == ["0/1 (0%)", "1/2 (50.0%)"]
    assert "Subjects without data at the visit, counted as non-responders: 1." in result.notes


def test_that_observed_cases_leave_out_who_was_not_seen():
    result = catalogue.run(COMPOSITE, four(), {"unseen": "left out"})

    assert texts(table(result, "star"))["Responders",] == ["0/1 (0%)", "1/2 (50.0%)"]


def test_that_the_undecided_are_left_out_when_convention_5_says_missing():
    given = {"unseen": "left out", "c5": "missing"}

    result = catalogue.run(COMPOSITE, four(), given)

    assert texts(table(result, "star"))["Responders",] == ["0/1 (0%)", "1/1 (100%)"]
    assert any(f.startswith("C5 (chosen: missing)") for f in table(result, "star").footnotes)


def test_that_conventions_are_printed_and_the_unverified_named():
    result = catalogue.run(COMPOSITE, four(), {"c7": "first"})

    star, cress = table(result, "star").footnotes, table(result, "cress").footnotes
    assert any(f.startswith("C4 (default)") for f in star)
    assert any(f.startswith("C7 (chosen: first)") for f in star)
    assert any(f.startswith("CRESS_SCHIRMER") for f in cress)
    assert any(f.startswith("Not verified: Tear item") for f in cress)


def test_that_the_record_says_which_component_failed_and_which_is_not_known():
    study_ = four()
    values = resolve(COMPOSITE.options, study_, {})

    records = composite_records(study_, values).set_index("SUBJECT")

    undecided = records.loc["B-2"]
    assert undecided["STAR.points.systemic"] == 3
    assert undecided["STAR.points.salivary"] == 0
    assert undecided[["STAR.points.pro", "STAR.points.lachrymal"]].isna().all()
    assert str(undecided["STAR.missing"]) == "pro,lachrymal"
    assert (undecided["STAR.min_total"], undecided["STAR.max_total"]) == (3, 7)
    assert not records.loc["A-2", "SEEN"]


def test_that_esspri_is_taken_from_its_items_before_a_rounded_score():
    # 26/3 to 23/3 is exactly one point; rounded to 8.7 and 7.7 too, but 8.6 and 7.7 is not.
    before = {**BEFORE, "ESSPRI": 8.6, "ESPDRY": 9, "ESPFAT": 9, "ESPPAIN": 8}
    after = {**BEFORE, "ESSPRI": 7.7, "ESPDRY": 8, "ESPFAT": 8, "ESPPAIN": 7}
    rounded = study(visit("A-1", BASELINE, before), visit("A-1", WEEK_24, after))

    def pro(**given):
        values = resolve(COMPOSITE.options, rounded, given)
        return composite_records(rounded, values)["STAR.points.pro"].tolist()

    assert pro() == [3.0]
    assert pro(totals="recorded") == [0.0]


def test_that_igg_in_another_unit_is_converted():
    mixed = study(
        visit("A-1", BASELINE, BEFORE, unit="g/L"),
        visit("A-1", WEEK_24, {"IGG": 1990}, unit="mg/dL"),
    )
    values = resolve(COMPOSITE.options, mixed, {"visit": "Week 24"})

    records = composite_records(mixed, values)

    assert records["followup.igg_g_l"].tolist() == pytest.approx([19.9])
    assert records["STAR.points.biological"].tolist() == [0.0]


def test_that_a_study_without_the_inputs_is_not_applicable():
    assert COMPOSITE.scopes(small_study()) == ({},)
    with pytest.raises(AnalysisError, match="Not applicable"):
        catalogue.run(COMPOSITE, small_study(), {})


def test_that_differences_of_the_demonstration_study_are_those_of_its_counts():
    demo = open_study([demo_files()])

    result = catalogue.run(COMPOSITE, demo, {"study": "NEPTUNUS-1"})

    counts = [
        [s.value for s in cell.stats[:2]]
        for key in ("star", "cress")
        for cell in table(result, key).rows[0].cells
    ]
    placebo, drug = counts[:2]
    # Everyone randomised is in the denominator: 138 and 137 (README of the demonstration study).
    assert (placebo[1], drug[1]) == (138, 137)
    expected = risk_difference(*drug, *placebo)
    row = table(result, "differences").rows[0]
    assert row.key["INDEX"] == "STAR"
    shown = [s.value for cell in row.cells for s in cell.stats]
    assert shown == pytest.approx(
        [100 * expected.estimate, 100 * expected.lower, 100 * expected.upper, expected.p_value]
    )
    assert [r.style for r in result.figures[0].rows] == [1, 1]
    assert result.figures[0].rows[0].estimate == pytest.approx(100 * expected.estimate)


@pytest.mark.parametrize("interval", ["newcombe", "wald"])
def test_that_the_interval_chosen_is_the_one_shown(interval):
    result = catalogue.run(COMPOSITE, four(), {"interval": interval})

    row = table(result, "differences").rows[0]
    expected = risk_difference(1, 2, 0, 2, method=interval)
    limits = [s.value for s in row.cells[1].stats]
    assert limits == pytest.approx([100 * expected.lower, 100 * expected.upper])
    assert (row.cells[2].stats[0].value is None) is (interval == "newcombe")


def test_that_baseline_alone_is_not_enough():
    only_baseline = study(*(visit(s, BASELINE, BEFORE) for s in ("A-1", "B-1")))

    with pytest.raises(AnalysisError, match="No subject has data at any visit after baseline"):
        catalogue.run(COMPOSITE, only_baseline, {})


def test_that_totals_are_computed_where_the_data_hold_their_items_only():
    from tests.analyses.scored_study import levels

    items = {"ESPDRY": 7, "ESPFAT": 7, "ESPPAIN": 7}
    bare = study(
        visit("A-1", BASELINE, {**levels(articular=3), **items, "IGG": 20}),
        visit("A-1", WEEK_24, {**levels(articular=1), **items, "IGG": 20}),
    )
    values = resolve(COMPOSITE.options, bare, {"totals": "recorded"})

    records = composite_records(bare, values)

    assert records["baseline.clinessdai"].tolist() == [9.0]
    assert records["followup.clinessdai"].tolist() == [3.0]
    assert records["baseline.esspri"].tolist() == [7.0]
    assert records["STAR.points.systemic"].tolist() == [3.0]
