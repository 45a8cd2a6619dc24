"""Test the verdict on each kind of file, under its own name and under others."""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from pathlib import Path

import pytest
from tests.content.made import (
    CSV,
    MAIN_TYPE,
    compound,
    in_a_word,
    members_of,
    verdict_of,
    verdict_on,
    with_main_type,
    xls,
    xlsx,
    zipped,
)

from ledgerdrop.content import libmagic
from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken

MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
BOF_8 = b"\x09\x08\x10\x00\x00\x06\x05\x00\xf2\x15\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"
FILEPASS = b"\x2f\x00\x06\x00\x01\x00\x01\x00\x02\x00"
BOF_4 = b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00"
ODS = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}
HTML = b"<html><body><table><tr><td>Date</td><td>1,5</td></tr></table></body></html>"
SPREADSHEET_2003 = (
    b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
)
MHT = (
    b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/html\r\n\r\n<html></html>"
)
MAIL = b"From: a@example.com\nTo: b@example.com\nMIME-Version: 1.0\nSubject: Ledger, March\n\nDear Sir,\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000")
NESTED = zipped({"inner.zip": zipped({"inner.zip": zipped({"a.csv": CSV})}), "march.xlsx": xlsx()})
JUNK_IN_FRONT = b"#!/bin/self-extract\0\1\2\3" * 10 + zipped({"a.csv": CSV})


