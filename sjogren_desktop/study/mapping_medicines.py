# ruff: noqa: E501 - patterns stay on one line
"""Tables of concomitant medicines: recognised by their columns, made a data set ADCM."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.mapping import ColumnMap
from sjogren_desktop.study.measures import plain_name
from sjogren_desktop.study.sdtm_events import dated_events

_DRUG = r"(?:med(?:ication|icine|ikament|ikation)?s?|drug|médicament|medicament|cm|con(?:comitant)? ?meds?)"
_OF = rf"(?:(?:concomitant |prior )?{_DRUG} )?"
_NAMED = rf"(?:(?:concomitant |prior |other )?{_DRUG}(?: (?:name|trt|text|term|given))?|name of (?:the )?{_DRUG}|cmtrt|begleitmedikation|wirkstoff)"
_PARTS = (
    ("CMTRT", _NAMED),
    ("CMDECOD", rf"(?:cmdecod|{_OF}(?:generic|coded|standardi[sz]ed|preferred|who ?drug) (?:name|term)|atc name|inn)"),
    ("CMCLAS", rf"(?:cmclas|{_OF}(?:atc(?: class| code)?|class))"),
    ("CMINDC", rf"(?:cmindc|{_OF}(?:indication|indc|reason|indikation|grund)(?: for use)?)"),
    ("CMDOSE", rf"(?:cmdose|{_OF}(?:total |daily |single )?(?:dose|dosis|dosage)(?: ?amount)?)"),
    ("CMDOSU", rf"(?:cmdosu|{_OF}(?:dose ?|dosis ?)?(?:units?|einheit|unité))"),
    ("CMDOSFRQ", rf"(?:cmdosfrq|{_OF}(?:dose ?)?(?:freq(?:uency)?|häufigkeit|fréquence))"),
    ("CMROUTE", rf"(?:cmroute|{_OF}(?:route(?: of administration)?|applikation|voie))"),
    ("CMSTDTC", rf"(?:cmstdtc|{_OF}(?:(?:start|begin|first)(?: ?dat(?:e|um))?|date (?:of )?start(?:ed)?|beginn|(?:date de )?(?:début|debut)))"),
    ("CMENDTC", rf"(?:cmendtc|{_OF}(?:(?:end|stop|last)(?: ?dat(?:e|um))?|date (?:of )?(?:end|stop(?:ped)?)|ende|(?:date de )?fin))"),
    ("CMONGO", rf"(?:cmongo|{_OF}(?:ongoing|continuing|andauernd|en cours))"),
)  # fmt: skip
_TITLE = re.compile(
    rf"(?:concomitant |prior |other )*(?:and )?(?:concomitant )?{_DRUG}(?: (?:log|form|list|crf))?"
)
_STUDY_DRUG = re.compile(
    r"\b(?:stud(?:y|ien)|trial|dos(?:e|es|ing)|exposure|administration|infusions?|injections?|imp?|ex|ec)\b|prüf"
)
"""In titles and headers: the medicine that is tried, which is no concomitant one."""

MEDICINE_VARIABLES = tuple(variable for variable, _ in _PARTS)
_NAMES = ("CMTRT", "CMDECOD")


def as_medicines(
    frame: pd.DataFrame, names: Mapping[str, tuple[str, ...]], title: str
) -> dict[str, ColumnMap]:
    """Return what the columns of a table of medicines are, nothing where it is no such table.

    Parameters
    ----------
    frame : pandas.DataFrame
    names : mapping of str to tuple of str
        Plain names and labels of the columns that are not the patient.
    title : str
        Name of the table: "Concomitant medications" tells it as well as its columns.

    Notes
    -----
    A table is one of medicines if a column of texts names them and either its title says
    so or two other columns are parts of a medicine (dose, route, start ...). What is called
    a drug alone may be the one that is tried, so a title must say that it is not.
    """
    title = plain_name(title)
    titled = _TITLE.fullmatch(title) is not None
    if not titled and _STUDY_DRUG.search(title):
        return {}
    found: dict[str, ColumnMap] = {}
    for variable, pattern in _PARTS:
        column = next(
            (
                c
                for c, texts in names.items()
                if c not in found and any(re.fullmatch(pattern, t) for t in texts)
            ),
            None,
        )
        if column is None or (variable in _NAMES and frame[column].dtype.kind in "ifM"):
            continue
        found[column] = ColumnMap(
            column, "medicine", variable, confidence=0.85, why="name of the column"
        )
    naming = [c.column for c in found.values() if c.target in _NAMES]
    told = any("drug" not in plain_name(column) for column in naming)
    many = len(found) - len(naming) > 1
    return found if naming and (titled or (told and many)) else {}


def medicines_of(
    parts: Mapping[str, pd.Series], base: pd.DataFrame, people: pd.DataFrame
) -> tuple[pd.DataFrame, npt.NDArray[np.intp], list[Issue]] | None:
    """Return the medicines of a table with their dates, the rows they stand in, and notes.

    Parameters
    ----------
    parts : mapping of str to pandas.Series
        Values of the parts of medicines, by variable, as they are to be written.
    base : pandas.DataFrame
        Study and patient of every row.
    people : pandas.DataFrame
        Subject-level records, for the dates of treatment.

    Returns
    -------
    tuple or None
        None where nothing names a medicine.
    """
    made = base.assign(**parts)
    name = next((n for n in _NAMES if n in made), None)
    if name is None:
        return None
    if "CMTRT" not in made:
        made["CMTRT"] = made[name]
    return dated_events(made, "CM", name, people)
