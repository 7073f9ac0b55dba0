"""Word, RTF, PDF and web reports: every page has its titles, footnotes and number.

The files are read by other programs than wrote them: pypdf and python-docx
always, LibreOffice where it is installed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sjogren_desktop.export.displays import DRAFT, Run, displays, fingerprint, head_lines
from sjogren_desktop.export.grid import grouped
from sjogren_desktop.export.house import house
from sjogren_desktop.export.report import FORMATS, write_report
from sjogren_desktop.export.rtf import escaped
from sjogren_desktop.results import AnalysisError, Cancelled, Cell, Column, Result, Row, Stat, Table
from tests.samples import sample_ae_result, sample_mmrm_result

MOMENT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
RUN = Run(MOMENT, (DRAFT,), {"adsl.csv": "ab" * 32}, cut_off="2026-02-01")
LONG = "Listing of 150 rows"
NOTE = "Footnote that stands on each page; 100 % of \\{braces} and ≥ signs."


def long_result() -> Result:
    """Return a listing of several pages whose texts are not plain ASCII."""
    rows = tuple(
        Row((f"Sjögren {i}",), (Cell((Stat("mean", i / 7),)), Cell((Stat("term", "日本 <b>&"),))))
        for i in range(150)
    )
    table = Table("long", LONG, ("Row",), (Column("Mean"), Column("Term")), rows, (NOTE,))
    return Result("ae_terms", "Long", "S-1", "Safety population", "", (table,))


RESULTS = (sample_mmrm_result(), sample_ae_result(), long_result())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    for suffix in FORMATS:
        write_report(made / f"r{suffix}", RESULTS, run=RUN)
    return made


@pytest.fixture(scope="module")
def opened(folder: Path) -> Path:
    """The files as LibreOffice sets them, as PDF."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so no second program can open the files")
    profile = (folder / "profile").as_uri()
    names = [str(folder / f"r{s}") for s in (".docx", ".rtf", ".xlsx")]
    for name in names:  # one at a time: each must give r.pdf under a name of its own
        out = folder / "opened" / Path(name).suffix[1:]
        subprocess.run(
            [
                *(office, f"-env:UserInstallation={profile}", "--headless"),
                *("--convert-to", "pdf", "--outdir", str(out), name),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
    return folder / "opened"


def pages(path: Path) -> list[str]:
    """Return the text of each page, blanks and line ends as one blank."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def check_pages(found: list[str]) -> None:
    """Check what a house review checks on every page."""
    for number, text in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in text
        assert "DRAFT" in text
        assert "2026-03-01 09:30" in text
    listing = [text for text in found[1:] if LONG in text]
    assert len(listing) > 3
    for text in listing:
        assert "Table 14.3.1.2" in text
        assert "Protocol: S-1" in text
        assert "Population: Safety population" in text
        assert NOTE in text
        assert "Data cut-off: 2026-02-01." in text
        assert text.count("Row Mean Term") == 1, "the heads are repeated, once a page"
    assert sum("Sjögren 149" in text for text in listing) == 1
    estimates = next(text for text in found[1:] if "Adjusted mean change" in text)
    assert "SYNTHETIC DATA" in estimates
    assert "(N=168)" in estimates


def test_that_every_page_of_the_pdf_report_is_complete(folder: Path) -> None:
    check_pages(pages(folder / "r.pdf"))


@pytest.mark.parametrize("kind", ["docx", "rtf"])
def test_that_another_program_finds_every_page_complete(opened: Path, kind: str) -> None:
    check_pages(pages(opened / kind / "r.pdf"))


def test_that_another_program_opens_the_workbook(opened: Path) -> None:
    text = " ".join(pages(opened / "xlsx" / "r.pdf"))

    assert "Adjusted mean change from baseline in ESSDAI by visit" in text
    assert "DRAFT · SYNTHETIC DATA" in text


def test_that_the_contents_of_the_pdf_lead_to_the_pages(folder: Path) -> None:
    reader = PdfReader(folder / "r.pdf")

    entries = {item.title: reader.get_destination_page_number(item) for item in reader.outline}
    first = " ".join(reader.pages[0].extract_text().split())
    for title, page in entries.items():
        assert title.split(" ", 2)[2] in " ".join(reader.pages[page].extract_text().split())
        assert re.search(rf"{re.escape(title)} — \S+ {page + 1}\b", first)
    assert len(entries) == sum(len(r.tables) + len(r.figures) for r in RESULTS)
    links = [a.get_object()["/Subtype"] for a in reader.pages[0]["/Annots"]]
    assert links == ["/Link"] * len(entries)


def test_that_the_fonts_of_the_pdf_are_embedded_and_figures_are_vectors(folder: Path) -> None:
    reader = PdfReader(folder / "r.pdf")

    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            kind = font.get_object()
            inner = kind["/DescendantFonts"][0].get_object() if "/DescendantFonts" in kind else kind
            if kind["/BaseFont"] != "/Helvetica":  # reportlab names it without using it
                assert "/FontFile2" in inner["/FontDescriptor"].get_object(), kind["/BaseFont"]
    figure = next(
        p for p in reader.pages if "Figure 14.2.1" in p.extract_text() and p is not reader.pages[0]
    )
    assert not figure.images
    assert "Ianalumab 300 mg monthly" in figure.extract_text(), "the legend is text"


def test_that_word_repeats_heads_and_keeps_rows_whole(folder: Path) -> None:
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn

    document = Document(str(folder / "r.docx"))

    table = document.tables[-1]
    heads = [row for row in table.rows if row._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert len(heads) == 1
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert len(table.rows) == 151
    section = document.sections[-1]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    assert section.footer.paragraphs[0].text == NOTE
    assert document.core_properties.author.startswith("Sjögren Desktop")
    assert document.core_properties.created.replace(tzinfo=UTC) == MOMENT
    assert [s._inline.docPr.get("descr") for s in document.inline_shapes] == [
        figure.title for result in RESULTS for figure in result.figures
    ]


def test_that_decimal_points_stand_under_each_other(folder: Path) -> None:
    """The points of a column lie in one vertical line of the PDF."""
    reader = PdfReader(folder / "r.pdf")
    ends: list[float] = []

    def visit(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        from sjogren_desktop.export.type_metrics import width

        shown = text.strip()
        if re.fullmatch(r"-\d+\.\d+ \(\d+\.\d+\)", shown):
            ends.append(tm[4] + width(shown[: shown.rindex(".")], 8.0))

    page = next(p for p in reader.pages[1:] if "Adjusted mean change" in p.extract_text())
    page.extract_text(visitor_text=visit)

    columns = {round(end, 1) for end in ends}
    assert len(ends) == 36  # twelve visits of three arms
    assert len(columns) == 3


def by_visit(visits: int) -> Result:
    """Return a table of groups of three rows, longer than a page where there are many."""
    parts = ("n", "Mean", "Median")
    rows = tuple(
        Row((f"Visit {v:02d}", part), (Cell((Stat("n", 100 * v + i),)),), indent=int(i > 0))
        for v in range(visits)
        for i, part in enumerate(parts)
    )
    table = Table("t", "Values", ("Visit", "Statistic"), (Column("All"),), rows)
    return replace(sample_ae_result(), tables=(table,), figures=())


def test_that_a_group_of_rows_is_named_once_and_again_on_each_page(tmp_path: Path) -> None:
    write_report(tmp_path / "r.pdf", [by_visit(40)], run=RUN)

    pages = [p.extract_text() for p in PdfReader(tmp_path / "r.pdf").pages]
    tables = [t for t in pages if "Statistic" in t]
    assert len(tables) > 2
    for text in tables:
        named = re.findall(r"Visit \d\d", text)
        assert len(named) == len(set(named))
        first = text[text.index("All\n") :].splitlines()[1]
        assert first.startswith("Visit "), first
    assert len(set(re.findall(r"Visit \d\d", " ".join(tables)))) == 40


def test_that_word_keeps_a_group_together_and_names_it_once(tmp_path: Path) -> None:
    from docx import Document

    write_report(tmp_path / "r.docx", [by_visit(40)], run=RUN)

    body = Document(str(tmp_path / "r.docx")).tables[0].rows[1:]
    assert [row.cells[0].text for row in body[:4]] == ["Visit 00", "", "", "Visit 01"]
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in body[:4]]
    assert kept == [True, True, False, True]


def test_that_the_last_label_of_a_row_always_stands() -> None:
    rows = [("A", "x"), ("A", "x"), ("A", "y"), ("B", "y")]

    assert grouped(rows) == [("A", "x"), ("", "x"), ("", "y"), ("B", "y")]
    assert grouped([("A",), ("A",)]) == [("A",), ("A",)]


def test_that_pages_of_a_table_in_rtf_begin_with_a_break_that_programs_keep(folder: Path) -> None:
    # LibreOffice drops the keyword "page" before a table: heads then stood amid a page.
    text = (folder / "r.rtf").read_text(encoding="ascii")

    breaks = re.findall(r"\\pagebb\\fs2\\par\n\\trowd[^\n]*\\trhdr", text)
    assert len(breaks) == text.count("\\pagebb") > 2
    assert re.search(r"\\page\b", text) is None


def test_that_rtf_is_ascii_and_escapes_what_could_be_a_command() -> None:
    assert escaped("a\\{b}\n≥ö😀") == "a\\\\\\{b\\}\\line \\u8805?\\u246?\\u-10179?\\u-8704?"


def test_that_the_web_page_escapes_texts_and_holds_its_pictures(folder: Path) -> None:
    text = (folder / "r.html").read_text(encoding="utf-8")

    assert "日本 &lt;b&gt;&amp;" in text
    assert text.count("data:image/png;base64,") == sum(len(r.figures) for r in RESULTS)
    assert "http" not in text.replace("https://", "http"), "nothing is fetched from elsewhere"


def test_that_displays_are_numbered_by_section_or_in_sequence() -> None:
    many = tuple(
        replace(sample_ae_result(), tables=sample_ae_result().tables * 11, figures=()) for _ in "a"
    )
    sections = displays((*many, sample_mmrm_result()), house("sponsor"), RUN)
    sequence = displays((*many, sample_mmrm_result()), house("journal"), RUN)

    tables = [d.label for d in sections if d.table]
    assert tables[:2] == ["Table 14.2.1", "Table 14.2.2"]
    assert tables[-2:] == ["Table 14.3.1.10", "Table 14.3.1.11"]
    assert [d.label for d in sequence if d.table][:2] == ["Table 1.", "Table 2."]


def test_that_the_estimand_stands_under_every_table_and_figure() -> None:
    result = replace(RESULTS[0], estimand=(("Treatment", "A against B"), ("Population", "FAS")))

    shown = displays([result], house(), RUN)

    note = "Estimand. Treatment: A against B; Population: FAS."
    assert all(note in d.footnotes for d in shown)


def test_that_a_journal_has_its_title_in_one_line() -> None:
    style = house("journal")
    display = displays(RESULTS[:1], style, RUN)[0]

    lines = head_lines(display, style)

    assert len(lines) == 2
    assert lines[1].left.startswith("Table 1. Adjusted mean change")
    assert display.source == ""


def test_that_the_fingerprint_depends_on_contents_and_not_on_order() -> None:
    one, two = {"a": "1", "b": "2"}, {"b": "2", "a": "1"}

    assert fingerprint(one) == fingerprint(two) != fingerprint({"a": "1", "b": "3"})


def test_that_an_unknown_format_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"as \.odt.*\.docx"):
        write_report(tmp_path / "r.odt", RESULTS)


def test_that_cancelling_leaves_no_file(tmp_path: Path) -> None:
    def cancel(fraction: float, message: str) -> None:
        if fraction > 0.3:
            raise Cancelled

    for suffix in FORMATS:
        with pytest.raises(Cancelled):
            write_report(tmp_path / f"r{suffix}", RESULTS, progress=cancel)
    assert not list(tmp_path.iterdir())


def test_that_a_table_without_rows_and_one_without_columns_are_written(tmp_path: Path) -> None:
    empty = Table("none", "No events", ("Term",), (Column("n"),), ())
    bare = Table("bare", "Names", ("Name",), (), (Row(("Week 4",), ()),))
    result = replace(long_result(), tables=(empty, bare))

    for suffix in FORMATS:
        write_report(tmp_path / f"r{suffix}", (result,), run=RUN)
        assert (tmp_path / f"r{suffix}").stat().st_size > 0
    assert (
        "No events" in PdfReader(BytesIO((tmp_path / "r.pdf").read_bytes())).pages[1].extract_text()
    )
