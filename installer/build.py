"""Make the package that is installed on users' computers, and try it.

Usage::

    python3 installer/build.py --target linux|windows|macos [--output DIR] [--work DIR]

The targets ``linux`` and ``macos`` are frozen with PyInstaller, each on its own
system. The target ``windows`` is put together from a Windows Python and Windows
wheels (see ``windows.py``), on Windows and, alike, on Linux, where it cannot be
started; it needs NSIS and mingw-w64.

In order: a clean environment from the pins, the program in its folder, its self-test,
the package, a silent installation in an empty place, the self-test of what was
installed, its removal, and a look that nothing is left; then checksums. The
build says what it skipped. Exit code 0 says that all of this passed.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import bootstrap

if TYPE_CHECKING:
    from notices import Part

ROOT = Path(__file__).resolve().parents[1]
INSTALLER = ROOT / "installer"
BUILD_PINS = INSTALLER / "build-requirements.txt"
NATIVE = {"linux": "linux", "win32": "windows", "darwin": "macos"}


@dataclass(frozen=True)
class Plan:
    """What is built, from what, and where."""

    target: str
    machine: str
    version: str
    epoch: int
    work: Path
    output: Path

    @property
    def wheels(self) -> Path:
        """Folder of the wheels that go into the package."""
        return self.work / "wheels"

    @property
    def extra(self) -> Path:
        """Folder of the files made for the package: notices and lists."""
        return self.work / "extra"

    @property
    def environment(self) -> dict[str, str]:
        """Return what every tool of the build sees, so that equal input gives equal output."""
        return {
            **bootstrap.clean_environment(),
            "SOURCE_DATE_EPOCH": str(self.epoch),
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "SJOGREN_VERSION": self.version,
            "SJOGREN_EXTRA": str(self.extra),
        }


def say(text: str) -> None:
    """Print one line of the build's account."""
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)


