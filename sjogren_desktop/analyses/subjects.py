"""Who is analysed: studies, arms and populations, as every analysis chooses them.

Arms are taken from the subject-level data set (planned or actual treatment of
the first period), so that one subject has one arm in every table and the N
of a column head is the number of subjects of the population, not of the rows
that happen to be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sjogren_desktop.analyses.spec import Choice, Item, Text
from sjogren_desktop.results import AnalysisError, Cell, Stat
from sjogren_desktop.study.data import STUDYID, TRT01A, TRT01P, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

POOLED = "Pooled"
ALL_SUBJECTS = "ALL"
SUBJECT = "SUBJECT"
"""Subject identifier made unique over studies."""
ARM = "ARM"

POPULATIONS = {
    "FASFL": "Full analysis set",
    "EFFFL": "Efficacy population",
    "ITTFL": "Intention-to-treat population",
    "RANDFL": "Randomised subjects",
    "PPROTFL": "Per-protocol population",
    "SAFFL": "Safety population",
}
"""Population flags by CDISC name, in the order in which a default is looked for."""

_CONTROLS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"placebo|plazebo|\bpbo\b",
        r"\bsham\b|vehicle|scheinm",
        r"\bcontrol\b|kontroll|contr[oô]le|t[eé]moin",
        r"standard of care|usual care|\bsoc\b|untreated",
        r"comparator|\breference\b",
    )
)
"""What a control arm is called, what most surely is one first."""


_orders: WeakKeyDictionary[StudyData, dict[bool, tuple[str, ...]]] = WeakKeyDictionary()
_subjects: WeakKeyDictionary[StudyData, dict[bool, pd.DataFrame]] = WeakKeyDictionary()
# Every option of a form asks for them, at every change.


def subjects(study: StudyData, *, actual: bool = False) -> pd.DataFrame:
    """Return one row per randomised subject with its arm, or per subject where there are none.

    Returns
    -------
    pandas.DataFrame
        The subject-level records that have an arm, with the added columns
        SUBJECT (unique over studies), ARM and ARMN (float, order of arms).
        Shared by all callers: not to be changed in place.
    """
    known = _subjects.setdefault(study, {})
    if actual not in known:
        known[actual] = _with_arms(study, actual=actual)
    return known[actual]


def _with_arms(study: StudyData, *, actual: bool) -> pd.DataFrame:
    import pandas as pd

    from sjogren_desktop.study.treatment import ALL_PATIENTS, is_arm

    adsl = study.adsl
    wanted = (TRT01A, TRT01P, "ARM") if actual else (TRT01P, TRT01A, "ARM")
    variable = next((v for v in wanted if v in adsl and adsl[v].notna().any()), None)
    if USUBJID not in adsl:
        raise AnalysisError(
            "The subject-level data set has no USUBJID. Add it to the file and import again."
        )
    if variable is None:
        # Nothing names a treatment (a registry, a cohort): all patients are one group.
        arm = pd.Series(ALL_PATIENTS, index=adsl.index, dtype="object")
        arm = arm.where(adsl[USUBJID].notna())
    else:
        arm = adsl[variable].astype("object")
    keep = is_arm(arm)
    frame = adsl.loc[keep].copy()
    frame[ARM] = arm[keep].astype(str)
    order = f"{variable}N"
    frame["ARMN"] = (
        frame[order].astype(float)
        if order in frame and frame[order].notna().all()
        else pd.Series(pd.factorize(frame[ARM], sort=True)[0] + 1.0, index=frame.index)
    )
    frame[SUBJECT] = study.subject_keys(frame)
    return frame


def in_scope(frame: pd.DataFrame, scope: str) -> pd.DataFrame:
    """Return the records of one study, or all of them for :data:`POOLED`."""
    if scope == POOLED or STUDYID not in frame:
        return frame
    return frame.loc[frame[STUDYID] == scope]


def in_population(frame: pd.DataFrame, flag: str) -> pd.DataFrame:
    """Return the records of subjects in the population of this flag."""
    if flag == ALL_SUBJECTS:
        return frame
    return frame.loc[frame[flag] == "Y"]


def population_label(flag: str) -> str:
    """Return the population's name as tables print it."""
    return "All subjects" if flag == ALL_SUBJECTS else POPULATIONS.get(flag, flag)


