"""What the Import tab does in the background: open a study, describe it, find a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import AnalysisError, Issue, Progress
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.unblinding import GuardedStudy

if TYPE_CHECKING:
    from sjogren_desktop.analyses.endpoint_options import Known
    from sjogren_desktop.analyses.event_finders import FoundEvents
    from sjogren_desktop.analyses.patient_scores import PatientBook
    from sjogren_desktop.analyses.spec import Analysis, KnownAnswers
    from sjogren_desktop.crew import Crew, Work
    from sjogren_desktop.study.mapping import TableMap
    from sjogren_desktop.study.raw import Reading
    from sjogren_desktop.study.summary import DatasetSummary

Open = Callable[..., StudyData]
"""Called with paths and progress, and with ``maps`` and ``readings`` where there are any."""


@dataclass(frozen=True)
class Opened:
    """A study as it is shown, with its description, both made in the background.

    ``guarded`` holds the study with its arms when it was opened anew, ``book`` its
    patients and ``events`` their intercurrent events where these were found already.
    """

    study: StudyData
    summaries: tuple[DatasetSummary, ...]
    guarded: GuardedStudy | None = None
    book: PatientBook | None = None
    events: FoundEvents | None = None


class OpenWhole(Protocol):
    """Opens files as a study, with all that the window needs to show it."""

    def __call__(
        self,
        paths: Sequence[Path],
        progress: Progress,
        more: Mapping[str, object],
        *,
        analyses: Sequence[Analysis],
    ) -> Opened:
        """Open these files; ``more`` may have ``maps`` and ``readings``."""


_OPENING, _GUARDED, _PREPARED = 0.85, 0.95, 0.97
"""Progress when a study is read and checked, blinded, and when its questions are prepared."""


def open_files(
    paths: Sequence[Path],
    progress: Progress,
    *,
    maps: Sequence[TableMap] = (),
    readings: Mapping[str, Reading] | None = None,
) -> StudyData:
    """Open a study; the readers are imported only now."""
    from sjogren_desktop.study.load import open_study

    return open_study(paths, progress=progress, maps=maps, readings=readings or {})


def prepare_forms(study: StudyData, analyses: Sequence[Analysis], progress: Progress) -> None:
    """Find items and defaults of analyses once, since the forms of the window ask for them.

    What is found out about the study is kept with it, so that a form is filled
    without keeping the window waiting.
    """
    from sjogren_desktop.analyses.spec import offered, resolve

    for analysis in analyses:
        progress(_GUARDED, tr("Preparing the questions"))
        if not all(study.of_kind(kind) for kind in analysis.requires):
            continue
        # Whether a question fits this study is said where it is asked.
        with suppress(AnalysisError):
            offered(analysis.options, study, resolve(analysis.options, study, {}))


def open_guarded(
    open_study: Open,
    paths: Sequence[Path],
    progress: Progress,
    more: Mapping[str, object],
    *,
    analyses: Sequence[Analysis] = (),
) -> Opened:
    """Open a study, prepare analyses, and show it blinded where there is a blind to keep."""
    from sjogren_desktop.study.blinding import guard

    study = open_study(paths, lambda fraction, text: progress(_OPENING * fraction, text), **more)
    guarded = guard(study, lambda f, text: progress(_OPENING + (_GUARDED - _OPENING) * f, text))
    return shown_as(guarded.blinded or guarded.full, analyses, progress, guarded)


def shown_as(
    study: StudyData,
    analyses: Sequence[Analysis],
    progress: Progress,
    guarded: GuardedStudy | None = None,
) -> Opened:
    """Return a study with all that showing it would otherwise have to look for."""
    prepare_forms(study, analyses, progress)
    for one in (study, *([guarded.full] if guarded is not None else [])):
        assert one.study_ids is not None  # kept with the study once they were looked for
    return Opened(study, summaries(study), guarded)


def open_in_process(team: Crew, paths: Sequence[Path], more: Mapping[str, object]) -> Work:
    """Have a process open files; :func:`take` makes of the outcome what can be shown."""
    files = tuple(path.absolute() for path in paths)  # it works in another folder
    return team.submit(_open_for_window, files, dict(more))


def take(outcome: object, analyses: Sequence[Analysis]) -> Opened:
    """Return the study another process has opened."""
    from sjogren_desktop.analyses.endpoint_options import keep_known
    from sjogren_desktop.analyses.spec import learn

    assert isinstance(outcome, tuple)
    opened, answers, parameters = outcome
    assert isinstance(opened, Opened)
    learn(opened.study, analyses, answers)
    for dataset, known in zip(opened.study.datasets, parameters, strict=True):
        if known is not None:
            keep_known(dataset, known)
    return opened


def _open_for_window(
    paths: Sequence[Path], more: Mapping[str, object]
) -> tuple[Opened, KnownAnswers, list[Known | None]]:
    """Run in a process of its own, with what takes the window long besides: the patients."""
    from sjogren_desktop import crew
    from sjogren_desktop.analyses import catalogue
    from sjogren_desktop.analyses.endpoint_options import known_of
    from sjogren_desktop.analyses.event_finders import find_events
    from sjogren_desktop.analyses.patient_scores import open_book
    from sjogren_desktop.analyses.spec import known_answers

    analyses = catalogue.ANALYSES
    opened = open_guarded(open_files, paths, crew.progress, more, analyses=analyses)
    crew.progress(_PREPARED, tr("Listing the patients"))
    with suppress(AnalysisError):  # it is said where the patients are asked for
        book = open_book(opened.study)
        for key in book.index.keys[:1]:
            book.patient(key)  # the first is slower than all that follow
        opened = replace(opened, book=book)
    crew.progress(_PREPARED, tr("Looking for intercurrent events"))
    with suppress(AnalysisError):
        opened = replace(opened, events=find_events(opened.study))
    answers = known_answers(opened.study, analyses)
    return opened, answers, [known_of(dataset) for dataset in opened.study.datasets]


def known_maps(file: Path | None) -> tuple[TableMap, ...]:
    """Return the maps of layouts that were confirmed before."""
    if file is None or not file.exists():
        return ()
    from sjogren_desktop.study.mapping import read_maps

    return read_maps(file)


def summaries(study: StudyData) -> tuple[DatasetSummary, ...]:
    from sjogren_desktop.study.summary import summarise

    return tuple(summarise(study))


def place_of(opened: Opened | None, issue: Issue) -> tuple[int, int] | None:
    """Return the data set and the position in it of the record of a finding."""
    if opened is None or issue.row is None:
        return None
    found: tuple[int, int] | None = None
    for number, dataset in enumerate(opened.study.datasets):
        position = dataset.position(issue.file, issue.sheet, issue.row)
        if position is None:
            continue
        if issue.column in dataset.frame:
            return number, position
        found = found or (number, position)
    return found
