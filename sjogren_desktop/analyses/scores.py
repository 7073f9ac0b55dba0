"""ESSDAI, ClinESSDAI and ESSPRI recomputed from the recorded items, by visit and arm.

Totals come from the items alone; totals in the data are not used (whether they
agree is what :mod:`.score_checks` says). A visit whose items are incomplete has
no total, unless the option takes missing domains as no activity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.analyses import score_parameters as items
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.score_parameters import Collected, collect, visits_of
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.figures import BarFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.scoring import conventions_text, find, score_frame
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.study.data import AVISIT, StudyData

if TYPE_CHECKING:
    import pandas as pd

_WANTED = (*items.LEVELS, *items.ESSPRI_ITEMS)
_DOMAIN_KEYS = tuple(d.key for d in DOMAINS)
_ESSPRI_KEYS = tuple(w.key for w in items.ESSPRI_ITEMS)


@dataclass(frozen=True)
class Instrument:
    """One recomputed score: its key, label, items, and the column of its value."""

    key: str
    label: str
    needs: tuple[str, ...]
    value: str
    decimals: int


INSTRUMENTS = (
    Instrument("ESSDAI", "ESSDAI", _DOMAIN_KEYS, "total", 0),
    Instrument(
        "CLINESSDAI", "ClinESSDAI", tuple(d.key for d in DOMAINS if d.clinical_weight), "total", 0
    ),
    Instrument("ESSPRI", "ESSPRI", _ESSPRI_KEYS, "score", 1),
)


def available(study: StudyData, values: Mapping[str, object]) -> tuple[Instrument, ...]:
    """Return the scores whose items the study holds, all of them."""
    found = items.chosen(values, _WANTED)
    return tuple(i for i in INSTRUMENTS if set(i.needs) <= set(found))


def require(study: StudyData, values: Mapping[str, object]) -> tuple[Instrument, ...]:
    """Return the scores that can be computed.

    Raises
    ------
    AnalysisError
        If there is none.
    """
    found = available(study, values)
    if not found:
        raise AnalysisError(
            "Not applicable: the study holds neither the twelve ESSDAI domain levels nor the three "
            "ESSPRI items as parameters. If it does, choose them under the further options."
        )
    return found


def applicable(study: StudyData) -> bool:
    """Say whether the study holds the items of at least one score, as far as can be guessed."""
    guessed = {w.key for w in _WANTED if items.guess(study, w)}
    return any(set(i.needs) <= guessed for i in INSTRUMENTS)


def recompute(
    collected: Collected, instruments: tuple[Instrument, ...], missing: str
) -> dict[str, pd.DataFrame]:
    """Return the scored visits of each instrument, by row of the collected frame."""
    return {
        i.key: score_frame(i.key, collected.frame[list(i.needs)], conventions={"C1": missing})
        for i in instruments
    }


# ------------------------------------------------------------------ options


def _visit_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    found = items.chosen(values, _WANTED)
    visits = items.visits_with(study, str(values["study"]), found)
    return tuple(Item(name, name) for _, name in visits)


def _all_visits(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(i.value for i in _visit_items(study, values))


def _missing_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (
        Item("missing", "The total is missing"),
        Item("zero", "A missing ESSDAI domain counts as no activity"),
    )


def _missing_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "missing"


MISSING = Choice(
    "missing",
    "Missing domain (C1)",
    "What a missing domain does to the total; nothing is published, so the analysis plan decides.",
    _missing_items,
    _missing_default,
)
VISITS = Choice(
    "visits",
    "Visits",
    "Visits shown.",
    _visit_items,
    _all_visits,
    many=True,
)
OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    who.POPULATION,
    who.ARMS,
    MISSING,
    *items.options_for(_WANTED),
    VISITS,
)


def scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return every study and the pool; one set where there is nothing to score."""
    return who.every_study_and_pooled(study) if applicable(study) else ({},)


# ------------------------------------------------------------------ run


