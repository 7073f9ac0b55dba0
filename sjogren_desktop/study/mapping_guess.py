# ruff: noqa: E501 - patterns stay on one line
"""Guess what the columns of a plain table are, from names, labels and values.

Every guess carries a confidence and says what it rests on. A guess below
:data:`SURE` is shown but not applied by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sjogren_desktop.study.mapping import ColumnMap, TableMap
from sjogren_desktop.study.mapping_medicines import as_medicines
from sjogren_desktop.study.measures import QS, Measure, find_measure, plain_name
from sjogren_desktop.study.units import conversion, ucum
from sjogren_desktop.study.values import PARTIAL_SUFFIX, TEXT_SUFFIX, is_date_name
from sjogren_desktop.study.visits import (
    BASELINE,
    is_unplanned,
    tidy_label,
    visit_number,
)

SURE = 0.5
"""Confidence from which a guess is applied without asking."""

_UNKNOWN = "numbers of unknown meaning"

_SUBJECT = (
    r"(?:(?:n|no|num|numero|numéro|identifiant|code)(?: (?:de|du|d))? )?(?:unique )?(?:usubjid|subjid|subject|patient(?:en)?|participant|proband(?:en)?|pat|pt|record|"
    r"screening|randomi[sz]ation|case|pid|sujet|paciente)"
    r"(?: ?(?:id|no|nr|number|nummer|identifier|code|key|n))*"
)
_HEAD = r"^(?:patient(?:en)?(?:daten)?|subject|participant|demograph(?:ics?|y)|demographie) (?=\w)"
_PERSON = (
    ("TRT01P", r"(?:trt01p|arm|treatment(?: ?(?:arm|group|name|planned))?|trt|group|randomi[sz](?:ed to|ed group|ation group|ation arm)|(?:treatment )?allocation|rand ?group|study arm|therapie(?:arm|gruppe)?|behandlung(?:sarm|sgruppe)?|gruppe|bras(?: de traitement)?|groupe(?: de traitement)?|traitement|grupo|brazo|tratamiento)"),
    ("SITEID", r"(?:site ?id|site|cent(?:re|er)|zentrum|centro|site ?(?:no|nr|number)|cent(?:re|er) ?(?:no|number))"),
    ("COUNTRY", r"(?:country|land|pays|pais)"),
    ("SEX", r"(?:sex|gender|geschlecht|sexe|sexo)"),
    ("AGE", r"(?:age|alter|age ?(?:at)? ?(?:baseline|screening|enrolment|consent)|age (?:in )?years|âge|edad|età)"),
    ("RACE", r"(?:race|ethnic origin)"),
    ("ETHNIC", r"(?:ethnic(?:ity)?)"),
    ("BRTHDTC", r"(?:date of birth|birth ?date|dob|geburtsdatum|brthdtc|birth)"),
    ("RANDDT", r"(?:randdt|randomi[sz]ation date|date (?:of )?randomi[sz](?:ed|ation)|rand(?:omi[sz])? date)"),
    ("TRTSDT", r"(?:trtsdt|first dose(?: date)?|date (?:of )?first (?:dose|infusion|injection)|treatment start(?: date)?|therapiebeginn)"),
    ("TRTEDT", r"(?:trtedt|last dose(?: date)?|date (?:of )?last (?:dose|infusion|injection)|treatment end(?: date)?|therapieende)"),
    ("SAFFL", r"(?:saffl|safety(?: population| set)?)"),
    ("FASFL", r"(?:fasfl|full analysis set|fas)"),
    ("ITTFL", r"(?:ittfl|itt|intention to treat)"),
)  # fmt: skip
_EVENT = (
    ("AETERM", r"(?:aeterm|adverse event(?: term)?|ae(?: term| description)?|event(?: term| description)?|reported term|verbatim(?: term)?|unerwünschtes ereignis|ue|(?:événement|evenement) (?:indésirable|indesirable)|ei)"),
    ("AEDECOD", r"(?:aedecod|preferred term|pt term|meddra pt|coded term)"),
    ("AEBODSYS", r"(?:aebodsys|system organ class|soc|organ class|meddra soc)"),
    ("AESEV", r"(?:aesev|(?:ae |event )?(?:severity|sev|intensity)|schweregrad|intensität|sévérité|severite|intensité|intensite)"),
    ("AETOXGR", r"(?:aetoxgr|(?:ae |event )?(?:(?:ctcae |toxicity )?grade|ctcae|toxgr))"),
    ("AESER", r"(?:aeser|(?:ae |event )?(?:serious(?:ness)?|ser)|sae|serious ?(?:ae|event)?|schwerwiegend|grave)"),
    ("AEREL", r"(?:aerel|(?:ae |event )?(?:rel(?:ated(?:ness)?|ationship)?|causality)|kausalität|causalité|causalite|imputabilité|imputabilite|related to (?:study )?(?:drug|treatment))"),
    ("AEOUT", r"(?:aeout|(?:ae |event )?(?:outcome|out)|ausgang)"),
    ("AEACN", r"(?:aeacn|(?:ae |event )?(?:action(?: taken)?|acn)|maßnahme)"),
    ("AESTDTC", r"(?:aestdtc|(?:ae |event )?(?:start|onset)(?: ?date)?|date of onset|beginn|start datum|(?:date de )?(?:début|debut))"),
    ("AEENDTC", r"(?:aeendtc|(?:ae |event )?(?:end|stop|resolution)(?: ?date)?|date (?:of )?resol(?:ution|ved)|ende|end datum|(?:date de )?fin)"),
)  # fmt: skip
PERSON_VARIABLES = tuple(variable for variable, _ in _PERSON)
EVENT_VARIABLES = tuple(variable for variable, _ in _EVENT)
_VISIT = r"(?:avisit|visit(?: ?(?:name|label|no|nr|number))?|visite|week|woche|semaine|time ?point|zeitpunkt|event name|besuch|studienvisite|avisitn|visitnum|redcap event name)"
_DATE = r"(?:adt|date|datum|visit ?date|date of (?:visit|assessment|sample|collection)|(?:sample|collection|assessment) ?date|vis dat(?:e)?|visdat|besuchsdatum|visitendatum)"
_PARAMETER = r"(?:param|parameter(?: name)?|paramcd|test(?: ?name| ?code)?|analyte|lab(?: ?(?:test|name|parameter))?|analyt|item|measure(?:ment)?|variable)"
_VALUE = r"(?:aval|value|result|conc(?:entration)?|lab ?(?:value|result)|wert|messwert|ergebnis|numeric result|analysis value|score|valeur|result value)"
_UNIT = r"(?:unit|units|einheit|avalu|result unit)"
_VISIT_IN_NAME = re.compile(
    r"(?:^|[\s_.\-/])((?:week|wk|woche|semaine|semana|w|month|mo|monat|mois|day|tag|jour|d|visit|visite|v)[\s_.\-]*\d+(?:\.\d+)?"
    r"|baseline|base|bl|ausgangswert|inclusion|screening|scr|eot|end of treatment|eos)(?:$|(?=[\s_.\-/]))",
    re.IGNORECASE,
)
_UNIT_AT_END = re.compile(r"\s((?:[munk]?g|[mun]mol|i?u|10\^?9)[\s/]d?[lm]l?)$", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[(]\s*([^\])]+?)\s*[\])]")

SEVERITY = {
    "MILD": r"mild|leicht|l[ée]ger|l[ée]g[èe]re|grade 1|1|light",
    "MODERATE": r"moderate|modérée?|moderee?|mäßig|mittel|moderat|grade 2|2",
    "SEVERE": r"severe|schwer|sévère|grade 3|3",
}
YES = {
    "Y": r"y|yes|ja|j|oui|si|1|true|x|checked",
    "N": r"n|no|nein|non|0|false|unchecked",
}
SEXES = {"F": r"f|female|w|weiblich|femme|woman", "M": r"m|male|männlich|h|homme|man"}
"""Numbers are no guess: which of 1 and 2 is female differs from site to site."""


@dataclass(frozen=True)
class _Named:
    """A column's name taken apart."""

    column: str
    plain: str
    unit: str
    visit: str
    without_visit: str
    label: str


