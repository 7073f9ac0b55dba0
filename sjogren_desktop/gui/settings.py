"""What the program remembers between starts; nothing here changes a result."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QByteArray, QSettings

THEMES = ("system", "light", "dark", "contrast")


@dataclass
class Settings:
    """Remembered choices, with the values of a first start."""

    theme: str = "system"
    text_percent: int = 100
    open_folder: str = ""
    export_folder: str = ""
    geometry: bytes = b""
    house_style: str = "sponsor"


def load() -> Settings:
    """Return the saved settings; what is missing or does not fit takes its default."""
    store, settings = QSettings(), Settings()
    for item in fields(Settings):
        saved = store.value(item.name)
        if isinstance(saved, QByteArray):
            saved = bytes(saved.data())
        if isinstance(saved, type(getattr(settings, item.name))):
            setattr(settings, item.name, saved)
    if settings.theme not in THEMES:
        settings.theme = Settings.theme
    return settings


def save(settings: Settings) -> None:
    """Keep the settings for the next start."""
    store = QSettings()
    for item in fields(Settings):
        value = getattr(settings, item.name)
        store.setValue(item.name, QByteArray(value) if isinstance(value, bytes) else value)
