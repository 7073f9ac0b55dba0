"""Set the program up on a machine that has only a Python, then run or test it.

Usage::

    python3 installer/bootstrap.py run [arguments of the program]
    python3 installer/bootstrap.py test [--all] [arguments of pytest]

Standard library only, and no syntax newer than Python 3.8, so that an old
default Python can still start it: the environment is then made by a better
one found beside it. Exit codes: 0 done, 1 a check or test failed, 2 the
machine lacks something (one sentence says what, and the command that adds it).
"""

# reason: one long file, because it starts before anything else can be imported
from __future__ import annotations

import ast
import ctypes
import glob
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PINS = ROOT / "installer" / "requirements.txt"

MINIMUM = (3, 11)
PREFERENCE = ((3, 12), (3, 13), (3, 11))
"""Best first. Releases newer than these come last: their wheels are not in the pins' tests."""

USAGE = """\
Usage: python3 installer/bootstrap.py COMMAND

  run                   open the demonstration study (without a display: analyse it,
                        write workbook and figures, and print where they are)
  run ARGUMENTS         pass the arguments to the program, for example
                        run FOLDER, run run FOLDER --out OUTPUT, run --version
  test [--all] [ARGS]   check and test everything; --all adds the slow tests,
                        ARGS go to pytest (-n0: in one process)
"""


class SetupError(Exception):
    """A sentence for the user: what this machine lacks and how to add it."""


def say(text: str) -> None:
    """Print one line at once, whatever the console's encoding."""
    print(text, flush=True)


# ------------------------------------------------------------------ finding a Python


@dataclass(frozen=True)
class Python:
    """An interpreter that was started and told about itself."""

    path: str
    version: tuple[int, int, int]
    lacks: tuple[str, ...] = ()

    @property
    def minor(self) -> tuple[int, int]:
        """Version without the patch number."""
        return self.version[:2]


PROBE = """
import json, sys
lacks = []
for name in ("venv", "ensurepip", "ssl", "zlib", "ctypes"):
    try:
        __import__(name)
    except Exception:
        lacks.append(name)
import sysconfig
if sys.implementation.name != "cpython" or sysconfig.get_config_var("Py_GIL_DISABLED"):
    lacks.append("standard CPython")
if sys.maxsize < 2**32:
    lacks.append("64 bits")
path = getattr(sys, "_base_executable", "") or sys.executable
print(json.dumps({"path": path, "version": sys.version_info[:3], "lacks": lacks}))
"""


