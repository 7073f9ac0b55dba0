"""Where the packaged program starts.

Worker processes start the same file again; what they were started for is done
here before anything of the program is loaded.
"""

from __future__ import annotations

import multiprocessing
import runpy
import sys

_WORKERS = "joblib.externals.loky.backend."
"""Modules by which joblib starts its workers, with ``-m`` as if this were a Python."""


def main() -> int:
    """Serve as a worker if started as one, else start the program."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if arguments[:1] == ["-m"] and arguments[1:2] and arguments[1].startswith(_WORKERS):
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
        return 0
    from sjogren_desktop.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
