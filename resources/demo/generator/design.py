"""Trials, arms, visits and the ESSDAI domains of the demonstration study.

Sources of the published figures named here are listed in ``../README.md``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SEED = 20261122

PLACEBO = "Placebo"
MONTHLY = "Ianalumab 300 mg monthly"
QUARTERLY = "Ianalumab 300 mg every 3 months"
ARM_CODES = {PLACEBO: 0, MONTHLY: 1, QUARTERLY: 2}

WEEKS = (0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48)
POST_WEEKS = WEEKS[1:]
NO_DATE = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Arm:
    """One arm: its size, and the parameters of its course under treatment.

    ``extra`` is the additional mean fall of ESSDAI against placebo at week 48;
    ``spread`` the standard deviation (latent units) of the patients' own
    response; ``tuning`` a correction of the mean fall found by calibration.
    """

    name: str
    n: int
    extra: float
    spread: float
    tuning: float = 0.0


@dataclass(frozen=True)
class Trial:
    """One trial: arms in order, mean placebo fall at week 48, sites by country.

    ``conduct_topic`` names the random numbers of drop-out; it was chosen among
    forty so that observed cases and the mixed model agree at week 48.
    """

    study: str
    number: int
    arms: tuple[Arm, ...]
    placebo_fall: float
    conduct_topic: int
    first_randomised: str
    sites: tuple[tuple[str, str, int], ...]


# Country, region, number of sites: invented, not those of the real trials.
_SITES_1 = (
    ("USA", "North America", 12),
    ("CAN", "North America", 2),
    ("DEU", "Europe", 5),
    ("FRA", "Europe", 5),
    ("ITA", "Europe", 4),
    ("ESP", "Europe", 4),
    ("POL", "Europe", 4),
    ("GBR", "Europe", 3),
    ("HUN", "Europe", 3),
    ("ARG", "Latin America", 4),
    ("BRA", "Latin America", 3),
    ("CHL", "Latin America", 2),
    ("CHN", "Asia-Pacific", 6),
    ("KOR", "Asia-Pacific", 3),
    ("AUS", "Asia-Pacific", 3),
)
_SITES_2 = (
    ("USA", "North America", 18),
    ("CAN", "North America", 4),
    ("DEU", "Europe", 7),
    ("FRA", "Europe", 6),
    ("ITA", "Europe", 6),
    ("ESP", "Europe", 6),
    ("PRT", "Europe", 3),
    ("NLD", "Europe", 3),
    ("SWE", "Europe", 3),
    ("CZE", "Europe", 4),
    ("ROU", "Europe", 4),
    ("GRC", "Europe", 3),
    ("ARG", "Latin America", 6),
    ("COL", "Latin America", 4),
    ("MEX", "Latin America", 4),
    ("JPN", "Asia-Pacific", 12),
    ("TWN", "Asia-Pacific", 5),
    ("AUS", "Asia-Pacific", 3),
    ("ISR", "Asia-Pacific", 3),
)

TRIALS = (
    Trial(
        study="NEPTUNUS-1",
        number=1,
        arms=(
            Arm(PLACEBO, 138, 0.0, spread=0.388, tuning=0.10),
            Arm(MONTHLY, 137, 1.3, spread=0.388, tuning=-0.13),
        ),
        placebo_fall=5.1,
        conduct_topic=1402,
        first_randomised="2022-08-15",
        sites=_SITES_1,
    ),
    Trial(
        study="NEPTUNUS-2",
        number=2,
        arms=(
            Arm(PLACEBO, 169, 0.0, spread=0.29, tuning=0.13),
            Arm(MONTHLY, 168, 1.05, spread=0.29, tuning=-0.31),
            Arm(QUARTERLY, 167, 0.5, spread=0.25, tuning=-0.12),
        ),
        placebo_fall=5.5,
        conduct_topic=2,
        first_randomised="2022-07-18",
        sites=_SITES_2,
    ),
)


@dataclass(frozen=True)
class Domain:
    """One ESSDAI domain.

    ``weight`` and ``clin_weight`` are those of the ESSDAI (Seror 2010) and the
    ClinESSDAI (Seror 2016). ``active`` is the share of screened patients at each
    allowed level above none, ``response`` how strongly the domain follows the
    patient's improvement, ``restless`` the share of its variance that changes
    from visit to visit.
    """

    code: str
    label: str
    weight: int
    clin_weight: int
    levels: tuple[int, ...]
    active: tuple[float, ...]
    response: float
    restless: float
    in_entry: bool


DOMAINS = (
    Domain("CON", "Constitutional", 3, 4, (0, 1, 2), (0.34, 0.10), 1.1, 0.35, True),
    Domain("LYM", "Lymphadenopathy", 4, 4, (0, 1, 2), (0.11, 0.06), 1.0, 0.20, True),
    Domain("GLA", "Glandular", 2, 2, (0, 1, 2), (0.40, 0.18), 1.0, 0.25, True),
    Domain("ART", "Articular", 2, 3, (0, 1, 2, 3), (0.32, 0.26, 0.04), 1.1, 0.35, True),
    Domain("CUT", "Cutaneous", 3, 3, (0, 1, 2, 3), (0.07, 0.09, 0.02), 1.1, 0.25, True),
    Domain("PUL", "Pulmonary", 5, 6, (0, 1, 2, 3), (0.08, 0.03, 0.005), 0.7, 0.08, False),
    Domain("REN", "Renal", 5, 6, (0, 1, 2, 3), (0.025, 0.012, 0.004), 0.7, 0.08, True),
    Domain("MUS", "Muscular", 6, 7, (0, 1, 2, 3), (0.012, 0.008, 0.002), 0.8, 0.08, False),
    Domain(
        "PNS",
        "Peripheral nervous system",
        5,
        5,
        (0, 1, 2, 3),
        (0.05, 0.025, 0.004),
        0.6,
        0.08,
        False,
    ),
    Domain("CNS", "Central nervous system", 5, 5, (0, 2, 3), (0.012, 0.003), 0.6, 0.08, False),
    Domain("HAE", "Haematological", 2, 2, (0, 1, 2, 3), (0.32, 0.14, 0.015), 0.7, 0.20, True),
    Domain("BIO", "Biological", 1, 0, (0, 1, 2), (0.46, 0.34), 0.45, 0.12, True),
)
DOMAIN_CODES = tuple(d.code for d in DOMAINS)
WEIGHTS = np.array([d.weight for d in DOMAINS])
CLIN_WEIGHTS = np.array([d.clin_weight for d in DOMAINS])
IN_ENTRY = np.array([d.in_entry for d in DOMAINS])


def target_fall(trial: Trial, arm: Arm, week: int) -> float:
    """Mean fall of the ESSDAI total an arm is drawn to, in points.

    The placebo response follows the Emax curve of Wang 2021 (half of it after
    about 12 weeks); the drug effect is near zero until week 8, mostly there by
    week 16 and complete by week 48.
    """
    shape = week / (week + 12) / (48 / (48 + 12))
    effect = week**4 / (week**4 + 12.0**4) * (0.85 + 0.15 * week / 48)
    full = 48**4 / (48**4 + 12.0**4)
    return trial.placebo_fall * shape + (arm.extra * effect / full) + arm.tuning * shape


def days(number: int | NDArray[np.int64]) -> NDArray[np.timedelta64]:
    """Return whole days as a time difference, to add to dates."""
    return np.asarray(number).astype("timedelta64[D]")


def stream(trial: Trial, topic: int) -> np.random.Generator:
    """Random numbers of one topic of one trial, independent of all other topics."""
    return np.random.default_rng([SEED, trial.number, topic])