def ask(command: list[str]) -> tuple[int, str]:
    """Run a command without input; return its exit code and output (-1 if it did not start)."""
    try:
        ran = subprocess.run(
            command,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as problem:
        return -1, str(problem)
    return ran.returncode, ran.stdout.decode("utf-8", "replace").strip()


def probe(path: str) -> Python | None:
    """Start the interpreter and return what it says of itself, or None if it does not run."""
    code, output = ask([path, "-I", "-c", PROBE])
    if code != 0:
        return None
    try:
        told = json.loads(output.splitlines()[-1])
        first, second, third = told["version"]
        return Python(told["path"], (first, second, third), tuple(told["lacks"]))
    except (ValueError, LookupError, TypeError):
        return None


def rank(minor: tuple[int, int]) -> int | None:
    """Return 0 for the best minor version, higher for others, None if too old."""
    if minor < MINIMUM:
        return None
    if minor in PREFERENCE:
        return PREFERENCE.index(minor)
    return len(PREFERENCE) + minor[1]


def hinted(path: str) -> tuple[int, int] | None:
    """Return the minor version a path's name promises, if it names one.

    The last name wins: ``versions/3.12.1/bin/python3`` says 3.12 and so do
    ``python3.12``, ``Python312\\python.exe`` and ``cpython-3.12.7-linux``.
    """
    found = re.findall(r"(?<!\d)3(?:\.(\d{1,2})|(1\d))(?!\d)", path)
    if not found:
        return None
    dotted, joined = found[-1]
    return (3, int(dotted or joined))


def launcher_paths(listing: str) -> list[str]:
    """Return the interpreter paths in the output of Windows' ``py -0p``."""
    paths = []
    for line in listing.splitlines():
        match = re.match(r"\s*-\S+\s+(?:\*\s+)?(\S.*?\.exe)\s*$", line, re.IGNORECASE)
        if match:
            paths.append(match.group(1))
    return paths


def _from_launcher() -> list[str]:
    """Ask the Windows launcher, if there is one."""
    launcher = shutil.which("py")
    return launcher_paths(ask([launcher, "-0p"])[1]) if launcher else []


def usual_places(platform: str, env: dict[str, str], home: str) -> list[str]:
    """Return glob patterns of interpreters off the PATH, by kind of system."""
    if platform == "win32":
        local = env.get("LOCALAPPDATA", home + r"\AppData\Local")
        roaming = env.get("APPDATA", home + r"\AppData\Roaming")
        pyenv = env.get("PYENV_ROOT") or env.get("PYENV") or home + r"\.pyenv\pyenv-win"
        uv = env.get("UV_PYTHON_INSTALL_DIR", roaming + r"\uv\python")
        patterns = [
            local + r"\Programs\Python\Python3*\python.exe",
            local + r"\Python\pythoncore-3*\python.exe",
            env.get("PROGRAMFILES", r"C:\Program Files") + r"\Python3*\python.exe",
            r"C:\Python3*\python.exe",
            pyenv.rstrip("\\") + r"\versions\3*\python.exe",
            uv + r"\cpython-3*\python.exe",
        ]
        patterns += [f"{home}\\{name}\\python.exe" for name in _CONDA]
        return patterns
    pyenv = env.get("PYENV_ROOT", home + "/.pyenv")
    data = env.get("XDG_DATA_HOME", home + "/.local/share")
    uv = env.get("UV_PYTHON_INSTALL_DIR", data + "/uv/python")
    patterns = [
        "/usr/bin/python3.*",
        "/usr/local/bin/python3.*",
        "/opt/homebrew/bin/python3.*",
        "/opt/local/bin/python3.*",
        "/Library/Frameworks/Python.framework/Versions/3.*/bin/python3",
        pyenv + "/versions/3.*/bin/python3",
        uv + "/cpython-3*/bin/python3",
        home + "/.local/bin/python3.*",
    ]
    patterns += [f"{home}/{name}/bin/python3" for name in _CONDA]
    return patterns


_CONDA = ("miniforge3", "mambaforge", "miniconda3", "anaconda3")


def candidates() -> list[str]:
    """Return paths that may be interpreters, the likeliest best first, none twice."""
    found = [sys.executable]
    names = [f"python{major}.{minor}" for major, minor in PREFERENCE] + ["python3", "python"]
    found += [path for path in map(shutil.which, names) if path]
    if os.name == "nt":
        found += _from_launcher()
    for pattern in usual_places(sys.platform, dict(os.environ), str(Path.home())):
        # pathlib cannot glob an absolute pattern
        found += [p for p in sorted(glob.glob(pattern)) if not p.endswith("-config")]  # noqa: PTH207
    distinct = []
    for path in found:
        if path and path not in distinct and not _asks_for_developer_tools(path):
            distinct.append(path)
    return sorted(distinct, key=_promise)


def _promise(path: str) -> tuple[int, bool]:
    """Sort key: the best rank the path can turn out to have; a named version first."""
    if path == sys.executable:
        own = rank(sys.version_info[:2])
        return (99 if own is None else own, False)
    hint = hinted(Path(path).name) or hinted(path)
    if hint is None:
        return (0, True)
    promised = rank(hint)
    # The name may mislead (a link python3 in a folder of another version), so it
    # only postpones: even an apparently too old one is asked, last.
    return (99 if promised is None else promised, False)


def _asks_for_developer_tools(path: str) -> bool:
    """Tell whether starting this stub would open macOS's offer to install Xcode tools."""
    return sys.platform == "darwin" and path == "/usr/bin/python3" and path != sys.executable


def usable_pythons(paths: list[str] | None = None) -> list[Python]:
    """Return interpreters that run and are new enough, best first.

    Stops asking when no remaining path can be better than a complete one
    already found. Incomplete ones (lacking venv, say) stand at the end.
    """
    found: dict[str, Python] = {}
    for path in candidates() if paths is None else paths:
        complete = [order for p in found.values() if not p.lacks and (order := _order(p)) >= 0]
        if complete and min(complete) <= _promise(path)[0]:
            break
        python = probe(path)
        if python and rank(python.minor) is not None:
            found.setdefault(os.path.realpath(python.path), python)
    return sorted(found.values(), key=lambda p: (bool(p.lacks), _order(p)))


def _order(python: Python) -> int:
    order = rank(python.minor)
    return 999 if order is None else order


def venv_packages(pythons: list[Python]) -> list[str]:
    """Return the Debian package that completes the best interpreter, if none is complete.

    Raises
    ------
    SetupError
        If there is no interpreter that is complete or can be completed.
    """
    if any(not p.lacks for p in pythons):
        return []
    for python in pythons:
        mendable = set(python.lacks) <= {"venv", "ensurepip"}
        if mendable and python.path.startswith("/usr/bin/") and shutil.which("apt-get"):
            return ["python{}.{}-venv".format(*python.minor)]
    raise SetupError(no_python_sentence(pythons))


def no_python_sentence(pythons: list[Python]) -> str:
    """Say why no interpreter will do, and what to install."""
    own = "{}.{}.{}".format(*sys.version_info[:3])
    if pythons:
        first = pythons[0]
        version = "{}.{}.{}".format(*first.version)
        return (
            f"The Python {version} at {first.path} lacks {', '.join(first.lacks)}. "
            "Install a complete Python 3.12 or newer and start again."
        )
    wanted = "{}.{}".format(*MINIMUM)
    how = "Install Python 3.12 from its makers' installer and start again."
    if shutil.which("apt-get"):
        how = "Install one, for example: sudo apt-get install python3 python3-venv"
    elif sys.platform == "darwin" and shutil.which("brew"):
        how = "Install one, for example: brew install python@3.12"
    return (
        f"Sjogren Desktop needs Python {wanted} or newer; this is Python {own}, and no newer "
        f"one was found. {how}"
    )


# ------------------------------------------------------------------ the environment


def venv_python(venv: Path, windows: bool) -> Path:
    """Return the interpreter of a virtual environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def venv_script(venv: Path, name: str, windows: bool) -> Path:
    """Return a console command installed in a virtual environment."""
    return venv / "Scripts" / f"{name}.exe" if windows else venv / "bin" / name


def clean_environment() -> dict[str, str]:
    """Return the environment without what would lead a fresh Python astray."""
    env = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV"):
        env.pop(name, None)
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    env["PIP_USER"] = "0"
    return env


def wanted_stamp(pins: Path, root: Path) -> dict[str, str]:
    """Return what a finished environment records: the pins, and where it belongs.

    The folder counts because an environment cannot be moved: its commands and
    its link to the package hold absolute paths.
    """
    text = pins.read_bytes().replace(b"\r\n", b"\n")
    return {"pins": hashlib.sha256(text).hexdigest(), "root": str(root)}


def environment_is_ready(venv: Path, wanted: dict[str, str]) -> bool:
    """Tell whether the environment was finished for these pins and its Python still runs."""
    try:
        stamp = json.loads((venv / "sjogren-stamp.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(stamp, dict) or {k: stamp.get(k) for k in wanted} != wanted:
        return False
    version = "import sys; print('%d.%d' % sys.version_info[:2])"
    answer = ask([str(venv_python(venv, os.name == "nt")), "-I", "-S", "-c", version])
    return answer == (0, stamp.get("python"))


def make_environment() -> None:
    """Make the environment from nothing and stamp it when it is whole.

    An unfinished or outdated one is not mended: what an interrupted
    installation left cannot be told from what is whole.
    """
    started = time.monotonic()
    complete = [p for p in usable_pythons() if not p.lacks]
    if not complete:
        raise SetupError(no_python_sentence(usable_pythons()))
    say("Setting up, once. About 300 MB are downloaded and 1 GB of disk is used.")
    python = _create(complete)
    target = venv_python(VENV, os.name == "nt")
    _install(target)
    _link_package(target)
    stamp = {**wanted_stamp(PINS, ROOT), "python": "{}.{}".format(*python.minor)}
    aside = VENV / "sjogren-stamp.json.new"
    aside.write_text(json.dumps(stamp), encoding="utf-8")
    aside.replace(VENV / "sjogren-stamp.json")
    say(f"Set up in {duration(time.monotonic() - started)}.")


def _create(pythons: list[Python]) -> Python:
    """Make an empty environment with the first interpreter that can."""
    failure = ""
    for python in pythons:
        version = "{}.{}.{}".format(*python.version)
        say(f"  Python {version} ({python.path})")
        code, output = ask([python.path, "-m", "venv", "--clear", str(VENV)])
        if code == 0:
            return python
        failure = output
        say(f"  it could not make an environment (exit {code})")
    raise SetupError(
        f"No environment could be made in {VENV}. Close programs that use it, check that the "
        f"folder can be written and the disk is not full, and start again. {failure}"
    )


def _install(python: Path) -> None:
    """Install exactly the pinned packages, wheels only, each checked against its hash."""
    say("  installing the pinned packages ...")
    arguments = [str(python), "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    # The pins are complete, and pip would otherwise ask for the newest release of a package
    # that another one names with an extra, which has no hash here.
    arguments += ["--no-deps", "--no-warn-script-location", "-r", str(PINS)]
    if not sys.stdout.isatty():
        arguments.insert(4, "--quiet")
    ran = subprocess.run(arguments, env=clean_environment(), stdin=subprocess.DEVNULL, check=False)
    if ran.returncode != 0:
        raise SetupError(
            "The packages could not be installed; pip's message above says why. Check the "
            "network connection and the free disk space, and start again."
        )


def _link_package(python: Path) -> None:
    """Make the package importable from anywhere in the environment, without copying it."""
    place = "import sysconfig; print(ascii(sysconfig.get_path('purelib')))"
    folder = Path(ast.literal_eval(ask([str(python), "-I", "-c", place])[1]))
    (folder / "sjogren_desktop.pth").write_text(link_line(ROOT), encoding="ascii")


def link_line(root: Path) -> str:
    """Return the line of a .pth file that adds the folder, in ASCII.

    Python releases disagree about a .pth file's encoding, so a folder with
    other letters in its name is added by a statement that escapes them.
    """
    path = str(root)
    try:
        path.encode("ascii")
    except UnicodeEncodeError:
        return f"import sys; sys.path.append({path!a})\n"
    return path + "\n"


# ------------------------------------------------------------------ system libraries

OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt's libraries load from a Debian system, and the package each is in."""

WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a real window on X11 loads in addition."""


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Return those that the system's loader does not find."""
    missing = {}
    for name, package in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            missing[name] = package
    return missing


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of the Qt libraries this Linux system lacks.

    Raises
    ------
    SetupError
        If some are missing and the system is not a Debian or Ubuntu.
    """
    if not sys.platform.startswith("linux"):
        return []
    missing = missing_libraries(libraries)
    if missing and not shutil.which("apt-get"):
        raise SetupError(
            f"These system libraries are missing: {', '.join(missing)}. Install them with the "
            "package manager of this system and start again."
        )
    return sorted(set(missing.values()))


def prepare(libraries: dict[str, str]) -> Path:
    """Make sure of system packages and environment; return the environment's Python.

    All system packages are asked for at once, so that someone who has to call
    an administrator calls once.
    """
    ready = environment_is_ready(VENV, wanted_stamp(PINS, ROOT))
    packages = missing_packages(libraries)
    if not ready:
        packages += venv_packages(usable_pythons())
    if packages:
        apt_install(packages)
        still = missing_libraries(libraries) if sys.platform.startswith("linux") else {}
        if still:
            raise SetupError(
                f"The packages were installed, but {', '.join(still)} cannot be loaded. Repair "
                f"them: sudo apt-get install --reinstall {' '.join(sorted(set(still.values())))}"
            )
    if not ready:
        make_environment()
    return venv_python(VENV, os.name == "nt")


def apt_prefix() -> list[str] | None:
    """Return how to start apt-get here: as it is, by sudo without a password, or not at all."""
    if not hasattr(os, "geteuid") or not shutil.which("apt-get"):
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    if shutil.which("sudo") and ask(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n", *quiet]
    return None


def apt_lists_present(folder: Path = Path("/var/lib/apt/lists")) -> bool:
    """Tell whether apt knows any packages (fresh systems and containers often do not)."""
    return any(folder.glob("*_Packages*"))


def apt_install(packages: list[str]) -> None:
    """Install Debian packages, or stop with the exact command that would.

    Raises
    ------
    SetupError
        If neither root nor password-free sudo is to be had, or apt fails.
    """
    by_hand = "sudo apt-get update && sudo apt-get install --no-install-recommends "
    by_hand += " ".join(packages)
    prefix = apt_prefix()
    if prefix is None:
        raise SetupError(
            "System packages are missing. Install them with this command and start again:\n"
            f"  {by_hand}"
        )
    say(f"Installing system packages: {', '.join(packages)} ...")
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    update = [*prefix, "apt-get", *wait, "-qq", "update"]
    install = [*prefix, "apt-get", *wait, "-qq", "-y", "--no-install-recommends", "install"]
    if not apt_lists_present():
        ask(update)
    code, output = ask([*install, *packages])
    if code != 0:  # the lists may be older than the archive: once more with fresh ones
        ask(update)
        code, output = ask([*install, *packages])
    if code != 0:
        tail = "\n".join(output.splitlines()[-5:])
        raise SetupError(f"apt-get could not install them:\n{tail}\nThe command was:\n  {by_hand}")


# ------------------------------------------------------------------ run and test

WINDOWLESS = ("run", "demo", "self-test", "--version", "-h", "--help")
"""First arguments of the program that open no window."""


def libraries_for(arguments: list[str], env: dict[str, str]) -> dict[str, str]:
    """Return the system libraries the program will load on Linux: none without a window."""
    if arguments[0] in WINDOWLESS:
        return {}
    platform = env.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return OFFSCREEN_LIBRARIES
    if platform or env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"):
        return {**OFFSCREEN_LIBRARIES, **WINDOW_LIBRARIES}
    return {}


def program_arguments(arguments: list[str]) -> list[str]:
    """Return the program's arguments: the demonstration study if none are given."""
    return arguments or ["start-demo"]


def run_program(arguments: list[str]) -> int:
    """Set up what is missing and start the program."""
    arguments = program_arguments(arguments)
    command = [
        str(prepare(libraries_for(arguments, dict(os.environ)))),
        "-m",
        "sjogren_desktop",
        *arguments,
    ]
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, clean_environment())
    return subprocess.run(command, env=clean_environment(), check=False).returncode