def guess_map(frame: pd.DataFrame, labels: Mapping[str, str], *, name: str = "") -> TableMap | None:
    """Return the likely map of a table, None if it has no patients.

    Parameters
    ----------
    frame : pandas.DataFrame
        A table as :func:`.values.interpret` gives it.
    labels : mapping of str to str
        Labels of columns.
    """
    columns = mappable(frame)
    named = [_take_apart(c, labels.get(c, "")) for c in columns]
    subject = _subject(frame, named)
    if subject is None:
        return None
    guesses: dict[str, ColumnMap] = {subject.column: subject}
    for part in named:
        if part.column not in guesses:
            guesses[part.column] = _guess(frame[part.column], part)
    layout = _layout(frame, guesses, subject.column)
    medicines = _medicines(frame, named, guesses, layout, name)
    if medicines:
        layout, guesses = "medicines", {**guesses, **medicines}
    guesses = _settle(layout, frame, guesses)
    if layout == "visits":
        guesses = _numbers_for_want_of_better(frame, guesses, subject.column)
    table = TableMap(layout, tuple(guesses[c] for c in columns), name=name)
    return replace(
        table,
        visits=_visits(frame, table),
        values=_values(frame, table),
        parameters=_parameters(frame, table),
    )


def mappable(frame: pd.DataFrame) -> list[str]:
    """Return the columns of a table without the companions that the import added."""
    return [str(c) for c in frame.columns if not str(c).endswith((TEXT_SUFFIX, PARTIAL_SUFFIX))]


