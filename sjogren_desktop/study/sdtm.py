"""From SDTM to the ADaM-shaped data sets the analyses use.

What is derived, and by which rules, is described for users in
``resources/methods/import.md``; every derived data set says so in a note. The
domains stay beside it as they were read. Nothing is derived where the study
already has the ADaM data set.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from sjogren_desktop.results import Doing, Issue, Progress, no_progress
from sjogren_desktop.study.data import AVISIT, AVISITN, PARAMCD, STUDYID, USUBJID, Dataset, Part
from sjogren_desktop.study.recognise import SDTM_DOMAINS, is_test_code
from sjogren_desktop.study.sdtm_events import derive_events
from sjogren_desktop.study.sdtm_findings import NO_VISITS, derive_findings
from sjogren_desktop.study.sdtm_subjects import derive_subjects, with_body_size
from sjogren_desktop.study.visits import Window

_ANALYSIS = frozenset(
    {"TRTEMFL", "ASTDT", "ASTDTM", "AENDT", "ADT", "ADTM", "TRTP", "TRTA", "TRT01P", "TRT01A"}
    | {"AVISIT", "AVAL", "SAFFL", "ONTRTFL"}
)
"""Variables of ADaM that no SDTM domain has."""

DERIVED = "Derived from"
"""How the labels of derived data sets begin."""

FINDINGS = ("QS", "RS", "LB", "VS", "EG", "FT", "PE")
"""Domains of which data sets of parameters are made (AD + domain)."""

EVENTS = ("AE", "CM", "SU", "MH", "EX", "CE", "PR")
"""Domains of which data sets of events are made (AD + domain)."""


def derive_adam(
    datasets: Sequence[Dataset],
    *,
    windows: Sequence[Window] = (),
    visits: Mapping[str, tuple[str, float]] = NO_VISITS,
    progress: Progress = no_progress,
) -> tuple[list[Dataset], list[Issue]]:
    """Add what can be derived from SDTM domains to the data sets of a study.

    Parameters
    ----------
    datasets : sequence of Dataset
        Everything that was read, ADaM and SDTM.
    windows : sequence of Window
        Analysis visits by study day; without any, visits are those of VISIT.
    visits : mapping of str to (str, float)
        Other names and numbers for visits of VISIT, by the name they would get.

    Returns
    -------
    list of Dataset
        The data sets given, domains that were used no longer counting as
        analysis data (kind OTHER), and the derived ones.
    list of Issue
        A note for each derived data set, with its rules.
    """
    domains = _domains(datasets)
    if not domains:
        return list(datasets), []
    supplements = _supplements(datasets)
    derived: list[Dataset] = []
    issues: list[Issue] = []
    levels = [d for d in datasets if d.kind == "ADSL" and not _is_domain(d, domains)]
    if levels:
        adsl = levels[0]
    elif "DM" in domains:
        others = {d: _frame(m, supplements) for d, m in domains.items() if d in ("EX", "DS")}
        dm = _with_supplement(_stack(domains["DM"]), supplements.get("DM"))
        subjects, notes = derive_subjects(dm, others)
        adsl = _dataset("ADSL", "ADSL", subjects, domains["DM"], "Subject-level data from DM")
        derived.append(adsl)
        issues += [dataclasses.replace(i, file=adsl.sources[0]) for i in notes]
    else:
        return list(datasets), []
    used = {id(d) for d in domains.get("DM", ())} if derived else set()
    people = adsl.frame
    for domain in (*FINDINGS, *EVENTS):
        members = domains.get(domain, [])
        if not members:
            continue
        if _is_there(domain, members, datasets, domains):
            used |= {id(d) for d in members}
            continue
        progress(0.5, Doing("Deriving {name} from {source}", name=f"AD{domain}", source=domain))
        frame = _frame(members, supplements)
        if domain in FINDINGS:
            made, found = derive_findings(frame, domain, people, windows=windows, visits=visits)
            kind = "BDS"
        else:
            made, found = derive_events(frame, domain, people)
            kind = "ADAE" if domain == "AE" else "OCCDS"
        if made is None:
            continue
        new = _dataset(f"AD{domain}", kind, made, members, f"{DERIVED} {domain}")
        derived.append(new)
        issues += [dataclasses.replace(i, file=new.sources[0]) for i in found]
        used |= {id(d) for d in members}
    kept = [dataclasses.replace(d, kind="OTHER") if id(d) in used else d for d in datasets]
    return [*kept, *_with_sizes(derived, kept)], issues


def _with_sizes(derived: Sequence[Dataset], kept: Sequence[Dataset]) -> list[Dataset]:
    """Give derived subject-level data height, weight and body mass index at baseline."""
    measured = next((d for d in (*derived, *kept) if d.name == "ADVS"), None)
    if measured is None or not derived or derived[0].kind != "ADSL":
        return list(derived)
    subjects, labels = with_body_size(derived[0].frame, measured.frame)
    first = dataclasses.replace(derived[0], frame=subjects, labels={**derived[0].labels, **labels})
    return [first, *derived[1:]]


def visits_key(datasets: Sequence[Dataset]) -> str:
    """Return the name under which the visits of the SDTM of these studies are remembered.

    It is "" where there is no SDTM.
    """
    subjects = [d for d in datasets if domain_of(d) == "DM"]
    if not subjects:
        return ""
    studies = {str(s) for d in subjects if STUDYID in d.frame for s in d.frame[STUDYID].dropna()}
    return f"SDTM {', '.join(sorted(studies))}".strip()


def derived_visits(datasets: Sequence[Dataset]) -> dict[str, tuple[str, float]]:
    """Return the visits of the data sets derived from findings, in their order."""
    found: dict[str, float] = {}
    for dataset in datasets:
        if dataset.kind == "BDS" and dataset.label.startswith(DERIVED):
            pairs = dataset.frame[[AVISIT, AVISITN]].dropna().drop_duplicates()
            for name, number in pairs.itertuples(index=False):
                found.setdefault(str(name), float(number))
    return {k: (k, n) for k, n in sorted(found.items(), key=lambda item: item[1])}


def domain_of(dataset: Dataset) -> str:
    """Return the two letters of the SDTM domain a data set is of, "" if of none.

    DOMAIN decides; without it, a domain's name with variables of its prefix, or the
    variables of a domain of findings.
    Data sets split by category (QSCO, LBCH) belong to their domain. Analysis
    data sets often keep the DOMAIN of what they were made of: their own
    variables tell them apart.
    """
    frame = dataset.frame
    if PARAMCD in frame or USUBJID not in frame or not _ANALYSIS.isdisjoint(frame.columns):
        return ""
    if "DOMAIN" in frame:
        found = frame["DOMAIN"].dropna().unique()
        if len(found) == 1 and re.fullmatch(r"[A-Z]{2}", str(found[0]).upper()):
            return str(found[0]).upper()
    name = dataset.name
    if name in SDTM_DOMAINS and len(name) == 2:
        marks = {f"{name}TESTCD", f"{name}TERM", f"{name}TRT", f"{name}SEQ", f"{name}DECOD"}
        is_dm = name == "DM" and bool({"ARM", "ARMCD", "RFSTDTC"} & set(frame.columns))
        if is_dm or marks & set(frame.columns):
            return name
    tests = [c[:2] for c in map(str, frame.columns) if is_test_code(c)]
    return tests[0] if len(tests) == 1 and f"{tests[0]}ORRES" in frame else ""


def _domains(datasets: Sequence[Dataset]) -> dict[str, list[Dataset]]:
    found: dict[str, list[Dataset]] = {}
    for dataset in datasets:
        if domain := domain_of(dataset):
            found.setdefault(domain, []).append(dataset)
    return found


def _is_domain(dataset: Dataset, domains: dict[str, list[Dataset]]) -> bool:
    return any(dataset is d for members in domains.values() for d in members)


def _is_there(
    domain: str,
    members: Sequence[Dataset],
    datasets: Sequence[Dataset],
    domains: dict[str, list[Dataset]],
) -> bool:
    """Say whether the study brings the analysis data set of a domain itself."""
    analysis = [d for d in datasets if not _is_domain(d, domains)]
    if any(d.name.startswith(f"AD{domain}") for d in analysis):
        return True
    if domain == "AE":
        return any(d.kind == "ADAE" for d in analysis)
    if domain not in FINDINGS:
        return False
    code = f"{domain}TESTCD"
    tests = {t for m in members if code in m.frame for t in m.frame[code].dropna().unique()}
    return any(
        not tests.isdisjoint(d.frame[PARAMCD].dropna().unique())
        for d in analysis
        if d.kind in ("BDS", "ADTTE") and PARAMCD in d.frame
    )


def _stack(members: Sequence[Dataset]) -> pd.DataFrame:
    frames = [m.frame for m in members]
    if len(frames) == 1:
        return frames[0].reset_index(drop=True)
    filled = [f.loc[:, f.notna().any()] for f in frames]
    return pd.concat(filled, ignore_index=True, sort=False)


def _frame(members: Sequence[Dataset], supplements: dict[str, pd.DataFrame]) -> pd.DataFrame:
    domain = domain_of(members[0])
    return _with_supplement(_stack(members), supplements.get(domain))


def _supplements(datasets: Iterable[Dataset]) -> dict[str, pd.DataFrame]:
    """Return the records of supplemental qualifiers (SUPP--) by the domain they belong to."""
    found: dict[str, list[pd.DataFrame]] = {}
    for dataset in datasets:
        frame = dataset.frame
        if {"RDOMAIN", "QNAM", "QVAL", USUBJID} <= set(frame.columns):
            for domain, part in frame.groupby("RDOMAIN", sort=False):
                found.setdefault(str(domain), []).append(part)
    return {d: pd.concat(parts, ignore_index=True) for d, parts in found.items()}


def _with_supplement(frame: pd.DataFrame, supplement: pd.DataFrame | None) -> pd.DataFrame:
    """Add supplemental qualifiers as columns; names the domain has already are left out."""
    if supplement is None:
        return frame
    variables = supplement["IDVAR"] if "IDVAR" in supplement else pd.Series(index=supplement.index)
    keys = [c for c in (STUDYID, USUBJID) if c in frame and c in supplement]
    added = frame
    for variable, part in supplement.groupby(variables.astype("str").fillna(""), sort=False):
        own = str(variable)
        if own and own not in frame:
            continue
        part = part.loc[~part["QNAM"].isin(list(frame.columns))]
        by = [*keys, "_ID"] if own else keys
        known = part.assign(_ID=_as_key(part["IDVARVAL"])) if own else part
        known = known.drop_duplicates([*by, "QNAM"])
        if known.empty:
            continue
        wide = known.set_index([*by, "QNAM"])["QVAL"].unstack("QNAM").reset_index()  # noqa: PD010
        wide = wide.drop(columns=[c for c in wide.columns if c in added and c not in by])
        left = added.assign(_ID=_as_key(added[own])) if own else added
        added = left.merge(wide, how="left", on=by, sort=False, validate="many_to_one")
        added = added.drop(columns="_ID", errors="ignore")
    return added


def _as_key(values: pd.Series) -> pd.Series:
    """Return sequence numbers as texts that compare equal whether read as number or text."""
    numbers = pd.to_numeric(values, errors="coerce")
    return (
        numbers.map(lambda v: None if pd.isna(v) else f"{v:.15g}")
        .astype("str")
        .fillna(values.astype("str"))
    )


def _dataset(
    name: str, kind: str, frame: pd.DataFrame, members: Sequence[Dataset], label: str
) -> Dataset:
    """Return a derived data set whose records stand where those of the domains stand."""
    parts: list[Part] = []
    start = 0
    for member in members:
        for part in member.parts:
            parts.append(
                dataclasses.replace(part, start=part.start + start, stop=part.stop + start)
            )
        start += len(member.frame)
    if len(frame) != start:
        raise ValueError("a derived data set must keep the records of its domains")
    labels = {k: v for m in members for k, v in m.labels.items() if k in frame}
    labels |= {k: v for k, v in LABELS.items() if k in frame}
    sources = tuple(dict.fromkeys(s for m in members for s in m.sources)) or ("",)
    clean = frame.reset_index(drop=True)
    for column in clean.columns:
        if clean[column].dtype == object:
            clean[column] = clean[column].astype("str")
    return Dataset(name, kind, clean, labels, sources, label, tuple(parts))


LABELS = {
    "TRT01P": "Planned Treatment",
    "TRT01A": "Actual Treatment",
    "TRTP": "Planned Treatment",
    "TRTA": "Actual Treatment",
    "TRTSDT": "Date of First Exposure to Treatment",
    "TRTEDT": "Date of Last Exposure to Treatment",
    "TRTDURD": "Total Treatment Duration (Days)",
    "RANDDT": "Date of Randomization",
    "SAFFL": "Safety Population Flag",
    "ITTFL": "Intent-To-Treat Population Flag",
    "EOSSTT": "End of Study Status",
    "EOSDT": "End of Study Date",
    "DCSREAS": "Reason for Discontinuation from Study",
    "PARAM": "Parameter",
    "PARAMCD": "Parameter Code",
    "PARCAT1": "Parameter Category 1",
    "AVAL": "Analysis Value",
    "AVALC": "Analysis Value (C)",
    "AVALU": "Analysis Value Unit",
    "AVISIT": "Analysis Visit",
    "AVISITN": "Analysis Visit (N)",
    "ADT": "Analysis Date",
    "ADY": "Analysis Relative Day",
    "ABLFL": "Baseline Record Flag",
    "BASE": "Baseline Value",
    "CHG": "Change from Baseline",
    "ANL01FL": "Analysis Flag 01",
    "A1LO": "Analysis Range 1 Lower Limit",
    "A1HI": "Analysis Range 1 Upper Limit",
    "ANRIND": "Analysis Reference Range Indicator",
    "ASTDT": "Analysis Start Date",
    "ASTDTF": "Analysis Start Date Imputation Flag",
    "AENDT": "Analysis End Date",
    "AENDTF": "Analysis End Date Imputation Flag",
    "ASTDY": "Analysis Start Relative Day",
    "AENDY": "Analysis End Relative Day",
    "TRTEMFL": "Treatment Emergent Analysis Flag",
    "ONTRTFL": "On Treatment Record Flag",
}
"""Labels of derived variables, by the ADaM Implementation Guide 1.3."""
