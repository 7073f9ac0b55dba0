"""The caption block of a printed figure: what it says, and how it is set.

Everything a reader needs when the picture leaves the program stands in it:
title, study, population with the N of its arms, filter, data cut-off, estimand, caption,
method, the marks of synthetic and of blinded data and the program's version. Lengths are
in millimetres, sizes of text in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from sjogren_desktop import __version__
from sjogren_desktop.export.type_metrics import width
from sjogren_desktop.figures import Figure
from sjogren_desktop.palette import THEMES
from sjogren_desktop.results import BLINDING, Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

SYNTHETIC = "SYNTHETIC DATA"
MARGIN_MM = 3.0
CUT_OFF = "Data cut-off"
"""Name in a method card of the date until which data were taken."""

_N = re.compile(r"\(N\s*=\s*(\d+)\)")
_POINT = 25.4 / 72
_INK = THEMES["print"]
_TITLE_SIZE, _CAPTION_SIZE, _MARK_SIZE = 9.0, 7.0, 7.5
_LINE_MM = 1.35 * _POINT  # height of a line of text per point of its size


class Marked(Protocol):
    """What says whether it is simulated, and how blinded: a result or a study."""

    @property
    def synthetic(self) -> bool: ...
    @property
    def blinding(self) -> str: ...


@dataclass(frozen=True)
class Line:
    """One line of the caption block as it will stand on the paper."""

    text: str
    size: float = _CAPTION_SIZE
    bold: bool = False
    color: str = _INK.ink


def caption_lines(
    figure: Figure, result: Result | None, text_mm: float, *, method: bool = True
) -> tuple[Line, ...]:
    """Return the lines of the caption block, broken to the width."""
    lines = [Line(t, _TITLE_SIZE, True) for t in wrapped(figure.title, _TITLE_SIZE, text_mm)]
    if result is not None:
        counts = _counts(figure, result)
        whom = f"{result.population} ({counts})" if counts else result.population
        cut = "" if CUT_OFF in dict(result.method) else f" {CUT_OFF}: not stated."
        about = f"{result.study}. Population: {whom}. {_filter(result)}{cut} {result.title}."
        lines += [Line(t) for t in wrapped(about, _CAPTION_SIZE, text_mm)]
    if result is not None and result.estimand:
        attributes = "; ".join(f"{name}: {value}" for name, value in result.estimand)
        text = f"Estimand. {attributes}."
        lines += [Line(t, color=_INK.faint) for t in wrapped(text, _CAPTION_SIZE, text_mm)]
    for sentence in figure.caption:
        lines += [Line(t) for t in wrapped(sentence, _CAPTION_SIZE, text_mm)]
    if result is not None and result.method:
        card = "; ".join(f"{name}: {value}" for name, value in result.method)
        text = f"Method. {card}." if method else "Method: see the table of this analysis."
        lines += [Line(t, color=_INK.faint) for t in wrapped(text, _CAPTION_SIZE, text_mm)]
    for mark, says in marks(result) if result is not None else ():
        lines += [
            Line(t, bold=True, color=_INK.warning)
            for t in wrapped(f"{mark}: {says}.", _CAPTION_SIZE, text_mm)
        ]
    lines.append(Line(f"Sjögren Desktop {__version__}", color=_INK.faint))
    return tuple(lines)


def counted_arms(result: Result) -> str:
    """Return the N of the arms as the heads of the first table that counts them print it.

    Where no table does, it is the N of the population.
    """
    for table in result.tables:
        arms: dict[str, str] = {}
        for column in table.columns:
            printed = _N.search(column.header)
            if printed and column.key.get("ARM"):
                arms.setdefault(str(column.key["ARM"]), printed.group(1))
        if arms:
            return "N: " + ", ".join(f"{arm} {n}" for arm, n in arms.items())
    return "N: " + ", ".join(f"{arm} {n}" for arm, n in result.counts) if result.counts else ""


def cut_off_card(cut_off: str) -> tuple[tuple[str, str], ...]:
    """Return what a method card says of the date until which data were taken."""
    return ((CUT_OFF, cut_off),) if cut_off else ()


def selection(figure: Figure, result: Result) -> tuple[str, ...]:
    """Return who a figure shows, for a page that names the population above it."""
    counts = _counts(figure, result)
    return (f"{counts}. {_filter(result)}" if counts else _filter(result),)


def _filter(result: Result) -> str:
    """Return the conditions that patients had to meet beside being of the population."""
    conditions = " ".join(str(result.options.get("subset", "")).split())
    return f"Filter: {conditions or 'none'}."


def _counts(figure: Figure, result: Result) -> str:
    told = any(said.startswith("N: ") or "N = " in said for said in figure.caption)
    return "" if told else counted_arms(result)


def block_height(lines: Sequence[Line]) -> float:
    """Return the height of the caption block with its margins in millimetres."""
    return 2 * MARGIN_MM + sum(_LINE_MM * line.size for line in lines)


def write_caption(
    drawing: Drawing, lines: Sequence[Line], width_mm: float, height_mm: float
) -> None:
    below = block_height(lines) - MARGIN_MM
    for line in lines:
        drawing.text(
            MARGIN_MM / width_mm,
            below / height_mm,
            line.text,
            fontsize=line.size,
            fontweight="bold" if line.bold else "normal",
            color=line.color,
            va="top",
        )
        below -= _LINE_MM * line.size


def marks(marked: Marked) -> tuple[tuple[str, str], ...]:
    """Return what must be seen wherever a result is, or data are, with what each mark says."""
    made = []
    if marked.synthetic:
        made.append((SYNTHETIC, "simulated, not observed in any trial"))
    if marked.blinding:
        made.append((marked.blinding, BLINDING[marked.blinding]))
    return tuple(made)


def mark_text(results: Iterable[Result]) -> str:
    """Return the marks of results in one line, "" when there are none."""
    return " \u00b7 ".join(dict.fromkeys(mark for r in results for mark, _ in marks(r)))


def write_mark(drawing: Drawing, text: str, width_mm: float, height_mm: float) -> float:
    """Write the marks of a result above the plot; return the height it takes."""
    if not text:
        return 0.0
    drawing.text(
        1 - MARGIN_MM / width_mm,
        1 - MARGIN_MM / height_mm,
        text,
        fontsize=_MARK_SIZE,
        fontweight="bold",
        color=_INK.warning,
        ha="right",
        va="top",
    )
    return _MARK_SIZE * _LINE_MM


@lru_cache(maxsize=256)  # figures of a result share most of their captions
def wrapped(text: str, size: float, width_mm: float) -> tuple[str, ...]:
    """Break a text into lines that fit the width; a word too long stays whole."""
    bold = size == _TITLE_SIZE
    space = text_width(" ", size, bold=bold)
    lines: list[str] = []
    used = 0.0
    for word in text.split():
        own = text_width(word, size, bold=bold)
        if lines and used + space + own <= width_mm:
            lines[-1] += f" {word}"
            used += space + own
        else:
            lines.append(word)
            used = own
    return tuple(lines)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in millimetres of a text in the figure's font."""
    return width(text, size, bold=bold) * _POINT
