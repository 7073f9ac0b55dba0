"""Texts that a spreadsheet program would run as formulas, and how they are kept from that.

A cell of a CSV file, or of text that is pasted, is a formula if it begins with
= + - @, a tab or a carriage return (OWASP, "CSV injection"). Numbers begin so
too, and stay numbers.
"""

from __future__ import annotations

import re

_BEGINS = tuple("=+-@\t\r")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?")
_NUMBERS = re.compile(r"[+-]?[\d.,][\d.,()\[\]%;:/<>\s\u00b1\u2013\u2212-]*")


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet program would take a text for a formula."""
    return text.startswith(_BEGINS) and _NUMBER.fullmatch(text) is None


def as_text(text: str) -> str:
    """Return a text with an apostrophe before it, if it would be taken for a formula.

    Figures in brackets and ranges as tables show them, such as
    ``-1.3 (-2.0, -0.6)``, call nothing and stay as they are.
    """
    return f"'{text}" if is_formula(text) and not _NUMBERS.fullmatch(text) else text
