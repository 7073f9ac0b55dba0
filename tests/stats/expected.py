"""Reading reference values that R wrote as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parents[1] / "reference"


def expected(method: str) -> dict[str, Any]:
    """Return the committed reference values of a method."""
    return json.loads((FOLDER / method / "expected.json").read_text())


def shared_cases(shared: Path, name: str) -> dict[str, Any]:
    """Return one of the shared files of reference values."""
    path = shared / "reference" / "stats" / "expected" / f"{name}_shared.json"
    return json.loads(path.read_text())


def floats(values: Any) -> np.ndarray:
    """Return numbers as an array, with R's missing values as NaN."""
    if isinstance(values, list):
        return np.array([floats(v) for v in values], dtype=float)
    return np.array(np.nan if values in (None, "NA", "NaN") else values, dtype=float)
