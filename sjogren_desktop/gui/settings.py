"""What the program remembers between starts; nothing here changes a result."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from sjogren_desktop.gui.language import CHOICES

THEMES = ("system", "light", "dark", "contrast")


@dataclass
class Settings:
    """Remembered choices, with the values of a first start.

    ``recent`` and ``remembered`` are paths of study files, one a line: those
    opened last, and those whose passphrase is in the keychain. ``seen`` is
    kept by :mod:`.last_seen`. ``language`` is one of
    :data:`.language.CHOICES`; drafts are never taken without being asked for.
    After ``lock_minutes`` without a touch a study file is locked; 0 for never.
    """

    theme: str = "system"
    text_percent: int = 100
    language: str = "en"
    open_folder: str = ""
    export_folder: str = ""
    geometry: bytes = b""
    house_style: str = "sponsor"
    who: str = ""
    recent: str = ""
    remembered: str = ""
    seen: str = ""
    lock_minutes: int = 15


def load() -> Settings:
    """Return the saved settings; what is missing or does not fit takes its default."""
    store, settings = QSettings(), Settings()
    for item in fields(Settings):
        saved = store.value(item.name)
        if isinstance(saved, QByteArray):
            saved = bytes(saved.data())
        if isinstance(saved, str) and item.name == "lock_minutes" and saved.isdecimal():
            saved = int(saved)  # a file of settings holds texts only
        if isinstance(saved, type(getattr(settings, item.name))):
            setattr(settings, item.name, saved)
    if settings.theme not in THEMES:
        settings.theme = Settings.theme
    if settings.language not in CHOICES:
        settings.language = Settings.language
    return settings


def layouts_file() -> Path:
    """Return where the layouts of plain tables that the user confirmed are remembered."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "layouts.mapping.json"


def save(settings: Settings) -> None:
    """Keep the settings for the next start."""
    store = QSettings()
    for item in fields(Settings):
        value = getattr(settings, item.name)
        store.setValue(item.name, QByteArray(value) if isinstance(value, bytes) else value)
