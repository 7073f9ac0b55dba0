"""The description of the frozen program executes for each system and says the same of all."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Recorder:
    """Stands in for PyInstaller's classes and keeps how they were called."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[object, ...], dict[str, object]]] = []

    def make(self, kind: str) -> object:
        def call(*given: object, **named: object) -> object:
            self.calls.append((kind, given, named))
            return types.SimpleNamespace(
                binaries=[("PySide6/Qt/plugins/platforms/libqxcb.so", "x", "BINARY"),
                          ("PySide6/Qt/lib/libQt6Quick.so.6", "x", "BINARY")],
                datas=list(named.get("datas", ())),  # type: ignore[call-overload]
                pure=[],
                scripts=[("pyi_rth_mplconfig", "x", "PYSOURCE"), ("entry", "x", "PYSOURCE")],
            )  # fmt: skip

        return call

    def named(self, kind: str) -> list[dict[str, object]]:
        return [named for name, _, named in self.calls if name == kind]


@pytest.fixture(params=["linux", "darwin"])
def described(
    request: pytest.FixtureRequest,
    installer: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> tuple[str, Recorder, dict[str, object]]:
    """The calls of the spec file on a system, and what it defined."""
    (tmp_path / "parts.txt").write_text("pandas pandas\npython-docx docx\n", encoding="utf-8")
    (tmp_path / "parts.json").write_text("[]", encoding="utf-8")
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = lambda package, excludes: [(f"{package}.dat", package)]  # type: ignore[attr-defined]
    hooks.collect_submodules = lambda package: [package]  # type: ignore[attr-defined]
    hooks.copy_metadata = lambda name: [(f"{name}.dist-info", "x")]  # type: ignore[attr-defined]
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setenv("SJOGREN_VERSION", "1.2.3")
    monkeypatch.setenv("SJOGREN_EXTRA", str(tmp_path))
    monkeypatch.setattr(sys, "platform", request.param)
    recorder = Recorder()
    kinds = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    names: dict[str, object] = {"SPECPATH": str(installer)}
    names |= {kind: recorder.make(kind) for kind in kinds}
    exec(compile((installer / "sjogren.spec").read_text("utf-8"), "spec", "exec"), names)
    return request.param, recorder, names


def test_that_nothing_is_stripped_or_packed(
    described: tuple[str, Recorder, dict[str, object]],
) -> None:
    _, recorder, _ = described

    for call in [*recorder.named("EXE"), *recorder.named("COLLECT")]:
        assert call["strip"] is False
        assert call["upx"] is False


def test_that_word_finds_its_templates(
    described: tuple[str, Recorder, dict[str, object]],
) -> None:
    # python-docx opens docx/parts/../templates, which fails where there is no folder docx/parts.
    _, recorder, _ = described

    (call,) = recorder.named("Analysis")
    assert call["module_collection_mode"] == {"docx": "pyz+py"}


def test_that_resources_data_and_names_of_libraries_go_in(
    described: tuple[str, Recorder, dict[str, object]],
) -> None:
    _, recorder, names = described
    (analysis,) = recorder.named("Analysis")
    inside = {Path(place).as_posix() for _, place in analysis["datas"]}  # type: ignore[attr-defined]

    assert {"resources/methods", "resources/demo", "resources", "docx"} <= inside
    assert not any("generator" in place for place in inside)
    assert {"sjogren_desktop", "docx"} <= set(analysis["hiddenimports"])  # type: ignore[call-overload]
    kept = [entry[0] for entry in names["analysis"].binaries]  # type: ignore[attr-defined]
    assert kept == ["PySide6/Qt/plugins/platforms/libqxcb.so"]
    # matplotlib is not given a temporary folder that stays behind when a worker is stopped.
    assert [entry[0] for entry in names["analysis"].scripts] == ["entry"]  # type: ignore[attr-defined]


def test_that_each_system_gets_its_kind_of_program(
    described: tuple[str, Recorder, dict[str, object]],
) -> None:
    system, recorder, _ = described
    programs = {call["name"]: call["console"] for call in recorder.named("EXE")}

    assert programs == {"sjogren-desktop": system == "linux"}
    bundles = recorder.named("BUNDLE")
    assert len(bundles) == (system == "darwin")
    for bundle in bundles:
        assert bundle["info_plist"]["CFBundleShortVersionString"] == "1.2.3"  # type: ignore[index]
        assert Path(str(bundle["icon"])).is_file()


def test_that_a_build_that_does_not_find_the_program_stops(
    installer: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Started from another folder, one once lacked every module that is imported by its name.
    (tmp_path / "parts.txt").write_text("", encoding="utf-8")
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = hooks.copy_metadata = lambda *_, **__: []  # type: ignore[attr-defined]
    hooks.collect_submodules = lambda package: []  # type: ignore[attr-defined]
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setenv("SJOGREN_VERSION", "1.2.3")
    monkeypatch.setenv("SJOGREN_EXTRA", str(tmp_path))

    with pytest.raises(SystemExit, match="modules of the program were not found"):
        exec(
            compile((installer / "sjogren.spec").read_text("utf-8"), "spec", "exec"),
            {"SPECPATH": str(installer)},
        )
