"""Make the icon files of all systems from the drawings in ``resources/icons``.

Run after a drawing was changed: ``.venv/bin/python installer/icons.py``. The
drawings are part of this project and under its licence.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def picture(drawing: Path, size: int) -> Image.Image:
    """Return a drawing as a square picture of that many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def write_icons(drawing: Path) -> list[Path]:
    """Write the PNG, ICO and ICNS files beside a drawing and return their paths."""
    png, ico, icns = (drawing.with_suffix(s) for s in (".png", ".ico", ".icns"))
    picture(drawing, 256).save(png, optimize=True)
    largest = picture(drawing, ICO_SIZES[-1])
    smaller = [picture(drawing, size) for size in ICO_SIZES[:-1]]
    largest.save(ico, sizes=[(s, s) for s in ICO_SIZES], append_images=smaller)
    largest = picture(drawing, ICNS_SIZES[-1])
    largest.save(icns, append_images=[picture(drawing, size) for size in ICNS_SIZES[:-1]])
    return [png, ico, icns]


if __name__ == "__main__":
    application = QGuiApplication([])
    for found in sorted(ICONS.glob("*.svg")):
        for written in write_icons(found):
            print(f"{written.name}: {written.stat().st_size} bytes")
