"""The whole path through the real window, traced: nothing is connected to but local sockets.

The window opens the demonstration study, runs an analysis, writes everything,
and keeps the study in a study file. strace sees what any library does, also
in threads and children; where network namespaces are to be had, there is no
network at all meanwhile.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

_PATH = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QSettings
folder = Path(sys.argv[1])
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
from sjogren_desktop.gui import app, files, tasks
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import Given

made = app.make_application()
window = MainWindow()
app.Start(window, [], demo=True)
window.show()

def wait(done):
    end = time.monotonic() + 300
    while not done():
        assert time.monotonic() < end, "took too long"
        made.processEvents()
        time.sleep(0.01)

wait(lambda: window.study is not None)
tab = window.analysis_tab
window.tabs.setCurrentWidget(tab)
tab.run_button.click()
wait(lambda: not tab.is_running)
files.choose_export_folder = lambda parent, start, chosen: chosen(str(folder / "out"))
window.action("export_all").trigger()
wait(lambda: not window.exporter.is_running)
keeper = window.keeper
keeper._target = folder / "trial.sjd"
keeper._make(Given("long enough words", "Anna"))
wait(lambda: keeper.file is not None and not keeper.is_running)
workbooks = list((folder / "out").rglob("*.xlsx"))
print(len(keeper.file.trail), len(keeper.file.results()), len(workbooks))
keeper.shut()
tasks.shut_down()
sys.stdout.flush()
os._exit(0)
"""

_TO_INTERNET = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
_CALL = re.compile(r"\b(?:connect|sendto|sendmsg|bind)\(\d+, (.*)")
_INTERNET = re.compile(r"AF_INET|AF_PACKET|AF_NETLINK")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to see every call"),
]


def traced(calls: Path, *command: str) -> tuple[str, list[str]]:
    """Run Python under strace, without a network if that can be; return its output and calls."""
    strace, unshare = str(shutil.which("strace")), shutil.which("unshare")
    of = "trace=socket,connect,bind,sendto,sendmsg"
    trace = [strace, "-f", "-qq", "-e", of, "-o", str(calls)]
    if subprocess.run([*trace, "true"], check=False).returncode:
        pytest.skip("this system does not let a program be traced")
    apart: list[str] = []
    if unshare and not subprocess.run([unshare, "-n", "true"], check=False).returncode:
        apart = [unshare, "-n"]
    done = subprocess.run(
        [*apart, *trace, sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout, calls.read_text(encoding="utf-8", errors="replace").splitlines()


def test_that_the_trace_would_see_a_connection(tmp_path: Path) -> None:
    _, lines = traced(tmp_path / "calls", "-c", _TO_INTERNET)

    assert len([line for line in lines if _INTERNET.search(line)]) == 2  # socket and connect


def test_that_the_window_connects_to_nothing(tmp_path: Path) -> None:
    said, lines = traced(tmp_path / "calls", "-c", _PATH, str(tmp_path))

    trail, results, workbooks = map(int, said.split())
    assert trail >= 2
    assert results >= 1
    assert workbooks >= 1
    assert [line for line in lines if _INTERNET.search(line)] == []
    connected = [match[1] for line in lines if (match := _CALL.search(line))]
    assert [address for address in connected if "AF_UNIX" not in address] == []
