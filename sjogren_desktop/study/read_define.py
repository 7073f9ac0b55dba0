"""define.xml: labels of data sets and variables, and the terms a variable may have.

Read are versions 2.0 and 2.1 (CDISC Define-XML 2.1, sections 5.3.9 to 5.3.12:
ItemGroupDef, ItemDef, CodeList). A file with a document type is refused before
it is parsed: define.xml has none, and entities are how XML is made to explode.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd

from sjogren_desktop.results import AnalysisError, Issue
from sjogren_desktop.study.data import Dataset
from sjogren_desktop.study.wording import counted

_LARGEST = 64 << 20
_MOST_TERMS = 5
_ODM = re.compile(rb"<(?:\w+:)?ODM[\s>]")
_HOSTILE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class Variable:
    """Label of a variable, text by term where it has a list of terms, and longest text.

    ``length`` is 0 where nothing is said of it, ``no_data`` True where the variable is
    declared to hold nothing.
    """

    label: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    length: int = 0
    no_data: bool = False


@dataclass(frozen=True)
class DatasetDefinition:
    """Label of a data set, its variables by name, and whether it is declared to be empty."""

    label: str
    variables: Mapping[str, Variable]
    no_data: bool = False


def looks_like_define(path: Path) -> bool:
    """Say whether a file is an XML document of CDISC's ODM."""
    try:
        with path.open("rb") as file:
            return _ODM.search(file.read(1 << 16)) is not None
    except OSError:
        return False


def read_define(path: Path) -> dict[str, DatasetDefinition]:
    """Return what a define.xml says, by the upper-case name of the data set.

    Raises
    ------
    AnalysisError
        If the file is too large, has a document type, or is no valid XML.
    """
    if path.stat().st_size > _LARGEST:
        raise AnalysisError(f"{path.name} is larger than any define.xml, so it was not read.")
    content = path.read_bytes()
    if _HOSTILE.search(content):
        raise AnalysisError(
            f"{path.name} declares a document type or entities, which define.xml never does, so it "
            "was not read. Check where the file comes from."
        )
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise AnalysisError(f"{path.name} is no valid XML ({error}). Export it again.") from error
    lists = {str(e.get("OID")): _terms(e) for e in _all(root, "CodeList")}
    items = {
        str(e.get("OID")): (str(e.get("Name")), _variable(e, lists)) for e in _all(root, "ItemDef")
    }
    found = {}
    for group in _all(root, "ItemGroupDef"):
        name = str(group.get("SASDatasetName") or group.get("Name") or "").upper()
        variables = {}
        for reference in _all(group, "ItemRef"):
            known = items.get(str(reference.get("ItemOID")))
            if known is not None:
                empty = _has_no_data(reference)
                variables[known[0].upper()] = dataclasses.replace(known[1], no_data=empty)
        found[name] = DatasetDefinition(_text(group), variables, _has_no_data(group))
    return found


def _has_no_data(element: ElementTree.Element) -> bool:
    """Return what Define-XML 2.1 says in ``def:HasNoData`` of a data set or variable."""
    return any(k.rpartition("}")[2] == "HasNoData" and v == "Yes" for k, v in element.items())


def _all(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of a name, whatever their namespace is."""
    for each in element.iter():
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name:
            yield each


def _text(element: ElementTree.Element, name: str = "Description") -> str:
    """Return the text of the first description (or decode) directly below an element."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] == name:
            text = next((t.text for t in _all(child, "TranslatedText")), None)
            return " ".join((text or "").split())
    return str(element.get("{http://www.cdisc.org/ns/def/v1.0}Label") or "")


def _variable(item: ElementTree.Element, lists: Mapping[str, Mapping[str, str]]) -> Variable:
    reference = next(_all(item, "CodeListRef"), None)
    own = "" if reference is None else str(reference.get("CodeListOID"))
    length = str(item.get("Length") or "")
    is_text = str(item.get("DataType") or "").lower() in ("text", "string")
    longest = int(length) if is_text and length.isdecimal() and len(length) < 6 else 0
    return Variable(_text(item), lists.get(own, {}), longest)


def _terms(element: ElementTree.Element) -> dict[str, str]:
    terms = {}
    for name in ("CodeListItem", "EnumeratedItem"):
        for each in _all(element, name):
            value = " ".join(str(each.get("CodedValue") or "").split())
            terms[value] = _text(each, "Decode") if name == "CodeListItem" else value
    return terms


def apply_define(
    datasets: Sequence[Dataset], definitions: Mapping[str, DatasetDefinition]
) -> tuple[list[Dataset], list[Issue]]:
    """Return data sets with the labels they lack, and the values that are no terms."""
    result: list[Dataset] = []
    issues: list[Issue] = []
    for dataset in datasets:
        known = definitions.get(dataset.name)
        if known is None:
            result.append(dataset)
            continue
        labels = {c: v.label for c, v in known.variables.items() if v.label and c in dataset.frame}
        result.append(
            dataclasses.replace(
                dataset, labels={**labels, **dataset.labels}, label=dataset.label or known.label
            )
        )
        for column, variable in known.variables.items():
            if variable.length and column in dataset.frame:
                issues += _too_long(dataset, column, variable.length)
            if variable.terms and column in dataset.frame:
                issues += _not_terms(dataset, column, variable.terms)
    return result, issues


def _too_long(dataset: Dataset, column: str, length: int) -> list[Issue]:
    """Say so where texts are longer than define.xml says, which a transport file would cut."""
    values = dataset.frame[column]
    if values.dtype.kind in "iufMb":
        return []
    codes, distinct = pd.factorize(values.astype("object"))
    long = np.array([*(len(str(v)) > length for v in distinct), False], dtype=bool)[codes]
    if not long.any():
        return []
    places = long.nonzero()[0]
    most = max(len(str(v)) for v in distinct)
    file, sheet, row = dataset.address(int(places[0]))
    return [
        Issue(
            "warning",
            f"{column} of {dataset.name} has {counted(len(places), 'value')} longer than the "
            f"{length} characters of define.xml, up to {most}.",
            action="Correct the length in define.xml; by it the texts would be cut.",
            file=file,
            sheet=sheet,
            row=row,
            column=column,
            check="define.length",
        )
    ]


def _not_terms(dataset: Dataset, column: str, terms: Mapping[str, str]) -> list[Issue]:
    values = dataset.frame[column]
    if values.dtype.kind == "M":
        return []
    if values.dtype.kind in "iuf":
        allowed: set[object] = {_number(t) for t in terms}
        odd = values.notna() & ~values.isin(list(allowed))
    else:
        odd = values.notna() & ~values.astype("str").isin(list(terms))
    if not odd.any():
        return []
    places = odd.to_numpy(dtype=bool).nonzero()[0]
    distinct = pd.unique(values[odd])
    shown = ", ".join(repr(v) for v in distinct[:_MOST_TERMS].tolist())
    more = " ..." if len(distinct) > _MOST_TERMS else ""
    file, sheet, row = dataset.address(int(places[0]))
    return [
        Issue(
            "warning",
            f"{column} of {dataset.name} has {counted(len(places), 'value')} that define.xml does "
            f"not list: {shown}{more}.",
            action="Correct the values or the list of terms in define.xml.",
            file=file,
            sheet=sheet,
            row=row,
            column=column,
            check="term.codelist",
        )
    ]


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
