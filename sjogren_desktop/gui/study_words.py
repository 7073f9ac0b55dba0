"""The study file in words: its state, and what is to be said of it when it was opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sjogren_desktop.gui.language import tr

if TYPE_CHECKING:
    from sjogren_desktop.study.store import StudyFile

_SHOWN_FINDINGS = 5


def state(
    file: StudyFile | None, *, unsaved: str, is_saving: bool, saved_at: datetime | None
) -> tuple[str, str]:
    """Return the state of a file in a few words, and what it means in a sentence."""
    if file is None:
        return tr("No study file"), tr(
            "Scores, notes and results are kept until the program is closed. "
            "Make a study file to keep them."
        )
    name = file.path.name
    if not file.is_open:
        return tr("{name} · locked", name=name), tr("Unlock it with its passphrase.")
    kept = tr("encrypted") if file.is_encrypted else tr("NOT ENCRYPTED")
    if file.read_only:
        return tr("{name} · {kept} · read only", name=name, kept=kept), file.read_only
    if unsaved:
        return tr("{name} · {kept} · NOT SAVED", name=name, kept=kept), unsaved
    if is_saving:
        return tr("{name} · {kept} · saving", name=name, kept=kept), tr(
            "A change is being written."
        )
    at = f" {saved_at:%H:%M}" if saved_at else ""
    return tr("{name} · {kept} · saved{at}", name=name, kept=kept, at=at), tr(
        "Every change is saved at once in {name}.", name=name
    )


def on_opening(file: StudyFile, remarks: Sequence[str], *, older: str) -> tuple[str, str]:
    """Return what is said of a file that was opened.

    Parameters
    ----------
    file : StudyFile
    remarks : sequence of str
        Of what opened it.
    older : str
        That its trail does not continue the one seen last, "" if it does
        (see :func:`.last_seen.compare`).

    Returns
    -------
    tuple of str
        Kind of message, and the message; "" where nothing is to be said.
    """
    if file.findings:
        return "error", tr(
            "{read_only} {found} See the audit trail.",
            read_only=file.read_only,
            found=" ".join(file.findings[:_SHOWN_FINDINGS]),
        )
    said = [*remarks, file.read_only, *file.notes_on_opening, older]
    return "warning", " ".join(s for s in said if s)
