"""Kill a program at random moments while it saves, and check each time what is left.

``python -m tests.study.store.kill_campaign FOLDER KILLS SEED`` forks a child
for each kill (so that it need not import anything anew). The child opens the
study file and saves scores, data, documents and new passphrases, imports an
archive of data files, and unblinds the study, telling through a pipe when it
begins something and when it was told it was saved. It is killed with SIGKILL
after a random time. Then the file must open for writing, its trail must be
unbroken, everything told as saved must be there, and of what was under way
all or nothing: treatments were told only if the record of it is in the file.
What an import had unpacked is removed by the next one.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from sjogren_desktop.study import scratch, store
from sjogren_desktop.study.blinding import guard
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.store import StudyFile
from sjogren_desktop.study.unblinding import STUDY_UNBLINDED, WHAT, GuardedStudy, Request
from tests.studies import small_study
from tests.study.store.making import CHEAP, PASSPHRASE, edit

KINDS = ("score", "data", "document", "passphrase", "import", "unblinding")
SHARES = {kind: share for kind, share in zip(KINDS, (6, 3, 6, 1, 6, 6), strict=True)}
ANEW = 40
"""After so many kills a new file is begun, so that it stays small."""


def main() -> int:
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    kinds = sys.argv[4:] or list(KINDS)
    work = folder / "work"
    work.mkdir()
    tempfile.tempdir = str(work)
    scratch._YOUNG = 0.0  # nobody else imports here: a folder without a lock is a leftover
    archive = _archive(work / "data.zip")
    guarded = guard(small_study(per_arm=20))
    chance = random.Random(seed)
    under_way: Counter[str] = Counter()
    saved = 0
    for number in range(kills):
        path = folder / f"trial-{number // ANEW}.sjd"
        if not path.exists():
            store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP).close()
        before = _state(path)
        told = _killed(path, before, chance, kinds, archive, guarded)
        saved += len(told) // 2
        if len(told) % 2:
            under_way[told[-1]] += 1
        else:
            under_way["nothing"] += 1
        _check(path, before, told, number)
        left = [p.name for p in folder.iterdir() if not p.name.startswith(("trial-", "work"))]
        assert not left, f"left behind: {left}"
        scratch.remove_leftovers()
        left = [p.name for p in work.iterdir() if p != archive]
        assert not left, f"left of an import: {left}"
    print(f"{kills} kills, {saved} changes saved, under way: {dict(sorted(under_way.items()))}")
    return 0


def _archive(path: Path) -> Path:
    """Write the data of the small study as an archive of CSV files."""
    with zipfile.ZipFile(path, "w") as archive:
        for dataset in small_study(per_arm=20).datasets:
            archive.writestr(f"{dataset.name.lower()}.csv", dataset.frame.to_csv(index=False))
    return path


def _state(path: Path) -> Counter[str]:
    """Return how much of each kind a file holds, after checking that it is whole."""
    with store.open_file(path, passphrase=PASSPHRASE, who="Anna") as file:
        assert file.read_only == "", file.read_only
        assert file.findings == (), file.findings
        study = file.study()
        if study is not None:
            assert sorted(d.frame.shape for d in study.datasets) == [(100, 11), (385, 10)]
            assert all(issue.check != "store.column_lost" for issue in study.issues)
        document = file.document("options", "mmrm_change") or {"number": 0}
        made = Counter(entry.what for entry in file.trail)
        assert made["Data imported"] == len(file.cuts())
        imported = sum(bool(file.sources(cut)) for cut in file.cuts())
        assert made[WHAT[STUDY_UNBLINDED]] == len(file.unblindings.records)
        reasons = [record.reason for record in file.unblindings.records]
        assert reasons == [f"reason {n}" for n in range(len(reasons))]
        assert [e.subject for e in file.scores.edits] == [
            f"S1-{n:05d}" for n in range(len(file.scores.edits))
        ]
        return Counter(
            score=len(file.scores.edits),
            data=len(file.cuts()) - imported,
            document=int(str(document["number"])),
            passphrase=made["Passphrase changed"],
            unblinding=len(reasons),
            **{"import": imported},
        )


def _killed(
    path: Path,
    before: Counter[str],
    chance: random.Random,
    kinds: list[str],
    archive: Path,
    guarded: GuardedStudy,
) -> list[str]:
    """Let a child save until it is killed; return what it told."""
    reading, writing = os.pipe()
    # Opening the files of an import takes most of its time; the saving is to be hit too.
    seed, wait = chance.random(), chance.uniform(0.0, 0.5 if kinds == ["import"] else 0.12)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _save_on(path, before, random.Random(seed), writing, kinds, archive, guarded)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        if chance.random() < 0.9:
            pipe.read(1)  # the file is open; else opening itself may be hit
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        told = pipe.read().decode("ascii").split()
    os.waitpid(child, 0)
    return told


def _save_on(
    path: Path,
    before: Counter[str],
    chance: random.Random,
    writing: int,
    kinds: list[str],
    archive: Path,
    guarded: GuardedStudy,
) -> None:
    have = Counter(before)
    file = store.open_file(path, passphrase=PASSPHRASE, who="Anna")
    os.write(writing, b" ")
    while True:
        kind = chance.choices(kinds, [SHARES[k] for k in kinds])[0]
        os.write(writing, f"{kind} ".encode("ascii"))
        file = _save_one(file, kind, have[kind], archive, guarded)
        have[kind] += 1
        os.write(writing, b"saved ")


def _save_one(
    file: StudyFile, kind: str, number: int, archive: Path, guarded: GuardedStudy
) -> StudyFile:
    if kind == "score":
        file.scores.record([edit(f"S1-{number:05d}", reason="")])
    elif kind == "data":
        file.save_study(guarded.full)
    elif kind == "document":
        file.save_document("options", "mmrm_change", {"number": number + 1})
    elif kind == "import":
        file.save_study(open_study([archive]), sources=[store.fingerprint(archive)])
    elif kind == "unblinding":
        shown = guarded.unblind(Request("Bea", f"reason {number}"), file.unblindings)
        assert not shown.arms_pooled
    else:
        return store.change_passphrase(file, PASSPHRASE, cost=CHEAP)
    return file


def _check(path: Path, before: Counter[str], told: list[str], number: int) -> None:
    after = _state(path)
    for kind in KINDS:
        begun = told.count(kind)
        done = begun - (1 if len(told) % 2 and told[-1] == kind else 0)
        there = after[kind] - before[kind]
        assert done <= there <= begun, (
            f"kill {number}: {done} of kind {kind} were told as saved, {begun} were begun, and "
            f"{there} are in the file"
        )


if __name__ == "__main__":
    sys.exit(main())
