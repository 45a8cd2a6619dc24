"""Is it text, and does the text have columns? Judged by the head of a file, in any encoding a ledger comes in."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final

_LOOKED_AT: Final = 64 * 1024  # bytes
_LINES_LOOKED_AT: Final = 400
_DELIMITERS: Final = ",;\t|"

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the next one, so it must be asked for first
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
)
# What no text holds: C0 controls and DEL, but for tab, line feed, vertical tab, form feed, return, escape, and
# Ctrl-Z, with which DOS programs end a file.
_CONTROLS: Final = bytes(sorted({*range(32), 127} - {0, 9, 10, 11, 12, 13, 26, 27}))
# How many bytes there must be for each: with this many, ledgers are still read by Excel.
_FEWEST_PER_NUL: Final = 8
_FEWEST_PER_CONTROL: Final = 500
_CONTROL: Final = re.compile("[" + "".join(f"\\x{code:02x}" for code in (0, *_CONTROLS)) + "\ufffd]")
_QUOTED: Final = re.compile(r'"[^"]*(?:"|\Z)')  # the head may end inside quotes
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Text:
    """The decoded head. `stray` says whether a few characters had to be left out that no text holds."""

    content: str
    stray: bool


def decode(head: bytes) -> Text | None:
    """The text that a file begins with, without its byte order mark, or None when it is not text."""
    head = head[:_LOOKED_AT]
    head = head.removeprefix(codecs.BOM_UTF8)  # some programs write it in front of any encoding
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return _decode_wide(head[len(mark) :], encoding)
    if (unmarked := _utf_16_without_mark(head)) is not None:
        return _decode_wide(head, unmarked)
    nuls = head.count(0)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # A single one may be an accident in however small a file.
    if nuls * _FEWEST_PER_NUL > len(head) or (controls > 1 and controls * _fewest_per_control(head) > len(head)):
        return None
    text = head.translate(None, _CONTROLS + b"\0")
    return Text(_decode_narrow(text), stray=bool(nuls or controls))


class Shape(Enum):
    """How much the text looks like a table."""

    BLANK = auto()  # nothing but white space
    COLUMNS = auto()
    ONE_COLUMN = auto()
    NONE = auto()


def shape_of(text: str) -> Shape:
    """Whether it has columns, cut by comma, semicolon, tab or pipe; a list of values is one column."""
    if not text.strip():
        return Shape.BLANK
    if any(_has_columns(lines) for lines in (_lines(_QUOTED.sub("q", text)), _lines(text))):
        return Shape.COLUMNS
    return Shape.ONE_COLUMN if _is_a_list(_lines(_QUOTED.sub("q", text))) else Shape.NONE


def _decode_wide(head: bytes, encoding: str) -> Text | None:
    content = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    controls = len(_CONTROL.findall(content))
    if controls * _FEWEST_PER_CONTROL > len(content):
        return None
    return Text(_CONTROL.sub("", content), stray=controls > 0)


def _fewest_per_control(head: bytes) -> int:
    # Between plain ASCII they are separators of some old program; between other bytes they are a sign of none.
    return 20 if head.isascii() else _FEWEST_PER_CONTROL


def _utf_16_without_mark(head: bytes) -> str | None:
    """In UTF-16 commas, digits and line ends have a NUL as every other byte, always on the same side."""
    if len(head) < 4 or 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 5 > len(head) // 2 and even * 20 < odd:
        return "utf-16-le"
    if even * 5 > len(head) // 2 and odd * 20 < even:
        return "utf-16-be"
    return None


def _decode_narrow(text: bytes) -> str:
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(text)
    except UnicodeDecodeError:
        # Which of the many 8-bit encodings does not matter here: delimiters are ASCII in all of them.
        return text.decode("latin-1")


def _lines(text: str) -> list[str]:
    """The first lines that hold something and are no comment; the last one may be cut off."""
    lines = [line for line in _LINE_END.split(text, _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if line.strip()]
    return [line for line in lines if not line.startswith("#")] or lines


def _has_columns(lines: list[str]) -> bool:
    return any(_is_cut_by(delimiter, lines) for delimiter in _DELIMITERS)


def _is_cut_by(delimiter: str, lines: list[str]) -> bool:
    # A single delimiter at a line's end is punctuation (`int main();`), unless others stand before it.
    counts = [line.count(delimiter) for line in lines]
    if sum(line.rstrip().endswith(delimiter) and line.count(delimiter) == 1 for line in lines) * 2 > len(lines):
        return False
    if len(counts) == 1:
        return counts[0] > 0
    cut = [count for count in counts if count]
    if not cut:
        return False
    _, as_usual = Counter(cut).most_common(1)[0]
    if as_usual * 2 >= len(counts) or len(cut) * 10 >= len(counts) * 9:
        return True
    # Reports begin with a title and notes: then some lines in sequence look alike.
    return any(count >= 2 and len(list(run)) >= 3 for count, run in groupby(counts))


def _is_a_list(lines: list[str]) -> bool:
    return all(len(line) <= 120 and len(line.split()) <= 6 and not line[0].isspace() for line in lines)


def unicode_encoding(head: bytes) -> str | None:
    """Name the Unicode encoding of a text by its head, as Python names it; None for one of the 8-bit encodings."""
    head = head[:_LOOKED_AT]
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    if (unmarked := _utf_16_without_mark(head)) is not None:
        return unmarked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return None
    return "utf-8"
