"""The command line; it opens the window unless told to do something else.

Nothing heavy is imported here: ``--version`` answers at once, and the window
loads numerics only after it is on the screen.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop import __version__, command_study
from sjogren_desktop.results import BLINDING, AnalysisError, Progress, Result

if TYPE_CHECKING:
    from sjogren_desktop.analyses.plan import Plan
    from sjogren_desktop.command_study import Named
    from sjogren_desktop.crew import Crew

PROGRAM = "sjogren-desktop"
_SEVERAL = 4
"""Fewer kinds of analyses are done in this process: starting others would take longer."""
_COMMANDS = ("run", "demo", "deidentify", "self-test", "start-demo")


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return 0, or 2 after one sentence on what was wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _use_utf8()
    # The matrices of a trial are small: threads of the linear algebra library cost more in
    # waiting than they save (a default MMRM: 0.2 s of processor time alone, 0.36 s with two),
    # and with one the digits are the same on every computer.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        if given and given[0] in _COMMANDS:
            # Ended from outside, it takes its worker processes with it.
            signal.signal(signal.SIGTERM, _stop)
            return _command(given[0], given[1:])
        return _window(given)
    except AnalysisError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{PROGRAM}: stopped.", file=sys.stderr)
        return 2


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _use_utf8() -> None:
    """Let names with accents print on consoles of other encodings."""
    for stream in (sys.stdout, sys.stderr):
        # A windowed program on Windows has no console, and so no stream.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


class _Parser(argparse.ArgumentParser):
    """Reports a wrong call in one sentence, as every other error."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise AnalysisError(f"{message}. Use '{self.prog} --help' to see what can be given.")


