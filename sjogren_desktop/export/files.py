"""Writing a file so that it is either complete or as it was before.

What is to be written goes into a temporary file beside its place and replaces
the old file at the end, so a full disk, a locked workbook or Cancel never
leaves half a file behind.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from sjogren_desktop.results import AnalysisError

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 100


def write_aside(path: Path, writer: Callable[[Path], None]) -> None:
    """Have a file written beside its place, then put it there.

    Parameters
    ----------
    path : Path
        Where the file shall be; its folder must exist.
    writer : callable
        Writes the file whose path it is given. The temporary name keeps the
        suffix, since libraries choose the format by it.

    Raises
    ------
    AnalysisError
        If the file cannot be written or replaced. The old file, if any, is
        untouched and nothing else is left behind; this also holds for any
        other exception of ``writer``, which passes through.
    """
    # Only a link is followed: Wine cannot name the true place of a very long path.
    place = Path(os.path.realpath(path)) if path.is_symlink() else path
    aside = place.with_name(f".{place.stem[:40]}-{secrets.token_hex(4)}{place.suffix}")
    try:
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        writer(aside)
        _flush(aside)
        if place.exists():
            shutil.copymode(place, aside)
        aside.replace(place)
    except OSError as error:
        raise AnalysisError(_sentence(path, error)) from error
    finally:
        _remove(aside)


def write_contents_aside(path: Path, contents: bytes) -> None:
    """Put a file of these contents in place, as :func:`write_aside` does."""

    def write(aside: Path) -> None:
        aside.write_bytes(contents)

    write_aside(path, write)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it; one that exists is fine.

    Raises
    ------
    AnalysisError
        If it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AnalysisError(
            f"The folder {folder} could not be made ({_reason(error)}). "
            "Choose another folder, one you may write to."
        ) from error


def safe_name(*parts: str) -> str:
    """Return the parts as one file name (without suffix) that every system takes.

    Letters, digits, dot, hyphen and underscore stay, anything else becomes a
    hyphen; the names of Windows devices get an underscore in front.
    """
    joined = "_".join(re.sub(r"[^\w.-]+", "-", part).strip("-. ") for part in parts)
    name = joined[:_LONGEST_NAME].strip("-. ") or "unnamed"
    return f"_{name}" if _RESERVED.match(name) else name


def _flush(path: Path) -> None:
    with path.open("r+b") as written:
        os.fsync(written.fileno())


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # the reason is already on its way to the user
        return


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _sentence(path: Path, error: OSError) -> str:
    """Return what could not be written, where, why, and what to do."""
    start = f"{path.name} could not be written to {path.parent}"
    if error.errno is not None and errno.errorcode.get(error.errno) in ("ENOSPC", "EDQUOT"):
        return f"{start}: the disk is full. Free some space, or choose another folder."
    if isinstance(error, IsADirectoryError):
        return f"{start}: there is a folder of this name. Choose another name."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"{start}: this folder does not exist. Choose another folder."
    if error.errno == errno.EROFS:
        return f"{start}: the folder is read-only. Choose another folder."
    if isinstance(error, PermissionError):
        return (
            f"{start}: access was refused. If the file is open in another program, such as Excel, "
            "close it there and try again; if the folder is read-only, choose another one."
        )
    return f"{start} ({_reason(error)}). Choose another name or folder."
