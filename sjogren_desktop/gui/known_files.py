"""What the settings remember of studies: which were opened, by whom, with what remembered.

The passphrases themselves are in :mod:`.keychain`; here is only whether it is
to be asked for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sjogren_desktop.gui.passphrase_panels import Given
from sjogren_desktop.gui.settings import Settings, save

SUFFIX = ".sjd"
_RECENT = 10
_FILES = 100
"""Files opened together that are remembered; of more, it was a folder that was meant."""
_TOGETHER = "\t"


def recent_studies(settings: Settings) -> tuple[tuple[str, ...], ...]:
    """Return what was opened last, the latest first: paths that were opened together."""
    return tuple(tuple(line.split(_TOGETHER)) for line in _lines(settings.recent))


def recent(settings: Settings) -> tuple[str, ...]:
    """Return the paths of the study files opened last, the latest first."""
    alone = [paths[0] for paths in recent_studies(settings) if len(paths) == 1]
    return tuple(path for path in alone if path.lower().endswith(SUFFIX))


def note_opened(settings: Settings, path: Path) -> None:
    """Note that a study file is open."""
    settings.open_folder = str(path.parent)
    _note(settings, (str(path),))


def note_data(settings: Settings, paths: Sequence[str]) -> None:
    """Note that files or folders of data are open, which were opened together."""
    if len(paths) <= _FILES and not any(_TOGETHER in p or "\n" in p for p in paths):
        _note(settings, tuple(paths))


def _note(settings: Settings, paths: tuple[str, ...]) -> None:
    found = [paths, *(known for known in recent_studies(settings) if known != paths)]
    settings.recent = "\n".join(_TOGETHER.join(known) for known in found[:_RECENT])
    save(settings)  # a crash must not lose it


def who(settings: Settings) -> str:
    """Return the name that was given last, else the one this computer knows the user by."""
    from sjogren_desktop.study.store.study_file import user_name

    return settings.who or user_name()


def note_given(settings: Settings, given: Given, path: Path) -> None:
    """Note the name of the user, and whether the keychain is to be asked for this file."""
    settings.who = given.who
    if given.remember:
        names = dict.fromkeys([*_lines(settings.remembered), str(path.resolve())])
        settings.remembered = "\n".join(names)


def is_remembered(settings: Settings, path: Path) -> bool:
    """Say whether the passphrase of a file, named by its whole path, is in the keychain."""
    return str(path) in _lines(settings.remembered)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)