def _window(given: list[str]) -> int:
    parser = _Parser(
        prog=PROGRAM,
        description="Analyse a Sjögren's disease trial. Without a command, opens the window.",
        epilog="Commands: run PATH --out DIR; deidentify PATH --out DIR; demo DIR; self-test. "
        f"'{PROGRAM} run --help' shows the options of a command.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument("path", nargs="*", help="study files or folders to open")
    options = parser.parse_args(given)
    paths = [_existing(p) for p in options.path]
    if not has_display():
        raise AnalysisError(
            "There is no screen to open the window on. Use 'run PATH --out DIR' to analyse a "
            "study without a window."
        )
    return _run_window(paths)


def _run_window(paths: Sequence[Path], *, demo: bool = False) -> int:
    from sjogren_desktop.gui.plain_imports import keep_plain

    keep_plain()
    from sjogren_desktop.gui.app import run_window

    return run_window(paths, demo=demo)


def has_display() -> bool:
    """Say whether a window can be shown: always, but on Unix only with a display."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _existing(path: str) -> Path:
    found = Path(path).expanduser()
    if not found.exists():
        raise AnalysisError(f"There is no file or folder {path}. Check the name.")
    return found


def _command(name: str, given: list[str]) -> int:
    parser = _Parser(prog=f"{PROGRAM} {name}")
    if name == "run":
        command_study.add_options(parser)
        parser.add_argument("--out", required=True, metavar="DIR", help="where results are written")
        parser.add_argument("--only", nargs="+", action="extend", metavar="KEY", default=[])
        parser.add_argument("--options", metavar="FILE.toml", help="options by analysis")
        parser.add_argument(
            *("--format", "-f"),
            nargs="+",
            action="extend",
            default=[],
            choices=("docx", "pdf", "rtf", "html"),
            help="write one report of all tables and figures in this format too",
        )
        parser.add_argument("--house", help="house style: key or FILE.toml")
        parser.add_argument("--draft", action="store_true", help="mark every page as a draft")
        return _run(parser.parse_args(given))
    if name == "deidentify":
        command_study.add_options(parser)
        parser.add_argument("--out", required=True, metavar="DIR", help="a new or empty folder")
        return _deidentify(parser.parse_args(given))
    if name == "demo":
        parser.add_argument("folder", help="where the demonstration study is written")
        return _demo(Path(parser.parse_args(given).folder).expanduser())
    if name == "start-demo":
        parser.parse_args(given)
        return _start_demo()
    parser.add_argument(
        "--out", metavar="FILE", help="also write the report to this file: .txt, or .pdf to sign"
    )
    return _self_test(parser.parse_args(given).out)


def _self_test(out: str | None) -> int:
    path = Path(out).expanduser() if out else None
    if path is not None and path.suffix.lower() not in ("", ".txt", ".log", ".pdf"):
        raise AnalysisError(
            f"The report is not written as {path.suffix}. Give a name that ends in .txt, or in "
            ".pdf for pages to sign."
        )
    from sjogren_desktop.self_test import run_checks

    report = run_checks()
    print(report.text())
    if path is not None:
        from sjogren_desktop.export.files import write_contents_aside

        if path.suffix.lower() == ".pdf":
            from sjogren_desktop.self_test_pdf import report_pdf

            write_contents_aside(path, report_pdf(report))
        else:
            write_contents_aside(path, f"{report.text()}\n".encode())
    return 0 if report.passed else 1


def _run(given: argparse.Namespace) -> int:
    from sjogren_desktop.analyses import catalogue
    from sjogren_desktop.analyses.plan import Plan, read_plan

    paths = [_existing(p) for p in given.path]
    for key in given.only:
        catalogue.find(key)
    plan = read_plan(Path(given.options).expanduser()) if given.options else Plan({})
    # Its processes load what they need while the study is read.
    with (
        _crew(given.only or list(plan.options)) as crew,
        command_study.named_study(paths, given) as named,
    ):
        return _analyse(named, plan, given, crew)


@contextmanager
def _crew(keys: Sequence[str]) -> Iterator[Crew | None]:
    """Lend a process for each core if there is much to do: all analyses, or several."""
    from sjogren_desktop.analyses.beside import NEEDED
    from sjogren_desktop.crew import Crew
    from sjogren_desktop.workers import worker_count

    count = worker_count()
    if count == 1 or 0 < len(keys) < _SEVERAL:
        yield None
        return
    with Crew(count, load=NEEDED) as crew:
        yield crew


def _analyse(named: Named, plan: Plan, given: argparse.Namespace, crew: Crew | None) -> int:
    from sjogren_desktop.analyses import batch
    from sjogren_desktop.export.bundle import export_all
    from sjogren_desktop.export.house import house
    from sjogren_desktop.export.report import now, write_report
    from sjogren_desktop.export.studio import Studio

    study, folder = named.study, Path(given.out)
    if plan.event_lists:
        study = replace(study, event_lists=plan.event_lists)
    beside = None if given.house else plan.folder
    style = house(given.house or plan.house_style, beside=beside)
    run = now(
        draft=given.draft or plan.draft,
        inputs=study.fingerprints,
        cut_off=plan.data_cut_off,
        nameless=study.arms_pooled,
        planned=bool(plan.options),
    )
    for sentence in named.withheld:
        print(f"Withheld, {sentence}", file=sys.stderr)
    for issue in study.issues:
        # How a plain table was read decides what is analysed, and nobody sees it here.
        if issue.severity == "error" or issue.check == "mapping.applied":
            print(f"{issue.file}: {issue.message} {issue.action}", file=sys.stderr)
    show = _line_progress()
    # Figures are drawn while further analyses run.
    with Studio(crew=crew, cut_off=run.cut_off) as studio:
        results, failures = batch.run_all(
            *(study,), only=given.only, plan=plan.options, crew=crew, progress=show, take=studio.add
        )
        for failure in failures:
            where = f" ({failure.study})" if failure.study else ""
            print(f"Not done, {failure.analysis}{where}: {failure.message}", file=sys.stderr)
        if not results:
            raise AnalysisError("No analysis could be done on these data, so nothing was written.")
        written = export_all(results, folder, style=style, run=run, studio=studio, progress=show)
    for sentence in written.not_drawn:
        print(f"Not drawn, {sentence}", file=sys.stderr)
    for suffix in dict.fromkeys([*given.format, *plan.formats]):
        write_report(folder / f"results.{suffix}", results, style=style, run=run)
    named.enter("Workbook, figures and results as data", folder)
    for sentence in written.reconciled.discrepancies:
        print(f"Does not agree: {sentence}", file=sys.stderr)
    _report(results, folder, written.workbook)
    print(written.reconciled.summary)
    return 2 if failures and (given.only or plan.options) else 0


def _line_progress() -> Progress:
    """Return a progress that prints a line where it differs from the last."""
    last = ""

    def show(fraction: float, message: str) -> None:
        nonlocal last
        line = f"[{100 * fraction:3.0f}%] {message}"
        if line != last:
            print(line, file=sys.stderr)
            last = line

    return show


def _report(results: list[Result], folder: Path, workbook: Path) -> None:
    if any(r.synthetic for r in results):
        print("SYNTHETIC demonstration data: simulated patients, not trial results.")
    for mark in dict.fromkeys(r.blinding for r in results if r.blinding):
        print(f"{mark}: {BLINDING[mark]}.")
    print(f"Workbook: {workbook}")
    print(f"Figures and results.json: {folder}")
    shown = results[0].analysis
    for result in results:
        if result.analysis == shown:
            print(f"{result.study}: {result.summary}")


def _deidentify(given: argparse.Namespace) -> int:
    from sjogren_desktop.export.deidentified import write_deidentified
    from sjogren_desktop.study.deidentify import deidentify

    folder = Path(given.out).expanduser()
    with command_study.named_study([_existing(p) for p in given.path], given) as named:
        made = deidentify(named.study)
        write_deidentified(folder, made, progress=_line_progress())
        named.enter("De-identified data", folder)
    print(f"{len(made.frames)} de-identified data sets are in {folder / 'data'}.")
    print(
        f"{len(made.small_cells)} small cells, values that fewer than {made.smallest} patients "
        f"have, are listed in {folder / 'deidentification.xlsx'}."
    )
    return 0


def _demo(folder: Path) -> int:
    from sjogren_desktop.study.demo import write_demo

    written = write_demo(folder)
    print(f"{len(written)} files of the synthetic demonstration study are in {folder}.")
    return 0


def _start_demo() -> int:
    """Open the window on the demonstration study, or analyse it without one."""
    if has_display():
        return _run_window([], demo=True)
    from sjogren_desktop.study.demo import demo_files

    print("There is no screen, so the demonstration study is analysed without a window.")
    return _command("run", [str(demo_files()), "--out", str(Path.cwd() / "sjogren_output")])


if __name__ == "__main__":
    sys.exit(main())
