"""A drive that fails while something is saved: a sentence, and nothing saved is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.study.store.campaigns import campaign

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits another process as Linux can")


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 24 MB in memory, where this user may make one."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("this user may not make drives")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@linux
def test_that_a_drive_that_refuses_or_is_gone_loses_nothing_saved(tmp_path: Path) -> None:
    assert campaign("drive_campaign", tmp_path, 8, 3).startswith("8 trials")


@pytest.mark.slow
@linux
def test_that_three_hundred_failing_drives_lose_nothing_saved(small_drive: Path) -> None:
    said = campaign("drive_campaign", small_drive, 300, 4)

    print(said)
    for fault in ("refusing", "gone", "full"):
        assert f"'{fault}, score under way'" in said
