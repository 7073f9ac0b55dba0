"""The tipping map against data sets that were really shifted, one by one."""

import numpy as np
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.imputation import (
    analyse_ancova,
    approximate_bayes,
    bootstrap,
    bootstrapped_ml,
    impute,
    jackknife,
    pool,
)
from sjogren_desktop.stats.imputation.tipping import tipping_map
from tests.stats.imputation_data import ANCOVA, small_trial

MAKE = {
    "rubin": lambda trial: approximate_bayes(trial, samples=12, seed=1),
    "jackknife": jackknife,
    "bootstrap": lambda trial: bootstrap(trial, samples=12, seed=1),
}


@pytest.mark.parametrize("pooling", MAKE)
def test_that_every_point_of_the_map_is_the_analysis_of_shifted_data(pooling):
    trial = small_trial()
    imputed = impute(trial, MAKE[pooling](trial), seed=2)
    active, reference = [-1.0, 0.0, 4.0], [-2.5, 0.0]

    found = tipping_map(
        imputed, ANCOVA, "V3", active="Drug", active_delta=active, reference_delta=reference
    )

    for i, a in enumerate(active):
        for j, b in enumerate(reference):
            shift = np.where(trial.arm[imputed.subject] == 1, a, b)
            wanted = pool(analyse_ancova(imputed.shifted(shift), ANCOVA, visits=["V3"])).iloc[2]
            for name in ("estimate", "std_error", "df", "lower", "upper", "p_value"):
                assert getattr(found, name)[i, j] == pytest.approx(wanted[name], rel=1e-8), name


def test_that_the_reference_arm_cannot_be_compared_with_itself():
    trial = small_trial()
    imputed = impute(trial, jackknife(trial))

    with pytest.raises(AnalysisError, match="Placebo is the reference arm itself"):
        tipping_map(imputed, ANCOVA, "V3", active="Placebo", active_delta=[0], reference_delta=[0])


def test_that_bootstrapped_ml_has_no_map():
    trial = small_trial()
    imputed = impute(trial, bootstrapped_ml(trial, samples=3, seed=1))

    with pytest.raises(AnalysisError, match="not offered for bootstrapped maximum likelihood"):
        tipping_map(imputed, ANCOVA, "V3", active="Drug", active_delta=[0], reference_delta=[0])
