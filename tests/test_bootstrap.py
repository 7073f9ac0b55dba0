"""The set-up script: choosing a Python, stamping the environment, asking for packages.

Other systems are played by faking what the script would find there.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def boot():
    """A fresh copy of the script as a module."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "installer" / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def interpreter(boot, version, *, lacks=(), path=""):
    numbers = tuple(int(part) for part in version.split("."))
    return boot.Python(path or f"/opt/{version}/python", numbers, tuple(lacks))


# ------------------------------------------------------------------ choosing a Python


@pytest.mark.parametrize(
    ("path", "minor"),
    [
        ("/usr/bin/python3.12", (3, 12)),
        ("/usr/bin/python3", None),
        ("/p/.pyenv/versions/3.13.0/bin/python3", (3, 13)),
        ("/Library/Frameworks/Python.framework/Versions/3.12/bin/python3", (3, 12)),
        (r"D:\a\Programs\Python\Python312\python.exe", (3, 12)),
        ("/a/.local/share/uv/python/cpython-3.12.7-linux-x86_64-gnu/bin/python3", (3, 12)),
        ("/a3.12b/bin/python3.9", (3, 9)),
    ],
)
def test_that_a_path_promises_the_version_in_its_name(boot, path, minor):
    assert boot.hinted(path) == minor


def test_that_the_launcher_listing_gives_paths_of_both_its_formats(boot):
    listing = (
        " -V:3.13 *        C:\\a b\\Programs\\Python\\Python313\\python.exe\r\n"
        " -V:3.12          C:\\Python312\\python.exe\r\n"
        " -3.11-64         D:\\py\\python.exe\r\n"
        "No runtimes are installed.\r\n"
    )

    assert boot.launcher_paths(listing) == [
        "C:\\a b\\Programs\\Python\\Python313\\python.exe",
        "C:\\Python312\\python.exe",
        "D:\\py\\python.exe",
    ]


def test_that_the_preferred_order_is_312_313_311_then_newer(boot):
    found = [(3, 15), (3, 11), (3, 14), (3, 13), (3, 12)]

    assert sorted(found, key=boot.rank) == [(3, 12), (3, 13), (3, 11), (3, 14), (3, 15)]
    assert boot.rank((3, 10)) is None


def test_that_a_better_python_off_the_path_is_preferred_to_the_default(boot, monkeypatch):
    answers = {
        "/usr/bin/python3": interpreter(boot, "3.11.2", path="/usr/bin/python3.11"),
        "/p/versions/3.12.1/bin/python3": interpreter(boot, "3.12.1"),
    }
    monkeypatch.setattr(boot, "probe", answers.get)

    found = boot.usable_pythons(sorted(answers, key=boot._promise))

    assert [p.minor for p in found] == [(3, 12)]


def test_that_a_command_that_exists_but_does_not_run_is_passed_over(boot, monkeypatch):
    good = interpreter(boot, "3.11.7")
    monkeypatch.setattr(boot, "probe", {"/usr/bin/python3": good}.get)

    found = boot.usable_pythons(["/shims/python3.12", "/shims/python3.13", "/usr/bin/python3"])

    assert found == [good]


def test_that_a_complete_python_is_preferred_to_a_better_one_without_venv(boot, monkeypatch):
    answers = {
        "/a/python3.12": interpreter(boot, "3.12.3", lacks=["ensurepip"]),
        "/b/python3.11": interpreter(boot, "3.11.9"),
    }
    monkeypatch.setattr(boot, "probe", answers.get)

    found = boot.usable_pythons(list(answers))

    assert [p.minor for p in found] == [(3, 11), (3, 12)]
    assert boot.venv_packages(found) == []


def test_that_no_python_is_started_once_the_best_is_found(boot, monkeypatch):
    asked = []

    def probe(path):
        asked.append(path)
        return interpreter(boot, "3.12.1")

    monkeypatch.setattr(boot, "probe", probe)

    boot.usable_pythons(["/a/python3.12", "/b/python3.12", "/c/python3.13"])

    assert asked == ["/a/python3.12"]


def test_that_the_running_interpreter_describes_itself(boot):
    python = boot.probe(sys.executable)

    assert python.version == sys.version_info[:3]
    assert python.lacks == ()


def test_that_a_program_that_is_no_python_is_not_taken_for_one(boot, tmp_path):
    assert boot.probe(str(tmp_path / "absent")) is None
    assert boot.probe(str(tmp_path)) is None


