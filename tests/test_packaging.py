"""What is pinned, declared and promised in the README agrees with itself."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import sjogren_desktop

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEST_COMMAND = "python3 installer/bootstrap.py test"


def pins() -> list[tuple[Requirement, list[str]]]:
    """Return the pinned requirements with their hashes."""
    text = (ROOT / "installer" / "requirements.txt").read_text(encoding="utf-8")
    entries = text.replace("\\\n", " ").splitlines()
    return [
        (
            Requirement(entry.split("--hash=")[0]),
            re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry),
        )
        for entry in entries
        if entry.strip()
    ]


def version_of(requirement: Requirement) -> Version:
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return Version(specifier.version)


def declared() -> list[Requirement]:
    """Return what the project asks for, development tools included."""
    extras = PROJECT["optional-dependencies"]["dev"]
    return [Requirement(text) for text in [*PROJECT["dependencies"], *extras]]


def imported() -> set[str]:
    """Return what the modules of the package import, by top-level name."""
    found: set[str] = set()
    for path in (ROOT / "sjogren_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"sjogren_desktop"}


def environments() -> list[dict[str, str]]:
    """Return the systems and Python versions the pins are made for."""
    systems = [("win32", "Windows"), ("darwin", "Darwin"), ("linux", "Linux")]
    return [
        {
            "python_version": minor,
            "python_full_version": f"{minor}.1",
            "sys_platform": system,
            "platform_system": name,
            "os_name": "nt" if system == "win32" else "posix",
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
        }
        for minor in ("3.11", "3.12", "3.13")
        for system, name in systems
    ]


# ------------------------------------------------------------------ pins


def test_that_every_library_that_is_imported_is_declared() -> None:
    brought = {"shiboken6": "PySide6-Essentials"}  # the one needs the other of the same version
    named = importlib.metadata.packages_distributions()
    texts = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["cluster"]]
    stated = {canonicalize_name(Requirement(text).name) for text in texts}

    missing = {
        module
        for module in imported()
        if not stated & {canonicalize_name(n) for n in [*named[module], brought.get(module, "")]}
    }

    assert not missing


def test_that_every_package_is_pinned_exactly_and_by_hash():
    entries = pins()

    assert len(entries) > 40
    for requirement, hashes in entries:
        assert version_of(requirement)
        assert hashes, requirement.name
        assert requirement.url is None


def test_that_the_pins_name_no_place_to_download_from():
    text = (ROOT / "installer" / "requirements.txt").read_text(encoding="utf-8")

    assert not re.search(r"://|^\s*-(?!-hash)|\bfile:", text, re.MULTILINE)


@pytest.mark.parametrize("requirement", declared(), ids=lambda r: r.name)
def test_that_every_declared_package_is_pinned_once_on_every_system(requirement):
    for environment in environments():
        versions = [
            version_of(pin)
            for pin, _ in pins()
            if pin.name.lower() == requirement.name.lower()
            and (pin.marker is None or Marker(str(pin.marker)).evaluate(environment))
        ]

        assert len(versions) == 1, environment
        assert versions[0] in requirement.specifier


def test_that_qt_stays_below_the_release_that_loses_references():
    (qt,) = [r for r in declared() if r.name == "PySide6-Essentials"]

    assert Version("6.11.3") in qt.specifier
    assert Version("6.12.0") not in qt.specifier


def test_that_this_environment_holds_what_is_pinned():
    if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
        pytest.skip("not the environment made by installer/bootstrap.py")

    for requirement, _ in pins():
        if requirement.marker is None or requirement.marker.evaluate():
            installed = importlib.metadata.version(requirement.name)
            assert Version(installed) == version_of(requirement), requirement.name


# ------------------------------------------------------------------ promises


def test_that_the_oldest_python_is_the_same_everywhere():
    (lowest,) = re.findall(
        r"^MINIMUM = \((\d+), (\d+)\)$",
        (ROOT / "installer" / "bootstrap.py").read_text(encoding="utf-8"),
        re.MULTILINE,
    )

    assert PROJECT["requires-python"] == ">={}.{}".format(*lowest)


def test_that_continuous_integration_runs_the_command_of_the_readme():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [line for line in lines if "bootstrap" in line] == [TEST_COMMAND]
    assert f"\n{TEST_COMMAND}\n" in readme
    assert "\npython3 installer/bootstrap.py run\n" in readme


def test_that_the_readme_says_what_a_reader_must_know():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())

    for statement in ("synthetic", "no network connection", "Apache-2.0", "not a medical device"):
        assert statement in readme


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_that_files_and_links_named_in_the_documents_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    paths = re.findall(r"`((?:sjogren_desktop|resources|tests|installer)/[\w./-]*)`", text)

    absent = [path for path in links + paths if not (ROOT / path).exists()]

    assert absent == []


def test_that_the_changelog_has_dated_versions_newest_first():
    text = (ROOT / "resources" / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - (\S+))?$", text, re.MULTILINE)

    assert headings[0] == ("Unreleased", "")
    released = [(Version(number), date.fromisoformat(day)) for number, day in headings[1:]]
    assert released == sorted(released, reverse=True)
    assert all(number <= Version(sjogren_desktop.__version__) for number, _ in released)


def test_that_the_start_command_of_the_package_exists():
    module, function = PROJECT["gui-scripts"]["sjogren-desktop"].split(":")

    assert callable(getattr(importlib.import_module(module), function))
