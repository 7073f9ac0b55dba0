"""Lists of adverse events of special interest: levels, wildcards, files, plans, names."""

from dataclasses import replace

import pandas as pd
import pytest

from sjogren_desktop.analyses import batch, catalogue
from sjogren_desktop.analyses.event_lists import (
    KINDS,
    EventLists,
    Interest,
    difference,
    faults,
    lists_of,
    lists_text,
    read_lists,
    shipped,
)
from sjogren_desktop.analyses.interest import known_groups, members
from sjogren_desktop.analyses.plan import plan_text, read_plan
from sjogren_desktop.analyses.spec import resolve
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import AnalysisError
from tests.analyses.test_safety_defaults import whole_study
from tests.demo_study import demo_study

EVENTS = pd.DataFrame(
    {
        "AEDECOD": ["Herpes zoster", "Oral herpes", "Post herpetic neuralgia", None, "Headache"],
        "AETERM": ["shingles", "cold sore", "neuralgia", "Herpes  zoster", "headache, severe"],
        "AELLT": ["Shingles", "Cold sores lip", "Neuralgia", "Shingles", "Headache"],
        "AEHLT": ["Herpes viral infections"] * 2 + ["Polyneuropathies", None, "Headaches"],
        "AEHLGT": ["Viral infectious disorders"] * 2 + ["Neuropathies", None, "Headaches"],
        "AESOC": ["Infections and infestations"] * 2
        + ["Nervous system disorders", None, "Nervous system disorders"],
    }
)  # fmt: skip
OWN = EventLists(
    "SAP 1.0",
    (
        Interest("herpes", "Herpes", (("terms", "herpe*"), ("except", "oral"))),
        Interest("nerves", "Nerves", (("classes", "nervous*"),), within="", serious=False),
    ),
)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("terms", "herpe", "11110"),  # a word begins so; verbatim where there is no term
        ("terms", "post*neur", "00100"),
        ("terms", "erpes", "00000"),
        ("exact", "herpes zoster", "10010"),
        ("exact", "herpes", "00000"),
        ("exact", "*herpe*", "11110"),
        ("exact", "H?adache", "00001"),
        ("reported", "headache*", "00001"),
        ("lowest_level", "shingles", "10010"),
        ("high_level", "HERPES VIRAL INFECTIONS", "11000"),
        ("group_level", "headaches", "00001"),
        ("classes", "nervous system disorders", "00101"),
    ],
)
def test_that_each_kind_of_entry_looks_at_its_level(kind, text, expected):
    group = Interest("g", "G", ((kind, text),))

    assert members(EVENTS, group, ()).tolist() == [c == "1" for c in expected]


def test_that_an_exception_takes_out_whatever_found_the_event():
    group = Interest(
        "g", "G", (("classes", "infections and infestations"), ("except", "oral herpes"))
    )

    assert members(EVENTS, group, ()).tolist() == [True, False, False, False, False]


def test_that_dots_and_brackets_of_a_term_are_letters():
    frame = pd.DataFrame({"AEDECOD": ["Pain (NOS)", "Pain xNOSx", "Pain a.b", "Pain axb"]})

    for text, expected in (("pain (nos)", 0), ("pain a.b", 2)):
        mask = members(frame, Interest("g", "G", (("exact", text),)), ())
        assert mask.nonzero()[0].tolist() == [expected]


def test_that_lists_written_read_back_as_they_are(tmp_path):
    entries = tuple((kind, f'{kind} "quoted" \\ ü*?') for kind in KINDS)
    lists = EventLists(
        'Own "lists"',
        (Interest("a", "A", entries), Interest("b", "B ü", (), serious=True, within="a")),
    )
    path = tmp_path / "own.toml"
    path.write_text(lists_text(lists), encoding="utf-8")

    assert read_lists(path) == lists
    assert read_lists(resource_path("events_of_interest.toml")).groups == shipped().groups


