"""The shipped study with deliberate problems: the checks find each at its stated row."""

from __future__ import annotations

from sjogren_desktop.paths import resource_path
from sjogren_desktop.study.load import open_study


def test_that_the_deliberate_problems_are_found_where_the_readme_says() -> None:
    study = open_study([resource_path("demo", "problems")])

    assert study.synthetic
    found = {(i.check, i.file, i.row) for i in study.issues}
    # Rows as in the table of resources/demo/problems/README.md.
    assert found >= {
        ("key.duplicate", "adqs.csv", 290),
        ("value.change", "adqs.csv", 286),
        ("key.arm_differs", "adqs.csv", 178),
        ("key.no_visit", "adqs.csv", 226),
        ("adsl.no_treatment", "adsl.csv", 9),
        ("date.end_before_start", "adae.csv", 3),
        ("key.not_in_adsl", "adae.csv", 7),
        ("date.invalid", "adae.csv", 9),
        ("value.number_format", "adlb.csv", 4),
        ("value.units", "adlb.csv", 9),
        ("date.impossible", "adlb.csv", 12),
    }
    mixed = next(i for i in study.issues if i.check == "value.number_format")
    assert mixed.severity == "warning"
