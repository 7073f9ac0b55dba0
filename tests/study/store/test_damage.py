"""Damaged files: a clear sentence, the original untouched, and what can be recovered."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study import store
from sjogren_desktop.study.store import DamagedError, StudyFile, WrongPassphraseError
from tests.studies import small_study
from tests.study.store.making import CHEAP, PASSPHRASE, edit

PAGE = 4096


@pytest.fixture
def whole(file: StudyFile) -> bytes:
    """The bytes of a file with data and scores, closed."""
    file.save_study(small_study())
    file.scores.record([edit(f"S1-{n:03d}", reason="") for n in range(300)])
    file.close()
    return file.path.read_bytes()


def refused(path: Path, contents: bytes) -> str:
    """Return what is said of a file of these contents, which must stay as it is."""
    path.write_bytes(contents)
    with pytest.raises(AnalysisError) as caught:
        store.open_file(path, passphrase=PASSPHRASE)
    assert path.read_bytes() == contents
    assert not list(path.parent.glob(".*")), "something was left behind"
    return str(caught.value)


def test_that_a_flipped_bit_in_any_page_is_found(path: Path, whole: bytes) -> None:
    chance = random.Random(1)
    for page in range(len(whole) // PAGE):
        place = page * PAGE + chance.randrange(16 if page == 0 else 0, PAGE)
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)

        assert "1 of its" in refused(path, bytes(flipped))


def test_that_a_flipped_bit_of_the_salt_is_told_and_the_file_opens(
    path: Path, whole: bytes
) -> None:
    flipped = bytearray(whole)
    flipped[9] ^= 4
    path.write_bytes(bytes(flipped))

    with store.open_file(path, passphrase=PASSPHRASE) as file:
        assert len(file.scores.edits) == 300
        assert "One bit" in file.notes_on_opening[0]
        file.scores.record([edit("S9-001", reason="")])

    assert path.read_bytes()[:16] == whole[:16]


def test_that_swapped_pages_are_found(path: Path, whole: bytes) -> None:
    pages = [whole[i : i + PAGE] for i in range(0, len(whole), PAGE)]
    pages[2], pages[3] = pages[3], pages[2]

    assert "2 of its" in refused(path, b"".join(pages))


@pytest.mark.parametrize("left", [0.99, 0.5, 0.1])
def test_that_a_truncated_file_is_found(path: Path, whole: bytes, left: float) -> None:
    cut = int(left * len(whole))
    for length in (cut, cut // PAGE * PAGE):
        said = refused(path, whole[:length])
        assert "is damaged" in said
        assert "Recover" in said


@pytest.mark.parametrize("length", [0, 1, 15])
def test_that_a_file_of_a_few_bytes_is_no_study_file(path: Path, whole: bytes, length: int) -> None:
    assert "is not a study file" in refused(path, whole[:length])


def test_that_only_the_header_left_is_told(path: Path, whole: bytes) -> None:
    assert "trial.sjd" in refused(path, whole[:16])


def test_that_another_file_is_no_study_file(path: Path) -> None:
    assert "is not a study file" in refused(path, b"USUBJID,AVAL\nS1-001,1\n")


def test_that_another_database_is_no_study_file(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()

    assert "not a study file" in refused(path, path.read_bytes())


def test_that_a_damaged_file_without_encryption_is_found(path: Path) -> None:
    with store.create(path, passphrase=None) as file:
        file.save_study(small_study())
    contents = bytearray(path.read_bytes())
    contents[PAGE : PAGE + 100] = bytes(100)

    assert "is damaged" in refused(path, bytes(contents))


def test_that_a_missing_file_is_told_with_its_folder(path: Path) -> None:
    with pytest.raises(AnalysisError, match="was not found"):
        store.open_file(path, passphrase=PASSPHRASE)


# ------------------------------------------------------------------ recovery


def damaged_at(path: Path, whole: bytes, pages: list[int]) -> None:
    flipped = bytearray(whole)
    for page in pages:
        flipped[page * PAGE + 100] ^= 1
    path.write_bytes(bytes(flipped))


def test_that_recovery_brings_everything_but_the_damaged_pages(
    path: Path, whole: bytes, tmp_path: Path
) -> None:
    last = len(whole) // PAGE - 1
    damaged_at(path, whole, [last])
    before = path.read_bytes()

    found = store.recover(path, tmp_path / "new.sjd", passphrase=PASSPHRASE, who="Anna", cost=CHEAP)

    with found.file as file:
        assert path.read_bytes() == before
        assert "Not readable any more" in found.summary
        assert 200 <= len(file.scores.edits) < 300 or file.trail[-2].number > 250
        assert file.findings == ()
        assert file.read_only == ""
        assert file.trail[-1].what == "Recovered after damage"
        assert file.trail[-1].new == found.summary


@pytest.mark.slow
def test_that_one_damaged_page_never_costs_all_the_rest(
    path: Path, whole: bytes, tmp_path: Path
) -> None:
    unreadable = []
    for page in range(1, len(whole) // PAGE):
        damaged_at(path, whole, [page])
        to = tmp_path / f"new-{page}.sjd"
        try:
            found = store.recover(path, to, passphrase=PASSPHRASE, cost=CHEAP)
        except AnalysisError:
            unreadable.append(page)
            continue
        with found.file as file:
            assert file.read_only == ""
            study = file.study()
            kept = len(file.scores.edits) + (0 if study is None else len(study.datasets))
            assert kept > 1
    assert len(unreadable) <= 2, f"nothing was recovered with a damaged page {unreadable}"


def test_that_recovery_of_a_whole_file_loses_nothing(
    path: Path, whole: bytes, tmp_path: Path
) -> None:
    found = store.recover(path, tmp_path / "new.sjd", passphrase=PASSPHRASE, cost=CHEAP)

    with found.file as file:
        assert found.summary == "Everything could be read."
        assert len(file.scores.edits) == 300
        assert file.study() is not None
        assert file.findings == ()


def test_that_a_file_with_a_lost_first_page_cannot_be_recovered(
    path: Path, whole: bytes, tmp_path: Path
) -> None:
    damaged_at(path, whole, [0])

    with pytest.raises(AnalysisError, match="first page"):
        store.recover(path, tmp_path / "new.sjd", passphrase=PASSPHRASE, cost=CHEAP)

    assert [p.name for p in tmp_path.iterdir()] == ["trial.sjd"]


def test_that_recovery_asks_for_the_right_passphrase(
    path: Path, whole: bytes, tmp_path: Path
) -> None:
    with pytest.raises(AnalysisError, match="passphrase"):
        store.recover(path, tmp_path / "new.sjd", passphrase="guess", cost=CHEAP)


# ------------------------------------------------------------------ while it is open


def test_that_a_full_disk_saves_nothing_and_says_so(file: StudyFile) -> None:
    file.scores.record([edit()])
    connection = file._open_connection()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(AnalysisError, match="disk is full") as caught:
        file.save_study(small_study())

    assert "What was saved before is unchanged" in str(caught.value)
    assert file.cuts() == ()
    assert len(file.trail) == 2
    connection.execute("PRAGMA max_page_count = 1000000")
    file.scores.record([edit("S1-002", reason="")])
    file.close()
    with store.open_file(file.path, passphrase=PASSPHRASE) as again:
        assert len(again.scores.edits) == 2
        assert again.findings == ()


def test_that_a_file_that_went_away_is_told_before_and_kept_by_saving_as(
    file: StudyFile, tmp_path: Path
) -> None:
    file.scores.record([edit()])
    file.path.unlink()

    with pytest.raises(AnalysisError, match="is not where it was"):
        file.scores.record([edit("S1-002", reason="")])

    with store.save_as(file, tmp_path / "rescued.sjd") as copy:
        assert len(copy.scores.edits) == 1
        copy.scores.record([edit("S1-002", reason="")])


def test_that_a_file_replaced_by_another_is_not_written_to(file: StudyFile, tmp_path: Path) -> None:
    other = tmp_path / "other.sjd"
    other.write_bytes(file.path.read_bytes())
    other.replace(file.path)

    with pytest.raises(AnalysisError, match="replaced"):
        file.scores.record([edit()])


def test_that_a_wrong_passphrase_leaves_no_lock(file: StudyFile) -> None:
    file.close()
    with pytest.raises(WrongPassphraseError):
        store.open_file(file.path, passphrase="guess")

    with store.open_file(file.path, passphrase=PASSPHRASE) as again:
        assert again.read_only == ""


def test_that_damage_is_an_error_of_its_own_kind(path: Path, whole: bytes) -> None:
    damaged_at(path, whole, [3])

    with pytest.raises(DamagedError):
        store.open_file(path, passphrase=PASSPHRASE)
