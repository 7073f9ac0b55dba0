"""The whole demonstration study as CSV files, and the archive it is shipped in."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .activity import Activity, draw_activity
from .conduct import draw_conduct
from .design import DOMAIN_CODES, TRIALS, WEEKS, WEIGHTS, Trial
from .laboratory import lab_measures
from .outcomes import (
    Patients,
    essdai_measures,
    gland_measures,
    measures_frame,
    reported_measures,
    vital_measures,
)
from .safety import build_adae, build_adcm, build_adex
from .subjects import build_adsl

Move = tuple[str, int, int, str, int]
"""A step of calibration: study, patient, week, domain, new level."""

MOVES = Path(__file__).parent / "moves.json"
MARKER = "SYNTHETIC-DEMONSTRATION-STUDY.txt"
NOTICE = """SYNTHETIC DATA - NO RECORD BELONGS TO A PATIENT

These files were made by a random number generator for demonstration, training
and tests. Two trials shaped like NEPTUNUS-1 and NEPTUNUS-2 are simulated. A few
headline figures were calibrated to published ones; everything else, such as
responder rates, patient-reported outcomes, laboratory values and adverse events,
is invented and must not be quoted as a result of those trials.

One folder per study: adsl (subjects), adqs (ESSDAI, ESSPRI, global assessments,
FACIT-Fatigue, SSSD), adeyesal (eye tests and salivary flow), adae (adverse events),
adlb (laboratory), advs (vital signs), adex (injections), adcm (medication).
Every data set carries SYNTHFL = Y.
"""


def generate(trial: Trial, moves: list[Move] | None = None) -> dict[str, pd.DataFrame]:
    """Generate the data sets of one trial.

    Parameters
    ----------
    trial : Trial
    moves : list, optional
        Single steps of domain levels that bring the headline figures to the
        published ones; read from ``moves.json`` when not given.
    """
    activity = draw_activity(trial)
    conduct = draw_conduct(trial, activity)
    levels = moved(trial, activity, read_moves() if moves is None else moves)
    patients = Patients(trial, activity, conduct, levels @ WEIGHTS)
    adsl = build_adsl(trial, activity, levels, conduct)
    glands = gland_measures(patients)
    adsl["BLSSF"] = glands[-1].values[:, 0]
    adsl["SSFGR1"] = np.where(adsl["BLSSF"] > 0.4, "> 0.4 mL/min", "<= 0.4 mL/min")
    female = (adsl["SEX"] == "F").to_numpy()
    frames = {
        "adsl": adsl,
        "adqs": measures_frame(
            [*essdai_measures(levels), *reported_measures(patients)], patients, adsl, 20
        ),
        "adeyesal": measures_frame(glands, patients, adsl, 21),
        "adlb": measures_frame(lab_measures(patients, female), patients, adsl, 22),
        "advs": measures_frame(vital_measures(patients), patients, adsl, 23),
        "adae": build_adae(trial, adsl, conduct),
        "adex": build_adex(trial, adsl, conduct),
        "adcm": build_adcm(trial, adsl, conduct),
    }
    for frame in frames.values():
        frame["SYNTHFL"] = "Y"
    return frames


def moved(trial: Trial, activity: Activity, moves: list[Move]) -> NDArray[np.int64]:
    """Return the domain levels after the moves of calibration."""
    levels = activity.levels.copy()
    for study, patient, week, domain, level in moves:
        if study == trial.study:
            levels[patient, WEEKS.index(week), DOMAIN_CODES.index(domain)] = level
    return levels


def read_moves() -> list[Move]:
    """Return the stored moves."""
    return [tuple(move) for move in json.loads(MOVES.read_text(encoding="utf-8"))]


def as_csv(frame: pd.DataFrame) -> bytes:
    """Return a data set as UTF-8 CSV with ISO dates."""
    shown = frame.copy()
    for name in shown.columns:
        column = shown[name]
        if column.dtype.kind == "f":
            # Whole numbers without ".0" and without negative zero.
            shown[name] = [f"{value + 0.0:.10g}" if value == value else "" for value in column]
    return shown.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n").encode()


def archive() -> bytes:
    """Return the archive with both studies; the same bytes at every call."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        _add(zipped, MARKER, NOTICE.encode())
        for trial in TRIALS:
            for name, frame in generate(trial).items():
                _add(zipped, f"{trial.study}/{name}.csv", as_csv(frame))
    return buffer.getvalue()


def _add(zipped: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # the same on every platform
    zipped.writestr(entry, content, compresslevel=9)
