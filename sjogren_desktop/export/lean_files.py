"""matplotlib's PDF and SVG files with hatches and fonts that take less time and room.

matplotlib repeats a square inch with hundreds of dots, which programs that show a PDF draw
anew for each bar, and which is most of an SVG file. The same hatch is repeated here in tiles
of a quarter of an inch, and only the hatch: the colour behind it is filled as a whole, so that
no rim of a tile can be seen.
"""

from __future__ import annotations

from typing import Any

from fontTools import subset
from matplotlib.backends import _backend_pdf_ps
from matplotlib.backends.backend_pdf import Name, Op, PdfFile
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import rgb2hex
from matplotlib.font_manager import FontPath
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

_SIDE = 18
"""Points: so many are a whole number of pixels at 100, 200 and 300 dpi."""


_name: Any = Name
_ps: Any = _backend_pdf_ps


def _tile(hatch: str) -> Path:
    """Return the shapes of a tile of side 1, for a hatch of one sign repeated four times.

    matplotlib has 24 of its lines in an inch, and so six in a quarter of that.
    """
    return Path.hatch(hatch[0] * 6, 1)


def _outlines(file: FontPath, glyphs: set[int]) -> Any:
    """Return the glyphs of a font, used by ``with``, and their new numbers."""
    options = subset.Options(glyph_names=True, recommended_glyphs=True, font_number=file.face_index)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "FFTM", "meta"]
    font = subset.load_font(file, options)
    reduced = subset.Subsetter(options=options)
    reduced.populate(gids=glyphs)
    reduced.subset(font)
    return _ps.SubsetResults(font, reduced.glyph_index_map)._as_cm()


class LeanPdf(PdfFile):
    """A PDF file with small tiles, and fonts without what is for setting type.

    Texts are set already, so that nothing of a font but its outlines is needed; reducing the
    rest to the letters used takes most of the time of embedding one.
    """

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)  # type: ignore[no-untyped-call]
        self._tracked: dict[tuple[Any, str, int], tuple[int, int]] = {}

    def track(self: Any, font: Any, char: str, glyph: int) -> tuple[int, int]:
        """Return where the font of the file has a glyph that is shown."""
        sought = font, char, glyph
        if sought not in self._tracked:
            self._tracked[sought] = self._character_tracker.track_glyph(font, char, glyph)
        found: tuple[int, int] = self._tracked[sought]
        return found

    def writeFonts(self: Any) -> None:
        """Embed the fonts used."""
        usual = _ps.get_glyphs_subset
        _ps.get_glyphs_subset = _outlines
        try:
            super().writeFonts()  # type: ignore[no-untyped-call]
        finally:
            _ps.get_glyphs_subset = usual

    def writeHatches(self: Any) -> None:
        """Write the hatches used."""
        tiles = {}
        for (stroke, _, hatch, width), name in self._hatch_patterns.items():
            tiles[name] = self.reserveObject("hatch")
            about = {
                **{"Type": _name("Pattern"), "PatternType": 1, "PaintType": 1, "TilingType": 1},
                **{"BBox": [0, 0, _SIDE, _SIDE], "XStep": _SIDE, "YStep": _SIDE},
                "Resources": {"Procsets": [_name("PDF")]},
            }
            self.beginStream(tiles[name].id, None, about)
            color = stroke[:3]
            self.output(*color, Op.setrgb_stroke, *color, Op.setrgb_nonstroke)
            self.output(width, Op.setlinewidth)
            shape = _tile(hatch)
            self.output(*self.pathOperations(shape, Affine2D().scale(_SIDE), simplify=False))
            self.output(Op.fill_stroke)
            self.endStream()
        self.writeObject(self.hatchObject, tiles)


class LeanSvg(RendererSVG):
    """A writer of SVG with small tiles."""

    def _write_hatches(self: Any) -> None:
        if not self._hatchd:
            return
        self.writer.start("defs")
        for (hatch, *_), ((_, _, stroke, width), name) in self._hatchd.items():
            side = str(_SIDE)
            at = {"patternUnits": "userSpaceOnUse", "x": "0", "y": "0"}
            self.writer.start("pattern", id=name, width=side, height=side, **at)
            turned = Affine2D().scale(_SIDE, -_SIDE).translate(0, _SIDE)
            color = rgb2hex(stroke)
            self.writer.element(
                "path",
                d=self._convert_path(_tile(hatch), turned, simplify=False),
                style=f"fill: {color}; stroke: {color}; stroke-width: {width}",
            )
            self.writer.end("pattern")
        self.writer.end("defs")