def test_that_the_fingerprint_is_of_what_is_looked_for_alone():
    text = lists_text(OWN)

    assert lists_of("# a remark\n" + text).fingerprint == OWN.fingerprint
    assert replace(OWN, name="Other").fingerprint == OWN.fingerprint
    changed = replace(OWN, groups=(replace(OWN.groups[0], serious=True), OWN.groups[1]))
    assert changed.fingerprint != OWN.fingerprint
    assert OWN.named == f"SAP 1.0 (fingerprint {OWN.fingerprint})"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[group]]\nkey = 'a'", "no key or title"),
        ("[[group]]\nkey = 'a'\ntitle = 'A'\nterms = 'x'", "terms must be a list of texts"),
        ("[[group]]\nkey = 'a'\ntitle = 'A'\nterms = ['']", "terms must be a list of texts"),
        ("[[group]]\nkey = 'a'\ntitle = 'A'\nonly = 'severe'", 'only can be "serious"'),
        ("[[group]]\nkey = 'a'\ntitle = 'A'\nwithin = 'b'", "within a group that does not stand"),
        ("group = 3", "under headings"),
        ("[[group", "cannot be read"),
    ],
)
def test_that_a_faulty_list_is_refused_in_words(text, sentence):
    with pytest.raises(AnalysisError, match=sentence):
        lists_of(text)


def test_that_faults_of_lists_being_edited_are_placed():
    lists = EventLists(
        "L",
        (
            Interest("a", "Same", (("terms", "x"), ("terms", "X"), ("exact", "?"))),
            Interest("b", "same", (("except", "y"),)),
            Interest("c", " ", (("terms", ""),), within="d"),
        ),
    )

    assert [(f.group, f.entry) for f in faults(lists)] == [
        *((0, 1), (0, 2), (1, None), (1, None), (2, None), (2, None), (2, 0)),
    ]
    assert [f.message for f in faults(EventLists("L", ()))] == [
        "There is no group. Add one, or go back to those shipped."
    ]
    assert faults(shipped()) == ()


def test_that_changes_are_told_in_words():
    herpes, _ = OWN.groups
    new = EventLists(
        "SAP 2.0",
        (
            Interest("new", "New", (("terms", "x"),)),
            replace(herpes, title="Herpes viruses", entries=(("terms", "zoster"),), serious=True),
        ),
    )

    assert difference(OWN, new) == (
        "name 'SAP 1.0' to 'SAP 2.0'. removed 'Nerves'. added 'New' (1 entries). 'Herpes viruses': "
        "renamed from 'Herpes'; serious events alone; + terms 'zoster'; - terms 'herpe*'; - except "
        "'oral'"
    )
    assert difference(OWN, OWN) == ""


def test_that_the_lists_of_the_study_serve_every_analysis_that_takes_groups():
    own = EventLists("Own", (Interest("aches", "Aches", (("terms", "*ache"), ("terms", "pain"))),))
    study = replace(demo_study(), event_lists=lists_text(own))

    for key, option in (
        ("ae_special", "groups"),
        ("ae_time", "event"),
        ("dose_reactions", "event"),
        ("immune_course", "event"),
        ("exposure_lanes", "event"),
        ("narratives", "kinds"),
    ):
        analysis = catalogue.find(key)
        chosen = ("aches",) if option == "groups" else "group:aches"
        given = (chosen,) if option == "kinds" else chosen
        result = catalogue.run(analysis, study, {"study": "NEPTUNUS-1", option: given})
        assert dict(result.method)["Lists of events"] == own.named, key
        values = resolve(analysis.options, study, {})  # the group it would take is not there
        assert "group:infection" not in values.values()


def test_that_a_plan_brings_its_lists_along(tmp_path):
    study = replace(whole_study(), event_lists=lists_text(OWN))
    result = catalogue.run(catalogue.find("ae_special"), study, {"study": "Pooled"})
    path = tmp_path / "plan.toml"
    path.write_text(plan_text([result], event_lists=study.event_lists), encoding="utf-8")

    plan = read_plan(path)

    assert lists_of(plan.event_lists) == OWN
    elsewhere = replace(whole_study(), event_lists=plan.event_lists)
    (again,), failures = batch.run_all(elsewhere, plan=plan.options)
    assert not failures
    assert again.tables == result.tables
    assert dict(again.method)["Lists of events"] == OWN.named


def test_that_a_plan_of_other_results_has_no_lists():
    result = catalogue.run(catalogue.find("ae_overview"), whole_study(), {"study": "Pooled"})

    assert "[[group]]" not in plan_text([result])


def test_that_a_plan_with_faulty_lists_is_refused(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text("[ae_special]\n[[group]]\nkey = 'a'\ntitle = 'A'\n", encoding="utf-8")

    with pytest.raises(AnalysisError, match="'A' looks for nothing"):
        read_plan(path)


def test_that_data_without_events_know_the_groups_of_the_lists():
    study = whole_study()

    assert [g.key for g in known_groups(study)][-1] == shipped().groups[-1].key