def _take_apart(column: str, label: str) -> _Named:
    unit = ""
    bare = column
    for match in _BRACKETS.finditer(column):
        if ucum(match[1]):
            unit = ucum(match[1])
            bare = bare.replace(match[0], " ")
    spread = bare.replace("_", " ")
    found = _VISIT_IN_NAME.search(spread)
    visit = found[1].strip() if found else ""
    rest = (spread[: found.start()] + " " + spread[found.end() :]) if found else spread
    # igg_mg_dl, IGG mg/dL: a unit at the end without brackets.
    tail = None if unit else _UNIT_AT_END.search(rest.strip())
    if tail and ucum(tail[1].replace(" ", "/")):
        unit = ucum(tail[1].replace(" ", "/"))
        rest = rest.strip()[: tail.start()]
    return _Named(column, plain_name(bare), unit, visit, plain_name(rest), label)


def _subject(frame: pd.DataFrame, named: list[_Named]) -> ColumnMap | None:
    best: ColumnMap | None = None
    for position, part in enumerate(named):
        exact = part.column in ("USUBJID", "SUBJID")
        fits = exact or any(re.fullmatch(_SUBJECT, t) for t in (part.plain, plain_name(part.label)))
        values = frame[part.column]
        if not fits or not values.notna().any() or values.dtype.kind == "M":
            continue
        if re.fullmatch(r"(?:screening|case)", part.plain):
            continue
        confidence = 0.95 if exact else 0.8
        confidence -= 0.3 * float(values.isna().mean()) + 0.01 * position
        if best is None or confidence > best.confidence:
            why = "name" if exact else "name of the column"
            best = ColumnMap(
                part.column, "subject", "USUBJID", confidence=round(confidence, 2), why=why
            )
    return best


