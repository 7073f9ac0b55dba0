"""Plain words of the analyses of safety."""

from __future__ import annotations

from sjogren_desktop import formats
from sjogren_desktop.analyses.plain_numbers import (
    Sentences,
    cells_of,
    chance,
    counted,
    stats_of,
    table_of,
)
from sjogren_desktop.results import Result

_NOT_CAUSED = (
    "An adverse event is anything untoward after treatment began; it need not have been caused by "
    "the treatment. Compare the arms, not the figure of one arm."
)
_RARE = (
    "A trial of this size cannot rule out rare harm: if none of n patients had an event, the true "
    "frequency may still be as high as about 3 in n."
)


def overview_words(result: Result) -> Sentences:
    serious = counted(result, "ae_overview", "With a serious event", CATEGORY="serious")
    return (
        *counted(result, "ae_overview", "With any adverse event"),
        *serious,
        _NOT_CAUSED,
        _RARE,
    )


def terms_words(result: Result) -> Sentences:
    return (
        *counted(result, "ae_terms", "With any adverse event"),
        "Among hundreds of terms some differ between arms by chance. A difference matters more "
        "if it fits what the drug does, grows with the dose, or is seen in both studies.",
        _NOT_CAUSED,
        _RARE,
    )


def severity_words(result: Result) -> Sentences:
    return (
        "Each patient is counted once, by the worst event.",
        "Severe means how strong an event was, serious that it threatened life, needed hospital "
        "or the like: a severe headache is not serious, a mild heart attack is.",
        _NOT_CAUSED,
    )


def incidence_words(result: Result) -> Sentences:
    return (
        "A rate per 100 patient-years says how many events, or first events, to expect if 100 "
        "patients were watched for a year. It allows for patients being watched for different "
        "lengths of time.",
        "It takes the risk to be the same all the time. Reactions to the first dose, or infections "
        "that come late, do not behave so: see the time to the first event.",
        _NOT_CAUSED,
    )


def special_words(result: Result) -> Sentences:
    table = table_of(result, "ae_special")
    name = table.rows[0].labels[0] if table and table.rows else ""
    return (
        *(counted(result, "ae_special", name) if name else ()),
        "The groups are lists of terms, which “Lists of events” shows and lets you change. A term "
        "that no list has is not counted.",
        _NOT_CAUSED,
        _RARE,
    )


def signals_words(result: Result) -> Sentences:
    return (
        "Many terms were compared at once. Flags are chosen so that of all terms flagged, only "
        "about the stated share should be false.",
        "A flag says: look at these patients. It is not a finding of harm, and no flag is no "
        "proof of safety.",
        _RARE,
    )


def reactions_words(result: Result) -> Sentences:
    return (
        *counted(result, "dose_reactions", "With such a reaction after any dose", DOSE="any"),
        "Only events that began within the chosen time after a dose are counted. At later doses "
        "the patients who reacted badly may already have left.",
    )


def time_words(result: Result) -> Sentences:
    table = table_of(result, "time_tests")
    tests = [s.value for row in (table.rows if table else ()) for s in stats_of(row, "p_value")]
    said = [
        "If the arms were truly alike, curves at least this far apart would turn up "
        f"{chance(float(p))} (log-rank test)."
        for p in tests[:1]
        if isinstance(p, int | float)
    ]
    return (
        *counted(result, "time_summary", "With the event", STAT="events"),
        *said,
        "A curve says what share has not yet had the event, among those still watched. Towards "
        "its end few patients are left, and it says little there.",
    )


def deaths_words(result: Result) -> Sentences:
    table = table_of(result, "deaths")
    row = table.rows[0] if table and table.rows else None
    parts = []
    for column, cell in cells_of(table, row):
        stats = {s.name: s for s in cell.stats} if cell else {}
        if {"lower", "upper"} == stats.keys() and not column.key.get("REFERENCE"):
            parts.append(f"{column.key.get('ARM')} {formats.stat(stats['upper'])}%")
    bound = (f"Still compatible with the data are death rates of up to: {', '.join(parts)}.",)
    return (
        *(bound if parts else ()),
        "The number of deaths in a trial of this size says little by itself: read the patients, "
        "which a double-click on a number opens.",
    )


def narratives_words(result: Result) -> Sentences:
    return (
        "These texts are put together from the data and say no more than those do. A physician "
        "has to read the source documents and complete them.",
    )


def flares_words(result: Result) -> Sentences:
    return (
        "Some adverse events may be the disease itself: they are counted here if the ESSDAI domain "
        "of the same organ rose about that time.",
        "That two things happen together does not show that one is the other.",
    )


def shift_words(result: Result) -> Sentences:
    return (
        "Each patient is placed by the value before treatment and the value after it, below, "
        "inside or above the normal range of the laboratory.",
        "Of 100 healthy people about 5 lie outside a normal range, and a patient measured often "
        "has more chances of one odd value: compare the arms.",
        "Where many parameters are tested, a small p value or two is to be expected.",
    )


def changes_words(result: Result) -> Sentences:
    return (
        "Averages show what happens to most. A few patients with a dangerous value hardly move "
        "them: look at the shifts, the grades and the lowest and highest values as well.",
    )


def immune_words(result: Result) -> Sentences:
    return (
        "A drug that acts on B cells is expected to lower them, and in time immunoglobulins. What "
        "matters is whether low values go with infections, and whether they recover.",
        "Infections before and after a low value are compared in the same patients, who differ "
        "in time and season: this cannot show that the one caused the other.",
    )


def grades_words(result: Result) -> Sentences:
    return (
        "Grades run from 1 (mild) to 4 (dangerous); they are read from the value alone, so they "
        "do not say whether the patient felt anything.",
        "Some patients have such a value before treatment; the lines on worsening leave these out.",
    )


def liver_words(result: Result) -> Sentences:
    return (
        *counted(
            result,
            "liver_quadrants",
            "With both an aminotransferase and bilirubin high",
            QUADRANT="hys_law",
        ),
        "A drug that raises both, without another cause, is expected to cause severe liver injury "
        "in some patients (Hy's law). The figure finds candidates; a physician has to exclude "
        "gallstones, viruses and other drugs.",
        _RARE,
    )
