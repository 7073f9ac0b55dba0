"""Drawings of matplotlib as SVG and PDF: drawn once for both, each text set once.

matplotlib draws a figure anew for each format, and sets the type of each text anew
whenever it is measured or written, which together is most of the time a figure takes.
Here one pass over a drawing writes both formats. A text is set at one size, in which
all its other sizes are contained, since the outlines are not fitted to pixels; what is
found is kept for all figures of the process.

Paths, marks, images and the files themselves are written by matplotlib's own classes.
Their methods for text are replaced here, for which names are used that matplotlib
does not promise to keep: ``tests/export/test_vector.py`` compares what comes out with
what matplotlib writes by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO, StringIO
from math import cos, radians, sin
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib import _path
from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import RendererPdf
from matplotlib.colors import rgb2hex
from matplotlib.font_manager import FontPath, FontProperties, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path

from sjogren_desktop.export.lean_files import LeanPdf, LeanSvg

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.figure import Figure as Drawing
    from matplotlib.ft2font import GlyphIndexType
    from matplotlib.transforms import Transform

POINTS = 72
"""Dots per inch of drawings: a dot is a point in both formats."""

IMAGE_DPI = 300
"""Dots per inch of what is a picture within a drawing, such as the colours of a map."""

_SIZE = 100.0
"""Size in points at which texts are set."""
_UNIT = 64
"""Parts of a point in which outlines are given."""


class _File(NamedTuple):
    """Where a font is, as matplotlib asks its fonts for it."""

    fname: str
    face_index: int


class _Held(BytesIO):
    """A font file held in memory, in which a letter is found in a fiftieth of the time."""

    def __init__(self, file: FontPath) -> None:
        super().__init__(FilePath(file).read_bytes())
        self.place = _File(str(file), file.face_index)


_Face = tuple[tuple[str, ...], str, int | str]
"""Families, slant and weight of a type."""


@dataclass(frozen=True)
class _Glyph:
    """One sign of a text, its place in points at the size of 100."""

    font: _File
    index: GlyphIndexType
    char: str
    x: float
    y: float
    kern: float
    name: str


@dataclass(frozen=True)
class _Type:
    """A text set in type, in points at the size of 100."""

    glyphs: tuple[_Glyph, ...]
    width: float
    height: float
    descent: float


def _face(prop: FontProperties) -> _Face:
    return tuple(prop.get_family()), prop.get_style(), prop.get_weight()


@lru_cache(maxsize=64)
def _files(face: _Face) -> tuple[FontPath, ...]:
    families, slant, weight = face
    prop = FontProperties(family=list(families), weight=weight)
    prop.set_style(slant)  # type: ignore[arg-type]
    return tuple(fontManager._find_fonts_by_props(prop))


def _font(files: tuple[FontPath, ...]) -> FT2Font:
    """Return a font ready for use, with others for signs that it has not.

    It is the same one each time: only one thread draws at a time.
    """
    font = _read_font(files)
    font.clear()
    font.set_size(_SIZE, POINTS)
    return font


@lru_cache(maxsize=16)
def _read_font(files: tuple[FontPath, ...]) -> FT2Font:
    first, *others = (_Held(file) for file in files)
    instead = [FT2Font(held, face_index=held.place.face_index) for held in others]
    return FT2Font(first, face_index=first.place.face_index, _fallback_list=instead)


@lru_cache(maxsize=20_000)
def _set(text: str, face: _Face) -> _Type:
    """Set a text."""
    font = _font(_files(face))
    glyphs = tuple(
        _Glyph(
            item.ft_object.fname.place,  # type: ignore[union-attr]
            item.glyph_index,
            item.char,
            item.x,
            item.y,
            item.prev_kern,
            f"{item.ft_object.postscript_name}-{item.glyph_index:x}",
        )
        for item in font._layout(text, LoadFlags.NO_HINTING)
    )
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    wide, tall = font.get_width_height()
    return _Type(glyphs, wide / _UNIT, tall / _UNIT, font.get_descent() / _UNIT)


@lru_cache(maxsize=64)
def _line_metrics(face: _Face) -> tuple[float, float, float]:
    """Return ascent, descent and gap of lines per point of size."""
    font = _font(_files(face))
    head, own = font.get_sfnt_table("head"), font.get_sfnt_table("OS/2")
    assert head is not None
    assert own is not None
    each = 1 / head["unitsPerEm"]
    return own["sTypoAscender"] * each, -own["sTypoDescender"] * each, own["sTypoLineGap"] * each


@lru_cache(maxsize=5_000)
def _outline(file: _File, index: GlyphIndexType, name: str) -> str:
    """Return a glyph as an element of SVG, "" where nothing is to be drawn."""
    font = _font((FontPath(*file),))
    font.load_glyph(index, flags=LoadFlags.NO_HINTING)
    vertices, codes = font.get_path()
    if not len(vertices):
        return ""
    shape: bytes = _path.convert_to_string(  # type: ignore[attr-defined]
        *(Path(vertices * _UNIT, codes), None, None, False, None, 6),
        *([b"M", b"L", b"Q", b"C", b"z"], False),
    )
    return f'<path id="{name}" d="{shape.decode("ascii")}" transform="scale({1 / _UNIT})"/>\n'


class _Svg(LeanSvg):
    """matplotlib's writer of SVG, with texts that were set already."""

    def __init__(self, width: float, height: float, file: StringIO, **given: Any) -> None:
        super().__init__(width, height, file, **given)
        self._file = file
        self._known: set[str] = set()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: object = None,
    ) -> None:
        red, green, blue, alpha = gc.get_rgb()
        fill = rgb2hex((red, green, blue))
        style = f"fill: {fill}" if fill != "#000000" else ""
        if alpha != 1:
            style += f"; opacity: {alpha:g}"
        scale = prop.get_size_in_points() / _SIZE
        turned = f" rotate({-angle:g})" if angle else ""
        glyphs = _set(s, _face(prop)).glyphs
        # The comment, beside making the text searchable, ends the tag that may be open.
        self.writer.comment(s)
        write = self._file.write
        new = {g.name: g for g in glyphs if g.name not in self._known}
        if new:
            self._known.update(new)
            outlines = "".join(_outline(g.font, g.index, g.name) for g in new.values())
            write(f"<defs>\n{outlines}</defs>\n" if outlines else "")
        marks = "".join(
            f'<use xlink:href="#{g.name}" x="{g.x:.6g}"/>\n'
            if not g.y
            else f'<use xlink:href="#{g.name}" x="{g.x:.6g}" y="{g.y:.6g}"/>\n'
            for g in glyphs
            if _outline(g.font, g.index, g.name)
        )
        clip = "".join(f' {k}="{v}"' for k, v in self._get_clip_attrs(gc).items())
        group = f"<g{clip}>\n{{}}</g>\n" if clip else "{}"
        write(
            group.format(
                f'<g style="{style}" transform="translate({x:.6f} {y:.6f}){turned} '
                f'scale({scale:.6g} {-scale:.6g})">\n{marks}</g>\n'
            )
        )


