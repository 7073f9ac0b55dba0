"""Complete data sets that are ADaM but for a variable a sponsor left out or coded otherwise.

Subjects known by SUBJID alone, treatments, visits or flags given as numbers,
visits without a number, a data set cut into numbered files, no ADSL at all:
each is completed by one stated rule, and every completion is an issue. A
variable that is there with values is never changed, only flags written other
than Y and N are.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    AVISITN,
    PARAMCD,
    TRT01A,
    TRT01P,
    TRTA,
    TRTP,
    USUBJID,
)
from sjogren_desktop.study.read_define import DatasetDefinition
from sjogren_desktop.study.recognise import recognise
from sjogren_desktop.study.sdtm_findings import protocol_visits
from sjogren_desktop.study.subject_level import as_subject_level
from sjogren_desktop.study.tables import LoadedTable
from sjogren_desktop.study.visits import visit_number
from sjogren_desktop.study.wording import counted

SUBJID = "SUBJID"
_CODED = ((TRT01P, "TRT01PN"), (TRT01A, "TRT01AN"), (TRTP, "TRTPN"), (TRTA, "TRTAN"))
_MARKS = frozenset({PARAMCD, "DOMAIN", "AETERM", "AEDECOD", *(c for pair in _CODED for c in pair)})
_OF_ADSL = frozenset(
    {"ACTARM", "ARMCD", "ACTARMCD", "TRTSDT", "TRTSDTM", "RFSTDTC", "RFXSTDTC", "SAFFL", "ITTFL"}
    | {"FASFL", "RANDFL", "EOSSTT", "AGEGR1", "RANDDT"}
)
"""Variables that only subject-level data by the standard have."""
_FLAGS = ("ITT", "SAF", "FAS", "PPROT", "RAND", "ENRL", "COMPLT", "MITT")
_DAYS = (
    *((name, f"{name}M") for name in ("ADT", "ASTDT", "AENDT", "TRTSDT", "TRTEDT")),
    *(("ASTDT", name) for name in ("AESTDT", "AESTDTM")),
    *(("AENDT", name) for name in ("AEENDT", "AEENDTM")),
    *(("ADT", f"{domain}{end}") for domain in ("LB", "VS", "EG", "QS") for end in ("DT", "DTM")),
)
"""Days, and where they may stand alone: as date-times, or under the names of collected data."""
_ANALYSED = (("AEREL", "AREL"), ("AEACN", "AACN"), ("AESER", "ASER"))
"""Variables of events, and where their analysis versions (OCCDS) stand alone."""
_YES = {"1": "Y", "YES": "Y", "TRUE": "Y", "Y": "Y", "0": "N", "NO": "N", "FALSE": "N", "N": "N"}
_SAS_DATE = r"\d{1,2}-?[A-Za-z]{3}-?\d{4}"
_PLAIN_DATE = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
"""The basic form of ISO 8601 (20140102), in which SDTM does not write dates."""
_NUMBERED = re.compile(r"(AD[A-Z]+?|[A-Z]{2})_?\d{1,2}")


def complete(
    tables: Sequence[LoadedTable], definitions: Mapping[str, DatasetDefinition]
) -> tuple[list[LoadedTable], list[Issue]]:
    """Return tables with subjects, treatments, flags and visits where they can be known.

    Parameters
    ----------
    tables : sequence of LoadedTable
        As read; tables without any mark of ADaM or SDTM come back as they are.
    definitions : mapping of str to DatasetDefinition
        Their lists of terms name treatments and visits that the data give as numbers.
    """
    issues: list[Issue] = []
    done: list[LoadedTable] = []
    subjects = _known_subjects(tables)
    decodes = _pairs(tables) | _decodes(definitions)
    for table in tables:
        table = as_subject_level(_with_arms(table, issues))
        if not _MARKS & set(table.frame.columns):
            done.append(table)
            continue
        made = _with_subjects(table, subjects, issues)
        made = _with_treatments(made, decodes, issues)
        made = _with_flags(made, issues)
        made = _with_values(made, issues)
        made = _with_sources(made, issues)
        made = dataclasses.replace(made, kind=recognise(made.frame))
        made = as_subject_level(made)
        if made.kind == "BDS":
            made = _with_visits(made, decodes, issues)
        done.append(made)
    return _numbered_as_one(done, issues), issues


# ------------------------------------------------------------------ subjects


def _known_subjects(tables: Sequence[LoadedTable]) -> pd.Series:
    """Return USUBJID by SUBJID, for those that one table at least has side by side."""
    pairs = [
        pd.DataFrame({SUBJID: _texts(t.frame[SUBJID]), USUBJID: t.frame[USUBJID]}).dropna()
        for t in tables
        if {SUBJID, USUBJID} <= set(t.frame.columns)
    ]
    if not pairs:
        return pd.Series(dtype="str")
    together = pd.concat(pairs).drop_duplicates()
    single = together.loc[~together[SUBJID].duplicated(keep=False)]
    return single.set_index(SUBJID)[USUBJID]


def _with_subjects(table: LoadedTable, known: pd.Series, issues: list[Issue]) -> LoadedTable:
    frame = table.frame
    if (USUBJID in frame and frame[USUBJID].notna().any()) or SUBJID not in frame:
        return table
    numbers = _texts(frame[SUBJID])
    unique = numbers.map(known).astype("str")
    lost = unique.isna() & numbers.notna()
    how = f"by {SUBJID} from the other data sets"
    if lost.any():
        sites = frame.get("SITEID")
        own = numbers
        if sites is not None and _repeats_between(numbers, sites):
            own = _texts(sites).str.cat(numbers, sep="-")
            how = "from SITEID and SUBJID"
        elif lost.all():
            how = "from SUBJID"
        unique = unique.mask(lost, own)
    issues.append(_note(table, USUBJID, f"the subject (USUBJID) was taken {how}"))
    rest = frame.drop(columns=USUBJID, errors="ignore")
    rest.insert(0, USUBJID, unique.astype("str"))
    return dataclasses.replace(table, frame=rest)


def _repeats_between(numbers: pd.Series, sites: pd.Series) -> bool:
    pairs = pd.DataFrame({"n": numbers, "s": sites}).drop_duplicates()
    return bool(pairs["n"].duplicated().any())


# ------------------------------------------------------------------ treatments and flags


def _with_arms(table: LoadedTable, issues: list[Issue]) -> LoadedTable:
    """Name the treatments of a subject-level data set that has the arms (ARM, ACTARM) alone."""
    frame = table.frame
    # A site's sheet with a column Arm is no such data set; its other columns are mapped.
    if table.name != "ADSL" or table.kind != "ADSL" or not _OF_ADSL & set(frame.columns):
        return table
    if any(c in frame and frame[c].notna().any() for pair in _CODED[:2] for c in pair):
        return table
    there = [c for c in ("ARM", "ACTARM") if c in frame and frame[c].notna().any()]
    if not there:
        return table
    added = {TRT01P: frame[there[0]], TRT01A: frame[there[-1]]}
    for name, source in ((TRT01P, there[0]), (TRT01A, there[-1])):
        issues.append(_note(table, name, f"{name} was made of {source}"))
    return dataclasses.replace(table, frame=frame.assign(**added))


def _pairs(tables: Sequence[LoadedTable]) -> dict[str, dict[float, str]]:
    """Return what other data sets call the numbers of treatments, where each has one name."""
    found: set[tuple[float, str]] = set()
    for table in tables:
        for name, code in _CODED:
            frame = table.frame
            if name in frame and code in frame and frame[code].dtype.kind in "if":
                known = frame[[code, name]].drop_duplicates().dropna()
                if known[name].dtype.kind not in "iufM":
                    found |= {(float(c), str(n)) for c, n in known.itertuples(index=False)}
    codes = [c for c, _ in found]
    if len(codes) != len(set(codes)):
        return {}
    return {"TRT01PN": dict(found)} if found else {}


def _decodes(definitions: Mapping[str, DatasetDefinition]) -> dict[str, dict[float, str]]:
    """Return what define.xml calls the numbers of treatments and visits, by variable."""
    found: dict[str, dict[float, str]] = {}
    for definition in definitions.values():
        for name, variable in definition.variables.items():
            if name in {c for _, c in _CODED} | {AVISITN}:
                for value, text in variable.terms.items():
                    number = pd.to_numeric(value, errors="coerce")
                    if not pd.isna(number) and text and text != value:
                        found.setdefault(name, {})[float(number)] = text
    return found


def _with_treatments(
    table: LoadedTable, decodes: Mapping[str, Mapping[float, str]], issues: list[Issue]
) -> LoadedTable:
    frame = table.frame
    for name, code in _CODED:
        source = code
        if name in frame and frame[name].notna().any():
            if frame[name].dtype.kind not in "if":
                continue
            source = name
        if source not in frame or frame[source].dtype.kind not in "if":
            continue
        terms = decodes.get(code) or decodes.get("TRT01PN") or {}
        texts = frame[source].map(
            lambda v, t=terms: t.get(v, f"Treatment {v:g}"), na_action="ignore"
        )
        added = frame.drop(columns=name, errors="ignore")
        if source == name and code not in frame:
            added[code] = frame[name].astype("float64")
        frame = added.assign(**{name: texts.astype("str")})
        said = "the names known of it" if terms else "its number"
        issues.append(_note(table, name, f"{name} was made of {source} and {said}"))
    return dataclasses.replace(table, frame=frame)


def _with_flags(table: LoadedTable, issues: list[Issue]) -> LoadedTable:
    """Write population flags as Y and N, and make them of their numbers (SAFFN) where missing."""
    frame, changed = table.frame, {}
    for flag in _FLAGS:
        name = next((c for c in (f"{flag}FL", f"{flag}FN") if c in frame), "")
        if not name:
            continue
        # Few are different; text such as 1.0 is what a number with gaps becomes in a CSV file.
        found = pd.Series(frame[name].dropna().unique())
        known = _texts(found).str.upper().str.removesuffix(".0")
        if not len(known) or not set(known) <= set(_YES) or set(known) <= {"Y", "N"}:
            continue
        read = dict(zip(found, known.map(_YES), strict=True))
        changed[f"{flag}FL"] = frame[name].map(read).astype("str")
    if changed:
        issues.append(
            _note(table, next(iter(changed)), f"{', '.join(changed)} were written as Y and N")
        )
    return dataclasses.replace(table, frame=frame.assign(**changed))


# ------------------------------------------------------------------ values and dates


def _with_values(table: LoadedTable, issues: list[Issue]) -> LoadedTable:
    """Read values and dates that formats with declared types give as text.

    AVAL becomes a number where it is one, with AVALC beside it; dates such as
    01JAN2024 in variables of the SDTM (--DTC) become ISO 8601, as there required.
    """
    frame = table.frame
    changed: dict[str, pd.Series] = {}
    if AVAL in frame and frame[AVAL].dtype.kind not in "iuf" and frame[AVAL].notna().any():
        texts = _texts(frame[AVAL])
        numbers = pd.to_numeric(texts, errors="coerce").astype("float64")
        if numbers.notna().any():
            changed[AVAL] = numbers
            if "AVALC" not in frame:
                changed["AVALC"] = texts
            lost = int((numbers.isna() & texts.notna() & (texts != "")).sum())
            issues.append(
                Issue(
                    "warning" if lost else "note",
                    f"{AVAL} of {table.name} is text in the file; it was read as numbers, with "
                    f"{counted(lost, 'other value')} kept in AVALC only.",
                    action="Make AVAL a number in the source.",
                    file=table.file,
                    sheet=table.sheet,
                    column=AVAL,
                    check="variant.text_value",
                )
            )
    if "CNSR" in frame and frame["CNSR"].dtype.kind not in "iuf":
        censored = _all_numbers(_texts(frame["CNSR"]))
        if censored is not None and censored.notna().any():
            changed["CNSR"] = censored
            issues.append(_note(table, "", f"CNSR of {table.name} was read as numbers"))
    for column in frame.columns:
        if str(column).endswith("DTC") and frame[column].dtype.kind not in "iufM":
            texts = frame[column].astype("str").str.strip()
            written = texts.str.fullmatch(_SAS_DATE).fillna(False).to_numpy(bool)
            layout = "%d%b%Y"
            if not written.any():
                written = texts.str.fullmatch(_PLAIN_DATE).fillna(False).to_numpy(bool)
                layout = "%Y%m%d"
            if written.any():
                days = pd.to_datetime(
                    texts[written].str.replace("-", ""), format=layout, errors="coerce"
                )
                changed[column] = texts.mask(
                    pd.Series(written, index=frame.index), days.dt.strftime("%Y-%m-%d")
                ).astype("str")
                issues.append(
                    _note(table, "", f"dates such as {texts[written].iloc[0]} in {column} of "
                          f"{table.name} were read as {changed[column][written].iloc[0]}")
                )  # fmt: skip
    return dataclasses.replace(table, frame=frame.assign(**changed))


def _with_sources(table: LoadedTable, issues: list[Issue]) -> LoadedTable:
    """Fill days from their date-times, and variables of events from their analysis versions."""
    frame, changed = table.frame, {}
    for name, source in (*_DAYS, *_ANALYSED):
        missing = name not in frame or not frame[name].notna().any()
        # Domains of SDTM have their days derived, from the texts that the standard asks for.
        raw = source[:2] + "DTC" if name == "ADT" else f"{source.removesuffix('M')}C"
        if name in changed or (raw in frame and frame[raw].notna().any()):
            continue
        if name == "ADT" and source != "ADTM" and PARAMCD not in frame:
            continue
        if not missing or source not in frame or not frame[source].notna().any():
            continue
        values = frame[source]
        if (name, source) in _DAYS:
            if values.dtype.kind != "M":
                texts = values.astype("str").str.strip().str.slice(0, 10)
                values = pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce")
            values = values.dt.normalize()
            if not values.notna().any():
                continue
        changed[name] = values
        issues.append(_note(table, name, f"{name} was made of {source}"))
    return dataclasses.replace(table, frame=frame.assign(**changed))


def _all_numbers(values: pd.Series) -> pd.Series | None:
    """Return values as numbers if every one that is not missing is one."""
    numbers = pd.to_numeric(values, errors="coerce").astype("float64")
    return numbers if bool((numbers.notna() == values.notna()).all()) else None


# ------------------------------------------------------------------ visits


def _with_visits(
    table: LoadedTable, decodes: Mapping[str, Mapping[float, str]], issues: list[Issue]
) -> LoadedTable:
    frame = table.frame
    named = AVISIT in frame and bool(frame[AVISIT].notna().any())
    numbered = AVISITN in frame and bool(frame[AVISITN].notna().any())
    if named and not numbered and (all_numbers := _all_numbers(frame[AVISIT])) is not None:
        frame = frame.drop(columns=AVISIT).assign(**{AVISITN: all_numbers})  # they are no names
        named, numbered = False, True
    if named and numbered:
        return table
    if named:
        frame, how = frame.assign(**{AVISITN: _numbers(frame)}), "AVISITN was made of AVISIT"
    elif numbered and frame[AVISITN].dtype.kind in "if" and "VISIT" not in frame:
        terms = decodes.get(AVISITN, {})
        base = _baseline_number(frame)
        texts = frame[AVISITN].map(
            lambda v: terms.get(v, "Baseline" if v == base else f"Visit {v:g}"),
            na_action="ignore",
        )
        frame, how = frame.assign(**{AVISIT: texts.astype("str")}), "AVISIT was made of AVISITN"
    elif "VISIT" in frame or "VISITNUM" in frame:
        names, weeks = protocol_visits(frame)
        if not numbered:
            frame = frame.assign(**{AVISITN: pd.Series(weeks, index=frame.index)})
        frame = frame.assign(**{AVISIT: pd.Series(names, index=frame.index).astype("str")})
        how = "AVISIT was made of VISIT and VISITNUM; unscheduled visits have none"
    else:
        return table
    issues.append(_note(table, AVISIT, how))
    return dataclasses.replace(table, frame=frame)


def _baseline_number(frame: pd.DataFrame) -> float | None:
    """Return the visit number all of whose records are baseline records, None if there is none."""
    if "ABLFL" in frame:
        numbers = frame.loc[frame["ABLFL"] == "Y", AVISITN].dropna().unique()
        return float(numbers[0]) if len(numbers) == 1 else None
    return None


def _numbers(frame: pd.DataFrame) -> pd.Series:
    """Return the weeks the visits' names tell, else VISITNUM, else their order in time."""
    codes, names = pd.factorize(frame[AVISIT])
    weeks = np.array([visit_number(str(n)) for n in names])
    if not np.isnan(weeks).any() and len(set(weeks.tolist())) == len(weeks):
        order = weeks
    else:
        by = next(
            (frame[c] for c in ("VISITNUM", "ADY", "ADT")
             if c in frame and frame[c].dtype.kind in "ifM" and frame[c].notna().any()),
            pd.Series(np.arange(len(frame)), index=frame.index),
        )  # fmt: skip
        by = by.astype("int64").where(by.notna()) if by.dtype.kind == "M" else by
        middle = by.groupby(codes).median().reindex(range(len(names)))
        order = middle.rank(method="first").to_numpy(float) - 1
    numbers = np.append(order, np.nan)[codes]
    return pd.Series(numbers, index=frame.index)


