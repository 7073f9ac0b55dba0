"""The self-test passes here, and notices when a number is wrong."""

import hashlib
from io import BytesIO

import pytest
from pypdf import PdfReader

from sjogren_desktop import self_test
from sjogren_desktop.self_test import Check, Report
from sjogren_desktop.self_test_pdf import report_pdf


@pytest.fixture(scope="module")
def report():
    return self_test.run_checks()


def test_that_every_reference_comparison_passes(report):
    text = report.text()

    assert report.passed, text
    assert "FAIL" not in text
    assert text.count("PASS  MMRM") > 70


def test_that_the_report_is_dated_and_names_versions(report):
    text = report.text()

    assert "Date: 20" in text
    assert "scipy " in text
    assert "mmrm 0.3.18" in text


def test_that_a_difference_beyond_the_limit_fails():
    check = self_test.Check("x", self_test._worst(iter([([1.0, 2.0], [1.0, 2.1])])), 1e-6)

    assert not check.passed
    assert check.line().startswith("FAIL  x: largest difference 4.8e-02")


@pytest.mark.parametrize("got", [[float("nan")], [1.0, 1.0]])
def test_that_a_missing_number_fails(got):
    assert self_test._worst(iter([(got, [1.0])])) == float("inf")


def test_that_an_analysis_that_cannot_be_loaded_fails(monkeypatch):
    def refuse(name):
        raise ImportError(f"no {name}")

    monkeypatch.setattr(self_test, "import_module", refuse)

    (check,) = self_test._catalogue()

    assert not check.passed
    assert "catalogue" in check.line()


def test_that_the_analyses_of_the_catalogue_are_counted(report):
    text = report.text()

    assert " analyses load: " in text


def test_that_the_report_on_paper_holds_every_check_and_numbers_its_pages():
    checks = [Check(f"Check {n} & <more>", 1e-9, 1e-6) for n in range(60)]
    report = Report(
        (("Date", "2026-01-02"), ("System", "<somewhere> & else")),
        (*checks, Check("Bad", 1.0, 1e-6), Check("Absent", 0.0, 0.0, "No module named x")),
    )

    pages = [page.extract_text() for page in PdfReader(BytesIO(report_pdf(report))).pages]

    assert ["Page 1 of 2" in pages[0], "Page 2 of 2" in pages[1], len(pages)] == [True, True, 2]
    text = " ".join("\n".join(pages).split())
    assert "<somewhere> & else" in text
    assert all(f"Check {n} & <more> 1.0e-09 1e-06 PASS" in text for n in range(60))
    assert "FAILED. 60 of 62 checks passed." in text
    assert "Bad 1.0e+00 1e-06 FAIL" in text
    assert "No module named x" in text
    assert text.count("Signature") == 2
    assert hashlib.sha256(report.text().encode()).hexdigest() in text