class _Pdf(RendererPdf):
    """matplotlib's writer of a page of PDF, with texts that were set already."""

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: object = None,
    ) -> None:
        self.check_gc(gc, gc._rgb)
        size = prop.get_size_in_points()
        track, name_of = self.file.track, self.file.fontName
        parts: list[str] = []
        shown: list[str] = []
        at: tuple[_File, int] | None = None
        started = 0.0

        def flush() -> None:
            if shown:
                parts.append(f"[<{''.join(shown)}>] TJ")
                shown.clear()

        for glyph in _set(s, _face(prop)).glyphs:
            subset, code = track(glyph.font, glyph.char, glyph.index)
            if at != (glyph.font, subset):
                flush()
                start = glyph.x * size / _SIZE
                name = name_of(FontPath(*glyph.font), subset).name.decode("ascii")
                parts.append(f"/{name} {size:g} Tf {start - started:.5f} 0 Td")
                at, started = (glyph.font, subset), start
            elif glyph.kern:
                shown.append(f"> {-1000 * glyph.kern / _SIZE:.3f} <")
            if glyph.y:
                flush()
                parts.append(f"{glyph.y * size / _SIZE:.5f} Ts [<{code:04x}>] TJ 0 Ts")
            else:
                shown.append(f"{code:04x}")
        flush()
        across, up = cos(radians(angle)), sin(radians(angle))
        self.file.write(
            f"q {across:.6f} {up:.6f} {-up:.6f} {across:.6f} {x:.5f} {y:.5f} cm BT "
            f"{' '.join(parts)} ET Q\n".encode("ascii")
        )


