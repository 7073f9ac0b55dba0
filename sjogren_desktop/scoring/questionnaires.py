"""FACIT-Fatigue (version 4) and the weekly score of the symptom diary (SSSD).

FACIT-F: 13 items from 0 to 4; items 7 and 8 are worded positively and used as
they are, the others are reversed; higher is less fatigue. Prorated when more
than half are answered (the provider's guideline).

SSSD: no scoring rule is published; convention C6 applies: a day is the mean
of its applicable items, all needed; a week is the mean of its valid days.
"""

from __future__ import annotations

import numpy as np

from sjogren_desktop.scoring.instrument import Columns, Conventions, Instrument, Scores

FACIT_ITEMS = 13
FACIT_POSITIVE = (7, 8)
FACIT_HIGHEST = 4
DIARY_DAYS = 7
DIARY_ITEMS = (
    "eye_dryness",
    "mouth_dryness",
    "skin_dryness",
    "physical_fatigue",
    "joint_muscle_pain",
)
DIARY_WOMEN = "genital_dryness"


def score_facit(columns: Columns, conventions: Conventions) -> Scores:
    """Return the score 0 to 52 and how many items were answered."""
    total = np.zeros(columns.length)
    answered = np.zeros(columns.length)
    wrong_item = np.full(columns.length, np.nan)
    for number in range(1, FACIT_ITEMS + 1):
        answer = columns.numbers(f"responses.{number - 1}")
        wrong = (answer < 0) | (answer > FACIT_HIGHEST) | (answer != np.floor(answer))
        wrong &= ~np.isnan(answer)
        wrong_item = np.where(wrong & np.isnan(wrong_item), number, wrong_item)
        value = answer if number in FACIT_POSITIVE else FACIT_HIGHEST - answer
        total += np.where(np.isnan(value), 0.0, value)
        answered += ~np.isnan(answer)
    enough = 2 * answered > FACIT_ITEMS
    score = np.where(enough, total * FACIT_ITEMS / np.where(enough, answered, 1.0), np.nan)
    invalid = ~np.isnan(wrong_item)
    scores: Scores = {"score": np.where(invalid, np.nan, score), "n_answered": answered}
    if invalid.any():
        scores["error"] = np.where(invalid, "out_of_range", "")
        scores["item"] = wrong_item
    return scores


def score_diary(columns: Columns, conventions: Conventions) -> Scores:
    """Return the weekly score and how many days were valid."""
    women = columns.texts("sex") == "F"
    total = np.zeros(columns.length)
    valid = np.zeros(columns.length)
    wrong = np.zeros(columns.length, dtype=bool)
    for day in range(DIARY_DAYS):
        values = [columns.numbers(f"days.{day}.{item}") for item in DIARY_ITEMS]
        genital = columns.numbers(f"days.{day}.{DIARY_WOMEN}")
        own = sum(values)
        mean = np.where(women, (own + genital) / 6, own / 5)
        for value in (*values, np.where(women, genital, np.nan)):
            wrong |= (value < 0) | (value > 10)
        known = ~np.isnan(mean)
        total += np.where(known, mean, 0.0)
        valid += known
    enough = valid >= float(conventions["C6"])
    weekly = np.where(enough & ~wrong, total / np.where(enough, valid, 1.0), np.nan)
    scores: Scores = {"weekly": weekly, "n_valid_days": valid}
    if wrong.any():
        scores["error"] = np.where(wrong, "out_of_range", "")
    return scores


FACIT_F = Instrument(
    "FACIT_F",
    "FACIT-Fatigue, version 4",
    "Provider's scoring guideline",
    score_facit,
    {"score": "float", "n_answered": "int", "error": "text", "item": "int"},
    (),
    ("Proration when more than half of the items are answered",),
)
SSSD = Instrument(
    "SSSD",
    "Sjögren's syndrome symptom diary, weekly score",
    "No published rule: convention C6",
    score_diary,
    {"weekly": "float", "n_valid_days": "int", "error": "text"},
    ("C6",),
    ("The whole scoring rule",),
)
