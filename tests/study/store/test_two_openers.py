"""Two windows on one file: the second one looks, and is told why."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study import store
from sjogren_desktop.study.store import StudyFile, lock
from tests.conftest import ROOT
from tests.study.store.making import CHEAP, PASSPHRASE, edit, odd_study

HOLD = """
    import sys, time
    from pathlib import Path
    from sjogren_desktop.study import store
    file = store.open_file(Path(sys.argv[1]), passphrase=sys.argv[2], who="Bea")
    print(file.read_only or "writing", flush=True)
    time.sleep(60)
"""


def started(path: Path) -> subprocess.Popen[str]:
    """Return another program that has the file open, once it has."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(path), PASSPHRASE]
    other = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == "writing"
    return other


def ended(other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    other.wait()
    assert other.stdout is not None
    other.stdout.close()


def test_that_a_second_program_reads_only_until_the_first_has_died(file: StudyFile) -> None:
    file.save_study(odd_study())
    file.close()
    other = started(file.path)
    try:
        with store.open_file(file.path, passphrase=PASSPHRASE, who="Anna") as second:
            assert second.study() is not None
            assert "is open already: Bea on" in second.read_only
            with pytest.raises(AnalysisError, match="Nothing was saved"):
                second.scores.record([edit()])
    finally:
        ended(other)

    assert lock.lock_path(file.path).exists(), "a killed program leaves its lock file"
    with store.open_file(file.path, passphrase=PASSPHRASE, who="Anna") as third:
        assert third.read_only == ""
        third.scores.record([edit()])


def test_that_a_second_window_of_one_program_reads_what_the_first_saves(file: StudyFile) -> None:
    with store.open_file(file.path, passphrase=PASSPHRASE) as second:
        file.save_study(odd_study())

        assert "Anna" in second.read_only
        assert second.study() is not None


def test_that_a_file_that_was_forgotten_is_not_locked_for_ever(file: StudyFile) -> None:
    file.close()
    forgotten = store.open_file(file.path, passphrase=PASSPHRASE)
    assert forgotten.read_only == ""
    del forgotten
    gc.collect()

    with store.open_file(file.path, passphrase=PASSPHRASE) as again:
        assert again.read_only == ""


def test_that_closing_leaves_one_file(file: StudyFile) -> None:
    file.scores.record([edit()])
    file.close()

    assert [p.name for p in file.path.parent.iterdir()] == ["trial.sjd"]


def test_that_a_file_somebody_has_open_is_not_overwritten(file: StudyFile) -> None:
    before = file.path.read_bytes()

    with pytest.raises(AnalysisError, match="is open: Anna"):
        store.create(file.path, passphrase=PASSPHRASE, cost=CHEAP)

    assert file.path.read_bytes() == before


def test_that_a_folder_that_cannot_be_written_to_gives_a_file_to_read(
    file: StudyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()

    def refuse(*given: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(lock.os, "open", refuse)

    with store.open_file(file.path, passphrase=PASSPHRASE) as again:
        assert "folder of trial.sjd cannot be written to" in again.read_only
        assert "Save it as a new file" in again.read_only


LOOK = """
    import os, sys
    from pathlib import Path
    import argon2.low_level
    from sjogren_desktop.study import store
    os.setuid(65534)
    file = store.open_file(Path(sys.argv[1]), passphrase=sys.argv[2])
    print(len(file.scores.edits), file.read_only)
"""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user to be")
def test_that_a_real_read_only_folder_gives_a_file_to_read(file: StudyFile) -> None:
    file.scores.record([edit()])
    file.close()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        place = Path(folder) / "trial.sjd"
        place.write_bytes(file.path.read_bytes())
        place.chmod(0o666)
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(LOOK), str(place), PASSPHRASE],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        )

    assert done.stderr == ""
    assert done.stdout.startswith("1 The folder of trial.sjd cannot be written to")
