"""The study that the command line names: files and folders, or one study file (``.sjd``).

A study file is opened as in the window: with its passphrase, and blinded where
it has treatments. Showing them takes a name and a reason, which are entered in
its records for ever, as is everything that is written from it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    from sjogren_desktop.study.data import StudyData
    from sjogren_desktop.study.store import StudyFile
    from sjogren_desktop.study.unblinding import GuardedStudy

PASSPHRASE = "SJOGREN_PASSPHRASE"
"""Environment variable that is taken for the passphrase, where there is one."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of the study: the blind, and the passphrase of a study file."""
    parser.add_argument("path", nargs="+", help="study files or folders, or one .sjd file")
    parser.add_argument(
        "--blinded",
        action="store_true",
        help="withhold treatments: all patients pooled, comparisons of arms left out (without "
        "it, arms are shown and everything written is marked UNBLINDED); a .sjd file is blinded "
        "unless --who and --reason are given",
    )
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=f"first line: the passphrase of a .sjd file; second: the one set for treatments, if "
        f"any. Else {PASSPHRASE} of the environment is taken, else it is asked for",
    )
    parser.add_argument("--who", default="", help="name entered in the records of a .sjd file")
    parser.add_argument(
        "--reason", default="", help="why treatments of a .sjd file are shown; this is recorded"
    )


@dataclass(frozen=True)
class Named:
    """The study as it may be shown, what of it is withheld, and its study file if it has one."""

    study: StudyData
    withheld: tuple[str, ...] = ()
    file: StudyFile | None = None

    def enter(self, what: str, place: Path) -> None:
        """Enter in the records of the study file what was written from it."""
        if self.file is None:
            return
        from sjogren_desktop.study.store import Event

        if self.file.read_only:
            print(
                f"The export is not entered in the audit trail. {self.file.read_only}",
                file=sys.stderr,
            )
            return
        self.file.enter(Event(f"Exported: {what}", place=place.name, new=self.study.blinding))


@contextmanager
def named_study(paths: Sequence[Path], given: argparse.Namespace) -> Iterator[Named]:
    """Open what the command line names; a study file is let go of at the end.

    Raises
    ------
    AnalysisError
        If it cannot be opened, a passphrase is missing or wrong, or a study
        file stands among other files.
    """
    kept = [path for path in paths if path.suffix.lower() == ".sjd"]
    if not kept:
        yield _from_files(paths, given)
        return
    if len(paths) > 1:
        raise AnalysisError(
            f"{kept[0].name} is a study file, which is opened by itself. Name nothing beside it."
        )
    with _open(kept[0], given) as file:
        yield _from_study_file(file, given)


def _from_files(paths: Sequence[Path], given: argparse.Namespace) -> Named:
    from sjogren_desktop.study.blinding import blind, with_arms
    from sjogren_desktop.study.load import open_study

    study = open_study(paths)
    if not given.blinded:
        return Named(with_arms(study))
    made = blind(study)
    return Named(made.study, made.withheld)


def _from_study_file(file: StudyFile, given: argparse.Namespace) -> Named:
    from sjogren_desktop.study.blinding import guard

    study = file.study()
    if study is None:
        raise AnalysisError(f"{file.path.name} holds no data yet. Import them in the window.")
    guarded = guard(study, synthetic_too=given.blinded)
    asked = not given.blinded and bool(given.who or given.reason)
    if asked and guarded.blinded is not None:
        return Named(_unblind(guarded, file, given), (), file)
    shown = guarded.shown(file.unblindings)
    if guarded.blinded is not None and not given.blinded:
        print(
            f"{file.path.name} is blinded, so all patients are pooled. To show treatments, give "
            "--who and --reason; both are recorded.",
            file=sys.stderr,
        )
    return Named(shown, guarded.withheld, file)


def _unblind(guarded: GuardedStudy, file: StudyFile, given: argparse.Namespace) -> StudyData:
    from sjogren_desktop.study.unblinding import Request

    second = file.unblindings.passphrase
    said = ""
    if second is not None:
        said = _line(given, 1) if given.passphrase_file else _ask("Passphrase for treatments: ")
    request = Request(given.who, given.reason, said)
    return guarded.unblind(request, file.unblindings, second)


def _open(path: Path, given: argparse.Namespace) -> StudyFile:
    from sjogren_desktop.study import store

    passphrase = None
    if store.needs_passphrase(path):
        passphrase = (
            _line(given, 0)
            if given.passphrase_file
            else os.environ.get(PASSPHRASE) or _ask(f"Passphrase of {path.name}: ")
        )
    return store.open_file(path, passphrase=passphrase, who=given.who)


def _line(given: argparse.Namespace, number: int) -> str:
    """Return a line of the file of passphrases, "" where it has fewer."""
    place = Path(given.passphrase_file).expanduser()
    try:
        lines = place.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AnalysisError(
            f"The passphrase could not be read from {place}. Give a text file whose first line "
            "it is."
        ) from error
    return lines[number] if len(lines) > number else ""


def _ask(question: str) -> str:
    """Ask at the terminal, without showing what is typed."""
    from getpass import getpass

    if sys.stdin is None or not sys.stdin.isatty():
        raise AnalysisError(
            f"{question.rstrip(': ')} is needed, and there is no terminal to ask at. Use "
            f"--passphrase-file or {PASSPHRASE}."
        )
    return getpass(question)
