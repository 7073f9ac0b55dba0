"""The self-test passes here, and notices when a number is wrong."""

import pytest

from sjogren_desktop import self_test


@pytest.fixture(scope="module")
def report():
    return self_test.run_self_test()


def test_that_every_reference_comparison_passes(report):
    text, passed = report

    assert passed, text
    assert "FAIL" not in text
    assert text.count("PASS  MMRM") > 70


def test_that_the_report_is_dated_and_names_versions(report):
    text, _ = report

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
    text, _ = report

    assert " analyses load: " in text