def _guess(values: pd.Series, part: _Named) -> ColumnMap:
    names = [t for t in (part.plain, plain_name(part.label)) if t]
    if part.column == "STUDYID" or "study id" in names or "studyid" in names:
        return ColumnMap(part.column, "study", "STUDYID", confidence=0.95, why="name of the column")
    measure = _measure(values, part)
    if measure is not None:
        return measure
    for role, pattern in (
        ("visit", _VISIT),
        ("date", _DATE),
        ("parameter", _PARAMETER),
        ("value", _VALUE),
        ("unit", _UNIT),
    ):
        if any(re.fullmatch(pattern, n) for n in names):
            if role == "date" and values.dtype.kind != "M" and not is_date_name(part.column):
                continue
            target = {"date": "ADT", "visit": "AVISIT"}.get(role, "")
            return ColumnMap(part.column, role, target, confidence=0.85, why="name of the column")
    # Under a joined head, "Patient" over "Arm", the name of a column begins with the head.
    bare = [re.sub(_HEAD, "", n) for n in names]
    for role, table in (("person", _PERSON), ("event", _EVENT)):
        for target, pattern in table:
            if any(re.fullmatch(pattern, n) for n in (bare if role == "person" else names)):
                return ColumnMap(
                    part.column, role, target, confidence=0.85, why="name of the column"
                )
    return _by_values(values, part)


def _measure(values: pd.Series, part: _Named) -> ColumnMap | None:
    if values.dtype.kind not in "if":
        return None
    for text, why in ((part.without_visit, "name"), (plain_name(part.label), "label")):
        found = find_measure(text) if text else None
        if found is None:
            continue
        measure, exact = found
        return _with_unit(values, part, measure, 0.95 if exact else 0.85, why)
    return None


def _with_unit(
    values: pd.Series, part: _Named, measure: Measure, confidence: float, why: str
) -> ColumnMap:
    """Settle the unit of a measure: as named, else the one its values fit."""
    known = values.dropna().to_numpy(dtype=float)
    middle = float(np.median(known)) if known.size else float("nan")
    unit, target = part.unit, measure.unit
    if target and not unit and known.size:
        fitting = [target] if measure.low <= middle <= measure.high else _fitting(measure, middle)
        if fitting:
            unit = fitting[0]
            confidence -= 0.15
            why += f"; unit {unit} from the size of the values"
    step = conversion(unit, target, molar_mass=measure.molar_mass) if unit and target else None
    factor = 1.0 if step is None else step.factor
    if known.size and not measure.low <= middle * factor <= measure.high:
        confidence -= 0.35
        why += f"; but the values (median {middle:g}) are not of the usual size"
    return ColumnMap(
        part.column,
        "measure",
        measure.code,
        measure.param if not unit or step is not None else f"{measure.label} ({unit})",
        part.visit,
        unit,
        target if step is not None else unit,
        measure.dataset,
        round(max(confidence, 0.05), 2),
        why,
    )


def _fitting(measure: Measure, middle: float) -> list[str]:
    """Return the units in which a value is of the usual size of a measure."""
    found = []
    for unit in ("mg/dL", "g/dL", "mg/L", "/uL", "mmol/L", "umol/L", "ug/L", "[lb_av]", "m"):
        step = conversion(unit, measure.unit, molar_mass=measure.molar_mass)
        if step is not None and measure.low <= middle * step.factor <= measure.high:
            found.append(unit)
    return found[:1]


def _by_values(values: pd.Series, part: _Named) -> ColumnMap:
    """Guess from what stands in a column whose name says nothing."""
    if values.dtype.kind == "M":
        return ColumnMap(part.column, "leave", confidence=0.4, why="a date of unknown meaning")
    if values.dtype.kind in "if":
        if not values.notna().any():
            return ColumnMap(part.column, "leave", confidence=0.9, why="no values")
        code = re.sub(r"\W+", "_", part.without_visit.upper()).strip("_")[:24] or part.column[:24]
        label = part.label or part.column
        return ColumnMap(
            part.column, "measure", code, label, part.visit, part.unit, part.unit, QS, 0.3,
            _UNKNOWN,
        )  # fmt: skip
    texts = [str(v) for v in values.dropna().unique()[:200]]
    if texts and sum(_is_visit(t) for t in texts) >= 0.6 * len(texts):
        return ColumnMap(
            part.column, "visit", "AVISIT", confidence=0.7, why="the values name visits"
        )
    if 2 <= len(texts) <= 8 and any("placebo" in t.lower() for t in texts):
        return ColumnMap(part.column, "person", "TRT01P", confidence=0.65, why="a value is placebo")
    if texts and sum(find_measure(_without_unit(t)) is not None for t in texts) >= 0.5 * len(texts):
        return ColumnMap(part.column, "parameter", confidence=0.7, why="the values name measures")
    return ColumnMap(part.column, "leave", confidence=0.4, why="texts of unknown meaning")


