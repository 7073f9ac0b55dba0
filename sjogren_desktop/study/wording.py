"""Words of findings."""

from __future__ import annotations

import re


def counted(count: int, noun: str) -> str:
    """Return a count with its noun, such as ``1 record`` or ``20 records``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def sentence_case(text: str) -> str:
    """Return a coded text as a sentence begins; what is no plain word stays as it is.

    ``ADVERSE EVENT`` is "Adverse event", ``I/E NOT MET`` "I/E not met".
    """
    plain = text.isupper()
    words = [
        w.lower() if plain and re.fullmatch(r"[^\W\d]+(?:[-'][^\W\d]+)*,?", w) else w
        for w in text.split(" ")
    ]
    made = " ".join(words)
    return made[:1].upper() + made[1:]