def test_that_only_old_pythons_give_a_sentence_naming_what_is_needed(boot):
    with pytest.raises(boot.SetupError, match=r"needs Python 3\.11 or newer"):
        boot.venv_packages([])


def test_that_debians_python_without_venv_is_completed_by_its_own_package(boot, monkeypatch):
    monkeypatch.setattr(boot.shutil, "which", lambda name: f"/usr/bin/{name}")
    debian = interpreter(boot, "3.11.2", lacks=["ensurepip"], path="/usr/bin/python3")

    assert boot.venv_packages([debian]) == ["python3.11-venv"]


@pytest.mark.parametrize("lacks", ["ssl", "64 bits"])
def test_that_a_python_lacking_more_than_venv_is_refused(boot, monkeypatch, lacks):
    monkeypatch.setattr(boot.shutil, "which", lambda name: f"/usr/bin/{name}")
    python = interpreter(boot, "3.12.2", lacks=[lacks], path="/usr/bin/python3")

    with pytest.raises(boot.SetupError, match=lacks):
        boot.venv_packages([python])


def test_that_windows_folders_follow_its_variables(boot):
    env = {"LOCALAPPDATA": r"C:\U\Local", "PROGRAMFILES": r"C:\PF", "PYENV_ROOT": "D:\\pe\\"}

    places = boot.usual_places("win32", env, r"C:\U")

    assert r"C:\U\Local\Programs\Python\Python3*\python.exe" in places
    assert r"C:\PF\Python3*\python.exe" in places
    assert r"D:\pe\versions\3*\python.exe" in places
    assert all(place.endswith(r"\python.exe") for place in places)


def test_that_unix_folders_follow_their_variables(boot):
    places = boot.usual_places("darwin", {"PYENV_ROOT": "/pe"}, "/a")

    assert "/pe/versions/3.*/bin/python3" in places
    assert "/opt/homebrew/bin/python3.*" in places
    assert "/Library/Frameworks/Python.framework/Versions/3.*/bin/python3" in places
    assert "/a/.local/share/uv/python/cpython-3*/bin/python3" in places


# ------------------------------------------------------------------ the environment


def test_that_windows_keeps_commands_in_scripts_with_exe(boot):
    assert boot.venv_python(Path("v"), windows=True) == Path("v/Scripts/python.exe")
    assert boot.venv_python(Path("v"), windows=False) == Path("v/bin/python")
    assert boot.venv_script(Path("v"), "x", windows=True) == Path("v/Scripts/x.exe")
    assert boot.venv_script(Path("v"), "x", windows=False) == Path("v/bin/x")


@pytest.fixture
def finished(boot, tmp_path):
    """An environment folder whose Python is the running one, stamped as finished."""
    pins = tmp_path / "pins.txt"
    pins.write_text("a==1\n")
    venv = tmp_path / "venv"
    python = boot.venv_python(venv, os.name == "nt")
    python.parent.mkdir(parents=True)
    try:
        python.symlink_to(sys.executable)
    except OSError:
        pytest.skip("this system does not allow symbolic links")
    wanted = boot.wanted_stamp(pins, tmp_path)
    minor = "{}.{}".format(*sys.version_info[:2])
    (venv / "sjogren-stamp.json").write_text(json.dumps({**wanted, "python": minor}))
    return venv, pins, wanted


def test_that_a_finished_environment_is_used_as_it_is(boot, finished):
    venv, _, wanted = finished

    assert boot.environment_is_ready(venv, wanted)


def test_that_changed_pins_make_it_outdated(boot, finished, tmp_path):
    venv, pins, _ = finished
    pins.write_text("a==2\n")

    assert not boot.environment_is_ready(venv, boot.wanted_stamp(pins, tmp_path))


def test_that_line_ends_of_the_pins_do_not_matter(boot, finished, tmp_path):
    venv, pins, _ = finished
    pins.write_bytes(b"a==1\r\n")

    assert boot.environment_is_ready(venv, boot.wanted_stamp(pins, tmp_path))


def test_that_a_moved_environment_is_not_used(boot, finished, tmp_path):
    venv, pins, _ = finished

    assert not boot.environment_is_ready(venv, boot.wanted_stamp(pins, tmp_path / "elsewhere"))


def test_that_an_environment_of_another_python_is_not_used(boot, finished):
    venv, _, wanted = finished
    (venv / "sjogren-stamp.json").write_text(json.dumps({**wanted, "python": "3.10"}))

    assert not boot.environment_is_ready(venv, wanted)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pins": "x"}'])
