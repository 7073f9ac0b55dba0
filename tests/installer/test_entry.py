"""The packaged program tells its own arguments from those of a worker process."""

from __future__ import annotations

from pathlib import Path

import pytest

POSIX = "joblib.externals.loky.backend.popen_loky_posix"
TRACKER = "from joblib.externals.loky.backend.resource_tracker import main; main(5, False)"
READER = "sjogren_desktop.study.read_parquet"
WINDOWS = "from joblib.externals.loky.backend.popen_loky_win32 import main; main(pipe_handle=3)"


@pytest.mark.parametrize(
    ("arguments", "started"),
    [
        (["-m", POSIX, "--pipe", "7"], ("-m", [POSIX, "--pipe", "7"])),
        (["-B", "-X", "utf8", "-c", TRACKER], ("-c", [TRACKER])),
        (["-I", "-c", WINDOWS, "--more"], ("-c", [WINDOWS, "--more"])),
        (["-m", READER, "/x/adlb.parquet", "66.5"], ("-m", [READER, "/x/adlb.parquet", "66.5"])),
        (["run", "-m", READER], None),
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


def test_that_a_parquet_file_is_read_by_the_packaged_program(installer: Path) -> None:
    # The program starts itself anew by these words; here by the name of the module alone.
    from sjogren_desktop.study import read_parquet

    assert read_parquet.__name__ == READER
    assert Path(read_parquet.__file__).read_text(encoding="utf-8").count('"-m", __name__') == 1
