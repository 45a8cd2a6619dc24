"""Test that receipts as a PDF document say what the CSV file says."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from ledgerdrop.model.files import Receipt, Uploaded
from ledgerdrop.model.inspection import Column, Contents, Total
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.store.receipt_export import ENGLISH, export_csv
from ledgerdrop.ui.history.receipts import PdfForm, as_html, form_for

FORM = PdfForm("Receipts", "Made by LedgerDrop", QFont(["Noto Sans", "DejaVu Sans"]), Qt.LayoutDirection.LeftToRight)


def receipts(count: int) -> list[Receipt]:
    total = Total(Decimal("120000.50"), 40, Decimal("0.50"), Decimal(9000))
    inside = Contents(20480, 1, 40, 9, (Column("E", "Taxable <Value> & more", True, total),))
    made = []
    for number in range(count):
        name = f"sales {number} मार्च & <co>.csv"
        sent = Uploaded(
            name, 20480 + number, f"{number:064x}", "9E10", f"https://s.example/{number}", 200, 1.75e9, 1.25
        )
        made.append(
            Receipt(
                sent, "c1", "Books & Sons", "production", Path("/books/march") / name, number, "task-17", "SUCCESS"
            )
        )
    return [replace(one, contents=inside) for one in made]


def pages_of(path: Path) -> int:
    raw = path.read_bytes()
    assert raw.startswith(b"%PDF-")
    return raw.count(b"/Type /Page\n")


@pytest.mark.parametrize("count", [1, 3])
def test_says_what_the_csv_file_says(qapp: QApplication, tmp_path: Path, count: int) -> None:
    chosen = receipts(count)
    assert export_csv(tmp_path / "a.csv", [chosen]) is None
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        titles, *rows = csv.reader(file)
    document = QTextDocument()
    document.setHtml(as_html(chosen, ENGLISH, "Receipts", "today"))
    said = document.toPlainText()
    for row in rows:
        assert row[0] in said
        for title, cell in zip(titles[1:], row[1:], strict=True):
            assert not cell or f"{title}: {cell}" in said


def test_a_batch_has_room_on_one_page(qapp: QApplication, tmp_path: Path) -> None:
    assert FORM(tmp_path / "a.pdf", [receipts(12)], ENGLISH) is None
    assert pages_of(tmp_path / "a.pdf") == 1
    assert FORM(tmp_path / "b.pdf", [receipts(200)], ENGLISH) is None
    assert pages_of(tmp_path / "b.pdf") > 1


def test_is_written_on_another_thread_and_from_right_to_left(qapp: QApplication, tmp_path: Path) -> None:
    form = replace(FORM, title="الإيصالات", direction=Qt.LayoutDirection.RightToLeft)
    answers: list[Problem | None] = []
    thread = threading.Thread(target=lambda: answers.append(form(tmp_path / "a.pdf", [receipts(2)], ENGLISH)))
    thread.start()
    thread.join()
    assert answers == [None]
    assert pages_of(tmp_path / "a.pdf") == 1


def test_what_is_read_the_other_way_stays_whole(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        widget = QWidget()
        made = form_for(widget).made
        said = as_html(receipts(1), ENGLISH, "الإيصالات", made)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert re.search(r"\u2068\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d\d:\d\d\u2069", made)
    assert f"\u2068{Path('/books/march')}\u2069" in said
    assert "\ufffd" not in said


def test_a_problem_leaves_the_old_file(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    pages: list[Sequence[Receipt] | Problem] = [receipts(1), Problem(Code.JOURNAL_UNREADABLE)]
    assert FORM(path, pages, ENGLISH) == Problem(Code.JOURNAL_UNREADABLE)
    assert path.read_bytes() == b"old"
    failed = FORM(tmp_path / "none" / "a.pdf", [receipts(1)], ENGLISH)
    assert failed is not None
    assert failed.code is Code.RECEIPTS_NOT_SAVED
