"""Time of scoring a million visits: ``python tests/benchmarks/bench_scoring.py [rows]``.

Prints the median of seven runs by the clock and by processor time; on a busy
machine the second is the one to compare.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sjogren_desktop.scoring import score_frame
from sjogren_desktop.scoring.composites import INPUTS
from sjogren_desktop.scoring.essdai import DOMAINS

LIMIT = 0.5
"""Seconds that a million ESSDAI may take."""


def timed(work: Callable[[], object], repeats: int = 7) -> tuple[float, float]:
    """Return the median seconds by the clock and of the processor."""
    clock, processor = [], []
    for _ in range(repeats):
        start, busy = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - busy)
    return statistics.median(clock), statistics.median(processor)


def main() -> int:
    """Measure and print; return 1 if a million ESSDAI take too long."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rng = np.random.default_rng(1)
    levels = pd.DataFrame({d.key: rng.choice(d.levels, rows).astype(float) for d in DOMAINS})
    gaps = levels.mask(pd.DataFrame(rng.random(levels.shape) < 0.02, columns=levels.columns))
    visits = {f"{v}.{n}": rng.random(rows) * 20 for v in ("baseline", "followup") for n in INPUTS}
    star = pd.DataFrame(visits)
    jobs = {
        "ESSDAI, complete": ("ESSDAI", levels),
        "ESSDAI, 2 % of domains missing": ("ESSDAI", gaps),
        "ESSDAI, whole numbers": ("ESSDAI", levels.astype("int64")),
        "ClinESSDAI, complete": ("CLINESSDAI", levels),
        "STAR": ("STAR", star),
    }
    print(f"{rows} rows")
    slow = False
    for name, (instrument, frame) in jobs.items():
        clock, processor = timed(lambda i=instrument, f=frame: score_frame(i, f))  # type: ignore[misc]
        print(f"{name:34} {clock:7.3f} s by the clock {processor:7.3f} s of processor")
        slow |= instrument == "ESSDAI" and processor > LIMIT * rows / 1_000_000
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
