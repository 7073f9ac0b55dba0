"""Pages of a PDF file as PNG pictures of an exact size.

Pages are turned into pixels by PDFium. The files are written here: the rows are
stored as differences to the row above, which for plots is as small as what
imaging libraries find after trying every filter, in a third of the time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 1
_ABOVE = 2  # the filter type of PNG that stores differences to the row above
_INCH = 0.0254  # metres
_ONE_AT_A_TIME = Lock()
"""PDFium must not be called from two threads."""


def png_pages(
    pdf: bytes,
    sizes: Sequence[tuple[int, int]],
    texts: Sequence[Mapping[str, str]],
    *,
    dpi: int,
) -> list[bytes]:
    """Return each page of a PDF file as a PNG file.

    Parameters
    ----------
    pdf : bytes
    sizes : sequence of (int, int)
        Width and height of each picture in pixels; the page fills it.
    texts : sequence of mapping
        Title and so on, written into each file.
    dpi : int
        Resolution to write into the files.
    """
    import numpy as np
    import pypdfium2.raw as pdfium

    # All pages are drawn into the same memory: getting new pages of it takes as long as filling.
    most = max(wide * tall for wide, tall in sizes)
    room = np.empty(3 * most, dtype=np.uint8)
    files = []
    with _ONE_AT_A_TIME:
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        for number, ((wide, tall), text) in enumerate(zip(sizes, texts, strict=True)):
            page = pdfium.FPDF_LoadPage(document, number)
            pixels = room[: 3 * wide * tall].reshape(tall, 3 * wide)
            pixels.fill(255)
            bitmap = pdfium.FPDFBitmap_CreateEx(
                wide, tall, pdfium.FPDFBitmap_BGR, pixels.ctypes.data, 3 * wide
            )
            # Red first, as in the file.
            pdfium.FPDF_RenderPageBitmap(
                bitmap, page, 0, 0, wide, tall, 0, pdfium.FPDF_REVERSE_BYTE_ORDER
            )
            pdfium.FPDFBitmap_Destroy(bitmap)
            pdfium.FPDF_ClosePage(page)
            files.append(_png(pixels, text, dpi))
        pdfium.FPDF_CloseDocument(document)
    return files


def _png(rows: npt.NDArray[np.uint8], texts: Mapping[str, str], dpi: int) -> bytes:
    """Return a PNG file of rows of red, green and blue, shape (height, 3 width)."""
    import numpy as np

    tall, wide = len(rows), rows.shape[1] // 3
    stored = np.empty((tall, 1 + 3 * wide), dtype=np.uint8)
    stored[:, 0] = _ABOVE
    stored[0, 1:] = rows[0]
    np.subtract(rows[1:], rows[:-1], out=stored[1:, 1:])
    per_metre = round(dpi / _INCH)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
        *((b"iTXt", _text(name, text)) for name, text in texts.items() if text),
        (b"IDAT", zlib.compress(stored, _LEVEL)),
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _text(name: str, text: str) -> bytes:
    """Return an uncompressed international text: no language, no translated name."""
    return name.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
