"""What holds for every test: no display, no network, no user's settings, no silent warnings.

A test that expects a log record says so with the fixture ``expect_log``; one
that leaves a window behind fails, since in the program it would be a leak.
"""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

# How long an example takes says more of the machine's load than of the code.
hypothesis_settings.register_profile(
    "search", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# The same code always ends the same way; new examples are looked for with the slow tests.
hypothesis_settings.register_profile(
    "suite", hypothesis_settings.get_profile("search"), derandomize=True
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MPLBACKEND", "agg")

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config: pytest.Config) -> None:
    """Choose examples at random only where slow tests are run."""
    quick = "not slow" in config.getoption("markexpr")
    hypothesis_settings.load_profile("suite" if quick else "search")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of reference data beside the checkout; skips the test where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "reference").is_dir():
        pytest.skip("reference data not present")
    return folder


@pytest.fixture(autouse=True)
def _collect_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect windows in this thread, as the program does, never in one that computes."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _no_idle_processes() -> Iterator[None]:
    """End what waits for the next work, so that no test counts another's processes."""
    yield
    for name, end in (("stats.parallel", "end_idle"), ("spare_process", "keep_none_ready")):
        module = sys.modules.get(f"sjogren_desktop.{name}")
        if module is not None:
            getattr(module, end)()


# ------------------------------------------------------------------ logs

HARMLESS = ("Matplotlib is building the font cache",)
"""Comes from a timer on the first start of a slow machine, so no test can announce it."""


class LogWatch(logging.Handler):
    """Collects records at WARNING or above that no test asked for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[tuple[int, str]] = []
        self.unexpected: list[str] = []
        self.seen: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(HARMLESS):
            return
        for expected in self.expected:
            if record.levelno == expected[0] and expected[1] in message:
                self.seen.append(expected)
                return
        self.unexpected.append(f"{record.levelname} {record.name}: {message}")


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail a test that logs a warning or an error it did not announce."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)
    silent = [text for text in watch.expected if text not in watch.seen]
    if watch.unexpected:
        pytest.fail("unexpected log: " + "; ".join(watch.unexpected))
    if silent:
        pytest.fail(f"expected log records did not come: {silent}")


@pytest.fixture
def expect_log(log_watch: LogWatch) -> Callable[[int, str], None]:
    """Announce a log record: ``expect_log(logging.WARNING, "part of its text")``."""

    def announce(level: int, part: str) -> None:
        log_watch.expected.append((level, part))

    return announce


# ------------------------------------------------------------------ network

_CONNECT = socket.socket.connect
_CONNECT_EX = socket.socket.connect_ex


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that opens a network connection, even if the code swallows the error.

    A test marked ``loopback`` may connect to this computer itself.
    """
    attempts: list[str] = []
    local = ("127.0.0.1", "::1") if request.node.get_closest_marker("loopback") else ()

    def is_allowed(connection: socket.socket, address: object) -> bool:
        if connection.family == getattr(socket, "AF_UNIX", None):
            return True
        return isinstance(address, tuple) and address[0] in local

    def refuse(connection: socket.socket, address: object) -> None:
        attempts.append(str(address))
        raise OSError(f"tests have no network; {address} was asked for")

    def connect(connection: socket.socket, address: object) -> None:
        if not is_allowed(connection, address):
            refuse(connection, address)
        _CONNECT(connection, address)  # type: ignore[arg-type]

    def connect_ex(connection: socket.socket, address: object) -> int:
        if not is_allowed(connection, address):
            refuse(connection, address)
        return _CONNECT_EX(connection, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect_ex)
    yield
    if attempts:
        pytest.fail(f"network connection attempted: {', '.join(attempts)}")


# ------------------------------------------------------------------ Qt

# Tests without a window must not pay for Qt, so only tests with one of
# pytest-qt's fixtures reach it here.


@pytest.fixture(autouse=True)
def own_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Keep the user's settings out: QSettings reads and writes a folder of this test alone."""
    if not _uses_qt(request):
        return
    from PySide6.QtCore import QSettings

    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(kind, scope, folder)
    from sjogren_desktop.gui import crash_reports

    # Reports of faults likewise.
    monkeypatch.setattr(crash_reports, "reports_folder", lambda: Path(folder) / "reports")


@pytest.fixture(autouse=True)
def no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test after which a window of its own is still shown."""
    if not _uses_qt(request):
        yield
        return
    request.getfixturevalue("qapp")
    yield  # what pytest-qt was told of is closed before this goes on
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    # It is gone only when an event loop comes round. Until then a later test would reach it,
    # by a change of palette say, after Python has forgotten what belongs to it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    names = [f"{type(w).__name__} {w.objectName()!r}" for w in left]
    for window in left:
        window.close()
    if names:
        pytest.fail(f"windows left open: {', '.join(names)}; give them to qtbot.addWidget")


def _uses_qt(request: pytest.FixtureRequest) -> bool:
    return not {"qtbot", "qapp", "qtmodeltester"}.isdisjoint(request.fixturenames)


# ------------------------------------------------------------------ the end

_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the exit status for when everything is reported."""
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave without taking the interpreter apart once windows were made.

    Python would destroy what is left of thousands of windows after their
    application, in an order Qt does not survive: every test had passed and was
    reported, and the process ended with a segmentation fault.
    """
    if "PySide6.QtWidgets" in sys.modules and _STATUS in config.stash:
        config.get_terminal_writer().flush()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(config.stash[_STATUS])
