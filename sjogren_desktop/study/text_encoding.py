"""Find out in which encoding a text file is written, and give it back as UTF-8."""

from __future__ import annotations

import codecs
from typing import NamedTuple

import numpy as np

from sjogren_desktop.results import AnalysisError, Issue

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16


class Decoded(NamedTuple):
    """A text file as UTF-8 without byte order mark."""

    data: bytes
    encoding: str
    issues: tuple[Issue, ...]


def to_utf8(raw: bytes, name: str, *, encoding: str = "") -> Decoded:
    """Return the text of a file as UTF-8.

    ``encoding`` is the one the user chose, "" to find it out.

    A byte order mark decides; else UTF-16 is known by its zero bytes; else
    whatever is valid UTF-8 is UTF-8; else it is Shift-JIS or Windows-1252,
    told apart by whether the bytes above 127 come in pairs.

    Raises
    ------
    AnalysisError
        If the file begins with a mark but does not hold what the mark says.
    """
    if encoding:
        return Decoded(_as_chosen(raw, encoding, name), encoding, ())
    for mark, own in _MARKS:
        if raw.startswith(mark):
            return Decoded(_convert(raw[len(mark) :], own, name), own, ())
    wide = utf16_without_mark(raw)
    if wide:
        return Decoded(_convert(raw, wide, name), wide, ())
    try:
        # Decoding is the check; the bytes themselves are kept.
        if not raw.isascii():
            raw.decode("utf-8")
    except UnicodeDecodeError:
        guessed = "cp932" if _is_japanese(raw) else "cp1252"
        label = "Shift-JIS" if guessed == "cp932" else "Windows-1252"
        data = raw.decode(guessed, errors="replace").encode("utf-8")
        note = Issue(
            "note",
            f"The file is not in UTF-8 and does not say what it is in; it was read as {label}.",
            action="Look at names and units with accents or special signs; if they are wrong, "
            "export the file as UTF-8.",
            file=name,
            check="file.encoding",
        )
        return Decoded(data, guessed, (note,))
    return Decoded(raw, "utf-8", ())


def _as_chosen(raw: bytes, encoding: str, name: str) -> bytes:
    try:
        return raw.decode(encoding).removeprefix("\ufeff").encode("utf-8")
    except (UnicodeDecodeError, LookupError) as error:
        where = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise AnalysisError(
            f"{name} is not in the encoding that was chosen ({encoding}){where}. Choose another "
            "one."
        ) from error


def _convert(raw: bytes, encoding: str, name: str) -> bytes:
    try:
        return raw.decode(encoding).encode("utf-8")
    except UnicodeDecodeError as error:
        raise AnalysisError(
            f"{name} begins like {encoding.upper()} text but is damaged at byte {error.start}. "
            "Export the file again."
        ) from error


def has_mark(raw: bytes) -> bool:
    """Return True if bytes begin with the mark of an encoding."""
    return any(raw.startswith(mark) for mark, _ in _MARKS)


def utf16_without_mark(raw: bytes) -> str:
    """Return the UTF-16 encoding of a text without mark, "" if it is none."""
    sample = np.frombuffer(raw[: _SAMPLE // 2 * 2], dtype=np.uint8)
    if sample.size < 4 or sample.size % 2:
        sample = sample[: sample.size // 2 * 2]
    if sample.size < 4:
        return ""
    even, odd = np.mean(sample[::2] == 0), np.mean(sample[1::2] == 0)
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return ""


def single_or_japanese(raw: bytes) -> str:
    """Return the encoding of bytes that are not UTF-8: Shift-JIS, Windows-1252, else Latin-1."""
    if _is_japanese(raw):
        return "cp932"
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _is_japanese(raw: bytes) -> bool:
    """Return True if the bytes above 127 mostly stand in pairs valid in Shift-JIS."""
    sample = raw[:_SAMPLE]
    try:
        codecs.getincrementaldecoder("cp932")().decode(sample)
    except UnicodeDecodeError:
        return False
    high = np.frombuffer(sample, dtype=np.uint8) >= 0x80
    total = int(high.sum())
    beside = np.zeros(high.size, dtype=bool)
    beside[1:] |= high[:-1]
    beside[:-1] |= high[1:]
    return total > 0 and float((high & beside).sum()) / total > 0.6
