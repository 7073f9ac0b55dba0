"""The passphrase in the keychain of the system, for those who choose so.

Nothing here is needed: without ``keyring`` or without a keychain, as on a
server, remembering is refused in a sentence and nothing is recalled. The
keychain knows a file by the random bytes it begins with, not by its name.
"""

from __future__ import annotations

from pathlib import Path

from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.results import AnalysisError

_SERVICE = "Sjogren Desktop study file"
_NONE = marked(
    "This computer has no keychain the program can use, so the passphrase is not remembered. The "
    "study file is open all the same."
)


def remember(path: Path, passphrase: str) -> None:
    """Keep the passphrase of a study file.

    Raises
    ------
    AnalysisError
        If there is no keychain or it refuses.
    """
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise AnalysisError(tr(_NONE)) from error
    try:
        keyring.set_password(_SERVICE, _account(path), passphrase)
    except (KeyringError, RuntimeError, OSError) as error:
        raise AnalysisError(tr(_NONE)) from error


def recall(path: Path) -> str | None:
    """Return the passphrase of a study file, None where it was not kept."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(_SERVICE, _account(path))
    except (KeyringError, RuntimeError, OSError):
        return None


def forget(path: Path) -> None:
    """Remove the passphrase of a study file, if it was kept."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return
    try:
        keyring.delete_password(_SERVICE, _account(path))
    except (KeyringError, RuntimeError, OSError):
        return


def _account(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(16).hex()