class _Sheet(RendererBase):
    """Hands what is drawn on to other renderers, and tells how large texts are."""

    def __init__(
        self, width: float, height: float, *, svg: _Svg | None = None, pdf: _Pdf | None = None
    ) -> None:
        super().__init__()
        self._size = width, height
        self._svg, self._pdf = svg, pdf
        self._all = [made for made in (pdf, svg) if made is not None]

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        made, scale = _set(s, _face(prop)), prop.get_size_in_points() / _SIZE
        return made.width * scale, made.height * scale, made.descent * scale

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        up, down, gap = _line_metrics(_face(prop))
        size = prop.get_size_in_points()
        return up * size, down * size, gap * size

    def get_image_magnification(self) -> float:
        return IMAGE_DPI / POINTS

    def new_gc(self) -> Any:
        # That of PDF knows more, and serves the other too.
        return self._pdf.new_gc() if self._pdf is not None else super().new_gc()

    def open_group(self, s: str, gid: str | None = None) -> None:
        if self._svg is not None:
            self._svg.open_group(s, gid)

    def close_group(self, s: str) -> None:
        if self._svg is not None:
            self._svg.close_group(s)

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,
    ) -> None:
        steps = [(gc, rgbFace)]
        if rgbFace is not None and gc.get_hatch():
            # The colour as a whole, then the hatch upon it.
            plain, hatched = self.new_gc(), self.new_gc()
            plain.copy_properties(gc)
            plain.set_hatch(None)
            hatched.copy_properties(gc)
            hatched.set_linewidth(0)
            steps = [(plain, rgbFace), (hatched, None)]
        for made in self._all:
            for how, face in steps:
                made.draw_path(how, path, transform, face)

    def draw_markers(self, *given: Any, **more: Any) -> None:
        for made in self._all:
            made.draw_markers(*given, **more)

    def draw_path_collection(self, *given: Any, **more: Any) -> None:
        for made in self._all:
            made.draw_path_collection(*given, **more)

    def draw_image(self, *given: Any, **more: Any) -> None:
        for made in self._all:
            made.draw_image(*given, **more)

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: FontProperties, *given: Any, **more: Any
    ) -> None:
        if self._pdf is not None:
            self._pdf.draw_text(gc, x, y, s, prop, *given, **more)
        if self._svg is not None:
            self._svg.draw_text(gc, x, self._size[1] - y, s, prop, *given, **more)


class _Canvas(FigureCanvasBase):
    """What a drawing is laid out for."""

    def get_renderer(self) -> _Sheet:
        return _Sheet(*_points(self.figure))


def _points(drawing: Drawing) -> tuple[float, float]:
    return drawing.get_figwidth() * POINTS, drawing.get_figheight() * POINTS


def lay_out(drawing: Drawing) -> None:
    """Place the parts of a drawing for good, as both formats will show them.

    Each format would lay the same drawing out again, which takes half of the time.
    """
    engine = drawing.get_layout_engine()
    if engine is not None:
        _Canvas(drawing)
        engine.execute(drawing)
        drawing.set_layout_engine("none")
        FigureCanvasAgg(drawing)


def vectors(
    drawings: Sequence[Drawing],
    titles: Sequence[str],
    *,
    creator: str,
    svg: bool = True,
    pdf: bool = True,
) -> tuple[list[bytes], bytes]:
    """Return drawings as SVG files each, and as the pages of one PDF file.

    The font is embedded in the PDF file once. What is not asked for is empty.
    """
    contents = BytesIO()
    file = LeanPdf(contents, metadata={"Creator": creator, "CreationDate": None}) if pdf else None
    svgs = []
    for drawing, title in zip(drawings, titles, strict=True):
        wide, tall = _points(drawing)
        text = StringIO()
        told = {"Title": title, "Creator": creator, "Date": None}
        written = _Svg(wide, tall, text, image_dpi=IMAGE_DPI, metadata=told) if svg else None
        page = None
        if file is not None:
            file.newPage(wide / POINTS, tall / POINTS)
            page = _Pdf(file, IMAGE_DPI, tall / POINTS, wide / POINTS)
        drawing.draw(_Sheet(wide, tall, svg=written, pdf=page))
        if page is not None and file is not None:
            page.finalize()
            file.endStream()
        if written is not None:
            written.finalize()
            svgs.append(text.getvalue().encode("utf-8"))
    if file is not None:
        file.finalize()
        file.close()
    return svgs, contents.getvalue()
