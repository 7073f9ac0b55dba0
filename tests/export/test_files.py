"""Files are complete or as they were before, and refusals say what to do."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from sjogren_desktop.export.files import (
    make_folder,
    remove_marked,
    safe_name,
    write_aside,
    write_contents_aside,
)
from sjogren_desktop.results import AnalysisError, Cancelled


def test_that_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "results.json"

    write_contents_aside(path, b"first")
    write_contents_aside(path, b"second")

    assert path.read_bytes() == b"second"
    assert [p.name for p in tmp_path.iterdir()] == ["results.json"]


def test_that_the_writer_sees_a_path_of_the_same_suffix_in_the_same_folder(tmp_path: Path) -> None:
    seen: list[Path] = []

    def write(aside: Path) -> None:
        seen.append(aside)
        aside.write_bytes(b"x")

    write_aside(tmp_path / "results.xlsx", write)

    assert seen[0].suffix == ".xlsx"
    assert seen[0].parent.samefile(tmp_path)
    assert seen[0].name != "results.xlsx"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "close it there and try again"),
        (errno.EROFS, "the folder is read-only"),
        (errno.EIO, "Choose another name or folder"),
    ],
)
def test_that_a_failure_leaves_the_old_file_and_says_why(
    tmp_path: Path, code: int, words: str
) -> None:
    path = tmp_path / "results.json"
    path.write_bytes(b"old")

    def write(aside: Path) -> None:
        aside.write_bytes(b"half")
        raise OSError(code, os.strerror(code))

    with pytest.raises(AnalysisError, match=words) as caught:
        write_aside(path, write)

    assert "results.json" in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["results.json"]


def test_that_a_locked_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What Windows does when Excel has the workbook open.
    path = tmp_path / "results.xlsx"
    path.write_bytes(b"open in Excel")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(AnalysisError, match="Excel"):
        write_contents_aside(path, b"new")

    assert path.read_bytes() == b"open in Excel"
    assert [p.name for p in tmp_path.iterdir()] == ["results.xlsx"]


def test_that_cancelling_while_writing_leaves_nothing(tmp_path: Path) -> None:
    def write(aside: Path) -> None:
        aside.write_bytes(b"half")
        raise Cancelled

    with pytest.raises(Cancelled):
        write_aside(tmp_path / "results.json", write)

    assert list(tmp_path.iterdir()) == []


def test_that_a_large_file_can_be_cancelled_between_its_pieces(tmp_path: Path) -> None:
    path, contents = tmp_path / "results.xlsx", bytes(range(256)) * 80_000
    looks = 0

    def watch() -> None:
        nonlocal looks
        looks += 1
        if looks == last:
            raise Cancelled

    last = 0
    write_contents_aside(path, contents, watch)
    assert path.read_bytes() == contents
    assert looks == 3
    looks, last = 0, 3
    write_contents_aside(path, b"")
    with pytest.raises(Cancelled):
        write_contents_aside(path, contents, watch)
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


def test_that_only_what_bears_the_mark_is_removed(tmp_path: Path) -> None:
    for name in ("results.xlsx", "mark-0123abcd.txt", ".a-89abcdef.txt"):
        (tmp_path / name).write_bytes(b"kept")
    (tmp_path / ".a-0123abcd0000.txt").write_bytes(b"half")
    (tmp_path / ".b-0123abcd0000").mkdir()
    (tmp_path / ".b-0123abcd0000" / "part.csv").write_bytes(b"half")

    remove_marked(tmp_path, "0123abcd")
    remove_marked(tmp_path / "nowhere", "0123abcd")

    assert sorted(p.name for p in tmp_path.iterdir()) == [
        ".a-89abcdef.txt",
        "mark-0123abcd.txt",
        "results.xlsx",
    ]


def test_that_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "results.json").mkdir()

    with pytest.raises(AnalysisError, match="there is a folder of this name"):
        write_contents_aside(tmp_path / "results.json", b"x")


def test_that_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match="does not exist"):
        write_contents_aside(tmp_path / "nowhere" / "results.json", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are those of POSIX systems")
def test_that_the_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_contents_aside(path, b"new")

    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_that_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_bytes(b"old")
    (tmp_path / "results.json").symlink_to(tmp_path / "kept.json")

    write_contents_aside(tmp_path / "results.json", b"new")

    assert (tmp_path / "results.json").is_symlink()
    assert (tmp_path / "kept.json").read_bytes() == b"new"


def test_that_a_folder_which_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")

    with pytest.raises(AnalysisError, match="could not be made"):
        make_folder(tmp_path / "file" / "figures")


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("NEPTUNUS-1", "mmrm_change", "ls_means"), "NEPTUNUS-1_mmrm_change_ls_means"),
        (("CON",), "_CON"),
        (("aux.old",), "_aux.old"),
        (('a/b\\c:d*e?f"g<h>i|j',), "a-b-c-d-e-f-g-h-i-j"),
        (("../../etc", "passwd"), "etc_passwd"),
        (("Sjögren study",), "Sjögren-study"),
        (("x. ",), "x"),
        (("",), "unnamed"),
        (("a" * 300,), "a" * 100),
    ],
)
def test_that_file_names_are_safe_everywhere(parts: tuple[str, ...], name: str) -> None:
    assert safe_name(*parts) == name