def control_arm(arms: list[str]) -> str:
    """Return the arm that reads like a control, else the first."""
    for words in _CONTROLS:
        for arm in arms:
            if words.search(arm):
                return arm
    return arms[0]


def arm_order(study: StudyData, *, actual: bool = False) -> list[str]:
    """Return all arms of all studies by their numeric code, then by name.

    The place in this list fixes colour and symbol of an arm everywhere.
    """
    known = _orders.setdefault(study, {})
    if actual not in known:  # the window asks for every analysis
        frame = subjects(study, actual=actual)
        ordered = frame[[ARM, "ARMN"]].drop_duplicates().sort_values(["ARMN", ARM])
        known[actual] = tuple(dict.fromkeys(ordered[ARM]))
    return list(known[actual])


def known_arms(study: StudyData) -> tuple[str, ...]:
    """Return the arms as planned, none where no subjects can be told, to be kept elsewhere."""
    try:
        return tuple(arm_order(study)) if study.of_kind("ADSL") else ()
    except AnalysisError:  # it is said where subjects are asked for
        return ()


def keep_arms(study: StudyData, arms: tuple[str, ...]) -> None:
    """Take over the arms found in the same data elsewhere."""
    if arms:
        _orders.setdefault(study, {})[False] = arms


def named(keys: Iterable[object]) -> tuple[str, ...]:
    """Return the keys of subjects, each once, in the order of the records."""
    return tuple(dict.fromkeys(map(str, keys)))


