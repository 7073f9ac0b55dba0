"""The versions of what computes, for the record of a run."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from platform import python_version

from sjogren_desktop import __version__

_PACKAGES = ("numpy", "scipy", "pandas", "formulaic", "openpyxl", "matplotlib")


def versions() -> list[tuple[str, str]]:
    """Return the versions of the program, of Python and of the packages that compute."""
    found = [("Sjögren Desktop", __version__), ("Python", python_version())]
    for package in _PACKAGES:
        try:
            found.append((package, version(package)))
        except PackageNotFoundError:  # an installed program may not carry the record
            continue
    return found
