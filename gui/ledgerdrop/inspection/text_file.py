"""Read the rows of a csv file in whatever encoding and with whatever delimiter it was written."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from ledgerdrop.content.formats import Format
from ledgerdrop.content.plain_text import DELIMITERS, decode, identify_lines, unicode_encoding
from ledgerdrop.files.dropped_file import open_unbuffered

_SAMPLE: Final = 8 * 1024  # bytes around the first character that is no ASCII
_LONGEST_LINE: Final = 1024 * 1024  # characters; a longer one is cut into several
_LONGEST_CELL: Final = 1024 * 1024
_ROWS_LOOKED_AT: Final = 200
# What 8-bit encodings a ledger may be in, the likeliest first.
_EIGHT_BIT: Final = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("shift_jis", "gb18030", "big5", "euc_kr", "cp437", "cp850"),
)


@dataclass(frozen=True)
class TextFile:
    """Holds how to read a text file.

    That is its encoding as Python names it, its delimiter, and how much it looks like a table. `start` is the decoded
    text that it begins with.
    """

    path: Path
    encoding: str
    delimiter: str
    shape: Format
    start: str
    skip_first: bool = False

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows of the file. Raises OSError, and `csv.Error` for what no reader can split."""
        csv.field_size_limit(_LONGEST_CELL)
        # Quotes that are opened and never closed make the rest of the file one cell; then quotes mean nothing.
        quoted = max(_widths(self.start, self.delimiter, csv.QUOTE_MINIMAL), default=0)
        plain = max(_widths(self.start, self.delimiter, csv.QUOTE_NONE), default=0)
        quoting: Literal[0, 3] = csv.QUOTE_NONE if quoted <= 1 < plain else csv.QUOTE_MINIMAL
        raw = io.BufferedReader(open_unbuffered(self.path))
        with io.TextIOWrapper(raw, self.encoding, errors="replace", newline="") as file:
            if file.read(1) != "\ufeff":  # the codecs with a byte order in their name leave the mark in the text
                file.seek(0)
            lines = iter(lambda: file.readline(_LONGEST_LINE), "")
            if self.skip_first:
                next(lines, None)
            yield from csv.reader(lines, delimiter=self.delimiter, quoting=quoting)


def read_text_file(path: Path, head: bytes) -> TextFile | None:
    """Find out how to read the text file that begins with `head`; None when it is no text."""
    text = decode(head)
    if text is None:
        return None
    encoding = unicode_encoding(head) or _eight_bit_encoding(head)
    first, _, rest = text.content.partition("\n")
    hint = first.strip(" \r").lower()
    if hint in {f"sep={delimiter}" for delimiter in DELIMITERS}:  # which Excel understands
        return TextFile(path, encoding, hint[4:], identify_lines(rest), rest, skip_first=True)
    return TextFile(path, encoding, _delimiter_of(text.content), identify_lines(text.content), text.content)


def _delimiter_of(head: str) -> str:
    """Choose the delimiter that cuts most rows into the same number of cells."""

    def score(delimiter: str) -> tuple[float, bool, int]:
        found = [width for width in _widths(head, delimiter, csv.QUOTE_MINIMAL) if width]
        widths = Counter(width for width in found if width > 1)
        if not widths:
            return 0.0, False, 0
        width, count = widths.most_common(1)[0]
        # 1,50;2,50 is cut into three by both; but no header is cut by the decimal sign.
        return round(count / len(found), 1), found[0] == width, width

    return max(DELIMITERS, key=score)


def _widths(head: str, delimiter: str, quoting: Literal[0, 3]) -> list[int]:
    """Return how many cells each of the first rows has."""
    rows = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, quoting=quoting)
    widths: list[int] = []
    with suppress(csv.Error):
        widths.extend(map(len, islice(rows, _ROWS_LOOKED_AT)))
    return widths


def _eight_bit_encoding(head: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes a while to load, and most files are UTF-8

    first = next((place for place, byte in enumerate(head) if byte > 127), 0)
    sample = head[max(0, first - _SAMPLE // 4) : first + _SAMPLE]
    unusual = sum(byte > 127 for byte in sample)
    if unusual * 6 > len(sample):  # with a few accents only, Western is the better guess
        found = from_bytes(sample, steps=3, chunk_size=1024, cp_isolation=list(_EIGHT_BIT)).best()
        if found is not None:
            return found.encoding
    with suppress(UnicodeDecodeError):
        head.decode("cp1252")
        return "cp1252"
    return "latin-1"
