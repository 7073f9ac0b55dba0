"""Files made to do harm: entities that explode, links in a circle."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from tests.benchmarks.bench_import import records, write_xlsx
from tests.study.test_load import ADSL


def with_entities(path: Path, target: Path) -> None:
    """Copy a workbook with entities that would grow to 30 to the 6th power."""
    chain = "".join(
        f'<!ENTITY {c} "{("&" + b + ";") * 30}">' for b, c in zip("abcdef", "bcdefg", strict=True)
    )
    doctype = f'<!DOCTYPE x [<!ENTITY a "{"A" * 1000}">{chain}]>'
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as changed:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                content = doctype.encode() + content.replace(b"<v>Placebo</v>", b"<v>&g;</v>")
            changed.writestr(name, content)


def test_that_entities_in_a_workbook_never_unfold(tmp_path: Path) -> None:
    write_xlsx(records(20), tmp_path / "plain.xlsx")
    with_entities(tmp_path / "plain.xlsx", tmp_path / "bomb.xlsx")

    assert len(open_study([tmp_path / "plain.xlsx"]).datasets[0].frame) == 20
    with pytest.raises(AnalysisError, match=r"bomb\.xlsx could not be read as a workbook"):
        open_study([tmp_path / "bomb.xlsx"])


def test_that_folders_linked_in_a_circle_are_read_once(tmp_path: Path) -> None:
    folder = tmp_path / "trial"
    folder.mkdir()
    (folder / "adsl.csv").write_text(ADSL)
    try:
        (folder / "again").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links for this user")

    assert len(open_study([folder]).adsl) == 2


def test_that_a_full_drive_of_temporary_files_is_not_called_a_damaged_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        archive.writestr("adsl.csv", ADSL)

    def full(*args: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)

    with pytest.raises(AnalysisError, match=r"could not be unpacked .* No space left on device"):
        open_study([tmp_path / "data.zip"])
