"""Test control totals of real tables against other readers' cells, added up by rules of their own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

import openpyxl
import pytest
import xlrd
from openpyxl.utils import column_index_from_string
from tests.content.corpus import needs_corpus, rows

from ledgerdrop.inspection.look import look_inside
from ledgerdrop.model.inspection import Inspection

ENOUGH = 200  # tables


def columns_of(raw: bytes, found: Inspection) -> list[list[object]]:
    """Return the cells of each column from row 1 on, by csv, xlrd or openpyxl."""
    if found.kind == "csv":
        encoding = re.sub(r"(utf-(?:16|32))-[bl]e", r"\1", found.encoding)
        lines = csv.reader(io.StringIO(raw.decode(encoding, "replace"), newline=""), delimiter=found.delimiter)
        table: list[list[object]] = [list(line) for line in lines]
    elif found.kind == "xls":
        sheet = xlrd.open_workbook(file_contents=raw, logfile=io.StringIO()).sheet_by_name(name_of(found))
        table = [
            [cell.value if cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER) else "" for cell in line]
            for line in sheet.get_rows()
        ]
    else:
        book = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
        table = [list(line) for line in book[name_of(found)].iter_rows(values_only=True)]
    width = max(map(len, table), default=0)
    return [[line[place] if place < len(line) else "" for line in table] for place in range(width)]


def name_of(found: Inspection) -> str:
    return found.sheets[found.sheet].name


def numbers_in(cells: list[object], *, comma: bool) -> Iterator[Decimal]:
    for cell in cells:
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            yield Decimal(f"{cell:.15g}")
        elif isinstance(cell, str):
            text = re.sub(r"[\s₹$€£]|Rs\.?|USD|EUR", "", cell)
            text = re.sub(r"^(?:\((.+)\)|(.+)-|(.+)Cr)$", r"-\1\2\3", text)
            text = text.replace(".", "").replace(",", ".") if comma else text.replace(",", "")
            with suppress(ArithmeticError):
                yield from [Decimal(text)] * Decimal(text).is_finite()


@pytest.mark.long
@needs_corpus
def test_the_totals_of_real_tables_agree_with_other_readers() -> None:
    compared, differing = 0, []
    for row in rows():
        if row.expected != "accept":
            continue
        found = look_inside(row.path, None, lambda _: None)
        told = [(column_index_from_string(one.letter), one.total) for one in found.columns if one.total is not None]
        try:
            columns = columns_of(row.path.read_bytes(), found) if told else []
        except Exception:  # noqa: BLE001, S112 - one that the other reader cannot open
            continue
        compared += bool(told)
        for column, total in told:
            theirs = list(numbers_in(columns[column - 1][found.header_row :], comma=total.grouping == "comma"))
            if (sum(theirs), len(theirs)) != (total.sum, total.count):
                differing.append((row.name, column, total, sum(theirs), len(theirs)))
    assert differing == []
    assert compared >= ENOUGH
