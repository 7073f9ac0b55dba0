"""A file that is read apart: the process that reads ends with the one that asked."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKS = """
from pathlib import Path
from sjogren_desktop.results import no_progress
from sjogren_desktop.study.own_process import read_apart
read_apart(
    "tests.study.test_own_process", Path({path!r}), memory=2**33, seconds_per_mb=60.0,
    progress=no_progress,
)
"""


def read_here(path: Path) -> None:
    """Take for ever."""
    path.with_suffix(".begun").write_text("")
    time.sleep(600)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_that_no_reader_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "large.bin"
    file.write_bytes(b"0")
    asks = subprocess.Popen([sys.executable, "-c", ASKS.format(path=str(file))], cwd=ROOT)
    end = time.monotonic() + 60
    while not file.with_suffix(".begun").exists():
        assert time.monotonic() < end
        time.sleep(0.02)
    (reader,) = psutil.Process(asks.pid).children()

    asks.send_signal(signal.SIGKILL)
    asks.wait()

    # An orphan that nobody waits for stays as a zombie where no init takes it.
    while reader.is_running() and reader.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < end, "the reader works on"
        time.sleep(0.02)
