"""define.xml: labels and lists of terms, and XML made to do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.load import open_study
from sjogren_desktop.study.read_define import read_define

DEFINE = """<?xml version="1.0"?>
<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:def="http://www.cdisc.org/ns/def/v2.1">
 <Study OID="S"><MetaDataVersion OID="M">
  <ItemGroupDef OID="IG.ADSL" Name="ADSL">
   <Description><TranslatedText>Subject-Level Analysis</TranslatedText></Description>
   <ItemRef ItemOID="IT.SEX"/><ItemRef ItemOID="IT.TRT01PN"/>
  </ItemGroupDef>
  <ItemDef OID="IT.SEX" Name="SEX"><Description><TranslatedText>Sex</TranslatedText></Description>
   <CodeListRef CodeListOID="CL.SEX"/></ItemDef>
  <ItemDef OID="IT.TRT01PN" Name="TRT01PN"><CodeListRef CodeListOID="CL.N"/></ItemDef>
  <CodeList OID="CL.SEX"><EnumeratedItem CodedValue="F"/><EnumeratedItem CodedValue="M"/></CodeList>
  <CodeList OID="CL.N"><CodeListItem CodedValue="0"><Decode><TranslatedText>Placebo</TranslatedText>
   </Decode></CodeListItem><CodeListItem CodedValue="1"/></CodeList>
 </MetaDataVersion></Study>
</ODM>
"""
ADSL = "STUDYID,USUBJID,TRT01P,TRT01PN,SEX\nT,S1,Active,1,F\nT,S2,Placebo,0,female\nT,S3,A,7,M\n"
BOMB = DEFINE.replace(
    "<ODM",
    '<!DOCTYPE ODM [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<ODM',
    1,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "adsl.csv").write_text(ADSL)
    (tmp_path / "define.xml").write_text(DEFINE)
    return tmp_path


def test_that_labels_come_from_define(folder: Path) -> None:
    adsl = open_study([folder]).dataset("ADSL")

    assert adsl.label == "Subject-Level Analysis"
    assert adsl.labels["SEX"] == "Sex"


def test_that_values_that_are_no_terms_are_found(folder: Path) -> None:
    issues = [i for i in open_study([folder]).issues if i.check == "term.codelist"]

    assert [(i.file, i.row, i.column) for i in issues] == [
        ("adsl.csv", 3, "SEX"), ("adsl.csv", 4, "TRT01PN"),
    ]  # fmt: skip
    assert "'female'" in issues[0].message


@pytest.mark.parametrize(
    ("text", "said"),
    [(BOMB, "document type or entities"), (DEFINE[:400], "no valid XML")],
)
def test_that_harmful_and_broken_xml_is_one_sentence(text: str, said: str, folder: Path) -> None:
    (folder / "define.xml").write_text(text)

    with pytest.raises(AnalysisError, match=said):
        read_define(folder / "define.xml")
    study = open_study([folder])

    assert [(i.file, i.severity) for i in study.issues if i.check == "file.unreadable"] == [
        ("define.xml", "error")
    ]
    assert len(study.adsl) == 3


def test_that_another_xml_file_is_left_out_as_before(folder: Path) -> None:
    (folder / "define.xml").write_text("<html><body>no</body></html>")

    assert "folder.left_out" in {i.check for i in open_study([folder]).issues}


def test_that_the_pilots_define_fits_its_data(shared: Path) -> None:
    adam = shared / "data" / "cdiscpilot" / "adam"

    definitions = read_define(adam / "define.xml")

    assert len(definitions) >= 9
    assert definitions["ADSL"].variables["USUBJID"].label == "Unique Subject Identifier"
    assert definitions["ADSL"].variables["SEX"].terms.keys() >= {"F", "M"}


def test_that_texts_longer_than_said_are_found(folder: Path) -> None:
    text = DEFINE.replace('Name="SEX">', 'Name="SEX" DataType="text" Length="1">')
    (folder / "define.xml").write_text(text.replace('"TRT01PN">', '"TRT01PN" Length="x">'))

    (found,) = [i for i in open_study([folder]).issues if i.check == "define.length"]

    assert (found.row, found.column) == (3, "SEX")
    assert "1 value longer than the 1 characters of define.xml, up to 6" in found.message
