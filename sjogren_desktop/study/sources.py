"""Find the files to read: in folders, in ZIP archives, or named one by one.

Archives are unpacked into a temporary folder under numbered names, so a
member's path can never lead out of it; symbolic links, encrypted members and
members that grow beyond measure are left out and reported.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sjogren_desktop.results import AnalysisError, Doing, Issue, Progress
from sjogren_desktop.study.read_define import looks_like_define
from sjogren_desktop.study.readers import READERS, SUFFIXES, reader_for

SYNTHETIC_MARK = re.compile(r"SYNTHETIC[\w-]*\.txt", re.IGNORECASE)
"""A file of such a name beside or above data says that they are simulated."""

_DEEPEST = 8
_MOST_FILES = 2000
_LARGEST_TOTAL = 8 << 30
_SUSPECT_SIZE = 64 << 20
_SUSPECT_RATIO = 250
_PIECE = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)
_IGNORED = ("__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class SourceFile:
    """A file to read; ``name`` and ``folder`` are as the user knows them."""

    path: Path
    name: str
    folder: str
    named: bool


@dataclass
class Sources:
    """What was found: data files, define.xml files, what was wrong, and what was left out."""

    files: list[SourceFile] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    synthetic: bool = False
    definitions: list[SourceFile] = field(default_factory=list)


def find_sources(paths: Sequence[Path], unpack_to: Path, progress: Progress) -> Sources:
    """List the files that the paths lead to, unpacking archives.

    Raises
    ------
    AnalysisError
        If a path does not exist.
    """
    found = Sources()
    for path in paths:
        if not path.exists():
            raise AnalysisError(
                f"{path.name or path} was not found in {path.absolute().parent}. Check the name "
                "and the folder."
            )
        beside = path if path.is_dir() else path.parent
        found.synthetic |= _is_marked(beside) or _is_marked(beside.absolute().parent)
        if path.is_dir():
            _walk(path, found, unpack_to, progress)
        else:
            _add(path, path.name, path.absolute().parent.name, True, found, unpack_to, progress)
    return found


def _is_marked(folder: Path) -> bool:
    """Return True if a folder holds the mark of simulated data."""
    try:
        return any(SYNTHETIC_MARK.fullmatch(p.name) for p in folder.glob("*.txt"))
    except OSError:
        return False


def _walk(folder: Path, found: Sources, unpack_to: Path, progress: Progress) -> None:
    for path in _files_below(folder, found):
        progress(0.0, Doing("Looking into {name}", name=folder.name))
        if len(found.files) >= _MOST_FILES:
            found.issues.append(
                Issue(
                    "warning",
                    f"The folder {folder.name} holds more than {_MOST_FILES} files; the others "
                    "were left out.",
                    action="Open the folder of one study.",
                    file=folder.name,
                    check="folder.too_many_files",
                )
            )
            return
        _add(path, path.name, path.absolute().parent.name, False, found, unpack_to, progress)


def _files_below(folder: Path, found: Sources) -> Iterator[Path]:
    """Yield the files below a folder, sorted; links to folders are not followed."""

    def report(error: OSError) -> None:
        name = Path(str(error.filename)).name
        found.issues.append(
            Issue(
                "error",
                f"The folder {name} could not be read: {error.strerror}.",
                action="Ask for the right to read it, or copy it to a folder of your own.",
                file=name,
                check="folder.unreadable",
            )
        )

    for root, folders, names in os.walk(folder, onerror=report):
        depth = len(Path(root).relative_to(folder).parts)
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and f not in _IGNORED and depth < _DEEPEST
        )
        for name in sorted(names):
            if not name.startswith((".", "~$")) and name not in _IGNORED:
                yield Path(root) / name


def _add(
    path: Path,
    name: str,
    folder: str,
    named: bool,
    found: Sources,
    unpack_to: Path,
    progress: Progress,
) -> None:
    """Add one file, or the members of an archive."""
    if SYNTHETIC_MARK.fullmatch(name):
        found.synthetic = True
        return
    if path.suffix.lower() == ".zip":
        _unpack(path, found, unpack_to, progress)
        return
    if path.suffix.lower() == ".xml" and looks_like_define(path):
        found.definitions.append(SourceFile(path, name, folder, named))
        return
    if not named and not _may_be_data(path):
        found.left_out.append(name)
        return
    found.files.append(SourceFile(path, name, folder, named))


def _may_be_data(path: Path) -> bool:
    """Return True unless a file met in a folder is plainly something else."""
    if not path.is_file():
        return False
    suffix = path.suffix.lower()
    if suffix in SUFFIXES and suffix != ".txt":
        return True
    try:
        reader = reader_for(path)
        if reader is None:
            return False
        if reader is not READERS[-1]:
            return True
        return suffix == ".txt" and _is_table(path)
    except OSError:
        return suffix in SUFFIXES


def _is_table(path: Path) -> bool:
    """Return True if a text file has rows of equally many fields, as prose has not."""
    from sjogren_desktop.study.read_delimited import looks_like_table

    with path.open("rb") as file:
        return looks_like_table(file.read(1 << 16), path.name)


def _unpack(path: Path, found: Sources, unpack_to: Path, progress: Progress) -> None:
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for number, member in enumerate(archive.infolist()):
                inner = PurePosixPath(member.filename.replace("\\", "/"))
                if member.is_dir() or _is_ignored(inner):
                    continue
                progress(0.0, Doing("Unpacking {name}", name=inner.name))
                why = _refusal(member, number, total)
                if why:
                    found.issues.append(_left_out(path.name, inner, why))
                    continue
                target = (
                    unpack_to / f"{sum(1 for _ in unpack_to.iterdir()):05d}" / _safe(inner.name)
                )
                with _making_room(path.name):
                    target.parent.mkdir()
                try:
                    total += _copy_member(archive, member, target, progress)
                except _TooLargeError as error:
                    found.issues.append(_left_out(path.name, inner, str(error)))
                    target.unlink()
                    continue
                except _DAMAGE as error:
                    found.issues.append(_left_out(path.name, inner, f"it is damaged ({error})"))
                    continue
                above = inner.parent.name
                folder = path.stem if above in ("", ".", "..") else above
                if target.suffix.lower() == ".zip":
                    found.issues.append(
                        _left_out(path.name, inner, "archives in archives are not opened")
                    )
                    continue
                _add(target, inner.name, folder, False, found, unpack_to, progress)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        found.issues.append(
            Issue(
                "error",
                f"The archive {path.name} is damaged ({error}).",
                action="Copy or download it again.",
                file=path.name,
                check="archive.damaged",
            )
        )


@contextlib.contextmanager
def _making_room(archive: str) -> Iterator[None]:
    """Tell a full or failing drive of temporary files from a damaged archive."""
    try:
        yield
    except OSError as error:
        raise AnalysisError(
            f"{archive} could not be unpacked to the folder of temporary files: "
            f"{error.strerror or type(error).__name__}. Make room on that drive, or unpack the "
            "archive yourself and open its folder."
        ) from error


class _TooLargeError(Exception):
    pass


def _is_ignored(inner: PurePosixPath) -> bool:
    return any(p in _IGNORED or p.startswith((".", "~$")) for p in inner.parts if p != "..")


def _safe(name: str) -> str:
    """Return a member's file name without anything a file system could stumble on."""
    kept = "".join(c if c.isalnum() or c in "._- " else "_" for c in name)
    return kept[-100:].strip() or "member"


