"""Interpret the values of a raw table: texts, numbers and dates.

Every rule works on the distinct values of a column, so the cost of a rule does
not grow with the number of records. What each rule does is described for users
in ``resources/methods/import.md``; nothing is changed without an
:class:`~sjogren_desktop.results.Issue` that counts it, except the trimming of
blanks.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study import dates, numbers
from sjogren_desktop.study.date_numbers import dates_of_numbers, middle_day, whole_numbers
from sjogren_desktop.study.raw import RawTable
from sjogren_desktop.study.wording import counted
from sjogren_desktop.study.workbook_faults import cell_name

TEXT_SUFFIX = "_TEXT"
"""Added to a column's name: the texts of values that are not plain numbers."""

PARTIAL_SUFFIX = "_PARTIAL"
"""Added to a column's name: Y where the date lacks its day, month or year."""

_TEXT_NAME = re.compile(
    r"(?:USUBJID|SUBJID|SITEID|STUDYID|DOMAIN|VISIT|AVISIT|ARM|ACTARM|EPOCH|DTYPE|PARAM|UNIT|ID|CODE)"
    r"|TRT\d*[APU]|TRT\d\dP?SEQ[AP]|TRTSEQ[AP]"
    r"|(?:SUBJECT|PATIENT|PATIENTEN|PROBAND|SCREENING|RANDOMI[SZ]ATION|SITE|CENTRE|CENTER|ZENTRUM)"
    r"(?:[ _.-]*(?:ID|NO|NR|NUMBER|NUMMER|IDENTIFIER|CODE|INITIALS))?\.?"
    r"|\w{2,}ID|.*[ _](?:ID|SITE|CODE)|\w{2,}CD|\w{2,}DTC|\w{2,}DTF|\w{2,}TMF|\w*[A-Z]\w*FL"
    r"|AVALC|BASEC|\w*STRESC|\w*TERM|\w*DECOD"
)
_NUMBER_NAME = re.compile(
    r"AVAL|BASE|CHG|PCHG|R2BASE|R2A1LO|R2A1HI|AGE|CNSR|A1LO|A1HI|ANRLO|ANRHI|AVISITN|VISITNUM|ADY"
    r"|\w*STRESN|\w*STNRLO|\w*STNRHI|TRT\d\d[AP]N|TRT[AP]N|\w*SEQ|\w+DY|PARAMN"
)
_DATE_NAME = re.compile(r"\w*[A-Z0-9]DTM?|DATE|DATUM|.*[ _]DAT(?:E|UM)|\w+DATE?|DATE[ _].*")
_MAY_HOLD_NA = re.compile(r".*(?:ID|CD|CODE|COUNTRY|REGION)\w*|.*SUBJECT.*|.*PATIENT.*")

_KEYS = frozenset({"STUDYID", "USUBJID", "SUBJID", "SITEID"})

_MOST_EXAMPLES = 3
_MOST_ADDRESSES = 20


def column_name(header: object) -> str:
    """Return the name a header gets in the study: trimmed, upper case, single blanks."""
    text = " ".join(str(header).replace("\ufeff", "").split())
    return text.replace("µ", "u").replace("μ", "u").upper()


def stays_text(name: str) -> bool:
    """Return True for identifiers, codes and dates, which never become numbers."""
    return _TEXT_NAME.fullmatch(name) is not None


def is_number_name(name: str) -> bool:
    """Return True for variables the standard defines as numeric."""
    return _NUMBER_NAME.fullmatch(name) is not None


def is_date_name(name: str) -> bool:
    """Return True for columns whose name says that they hold dates."""
    return _DATE_NAME.fullmatch(name) is not None and not name.endswith("DTC")


