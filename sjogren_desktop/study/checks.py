"""The catalogue of data checks: each looks for one kind of problem in a study.

A check is a plain function from a study to issues and one line in
:data:`CHECKS`. Checks look only; nothing is changed. They work on columns as a
whole, so that a million records are checked in about a second each.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from sjogren_desktop.results import Doing, Issue, Progress, no_progress
from sjogren_desktop.study import check_keys, check_trial, check_values, emergence, record_parts
from sjogren_desktop.study.check_findings import MOST_ISSUES, Findings, More
from sjogren_desktop.study.data import StudyData


@dataclass(frozen=True)
class Check:
    """One check: a stable identifier, what it looks for, and the function."""

    id: str
    title: str
    run: Callable[[StudyData], Findings]


CHECKS: tuple[Check, ...] = (
    Check("structure.no_adsl", "No subject-level data set", check_keys.no_subject_level),
    Check("structure.no_subjects", "No column of subjects", check_keys.no_subject_column),
    Check("adsl.duplicate", "Subject twice in the subject-level data", check_keys.adsl_duplicates),
    Check("adsl.no_population", "Population flags absent", check_keys.population_flags_absent),
    Check("adsl.no_treatment", "Treatment missing", check_keys.treatment_missing),
    Check("adsl.no_arms", "No treatment arms", check_keys.no_arms),
    Check("key.not_in_adsl", "Subject not in the subject-level data", check_keys.not_in_adsl),
    Check("key.arm_differs", "Arm differs from the subject-level data", check_keys.arm_differs),
    Check("key.duplicate", "Two records for one visit", check_keys.duplicate_records),
    Check("key.no_visit", "Value without a visit", check_keys.visit_missing),
    Check("date.end_before_start", "End before start", check_values.end_before_start),
    Check("date.impossible", "Date outside any trial", check_values.impossible_dates),
    Check("value.change", "Change is not value minus baseline", check_values.wrong_change),
    Check("value.limit", "Result beyond a limit, no number", check_values.limits_without_number),
    Check("value.units", "Several units in one parameter", check_values.several_units),
    Check("subject.only_in_adsl", "Subject without any records", check_trial.only_in_adsl),
    Check("key.arm_changes", "Arm changes within a data set", check_trial.arm_changes),
    Check("key.periods", "Treatment changes between periods", check_trial.several_treatments),
    Check("key.parts", "Several courses of a parameter", record_parts.in_parts),
    Check("ae.emergence", "Treatment-emergence not derivable", emergence.not_derivable),
    Check("date.before_birth", "Date before birth", check_trial.before_birth),
    Check("date.after_death", "Date after death", check_trial.after_death),
    Check("date.order", "Dates of the subject out of order", check_trial.dates_of_treatment),
    Check("date.study_day", "Study day does not fit the date", check_trial.day_zero),
    Check("visit.numbers", "Name and number of a visit disagree", check_trial.visit_numbers),
    Check("visit.window", "Visit far from its day", check_trial.out_of_window),
    Check("value.unit_slip", "Value in another unit", check_trial.unit_slips),
    Check("term.sex", "Sex in other words", check_trial.sex_terms),
    Check("term.severity", "Severity in other words", check_values.severity_terms),
    Check("term.flag", "Flag neither Y nor N", check_values.flag_values),
)
"""Every check, in the order of its findings."""


def run_checks(study: StudyData, *, progress: Progress = no_progress) -> list[Issue]:
    """Run all checks; of each, at most :data:`MOST_ISSUES` findings are listed."""
    found: list[Issue] = []
    for number, check in enumerate(CHECKS):
        progress(number / len(CHECKS), Doing("Checking: {name}", name=Doing(check.title)))
        found += limited(check, check.run(study))
    return found


def limited(check: Check, findings: Findings) -> list[Issue]:
    """List the first findings of a check and count the others in a closing one."""
    listed: list[Issue] = []
    more = 0
    for finding in findings:
        if isinstance(finding, More):
            more += finding.count
        elif len(listed) < MOST_ISSUES:
            listed.append(dataclasses.replace(finding, check=check.id))
        else:
            more += 1
    if more:
        last = listed[-1]
        listed.append(
            Issue(
                last.severity,
                f"{check.title}: {more} more findings of this kind ({len(listed) + more} in all); "
                f"the first {len(listed)} are listed.",
                action=last.action,
                file=last.file if len({i.file for i in listed}) == 1 else "",
                check=check.id,
            )
        )
    return listed
