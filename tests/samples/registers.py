"""Define the tables inside the sample ledgers: invented, but shaped like the registers of an Indian accountant.

No GSTIN here can exist: the 14th character of a real one is always Z (CGST Rules 2017, form of registration), here
it is X.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

HEADINGS: Final = ("Date", "Invoice No", "Party", "GSTIN", "Taxable Value", "CGST", "SGST", "IGST", "Invoice Value")
HINDI_HEADINGS: Final = (
    "दिनांक", "चालान सं.", "पार्टी", "जीएसटीआईएन", "कर योग्य मूल्य", "सीजीएसटी", "एसजीएसटी", "आईजीएसटी", "कुल",
)  # fmt: skip
HOME_STATE: Final = "27"  # Maharashtra; supplies within the state bear CGST and SGST, others IGST

PARTIES: Final = (
    ("Sahyadri Traders", "27AABCS1429B1X2"),
    ("Kaveri Paper Mills Pvt Ltd", "29AACCK8830F1X9"),
    ("Deccan Office Supplies", "27AAEFD5512K1X4"),
    ("Yamuna Logistics LLP", "07AAFFY3307Q1X1"),
    ("Malabar Spices & Co", "32AAGFM7741J1X6"),
    ("Vindhya Packaging", "23AAHCV6098N1X8"),
)
HINDI_PARTIES: Final = (
    "सह्याद्रि ट्रेडर्स", "कावेरी पेपर मिल्स", "दक्कन ऑफिस सप्लाइज", "यमुना लॉजिस्टिक्स", "मालाबार मसाले", "विंध्य पैकेजिंग",
)  # fmt: skip


class Line(NamedTuple):
    """Holds one invoice. Amounts are in rupees, with paise; tax at 18 %."""

    date: dt.date
    number: str
    party: str
    gstin: str
    taxable: float
    cgst: float
    sgst: float
    igst: float
    total: float


def lines(first: dt.date, count: int, prefix: str, parties: tuple[tuple[str, str], ...] = PARTIES) -> Iterator[Line]:
    """Yield `count` invoices from a day on, always the same ones."""
    for place in range(count):
        party, gstin = parties[(place * 5 + first.month) % len(parties)]
        taxable = 1_180 + (place * 7_919 + first.month * 613) % 93_000 + (place * 37 % 100) / 100
        tax = round(taxable * 0.18, 2)
        half = round(tax / 2, 2)
        inside = gstin.startswith(HOME_STATE)
        cgst, sgst, igst = (half, half, 0.0) if inside else (0.0, 0.0, tax)
        date = first + dt.timedelta(days=place * 2 // 3)
        total = round(taxable + cgst + sgst + igst, 2)
        yield Line(date, f"{prefix}/{place + 1:04}", party, gstin, taxable, cgst, sgst, igst, total)


def rupees(amount: float) -> str:
    """Write an amount as an Indian does, lakh by lakh: 1234567.5 is ₹12,34,567.50."""
    whole, paise = f"{amount:.2f}".split(".")
    head, tail = whole[:-3], whole[-3:]
    groups: list[str] = []
    while head:
        head, group = head[:-2], head[-2:]
        groups.insert(0, group)
    return f"₹{','.join([*groups, tail])}.{paise}"