def interpret(
    table: RawTable, file: str, *, missing_codes: Collection[str] = ()
) -> tuple[RawTable, list[Issue]]:
    """Return the table by the convention of :mod:`.data`, and what was changed.

    Parameters
    ----------
    table : RawTable
        As read; it is left as it is.
    file : str
        Name of the file, for the addresses of the issues.
    missing_codes : collection of str
        Values that mean "missing" in number columns because the user said so,
        such as ``"-99"``; nothing of the kind is ever guessed.
    """
    work = _Interpretation(table, file, frozenset(missing_codes))
    columns = [work.column(position) for position in range(table.frame.shape[1])]
    work.drop_na_texts(columns)
    merged: dict[str, pd.Series] = {}
    for part in columns:
        merged.update(part)
    frame = pd.DataFrame(merged, index=table.frame.index).reset_index(drop=True)
    labels = {column_name(k): v.strip() for k, v in table.labels.items() if v and v.strip()}
    return dataclasses.replace(table, frame=frame, labels=labels), work.issues


class _Interpretation:
    """The state of one table's interpretation: its address and its findings."""

    def __init__(self, table: RawTable, file: str, missing_codes: frozenset[str]) -> None:
        self.table = table
        self.file = file
        self.missing_codes = missing_codes
        self.issues: list[Issue] = []
        self.na_is_missing = False
        self.names = [column_name(name) for name in table.frame.columns]
        subject = next((n for n in ("USUBJID", "SUBJID") if n in self.names), None)
        self.subjects = None if subject is None else table.frame.iloc[:, self.names.index(subject)]

    def column(self, position: int) -> dict[str, pd.Series]:
        """Interpret one column; the answer may hold a companion column."""
        name, raw = self.names[position], self.table.frame.iloc[:, position]
        if isinstance(raw.dtype, np.dtype) and raw.dtype.kind in "iufM" and not self._is_key(name):
            return {name: self._typed(name, raw)}
        if isinstance(raw.dtype, np.dtype) and raw.dtype.kind in "bc":
            raw = raw.astype(object)
        distinct = _Distinct(raw, self.missing_codes if not stays_text(name) else frozenset())
        self._report_declared(name, distinct.declared)
        if name.endswith("DTC"):
            return self._iso_dates(name, distinct)
        if is_date_name(name):
            return self._dates(name, distinct)
        if stays_text(name):
            return {name: distinct.as_text(raw.index)}
        if self.table.declared.typed:
            return self._numbers_as_text(name, distinct) or {name: distinct.as_text(raw.index)}
        converted = self._numbers(name, distinct)
        if converted is None and distinct.values.size:
            parsed = dates.parse_dates(distinct.values, day_first=self.table.declared.day_first)
            if parsed.complete:
                converted = {name: distinct.take_dates(parsed.values, raw.index)}
        return converted or {name: distinct.as_text(raw.index)}

    def _typed(self, name: str, raw: pd.Series) -> pd.Series:
        """Interpret a column that the file gives as numbers or dates."""
        values = self._declared_missing(name, self._finite(name, raw))
        if values.dtype.kind == "M" or not is_date_name(name):
            return values
        found = self._dates_of_numbers(name, values)
        return values if found is None else found

    def drop_na_texts(self, columns: Sequence[dict[str, pd.Series]]) -> None:
        """Make "NA" missing in text columns, if the file used it for missing numbers."""
        if not self.na_is_missing:
            return
        for part in columns:
            for name, values in part.items():
                if values.dtype.kind in "iufM" or _MAY_HOLD_NA.fullmatch(name):
                    continue
                hits = (values == "NA").to_numpy(dtype=bool, na_value=False)
                if hits.any() and not name.endswith(TEXT_SUFFIX):
                    part[name] = values.mask(hits)
                    self._report(
                        "value.missing_code",
                        "note",
                        f"{counted(int(hits.sum()), 'text')} 'NA' taken as missing, as in the "
                        "number columns of this file.",
                        name,
                        hits,
                    )

    def _is_key(self, name: str) -> bool:
        """Return True for columns that are text even where the source has numbers."""
        return name in _KEYS or (not self.table.declared.typed and stays_text(name))

    def _finite(self, name: str, values: pd.Series) -> pd.Series:
        if values.dtype.kind != "f":
            return values
        infinite = np.isinf(values.to_numpy())
        if infinite.any():
            self._report(
                "value.infinite",
                "warning",
                f"{counted(int(infinite.sum()), 'infinite value')} taken as missing.",
                name,
                infinite,
            )
            return values.mask(infinite)
        return values

    def _declared_missing(self, name: str, values: pd.Series) -> pd.Series:
        """Take out the numbers that the user declared to mean "missing"."""
        if not self.missing_codes or values.dtype.kind == "M":
            return values
        codes = pd.to_numeric(pd.Series(sorted(self.missing_codes), dtype=object), errors="coerce")
        hits = values.isin(codes.dropna()).to_numpy(dtype=bool)
        self._report_declared(name, hits)
        return values.mask(hits) if hits.any() else values

    def _report_declared(self, name: str, hits: npt.NDArray[np.bool_]) -> None:
        if hits.any():
            self._report(
                "value.missing_code",
                "note",
                f"{counted(int(hits.sum()), 'value')} taken as missing, as declared.",
                name,
                hits,
            )

    def _numbers(self, name: str, distinct: _Distinct) -> dict[str, pd.Series] | None:
        """Return the column as numbers, or None if it is not a column of numbers."""
        if not distinct.values.size:
            return None
        must = is_number_name(name)
        said = self.table.declared
        parsed = numbers.parse_numbers(
            distinct.values,
            decimal_comma=said.decimal_comma, decimal=said.decimal, commas=said.commas,
        )  # fmt: skip
        if not must and not _is_number_column(distinct, parsed):
            return None
        if not (parsed.status == numbers.NUMBER).any():
            return None
        if "NA" in distinct.values and not self.na_is_missing:
            self.na_is_missing = True
        index = distinct.index
        values = distinct.take_numbers(parsed.values, index)
        self._report_numbers(name, distinct, parsed)
        kept = np.isin(parsed.status, numbers.KEEP_TEXT)
        if not kept.any():
            return {name: values}
        texts = np.where(kept, distinct.values, None)
        return {name: values, name + TEXT_SUFFIX: distinct.take_text(texts, index)}

    def _numbers_as_text(self, name: str, distinct: _Distinct) -> dict[str, pd.Series] | None:
        """Return a variable the standard has as numeric, which the file declares as text.

        Only where every text is a number written in plain form: a declared
        type is otherwise believed, and text stays text.
        """
        if not is_number_name(name) or not distinct.values.size:
            return None
        parsed = numbers.parse_numbers(distinct.values)
        if not (parsed.status == numbers.NUMBER).all() or parsed.reformatted.any():
            return None
        everywhere = distinct.where(parsed.status == numbers.NUMBER)
        self._report(
            "value.number_as_text",
            "warning",
            f"{name} is numeric by the standard, but the file holds it as text; its "
            f"{counted(int(everywhere.sum()), 'value')} were read as numbers.",
            name,
            everywhere,
        )
        return {name: distinct.take_numbers(parsed.values, distinct.index)}

    def _report_numbers(self, name: str, distinct: _Distinct, parsed: numbers.Numbers) -> None:
        for status, check, severity, sentence in numbers.FINDINGS:
            chosen = parsed.status == status
            if not chosen.any():
                continue
            where = distinct.where(chosen)
            self._report(
                check,
                severity,
                f"{counted(int(where.sum()), 'value')} {sentence}: "
                f"{_examples(distinct.values[chosen])}.",
                name,
                where,
                kept=status in numbers.KEEP_TEXT,
            )
        if parsed.reformatted.any():
            where = distinct.where(parsed.reformatted)
            self._report(
                "value.number_format",
                "warning" if parsed.guessed or parsed.mixed else "note",
                f"{counted(int(where.sum()), 'number')} not written in plain form, for example "
                + ", ".join(
                    f"{text!r} read as {value:g}"
                    for text, value in zip(
                        distinct.values[parsed.reformatted][:_MOST_EXAMPLES],
                        parsed.values[parsed.reformatted][:_MOST_EXAMPLES],
                        strict=True,
                    )
                )
                + "."
                + (
                    " Whether the comma or point stands for decimals or thousands could not be "
                    "seen from the column itself."
                    if parsed.guessed
                    else " The column has both decimal points and decimal commas."
                    if parsed.mixed
                    else ""
                ),
                name,
                where,
            )

    def _dates(self, name: str, distinct: _Distinct) -> dict[str, pd.Series]:
        index = distinct.index
        if not distinct.values.size:
            return {name: distinct.take_dates(np.array([], dtype="datetime64[us]"), index)}
        parsed = dates.parse_dates(distinct.values, day_first=self.table.declared.day_first)
        if parsed.complete:
            return {name: distinct.take_dates(parsed.values, index)}
        found = self._dates_of_numbers(
            name, distinct.take_numbers(whole_numbers(distinct.values), index)
        )
        if found is not None:
            return {name: found}
        self._report_dates(name, distinct, parsed)
        return {name: distinct.as_text(index)}

    def _dates_of_numbers(self, name: str, column: pd.Series) -> pd.Series | None:
        """Return a column of numbers that can only be dates as such, else None."""
        values = column.to_numpy(np.float64)
        sas = self.table.declared.sas or name.endswith("DTM")
        found = dates_of_numbers(values, sas=sas, near=self._other_dates)
        if found is None:
            return None
        known = ~np.isnan(values)
        first = int(np.argmax(known))
        self._report(
            "date.number",
            "warning",
            f"{counted(int(known.sum()), 'number')} read as dates, being {found.counting}: "
            f"{values[first]:.0f} is {found.values[first].astype('datetime64[D]')}.",
            name,
            known,
            action="Correct the dates in the source if that is not right.",
        )
        return pd.Series(found.values, index=column.index)

    def _other_dates(self) -> np.datetime64:
        frame = self.table.frame
        named = [i for i, n in enumerate(self.names) if is_date_name(n) or n.endswith("DTC")]
        return middle_day(frame.iloc[:, i] for i in named)

    def _iso_dates(self, name: str, distinct: _Distinct) -> dict[str, pd.Series]:
        index = distinct.index
        text = distinct.as_text(index)
        if not distinct.values.size:
            return {name: text}
        parsed = dates.parse_dates(distinct.values, day_first=self.table.declared.day_first)
        self._report_dates(name, distinct, parsed)
        if not parsed.partial.any():
            return {name: text}
        flag = np.where(parsed.partial, "Y", None)
        return {name: text, name + PARTIAL_SUFFIX: distinct.take_text(flag, index)}

    def _report_dates(self, name: str, distinct: _Distinct, parsed: dates.Dates) -> None:
        if parsed.partial.any():
            where = distinct.where(parsed.partial)
            self._report(
                "date.partial",
                "note",
                f"{counted(int(where.sum()), 'date')} incomplete, kept as text: "
                f"{_examples(distinct.values[parsed.partial])}.",
                name,
                where,
            )
        if parsed.ambiguous.any():
            where = distinct.where(parsed.ambiguous)
            self._report(
                "date.ambiguous",
                "warning",
                f"In {counted(int(where.sum()), 'date')} the day and the month cannot be told "
                f"apart ({_examples(distinct.values[parsed.ambiguous])}); the column stays text.",
                name,
                where,
                action="Write the dates as year-month-day in the source.",
            )
        found = np.flatnonzero(distinct.where(parsed.invalid))
        for position in found[:_MOST_ADDRESSES]:
            self.issues.append(
                self._issue(
                    "date.invalid",
                    "warning",
                    f"{distinct.text_at(int(position))!r} is not a date; it stays text.",
                    name,
                    int(position),
                    action="Correct the date in the source if it is a slip.",
                )
            )
        if found.size > _MOST_ADDRESSES:
            self._report(
                "date.invalid",
                "warning",
                f"{found.size} values are not dates; the first {_MOST_ADDRESSES} are listed.",
                name,
                distinct.where(parsed.invalid),
            )

    def _report(
        self,
        check: str,
        severity: str,
        message: str,
        column: str,
        where: npt.NDArray[np.bool_],
        *,
        kept: bool = False,
        action: str = "",
    ) -> None:
        """Add one issue for many values; its address is that of the first."""
        if kept:
            message += f" The text is kept in the column {column}{TEXT_SUFFIX}."
        first = int(np.argmax(where))
        self.issues.append(self._issue(check, severity, message, column, first, action=action))

    def _cell(self, column: str, position: int) -> str:
        """Return what a message about one record begins with."""
        if not self.table.positions or column not in self.names:
            return f"{column}: "
        cell = cell_name(self.table.row(position), self.table.positions[self.names.index(column)])
        return f"{column} (cell {cell}): "

    def _issue(
        self, check: str, severity: str, message: str, column: str, position: int, *, action: str
    ) -> Issue:
        subject = "" if self.subjects is None else self.subjects.iloc[position]
        return Issue(
            severity,
            f"{self._cell(column, position)}{message}",
            action=action,
            file=self.file,
            sheet=self.table.sheet,
            row=self.table.row(position),
            column=column,
            subject="" if pd.isna(subject) else str(subject).strip(),
            check=check,
        )


