"""What a result means in plain words, with its numbers, and what it does not mean.

For a reader who knows patients and not models. Numbers are taken from the
tables of the result, so they cannot differ from what stands there. Nothing
here weighs evidence: each text says what was seen, how sure that is, and
which conclusions the analysis does not carry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sjogren_desktop.analyses import plain_efficacy, plain_safety
from sjogren_desktop.analyses.plain_numbers import Sentences
from sjogren_desktop.results import BLINDED, Result

WORDS: Mapping[str, Callable[[Result], Sentences]] = {
    "mmrm_change": plain_efficacy.mmrm_words,
    "ancova_visit": plain_efficacy.ancova_words,
    "evidence": plain_efficacy.evidence_words,
    "multiplicity_plans": plain_efficacy.multiplicity_words,
    "subgroups": plain_efficacy.subgroups_words,
    "dose_finding": plain_efficacy.dose_words,
    "dose_typed": plain_efficacy.dose_words,
    "robustness": plain_efficacy.robustness_words,
    "placebo_response": plain_efficacy.placebo_words,
    "sensitivity": plain_efficacy.sensitivity_words,
    "tipping_point": plain_efficacy.tipping_words,
    "responders": plain_efficacy.responders_words,
    "rerandomisation": plain_efficacy.rerandomisation_words,
    "missingness": plain_efficacy.missing_words,
    "intercurrent": plain_efficacy.intercurrent_words,
    "participant_flow": plain_efficacy.flow_words,
    "demographics": plain_efficacy.demographics_words,
    "scores": plain_efficacy.scores_words,
    "composite_responders": plain_efficacy.composite_words,
    "score_checks": plain_efficacy.checks_words,
    "exposure_lanes": plain_efficacy.exposure_words,
    "ae_overview": plain_safety.overview_words,
    "ae_terms": plain_safety.terms_words,
    "ae_severity": plain_safety.severity_words,
    "ae_incidence": plain_safety.incidence_words,
    "ae_special": plain_safety.special_words,
    "ae_signals": plain_safety.signals_words,
    "dose_reactions": plain_safety.reactions_words,
    "ae_time": plain_safety.time_words,
    "deaths_sae": plain_safety.deaths_words,
    "narratives": plain_safety.narratives_words,
    "flare_events": plain_safety.flares_words,
    "lab_shift": plain_safety.shift_words,
    "lab_change": plain_safety.changes_words,
    "immune_course": plain_safety.immune_words,
    "ctcae_grades": plain_safety.grades_words,
    "liver": plain_safety.liver_words,
    "next_trial": plain_efficacy.design_words,
    "power_by_formula": plain_efficacy.power_words,
}


def in_plain_words(result: Result) -> Sentences:
    """Return what a result means and does not mean, in whole sentences.

    Parameters
    ----------
    result : Result

    Returns
    -------
    tuple of str
        Empty for an analysis that the catalogue does not have.
    """
    say = WORDS.get(result.analysis)
    said = say(result) if say else ()
    if result.blinding == BLINDED:
        return ("All patients are shown together, so nothing here compares treatments.", *said)
    return said
