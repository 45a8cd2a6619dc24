"""Test numbers as people write them, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.inspection.cells import from_float, read_amount
from ledgerdrop.model.inspection import grouped


@pytest.mark.parametrize(
    ("text", "number", "grouping"),
    [
        ("1234.50", "1234.50", ""),
        ("-5", "-5", ""),
        (".5", "0.5", ""),
        ("5.", "5", ""),
        ("1e5", "100000", ""),
        ("1,20,000.00", "120000.00", "indian"),
        ("12,34,56,789", "123456789", "indian"),
        ("₹ 1,20,000.00", "120000.00", "indian"),
        ("Rs. 500", "500", ""),
        ("1,234,567.5", "1234567.5", "western"),
        ("(1,234.50)", "-1234.50", "western"),
        ("500.00-", "-500.00", ""),
        ("-₹500", "-500", ""),
        ("250.00 Dr", "250.00", ""),
        ("250.00 Cr.", "-250.00", ""),
        ("1.234,56", "1234.56", "comma"),
        ("12,50", "12.50", "comma"),
        ("1.234.567", "1234567", "comma"),
        ("1 234,56", "1234.56", "comma"),
        ("1\u00a0234.56", "1234.56", "western"),
        ("1'234.50", "1234.50", "western"),
        ("\u22125", "-5", ""),
        ("१२", "12", ""),
        ("\u0661\u066c\u0662\u0663\u0664\u066b\u0665\u0660", "1234.50", "western"),
        ("0000120.50", "120.50", ""),
    ],
)
def test_reads_the_numbers_that_people_write(text: str, number: str, grouping: str) -> None:
    assert read_amount(text) == (Decimal(number), grouping)


@pytest.mark.parametrize(
    "text",
    ("", "-", "007", "00.5", "1.2.3", "1,2,3", "5%", "12:30", "2026-04-01", "27AAPFU0939F1ZV", "--5", "-(5)", "(5",
     "5)", "INV1", "1_000", "NaN", "Infinity", "1e999", "9" * 31, "1 2", "5 kg", "+", "."),
)  # fmt: skip
def test_takes_nothing_else_for_a_number(text: str) -> None:
    assert read_amount(text) is None


def test_a_comma_is_read_as_the_column_uses_it() -> None:
    assert read_amount("1,234") == (Decimal(1234), "western")
    assert read_amount("1,234", comma_decimals=True) == (Decimal("1.234"), "comma")
    assert read_amount("1.234", comma_decimals=True) == (Decimal(1234), "comma")


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(["western", "indian", "comma"]))
def test_every_grouped_amount_is_read_back(number: Decimal, grouping: str) -> None:
    read = read_amount(grouped(number, grouping), comma_decimals=grouping == "comma")
    assert read is not None
    assert read[0] == number


def test_a_workbooks_number_has_the_digits_that_excel_shows() -> None:
    assert from_float(0.1 + 0.2) == Decimal("0.3")
    assert from_float(float("nan")) is None


@pytest.mark.parametrize(
    ("number", "grouping", "text"),
    [
        ("120000.00", "indian", "1,20,000.00"),
        ("-12345678.9", "indian", "-1,23,45,678.9"),
        ("120000.00", "western", "120,000.00"),
        ("120000.00", "comma", "120.000,00"),
        ("999", "indian", "999"),
        ("1E+5", "", "100000"),
    ],
)
def test_a_total_is_written_as_the_file_writes_numbers(number: str, grouping: str, text: str) -> None:
    assert grouped(Decimal(number), grouping) == text
