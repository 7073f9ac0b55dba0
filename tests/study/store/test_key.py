"""The key made in a process: the same one, and stopped in the middle."""

from __future__ import annotations

import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from sjogren_desktop.results import Cancelled, Progress
from sjogren_desktop.study import store
from sjogren_desktop.study.store.header import Cost, derive_key, new_header
from tests.study.store.making import CHEAP, PASSPHRASE

LONG = Cost(memory=18, passes=15, lanes=1)
"""Several seconds in one thread."""


def _stop_after(seconds: float) -> Progress:
    begun = time.monotonic()

    def progress(fraction: float, message: str) -> None:
        if time.monotonic() - begun > seconds:
            raise Cancelled

    return progress


def test_that_the_key_is_the_same_with_progress_and_without() -> None:
    header = new_header(CHEAP)
    told: list[tuple[float, str]] = []

    key = derive_key("Größe 1", header, lambda *said: told.append(said))

    assert key == derive_key("Größe 1", header)
    assert {message for _, message in told} == {"Making the key from the passphrase"}


def test_that_the_key_is_the_same_where_no_process_can_be_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    header = new_header(CHEAP)

    def refuse(load: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("sjogren_desktop.spare_process.take_or_launch", refuse)

    key = derive_key(PASSPHRASE, header, _stop_after(60))

    assert key == derive_key(PASSPHRASE, header)


def test_that_making_a_file_stops_while_the_key_is_made(tmp_path: Path) -> None:
    before = psutil.Process().children(recursive=True)
    begun = time.monotonic()

    with pytest.raises(Cancelled):
        store.create(
            tmp_path / "a.sjd", passphrase=PASSPHRASE, cost=LONG, progress=_stop_after(0.5)
        )

    assert time.monotonic() - begun < 1.5  # the whole key would take some seconds
    assert psutil.Process().children(recursive=True) == before
    assert list(tmp_path.iterdir()) == []


def test_that_opening_a_file_stops_while_the_key_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a.sjd"
    store.create(path, passphrase=PASSPHRASE, cost=LONG).close()
    begun = time.monotonic()

    with pytest.raises(Cancelled):
        store.open_file(path, passphrase=PASSPHRASE, progress=_stop_after(0.5))

    assert time.monotonic() - begun < 1.5
    with store.open_file(path, passphrase=PASSPHRASE) as file:
        assert not file.read_only  # nothing holds it
