"""Let an installed Windows copy of the program run under Wine 10, for tests only.

Usage: python3 stand_ins.py FOLDER   (a copy of the installed program; needs pefile
and gcc-mingw-w64-x86-64)

Wine 10 lacks two things that Windows has: a system ``icuuc.dll``, of which Qt uses
twenty functions to convert old encodings, and the complex functions of the C library.
Both are stood in for by small libraries that are compiled here. The name of the C
library's part is changed in the binaries of the copy, so this never belongs into
what is shipped.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

REAL = b"api-ms-win-crt-math-l1-1-0.dll"
OURS = b"sj-crt-math.dll"
GCC = "x86_64-w64-mingw32-gcc"

# name without suffix: number of complex arguments, kind of result
_COMPLEX = {
    **dict.fromkeys(("cabs", "carg", "creal", "cimag"), (1, "real")),
    **dict.fromkeys(("cacos", "cacosh", "casin", "casinh", "catan", "catanh"), (1, "complex")),
    **dict.fromkeys(("ccos", "ccosh", "csin", "csinh", "ctan", "ctanh"), (1, "complex")),
    **dict.fromkeys(("cexp", "clog", "csqrt", "conj", "cproj"), (1, "complex")),
    "cpow": (2, "complex"),
}

ICU = """
#define STUB(name) __declspec(dllexport) void *name(void) { return 0; }
__declspec(dllexport) void *ucnv_open(const char *name, int *error)
{ (void)name; if (error) *error = 4; return 0; } /* no such converter */
"""


def imported(files: Iterable[Path], library: bytes) -> set[str]:
    """Return the names that the binaries take from a library."""
    import pefile

    names = set()
    for path in files:
        binary = pefile.PE(str(path), fast_load=True)
        binary.parse_data_directories(directories=[1])
        for entry in getattr(binary, "DIRECTORY_ENTRY_IMPORT", []):
            if entry.dll.lower() == library:
                names |= {i.name.decode() for i in entry.imports if i.name}
        binary.close()
    return names


def complex_source(names: Iterable[str]) -> tuple[str, str]:
    """Return source and definition file of the library that stands in for the C library's part.

    Complex functions are supplied, everything else is passed on. In the C library of
    Windows a long double is a double, so the functions for it are those for double.
    """
    source = ["#include <complex.h>"]
    exports = ["EXPORTS"]
    for name in sorted(names):
        plain = re.fullmatch(r"(c[a-z]+?)([fl]?)", name)
        base, suffix = (plain.group(1), plain.group(2)) if plain else (name, "")
        if name in _COMPLEX:
            base, suffix = name, ""
        if base not in _COMPLEX:
            exports.append(f"{name} = ucrtbase.{name}")
            continue
        count, result = _COMPLEX[base]
        real, mark = ("float", "f") if suffix == "f" else ("double", "")
        kind = f"{real} _Complex"
        arguments = ", ".join(f"{kind} {letter}" for letter in "ab"[:count])
        passed = ", ".join("ab"[:count])
        returned = kind if result == "complex" else real
        source.append(f"{returned} sj_{name}({arguments}) {{ return {base}{mark}({passed}); }}")
        exports.append(f"{name} = sj_{name}")
    return "\n".join(source) + "\n", "\n".join(exports) + "\n"


def compile_library(source: str, target: Path, definitions: str = "") -> None:
    """Compile a library for Windows."""
    with tempfile.TemporaryDirectory() as place:
        code, names = Path(place) / "x.c", Path(place) / "x.def"
        code.write_text(source, encoding="ascii")
        names.write_text(f"LIBRARY {target.name}\n{definitions}", encoding="ascii")
        inputs = [str(code), *([str(names)] if definitions else [])]
        options = ["-O2", "-s", "-shared", "-static", "-fno-builtin", "-w"]
        subprocess.run([GCC, *options, "-o", str(target), *inputs], check=True)


def main(folder: Path) -> None:
    """Compile both libraries into the copy and change the name in its binaries."""
    files = [p for p in folder.rglob("*") if p.suffix.lower() in (".dll", ".pyd")]
    source, definitions = complex_source(imported(files, REAL))
    icu = imported(files, b"icuuc.dll")
    changed = 0
    for path in files:
        content = path.read_bytes()
        if REAL in content.lower():
            pattern = re.compile(re.escape(REAL), re.IGNORECASE)
            path.write_bytes(pattern.sub(OURS.ljust(len(REAL), b"\0"), content))
            changed += 1
    compile_library(source, folder / OURS.decode(), definitions)
    stubs = "".join(f"STUB({name})\n" for name in sorted(icu - {"ucnv_open"}))
    compile_library(ICU + stubs, folder / "icuuc.dll")
    print(f"{changed} binaries of the copy changed; {len(icu)} functions of ICU stood in for")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
