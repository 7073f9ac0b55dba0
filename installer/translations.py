"""Collect the texts of the window for the translators and compile what they wrote.

``resources/translations/*.ts`` hold for each language every text given to
``tr`` or ``marked`` in the package's ``gui``, what work anywhere says it does
(``Doing``, or a text given to a progress callable), and the fixed texts of
analyses that forms show. Translations already there are kept; texts that are gone are
dropped. The files are those of Qt Linguist (``pyside6-linguist``). Run after a
text of the window was changed::

    .venv/bin/python installer/translations.py
"""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
PACKAGE = "sjogren_desktop"
_CALLS = ("tr", "marked")
_PROGRESS = ("progress", "report", "tell", "within")
"""What progress callables are called in the package; they take no keywords."""


_PERCENT = r"(?<=[\d}])[ \u00a0]?%(?![A-Za-z])"
_SET = {
    "de": ((_PERCENT, "\u00a0%"),),
    "fr": (
        (r"(?<=\w)'(?=[\w{«&])", "\u2019"),
        (r"[ \u00a0](?=[:;?!»])", "\u202f"),
        (r"«[ \u00a0]", "«\u202f"),
        (_PERCENT, "\u202f%"),
    ),
}
"""What each language writes between words and signs, so that no line begins with a sign."""


@dataclass(frozen=True)
class Translation:
    """What a language says for a text; ``reviewed`` by somebody who speaks it."""

    text: str
    reviewed: bool


