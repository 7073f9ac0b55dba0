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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sjogren_desktop.results import AnalysisError, Watch, unwatched

PARTS = ("figures", "code")
"""Folders within the one that everything is written into."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 100
_mark = ""
_PIECE = 1 << 23
"""Bytes of a file that are written between two looks at whether the work shall stop."""


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
    aside = place.with_name(f".{place.stem[:40]}{aside_mark()}{place.suffix}")
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


def write_contents_aside(path: Path, contents: bytes, watch: Watch = unwatched) -> None:
    """Put a file of these contents in place, as :func:`write_aside` does.

    ``watch`` is called before each piece is written and has reached the disk; what it
    raises passes through.
    """

    def write(aside: Path) -> None:
        with aside.open("wb") as file:
            for start in range(0, len(contents), _PIECE):
                watch()
                file.write(memoryview(contents)[start : start + _PIECE])
                if start + _PIECE < len(contents):  # the last piece is seen to with the file
                    file.flush()
                    os.fsync(file.fileno())

    write_aside(path, write)


@contextmanager
def marked(mark: str) -> Iterator[None]:
    """Give all that this process puts aside a mark, by which another one can remove it."""
    global _mark
    before, _mark = _mark, mark
    try:
        yield
    finally:
        _mark = before


def aside_mark() -> str:
    """Return what belongs into a name that is there only until its contents are complete."""
    return f"-{_mark}{secrets.token_hex(4)}"


def remove_marked(folder: Path, mark: str) -> None:
    """Remove from a folder what bears a mark: of a process that was ended while it wrote."""
    for left in folder.glob(f".*-{mark}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            _remove(left)


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
