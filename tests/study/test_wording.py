"""Words as they are printed."""

import pytest

from sjogren_desktop.study.wording import counted, sentence_case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADVERSE EVENT", "Adverse event"),
        ("I/E NOT MET", "I/E not met"),
        ("withdrawal by subject", "Withdrawal by subject"),
        ("Lost to Follow-up", "Lost to Follow-up"),
        ("LOST TO FOLLOW-UP", "Lost to follow-up"),
        ("COVID-19", "COVID-19"),
        ("", ""),
    ],
)
def test_that_codes_become_sentences_and_abbreviations_stay(text, expected):
    assert sentence_case(text) == expected


def test_that_a_noun_follows_its_number():
    assert (counted(1, "record"), counted(0, "record")) == ("1 record", "0 records")
