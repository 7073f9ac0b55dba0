"""What is written in one pass against what matplotlib writes, format by format."""

from __future__ import annotations

import re
import threading
from io import BytesIO

import matplotlib
import numpy as np
import numpy.typing as npt
import pytest
from matplotlib.figure import Figure as Drawing
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from sjogren_desktop.export import figures
from sjogren_desktop.export.figures import draw, render, vector_files
from sjogren_desktop.export.raster import png_pages
from sjogren_desktop.export.vector import POINTS
from sjogren_desktop.figures import Figure
from tests.export.test_map_figures import MAP
from tests.more_figures import FIGURES
from tests.samples import sample_ae_result, sample_mmrm_result

SAMPLES = [*sample_mmrm_result().figures, *sample_ae_result().figures, *FIGURES, MAP]
_DPI = 100
TEXTS = ("AVATAR To", "50 % ≥ 3 · µg", "→ ☑ ← 5", "$x_1$ & <b>", "fi ffl Größe")
"""With kerning, from two fonts, with markup, and with what may become one sign."""

Pixels = npt.NDArray[np.int16]


def _texts() -> Drawing:
    """Return texts large and small, turned, bold and half transparent."""
    drawing = Drawing(figsize=(6, 4), dpi=POINTS)
    with figures._settings():
        for place, text in enumerate(TEXTS):
            y = 0.1 + 0.17 * place
            drawing.text(0.1, y, text, fontsize=7 + 5 * place)
            drawing.text(0.7, y, text, rotation=30, weight="bold", alpha=0.5, color="#a02000")
    return drawing


def _drawings() -> list[Drawing]:
    return [*(draw(figure) for figure in SAMPLES), _texts()]


def _size(drawing: Drawing) -> tuple[int, int]:
    return int(drawing.get_figwidth() * _DPI), int(drawing.get_figheight() * _DPI)


def _pixels_of_pdf(contents: bytes, drawing: Drawing) -> Pixels:
    (png,) = png_pages(contents, [_size(drawing)], [{}], dpi=_DPI)
    return np.asarray(Image.open(BytesIO(png)).convert("L"), dtype=np.int16)


def _pixels_of_svg(contents: bytes, drawing: Drawing) -> Pixels:
    wide, tall = _size(drawing)
    image = QImage(wide, tall, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    picture = QSvgRenderer(QByteArray(contents))
    assert picture.isValid()
    picture.render(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(tall, image.bytesPerLine())
    return rows[:, :wide].astype(np.int16)


def _is_hatched(drawing: Drawing) -> bool:
    return any(patch.get_hatch() for axes in drawing.axes for patch in axes.patches)


def _coarse(pixels: Pixels) -> Pixels:
    """Return the mean of squares of 8 pixels, in which a hatch is a shade."""
    tall, wide = (side // 8 for side in pixels.shape)
    squares = pixels[: 8 * tall, : 8 * wide].reshape(tall, 8, wide, 8)
    return squares.mean(axis=(1, 3)).astype(np.int16)


def _other_ink(one: Pixels, other: Pixels) -> float:
    """Return the share of what is not white that differs by more than the rim of a letter."""
    ink = (one < 200) | (other < 200)
    return float((np.abs(one - other) > 128).sum() / ink.sum())


def test_that_pages_look_as_matplotlib_writes_them() -> None:
    drawings = _drawings()
    with figures._settings():
        own = [BytesIO() for _ in drawings]
        for drawing, file in zip(drawings, own, strict=True):
            drawing.savefig(file, format="pdf", dpi=300)

    pages = [vector_files([drawing], [""], svg=False)[1] for drawing in drawings]

    for drawing, file, page in zip(drawings, own, pages, strict=True):
        theirs, ours = (_pixels_of_pdf(made, drawing) for made in (file.getvalue(), page))
        if _is_hatched(drawing):  # of which lines begin anew in each tile
            theirs, ours = _coarse(theirs), _coarse(ours)
            assert (np.abs(theirs - ours) < 40).mean() > 0.99
            assert abs(float(theirs.mean() - ours.mean())) < 1.0
            continue
        assert _other_ink(theirs, ours) < 0.01


def test_that_svg_files_look_as_matplotlib_writes_them(qapp: object) -> None:
    drawings = _drawings()
    with figures._settings():
        own = [BytesIO() for _ in drawings]
        for drawing, file in zip(drawings, own, strict=True):
            drawing.savefig(file, format="svg", dpi=300)

    svgs = vector_files(drawings, [""] * len(drawings), pdf=False)[0]

    for drawing, file, svg in zip(drawings, own, svgs, strict=True):
        # Qt warns of the outline of a space, which is empty.
        theirs = re.sub(rb'<path id="([^"]*)"( transform="[^"]*")?/>', b"<g/>", file.getvalue())
        theirs = re.sub(rb'<use xlink:href="#[^"]*-3"[^>]*/>', b"", theirs)
        assert _other_ink(_pixels_of_svg(theirs, drawing), _pixels_of_svg(svg, drawing)) < 0.01


@pytest.mark.parametrize("suffix", [".svg", ".pdf"])
def test_that_one_format_alone_is_what_both_together_are(suffix: str) -> None:
    figure: Figure = SAMPLES[0]

    alone = render(draw(figure), suffix, title=figure.title)

    svgs, pages = vector_files([draw(figure)], [figure.title])
    both = svgs[0] if suffix == ".svg" else figures.separate_pdfs(pages, [figure.title])[0]
    assert alone == both


def test_that_texts_of_a_page_can_be_found() -> None:
    drawing = Drawing(figsize=(6, 4), dpi=POINTS)
    with figures._settings():
        for place, text in enumerate(TEXTS[:4]):
            drawing.text(0.1, 0.1 + 0.2 * place, text)

    page = PdfReader(BytesIO(vector_files([drawing], ["x"], svg=False)[1])).pages[0]

    found = " ".join(page.extract_text().split())
    for text in ("AVATAR To", "50 % ≥ 3 · µg", "☑", "$x_1$ & <b>"):
        assert text in found


def test_that_a_thread_waits_for_another_to_put_the_settings_back() -> None:
    inside, told = threading.Event(), []

    def work() -> None:
        with figures._settings():
            told.append(matplotlib.rcParams["svg.hashsalt"])
            inside.set()

    thread = threading.Thread(target=work)
    with figures._settings():
        thread.start()
        assert not inside.wait(0.2)
    thread.join()

    assert told == ["sjogren-desktop"]


def test_that_two_threads_measure_and_draw_at_once_as_one_does() -> None:
    expected = render(_texts(), ".svg")
    made: list[bytes] = []

    def work() -> None:
        made.extend(render(_texts(), ".svg") for _ in range(3))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [expected] * 6
