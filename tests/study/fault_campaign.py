"""Damage inputs of every format at random, open each, and count how that ended.

``python -m tests.study.fault_campaign FOLDER FIRST COUNT [SAS7BDAT]`` opens the
inputs of the seeds FIRST to FIRST + COUNT - 1. An input is damaged in its
bytes, in what it holds packed, or in its cells and columns. Opening it must
give data or a whole sentence, within ten seconds of computing (a minute by the
clock, which other programs slow down), and the process must stay below a
gigabyte. What does not is printed with its seed; the last lines say
how many inputs of each format gave data and how many a sentence.
"""

from __future__ import annotations

import faulthandler
import gzip
import io
import json
import random
import resource
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import fastparquet

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.mapping import write_maps
from tests.study import test_fuzz, test_fuzz_mapping, test_read_define
from tests.study.made_workbooks import binary_workbook, open_document

SECONDS, MEGABYTES = 10.0, 1024.0
Files = dict[str, bytes]
"""The files of one input by their names."""

KINDS = ("set", "cut", "insert", "remove", "repeat")
PACKED = (".xlsx", ".xlsb", ".ods", ".zip", ".dsjc")
WORDS = (
    b"", b"0", b"-1", b"1e999", b"null", b"[]", b"{}", b'"', b"<a>", b"&x;",
    b"99999999999999999999", b"\xff\xfe", b"\x00", b"NaN", b"true", b"A1:XFD1048576",
    b"../../x", b"string", b"]]>",
)  # fmt: skip


