"""Damaged files: whatever happens to the bytes, the user gets data or a sentence."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study

FRAME = pd.DataFrame(
    {
        "STUDYID": "T-1",
        "USUBJID": ["S1", "S1", "S2", "S2"],
        "PARAMCD": ["ESSDAI"] * 4,
        "AVISIT": ["Baseline", "Week 4"] * 2,
        "ADT": pd.to_datetime(["2024-01-09", "2024-02-06", "2024-01-10", "2024-02-07"]),
        "AVAL": [10.5, 7.0, 8.0, 9.25],
        "ABLFL": ["Y", "", "Y", ""],
    }
)


def transport(tmp: Path, version: int) -> bytes:
    path = tmp / f"v{version}.xpt"
    pyreadstat.write_xport(FRAME, str(path), table_name="ADQS", file_format_version=version)
    return path.read_bytes()


def workbook() -> bytes:
    book = Workbook()
    book.active.append(list(FRAME.columns))
    for row in FRAME.astype(object).to_numpy().tolist():
        book.active.append([v.to_pydatetime() if isinstance(v, pd.Timestamp) else v for v in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def dataset_json() -> bytes:
    texts = FRAME.assign(ADT=FRAME["ADT"].dt.strftime("%Y-%m-%d"))
    columns = [{"name": c, "dataType": "float" if c == "AVAL" else "string"} for c in texts.columns]
    rows = texts.to_numpy().tolist()
    return json.dumps(
        {
            "datasetJSONVersion": "1.1.0",
            "name": "ADQS",
            "records": 4,
            "columns": columns,
            "rows": rows,
        }
    ).encode()


def archive(content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("n1/adqs.csv", content)
    return target.getvalue()


@pytest.fixture(scope="module")
def whole_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    tmp = tmp_path_factory.mktemp("whole")
    text = FRAME.to_csv(index=False).encode()
    sav, dta = tmp / "x.sav", tmp / "x.dta"
    pyreadstat.write_sav(FRAME, str(sav))
    pyreadstat.write_dta(FRAME, str(dta))
    return {
        "adqs.csv": text,
        "semicolon.csv": FRAME.to_csv(index=False, sep=";", decimal=",").encode("utf-16"),
        "adqs.xpt": transport(tmp, 5),
        "v8.xpt": transport(tmp, 8),
        "adqs.sav": sav.read_bytes(),
        "adqs.dta": dta.read_bytes(),
        "adqs.xlsx": workbook(),
        "adqs.json": dataset_json(),
        "adqs.dsjc": gzip.compress(dataset_json()),
        "adqs.zip": archive(text),
    }


NAMES = (
    "adqs.csv", "semicolon.csv", "adqs.xpt", "v8.xpt", "adqs.sav", "adqs.dta", "adqs.xlsx",
    "adqs.json", "adqs.dsjc", "adqs.zip",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_that_the_undamaged_file_opens(
    name: str, whole_files: dict[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(whole_files[name])

    frame = open_study([path]).datasets[0].frame

    assert frame["AVAL"].tolist() == [10.5, 7.0, 8.0, 9.25]
    assert frame["USUBJID"].tolist() == ["S1", "S1", "S2", "S2"]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["set", "cut", "insert", "remove", "repeat"]),
        st.floats(0, 1, exclude_max=True),
        st.binary(min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=6,
)


def damaged(content: bytes, edits: list[tuple[str, float, bytes]]) -> bytes:
    data = bytearray(content)
    for kind, place, value in edits:
        at = int(place * len(data))
        if kind == "set":
            data[at : at + len(value)] = value
        elif kind == "cut":
            del data[max(1, at) :]
        elif kind == "insert":
            data[at:at] = value
        elif kind == "remove":
            del data[at : at + len(value)]
        else:
            data[at:at] = data[at : at + 200] * len(value)
    return bytes(data)


def outcome(path: Path) -> bool:
    """Return True if the file opened with data, or was refused by a whole sentence."""
    try:
        return len(open_study([path]).datasets) > 0
    except AnalysisError as error:
        return str(error).endswith(".")


@pytest.mark.parametrize("name", NAMES)
@settings(
    max_examples=40,
    deadline=10_000,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=EDITS)
def test_that_a_damaged_file_gives_data_or_a_sentence(
    name: str,
    whole_files: dict[str, bytes],
    tmp_path: Path,
    edits: list[tuple[str, float, bytes]],
) -> None:
    path = tmp_path / name
    path.write_bytes(damaged(whole_files[name], edits))

    assert outcome(path)
