"""Test the inside of the selected file, as the details show it, with the real child process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.screens.staged import StagedQueue
from tests.screens.states import entry

from ledgerdrop import resources
from ledgerdrop.background.inspection_service import InspectionService
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.files.preview import Preview

SAMPLES = resources.path("samples")
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def service(qtbot: QtBot) -> Iterator[InspectionService]:
    service = InspectionService(cast("TransferQueue", StagedQueue()))
    yield service
    assert service.shutdown()


@pytest.fixture
def preview(qtbot: QtBot, service: InspectionService) -> Preview:
    preview = Preview(service)
    qtbot.addWidget(preview)
    return preview


def row(id_: int, path: Path, state: State = State.READY) -> TransferItem:
    return replace(entry(id_, path.name, state, size=path.stat().st_size), path=path)


def cells(preview: Preview, line: int) -> list[str]:
    return [str(preview.model.data(preview.model.index(line, at))) for at in range(preview.model.columnCount())]


def totals(preview: Preview) -> list[str]:
    return [label.text() for label in preview.totals.findChildren(QLabel) if not label.isHidden()]


def shown(qtbot: QtBot, preview: Preview, item: TransferItem, rows: int) -> None:
    preview.show_entry(item)
    under_way = "Reading…"
    qtbot.waitUntil(
        lambda: preview.model.rowCount() == rows and under_way not in preview.facts.text(), timeout=PATIENCE
    )


def test_shows_rows_with_their_numbers_right_and_totals_in_lakhs(qtbot: QtBot, preview: Preview) -> None:
    shown(qtbot, preview, row(1, SAMPLES / "purchase-register-april.csv"), 40)
    assert not preview.isHidden()
    assert preview.facts.text() == "40 rows  ·  9 columns  ·  UTF-8  ·  commas"
    assert cells(preview, 0)[4] == "₹3,632.00"
    across = Qt.Orientation.Horizontal
    assert [preview.model.headerData(at, across) for at in (0, 4)] == ["Date", "Taxable Value"]
    side = [preview.model.headerData(at, across, Qt.ItemDataRole.TextAlignmentRole) for at in (0, 4)]
    assert not side[0] & Qt.AlignmentFlag.AlignRight
    assert side[1] & Qt.AlignmentFlag.AlignRight
    qtbot.waitUntil(lambda: totals(preview)[:3] == ["Control totals", "Taxable Value", "17,65,119.60"])
    assert not preview.notes.isVisibleTo(preview)


def test_a_total_is_grouped_as_the_country_does_where_the_file_does_not(qtbot: QtBot, preview: Preview) -> None:
    shown(qtbot, preview, row(1, SAMPLES / "purchase-register-may.xlsx"), 40)
    qtbot.waitUntil(lambda: totals(preview)[2:3] == ["17,89,639.60"])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    preview.retranslate_ui()
    qtbot.waitUntil(lambda: totals(preview)[2:3] == ["1,789,639.60"])


def test_another_sheet_can_be_chosen_and_hidden_ones_are_marked(
    qtbot: QtBot, preview: Preview, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for name in ("Cover", "Sales", "Secret"):
        sheet = book.create_sheet(name)
        if name != "Cover":
            for line in (["Party", "Amount"], [name, 1], [name, 2]):
                sheet.append(line)
    del book["Sheet"]
    book["Secret"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    shown(qtbot, preview, row(1, tmp_path / "a.xlsx"), 2)
    assert [preview.sheets.itemText(at) for at in range(3)] == ["Cover", "Sales", "Secret (hidden)"]
    assert (preview.sheets.currentText(), cells(preview, 0)) == ("Sales", ["Sales", "1"])
    assert preview.notes.text() == "• 2 sheets hold data: Sales, Secret"
    preview.sheets.activated.emit(2)
    qtbot.waitUntil(lambda: preview.model.rowCount() == 2 and cells(preview, 0)[0] == "Secret", timeout=PATIENCE)


def test_the_members_of_a_zip_file_are_listed(qtbot: QtBot, preview: Preview) -> None:
    shown(qtbot, preview, row(1, SAMPLES / "sales-first-quarter.zip"), 3)
    assert preview.facts.text() == "3 files inside"
    assert cells(preview, 0) == ["sales-april.csv", "1.9 kB"] or cells(preview, 0)[0] == "sales-april.csv"


def test_what_a_rejected_file_holds_is_shown_and_why_where_nothing_is(qtbot: QtBot, preview: Preview) -> None:
    shown(qtbot, preview, row(1, SAMPLES / "stock-with-macros.xlsx", State.REJECTED), 40)
    preview.show_entry(row(2, SAMPLES / "scanned-bill.csv", State.REJECTED))
    qtbot.waitUntil(lambda: preview.facts.text() == "This file has no table to preview.", timeout=PATIENCE)
    assert not preview.table.isVisibleTo(preview)


def test_a_very_large_file_is_read_when_the_user_asks(qtbot: QtBot, preview: Preview) -> None:
    path = SAMPLES / "purchase-register-april.csv"
    preview.show_entry(replace(row(1, path), size=2**31))
    assert preview.ask.isVisibleTo(preview)
    assert preview.model.rowCount() == 0
    preview.ask.click()
    qtbot.waitUntil(lambda: preview.model.rowCount() == 40, timeout=PATIENCE)
    assert not preview.ask.isVisibleTo(preview)


def test_a_file_that_is_still_checked_is_not_read(preview: Preview) -> None:
    preview.show_entry(row(1, SAMPLES / "purchase-register-april.csv", State.CHECKING))
    assert preview.isHidden()


def test_the_latest_choice_wins(qtbot: QtBot, preview: Preview) -> None:
    for number in range(1, 20):
        preview.show_entry(row(number, SAMPLES / "purchase-register-may.xlsx"))
    shown(qtbot, preview, row(20, SAMPLES / "sales-register-hindi.csv"), 30)
