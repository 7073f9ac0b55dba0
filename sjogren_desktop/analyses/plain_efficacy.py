"""Plain words of the analyses of effect, of who took part, and of the next trial."""

from __future__ import annotations

from sjogren_desktop import formats
from sjogren_desktop.analyses.plain_numbers import (
    Comparison,
    Sentences,
    arms_of,
    cells_of,
    chance,
    comparisons,
    counted,
    how_sure,
    mean_difference,
    more_responded,
    per_hundred,
    points,
    row_of,
    stats_of,
    table_of,
    unit_of,
)
from sjogren_desktop.results import Result

_AVERAGES = (
    "These are averages: they do not say how many patients gained, nor what one patient can expect."
)
_P_VALUE = (
    "A p value is not the probability that the treatment has no effect, and it does not say how "
    "large or how useful the effect is."
)
_JUDGEMENT = "Whether a difference of this size matters to patients is a clinical judgement."
_ONE_PATIENT = (
    "For one patient a fall of ESSDAI by at least 3 points is usually taken as the smallest that "
    "matters (Seror 2016). That is a yardstick for single patients, not for a difference between "
    "averages; the responder analysis counts patients by it."
)


def _last_visit(result: Result) -> Sentences:
    table = table_of(result, "differences")
    row = table.rows[-1] if table and table.rows else None
    said: list[str] = []
    for one in comparisons(table, row):
        if one.is_whole and row is not None:
            said += mean_difference(result, one, f"At {row.labels[0]}")
    return (*said, *((_JUDGEMENT, _AVERAGES, _P_VALUE) if said else ()), *_yardstick(result))


def _yardstick(result: Result) -> Sentences:
    return (_ONE_PATIENT,) if result.options.get("parameter") == "ESSDAI" else ()


def mmrm_words(result: Result) -> Sentences:
    return (
        *_last_visit(result),
        "Patients who left are taken to have gone on like similar patients who stayed. That "
        "cannot be checked in the data: the analyses of sensitivity and of the tipping point say "
        "what other assumptions give.",
    )


def ancova_words(result: Result) -> Sentences:
    return (
        *_last_visit(result),
        "Only patients with a value at this visit are counted, unless missing values were filled "
        "in; those who left may have fared differently.",
    )


def evidence_words(result: Result) -> Sentences:
    table = table_of(result, "evidence")
    found = [c for c in comparisons(table) if c.is_whole]
    single = [c for c in found if c.row.key.get("STUDYID") != "Pooled"]
    pooled = [c for c in found if c.row.key.get("STUDYID") == "Pooled"]
    if not found:
        return ()
    outside = sum(not c.numbers["lower"] <= 0 <= c.numbers["upper"] for c in single)
    said = [
        f"Each study is first read by itself: of {len(single)} comparisons within a study, "
        f"{outside} {'has' if outside == 1 else 'have'} a confidence interval that leaves out no "
        "difference."
    ]
    if pooled:
        said += mean_difference(result, pooled[0], "All studies together")
    return (
        *said,
        "Pooling makes the estimate more precise. It does not make two weak studies one strong "
        "one: a fault that the studies share, such as a strong placebo response, stays.",
        "With few studies their agreement can hardly be tested; an I2 of 0 is no proof of it.",
        _JUDGEMENT,
        _P_VALUE,
    )


def multiplicity_words(result: Result) -> Sentences:
    table = table_of(result, "decisions")
    said, never = [], 0
    for row in table.rows if table else ():
        made = [str(stat.value) for stat in stats_of(row, "decision")]
        if made:
            yes = sum(text == "Significant" for text in made)
            if not yes:
                never += 1
                continue
            name = ", ".join(label for label in row.labels if label)
            said.append(f"{name}: significant under {yes} of {len(made)} plans.")
    return (
        "Who tests often finds something by chance. A plan sets the level of each test so that "
        "the chance of even one false finding stays at the level chosen.",
        *said,
        *([f"Significant under none of the plans: {never} comparisons."] if never else []),
        "A plan protects only if it was fixed before the data were seen. To choose the plan by "
        "its outcome undoes the protection.",
        "Not significant does not mean that the treatments are alike.",
    )


def subgroups_words(result: Result) -> Sentences:
    table = table_of(result, "subgroups")
    tests = sum(stat.name == "p_value" for _, _, stat in table.numbers()) if table else 0
    return (
        f"Here {tests} tests ask whether the effect differs between groups of patients. With so "
        "many, a small p value is to be expected now and then where nothing differs.",
        "Groups are small: an interval that holds zero in one group does not mean that "
        "the treatment fails there, and a large effect in one does not mean that it works best "
        "there. The test of the interaction compares the groups; the intervals do not.",
        "A trial that was not planned for it can suggest such a difference; another must show it.",
    )


