"""A laboratory file of a million records and 20 columns: time and peak memory of opening it.

Run by hand: ``python -m pytest tests/benchmarks/bench_import.py -s``. Each figure
is of a process of its own; the peak is Linux's VmHWM. The goal is 1.3 times what
the bare library needs for reading; interpreting and checking are told apart. Library
and program take turns, and the least processor time of each counts: what other
programs do in between, and how warm the machine is, then meets both alike.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).resolve().parents[2]
ROWS = 1_000_000
_TURNS = 3

_MEASURE = """
import json, sys, time
from pathlib import Path
path, what = Path(sys.argv[1]), sys.argv[2]
import numpy, pandas, pyreadstat, python_calamine
from sjogren_desktop.study import load, readers, values
start, used = time.perf_counter(), time.process_time()
if what == "bare" and path.suffix == ".csv":
    pandas.read_csv(path)
elif what == "bare" and path.suffix == ".xpt":
    pyreadstat.read_xport(str(path))
elif what == "bare":
    python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
elif what == "read":
    readers.read_file(path)
else:
    load.open_study([path])
taken, used = time.perf_counter() - start, time.process_time() - used
status = Path("/proc/self/status").read_text()
peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
print(json.dumps({"seconds": taken, "processor": used, "megabytes": peak}))
"""


def records(rows: int) -> pd.DataFrame:
    """Return a laboratory data set of 20 columns; nothing in it is of a patient."""
    rng = np.random.default_rng(1)
    subject = np.arange(rows) // 500
    visit = np.arange(rows) // 20 % 25
    value = np.round(rng.lognormal(2, 0.4, rows), 2)
    frame = pd.DataFrame(
        {
            "STUDYID": "T-1",
            "USUBJID": np.char.add("T-1-", subject.astype(str)),
            "SITEID": np.char.add("S", (subject % 60).astype(str)),
            "TRTP": np.where(subject % 2, "Active", "Placebo"),
            "TRTPN": (subject % 2).astype(float),
            "SAFFL": "Y",
            "PARAMCD": np.char.add("LAB", (np.arange(rows) % 20).astype(str)),
            "PARAM": np.char.add("Laboratory test ", (np.arange(rows) % 20).astype(str)),
            "AVISIT": np.char.add("Week ", (visit * 4).astype(str)),
            "AVISITN": (visit * 4).astype(float),
            "ADT": np.datetime64("2024-01-01") + visit * np.timedelta64(28, "D"),
            "ADY": visit * 28.0 + 1,
            "AVAL": value,
            "AVALU": "g/L",
            "A1LO": 2.0,
            "A1HI": 20.0,
            "ANRIND": np.where(value > 20, "HIGH", "NORMAL"),
            "ABLFL": np.where(visit == 0, "Y", ""),
            "ANL01FL": "Y",
            "LBSEQ": np.arange(rows, dtype=float),
        }
    )
    return frame.astype({"ADT": "datetime64[us]"})


def write_xlsx(frame: pd.DataFrame, path: Path) -> None:
    """Write a workbook row by row; the libraries need ten times as long for a million."""
    days = (frame["ADT"] - pd.Timestamp("1899-12-30")).dt.days.tolist()
    columns = [days if c == "ADT" else frame[c].tolist() for c in frame.columns]
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName='
            '"/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument'
            '.spreadsheetml.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
            '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet '
            'name="ADLB" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
    }

    def cell(value: object) -> str:
        if isinstance(value, str):
            return f'<c t="str"><v>{value}</v></c>'
        return f"<c><v>{value}</v></c>"

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                b"<sheetData><row>"
            )
            sheet.write("".join(map(cell, frame.columns)).encode() + b"</row>")
            for start in range(0, len(frame), 5000):
                block = zip(*(c[start : start + 5000] for c in columns), strict=True)
                rows = ("<row>" + "".join(map(cell, row)) + "</row>" for row in block)
                sheet.write("".join(rows).encode())
            sheet.write(b"</sheetData></worksheet>")


def measured(path: Path, what: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path), what],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("form", ["csv", "xpt", "xlsx"])
def test_that_a_million_records_are_read_about_as_fast_as_by_the_library(
    form: str, tmp_path: Path
) -> None:
    frame = records(ROWS)
    path = tmp_path / f"adlb.{form}"
    if form == "csv":
        frame.to_csv(path, index=False)
    elif form == "xpt":
        pyreadstat.write_xport(frame, str(path), table_name="ADLB", file_format_version=5)
    else:
        write_xlsx(frame, path)
    del frame

    turns = [(measured(path, "bare"), measured(path, "read")) for _ in range(_TURNS)]
    bare, read = (min(f, key=lambda one: one["processor"]) for f in zip(*turns, strict=True))
    figures = {"bare": bare, "read": read, "open": measured(path, "open")}

    print(f"\n{form}, {ROWS} x 20, {path.stat().st_size >> 20} MB")
    for what, figure in figures.items():
        print(
            f"  {what:5} {figure['processor']:6.1f} s of the processor, "
            f"{figure['seconds']:6.1f} s, {figure['megabytes']:6.0f} MB"
        )
    print(f"  read / bare {read['processor'] / bare['processor']:.2f}")
    assert read["processor"] < 1.3 * bare["processor"]
