"""Test zip files and workbooks that are whole, and say what they hold, and those that are not."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.content.made import CSV, compound, in_a_word, members_of, verdict_on, xls, xlsx, zipped

from ledgerdrop.model.problems import Problem

PAGE = b"<!DOCTYPE html>\n<html><body>Your session has expired.</body></html>\n"
NOTICE = b"<br />\n<b>Notice</b>:  Undefined index: gstin in <b>/var/www/export.php</b> on line <b>12</b><br />\n"
BOF_5 = b"\x09\x08\x08\x00\x00\x05\x05\x00\xf2\x15\xcc\x07"
BOF_8 = b"\x09\x08\x10\x00\x00\x06\x05\x00\xf2\x15\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"
LOCKED_XLSX = compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})
LOCKED_XLS = compound({"Workbook": BOF_8 + b"\x2f\x00\x06\x00\x01\x00\x01\x00\x02\x00"})


def words_only(value: object) -> str:
    return value if isinstance(value, str) else ""


def with_count(content: bytes, count: int) -> bytes:
    """Return a zip file that claims another number of members than it has."""
    end = content.rindex(b"PK\x05\x06")
    return content[: end + 8] + struct.pack("<2H", count, count) + content[end + 12 :]


def last_part(content: bytes) -> bytes:
    """Return a zip file that says it is the third part of several."""
    end = content.rindex(b"PK\x05\x06")
    return content[: end + 4] + struct.pack("<2H", 2, 0) + content[end + 8 :]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        # Rights management, apart from a password
        ("a.xlsx", compound({"EncryptedPackage": b"x", "DRMEncryptedDataSpace": b"x"}), "reject rights_managed"),
        ("a.xls", compound({"Workbook": BOF_8, "\tDRMContent": b"x"}), "reject rights_managed"),
        ("a.xlsx", LOCKED_XLSX, "reject password_protected"),
        ("a.xls", LOCKED_XLS, "reject password_protected"),
        # Something round a workbook
        ("a.xlsx", b"\r\n" + xlsx(), "reject damaged"),
        ("a.xlsx", b"\xef\xbb\xbf" + xlsx(), "reject damaged"),
        ("a.xlsx", NOTICE + xlsx(), "reject damaged"),
        ("a.xlsx", xlsx() + PAGE, "reject damaged"),
        ("a.xlsx", xlsx() + PAGE * 2000, "reject damaged"),
        ("a.zip", b"\n" + xlsx(), "reject damaged"),
        ("a.xls", NOTICE + xls(), "reject damaged"),
        ("a.xls", b"\n" + xls(), "reject damaged"),
        ("a.xlsx", xlsx() + bytes(100), "accept"),
        ("a.zip", b"#!/bin/self-extract\n" + zipped({"a.csv": CSV}), "accept"),
        # Excel 5.0 and 95
        ("a.xls", compound({"Book": BOF_5}), "warn old_workbook"),
        ("a.xls", compound({"Workbook": BOF_8}), "accept"),
        # Nothing for Clear
        ("a.zip", zipped({"april/": b"", "may/": b""}), "warn nothing_in_archive"),
        ("a.zip", zipped({"__MACOSX/._a.csv": b"x", "__MACOSX/": b""}), "warn nothing_in_archive"),
        ("a.zip", zipped({"~$a.xlsx": b"x", ".~lock.a.xlsx#": b"x", "b/Thumbs.db": b"x"}), "warn nothing_in_archive"),
        ("a.zip", zipped({"a.csv": b"", "b/": b""}), "warn nothing_in_archive"),
        ("a.zip", zipped({"returns.json": b"{}", "b/x.JSON": b"{}"}), "warn nothing_in_archive"),
        ("a.zip", zipped({"a.pdf": b"%PDF-1.7"}), "warn nothing_in_archive"),
        ("a.zip", zipped({"a.pdf": b"%PDF-1.7", "a.json": b"{}"}), "warn nothing_in_archive"),
        ("a.zip", zipped({"a.pdf": b"%PDF-1.7", "a.csv": CSV}), "accept"),
        ("a.zip", zipped({"april.xlsx": LOCKED_XLSX, "a.csv": CSV}), "warn locked_member"),
        ("a.zip", zipped({"april.xls": LOCKED_XLS}), "warn locked_member"),
        ("a.zip", zipped({"april.xls": xls(), "a.xlsx": xlsx()}), "accept"),
        # A table of contents that does not add up
        ("a.zip", with_count(zipped({"a.csv": CSV, "b.csv": CSV}), 3), "reject damaged"),
        ("a.xlsx", with_count(xlsx(), 1), "reject damaged"),
        ("a.zip", last_part(zipped({"a.csv": CSV})), "reject one_part"),
        # Other programs' documents
        ("a.zip", zipped({"index.xml": b"<x/>", "buildVersionHistory.plist": b"x"}), "warn uncertain_content"),
        ("a.xlsx", zipped({"index.xml": b"<x/>", "buildVersionHistory.plist": b"x"}), "reject content_differs"),
        ("a.xlsx", zipped({"content.xml": b"<x/>", "META-INF/manifest.xml": b"<x/>"}), "reject open_document"),
        ("a.xlsx", zipped({"content.xml": b"", "styles.xml": b"", "meta.xml": b""}), "reject open_document"),
    ],
    ids=words_only,
)
def test_the_verdict(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert in_a_word(verdict_on(data, name, tmp_path)) == expected


def test_a_marker_in_front_is_no_part_of_something_round_it(tmp_path: Path) -> None:
    members = members_of(xlsx())
    raw = b"PK00" + zipped(members)
    assert in_a_word(verdict_on(raw, "a.xlsx", tmp_path)) == "accept"


def test_the_warning_says_what_was_found(tmp_path: Path) -> None:
    checked = verdict_on(zipped({"a.pdf": b"%PDF-1.7"}), "a.zip", tmp_path)
    assert not isinstance(checked, Problem)
    assert checked.warning
    assert "only PDF documents" in checked.warning.advice