def encrypted_zip() -> bytes:
    """Return a zip file with the flag that says "encrypted", in the member's header and in the directory."""
    raw = bytearray(zipped({"a.csv": CSV}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def words_only(value: object) -> str:
    """Return a part of a test's name without bytes, since some hold the time at which they were made."""
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.csv", CSV, "accept"),
        ("a.xlsx", xlsx(), "accept"),
        ("a.xls", xls(), "accept"),
        ("a.zip", zipped({"a.csv": CSV}), "accept"),
        ("nested.zip", NESTED, "accept"),
        ("in-front.zip", JUNK_IN_FRONT, "accept"),
        # Only the name is wrong
        ("a.xls", xlsx(), "reject name_differs"),
        ("a.csv", xlsx(), "reject name_differs"),
        ("a.zip", xlsx(), "reject name_differs"),
        ("a.xlsx", xls(), "reject name_differs"),
        ("a.xls", CSV, "reject name_differs"),
        ("a.zip", CSV, "reject name_differs"),
        ("a.xlsx", zipped({"a.csv": CSV}), "reject name_differs"),
        # Workbooks that Clear does not take
        ("a.xlsx", with_main_type(MACROS), "reject macro_workbook"),
        ("a.xlsx", with_main_type(BINARY), "reject binary_workbook"),
        ("a.zip", with_main_type(MACROS), "reject macro_workbook"),
        ("a.xlsx", with_main_type(WORD), "reject content_differs"),
        ("a.xlsx", with_main_type(TEMPLATE), "warn uncertain_content"),
        ("a.xlsx", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "reject password_protected"),
        ("a.xls", compound({"Workbook": BOF_8 + FILEPASS}), "reject password_protected"),
        ("a.xls", compound({"Workbook": BOF_8}), "accept"),
        ("a.xls", compound({"Book": BOF_4}), "warn old_workbook"),
        ("a.xls", BOF_4 + b"\x0a\x00\x00\x00", "warn old_workbook"),
        ("a.xls", compound({"WordDocument": b"x"}), "reject content_differs"),
        ("a.xls", compound({"Workbook": b"not records"}), "reject damaged"),
        ("a.xlsx", zipped(ODS), "reject open_document"),
        ("a.zip", zipped(ODS), "reject open_document"),
        # What portals call .xls
        ("a.xls", HTML, "reject web_page"),
        ("a.xls", b"\xef\xbb\xbf\r\n  " + HTML, "reject web_page"),
        ("a.xls", MHT, "reject web_page"),
        ("a.xls", b"<table border=1><tr><td>a,b</td></tr></table>", "reject web_page"),
        ("a.xls", SPREADSHEET_2003, "reject xml_document"),
        ("a.xls", b"Attachment not found\n", "reject message"),
        ("a.xlsx", b"Just a note to say that the books are at the office.\n" * 3, "reject message"),
        # Other things
        ("a.csv", b"%PDF-1.7\n1 0 obj\n", "reject pdf"),
        ("a.xlsx", PNG, "reject image"),
        ("a.csv", b"P3\n1 1\n255\n0 0 0", "warn uncertain_content"),
        ("a.csv", json.dumps([{"a": 1, "b": 2}]).encode(), "reject json_data"),
        ("a.csv", b'{\n  "date": 1,\n  "amount": 2\n}', "reject json_data"),
        ("a.csv", b"{\\rtf1\\ansi Ledger, March\\par}", "reject content_differs"),
        ("a.csv", MAIL, "reject content_differs"),
        ("a.csv", b"BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jo;;;\nEND:VCARD\n", "reject content_differs"),
        ("a.csv", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "reject content_differs"),
        ("a.xls", b'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Date"\r\nE\r\n', "reject content_differs"),
        ("a.csv", b'TABLE\n0,1\n"EXCEL"\nVECTORS\n0,2\n""\n', "reject content_differs"),
        ("a.csv", b"OFXHEADER:100\nDATA:OFXSGML\n\n<OFX>\n", "reject content_differs"),
        ("a.csv", b"!Type:Bank\nD01/04/2026\nT-1,000.00\n^\n", "reject content_differs"),
        ("a.csv", b"#!/bin/sh\necho hello; ls -la\nexit 0\n", "reject content_differs"),
        ("a.csv", b"ID;Product;Price\n1;x;2\n", "accept"),
        ("a.csv", b"!Account\nNCash\nTCash\n^\n", "reject content_differs"),
        ("a.csv", b"!Account,Amount\nCash,100\nBank,200\n", "accept"),
        ("a.csv", b":20:STARTUMS\n:25:10020030/1234567\n:28C:1/1\n", "reject content_differs"),
        ("a.csv", b":20:30,10\n:21:30,20\n", "accept"),
        ("a.csv", b"Date,Amount\x07\n1,2\n3,4\n", "warn stray_nuls"),
        ("a.csv", b"ID;Party\nA;Ravi\nD;Sita\n", "accept"),
        ("a.csv", b"<b>Date</b>,<b>Amount</b>\n01-04-2025,100\n02-04-2025,200\n", "accept"),
        ("a.xls", b"<b>Date</b><br>01-04-2025, 100\n", "reject web_page"),
        ("a.csv", b"X-Report: Ledger\nDate: 30-04-2025\n\nDate,Name,Amount\n1,a,2\n2,b,3\n3,c,4\n", "accept"),
        ("a.csv", b"\xef\xbb\xbfName;Betrag\nM\xfcller;1\n", "accept"),  # the mark of UTF-8, but not its bytes
        ("a.csv", b"1,Jo Smith & Sons\x07,Books and magazines,10.00\n" * 9, "warn stray_nuls"),
        ("a.csv", b"# Issuer: Example, Ltd\n-----BEGIN CERTIFICATE-----\nMIIC\n", "reject content_differs"),
        ("a.csv", b"[[1, 2], [3, 4]]", "reject json_data"),
        ("a.csv", b"[section],x\n[[package]],y\n", "accept"),
        ("a.csv", gzip.compress(CSV), "reject content_differs"),
        ("a.csv", b"\x01\x03\x1f\xfe\x02" * 200, "reject content_differs"),
        ("a.xls", b"\n \r\n\t", "reject empty"),
        # Damage
        ("a.xlsx", xlsx()[:-200], "reject damaged"),
        ("a.zip", zipped({"a.csv": CSV})[:60], "reject damaged"),
        ("a.xls", xls()[:3000], "reject damaged"),
        ("a.csv", bytes(5000), "reject damaged"),
        ("a.xlsx", zipped({"xl/workbook.xml": b"<workbook/>"}), "reject damaged"),
        # The user's decision
        ("a.zip", zipped({}), "warn empty_archive"),
        ("a.zip", encrypted_zip(), "warn encrypted_members"),
        ("a.zip", zipped({"META-INF/MANIFEST.MF": b"", "A.class": b""}), "warn uncertain_content"),
        ("a.csv", b"a,b,c\n\x00,2,3\n", "warn stray_nuls"),
        ("a.csv", b"Just a note to say that the books are at the office for you.\n" * 3, "warn message"),
    ],
    ids=words_only,
)
def test_the_verdict(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert in_a_word(verdict_on(data, name, tmp_path)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "a;b\n1,5;2\n",
        "a\tb\n1\t2\n",
        "a|b\n1|2\n",
        "sep=;\na;b\n1;2\n",
        "amount\n1\n2\n",
        "a,b,c",  # no line end at all
        "x," * 200_000,  # one enormous line
        "a,b\r1,2\r",  # as old Macs end lines
        'name,note\n"Smith, J.","two\nlines, and ""quotes"""\n',
        'a,b\n5" pipe,1\n6" pipe,2\n',  # quotes that quote nothing
        "Ledger of Example Ltd\n\nFrom: 1 April 2026\nTo: 30 April 2026\n\nDate,Account,Amount\n1,2,3\n4,5,6\n",
        "# exported on Monday\nid;name\n1;x\n",
        "<DATE>,<OPEN>,<CLOSE>\n20260401,1.5,1.6\n",  # traders' programs
        "<DATE>\t<OPEN>\t<CLOSE>\n20260401\t1.5\t1.6\n",
        'sku,body\n1,<a href="x">link</a>\n2,<b>bold</b>\n',
        "PAN;Name;Amount\nABCDE1234F;Jo;1\n",  # HPGL to libmagic
        "ID;Name\n1;x\n",  # SYLK to Excel
        "MAC,Date\n1,2\n",
        ".no,.ex\n1,2\n",
        "class,struct,#include\n1,2,3\n",
        "From,To,Amount\na,b,1\n",
        "तारीख,राशि\n१,१००\n",
        "الاسم;المبلغ\nعلي;مئة\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-sig", "utf-32"])
