"""A table after interpretation, before it is put together with others of its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd


@dataclass(frozen=True)
class LoadedTable:
    """One table of one file, recognised and named."""

    name: str
    kind: str
    frame: pd.DataFrame
    labels: Mapping[str, str]
    label: str
    file: str
    sheet: str
    folder: str
    rows: npt.NDArray[np.int64]
    typed: bool = False
