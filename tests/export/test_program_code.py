"""R and SAS code beside a result says what was fitted.

Terms, structures and options are those of the result, and quotes and brackets close.
That R gives the same numbers is tested in ``test_r_code.py``.
"""

from __future__ import annotations

import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.export.program_code import _SAS_COVARIANCE, _terms, r_code, sas_code
from sjogren_desktop.results import Result
from tests.studies import small_study


def run(key: str, **options: object) -> Result:
    return catalogue.run(catalogue.find(key), small_study(), {"study": "S2", **options})


def test_that_the_mixed_model_is_written_in_r() -> None:
    text = r_code(run("mmrm_change", covariance="toeph", level=90, weights="proportional"))

    assert "fit <- mmrm(CHG ~ TRTP * AVISIT + BASE * AVISIT + toeph(AVISIT | USUBJID),\n" in text
    assert 'method = "Kenward-Roger", vcov = "Kenward-Roger-Linear")' in text
    assert 'emmeans(fit, ~ TRTP | AVISIT, weights = "proportional")' in text
    assert 'levels = c("Placebo", "Drug monthly", "Drug every 3 months"))' in text
    assert 'PARAMCD == "ESSDAI" &\n' in text
    assert 'STUDYID %in% c("S2")' in text
    assert "infer = TRUE, level = 0.9)" in text


def test_that_residual_degrees_of_freedom_go_with_the_covariance_of_the_model() -> None:
    # mmrm_control takes "Empirical" for them by default.
    text = r_code(run("mmrm_change", df_method="residual"))

    assert 'method = "Residual", vcov = "Asymptotic")' in text


def test_that_the_mixed_model_is_written_in_sas() -> None:
    text = sas_code(run("mmrm_change", df_method="satterthwaite"))

    assert "class USUBJID TRTP(ref='Placebo') AVISIT;" in text
    assert "model CHG = TRTP AVISIT BASE TRTP*AVISIT BASE*AVISIT / ddfm=satterthwaite;" in text
    assert "repeated AVISIT / subject=USUBJID type=un;" in text
    assert "lsmeans TRTP*AVISIT / diff cl alpha=0.05;" in text


@pytest.mark.parametrize("structure", ["us", "toep", "ar1", "ar1h", "cs", "csh", "ad", "adh"])
def test_that_every_structure_has_its_name_in_both(structure: str) -> None:
    result = run("mmrm_change", covariance=structure)

    assert f"+ {structure}(AVISIT | USUBJID)" in r_code(result)
    wanted = _SAS_COVARIANCE.get(structure, "ante(1)")
    assert f"type={wanted};" in sas_code(result)
    assert ("no ante-dependence with equal variances" in sas_code(result)) == (structure == "ad")


def test_that_the_analysis_of_covariance_is_written_in_both() -> None:
    result = run("ancova_visit", visit="Week 8", all_pairs=True)

    assert "fit <- lm(CHG ~ TRTP + BASE, data = d)" in r_code(result)
    assert 'method = "pairwise"' in r_code(result)
    assert "model CHG = TRTP BASE / ddfm=residual;" in sas_code(result)
    assert "AVISIT in ('Week 8')" in sas_code(result)


def test_that_pooled_studies_are_not_filtered_but_adjusted_for() -> None:
    result = run("mmrm_change", study="Pooled")

    assert "STUDYID %in%" not in r_code(result)
    assert "+ STUDYID" in r_code(result)
    assert "AVISIT STUDYID;" in sas_code(result)


KINDS = ["mmrm_change", "ancova_visit", "sensitivity", "tipping_point", "responders"]


def test_that_imputation_is_written_for_rbmi() -> None:
    result = run("sensitivity", imputations=20, assumptions=("MAR", "JR"), seed=7)
    text = r_code(result)

    assert 'for (strategy in c("MAR", "JR")) {' in text
    assert "method_bayes(n_samples = 20" in text
    assert "set.seed(7)" in text
    assert '"Drug monthly" = "Placebo"' in text
    assert sas_code(result) == ""


def test_that_shifts_are_written_for_rbmi() -> None:
    text = r_code(run("tipping_point", imputations=20, active="Drug monthly"))

    assert 'arm = "Drug monthly"' in text
    assert "delta_template(imputed)" in text


@pytest.mark.parametrize("key", KINDS)
def test_that_quotes_and_brackets_close_and_statements_end(key: str) -> None:
    result = run(key)

    for text in (r_code(result), sas_code(result)):
        for opening, closing in ("()", "{}", "[]"):
            assert text.count(opening) == text.count(closing)
        assert text.count('"') % 2 == text.count("'") % 2 == 0
    if not sas_code(result):
        return
    statements = sas_code(result).rstrip().split(";")
    assert statements[-1] == ""
    assert statements[-2].strip() == "run"


def test_that_other_results_have_no_code() -> None:
    result = run("missingness")

    assert (r_code(result), sas_code(result)) == ("", "")


def test_that_crossed_terms_are_written_out_once() -> None:
    assert _terms("CHG ~ A * B + C * B + D:B") == (
        "CHG",
        ["A", "B", "C", "A*B", "C*B", "D*B"],
    )
