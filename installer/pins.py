"""Which packages a build carries: what ``pyproject.toml`` asks for, as pinned, for one system.

``requirements.txt`` also pins the tools of development. A build must not hold
them, so the packages are followed from the declared ones: the wheels of those
are fetched, what they ask for is read from them, and so on until nothing is new.
"""

from __future__ import annotations

import email
import re
import subprocess
import tomllib
import zipfile
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


class BuildError(Exception):
    """A sentence on why the build stopped, and what to do."""


@dataclass(frozen=True)
class Target:
    """A system that a package is built for.

    Parameters
    ----------
    system : {"linux", "windows", "macos"}
    machine : {"x86_64", "arm64"}
    python : str
        Version of the Python inside, such as "3.12".
    platforms : tuple of str
        Wheel platforms to ask pip for; empty for the system the build runs on.
    """

    system: str
    machine: str
    python: str
    platforms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pin:
    """One entry of a file of pins, as it stands there."""

    name: str
    version: str
    marker: Marker | None
    hashes: tuple[str, ...]
    entry: str


_HASH = "--hash=sha256:"

_SYSTEMS = {
    "linux": ("linux", "Linux", "posix"),
    "windows": ("win32", "Windows", "nt"),
    "macos": ("darwin", "Darwin", "posix"),
}


def marker_environment(target: Target) -> dict[str, str]:
    """Return the values of requirement markers on the target."""
    platform, name, os_name = _SYSTEMS[target.system]
    machine = "AMD64" if target.system == "windows" else target.machine
    return {
        **{k: str(v) for k, v in default_environment().items()},
        "sys_platform": platform,
        "platform_system": name,
        "os_name": os_name,
        "platform_machine": machine,
        "python_version": target.python,
        "python_full_version": f"{target.python}.1",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def read_pins(path: Path) -> list[Pin]:
    """Return the entries of a file of pins."""
    pins = []
    for entry in re.split(r"(?<!\\)\n", path.read_text(encoding="utf-8")):
        if not entry.strip():
            continue
        requirement = Requirement(entry.replace("\\\n", " ").split("--hash=")[0])
        (specifier,) = requirement.specifier
        hashes = tuple(re.findall(rf"{_HASH}([0-9a-f]{{64}})", entry))
        name = canonicalize_name(requirement.name)
        pins.append(Pin(name, specifier.version, requirement.marker, hashes, entry))
    return pins


def declared(project: Path, *, without: Collection[str] = ()) -> list[Requirement]:
    """Return what the program asks for, without the tools of development and those named."""
    asked = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    found = [Requirement(text) for text in asked]
    return [r for r in found if canonicalize_name(r.name) not in without]


def follow(
    roots: Iterable[Requirement],
    pins: Iterable[Pin],
    environment: dict[str, str],
    ask: Callable[[list[Pin]], Iterable[list[Requirement]]],
) -> list[Pin]:
    """Return the pins of the roots and of all that they need, by name.

    Parameters
    ----------
    roots : iterable of Requirement
    pins : iterable of Pin
    environment : dict
        Values of the markers on the target.
    ask : callable
        Given pins, returns for each what it requires; called once for each pin.

    Raises
    ------
    BuildError
        If something needed is not pinned.
    """
    by_name = {p.name: p for p in pins if p.marker is None or p.marker.evaluate(environment)}
    found: dict[str, Pin] = {}
    extras: dict[str, set[str]] = {}
    requires: dict[str, list[Requirement]] = {}
    open_requirements = list(roots)
    while open_requirements:
        names = set()
        for requirement in open_requirements:
            name = canonicalize_name(requirement.name)
            if name not in by_name:
                raise BuildError(f"{requirement} is needed but not pinned: pin it anew.")
            found[name] = by_name[name]
            known = extras.setdefault(name, {""})
            if name not in requires or not requirement.extras <= known:
                names.add(name)
            known |= requirement.extras
        new = [found[name] for name in sorted(names - requires.keys())]
        requires |= {p.name: wanted for p, wanted in zip(new, ask(new), strict=True)}
        open_requirements = [
            r
            for name in sorted(names)
            for r in requires[name]
            if _holds(r, environment, extras[name])
        ]
    return [found[name] for name in sorted(found)]


def _holds(requirement: Requirement, environment: dict[str, str], extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": e}) for e in extras)


def wheel_of(pin: Pin, folder: Path) -> Path:
    """Return the wheel of a pin in a folder of wheels."""
    for path in sorted(folder.glob("*.whl")):
        name, version = path.name.split("-")[:2]
        if canonicalize_name(name) == pin.name and version == pin.version:
            return path
    raise BuildError(f"There is no wheel of {pin.name} {pin.version} in {folder}.")


def requirements_of(wheel: Path) -> list[Requirement]:
    """Return what a wheel says it needs."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", n))
        metadata = email.message_from_bytes(archive.read(name))
    return [Requirement(text) for text in metadata.get_all("Requires-Dist") or []]


def write_entries(pins: Iterable[Pin], path: Path) -> Path:
    """Write pins as a file for pip and return its path."""
    path.write_text("".join(f"{p.entry}\n" for p in pins), encoding="utf-8", newline="\n")
    return path


def fetch(pins: list[Pin], folder: Path, *, pip: list[str], target: Target) -> None:
    """Fetch the wheels of pins for the target, each checked against its hash."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "wanted.txt"
    lines = [" ".join((f"{p.name}=={p.version}", *(_HASH + h for h in p.hashes))) for p in pins]
    # Without markers, which pip compares with the system that it runs on, not with the target.
    listed.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    command = [*pip, "download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]
    for platform in target.platforms:
        command += ["--platform", platform]
    if target.platforms:
        command += ["--python-version", target.python, "--implementation", "cp"]
    ran = subprocess.run([*command, "-d", str(folder), "-r", str(listed)], check=False)
    listed.unlink()
    if ran.returncode != 0:
        raise BuildError("The pinned wheels could not be fetched; pip says above why.")


def gather(
    roots: Iterable[Requirement], pins: list[Pin], folder: Path, *, pip: list[str], target: Target
) -> list[Pin]:
    """Fetch the wheels of the roots and of all that they need; return their pins."""

    def ask(new: list[Pin]) -> list[list[Requirement]]:
        if new:
            fetch(new, folder, pip=pip, target=target)
        return [requirements_of(wheel_of(pin, folder)) for pin in new]

    return follow(roots, pins, marker_environment(target), ask)
