"""Test control totals against sums known before another program wrote the table."""

from __future__ import annotations

import csv
import random
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlwt

from ledgerdrop.inspection.look import look_inside
from ledgerdrop.model.inspection import grouped

FORMS = ("plain", "indian", "western", "comma", "xlsx", "xls")


def write_table(path: Path, form: str, paise: list[list[int]]) -> None:
    """Write columns of amounts below a header, in one of the forms in which ledgers come."""
    names = ["Party", *(f"Amount {place}" for place in range(len(paise)))]
    lines = zip(*paise, strict=True)
    rows = [(f"Party {line}", *(Decimal(amount) / 100 for amount in cells)) for line, cells in enumerate(lines)]
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in (names, *rows):
            book.active.append([float(cell) if isinstance(cell, Decimal) else cell for cell in row])
        book.save(path)
    elif form == "xls":
        old = xlwt.Workbook()
        sheet = old.add_sheet("Sheet")
        for line, row in enumerate((names, *rows)):
            for place, cell in enumerate(row):
                sheet.write(line, place, float(cell) if isinstance(cell, Decimal) else cell)
        old.save(str(path))
    else:
        grouping = "" if form == "plain" else form
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";" if form == "comma" else ",")
            writer.writerow(names)
            for party, *amounts in rows:
                writer.writerow([party, *(grouped(Decimal(str(amount)), grouping) for amount in amounts)])


def check(folder: Path, tables: range) -> None:
    for number in tables:
        chance = random.Random(number)  # noqa: S311 - the same each time
        form = FORMS[number % len(FORMS)]
        lines = chance.randint(3, 900)
        largest = 10 ** chance.randint(4, 12)
        paise = [
            [chance.randint(-largest // 10, largest) * 100 + chance.randint(1, 99) for _ in range(lines)]
            for _ in range(chance.randint(1, 5))
        ]
        path = folder / f"{number}.{form if form in ('xlsx', 'xls') else 'csv'}"
        write_table(path, form, paise)
        found = look_inside(path, None, lambda _: None)
        told = [(column.total.sum, column.total.count) for column in found.totals if column.total]
        assert told == [(Decimal(sum(column)) / 100, lines) for column in paise], (number, form)
        spans = [(column.total.least, column.total.greatest) for column in found.totals if column.total]
        assert spans == [(Decimal(min(column)) / 100, Decimal(max(column)) / 100) for column in paise]


def test_totals_agree_to_the_last_paisa(tmp_path: Path) -> None:
    check(tmp_path, range(12))


@pytest.mark.long
def test_the_totals_of_two_hundred_tables_agree(tmp_path: Path) -> None:
    check(tmp_path, range(12, 212))