def test_that_a_half_made_environment_is_not_used(boot, finished, content):
    venv, _, wanted = finished
    (venv / "sjogren-stamp.json").write_text(content)

    assert not boot.environment_is_ready(venv, wanted)


def test_that_an_environment_whose_python_is_gone_is_not_used(boot, finished):
    venv, _, wanted = finished
    boot.venv_python(venv, os.name == "nt").unlink()

    assert not boot.environment_is_ready(venv, wanted)


def test_that_the_next_python_is_tried_when_one_cannot_make_an_environment(
    boot, monkeypatch, tmp_path
):
    monkeypatch.setattr(boot, "VENV", tmp_path / "venv")
    tried = []

    def ask(command):
        tried.append(command[0])
        return (1, "broken") if command[0] == "/first" else (0, "")

    monkeypatch.setattr(boot, "ask", ask)
    pythons = [interpreter(boot, "3.12.1", path="/first"), interpreter(boot, "3.11.7", path="/2nd")]

    assert boot._create(pythons).path == "/2nd"
    assert tried == ["/first", "/2nd"]


def test_that_a_failed_installation_leaves_no_stamp(boot, monkeypatch, tmp_path):
    venv = tmp_path / "venv"
    venv.mkdir()
    monkeypatch.setattr(boot, "VENV", venv)
    monkeypatch.setattr(boot, "usable_pythons", lambda: [interpreter(boot, "3.12.1")])
    monkeypatch.setattr(boot, "_create", lambda pythons: pythons[0])
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(boot.subprocess, "run", lambda *args, **kwargs: failed)

    with pytest.raises(boot.SetupError, match="could not be installed"):
        boot.make_environment()

    assert list(venv.iterdir()) == []


