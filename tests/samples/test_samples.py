"""Test that each sample ledger shows what resources/README.md says, and that all come from the script."""

import re
import sys
from pathlib import Path

import olefile
import openpyxl
import pytest
import xlrd
from tests.samples.make import samples

from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "samples"
FINE = None
EXPECTED = {
    "purchase-register-april.csv": FINE,
    "supplier-payments-europe.csv": FINE,
    "sales-register-hindi.csv": FINE,
    "purchase-register-may.xlsx": FINE,
    "general-ledger-2025-26.xls": FINE,
    "sales-first-quarter.zip": FINE,
    "march-ledger.csv": Code.NAME_DIFFERS,
    "day-book.xls": Code.NAME_DIFFERS,
    "salaries-locked.zip": Code.ENCRYPTED_MEMBERS,
    "nothing-collected.zip": Code.EMPTY_ARCHIVE,
    "payroll-with-password.xlsx": Code.PASSWORD_PROTECTED,
    "stock-with-macros.xlsx": Code.MACRO_WORKBOOK,
    "saved-by-libreoffice.xlsx": Code.OPEN_DOCUMENT,
    "trial-balance.ods": Code.WRONG_EXTENSION,
    "portal-download.xls": Code.WEB_PAGE,
    "accounting-export.xls": Code.XML_DOCUMENT,
    "invoice-4711.csv": Code.PDF,
    "scanned-bill.csv": Code.IMAGE,
    "e-way-bills.csv": Code.JSON_DATA,
    "half-downloaded.xlsx": Code.DAMAGED,
    "nothing-in-it.csv": Code.EMPTY,
    "remarks.txt": Code.WRONG_EXTENSION,
    "ledger-without-ending": Code.NO_EXTENSION,
    "provoke-406.csv": FINE,
    "provoke-once-503.csv": FINE,
    "provoke-storage-403.csv": FINE,
}
WARNINGS = {Code.ENCRYPTED_MEMBERS, Code.EMPTY_ARCHIVE}


def verdict(path: Path) -> tuple[Code | None, bool]:
    """Return what the user would read about a file, and whether it may be sent."""
    found: DroppedFile | CheckedFile | Problem = examine(path)
    if isinstance(found, DroppedFile):
        found = check(found, CancelToken())
    if isinstance(found, Problem):
        return found.code, False
    assert isinstance(found, CheckedFile)
    return (found.warning.code if found.warning else FINE), True


@pytest.mark.parametrize(("name", "code"), EXPECTED.items())
def test_a_sample_shows_what_it_is_there_for(name: str, code: Code | None) -> None:
    assert verdict(FOLDER / name) == (code, code is FINE or code in WARNINGS)


def test_every_sample_is_described_and_none_is_missing() -> None:
    described = set(re.findall(r"`([\w.-]+)`", (ROOT / "resources" / "README.md").read_text(encoding="utf-8")))
    there = {path.name for path in FOLDER.iterdir()}
    assert there == set(EXPECTED)
    assert there <= described


@pytest.mark.skipif(sys.platform != "linux", reason="openpyxl writes its XML by another library elsewhere")
def test_the_samples_are_what_the_script_makes() -> None:
    made = samples()
    assert {name: made[name] == (FOLDER / name).read_bytes() for name in EXPECTED} == dict.fromkeys(EXPECTED, True)


def test_the_samples_are_small() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.stat().st_size > 40 * 1024} == set()


def test_other_programs_open_the_workbooks() -> None:
    sheet = openpyxl.load_workbook(FOLDER / "purchase-register-may.xlsx")["Purchase Register"]
    assert (sheet.max_row, sheet["B2"].value) == (41, "PUR/26-27/0001")
    with xlrd.open_workbook(FOLDER / "general-ledger-2025-26.xls") as book:
        assert book.sheet_by_index(0).nrows == 61


def test_the_locked_workbook_is_a_sound_compound_document() -> None:
    with olefile.OleFileIO(FOLDER / "payroll-with-password.xlsx", raise_defects=olefile.DEFECT_POTENTIAL) as file:
        assert file.listdir() == [["EncryptedPackage"], ["EncryptionInfo"]]
        assert file.openstream("EncryptionInfo").read(8) == b"\4\0\4\0\x40\0\0\0"
