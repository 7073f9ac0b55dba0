"""Adverse events, injections and concomitant medication of one trial.

All rates are invented: none is published for the real trials. They are set to
be alike between the arms, with injection site reactions more frequent the more
active injections are given. Event terms and groups are plain words, not those
of a licensed dictionary.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .conduct import NEVER, Conduct, arm_codes
from .design import MONTHLY, NO_DATE, QUARTERLY, WEEKS, Trial, stream

Days = NDArray[np.datetime64]


@dataclass(frozen=True)
class Event:
    """An event term: group, events per patient-year on placebo, and factors on drug.

    ``monthly`` and ``quarterly`` multiply the rate; ``severe`` and ``serious``
    are shares of the events; ``related`` the share the investigator attributes.
    """

    term: str
    group: str
    rate: float
    monthly: float = 1.0
    quarterly: float = 1.0
    severe: float = 0.03
    serious: float = 0.0
    related: float = 0.12
    days: float = 10.0


INFECTIONS = "Infections"
EVENTS = (
    Event("Upper respiratory infection", INFECTIONS, 0.22, 1.05, 1.05, 0.01),
    Event("Common cold", INFECTIONS, 0.20, 1.0, 1.05, 0.0),
    Event("COVID-19", INFECTIONS, 0.17, 1.05, 1.0, 0.03, 0.02, 0.03, 12),
    Event("Urinary tract infection", INFECTIONS, 0.13, 1.1, 1.0, 0.02, 0.02),
    Event("Bronchitis", INFECTIONS, 0.06, 1.0, 1.0, 0.03, 0.02),
    Event("Sinusitis", INFECTIONS, 0.06),
    Event("Influenza", INFECTIONS, 0.05),
    Event("Oral fungal infection", INFECTIONS, 0.03, 1.1, 1.0),
    Event("Shingles", INFECTIONS, 0.02, 1.1, 1.0, 0.1, 0.08, 0.4, 21),
    Event("Pneumonia", INFECTIONS, 0.015, 1.0, 1.0, 0.4, 0.55, 0.2, 18),
    Event("Gastroenteritis", INFECTIONS, 0.04, 1.0, 1.0, 0.05, 0.08, 0.1, 5),
    Event("Cellulitis", INFECTIONS, 0.008, 1.0, 1.0, 0.3, 0.4, 0.2, 14),
    Event("Injection site reaction", "Injection site", 0.035, 3.6, 2.0, 0.005, 0.0, 0.92, 5),
    Event("Injection site redness", "Injection site", 0.015, 3.0, 1.8, 0.0, 0.0, 0.95, 4),
    Event("Injection site pain", "Injection site", 0.025, 2.2, 1.6, 0.0, 0.0, 0.9, 3),
    Event("Headache", "Nervous system", 0.15, 1.1, 1.0, 0.01, 0.0, 0.15, 4),
    Event("Dizziness", "Nervous system", 0.06, 1.0, 1.0, 0.0, 0.0, 0.15, 4),
    Event("Migraine", "Nervous system", 0.02, 1.0, 1.0, 0.08, 0.03, 0.05, 3),
    Event("Tingling or numbness", "Nervous system", 0.02),
    Event("Fatigue", "General", 0.08, 1.0, 1.0, 0.02, 0.0, 0.15, 25),
    Event("Fever", "General", 0.05, 1.2, 1.1, 0.02, 0.02, 0.2, 3),
    Event("Swelling of the legs", "General", 0.02),
    Event("Joint pain", "Muscles and joints", 0.14, 0.9, 0.95, 0.03, 0.0, 0.05, 20),
    Event("Back pain", "Muscles and joints", 0.08, 1.0, 1.0, 0.03, 0.01, 0.02, 16),
    Event("Muscle pain", "Muscles and joints", 0.06, 1.0, 1.0, 0.01, 0.0, 0.08, 10),
    Event("Osteoarthritis", "Muscles and joints", 0.02, 1.0, 1.0, 0.08, 0.06, 0.0, 60),
    Event("Nausea", "Digestive system", 0.10, 1.1, 1.0, 0.01, 0.0, 0.15, 5),
    Event("Diarrhoea", "Digestive system", 0.10, 1.1, 1.1, 0.01, 0.01, 0.12, 5),
    Event("Abdominal pain", "Digestive system", 0.06, 1.0, 1.0, 0.04, 0.03, 0.08, 6),
    Event("Tooth decay", "Digestive system", 0.05, 0.9, 1.0, 0.0, 0.0, 0.0, 30),
    Event("Rash", "Skin", 0.06, 1.2, 1.1, 0.01, 0.0, 0.25, 12),
    Event("Itching", "Skin", 0.04, 1.2, 1.1, 0.0, 0.0, 0.25, 10),
    Event("Hives", "Skin", 0.015, 1.4, 1.2, 0.02, 0.0, 0.4, 6),
    Event("Neutrophil count low", "Blood", 0.03, 1.4, 1.2, 0.12, 0.02, 0.45, 28),
    Event("White cell count low", "Blood", 0.03, 1.5, 1.2, 0.05, 0.0, 0.4, 28),
    Event("Anaemia", "Blood", 0.04, 0.9, 0.9, 0.05, 0.04, 0.05, 60),
    Event("Liver enzymes high", "Investigations", 0.05, 1.0, 1.0, 0.05, 0.0, 0.3, 28),
    Event("Blood pressure high", "Heart and circulation", 0.06, 1.0, 1.0, 0.06, 0.01, 0.02, 60),
    Event("Palpitations", "Heart and circulation", 0.02),
    Event("Chest pain, not of the heart", "Heart and circulation", 0.012, 1.0, 1.0, 0.1, 0.3),
    Event("Cough", "Breathing", 0.08, 0.95, 1.0, 0.0, 0.0, 0.05, 14),
    Event("Breathlessness", "Breathing", 0.025, 0.9, 1.0, 0.1, 0.06, 0.05, 14),
    Event("Interstitial lung disease", "Breathing", 0.005, 0.8, 1.0, 0.5, 0.6, 0.05, 90),
    Event("Dry eye worse", "Eyes", 0.05, 0.9, 0.9, 0.02, 0.0, 0.03, 40),
    Event("Corneal erosion", "Eyes", 0.012, 1.0, 1.0, 0.1, 0.05, 0.0, 14),
    Event("Low mood", "Mental health", 0.04, 1.0, 1.0, 0.08, 0.05, 0.06, 45),
    Event("Trouble sleeping", "Mental health", 0.05),
    Event("Fall with injury", "Injuries", 0.04, 1.0, 1.0, 0.1, 0.12, 0.0, 21),
    Event("Fracture", "Injuries", 0.014, 1.0, 1.0, 0.4, 0.45, 0.0, 60),
    Event("Gallstones", "Digestive system", 0.008, 1.0, 1.0, 0.4, 0.6, 0.0, 20),
    Event("Appendicitis", INFECTIONS, 0.004, 1.0, 1.0, 0.8, 1.0, 0.1, 9),
    Event("Breast tumour, malignant", "Tumours", 0.003, 1.0, 1.0, 0.8, 1.0, 0.0, 200),
)


def build_adae(trial: Trial, adsl: pd.DataFrame, conduct: Conduct) -> pd.DataFrame:
    """Return the adverse events, one row each."""
    rng = stream(trial, 40)
    start = adsl["TRTSDT"].to_numpy()
    days = (conduct.end_of_study - start).astype("timedelta64[D]").astype(np.int64)
    codes = arm_codes(conduct)
    prone = rng.gamma(2.2, 1 / 2.2, len(adsl))
    rows = []
    for event in EVENTS:
        factor = np.array([1.0, event.monthly, event.quarterly])[codes]
        # Patients see the site before the first injection too: about 28 days.
        counts = rng.poisson(event.rate * factor * prone * (days + 28) / 365.25)
        for patient in np.flatnonzero(counts):
            for _ in range(counts[patient]):
                rows.append(_one(rng, event, int(patient), int(days[patient])))
    rows += _withdrawals(rng, conduct, days)
    rows += _deaths(conduct, days)
    frame = pd.DataFrame(rows).sort_values(["patient", "day", "AETERM"], kind="stable")
    return _as_adae(rng, frame.reset_index(drop=True), adsl)


def build_adex(trial: Trial, adsl: pd.DataFrame, conduct: Conduct) -> pd.DataFrame:
    """Return the injections, one row each."""
    rng = stream(trial, 41)
    visits = np.arange(len(WEEKS))
    given = (visits <= conduct.last_dose[:, None]) & conduct.attended
    given &= (rng.random(given.shape) >= 0.01) | (visits == 0)
    given[np.arange(len(adsl)), conduct.last_dose] = True
    patient, visit = np.nonzero(given)
    arm = conduct.arm_name[patient]
    active = (arm == MONTHLY) | ((arm == QUARTERLY) & (visit % 3 == 0))
    date = conduct.visit_date[patient, visit]
    who = adsl.iloc[patient].reset_index(drop=True)
    number = pd.Series(patient).groupby(patient).cumcount() + 1
    weeks = np.array(WEEKS)[visit]
    return pd.DataFrame(
        {
            "STUDYID": who["STUDYID"],
            "USUBJID": who["USUBJID"],
            "SITEID": who["SITEID"],
            "TRTP": who["TRT01P"],
            "TRTPN": who["TRT01PN"],
            "TRTA": who["TRT01A"],
            "TRTAN": who["TRT01AN"],
            "SAFFL": "Y",
            "EXSEQ": number,
            "EXTRT": np.where(active, "IANALUMAB", "PLACEBO"),
            "EXDOSE": np.where(active, 300, 0),
            "EXDOSU": "mg",
            "EXROUTE": "SUBCUTANEOUS",
            "AVISIT": np.where(weeks == 0, "Baseline", np.char.add("Week ", weeks.astype(str))),
            "AVISITN": weeks,
            "ASTDT": date,
            "AENDT": date,
            "ASTDY": (date - who["TRTSDT"].to_numpy()).astype("timedelta64[D]").astype(int) + 1,
        }
    )


def build_adcm(trial: Trial, adsl: pd.DataFrame, conduct: Conduct) -> pd.DataFrame:
    """Return background treatment, rescue steroids and prohibited immunosuppressants."""
    rng = stream(trial, 42)
    rows: list[dict[str, object]] = []
    background = (
        ("HCQFL", "Hydroxychloroquine", 400.0, "mg/day"),
        ("MTXFL", "Methotrexate", 15.0, "mg/week"),
        ("AZAFL", "Azathioprine", 100.0, "mg/day"),
        ("STERFL", "Prednisone", np.nan, "mg/day"),
    )
    for k, (_, subject) in enumerate(adsl.iterrows()):
        for flag, name, dose, unit in background:
            before = int(rng.integers(60, 1500))
            if subject[flag] == "Y":
                amount = subject["STERDOS"] if name == "Prednisone" else dose
                rows.append(
                    _drug(
                        k,
                        name,
                        "BACKGROUND",
                        amount,
                        unit,
                        subject["TRTSDT"] - np.timedelta64(before, "D"),
                        NO_DATE,
                        "",
                    )
                )
        if conduct.rescue[k] != NEVER:
            usual = 0.0 if np.isnan(subject["STERDOS"]) else float(subject["STERDOS"])
            begin = conduct.rescue_date[k]
            rows.append(
                _drug(
                    k,
                    "Prednisone",
                    "RESCUE",
                    usual + float(rng.choice([10, 15, 20])),
                    "mg/day",
                    begin,
                    begin + np.timedelta64(int(rng.integers(10, 40)), "D"),
                    "Y",
                )
            )
        if conduct.prohibited[k] != NEVER:
            name = str(rng.choice(["Mycophenolate", "Leflunomide", "Rituximab", "Cyclosporine"]))
            rows.append(
                _drug(k, name, "PROHIBITED", np.nan, "", conduct.prohibited_date[k], NO_DATE, "Y")
            )
    frame = pd.DataFrame(rows)
    who = adsl.iloc[frame.pop("patient")].reset_index(drop=True)
    lead = pd.DataFrame(
        {
            "STUDYID": who["STUDYID"],
            "USUBJID": who["USUBJID"],
            "SITEID": who["SITEID"],
            "TRTA": who["TRT01A"],
            "TRTAN": who["TRT01AN"],
            "SAFFL": "Y",
            "CMSEQ": who.groupby("USUBJID").cumcount() + 1,
        }
    )
    whole = pd.concat([lead, frame], axis=1)
    whole["ASTDY"] = _study_day(whole["ASTDT"].to_numpy(), who["TRTSDT"].to_numpy())
    return whole


def _drug(
    patient: object,
    name: str,
    category: str,
    dose: float,
    unit: str,
    begin: np.datetime64,
    end: np.datetime64,
    event: str,
) -> dict[str, object]:
    return {
        "patient": patient,
        "CMTRT": name,
        "CMDECOD": name.upper(),
        "CMCAT": category,
        "CMDOSE": dose,
        "CMDOSU": unit,
        "ASTDT": begin,
        "AENDT": end,
        "ICEFL": event,
    }


def _one(rng: np.random.Generator, event: Event, patient: int, days: int) -> dict[str, object]:
    """Draw one occurrence of an event."""
    day = int(rng.integers(-20, max(days, 1)))
    serious = bool(rng.random() < event.serious)
    severe = bool(rng.random() < event.severe) or (serious and bool(rng.random() < 0.4))
    mild = bool(rng.random() < 0.62)
    length = 1 + int(rng.exponential(event.days))
    interrupted = bool(rng.random() < (0.25 if serious or severe else 0.025))
    return {
        "patient": patient,
        "day": day,
        "length": length,
        "AETERM": event.term,
        "AEBODSYS": event.group,
        "AESEV": "SEVERE" if severe else "MILD" if mild and not serious else "MODERATE",
        "AESER": "Y" if serious else "N",
        "AEREL": "Y" if day >= 0 and rng.random() < event.related else "N",
        "AEACN": "DRUG INTERRUPTED" if interrupted and day >= 0 else "DOSE NOT CHANGED",
        "AEOUT": "",
        "AESDTH": "N",
    }


def _withdrawals(
    rng: np.random.Generator, conduct: Conduct, days: NDArray[np.int64]
) -> list[dict[str, object]]:
    """Give each patient who stopped treatment for an adverse event that event."""
    terms = [e for e in EVENTS if e.days >= 10]
    rows = []
    for patient in np.flatnonzero(conduct.stop_reason == "ADVERSE EVENT"):
        event = terms[int(rng.integers(len(terms)))]
        row = _one(rng, event, int(patient), int(days[patient]))
        after = 28 * int(conduct.last_dose[patient]) + int(rng.integers(1, 14))
        row |= {
            "day": min(after, int(days[patient])),
            "AESEV": "SEVERE" if rng.random() < 0.3 else "MODERATE",
            "AEREL": "Y" if rng.random() < 0.4 else "N",
            "AEACN": "DRUG WITHDRAWN",
        }
        rows.append(row)
    return rows


def _deaths(conduct: Conduct, days: NDArray[np.int64]) -> list[dict[str, object]]:
    return [
        {
            "patient": int(patient),
            "day": int(days[patient]) - 6,
            "length": 7,
            "AETERM": "Pneumonia",
            "AEBODSYS": INFECTIONS,
            "AESEV": "SEVERE",
            "AESER": "Y",
            "AEREL": "N",
            "AEACN": "DRUG WITHDRAWN",
            "AEOUT": "FATAL",
            "AESDTH": "Y",
        }
        for patient in np.flatnonzero(conduct.death)
    ]


def _as_adae(rng: np.random.Generator, frame: pd.DataFrame, adsl: pd.DataFrame) -> pd.DataFrame:
    n = len(frame)
    who = adsl.iloc[frame["patient"]].reset_index(drop=True)
    start = who["TRTSDT"].to_numpy()
    last = who["EOSDT"].to_numpy()
    begin = start + frame["day"].to_numpy().astype("timedelta64[D]")
    end = begin + frame["length"].to_numpy().astype("timedelta64[D]") - np.timedelta64(1, "D")
    fatal = (frame["AESDTH"] == "Y").to_numpy()
    ongoing = (end > last) & ~fatal
    end = np.where(ongoing, NO_DATE, end)
    text, flag, imputed = _partial(rng, begin, start, frame, fatal)
    end_text = np.where(np.isnat(end), "", np.datetime_as_string(end, unit="D"))
    vague = (rng.random(n) < 0.02) & ~ongoing & ~fatal
    end_text = np.where(vague, np.char.ljust(end_text, 10).astype("<U7"), end_text)
    outcome = np.where(ongoing, "NOT RECOVERED/NOT RESOLVED", "RECOVERED/RESOLVED")
    outcome = np.where(fatal, "FATAL", outcome)
    emergent = imputed >= start
    event = pd.DataFrame(
        {
            "STUDYID": who["STUDYID"],
            "USUBJID": who["USUBJID"],
            "SITEID": who["SITEID"],
            "TRTA": who["TRT01A"],
            "TRTAN": who["TRT01AN"],
            "AGE": who["AGE"],
            "SEX": who["SEX"],
            "SAFFL": "Y",
            "TRTSDT": start,
            "TRTEDT": who["TRTEDT"],
            "AESEQ": frame.groupby("patient").cumcount() + 1,
            "AETERM": frame["AETERM"],
            "AEDECOD": frame["AETERM"],
            "AEBODSYS": frame["AEBODSYS"],
            "AESOC": frame["AEBODSYS"],
            "AESTDTC": text,
            "AEENDTC": end_text,
            "ASTDT": imputed,
            "ASTDTF": flag,
            "ASTDY": _study_day(imputed, start),
            "AENDT": np.where(vague, _month_end(end), end),
            "AENDTF": np.where(vague, "D", ""),
            "AESEV": frame["AESEV"],
            "AESEVN": frame["AESEV"].map({"MILD": 1, "MODERATE": 2, "SEVERE": 3}),
            "AESER": frame["AESER"],
            "AESDTH": frame["AESDTH"],
            "AEREL": frame["AEREL"],
            "AEACN": frame["AEACN"],
            "AEOUT": outcome,
            "TRTEMFL": np.where(emergent, "Y", ""),
        }
    )
    event["AENDT"] = event["AENDT"].clip(upper=pd.Series(last))
    return event


def _partial(
    rng: np.random.Generator,
    begin: Days,
    start: Days,
    frame: pd.DataFrame,
    fatal: NDArray[np.bool_],
) -> tuple[NDArray[np.str_], NDArray[np.str_], Days]:
    """Blank the day of some start dates, and impute the first day of the month.

    An imputed date before the first injection in the same month moves to the
    first injection, so an event that may be treatment-emergent counts as one.
    """
    blank = (rng.random(len(begin)) < 0.025) & ~fatal & (frame["length"] > 7).to_numpy()
    text = np.datetime_as_string(begin, unit="D")
    text = np.where(blank, text.astype("<U7"), text)
    month = begin.astype("datetime64[M]")
    same = month == start.astype("datetime64[M]")
    first = np.where(same, start.astype("datetime64[D]"), month.astype("datetime64[D]"))
    imputed = np.where(blank, first, begin.astype("datetime64[D]"))
    return text, np.where(blank, "D", ""), imputed


def _month_end(date: Days) -> Days:
    month: Days = date.astype("datetime64[M]")
    following: Days = np.add(month, np.timedelta64(1, "M")).astype("datetime64[D]")
    last: Days = np.subtract(following, np.timedelta64(1, "D"))
    return last


def _study_day(date: Days, start: Days) -> NDArray[np.int64]:
    """Count days from the first injection, which is day 1; there is no day 0."""
    days = (date - start).astype("timedelta64[D]").astype(np.int64)
    return np.where(days >= 0, days + 1, days)