def test_that_the_link_to_the_package_is_ascii_and_works(boot, tmp_path):
    folder = tmp_path / "Sjögren"
    folder.mkdir()
    (folder / "linked_module.py").write_text("VALUE = 5\n")
    (tmp_path / "x.pth").write_text(boot.link_line(folder), encoding="ascii")
    program = f"import site; site.addsitedir({str(tmp_path)!r}); import linked_module as m; "

    ran = subprocess.run(
        [sys.executable, "-c", program + "print(m.VALUE)"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stdout.strip() == "5"
    assert boot.link_line(Path("plain")) == "plain\n"


def test_that_pythonpath_of_the_user_does_not_reach_the_environment(boot, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")

    env = boot.clean_environment()

    assert "PYTHONPATH" not in env
    assert env["PIP_USER"] == "0"


# ------------------------------------------------------------------ system packages


@pytest.fixture
def debian(boot, monkeypatch):
    """A Debian machine: apt-get and sudo exist; commands asked are recorded."""
    asked = []
    codes = {}
    monkeypatch.setattr(boot.sys, "platform", "linux")
    monkeypatch.setattr(boot.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(boot, "apt_lists_present", lambda: True)

    def ask(command):
        asked.append(command)
        return codes.get(command[-1], 0), "E: it said"

    monkeypatch.setattr(boot, "ask", ask)
    return asked, codes


def test_that_a_user_without_rights_is_told_the_exact_command(boot, debian, monkeypatch):
    asked, codes = debian
    monkeypatch.setattr(boot.os, "geteuid", lambda: 1000, raising=False)
    codes["true"] = 1  # sudo -n true: a password would be asked for

    with pytest.raises(boot.SetupError) as stop:
        boot.apt_install(["libgl1", "libegl1"])

    assert str(stop.value).endswith(
        "sudo apt-get update && sudo apt-get install --no-install-recommends libgl1 libegl1"
    )
    assert asked == [["sudo", "-n", "true"]]


def test_that_sudo_without_password_installs(boot, debian, monkeypatch):
    asked, _ = debian
    monkeypatch.setattr(boot.os, "geteuid", lambda: 1000, raising=False)

    boot.apt_install(["libgl1"])

    assert asked[-1][:4] == ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    assert asked[-1][-2:] == ["install", "libgl1"]


def test_that_absent_package_lists_are_fetched_first(boot, debian, monkeypatch):
    asked, _ = debian
    monkeypatch.setattr(boot.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(boot, "apt_lists_present", lambda: False)

    boot.apt_install(["libgl1"])

    assert [command[-1] for command in asked] == ["update", "libgl1"]


def test_that_a_failed_install_is_tried_once_more_with_fresh_lists(boot, debian, monkeypatch):
    asked, codes = debian
    monkeypatch.setattr(boot.os, "geteuid", lambda: 0, raising=False)
    codes["libgl1"] = 100

    with pytest.raises(boot.SetupError, match="E: it said"):
        boot.apt_install(["libgl1"])

    assert [command[-1] for command in asked] == ["libgl1", "update", "libgl1"]


def test_that_empty_apt_lists_are_noticed(boot, tmp_path):
    assert not boot.apt_lists_present(tmp_path)
    (tmp_path / "host_dists_bookworm_main_binary-amd64_Packages.lz4").touch()
    assert boot.apt_lists_present(tmp_path)


def test_that_other_linux_systems_are_told_the_library_names(boot, monkeypatch):
    monkeypatch.setattr(boot.sys, "platform", "linux")
    monkeypatch.setattr(boot.shutil, "which", lambda name: None)

    with pytest.raises(boot.SetupError, match=r"libnone\.so\.7"):
        boot.missing_packages({"libnone.so.7": "libnone7"})


def test_that_windows_and_macos_need_no_system_packages(boot, monkeypatch):
    for platform in ("win32", "darwin"):
        monkeypatch.setattr(boot.sys, "platform", platform)
        assert boot.missing_packages({"libnone.so.7": "libnone7"}) == []


def test_that_libraries_and_venv_are_asked_for_at_once(boot, debian, monkeypatch):
    incomplete = interpreter(boot, "3.11.2", lacks=["ensurepip"], path="/usr/bin/python3")
    monkeypatch.setattr(boot, "environment_is_ready", lambda *args: False)
    monkeypatch.setattr(boot, "usable_pythons", lambda: [incomplete])
    monkeypatch.setattr(boot, "apt_prefix", lambda: None)

    with pytest.raises(boot.SetupError, match=r"libnone7 python3\.11-venv$"):
        boot.prepare({"libnone.so.7": "libnone7"})


# ------------------------------------------------------------------ run and test


@pytest.mark.parametrize(
    ("arguments", "env", "window"),
    [
        (["start-demo"], {}, False),
        (["start-demo"], {"DISPLAY": ":0"}, True),
        (["folder"], {"WAYLAND_DISPLAY": "wayland-0"}, True),
        (["run", "folder"], {"DISPLAY": ":0"}, False),
        (["--version"], {"DISPLAY": ":0"}, False),
        (["start-demo"], {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_that_window_libraries_are_wanted_only_for_a_window(boot, arguments, env, window):
    assert ("libxcb-cursor.so.0" in boot.libraries_for(arguments, env)) is window


def test_that_run_alone_opens_the_demonstration_study(boot):
    assert boot.program_arguments([]) == ["start-demo"]
    assert boot.program_arguments(["folder"]) == ["folder"]


def test_that_slow_tests_run_only_when_all_are_asked_for(boot):
    usual = boot.check_steps(Path("p"), Path("v"), ["tests/stats"], False)[-1].command
    everything = boot.check_steps(Path("p"), Path("v"), ["--all", "-x"], False)[-1].command

    assert usual[-3:] == ["-m", "not slow and not benchmark", "tests/stats"]
    assert everything[-3:] == ["-m", "not benchmark", "-x"]


def test_that_every_check_runs_and_one_failure_fails_the_whole(boot, monkeypatch, capsys):
    ran = []

    def run(command, **kwargs):
        ran.append(command)
        return subprocess.CompletedProcess(command, 1 if "mypy" in command else 0)

    monkeypatch.setattr(boot, "prepare", lambda libraries: Path("python"))
    monkeypatch.setattr(boot.subprocess, "run", run)

    assert boot.run_tests([]) == 1
    assert len(ran) == 5
    assert capsys.readouterr().out.splitlines()[-1].startswith("FAILED: mypy (1 of 5 checks)")


def test_that_all_checks_passing_is_success(boot, monkeypatch, capsys):
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(boot, "prepare", lambda libraries: Path("python"))
    monkeypatch.setattr(boot.subprocess, "run", lambda command, **kwargs: done)

    assert boot.run_tests([]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("All 5 checks passed in ")


def test_that_a_wrong_command_explains_the_right_ones(boot, capsys):
    assert boot.main([]) == 2
    assert boot.main(["tset"]) == 2
    assert "Usage: python3 installer/bootstrap.py COMMAND" in capsys.readouterr().out


def test_that_what_the_machine_lacks_is_one_sentence_and_exit_2(boot, monkeypatch, capsys):
    def stop(arguments):
        raise boot.SetupError("This is missing.")

    monkeypatch.setattr(boot, "run_program", stop)

    assert boot.main(["run"]) == 2
    assert capsys.readouterr().err == "This is missing.\n"
