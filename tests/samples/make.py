"""Write `resources/samples`: `python -m tests.samples.make [FOLDER]`. The same bytes on every machine."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import xlwt
from tests.samples.containers import archive, locked_archive, locked_workbook, pdf, png
from tests.samples.registers import HEADINGS, HINDI_HEADINGS, HINDI_PARTIES, PARTIES, Line, lines, rupees

APRIL, MAY, JUNE, JULY = (dt.date(2026, month, 1) for month in (4, 5, 6, 7))
WORKBOOK_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def table(rows: Iterable[Iterable[object]], delimiter: str = ",", line_end: str = "\r\n") -> str:
    """Return rows as comma-separated values (RFC 4180)."""
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return target.getvalue()


def register(of: Iterable[Line], headings: Iterable[str] = HEADINGS) -> list[list[object]]:
    """Return headings and lines, as a spreadsheet holds them."""
    return [list(headings), *([*line] for line in of)]


def plain(of: Iterable[Line], **form: str) -> bytes:
    """Return a register as csv in UTF-8, dates as in India, amounts with two digits."""
    rows = ([f"{n.date:%d-%m-%Y}", n.number, n.party, n.gstin, *(f"{amount:.2f}" for amount in n[4:])] for n in of)
    return table([HEADINGS, *rows], **form).encode()


def with_rupee_signs(of: Iterable[Line]) -> bytes:
    """Return the same with a byte order mark and amounts such as ₹1,23,456.50: Excel's "CSV UTF-8"."""
    rows = ([f"{n.date:%d-%m-%Y}", n.number, n.party, n.gstin, *(rupees(amount) for amount in n[4:])] for n in of)
    return b"\xef\xbb\xbf" + table([HEADINGS, *rows]).encode()


def european() -> bytes:
    """Return a register with semicolons, decimal commas and cp1252: what a German Excel saves as csv."""
    rows = [["Datum", "Beleg", "Empfänger", "Verwendungszweck", "Betrag (€)"]]
    names = ("Müller & Söhne GmbH", "Café Zürich", "Großhandel Weiß", "Señor Núñez S.L.")
    for n, name in zip(lines(MAY, 24, "ZA"), names * 6, strict=True):
        rows.append(
            [f"{n.date:%d.%m.%Y}", n.number, name, f"Rechnung {n.number}", f"{n.taxable:.2f}".replace(".", ",")]
        )
    return table(rows, ";").encode("cp1252")


def hindi() -> bytes:
    """Return a sales register in Hindi, in UTF-8."""
    parties = tuple(zip(HINDI_PARTIES, (gstin for _, gstin in PARTIES), strict=True))
    return table(register(lines(JUNE, 30, "विक्रय", parties), HINDI_HEADINGS)).encode()


