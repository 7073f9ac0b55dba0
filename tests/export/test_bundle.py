"""Everything of a list of results lands in one folder, complete."""

from __future__ import annotations

import getpass
import json
import re
import socket
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from sjogren_desktop.export import figures
from sjogren_desktop.export.bundle import Exported, export_all, export_workbook, figure_names
from sjogren_desktop.export.records import records
from sjogren_desktop.figures import Figure
from sjogren_desktop.results import AnalysisError, Cancelled
from tests.samples import sample_ae_result, sample_mmrm_result

RESULTS = [sample_mmrm_result(), sample_ae_result()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bundle") / "new" / "folder"


@pytest.fixture(scope="module")
def exported(folder: Path) -> Exported:
    return export_all(RESULTS, folder)


def test_that_all_files_are_where_they_are_said_to_be(folder: Path, exported: Exported) -> None:
    assert exported.workbook == folder / "results.xlsx"
    assert exported.records == folder / "results.json"
    assert [str(p.relative_to(folder / "figures")) for p in exported.figures] == [
        f"NEPTUNUS-2_{name}{suffix}"
        for name in (
            "mmrm_change_ls_means",
            "mmrm_change_differences_week48",
            "ae_overview_ae_percent",
        )
        for suffix in (".png", ".svg", ".pdf")
    ]
    written = {p for p in folder.rglob("*") if p.is_file()}
    assert written == {exported.workbook, exported.records, *exported.figures, *exported.data}
    names = [p.name for p in exported.data]
    assert names == ["ard.csv", "ars.json", "run.json", "reconciliation.txt"]


def test_that_records_are_those_of_the_results(exported: Exported) -> None:
    assert json.loads(exported.records.read_text(encoding="utf-8")) == list(records(RESULTS))


def test_that_the_workbook_holds_the_figures_below_the_tables(exported: Exported) -> None:
    book = openpyxl.load_workbook(exported.workbook)

    sheet = book.worksheets[1]
    images = sheet._images
    rows = [image.anchor._from.row + 1 for image in images]

    assert len(images) == 2
    assert [len(s._images) for s in book.worksheets] == [0, 2, 0, 1, 0, 0]
    last_text = max(c.row for row in sheet.iter_rows() for c in row if c.value is not None)
    assert last_text < rows[0] < rows[1]
    assert Image.open(BytesIO(images[0]._data())).size[0] == 2007  # 170 mm at 300 dpi
    widths = [image.anchor.ext.width / 36000 for image in images]
    assert widths == pytest.approx([170, 170], abs=0.2)
    breaks = [b.id for b in sheet.row_breaks.brk]
    assert [row - 1 in breaks for row in rows] == [True, True]


def test_that_no_file_tells_user_machine_or_folder(folder: Path, exported: Exported) -> None:
    telling = [str(folder), str(Path.home()), socket.gethostname(), str(Path.cwd())]
    user = re.compile(rf"\b{re.escape(getpass.getuser())}\b".encode())

    for path in (exported.records, *exported.figures):
        data = path.read_bytes()
        assert not [t for t in telling if len(t) > 3 and t.encode() in data], path.name
        if path.suffix != ".png":  # compressed pixels may hold any four letters
            found = user.search(data)
            assert found is None or b"/Root" in data[found.start() - 1 : found.end()], path.name


def test_that_progress_rises_to_one_and_says_what_is_done(tmp_path: Path) -> None:
    seen: list[tuple[float, str]] = []

    export_all([RESULTS[1]], tmp_path, progress=lambda f, m: seen.append((f, m)))

    fractions = [f for f, _ in seen]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert "Drawing Subjects with treatment-emergent adverse events" in [m for _, m in seen]


def test_that_cancelling_keeps_earlier_files_whole(tmp_path: Path) -> None:
    (tmp_path / "results.xlsx").write_bytes(b"earlier")

    def cancel(fraction: float, message: str) -> None:
        if message == "Writing the workbook":
            raise Cancelled

    with pytest.raises(Cancelled):
        export_all([RESULTS[1]], tmp_path, progress=cancel)

    assert (tmp_path / "results.xlsx").read_bytes() == b"earlier"
    assert not (tmp_path / "results.json").exists()
    assert not [p for p in tmp_path.rglob(".*")]


@pytest.mark.parametrize(
    "stage",
    [
        "Writing the numbers as data",
        "Writing the models as programs",
        "Laying out the workbook",
        "Writing the figures",
        "Writing the numbers as records",
    ],
)
def test_that_cancel_is_heard_at_every_stage(tmp_path: Path, stage: str) -> None:
    told: list[float] = []

    def cancel(fraction: float, message: str) -> None:
        told.append(fraction)
        if message == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_all([RESULTS[1]], tmp_path, progress=cancel)

    assert told == sorted(told)
    assert not (tmp_path / "results.json").exists()
    assert not [p for p in tmp_path.rglob(".*")]


def test_that_progress_is_asked_between_tables_of_the_data(tmp_path: Path) -> None:
    told: list[str] = []

    export_all(
        [replace(r, figures=()) for r in RESULTS], tmp_path, progress=lambda f, m: told.append(m)
    )

    tables = sum(len(r.tables) for r in RESULTS)
    # Three passes: the rows of the CSV file, the members of the event, and its analyses.
    assert told.count("Writing the numbers as data") >= 3 * tables


def test_that_one_workbook_can_be_written_alone(tmp_path: Path) -> None:
    export_workbook([RESULTS[1]], tmp_path / "one.xlsx")

    assert [p.name for p in tmp_path.iterdir()] == ["one.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "one.xlsx")
    assert len(book.worksheets[1]._images) == 1


def test_that_results_without_figures_need_no_folder_for_them(tmp_path: Path) -> None:
    exported = export_all([replace(RESULTS[1], figures=())], tmp_path)

    assert exported.figures == ()
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "ard.csv",
        "ars.json",
        "reconciliation.txt",
        "results.json",
        "results.xlsx",
        "run.json",
    ]


def test_that_figures_of_the_same_name_are_numbered() -> None:
    other = replace(RESULTS[1], study="neptunus-2")

    names = figure_names([RESULTS[1], other, RESULTS[1]])

    assert list(names.values()) == [
        "NEPTUNUS-2_ae_overview_ae_percent",
        "neptunus-2_ae_overview_ae_percent-2",
        "NEPTUNUS-2_ae_overview_ae_percent-3",
    ]


def test_that_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "figures").write_bytes(b"a file")

    with pytest.raises(AnalysisError, match=r"The folder .*figures could not be made"):
        export_all(RESULTS, tmp_path)


def test_that_a_figure_that_cannot_be_drawn_keeps_nothing_else_from_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = figures.draw

    def draw(figure: Figure, **options: object) -> object:
        if figure.key == "ls_means":
            raise AnalysisError("There is no room.")
        return whole(figure, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(figures, "draw", draw)

    written = export_all(RESULTS, tmp_path)

    (sentence,) = written.not_drawn
    assert sentence.endswith("NEPTUNUS-2: There is no room.")
    assert len(written.figures) == 6
    assert written.workbook.exists()
    assert json.loads(written.records.read_text(encoding="utf-8")) == list(records(RESULTS))
