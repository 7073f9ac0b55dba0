"""Study files for tests: cheap to open, small, and made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sjogren_desktop.study import store
from sjogren_desktop.study.store import StudyFile
from tests.study.store.making import CHEAP, PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the study file of the test is."""
    return tmp_path / "trial.sjd"


@pytest.fixture
def file(path: Path) -> Iterator[StudyFile]:
    """An encrypted study file without data."""
    made = store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP)
    yield made
    made.close()
