"""Columns of a data set as bytes and back, without loss.

Numbers and dates keep their bits. Text becomes the list of distinct texts
and, for each record, the place in it, which makes a million records of a few
hundred texts small; missing is place -1. Nothing is pickled: a file cannot
run anything. Numbers are stored as all systems the program runs on hold them,
the low byte first.
"""

from __future__ import annotations

import json
import struct
import zlib
from typing import TYPE_CHECKING, Any, cast

from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    import pandas as pd

_LENGTH = struct.Struct("<Q")
_LEVEL = 1  # higher ones take several times as long and save a tenth


def encode(column: pd.Series) -> tuple[str, bytes]:
    """Return the type and the contents of a column.

    Raises
    ------
    ValueError
        If the column is of a kind no data set has (see :mod:`..data`).
    """
    import numpy as np
    import pandas as pd

    kind = column.dtype
    if isinstance(kind, np.dtype) and kind.kind in "fiub":
        return str(kind), _pack(column.to_numpy().tobytes())
    if isinstance(kind, np.dtype) and kind.kind in "mM":
        return str(kind), _pack(column.to_numpy().view("<i8").tobytes())
    if not (kind == "str" or kind.kind == "O"):
        raise ValueError(f"column {column.name!r} is of a type that is not kept: {kind}")
    codes, distinct = pd.factorize(cast("Any", column), use_na_sentinel=True)
    texts = [text for text in distinct]
    if not all(isinstance(text, str) for text in texts):
        return _encode_mixed(column)
    listed = json.dumps(texts).encode("ascii")
    packed = _LENGTH.pack(len(listed)) + listed + codes.astype("<i4").tobytes()
    return "str" if kind == "str" else "object", _pack(packed)


def decode(kind: str, contents: bytes, name: str) -> pd.Series:
    """Return the column of this type and these contents.

    Raises
    ------
    AnalysisError
        If the contents are not those of a column.
    """
    import numpy as np
    import pandas as pd

    try:
        raw = zlib.decompress(contents)
        if kind in ("str", "object"):
            (length,) = _LENGTH.unpack_from(raw)
            start = _LENGTH.size + length
            texts = np.array([*json.loads(raw[_LENGTH.size : start]), np.nan], dtype=object)
            codes = np.frombuffer(raw, dtype="<i4", offset=start)
            column: pd.Series = pd.Series(texts[codes], dtype=cast("Any", kind), name=name)
        elif kind == "mixed":
            column = pd.Series(json.loads(raw), dtype=object, name=name)
        else:
            wanted = np.dtype(kind)
            values = np.frombuffer(raw, dtype="<i8" if wanted.kind in "mM" else wanted).copy()
            column = pd.Series(cast("Any", values.view(wanted)), name=name)
        return column
    except (zlib.error, ValueError, TypeError, IndexError, struct.error) as error:
        raise AnalysisError(f"The column {name} cannot be read from the study file.") from error


def _encode_mixed(column: pd.Series) -> tuple[str, bytes]:
    """Keep a column of texts and numbers value by value."""
    values = [None if value != value else value for value in column.tolist()]
    return "mixed", _pack(json.dumps(values).encode("ascii"))


def _pack(raw: bytes) -> bytes:
    return zlib.compress(raw, _LEVEL)
