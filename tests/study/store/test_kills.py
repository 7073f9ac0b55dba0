"""kill -9 at any moment loses nothing that was told as saved, and nothing else breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.study.store.campaigns import campaign

posix = pytest.mark.skipif(os.name != "posix", reason="forks")
SAVING = ("score", "data", "document", "passphrase")


@posix
def test_that_kills_while_saving_importing_and_unblinding_lose_nothing_saved(
    tmp_path: Path,
) -> None:
    assert campaign("kill_campaign", tmp_path, 25, 1).startswith("25 kills")


@pytest.mark.slow
@posix
@pytest.mark.parametrize("kinds", [SAVING, ("import",), ("unblinding",)], ids="-".join)
def test_that_a_thousand_kills_lose_nothing_saved(kinds: tuple[str, ...], tmp_path: Path) -> None:
    said = campaign("kill_campaign", tmp_path, 1000, 2, *kinds)

    print(said)
    for kind in kinds:
        assert f"'{kind}'" in said, f"no kill hit the {kind}"
