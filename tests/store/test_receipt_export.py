"""Test that receipts are found by what one remembers of them, and that Excel reads an export and runs nothing."""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Receipt, ReceiptQuery, Uploaded, receipt_for
from ledgerdrop.model.inspection import Column, Contents, Total
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.store.journal import Journal, open_journal
from ledgerdrop.store.journal_records import Added, Confirmed, ReceiptsCleared
from ledgerdrop.store.receipt_export import ENGLISH, HEADINGS, export_csv, receipt_pages

CLEAR = Account("c1", "Books Ltd", Environment.PRODUCTION, "https://api.clear.in", "")
OTHER = Account("c2", "Other Ltd", Environment.SANDBOX, "https://api-sandbox.clear.in", "")


def receipt(
    name: str = "march.xlsx", account: Account = CLEAR, sha256: str = "ab" * 32, at: float = 1_750_000_000.0
) -> Receipt:
    uploaded = Uploaded(name, 20_480, sha256, "9E107D9D", "https://storage.example/v1/march.xlsx", 200, at, 1.25, 2)
    return receipt_for(uploaded, account, Path("/books") / name)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened, problem = open_journal(tmp_path / "journal.db")
    assert problem is None
    yield opened
    opened.close()


def keep(journal: Journal, *receipts: Receipt) -> None:
    first = journal.next_id()
    assert isinstance(first, int)
    for number, one in enumerate(receipts, start=first):
        made = TransferItem(number, Path("/books") / one.uploaded.name, one.uploaded.name, "c1", State.UPLOADED)
        assert journal.write(Added((made,)), Confirmed(made, one)) is None


def names(found: list[Receipt] | Problem) -> list[str]:
    assert not isinstance(found, Problem)
    return [one.uploaded.name for one in found]


@pytest.fixture
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if sys.platform == "win32":
        pytest.skip("the time zone cannot be set for one process there")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


def test_content_sent_before_is_known_for_its_account_only(journal: Journal) -> None:
    keep(journal, receipt("first.xlsx"), receipt("again.xlsx"), receipt("theirs.xlsx", OTHER))
    found = journal.sent_before("ab" * 32, CLEAR.id)
    assert isinstance(found, Receipt)
    assert found.uploaded.name == "again.xlsx"
    assert found.account_name == "Books Ltd"
    assert journal.sent_before("cd" * 32, CLEAR.id) is None
    assert journal.sent_before("ab" * 32, "c3") is None
    journal.write(ReceiptsCleared())
    assert journal.sent_before("ab" * 32, CLEAR.id) is None


def test_only_a_size_that_was_sent_is_worth_a_look(journal: Journal) -> None:
    keep(journal, receipt())
    assert journal.size_sent_before(20_480, CLEAR.id) is True
    assert journal.size_sent_before(20_481, CLEAR.id) is False
    assert journal.size_sent_before(20_480, OTHER.id) is False


def test_a_receipt_remembers_where_its_file_was(journal: Journal) -> None:
    odd = receipt("odd.csv").uploaded
    keep(journal, receipt_for(odd, CLEAR, Path("/books/\udcff/odd.csv")), receipt_for(odd, CLEAR))
    found = journal.receipts(ReceiptQuery(), 9)
    assert not isinstance(found, Problem)
    assert [one.path for one in found] == [None, Path("/books/\udcff/odd.csv")]


def test_receipts_are_found_by_folder_and_from_a_moment_on(journal: Journal) -> None:
    for number, folder in enumerate(("Café & Sons", "Sharma")):
        at = 1_750_000_000.0 + number
        keep(journal, replace(receipt(f"{number}.csv", at=at), path=Path("/books", folder, f"{number}.csv")))

    def names(query: ReceiptQuery) -> list[str]:
        found = journal.receipts(query, 9)
        assert not isinstance(found, Problem)
        return [one.uploaded.name for one in found]

    assert names(ReceiptQuery("CAFÉ")) == ["0.csv"]
    assert names(ReceiptQuery("sharma")) == ["1.csv"]
    assert names(ReceiptQuery("0.csv")) == ["0.csv"]
    assert names(ReceiptQuery(since=1_750_000_001.0)) == ["1.csv"]


def test_the_overview_names_each_account_and_day_once(journal: Journal, in_new_york: None) -> None:
    renamed = replace(CLEAR, name="ABC Books")
    keep(journal, receipt(at=1e9), receipt(account=OTHER, at=1e9 + 86400), receipt(account=renamed, at=1e9 + 60))
    overview = journal.overview()
    assert not isinstance(overview, Problem)
    assert overview.accounts == (("c1", "ABC Books"), ("c2", "Other Ltd"))
    assert overview.days == (date(2001, 9, 9), date(2001, 9, 8))
    assert journal.count_receipts(ReceiptQuery()) == 3
    assert journal.count_receipts(ReceiptQuery(account_id="c1", day=date(2001, 9, 8))) == 2
    assert journal.count_receipts(ReceiptQuery("nothing")) == 0


