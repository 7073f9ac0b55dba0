"""The command line: what it writes, and one sentence with exit code 2 when it cannot."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from sjogren_desktop import __version__, self_test
from sjogren_desktop.__main__ import has_display, main
from sjogren_desktop.self_test import Check, Report
from sjogren_desktop.study import store
from tests.studies import small_study

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path):
    """A folder with the small study as CSV files."""
    home = tmp_path / "study"
    home.mkdir()
    for dataset in small_study().datasets:
        dataset.frame.to_csv(home / f"{dataset.name.lower()}.csv", index=False)
    return home


def test_that_version_answers_without_loading_anything_heavy():
    code = (
        "import sys; from sjogren_desktop.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "heavy = {'PySide6', 'pandas', 'numpy', 'scipy', 'statsmodels', 'matplotlib'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stdout.split("\n")[:2] == [f"sjogren-desktop {__version__}", "[]"]


def test_that_run_writes_workbook_figures_and_records(folder, tmp_path, capsys):
    out = tmp_path / "out"

    code = main(["run", str(folder), "--out", str(out), "--only", "mmrm_change"])

    assert code == 0
    records = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert {r["study"] for r in records} == {"S1", "S2", "Pooled"}
    found = [
        r
        for r in records
        if r["table"] == "differences" and r["study"] == "S1" and r["statistic"] == "estimate"
    ]
    assert found[-1]["row"] == {"PARAMCD": "ESSDAI", "AVISIT": "Week 12", "AVISITN": 12}
    assert found[-1]["column"] == {"ARM": "Drug monthly", "REFERENCE": "Placebo"}
    workbook = openpyxl.load_workbook(next(out.glob("*.xlsx")))
    assert "Contents" in workbook.sheetnames
    assert len(list(out.rglob("*.pdf"))) == len(list(out.rglob("*.svg"))) == 6
    assert "S1: Change from baseline in ESSDAI total." in capsys.readouterr().out


def test_that_run_needs_no_display(folder, tmp_path):
    environment = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }

    done = subprocess.run(
        [
            *(sys.executable, "-m", "sjogren_desktop", "run", str(folder)),
            *("--out", str(tmp_path / "out"), "--only", "ancova_visit"),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "results.json").exists()


def test_that_a_plan_says_what_is_written_and_a_second_run_what_differs(folder, tmp_path):
    plan, out = tmp_path / "plan.toml", tmp_path / "out"
    text = '[plan]\nformats = ["html"]\nhouse_style = "mine.toml"\n\n[ancova_visit]\nstudy = "S1"\n'
    plan.write_text(text, encoding="utf-8")
    (tmp_path / "mine.toml").write_text('[titles]\ntable = "Tafel"\n', encoding="utf-8")
    call = ["run", str(folder), "--out", str(out), "--options", str(plan)]

    first = main(call)
    plan.write_text(text + 'visit = "Week 4"\n', encoding="utf-8")
    second = main(call)

    assert (first, second) == (0, 0)
    assert "Tafel 14.2.1" in (out / "results.html").read_text(encoding="utf-8")
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert sorted(record["inputs"]) == ["study/adqs.csv", "study/adsl.csv"]
    assert "lm(CHG ~ TRTP + BASE" in (out / "code" / "1_S1_ancova_visit.R").read_text("utf-8")
    changes = (out / "changes.md").read_text(encoding="utf-8")
    assert '- ancova_visit S1: visit "Week 12" -> "Week 4"' in changes


def test_that_run_writes_reports_in_a_house_style_with_marks(folder, tmp_path):
    out = tmp_path / "out"
    asked = ["--format", "pdf", "html", "--house", "journal", "--draft"]

    code = main(["run", str(folder), "--out", str(out), "--only", "ancova_visit", *asked])

    assert code == 0
    page = (out / "results.html").read_text(encoding="utf-8")
    assert "DRAFT" in page
    assert "Table 1. " in page
    assert (out / "results.pdf").read_bytes().startswith(b"%PDF")


def test_that_options_come_from_a_file(folder, tmp_path):
    plan = tmp_path / "plan.toml"
    plan.write_text('[ancova_visit]\nstudy = "S2"\nvisit = "Week 4"\n', encoding="utf-8")

    code = main(["run", str(folder), "--out", str(tmp_path / "o"), "--options", str(plan)])

    assert code == 0
    records = json.loads((tmp_path / "o" / "results.json").read_text(encoding="utf-8"))
    assert {(r["analysis"], r["study"]) for r in records} == {("ancova_visit", "S2")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nowhere", "--out", "x"], "There is no file or folder nowhere"),
        (["run"], "are required"),
        (["run", "{folder}", "--out", "{out}", "--format", "odt"], "invalid choice: 'odt'"),
        (["run", "{folder}", "--out", "{out}", "--house", "lancet"], "no house style 'lancet'"),
        (["--colour"], "unrecognized arguments"),
        (["run", "{folder}", "--out", "{out}", "--only", "anova"], "no analysis 'anova'"),
        (["run", "{folder}", "--out", "{out}", "--options", "none.toml"], "cannot be read"),
        (["run", "{folder}", "--out", "{out}", "--only", "ae_overview"], "No analysis could"),
    ],
)
def test_that_a_wrong_call_ends_with_one_sentence(folder, tmp_path, capsys, arguments, said):
    given = [a.format(folder=folder, out=tmp_path / "out") for a in arguments]

    code = main(given)

    assert code == 2
    last = capsys.readouterr().err.strip().split("\n")[-1]
    assert last.startswith("sjogren-desktop: ")
    assert said in last
    assert not (tmp_path / "out").exists()


def test_that_a_folder_without_data_is_named(tmp_path, capsys):
    (tmp_path / "empty").mkdir()

    assert main(["run", str(tmp_path / "empty"), "--out", str(tmp_path / "out")]) == 2
    assert "empty" in capsys.readouterr().err


def test_that_one_wrong_option_is_said_and_the_rest_is_written(folder, tmp_path, capsys):
    plan = tmp_path / "plan.toml"
    plan.write_text(
        '[[ancova_visit]]\nstudy = "S1"\nvisit = "Week 99"\n\n[[ancova_visit]]\nstudy = "S2"\n',
        encoding="utf-8",
    )

    code = main(["run", str(folder), "--out", str(tmp_path / "o"), "--options", str(plan)])

    assert code == 2
    assert "Week 99 is not available" in capsys.readouterr().err
    records = json.loads((tmp_path / "o" / "results.json").read_text(encoding="utf-8"))
    assert {r["study"] for r in records} == {"S2"}


def test_that_demo_writes_the_study_as_files(tmp_path, capsys):
    code = main(["demo", str(tmp_path / "demo")])

    assert code == 0
    names = {p.name.lower() for p in (tmp_path / "demo").rglob("*.csv")}
    assert {"adsl.csv", "adqs.csv", "adae.csv"} <= names
    assert "synthetic" in capsys.readouterr().out


def test_that_the_display_is_looked_for_on_unix_only(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not has_display()

    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()

    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert has_display()


def test_that_self_test_writes_its_report(tmp_path, capsys):
    assert main(["self-test", "--out", str(tmp_path / "report.txt")]) == 0
    assert "checks passed" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_that_self_test_writes_a_pdf_where_one_is_named(tmp_path, monkeypatch, capsys):
    report = Report((("Date", "2026-01-02"),), (Check("Good", 1e-9, 1e-6),))
    monkeypatch.setattr(self_test, "run_checks", lambda: report)

    assert main(["self-test", "--out", str(tmp_path / "report.pdf")]) == 0

    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "1 of 1 checks passed" in capsys.readouterr().out


def test_that_self_test_says_which_files_it_writes(tmp_path, capsys):
    assert main(["self-test", "--out", str(tmp_path / "report.docx")]) == 2

    assert "not written as .docx" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------ study files


WORDS = "long enough words"


@pytest.fixture
def kept(tmp_path):
    """A study file of the small study with the file of its passphrase."""
    path = tmp_path / "trial.sjd"
    cost = store.Cost(memory=13, passes=1, lanes=1)
    with store.create(path, passphrase=WORDS, who="Anna", cost=cost) as file:
        file.save_study(small_study())
    (tmp_path / "words.txt").write_text(f"{WORDS}\n", encoding="utf-8")
    return path


def run_kept(kept, *more, only="participant_flow"):
    given = ["--passphrase-file", str(kept.parent / "words.txt"), "--only", only, *more]
    return main(["run", str(kept), "--out", str(kept.parent / "out"), *given])


def records_of(kept):
    return (kept.parent / "out" / "results.json").read_text(encoding="utf-8")


def test_that_a_study_file_runs_blinded_and_records_what_was_written(kept, capsys):
    assert run_kept(kept, only="exposure_lanes") in (0, 2)
    assert run_kept(kept) == 0

    assert "Drug" not in records_of(kept)
    assert "BLINDED" in capsys.readouterr().out
    with store.open_file(kept, passphrase=WORDS) as file:
        last = file.trail[-1]
    assert (last.what, last.place) == ("Exported: Workbook, figures and results as data", "out")
    assert last.new == "BLINDED"


def test_that_treatments_of_a_study_file_take_a_name_and_a_reason(kept, capsys):
    assert run_kept(kept, "--who", "Bea", only="mmrm_change") == 2
    assert "reason" in capsys.readouterr().err

    assert run_kept(kept, "--who", "Bea", "--reason", "Database lock", only="mmrm_change") == 0

    assert "Drug monthly" in records_of(kept)
    with store.open_file(kept, passphrase=WORDS) as file:
        records = [(u.who, u.reason) for u in file.unblindings.records]
        assert (file.trail[-1].who, file.trail[-1].new) == ("Bea", "UNBLINDED")
    assert records == [("Bea", "Database lock")]


def test_that_a_passphrase_is_taken_from_the_environment(kept, monkeypatch):
    monkeypatch.setenv("SJOGREN_PASSPHRASE", WORDS)

    out = kept.parent / "out"
    code = main(["run", str(kept), "--out", str(out), "--only", "participant_flow"])

    assert code == 0


@pytest.mark.parametrize(
    ("words", "said"), [("wrong words here", "passphrase"), ("", "is encrypted")]
)
def test_that_a_wrong_passphrase_writes_nothing(kept, capsys, words, said):
    (kept.parent / "words.txt").write_text(words, encoding="utf-8")

    assert run_kept(kept) == 2

    assert said in capsys.readouterr().err
    assert not (kept.parent / "out").exists()


def test_that_without_a_terminal_the_passphrase_is_not_asked_for(kept, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    assert main(["run", str(kept), "--out", str(kept.parent / "out")]) == 2

    said = capsys.readouterr().err
    assert "no terminal" in said
    assert "--passphrase-file" in said


def test_that_a_study_file_is_opened_by_itself(kept, folder, capsys):
    assert main(["run", str(kept), str(folder), "--out", str(kept.parent / "out")]) == 2

    assert "by itself" in capsys.readouterr().err


def test_that_deidentified_data_come_from_a_study_file_too(kept):
    words = ["--passphrase-file", str(kept.parent / "words.txt")]

    code = main(["deidentify", str(kept), "--out", str(kept.parent / "out"), *words])

    assert code == 0
    text = (kept.parent / "out" / "data" / "adsl.csv").read_text(encoding="utf-8")
    assert "Drug" not in text
