"""Libraries that the shipped binaries carry inside, which no wheel's licence names.

A wheel tells its own terms; what was linked into its binaries often goes untold. Each
library of C or C++ here is found by words that its code leaves in a binary. Packages of
Rust are those that the wheels themselves list (CycloneDX, PEP 770), with the terms and
authors stated there. Where a text stands under another part anyway, that is referred to.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable
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
    read_in : str
        File of its source, or of Qt's, in which licence and notice were read.
    """

    name: str
    found: bytes
    licence: str
    notice: str
    text: str = ""
    read_in: str = ""


_AT_QT = "Its text is published with the source of Qt."
_AT_PDFIUM = "Its text stands under pypdfium2, with ICU."
_IN_QT = "qtbase/src/3rdparty/{}/qt_attribution.json"
_CORE, _GUI, _SVG = (rb"Qt6?Core\b|libQt6Core", rb"QGuiApplicationPrivate", rb"QSvgRenderer")
"""Words in the libraries of Qt that have parts of others compiled in."""

_LIBRARIES = (
    Library(
        "OpenSSL",
        rb"OpenSSL (\d+\.\d+\.\d+) +\d{1,2} [A-Z][a-z]{2} \d{4}",
        "Apache-2.0",
        "Copyright (c) 1998-2026 The OpenSSL Project Authors\n"
        "Copyright (c) 1995-1998 Eric A. Young, Tim J. Hudson",
        "Apache-2.0",
        "README.md",
    ),
    Library(
        "SQLCipher",
        rb"sqlcipher_export",
        "BSD-3-Clause",
        "Copyright (c) 2008-2025, ZETETIC LLC",
        "BSD-3-Clause",
        "LICENSE.md",
    ),
    Library(
        "SQLite",
        rb"SQLite format 3",
        "blessing",
        "The authors disclaim copyright to its source code.",
        read_in="LICENSE.md",
    ),
    Library(
        "PCRE2",
        rb"PCRE2 ",
        "BSD-3-Clause WITH PCRE2-exception",
        "Copyright (c) 1997-2007 University of Cambridge, 2007-2024 Philip Hazel\n"
        "Copyright (c) 2009-2024 Zoltan Herczeg",
        "BSD-3-Clause",
        "LICENCE.md",
    ),
    Library(
        "HarfBuzz", rb"HarfBuzz|hb_shape_", "MIT-Modern-Variant", _AT_PILLOW, read_in="COPYING"
    ),
    Library(
        "FreeType",
        rb"FreeType|FT_New_",
        "FTL OR GPL-2.0-only",
        _AT_PILLOW,
        read_in=_IN_QT.format("freetype"),
    ),
    Library(
        "libpng",
        rb"libpng (?:error|warning)",
        "Libpng AND libpng-2.0",
        _AT_PILLOW,
        read_in=_IN_QT.format("libpng"),
    ),
    Library(
        "libjpeg-turbo",
        rb"libjpeg-turbo version (\d+\.\d+\.\d+)",
        "IJG AND BSD-3-Clause AND Zlib",
        _AT_PILLOW,
        read_in=_IN_QT.format("libjpeg"),
    ),
    Library(
        "zlib",
        rb" inflate (\d+\.\d+\.\d+) Copyright",
        "Zlib",
        "Copyright (C) 1995-2026 Jean-loup Gailly and Mark Adler",
        "Zlib",
        "LICENSE",
    ),
    Library(
        "MD4C",
        rb"(?i)md4c",
        "MIT",
        "Copyright (c) 2016-2024 Martin Mitáš",
        "MIT",
        _IN_QT.format("md4c"),
    ),
    Library(
        "Zstandard",
        rb"zstd-safe|ZSTD_compress",
        "BSD-3-Clause",
        "Copyright (c) Meta Platforms, Inc. and affiliates",
        "BSD-3-Clause",
        "LICENSE",
    ),
    Library(
        "LZ4",
        rb"lz4-sys|LZ4F_|[/\\]lz4-\d",
        "BSD-2-Clause",
        "Copyright (c) 2011-2024, Yann Collet",
        "BSD-2-Clause",
        "lib/LICENSE",
    ),
    Library(
        "bzip2",
        rb"bzip2-sys|bzip2/libbzip2",
        "bzip2-1.0.6",
        "Copyright (c) 1996-2019 Julian R Seward",
        "bzip2-1.0.6",
        "LICENSE",
    ),
    Library(
        "libffi",
        rb"ffi_prep_cif",
        "MIT",
        "Copyright (c) 1996-2026 Anthony Green, Red Hat, Inc and others",
        "MIT",
        "LICENSE",
    ),
    Library(
        "Expat",
        rb"expat_(\d+\.\d+\.\d+)",
        "MIT",
        "Copyright (c) 1998-2000 Thai Open Source Software Center Ltd and Clark Cooper\n"
        "Copyright (c) 2001-2025 Expat maintainers",
        "MIT",
        "expat/COPYING",
    ),
    # Unicode has published under version 3 of its terms since November 2023.
    Library(
        "ICU",
        rb"icudt(7[0-3])",
        "Unicode-DFS-2016",
        f"Copyright (c) 2016-2023 Unicode, Inc. and others\n{_AT_PDFIUM}",
        read_in="LICENSE",
    ),
    Library(
        "ICU",
        rb"icudt(7[4-9]|[89]\d)",
        "Unicode-3.0",
        f"Copyright (c) 2016-2025 Unicode, Inc. and others\n{_AT_PDFIUM}",
        read_in="LICENSE",
    ),
    # ------------------------------------------------------------ within Qt's libraries
    Library(
        "double-conversion",
        _CORE,
        "BSD-3-Clause",
        "Copyright 2006-2012, the V8 project authors",
        "BSD-3-Clause",
        _IN_QT.format("double-conversion"),
    ),
    Library(
        "TinyCBOR",
        _CORE,
        "MIT",
        "Copyright (C) 2015-2021 Intel Corporation",
        "MIT",
        _IN_QT.format("tinycbor"),
    ),
    Library(
        "Easing Equations by Robert Penner",
        _CORE,
        "BSD-3-Clause",
        "Copyright (c) 2001 Robert Penner",
        "BSD-3-Clause",
        _IN_QT.format("easing"),
    ),
    Library(
        "forkfd",
        rb"libQt6Core|QtCore\.framework",
        "MIT",
        "Copyright (C) 2016 Intel Corporation\n"
        "Copyright (C) 2015 Klarälvdalens Datakonsult AB, a KDAB Group company",
        "MIT",
        _IN_QT.format("forkfd"),
    ),
    Library(
        "BLAKE2",
        _CORE,
        "CC0-1.0 OR Apache-2.0",
        "Copyright 2012, Samuel Neves",
        "Apache-2.0",
        _IN_QT.format("blake2"),
    ),
    Library(
        "Keccak",
        _CORE,
        "CC0-1.0",
        "Guido Bertoni, Joan Daemen, Michaël Peeters and Gilles Van Assche\n"
        "The implementers have waived all copyright.",
        read_in=_IN_QT.format("sha3"),
    ),
    Library(
        "brg_endian",
        _CORE,
        "BSD-2-Clause",
        "Copyright (c) 1998-2013, Brian Gladman, Worcester, UK",
        "BSD-2-Clause",
        _IN_QT.format("sha3"),
    ),
    Library(
        "MD4, MD5 and SHA-1 of Qt",
        _CORE,
        "CC0-1.0",
        "Alexander Peslyak (MD4), Colin Plumb and Ian Jackson (MD5), Dominik Reichl (SHA-1)\n"
        "In the public domain.",
        read_in="qtbase/src/3rdparty/{md4,md5,sha1}/qt_attribution.json",
    ),
    Library(
        "SHA-384 and SHA-512 of RFC 6234",
        _CORE,
        "BSD-3-Clause",
        "Copyright (c) 2011 IETF Trust and the persons identified as authors of the code",
        "BSD-3-Clause",
        _IN_QT.format("rfc6234"),
    ),
    Library(
        "SipHash",
        _CORE,
        "CC0-1.0",
        "Copyright (C) 2012-2014 Jean-Philippe Aumasson, Daniel J. Bernstein\n"
        "Copyright (C) 2016 Intel Corporation",
        read_in=_IN_QT.format("siphash"),
    ),
    Library(
        "Unicode Character Database and CLDR",
        _CORE,
        "Unicode-3.0",
        f"Copyright (C) 1991-2025 Unicode, Inc.\n{_AT_PDFIUM}",
        read_in="qtbase/src/corelib/text/qt_attribution.json",
    ),
    Library(
        "Vulkan Memory Allocator",
        _GUI,
        "MIT",
        "Copyright (c) 2017-2025 Advanced Micro Devices, Inc.",
        "MIT",
        _IN_QT.format("VulkanMemoryAllocator"),
    ),
    Library(
        "D3D12 Memory Allocator",
        rb"D3D12MA",
        "MIT",
        "Copyright (c) 2019-2026 Advanced Micro Devices, Inc.",
        "MIT",
        _IN_QT.format("D3D12MemoryAllocator"),
    ),
    Library(
        "Emoji Segmenter",
        _GUI,
        "Apache-2.0",
        "Copyright 2019 Google LLC",
        "Apache-2.0",
        _IN_QT.format("emoji-segmenter"),
    ),
    Library(
        "Smooth Scaling Algorithm",
        _GUI,
        "BSD-2-Clause AND Imlib2",
        "Copyright (C) 2004, 2005 Daniel M. Duley\n"
        "(C) Carsten Haitzler and various contributors\n(C) Willem Monsuwe",
        "BSD-2-Clause",
        "qtbase/src/gui/painting/qt_attribution.json",
    ),
    Library(
        "X Server helper",
        _GUI,
        "X11 AND HPND",
        "Copyright (c) 1987, 1988 X Consortium\n"
        f"Copyright 1987, 1988 by Digital Equipment Corporation, Maynard, Massachusetts\n{_AT_QT}",
        read_in="qtbase/src/gui/painting/qt_attribution.json",
    ),
    Library(
        "sRGB color profile",
        _GUI,
        "LicenseRef-ICC-License",
        f"Copyright International Color Consortium, 2015\n{_AT_QT}",
        read_in=_IN_QT.format("icc"),
    ),
    Library(
        "XCB-XInput",
        rb"xcb_input_xi_",
        "MIT",
        "Copyright (C) 2001-2006 Bart Massey, Jamey Sharp, and Josh Triplett\n"
        "Copyright (C) 2006 Peter Hutterer\nCopyright (C) 2013 Daniel Martin",
        "MIT",
        _IN_QT.format("xcb"),
    ),
    Library(
        "Wintab API",
        rb"(?i)w\0?i\0?n\0?t\0?a\0?b\0?3\0?2",
        "LicenseRef-LCS-Telegraphics",
        f"Copyright 1991-1998 by LCS/Telegraphics\n{_AT_QT}",
        read_in=_IN_QT.format("wintab"),
    ),
    Library(
        "libpsl",
        rb"QNetworkCookieJar",
        "BSD-3-Clause",
        "Copyright 2014-2016 The Chromium Authors",
        "BSD-3-Clause",
        _IN_QT.format("libpsl"),
    ),
    Library(
        "Public Suffix List",
        rb"QNetworkCookieJar",
        "MPL-2.0",
        "It is maintained at github.com/publicsuffix/list, where its text is published too.",
        read_in=_IN_QT.format("libpsl"),
    ),
    Library(
        "XSVG",
        _SVG,
        "HPND-sell-variant",
        f"Copyright 2002 USC/Information Sciences Institute\n{_AT_QT}",
        read_in="qtsvg/src/svg/qt_attribution.json",
    ),
)