def named_by(frame: pd.DataFrame, *columns: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the subjects in each group of records, by the values of the columns.

    USUBJID of the frame is unique over studies, as in :class:`.endpoint.Endpoint`.
    """
    groups = frame.groupby(list(columns), observed=True)[USUBJID]
    return {tuple(map(str, group)): named(keys) for group, keys in groups}


def counted(
    study: StudyData, values: Mapping[str, object], *, actual: bool = False
) -> tuple[tuple[str, int], ...]:
    """Return the arms chosen by options, and how many subjects of the population are in each."""
    from sjogren_desktop.analyses import subset  # loads NumPy, which the first window has not

    people = in_scope(subjects(study, actual=actual), str(values.get("study", POOLED)))
    people = in_population(people, str(values.get("population", ALL_SUBJECTS)))
    people = people.loc[subset.chosen(people, str(values.get("subset", "")))]
    chosen = values.get("arms")
    wanted = set(chosen) if isinstance(chosen, tuple) else set(people[ARM])
    if "active" in values:
        wanted = {values["active"], values.get("reference")}
    return tuple(
        (arm, int((people[ARM] == arm).sum()))
        for arm in arm_order(study, actual=actual)
        if arm in wanted
    )


def count_cell(keys: Iterable[object], name: str = "n") -> Cell:
    """Return the number of subjects, in a cell that opens them."""
    people = named(keys)
    return Cell((Stat(name, len(people)),), subjects=people)


def share_cell(keys: Iterable[object], total: int, pattern: str = "{0} ({1})") -> Cell:
    """Return the number of subjects and its percentage of a total, in a cell that opens them."""
    people = named(keys)
    share = 100 * len(people) / total if total else None
    return Cell((Stat("count", len(people)), Stat("percent", share)), pattern, people)


# --- options --------------------------------------------------------------


def _study_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    ids = study.study_ids
    single = tuple(Item(s, s) for s in ids)
    if len(ids) < 2:
        return single or (Item(POOLED, "All records"),)
    return (*single, Item(POOLED, f"Pooled ({' + '.join(ids)})"))


def _study_default(study: StudyData, values: Mapping[str, object]) -> str:
    return _study_items(study, values)[0].value


def _population_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    every = study.adsl
    flagged = [c for c in every.columns if c.endswith("FL") or c == STUDYID]
    adsl = in_scope(every[flagged], str(values["study"]))
    flags = [c for c in adsl.columns if c != STUDYID and (adsl[c] == "Y").any()]
    known = [f for f in POPULATIONS if f in flags]
    other = [
        f
        for f in flags
        if f not in POPULATIONS
        and not f.startswith(("DTH", "DSRAE", "DISCON", "ABL", "ANL"))
        and set(adsl[f].dropna().unique()) <= {"Y", "N"}
    ]
    labels = next((d.labels for d in study.of_kind("ADSL")), {})
    return (
        *(Item(f, f"{POPULATIONS[f]} ({f})") for f in known),
        Item(ALL_SUBJECTS, "All subjects"),
        *(Item(f, labels.get(f) or f) for f in other),
    )


def _population_default(study: StudyData, values: Mapping[str, object]) -> str:
    return _population_items(study, values)[0].value


def _safety_default(study: StudyData, values: Mapping[str, object]) -> str:
    items = [i.value for i in _population_items(study, values)]
    # Never a population of efficacy, which leaves out treated subjects and their events.
    return "SAFFL" if "SAFFL" in items else ALL_SUBJECTS


def _randomised_default(study: StudyData, values: Mapping[str, object]) -> str:
    items = [i.value for i in _population_items(study, values)]
    return next((f for f in ("FASFL", "ITTFL", "RANDFL") if f in items), items[0])


def _arm_items_of(study: StudyData, scope: str, *, actual: bool) -> tuple[Item, ...]:
    people = subjects(study, actual=actual)
    present = set(in_scope(people[[c for c in (STUDYID, ARM) if c in people]], scope)[ARM])
    return tuple(Item(a, a) for a in arm_order(study, actual=actual) if a in present)


def _planned_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return _arm_items_of(study, str(values["study"]), actual=False)


def _actual_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return _arm_items_of(study, str(values["study"]), actual=True)


def _common_arms(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    """Arms of the study; when pooled, those that every study has."""
    scope = str(values["study"])
    arms = [i.value for i in _planned_items(study, values)]
    if scope != POOLED or len(study.study_ids) < 2:
        return tuple(arms)
    frame = subjects(study)
    per_study = [set(part[ARM]) for _, part in frame.groupby(STUDYID)]
    common = tuple(a for a in arms if all(a in part for part in per_study))
    return common if len(common) > 1 else tuple(arms)


def _all_actual(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(i.value for i in _actual_items(study, values))


def _reference_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    chosen = values["arms"]
    assert isinstance(chosen, tuple)
    return tuple(Item(str(a), str(a)) for a in chosen)


def active_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    """Return the arms chosen but for the reference, as items of an option."""
    arms = values["arms"]
    assert isinstance(arms, tuple)
    return tuple(Item(str(a), str(a)) for a in arms if a != values["reference"])


def _reference_default(study: StudyData, values: Mapping[str, object]) -> str:
    items = [i.value for i in _reference_items(study, values)]
    if not items:
        raise AnalysisError("No arm is chosen. Choose at least one.")
    return control_arm(items)


STUDY = Choice(
    "study",
    "Study",
    "One study, or all studies pooled with the study as a factor of the model.",
    _study_items,
    _study_default,
)
POPULATION = Choice(
    "population",
    "Population",
    "Whose records are analysed; the flags come from the subject-level data set.",
    _population_items,
    _population_default,
)
SAFETY_POPULATION = Choice(
    "population",
    "Population",
    "Whose events are counted; N of each column is the number of these subjects.",
    _population_items,
    _safety_default,
)
RANDOMISED_POPULATION = Choice(
    "population",
    "Population",
    "Who is described: at first the full analysis set or everybody randomised.",
    _population_items,
    _randomised_default,
)
ARMS = Choice(
    "arms",
    "Treatment arms",
    "Arms in the model (planned treatment). Pooled: by default the arms that every study has.",
    _planned_items,
    _common_arms,
    many=True,
)
ACTUAL_ARMS = Choice(
    "arms",
    "Treatment arms",
    "Arms shown (treatment actually received).",
    _actual_items,
    _all_actual,
    many=True,
)
SUBSET = Text(
    "subset",
    "Only patients with",
    "Conditions on variables of the patients, such as: SEX = F and AGE >= 65. Empty: everybody.",
)
SAFETY_OPTIONS = (STUDY, SAFETY_POPULATION, ACTUAL_ARMS, SUBSET)
"""Whose data every safety analysis takes: its first options."""
REFERENCE = Choice(
    "reference",
    "Reference arm",
    "The arm that every other arm is compared with, usually placebo.",
    _reference_items,
    _reference_default,
)


def every_study_and_pooled(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return one set of options a study, and one for the studies pooled."""
    ids = study.study_ids
    pooled = ({"study": POOLED},) if len(ids) != 1 else ()
    return (*({"study": s} for s in ids), *pooled)