def main() -> int:
    folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    whole = whole_inputs(folder, Path(sys.argv[4]) if len(sys.argv) > 4 else None)
    ended: Counter[tuple[str, str]] = Counter()
    slowest, faults = 0.0, 0
    for seed in range(first, first + count):
        kind, files = one_input(random.Random(seed), whole)
        faulthandler.dump_traceback_later(6 * SECONDS, exit=True)
        taken, outcome, said = opened(files, folder)
        faulthandler.cancel_dump_traceback_later()
        slowest = max(slowest, taken)
        ended[kind, outcome] += 1
        if outcome == "fault" or taken > SECONDS:
            faults += 1
            print(f"seed {seed}, {kind}, {taken:.1f} s: {said}", flush=True)
        if seed % 1000 == 999:
            print(f"seeds up to {seed}: {faults} faults, slowest {slowest:.2f} s", flush=True)
    used = max(map(peak, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
    for kind in sorted({k for k, _ in ended}):
        counts = ", ".join(f"{o} {ended[kind, o]}" for o in ("data", "sentence", "fault"))
        print(f"{kind:12} {counts}")
    print(f"{count} inputs, {faults} faults, slowest {slowest:.2f} s, at most {used:.0f} MB")
    return 1 if faults or used > MEGABYTES else 0


def peak(who: int) -> float:
    """Return the most memory that was used, in megabytes (Linux counts in kilobytes)."""
    return resource.getrusage(who).ru_maxrss / 1024


def opened(files: Files, folder: Path) -> tuple[float, str, str]:
    """Open an input; return the seconds it took, how it ended, and what was said."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        paths = [Path(place) / name for name in files]
        for path in paths:
            path.write_bytes(files[path.name])
        start = computed()
        try:
            open_study(paths)
        except AnalysisError as error:
            outcome, said = "sentence", str(error)
            if not said.endswith("."):
                outcome, said = "fault", f"no sentence: {said}"
        except Exception:
            outcome, said = "fault", traceback.format_exc(limit=-4)
        else:
            outcome, said = "data", ""
        return computed() - start, outcome, said


def computed() -> float:
    """Return the seconds this process and its ended children have computed."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


# ------------------------------------------------------------------ inputs


def whole_inputs(folder: Path, sas7bdat: Path | None) -> dict[str, Files]:
    """Return an undamaged input of each format; the first file of each is the one damaged."""

    class Places:
        def mktemp(self, name: str) -> Path:
            return Path(tempfile.mkdtemp(dir=folder))

    made: Files = test_fuzz.whole_files.__wrapped__(Places())  # type: ignore[attr-defined]
    text = test_fuzz.FRAME.to_csv(index=False, sep="\t").encode("cp1252")
    made |= {"adqs.tsv": text, "adqs.ods": open_document(), "adqs.ndjson": lines(made)}
    made["adqs.xlsb"] = binary_workbook()
    made["adqs.xls"] = (Path(__file__).parent / "data" / "adqs.xls").read_bytes()
    parquet = Path(tempfile.mkdtemp(dir=folder)) / "adqs.parquet"
    fastparquet.write(str(parquet), test_fuzz.FRAME.astype({"AVISIT": object}))
    made["adqs.parquet"] = parquet.read_bytes()
    if sas7bdat is not None:
        made["dm.sas7bdat"] = sas7bdat.read_bytes()
    inputs = {name: {name: content} for name, content in made.items()}
    inputs["define.xml"] = {
        "define.xml": test_read_define.DEFINE.encode(),
        "adsl.csv": test_read_define.ADSL.encode(),
    }
    return inputs | mappings(folder)


def lines(made: Files) -> bytes:
    """Return the data set as NDJSON."""
    document = json.loads(made["adqs.json"])
    rows = document.pop("rows")
    return "\n".join(json.dumps(line) for line in [document, *rows]).encode()


def mappings(folder: Path) -> dict[str, Files]:
    """Return plain tables beside the mapping files the program itself makes for them."""
    inputs = {}
    for name in ("visits", "wide", "long"):
        content = test_fuzz_mapping.SEEDS[name].encode()
        table, path = folder / f"{name}.csv", folder / f"{name}.mapping.json"
        table.write_bytes(content)
        write_maps(path, [m.map for m in open_study([table]).mapped])
        inputs[f"{name}.mapping"] = {path.name: path.read_bytes(), table.name: content}
        table.unlink()
        path.unlink()
    return inputs


# ------------------------------------------------------------------ damage


def one_input(chance: random.Random, whole: dict[str, Files]) -> tuple[str, Files]:
    """Return one damaged input and its format."""
    kind = chance.choice([*whole, "plain table"])
    if kind == "plain table":
        name, content = test_fuzz_mapping.plain_table(chance)
        return kind, {name: content}
    files = dict(whole[kind])
    name = next(iter(files))
    damage: Callable[[bytes, random.Random], bytes] = damaged_bytes
    if name.endswith(PACKED) and chance.random() < 0.6:
        damage = damaged_inside
    elif name.endswith((".json", ".xml", ".ndjson")) and chance.random() < 0.6:
        damage = damaged_words
    files[name] = damage(files[name], chance)
    return kind if "." in name else name, files


def damaged_bytes(content: bytes, chance: random.Random) -> bytes:
    edits = [
        (chance.choice(KINDS), chance.random(), chance.randbytes(chance.randint(1, 12)))
        for _ in range(chance.randint(1, 6))
    ]
    return test_fuzz.damaged(content, edits)


def damaged_words(content: bytes, chance: random.Random) -> bytes:
    """Put other words and numbers in the place of some of a text."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) or 1)
        word = chance.choice(WORDS)
        stop = at
        while stop < len(data) and chr(data[stop]).isalnum():
            stop += 1
        data[at:stop] = word
    return bytes(data)


def damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """Damage what a packed file holds, and pack it again so that the packing is whole."""
    damage = chance.choice((damaged_bytes, damaged_words))
    if content.startswith(b"\x1f\x8b"):
        return gzip.compress(damage(gzip.decompress(content), chance))
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        names = source.namelist()
        hit = chance.choice([n for n in names if source.getinfo(n).file_size] or names)
        for name in names:
            if name == hit and chance.random() < 0.1:
                continue
            inner = source.read(name)
            made.writestr(name, damage(inner, chance) if name == hit else inner)
    return target.getvalue()


if __name__ == "__main__":
    sys.exit(main())