class _Distinct:
    """A column as its distinct trimmed texts and, for each record, which one it is."""

    def __init__(self, raw: pd.Series, missing_codes: frozenset[str]) -> None:
        codes, found = pd.factorize(raw)
        texts = np.array([_trimmed(value) for value in found], dtype=object)
        self.index = raw.index
        empty = np.array([t == "" or t in missing_codes for t in texts], dtype=bool)
        in_codes = np.array([t in missing_codes for t in texts], dtype=bool)
        self.declared: npt.NDArray[np.bool_] = np.append(in_codes, False)[codes]
        # Trimming can make values equal, or empty, that were not: factorise what is left again.
        texts[empty] = None
        again, values = pd.factorize(texts)
        self.values: npt.NDArray[np.object_] = np.asarray(values, dtype=object)
        lookup = np.append(again, -1)
        self.codes = lookup[codes]
        self.counts = np.bincount(self.codes[self.codes >= 0], minlength=self.values.size)

    def where(self, chosen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Return which records hold one of the chosen distinct values."""
        hits: npt.NDArray[np.bool_] = np.append(chosen, False)[self.codes]
        return hits

    def text_at(self, position: int) -> str:
        """Return the text of one record."""
        return str(self.values[self.codes[position]])

    def as_text(self, index: pd.Index) -> pd.Series:
        """Return the trimmed texts of all records."""
        return self.take_text(self.values, index)

    def take_text(self, texts: npt.NDArray[np.object_], index: pd.Index) -> pd.Series:
        """Return one text per record, from one per distinct value."""
        column = np.append(texts, None)[self.codes]
        return pd.Series(column, index=index, dtype="str")

    def take_numbers(self, values: npt.NDArray[np.float64], index: pd.Index) -> pd.Series:
        """Return one number per record, as integers where all are whole and none missing."""
        column = np.append(values, np.nan)[self.codes]
        return pd.Series(column, index=index)

    def take_dates(self, values: npt.NDArray[np.datetime64], index: pd.Index) -> pd.Series:
        """Return one date per record."""
        column = np.append(values, np.datetime64("NaT", "us")).astype("datetime64[us]")[self.codes]
        return pd.Series(column, index=index)


def _trimmed(value: object) -> str:
    if isinstance(value, str):
        return value.strip().strip("\u00a0\ufeff\x00 \t")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, pd.Timestamp):
        return value.isoformat().removesuffix("T00:00:00")
    return str(value)


def _is_number_column(distinct: _Distinct, parsed: numbers.Numbers) -> bool:
    if parsed.looks_like_codes:
        return False
    if np.isin(parsed.status, (numbers.TEXT, numbers.UNCLEAR)).any():
        return False
    count = int(distinct.counts[parsed.status == numbers.NUMBER].sum())
    qualified = int(distinct.counts[parsed.status == numbers.QUALIFIED].sum())
    return count > 0 and count >= qualified


def _examples(values: npt.NDArray[np.object_]) -> str:
    shown = ", ".join(repr(str(v)) for v in values[:_MOST_EXAMPLES])
    return shown + (" ..." if len(values) > _MOST_EXAMPLES else "")
