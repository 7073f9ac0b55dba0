"""Read a file in a process of its own, for libraries that can take a process down.

fastparquet ends in a segmentation fault on some damaged files; calamine asks for
all memory where a damaged or sparse sheet has a cell far away from the others.
A child process reads and hands its answer back through a pipe; if it dies, or
takes too long, the file is reported as damaged. It ends when the process that asked
is gone.
"""

from __future__ import annotations

import contextlib
import importlib
import math
import os
import pickle
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from sjogren_desktop.results import AnalysisError, Doing, Progress

_START = 60.0
_SECONDS = 6.0
"""How long the child may take to start; then to read, with more for each megabyte."""

_PAUSE = 0.05
_BEGUN, _END = b"begun", b"whole"


def read_apart(
    module: str, path: Path, *, memory: int, seconds_per_mb: float, progress: Progress
) -> Any:
    """Return what ``read_here`` of a module makes of a file, None if the file is damaged.

    Parameters
    ----------
    module : str
        Name of the module, which the child loads. Its function ``prepare``, if it has one, is
        called before the file is opened.
    path : pathlib.Path
    memory : int
        Bytes of addresses the child may take, where the system can limit them.
    seconds_per_mb : float
        Added to the time it may take, for each megabyte of the file.
    progress : callable

    Raises
    ------
    AnalysisError
        If ``read_here`` refuses the file by one.
    """
    limit = _SECONDS + seconds_per_mb * path.stat().st_size / 1e6
    most = _START + limit
    begun: list[float] = []
    received: list[bytes] = []
    child = subprocess.Popen(
        [sys.executable, "-m", __name__, module, str(path.absolute()), str(memory), str(most)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    pipe, leash = child.stdout, child.stdin
    assert pipe is not None
    assert leash is not None

    def receive() -> None:
        if pipe.read(len(_BEGUN)) == _BEGUN:
            begun.append(time.monotonic())
            received.append(pipe.read())

    reader = threading.Thread(target=receive, daemon=True)
    try:
        reader.start()
        started = time.monotonic()
        while reader.is_alive():
            since, patience = (begun[0], limit) if begun else (started, _START)
            if time.monotonic() - since > patience:
                break
            progress(0.1, Doing("Reading {name}", name=path.name))
            reader.join(_PAUSE)
    finally:
        child.kill()
        child.wait()
        reader.join()
        pipe.close()
        leash.close()
    data = b"".join(received)
    # The answer is whole only if its last bytes are there; a child that died gives half a one.
    if not data.endswith(_END):
        return None
    kind, answer = pickle.loads(data[: -len(_END)])
    if kind == "refused":
        raise AnalysisError(answer)
    return answer


def main(module: str, path: str, memory: int, seconds: float) -> None:
    """Read a file in the child process and write the answer to standard output.

    ``seconds`` of computing end the process, whether or not its parent still waits.
    """
    # The compiled parts print complaints to standard output; the answer has another channel.
    leash, channel = os.dup(0), os.dup(1)
    # On Windows, a library that looks at its standard input while it is loaded would wait
    # for the read of the leash, which ends with the parent only.
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)
    threading.Thread(target=_end_with_parent, args=(leash,), daemon=True).start()
    loaded = importlib.import_module(module)
    getattr(loaded, "prepare", lambda: None)()  # counts as starting
    _limit_resources(memory, seconds)
    os.write(channel, _BEGUN)
    try:
        answer: tuple[str, Any] = ("read", loaded.read_here(Path(path)))
    except AnalysisError as error:
        answer = ("refused", str(error))
    except BaseException:  # what a damaged file makes the reader raise cannot be listed
        answer = ("damaged", None)
    with os.fdopen(channel, "wb") as target:
        target.write(pickle.dumps(answer, protocol=5))
        target.write(_END)


def _end_with_parent(leash: int) -> None:
    """End this process when the one that asked is gone, however it ended."""
    with contextlib.suppress(OSError):
        os.read(leash, 1)
    os._exit(1)


def _limit_resources(memory: int, seconds: float) -> None:
    """Keep a damaged file from taking all memory or all time, where the system can do so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        end = math.ceil(seconds)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (end, end))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
