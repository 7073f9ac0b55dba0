"""The displays of a report: each table and figure with its number, titles and footnotes.

A display is what a house review looks at: protocol and page at the top, population,
number and title, the body, footnotes on every page, and a last line that says which
program made it from what, and when. Word, RTF, PDF and web pages are written from the
same displays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sjogren_desktop import __version__
from sjogren_desktop.export.caption import CUT_OFF, mark_text, selection
from sjogren_desktop.export.house import House
from sjogren_desktop.figures import Figure
from sjogren_desktop.results import Result, Table

DRAFT = "DRAFT"
"""Mark of a run that is not final; those of the data come with the results."""

_NOT_A_METHOD = ("Software", "Iterations", "Largest gradient")


@dataclass(frozen=True)
class Run:
    """What is said of a run on every page.

    Parameters
    ----------
    written : datetime
        With a time zone.
    marks : tuple of str
        :data:`DRAFT`, or none.
    inputs : mapping of str to str
        Fingerprint (SHA-256) of each file the study was read from.
    cut_off : str
        Data cut-off, where one was given.
    planned : bool
        Whether the analyses were laid down in a plan before the run.
    """

    written: datetime
    marks: tuple[str, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    cut_off: str = ""
    planned: bool = False

    @property
    def stamp(self) -> str:
        """Date and time of the run, to the minute."""
        return self.written.isoformat(sep=" ", timespec="minutes")


def marks_of(run: Run, results: Sequence[Result]) -> str:
    """Return the marks of a page with these results as one text."""
    return " · ".join(mark for mark in (*run.marks, mark_text(results)) if mark)


@dataclass(frozen=True)
class Display:
    """A numbered table or figure.

    ``place`` is the number of the result and that of the table or figure in it.
    """

    label: str
    title: str
    protocol: str
    population: str
    marks: str
    footnotes: tuple[str, ...]
    source: str
    result: Result
    place: tuple[int, int]
    table: Table | None = None
    figure: Figure | None = None

    @property
    def heading(self) -> str:
        """Number and title in one line."""
        return f"{self.label} {self.title}"


@dataclass(frozen=True)
class HeadLine:
    """A line above a display: texts at the left, in the middle and at the right."""

    left: str = ""
    center: str = ""
    right: str = ""
    bold: bool = False


PAGE, PAGES = "{page}", "{pages}"
"""Stand in a line where the number of the page, and that of all pages, shall be."""


def head_lines(display: Display, house: House) -> tuple[HeadLine, ...]:
    """Return the title block of a display, as it stands on each of its pages."""
    page = f"Page {PAGE} of {PAGES}"
    if house.titles.one_line:
        about = f"{display.heading} ({display.population}; {display.protocol})"
        return (HeadLine("", display.marks, page), _aligned(about, house))
    return (
        HeadLine(display.protocol, display.marks, page),
        HeadLine(display.population),
        _aligned(display.label, house),
        _aligned(display.title, house),
    )


def _aligned(text: str, house: House) -> HeadLine:
    left = house.titles.align == "left"
    return HeadLine(left=text, bold=True) if left else HeadLine(center=text, bold=True)


def displays(results: Sequence[Result], house: House, run: Run) -> tuple[Display, ...]:
    """Number the tables and figures of results in the order of their sections.

    Within a section the order is that of the results; the tables of a result
    come before its figures.
    """
    places = range(len(results))
    if house.titles.numbering == "section":
        keys = [_section_key(house.section(result.analysis)) for result in results]
        places = sorted(places, key=keys.__getitem__)  # type: ignore[assignment]
    counted: Counter[tuple[str, str]] = Counter()
    found = []
    for place in places:
        result = results[place]
        for number, table in enumerate(result.tables):
            label = _label(counted, house.titles.table, result, house)
            notes = (*table.footnotes, *_closing(result, house, run))
            found.append(_display(label, result, (place, number), notes, run, house, table=table))
        for number, figure in enumerate(result.figures):
            label = _label(counted, house.titles.figure, result, house)
            cut = () if run.cut_off else (f"{CUT_OFF}: not stated.",)
            notes = (
                *selection(figure, result),
                *figure.caption,
                *_closing(result, house, run),
                *cut,
            )
            found.append(_display(label, result, (place, number), notes, run, house, figure=figure))
    return tuple(found)


def _display(
    label: str,
    result: Result,
    place: tuple[int, int],
    footnotes: tuple[str, ...],
    run: Run,
    house: House,
    *,
    table: Table | None = None,
    figure: Figure | None = None,
) -> Display:
    item = table or figure
    assert item is not None
    source = f"Sjögren Desktop {__version__}, {result.analysis}" if house.footnotes.source else ""
    if source and run.inputs:
        source += f", data {fingerprint(run.inputs)}"
    return Display(
        label,
        item.title,
        f"Protocol: {result.study}",
        f"Population: {result.population}",
        marks_of(run, [result]),
        tuple(dict.fromkeys(footnotes)),
        source,
        result,
        place,
        table,
        figure,
    )


def fingerprint(inputs: Mapping[str, str]) -> str:
    """Return a short fingerprint of all input files together.

    It is that of the files' own fingerprints in the order of their names, so it
    does not depend on where the files lie.
    """
    from hashlib import sha256

    lines = "\n".join(f"{name} {inputs[name]}" for name in sorted(inputs))
    return sha256(lines.encode("utf-8")).hexdigest()[:12]


def _label(counted: Counter[tuple[str, str]], word: str, result: Result, house: House) -> str:
    if house.titles.numbering == "section":
        section = house.section(result.analysis)
        counted[word, section] += 1
        return f"{word} {section}.{counted[word, section]}{house.titles.end}"
    counted[word, ""] += 1
    return f"{word} {counted[word, '']}{house.titles.end}"


def _section_key(section: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts 14.10 behind 14.2."""
    parts = section.split(".")
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def _closing(result: Result, house: House, run: Run) -> tuple[str, ...]:
    """Return the footnotes that every table and figure of a result has."""
    lines = list(result.notes) if house.footnotes.notes else []
    if result.estimand:
        said = "; ".join(f"{name}: {text}" for name, text in result.estimand)
        lines.append(f"Estimand. {said}.")
    if house.footnotes.method:
        card = "; ".join(f"{k}: {v}" for k, v in result.method if k not in _NOT_A_METHOD)
        lines += [f"Method. {card}."] if card else []
    if run.cut_off:
        lines.append(f"{CUT_OFF}: {run.cut_off}.")
    return tuple(lines)
