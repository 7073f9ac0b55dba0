"""The shape of the program: who may import whom, what stays light, what may be written where.

The rules stand in ``pyproject.toml`` (import-linter) and in CONTRIBUTING.md.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "sjogren_desktop"


def in_a_fresh_interpreter(program: str) -> str:
    """Run the program in a new Python and return what it prints."""
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def loaded_among(names: list[str]) -> str:
    """Return a statement that prints which of these packages are imported."""
    return f"import sys; print('loaded:', [n for n in {names!r} if n in sys.modules])"


# ------------------------------------------------------------------ imports


def test_that_the_import_contracts_are_kept():
    program = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"

    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False
    )

    report = ran.stdout.decode("utf-8", "replace")
    assert ran.returncode == 0, report
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", report)


def test_that_nothing_but_the_window_loads_qt():
    program = """
import importlib, pkgutil, sjogren_desktop
count = 0
for module in pkgutil.walk_packages(sjogren_desktop.__path__, "sjogren_desktop."):
    if not module.name.startswith("sjogren_desktop.gui"):
        importlib.import_module(module.name)
        count += 1
print("modules:", count)
"""

    printed = in_a_fresh_interpreter(program + loaded_among(["PySide6", "shiboken6", "pyqtgraph"]))

    assert int(re.search(r"modules: (\d+)", printed).group(1)) > 30
    assert printed.endswith("loaded: []\n")


HEAVY = [
    *("PySide6", "pyqtgraph", "numpy", "pandas", "scipy", "statsmodels"),
    *("formulaic", "matplotlib", "openpyxl", "pyreadstat"),
]


def test_that_importing_the_package_loads_nothing_heavy():
    printed = in_a_fresh_interpreter("import sjogren_desktop;" + loaded_among(HEAVY))

    assert printed == "loaded: []\n"


def test_that_asking_for_the_version_loads_nothing_heavy():
    program = """
import runpy, sys
sys.argv = ["sjogren_desktop", "--version"]
try:
    runpy.run_module("sjogren_desktop", run_name="__main__", alter_sys=True)
except SystemExit as end:
    print("exit:", end.code)
"""

    printed = in_a_fresh_interpreter(program + loaded_among(HEAVY))

    assert printed.splitlines()[-2:] == ["exit: 0", "loaded: []"]


# ------------------------------------------------------------------ words and sizes

CLINICAL = re.compile(
    r"\b(essdai|esspri|sj[öo]gren\w*|neptunus|ianalumab|placebo|patients?|diseases?|drugs?|"
    r"therap\w+|symptom\w*|rheumat\w*|clinical\w*|biopsy|adverse|medicines?|doses?|salivary|"
    r"lymphoma|facit\w*|cress|star)\b",
    re.IGNORECASE,
)


REFERENCES = re.compile(r'References\n\s*-+\n.*?(?=\n\s*\n|""")', re.DOTALL)


def clinical_words(text: str) -> list[str]:
    """Return the clinical words of a text, cited titles and the program's name apart."""
    return CLINICAL.findall(
        re.sub(r"sjogren_desktop|Sjögren Desktop", "", REFERENCES.sub("", text))
    )


def test_that_a_clinical_word_is_recognised():
    text = "from sjogren_desktop.results import X  # the ESSDAI of a patient; Sjögren's"

    assert clinical_words(text) == ["ESSDAI", "patient", "Sjögren"]


def test_that_the_title_of_a_cited_paper_is_no_clinical_word():
    text = '"""Rates.\n\nReferences\n----------\nA. A drug trial. 2011.\n"""\ndrug = 1\n'

    assert clinical_words(text) == ["drug"]


def test_that_statistics_know_no_clinical_word():
    found = {
        str(path.relative_to(ROOT)): words
        for path in (PACKAGE / "stats").rglob("*.py")
        if (words := clinical_words(path.read_text(encoding="utf-8")))
    }

    assert found == {}


MOVING = re.compile(r"Q\w*Animation|QTimeLine|QMovie|QSplashScreen|setRange\(0, 0\)")
"""What moves by itself; a progress bar of no range runs to and fro."""


def test_that_nothing_in_the_window_moves_by_itself():
    """Who asked the system for less motion (WCAG 2.2, 2.3.3) has none here to be spared."""
    assert MOVING.search("QPropertyAnimation(self, b'pos')")
    modules = sorted((PACKAGE / "gui").glob("*.py"))
    assert len(modules) > 90

    moving = [m.name for m in modules if MOVING.search(m.read_text(encoding="utf-8"))]

    assert moving == []


def test_that_a_long_module_gives_its_reason():
    """Over 500 lines a module says near its top why, as ``# reason: ...``."""
    silent = []
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "installer").glob("*.py")]:
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > 500 and not any(line.startswith("# reason: ") for line in lines[:40]):
            silent.append(f"{path.relative_to(ROOT)}: {len(lines)} lines")

    assert silent == []


def test_that_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base"}

    assert [p for p in PACKAGE.rglob("*.py") if p.stem in drawers] == []


# ------------------------------------------------------------------ committed text


def committed_text() -> dict[str, str]:
    """Return the committed text files by path."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    texts = {}
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in content[:8000]:
            texts[name] = content.decode("utf-8", "replace")
    return texts


# Written in pieces, or this file would be found too.
REGISTRY = re.compile(
    "|".join(
        [
            "pypi" + r"\.org",
            "python" + r"hosted\.org",
            "npmjs" + r"\.(org|com)",
            r"(deb|security|snapshot)\." + "debian" + r"\.org",
            "archive" + r"\.ubuntu\.com",
            "ana" + r"conda\.(org|com)",
            "crates" + r"\.io",
            r"--(extra-)?index" + "-url",
            r"--find" + "-links",
        ]
    )
)
MACHINE_PATH = re.compile(
    "|".join(["/" + r"root/", "/" + r"home/\w", "/" + r"Users/\w", r"[A-Z]:\\+" + r"Users\\+\w"])
)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (REGISTRY, "https://pypi" + ".org/simple"),
        (REGISTRY, "--find" + "-links x"),
        (MACHINE_PATH, "open('/ho" + "me/ann/data.csv')"),
        (MACHINE_PATH, "C:\\Us" + "ers\\ann"),
    ],
)
def test_that_hosts_and_machine_paths_are_recognised(pattern, line):
    assert pattern.search(line)


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH], ids=["registry host", "machine path"])
def test_that_no_committed_text_names(pattern):
    found = {
        name: match.group()
        for name, text in committed_text().items()
        if (match := pattern.search(text))
    }

    assert found == {}