def texts() -> dict[str, str]:
    """Return every text to be translated, in order, with the module it comes from."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / PACKAGE / "gui").glob("*.py")):
        for text in _given_to_calls(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(text, f"gui/{path.name}")
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        for text in told(ast.parse(code)) if "rogress" in code or "Doing" in code else ():
            found.setdefault(text.strip(), path.relative_to(ROOT / PACKAGE).as_posix())
    for text, where in _of_analyses():
        found.setdefault(text.strip(), where)
    return {text: where for text, where in found.items() if any(c.isalpha() for c in text)}


def read(path: Path) -> dict[str, Translation]:
    """Return the translations of a .ts file, by text; those still to be written are left out."""
    if not path.is_file():
        return {}
    found = {}
    for message in messages(path):
        said = message.find("translation")
        if said is not None and said.text:
            reviewed = said.get("type") is None
            found[message.findtext("source", "")] = Translation(said.text, reviewed)
    return found


def messages(path: Path) -> list[ET.Element]:
    """Return the messages of a .ts file."""
    return list(ET.parse(path).getroot().iter("message"))


def typeset(code: str, text: str) -> str:
    """Return a translation with the spaces and apostrophes of its language."""
    for wrong, right in _SET.get(code, ()):
        text = re.sub(wrong, right, text)
    return text


def write(path: Path, wanted: dict[str, str], known: dict[str, Translation]) -> None:
    """Write a .ts file with all texts, as Qt Linguist does."""
    context = importlib.import_module(f"{PACKAGE}.gui.language").CONTEXT
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{path.stem}" sourcelanguage="en">',
        "<context>",
        f"    <name>{context}</name>",
    ]
    for text, where in wanted.items():
        said = known.get(text, Translation("", False))
        state = "" if said.reviewed else ' type="unfinished"'
        lines += [
            "    <message>",
            f'        <location filename="../../{PACKAGE}/{where}"/>',
            f"        <source>{_escaped(text)}</source>",
            f"        <translation{state}>{_escaped(typeset(path.stem, said.text))}</translation>",
            "    </message>",
        ]
    lines += ["</context>", "</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def main() -> int:
    """Bring all languages up to date; tell how much of each is there."""
    wanted = texts()
    release = Path(sys.executable).with_name("pyside6-lrelease")
    for path in sorted(FOLDER.glob("*.ts")):
        known = read(path)
        write(path, wanted, known)
        subprocess.run([release, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
        there = [known[text] for text in wanted if text in known]
        reviewed = sum(t.reviewed for t in there)
        print(f"{path.name}: {len(there)} of {len(wanted)} texts, {reviewed} reviewed")
    return 0


def told(tree: ast.Module) -> Iterator[str]:
    """Yield the fixed texts of what work says it does.

    Raises
    ------
    ValueError
        If such a text is put together in another way than by ``Doing``.
    """
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "Doing" and node.args and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)
        if name in _PROGRESS and len(node.args) in (2, 4) and not node.keywords:
            text = node.args[-1]
            if isinstance(text, ast.JoinedStr | ast.BinOp):
                raise ValueError(f"{ast.unparse(node)}: use Doing")
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def _given_to_calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            given = node.args[0]
            if node.func.id in _CALLS and isinstance(given, ast.Constant):
                yield str(given.value).strip()


def _of_analyses() -> Iterator[tuple[str, str]]:
    """Titles, questions and options of the catalogue, and other fixed texts that are shown."""
    from sjogren_desktop.analyses import (
        event_finders,
        event_lists,
        events_between,
        patient_scores,
        score_findings,
    )
    from sjogren_desktop.analyses.catalogue import ANALYSES
    from sjogren_desktop.export import house, report
    from sjogren_desktop.results import BLINDING
    from sjogren_desktop.scoring import essdai, esspri
    from sjogren_desktop.study import checks, mapping, patients, readers, unblinding
    from sjogren_desktop.study.store.recover import WORDS

    for analysis in ANALYSES:
        where = _module(analysis.run.__module__)
        yield from ((text, where) for text in (analysis.title, analysis.question))
        for option in analysis.options:
            heads = getattr(option, "columns", ())
            yield from ((text, where) for text in (option.label, option.help, *heads))
    for where, words in (
        ("results.py", (*BLINDING, *BLINDING.values())),
        ("export/house.py", house.shipped().values()),
        ("export/report.py", report.FORMATS.values()),
        ("scoring/essdai.py", (*essdai.LEVEL_NAMES, *essdai.ACTIVITY_LEVELS)),
        ("scoring/esspri.py", esspri.ITEMS),
        ("analyses/patient_scores.py", (*patient_scores.LISTED, *patient_scores.HELP.values())),
        ("analyses/patient_scores.py", patient_scores.FLAGS),
        ("analyses/patient_scores.py", map(str.capitalize, patient_scores.FLAGS)),
        ("study/patients.py", [name for name, _ in (*patients.FACTS, *patients.ARM_FACTS)]),
        ("study/mapping.py", (*mapping.ROLES.values(), *mapping.LAYOUTS.values())),
        ("study/unblinding.py", unblinding.WHAT.values()),
        ("study/checks.py", [check.title for check in checks.CHECKS]),
        ("study/readers.py", [reader.name for reader in readers.READERS]),
        ("study/store/recover.py", WORDS.values()),
        ("analyses/score_findings.py", [check.title for check in score_findings.CHECKS]),
        ("analyses/events_between.py", events_between.SHORT.values()),
        ("analyses/event_finders.py", [kind.title for kind in event_finders.KINDS]),
        ("analyses/event_lists.py", event_lists.KINDS.values()),
    ):
        yield from ((text, where) for text in words)
    for path in sorted((ROOT / PACKAGE / "analyses").glob("*.py")):
        yield from ((text, f"analyses/{path.name}") for text in _items(path))


def _module(name: str) -> str:
    return name.removeprefix(f"{PACKAGE}.").replace(".", "/") + ".py"


def _items(path: Path) -> Iterator[str]:
    """Labels of what can be chosen: given to ``Item``, or values of the dict it is made from."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        calls = [c for c in ast.walk(function) if isinstance(c, ast.Call)]
        made = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "Item"]
        labels = [c.args[1] for c in made if len(c.args) > 1]
        yield from (str(a.value) for a in labels if isinstance(a, ast.Constant))
        if any(not isinstance(label, ast.Constant) for label in labels):
            names = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
            module = importlib.import_module(f"{PACKAGE}.analyses.{path.stem}")
            for name in sorted(names):
                known = getattr(module, name, None)
                if name.isupper() and isinstance(known, dict):
                    yield from _words(known)


def _words(known: dict[object, object]) -> Iterator[str]:
    for value in known.values():
        if isinstance(value, str):
            yield value[:1].upper() + value[1:]  # as forms write it
        else:
            yield from (t for t in (getattr(value, "label", None),) if isinstance(t, str))


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