def _is_visit(text: str) -> bool:
    return not np.isnan(visit_number(text.replace("_", " "))) or is_unplanned(text)


def _without_unit(text: str) -> str:
    return _BRACKETS.sub(" ", text)


def _medicines(
    frame: pd.DataFrame,
    named: list[_Named],
    guesses: Mapping[str, ColumnMap],
    layout: str,
    title: str,
) -> dict[str, ColumnMap]:
    """Return what the columns are where the rows are medicines rather than measurements."""
    measured = any(g.role == "measure" and g.confidence >= SURE for g in guesses.values())
    if layout == "events" or measured:
        return {}
    names = {
        p.column: tuple(t for t in (p.plain, plain_name(p.label)) if t)
        for p in named
        if guesses[p.column].role not in ("subject", "study")
    }
    return as_medicines(frame, names, title)


def _layout(frame: pd.DataFrame, guesses: Mapping[str, ColumnMap], subject: str) -> str:
    roles = [g.role for g in guesses.values()]
    events = {g.target for g in guesses.values() if g.role == "event"}
    if "AETERM" in events or "AEDECOD" in events:
        return "events"
    if "parameter" in roles and "value" in roles:
        return "long"
    repeated = bool(frame[subject].dropna().duplicated().any())
    wide = sum(1 for g in guesses.values() if g.role == "measure" and g.visit)
    if repeated and ("visit" in roles or "date" in roles) and wide < 2:
        return "visits"
    if not repeated and ("visit" in roles) and wide < 2 and "measure" in roles:
        return "visits"
    return "subjects"


def _settle(
    layout: str, frame: pd.DataFrame, guesses: dict[str, ColumnMap]
) -> dict[str, ColumnMap]:
    """Give up guesses that do not fit the layout, and doubled ones."""
    settled = dict(guesses)
    for column, guess in guesses.items():
        needless = (
            (guess.role == "event" and layout != "events")
            or (guess.role == "medicine" and layout != "medicines")
            or (guess.role in ("parameter", "value", "unit") and layout != "long")
            or (guess.role == "measure" and layout in ("events", "medicines", "long"))
        )
        if needless:
            settled[column] = ColumnMap(
                column, "leave", confidence=0.4, why="does not fit the rows"
            )
    taken: dict[tuple[str, str, str], str] = {}
    for column, guess in settled.items():
        if guess.role == "leave":
            continue
        key = (guess.role, guess.target, guess.visit)
        if guess.role == "visit":
            key = ("visit", "", "")
        other = taken.get(key)
        if other is None:
            taken[key] = column
            continue
        loser = column if settled[other].confidence >= guess.confidence else other
        if guess.role == "visit":
            # Of a name and a number of the visit, the one with texts says more.
            texts = [c for c in (other, column) if frame[c].dtype.kind not in "if"]
            loser = other if texts == [column] else column
        taken[key] = other if loser == column else column
        settled[loser] = replace(
            settled[loser], role="leave", confidence=0.4,
            why=f"{taken[key]} is taken for the same",
        )  # fmt: skip
    return settled


