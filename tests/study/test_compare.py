"""Two cuts beside each other: what was added, removed and changed, by subject."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sjogren_desktop.study.compare import DatasetComparison, compare_studies
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.load import open_study
from tests.study.test_checks import ADQS, ADSL, changed, study


def by_name(older: StudyData, newer: StudyData) -> dict[str, DatasetComparison]:
    return {c.dataset: c for c in compare_studies(older, newer)}


def test_that_a_cut_is_the_same_as_itself() -> None:
    assert all(c.is_same for c in compare_studies(study(), study()))


def test_that_a_changed_value_is_named_with_both_values_and_rows() -> None:
    new = by_name(study(), study(adqs=changed(ADQS, 1, AVAL=6.0, CHG=-4.0)))["ADQS"]

    assert (new.added, new.removed, new.changed_records, new.changed_values) == (0, 0, 1, 2)
    assert new.subjects == ("S1",)
    assert [(d.subject, d.record, d.column, d.old, d.new) for d in new.differences] == [
        ("S1", "ESSDAI, 4, Week 4", "AVAL", "7", "6"),
        ("S1", "ESSDAI, 4, Week 4", "CHG", "-3", "-4"),
    ]
    assert {(d.old_row, d.new_row) for d in new.differences} == {(3, 3)}


def test_that_records_are_matched_by_key_and_not_by_place() -> None:
    more = pd.concat([ADQS.assign(USUBJID="S0").head(1), ADQS.iloc[::-1]], ignore_index=True)

    new = by_name(study(), study(adqs=more))["ADQS"]

    assert (new.added, new.removed, new.changed_values) == (1, 0, 0)
    assert [(d.kind, d.subject, d.new_row) for d in new.differences] == [("added", "S0", 2)]


def test_that_a_removed_record_and_a_repeated_one_are_counted() -> None:
    repeated = pd.concat([ADQS.iloc[1:], ADQS.iloc[[1]]], ignore_index=True)

    new = by_name(study(), study(adqs=repeated))["ADQS"]

    assert [(d.kind, d.record) for d in new.differences] == [
        ("removed", "ESSDAI, 0, Baseline"),
        ("added", "ESSDAI, 4, Week 4"),
    ]


def test_that_columns_and_data_sets_of_one_cut_are_named() -> None:
    older = study(adsl=ADSL.assign(OLD="x"))
    newer = StudyData(study(adsl=ADSL.assign(NEW="x")).datasets[:2])

    found = by_name(older, newer)

    assert (found["ADSL"].columns_added, found["ADSL"].columns_removed) == (("NEW",), ("OLD",))
    assert found["ADAE"].only_in == "older"
    assert found["ADAE"].removed == 2


def test_that_a_value_gone_missing_is_a_change() -> None:
    new = by_name(study(), study(adsl=changed(ADSL, 0, TRT01P=None)))["ADSL"]

    assert [(d.column, d.old, d.new) for d in new.differences] == [("TRT01P", "A", "")]


def test_that_real_data_match_by_their_sequence_numbers(shared: Path) -> None:
    pilot = shared / "data" / "cdiscpilot"
    older = open_study([pilot / "adam" / "adsl.xpt", pilot / "adam" / "adae.xpt"])
    newer = open_study([pilot / "json" / "adsl.json", pilot / "json" / "adae.json"])

    found = by_name(older, newer)

    assert found["ADAE"].is_same
    assert found["ADAE"].records_newer == 1191
    assert found["ADSL"].is_same


def test_that_large_cuts_are_counted_in_full_and_listed_in_part() -> None:
    size = 150_000
    frame = pd.DataFrame(
        {
            "USUBJID": [f"S{i // 100:05d}" for i in range(size)],
            "PARAMCD": [f"P{i % 10}" for i in range(size)],
            "AVISITN": [float(i // 10 % 10) for i in range(size)],
            "AVAL": [float(i) for i in range(size)],
        }
    )

    new = by_name(study(adqs=frame), study(adqs=frame.assign(AVAL=frame["AVAL"] + 1)))["ADQS"]

    assert new.changed_values == size
    assert len(new.differences) == 100_000