def test_tables_in_all_their_dialects(tmp_path: Path, text: str, encoding: str) -> None:
    raw = ("\ufeff" + text).encode("utf-16-be") if encoding == "utf-16-be-sig" else text.encode(encoding)
    assert in_a_word(verdict_on(raw, "a.csv", tmp_path)) == "accept"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Straße;Betrag €\nä;1,5\n", "cp1252"),
        ("Счёт;Сумма\nЖд;1\n", "cp1251"),
        ("日付,金額\nあ,1\n", "shift-jis"),
        ("日期,金额\n甲,1\n", "gbk"),
        ("a,b\n1,2\n", "utf-16-le"),  # without a byte order mark
        ("a,b\n1,2\n", "utf-16-be"),
        ("a,b\n1,2\n\x1a", "cp437"),  # DOS
    ],
)
def test_tables_in_older_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    assert in_a_word(verdict_on(text.encode(encoding), "a.csv", tmp_path)) == "accept"


def test_a_head_that_ends_inside_a_character_is_still_text(tmp_path: Path) -> None:
    for shift in range(3):
        raw = b"a" * shift + "तारीख,राशि\n".encode() * 20_000
        assert in_a_word(verdict_on(raw, "a.csv", tmp_path)) == "accept"


def renamed(members: dict[str, bytes], change: dict[str, str]) -> bytes:
    return zipped({change.get(name, name): data for name, data in members.items()})


@pytest.mark.parametrize(
    "change",
    [
        {"[Content_Types].xml": "[content_types].XML"},
        {"xl/workbook.xml": "xl\\workbook.xml"},
        {"xl/workbook.xml": "/XL/Workbook.xml"},
        {"[Content_Types].xml": "/[Content_Types].xml"},
    ],
)
def test_other_spellings_of_members_are_legal(tmp_path: Path, change: dict[str, str]) -> None:
    assert in_a_word(verdict_on(renamed(members_of(xlsx()), change), "a.xlsx", tmp_path)) == "accept"


def test_the_workbook_part_may_lie_anywhere(tmp_path: Path) -> None:
    members = members_of(xlsx())
    members["book one/main.xml"] = members.pop("xl/workbook.xml")
    types = members["[Content_Types].xml"].replace(b"/xl/workbook.xml", b"/book%20one/main.xml")
    members["book one/"] = b""
    members["[Content_Types].xml"] = types
    assert in_a_word(verdict_on(zipped(members), "a.xlsx", tmp_path)) == "accept"
    members["[Content_Types].xml"] = b"\xff\xfe" + types.decode().replace('encoding="UTF-8"', "").encode("utf-16-le")
    assert in_a_word(verdict_on(zipped(members), "a.xlsx", tmp_path)) == "accept"
    by_extension = f'<Types><Default Extension="xml" ContentType="{MAIN_TYPE}"/></Types>'
    members["[Content_Types].xml"] = by_extension.encode()
    assert in_a_word(verdict_on(zipped(members), "a.xlsx", tmp_path)) == "accept"


def test_a_workbook_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    members = members_of(xlsx())
    del members["xl/workbook.xml"]
    assert in_a_word(verdict_on(zipped(members), "a.xlsx", tmp_path)) == "reject damaged"


