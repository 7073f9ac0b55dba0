"""kill -9 at any moment loses nothing that was told as saved, and nothing else breaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def campaign(folder: Path, kills: int, *, seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.study.store.kill_campaign", folder, str(kills), str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


posix = pytest.mark.skipif(os.name != "posix", reason="forks")


@posix
def test_that_kills_while_saving_lose_nothing_saved(tmp_path: Path) -> None:
    assert campaign(tmp_path, 25, seed=1).startswith("25 kills")


@pytest.mark.slow
@posix
def test_that_a_thousand_kills_while_saving_lose_nothing_saved(tmp_path: Path) -> None:
    said = campaign(tmp_path, 1000, seed=2)

    print(said)
    for kind in ("score", "data", "document", "passphrase"):
        assert f"'{kind}'" in said, f"no kill hit the saving of a {kind}"
