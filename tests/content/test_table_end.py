"""What stands behind the last row: of the ledger, or left there by an export that broke off."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.content.made import in_a_word, verdict_on

ROWS = "Date,Party,Amount\n" + "2026-04-01,Ravi,100.00\n" * 20
MANY = "Date,Party,Amount\n" + "2026-04-01,Ravi,100.00\n" * 20_000  # more than is looked at of the beginning
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>Error</title></head>\n<body>Your session, sir, has expired.</body></html>\n"
)
ROWS_16 = "2026-04-01,Ravi,100.00\n2026-04-02,Sita,200.00\n".encode("utf-16-le")


@pytest.mark.parametrize("rows", [ROWS, MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    "end",
    [
        PAGE,
        "2026-04-01,Ra" + PAGE,
        "<br />\n<b>Fatal error</b>:  Allowed memory size exhausted in <b>/a.php</b> on line <b>12</b><br />\n",
        '<?xml version="1.0"?>\n<Error><Code>InternalError</Code></Error>\n',
        '{"error":"timeout","message":"The request timed out","code":504}\n',
        '{\n  "errorCode": "E500",\n  "errorMessage": "failed, sorry"\n}\n',
        "Session expired, please log in again.\n",
        "Internal Server Error\n",
        "Error: connection to the server was lost\n",
        "ORA-01555: snapshot too old: rollback segment number 9\n",
        'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nMemoryError\n',
        "java.sql.SQLException: Connection reset\n\tat a.b.C.d(C.java:12)\n\tat a.b.C.e(C.java:13)\n",
        "Timeout expired. The timeout period elapsed prior to completion of the operation.\n",
        "\0" * 5,
        ROWS_16,
        "Müller,Köln,1\n".encode("cp1252") * 3,
        b"\x93\x01\x02\xff\xfe\x07" * 200,
    ],
    ids=str,
)
def test_what_was_never_a_row_is_told(tmp_path: Path, rows: str, end: str | bytes) -> None:
    end = end.encode() if isinstance(end, str) else end
    # Some umlaut in front, or the 8-bit text behind would be one in a single encoding.
    verdict = in_a_word(verdict_on("Müller,Köln,1\n".encode() * 50 + rows.encode() + end, "a.csv", tmp_path))
    assert verdict in {"warn broken_off", "warn stray_nuls", "warn uncertain_content", "reject content_differs"}


@pytest.mark.parametrize("rows", ["a,b\n1,2\n", ROWS, MANY], ids=["two", "few", "many"])
@pytest.mark.parametrize("zeros", [512, 4096, 300_000])
def test_a_table_that_ends_in_zeros_is_damaged(tmp_path: Path, rows: str, zeros: int) -> None:
    assert in_a_word(verdict_on(rows.encode() + bytes(zeros), "a.csv", tmp_path)) == "reject damaged"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_rows_of_bytes_behind_rows_of_utf_16(tmp_path: Path, encoding: str) -> None:
    rows = "दिनांक,पार्टी,राशि\n" + "1-4-26,रवि,100\n" * 9000
    assert in_a_word(verdict_on(rows.encode(encoding), "a.csv", tmp_path)) == "accept"
    broken = rows.encode(encoding) + b"1-4-26,Ravi,100\n1-4-26,Sita,200\n"
    assert in_a_word(verdict_on(broken, "a.csv", tmp_path)) == "warn broken_off"
    assert in_a_word(verdict_on((rows + PAGE).encode(encoding), "a.csv", tmp_path)) == "warn broken_off"


@pytest.mark.parametrize("rows", [ROWS, MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    "end",
    [
        "",
        "\x1a",
        "\x1a" * 128,
        "Total,,2000.00\n",
        "Total,,2000.00\n\nFor Shree Ganesh Traders\n\nAuthorised Signatory\n",
        "This is a computer generated statement, and does not require a signature.\n",
        "Errors and omissions excepted (E&OE)\n",
        "For any discrepancy please contact your branch within 15 days of receipt.\n",
        "Note: Cheques returned, failed transactions and reversals are shown with a minus.\n",
        "The bank shall not be liable for any error or loss, and may correct it.\n",
        "*** End of report ***\n",
        "(20 rows affected)\n",
        ",,\n,,\n",
        "2026-04-01,Session expired refund,100.00\n",
    ],
    ids=repr,
)
def test_what_belongs_to_a_ledger_stays_good(tmp_path: Path, rows: str, end: str) -> None:
    assert in_a_word(verdict_on((rows + end).encode(), "a.csv", tmp_path)) == "accept"


def test_a_page_in_a_cell_is_no_page_behind_the_rows(tmp_path: Path) -> None:
    row = 'a,Pen,"<html>\n<body>\n<p>nice, blue</p>\n</body></html>",10\n'
    assert in_a_word(verdict_on(("Handle,Title,Body,Price\n" + row * 50).encode(), "a.csv", tmp_path)) == "accept"
