"""Subject-level data (ADSL) from DM, EX, DS and supplemental qualifiers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import STUDYID, USUBJID
from sjogren_desktop.study.partial_dates import NO_DAY, Days, full_dates
from sjogren_desktop.study.visits import study_day
from sjogren_desktop.study.wording import counted

NO_ARM = (
    r"(?i)screen\s*fail\w*|not (?:treated|assigned|randomi[sz]ed)|scrnfail|notassgn|unplanned.*"
)
"""Values of ARM that name no arm (CDISC terminology ARMNULRS and older usage)."""

POPULATIONS = {
    "ITT": "ITTFL",
    "SAFETY": "SAFFL",
    "SAF": "SAFFL",
    "EFFICACY": "EFFFL",
    "FAS": "FASFL",
    "FULLSET": "FASFL",
    "PPROT": "PPROTFL",
    "PP": "PPROTFL",
    "RAND": "RANDFL",
}
"""Supplemental qualifiers of DM that name a population, with the flag of ADaM."""

_SIZES = (
    ("HEIGHT", "HEIGHTBL", "Height at baseline"),
    ("WEIGHT", "WEIGHTBL", "Weight at baseline"),
    ("BMI", "BMIBL", "Body mass index at baseline"),
)
"""Parameters of vital signs, the subject's variable, and its label."""

_Mask = npt.NDArray[np.bool_]


def derive_subjects(
    dm: pd.DataFrame, others: Mapping[str, pd.DataFrame]
) -> tuple[pd.DataFrame, list[Issue]]:
    """Return ADSL with one record for each of DM, in its order, and what was assumed.

    Parameters
    ----------
    dm : pandas.DataFrame
        DM with its supplemental qualifiers as columns.
    others : mapping of str to pandas.DataFrame
        EX and DS, where there are such.
    """
    adsl = dm.copy()
    notes: list[str] = []
    for target, source in (("TRT01P", "ARM"), ("TRT01A", "ACTARM")):
        arm = next((c for c in (source, "ARM", "ACTARM", "ARMCD") if c in dm), None)
        if target not in adsl and arm is not None:
            names = dm[arm].astype("str")
            adsl[target] = names.mask(names.str.fullmatch(NO_ARM).fillna(False).to_numpy(bool))
    start, end = _treatment_dates(dm, others.get("EX"), notes)
    if "DS" in others:
        _disposition(adsl, others["DS"])
    adsl["TRTSDT"], adsl["TRTEDT"] = _dates(start), _dates(_until_the_end(adsl, start, end, notes))
    adsl["TRTDURD"] = study_day(full_dates(adsl["TRTEDT"]), start)
    _populations(adsl, notes)
    issue = Issue(
        "note",
        f"ADSL was derived from DM: {'; '.join(notes)}.",
        action="Open the study's own ADSL instead if there is one.",
        check="sdtm.derived",
    )
    return adsl, [issue]


