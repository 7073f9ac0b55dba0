"""kill -9 at any moment loses nothing that was told as saved, and nothing else breaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def campaign(folder: Path, kills: int, *kinds: str, seed: int) -> str:
    module = "tests.study.store.kill_campaign"
    done = subprocess.run(
        [sys.executable, "-m", module, folder, str(kills), str(seed), *kinds],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


posix = pytest.mark.skipif(os.name != "posix", reason="forks")
SAVING = ("score", "data", "document", "passphrase")


@posix
def test_that_kills_while_saving_importing_and_unblinding_lose_nothing_saved(
    tmp_path: Path,
) -> None:
    assert campaign(tmp_path, 25, seed=1).startswith("25 kills")


@pytest.mark.slow
@posix
@pytest.mark.parametrize("kinds", [SAVING, ("import",), ("unblinding",)], ids="-".join)
def test_that_a_thousand_kills_lose_nothing_saved(kinds: tuple[str, ...], tmp_path: Path) -> None:
    said = campaign(tmp_path, 1000, *kinds, seed=2)

    print(said)
    for kind in kinds:
        assert f"'{kind}'" in said, f"no kill hit the {kind}"
