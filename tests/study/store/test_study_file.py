"""What is put into a study file comes out of it again, with its entry in the trail."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sjogren_desktop.results import AnalysisError, Cancelled
from sjogren_desktop.study import store
from sjogren_desktop.study.mapping import AppliedMap, ColumnMap, TableMap
from sjogren_desktop.study.store import Event, StudyFile, WrongPassphraseError
from sjogren_desktop.study.store.header import Cost, new_header, read_header
from sjogren_desktop.study.unblinding import Passphrase
from tests.samples import sample_ae_result, sample_mmrm_result
from tests.studies import small_study
from tests.study.store.making import (
    CHEAP,
    PASSPHRASE,
    edit,
    event_edit,
    note,
    odd_study,
    reopened,
    unblinding,
)


def test_that_cancel_before_there_is_a_key_touches_no_file(tmp_path: Path) -> None:
    def progress(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.create(tmp_path / "a.sjd", passphrase=PASSPHRASE, cost=CHEAP, progress=progress)

    assert list(tmp_path.iterdir()) == []


def test_that_every_type_of_column_comes_back_bit_by_bit(file: StudyFile) -> None:
    study = odd_study()
    file.save_study(study)

    with reopened(file) as again:
        found = again.study()

    assert found is not None
    before, after = study.datasets[0].frame, found.datasets[0].frame
    pd.testing.assert_frame_equal(after, before.assign(TEXT=before["TEXT"]), check_exact=True)
    assert np.signbit(after["AVAL"][2])
    assert after["AVISITN"][3] == 9007199254740993


def test_that_addresses_labels_and_findings_come_back(file: StudyFile) -> None:
    study = odd_study()
    file.save_study(study)

    with reopened(file) as again:
        found = again.study()

    assert found is not None
    assert found.issues == study.issues
    assert (found.source, found.synthetic) == (study.source, True)
    assert found.datasets[0].address(3) == ("adqs secret.csv", "Sheet 1", 8)
    assert found.datasets[0].labels == {"AVAL": "Value"}


def test_that_fingerprints_and_maps_of_the_files_come_back(file: StudyFile) -> None:
    columns = (
        ColumnMap("PATNR", "subject", confidence=0.75),
        ColumnMap("WERT", "measure", "ESSDAI"),
    )
    table = TableMap("visits", columns, {"V1": ("Week 4", 4.0)}, {"TRT01P": {"A": "Placebo"}})
    maps = (AppliedMap("ADQS", "site.xlsx", "Sheet 1", table, guessed=True),)
    prints = {"in/site.xlsx": "ab" * 32}
    file.save_study(replace(small_study(), mapped=maps, fingerprints=prints))

    with reopened(file) as again:
        found = again.study()

    assert found is not None
    assert found.mapped == maps
    assert found.fingerprints == prints


def test_that_an_earlier_cut_stays_beside_the_newer_one(file: StudyFile) -> None:
    first = file.save_study(small_study(studies=1))
    second = file.save_study(small_study(studies=2))

    assert file.cuts() == (first, second)
    earlier, latest = file.study(first), file.study()

    assert earlier is not None
    assert latest is not None
    assert earlier.study_ids == ("S1",)
    assert latest.study_ids == ("S1", "S2")


def test_that_a_file_without_data_has_no_study(file: StudyFile) -> None:
    assert file.study() is None


def test_that_fingerprints_and_by_choice_bytes_of_sources_are_kept(
    file: StudyFile, tmp_path: Path
) -> None:
    data = tmp_path / "adsl.csv"
    data.write_bytes(b"USUBJID\nS1-001\n")
    kept = store.fingerprint(data, keep_contents=True)
    bare = store.fingerprint(data)
    first = file.save_study(odd_study(), sources=[kept])
    second = file.save_study(odd_study(), sources=[bare])

    # sha256sum of the 15 bytes above
    assert file.sources(first)[0].sha256 == (
        "c1b5edab2f62fa1d6df246eac126f0f62df732029528398b8d2a0c2fdac372df"
    )
    assert file.source_contents(first, "adsl.csv") == b"USUBJID\nS1-001\n"
    assert file.source_contents(second, "adsl.csv") is None


def test_that_results_come_back_equal(file: StudyFile) -> None:
    results = (sample_mmrm_result(), sample_ae_result())
    for result in results:
        file.save_result(result)

    with reopened(file) as again:
        assert again.results() == results


def test_that_a_document_is_saved_once_while_it_does_not_change(file: StudyFile) -> None:
    for body in ({"visit": "Week 24"}, {"visit": "Week 24"}, {"visit": "Week 48"}):
        file.save_document("options", "mmrm_change", body)

    assert file.document("options", "mmrm_change") == {"visit": "Week 48"}
    assert file.document("options", "other") is None
    assert file.document_names("options") == ("mmrm_change",)
    assert [e.what for e in file.trail] == [
        "Study file created",
        "Options saved",
        "Options changed",
    ]


def test_that_score_edits_come_back_in_order_with_their_reason(file: StudyFile) -> None:
    file.scores.record([edit(), edit("S1-002", reason="")])
    file.scores.record([edit(old=2.0, new=None, reason="wrong patient")])

    with reopened(file) as again:
        assert again.scores.edits == file.scores.edits
        assert again.scores.edits[2].reason == "wrong patient"
        last = again.trail[-1]
    assert (last.what, last.subject, last.place) == ("Score removed", "S1-001", "Week 4, renal")
    assert (last.old, last.new, last.reason, last.who) == ("2", "", "wrong patient", "Anna")


def test_that_an_edit_from_a_value_that_is_not_there_saves_none_of_its_group(
    file: StudyFile,
) -> None:
    file.scores.record([edit()])

    with pytest.raises(AnalysisError, match="changed in the meantime"):
        file.scores.record([edit("S1-002"), edit(old=1.0, new=3.0)])

    assert len(file.scores.edits) == 1
    with reopened(file) as again:
        assert len(again.scores.edits) == 1


def test_that_notes_and_unblindings_come_back_with_their_entries(file: StudyFile) -> None:
    file.notes.record(note("Dry eyes since May."))
    file.notes.record(note("See the letter of June."))
    file.unblindings.record(unblinding())

    with reopened(file) as again:
        assert [n.text for n in again.notes.notes] == [
            "Dry eyes since May.",
            "See the letter of June.",
        ]
        assert again.unblindings.records == (unblinding(),)
        told = [(e.what, e.subject, e.who, e.new or e.reason) for e in again.trail[-2:]]
    assert told == [
        ("Note written", "S1-001", "Bea", "See the letter of June."),
        ("The treatment of one patient was shown", "S1-001", "Bea", "anaphylaxis"),
    ]


def test_that_the_second_passphrase_of_blinding_is_needed_after_opening_too(
    file: StudyFile,
) -> None:
    file.unblindings.passphrase = Passphrase.of("only the statistician")

    with reopened(file) as again:
        second = again.unblindings.passphrase
        assert second is not None
        assert second.matches("only the statistician")
        assert not second.matches("only the statisticiam")
        assert again.trail[-1].what == "Second passphrase saved"
        assert second.digest.hex() not in repr(again.trail)
        again.unblindings.passphrase = None
        with reopened(again) as last:
            assert last.unblindings.passphrase is None


def test_that_changed_events_come_back_with_their_entry(file: StudyFile) -> None:
    file.save_study(small_study())
    file.events.record_events([event_edit()])
    file.events.record_events([event_edit("N", None)])
    with pytest.raises(AnalysisError, match="changed in the meantime"):
        file.events.record_events([event_edit("N", "Y")])

    with reopened(file) as again:
        assert again.events.event_edits == (event_edit(), event_edit("N", None))
        study = again.study()
        assert study is not None
        assert study.event_edits == again.events.event_edits
        last = again.trail[-1]
    assert (last.what, last.subject, last.old, last.new, last.who) == (
        "Intercurrent event changed",
        "S1-001",
        "N",
        "",
        "Bea",
    )


def test_that_results_of_an_earlier_cut_are_not_given_for_the_later_one(file: StudyFile) -> None:
    file.save_study(small_study())
    file.save_result(sample_mmrm_result())
    file.save_study(small_study(seed=2))
    file.save_result(sample_ae_result())

    assert file.results() == (sample_ae_result(),)


def test_that_an_entry_holds_universal_and_local_time(file: StudyFile) -> None:
    entry = file.enter(Event("Exported", place="workbook.xlsx", reason="for the board"))

    assert entry.utc.endswith("Z")
    assert pd.Timestamp(entry.utc).floor("s") == pd.Timestamp(entry.local).tz_convert("UTC")
    assert entry.who == "Anna"


# ------------------------------------------------------------------ passphrases


def test_that_a_wrong_passphrase_opens_nothing_and_says_nothing(file: StudyFile) -> None:
    file.save_study(odd_study())
    file.close()

    with pytest.raises(WrongPassphraseError) as caught:
        store.open_file(file.path, passphrase="guess")

    assert "secret" not in str(caught.value)


def test_that_a_passphrase_opens_however_its_accents_are_composed(file: StudyFile) -> None:
    decomposed = PASSPHRASE.replace("ö", "o\u0308").replace("Ü", "U\u0308").replace("ü", "u\u0308")
    assert decomposed != PASSPHRASE

    with reopened(file, decomposed) as again:
        assert again.read_only == ""


def test_that_an_empty_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(AnalysisError, match="empty"):
        store.create(path, passphrase="", cost=CHEAP)
    assert not path.exists()


def test_that_a_new_passphrase_opens_and_the_old_one_does_not(file: StudyFile) -> None:
    file.scores.record([edit()])
    salt = file.path.read_bytes()[:16]

    again = store.change_passphrase(file, "neu und länger", cost=CHEAP)

    assert again.trail[-1].what == "Passphrase changed"
    assert file.path.read_bytes()[:16] != salt
    with pytest.raises(WrongPassphraseError):
        reopened(again)
    with reopened(again, "neu und länger") as last:
        assert len(last.scores.edits) == 1
        assert last.findings == ()
        assert last.read_only == ""


def test_that_an_unencrypted_file_can_be_given_a_passphrase(path: Path) -> None:
    made = store.create(path, passphrase=None, who="Anna")
    made.scores.record([edit()])
    assert not made.is_encrypted
    assert not store.needs_passphrase(path)

    with store.change_passphrase(made, PASSPHRASE, cost=CHEAP) as again:
        assert again.is_encrypted
        assert again.findings == ()
        assert len(again.scores.edits) == 1
    assert store.needs_passphrase(path)
    assert b"renal" not in path.read_bytes()


def test_that_a_file_saved_as_another_is_whole_and_the_first_stays(
    file: StudyFile, tmp_path: Path
) -> None:
    file.save_study(odd_study())

    with store.save_as(file, tmp_path / "copy.sjd") as copy:
        assert not file.is_open
        assert copy.study() is not None
        assert copy.trail[-1].what == "Saved as a new file"
        copy.scores.record([edit()])

    with reopened(file) as first:
        assert first.scores.edits == ()
        assert first.study_id == copy_id(tmp_path / "copy.sjd")


def copy_id(path: Path) -> str:
    with store.open_file(path, passphrase=PASSPHRASE) as file:
        return file.study_id


def test_that_a_locked_file_asks_for_its_passphrase(file: StudyFile) -> None:
    file.close()

    with pytest.raises(AnalysisError, match="is locked"):
        file.scores.record([edit()])


# ------------------------------------------------------------------ the header


def test_that_the_header_says_what_opening_costs() -> None:
    header = read_header(new_header(Cost(18, 4, 2)).salt)

    assert header is not None
    assert header.cost == Cost(18, 4, 2)


@pytest.mark.parametrize("bit", range(128))
def test_that_any_flipped_bit_of_the_header_is_put_right(bit: int) -> None:
    salt = new_header(Cost()).salt
    flipped = bytearray(salt)
    flipped[bit // 8] ^= 1 << bit % 8

    header = read_header(bytes(flipped))

    assert header is not None
    assert (header.salt, header.repaired) == (salt, True)


def test_that_two_flipped_bits_of_the_header_are_not_taken_for_another_header() -> None:
    salt = new_header(Cost()).salt
    for first, second in random.Random(1).sample(list(combinations(range(24, 128), 2)), 200):
        flipped = bytearray(salt)
        flipped[first // 8] ^= 1 << first % 8
        flipped[second // 8] ^= 1 << second % 8
        assert read_header(bytes(flipped)) is None


def test_that_the_default_cost_is_above_the_recommended_one() -> None:
    # RFC 9106, section 4, second recommended option: 64 MiB (2**16 KiB), 3 passes, 4 lanes
    assert Cost().memory >= 16
    assert (Cost().passes, Cost().lanes) == (3, 4)
