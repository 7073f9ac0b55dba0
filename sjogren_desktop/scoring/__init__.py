"""Outcome instruments: items in, scores out, published rules in the docstrings.

:data:`INSTRUMENTS` is the catalogue. :func:`score_case` scores one visit of
one patient from nested inputs, :func:`score_frame` whole studies from columns;
both run the same code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.classification import ACR_EULAR_2016
from sjogren_desktop.scoring.composites import CRESS, STAR
from sjogren_desktop.scoring.essdai import CLINESSDAI, ESSDAI, ESSDAI8_ENTRY, ESSDAI_RESPONSE
from sjogren_desktop.scoring.essdai_levels import ESSDAI_LEVEL
from sjogren_desktop.scoring.esspri import ESSPRI, ESSPRI_RESPONSE
from sjogren_desktop.scoring.gland_tests import HOCEVAR, OMERACT_SGUS, OSS, SCHIRMER, UWS
from sjogren_desktop.scoring.instrument import CONVENTIONS, Columns, Instrument, give_back
from sjogren_desktop.scoring.questionnaires import FACIT_F, SSSD

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["CONVENTIONS", "INSTRUMENTS", "Instrument", "score_case", "score_frame"]

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
        If there is no such instrument or convention.
    """
    found = _find(instrument)
    scores = found.score(Columns.of_case(inputs), _chosen(conventions))
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
    """
    import pandas as pd

    found = _find(instrument)
    scores = found.score(Columns.of_frame(frame), _chosen(conventions))
    return pd.DataFrame(scores, index=frame.index)


def _find(key: str) -> Instrument:
    for instrument in INSTRUMENTS:
        if instrument.key == key:
            return instrument
    known = ", ".join(i.key for i in INSTRUMENTS)
    raise AnalysisError(f"There is no instrument {key!r}. Known instruments: {known}.")


def _chosen(given: Mapping[str, str] | None) -> Mapping[str, str]:
    """Return a complete set of conventions, checked."""
    chosen = {key: choices[0] for key, (_, choices) in CONVENTIONS.items()}
    for key, value in (given or {}).items():
        if key not in CONVENTIONS or value not in CONVENTIONS[key][1]:
            raise AnalysisError(f"There is no convention {key} = {value!r}.")
        chosen[key] = value
    return chosen
