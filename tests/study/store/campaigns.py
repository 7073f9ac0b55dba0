"""Fault campaigns, each in a process of its own, since they end processes and limit memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def campaign(name: str, folder: Path, trials: int, seed: int, *kinds: str) -> str:
    """Run a campaign of this folder of tests and return what it prints; a fault fails."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.study.store.{name}", folder, str(trials), str(seed), *kinds],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout
