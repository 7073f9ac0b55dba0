"""What an analysis declares: its options and its entry in the catalogue.

An analysis declares a tuple of options, which the form, a plan file or a test
fills. :func:`resolve` turns what the user
gave into a complete set of values, in declaration order, so that the items of
one option (visits, say) may depend on the values of those before it (the
parameter). The ``help`` of an option is one sentence; its ``page`` names the file under
``resources/methods`` that says more, where that is not the page of the analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sjogren_desktop.results import AnalysisError, Progress, Result
from sjogren_desktop.study.data import StudyData

Values = dict[str, object]
T = TypeVar("T")

Question = Callable[[StudyData, Mapping[str, object]], object]
KnownAnswers = tuple[tuple[tuple[str, str, str], "_Known"], ...]
"""The name of each question, and what was found out by it."""

_Known = dict[tuple[str, ...], dict[tuple[object, ...], object]]
"""Answers to a question by the options it looked at, and by their values."""

_answers: WeakKeyDictionary[StudyData, dict[Question, _Known]] = WeakKeyDictionary()
"""What the options of a study were found to be."""

_ABSENT = "no such option"


@dataclass(frozen=True)
class Item:
    """One thing that can be chosen: the value stored and the text shown."""

    value: str
    label: str


@dataclass(frozen=True)
class Choice:
    """One of several items, or any number of them when ``many`` is set.

    ``items`` and ``default`` are functions of the study and of the values of
    the options declared before this one. The default of a ``many`` choice is a
    tuple of values.
    """

    key: str
    label: str
    help: str
    items: Callable[[StudyData, Mapping[str, object]], tuple[Item, ...]]
    default: Callable[[StudyData, Mapping[str, object]], str | tuple[str, ...]]
    many: bool = False
    advanced: bool = False
    page: str = ""


@dataclass(frozen=True)
class Number:
    """A number within limits; ``decimals`` is 0 for whole numbers."""

    key: str
    label: str
    help: str
    default: float
    minimum: float
    maximum: float
    decimals: int = 0
    advanced: bool = False
    page: str = ""


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    key: str
    label: str
    help: str
    default: bool
    advanced: bool = False
    page: str = ""


@dataclass(frozen=True)
class Text:
    """A short text, such as an address; empty unless given."""

    key: str
    label: str
    help: str
    default: str = ""
    advanced: bool = False
    page: str = ""


@dataclass(frozen=True)
class Scenarios:
    """Named sets of options of the same analysis, kept to be set beside each other.

    The value is a tuple of mappings, each with its ``name`` among the options
    that differ from their defaults.
    """

    key: str
    label: str
    help: str
    default: tuple[Mapping[str, object], ...] = ()
    advanced: bool = False
    page: str = ""


@dataclass(frozen=True)
class Drawing:
    """A graph of hypotheses: the share of alpha each begins with, and where it goes.

    The value is a mapping with ``names``, ``weights`` (shares of 1), ``arrows``
    (a row for each hypothesis, shares of its weight) and, where they were
    moved, ``places`` (x and y between 0 and 1). ``default`` is a function of
    the study and of the options before; a value of other names does not fit.
    """

    key: str
    label: str
    help: str
    default: Callable[[StudyData, Mapping[str, object]], Mapping[str, object]]
    advanced: bool = False
    page: str = ""


@dataclass(frozen=True)
class Typed:
    """A small table typed in: rows of as many texts as there are columns."""

    key: str
    label: str
    help: str
    columns: tuple[str, ...]
    default: tuple[tuple[str, ...], ...] = ()
    advanced: bool = False
    page: str = ""


Option = Choice | Number | Flag | Text | Scenarios | Drawing | Typed
COMPOSED = (Scenarios, Drawing, Typed)
"""Options that a user composes: kept with the study before anything is run."""


@dataclass(frozen=True)
class Analysis:
    """One entry of the catalogue.

    Parameters
    ----------
    key, title : str
        Stable identifier, and the name shown.
    tab : {"analysis", "safety", "design"}
        Where it is listed.
    question : str
        What it answers, in one sentence a rheumatologist understands.
    requires : tuple of str
        Kinds of data set it needs (see :data:`sjogren_desktop.study.data.KINDS`).
    options : tuple of Option
    run : callable
        ``run(study, values, progress) -> Result`` with complete values.
    scopes : callable
        The sets of options (each a mapping, possibly empty) that a run without
        a plan goes through: every study, and the studies pooled.
    method_page : str
        File name under ``resources/methods``.
    compares_arms : bool
        It has nothing to say of one arm alone, so it is not offered while a
        study is blinded and all patients are pooled.
    measure : str
        The summary of the estimand: what arms are compared by; "" where several
        things are, each in a table of its own, or arms are only described.
    spreads : bool
        Its calculation goes to all cores by itself (:mod:`sjogren_desktop.stats.parallel`).
    """

    key: str
    title: str
    tab: str
    question: str
    requires: tuple[str, ...]
    options: tuple[Option, ...]
    run: Callable[[StudyData, Mapping[str, object], Progress], Result]
    scopes: Callable[[StudyData], tuple[Mapping[str, object], ...]]
    method_page: str
    compares_arms: bool = False
    measure: str = ""
    spreads: bool = False


@dataclass(frozen=True)
class _Refused:
    """A question that a study has no answer to, and why."""

    why: str


def ask(
    question: Callable[[StudyData, Mapping[str, object]], T],
    study: StudyData,
    values: Mapping[str, object],
) -> T:
    """Return the items or the default of an option, which looks through a study only once.

    A form asks the same for every analysis it shows, and may not keep the window
    waiting while a million records are looked through. Options that the question does
    not look at may differ: what many analyses ask is found out once for all of them.
    """
    known = _answers.setdefault(study, {}).setdefault(question, {})
    for looked_at, answers in known.items():
        found = tuple(values.get(key, _ABSENT) for key in looked_at)
        if _hashable(found) and found in answers:
            return _answer(answers[found])  # type: ignore[no-any-return]
    seen = _Seen(values)
    answer: object
    try:
        answer = question(study, seen)
    except AnalysisError as error:
        answer = _Refused(str(error))
    found = tuple(seen.looked_at.values())
    if _hashable(found):  # else a set of scenarios stands among them
        known.setdefault(tuple(seen.looked_at), {})[found] = answer
    return _answer(answer)  # type: ignore[no-any-return]


class _Seen(Mapping[str, object]):
    """Values of options that notes which are looked at: the answer depends on no other."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values
        self.looked_at: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        self.looked_at[key] = self._values.get(key, _ABSENT)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        for key in self._values:
            self.looked_at[key] = self._values[key]
            yield key

    def __len__(self) -> int:
        return len(list(self))


def _hashable(values: tuple[object, ...]) -> bool:
    try:
        hash(values)
    except TypeError:
        return False
    return True


def _answer(answer: object) -> Any:
    if isinstance(answer, _Refused):
        raise AnalysisError(answer.why)
    return answer


def known_answers(study: StudyData, analyses: Sequence[Analysis]) -> KnownAnswers:
    """Return what :func:`ask` has found out about a study, for another process to learn."""
    named = {question: name for name, question in _questions(analyses)}
    found = _answers.get(study, {})
    return tuple((named[q], known) for q, known in found.items() if q in named)


def learn(study: StudyData, analyses: Sequence[Analysis], answers: KnownAnswers) -> None:
    """Take over what another process has found out about the same study."""
    questions = dict(_questions(analyses))
    mine = _answers.setdefault(study, {})
    mine.update({questions[name]: known for name, known in answers if name in questions})


def keep_answers(old: StudyData, new: StudyData) -> None:
    """Have what :func:`ask` has found out about one study hold for another."""
    copied = {
        question: {looked_at: dict(answers) for looked_at, answers in known.items()}
        for question, known in _answers.get(old, {}).items()
    }
    _answers.setdefault(new, {}).update(copied)


def _questions(analyses: Sequence[Analysis]) -> Iterator[tuple[tuple[str, str, str], Question]]:
    """Give the questions of the options that depend on the study, with a name for each."""
    for analysis in analyses:
        for option in analysis.options:
            if isinstance(option, Choice):
                yield (analysis.key, option.key, "items"), option.items
            if isinstance(option, Choice | Drawing):
                yield (analysis.key, option.key, "default"), option.default


def resolve(
    options: Sequence[Option],
    study: StudyData,
    given: Mapping[str, object],
    *,
    lenient: bool = False,
) -> Values:
    """Complete and check the values of an analysis's options.

    Parameters
    ----------
    options : sequence of Option
        In declaration order.
    study : StudyData
        What the items and defaults are taken from.
    given : mapping
        Values by option key; options not named take their default.
    lenient : bool
        Replace a value that does not fit by the default instead of refusing
        it: what a form does when an earlier option has changed.

    Raises
    ------
    AnalysisError
        Naming every option whose value does not fit, and every unknown key.
    """
    values: Values = {}
    problems: list[str] = []
    known = {o.key for o in options}
    unknown = sorted(set(given) - known)
    if unknown and not lenient:
        problems.append(
            f"Unknown option {', '.join(unknown)}; known are {', '.join(sorted(known))}."
        )
    for option in options:
        default = (
            ask(option.default, study, values)
            if isinstance(option, Choice | Drawing)
            else option.default
        )
        if option.key not in given:
            values[option.key] = default
            continue
        value, problem = _checked(option, study, values, given[option.key])
        if problem and not lenient:
            problems.append(problem)
        values[option.key] = default if problem else value
    if problems:
        raise AnalysisError(" ".join(problems))
    return values


