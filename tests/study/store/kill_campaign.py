"""Kill a program at random moments while it saves, and check each time what is left.

``python -m tests.study.store.kill_campaign FOLDER KILLS SEED`` forks a child
for each kill (so that it need not import anything anew). The child opens the
study file and saves scores, data, documents and new passphrases, telling
through a pipe when it begins something and when it was told it was saved. It
is killed with SIGKILL after a random time. Then the file must open for
writing, its trail must be unbroken, everything told as saved must be there,
and of what was under way all or nothing.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from sjogren_desktop.study import store
from sjogren_desktop.study.store import StudyFile
from tests.studies import small_study
from tests.study.store.making import CHEAP, PASSPHRASE, edit

KINDS = ("score", "data", "document", "passphrase")
ANEW = 40
"""After so many kills a new file is begun, so that it stays small."""


def main() -> int:
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)
    under_way: Counter[str] = Counter()
    saved = 0
    for number in range(kills):
        path = folder / f"trial-{number // ANEW}.sjd"
        if not path.exists():
            store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP).close()
        before = _state(path)
        told = _killed(path, before, chance)
        saved += len(told) // 2
        if len(told) % 2:
            under_way[told[-1]] += 1
        else:
            under_way["nothing"] += 1
        _check(path, before, told, number)
        left = [p.name for p in folder.iterdir() if not p.name.startswith("trial-")]
        assert not left, f"left behind: {left}"
    print(f"{kills} kills, {saved} changes saved, under way: {dict(sorted(under_way.items()))}")
    return 0


def _state(path: Path) -> Counter[str]:
    """Return how much of each kind a file holds, after checking that it is whole."""
    with store.open_file(path, passphrase=PASSPHRASE, who="Anna") as file:
        assert file.read_only == "", file.read_only
        assert file.findings == (), file.findings
        study = file.study()
        if study is not None:
            assert [len(d.frame.columns) for d in study.datasets] == [11, 10]
            assert study.issues == ()
        document = file.document("options", "mmrm_change") or {"number": 0}
        made = Counter(entry.what for entry in file.trail)
        assert made["Data imported"] == len(file.cuts())
        assert [e.subject for e in file.scores.edits] == [
            f"S1-{n:05d}" for n in range(len(file.scores.edits))
        ]
        return Counter(
            score=len(file.scores.edits),
            data=len(file.cuts()),
            document=int(str(document["number"])),
            passphrase=made["Passphrase changed"],
        )


def _killed(path: Path, before: Counter[str], chance: random.Random) -> list[str]:
    """Let a child save until it is killed; return what it told."""
    reading, writing = os.pipe()
    seed, wait = chance.random(), chance.uniform(0.0, 0.12)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _save_on(path, before, random.Random(seed), writing)
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


def _save_on(path: Path, before: Counter[str], chance: random.Random, writing: int) -> None:
    have = Counter(before)
    study = small_study(per_arm=20)
    file = store.open_file(path, passphrase=PASSPHRASE, who="Anna")
    os.write(writing, b" ")
    while True:
        kind = chance.choices(KINDS, (6, 3, 6, 1))[0]
        os.write(writing, f"{kind} ".encode("ascii"))
        file = _save_one(file, kind, have[kind], study)
        have[kind] += 1
        os.write(writing, b"saved ")


def _save_one(file: StudyFile, kind: str, number: int, study: object) -> StudyFile:
    if kind == "score":
        file.scores.record([edit(f"S1-{number:05d}", reason="")])
    elif kind == "data":
        file.save_study(study)  # type: ignore[arg-type]
    elif kind == "document":
        file.save_document("options", "mmrm_change", {"number": number + 1})
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