@dataclass(frozen=True)
class Arms:
    """The arms shown: names in order, subjects by arm, and the arm's place in the study."""

    names: tuple[str, ...]
    counts: Mapping[str, int]
    styles: Mapping[str, int]

    def columns(self) -> tuple[Column, ...]:
        """Return one column an arm, headed by its name and number of subjects."""
        return tuple(Column(f"{a}\n(N={self.counts[a]})", {"ARM": a}) for a in self.names)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Recompute the scores and summarise them by visit and arm."""
    instruments = require(study, values)
    scope = str(values["study"])
    people, arms = selected_people(study, values)
    progress(0.1, "Collecting items")
    collected = collect(study, scope, items.chosen(values, _WANTED))
    progress(0.6, "Scoring")
    missing = str(values["missing"])
    scored = recompute(collected, instruments, missing)
    arm = collected.frame[who.SUBJECT].map(people.set_index(who.SUBJECT)[who.ARM])
    wanted = values["visits"]
    assert isinstance(wanted, tuple)
    visits = [name for _, name in visits_of(collected.frame) if name in wanted]
    shown = (arm.notna() & collected.frame[AVISIT].isin(visits)).to_numpy()
    if not shown.any():
        raise AnalysisError(
            "No visit with scores is left for these subjects. Choose more visits, or another "
            "population."
        )
    where = collected.frame.loc[shown, [AVISIT, who.SUBJECT]].assign(**{who.ARM: arm[shown]})
    kept = {key: frame.loc[shown].join(where) for key, frame in scored.items()}
    tables = [_totals(i, kept[i.key], visits, arms, missing) for i in instruments]
    figures: list[BarFigure] = []
    if "ESSDAI" in kept:
        tables.append(_contributions(kept["ESSDAI"], visits, arms))
        figures = [_points_figure(kept["ESSDAI"], v, arms) for v in dict.fromkeys(_ends(visits))]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=scope,
        population=who.population_label(str(values["population"])),
        summary=_summary(instruments[0], kept[instruments[0].key], visits[-1], arms),
        tables=tuple(tables),
        figures=tuple(figures),
        notes=(*collected.notes, *_incomplete(instruments, kept)),
        method=tuple(
            (i.label, f"{find(i.key).rule} (program rule {i.key} {find(i.key).version})")
            for i in instruments
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def selected_people(study: StudyData, values: Mapping[str, object]) -> tuple[pd.DataFrame, Arms]:
    """Return the subjects of scope, population and arms, and the arms with their counts.

    Raises
    ------
    AnalysisError
        If no arm is chosen or nobody is left.
    """
    chosen = values["arms"]
    assert isinstance(chosen, tuple)
    if not chosen:
        raise AnalysisError("No arm is chosen. Tick at least one treatment arm.")
    people = who.in_scope(who.subjects(study), str(values["study"]))
    people = who.in_population(people, str(values["population"]))
    people = people.loc[people[who.ARM].isin(chosen)]
    if people.empty:
        raise AnalysisError(
            f"No subject of {values['study']} is in the "
            f"{who.population_label(str(values['population']))} and these arms. Choose another "
            "population."
        )
    order = who.arm_order(study)
    names = tuple(str(a) for a in chosen)
    return people, Arms(
        names,
        {a: int((people[who.ARM] == a).sum()) for a in names},
        {a: order.index(a) for a in names},
    )


def _ends(visits: list[str]) -> list[str]:
    return [visits[0], visits[-1]]


def _share(group: pd.DataFrame, chosen: pd.Series, total: int) -> Cell:
    return who.share_cell(group.loc[chosen, who.SUBJECT], total, "{0} ({1}%)")


def _totals(
    instrument: Instrument,
    scored: pd.DataFrame,
    visits: list[str],
    arms: Arms,
    missing: str,
) -> Table:
    rows = []
    groups = dict(list(scored.groupby([AVISIT, who.ARM], observed=True)))
    for visit in visits:
        here = [groups.get((visit, a), scored.iloc[:0]) for a in arms.names]
        for name, label, cells in _visit_rows(instrument, here):
            key = {"PARAMCD": instrument.key, "AVISIT": visit, "STATISTIC": name}
            rows.append(Row((visit, label), tuple(cells), key))
    label = instrument.label
    footnotes = [
        "n: subjects with a complete score at the visit; percentages are of n. SD: standard "
        "deviation."
    ]
    if instrument.key != "ESSPRI":
        footnotes.append("Activity: low below 5, moderate 5 to 13, high from 14 (Seror 2016).")
    if instrument.key == "ESSPRI":
        footnotes.append("Acceptable state: ESSPRI below 5 (final figure not verified).")
    return Table(
        f"totals_{instrument.key.lower()}",
        f"{label} recomputed from its items",
        ("Visit", "Statistic"),
        arms.columns(),
        tuple(rows),
        (
            *footnotes,
            *conventions_text(instrument.key, {"C1": missing}),
            *_unverified(instrument),
        ),
    )


def _unverified(instrument: Instrument) -> tuple[str, ...]:
    return tuple(f"Not verified: {t}." for t in find(instrument.key).unverified)


def _visit_rows(
    instrument: Instrument, here: list[pd.DataFrame]
) -> list[tuple[str, str, list[Cell]]]:
    values = [g[instrument.value].dropna() for g in here]
    d, pairs = instrument.decimals, list(zip(here, values, strict=True))
    rows: list[tuple[str, str, list[Cell]]] = [
        ("n", "n", [who.count_cell(g.loc[v.index, who.SUBJECT]) for g, v in pairs]),
        ("mean", "Mean (SD)", [_mean(v, d) for v in values]),
        ("median", "Median (min, max)", [_median(v, d) for v in values]),
    ]
    if instrument.key == "ESSPRI":
        cells = [_share(g, g["pass"] == 1, len(v)) for g, v in pairs]
        return [*rows, ("acceptable", "Acceptable state", cells)]
    for level in ("low", "moderate", "high"):
        cells = [_share(g, g["activity"] == level, len(v)) for g, v in pairs]
        rows.append((level, f"{level.capitalize()} activity", cells))
    return rows


def _mean(values: pd.Series, decimals: int) -> Cell:
    mean = float(values.mean()) if len(values) else None
    spread = float(values.std()) if len(values) > 1 else None
    return Cell((Stat("mean", mean, decimals + 1), Stat("sd", spread, decimals + 2)), "{0} ({1})")


def _median(values: pd.Series, decimals: int) -> Cell:
    some = len(values) > 0
    return Cell(
        (
            Stat("median", float(values.median()) if some else None, decimals + 1),
            Stat("minimum", float(values.min()) if some else None, decimals),
            Stat("maximum", float(values.max()) if some else None, decimals),
        ),
        "{0} ({1}, {2})",
    )


def _contributions(scored: pd.DataFrame, visits: list[str], arms: Arms) -> Table:
    """Return the share of patients active in each domain, and its mean points."""
    columns = []
    for arm in arms.names:
        for part in ("Active", "Mean points"):
            columns.append(Column(f"{arm}\n(N={arms.counts[arm]})\n{part}", {"ARM": arm}))
    groups = dict(list(scored.groupby([AVISIT, who.ARM], observed=True)))
    rows = []
    for domain in DOMAINS:
        for visit in visits:
            cells: list[Cell | None] = []
            for arm in arms.names:
                group = groups.get((visit, arm), scored.iloc[:0])
                points = group[f"points.{domain.key}"].dropna()
                mean = float(points.mean()) if len(points) else None
                active = group[f"points.{domain.key}"] > 0
                cells.append(_share(group, active, len(points)))
                cells.append(Cell((Stat("mean", mean, 2),)))
            rows.append(
                Row((domain.label, visit), tuple(cells), {"DOMAIN": domain.key, "AVISIT": visit})
            )
    return Table(
        "domains",
        "Contribution of the ESSDAI domains",
        ("Domain", "Visit"),
        tuple(columns),
        tuple(rows),
        (
            "Active: subjects with a level above none, n (%) of those rated in the domain. Mean "
            "points: level x weight; over the domains they add up to the mean ESSDAI where "
            "all domains are rated.",
        ),
    )


def _points_figure(scored: pd.DataFrame, visit: str, arms: Arms) -> BarFigure:
    here = scored.loc[scored[AVISIT] == visit]
    columns = [f"points.{d.key}" for d in DOMAINS]
    series = []
    for arm in arms.names:
        mine = here.loc[here[who.ARM] == arm]
        means = tuple(float(m) for m in mine[columns].mean().fillna(0.0))
        active = tuple(who.named(mine.loc[mine[c] > 0, who.SUBJECT]) for c in columns)
        series.append(Series(arm, arms.styles[arm], means, (), subjects=active))
    return BarFigure(
        f"points_{visit.lower().replace(' ', '_')}",
        f"Mean ESSDAI points by domain: {visit}",
        "Mean points (level x weight)",
        tuple(d.label for d in DOMAINS),
        tuple(series),
        caption=(
            "Bars of one arm add up to its mean ESSDAI where all domains are rated. A bar opens "
            "the subjects active in the domain.",
        ),
    )


def _incomplete(
    instruments: tuple[Instrument, ...], kept: Mapping[str, pd.DataFrame]
) -> tuple[str, ...]:
    notes = []
    for i in instruments:
        frame = kept[i.key]
        incomplete = int((frame["missing"].astype(str) != "").sum())
        if incomplete:
            notes.append(f"{i.label}: visits that lack an item: {incomplete}.")
        if "error" in frame and (refused := int((frame["error"].astype(str) != "").sum())):
            notes.append(
                f"{i.label}: visits with an impossible value, which have no score: {refused}. The "
                "score checks name them."
            )
    return tuple(notes)


def _summary(instrument: Instrument, scored: pd.DataFrame, visit: str, arms: Arms) -> str:
    here = scored.loc[scored[AVISIT] == visit]
    parts = []
    for arm in arms.names:
        values = here.loc[here[who.ARM] == arm, instrument.value].dropna()
        parts.append(f"{arm} {formats.cell(_mean(values, instrument.decimals))}")
    return f"Mean {instrument.label} (SD) at {visit}, recomputed: " + "; ".join(parts) + "."


SPEC = Analysis(
    key="scores",
    title="Scores from items",
    tab="analysis",
    question="What are ESSDAI, ClinESSDAI and ESSPRI when computed anew from their items, and "
    "which organ domains make the total?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="essdai.md",
)
