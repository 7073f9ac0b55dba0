"""The palette holds what its docstring promises, computed from the colours."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sjogren_desktop.palette import THEMES, dodge, least_spacing, style

# Colour vision deficiency of severity 1.0 in linear RGB: Machado, Oliveira and
# Fernandes (2009), IEEE Trans Vis Comput Graph 15:1291, table 1.
VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# sRGB primaries to CIE XYZ with the D65 white: IEC 61966-2-1.
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)


def _linear(color: str) -> np.ndarray:
    level = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    ratio = TO_XYZ @ np.clip(linear, 0, 1) / (TO_XYZ @ np.ones(3))
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    low, high = sorted(_linear(c) @ TO_XYZ[1] for c in (first, second))
    return float((high + 0.05) / (low + 0.05))


def test_that_the_contrast_measure_gives_the_known_extremes() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # WebAIM checker


@pytest.mark.parametrize("name", THEMES)
def test_that_arm_colours_reach_the_contrast_of_graphics(name: str) -> None:
    theme = THEMES[name]

    assert all(_contrast(color, theme.background) >= 3.0 for color in theme.arms)


@pytest.mark.parametrize("name", THEMES)
def test_that_inks_reach_the_contrast_of_text(name: str) -> None:
    theme = THEMES[name]

    for ink in (theme.ink, theme.faint, theme.warning):
        assert _contrast(ink, theme.background) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_that_the_first_four_colours_stay_apart_for_every_eye(name: str, vision: str) -> None:
    seen = [_lab(VISION[vision] @ _linear(color)) for color in THEMES[name].arms[:4]]

    # A CIE76 distance of 2.3 is just noticeable; 12 is told apart at a glance.
    assert min(np.linalg.norm(a - b) for a, b in combinations(seen, 2)) > 12


@pytest.mark.parametrize("name", THEMES)
def test_that_the_first_four_colours_differ_in_grey(name: str) -> None:
    lightness = [_lab(_linear(color))[0] for color in THEMES[name].arms[:4]]

    assert min(abs(a - b) for a, b in combinations(lightness, 2)) >= 10


def test_that_no_two_styles_are_alike() -> None:
    styles = [style(i) for i in range(64)]

    assert len(set(styles)) == 64
    assert len({s.marker for s in styles[:8]}) == len({s.dash for s in styles[:8]}) == 8


def test_that_a_style_keeps_its_shape_in_every_theme() -> None:
    assert style(2, theme="light").symbol == style(2, theme="dark").symbol == "t1"
    assert style(2, theme="light").color != style(2, theme="dark").color


def test_that_marker_names_are_known_to_the_drawing_libraries() -> None:
    from matplotlib.lines import Line2D
    from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols

    for i in range(8):
        assert style(i).marker in Line2D.markers
        assert style(i).symbol in Symbols


def test_that_three_series_stand_at_either_side_of_the_visit() -> None:
    assert [dodge(i, 3, 4.0) for i in range(3)] == pytest.approx([-0.64, 0.0, 0.64])
    assert dodge(0, 1, 4.0) == 0.0


@given(st.integers(1, 40), st.floats(1e-3, 1e3))
def test_that_dodged_series_neither_meet_nor_reach_the_next_visit(n: int, spacing: float) -> None:
    offsets = [dodge(i, n, spacing) for i in range(n)]

    assert sum(offsets) == pytest.approx(0, abs=1e-9 * spacing)
    assert len(set(offsets)) == n
    assert max(offsets) - min(offsets) <= 0.6 * spacing * (1 + 1e-12)


def test_that_spacing_is_the_least_gap_of_different_positions() -> None:
    assert least_spacing([8.0, 4.0, 4.0, 24.0]) == 4.0
    assert least_spacing([4.0]) == 1.0