def _numbers_for_want_of_better(
    frame: pd.DataFrame, guesses: dict[str, ColumnMap], subject: str
) -> dict[str, ColumnMap]:
    """Take numbers of unknown meaning as measures by visit where no measure is known.

    Numbers that are the same at all visits of every patient are none.
    """
    measures = {c: g for c, g in guesses.items() if g.role == "measure"}
    if any(g.confidence >= SURE for g in measures.values()):
        return guesses
    why = f"{_UNKNOWN}, the only ones by visit"
    unknown = [c for c, g in measures.items() if g.why == _UNKNOWN]
    most = frame.groupby(subject)[unknown].nunique().max() if unknown else pd.Series(dtype=int)
    taken = {c: replace(measures[c], confidence=SURE, why=why) for c in unknown if most[c] > 1}
    return {**guesses, **taken}


def _visits(frame: pd.DataFrame, table: TableMap) -> dict[str, tuple[str, float]]:
    """Return name and number of every visit label of a table."""
    labels: list[str] = []
    column = table.first("visit")
    if column is not None:
        labels = [visit_text(v) for v in frame[column.column].dropna().unique()]
        if any(w in plain_name(column.column) for w in ("week", "woche", "semaine")):
            return {t: _named_week(t) for t in labels[:500]}
    labels += [c.visit for c in table.of_role("measure") if c.visit]
    return visit_names(list(dict.fromkeys(labels))[:500])


def _named_week(label: str) -> tuple[str, float]:
    match = re.search(r"\d+(?:\.\d+)?", label)
    if not match:
        return visit_names([label])[label]
    week = float(match[0])
    return (BASELINE, 0.0) if week == 0 else (f"Week {week:g}", week)


def visit_text(value: object) -> str:
    """Return a visit as it stands in the data: a whole number without decimals."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def visit_names(labels: list[str]) -> dict[str, tuple[str, float]]:
    """Return name and number for visit labels of any spelling.

    Weeks, months and days are read from the label; bare numbers and labels
    without any are numbered in their order, after the visits before them.
    """
    found: dict[str, tuple[str, float]] = {}
    for place, label in enumerate(labels):
        text = re.sub(r"_arm_\d+$", "", label.strip(), flags=re.I).replace("_", " ")
        number = visit_number(text)
        if re.fullmatch(r"(?i)base", text):
            number = 0.0
        match = re.fullmatch(r"(?i)(?:visit|visite|v)?[\s.]*(\d+(?:\.\d+)?)", text)
        if match and np.isnan(number):
            found[label] = (f"Visit {float(match[1]):g}", float(match[1]))
        elif is_unplanned(text):
            found[label] = (tidy_label(text), float("nan"))
        elif re.fullmatch(r"(?i)eot|end of treatment|eos|early termination", text):
            found[label] = ("End of treatment", 99.0)
        elif np.isnan(number):
            found[label] = (tidy_label(text), 900.0 + place)
        elif number == 0:
            found[label] = (BASELINE, 0.0)
        elif number < 0:
            found[label] = (tidy_label(text), number)
        else:
            found[label] = (f"Week {number:g}", number)
    return found


def _values(frame: pd.DataFrame, table: TableMap) -> dict[str, dict[str, str]]:
    """Return how the texts of coded variables are to be written."""
    found: dict[str, dict[str, str]] = {}
    codes = {"SEX": SEXES, "AESEV": SEVERITY, "AESER": YES}
    codes |= dict.fromkeys(("SAFFL", "FASFL", "ITTFL"), YES)
    for column in table.columns:
        words = codes.get(column.target)
        if words is None or column.role not in ("person", "event"):
            continue
        texts = [visit_text(v) for v in frame[column.column].dropna().unique()[:100]]
        mapped = {
            t: standard
            for t in texts
            for standard, pattern in words.items()
            if re.fullmatch(pattern, t.strip().lower())
        }
        if mapped:
            found[column.target] = mapped
    return found


def _parameters(frame: pd.DataFrame, table: TableMap) -> dict[str, str]:
    """Return the parameter code for every name of a measure in a long table."""
    column = table.first("parameter")
    if column is None:
        return {}
    found = {}
    for text in frame[column.column].dropna().unique()[:2000]:
        known = find_measure(_without_unit(str(text)))
        if known is not None:
            found[str(text)] = known[0].code
    return found
