"""Workbooks in kinds that no library here writes, made by hand."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.study import test_fuzz


def open_document() -> bytes:
    """Return the data set as an OpenDocument spreadsheet."""

    def cell(value: object) -> str:
        if isinstance(value, float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        return (
            '<table:table-cell office:value-type="string"><text:p>'
            f"{value}</text:p></table:table-cell>"
        )

    frame = test_fuzz.FRAME.assign(ADT=test_fuzz.FRAME["ADT"].dt.strftime("%Y-%m-%d"))
    rows = [list(frame.columns), *frame.astype(object).to_numpy().tolist()]
    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{name}office:1.0" '
        f'xmlns:table="{name}table:1.0" xmlns:text="{name}text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="ADQS">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return target.getvalue()


def binary_workbook() -> bytes:
    """Return the data set as XLSB, by the records of [MS-XLSB] that a reader needs."""

    def record(kind: int, content: bytes = b"") -> bytes:
        head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
        return head + bytes([len(content)]) + content

    def text(value: str) -> bytes:
        return struct.pack("<I", len(value)) + value.encode("utf-16-le")

    def cell(column: int, value: object) -> bytes:
        place = struct.pack("<II", column, 0)
        if isinstance(value, float):
            return record(5, place + struct.pack("<d", value))
        return record(6, place + text(str(value)))

    frame = test_fuzz.FRAME.assign(ADT=test_fuzz.FRAME["ADT"].dt.strftime("%Y-%m-%d"))
    rows = [list(frame.columns), *frame.astype(object).to_numpy().tolist()]
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, frame.shape[1] - 1)
    sheet = record(0x81) + record(0x94, size) + record(0x91)
    for number, row in enumerate(rows):
        sheet += record(0, struct.pack("<I", number) + bytes(13))
        sheet += b"".join(cell(column, value) for column, value in enumerate(row))
    sheet += record(0x92) + record(0x82)
    named = struct.pack("<II", 0, 1) + text("r1") + text("ADQS")
    book = record(0x83) + record(0x8F) + record(0x9C, named) + record(0x90) + record(0x84)
    base = "http://schemas.openxmlformats.org"
    relations = (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{base}/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.bin"/></Relationships>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/_rels/workbook.bin.rels", relations)
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return target.getvalue()