_CRATE = re.compile(rb"registry[/\\]src[/\\][^/\\]+[/\\]([a-z][\w-]*?)-(\d+\.\d+\.\d+)[/\\]")
_TOOL = re.compile(
    r"autocfg|cc|find-msvc-tools|heck|jobserver|pkg-config|proc-macro2|quote|rustversion|shlex"
    r"|syn|target-lexicon|unicode-ident|vcpkg|.*-build-config|.*[-_](derive|macros)(-backend)?"
)
"""Rust packages that compile others or write code for them, and are not in what they make."""
_PREFERRED = ("MIT", "BSD-3-Clause", "BSD-2-Clause", "Zlib", "Apache-2.0")
"""Of terms to choose from, the first of these is taken."""


def parts_inside(folder: Path, wheels: Iterable[Path] = ()) -> list[Part]:
    """Return the libraries in the binaries below a folder, by name and version.

    Packages of Rust are those that the wheels list, and those seen in a binary.
    """
    found: dict[tuple[str, str], Part] = {}
    patterns = [(library, re.compile(library.found)) for library in _LIBRARIES]
    crates = stated_crates(wheels)
    found.update(crates)
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
            if (name, version) not in crates and not _TOOL.fullmatch(name):
                found.setdefault((name, version), _crate(name, version, "", ""))
    return [found[key] for key in sorted(found)]


