"""The type of printed output: its files, and how wide texts are in it.

Liberation Sans comes with the program (SIL Open Font License 1.1). Its letters
are exactly as wide as those of Arial, so that widths computed with it also fit
documents that name Arial, on systems that replace it too.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sjogren_desktop.paths import resource_path

FAMILY = "Liberation Sans"
REGULAR, BOLD = "LiberationSans-Regular", "LiberationSans-Bold"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in points."""
    return _units(text, BOLD if bold else REGULAR) * size / 1000


def wrap(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than ``room`` points.

    Line ends of the text stay; a word that alone is too wide is divided.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}" if line else word
            if width(longer, size, bold=bold) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _divided(word, size, room, bold)
            lines += full
        lines.append(line)
    return lines


def register_fonts() -> None:
    """Make the fonts known to reportlab, once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = set(pdfmetrics.getRegisteredFontNames())
    for name in {REGULAR, BOLD} - known:
        pdfmetrics.registerFont(TTFont(name, str(resource_path("fonts", f"{name}.ttf"))))


def _divided(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@lru_cache(maxsize=20_000)
def _units(text: str, font: str) -> float:
    return sum(map(_advances(font).__getitem__, text))


@cache
def _advances(font: str) -> _Advances:
    """Return the widths of a font's letters."""
    from reportlab.pdfbase import pdfmetrics

    register_fonts()
    face = pdfmetrics.getFont(font).face
    found = _Advances((chr(code), width) for code, width in face.charWidths.items())
    found.usual = float(face.defaultWidth)
    return found


class _Advances(dict[str, float]):
    """Widths by letter; an absent one is as wide as the sign shown for it."""

    usual = 0.0

    def __missing__(self, letter: str) -> float:
        return self.usual
