"""Test tables that look odd and are good, texts with commas that are no tables, and what follows a last row."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.content.made import in_a_word, verdict_on

from ledgerdrop.model.problems import Problem

LETTERHEAD = (
    "Shree Ganesh Traders\n123, MG Road, Pune\nSales Account for the period from 1-Apr-2025 to 31-Mar-2026\n\n"
    "Date,Particulars,Vch Type,Vch No.,Debit,Credit\n1-Apr-25,To Opening Balance,,,1000.00,\n"
    "2-Apr-25,By Cash,Receipt,1,,500.00\n,,,,1000.00,500.00\n"
)
BANK = (
    "HDFC BANK LTD\nStatement of account\nWe understand your world, and are pleased to serve you.\n"
    "This statement is made by a computer and needs no signature.\n"
    "Please check the entries and report any error within seven days.\n\n"
    "Date,Narration,Ref No.,Withdrawal,Deposit,Closing Balance\n01/04/26,UPI-RAVI,000012,500.00,,9500.00\n"
)
WITH_AN_END = (
    "Date;Narration;Amount\n01.04.26;x;1,00\n02.04.26;y;2,00\nTotal;;3,00\n"
    "This is a computer generated statement, and requires no signature.\nErrors and omissions excepted.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Ledger,Amount",  # a header alone
        "Sl. No., Invoice No., Party Name, Amt.\n",
        "date, name of party, amount\n",
        "तारीख, विवरण, राशि\n",
        "التاريخ,اسم العميل,المبلغ\n",
        "Party\nRavi Traders\nSita & Sons\nM/s Gupta Bros.\n",
        "GSTIN\n27AAAAA0000A1Z5\n29BBBBB1111B2Z6\n",
        "Status\nFailed\nPaid\nPending\n",
        "Time\n12:30\n13:45\n",
        "a;b;c;\n1;2;3;\n4;5;6;\n",
        "Name, City\nRavi, Pune\nSita, Delhi\n",
        "Remarks,Name\nbeing amount paid to him for the rent of the shop,Ravi\nbeing tea for the staff,Gita\n",
        "Narration, Party\nbeing amount paid for the shop, Ravi Kumar\nbeing salary of the month, Sita Devi\n",
        'id,message\n1,"Session expired, please log in again."\n2,Access denied\n',
        "Date,Narration,Amount\n1-4-26,Session expired refund,10\n",
        "return,class,import,for,if,while\n1,2,3,4,5,6\n",
        "name=Ravi;amount=10\nname=Sita;amount=20\n",
        "Ledger,Formula\nSales,=SUM(A1:A3)\nPurchase,=B1+B2\n",
        "#,Name,Amount\n1,Ravi,10\n2,Sita,20\n",
        "\tDebit\tCredit\nRavi\t3\t\nSita\t\t4\n",
        "|Name|Age|\n|Ravi|3|\n|Sita|4|\n",
        "\r\n \t\n" * 300 + "\tDebit\tCredit\nRavi\t3\t\nSita\t\t4\n",
        "Date,Amount\n1,2\n" + "\x1a" * 100,
        LETTERHEAD,
        BANK,
        WITH_AN_END,
        # A marker in one cell is no format.
        "Day Book\nReceived: 1,20,000.00\nPaid: 20,000.00\n\nDate,Particulars,Amount\n1-4-25,Sales,100\n",
        "Received: 1,20,000.00\nPaid: 1,000.00\n\nDate,Particulars,Amount\n1,a,2\n2,b,3\n",
        "Subject: Day Book\nFrom: a@b.in\nTo: c@d.in\n\nDate,Particulars,Amount\n1,a,2\n2,b,3\n",
        "<a href='x?a=1'>INV-1</a>,10\n<a href='y'>INV-2</a>,20\n",
        "<a href='x'>INV-1</a>\t100\t200\n<a href='y'>INV-2</a>\t100\t200\n",
        "<Primary>,Capital Account\n<Primary>,Loans\n",
        "<Primary>\n<Sundry Debtors>\n",
        "Date,Name,Amount\n" + "1,a,2\n" * 2000 + "1,a\x07b,2\n" + "1,a,2\n" * 2000,
    ],
)
def test_odd_tables_are_good(tmp_path: Path, text: str) -> None:
    assert in_a_word(verdict_on(text.encode(), "a.csv", tmp_path)) == "accept"


@pytest.mark.parametrize(
    "text",
    [
        "Session expired, please log in again.",
        "No records found\n",
        "No data available for the selected period\n",
        "Your session has timed out\nPlease log in again\n",
        "Error: Unexpected error occurred while the report was made, please try again after some time.",
        "Access Denied\nYou don't have permission to open this resource.\n",
        "Sorry, the system is down for maintenance, kindly visit after 6:00 PM",
        "Dear User,\n\nYour request is under process. Wait, and get it after 20 minutes.\n\nRegards,\nGST Portal\n",
        "कृपया पुनः लॉगिन करें, सत्र समाप्त हो गया है।\n",
        "انتهت الجلسة، يرجى تسجيل الدخول مرة أخرى.\n",
        "Die Sitzung ist abgelaufen, bitte melden Sie sich erneut an.\n",
    ],
)
def test_a_message_is_no_ledger(tmp_path: Path, text: str) -> None:
    assert in_a_word(verdict_on(text.encode(), "a.csv", tmp_path)) == "warn message"
    for name in ("GSTR1.xlsx", "GSTR1.xls", "GSTR1.zip"):
        problem = verdict_on(text.encode(), name, tmp_path)
        assert in_a_word(problem) == "reject message"
        assert isinstance(problem, Problem)
        assert "better_name" not in problem.params


@pytest.mark.parametrize(
    "text",
    [
        "Unauthorized",
        "null",
        "कोई रिकॉर्ड नहीं मिला\n",
        'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    main(a, b)\nValueError: x, y\n',
        "java.lang.NullPointerException\n\tat in.gov.Foo.bar(Foo.java:12)\n\tat in.gov.Foo.baz(Foo.java:13)\n",
        "System.NullReferenceException: Object, x\r\n   at A.Run(String a, Int32 b) in C:\\E.cs:line 42\r\n",
        "use strict;\nmy ($a, $b) = @_;\nprint $a, $b;\n",
        "import os, sys\n\nfor a, b in x:\n    print(a, b)\n",
        "int main(int a, char **b) {\n  printf(a, b[0]);\n  return 0;\n}\n",
        "INSERT INTO a (b, c) VALUES (1, 2);\nINSERT INTO a (b, c) VALUES (3, 4);\n",
        "a, b { color: red; }\np, q { margin: 0, 1; }\n",
        "use Unicode::Collate;\n+{\n   version => 1.31,\n   entry => <<'ENTRY',\n"
        + "00E7 ; [.1FD7.0020.0002]\n" * 30,
        "<?php\necho 1, 2;\necho 3, 4;\n",
        "2026-04-01 12:00:00,123 INFO a\n2026-04-01 12:00:01,456 ERROR b\n2026-04-01 12:00:02,456 INFO c\n",
        "[main]\nname = Ravi\nplace = Pune\ncolours = red, green\n",
        "It was resolved, after some talk, that the auditors be paid.\nThe books, sent before, were read.\n" * 10,
    ],
)
def test_prose_and_program_code_are_no_tables(tmp_path: Path, text: str) -> None:
    assert in_a_word(verdict_on(text.encode(), "a.csv", tmp_path)).startswith("warn")
    problem = verdict_on(text.encode(), "a.xlsx", tmp_path)
    assert isinstance(problem, Problem)
    assert "better_name" not in problem.params


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('ID;PMicrosoft Excel;N;E\rP;PGeneral\rC;Y1;X1;K"Date"\rE\r', "a SYLK worksheet (.slk)"),
        ("ID;POpen Office\nP;PGeneral\n" + "P;P#,##0\n" * 50 + "C;X1;Y1;K1\nE\n", "a SYLK worksheet (.slk)"),
        ('TABLE\r0,1\r"EXCEL"\rVECTORS\r0,2\r""\r', "a Data Interchange Format file (.dif)"),
        ("!Type:Bank\rD01/04/2026\rT-1,000.00\rPRavi, Pune\r^\r", "a bank statement in the QIF format"),
        ("!Option:AllXfr\n!Option:AutoSwitch\n!Account\nNCash\nTCash\n^\n", "a bank statement in the QIF format"),
        ("# made, by x\n\n!type:Oth A\nD1/4'26\n^\n", "a bank statement in the QIF format"),
        ("<OFX>\n<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0\n", "a bank statement in the OFX format"),
        ('<?OFX OFXHEADER="200" VERSION="202"?>\n<OFX>\n', "a bank statement in the OFX format"),
        (
            "0000 01INGBNL2AXXXX00001\n940 00\n:20:INGEB\n:25:1\n:28C:0\n:60F:C1,35\n",
            "a bank statement in the SWIFT format",
        ),
        ("ABNANL2A\r\n940\r\nABNANL2A\r\n:20:ABN\r\n:25:1\r\n:28:1/1\r\n", "a bank statement in the SWIFT format"),
        ("{1:F01HDFCINBBAXXX}{2:O940}{4:\n:20:x,y\n:25:1,2\n:60F:C1,0\n-}", "a bank statement in the SWIFT format"),
        ("begin:vcard\r\nversion:2.1\r\nN:Ravi;K;;;\r\nend:vcard\r\n", "a contact card"),
        ('// made by x\n{\n "a": 1,\n "b": 2\n}\n', "JSON data"),
        ('/* made, by x */\n[{"a": 1, "b": 2}]', "JSON data"),
        ("{\n  // the date\n  a: 1,\n  b: 2\n}", "JSON data"),
    ],
)
def test_other_formats_are_named(tmp_path: Path, text: str, what: str) -> None:
    problem = verdict_on(text.encode(), "a.csv", tmp_path)
    assert isinstance(problem, Problem)
    assert problem.params["what"] == what


@pytest.mark.parametrize(
    "text", ["ID;Party\nC;Ravi\nE;Sita\n", "ID;Price;Qty\nF;10;2\n", "[a],[b]\n[1],[2]\n", "{a},{b}\n1,2\n"]
)
def test_headers_that_begin_like_a_format_are_good(tmp_path: Path, text: str) -> None:
    assert in_a_word(verdict_on(text.encode(), "a.csv", tmp_path)) == "accept"


# What stands behind the last row: of the ledger, or left there by an export that broke off.

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
