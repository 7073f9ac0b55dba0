"""FACIT-Fatigue (version 4) and the weekly score of the symptom diary (SSSD).

FACIT-F: 13 items from 0 to 4; items 7 and 8 are worded positively and used as
they are, the others are reversed; higher is less fatigue. Prorated when more
than half are answered (the provider's guideline).

SSSD: no scoring rule is published; convention C6 applies: a day is the mean
of its applicable items, all needed; a week is the mean of its valid days.
"""

from __future__ import annotations

import numpy as np

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring.conventions import Conventions
from sjogren_desktop.scoring.instrument import (
    Columns,
    Flags,
    Instrument,
    Scores,
    Texts,
    any_flag,
    error_where,
    first_where,
    outside,
)

FACIT_ITEMS = 13
FACIT_POSITIVE = (7, 8)
FACIT_HIGHEST = 4
DIARY_DAYS = 7
DIARY_HIGHEST = 10
DIARY_ITEMS = (
    "eye_dryness",
    "mouth_dryness",
    "skin_dryness",
    "physical_fatigue",
    "joint_muscle_pain",
)
DIARY_WOMEN = "genital_dryness"


def score_facit(columns: Columns, conventions: Conventions) -> Scores:
    """Return the score 0 to 52 and how many items were answered.

    Raises
    ------
    AnalysisError
        If a case has more than 13 answers.
    """
    _refuse_more(columns, "responses", FACIT_ITEMS, "items")
    total = np.zeros(columns.length)
    answered = np.zeros(columns.length)
    wrong_item = np.full(columns.length, np.nan)
    for number in range(1, FACIT_ITEMS + 1):
        answer = columns.entries(f"responses.{number - 1}")
        wrong = outside(answer, 0, FACIT_HIGHEST, whole=True)
        wrong_item = np.where(wrong & np.isnan(wrong_item), number, wrong_item)
        value = answer if number in FACIT_POSITIVE else FACIT_HIGHEST - answer
        total += np.where(np.isnan(value) | wrong, 0.0, value)
        answered += ~np.isnan(answer)
    enough = 2 * answered > FACIT_ITEMS
    score = np.where(enough, total * FACIT_ITEMS / np.where(enough, answered, 1.0), np.nan)
    invalid = ~np.isnan(wrong_item)
    scores: Scores = {"score": np.where(invalid, np.nan, score), "n_answered": answered}
    if invalid.any():
        scores["error"] = error_where(invalid, "out_of_range")
        scores["item"] = wrong_item
    return scores


def score_diary(columns: Columns, conventions: Conventions) -> Scores:
    """Return the weekly score and how many days were valid.

    Raises
    ------
    AnalysisError
        If a case has more than 7 days, or a day that is not a set of items.
    """
    _refuse_more(columns, "days", DIARY_DAYS, "days")
    sex = np.char.upper(columns.texts("sex"))
    women, men = np.isin(sex, ("F", "FEMALE")), np.isin(sex, ("M", "MALE"))
    total = np.zeros(columns.length)
    valid = np.zeros(columns.length)
    wrong: dict[str, Flags] = {}
    for day in range(DIARY_DAYS):
        if f"days.{day}" in columns and columns.texts(f"days.{day}").any():
            raise AnalysisError(f"Day {day + 1} of the diary is not a set of items with ratings.")
        ratings = [columns.entries(f"days.{day}.{item}") for item in DIARY_ITEMS]
        genital = np.where(women, columns.entries(f"days.{day}.{DIARY_WOMEN}"), 0.0)
        for item, rating in zip((*DIARY_ITEMS, DIARY_WOMEN), (*ratings, genital), strict=True):
            impossible = outside(rating, 0, DIARY_HIGHEST)
            if impossible.any():
                wrong[f"day {day + 1}: {item}"] = impossible
                rating[impossible] = np.nan
        mean = (sum(ratings) + genital) / np.where(women, 6, 5)
        known = ~np.isnan(mean) & (women | men)
        total += np.where(known, mean, 0.0)
        valid += known
    enough = valid >= float(conventions["C6"])
    weekly = np.where(enough, total / np.where(enough, valid, 1.0), np.nan)
    scores: Scores = {"weekly": weekly, "n_valid_days": valid}
    bad = any_flag(wrong.values(), columns.length)
    if bad.any() or not (women | men).all():
        scores["weekly"] = np.where(bad, np.nan, weekly)
        scores["error"] = Texts(
            np.where(bad, 1, np.where(women | men, 0, 2)), ("", "out_of_range", "unknown_sex")
        )
        scores["item"] = first_where(wrong, columns.length)
    return scores


def _refuse_more(columns: Columns, name: str, most: int, what: str) -> None:
    given = columns.entries(f"{name}.count")
    if (given > most).any():
        raise AnalysisError(
            f"{name}: {int(np.nanmax(given))} {what} are given, but there are {most}. "
            "Remove those that do not belong."
        )


FACIT_F = Instrument(
    "FACIT_F",
    "FACIT-Fatigue, version 4",
    "Provider's scoring guideline",
    score_facit,
    {"score": "float", "n_answered": "int", "error": "text", "item": "place"},
    (),
    ("Proration when more than half of the items are answered",),
)
SSSD = Instrument(
    "SSSD",
    "Sjögren's syndrome symptom diary, weekly score",
    "No published rule: convention C6",
    score_diary,
    {"weekly": "float", "n_valid_days": "int", "error": "text", "item": "text"},
    ("C6",),
    ("The whole scoring rule",),
)
