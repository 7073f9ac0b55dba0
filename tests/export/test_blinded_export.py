"""A blinded export holds no treatment information in any part of any file.

Twice over: nothing that tells a treatment of the canary study stands anywhere
in what is written; and what is written is the same, byte for byte, whoever got
which treatment.
"""

import re
import subprocess
import zipfile
import zlib
from io import BytesIO
from shutil import which

import openpyxl
import pytest
from PIL import Image

from sjogren_desktop.__main__ import main
from sjogren_desktop.analyses import batch
from sjogren_desktop.export.bundle import export_all
from sjogren_desktop.export.figures import draw
from sjogren_desktop.export.report import now
from sjogren_desktop.results import BLINDED
from sjogren_desktop.study.blinding import blind, with_arms
from sjogren_desktop.study.load import open_study
from tests.canary_study import CANARIES, write_canary_study

RUN = now()
ANALYSES = ("ae_overview", "lab_change", "lab_shift", "deaths_sae")
NAMES = tuple(c for c in CANARIES if not c.isdigit())
"""A number of four digits may stand in any picture by chance; it is looked for in cells only."""


def results_of(study):
    results, _ = batch.run_all(study, only=ANALYSES)
    assert results
    return results


def exported(folder, study):
    export_all(results_of(study), folder, run=RUN)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def contents_of(path):
    """Return all that a file says: its name, its bytes, what is packed in it, and its text."""
    raw = path.read_bytes()
    parts = [path.name.encode(), raw]
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            for member in archive.namelist():
                parts += [member.encode(), archive.read(member)]
    if path.suffix == ".pdf":
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
            try:
                parts.append(zlib.decompress(stream))
            except zlib.error:
                parts.append(stream)
        if which("pdftotext"):
            done = subprocess.run(
                ["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60
            )
            parts.append(done.stdout)
    if path.suffix == ".png":
        parts.append(repr(Image.open(BytesIO(raw)).info).encode())
    return b"\n".join(parts).decode("utf-8", errors="replace").lower()


def cells_of(path):
    book = openpyxl.load_workbook(path)
    return [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value]


@pytest.fixture(scope="module")
def studies(tmp_path_factory):
    """The canary study in two assignments of the treatments, both of one name."""
    made = []
    for seed in (1, 2):
        folder = tmp_path_factory.mktemp(f"assignment{seed}") / "study"
        made.append(open_study([write_canary_study(folder, assignment=seed)]))
    return made


@pytest.fixture(scope="module")
def written(studies, tmp_path_factory):
    """The files of a blinded export of each assignment, written as of one time."""
    return [exported(tmp_path_factory.mktemp("blinded"), blind(s).study) for s in studies]


@pytest.fixture
def blinded_files(written):
    return written[0]


def test_that_no_part_of_any_blinded_file_tells_a_treatment(blinded_files):
    kinds = {path.suffix for path in blinded_files}
    assert {".xlsx", ".json", ".png", ".svg", ".pdf", ".txt"} <= kinds
    for path in blinded_files:
        said = contents_of(path)
        assert [c for c in NAMES if c in said] == [], path.name


def test_that_no_cell_of_a_blinded_workbook_tells_a_dose(blinded_files):
    (book,) = [path for path in blinded_files if path.suffix == ".xlsx"]

    assert [cell for cell in cells_of(book) if "7773" in cell] == []


def test_that_the_search_finds_treatments_where_they_are(studies, tmp_path):
    files = exported(tmp_path, with_arms(studies[0]))

    found = {path.suffix: False for path in files}
    for path in files:
        found[path.suffix] |= any(c in contents_of(path) for c in NAMES)
    # Text in a PNG is ink; in a PDF it is found where pdftotext is installed.
    assert found[".xlsx"]
    assert found[".json"]
    assert found[".svg"]
    assert found[".pdf"] or not which("pdftotext")


def test_that_no_text_drawn_into_a_blinded_picture_tells_a_treatment(studies):
    from matplotlib.text import Text

    for result in results_of(blind(studies[0]).study):
        for figure in result.figures:
            drawing = draw(figure, result=result)
            said = "\n".join(t.get_text() for t in drawing.findobj(Text)).lower()
            assert "blinded: all patients are pooled" in " ".join(said.split())
            assert [c for c in NAMES if c in said] == []


def test_that_a_blinded_export_is_the_same_whoever_got_what(written):
    assert [path.name for path in written[0]] == [path.name for path in written[1]]
    for one, other in zip(*written, strict=True):
        if one.suffix == ".xlsx":
            assert members_of(one.read_bytes()) == members_of(other.read_bytes())
        else:
            assert one.read_bytes() == other.read_bytes(), one.name


def members_of(contents):
    """Return the parts of a workbook; the archive around them has the time of writing."""
    with zipfile.ZipFile(BytesIO(contents)) as archive:
        times = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")
        return {name: times.sub(b"", archive.read(name)) for name in archive.namelist()}


def test_that_every_sheet_and_the_folder_say_blinded(blinded_files):
    (book,) = [path for path in blinded_files if path.suffix == ".xlsx"]
    opened = openpyxl.load_workbook(book)
    for sheet in opened:
        assert sheet.oddHeader.center.text == BLINDED
        assert sheet.oddFooter.center.text == BLINDED
    reading = opened.worksheets[1]
    assert "BLINDED: all patients are pooled; treatment arms are withheld" in [
        row[0].value for row in reading.iter_rows(max_row=6)
    ]
    assert opened["Contents"]["G6"].value == "blinded"
    assert [path.name for path in blinded_files if "BLINDED" in path.name] == ["BLINDED.txt"]


def test_that_the_command_line_shows_arms_unless_told_otherwise(tmp_path, capsys):
    study, out = write_canary_study(tmp_path / "study"), tmp_path / "out"

    assert main(["run", str(study), "--out", str(out), "--only", "ae_overview"]) == 0

    assert "Canarybeta" in (out / "results.json").read_text(encoding="utf-8")
    assert (out / "UNBLINDED.txt").read_text() == "UNBLINDED: treatment arms are shown.\n"
    assert "UNBLINDED: treatment arms are shown." in capsys.readouterr().out


def test_that_the_command_line_withholds_treatments_when_told_to(tmp_path, capsys):
    study, out = write_canary_study(tmp_path / "study"), tmp_path / "out"

    assert main(["run", str(study), "--out", str(out), "--only", "ae_overview", "--blinded"]) == 0

    records = (out / "results.json").read_text(encoding="utf-8")
    assert "All patients" in records
    assert [c for c in CANARIES if c in records.lower()] == []
    assert (out / "BLINDED.txt").exists()
    for path in out.rglob("*.*"):
        assert [c for c in NAMES if c in contents_of(path)] == [], path.name
    said = capsys.readouterr()
    assert "BLINDED: all patients are pooled" in said.out
    assert [c for c in CANARIES if c in (said.out + said.err).lower()] == []


def test_that_nothing_blinded_is_written_beside_results_with_arms(tmp_path, capsys):
    study, out = write_canary_study(tmp_path / "study"), tmp_path / "out"
    main(["run", str(study), "--out", str(out), "--only", "ae_overview"])

    assert main(["run", str(study), "--out", str(out), "--only", "ae_overview", "--blinded"]) == 2

    assert "holds results that show treatment arms" in capsys.readouterr().err
    assert not (out / "BLINDED.txt").exists()
