"""Percentages are written alike in the window, in results and on the method pages: 15%."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPACED = re.compile(r"(?:^|[0-9}])[ \u00a0]%(?![=\w])")
"""At the beginning, too, for what follows a number in a formatted text. Not ``{0} % {1}``
in code, which is a remainder."""

PAGES = sorted((ROOT / "resources").glob("*/*.md"))
MODULES = sorted((ROOT / "sjogren_desktop").rglob("*.py"))


def texts(module: Path) -> list[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) is str]


def test_that_pages_write_percentages_without_a_space() -> None:
    assert PAGES
    found = [p.name for p in PAGES if SPACED.search(p.read_text(encoding="utf-8"))]
    assert not found


def test_that_texts_of_the_program_write_percentages_without_a_space() -> None:
    found = [(m.name, t) for m in MODULES for t in texts(m) if SPACED.search(t)]
    assert not found


@pytest.mark.parametrize(("text", "spaced"), [("15 %", True), ("15%", False), ("{n} %.", True)])
def test_that_a_space_would_be_noticed(text: str, *, spaced: bool) -> None:
    assert bool(SPACED.search(text)) is spaced
