"""Responders of a simulated trial beside the formula, and beside what the study observed."""

from __future__ import annotations

from collections.abc import Mapping

from sjogren_desktop import formats
from sjogren_desktop.analyses.next_trial_options import Plan
from sjogren_desktop.analyses.trial_basis import Basis, responder_rates
from sjogren_desktop.stats.sample_size import power_proportions
from sjogren_desktop.stats.trial_simulation import Simulated
from sjogren_desktop.study.data import StudyData


def responder_power(
    first: float, second: float, n_first: int, n_second: int, alpha: float
) -> float | None:
    """Return the power in per cent at two shares of responders, None with nothing to find."""
    if not 0 < second < first < 1:
        return None
    return 100 * power_proportions(first, second, n_first=n_first, n_second=n_second, alpha=alpha)


def observed_beside(
    study: StudyData,
    basis: Basis,
    values: Mapping[str, object],
    plan: Plan,
    trials: Simulated,
) -> str:
    """Say why the power of responders is not that of the rates observed, with both."""
    seen = responder_rates(study, basis, values)
    made = float(trials.rates[:, 1].mean()), float(trials.rates[:, 0].mean())
    rates = [formats.percent(100 * rate) for rate in (*seen, *made)]
    n_second, n_first = plan.design.sizes[:2]
    powers = [responder_power(*pair, n_first, n_second, plan.design.alpha) for pair in (seen, made)]
    shown = ["none" if p is None else f"{formats.percent(p)}%" for p in powers]
    return (
        f"Responders ({plan.rule_label.lower()}, missing as non-responders): this study observed "
        f"{rates[0]}% on {values['first_arm']} and {rates[1]}% on {basis.data.reference}, the "
        f"design of the form gives {rates[2]}% and {rates[3]}%. By the same formula and with the "
        f"same patients the power is {shown[0]} for the first pair, which the analysis Power and "
        f"sample size takes, and {shown[1]} for the second, which the simulation agrees with. The "
        "rates differ because simulated values are normal around the mean course with one spread "
        "in all arms; where improvements of one arm lie closer together, or have a long tail, the "
        "study's own rates differ more, or less, than its means do. Which of the two will hold in "
        "the next trial is not known; the smaller is the safer to plan with."
    )
