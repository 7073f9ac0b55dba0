"""House styles: the files that come with the program, and those a user edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from sjogren_desktop import formats
from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.export.house import House, house, shipped
from sjogren_desktop.results import AnalysisError, Cell, Stat

LIMITS = Cell((Stat("lower", -2.345, 1), Stat("upper", 0.25, 1)), "({0}, {1})")


def write(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_that_the_sponsor_style_comes_first_and_is_what_the_screen_shows() -> None:
    assert list(shipped()) == ["sponsor", "fda", "journal"]
    assert house().numbers == formats.HOUSE


def test_that_a_style_writes_numbers_its_own_way() -> None:
    sponsor, fda, journal = (house(key).numbers for key in shipped())
    share = Cell((Stat("count", 12), Stat("percent", 7.14)), "{0} ({1}%)")

    assert [formats.cell(share, s) for s in (sponsor, fda, journal)] == [
        "12 (7.1%)",
        "12 (7.1%)",
        "12 (7%)",
    ]
    assert formats.cell(LIMITS, sponsor) == "(-2.3, 0.3)"
    assert formats.cell(LIMITS, journal) == "(−2.3 to 0.3)"
    # Decimals by statistic, whatever the raw data had.
    assert [formats.stat(Stat("sd", 12.19, 2), s) for s in (sponsor, fda)] == ["12.19", "12.2"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        # NEJM: two decimals from 0.01, three from 0.001, never 0 or 1.
        (0.0496, "0.05"),
        (0.34, "0.34"),
        (0.01, "0.01"),
        (0.0099, "0.010"),
        (0.0012, "0.001"),
        (0.0009, "<0.001"),
        (0.0, "<0.001"),
        (0.996, ">0.99"),
        (1.0, ">0.99"),
    ],
)
def test_that_journals_get_p_values_as_they_print_them(value: float, text: str) -> None:
    assert formats.stat(Stat("p_value", value), house("journal").numbers) == text


def test_that_a_file_says_only_what_differs(tmp_path: Path) -> None:
    mine = house(write(tmp_path, 'name = "Mine"\n[page]\nsize = "Letter"\ntext_pt = 9\n'))

    assert (mine.name, mine.page.size, mine.page.text_pt) == ("Mine", "Letter", 9.0)
    assert mine.page.points == pytest.approx((792.0, 612.0))
    assert mine.section("ae_terms") == "14.3.1"
    assert mine.section("mmrm_change") == "14.2"


def test_that_sections_are_those_of_a_study_report() -> None:
    # ICH E3, section 14: 14.1 demographic data, 14.2 efficacy, 14.3 safety.
    sponsor = house()

    for analysis in ANALYSES:
        wanted = ("14.3", "14.1") if analysis.tab == "safety" else ("14.1", "14.2")
        assert sponsor.section(analysis.key).startswith(wanted), analysis.key
    for key in ("demographics", "participant_flow", "exposure_lanes"):
        assert sponsor.section(key) == "14.1"
    assert sponsor.section("narratives") == "14.3.3"


def test_that_a_file_is_looked_for_beside_the_plan(tmp_path: Path) -> None:
    write(tmp_path, 'name = "Mine"\n')

    assert house("mine.toml", beside=tmp_path).name == "Mine"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[numbers\n", "no valid TOML"),
        ("[colour]\n", "'colour' is not known"),
        ("page = 3\n", r"heading \[page\]"),
        ("[page]\nsize = 'A3'\n", r"\[page\] size: choose from A4, Letter"),
        ("[page]\ntext_pt = 200\n", "from 5 to 16"),
        ("[numbers]\npercent_decimals = 1.5\n", "from 0 to 4"),
        ("[numbers]\npercent_decimals = true\n", "from 0 to 4"),
        ("[numbers]\nfont = 'x'\n", "not known; known are decimals"),
        ("[numbers]\nminus = 1\n", "text in quotes"),
        ("[numbers.decimals]\naverage = 1\n", "average is not known"),
        ("[numbers.decimals]\nmean = -1\n", "whole numbers from 0 to 8"),
        ("[numbers]\ndecimals = 1\n", r"heading \[numbers.decimals\]"),
        ("[footnotes]\nmethod = 'yes'\n", "true or false"),
        ("[sections]\nother = 14.2\n", r"\[sections\] must give a text"),
    ],
)
def test_that_a_wrong_style_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AnalysisError, match=said):
        house(write(tmp_path, text))


def test_that_an_absent_style_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match=r"no house style 'lancet'.*sponsor, fda, journal"):
        house("lancet")
    with pytest.raises(AnalysisError, match="cannot be read"):
        house("mine.toml", beside=tmp_path)


def test_that_every_analysis_has_a_section() -> None:
    assert House().section("mmrm_change") == "14"
