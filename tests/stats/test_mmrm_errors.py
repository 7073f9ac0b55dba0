"""What goes wrong with data, and the sentences that say so."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.mmrm import fit_arrays, fit_mmrm
from sjogren_desktop.stats.mmrm.formula import split_formula

FORMULA = "Y ~ BASE + ARM * V + us(V | ID)"


@cache
def made() -> pd.DataFrame:
    """Simulate two arms of thirty subjects with four visits and gaps."""
    rng = np.random.default_rng(3)
    pairs = [(f"S{i:02d}", f"V{t}", "AB"[i % 2]) for i in range(60) for t in range(4)]
    data = pd.DataFrame(pairs, columns=["ID", "V", "ARM"])
    data["BASE"] = np.repeat(rng.normal(size=60), 4)
    data["Y"] = np.repeat(rng.normal(size=60), 4) + rng.normal(size=240) + data["BASE"]
    data["T"] = data["V"].str[1:].astype(int)
    return data[rng.random(240) > 0.2].reset_index(drop=True)


def refusal(data: pd.DataFrame, formula: str = FORMULA, **arguments: object) -> str:
    """Return the sentence a fit is refused with."""
    with pytest.raises(AnalysisError) as error:
        fit_mmrm(formula, data, **arguments)
    return str(error.value)


def test_that_repeated_visits_are_refused_with_their_address() -> None:
    text = refusal(pd.concat([made(), made().iloc[:3]]))

    assert text.startswith("Subject S00 has more than one row at V")
    assert "(3 repeated rows in all)" in text


def test_that_an_empty_visit_is_left_out_and_told() -> None:
    data = made().assign(V=pd.Categorical(made()["V"], ["V0", "V1", "V2", "V3", "V9"]))

    result = fit_mmrm(FORMULA, data)

    assert result.messages == ("V: no analysed rows at V9, left out.",)
    assert result.visits == ("V0", "V1", "V2", "V3")


def test_that_repeated_information_is_refused() -> None:
    text = refusal(made().assign(TWICE=2 * made()["BASE"]), FORMULA.replace("BASE", "BASE + TWICE"))

    assert "TWICE can be written as a combination" in text


def test_that_an_empty_combination_of_levels_is_refused() -> None:
    data = made().query("not (ARM == 'B' and V == 'V3')")

    assert "ARMB:VV3" in refusal(data)


def test_that_a_level_that_decides_the_response_is_no_trouble_for_others() -> None:
    data = made().assign(RARE=np.where(made().index == 5, "yes", "no"))

    result = fit_mmrm(FORMULA.replace("BASE", "BASE + RARE"), data)

    # The one row of its level is fitted exactly, so the others are as without it.
    without = fit_mmrm(FORMULA, made().drop(index=5))
    np.testing.assert_allclose(
        result.coefficients["estimate"].drop("RAREyes"),
        without.coefficients["estimate"],
        rtol=1e-6,
    )


def test_that_a_visit_with_one_row_cannot_be_unstructured() -> None:
    data = made()
    whole = data.groupby("ID")["V"].transform("size") == 4
    once = data[(data["V"] != "V3") | (data["ID"] == data.loc[whole, "ID"].iloc[0])]

    text = refusal(once, "Y ~ BASE + ARM + V + us(V | ID)")

    assert "us(V | ID) could not be fitted." in text
    assert "Choose a simpler covariance structure" in text


def test_that_visits_never_seen_together_are_named_with_their_group() -> None:
    data = made()
    early = data["ID"] < "S30"
    apart = data[~((data["V"] == "V2") & early) & ~((data["V"] == "V3") & ~early)]

    assert "No subject has rows at both V2 and V3" in refusal(apart)
    grouped = refusal(apart, "Y ~ BASE + ARM + V + us(V | ARM / ID)")
    assert "No subject in group A has rows at both V2 and V3" in grouped


def test_that_the_fallback_taken_is_told() -> None:
    data = made()
    early = data["ID"] < "S30"
    apart = data[~((data["V"] == "V2") & early) & ~((data["V"] == "V3") & ~early)]

    result = fit_mmrm(FORMULA, apart, fallback=("toeph", "ar1h", "csh"))

    assert result.structure == "toeph"
    assert "us(V | ID) could not be fitted. No subject" in result.messages[0]
    card = dict(result.method_card)
    assert card["Covariance"] == "Heterogeneous Toeplitz, toeph(V | ID) (instead of us(V | ID))"
    again = result.refit(apart)
    assert again.structure == "toeph"


def test_that_a_covariance_without_information_is_refused() -> None:
    data = made()
    few = data[(data["V"] != "V3") | data["ID"].isin(data.query("V == 'V3'")["ID"].iloc[:4])]

    text = refusal(few, "Y ~ BASE + ARM * V + us(V | ID)")

    assert "the data suggest a singular covariance, in which a visit is determined" in text


def test_that_a_correlation_nobody_informs_is_refused() -> None:
    single = made().drop_duplicates("ID", keep="last")

    text = refusal(single, "Y ~ BASE + cs(V | ID)")

    assert "not determined by the data" in text


def test_that_a_perfect_correlation_is_refused() -> None:
    data = made().query("V in ['V0', 'V1']").copy()
    data["Y"] = data.groupby("ID")["BASE"].transform("first") * 2 + data["T"]
    data["Y"] += data["ID"].str[1:].astype(int) % 7

    text = refusal(data, "Y ~ V + us(V | ID)")

    assert "could not be fitted" in text


@pytest.mark.parametrize("value", [0.0, 5.0])
def test_that_equal_responses_are_refused(value: float) -> None:
    assert "no variation left" in refusal(made().assign(Y=value))


def test_that_a_determined_response_is_refused() -> None:
    assert "no variation left" in refusal(made().assign(Y=2 + 3 * made()["BASE"]))


def test_that_a_single_arm_needs_a_model_without_arm() -> None:
    data = made().query("ARM == 'A'")

    assert "ARM has only the value A in the" in refusal(data)
    assert fit_mmrm("Y ~ BASE + V + us(V | ID)", data).converged


def test_that_too_few_rows_are_refused() -> None:
    assert "2 coefficients for 2 rows" in refusal(made().iloc[:2], "Y ~ V + us(V | ID)")


def test_that_one_visit_needs_no_structure() -> None:
    data = made().query("V == 'V1'")

    assert "needs at least two visits" in refusal(data, "Y ~ BASE + ar1(V | ID)")


def test_that_groups_must_not_change_within_a_subject() -> None:
    data = made().copy()
    data.loc[0, "ARM"] = "B" if data.loc[0, "ARM"] == "A" else "A"

    text = refusal(data, "Y ~ BASE + V + us(V | ARM / ID)")

    assert text.startswith("Subject S00 has more than one value of ARM (1 such subjects)")


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("Y ~ BASE", "has no covariance term"),
        ("Y ~ BASE + us(V | ID) + ar1(V | ID)", "more than one covariance term"),
        ("Y ~ BASE + un(V | ID)", "no covariance structure 'un'"),
        ("Y ~ BASE + us(V, T | ID)", "us takes one visit variable, not 2"),
        ("Y ~ BASE + us(V | A / B / ID)", "must read us"),
        ("Y ~ BASE + us( | ID)", "must read us"),
        ("Y ~ BASE * us(V | ID)", "with a plus"),
        ("Y ~ BASE + sp_exp(V | ID)", "V must be a number"),
    ],
)
def test_that_formulas_are_explained(formula: str, message: str) -> None:
    assert message in refusal(made(), formula)


@pytest.mark.parametrize(
    ("text", "fixed", "group", "subject"),
    [
        ("Y ~ A * B + us(V | ID)", "Y ~ A * B", None, "ID"),
        ("Y ~ us(V | G / ID) + A", "Y ~ A", "G", "ID"),
        ("Y ~ A + cs(V|`my id`) + B", "Y ~ A + B", None, "my id"),
        ("Y~us(V|ID)", "Y~ 1", None, "ID"),
        ("Y ~ C(A) + log(B) + ar1h(V | ID)", "Y ~ C(A) + log(B)", None, "ID"),
    ],
)
def test_that_the_covariance_term_can_stand_anywhere(
    text: str, fixed: str, group: str | None, subject: str
) -> None:
    parts = split_formula(text)

    assert (parts.fixed, parts.group, parts.subject) == (fixed, group, subject)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"df_method": "odd"}, "Degrees of freedom 'odd'"),
        ({"vcov": "odd"}, "covariance estimator 'odd'"),
        ({"df_method": "kenward-roger", "reml": False}, "Kenward-Roger needs REML"),
        (
            {"df_method": "kenward-roger-linear", "vcov": "empirical"},
            "cannot be combined with an empirical one",
        ),
        ({"start": [1.0, 2.0]}, "Starting values must be 10 covariance parameters"),
        ({"weights": [1.0, 2.0]}, "Weights must be one number for each of the"),
        ({"weights": "ARM"}, "The weights ARM must be numbers"),
        ({"weights": "NONE"}, "no column NONE"),
        ({"weights": "Y"}, "Weights must be positive"),
    ],
)
def test_that_settings_are_explained(arguments: dict[str, object], message: str) -> None:
    assert message in refusal(made(), **arguments)


def test_that_two_rows_at_one_place_are_refused() -> None:
    doubled = pd.concat([made(), made().iloc[:2]])

    assert "same coordinates" in refusal(doubled, "Y ~ BASE + sp_exp(T | ID)")


def test_that_arrays_of_one_visit_need_the_unstructured_covariance() -> None:
    y = np.array([1.0, 2.0, 4.0])

    with pytest.raises(AnalysisError, match="with one visit use us"):
        fit_arrays(np.ones((3, 1)), y, subject=[0, 1, 2], visit=[0, 0, 0], structure="cs")


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.assign(Y=d["Y"] + 1e7),
        lambda d: d.assign(Y=d["Y"] * 1e-9),
        lambda d: d.assign(Y=d["Y"] * 1e9),
        lambda d: d.assign(BASE=d["BASE"] + 1e6),
        lambda d: d.assign(BASE=d["BASE"] * 1e8),
    ],
)
def test_that_units_and_offsets_cost_no_accuracy(change) -> None:
    moved = fit_mmrm(FORMULA, change(made())).contrasts("ARM", by="V")

    plain = fit_mmrm(FORMULA, made()).contrasts("ARM", by="V")
    # Adding 1e7 leaves nine digits of a response of size one.
    np.testing.assert_allclose(moved["statistic"], plain["statistic"], rtol=2e-8)
    np.testing.assert_allclose(moved["df"], plain["df"], rtol=2e-8)
