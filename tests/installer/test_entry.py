"""The packaged program tells its own arguments from those of a worker process."""

from __future__ import annotations

from pathlib import Path

import pytest

POSIX = "joblib.externals.loky.backend.popen_loky_posix"
TRACKER = "from joblib.externals.loky.backend.resource_tracker import main; main(5, False)"
WINDOWS = "from joblib.externals.loky.backend.popen_loky_win32 import main; main(pipe_handle=3)"


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["-m", POSIX, "--pipe", "7"], ("-m", [POSIX, "--pipe", "7"])),
        (["-B", "-X", "utf8", "-c", TRACKER], ("-c", [TRACKER])),
        (["-I", "-c", WINDOWS, "--more"], ("-c", [WINDOWS, "--more"])),
        ([], None),
        (["run", "study", "--out", "x"], None),
        (["-c", "import os; os.remove('x')"], None),
        (["-m", "pip", "install", "x"], None),
        (["-m"], None),
    ],
)  # fmt: skip
def test_that_only_joblibs_workers_are_served(
    installer: Path, arguments: list[str], started: object
) -> None:
    import entry

    assert entry.worker_of(arguments) == started
