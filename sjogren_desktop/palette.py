"""Colours, symbols and dashes of the arms, the same on the screen and in print.

A series carries a style number, which fixes its colour, symbol and dash in
every figure, so that an arm looks the same throughout. No figure relies on
colour alone. The first four styles, which are as many arms as a trial of ours
has, differ in lightness (CIE L*) by at least 10 and stay apart for readers
with protanopia, deuteranopia or tritanopia; all colours reach the contrast of
3:1 that WCAG 2.2 (success criterion 1.4.11) asks of graphics, and inks the 4.5:1
it asks of text (1.4.3). The tests compute all of this from the values below.

Symbols are named as pyqtgraph and as matplotlib name them, dashes are given in
multiples of the line's width; neither library is imported here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Style:
    """How one series is drawn.

    Parameters
    ----------
    color : str
        ``#rrggbb``.
    symbol, marker : str
        The same shape by its pyqtgraph name and by its matplotlib name.
    dash : tuple of float
        Lengths of dash and gap in turn, in line widths; empty for a solid
        line. Meant for flat line ends (in Qt ``FlatCap``).
    hatch : str
        matplotlib hatch of a bar; "" for a plain one.
    """

    color: str
    symbol: str
    marker: str
    dash: tuple[float, ...]
    hatch: str


@dataclass(frozen=True)
class Theme:
    """Ground and inks of a figure, and the colours of the arms upon that ground.

    ``ink`` is for text and axes, ``faint`` for text of less weight, and
    ``grid`` for lines that only guide the eye.
    """

    background: str
    ink: str
    faint: str
    grid: str
    warning: str
    arms: tuple[str, ...]


_ON_WHITE = (
    "#262626",  # near black, for the arm that comes first: the control
    "#0063b1",  # blue
    "#d96800",  # orange
    "#00513b",  # dark green
    "#8e3a9e",  # purple
    "#8a6d00",  # olive
    "#3b97d3",  # sky
    "#c2185b",  # crimson
)
_ON_DARK = (
    "#f2f2f2",
    "#4c9be8",
    "#ffa640",
    "#0d8a64",
    "#d79ae8",
    "#e8d84a",
    "#9cc9f5",
    "#f0609e",
)

THEMES = {
    "light": Theme("#ffffff", "#1a1a1a", "#595959", "#d9d9d9", "#a32a00", _ON_WHITE),
    "dark": Theme("#1e1e1e", "#f2f2f2", "#b3b3b3", "#454545", "#ff9d7a", _ON_DARK),
    "contrast": Theme("#000000", "#ffffff", "#e6e6e6", "#8c8c8c", "#ffc2ad", _ON_DARK),
    "print": Theme("#ffffff", "#000000", "#4d4d4d", "#d9d9d9", "#a32a00", _ON_WHITE),
}
"""Themes by name."""

_SYMBOLS = (
    ("o", "o"),
    ("s", "s"),
    ("t1", "^"),
    ("d", "D"),
    ("t", "v"),
    ("+", "P"),
    ("star", "*"),
    ("x", "X"),
)
_DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (6.0, 2.0),
    (2.0, 1.5),
    (6.0, 1.5, 1.5, 1.5),
    (10.0, 2.5),
    (6.0, 1.5, 1.5, 1.5, 1.5, 1.5),
    (4.0, 4.0),
    (1.0, 3.0),
)
_HATCHES = ("", "////", "....", "xxxx", "----", "\\\\\\\\", "++++", "oooo")


def style(index: int, *, theme: str = "print") -> Style:
    """Return the style of this number in a theme.

    Numbers past the last colour begin again at the first, with another symbol
    and dash, so no two of the first 64 are alike.
    """
    colors = THEMES[theme].arms
    turn, place = divmod(index, len(colors))
    shape = (place + turn) % len(_SYMBOLS)
    symbol, marker = _SYMBOLS[shape]
    return Style(colors[place], symbol, marker, _DASHES[shape], _HATCHES[shape])


def dodge(series_index: int, n: int, spacing: float) -> float:
    """Return how far to move a series along x so that error bars stand side by side.

    Parameters
    ----------
    series_index, n : int
        Place of the series among the series drawn, from 0, and their number.
    spacing : float
        Least distance of two neighbouring positions on the axis, such as 4 for
        visits every 4 weeks.

    Returns
    -------
    float
        Offset in units of the axis; the offsets of all series sum to 0 and
        span at most 0.6 of the spacing.
    """
    step = spacing * min(0.16, 0.6 / n)
    return (series_index - (n - 1) / 2) * step


def shade(share: float, *, theme: str = "print") -> str:
    """Return a colour between the ground (0) and the colour of the second style (1)."""
    ground, full = THEMES[theme].background, THEMES[theme].arms[1]
    mixed = (
        round(int(ground[i : i + 2], 16) * (1 - share) + int(full[i : i + 2], 16) * share)
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def least_spacing(positions: Sequence[float]) -> float:
    """Return the least distance of two different positions; 1 when there is none."""
    ordered = sorted(set(positions))
    gaps = [b - a for a, b in pairwise(ordered)]
    return min(gaps, default=1.0)
