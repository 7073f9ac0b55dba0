"""How texts become numbers: never of another size, never silently."""

from __future__ import annotations

import numpy as np
import pytest

from sjogren_desktop.study import numbers


def parse(*texts: str, decimal_comma: bool = False) -> numbers.Numbers:
    return numbers.parse_numbers(np.array(texts, dtype=object), decimal_comma=decimal_comma)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.9", 0.9),
        ("0,9", 0.9),
        ("0.900", 0.9),
        ("0,900", 0.9),
        ("1,0", 1.0),
        ("-1.25", -1.25),
        ("−88", -88.0),
        ("+88", 88.0),
        ("８８", 88.0),
        ("1.2E1", 12.0),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1 234 567", 1234567.0),
        ("1'234.50", 1234.5),
        ("1,234,567", 1234567.0),
        ("1.234.567", 1234567.0),
        (".5", 0.5),
        (",5", 0.5),
        ("12.", 12.0),
    ],
)
def test_that_a_number_with_one_meaning_is_read_alone(text: str, value: float) -> None:
    for decimal_comma in (False, True):
        found = parse(text, decimal_comma=decimal_comma)

        assert found.status.tolist() == [numbers.NUMBER]
        assert found.values.tolist() == [value]
        assert not found.guessed


@pytest.mark.parametrize("text", [".", "NA", "N/A", "n.d.", "-", "ND", ".A", "._", "Not done"])
def test_that_a_missing_text_is_a_missing_number(text: str) -> None:
    found = parse("5", text)

    assert found.status.tolist() == [numbers.NUMBER, numbers.MISSING]
    assert np.isnan(found.values[1])


@pytest.mark.parametrize("text", ["<0.5", ">=200", "≤ 3", "88*", "12 H", "< 1,5", "~4"])
def test_that_a_qualified_number_is_never_the_bare_number(text: str) -> None:
    found = parse("5", text)

    assert found.status[1] == numbers.QUALIFIED
    assert np.isnan(found.values[1])


def test_that_the_column_decides_what_a_single_comma_means() -> None:
    assert parse("1,234", "0,9").values.tolist() == [1.234, 0.9]
    assert parse("1,234", "0.9").values.tolist() == [1234.0, 0.9]
    assert parse("1.234", "0,9").values.tolist() == [1234.0, 0.9]
    assert parse("1.234", "0.9").values.tolist() == [1.234, 0.9]
    assert parse("1,234", "12,345,678").values.tolist() == [1234.0, 12345678.0]


def test_that_the_file_decides_only_where_the_column_does_not_and_that_this_is_told() -> None:
    english = parse("1,234", "5,678")
    german = parse("1,234", "5,678", decimal_comma=True)

    assert english.values.tolist() == [1234.0, 5678.0]
    assert german.values.tolist() == [1.234, 5.678]
    assert english.guessed
    assert german.guessed


def test_that_a_column_with_both_decimal_signs_leaves_twofold_numbers_out() -> None:
    found = parse("0,9", "0.8", "1,234")

    assert found.values[:2].tolist() == [0.9, 0.8]
    assert found.status[2] == numbers.UNCLEAR
    assert np.isnan(found.values[2])


def test_that_plain_numbers_with_three_decimals_are_not_thousands() -> None:
    found = parse("1.234", "5.678")

    assert found.values.tolist() == [1.234, 5.678]
    assert not found.reformatted.any()


@pytest.mark.parametrize("text", ["0012", "00"])
def test_that_leading_zeros_make_a_column_of_identifiers(text: str) -> None:
    assert parse("12", text).looks_like_codes


def test_that_powers_of_ten_are_identifiers_only_among_bare_digits() -> None:
    assert parse("1E05", "17").looks_like_codes
    assert not parse("1E05", "1.7").looks_like_codes


@pytest.mark.parametrize(
    "text", ["inf", "nan", "Infinity", "1e999", "0x1A", "1_000", "12-3", "1,2,3"]
)
def test_that_what_only_a_computer_calls_a_number_is_none(text: str) -> None:
    found = parse(text)

    assert found.status[0] != numbers.NUMBER
    assert np.isnan(found.values[0])
