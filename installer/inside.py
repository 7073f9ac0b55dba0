"""Libraries that the shipped binaries carry inside, which no wheel's licence names.

A wheel tells its own terms; what was linked into its binaries often goes untold. Each
library here is found by words that its code leaves in a binary, so that the notices
name what is there and nothing else. What the texts of Pillow hold anyway (FreeType,
HarfBuzz, libpng, libjpeg-turbo, zlib) is named with a reference to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from notices import LICENCES, Part

_TEXTS = LICENCES / "inside"
_AT_PILLOW = "Its text stands under Pillow."


@dataclass(frozen=True)
class Library:
    """A library as it is found in a binary.

    Parameters
    ----------
    name : str
    found : bytes
        Regular expression over the content; its group, if any, is the version.
    licence : str
        SPDX expression.
    notice : str
        Copyright, or where the text stands.
    text : str
        Name of the licence's text beside this module, "" for none.
    """

    name: str
    found: bytes
    licence: str
    notice: str
    text: str = ""


_LIBRARIES = (
    Library(
        "OpenSSL",
        rb"OpenSSL (\d+\.\d+\.\d+) +\d{1,2} [A-Z][a-z]{2} \d{4}",
        "Apache-2.0",
        "Copyright (c) 1998-2025 The OpenSSL Project Authors\n"
        "Copyright (c) 1995-1998 Eric A. Young, Tim J. Hudson",
        "Apache-2.0",
    ),
    Library(
        "SQLCipher",
        rb"sqlcipher_export",
        "BSD-3-Clause",
        "Copyright (c) 2008-2025, ZETETIC LLC",
        "BSD-3-Clause",
    ),
    Library(
        "SQLite",
        rb"SQLite format 3",
        "blessing",
        "The authors disclaim copyright to its source code.",
    ),
    Library(
        "PCRE2",
        rb"PCRE2 ",
        "BSD-3-Clause WITH PCRE2-exception",
        "Copyright (c) 1997-2007 University of Cambridge, 2007-2024 Philip Hazel\n"
        "Copyright (c) 2009-2024 Zoltan Herczeg",
        "BSD-3-Clause",
    ),
    Library("HarfBuzz", rb"HarfBuzz|hb_shape_", "MIT-Modern-Variant", _AT_PILLOW),
    Library("FreeType", rb"FreeType|FT_New_", "FTL OR GPL-2.0-or-later", _AT_PILLOW),
    Library("libpng", rb"libpng (?:error|warning)", "libpng-2.0", _AT_PILLOW),
    Library(
        "libjpeg-turbo",
        rb"libjpeg-turbo version (\d+\.\d+\.\d+)",
        "IJG AND BSD-3-Clause AND Zlib",
        _AT_PILLOW,
    ),
    Library("zlib", rb" inflate (\d+\.\d+\.\d+) Copyright", "Zlib", _AT_PILLOW),
    Library("MD4C", rb"(?i)md4c", "MIT", "Copyright (c) 2016-2024 Martin Mitáš", "MIT"),
    Library(
        "double-conversion",
        rb"QtCore|Qt6Core",
        "BSD-3-Clause",
        "Copyright 2006-2011, the V8 project authors",
        "BSD-3-Clause",
    ),
    Library("TinyCBOR", rb"QtCore|Qt6Core", "MIT", "Copyright (c) Intel Corporation", "MIT"),
    Library(
        "Zstandard",
        rb"zstd-safe|ZSTD_compress",
        "BSD-3-Clause",
        "Copyright (c) Meta Platforms, Inc. and affiliates",
        "BSD-3-Clause",
    ),
    Library(
        "LZ4",
        rb"lz4-sys|LZ4F_|[/\\]lz4-\d",
        "BSD-2-Clause",
        "Copyright (c) 2011-2024, Yann Collet",
        "BSD-2-Clause",
    ),
    Library(
        "bzip2",
        rb"bzip2-sys|bzip2/libbzip2",
        "bzip2-1.0.6",
        "Copyright (c) 1996-2019 Julian R Seward",
        "bzip2-1.0.6",
    ),
    Library("libffi", rb"ffi_prep_cif", "MIT", "Copyright (c) 1996-2024 Anthony Green, "
            "Red Hat, Inc and others", "MIT"),
    Library(
        "Expat",
        rb"expat_(\d+\.\d+\.\d+)",
        "MIT",
        "Copyright (c) 1998-2000 Thai Open Source Software Center Ltd and Clark Cooper\n"
        "Copyright (c) 2001-2025 Expat maintainers",
        "MIT",
    ),
)  # fmt: skip

_CRATE = re.compile(rb"registry[/\\]src[/\\][^/\\]+[/\\]([a-z][\w-]*?)-(\d+\.\d+\.\d+)[/\\]")
_CRATES = {
    **dict.fromkeys(("alloc-no-stdlib", "alloc-stdlib", "snap"), "BSD-3-Clause"),
    "brotli": "BSD-3-Clause AND MIT",
    "brotli-decompressor": "BSD-3-Clause AND MIT",
    **dict.fromkeys(("calamine", "libcramjam", "lz4", "quick-xml", "zip"), "MIT"),
    "encoding_rs": "(Apache-2.0 OR MIT) AND BSD-3-Clause",
    "memchr": "Unlicense OR MIT",
    "miniz_oxide": "MIT OR Zlib OR Apache-2.0",
    "zlib-rs": "Zlib",
}
"""Terms of the Rust packages that differ from those of most, ``MIT OR Apache-2.0``."""


def parts_inside(folder: Path) -> list[Part]:
    """Return the libraries found in the binaries below a folder, by name and version."""
    found: dict[tuple[str, str], Part] = {}
    patterns = [(library, re.compile(library.found)) for library in _LIBRARIES]
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or not _is_binary(path):
            continue
        content = path.read_bytes()
        for library, pattern in patterns:
            for hit in pattern.finditer(content):
                version = hit.group(1).decode() if pattern.groups else ""
                found.setdefault((library.name, version), _part(library, version))
                if not version:
                    break
        for name, version in {(n.decode(), v.decode()) for n, v in _CRATE.findall(content)}:
            found.setdefault((name, version), _crate(name, version))
    return [found[key] for key in sorted(found)]


def _is_binary(path: Path) -> bool:
    return path.suffix in (".dll", ".pyd", ".exe", ".dylib") or ".so" in path.suffixes


def _part(library: Library, version: str) -> Part:
    text = (_TEXTS / f"{library.text}.txt").read_text(encoding="utf-8") if library.text else ""
    told = f"{library.notice}\n\n{text.rstrip()}" if text else library.notice
    return Part(library.name, version, library.licence, texts=(told,), source="generic")


def _crate(name: str, version: str) -> Part:
    licence = _CRATES.get(name, "MIT OR Apache-2.0")
    wanted = [w for w in ("MIT", "BSD-3-Clause") if w in re.findall(r"[\w.-]+", licence)]
    texts = [(_TEXTS / f"{w}.txt").read_text(encoding="utf-8").rstrip() for w in wanted]
    told = "\n\n".join((f"Copyright (c) the authors of the Rust package {name}", *texts))
    return Part(name, version, licence, texts=(told,), source="cargo")
