"""The tables of ICU that Qt brings for Linux, without languages the program does not speak.

Qt asks ICU for the order of texts and for old encodings. The program is in English
and writes UTF-8, yet tables of all languages are 31 of the 330 MB it may take. The
format is that of ICU's ``ucmndata.h``: a header, a sorted table of names and places,
and the tables, each on a multiple of 16 bytes.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

_DROPPED = re.compile(
    r"[^/]+/((\w+/)?(?!root|en\b|en_|res_index|pool|supplementalData)[a-z]{2,3}(_\w+)?\.res"
    r"|(curr|lang|region|unit|zone|translit|rbnf|brkitr)/.*|.*\.(cnv|spp|dict))"
)


def trim(library: Path) -> None:
    """Write ``libicudata.so.NN`` anew with the tables of the root and of English."""
    content = library.read_bytes()
    start = content.index(b"CmnD") - 12
    data = trimmed(content[start:])
    version = library.name.rpartition(".")[2]
    blob, code = library.with_suffix(".dat"), library.with_suffix(".s")
    made, aside = library.with_suffix(".o"), library.with_suffix(".part")
    blob.write_bytes(data)
    symbol = f"icudt{version}_dat"
    code.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n"
        f'.size {symbol}, {len(data)}\n{symbol}:\n.incbin "{blob.name}"\n'
        '.section .note.GNU-stack,"",@progbits\n',
        encoding="ascii",
    )
    subprocess.run(["as", "-o", made.name, code.name], cwd=library.parent, check=True)
    link = ["ld", "-shared", "-z", "noexecstack", "--build-id=none", "-soname", library.name]
    subprocess.run([*link, "-o", aside.name, made.name], cwd=library.parent, check=True)
    aside.chmod(library.stat().st_mode)
    aside.replace(library)
    for path in (blob, code, made):
        path.unlink()


def trimmed(data: bytes) -> bytes:
    """Return a package of ICU's tables with those that are kept, in the same order."""
    (header,) = struct.unpack_from("<H", data, 0)
    (count,) = struct.unpack_from("<I", data, header)
    entries = [struct.unpack_from("<II", data, header + 4 + 8 * n) for n in range(count)]
    ends = [place for _, place in entries[1:]] + [len(data) - header]
    kept = []
    for (name_at, place), end in zip(entries, ends, strict=True):
        at = header + name_at
        name = data[at : data.index(b"\0", at)]
        if not _DROPPED.fullmatch(name.decode("ascii")):
            kept.append((name, data[header + place : header + end]))
    if len(kept) == count or not kept:
        raise SystemExit(f"Of {count} tables of ICU, {len(kept)} would be kept: look at icu.py.")
    names, tables, found = b"", b"", []
    after = 4 + 8 * len(kept)
    for name, _ in kept:
        found.append(after + len(names))
        names += name + b"\0"
    first = after + len(names)
    first += -(header + first) % 16
    toc = struct.pack("<I", len(kept))
    for at, (_, table) in zip(found, kept, strict=True):
        toc += struct.pack("<II", at, first + len(tables))
        tables += table + bytes(-len(table) % 16)
    body = toc + names
    return data[:header] + body + bytes(first - len(body)) + tables
