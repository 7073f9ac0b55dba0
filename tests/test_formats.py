"""The formatter: rounding, edges, what is not estimable, and precision of data."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sjogren_desktop import formats
from sjogren_desktop.results import Cell, Stat, Value

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        # Rounding cases reported against table programs (r2rtf issue 296).
        (1.25, 1, "1.3"),
        (-1.25, 1, "-1.3"),
        (42.65, 1, "42.7"),
        (-0.04, 1, "0.0"),
        (-0.0, 1, "0.0"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.5, 0, "-1"),
        (-0.4999, 0, "0"),
        (12.345, 2, "12.35"),
        (1.005, 2, "1.01"),
        (2.675, 2, "2.68"),
        # Once, not twice: by way of two decimals this would become 1.3.
        (1.2449, 1, "1.2"),
        (1.2499999999999998, 1, "1.2"),
        (2 / 3, 4, "0.6667"),
        (1e-7, 2, "0.00"),
        (123456789.0, 0, "123456789"),
        (2**63 + 1, 0, "9223372036854775809"),
        (1e22, 1, "10000000000000000000000.0"),
    ],
)
def test_that_numbers_round_half_away_from_zero(value: float, decimals: int, text: str) -> None:
    assert formats.fixed(value, decimals) == text


@given(finite, st.integers(0, 8))
def test_that_rounding_is_symmetric_and_never_minus_zero(value: float, decimals: int) -> None:
    up, down = formats.fixed(abs(value), decimals), formats.fixed(-abs(value), decimals)

    assert down in (up, f"-{up}")
    assert not (down.startswith("-") and Decimal(down) == 0)


@given(finite, st.integers(0, 8))
def test_that_rounding_moves_a_number_by_half_a_unit_at_most(value: float, decimals: int) -> None:
    text = formats.fixed(value, decimals)

    assert abs(Fraction(text) - Fraction(repr(value))) <= Fraction(1, 2 * 10**decimals)
    assert len(text.partition(".")[2]) == decimals


@given(st.integers(1, 3000), st.data())
def test_that_percentages_print_as_computed_by_hand(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    exact = Decimal(100 * count * 10**6) / Decimal(total) / 10**6
    half = Fraction(100 * count, total) * 10
    by_hand = Fraction(int(half + Fraction(1, 2)), 10)

    text = formats.percent(100 * count / total)

    if count in (0, total):
        assert text == ("0" if count == 0 else "100")
    elif exact < Decimal("0.1"):
        assert text == "<0.1"
    elif exact > Decimal("99.9"):
        assert text == ">99.9"
    else:
        assert Fraction(text) == by_hand


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (100, "100"),
        (100.0, "100"),
        (0.04, "<0.1"),
        (0.0999, "<0.1"),
        (0.1, "0.1"),
        (99.9, "99.9"),
        (99.91, ">99.9"),
        (99.99, ">99.9"),
        (100 * 1 / 2000, "<0.1"),
        (100 * 29 / 2000, "1.5"),
        (33.333333, "33.3"),
        (-12.25, "-12.3"),
        (112.25, "112.3"),
    ],
)
def test_that_percentages_keep_their_edges(value: float, text: str) -> None:
    assert formats.percent(value) == text


def test_that_whole_percentages_have_whole_edges() -> None:
    assert [formats.percent(v, 0) for v in (0.4, 1.0, 50.5, 99.0, 99.2)] == [
        "<1",
        "1",
        "51",
        "99",
        ">99",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "<0.0001"),
        (1e-300, "<0.0001"),
        (0.00009999, "<0.0001"),
        (0.0001, "0.0001"),
        (0.00015, "0.0002"),
        (0.04955, "0.0496"),
        (0.9999, "0.9999"),
        (0.99994, ">0.9999"),
        (1.0, ">0.9999"),
        (1, ">0.9999"),
    ],
)
def test_that_p_values_are_never_zero_or_one(value: float, text: str) -> None:
    assert formats.p_value(value) == text


def test_that_p_values_follow_the_decimals_asked_for() -> None:
    assert formats.stat(Stat("p_value", 0.0004, decimals=3)) == "<0.001"
    assert formats.stat(Stat("p_value", 0.9996, decimals=3)) == ">0.999"


@given(st.floats(0, 1), st.integers(1, 6))
def test_that_no_p_value_reads_as_certain(value: float, decimals: int) -> None:
    text = formats.p_value(value, decimals)

    assert Decimal(text.lstrip("<>")) not in (0, 1)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("n", 152, "152"),
        ("n", 152.0, "152"),
        ("n", np.int64(152), "152"),
        ("mean", np.float64(-3.455), "-3.46"),
        ("mean", 3, "3.00"),
        ("sd", np.float32(0.5), "0.500"),
        ("df", 471.25, "471.3"),
        ("unlisted", 3, "3"),
        ("unlisted", 3.0, "3.00"),
        ("estimate", None, "NE"),
        ("estimate", nan, "NE"),
        ("estimate", np.float64("nan"), "NE"),
        ("upper", inf, "NE"),
        ("lower", -inf, "NE"),
        ("p_value", nan, "NE"),
        ("percent", None, "NE"),
        ("worst", "Week 24", "Week 24"),
        ("worst", "", ""),
    ],
)
def test_that_each_kind_of_value_has_a_text(name: str, value: Value, text: str) -> None:
    assert formats.stat(Stat(name, value)) == text


def test_that_a_number_may_carry_its_own_decimals() -> None:
    assert formats.stat(Stat("estimate", -1.3000123, decimals=1)) == "-1.3"
    assert formats.stat(Stat("mean", 24.05, decimals=0)) == "24"


def test_that_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError, match="neither a number nor a text"):
        formats.stat(Stat("mean", [1.0]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "kind"),
    [(np.int64(3), int), (np.float32(0.5), float), (np.str_("a"), str), (7, int), (0.1, float)],
)
def test_that_plain_values_are_of_python_types(value: Value, kind: type) -> None:
    result = formats.plain(value)

    assert type(result) is kind
    assert result == value


@given(finite)
def test_that_plain_keeps_every_bit_of_a_float(value: float) -> None:
    result = formats.plain(np.float64(value))

    assert isinstance(result, float)
    assert result.hex() == value.hex()


def _count(count: Value, percent: Value) -> Cell:
    return Cell((Stat("count", count), Stat("percent", percent)), "{0} ({1}%)")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (None, ""),
        (_count(131, 100 * 131 / 168), "131 (78.0%)"),
        (_count(0, 0.0), "0"),
        (_count(0, None), "0"),
        (_count(np.int64(0), np.float64(0)), "0"),
        (_count(168, 100.0), "168 (100%)"),
        (_count(1, 0.05), "1 (<0.1%)"),
        (_count(1999, 99.95), "1999 (>99.9%)"),
        (Cell((Stat("lower", -2.6, 1), Stat("upper", -0.04, 1)), "({0}, {1})"), "(-2.6, 0.0)"),
        (Cell((Stat("estimate", -1.3, 1), Stat("std_error", None, 2)), "{0} ({1})"), "-1.3 (NE)"),
        (Cell((Stat("lower", nan), Stat("upper", None)), "({0}, {1})"), "NE"),
        (Cell((Stat("count", 3), Stat("n", 7)), "{0}/{1}"), "3/7"),
    ],
)
def test_that_cells_join_their_numbers(content: Cell | None, text: str) -> None:
    assert formats.cell(content) == text


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ([1.0, 2.0, 30.0], 0),
        ([1, 2, 3], 0),
        ([1.5, 2.0], 1),
        ([0.1 + 0.2, 0.3], 1),
        ([1.1 * 3], 1),
        ([62.57, nan, None, inf], 2),
        ([1 / 3, 2 / 3, 1.0], 1),
        ([0.0125], 1),
        ([5.0] * 9 + [61.551724], 0),  # one prorated among whole scores
        ([-1234567.25], 2),
        ([1e-7, 1e20], 1),
        ([0.0, -0.0], 0),
        ([1200.0, 1e5], 0),
        ([nan, None], 0),
        ([], 0),
        (np.array([7.3, 7.25]), 2),
        (np.array([7, 8]), 0),
    ],
)
def test_that_precision_is_read_from_the_data(values: list[float | None], decimals: int) -> None:
    assert formats.decimals_of(values) == decimals


def test_that_precision_is_capped_as_asked() -> None:
    assert formats.decimals_of([19 / 3], cap=1) == 1
    assert formats.decimals_of([0.0125], cap=5) == 4


@given(st.lists(st.decimals(-10_000, 10_000, places=2), min_size=1))
def test_that_nine_in_ten_values_print_in_full_and_not_with_less(values: list[Decimal]) -> None:
    raw = formats.decimals_of([float(v) for v in values])

    def share_in_full(decimals: int) -> float:
        return sum(Decimal(formats.fixed(float(v), decimals)) == v for v in values) / len(values)

    assert share_in_full(raw) >= 0.9
    assert raw == 0 or share_in_full(raw - 1) < 0.9


@pytest.mark.parametrize(
    ("statistic", "decimals"),
    # Integer scores in the CDISC pilot's table 14-3.01 print as mean 24.1,
    # SD 12.19, median 21.0, range 5;61.
    [
        ("minimum", 0),
        ("maximum", 0),
        ("mean", 1),
        ("median", 1),
        ("sd", 2),
        ("std_error", 2),
        ("estimate", 1),
        ("lower", 1),
        ("n", 0),
        ("p_value", 4),
        ("percent", 1),
    ],
)
def test_that_statistics_of_integers_have_these_decimals(statistic: str, decimals: int) -> None:
    assert formats.decimals_for(statistic, 0) == decimals


def test_that_decimals_grow_with_those_of_the_data() -> None:
    assert [formats.decimals_for(s, 2) for s in ("minimum", "mean", "sd", "p_value")] == [
        2,
        3,
        4,
        4,
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(24.0, "24"), (0.1, "0.1"), (1 / 3, repr(1 / 3)), (-2.5, "-2.5"), (1234567.5, "1234567.5")],
)
def test_that_an_exact_text_is_as_short_as_it_can_be(value: float, text: str) -> None:
    assert formats.exact(value) == text