def test_receipts_are_found_by_text_in_any_case(journal: Journal) -> None:
    keep(journal, receipt("März ÄRGER 100%.csv"), receipt("april_1.csv"), receipt("aprilx1.csv", sha256="fe" * 32))
    assert names(journal.receipts(ReceiptQuery("ärger"), 9)) == ["März ÄRGER 100%.csv"]
    assert names(journal.receipts(ReceiptQuery("L_1"), 9)) == ["april_1.csv"]
    assert names(journal.receipts(ReceiptQuery("0%"), 9)) == ["März ÄRGER 100%.csv"]
    assert names(journal.receipts(ReceiptQuery("FEFE"), 9)) == ["aprilx1.csv"]
    assert names(journal.receipts(ReceiptQuery("9e107d"), 9)) == ["aprilx1.csv", "april_1.csv", "März ÄRGER 100%.csv"]
    assert names(journal.receipts(ReceiptQuery("' OR 1=1"), 9)) == []


def test_receipts_are_found_by_account(journal: Journal) -> None:
    keep(journal, receipt("ours.csv"), receipt("theirs.csv", OTHER))
    assert names(journal.receipts(ReceiptQuery(account_id="c2"), 9)) == ["theirs.csv"]
    assert names(journal.receipts(ReceiptQuery("ours", account_id="c2"), 9)) == []


def test_a_day_is_one_of_this_computers_calendar(journal: Journal, in_new_york: None) -> None:
    def at(*moment: int) -> float:
        return datetime(*moment).astimezone().timestamp()  # type: ignore[arg-type]  # year, month, day and so on

    keep(
        journal,
        receipt("eve.csv", at=at(2026, 11, 1) - 1),
        receipt("first.csv", at=at(2026, 11, 1)),
        receipt("last.csv", at=at(2026, 11, 1) + 25 * 3600 - 1),  # summer time ends that day
        receipt("next.csv", at=at(2026, 11, 2)),
    )
    assert names(journal.receipts(ReceiptQuery(day=date(2026, 11, 1)), 9)) == ["last.csv", "first.csv"]
    assert names(journal.receipts(ReceiptQuery(day=date(2026, 11, 3)), 9)) == []


def test_receipts_are_found_by_their_import_and_by_their_ids(journal: Journal) -> None:
    keep(journal, *(receipt(f"{number}.csv") for number in range(5)))
    everything = journal.receipts(ReceiptQuery(), 9)
    assert not isinstance(everything, Problem)
    chosen = tuple(one.id for one in everything[1:3])
    assert names(journal.receipts(ReceiptQuery(ids=chosen), 9)) == ["3.csv", "2.csv"]
    assert names(journal.receipts(ReceiptQuery(task_id="none"), 9)) == []


def test_receipts_come_in_pages(journal: Journal) -> None:
    keep(journal, *(receipt(f"{number}.csv") for number in range(5)))
    first = journal.receipts(ReceiptQuery(), 2)
    assert not isinstance(first, Problem)
    assert names(first) == ["4.csv", "3.csv"]
    assert names(journal.receipts(ReceiptQuery(), 9, first[-1].id)) == ["2.csv", "1.csv", "0.csv"]


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_all_receipts_are_exported(journal: Journal, tmp_path: Path, in_new_york: None) -> None:
    keep(journal, *(receipt(f"{number}.csv") for number in range(1_201)))
    path = tmp_path / "receipts.csv"
    pages = receipt_pages(lambda after: journal.receipts(ReceiptQuery(), 500, after))
    assert export_csv(path, pages) is None
    assert path.read_bytes().startswith(b"\xef\xbb\xbfFile name,Size (bytes),SHA-256,")
    rows = read(path)
    assert rows[0] == list(HEADINGS)
    assert [row[0] for row in rows[1:]] == [f"{number}.csv" for number in range(1_200, -1, -1)]
    assert rows[1][1:] == [
        "20480",
        "ab" * 32,
        "2025-06-15 11:06:40-04:00",
        "Books Ltd",
        "c1",
        "production",
        "9E107D9D",
        "https://storage.example/v1/march.xlsx",
        "1.250",
        "2",
        *[""] * 3,
        *rows[1][14:16],
        "Not read",
        "",
    ]


