"""The modules of the build are scripts beside each other, not a package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"


@pytest.fixture(autouse=True)
def installer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the scripts be imported, and forget them afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(INSTALLER))
    yield INSTALLER
    for name in set(sys.modules) - before:
        origin = getattr(sys.modules[name], "__file__", None) or ""
        if Path(origin).parent == INSTALLER:
            del sys.modules[name]
