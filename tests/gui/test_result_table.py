"""The head of a result table: what is shared above, what is a column's own below."""

from sjogren_desktop.gui.result_table import split_header


def test_that_the_number_of_subjects_stands_under_its_arm() -> None:
    assert split_header("Placebo\n(N=138)") == ("Placebo\n(N=138)", "")


def test_that_the_last_line_is_the_columns_own() -> None:
    assert split_header("Placebo\n(N=138)\nn") == ("Placebo\n(N=138)", "n")
    assert split_header("Value") == ("", "Value")
