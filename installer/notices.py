"""What is inside a package and under which licence: notices for About, and a CycloneDX list.

Both are made from the wheels that the build fetched and from what is found in their
binaries (see ``inside.py``), so they cannot name anything else than what is inside.
"""

from __future__ import annotations

import email
import re
import uuid
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path

from packaging.utils import canonicalize_name

LICENCES = Path(__file__).resolve().parent / "licences"
_LIBERATION = "https://github.com/liberationfonts/liberation-fonts"

_LICENCE_FILE = re.compile(
    r"[^/]+\.dist-info/(?:licenses/(?P<inside>.+/)?[^/]+"
    r"|(?:.*/)?(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
"""A License field longer than this is the text itself and not its name."""


@dataclass(frozen=True)
class Part:
    """A library inside the package.

    Parameters
    ----------
    name, version : str
        The version is "" where it is not known.
    licence : str
        As its makers state it; an SPDX expression where they give one.
    home : str
        Address of the project, "" if not stated.
    texts : tuple of str
        Licence texts that come with it.
    sha256 : str
        Digest of the wheel or archive that it came in, "" if unknown.
    modules : tuple of str
        Names under which it is imported.
    source : str
        Where it came from, as the first part of its package URL.
    """

    name: str
    version: str
    licence: str
    home: str = ""
    texts: tuple[str, ...] = ()
    sha256: str = ""
    modules: tuple[str, ...] = ()
    source: str = "pypi"


def part_of(wheel: Path, sha256: str = "") -> Part:
    """Return what a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (described,) = (n for n in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", n))
        metadata = email.message_from_bytes(archive.read(described))
        texts = [
            _named(n, found["inside"], archive.read(n).decode("utf-8", "replace").strip())
            for n in sorted(names)
            if (found := _LICENCE_FILE.match(n))
        ]
    licence = _licence(metadata)
    return Part(
        name=str(metadata["Name"]),
        version=str(metadata["Version"]),
        licence=licence,
        home=_home(metadata),
        texts=tuple(dict.fromkeys(t for t in texts if t)),
        sha256=sha256,
        modules=_modules(names),
    )


def _named(name: str, inside: str | None, text: str) -> str:
    """Return a text, after the name of its file where a folder tells whose text it is."""
    return f"{inside}{Path(name).stem}:\n\n{text}" if inside and text else text


def _licence(metadata: Message) -> str:
    expression = metadata["License-Expression"]
    if expression:
        return str(expression)
    stated = str(metadata["License"] or "").strip()
    if stated and len(stated) <= _LONGEST_NAME and "\n" not in stated:
        return stated
    classes = [str(c) for c in metadata.get_all("Classifier") or []]
    named = [c.split(" :: ")[-1] for c in classes if c.startswith("License :: ")]
    return "; ".join(n for n in named if n != "OSI Approved") or "see its text"


def _home(metadata: Message) -> str:
    for line in metadata.get_all("Project-URL") or []:
        label, _, address = str(line).partition(",")
        if label.strip().lower() in ("homepage", "home", "source", "repository", "source code"):
            return address.strip()
    stated = str(metadata["Home-page"] or "").strip()
    return "" if stated == "UNKNOWN" else stated


def _modules(names: Sequence[str]) -> tuple[str, ...]:
    """Return the importable top names in a wheel: packages, and modules beside them."""
    found = set()
    for name in names:
        top, _, rest = name.partition("/")
        if rest == "__init__.py":
            found.add(top)
        elif not rest and re.search(r"\.(py|pyd|so)$", top):
            found.add(top.split(".")[0])
    return tuple(sorted(n for n in found if n.isidentifier() and not n.startswith("_")))


def python_part(version: str, text: str, sha256: str = "") -> Part:
    """Return the Python that is packed with the program."""
    texts = (text.strip(),)
    home = "https://www.python.org"
    return Part("CPython", version, "PSF-2.0", home, texts, sha256, source="generic")


def resource_parts(resources: Path) -> list[Part]:
    """Return what others made among the resources: the typeface and the signs of commands."""
    made = []
    for name, version, licence, home, text in (
        ("Liberation Sans", "2.1.5", "OFL-1.1", _LIBERATION, "fonts/LICENSE.txt"),
        ("Lucide", "1.62.0", "ISC AND MIT", "https://lucide.dev", "icons/lucide/LICENSE.txt"),
    ):
        texts = ((resources / text).read_text(encoding="utf-8").strip(),)
        made.append(Part(name, version, licence, home, texts, source="generic"))
    return made


def notices(parts: Iterable[Part]) -> str:
    """Return the third-party notices as one text."""
    listed = sorted(parts, key=lambda p: (canonicalize_name(p.name), p.version))
    rule = "=" * 78
    lines = [
        "Third-party software in this package",
        "",
        "Qt and PySide6 are used under the GNU Lesser General Public License 3 and linked as",
        "separate libraries, which you may replace by your own builds in the program's folder.",
        "Their source is published by the Qt project at the address below.",
        "",
    ]
    lines += [_head(p) + (f" ({p.home})" if p.home else "") for p in listed]
    for part in listed:
        lines += ["", rule, _head(part), rule]
        lines += ["", *("\n\n".join(part.texts).splitlines() or [_untold(part)])]
    if any("GPL" in p.licence for p in listed):
        for path in sorted(LICENCES.glob("*.txt")):
            lines += ["", rule, path.stem, rule, "", *path.read_text(encoding="utf-8").splitlines()]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(part: Part) -> str:
    return f"{part.name} {part.version}".rstrip() + f": {part.licence}"


def _untold(part: Part) -> str:
    if "LGPL" in part.licence:
        return "The text of this licence stands at the end."
    return "Its package holds no text of the licence."


def bill_of_materials(version: str, parts: Iterable[Part], *, epoch: int) -> str:
    """Return the CycloneDX 1.6 list of what is inside, as JSON; equal input, equal text."""
    from cyclonedx.contrib.license.factories import LicenseFactory
    from cyclonedx.model import (
        ExternalReference,
        ExternalReferenceType,
        HashAlgorithm,
        HashType,
        XsUri,
    )
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion
    from packageurl import PackageURL

    licences = LicenseFactory()
    program = Component(
        name="sjogren-desktop",
        version=version,
        type=ComponentType.APPLICATION,
        licenses=[licences.make_from_string("Apache-2.0")],
        bom_ref="sjogren-desktop",
    )
    bom = Bom(serial_number=uuid.UUID(int=0))
    bom.metadata.component = program
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    components = []
    for part in sorted(parts, key=lambda p: (canonicalize_name(p.name), p.version)):
        name = canonicalize_name(part.name)
        kind, _, space = part.source.partition("/")
        url = PackageURL(kind, space or None, name, part.version or None)
        component = Component(
            name=part.name,
            version=part.version or None,
            type=ComponentType.LIBRARY,
            purl=url,
            bom_ref=url.to_string(),
            licenses=[licences.make_from_string(part.licence)],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)]
            if part.sha256
            else [],
            external_references=[
                ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.home))
            ]
            if part.home
            else [],
        )
        components.append(component)
        bom.components.add(component)
    bom.register_dependency(program, components)
    content = "\n".join(f"{p.name}=={p.version} {p.sha256}" for p in parts)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"sjogren-desktop {version}\n{content}")
    text: str = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(
        indent=1
    )
    return text + "\n"