@dataclass(frozen=True)
class Step:
    """One check of the test command."""

    name: str
    command: list[str]


def check_steps(python: Path, venv: Path, arguments: list[str], windows: bool) -> list[Step]:
    """Return the checks in order; ``--all`` among the arguments adds the slow tests."""
    marks = "not slow and not benchmark"
    if "--all" in arguments:
        arguments = [a for a in arguments if a != "--all"]
        marks = "not benchmark"
    start = [str(python), "-m"]
    # A file stays in one process: its tests share what one of them has set up.
    spread = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
    return [
        Step("ruff check", [*start, "ruff", "check", "."]),
        Step("ruff format", [*start, "ruff", "format", "--check", "."]),
        Step("mypy", [*start, "mypy"]),
        Step("import-linter", [str(venv_script(venv, "lint-imports", windows))]),
        Step("pytest", [*start, "pytest", "-ra", *spread, "-m", marks, *arguments]),
    ]


def run_tests(arguments: list[str]) -> int:
    """Set up what is missing, run every check and say in one line how it went."""
    started = time.monotonic()
    python = prepare(OFFSCREEN_LIBRARIES)
    env = clean_environment()
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env.setdefault("PYTHONUTF8", "1")
    steps = check_steps(python, VENV, arguments, os.name == "nt")
    failed = []
    for number, step in enumerate(steps, 1):
        say(f"\n[{number}/{len(steps)}] {step.name}")
        clock = time.monotonic()
        code = subprocess.run(step.command, cwd=str(ROOT), env=env, check=False).returncode
        outcome = "passed" if code == 0 else f"FAILED (exit {code})"
        took = duration(time.monotonic() - clock)
        say(f"[{number}/{len(steps)}] {step.name}: {outcome} in {took}")
        if code != 0:
            failed.append(step.name)
    say("\n" + closing_line(len(steps), failed, time.monotonic() - started))
    return 1 if failed else 0


def closing_line(steps: int, failed: list[str], seconds: float) -> str:
    """Return the last line of the test command."""
    if failed:
        return (
            f"FAILED: {', '.join(failed)} ({len(failed)} of {steps} checks), {duration(seconds)}."
        )
    return f"All {steps} checks passed in {duration(seconds)}."


def duration(seconds: float) -> str:
    """Return a time span for people: ``0.4 s``, ``52 s``, ``3 min 5 s``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    return f"{whole} s" if whole < 100 else f"{whole // 60} min {whole % 60} s"


def main(arguments: list[str]) -> int:
    """Obey the command line and return the exit code."""
    if not arguments or arguments[0] in ("-h", "--help"):
        say(USAGE)
        return 0 if arguments else 2
    command, rest = arguments[0], arguments[1:]
    if command not in ("run", "test"):
        say(f"There is no command {command!r}.\n\n{USAGE}")
        return 2
    try:
        return run_program(rest) if command == "run" else run_tests(rest)
    except SetupError as problem:
        sys.stdout.flush()
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot show a folder's name
    sys.exit(main(sys.argv[1:]))
