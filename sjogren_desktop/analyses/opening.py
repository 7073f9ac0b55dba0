"""Open a study with all that showing it needs: its description, patients and events.

What takes long is done by functions of this module that another process can be given:
:func:`open_whole` and :func:`describe`, which a window asks for by :func:`open_beside`
and :func:`describe_beside`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.results import AnalysisError, Issue, Progress
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.unblinding import GuardedStudy

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.analyses.endpoint_options import Known
    from sjogren_desktop.analyses.event_finders import FoundEvents
    from sjogren_desktop.analyses.event_terms import EventTerm
    from sjogren_desktop.analyses.patient_scores import PatientBook
    from sjogren_desktop.analyses.spec import Analysis, KnownAnswers
    from sjogren_desktop.study.mapping import TableMap
    from sjogren_desktop.study.raw import Reading
    from sjogren_desktop.study.summary import DatasetSummary

Open = Callable[..., StudyData]
"""Called with paths and progress, and with ``maps`` and ``readings`` where there are any."""

Read = Callable[[Progress], StudyData]
"""Reads a study from wherever it is; for another process, a function of a module with
its arguments (:func:`functools.partial`)."""


@dataclass(frozen=True)
class Opened:
    """A study as it is shown, with its description, both made in the background.

    ``guarded`` holds the study with its arms when it was opened anew, ``book`` its
    patients and ``events`` their intercurrent events where these were found already.
    ``terms`` are those of the adverse events. ``origin`` is what the study was asked for
    by, None for files.
    """

    study: StudyData
    summaries: tuple[DatasetSummary, ...]
    guarded: GuardedStudy | None = None
    book: PatientBook | None = None
    events: FoundEvents | None = None
    origin: object = None
    terms: tuple[EventTerm, ...] = ()
    _found: _Found | None = field(default=None, repr=False)


@dataclass(frozen=True)
class _Found:
    """What another process has found out about a study and its data sets, to be learnt."""

    answers: KnownAnswers
    parameters: tuple[Known | None, ...]
    arms: tuple[str, ...]


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
        progress(_GUARDED, "Preparing the questions")
        if not all(study.of_kind(kind) for kind in analysis.requires):
            continue
        # Whether a question fits this study is said where it is asked.
        with suppress(AnalysisError):
            offered(analysis.options, study, resolve(analysis.options, study, {}))


def open_guarded(read: Read, progress: Progress, *, analyses: Sequence[Analysis] = ()) -> Opened:
    """Open a study, prepare analyses, and show it blinded where there is a blind to keep."""
    from sjogren_desktop.study.blinding import guard

    study = read(lambda fraction, text: progress(_OPENING * fraction, text))
    guarded = guard(study, lambda f, text: progress(_OPENING + (_GUARDED - _OPENING) * f, text))
    return shown_as(guarded.blinded or guarded.full, analyses, progress, guarded)


def shown_as(
    study: StudyData,
    analyses: Sequence[Analysis],
    progress: Progress,
    guarded: GuardedStudy | None = None,
) -> Opened:
    """Return a study with all that showing it would otherwise have to look for."""
    from sjogren_desktop.analyses.event_terms import event_terms

    prepare_forms(study, analyses, progress)
    for one in (study, *([guarded.full] if guarded is not None else [])):
        assert one.study_ids is not None  # kept with the study once they were looked for
    return Opened(study, summaries(study), guarded, terms=event_terms(study))


def open_beside(
    do: Do, read: Read, progress: Progress, *, analyses: Sequence[Analysis], said: str
) -> Opened:
    """Have a study opened by :func:`open_whole`, and learn what was found out about it."""
    return _learn(do(open_whole, read, progress=progress, said=said), analyses)


def describe_beside(
    do: Do, study: StudyData, progress: Progress, *, analyses: Sequence[Analysis], said: str
) -> Opened:
    """Have a study that is there described by :func:`describe`, which does not send it back."""
    found = do(describe, study, progress=progress, said=said)
    study.take_known(found.study)
    return _learn(replace(found, study=study), analyses)


def keep_known(old: StudyData, new: StudyData) -> None:
    """Have what was found out about a study hold for the same data under other marks.

    Nothing is kept where other arms are shown or other lists of events hold, on which
    the answers depend; changes of single events do not change them.
    """
    same = len(old.datasets) == len(new.datasets) and all(
        a is b for a, b in zip(old.datasets, new.datasets, strict=True)
    )
    if (
        same
        and new is not old
        and new.event_lists == old.event_lists
        and new.arms_pooled == old.arms_pooled
    ):
        from sjogren_desktop.analyses.spec import keep_answers
        from sjogren_desktop.analyses.subjects import keep_arms, known_arms

        new.take_known(old)
        keep_answers(old, new)
        keep_arms(new, known_arms(old))


def open_whole(read: Read, progress: Progress) -> Opened:
    """Open a study with what takes long besides: what forms ask, the patients, their events."""
    from sjogren_desktop.analyses.catalogue import ANALYSES

    return _complete(open_guarded(read, progress, analyses=ANALYSES), progress)


def describe(study: StudyData, progress: Progress) -> Opened:
    """Find out what showing a study takes; its data sets are not in what is returned."""
    from sjogren_desktop.analyses.catalogue import ANALYSES

    opened = _complete(shown_as(study, ANALYSES, progress), progress)
    bare = replace(study, datasets=())
    bare.take_known(study)
    return replace(opened, study=bare)


def _complete(opened: Opened, progress: Progress) -> Opened:
    """Add patients and events, and what was found out about the study on the way."""
    from sjogren_desktop.analyses.catalogue import ANALYSES
    from sjogren_desktop.analyses.endpoint_options import known_of
    from sjogren_desktop.analyses.event_finders import find_events
    from sjogren_desktop.analyses.patient_scores import open_book
    from sjogren_desktop.analyses.spec import known_answers
    from sjogren_desktop.analyses.subjects import known_arms

    study = opened.study
    progress(_PREPARED, "Listing the patients")
    with suppress(AnalysisError):  # it is said where the patients are asked for
        book = open_book(study)
        for key in book.index.keys[:1]:
            book.patient(key)  # the first is slower than all that follow
        opened = replace(opened, book=book)
    progress(_PREPARED, "Looking for intercurrent events")
    with suppress(AnalysisError):
        opened = replace(opened, events=find_events(study))
    known = tuple(known_of(dataset) for dataset in study.datasets)
    found = _Found(known_answers(study, ANALYSES), known, known_arms(study))
    return replace(opened, _found=found)


def _learn(opened: Opened, analyses: Sequence[Analysis]) -> Opened:
    """Take over what another process has found out about the study."""
    from sjogren_desktop.analyses import endpoint_options
    from sjogren_desktop.analyses.spec import learn
    from sjogren_desktop.analyses.subjects import keep_arms

    found = opened._found
    assert found is not None
    learn(opened.study, analyses, found.answers)
    keep_arms(opened.study, found.arms)
    for dataset, known in zip(opened.study.datasets, found.parameters, strict=True):
        if known is not None:
            endpoint_options.keep_known(dataset, known)
    return replace(opened, _found=None)


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