def _is_binary(path: Path) -> bool:
    return path.suffix in (".dll", ".pyd", ".exe", ".dylib") or ".so" in path.suffixes


def _part(library: Library, version: str) -> Part:
    text = (_TEXTS / f"{library.text}.txt").read_text(encoding="utf-8") if library.text else ""
    told = f"{library.notice}\n\n{text.rstrip()}" if text else library.notice
    return Part(library.name, version, library.licence, texts=(told,), source="generic")


def stated_crates(wheels: Iterable[Path]) -> dict[tuple[str, str], Part]:
    """Return the Rust packages that wheels list as compiled in, with the terms stated there."""
    found = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            listed = [n for n in archive.namelist() if re.search(r"/sboms/[^/]+\.json$", n)]
            bills = [json.loads(archive.read(name)) for name in listed]
        for item in (c for bill in bills for c in bill.get("components", [])):
            name = str(item["name"])
            if not item.get("purl", "").startswith("pkg:cargo/") or _TOOL.fullmatch(name):
                continue
            version = str(item["version"]).partition("+")[0]
            terms = [t.get("expression") or t["license"]["id"] for t in item.get("licenses", ())]
            told = _crate(name, version, " AND ".join(terms), str(item.get("author", "")))
            found[name, version] = told
    return found


def _crate(name: str, version: str, licence: str, authors: str) -> Part:
    texts = [
        (_TEXTS / f"{chosen}.txt").read_text(encoding="utf-8").rstrip()
        for chosen in dict.fromkeys(_chosen(part) for part in licence.split(" AND "))
        if chosen
    ]
    plain = re.sub(r" <[^>]*>", "", authors) or f"the authors of the Rust package {name}"
    told = "\n\n".join((f"Copyright (c) {plain}", *texts))
    return Part(name, version, licence or "see its source", texts=(told,), source="cargo")


def _chosen(terms: str) -> str:
    """Return the terms under which a part is used that may be used under several."""
    offered = re.findall(r"[\w.-]+", terms)
    return next((name for name in _PREFERRED if name in offered), "")
