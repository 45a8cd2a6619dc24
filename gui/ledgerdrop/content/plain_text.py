"""Read plain text by its head and its end: what format it begins like, whether it has columns, and how it ends.

Many formats name themselves in their first characters, whatever libmagic's version knows of them. An export that
broke off ends in zeros, an error page, a message, or rows in another encoding. A total, a signature, a bank's note
and Ctrl-Z at the end belong to a ledger.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from itertools import groupby, islice
from typing import Final, NamedTuple

from ledgerdrop.content import formats
from ledgerdrop.content.formats import Format
from ledgerdrop.content.line_kinds import LineKind, ends_as_sentence, has_numbers, is_breakdown, is_message, kind_of
from ledgerdrop.files.reader import HOLE, Source

_LOOKED_AT: Final = 64 * 1024  # bytes
_LINES_LOOKED_AT: Final = 400
DELIMITERS: Final = ",;\t|"

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the next one, so it must be asked for first
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
)
_WIDE: Final = ("utf-16", "utf-32")
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
_BLANK_START: Final = re.compile(r"\A\s*[\r\n]")  # all blank lines in front


class Text(NamedTuple):
    """Holds the decoded head. `stray` says whether a few characters had to be left out that no text holds."""

    content: str
    stray: bool


def decode(head: bytes) -> Text | None:
    """Decode the head of a file, without its byte order mark; None when it is not text."""
    head = head[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8)  # some programs write it in front of any encoding
    encoding = unicode_encoding(head)
    if encoding is not None and encoding.startswith(_WIDE):
        return _decode_wide(head, encoding)
    nuls = head.count(0)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Between the characters of ASCII or UTF-8 they are separators of some old program; between other bytes they are a
    # sign of no text at all. A single one may be an accident in however small a file.
    fewest = 20 if encoding else _FEWEST_PER_CONTROL
    if nuls * _FEWEST_PER_NUL > len(head) or (controls > 1 and controls * fewest > len(head)):
        return None
    # Which of the many 8-bit encodings does not matter here: delimiters are ASCII in all of them.
    decoder = codecs.getincrementaldecoder(encoding or "latin-1")("replace")
    text = decoder.decode(head.translate(None, _CONTROLS + b"\0"))
    return Text(text, stray=bool(nuls) or controls * _FEWEST_PER_ACCIDENT > len(head))


def unicode_encoding(head: bytes) -> str | None:
    """Name the Unicode encoding of a text by its head, as Python names it; None for one of the 8-bit encodings."""
    head = head[:_LOOKED_AT]
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if head.startswith(mark)), None)
    return marked or _utf_16_without_mark(head) or ("utf-8" if _not_utf_8(head) is None else None)


def _not_utf_8(head: bytes) -> int | None:
    """Find the first byte that is not of UTF-8, None where there is none. The head may end within a character."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _utf_16_without_mark(head: bytes) -> str | None:
    """Detect UTF-16: its commas, digits and line ends have a NUL as every other byte, always on the same side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    if len(head) < 4 or many * 5 <= len(head) // 2 or few * 20 >= many:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_wide(head: bytes, encoding: str) -> Text | None:
    content = codecs.getincrementaldecoder(encoding)("replace").decode(head).removeprefix("\ufeff")
    controls = len(_CONTROL.findall(content))
    if controls * _FEWEST_PER_CONTROL > len(content):
        return None
    return Text(_CONTROL.sub("", content), stray=controls * _FEWEST_PER_ACCIDENT > len(content))


_FEW_LINES: Final = 10  # of which a message consists at most
_LINES_JUDGED: Final = 100


def identify_lines(text: str) -> Format:
    """Find the columns, cut by comma, semicolon, tab or pipe; a list of values is one column.

    Prose and program code have commas and semicolons as well. So columns count only where the lines do not read like
    prose or code, or where rows in sequence outweigh those that do.
    """
    if not text.strip():
        return formats.BLANK
    lines = _lines(_QUOTED.sub("q", text))
    kinds = [kind_of(line) for line in lines[:_LINES_JUDGED]]
    if _is_a_message(lines, kinds):
        return formats.MESSAGE
    columns = _has_columns(lines) or _has_columns(_lines(text)) or _has_rows(lines, kinds)
    if (other := _outweighed_by(lines, kinds, columns=columns)) is not None:
        return other
    if columns:
        return formats.CSV
    return formats.LIST if lines == ["q"] or _is_a_list(lines, kinds) else formats.TEXT


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


# What a text is instead of a table; of those with equally many lines, the first.
_INSTEAD: Final = {LineKind.CODE: formats.PROGRAM, LineKind.SENTENCE: formats.PROSE, LineKind.FIELD: formats.SETTINGS}


def _outweighed_by(lines: list[str], kinds: list[LineKind], *, columns: bool) -> Format | None:
    """Return what most lines of the text are instead of a table; None for a table, or nothing in particular."""
    count, code = len(kinds), kinds.count(LineKind.CODE)
    # A table's header reads like a statement by chance only if the rest does not.
    begins = kinds[0] is LineKind.CODE and code >= 2 and not _is_even(lines)
    if begins or code * 2 > count or (code * 5 >= count and not (columns and _is_even(lines))):
        return formats.PROGRAM
    if sum(map(kinds.count, _INSTEAD)) * 2 < count or (columns and (_has_rows(lines, kinds) or _is_even(lines))):
        return None
    return _INSTEAD[max(_INSTEAD, key=kinds.count)]


def _is_even(lines: list[str]) -> bool:
    """Return whether nearly all lines split into the same number of cells."""
    if sum(map(ends_as_sentence, lines)) * 2 > len(lines):
        return False
    for delimiter in DELIMITERS:
        usual, times = Counter(line.count(delimiter) for line in lines).most_common(1)[0]
        if usual >= 2 and times >= 2 and times * 5 >= len(lines) * 4:
            return True
        if usual == 1 and times == len(lines) >= 3 and not any(map(ends_as_sentence, lines)):
            return True
    return False


def _has_rows(lines: list[str], kinds: list[LineKind]) -> bool:
    """Return whether a header and a row, or two rows, with a number follow each other; several in a long text."""
    fewest = max(1, len(kinds) // 20)
    for delimiter in DELIMITERS:
        before = found = 0
        for line, kind in zip(lines, kinds, strict=False):
            count = line.count(delimiter) if kind is LineKind.ROW else 0
            found += count >= 2 and count == before and has_numbers(line)
            if found >= fewest:
                return True
            before = count
    return False


def _lines(text: str) -> list[str]:
    """Return the first lines that are neither empty nor a comment; the last one may be cut off."""
    text = _BLANK_START.sub("", text)
    lines = [line for line in _LINE_END.split(text, _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if line.strip()]
    return [line for line in lines if not line.startswith("#")] or lines


def _has_columns(lines: list[str]) -> bool:
    return any(_is_cut_by(delimiter, lines) for delimiter in DELIMITERS)


def _is_cut_by(delimiter: str, lines: list[str]) -> bool:
    # A single delimiter at a line's end is punctuation (`int main();`), unless others stand before it.
    counts = [line.count(delimiter) for line in lines]
    if sum(line.rstrip().endswith(delimiter) and line.count(delimiter) == 1 for line in lines) * 2 > len(lines):
        return False
    cut = [count for count in counts if count]
    as_usual = max(Counter(cut).values(), default=0)
    if as_usual * 2 >= len(counts) or len(cut) * 10 >= len(counts) * 9:
        return True
    # Reports begin with a title and notes: then some lines in sequence look alike.
    runs = groupby(lines, key=lambda line: line.count(delimiter))
    return any(count >= 2 and _are_rows(list(run)) for count, run in runs)


def _are_rows(lines: list[str]) -> bool:
    return len(lines) >= 3 and any(map(has_numbers, lines)) and set(map(kind_of, lines[:3])) == {LineKind.ROW}


def _is_a_list(lines: list[str], kinds: list[LineKind]) -> bool:
    """Return whether the lines may be a list of values. A single word is no list: it says nothing of itself."""
    if len(lines) < 2 or LineKind.CODE in kinds or kinds.count(LineKind.ROW) * 10 < len(kinds) * 9:
        return False
    return all(len(line) <= 120 and len(line.split()) <= 6 and not line[0].isspace() for line in lines)


_START: Final = 4096  # characters
_LINE_BREAK: Final = r"[ \t]*+(?>\r\n|\n|\r)"  # possessive: no line may be divided in two ways
_LINE: Final = r"[^\r\n]{0,200}(?>\r\n|\n|\r)"
_OFX: Final = formats.another("ofx", "a bank statement in the OFX format")
_MT940: Final = formats.another("mt940", "a bank statement in the SWIFT format")
_SYLK: Final = formats.another("slk", "a SYLK worksheet (.slk)")
_SIGNATURES: Final = {
    r"\A\{\\rtf": formats.of_mime("text/rtf"),
    r"\A%PDF-": formats.PDF,
    r"\A%!PS": formats.of_mime("application/postscript"),
    r"\A#EXTM3U": formats.another("m3u", "a list of songs"),
    r"\A#!/": formats.another("script", "a program's text"),
    r"(?i)\ABEGIN:VCALENDAR\b": formats.of_mime("text/calendar"),
    r"(?i)\ABEGIN:VCARD\b": formats.of_mime("text/vcard"),
    # Blocks of records, after a comment and switches such as "!Option:AutoSwitch".
    rf"(?i)\A(?:(?:#{_LINE}|\^?{_LINE_BREAK}|!(?:Option|Clear):\w+{_LINE_BREAK})){{0,50}}!(?:Account{_LINE_BREAK}|"
    rf"Type:(?:Bank|Cash|CCard|Invst|Oth|Cat|Class|Memorized|Security|Prices|Budget|Tax|Inv)|"
    rf"(?:Option|Clear):\w+{_LINE_BREAK}[A-Z^!])": formats.another("qif", "a bank statement in the QIF format"),
    # SGML with a header of its own, XML with or without its declaration.
    r"(?i)\A(?:OFXHEADER\s*:|<\?OFX\b|(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?OFX\b|<OFX>))": _OFX,
    # Tag :20:, an account and a statement's number or balance; banks put an envelope or lines of their own in front.
    rf"(?:\A|^|\{{4:{_LINE_BREAK})(?:-?|\{{[1-5]:.{{0,200}})?:20:{_LINE}(?:(?!:25P?:){_LINE}){{0,5}}:25P?:{_LINE}"
    rf"(?:(?!:(?:28C?|60[FM]):){_LINE}){{0,5}}:(?:28C?|60[FM]):": _MT940,
    rf"\A(?:(?:\x01)?\{{1:[FAL]\d\d[A-Z0-9]{{8}}|:20:{_LINE}(?::21:{_LINE})?:25P?:)": _MT940,
    r"^-----BEGIN [A-Z0-9 ]+-----\s*$": formats.another("pem", "a key or certificate"),
    # Tables in forms of their own, which Excel writes and reads: cut by semicolons and commas, but not csv.
    # "ID;Party" is a table's header: records with the fields that only SYLK knows must follow.
    rf"\AID;P[^\r\n;]{{0,80}}(?:;[A-Z]\w{{0,20}})*{_LINE_BREAK}(?:{_LINE}){{0,300}}?"
    r"(?:P;P|P;[EF]|O;[A-Z]|F;[A-Z]|B;[XY]\d|C;(?:[XYKRC]\d|K[\"\-])|NE;|NN;|NU;|W;N|E(?:[\r\n]|\Z))": _SYLK,
    rf"\ATABLE{_LINE_BREAK}0,1{_LINE_BREAK}\"": formats.another("dif", "a Data Interchange Format file (.dif)"),
}
# Comments, and what some programs put in front of JSON; the comments are atomic, so that none is divided in two ways.
_JSON_START: Final = re.compile(
    r"(?>(?:\s+|//[^\r\n]*|/\*(?s:.*?)\*/|#[^\r\n]*(?=[\r\n]))*)(?:\)\]\}',?\s*|\w+\()?"
    r"""(?:\{\s*(?:"|'[^']{0,80}'\s*:|[A-Za-z_$][\w$]{0,80}\s*:\s|\}\s*$|//|/\*)|\[\s*(?:[{"\]\n]|\[\s*[\["{\d-]|//|/\*))"""
)
# Not <DATE>,<OPEN>,<CLOSE>, as traders' programs write headers, nor <b>Date</b>,<b>Amount</b>: these are cells.
_CELL_GOES_ON: Final = r"(?:[^<>\r\n]{0,200}</\1>)?[ ]*[,;\t|]"
_TAG: Final = re.compile(
    rf"<(?:\?xml|\?xpacket|!--|!doctype|([a-z_][\w.:-]*)(?:\s+[\w.:-]+\s*=|\s*/?>(?!{_CELL_GOES_ON})))", re.IGNORECASE
)
_PROLOGUE: Final = r"(?>(?:\s+|<\?(?s:.*?)\?>|<!--(?s:.*?)-->|<!(?!doctype\s+html)[^>]*>)*)"
_HTML: Final = re.compile(
    _PROLOGUE + r"<(?:!doctype\s+html|html|head|body|table|meta|title|style|script|div|center|p|font|b|br|hr|h[1-6]|"
    r"a|ul|ol|pre|span|strong|form)\b",
    re.IGNORECASE,
)
# XML has elements of its own called Table or BODY: Excel's "XML Spreadsheet", what accounting programs export.
_XHTML: Final = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
# Headers as programs write them: people write "Received: 1,20,000.00" and "Date:" above tables, too.
_MAIL_HEADER: Final = re.compile(
    r"(?im)^(?:Received:\s+(?:from|by|\(qmail)\b|Return-Path:\s*<|Message-ID:\s*<|MIME-Version:\s*\d|DKIM-Signature:\s*v=|"
    r"Delivered-To:\s*\S+@|X-(?:Mailer|Mozilla|Gmail|MS)[\w-]*:|Content-Type:\s*(?:multipart/|message/))"
)
_ADDRESS: Final = re.compile(r"^(?:From|To|Cc|Reply-To|Sender|Subject):\s*\S", re.IGNORECASE | re.MULTILINE)
# Browsers save web pages as mail to nobody (RFC 2557).
_ADDRESSED: Final = re.compile(r"(?im)^(?:To|Received|Delivered-To|Return-Path|Reply-To|DKIM-Signature):")
_CLOSED: Final = re.compile(r"</|/>|<[!?]|\sxmlns")  # no document of tags is without any of these
_STRUCTURE: Final = re.compile(r"<(?:[?!]|html|head|body|table|title|style|script|meta|form)", re.IGNORECASE)
_TAGS: Final = re.compile(r"<[^<>]{1,4096}>")
_DELIMITER: Final = re.compile(r"[,;\t|]")
_END_OF_HEADER: Final = re.compile(r"\r?\n\r?\n")
_MAIL_START: Final = re.compile(r"(?:\d+\s*\n)?(?:From \S+ |[A-Za-z][A-Za-z-]*:\s)")


def recognise(text: str, *, columns: bool) -> Format | None:
    """Return the format that the text begins like, or None.

    `columns` says that the text has columns: a tag or an address in a cell is then no sign of a web page or a mail.
    """
    start = text.lstrip()[:_START]
    for pattern, format_ in _SIGNATURES.items():
        if re.search(pattern, start, re.MULTILINE):
            return format_
    if _JSON_START.match(start):
        return formats.JSON
    return _mail(start, columns=columns) or _tagged(start, columns=columns)


def _mail(start: str, *, columns: bool) -> Format | None:
    if not _MAIL_START.match(start):
        return None
    header = _END_OF_HEADER.split(start, maxsplit=1)[0]
    if _MAIL_HEADER.search(header) or (not columns and len(_ADDRESS.findall(header)) >= 2):
        return formats.EMAIL if _ADDRESSED.search(header) else formats.SAVED_WEB_PAGE
    return None


def _tagged(start: str, *, columns: bool) -> Format | None:
    if not _TAG.match(start) or not _CLOSED.search(start):
        return None
    first, *more = start.splitlines()
    if columns and more and not _STRUCTURE.match(start) and _DELIMITER.search(_TAGS.sub("", first)):
        return None
    page = _XHTML if start.startswith("<?xml") else _HTML
    return formats.WEB_PAGE if page.match(start) else formats.XML


_TAIL: Final = 64 * 1024 - 8  # bytes, so that `decode` sees them to the last, with a byte order mark in front
_MARKS_LOOKED_AT: Final = 50
_LAST_LINES: Final = 8
_LAST_BYTES: Final = 2048
_WITHOUT_NULS: Final = re.compile(rb"[ -~\r\n]{16,}")
_UTF_8_PAIR: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_WHOLE_QUOTES: Final = re.compile(r'"[^"]*"')
_PAGE: Final = re.compile(
    r"(?im)<!doctype\s+html|<html[\s>]|<head>|<body[\s>]|<script[\s>]|<br\s*/?>\s*<b>|<\?xml\s|<error>|"
    r"^<b>(?:warning|notice|fatal error|parse error|deprecated)</b>"
)
_JSON_ANSWER: Final = re.compile(
    r"(?im)^[ \t]*[\[{]\s*\"?(?:[\[{]\s*)?\"?(?:error|message|status|code|success|fault|exception|detail|reason|"
    r"timestamp|type|title|result|data|response)\w{0,20}\"?\s*:"
)


def broken_end(source: Source, head: bytes) -> Format | None:
    """Return what the last 64 kB make of a table that begins with `head`, None where they belong to the table.

    Raises OSError, `Cancelled`.
    """
    start = (max(0, source.size - _TAIL) + 3) // 4 * 4  # a boundary of characters in UTF-16 and UTF-32
    tail = head[start:] if source.size <= len(head) else source.read(start, source.size - start)
    if HOLE in tail:
        return formats.ZERO_ENDED  # as where a disk was full or a copy broke off
    encoding = unicode_encoding(head) or ""
    if _changes_encoding(head, tail, encoding, whole=start == 0):
        return formats.BROKEN_OFF
    tail = tail.rstrip(b"\x1a")
    text = _decode_wide(tail, encoding) if encoding.startswith(_WIDE) else decode(tail)
    return formats.BROKEN_OFF if text is None or _breaks_off(text.content) else None


def _changes_encoding(head: bytes, tail: bytes, encoding: str, *, whole: bool) -> bool:
    if encoding.startswith(_WIDE):
        # Even a text without Latin letters has NULs in its digits, commas and line ends.
        first, last = head[: head.find(0)], tail[tail.rfind(0) + 1 :]
        return any(map(_WITHOUT_NULS.fullmatch, (first, last)))
    # NULs that are in the head as well were told already.
    if (0 in tail and 0 not in head[:_TAIL]) or decode(tail[-_LAST_BYTES:]) is None:
        return True
    return _becomes_8_bit(tail if whole else head[:_TAIL] + tail)


def _becomes_8_bit(content: bytes) -> bool:
    """Return whether text in UTF-8 continues in a single-byte encoding, and never returns to UTF-8."""
    content = content.removeprefix(codecs.BOM_UTF8)  # some programs write it in front of any encoding
    end = _not_utf_8(content)
    if end is None:
        return False
    good, rest = content[:end], content[end:]
    return not good.isascii() and len(good) * 2 >= len(rest) and not _UTF_8_PAIR.search(rest)


def _breaks_off(text: str) -> bool:
    lines = [line for line in _LINE_END.split(text) if line.strip("\x1a \t")]
    delimiter, usual = _usual_cells(lines)
    if _stands_behind_rows(_PAGE, text, delimiter):
        last = lines[-1]
        if not 0 < usual == _cuts(last, delimiter) or last.rstrip().endswith(">"):
            return True
    if text.rstrip().endswith(("}", "]")) and _stands_behind_rows(_JSON_ANSWER, text, delimiter):
        return True
    return any(_is_breakdown(line, delimiter, usual) for line in lines[-_LAST_LINES:])


def _is_breakdown(line: str, delimiter: str, usual: int) -> bool:
    if not is_breakdown(line) or len(line.split()) < 2:
        return False
    return _cuts(line, delimiter) != usual or (usual < 2 and not has_numbers(line))


def _usual_cells(lines: list[str]) -> tuple[str, int]:
    """Return the delimiter that most lines have in the same number, and that number; a list has none."""
    best = (0, ",", 0)
    for delimiter in DELIMITERS:
        counts = Counter(count for line in lines if (count := _cuts(line, delimiter)))
        for count, times in counts.most_common(1):
            best = max(best, (times, delimiter, count))
    times, delimiter, usual = best
    return (delimiter, usual) if times * 4 >= len(lines) else (",", 0)


def _cuts(line: str, delimiter: str) -> int:
    return (_WHOLE_QUOTES.sub("", line) if '"' in line else line).count(delimiter)


def _stands_behind_rows(pattern: re.Pattern[str], text: str, delimiter: str) -> bool:
    """Return whether one of the first matches stands behind a row."""
    found = islice(pattern.finditer(text), _MARKS_LOOKED_AT)
    return any(_is_behind_rows(text, match.start(), delimiter) for match in found)


def _is_behind_rows(text: str, at: int, delimiter: str) -> bool:
    """Return whether the position is outside of quotes, behind a whole row or a part of one."""
    before = [line for line in _LINE_END.split(text[max(0, at - 4096) : at]) if line.strip()]
    here = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    if not before or text.count('"', here, at) % 2:
        return False
    row = before[-2] if text[here:at].strip() and len(before) > 1 else before[-1]
    return row.count('"') % 2 == 0 and (delimiter in row or not any(sign in row for sign in "<>{}"))
