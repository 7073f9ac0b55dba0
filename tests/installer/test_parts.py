"""What goes into a package: followed from the declared libraries, listed, told to the user."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


def pin(pins, name, marker=None):
    return pins.Pin(name, "1", marker, ("0" * 64,), f"{name}==1")


def wheel(folder: Path, name: str, metadata: str, **files: str) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", metadata)
        for inside, text in files.items():
            archive.writestr(inside.replace("__", "/"), text)
    return path


# ------------------------------------------------------------------ which packages


@pytest.mark.parametrize("name", ["requirements.txt", "build-requirements.txt"])
def test_that_every_entry_of_the_pins_is_read(installer: Path, name: str) -> None:
    import pins

    read = pins.read_pins(installer / name)

    text = (installer / name).read_text(encoding="utf-8")
    assert len(read) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))
    assert all(p.hashes and all(len(h) == 64 for h in p.hashes) for p in read)
    assert "".join(f"{p.entry}\n" for p in read) == text


def test_that_pip_is_asked_for_pins_of_the_target_without_their_markers(
    installer: Path, tmp_path: Path
) -> None:
    """It would compare them with the system it runs on, and leave the package out."""
    import pins

    asked = tmp_path / "asked.txt"
    fake = tmp_path / "pip.py"
    fake.write_text(f"import sys, shutil; shutil.copyfile(sys.argv[-1], {str(asked)!r})", "utf-8")
    (tmp_path / "pins.txt").write_text(
        "pywin32-ctypes==0.2.3 ; sys_platform == 'win32' \\\n"
        f"    --hash=sha256:{'a' * 64} \\\n    --hash=sha256:{'b' * 64}\n",
        encoding="utf-8",
    )
    (wanted,) = pins.read_pins(tmp_path / "pins.txt")
    target = pins.Target("windows", "x86_64", "3.12", ("win_amd64",))

    pins.fetch([wanted], tmp_path / "wheels", pip=[sys.executable, str(fake)], target=target)

    assert asked.read_text("utf-8") == (
        f"pywin32-ctypes==0.2.3 --hash=sha256:{'a' * 64} --hash=sha256:{'b' * 64}\n"
    )


def test_that_the_pins_of_the_build_name_no_place_and_agree_with_the_others(
    installer: Path,
) -> None:
    import pins

    text = (installer / "build-requirements.txt").read_text(encoding="utf-8")
    wanted = (installer / "build-requirements.in").read_text(encoding="utf-8").split()
    found = {p.name: p.version for p in pins.read_pins(installer / "build-requirements.txt")}

    assert "://" not in text
    for line in wanted:
        requirement = Requirement(line)
        assert found[requirement.name] in requirement.specifier
    for other in pins.read_pins(installer / "requirements.txt"):
        if other.name in found and other.marker is None:
            assert found[other.name] == other.version, other.name


def test_that_what_the_roots_need_is_followed_and_tools_are_left_out(installer: Path) -> None:
    import pins

    needs = {
        "a": ["b>=1", "win; sys_platform == 'win32'"],
        "b": ["c[fast]"],
        "c": ["d; extra == 'fast'", "e; extra == 'slow'"],
    }
    listed = [pin(pins, n) for n in ("a", "b", "c", "d", "e", "win", "pytest")]
    asked: list[str] = []

    def ask(new):
        asked.extend(p.name for p in new)
        return [[Requirement(t) for t in needs.get(p.name, [])] for p in new]

    linux = pins.marker_environment(pins.Target("linux", "x86_64", "3.12"))
    windows = pins.marker_environment(pins.Target("windows", "x86_64", "3.12"))

    found = pins.follow([Requirement("a")], listed, linux, ask)
    assert [p.name for p in found] == ["a", "b", "c", "d"]
    assert sorted(asked) == ["a", "b", "c", "d"]
    found = pins.follow([Requirement("a")], listed, windows, ask)
    assert [p.name for p in found] == ["a", "b", "c", "d", "win"]


def test_that_an_extra_asked_for_later_is_followed_too(installer: Path) -> None:
    import pins

    needs = {"a": ["c", "b"], "b": ["c[fast]"], "c": ["d; extra == 'fast'"], "d": ["c"]}
    listed = [pin(pins, n) for n in needs]

    def ask(new):
        return [[Requirement(t) for t in needs[p.name]] for p in new]

    environment = pins.marker_environment(pins.Target("macos", "arm64", "3.12"))

    assert len(pins.follow([Requirement("a")], listed, environment, ask)) == 4


def test_that_a_need_without_a_pin_stops_the_build(installer: Path) -> None:
    import pins

    environment = pins.marker_environment(pins.Target("linux", "x86_64", "3.12"))

    with pytest.raises(pins.BuildError, match="c is needed but not pinned"):
        pins.follow(
            [Requirement("a")],
            [pin(pins, "a")],
            environment,
            lambda new: [[Requirement("c")] for _ in new],
        )


def test_that_what_only_tests_compare_with_is_not_shipped(installer: Path) -> None:
    import pins
    import sizes

    names = {
        r.name.lower() for r in pins.declared(ROOT / "pyproject.toml", without=sizes.NOT_SHIPPED)
    }

    assert "scipy" in names
    assert not names & set(sizes.NOT_SHIPPED)
    package = "".join(
        p.read_text(encoding="utf-8") for p in (ROOT / "sjogren_desktop").rglob("*.py")
    )
    assert not [n for n in sizes.NOT_SHIPPED if re.search(rf"^\s*(from|import) {n}", package, re.M)]


def test_that_no_tool_of_development_is_declared_for_the_program(installer: Path) -> None:
    import pins

    names = {r.name.lower() for r in pins.declared(ROOT / "pyproject.toml")}

    assert "pandas" in names
    assert not names & {"pytest", "ruff", "mypy", "pyinstaller", "hypothesis"}


# ------------------------------------------------------------------ notices


def test_that_a_wheel_tells_licence_home_modules_and_texts(installer: Path, tmp_path: Path) -> None:
    import notices

    path = wheel(
        tmp_path,
        "thing",
        "Name: Thing\nVersion: 1.0\nLicense-Expression: BSD-3-Clause\n"
        "Project-URL: Homepage, https://example.org/thing\n",
        **{
            "thing-1.0.dist-info__licenses__LICENSE.txt": "May be used.\n",
            "thing-1.0.dist-info__licenses__NOTICE": "By them.\n",
            "thing-1.0.dist-info__licenses__bundled__zlib.txt": "As it is.\n",
            "thing-1.0.dist-info__licenses__bundled__none.txt": " \n",
            "thing-1.0.dist-info__entry_points.txt": "[console_scripts]\n",
            "thing____init__.py": "",
            "alone.py": "",
            "_private.py": "",
        },
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("thing/__init__.py", "")

    part = notices.part_of(path, "ab" * 32)

    assert (part.name, part.version, part.licence) == ("Thing", "1.0", "BSD-3-Clause")
    assert part.home == "https://example.org/thing"
    assert part.texts == ("May be used.", "By them.", "bundled/zlib:\n\nAs it is.")
    assert part.modules == ("alone", "thing")


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("License: MIT\n", "MIT"),
        ("License: " + "long text " * 20 + "\nClassifier: License :: OSI Approved :: MIT License\n",
         "MIT License"),
        ("", "see its text"),
    ],
)  # fmt: skip
def test_that_the_licence_is_named_however_it_is_stated(
    installer: Path, tmp_path: Path, stated: str, told: str
) -> None:
    import notices

    part = notices.part_of(wheel(tmp_path, "x", f"Name: x\nVersion: 1\n{stated}"))

    assert part.licence == told


def test_that_the_notices_hold_every_text_and_that_of_the_lgpl(installer: Path) -> None:
    import notices

    qt = notices.Part("PySide6_Essentials", "6", "LGPL-3.0-only OR GPL-3.0-only")
    other = notices.Part("Abc", "2", "MIT", texts=("Permission is granted.",))

    text = notices.notices([qt, other])

    assert text.index("Abc 2: MIT") < text.index("PySide6_Essentials 6")
    assert "Permission is granted." in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "replace" in text


def test_that_the_bill_of_materials_is_valid_and_the_same_each_time(installer: Path) -> None:
    pytest.importorskip("cyclonedx", reason="a tool of the build, in an environment of its own")
    import notices

    parts = [
        notices.Part("Abc", "2", "MIT", "https://example.org", sha256="ab" * 32),
        notices.python_part("3.12.1", "PSF"),
    ]

    first, second = (notices.bill_of_materials("1.2.3", parts, epoch=0) for _ in range(2))

    bill = json.loads(first)
    assert first == second
    assert bill["specVersion"] == "1.6"
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    assert {c["purl"] for c in bill["components"]} == {
        "pkg:pypi/abc@2",
        "pkg:generic/cpython@3.12.1",
    }
    other = notices.bill_of_materials("1.2.4", parts, epoch=0)
    assert json.loads(other)["serialNumber"] != bill["serialNumber"]


# ------------------------------------------------------------------ inside the binaries


def test_that_what_was_linked_into_a_binary_is_found_with_its_version_and_terms(
    installer: Path, tmp_path: Path
) -> None:
    import inside

    (tmp_path / "deep").mkdir()
    crate = rb"C:\u\.cargo\registry\src\index-1\quick-xml-0.42.0\src\lib.rs"
    (tmp_path / "deep" / "_sqlite3.cp312-win_amd64.pyd").write_bytes(
        b"\0sqlcipher_export\0OpenSSL 3.6.0 1 Oct 2025\0SQLite format 3\0" + crate + b"\0"
    )
    (tmp_path / "libcrypto.so.3").write_bytes(
        b"OpenSSL 3.0.15 3 Sep 2024\0OpenSSL 3.0.15 3 Sep 2024"
    )
    (tmp_path / "notes.txt").write_bytes(b"OpenSSL 1.1.1 11 Sep 2018")

    found = inside.parts_inside(tmp_path)

    assert [(p.name, p.version, p.licence) for p in found] == [
        ("OpenSSL", "3.0.15", "Apache-2.0"),
        ("OpenSSL", "3.6.0", "Apache-2.0"),
        ("SQLCipher", "", "BSD-3-Clause"),
        ("SQLite", "", "blessing"),
        ("quick-xml", "0.42.0", "see its source"),
    ]
    assert "ZETETIC" in found[2].texts[0]
    assert "Redistributions in binary form must reproduce" in found[2].texts[0]


@pytest.mark.parametrize(("version", "terms"), [("73", "Unicode-DFS-2016"), ("78", "Unicode-3.0")])
def test_that_icu_is_told_with_the_terms_of_its_version(
    installer: Path, tmp_path: Path, version: str, terms: str
) -> None:
    import inside

    (tmp_path / "libicudata.so.9").write_bytes(b"\0icudt" + version.encode() + b"_dat\0")

    found = inside.parts_inside(tmp_path)

    assert [(p.name, p.version, p.licence) for p in found] == [("ICU", version, terms)]


def test_that_rust_packages_are_told_as_their_wheel_lists_them(
    installer: Path, tmp_path: Path
) -> None:
    import inside

    def crate(name: str, version: str, terms: str, **more: str) -> dict[str, object]:
        stated = [{"expression": terms}]
        return {"name": name, "version": version, "licenses": stated, **more} | {
            "purl": f"pkg:cargo/{name}@{version}"
        }

    bill = {
        "components": [
            crate("zip", "9.2.2", "MIT", author="Ann Noun <ann@example.org>, Ben"),
            crate("zstd-sys", "2.1.0+zstd.1.5.7", "BSD-3-Clause"),
            crate("encoding_rs", "0.8.44", "(Apache-2.0 OR MIT) AND BSD-3-Clause"),
            crate("syn", "3.0.9", "MIT OR Apache-2.0"),
            crate("asn1_derive", "0.24.1", "BSD-3-Clause"),
            {"name": "libXau", "version": "1.0.9", "purl": "pkg:rpm/almalinux/libXau@1.0.9"},
        ]
    }
    listing = {"abc.dist-info__sboms__abc.cyclonedx.json": json.dumps(bill)}
    path = wheel(tmp_path, "abc", "Name: abc\nVersion: 1.0\n", **listing)
    (tmp_path / "_abc.so").write_bytes(rb"/registry/src/index-1/zip-9.2.2/src/lib.rs")

    found = inside.parts_inside(tmp_path, [path])

    assert [(p.name, p.version, p.licence, p.source) for p in found] == [
        ("encoding_rs", "0.8.44", "(Apache-2.0 OR MIT) AND BSD-3-Clause", "cargo"),
        ("zip", "9.2.2", "MIT", "cargo"),
        ("zstd-sys", "2.1.0", "BSD-3-Clause", "cargo"),
    ]
    both, mit, _ = (p.texts[0] for p in found)
    assert mit.startswith("Copyright (c) Ann Noun, Ben\n")
    assert "Permission is hereby granted" in mit
    assert "Permission is hereby granted" in both
    assert "Redistributions in binary form must reproduce" in both


def test_that_a_library_without_a_known_version_is_told_without_one(installer: Path) -> None:
    import notices

    text = notices.notices([notices.Part("SQLCipher", "", "BSD-3-Clause", texts=("Terms.",))])

    assert "\nSQLCipher: BSD-3-Clause\n" in text


def test_that_every_text_of_a_licence_is_there_and_used(installer: Path) -> None:
    import inside

    there = {p.stem for p in (installer / "licences" / "inside").glob("*.txt")}

    used = {library.text for library in inside._LIBRARIES} | set(inside._PREFERRED)
    assert used - {""} == there


def test_that_every_library_says_where_its_terms_were_read(installer: Path) -> None:
    import inside

    untold = [
        library.name
        for library in inside._LIBRARIES
        if not library.read_in and library.notice != inside._AT_PILLOW
    ]

    assert untold == []


def test_that_the_typeface_and_the_signs_of_others_are_named_with_their_terms(
    installer: Path,
) -> None:
    import notices

    text = notices.notices(notices.resource_parts(ROOT / "resources"))

    assert "Liberation Sans 2.1.5: OFL-1.1" in text
    assert "SIL OPEN FONT LICENSE" in text
    assert "Lucide 1.62.0: ISC AND MIT" in text
    assert "Copyright (c) 2013-present Cole Bemis" in text
