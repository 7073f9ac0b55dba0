"""What was open, kept on this computer so that a crash does not lose the place.

A session names files, the tab and the question shown, which analyses had been
run, and the options that are numbers, ticks or offered choices. It holds no data
of a study: texts typed, hypotheses drawn and whatever names a patient stay in
the study file, or in memory where there is none. It is removed when the
program ends as it should.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Slot

from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Number
from sjogren_desktop.gui.language import tr

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow

_NAME = "session.json"
_PAUSE = 500
"""Milliseconds after a change before it is written; several changes are one."""


@dataclass(frozen=True)
class Session:
    """Where the user was.

    ``paths`` were opened together; ``options`` and ``ran`` are by the key of the
    analysis.
    """

    paths: tuple[str, ...] = ()
    tab: str = ""
    chosen: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def session_folder() -> Path:
    """Return the folder of the session and of the lock of the program that keeps it."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place))


def _read(path: Path) -> Session | None:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if not held["paths"]:
            return None
        return Session(
            tuple(map(str, held["paths"])),
            str(held["tab"]),
            tuple(map(str, held["chosen"])),
            tuple(map(str, held["ran"])),
            {str(k): dict(v) for k, v in dict(held["options"]).items()},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # cut off by the crash: there is nothing to come back to


def may_be_kept(analysis: Analysis, given: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield the options that name no patient: numbers, ticks and choices offered."""
    for option in analysis.options:
        kept = isinstance(option, Number | Flag) or (
            isinstance(option, Choice) and "subject" not in option.key
        )
        if kept and option.key in given:
            yield option.key, given[option.key]


class SessionKeeper(QObject):
    """Writes the session of a window after every change, and brings one back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._paths: tuple[str, ...] = ()
        self._coming: tuple[str, ...] = ()
        self._back: Session | None = None
        self._lock: QLockFile | None = None
        self.left: Session | None = None
        """What was open when the program before this one ended unexpectedly."""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self.write)
        window.tabs.currentChanged.connect(self.touch)
        window.import_tab.opening.connect(self._opening)
        window.import_tab.running_changed.connect(self._take_end)
        window.keeper.file_changed.connect(self.touch)
        for panel in window.panels:
            panel.results_changed.connect(self.touch)
            panel.form.changed.connect(self.touch)

    def start(self) -> None:
        """Keep the session from now on, and find what was left behind.

        Of several programs at once, the first keeps its session.
        """
        folder = session_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        lock = QLockFile(str(folder / "session.lock"))
        lock.setStaleLockTime(0)  # old age is no reason; that its program is gone, is one
        if lock.tryLock(0):
            self._lock = lock
            self.left = _read(folder / _NAME)

    @Slot(object)
    def _opening(self, paths: object) -> None:
        """Note what is being opened; it is what is open once it is shown."""
        assert isinstance(paths, tuple)
        self._coming = tuple(str(path.absolute()) for path in paths)
        if self._back is not None and self._back.paths != self._coming:
            self._back = None
        self.touch()

    @Slot()
    def _take_end(self) -> None:
        """What could not be opened, or was cancelled, is not to be brought back."""
        if not self._window.import_tab.is_running:
            self._coming = ()
            self.touch()

    def _open_now(self) -> tuple[str, ...]:
        """Return what is to be opened to have what is on the screen."""
        file = self._window.keeper.file
        if file is not None:  # it has more than the files that the study was read from
            return (str(file.path),)
        if self._coming:
            return self._coming
        return self._paths if self._window.study is not None else ()

    @Slot()
    def touch(self) -> None:
        """Write the session soon."""
        self._wait.start()

    @Slot()
    def write(self) -> None:
        """Write the session; a disk that refuses it takes nothing else away."""
        if self._lock is None or self._back is not None:  # what comes back is there already
            return
        path = session_folder() / _NAME
        if not self._open_now():
            if self.left is None:  # else the offer would be lost
                path.unlink(missing_ok=True)
            return
        aside = path.with_suffix(".new")
        try:
            aside.write_text(json.dumps(asdict(self.now())), encoding="utf-8")
            aside.replace(path)
        except OSError:
            return

    def end(self) -> None:
        """Remove the session: the program ends as it should."""
        self._wait.stop()
        if self._lock is not None:
            (session_folder() / _NAME).unlink(missing_ok=True)
            self._lock.unlock()
            self._lock = None

    def now(self) -> Session:
        """Return where the user is."""
        panels, shown = self._window.panels, self._window.tabs.currentWidget()
        kept = {
            analysis.key: dict(may_be_kept(analysis, given))
            for panel in panels
            for analysis, given in panel.options_given
        }
        return Session(
            self._open_now(),
            shown.objectName() if shown is not None else "",
            tuple(panel.current.key for panel in panels if panel.current is not None),
            tuple(r.analysis for panel in panels for r in panel.results),
            {key: options for key, options in kept.items() if options},
        )

    def offer(self, told: str = "") -> None:
        """Say after ``told`` what was open when the program ended, and offer to open it again."""
        if self.left is None:
            return
        names = ", ".join(
            tr("the demonstration study") if self._is_demo(path) else Path(path).name
            for path in self.left.paths
        )
        said = tr("When the program ended unexpectedly, this was open: {names}.", names=names)
        message = self._window.message
        message.say("warning" if told else "note", f"{told} {said}".strip())
        message.offer(self._window.action("reopen"))

    def _is_demo(self, path: str) -> bool:
        from sjogren_desktop.study.demo import demo_files

        return path == str(demo_files())

    @Slot()
    def bring_back(self) -> None:
        """Open what was open, and go to where the user was once it is there."""
        if self.left is not None:
            self._back, self.left = self.left, None
            self._window.open_paths([Path(path) for path in self._back.paths])

    @Slot(object)
    def take_study(self, opened: object) -> None:
        """Note what is open, and go to where the user was if it is what was brought back.

        The window has the study by then, with the results that its study file has.
        """
        if self._coming:  # else the same study is shown in another way
            self._paths, self._coming = self._coming, ()
            if not self._is_demo(self._paths[0]):
                self._window.keeper.note_data(self._paths)
        session, self._back = self._back, None
        if session is None or session.paths != self._open_now():
            return
        for panel in self._window.panels:
            keys = {analysis.key for analysis in panel.analyses}
            panel.take_options({k: v for k, v in session.options.items() if k in keys})
            for key in session.chosen:
                if key in keys:
                    panel.choose(key)
        self._window.show_tab(session.tab)
        titles = {a.key: a.title for panel in self._window.panels for a in panel.analyses}
        have = {r.analysis for r in self._window.results}
        missing = [titles[key] for key in session.ran if key in titles and key not in have]
        if missing:
            self._window.message.say(
                "note", tr("To be run again: {missing}.", missing="; ".join(missing))
            )
