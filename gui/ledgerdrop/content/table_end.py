"""Look at the end of a table in plain text: an export that breaks off leaves something there that is no row.

Zeros, an error page, a message or rows in another encoding are told. A total, a signature, a note of the bank and
Ctrl-Z belong to a ledger.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from enum import Enum, auto
from itertools import islice
from typing import Final

from ledgerdrop.content.csv_sniffer import decode, unicode_encoding
from ledgerdrop.content.line_kinds import has_numbers, is_breakdown
from ledgerdrop.files.byte_source import Source
from ledgerdrop.files.reader import LONGEST_RUN

_LOOKED_AT: Final = 64 * 1024 - 8  # bytes, so that `decode` sees them to the last, with a byte order mark in front
_MARKS_LOOKED_AT: Final = 50
_LAST_LINES: Final = 8
_LAST_BYTES: Final = 2048
_FEWEST_WITHOUT_NUL: Final = 16
_PRINTABLE: Final = bytes(range(32, 127)) + b"\r\n"
_DELIMITERS: Final = ",;\t|"
_QUOTED: Final = re.compile(r'"[^"]*"')
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_PAGE: Final = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head>|<body[\s>]|<script[\s>]|<br\s*/?>\s*<b>|<\?xml\s|<error>|"
    r"^<b>(?:warning|notice|fatal error|parse error|deprecated)</b>",
    re.IGNORECASE | re.MULTILINE,
)
_JSON: Final = re.compile(
    r"^[ \t]*[\[{]\s*\"?(?:[\[{]\s*)?\"?(?:error|message|status|code|success|fault|exception|detail|reason|timestamp|"
    r"type|title|result|data|response)\w{0,20}\"?\s*:",
    re.IGNORECASE | re.MULTILINE,
)


class End(Enum):
    """Grade how the end of a table looks."""

    GOOD = auto()
    ZEROS = auto()  # a long run of them, as where a disk was full or a copy broke off
    NO_ROWS = auto()  # something that was never part of the table


def end_of(source: Source, head: bytes) -> End:
    """Judge the last 64 kB of a table. `head` is what was read of its beginning. Raises OSError, `Cancelled`."""
    start = (max(0, source.size - _LOOKED_AT) + 3) // 4 * 4  # a boundary of characters in UTF-16 and UTF-32
    tail = head[start:] if source.size <= len(head) else source.read(start, source.size - start)
    if bytes(LONGEST_RUN) in tail:
        return End.ZEROS
    encoding = unicode_encoding(head) or ""
    if _changes_encoding(head, tail, encoding, whole=start == 0):
        return End.NO_ROWS
    text = _text_of(tail, encoding)
    return End.NO_ROWS if text is None or _breaks_off(text) else End.GOOD


def _changes_encoding(head: bytes, tail: bytes, encoding: str, *, whole: bool) -> bool:
    if encoding.startswith(("utf-16", "utf-32")):
        # Even a text without Latin letters has NULs in its digits, commas and line ends.
        first, last = head[: head.find(0)], tail[tail.rfind(0) + 1 :]
        return any(
            len(part) >= _FEWEST_WITHOUT_NUL and not part.translate(None, _PRINTABLE) for part in (first, last)
        )
    # NULs that are in the head as well were told already.
    if 0 in tail and 0 not in head[:_LOOKED_AT]:
        return True
    if decode(tail[-_LAST_BYTES:]) is None:
        return True
    return _becomes_8_bit(tail if whole else head[:_LOOKED_AT] + tail)


def _becomes_8_bit(content: bytes) -> bool:
    """Return whether text in UTF-8 goes on in an encoding of single bytes, and never returns to UTF-8."""
    content = content.removeprefix(codecs.BOM_UTF8)  # some programs write it in front of any encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError as error:
        good, rest = content[: error.start], content[error.start :]
    else:
        return False
    if good.isascii() or len(good) * 2 < len(rest):
        return False
    return not _UTF_8_PAIR.search(rest)


_UTF_8_PAIR: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")


def _text_of(tail: bytes, encoding: str) -> str | None:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE}
    marks["utf-32-be"] = codecs.BOM_UTF32_BE
    mark = marks.get(encoding, b"")
    text = decode((tail if mark and tail.startswith(mark) else mark + tail).rstrip(b"\x1a"))
    return text.content if text is not None else None


def _breaks_off(text: str) -> bool:
    lines = [line for line in _LINE_END.split(text) if line.strip("\x1a \t")]
    delimiter, usual = _usual_cells(lines)
    for page in islice(_PAGE.finditer(text), _MARKS_LOOKED_AT):
        if _is_behind_rows(text, page.start(), delimiter) and not _is_row(lines[-1], delimiter, usual):
            return True
    if text.rstrip().endswith(("}", "]")):
        for answer in islice(_JSON.finditer(text), _MARKS_LOOKED_AT):
            if _is_behind_rows(text, answer.start(), delimiter):
                return True
    return any(_is_breakdown(line, delimiter, usual) for line in lines[-_LAST_LINES:])


def _is_row(line: str, delimiter: str, usual: int) -> bool:
    return 0 < usual == _cuts(line, delimiter) and not line.rstrip().endswith(">")


def _is_breakdown(line: str, delimiter: str, usual: int) -> bool:
    if not is_breakdown(line) or len(line.split()) < 2:
        return False
    return _cuts(line, delimiter) != usual or (usual < 2 and not has_numbers(line))


def _usual_cells(lines: list[str]) -> tuple[str, int]:
    """Find the delimiter that most lines have in the same number, and that number; a list has none."""
    best = (0, ",", 0)
    for delimiter in _DELIMITERS:
        counts = Counter(count for line in lines if (count := _cuts(line, delimiter)))
        if counts:
            count, times = counts.most_common(1)[0]
            best = max(best, (times, delimiter, count))
    times, delimiter, usual = best
    return (delimiter, usual) if times * 4 >= len(lines) else (",", 0)


def _cuts(line: str, delimiter: str) -> int:
    return (_QUOTED.sub("", line) if '"' in line else line).count(delimiter)


def _is_behind_rows(text: str, at: int, delimiter: str) -> bool:
    """Tell whether what stands there is outside of quotes, behind a whole row or a part of one."""
    before = [line for line in _LINE_END.split(text[max(0, at - 4096) : at]) if line.strip()]
    here = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    if not before or text.count('"', here, at) % 2:
        return False
    row = before[-2] if text[here:at].strip() and len(before) > 1 else before[-1]
    return row.count('"') % 2 == 0 and (delimiter in row or not any(sign in row for sign in "<>{}"))
