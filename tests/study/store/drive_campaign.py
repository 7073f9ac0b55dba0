"""Take the drive away at random moments while a program saves, and check what is left.

``python -m tests.study.store.drive_campaign FOLDER TRIALS SEED`` forks a child
for each trial, which saves on as in :mod:`.kill_campaign`. After a random time
the drive refuses every further byte (a limit on the size of files, set from
outside), its folder is gone (renamed), or it is full (where FOLDER is a small
drive). The child must end with a whole sentence. When the drive is back, the
file must open with everything told as saved, and of what was under way all or
nothing.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import select
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study import scratch, store
from sjogren_desktop.study.blinding import guard
from tests.studies import small_study
from tests.study.store import kill_campaign as kills
from tests.study.store.making import CHEAP, PASSPHRASE

SMALL = 64 << 20
SECONDS = 60.0


def main() -> int:
    folder, trials, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    work = Path(tempfile.mkdtemp())
    tempfile.tempdir = str(work)
    scratch._YOUNG = 0.0
    archive = kills._archive(work / "data.zip")
    guarded = guard(small_study(per_arm=20))
    chance = random.Random(seed)
    faults = ["refusing", "gone"] + (["full"] if _is_small(folder) else [])
    ended: Counter[str] = Counter()
    drive = folder / "drive"
    for number in range(trials):
        if number % kills.ANEW == 0:
            shutil.rmtree(drive, ignore_errors=True)
            drive.mkdir()
            path = drive / "trial.sjd"
            store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP).close()
        before = kills._state(path)
        fault = faults[number % len(faults)]
        # Imports take most of the time; the other half of the trials is without them.
        kinds = [k for k in kills.KINDS if k != "import" or chance.random() < 0.5]
        told, how = _trial(path, before, fault, chance, kinds, archive, guarded)
        assert how == "sentence", f"trial {number}, {fault}: the child ended with {how!r}"
        kills._check(path, before, told, number)
        ended[f"{fault}, {told[-1] if len(told) % 2 else 'nothing'} under way"] += 1
        scratch.remove_leftovers()
        for left in drive.iterdir():  # what could not be removed from a drive that was away
            if left != path:
                left.unlink()
    shutil.rmtree(work)
    print(f"{trials} trials: {dict(sorted(ended.items()))}")
    return 0


def _is_small(folder: Path) -> bool:
    size = os.statvfs(folder)
    return size.f_blocks * size.f_frsize <= SMALL


def _trial(
    path: Path,
    before: Counter[str],
    fault: str,
    chance: random.Random,
    kinds: list[str],
    archive: Path,
    guarded: kills.GuardedStudy,
) -> tuple[list[str], str]:
    """Let a child save until the drive fails it; return what it told and how it ended."""
    reading, writing = os.pipe()
    seed, wait = chance.random(), chance.uniform(0.0, 0.15)
    child = os.fork()
    if child == 0:
        os.close(reading)
        how = b"=nothing"
        try:
            kills._save_on(path, before, random.Random(seed), writing, kinds, archive, guarded)
        except AnalysisError as error:
            how = b"=sentence" if str(error).endswith(".") and "Errno" not in str(error) else b"=?"
            if how == b"=?":
                print(error, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
            how = b"=traceback"
        finally:
            os.write(writing, how)
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        said = pipe.read(1) or b""  # the file is open
        time.sleep(wait)
        with _failing(path.parent, fault, child):
            limit = time.monotonic() + SECONDS
            while time.monotonic() < limit:
                if not select.select([pipe], [], [], 0.1)[0]:
                    continue
                part = pipe.read(1 << 16)
                if not part:
                    break
                said += part
        os.waitpid(child, 0)
    words, _, how = said.decode("ascii").partition("=")
    return words.split(), how


@contextlib.contextmanager
def _failing(drive: Path, fault: str, child: int) -> Iterator[None]:
    if fault == "refusing":
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(child, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        yield
    elif fault == "gone":
        away = drive.with_name("away")
        drive.rename(away)
        try:
            yield
        finally:
            away.rename(drive)
    else:
        ballast = drive.with_name("ballast")
        with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))
        try:
            yield
        finally:
            ballast.unlink()


if __name__ == "__main__":
    sys.exit(main())