def test_a_rejection_says_what_it_really_is(tmp_path: Path) -> None:
    problem = verdict_on(xlsx(), "March 2026.XLS", tmp_path)
    assert isinstance(problem, Problem)
    assert problem.code is Code.NAME_DIFFERS
    assert problem.params["better_name"] == "March 2026.xlsx"
    assert problem.params["kind"] == "xlsx"
    assert problem.params["mime"] == libmagic.mime_type(xlsx())
    assert "an Excel workbook (.xlsx)" in problem.headline
    assert "..." not in problem.headline + problem.advice


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("march.pdf", "wrong_extension"),
        ("march.csv.txt", "wrong_extension"),
        ("march", "no_extension"),
        ("march.", "no_extension"),
        (".csv", "no_extension"),
        ("MARCH.CSV", ""),
        ("march.2026.Csv", ""),
        ("-march.csv", ""),
        ("  march .csv", ""),
        ("मार्च 📒.csv", ""),
        ("x" * 251 + ".csv", ""),
    ],
)
def test_the_extension_must_be_one_that_clear_takes(tmp_path: Path, name: str, code: str) -> None:
    if sys.platform == "win32" and name.endswith("."):
        pytest.skip("Windows takes the dot away")
    verdict = verdict_on(CSV, name, tmp_path)
    assert in_a_word(verdict) == (f"reject {code}" if code else "accept")


@pytest.mark.parametrize(
    ("name", "data", "better_name"),
    [
        ("march", xlsx(), "march.xlsx"),
        ("march.", CSV, "march.csv"),
        ("march.txt", CSV, "march.csv"),
        ("march.csv.txt", CSV, "march.csv"),
        ("march.xlsx.xls", xlsx(), "march.xlsx"),
        ("ledger 31.03.2026", xls(), "ledger 31.03.2026.xls"),
        ("Ledger Apr. to Jun", CSV, "Ledger Apr. to Jun.csv"),
        ("march.bak", zipped({"a.csv": CSV}), "march.zip"),
        # Nothing that could be sent, or no saying
        ("march.txt", b"Please book the invoices first.\n", None),
        ("march.pdf", b"%PDF-1.7\n", None),
        ("march.xlsm", with_main_type(MACROS), None),
        ("march.docx", with_main_type(WORD), None),
        ("march.jar", zipped({"META-INF/MANIFEST.MF": b""}), None),
    ],
    ids=words_only,
)
def test_a_better_name(tmp_path: Path, name: str, data: bytes, better_name: str | None) -> None:
    path = tmp_path / "dropped"
    path.write_bytes(data)
    problem = verdict_of(path, name)
    assert isinstance(problem, Problem)
    assert problem.params.get("better_name") == better_name
    assert "..." not in problem.headline + problem.advice
    if better_name:
        assert in_a_word(verdict_of(path, better_name)) == "accept"


def test_sent_under_the_better_name_it_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "march.xls"
    path.write_bytes(xlsx())
    dropped = examine(path, "march.xlsx")
    assert isinstance(dropped, DroppedFile)
    checked = check(dropped, CancelToken())
    assert isinstance(checked, CheckedFile)
    assert checked.kind == "xlsx"
    assert checked.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert path.read_bytes() == xlsx() or path.exists()


@pytest.mark.parametrize(
    ("data", "mime", "with_it", "without"),
    [
        # An answer that libmagic alone can give, and one that it is known to get wrong.
        (b"Some words without columns and in no format that we know.\n" * 3, "audio/x-mod", "reject", "warn"),
        (b"a,b\n1,2\n", "audio/x-mod", "accept", "accept"),
    ],
    ids=words_only,
)
def test_libmagic_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, mime: str, with_it: str, without: str
) -> None:
    monkeypatch.setattr(libmagic, "mime_type", lambda _head: mime)
    assert in_a_word(verdict_on(data, "a.csv", tmp_path)).split()[0] == with_it
    monkeypatch.setattr(libmagic, "mime_type", lambda _head: "text/plain")
    assert in_a_word(verdict_on(data, "a.csv", tmp_path)).split()[0] == without


@pytest.mark.parametrize(
    "data",
    [
        b"P3 ledger of the month in many words that are no table at all, says the clerk to me\n1 1\n255\n0 0 0",
        b"!<arch>\nledger.txt/      1262968202  500   500   100644  47        `\nSome words in a member of it\n",
    ],
    ids=words_only,
)
def test_what_only_libmagic_knows_is_rejected(tmp_path: Path, data: bytes) -> None:
    assert in_a_word(verdict_on(data, "a.csv", tmp_path)).startswith("reject")


def test_zip_members_of_any_method_are_fine(tmp_path: Path) -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert in_a_word(verdict_on(zipped({"a.csv": CSV}, method), "a.zip", tmp_path)) == "accept"
