"""Is it text, and does the text have columns? Judged by the head of a file, in any encoding a ledger comes in."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final

from ledgerdrop.content.line_kinds import LineKind, ends_as_sentence, has_numbers, is_message, kind_of

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
_FEWEST_PER_ACCIDENT: Final = 5000  # with this many, a control character is not worth a word
_CONTROL: Final = re.compile("[" + "".join(f"\\x{code:02x}" for code in (0, *_CONTROLS)) + "\ufffd]")
_QUOTED: Final = re.compile(r'"[^"]*(?:"|\Z)')  # the head may end inside quotes
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Text:
    """The decoded head. `stray` says whether a few characters had to be left out that no text holds."""

    content: str
    stray: bool


def decode(head: bytes) -> Text | None:
    """Return the text that a file begins with, without its byte order mark, or None when it is not text."""
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
    return Text(_decode_narrow(text), stray=bool(nuls) or controls * _FEWEST_PER_ACCIDENT > len(head))


class Shape(Enum):
    """Grade how much the text looks like a table."""

    BLANK = auto()  # nothing but white space
    COLUMNS = auto()
    ONE_COLUMN = auto()
    MESSAGE = auto()  # a few words, as a portal sends them in place of a file
    PROSE = auto()
    CODE = auto()
    SETTINGS = auto()  # names with their values
    NONE = auto()


_FEW_LINES: Final = 10  # of which a message consists at most
_LINES_JUDGED: Final = 100


def shape_of(text: str) -> Shape:
    """Find the columns, cut by comma, semicolon, tab or pipe; a list of values is one column.

    Prose and program code have commas and semicolons as well. So columns count only where the lines between them do
    not read like either, or where rows in sequence outweigh them.
    """
    if not text.strip():
        return Shape.BLANK
    lines = _lines(_QUOTED.sub("q", text))
    kinds = [kind_of(line) for line in lines[:_LINES_JUDGED]]
    if _is_a_message(lines, kinds):
        return Shape.MESSAGE
    columns = _has_columns(lines) or _has_columns(_lines(text)) or _has_rows(lines, kinds)
    if (other := _outweighed_by(lines, kinds, columns=columns)) is not None:
        return other
    if columns:
        return Shape.COLUMNS
    if lines == ["q"] or _is_a_list(lines, kinds):
        return Shape.ONE_COLUMN
    return Shape.NONE


def _is_a_message(lines: list[str], kinds: list[LineKind]) -> bool:
    if len(lines) > _FEW_LINES or any(map(has_numbers, lines)):
        return False
    if len(lines) == 1 and ends_as_sentence(lines[0]):
        return True
    if _is_even(lines):
        return False
    if any(map(is_message, lines)):
        return True
    return LineKind.SENTENCE in kinds and kinds.count(LineKind.SENTENCE) * 2 >= len(kinds)


def _outweighed_by(lines: list[str], kinds: list[LineKind], *, columns: bool) -> Shape | None:
    """Return what else the text is by most of its lines; None where nothing, or a table, outweighs the rest."""
    count = len(kinds)
    code, sentences, fields = (kinds.count(kind) for kind in (LineKind.CODE, LineKind.SENTENCE, LineKind.FIELD))
    # A table's header reads like a statement by chance only if the rest does not.
    begins = kinds[0] is LineKind.CODE and code >= 2 and not _is_even(lines)
    if begins or code * 2 > count or (code * 5 >= count and not (columns and _is_even(lines))):
        return Shape.CODE
    if (code + sentences + fields) * 2 < count or (columns and (_has_rows(lines, kinds) or _is_even(lines))):
        return None
    return Shape.CODE if code >= max(sentences, fields) else Shape.PROSE if sentences >= fields else Shape.SETTINGS


def _is_even(lines: list[str]) -> bool:
    """Return whether nearly all lines are cut into the same number of cells."""
    if sum(map(ends_as_sentence, lines)) * 2 > len(lines):
        return False
    for delimiter in _DELIMITERS:
        usual, times = Counter(line.count(delimiter) for line in lines).most_common(1)[0]
        if usual >= 2 and times >= 2 and times * 5 >= len(lines) * 4:
            return True
        if usual == 1 and times == len(lines) >= 3 and not any(map(ends_as_sentence, lines)):
            return True
    return False


def _has_rows(lines: list[str], kinds: list[LineKind]) -> bool:
    """Return whether a header and a row, or two rows, stand one below the other, with a number; several in a long
    text.
    """
    fewest = max(1, len(kinds) // 20)
    for delimiter in _DELIMITERS:
        before = found = 0
        for line, kind in zip(lines, kinds, strict=False):
            count = line.count(delimiter) if kind is LineKind.ROW else 0
            found += count >= 2 and count == before and has_numbers(line)
            if found >= fewest:
                return True
            before = count
    return False


def _decode_wide(head: bytes, encoding: str) -> Text | None:
    content = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    controls = len(_CONTROL.findall(content))
    if controls * _FEWEST_PER_CONTROL > len(content):
        return None
    return Text(_CONTROL.sub("", content), stray=controls * _FEWEST_PER_ACCIDENT > len(content))


def _fewest_per_control(head: bytes) -> int:
    # Between the characters of ASCII or UTF-8 they are separators of some old program; between other bytes they are a
    # sign of no text at all.
    return 20 if _is_utf_8(head) else _FEWEST_PER_CONTROL


def _is_utf_8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


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
    """Return the first lines that hold something and are no comment; the last one may be cut off."""
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
    at = 0
    for count, run in groupby(counts):
        length = len(list(run))
        if count >= 2 and length >= 3 and _are_rows(lines[at : at + length]):
            return True
        at += length
    return False


def _are_rows(lines: list[str]) -> bool:
    return any(map(has_numbers, lines)) and all(kind_of(line) is LineKind.ROW for line in lines[:3])


def _is_a_list(lines: list[str], kinds: list[LineKind]) -> bool:
    """Return whether these may be values one below the other. A single word is no list: it says nothing of itself."""
    if len(lines) < 2 or LineKind.CODE in kinds or kinds.count(LineKind.ROW) * 10 < len(kinds) * 9:
        return False
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
