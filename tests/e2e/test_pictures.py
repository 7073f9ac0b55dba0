"""The views look as the pictures of the help show them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QPixmap, QTextDocument
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.help_window import HelpWindow, pages
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.paths import resource_path
from tests.conftest import ROOT

COARSE = (160, 100)
"""Each block is 8 x 8 points of a view: letters blur, and what moved or is gone shows."""
MEAN, MOST = 1.0, 60.0
"""Grey levels of 255 by which all blocks on average, and any one block, may differ."""


def differences(one: Path, other: Path) -> tuple[float, float]:
    """Return by how many grey levels two pictures differ, on average and at most."""
    coarse = []
    for path in (one, other):
        with Image.open(path) as picture:
            coarse.append(picture.convert("L").resize(COARSE, Image.Resampling.BOX))
    apart = ImageChops.difference(*coarse)
    return ImageStat.Stat(apart).mean[0], float(apart.getextrema()[1])  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems draw letters otherwise")
def test_that_every_view_looks_as_in_the_help(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.e2e.pictures", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]

    kept = {p.name for p in resource_path("help", "pictures").iterdir()}
    assert {p.name for p in tmp_path.iterdir()} == kept
    apart = {n: differences(tmp_path / n, resource_path("help", "pictures", n)) for n in kept}
    # Where a view was meant to change, make the pictures anew (tests/e2e/pictures.py says how).
    assert {n: d for n, d in apart.items() if d[0] > MEAN or d[1] > MOST} == {}


def test_that_a_missing_button_would_be_seen(tmp_path: Path) -> None:
    kept = resource_path("help", "pictures", "analysis.png")
    with Image.open(kept) as picture:
        changed = picture.convert("RGB")
    changed.paste((244, 246, 248), (1170, 50, 1272, 76))  # where "Export result" was
    changed.save(tmp_path / "changed.png")

    assert differences(kept, kept) == (0.0, 0.0)
    assert differences(kept, tmp_path / "changed.png")[1] > MOST


def test_that_pages_name_every_picture_and_show_it(new_window: MainWindow, qtbot: QtBot) -> None:
    named: set[str] = set()
    help_window = HelpWindow(new_window)
    help_window.show()
    for page in pages():
        for name in re.findall(r"!\[[^\]]+\]\(pictures/(\w+\.png)\)", page.text):
            named.add(name)
            help_window.show_page(page.name)
            kind = QTextDocument.ResourceType.ImageResource.value
            shown = help_window.view.document().resource(kind, f"pictures/{name}")
            assert isinstance(shown, QPixmap)
            assert 0 < shown.width() <= help_window.view.viewport().width()
    help_window.close()

    assert named == {p.name for p in resource_path("help", "pictures").iterdir()}
