"""What the settings remember of study files: which were opened, by whom, with what remembered.

The passphrases themselves are in :mod:`.keychain`; here is only whether it is
to be asked for one.
"""

from __future__ import annotations

from pathlib import Path

from sjogren_desktop.gui.passphrase_panels import Given
from sjogren_desktop.gui.settings import Settings, save

_RECENT = 8


def recent(settings: Settings) -> tuple[str, ...]:
    """Return the paths of the study files opened last, the latest first."""
    return _lines(settings.recent)


def note_opened(settings: Settings, path: Path) -> None:
    """Note that a study file is open."""
    paths = [str(path), *(p for p in recent(settings) if p != str(path))]
    settings.recent = "\n".join(paths[:_RECENT])
    settings.open_folder = str(path.parent)
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