def workbook(of: Iterable[Line], title: str) -> dict[str, bytes]:
    """Return the members of an Excel workbook with one register."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in register(of):
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
    sheet.column_dimensions["C"].width = 28
    sheet.column_dimensions["D"].width = 18
    target = io.BytesIO()
    book.save(target)
    with zipfile.ZipFile(target) as file:
        members = {name: file.read(name) for name in file.namelist()}
    core = members["docProps/core.xml"]
    members["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-04-01T09:00:00Z", core)
    return members


def old_workbook(of: Iterable[Line]) -> bytes:
    """Return the same for Excel 97-2003."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("General Ledger")
    day = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for at, row in enumerate(register(of)):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write(at, column, value, day)
            else:
                sheet.write(at, column, value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def retyped(members: dict[str, bytes], content_type: bytes, added: dict[str, bytes]) -> bytes:
    """Return a workbook that declares itself to be another kind of one."""
    types = members["[Content_Types].xml"].replace(WORKBOOK_TYPE, content_type)
    return archive({**members, "[Content_Types].xml": types, **added})


def open_document() -> bytes:
    """Return a spreadsheet as LibreOffice saves it."""
    office, cells, text = (
        f"urn:oasis:names:tc:opendocument:xmlns:{part}:1.0" for part in ("office", "table", "text")
    )
    names = f'xmlns:office="{office}" xmlns:table="{cells}" xmlns:text="{text}"'
    row = "<table:table-row><table:table-cell><text:p>Cash</text:p></table:table-cell></table:table-row>"
    sheet = f'<office:spreadsheet><table:table table:name="Balance">{row}</table:table></office:spreadsheet>'
    body = f"<office:body>{sheet}</office:body>"
    content = f'<office:document-content {names} office:version="1.3">{body}</office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    entries = entry.format("/", kind) + entry.format("content.xml", "text/xml")
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<manifest:manifest xmlns:manifest="{space}">{entries}</manifest:manifest>'
    return archive(
        {"mimetype": kind.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    )


def web_page(of: Iterable[Line]) -> bytes:
    """Return what some portals call an Excel download."""
    rows = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>\n" for row in register(of))
    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>GSTR-2A</title>'
    return f"<html>\n<head>{head}</head>\n<body>\n<table border=1>\n{rows}</table>\n</body>\n</html>\n".encode()


def accounting_xml(of: Iterable[Line]) -> bytes:
    """Return what an accounting program exports when it is asked for XML."""
    voucher = (
        '<VOUCHER VCHTYPE="Sales"><DATE>{0:%Y%m%d}</DATE><PARTYNAME>{2}</PARTYNAME><AMOUNT>{8}</AMOUNT></VOUCHER>\n'
    )
    vouchers = "".join(voucher.format(*line) for line in of)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}<ENVELOPE>\n<BODY><DATA>\n{vouchers}</DATA></BODY>\n</ENVELOPE>\n".encode()


def json_data(of: Iterable[Line]) -> bytes:
    """Return what the e-way bill portal calls bulk data."""
    return json.dumps([{"docNo": line.number, "totInvValue": line.total} for line in of], indent=1).encode()


def samples() -> dict[str, bytes]:
    """Return every sample: its name and its bytes."""
    april = workbook(lines(APRIL, 40, "GL"), "Purchase Register")
    quarter = {
        f"sales-{month:%B}.csv".lower(): plain(lines(month, 20, f"S{month:%m}")) for month in (APRIL, MAY, JUNE)
    }
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    return {
        # Good ones
        "purchase-register-april.csv": with_rupee_signs(lines(APRIL, 40, "PUR/26-27")),
        "supplier-payments-europe.csv": european(),
        "sales-register-hindi.csv": hindi(),
        "purchase-register-may.xlsx": archive(workbook(lines(MAY, 40, "PUR/26-27"), "Purchase Register")),
        "general-ledger-2025-26.xls": old_workbook(lines(APRIL, 60, "GL")),
        "sales-first-quarter.zip": archive(quarter),
        # Only the name is wrong
        "march-ledger.csv": archive(april),
        # Sent only when the user insists
        "salaries-locked.zip": locked_archive("salaries.csv", plain(lines(APRIL, 12, "SAL")), b"ledger"),
        "nothing-collected.zip": archive({}),
        # Not what the name says, or not for Clear
        "payroll-with-password.xlsx": locked_workbook(),
        "stock-with-macros.xlsx": retyped(april, macro, {"xl/vbaProject.bin": b"Sub Tally()\r\nEnd Sub\r\n" * 40}),
        "saved-by-libreoffice.xlsx": open_document(),
        "trial-balance.ods": open_document(),
        "portal-download.xls": web_page(lines(JUNE, 12, "2A")),
        "accounting-export.xls": accounting_xml(lines(JUNE, 12, "AE")),
        "day-book.xls": plain(lines(JULY, 15, "DB")),
        "invoice-4711.csv": pdf("Tax Invoice 4711"),
        "scanned-bill.csv": png(64, 48),
        "e-way-bills.csv": json_data(lines(JULY, 12, "EW")),
        "half-downloaded.xlsx": archive(april)[:6_000],
        "nothing-in-it.csv": b"",
        "remarks.txt": b"Please book the April invoices first.\r\n",
        "ledger-without-ending": plain(lines(JULY, 10, "LWE")),
        # Fine here; the practice server answers as the name says
        "provoke-406.csv": plain(lines(JULY, 12, "P406")),
        "provoke-once-503.csv": plain(lines(JULY, 12, "P503")),
        "provoke-storage-403.csv": plain(lines(JULY, 12, "PS3")),
    }


def main(folder: Path) -> None:
    """Write all samples into a folder."""
    for name, content in samples().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "resources/samples"))
