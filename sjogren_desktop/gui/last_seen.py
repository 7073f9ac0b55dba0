"""What this computer saw of each audit trail last, to notice one that was written anew.

A chain of hashes shows that a trail fits itself. Somebody with the passphrase
could write a whole new one, or bring an older copy back: then it does not
continue the one seen here before.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.settings import Settings

if TYPE_CHECKING:
    from sjogren_desktop.study.store import StudyFile

_MOST = 50


def compare(settings: Settings, file: StudyFile) -> str:
    """Return a warning if the trail does not continue the one seen last, and note it."""
    seen = _read(settings)
    number, last = seen.get(_key(file), (0, ""))
    note(settings, file)
    found = next((entry.hash for entry in file.trail if entry.number == number), "")
    if not number or found == last:
        return ""
    return tr(
        "The audit trail of {name} does not continue the one that was seen on this "
        "computer last (entry {number}). It is an older copy, or it was written anew.",
        name=file.path.name,
        number=number,
    )


def note(settings: Settings, file: StudyFile) -> None:
    """Note where the trail of a file ends now."""
    seen = _read(settings)
    seen.pop(_key(file), None)
    seen[_key(file)] = (file.trail[-1].number, file.trail[-1].hash)
    settings.seen = json.dumps(dict(list(seen.items())[-_MOST:]))


def _read(settings: Settings) -> dict[str, tuple[int, str]]:
    try:
        return {k: (int(n), str(h)) for k, (n, h) in json.loads(settings.seen or "{}").items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _key(file: StudyFile) -> str:
    """Return a name for a file in its place that tells nothing about it."""
    told = f"{file.study_id}\n{file.path}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]
