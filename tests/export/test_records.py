"""results.json has the promised shape and every number at full precision."""

from __future__ import annotations

import json
from math import inf, nan
from pathlib import Path

import numpy as np
import pytest

from sjogren_desktop.export.records import read_records, records, write_records
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table, Value
from tests.samples import sample_ae_result, sample_mmrm_result


def _result(*stats: Stat, key: dict[str, Value] | None = None) -> Result:
    cell = Cell(stats)
    column = Column(
        "Ianalumab 300 mg monthly",
        {"ARM": "Ianalumab 300 mg monthly", "REFERENCE": "Placebo"},
    )
    default: dict[str, Value] = {"PARAMCD": "ESSDAI", "AVISIT": "Week 48", "AVISITN": 48}
    row = Row(("Week 48",), (cell,), default if key is None else key)
    table = Table("differences", "Differences", ("Visit",), (column,), (row,))
    return Result("mmrm_change", "MMRM", "NEPTUNUS-1", "FAS", "", (table,))


def test_that_a_record_has_exactly_the_promised_shape() -> None:
    found = list(records([_result(Stat("estimate", -1.3000123, decimals=1))]))

    assert found == [
        {
            "analysis": "mmrm_change",
            "study": "NEPTUNUS-1",
            "table": "differences",
            "row": {"PARAMCD": "ESSDAI", "AVISIT": "Week 48", "AVISITN": 48},
            "column": {"ARM": "Ianalumab 300 mg monthly", "REFERENCE": "Placebo"},
            "statistic": "estimate",
            "value": -1.3000123,
            "text": "-1.3",
        }
    ]
    assert list(found[0]) == [
        "analysis",
        "study",
        "table",
        "row",
        "column",
        "statistic",
        "value",
        "text",
    ]


def test_that_numbers_survive_the_file_bit_by_bit(tmp_path: Path) -> None:
    values = [0.1 + 0.2, 1 / 3, -1e-300, 1.7976931348623157e308, float(np.nextafter(1, 2)), 5e-324]

    write_records(tmp_path / "r.json", [_result(*(Stat("estimate", v) for v in values))])
    read = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))

    assert [r["value"].hex() for r in read] == [v.hex() for v in values]


def test_that_what_is_not_estimable_is_null(tmp_path: Path) -> None:
    stats = [Stat("estimate", v) for v in (None, nan, inf, np.float64("nan"))]

    write_records(tmp_path / "r.json", [_result(*stats)])
    read = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))

    assert [(r["value"], r["text"]) for r in read] == [(None, "NE")] * 4


def test_that_integers_and_numpy_keys_stay_what_they_are(tmp_path: Path) -> None:
    key: dict[str, Value] = {"AVISITN": np.int64(48), "LIMIT": np.float64(0.5), "NONE": nan}

    write_records(tmp_path / "r.json", [_result(Stat("count", np.int64(7)), key=key)])
    text = (tmp_path / "r.json").read_text(encoding="utf-8")

    assert '"value": 7,' in text
    assert json.loads(text)[0]["row"] == {"AVISITN": 48, "LIMIT": 0.5, "NONE": None}


def test_that_every_number_of_every_table_has_its_record() -> None:
    results = [sample_mmrm_result(), sample_ae_result()]

    found = list(records(results))

    # 12 visits x 3 arms x (n, mean, SE, 2 limits) + 12 x 2 x (difference, SE, 2 limits, p);
    # 8 categories x 3 arms x (count, percent, events).
    assert len(found) == 12 * 3 * 5 + 12 * 2 * 5 + 8 * 3 * 3
    one = [
        r
        for r in found
        if r["table"] == "differences"
        and r["statistic"] == "p_value"
        and r["row"] == {"PARAMCD": "ESSDAI", "AVISIT": "Week 48", "AVISITN": 48}
    ]
    assert [r["text"] for r in one] == ["<0.0001", "0.1442"]
    assert one[0]["column"] == {"ARM": "Ianalumab 300 mg monthly", "REFERENCE": "Placebo"}


def test_that_the_file_is_the_same_each_time_and_utf8(tmp_path: Path) -> None:
    result = _result(Stat("worst", "Sjögren, 1/2 ≥ 3"))

    write_records(tmp_path / "a.json", [result])
    write_records(tmp_path / "b.json", [result])

    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert "Sjögren, 1/2 ≥ 3".encode() in (tmp_path / "a.json").read_bytes()


def test_that_no_results_give_an_empty_list(tmp_path: Path) -> None:
    write_records(tmp_path / "r.json", [])

    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == []


def test_that_records_are_read_back_with_any_text(tmp_path: Path) -> None:
    path, table = tmp_path / "r.json", _result(Stat("count", 7), key={"ROW": "a\u2028b\x85c"})
    write_records(path, [table])
    assert read_records(path) == list(records([table]))
    write_records(path, [])
    assert read_records(path) == []


@pytest.mark.parametrize("text", ["", "[", "[\n1\n]\n", "[\n{}\n", '{"a": 1}\n', "[\n{\n]\n"])
def test_that_another_file_is_not_read_as_records(tmp_path: Path, text: str) -> None:
    (tmp_path / "r.json").write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=r".+"):
        read_records(tmp_path / "r.json")