def dose_words(result: Result) -> Sentences:
    table = table_of(result, "contrasts")
    shown = [str(s.value) for row in (table.rows if table else ()) for s in
             stats_of(row, "decision")]  # fmt: skip
    yes = sum(text == "Yes" for text in shown)
    return (
        f"Of {len(shown)} shapes that a growing effect may have, {yes} "
        f"{'is' if yes == 1 else 'are'} shown by the data after allowing for all being tried.",
        "A curve between the amounts studied is a guess by its shape, and beyond them more so.",
        "Two schedules of the same dose differ in more than the amount; the curve does not know.",
    )


def robustness_words(result: Result) -> Sentences:
    table = table_of(result, "closeness")
    row = row_of(table, MEASURE="Fewest subjects that turn the decision")
    said = []
    for column, cell in cells_of(table, row):
        value = formats.plain(cell.stats[0].value) if cell else None
        if isinstance(value, int | float):
            number = formats.fixed(float(value), 0)
            people = "1 patient" if number == "1" else f"{number} patients together"
            name = " ".join(column.header.split())
            said.append(f"{name}: the decision turns if {people} had not taken part.")
    return (
        "The analysis was done again without each country, each site and each patient.",
        *said,
        "If few patients turn the decision, the finding is close to the line drawn beforehand; it "
        "is not therefore wrong. No patient may be left out because of how the patient fared.",
    )


def placebo_words(result: Result) -> Sentences:
    table = table_of(result, "change")
    start, change = (
        {arm: stats[0] for arm, stats in arms_of(table, row, "mean")}
        for row in (
            row_of(table, MEASURE="Baseline, mean (SD)"),
            row_of(table, MEASURE="Change, mean (SD)"),
        )
    )
    said = [
        f"{arm}: from {formats.stat(start[arm])} at the start, the average change was "
        f"{formats.stat(change[arm])}."
        for arm in change
        if arm in start
    ]
    return (
        *said,
        "Patients get in when their score is high. A score that was high by chance on that day "
        "tends to be lower later, under any treatment (regression to the mean).",
        "What the placebo arm gained is also natural course, closer care, changes in other drugs, "
        "the hope of patients and the expectation of raters. A trial of parallel arms cannot tell "
        "these apart; only the difference between arms is the effect of the drug.",
    )


def sensitivity_words(result: Result) -> Sentences:
    table = table_of(result, "sensitivity")
    by_arm: dict[tuple[str, str], list[Comparison]] = {}
    for one in comparisons(table):
        if "estimate" in one.numbers:
            by_arm.setdefault((one.arm, one.reference), []).append(one)
    said = []
    for (arm, reference), found in by_arm.items():
        sizes = [c.numbers["estimate"] for c in found]
        kept = sum(not c.numbers["lower"] <= 0 <= c.numbers["upper"] for c in found if c.is_whole)
        said.append(
            f"{arm} against {reference}: under {len(found)} assumptions the difference runs from "
            f"{points(min(sizes))} to {points(max(sizes))}{unit_of(result)}; in {kept} of them the "
            "confidence interval leaves out no difference."
        )
    return (
        "Some values are missing, and nobody knows them. Each line assumes something else about "
        "the patients who left.",
        *said,
        "If all lines tell the same story, it does not hang on what is assumed; if not, it does. "
        "No line is the true one.",
    )


def tipping_words(result: Result) -> Sentences:
    table = table_of(result, "points")
    unshifted = row_of(table, POINT="No shift")
    limits = [stats_of(unshifted, end)[0].value for end in ("lower", "upper")] if unshifted else []
    low, high = (float(v) if isinstance(v, int | float) else 0.0 for v in limits or (0, 0))
    if low <= 0 <= high:
        return (
            "Even without a shift the confidence interval holds a difference of zero, so there "
            "is no finding that assumptions on the missing values could turn.",
        )
    said = []
    for row in table.rows if table else ():
        name = str(row.key.get("POINT", ""))
        if name.startswith("Tipping point: only") and row.cells[0] is not None:
            shift = formats.plain(row.cells[0].stats[0].value)
            if isinstance(shift, int | float):
                said.append(
                    "The finding holds until the patients with missing values are assumed to have "
                    f"fared {points(abs(float(shift)))}{unit_of(result)} worse than similar "
                    "patients who stayed, in the treated arm only."
                )
    return (
        *(said or ["Within the shifts tried, the finding does not turn."]),
        "Ask whether those who left can have fared so much worse. If that is far-fetched, the "
        "finding is safe from the missing values; if it is likely, it is not.",
    )


def responders_words(result: Result) -> Sentences:
    table = table_of(result, "responders")
    row = table.rows[0] if table and table.rows else None
    if table is None or row is None:
        return ()
    rule = ", ".join(label for label in row.labels if label)
    arms = ", ".join(
        f"{arm} {formats.fixed(float(value), 0)}"
        for arm, (share,) in arms_of(table, row, "percent")
        if isinstance(value := formats.plain(share.value), int | float)
    )
    said = [f"{rule}: responders of 100 patients: {arms}."]
    for one in comparisons(table, row):
        if one.is_whole:
            said.append(more_responded(one, one.numbers["estimate"]))
            said += how_sure(one.numbers, unit=" of 100 patients")
    return (
        *said,
        "A patient just short of the line counts as a patient without any gain, so counting "
        "responders sees less than the average change does.",
        "Patients who responded need not have responded because of the treatment: compare the "
        "arms.",
    )


