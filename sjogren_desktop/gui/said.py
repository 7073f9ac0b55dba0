"""What work says of how far it is, in the language of the window.

Work that opens, keeps and compares studies knows nothing of the window, may be done by
another process, and speaks English. A text is known again by its template; one that is
none of them, such as the messages of analyses, is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache

from sjogren_desktop.gui.language import marked, tr

TEMPLATES = (
    marked("Unpacking {name}"),
    marked("Looking into {name}"),
    marked("Reading {name}, sheet {sheet}"),
    marked("Reading {name}"),
    marked("Interpreting {name}"),
    marked("Looking at the columns of {name}"),
    marked("Mapping {name}"),
    marked("Deriving {name} from {source}"),
    marked("Putting the data sets together"),
    marked("Checking the data"),
    marked("Checking: {name}"),
    marked("Counting {name}"),
    marked("Blinding the findings"),
    marked("Blinding {name}"),
    marked("Preparing the questions"),
    marked("Listing the patients"),
    marked("Collecting the scores"),
    marked("Scoring"),
    marked("Looking for intercurrent events"),
    marked("Comparing {name}"),
    marked("Running again: {name}"),
    marked("Packing {name}"),
    marked("Saving {name}"),
    marked("Taking the fingerprint of {name}"),
    marked("Recovering {name}"),
)
"""Texts as they are said, the more special before the more general."""


def translated(text: str) -> str:
    """Return what work said in the language of the window."""
    for pattern, template in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return tr(template, **found.groupdict())
    return tr(text)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(template), template) for template in TEMPLATES)


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    said = [f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts)]
    return re.compile("".join(said), re.DOTALL)
