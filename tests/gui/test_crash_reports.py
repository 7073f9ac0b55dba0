"""Reports of faults name places and never values; a crash is told at the next start."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sjogren_desktop.crew import Places
from sjogren_desktop.gui import crash_reports, errors
from sjogren_desktop.gui.crash_reports import CrashWatch

SECRET = "SUBJECT-0042 weighs 71.5"


def caught() -> Exception:
    secret = SECRET
    try:
        try:
            int(secret)
        except ValueError as cause:
            raise KeyError(secret) from cause
    except KeyError as error:
        error.add_note(secret)
        return error
    raise AssertionError


def test_that_a_report_names_kind_and_place_but_no_value(qtbot: QtBot) -> None:
    path = crash_reports.write_report(caught())

    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "test_crash_reports.py" in text
    assert "in caught" in text
    for value in ("SUBJECT", "0042", "71.5", str(Path(__file__).parent)):
        assert value not in text


def test_that_a_fault_in_another_process_is_told_by_its_places_there(qtbot: QtBot) -> None:
    fault = caught()
    fault.__cause__ = Places(traceback.extract_tb(fault.__traceback__))

    text = crash_reports.report_of(fault.with_traceback(None))

    assert "in caught" in text
    assert "0042" not in text


def test_that_paths_are_told_from_the_package_on(qtbot: QtBot) -> None:
    for name, told in (
        ("/srv/mona/study 7/sjogren_desktop/gui/app.py", "sjogren_desktop/gui/app.py"),
        ("/srv/mona/.venv/lib/python3.12/site-packages/pandas/x.py", "pandas/x.py"),
        ("/srv/mona/secret.py", "secret.py"),
    ):
        assert crash_reports._short(name) == told


def test_that_the_oldest_reports_go(qtbot: QtBot) -> None:
    folder = crash_reports.reports_folder()
    folder.mkdir(parents=True)
    for n in range(25):
        (folder / f"fault-2020010{n // 10}-{n:06}-0.txt").write_text("old")

    newest = crash_reports.write_report(ValueError())

    kept = sorted(folder.iterdir())
    assert len(kept) == 20
    assert newest == kept[-1]


def test_that_a_folder_that_cannot_be_written_is_no_second_fault(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setattr(crash_reports, "reports_folder", lambda: blocked / "reports")

    assert crash_reports.write_report(ValueError()) is None
    assert "No report could be written" in errors._where(None)
    watch = CrashWatch()
    watch.start()
    watch.stop()
    assert watch.earlier is None


CRASH = """
import faulthandler, sys
from pathlib import Path
from sjogren_desktop.gui import crash_reports
crash_reports.reports_folder = lambda: Path(sys.argv[1])
watch = crash_reports.CrashWatch()
watch.start()
patient = "SUBJECT-0042"
{end}
"""


def run(folder: Path, end: str) -> int:
    code = CRASH.format(end=end)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        env=environment,
        stderr=subprocess.DEVNULL,
        check=False,
    ).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="a real crash opens a dialog of Windows")
def test_that_a_crash_is_told_at_the_next_start(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run(tmp_path, "import ctypes; ctypes.string_at(0)") != 0
    monkeypatch.setattr(crash_reports, "reports_folder", lambda: tmp_path)
    monkeypatch.setattr("faulthandler.enable", lambda stream: None)  # pytest's own stays
    monkeypatch.setattr("faulthandler.disable", lambda: None)

    watch = CrashWatch()
    watch.start()
    watch.stop()

    assert watch.earlier is not None
    text = watch.earlier.read_text(encoding="utf-8")
    assert "Sjögren Desktop" in text
    assert "most recent call first" in text
    assert "SUBJECT" not in text
    assert [p.name for p in tmp_path.iterdir()] == [watch.earlier.name]
    again = CrashWatch()
    again.start()
    again.stop()
    assert again.earlier is None


def test_that_a_program_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "watch.stop()") == 0

    assert list(tmp_path.iterdir()) == []


def test_that_the_record_of_a_program_that_still_runs_is_left_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    ended = tmp_path / "running-999999999.txt"
    ended.write_text("nothing happened")
    crash = "Fatal Python error\nCurrent thread (most recent call first):"
    other = tmp_path / f"running-{os.getppid()}.txt"
    other.write_text(crash)

    assert crash_reports._take_earlier(tmp_path) is None
    assert [p.name for p in tmp_path.iterdir()] == [other.name]
    # A record under our own number is of an earlier program that had the number before us.
    (tmp_path / f"running-{os.getpid()}.txt").write_text(crash)

    assert crash_reports._take_earlier(tmp_path) is not None
    assert other.exists()
