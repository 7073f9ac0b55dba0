"""Shipped files are found from the source tree, an installed wheel and a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sjogren_desktop import paths


def test_that_resources_stand_beside_the_package_in_the_source_tree() -> None:
    found = paths.resource_path("demo", "README.md")

    assert found == Path(__file__).resolve().parents[1] / "resources" / "demo" / "README.md"
    assert found.is_file()


def test_that_resources_inside_an_installed_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "sjogren_desktop"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))

    assert paths.resource_path("demo") == (package / "resources" / "demo").resolve()


def test_that_a_frozen_program_has_its_resources_in_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resource_path("icons", "x.svg") == tmp_path / "resources" / "icons" / "x.svg"
