"""Odd tables: whatever stands in a plain table, the user gets data or a sentence."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from tests.conftest import ROOT
from tests.study import test_mapping, test_redcap

SEEDS: dict[str, str] = {
    "visits": test_mapping.BY_VISIT,
    "wide": test_mapping.WIDE,
    "long": test_mapping.LONG,
    "redcap": test_redcap.RAW,
    "labelled": test_redcap.LABELLED,
    "dictionary": test_redcap.DICTIONARY,
}
PIECES = (
    "", " ", "0,9", "1.234,5", "-99", "<5", "NA", "1e400", "inf", "=1+1", "2024-02-30", "nan",
    "31.12.2024", "\u00e4", "\u65e5", '"', ";", ",", "Week 4", "baseline", "W-1", "Placebo", "\t",
    "IgG (mg/dL)", "USUBJID", "record_id", "redcap_repeat_instrument", "x___1", "Visit", "Arm",
    "ESSDAI", "PARAMCD", "AVAL", "DOMAIN", "QNAM", "9" * 40, "Value", "Unit", "mg/dL", "0" * 9,
    "Adverse event", "Start date", "-",
)  # fmt: skip
SECONDS = 10.0


def mutated(text: str, rng: random.Random) -> str:
    """Return a table with some cells, rows and headers changed, swapped or lost."""
    rows = [line.split(";" if ";" in text else ",") for line in text.splitlines()]
    for _ in range(rng.randint(1, 8)):
        row = rng.choice(rows)
        what = rng.random()
        if what < 0.55 and row:
            row[rng.randrange(len(row))] = rng.choice(PIECES)
        elif what < 0.65 and row:
            del row[rng.randrange(len(row))]
        elif what < 0.75:
            row.insert(rng.randint(0, len(row)), rng.choice(PIECES))
        elif what < 0.85:
            rows.insert(rng.randint(0, len(rows)), list(rng.choice(rows)))
        elif what < 0.92 and len(rows) > 1:
            del rows[rng.randrange(len(rows))]
        else:
            column = rng.randrange(max(1, len(row)))
            for each in rows[1:]:
                if column < len(each):
                    each[column] = rng.choice(PIECES)
    return "\n".join(
        rng.choice((";", ",")).join(r) if rng.random() < 0.01 else ";".join(r) for r in rows
    )


def check_one(make: Callable[[random.Random], tuple[str, bytes]], seed: int, folder: Path) -> None:
    name, content = make(random.Random(seed))
    path = folder / name
    path.write_bytes(content)
    start = time.process_time()
    try:
        open_study([path])
    except AnalysisError as error:
        if not str(error).endswith("."):
            raise AssertionError(f"seed {seed} of {name} gave no sentence: {error}") from error
    except BaseException as error:
        raise AssertionError(f"seed {seed} of {name} ended in {error!r}") from error
    finally:
        path.unlink()
    assert time.process_time() - start < SECONDS, f"seed {seed} of {name} took too long"


def plain_table(rng: random.Random) -> tuple[str, bytes]:
    name = rng.choice(list(SEEDS))
    return f"{name}.csv", mutated(SEEDS[name], rng).encode("utf-8")


@pytest.mark.parametrize("block", range(4))
def test_that_an_odd_table_gives_data_or_a_sentence(block: int, tmp_path: Path) -> None:
    for seed in range(block * 30, block * 30 + 30):
        check_one(plain_table, seed, tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_that_ten_thousand_damaged_inputs_give_data_or_a_sentence(tmp_path: Path) -> None:
    """All formats and mapping files, in a process of its own, whose memory is counted."""
    sas7bdat = ROOT.parent / "shared/data/cdiscpilot/formats/dm_phuse_tdf.sas7bdat"
    more = [str(sas7bdat)] if sas7bdat.exists() else []

    done = subprocess.run(
        [sys.executable, "-m", "tests.study.fault_campaign", str(tmp_path), "0", "10000", *more],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip

    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
