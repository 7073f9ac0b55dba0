"""House styles: how numbers, titles and pages of printed output look.

A style is a TOML file. Three come with the program (``resources/house_styles``);
a user copies one, edits it, and names the copy. Whatever a file does not say is
as in ``sponsor.toml``, which explains every line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from sjogren_desktop.formats import DECIMALS, NumberStyle
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError

DEFAULT = "sponsor"

_MM = 72 / 25.4
_PAPER_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
_CHOICES = {
    "p_value": ("fixed", "journal"),
    "size": tuple(_PAPER_MM),
    "orientation": ("landscape", "portrait"),
    "align": ("center", "left"),
    "numbering": ("section", "sequence"),
}
_LIMITS = {
    "percent_decimals": (0, 4),
    "p_decimals": (1, 8),
    "margin_mm": (5.0, 60.0),
    "text_pt": (5.0, 16.0),
    "small_pt": (5.0, 16.0),
}


@dataclass(frozen=True)
class PageStyle:
    """Paper and type; lengths in millimetres, sizes in points."""

    size: str = "A4"
    orientation: str = "landscape"
    margin_mm: float = 20.0
    font: str = "Arial"
    text_pt: float = 8.0
    small_pt: float = 7.0

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        narrow, tall = (side * _MM for side in _PAPER_MM[self.size])
        return (tall, narrow) if self.orientation == "landscape" else (narrow, tall)

    @property
    def margin(self) -> float:
        """Margin at every side in points."""
        return self.margin_mm * _MM

    @property
    def room(self) -> float:
        """Width between the margins in points."""
        return self.points[0] - 2 * self.margin


@dataclass(frozen=True)
class TitleStyle:
    """How a table is named and numbered."""

    align: str = "center"
    one_line: bool = False
    numbering: str = "section"
    table: str = "Table"
    figure: str = "Figure"
    end: str = ""


@dataclass(frozen=True)
class FootnoteStyle:
    """What stands under a table besides its own footnotes."""

    method: bool = True
    notes: bool = True
    source: bool = True


@dataclass(frozen=True)
class House:
    """One house style."""

    name: str = ""
    numbers: NumberStyle = field(default_factory=NumberStyle)
    page: PageStyle = field(default_factory=PageStyle)
    titles: TitleStyle = field(default_factory=TitleStyle)
    sections: Mapping[str, str] = field(default_factory=dict)
    footnotes: FootnoteStyle = field(default_factory=FootnoteStyle)

    def section(self, analysis: str) -> str:
        """Return the section of a report in which an analysis stands."""
        return self.sections.get(analysis, self.sections.get("other", "14"))


def shipped() -> dict[str, str]:
    """Return the names of the styles that come with the program, by key."""
    found = sorted(resource_path("house_styles").glob("*.toml"))
    keys = sorted((path.stem for path in found), key=lambda key: (key != DEFAULT, key))
    return {key: str(_content(_path(key)).get("name", key)) for key in keys}


def house(name: str = DEFAULT, *, beside: Path | None = None) -> House:
    """Return a style by key, or from a file of the user's.

    Parameters
    ----------
    name : str
        Key of a shipped style, or path of a TOML file.
    beside : Path, optional
        Folder that a relative path is seen from.

    Raises
    ------
    AnalysisError
        If there is no such style, or the file is not as ``sponsor.toml`` explains.
    """
    path = _path(name)
    if not name.endswith(".toml"):
        if not path.exists():
            raise AnalysisError(
                f"There is no house style {name!r}. Choose {', '.join(shipped())}, or give the "
                "name of a .toml file."
            )
    else:
        path = (beside or Path()) / Path(name).expanduser()
    content = dict(_content(_path(DEFAULT)))
    for key, value in _content(path).items():
        given = content.get(key)
        merged = isinstance(given, dict) and isinstance(value, dict)
        content[key] = {**given, **value} if merged else value  # type: ignore[dict-item]
    return _house(content, path.name)


def _path(key: str) -> Path:
    return resource_path("house_styles", f"{key}.toml")


def _content(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AnalysisError(
            f"The house style {path.name} cannot be read ({error.strerror}). "
            "Check the name and that you may open it."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AnalysisError(
            f"The house style {path.name} is no valid TOML: {error}. Correct that line."
        ) from error


def _house(content: Mapping[str, object], file: str) -> House:
    problems: list[str] = []
    parts = {"numbers": NumberStyle, "page": PageStyle, "titles": TitleStyle}
    parts["footnotes"] = FootnoteStyle
    unknown = sorted(set(content) - {"name", "sections", *parts})
    problems += [f"{key!r} is not known" for key in unknown]
    values: dict[str, object] = {}
    for name, kind in parts.items():
        given = content.get(name, {})
        if not isinstance(given, dict):
            problems.append(f"{name!r} must be a heading [{name}]")
            continue
        allowed = {f.name: getattr(kind(), f.name) for f in fields(kind)}
        for key, value in given.items():
            problem = _problem(key, value, allowed)
            if problem:
                problems.append(f"[{name}] {key}: {problem}")
        if not problems:
            # "decimals" is the one nested table; TOML gives whole numbers for 8.0 too.
            values[name] = kind(**{k: _like(v, allowed[k]) for k, v in given.items()})
    sections = content.get("sections", {})
    if not isinstance(sections, dict) or not all(isinstance(v, str) for v in sections.values()):
        problems.append("[sections] must give a text, such as 14.2, for each analysis")
    if problems:
        raise AnalysisError(
            f"The house style {file} cannot be used: {'; '.join(problems)}. "
            "Every line is explained in sponsor.toml."
        )
    assert isinstance(sections, dict)
    return House(name=str(content.get("name", file)), sections=sections, **values)  # type: ignore[arg-type]


def _problem(key: str, value: object, allowed: Mapping[str, object]) -> str:
    """Return what is wrong with a line of a style, "" if nothing."""
    if key not in allowed:
        return f"is not known; known are {', '.join(allowed)}"
    if key == "decimals":
        return _decimals_problem(value)
    usual = allowed[key]
    if isinstance(usual, bool):
        return "" if isinstance(value, bool) else "give true or false"
    if isinstance(usual, str):
        if not isinstance(value, str):
            return "give a text in quotes"
        choices = _CHOICES.get(key, (value,))
        return "" if value in choices else f"choose from {', '.join(choices)}"
    low, high = _LIMITS[key]
    number = isinstance(value, int if isinstance(usual, int) else (int, float))
    fits = number and not isinstance(value, bool) and low <= value <= high  # type: ignore[operator]
    return "" if fits else f"give a number from {low:g} to {high:g}"


def _decimals_problem(value: object) -> str:
    if not isinstance(value, dict):
        return "must be a heading [numbers.decimals]"
    unknown = sorted(set(value) - set(DECIMALS))
    if unknown:
        return f"{', '.join(unknown)} is not known; known are {', '.join(DECIMALS)}"
    right = all(
        isinstance(v, int) and not isinstance(v, bool) and 0 <= v <= 8 for v in value.values()
    )
    return "" if right else "give whole numbers from 0 to 8"


def _like(value: object, usual: object) -> object:
    return float(value) if isinstance(usual, float) else value  # type: ignore[arg-type]