def offered(
    options: Sequence[Option], study: StudyData, values: Mapping[str, object]
) -> dict[str, tuple[Item, ...]]:
    """Return the items of every choice among options, at values as :func:`resolve` gives them."""
    found: dict[str, tuple[Item, ...]] = {}
    before: Values = {}
    for option in options:
        if isinstance(option, Choice):
            found[option.key] = ask(option.items, study, before)
        before[option.key] = values[option.key]
    return found


def _checked(option: Option, study: StudyData, values: Values, value: object) -> tuple[object, str]:
    """Return the value in its stored form, and what is wrong with it ("" if nothing)."""
    if isinstance(option, Flag):
        wrong = "" if isinstance(value, bool) else f"{option.label}: give true or false."
        return value, wrong
    if isinstance(option, Text):
        return value, "" if isinstance(value, str) else f"{option.label}: give a text."
    if isinstance(option, Scenarios):
        return _checked_scenarios(option, value)
    if isinstance(option, Typed):
        return _checked_typed(option, value)
    if isinstance(option, Drawing):
        return _checked_drawing(option, ask(option.default, study, values), value)
    if isinstance(option, Number):
        fits = (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and option.minimum <= value <= option.maximum
        )
        wrong = f"{option.label}: give a number from {option.minimum:g} to {option.maximum:g}."
        return value, "" if fits else wrong
    items = [item.value for item in ask(option.items, study, values)]
    chosen = value if option.many else [value]
    if isinstance(chosen, str) or not isinstance(chosen, Sequence):
        return value, f"{option.label}: give a list."
    absent = [str(v) for v in chosen if v not in items]
    if absent:
        shown = ", ".join(items[:12]) + (" ..." if len(items) > 12 else "")
        return value, f"{option.label}: {', '.join(absent)} is not available; choose from {shown}."
    return (tuple(str(v) for v in chosen) if option.many else value), ""


def _checked_scenarios(option: Scenarios, value: object) -> tuple[object, str]:
    sets = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if not all(isinstance(s, Mapping) and str(s.get("name", "")).strip() for s in sets):
        return value, f"{option.label}: every scenario needs a name and its options."
    names = [str(s["name"]) for s in sets if isinstance(s, Mapping)]
    if len(set(names)) < len(names):
        return value, f"{option.label}: two scenarios have the same name."
    frozen = tuple(
        {str(k): tuple(v) if isinstance(v, list) else v for k, v in s.items()}
        for s in sets
        if isinstance(s, Mapping)
    )
    return frozen, ""


def _checked_typed(option: Typed, value: object) -> tuple[object, str]:
    wrong = f"{option.label}: give rows of {', '.join(option.columns)}."
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value, wrong
    for row in value:
        if isinstance(row, str) or not isinstance(row, Sequence):
            return value, wrong
        if len(row) != len(option.columns):
            return value, wrong
    return tuple(tuple(str(cell) for cell in row) for row in value), ""


def _checked_drawing(
    option: Drawing, default: Mapping[str, object], value: object
) -> tuple[object, str]:
    """Check shape and names; whether the numbers make a graph is for the method to say."""
    if not isinstance(value, Mapping) or not {"names", "weights", "arrows"} <= set(value):
        return value, f"{option.label}: give names, weights and arrows."
    frozen = {str(k): _frozen(v) for k, v in value.items()}
    names = default["names"]
    assert isinstance(names, tuple)
    if frozen["names"] != names:
        return value, f"{option.label}: the hypotheses are {'; '.join(names)}."
    weights, arrows = frozen["weights"], frozen["arrows"]
    square = isinstance(arrows, tuple) and all(
        isinstance(row, tuple) and len(row) == len(names) for row in arrows
    )
    fits = square and isinstance(weights, tuple) and len(weights) == len(names)
    if not fits or not isinstance(arrows, tuple) or len(arrows) != len(names):
        return value, f"{option.label}: give a weight and a row of arrows for each hypothesis."
    return frozen, ""


def _frozen(value: object) -> object:
    return tuple(_frozen(v) for v in value) if isinstance(value, list | tuple) else value
