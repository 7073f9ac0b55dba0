"""A small simulated trial for the tests of imputation; every value is made up."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sjogren_desktop.stats.imputation import Trial, prepare

ARMS = ("Placebo", "Drug")
VISITS = ("V1", "V2", "V3")
FORMULA = "CHG ~ ARM * VISIT + BASE * VISIT"
ANCOVA = "CHG ~ ARM + BASE"


def small_trial_frame(
    *, per_arm: int = 30, seed: int = 5, effect: float = -1.0, interim: bool = True
) -> pd.DataFrame:
    """Return two arms at three visits; a third of the subjects drop out, some miss a visit."""
    rng = np.random.default_rng(seed)
    root = np.linalg.cholesky([[4.0, 2.5, 2.0], [2.5, 5.0, 3.5], [2.0, 3.5, 6.0]])
    rows = []
    for code, arm in enumerate(ARMS):
        for i in range(per_arm):
            base = rng.normal(10, 3)
            change = (
                -0.3 * (base - 10) + effect * code * np.array([0.3, 0.7, 1]) - [1.0, 2.0, 3.0]
            ) + root @ rng.normal(size=3)
            stop = 1 + int(rng.integers(0, 2)) if i % 3 == 2 else 3
            for j, visit in enumerate(VISITS):
                gone = j >= stop or (interim and i % 7 == 1 and j == 1)
                rows.append(
                    {
                        "ID": f"{arm[0]}{i:02d}",
                        "ARM": arm,
                        "VISIT": visit,
                        "BASE": base,
                        "SITE": f"S{i % 2}",
                        "CHG": np.nan if gone else change[j],
                    }
                )
    frame = pd.DataFrame(rows)
    frame["ARM"] = pd.Categorical(frame["ARM"], ARMS)
    return frame


def small_trial(frame: pd.DataFrame | None = None, **options: object) -> Trial:
    """Lay the small trial out, with options of :func:`prepare` replaced."""
    wanted: dict[str, object] = {
        "formula": FORMULA,
        "subject": "ID",
        "visit": "VISIT",
        "arm": "ARM",
        "reference": "Placebo",
        **options,
    }
    return prepare(small_trial_frame() if frame is None else frame, **wanted)  # type: ignore[arg-type]