def _refusal(member: zipfile.ZipInfo, number: int, total: int) -> str:
    """Return why a member is not unpacked, "" if it is."""
    if number >= _MOST_FILES:
        return f"only the first {_MOST_FILES} files of an archive are opened"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link to another file"
    if member.flag_bits & 1:
        return "it is protected by a password"
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > _SUSPECT_SIZE and ratio > _SUSPECT_RATIO:
        return f"it would grow to {ratio:.0f} times its packed size, which no data do"
    if total + member.file_size > _LARGEST_TOTAL:
        return "the archive is too large when unpacked"
    return ""


def _copy_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, progress: Progress
) -> int:
    """Unpack one member; the sizes the archive states are not believed."""
    limit = max(_SUSPECT_SIZE, _SUSPECT_RATIO * member.compress_size)
    size = 0
    name = Path(str(archive.filename)).name
    with archive.open(member) as packed:
        with _making_room(name):
            file = target.open("wb", buffering=0)
        with file:
            while piece := packed.read(_PIECE):
                size += len(piece)
                if size > limit:
                    raise _TooLargeError("it grows beyond all measure when unpacked")
                with _making_room(name):
                    rest = memoryview(piece)
                    while rest:
                        rest = rest[file.write(rest) or 0 :]
                progress(0.0, Doing("Unpacking {name}", name=target.name))
    return size


def _left_out(archive: str, inner: PurePosixPath, why: str) -> Issue:
    return Issue(
        "warning",
        f"{inner.name} in {archive} was left out: {why}.",
        action="Unpack the archive and open the file itself if it is needed.",
        file=inner.name,
        check="archive.left_out",
    )
