"""Nothing of a study can be read in its file, in the journal beside it, or anywhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from sjogren_desktop.study import store
from sjogren_desktop.study.store import Event, StudyFile
from tests.conftest import ROOT
from tests.samples import sample_mmrm_result
from tests.studies import small_study
from tests.study.store.making import PASSPHRASE, edit, odd_study

WORDS = (
    "adqs secret.csv",
    "Sheet 1",
    "S1-001",
    "S1-002",
    "ADQS",
    "AVAL",
    "USUBJID",
    "renal",
    "Week 4",
    "Anna",
    "typing error",
    "MMRM",
    "mmrm_change",
    "Study file created",
    "Data imported",
    "CREATE TABLE",
    "score_edit",
    "SQLite format",
    "Störche",
    "Placebo",
)


@pytest.fixture
def filled(file: StudyFile) -> StudyFile:
    file.save_study(odd_study())
    file.save_study(small_study())
    file.scores.record([edit(), edit("S1-002", reason="typing error")])
    file.save_document("options", "mmrm_change", {"visit": "Week 4"})
    file.save_result(sample_mmrm_result())
    file.enter(Event("Exported", place="secret table.xlsx"))
    return file


def readable(contents: bytes) -> list[str]:
    """Return the words of the study that stand in some bytes."""
    return [
        word
        for word in WORDS
        if any(word.encode(code) in contents for code in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


def test_that_no_word_of_the_study_stands_in_the_file(filled: StudyFile) -> None:
    filled.close()
    contents = filled.path.read_bytes()

    assert readable(contents) == []
    # What is encrypted cannot be packed; columns that were only packed could be found in it.
    assert len(zlib.compress(contents, 9)) > 0.999 * len(contents)


def test_that_the_words_looked_for_stand_in_a_file_without_encryption(tmp_path: Path) -> None:
    with store.create(tmp_path / "plain.sjd", passphrase=None, who="Anna") as file:
        file.save_study(odd_study())
        file.scores.record([edit()])

    found = readable((tmp_path / "plain.sjd").read_bytes())

    assert {"adqs secret.csv", "S1-001", "renal", "Anna", "CREATE TABLE"} <= set(found)


def test_that_no_word_stands_in_the_journal_of_a_change_under_way(filled: StudyFile) -> None:
    with filled.change() as change:
        connection = filled._open_connection()
        connection.execute("UPDATE document SET body = body || ' '")
        change.enter(Event("Options changed", place="mmrm_change"))
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("UPDATE cut SET source = source || ' '")
        journal = filled.path.with_name("trial.sjd-journal")
        contents = journal.read_bytes()
        names = [p.name for p in filled.path.parent.iterdir()]

    assert len(contents) > 4096
    assert readable(contents) == []
    assert sorted(names) == [".trial.sjd.lock", "trial.sjd", "trial.sjd-journal"]


def test_that_the_lock_file_tells_the_user_and_nothing_of_the_study(filled: StudyFile) -> None:
    contents = filled.path.with_name(".trial.sjd.lock").read_bytes()

    assert readable(contents) == ["Anna"]


def test_that_two_files_of_one_content_and_passphrase_have_nothing_in_common(
    filled: StudyFile, tmp_path: Path
) -> None:
    before = filled.path.read_bytes()
    with store.change_passphrase(filled, PASSPHRASE) as again:
        after = again.path.read_bytes()

    pages = {before[i : i + 16] for i in range(16, len(before), 16)}
    assert not pages & {after[i : i + 16] for i in range(16, len(after), 16)}


def test_that_the_key_is_not_shown_in_a_traceback(filled: StudyFile) -> None:
    secret = filled.secret

    assert secret is not None
    assert secret.key.hex() not in repr(vars(filled))
    assert repr(secret) == "Secret()"


# ------------------------------------------------------------------ sockets and other files

WHOLE_PATH = """
import sys
from pathlib import Path

events = []

def hook(name, given):
    if name.startswith(("socket.", "http.", "urllib.", "ftplib.", "smtplib.")):
        events.append(name)

sys.addaudithook(hook)

from sjogren_desktop.study import store
from sjogren_desktop.study.load import open_study
from tests.study.store.making import CHEAP, edit

folder, data = Path(sys.argv[1]), Path(sys.argv[2])
study = open_study([data])
with store.create(folder / "trial.sjd", passphrase="one", cost=CHEAP) as file:
    file.save_study(study, sources=[store.fingerprint(data, keep_contents=True)])
    file.scores.record([edit(reason="")])
    file = store.change_passphrase(file, "two", cost=CHEAP)
    file = store.save_as(file, folder / "copy.sjd")
    file.close()
try:
    store.open_file(folder / "copy.sjd", passphrase="wrong")
except store.WrongPassphraseError:
    pass
with store.open_file(folder / "copy.sjd", passphrase="two") as file:
    assert file.study().datasets[0].frame["USUBJID"].tolist() == ["S1-001", "S1-002"]
found = store.recover(folder / "copy.sjd", folder / "new.sjd", passphrase="two", cost=CHEAP)
found.file.close()
print(events)
"""


def test_that_no_socket_is_opened_from_import_to_recovery(tmp_path: Path) -> None:
    """The audit hook sees sockets of Python; strace, where there is one, those of libraries.

    Where network namespaces are to be had, the program has no network at all.
    """
    data = tmp_path / "in" / "adsl.csv"
    data.parent.mkdir()
    data.write_text("STUDYID,USUBJID,TRT01P\nS1,S1-001,A\nS1,S1-002,B\n", encoding="utf-8")
    calls = tmp_path / "calls"
    unshare, strace = shutil.which("unshare"), shutil.which("strace")
    before: list[str] = []
    if unshare and not subprocess.run([unshare, "-n", "true"], check=False).returncode:
        before += [unshare, "-n"]
    if strace and not subprocess.run([strace, "-qo", calls, "true"], check=False).returncode:
        before += [strace, "-f", "-e", "trace=socket,connect,sendto", "-o", str(calls)]

    done = subprocess.run(
        [*before, sys.executable, "-c", WHOLE_PATH, tmp_path, data],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    if calls.exists():
        assert "socket(" not in calls.read_text(encoding="utf-8")
