"""How long a passphrase would withstand somebody who has the file.

The number of guesses is estimated by zxcvbn (Wheeler 2016), which knows
common words, names, dates and keyboard walks; the words are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from sjogren_desktop.gui.language import marked, tr

LEVELS = (marked("Very weak"), marked("Weak"), marked("Fair"), marked("Good"), marked("Strong"))
SHORTEST = 8
"""Characters a passphrase must have."""

_MOST = 72  # characters looked at: the estimate's effort grows with their square
_GUESSES_A_SECOND = 4.0  # log10: a thousand computers at ten guesses each (Argon2id, 128 MiB)
_SPANS = (
    (0.0, marked("at once")),
    (1.8, marked("in less than a minute")),
    (3.6, marked("in less than an hour")),
    (4.9, marked("in less than a day")),
    (6.4, marked("within weeks")),
    (7.5, marked("within a year")),
    (9.5, marked("in years")),
)


@dataclass(frozen=True)
class Strength:
    """A level from 0 to 4, and what it means in one sentence."""

    level: int
    sentence: str


def strength_of(passphrase: str) -> Strength:
    """Return how strong a passphrase is."""
    if not passphrase:
        return Strength(0, tr("Several words that do not belong together make a good passphrase."))
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:_MOST], max_length=_MOST)
    level = min(int(found["score"]), 1 if len(passphrase) < SHORTEST else 4)
    seconds = float(found["guesses_log10"]) - _GUESSES_A_SECOND
    span = next((words for most, words in _SPANS if seconds <= most), marked("not in a lifetime"))
    advice = "" if level >= 3 else tr(" Add a word or two.")
    return Strength(
        level,
        tr(
            "{level}: a thousand computers would find it {span}.{advice}",
            level=tr(LEVELS[level]),
            span=tr(span),
            advice=advice,
        ),
    )
