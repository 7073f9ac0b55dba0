"""Who may see treatments, and the record of it."""

import dataclasses
from datetime import UTC, datetime

import pytest

from sjogren_desktop.results import BLINDED, POOLED_AGAIN, UNBLINDED, AnalysisError
from sjogren_desktop.study.blinding import guard
from sjogren_desktop.study.unblinding import (
    PATIENT_UNBLINDED,
    REFUSED,
    STUDY_UNBLINDED,
    Passphrase,
    Request,
    Unblinding,
    UnblindingLog,
)
from tests.studies import small_study

WHO = Request("Dr A. Reader", "Database lock of 3 May")


@pytest.fixture(scope="module")
def guarded():
    return guard(small_study())


def test_that_a_guarded_study_shows_no_arms_until_it_is_unblinded(guarded):
    log = UnblindingLog()

    assert guarded.shown(log).blinding == BLINDED
    assert guarded.shown(log).adsl["TRT01P"].unique().tolist() == ["All patients"]

    study = guarded.unblind(WHO, log)

    assert study.blinding == UNBLINDED
    assert study.adsl["TRT01P"].nunique() == 3


def test_that_unblinding_is_recorded_with_who_when_and_why(guarded):
    log, before = UnblindingLog(), datetime.now(UTC)

    guarded.unblind(WHO, log)

    (entry,) = log.records
    assert (entry.what, entry.study, entry.subject) == (STUDY_UNBLINDED, "S1, S2", "")
    assert (entry.who, entry.reason) == ("Dr A. Reader", "Database lock of 3 May")
    assert before <= entry.when <= datetime.now(UTC)


def test_that_a_study_pooled_again_says_that_it_was_unblinded(guarded):
    log = UnblindingLog()
    guarded.unblind(WHO, log)

    again = guarded.shown(log)

    assert again.blinding == POOLED_AGAIN
    assert again.arms_pooled


@pytest.mark.parametrize("request_", [Request(" ", "because"), Request("me", "")])
def test_that_nothing_is_shown_without_a_name_and_a_reason(guarded, request_):
    log = UnblindingLog()

    with pytest.raises(AnalysisError, match="Give"):
        guarded.unblind(request_, log)

    assert log.records == ()


def test_that_a_wrong_passphrase_shows_nothing_and_is_recorded(guarded):
    log, second = UnblindingLog(), Passphrase.of("only the statistician")

    with pytest.raises(AnalysisError, match="passphrase is wrong"):
        guarded.unblind(dataclasses.replace(WHO, passphrase="only the statisticiam"), log, second)

    assert [r.what for r in log.records] == [REFUSED]
    assert guarded.shown(log).blinding == BLINDED
    right = dataclasses.replace(WHO, passphrase="only the statistician")
    assert guarded.unblind(right, log, second).blinding == UNBLINDED


def test_that_a_passphrase_is_kept_as_salt_and_digest_only():
    one, other = Passphrase.of("only the statistician"), Passphrase.of("only the statistician")

    assert one.digest != other.digest
    assert b"statistician" not in one.digest + one.salt
    with pytest.raises(AnalysisError, match="at least 8"):
        Passphrase.of("short")


def test_that_one_patient_is_unblinded_with_a_record_and_the_study_stays_blinded(guarded):
    log = UnblindingLog()

    told = dict(guarded.unblind_patient("S1-1003", WHO, log))

    assert told == {"TRT01P": "Drug monthly", "TRT01A": "Drug monthly"}
    assert [(r.what, r.subject) for r in log.records] == [(PATIENT_UNBLINDED, "S1-1003")]
    assert guarded.shown(log).blinding == BLINDED


def test_that_an_unknown_patient_is_refused_without_a_record(guarded):
    log = UnblindingLog()

    with pytest.raises(AnalysisError, match="no treatment of a patient S9-1"):
        guarded.unblind_patient("S9-1", WHO, log)

    assert log.records == ()


def test_that_a_log_that_cannot_keep_the_record_shows_nothing(guarded):
    class Full(UnblindingLog):
        def record(self, unblinding):
            raise AnalysisError("The disk is full.")

    with pytest.raises(AnalysisError, match="full"):
        guarded.unblind(WHO, Full())


def test_that_a_record_needs_the_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        Unblinding(STUDY_UNBLINDED, "S", "me", "because", datetime(2026, 1, 1))
