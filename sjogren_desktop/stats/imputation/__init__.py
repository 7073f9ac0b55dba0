"""Reference-based imputation of a continuous outcome: draws, impute, analyse, pool.

One module per step: ``trial`` (data and events), ``strategies`` (what happens after
an event), ``draws`` with ``refit`` and ``gibbs`` (parameters), ``impute``, ``analyse``,
``pool``, and ``tipping`` (results at every shift of the imputed values). Formulas are
in ``resources/methods/reference_based_imputation.md``.
"""

from sjogren_desktop.stats.imputation.analyse import Estimates, analyse, analyse_ancova
from sjogren_desktop.stats.imputation.draws import (
    Draws,
    approximate_bayes,
    bootstrap,
    bootstrapped_ml,
    jackknife,
)
from sjogren_desktop.stats.imputation.gibbs import bayes
from sjogren_desktop.stats.imputation.impute import Imputed, impute
from sjogren_desktop.stats.imputation.pool import pool
from sjogren_desktop.stats.imputation.strategies import STRATEGIES, Normal, Strategy
from sjogren_desktop.stats.imputation.trial import Trial, prepare

__all__ = [
    "STRATEGIES",
    "Draws",
    "Estimates",
    "Imputed",
    "Normal",
    "Strategy",
    "Trial",
    "analyse",
    "analyse_ancova",
    "approximate_bayes",
    "bayes",
    "bootstrap",
    "bootstrapped_ml",
    "impute",
    "jackknife",
    "pool",
    "prepare",
]