def test_what_followed_the_upload_stands_in_the_export(tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    failed = replace(receipt(), task_id="task-17", workflow_status="FAILED", reason="=row 2 has no date")
    assert export_csv(path, [[failed]]) is None
    titles, row = read(path)
    assert titles[11:14] == ["Task ID", "Workflow status", "Reason"]
    assert row[11:14] == ["task-17", "FAILED", "'=row 2 has no date"]


def test_all_but_the_facts_is_in_the_users_words(tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    nothing_known = replace(receipt(), contents=None, uploaded=replace(receipt().uploaded, etag=""))
    assert export_csv(path, [[nothing_known]], {text: text.upper() for text in ENGLISH}) is None
    titles, row = read(path)
    assert titles == [heading.upper() for heading in HEADINGS]
    assert row[HEADINGS.index("ETag")] == "NONE; CONFIRMED BY STATUS ALONE"
    assert row[HEADINGS.index("Rows")] == "NOT READ"


TOTALS = "May!Amount: 1,20,000.50 (40: 0.50 … 9,000); May!F: 1,20,000.50 (40: 0.50 … 9,000)"


def test_what_was_inside_stands_in_the_export(tmp_path: Path) -> None:
    path = tmp_path / "receipts.csv"
    total = Total(Decimal("120000.50"), 40, Decimal("0.50"), Decimal(9000), grouping="indian")
    inside = Contents(20480, 1, 40, 9, (Column("E", "Amount", True, total), Column("F", "", True, total)), 0, "May")
    known = replace(receipt(), path=Path("/books/march/sales.csv"), contents=inside)
    assert export_csv(path, [[known, replace(receipt(), path=None, contents=None)]]) is None
    titles, row, older = read(path)
    assert titles[-4:] == ["Name on disk", "Folder", "Rows", "Control totals"]
    assert row[-4:] == ["sales.csv", str(Path("/books/march")), "40", TOTALS]
    assert older[-4:] == ["", "", "Not read", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    name = f'{start}HYPERLINK("https://evil.example","a, ""b""").csv'
    path = tmp_path / "receipts.csv"
    assert export_csv(path, [[receipt(name, Account(start, start, Environment.CUSTOM, "", ""))]]) is None
    row = read(path)[1]
    assert row[0] == f"'{name}"
    assert row[4:6] == [f"'{start}", f"'{start}"]


@pytest.mark.parametrize(
    "before", ["", "a;", "a; ", 'a;"', 'a";""', "a\t", "a|", "a\n", "a\r\n ", ";", "\n;", 'a,b";']
)
def test_no_cell_is_a_formula_whatever_it_is_split_at(tmp_path: Path, before: str) -> None:
    path = tmp_path / "receipts.csv"
    starts = "=+-@＝＋－＠"  # noqa: RUF001 - wide signs as well
    texts = [f'{before}{start}HYPERLINK("https://evil.example";"a, ""b""")' for start in starts]
    made = [replace(receipt(text, Account(text, text, Environment.CUSTOM, "", "")), reason=text) for text in texts]
    assert export_csv(path, [made]) is None
    whole = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    for separator in ",;\t|":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            cells = [cell for row in csv.reader(whole, delimiter=separator, quoting=quoting) for cell in row]
            assert [cell for cell in cells if cell.strip(' "\r\n').startswith(tuple(starts))] == []


def test_text_in_any_script_is_exported(tmp_path: Path) -> None:
    name = "खाता, “Büro” 帳簿 \U0001f4d2.csv"
    path = tmp_path / "receipts.csv"
    assert export_csv(path, [[receipt(name)]]) is None
    assert read(path)[1][0] == name


def test_an_export_that_fails_leaves_the_old_file(journal: Journal, tmp_path: Path) -> None:
    damaged = Problem(Code.JOURNAL_UNREADABLE)
    path = tmp_path / "receipts.csv"
    path.write_text("the old one")
    files = sorted(tmp_path.iterdir())
    assert export_csv(path, [[receipt()], damaged]) == damaged
    assert path.read_text() == "the old one"
    assert sorted(tmp_path.iterdir()) == files


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no such folder" / "receipts.csv"
    problem = export_csv(path, [[receipt()]])
    assert problem is not None
    assert problem.code is Code.RECEIPTS_NOT_SAVED
    assert str(path) in problem.headline
    (tmp_path / "folder.csv").mkdir()
    assert export_csv(tmp_path / "folder.csv", [[receipt()]]) is not None
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_a_disk_without_room_leaves_nothing_behind(tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        problem = export_csv(tmp_path / "receipts.csv", [[receipt()] * 1_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert problem is not None
    assert problem.code is Code.RECEIPTS_NOT_SAVED
    assert list(tmp_path.iterdir()) == []