# ------------------------------------------------------------------ numbered files


def _numbered_as_one(tables: Sequence[LoadedTable], issues: list[Issue]) -> list[LoadedTable]:
    """Give the parts of a data set cut into numbered files (ADQS1, ADQS2) one name."""
    groups: dict[tuple[str, str, frozenset[str]], list[LoadedTable]] = {}
    for table in tables:
        match = _NUMBERED.fullmatch(table.name)
        if match and table.kind != "OTHER":
            key = (match[1], table.kind, frozenset(table.frame.columns))
            groups.setdefault(key, []).append(table)
    renamed: dict[int, str] = {}
    for (stem, _, columns), members in groups.items():
        if len(members) < 2 or len({m.name for m in members}) < 2:
            continue
        if PARAMCD in columns and not _share_a_parameter(members):
            continue
        names = ", ".join(m.name for m in members)
        issues.append(
            _note(members[0], "", f"{names} have the same variables and were taken as {stem}")
        )
        renamed.update({id(m): stem for m in members})
    return [
        dataclasses.replace(t, name=renamed[id(t)]) if id(t) in renamed else t for t in tables
    ]  # fmt: skip


def _share_a_parameter(members: Sequence[LoadedTable]) -> bool:
    seen: set[str] = set()
    for member in members:
        codes = set(member.frame[PARAMCD].dropna().unique())
        if seen & codes:
            return True
        seen |= codes
    return False


# ------------------------------------------------------------------ words


def _texts(values: pd.Series) -> pd.Series:
    """Return values as texts, whole numbers without a point."""
    if values.dtype.kind in "if":
        return values.map(lambda v: f"{v:.15g}", na_action="ignore").astype("str")
    return values.astype("str").str.strip()


def _note(table: LoadedTable, column: str, said: str) -> Issue:
    return Issue(
        "note",
        f"{table.name} ({counted(len(table.frame), 'record')}): {said}, because the file has none."
        if column
        else f"{said[0].upper()}{said[1:]}.",
        action="Correct the source if that is not right.",
        file=table.file,
        sheet=table.sheet,
        column=column,
        check="variant.completed",
    )
