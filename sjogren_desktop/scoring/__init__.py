"""Outcome instruments: items in, scores out, published rules in the docstrings.

:data:`INSTRUMENTS` is the catalogue. :func:`score_case` scores one visit of
one patient from nested inputs, :func:`score_frame` whole studies from columns;
both run the same code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.classification import ACR_EULAR_2016
from sjogren_desktop.scoring.composites import CRESS, STAR
from sjogren_desktop.scoring.conventions import CONVENTIONS, complete, conventions_lines
from sjogren_desktop.scoring.essdai import CLINESSDAI, ESSDAI, ESSDAI8_ENTRY, ESSDAI_RESPONSE
from sjogren_desktop.scoring.essdai_levels import ESSDAI_LEVEL
from sjogren_desktop.scoring.esspri import ESSPRI, ESSPRI_RESPONSE
from sjogren_desktop.scoring.gland_tests import HOCEVAR, OMERACT_SGUS, OSS, SCHIRMER, UWS
from sjogren_desktop.scoring.instrument import Columns, Instrument, Texts, give_back
from sjogren_desktop.scoring.questionnaires import FACIT_F, SSSD
from sjogren_desktop.scoring.tracing import Source, Trace, trace

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "CONVENTIONS",
    "INSTRUMENTS",
    "Instrument",
    "Source",
    "Trace",
    "conventions_text",
    "find",
    "score_case",
    "score_frame",
    "trace",
]

INSTRUMENTS: tuple[Instrument, ...] = (
    ESSDAI,
    CLINESSDAI,
    ESSDAI8_ENTRY,
    ESSDAI_RESPONSE,
    ESSDAI_LEVEL,
    ESSPRI,
    ESSPRI_RESPONSE,
    STAR,
    CRESS,
    ACR_EULAR_2016,
    SCHIRMER,
    OSS,
    UWS,
    HOCEVAR,
    OMERACT_SGUS,
    FACIT_F,
    SSSD,
)


def score_case(
    instrument: str,
    inputs: Mapping[str, object],
    *,
    conventions: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Score one case.

    Parameters
    ----------
    instrument : str
        Key of the instrument, such as ``"ESSDAI"``.
    inputs : mapping
        Nested inputs as the instrument's method page names them; None is missing.
    conventions : mapping of str to str, optional
        Choices that differ from the defaults of :data:`CONVENTIONS`.

    Returns
    -------
    dict
        The scores; None where missing. With ``error`` where an input is
        impossible: nothing is scored then.

    Raises
    ------
    AnalysisError
        If there is no such instrument or convention, or an input is no number.
    """
    found = find(instrument)
    if not isinstance(inputs, Mapping):
        raise AnalysisError(f"{instrument}: give the inputs by name, not {inputs!r}.")
    scores = found.score(Columns.of_case(inputs), complete(conventions))
    return give_back(scores, found)


def score_frame(
    instrument: str,
    frame: pd.DataFrame,
    *,
    conventions: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Score every row of a frame.

    Parameters
    ----------
    frame : pandas.DataFrame
        One column an input. Nested inputs have dotted names
        (``baseline.esspri``); ESSDAI domains and glands are named alone.

    Returns
    -------
    pandas.DataFrame
        One column an output, with the index of ``frame``; NaN is missing.
        Texts (activity, missing, error) are categorical, "" where empty.

    Raises
    ------
    AnalysisError
        As :func:`score_case`; the column is named.
    """
    import pandas as pd

    found = find(instrument)
    scores = found.score(Columns.of_frame(frame), complete(conventions))
    columns = {
        name: _categorical(values) if isinstance(values, Texts) else values
        for name, values in scores.items()
    }
    return pd.DataFrame(columns, index=frame.index, copy=False)


def _categorical(texts: Texts) -> pd.Categorical[str]:
    import pandas as pd

    different = list(dict.fromkeys(texts.names))
    place = np.array([different.index(name) for name in texts.names])
    codes = texts.codes if len(different) == len(texts.names) else place[texts.codes]
    return pd.Categorical.from_codes(codes, pd.Index(different))


def conventions_text(
    instrument: str, conventions: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return the conventions that touch an instrument, one line each, for printing.

    Raises
    ------
    AnalysisError
        If there is no such instrument or convention.
    """
    found = find(instrument)
    return conventions_lines(found.conventions, conventions, fixed=found.fixed)


def find(key: str) -> Instrument:
    """Return the instrument of this key.

    Raises
    ------
    AnalysisError
        If there is none, naming those there are.
    """
    for instrument in INSTRUMENTS:
        if instrument.key == key:
            return instrument
    known = ", ".join(i.key for i in INSTRUMENTS)
    raise AnalysisError(f"There is no instrument {key!r}. Known instruments: {known}.")
