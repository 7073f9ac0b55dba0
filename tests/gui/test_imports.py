"""What Qt for Python does to imports is undone before the window is imported."""

from __future__ import annotations

import subprocess
import sys


def test_that_no_source_is_read_and_kept_for_what_is_imported() -> None:
    code = (
        "from sjogren_desktop.gui import plain_imports; plain_imports.keep_plain(); "
        "import linecache, PySide6.QtWidgets, sjogren_desktop.gui.app, scipy.stats; "
        "print([name for name in linecache.cache if 'scipy' in name or 'gui' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout.strip() == "[]", done.stderr
