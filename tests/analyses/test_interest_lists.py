"""Lists of terms that the user opens together with the data."""

import pandas as pd
import pytest

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.interest import members, queries
from sjogren_desktop.study.load import open_study
from tests.analyses.test_safety_defaults import whole_study
from tests.studies import with_dataset

LIST = pd.DataFrame(
    {
        "QUERY": ["Respiratory", "Respiratory", "Respiratory", "Infection"],
        "TERM": ["cough ", "RASH", "Wheezing", "Sepsis"],
        "SCOPE": ["Narrow", "Broad", "Narrow", None],
    }
)


def counted(study):
    result = catalogue.run(catalogue.find("ae_special"), study, {"study": "Pooled"})
    return {
        row.labels[0]: sum(
            stat.value for cell in row.cells if cell for stat in cell.stats if stat.name == "events"
        )
        for row in result.tables[0].rows
    }


def test_that_a_list_makes_groups_of_exactly_its_terms():
    study = with_dataset(whole_study(), "MYLIST", "OTHER", LIST)
    frame = study.dataset("ADAE").frame

    found = {g.title: members(frame, g, ()) for g in queries(study)}

    assert set(found) == {
        "Respiratory (broad) (list MYLIST)",
        "Respiratory (narrow) (list MYLIST)",
        "Infection (list MYLIST)",
    }
    terms = frame["AEDECOD"].str.upper()
    broad, narrow = (found[f"Respiratory ({s}) (list MYLIST)"] for s in ("broad", "narrow"))
    assert broad.tolist() == terms.isin(["COUGH", "RASH"]).tolist()
    assert narrow.tolist() == (terms == "COUGH").tolist()
    events = counted(study)
    assert events["Infection (list MYLIST)"] > 0
    assert (
        events["Respiratory (narrow) (list MYLIST)"] < events["Respiratory (broad) (list MYLIST)"]
    )


def test_that_a_term_is_looked_for_in_the_variable_named():
    listed = pd.DataFrame(
        {"GRPNAME": ["Verbatim"], "TERMCHAR": ["SEPSIS"], "SRCVAR": ["AETERM"], "SCOPE": [None]}
    )
    study = with_dataset(whole_study(), "QUERIES", "OTHER", listed)
    frame = study.dataset("ADAE").frame

    (group,) = queries(study)

    assert members(frame, group, ()).tolist() == (frame["AETERM"] == "sepsis").tolist()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_that_a_list_is_opened_as_a_file_together_with_the_data(tmp_path, shared, suffix):
    path = tmp_path / f"my_queries.{suffix}"
    listed = pd.DataFrame({"QUERY": ["Itching"] * 2, "TERM": ["Pruritus", "Pruritus generalised"]})
    (listed.to_csv if suffix == "csv" else listed.to_excel)(path, index=False)
    adam = shared / "data" / "cdiscpilot" / "adam"

    study = open_study([adam / "adsl.xpt", adam / "adae.xpt", path])

    errors = [i for i in study.issues if i.severity == "error"]
    assert errors == []
    (group,) = [g for g in queries(study) if g.title.startswith("Itching")]
    result = catalogue.run(catalogue.find("ae_special"), study, {"groups": (group.key,)})
    # 14-5.01: pruritus 8, 21, 26 subjects; generalised pruritus 0, 1, 1, none of whom had both
    assert [c.stats[0].value for c in result.tables[0].rows[0].cells[:3]] == [8, 22, 27]
