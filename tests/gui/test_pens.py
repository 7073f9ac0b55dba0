"""Lines of plots are as wide on a fine screen as on a coarse one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from sjogren_desktop import palette
from sjogren_desktop.gui.legend import pen_of
from sjogren_desktop.gui.pens import line_pen
pens = (line_pen("#000000", width=2, dash=[4, 2]), pen_of(palette.style(1, theme="light")))
print([(pen.widthF(), pen.isCosmetic(), list(pen.dashPattern())[:2]) for pen in pens])
"""


@pytest.mark.parametrize(("scale", "width"), [("1", 2.0), ("2", 4.0)])
def test_that_a_line_grows_with_the_scale_of_the_screen(scale: str, width: float) -> None:
    # The scale is that of a process from its start.
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    first, second = eval(done.stdout)
    assert first == (width, True, [4.0, 2.0])
    assert second[:2] == (width, True)
