"""Mixed model for repeated measures.

``fit_mmrm`` takes a formula and a frame; ``fit_arrays`` takes a design matrix and
spends no time on names. One module per idea: ``structures`` (covariances),
``patterns`` (one pass over the data), ``likelihood`` (deviance and derivatives),
``optimise``, ``inference`` with ``kenward_roger`` and ``sandwich``, ``result``.
"""

from sjogren_desktop.stats.mmrm.engine import ArrayFit, fit_arrays
from sjogren_desktop.stats.mmrm.fit import fit_mmrm
from sjogren_desktop.stats.mmrm.result import MMRMResult

__all__ = ["ArrayFit", "MMRMResult", "fit_arrays", "fit_mmrm"]
