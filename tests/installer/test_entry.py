"""The packaged program tells its own arguments from those of a worker process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

READER = "sjogren_desktop.study.own_process"
CREW = "sjogren_desktop.crew"
CLEANER = "from multiprocessing.resource_tracker import main;main(11)"


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["-B", "-c", CLEANER], ("-c", [CLEANER])),
        (["-m", READER, "x", "/x/a.pq", "9"], ("-m", [READER, "x", "/x/a.pq", "9"])),
        (["-m", CREW, "json"], ("-m", [CREW, "json"])),
        (["run", "-m", READER], None),
        (["-m", "sjogren_desktop.crewx"], None),
        ([], None),
        (["run", "study", "--out", "x"], None),
        (["-c", "import os; os.remove('x')"], None),
        (["-m", "pip", "install", "x"], None),
        (["-m"], None),
    ],
)  # fmt: skip
def test_that_only_own_workers_are_served(
    installer: Path, arguments: list[str], started: object
) -> None:
    import entry

    assert entry.worker_of(arguments) == started


def test_that_a_file_is_read_apart_by_the_packaged_program(installer: Path) -> None:
    # The program starts itself anew by these words; here by the name of the module alone.
    from sjogren_desktop import crew, spare_process
    from sjogren_desktop.study import own_process

    assert [own_process.__name__, crew.__name__, spare_process._PROGRAM] == [READER, CREW, CREW]
    for module, name in ((own_process, "__name__"), (spare_process, "_PROGRAM")):
        assert Path(module.__file__).read_text(encoding="utf-8").count(f'"-m", {name}') == 1


@pytest.mark.parametrize(
    ("system", "environment", "place"),
    [
        ("win32", {"LOCALAPPDATA": "/z/Local"}, "/z/Local"),
        ("win32", {}, "/users/zoë/AppData/Local"),
        ("darwin", {}, "/users/zoë/Library/Application Support"),
        ("linux", {}, "/users/zoë/.local/share"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data"),
    ],
)
def test_that_fonts_are_remembered_beside_what_the_program_remembers(
    installer: Path, system: str, environment: dict[str, str], place: str
) -> None:
    import entry

    folder = entry.fonts_folder(system, environment, Path("/users/zoë"))

    assert folder == Path(place) / "Sjogren Desktop" / "Sjogren Desktop" / "matplotlib"


PROGRAM = """#!/bin/sh
printf '%s\\037' "$@" >"{log}/$$"
exec "{python}" -W error "{entry}" "$@"
"""
"""Stands for the packaged program: an executable that is no Python, and notes its arguments.

Every start has a note of its own: two that began at once once tore each other's lines.
"""

PARENT = """
import json, os, sys
sys.executable, sys.frozen = {program!r}, True
from sjogren_desktop.self_test import _piece, _workers
from sjogren_desktop.stats.parallel import map_chunks
from sjogren_desktop.crew import Crew
pieces = [(n,) for n in range(8)]
apart = map_chunks(_piece, pieces, workers=2)
here = map_chunks(_piece, pieces, workers=1)
with Crew(2) as crew:
    drawn_in = crew.submit(os.getpid).result(timeout=60)
(check,) = _workers()
print(json.dumps(dict(
    own=os.getpid(), processes=sorted({{p for p, _ in apart}}), drawn_in=drawn_in,
    same=[n for _, n in apart] == [n for _, n in here], check=check.line(),
)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_that_a_packaged_program_works_in_processes_of_its_own(
    installer: Path, tmp_path: Path
) -> None:
    import entry

    log, program = tmp_path / "log", tmp_path / "prögram desktop"
    text = PROGRAM.format(log=log, python=sys.executable, entry=installer / "entry.py")
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    log.mkdir()
    temporary = tmp_path / "Zoë"
    temporary.mkdir()
    # Without a display, a program that took itself for a window would end with an error.
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    told = subprocess.run(
        [sys.executable, "-c", PARENT.format(program=str(program))],
        env={
            **{**env, "PYTHONPATH": str(ROOT)},
            **dict.fromkeys(("TMPDIR", "JOBLIB_TEMP_FOLDER"), str(temporary)),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found["own"] not in [*found["processes"], found["drawn_in"]]
    assert found["same"]
    assert found["check"].startswith("PASS  2 worker processes give the numbers of one")
    started = [note.read_text(encoding="utf-8").split("\037")[:-1] for note in log.iterdir()]
    assert len(started) >= 4
    assert all(entry.worker_of(words) for words in started), started