def version_of_package() -> str:
    """Return the version that the package states, without importing it."""
    tree = ast.parse((ROOT / "sjogren_desktop" / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__":
            return str(ast.literal_eval(node.value))
    raise SystemExit("sjogren_desktop/__init__.py states no version.")


def commit_time() -> int:
    """Return the time of the commit that is built, or a fixed one outside a repository."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    code, told = bootstrap.ask(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"])
    return int(told) if code == 0 else 1_700_000_000


def run(command: Sequence[str | Path], plan: Plan, **environment: str) -> None:
    """Run a tool of the build; it must succeed."""
    words = [str(word) for word in command]
    env = {**plan.environment, **environment}
    if subprocess.run(words, env=env, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise SystemExit(f"The build stopped: {' '.join(words[:4])} ... failed; see above.")


# ------------------------------------------------------------------ environments


def enter_tools(work: Path) -> None:
    """Start this script again in an environment that holds the pinned tools of the build."""
    venv = work / "tools"
    python = bootstrap.venv_python(venv, os.name == "nt")
    if Path(sys.prefix).resolve() == venv.resolve():
        return
    stamp = venv / "pins.sha256"
    wanted = hashlib.sha256(BUILD_PINS.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        say("Tools of the build")
        pythons = [p for p in bootstrap.usable_pythons() if not p.lacks]
        if not pythons:
            raise SystemExit(bootstrap.no_python_sentence(bootstrap.usable_pythons()))
        make_venv(venv, Path(pythons[0].path), BUILD_PINS)
        stamp.write_text(wanted)
    command = [str(python), str(Path(__file__).resolve()), *sys.argv[1:]]
    sys.exit(subprocess.run(command, env=bootstrap.clean_environment(), check=False).returncode)


def make_venv(venv: Path, python: Path, pins: Path, *options: str) -> None:
    """Make an environment from nothing and install pins in it, each checked by its hash."""
    code, output = bootstrap.ask([str(python), "-m", "venv", "--clear", str(venv)])
    if code != 0:
        raise SystemExit(f"No environment could be made in {venv}: {output}")
    own = bootstrap.venv_python(venv, os.name == "nt")
    command = [str(own), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    command += [
        "--only-binary=:all:",
        "--no-compile",
        "--no-warn-script-location",
        *options,
        "-r",
        str(pins),
    ]
    if subprocess.run(command, env=bootstrap.clean_environment(), check=False).returncode != 0:
        raise SystemExit("The pinned packages could not be installed; pip says above why.")


# ------------------------------------------------------------------ steps of every target


def gather_parts(plan: Plan) -> list[Part]:
    """Fetch the wheels that go in, and write notices and lists of them."""
    import notices
    import pins
    import sizes

    minor = "{}.{}".format(*sys.version_info[:2])
    target = pins.Target(plan.target, plan.machine, minor, wheel_platforms(plan))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    shutil.rmtree(plan.wheels, ignore_errors=True)
    wanted = pins.gather(
        pins.declared(ROOT / "pyproject.toml", without=sizes.NOT_SHIPPED),
        pins.read_pins(INSTALLER / "requirements.txt"),
        plan.wheels,
        pip=pip,
        target=target,
    )
    pins.write_entries(wanted, plan.work / "runtime.txt")
    wheels = [(p, pins.wheel_of(p, plan.wheels)) for p in wanted]
    digest = {p: hashlib.sha256(w.read_bytes()).hexdigest() for p, w in wheels}
    parts = [notices.part_of(wheel, digest[pin]) for pin, wheel in wheels]
    shutil.rmtree(plan.extra, ignore_errors=True)
    plan.extra.mkdir(parents=True)
    listed = [
        {
            "name": p.name,
            "version": p.version,
            "modules": [m for m in p.modules if m not in sizes.NOT_LOADED],
        }
        for p in parts
    ]
    (plan.extra / "parts.json").write_text(json.dumps(listed, indent=1), encoding="utf-8")
    (plan.extra / "parts.txt").write_text(
        "".join(f"{p.name} {' '.join(p.modules)}\n" for p in parts), encoding="utf-8"
    )
    tell(plan, parts)
    return parts


def wheel_platforms(plan: Plan) -> tuple[str, ...]:
    """Return the systems to fetch wheels for; none says the one that builds."""
    if plan.target == "macos":
        import plist

        # A newer macOS would take the wheels that run only on it and what comes after.
        oldest = plist.OLDEST_MACOS.replace(".", "_")
        return (f"macosx_{oldest}_{plan.machine}",)
    return ("win_amd64",) if plan.target == "windows" else ()


def tell(plan: Plan, parts: list[Part]) -> None:
    """Write notices and bill of materials of what is inside."""
    import notices

    (plan.extra / "THIRD-PARTY.txt").write_text(
        notices.notices(parts), encoding="utf-8", newline="\n"
    )
    bill = notices.bill_of_materials(plan.version, parts, epoch=plan.epoch)
    (plan.output / f"{package_stem(plan)}.cdx.json").write_text(
        bill, encoding="utf-8", newline="\n"
    )
    say(f"{len(parts)} parts in notices and bill of materials")


def python_inside(plan: Plan) -> Part:
    """Return the Python that is packed, for notices and the bill of materials."""
    import notices

    if plan.target == "windows":
        import windows

        return windows.python_part(plan.work)
    places = [Path(sys.base_prefix), Path(os.__file__).parent]
    texts = [f for p in places for f in (p / "LICENSE.txt", p / "LICENSE") if f.is_file()]
    text = texts[0].read_text(encoding="utf-8") if texts else ""
    return notices.python_part(platform.python_version(), text)


def package_stem(plan: Plan) -> str:
    """Return the first part of the names of all files of a package."""
    return f"sjogren-desktop-{plan.version}-{plan.target}-{plan.machine}"


def freeze(plan: Plan) -> Path:
    """Freeze the program with PyInstaller in a clean environment; return its folder."""
    import pins
    from packaging.requirements import Requirement

    venv = plan.work / "runtime"
    say("Clean environment of the program")
    make_venv(
        venv,
        Path(bootstrap.probe(sys.executable).path),  # type: ignore[union-attr]
        plan.work / "runtime.txt",
        "--no-index",
        "-f",
        str(plan.wheels),
    )
    target = pins.Target(plan.target, plan.machine, "{}.{}".format(*sys.version_info[:2]))
    tools = pins.gather(
        [Requirement("pyinstaller")],
        pins.read_pins(BUILD_PINS),
        plan.work / "tool-wheels",
        pip=[sys.executable, "-m", "pip", "--disable-pip-version-check"],
        target=target,
    )
    listed = pins.write_entries(tools, plan.work / "pyinstaller.txt")
    python = bootstrap.venv_python(venv, os.name == "nt")
    find = ["--no-index", "-f", str(plan.work / "tool-wheels")]
    run([python, "-m", "pip", "install", "-q", "--no-deps", *find, "-r", str(listed)], plan)
    say("PyInstaller")
    run(
        [
            *(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", plan.work / "frozen", "--workpath", plan.work / "pyinstaller"),
            INSTALLER / "sjogren.spec",
        ],
        plan,
        # The program is found wherever the build was started from.
        PYTHONPATH=os.pathsep.join((str(INSTALLER), str(ROOT))),
        **own_settings(plan),
    )
    return plan.work / "frozen" / "sjogren-desktop"


def own_settings(plan: Plan) -> dict[str, str]:
    """Return what the spec file is told for one system only."""
    if plan.target == "macos":
        identity = os.environ.get("SJOGREN_SIGN_IDENTITY", "")
        return {"SJOGREN_ARCH": plan.machine, "SJOGREN_SIGN_IDENTITY": identity}
    return {}


def self_test(program: Sequence[str | Path], plan: Plan, name: str) -> None:
    """Run the program's self-test and keep its report; it must pass."""
    report = plan.output / f"{package_stem(plan)}-self-test-{name}.txt"
    report.unlink(missing_ok=True)
    started = time.monotonic()
    words = [*(str(word) for word in program), "self-test", "--out", str(report)]
    ran = subprocess.run(
        words,
        env=plan.environment,
        cwd=plan.work,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    last = report.read_text(encoding="utf-8").splitlines()[-1] if report.is_file() else "no report"
    say(f"Self-test ({name}): {last} {time.monotonic() - started:.1f} s")
    if ran.returncode != 0:
        raise SystemExit(f"The self-test failed (exit {ran.returncode}): {report}")


def try_reports(program: Sequence[str | Path], plan: Plan) -> None:
    """Let the program analyse the demonstration study and write every kind of report."""
    kinds = ("docx", "html", "pdf", "rtf")
    with tempfile.TemporaryDirectory(prefix="sjogren-reports-") as place:
        data, results = Path(place) / "dáta", Path(place) / "results"
        run([*program, "demo", data], plan)
        run([*program, "run", data, "--only", "ancova_visit", "-f", *kinds, "--out", results], plan)
        wanted = ["results.xlsx", *(f"results.{kind}" for kind in kinds)]
        missing = [name for name in wanted if not (results / name).is_file()]
    if missing:
        raise SystemExit(f"The program did not write {', '.join(missing)}.")
    say(f"Reports written: {', '.join(wanted)}")


def write_checksums(output: Path) -> None:
    """Write SHA-256 sums of all files of the output, for ``sha256sum -c``."""
    files = sorted(p for p in output.iterdir() if p.is_file() and p.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in files]
    (output / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def build(plan: Plan) -> None:
    """Take all steps for the plan's target."""
    import inside
    import notices
    import sizes

    parts = gather_parts(plan)
    system = importlib.import_module(plan.target)  # linux.py, windows.py or macos.py
    native = plan.target == NATIVE[sys.platform]
    folder: Path = system.assemble(plan) if plan.target == "windows" else freeze(plan)
    found = [python_inside(plan), *notices.resource_parts(ROOT / "resources")]
    if plan.target == "linux":
        system.trim(folder)
        found += system.system_parts(folder)
    # Only now is known what was taken along from this system and what is inside the binaries.
    tell(plan, [*parts, *found, *inside.parts_inside(folder, sorted(plan.wheels.glob("*.whl")))])
    for told in folder.parent.rglob("THIRD-PARTY.txt"):
        shutil.copyfile(plan.extra / told.name, told.resolve())
    size = sizes.report(folder)
    (plan.output / f"{package_stem(plan)}-sizes.txt").write_text(size, encoding="utf-8")
    say(f"Size: {size.splitlines()[0].strip()}")
    if native:
        self_test([system.program_in(folder)], plan, "built")
        try_reports([system.program_in(folder)], plan)
    else:
        say("Self-test skipped: this system cannot start the program. Use a clean target system.")
    package: Path = system.package(plan, folder)
    say(f"{package.name}: {package.stat().st_size / 1e6:.1f} MB")
    if native:
        system.try_installation(plan, package)
    write_checksums(plan.output)
    say(f"Done: {plan.output}")


def main(arguments: list[str] | None = None) -> int:
    """Obey the command line."""
    parser = argparse.ArgumentParser(description="Build the package for one system.")
    parser.add_argument("--target", required=True, choices=("linux", "windows", "macos"))
    parser.add_argument("--work", type=Path, help="folder for what is made on the way")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="folder of the package")
    options = parser.parse_args(arguments)
    native = NATIVE.get(sys.platform)
    if options.target != native and (native, options.target) != ("linux", "windows"):
        raise SystemExit(f"The package for {options.target} cannot be made on this system.")
    work = (options.work or ROOT / "build" / options.target).resolve()
    work.mkdir(parents=True, exist_ok=True)
    enter_tools(work)
    output = options.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    arm = platform.machine().lower() in ("arm64", "aarch64")
    build(
        Plan(
            target=options.target,
            machine="arm64" if arm else "x86_64",
            version=version_of_package(),
            epoch=commit_time(),
            work=work,
            output=output,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
