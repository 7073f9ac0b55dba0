"""Time and memory of the mixed model: ``python tests/benchmarks/bench_mmrm.py [case ...]``.

Run with one thread (the script sets it). The data are those the reference
figures of R's mmrm were taken on; without them, simulated data of the same
shape. Each case runs in a process of its own, so that peak memory is its own.
R's figures are medians of mmrm 0.3.18 on the same kind of machine, fit alone.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.mmrm import MMRMResult

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "reference" / "stats" / "data"
THREADS = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}

FEV = "FEV1 ~ RACE + SEX + ARMCD * AVISIT + us(AVISIT | USUBJID)"
BCVA = "BCVA_CHG ~ BCVA_BL + RACE + ARMCD * AVISIT + us(AVISIT | USUBJID)"
LINEAR = "kenward-roger-linear"

# case: data, formula, df method, repeats, R's seconds, R's peak MiB
CASES = {
    "fev": ("fev", FEV, "satterthwaite", 50, 0.078, 243),
    "fev-kr": ("fev", FEV, LINEAR, 50, 0.13, 243),
    "bcva": ("bcva", BCVA, "satterthwaite", 15, 3.86, 495),
    "bcva-kr": ("bcva", BCVA, LINEAR, 15, 48.3, 627),
    "bcva-kr-second": ("bcva", BCVA, "kenward-roger", 15, 48.3, 627),
    "bcva-x10": ("bcva-x10", BCVA, "satterthwaite", 5, 23.4, 1793),
}


def load(name: str) -> pd.DataFrame:
    """Return one of the data sets, simulated if the reference data are absent."""
    import numpy as np
    import pandas as pd

    stem = name.removesuffix("-x10")
    path = DATA / f"{stem}_data.csv"
    if path.exists():
        data = pd.read_csv(path)
    else:
        subjects, visits = (200, 4) if stem == "fev" else (1000, 10)
        rng = np.random.default_rng(1)
        response, base = ("FEV1", "FEV1_BL") if stem == "fev" else ("BCVA_CHG", "BCVA_BL")
        data = pd.DataFrame(
            {
                "USUBJID": np.repeat(np.arange(subjects), visits),
                "AVISIT": np.tile([f"VIS{t:02d}" for t in range(visits)], subjects),
                "ARMCD": np.repeat(rng.choice(["CTL", "TRT"], subjects), visits),
                "RACE": np.repeat(rng.choice(["Asian", "Black", "White"], subjects), visits),
                "SEX": np.repeat(rng.choice(["Female", "Male"], subjects), visits),
                base: np.repeat(rng.normal(50, 10, subjects), visits),
            }
        )
        steps = rng.normal(size=(subjects, visits)).cumsum(axis=1)
        data[response] = steps.ravel()
        data.loc[rng.random(len(data)) < 0.15, response] = np.nan
    if name.endswith("-x10"):
        copies = [data.assign(USUBJID=data["USUBJID"] + 100_000 * i) for i in range(10)]
        data = pd.concat(copies, ignore_index=True)
    return data


def measure(case: str) -> None:
    """Time one case and print a line."""
    import resource

    import numpy as np

    from sjogren_desktop.stats.mmrm import fit_mmrm

    name, formula, method, repeats, seconds, mebibytes = CASES[case]
    data = load(name)

    def fit() -> MMRMResult:
        result = fit_mmrm(formula, data, df_method=method)
        _ = result.coefficients
        return result

    result = fit()
    alone, tables, used = [], [], []
    for _ in range(repeats):
        start, busy = time.perf_counter(), time.process_time()
        result = fit()
        middle = time.perf_counter()
        used.append(time.process_time() - busy)
        result.lsmeans("ARMCD", by="AVISIT")
        result.contrasts("ARMCD", by="AVISIT")
        alone.append(middle - start)
        tables.append(time.perf_counter() - middle)
    own = float(np.median(alone))
    # Linux counts in KiB, macOS in bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    patterns = len(result.fit.model.patterns.count)
    print(
        f"{case:15s} {own * 1e3:8.1f} ms (processor {float(np.median(used)) * 1e3:.1f}, "
        f"fastest {min(alone) * 1e3:.1f}) "
        f"+ {float(np.median(tables)) * 1e3:5.1f} ms tables | R {seconds:6.3f} s: "
        f"{seconds / own:6.0f} x | peak {peak:5.0f} MiB (R {mebibytes}) | "
        f"gradient {result.gradient_norm:.0e}, {result.iterations} steps, {patterns} patterns",
        flush=True,
    )


def main() -> None:
    """Run the cases asked for, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", help=", ".join(CASES))
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        measure(arguments.cases[0])
        return
    for case in arguments.cases or CASES:
        subprocess.run(
            [sys.executable, __file__, "--here", case],
            check=True,
            env={**os.environ, **THREADS, "PYTHONPATH": str(ROOT)},
        )


if __name__ == "__main__":
    main()