def rerandomisation_words(result: Result) -> Sentences:
    said = []
    for one in comparisons(table_of(result, "rerandomisation")):
        if "p_value" in one.numbers:
            said.append(
                f"{one.arm} against {one.reference}: a difference as large as that observed came "
                f"up {chance(one.numbers['p_value']).replace('such studies', 'drawings of lots')}."
            )
    return (
        "The lots that assigned the treatments were drawn again many times, as if the treatment "
        "made no difference to anybody.",
        *said,
        "This needs no assumption on how the values are spread, and says nothing of the size.",
    )


# ------------------------------------------------------------------ who took part


def missing_words(result: Result) -> Sentences:
    table = table_of(result, "visits")
    row = table.rows[-1] if table and table.rows else None
    said = per_hundred(table, row)
    first = (
        (f"Without a value at {row.labels[0]}, of 100 patients: {said}.",) if row and said else ()
    )
    return (
        *first,
        "Patients seldom leave by chance: some leave because they fare badly, some because they "
        "fare well. If more leave one arm, or for other reasons, the arms that remain may no "
        "longer be alike.",
        "The values of those who left are unknown; no analysis can bring them back.",
    )


def intercurrent_words(result: Result) -> Sentences:
    return (
        *counted(result, "events", "With an event that may change what a later value means"),
        "Stopping treatment or taking another drug changes what the score afterwards says of the "
        "treatment. The estimand states whether such values count, and each choice answers "
        "another question.",
    )


def flow_words(result: Result) -> Sentences:
    table = table_of(result, "flow")
    said = []
    for row in table.rows if table else ():
        cell = row.cells[-1] if row.cells else None
        if cell is not None and row.key.get("STEP") in ("randomised", "treated", "completed"):
            said.append(f"{row.labels[0]}: {formats.stat(cell.stats[0])}.")
    return (
        *said,
        "Randomisation makes the arms alike in all but chance. Every patient who is left out "
        "afterwards can take that away, so look at who is lost between the boxes, and why.",
    )


def demographics_words(result: Result) -> Sentences:
    return (
        "This tells for whom the trial speaks. Patients unlike these may fare differently.",
        "Differences between arms at the start are due to chance if the lots were drawn properly; "
        "testing them answers no question. Look at those that matter for the course of the "
        "disease.",
    )


def scores_words(result: Result) -> Sentences:
    return (
        "The totals were computed again from the levels and answers recorded at each visit, so "
        "they can be checked against those entered.",
        "An ESSDAI total says how active the disease is over all organs. The same total may come "
        "from quite different organs: see the contribution of the domains.",
    )


def composite_words(result: Result) -> Sentences:
    said: list[str] = []
    for one in comparisons(table_of(result, "differences")):
        numbers = dict(one.numbers)
        if "percent_difference" in numbers and {"lower", "upper"} <= numbers.keys():
            responded = more_responded(one, numbers["percent_difference"])
            said.append(f"{one.row.labels[0]}: {responded}")
            said += how_sure(numbers, unit=" of 100 patients")
    return (
        *said,
        "A composite counts a patient who improves in enough of several measures. It does not say "
        "in which: see the parts.",
    )


def checks_words(result: Result) -> Sentences:
    return (
        "Each line is a record that contradicts another or is unlikely. It is a question to the "
        "site, not a proof of an error, and nothing was changed in the data.",
        "No finding does not mean that a score was rated correctly.",
    )


def exposure_words(result: Result) -> Sentences:
    return (
        "A patient-year is one patient watched for a year, or two for half a year. Where one arm "
        "was watched for longer, it has more time for events, which rates allow for.",
    )


# ------------------------------------------------------------------ the next trial


def design_words(result: Result) -> Sentences:
    table = table_of(result, "designs")
    said = []
    for row in (table.rows if table else ())[:1]:
        powers = stats_of(row, "percent")
        if powers:
            said.append(
                f"Of 100 trials like “{row.labels[0]}”, about "
                f"{formats.fixed(float(powers[0].value or 0), 0)} would find the effect that was "
                "put in, by the mixed model. The others would miss it, though it is there."
            )
    return (*said, *_planning())


def _planning() -> Sentences:
    return (
        "This holds if the true effect, the spread of values and the losses are as assumed. The "
        "effect taken from a finished trial is likely too large if that trial was singled out "
        "because it succeeded.",
        "A power of 90% still means that one trial in ten fails although the drug works.",
    )


def power_words(result: Result) -> Sentences:
    table = table_of(result, "methods")
    row = table.rows[0] if table and table.rows else None
    said = []
    if row is not None:
        shown, sizes = stats_of(row, "percent"), stats_of(row, "n")
        if shown and sizes:
            said.append(
                f"Of 100 such trials about {formats.fixed(float(shown[0].value or 0), 0)} would "
                f"find the assumed effect; for 90 of 100, {formats.stat(sizes[-1])} patients "
                "have to be randomised."
            )
    return (*said, *_planning())
