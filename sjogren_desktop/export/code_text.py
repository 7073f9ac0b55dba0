"""Texts of R and SAS code: names and values of a result, quoted as each language wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sjogren_desktop.results import Course, Result

POOLED = "Pooled"
FLAGGED_R = 'ANL01FL == "Y"'
"""What chooses the records flagged for analysis, for R."""


def card(result: Result, name: str) -> str:
    """Return a line of the method card, "" without it."""
    return dict(result.method).get(name, "")


def text_of(result: Result, name: str) -> str:
    """Return an option as text, "" without it."""
    return str(result.options.get(name, ""))


def many(result: Result, name: str) -> list[str]:
    """Return an option of many values."""
    value = result.options.get(name, ())
    return [str(v) for v in value] if isinstance(value, tuple | list) else [str(value)]


def visits(result: Result) -> list[str]:
    """Return the visits of a result."""
    return many(result, "visits" if "visits" in result.options else "visit")


def ordered_arms(result: Result) -> list[str]:
    """Return the arms, that which the others are compared with first."""
    reference = text_of(result, "reference")
    return [reference, *(arm for arm in many(result, "arms") if arm != reference)]


def studies(result: Result) -> list[str]:
    """Return the study, none where all are pooled."""
    study = text_of(result, "study")
    return [] if study in ("", POOLED) else [study]


def level(result: Result) -> str:
    """Return the confidence level, as R writes it."""
    return f"{float(text_of(result, 'level')) / 100:g}"


def alpha(result: Result) -> str:
    """Return the level of significance, as SAS writes it."""
    return f"{1 - float(text_of(result, 'level')) / 100:g}"


def r_text(text: str) -> str:
    """Return a text of R."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def r_vector(texts: Sequence[str]) -> str:
    """Return a vector of texts of R."""
    return f"c({', '.join(map(r_text, texts))})"


def sas_text(text: str) -> str:
    """Return a text of SAS."""
    return "'" + text.replace("'", "''") + "'"


def sas_list(texts: Sequence[str]) -> str:
    """Return a list of texts of SAS."""
    return ", ".join(map(sas_text, texts))


def one_line(text: str) -> str:
    """Return a text that cannot end a SAS comment."""
    return " ".join(text.split()).replace(";", ",")


def r_periods(result: Result) -> list[str]:
    """Return R code that counts the periods of the records, none where the data tell them."""
    if result.course is None or not result.course.counted_by:
        return []
    treatment, time = result.course.counted_by
    return [
        f"# Periods are not in the data: they count the changes of treatment. {treatment} of the",
        "# records is TREATMENT in bds here, where TRTP is that of ADSL.",
        f"bds <- bds[order(bds$USUBJID, bds${time}, na.last = FALSE), ]",
        "bds$APERIOD <- ave(as.integer(factor(bds$TREATMENT)), bds$USUBJID, FUN = function(t) {",
        "  known <- which(!is.na(t))",
        "  t <- t[known[pmax(1, findInterval(seq_along(t), known))]]",
        "  cumsum(c(1, diff(t) != 0))",
        "})",
    ]


def sas_periods(result: Result) -> list[str]:
    """Return SAS code that counts the periods of the records, none where the data tell them."""
    if result.course is None or not result.course.counted_by:
        return []
    treatment, time = result.course.counted_by
    return [
        f"* Periods are not in the data: they count the changes of treatment. {treatment} of the",
        "  records is TREATMENT in bds here, where TRTP is that of ADSL;",
        f"proc sort data=bds; by USUBJID {time}; run;",
        "data bds;",
        "  set bds;",
        "  by USUBJID;",
        "  length _given $ 200;",
        "  retain _given APERIOD;",
        "  if first.USUBJID then do; _given = TREATMENT; APERIOD = 1; end;",
        "  else if not missing(TREATMENT) then do;",
        "    if not missing(_given) and TREATMENT ne _given then APERIOD + 1;",
        "    _given = TREATMENT;",
        "  end;",
        "  drop _given;",
        "run;",
    ]


def arm_variable(result: Result) -> str:
    """Return the variable of the subject-level data that the arms are of."""
    period = result.course.period if result.course else 0
    return f"TRT{period or 1:02d}P"


def r_parameter(result: Result) -> list[str]:
    """Return what chooses the records of the parameter of a result, for R."""
    return [f"{name} == {value}" for name, value in _parameter(result, r_text)]


def sas_parameter(result: Result) -> list[str]:
    """Return what chooses the records of the parameter of a result, for SAS."""
    return [f"{name} = {value}" for name, value in _parameter(result, sas_text)]


def _parameter(result: Result, text: Callable[[str], str]) -> list[tuple[str, str]]:
    course = result.course or Course(text_of(result, "parameter"))
    return [
        ("PARAMCD", text(course.parameter)),
        *([("APERIOD", str(course.period))] if course.period else []),
        *([("BASETYPE", text(course.baseline))] if course.baseline else []),
    ]


def r_conditions(result: Result) -> list[str]:
    """Return what chooses the records of a result among those of all parameters, for R."""
    found = r_parameter(result)
    if text_of(result, "population"):
        found.append(f'{text_of(result, "population")} == "Y"')
    if text_of(result, "records").startswith("flagged"):
        found.append(FLAGGED_R)
    if studies(result):
        found.append(f"STUDYID %in% {r_vector(studies(result))}")
    return found


def sas_conditions(result: Result) -> list[str]:
    """Return what chooses the records of a result among those of all parameters, for SAS."""
    found = sas_parameter(result)
    if text_of(result, "population"):
        found.append(f"{text_of(result, 'population')} = 'Y'")
    if text_of(result, "records").startswith("flagged"):
        found.append("ANL01FL = 'Y'")
    if studies(result):
        found.append(f"STUDYID in ({sas_list(studies(result))})")
    return found
