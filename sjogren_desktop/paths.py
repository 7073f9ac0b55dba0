"""Where the files shipped with the program are, wherever it runs from.

Three places are possible: beside the package in the source tree, inside the
package when it was installed from a wheel, and beside the unpacked program
when it was frozen into an executable.
"""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder below ``resources``.

    Parameters
    ----------
    *parts : str
        Path below the resources folder, such as ``"demo", "README.md"``. The
        file need not exist.
    """
    return _resources().joinpath(*parts)


def _resources() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(str(frozen)) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
