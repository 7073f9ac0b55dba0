"""Numbers and dates as the user's system writes them.

Only what is seen or typed goes through here. What options and files hold keeps the decimal
point and dates as year-month-day, whatever system it was made on, and so do the sentences and
figures of results, which are read as they are exported.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from string import Formatter
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt

_DECIMALS = re.compile(r"(?<![\w.])(\d+)\.(\d+(?:[eE][-+]?\d+)?)(?!\w|\.\d)")
"""A number with decimals, which versions and numbers of tables (14.2.1) are not."""

_LISTED = re.compile(r"(?<=\d)(%?), (?=[-\u2212+<>]?\d)")
"""What stands between two numbers of a list."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SIGNS = (".", ",")


def sign() -> str:
    """Return what the user writes between whole number and decimals."""
    return QLocale().decimalPoint()


def numbers(text: str) -> str:
    """Return a text whose numbers have decimal points with the user's sign in their place.

    Where that is a comma, numbers of a list are set apart by semicolons.
    """
    own = sign()
    if own == "." or not _DECIMALS.search(text):
        return text
    if own == ",":
        text = _LISTED.sub(r"\1; ", text)
    return _DECIMALS.sub(rf"\1{own}\2", text)


def number_of(text: str) -> float:
    """Return a number that was typed, with a comma or a point.

    Raises
    ------
    ValueError
        If it is none.
    """
    return float(with_sign(text.strip(), "."))


def with_sign(text: str, own: str) -> str:
    """Return a typed text with either decimal sign as this one.

    Nobody types signs between thousands here; the one of another country is meant as the
    decimal sign, and read otherwise 0,05 would be 5.
    """
    for other in _SIGNS:
        text = text.replace(other, own)
    return text


def day(text: str) -> str:
    """Return a date given as year-month-day as the user writes it; another text as it is."""
    return _day(text, QLocale().name())


def iso(text: str) -> str:
    """Return a date that was typed as :func:`day` shows it as year-month-day.

    A date without all four digits of its year, and any other text, stays as it is.
    """
    parts = re.split(r"[^0-9]+", text.strip())
    own = QLocale()
    if len(parts) != 3 or not all(parts) or own == QLocale.c():
        return text
    shape = own.dateFormat(QLocale.FormatType.ShortFormat)
    order = "yMd" if len(parts[0]) == 4 else sorted("yMd", key=shape.index)
    year, month, number = (parts[list(order).index(part)] for part in "yMd")
    found = QDate(int(year), int(month), int(number))
    typed = len(year) == 4 and found.isValid()
    return found.toString(Qt.DateFormat.ISODate) if typed else text


def moment(when: datetime) -> str:
    """Return a time in the user's zone: the date as the user writes it, hours and minutes."""
    return day(f"{when.astimezone():%Y-%m-%d %H:%M}")


@lru_cache(maxsize=10_000)
def _day(text: str, locale: str) -> str:
    found = _DAY.match(text)
    if found is None or locale == "C":
        return text
    own = QLocale()
    shape = own.dateFormat(QLocale.FormatType.ShortFormat)
    if "yyyy" not in shape:  # of births and of visits, two digits do not tell the century
        shape = shape.replace("yy", "yyyy")
    shown = own.toString(QDate(*map(int, found.groups())), shape)
    return (shown + text[found.end() :].replace("T", " ", 1)) if shown else text


class Local(Formatter):
    """Fills the braces of a text as ``str.format`` does, decimals with the user's sign."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return numbers(text) if isinstance(value, float) else text
