"""Results as they are kept in study files: every kind of value and figure comes back the same."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from sjogren_desktop.figures import Figure
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.store.result_json import _TYPES, from_json, to_json
from tests.more_figures import FIGURES
from tests.samples import sample_ae_result, sample_mmrm_result


def test_that_every_kind_of_figure_comes_back_the_same() -> None:
    sample = sample_mmrm_result()
    result = replace(sample, figures=(*sample.figures, *FIGURES))

    assert from_json(to_json(result)) == result
    assert set(get_args(Figure)) <= set(_TYPES.values())


def test_that_a_result_without_figures_comes_back_the_same() -> None:
    assert from_json(to_json(sample_ae_result())) == sample_ae_result()


def test_that_a_kind_of_a_later_version_is_refused_in_a_sentence() -> None:
    text = to_json(sample_mmrm_result()).replace('"LineFigure"', '"LaterFigure"')

    with pytest.raises(AnalysisError, match=r"does not know. Run the analysis again\.$"):
        from_json(text)