def with_body_size(
    adsl: pd.DataFrame, measured: pd.DataFrame
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Add height, weight and body mass index at baseline from vital signs of ADaM shape.

    Returns
    -------
    DataFrame
        The subjects with HEIGHTBL, WEIGHTBL and BMIBL, as far as they are not there and
        the values of a parameter have one unit. The body mass index is computed from
        centimetres and kilograms where it was not recorded.
    dict of str to str
        Labels of the variables added.
    """
    if not {"PARAMCD", "AVAL", "ABLFL", USUBJID} <= set(measured.columns):
        return adsl, {}
    keys = _keys(adsl, measured)
    made, labels, units = adsl.copy(), {}, {}
    for code, target, name in _SIZES:
        own = measured["PARAMCD"].eq(code) & measured["ABLFL"].eq("Y") & measured["AVAL"].notna()
        rows = measured.loc[own.to_numpy(dtype=bool, na_value=False)].drop_duplicates(keys)
        unit = set(rows["AVALU"].dropna().astype(str)) if "AVALU" in rows else set()
        if target in adsl or rows.empty or len(unit) > 1:
            continue
        units[target] = next(iter(unit), "")
        labels[target] = f"{name} ({units[target]})" if units[target] else name
        joined = adsl[keys].merge(rows[[*keys, "AVAL"]], how="left", on=keys, sort=False)
        made[target] = joined["AVAL"].to_numpy(dtype=float)
    metric = units.get("HEIGHTBL", "").lower() == "cm" and units.get("WEIGHTBL", "").lower() == "kg"
    if metric and "BMIBL" not in made:
        made["BMIBL"] = made["WEIGHTBL"] / (made["HEIGHTBL"] / 100) ** 2
        labels["BMIBL"] = "Body mass index at baseline (kg/m2)"
    return made, labels


def _dates(days: Days) -> pd.Series:
    return pd.Series(days.astype("datetime64[us]"))


def _treatment_dates(
    dm: pd.DataFrame, ex: pd.DataFrame | None, notes: list[str]
) -> tuple[Days, Days]:
    """Return first and last day of treatment: of DM, else of EX, else of the reference period."""
    found: list[Days] = []
    for own, exposure, reference, pick in (
        ("RFXSTDTC", "EXSTDTC", "RFSTDTC", "min"),
        ("RFXENDTC", "EXENDTC", "RFENDTC", "max"),
    ):
        days = np.full(len(dm), NO_DAY, dtype="datetime64[D]")
        used = []
        if own in dm:
            days = full_dates(dm[own])
            used = [own] if (~np.isnat(days)).any() else []
        lost = np.isnat(days)
        if lost.any() and ex is not None and {"EXSTDTC", USUBJID} <= set(ex.columns):
            column = exposure if exposure in ex else "EXSTDTC"
            from_ex = _by_subject(dm, ex, full_dates(ex[column]), pick)
            if (~np.isnat(from_ex[lost])).any():
                used.append(column)
            days = np.where(lost, from_ex, days).astype("datetime64[D]")
        if np.isnat(days).all() and ex is None and reference in dm:
            days, used = full_dates(dm[reference]), [reference]
        words = {"min": "first", "max": "last"}
        notes.append(f"{words[pick]} dose from {' and '.join(used) or 'nothing (missing)'}")
        found.append(days)
    return found[0], found[1]


def _until_the_end(adsl: pd.DataFrame, start: Days, end: Days, notes: list[str]) -> Days:
    """Take the end of participation where a treated subject has no last dose."""
    source = next((c for c in ("EOSDT", "RFENDTC", "RFPENDTC") if c in adsl), "")
    lost = np.isnat(end) & ~np.isnat(start)
    if not source or not lost.any():
        return end
    until = full_dates(adsl[source])
    used = lost & ~np.isnat(until) & (until >= start)
    if used.any():
        notes.append(f"for {counted(int(used.sum()), 'subject')} without one, {source}")
    return np.where(used, until, end).astype("datetime64[D]")


def _keys(*frames: pd.DataFrame) -> list[str]:
    return [c for c in (STUDYID, USUBJID) if all(c in f for f in frames)]


def _by_subject(dm: pd.DataFrame, records: pd.DataFrame, days: Days, pick: str) -> Days:
    """Return the first or last of the dates of each subject of DM."""
    keys = _keys(dm, records)
    dated = records[keys].assign(_DATE=pd.Series(days.astype("datetime64[us]"), records.index))
    picked = dated.groupby(keys, sort=False)["_DATE"].agg(pick).reset_index()
    joined = dm[keys].merge(picked, how="left", on=keys, sort=False, validate="many_to_one")
    return joined["_DATE"].to_numpy().astype("datetime64[D]")


def _disposition(adsl: pd.DataFrame, ds: pd.DataFrame) -> None:
    """Add date of randomisation, end of study, its reason, and death."""
    if not {"DSDECOD", USUBJID} <= set(ds.columns):
        return
    days = full_dates(ds["DSSTDTC"]) if "DSSTDTC" in ds else np.full(len(ds), NO_DAY)
    term = ds["DSDECOD"].astype("str").str.upper().fillna("")
    randomised = term.isin(["RANDOMIZED", "RANDOMISED"]).to_numpy(bool)
    if randomised.any() and "RANDDT" not in adsl:
        adsl["RANDDT"] = _dates(_by_subject(adsl, ds.loc[randomised], days[randomised], "min"))
    category = ds["DSCAT"].astype("str").str.upper() if "DSCAT" in ds else None
    event = np.ones(len(ds), bool) if category is None else (category == "DISPOSITION EVENT")
    event = np.asarray(event, dtype=bool) & (term != "").to_numpy(bool) & ~randomised
    if "DSSCAT" in ds:
        event &= ~ds["DSSCAT"].astype("str").str.upper().str.contains("TREATMENT").fillna(False)
    if not event.any():
        return
    keys = _keys(adsl, ds)
    order = np.argsort(days[event], kind="stable")  # NaT last: a dated end goes before one without
    last = ds.loc[event, keys].assign(_DATE=days[event].astype("datetime64[us]"), _TERM=term[event])
    last = last.iloc[order]
    dated = last.dropna(subset="_DATE").drop_duplicates(keys, keep="last")
    last = pd.concat([dated, last]).drop_duplicates(keys)
    joined = adsl[keys].merge(last, how="left", on=keys, sort=False, validate="many_to_one")
    ended, why = joined["_TERM"].notna(), joined["_TERM"]
    failed = why.str.contains("SCREEN", na=False)
    status = np.where(why == "COMPLETED", "COMPLETED", "DISCONTINUED")
    adsl["EOSSTT"] = np.where(failed, "SCREEN FAILURE", np.where(ended, status, "ONGOING"))
    adsl["EOSDT"] = joined["_DATE"].astype("datetime64[us]")
    left = ended & (why != "COMPLETED")
    adsl["DCSREAS"] = why.where(left)
    if "DTHFL" not in adsl:
        adsl["DTHFL"] = pd.Series(np.where(why == "DEATH", "Y", None), adsl.index).astype("str")


def _populations(adsl: pd.DataFrame, notes: list[str]) -> None:
    """Add population flags: those given with DM, else ITTFL and SAFFL by rule."""
    given = []
    for name, flag in POPULATIONS.items():
        if name in adsl and flag not in adsl:
            adsl[flag] = adsl[name].fillna("N")
            given.append(flag)
    if given:
        notes.append(f"{', '.join(given)} as given with DM")
    has_arm = (
        adsl["TRT01P"].notna().to_numpy(bool) if "TRT01P" in adsl else np.ones(len(adsl), bool)
    )
    if "ITTFL" not in adsl:
        member: _Mask = has_arm
        rule = "an arm"
        if "RANDDT" in adsl:
            member, rule = (
                member & adsl["RANDDT"].notna().to_numpy(bool),
                "an arm and randomisation",
            )
        adsl["ITTFL"] = np.where(member, "Y", "N")
        notes.append(f"ITTFL = Y with {rule}")
    if "SAFFL" not in adsl:
        adsl["SAFFL"] = np.where(adsl["TRTSDT"].notna() & has_arm, "Y", "N")
        notes.append("SAFFL = Y with a first dose")
