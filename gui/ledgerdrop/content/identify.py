"""Say what a file really is.

libmagic decides where it is specific, structure where it is generic or known to be wrong.
"""

from __future__ import annotations

from typing import Final

from ledgerdrop.content import csv_sniffer, formats, libmagic, ole_file, text_signatures, zip_directory
from ledgerdrop.content.csv_sniffer import Shape
from ledgerdrop.content.formats import Format
from ledgerdrop.content.table_end import End, end_of
from ledgerdrop.content.workbooks import identify_archive, identify_compound, identify_records
from ledgerdrop.files.byte_source import Source
from ledgerdrop.files.reader import LONGEST_RUN

# Answers that say no more than "binary", "text" or "some container". Whether text is text/csv differs between
# versions of libmagic for the same file, and 5.46 calls large zip files octet-stream.
_GENERIC: Final = frozenset(
    {
        libmagic.GENERIC,
        "application/zip",
        "application/x-ole-storage",
        "application/cdfv2",
        "text/plain",
        "text/csv",
        "inode/x-empty",
        "application/x-empty",
    }
)
_NO_TABLES: Final = {
    Shape.MESSAGE: formats.MESSAGE,
    Shape.PROSE: formats.PROSE,
    Shape.CODE: formats.PROGRAM,
    Shape.SETTINGS: formats.SETTINGS,
}
_TABLES: Final = {formats.CSV, formats.LIST, formats.TEXT_WITH_NULS}
_ZEROS: Final = bytes(LONGEST_RUN)
_LONGEST_NOTICE: Final = 4096  # bytes of text that a program may print before the workbook that it sends
_ZIP_BASED: Final = ("application/vnd.", "application/java-archive", "application/epub+zip")


def identify(source: Source) -> tuple[Format, str]:
    """Return what the content is, and libmagic's MIME type. Raises OSError, `Cancelled`."""
    head = source.read(0, libmagic.HEAD)
    mime = libmagic.mime_type(head)
    return _identify(source, head, mime), mime


def _identify(source: Source, head: bytes, mime: str) -> Format:
    if head.startswith(zip_directory.SIGNATURES):
        found = identify_archive(source)
        return _zip_based(mime) if found is formats.ZIP and mime.startswith(_ZIP_BASED) else found
    if head.startswith(ole_file.SIGNATURE):
        found = identify_compound(source)
        return formats.of_mime(mime) if found is formats.OFFICE and mime not in _GENERIC else found
    if (records := identify_records(head[:4096])) is not None:
        return records
    if not any(head):
        return formats.ZEROED
    if (text := csv_sniffer.decode(head)) is not None:
        found = _identify_text(text, mime)
        return _with_end(source, head, found) if found in _TABLES else found
    if mime in _GENERIC and head.endswith(b"\0") and _has_columns(head.rstrip(b"\0")):
        return formats.ZERO_ENDED if head.endswith(_ZEROS) else formats.TEXT_WITH_NULS
    behind = _behind_something(source, head)
    if behind in {formats.DAMAGED_WORKBOOK, formats.ONE_PART} or mime in _GENERIC:
        return behind or formats.UNKNOWN
    return formats.of_mime(mime)


def _has_columns(head: bytes) -> bool:
    text = csv_sniffer.decode(head)
    return text is not None and csv_sniffer.shape_of(text.content) is Shape.COLUMNS


def _with_end(source: Source, head: bytes, found: Format) -> Format:
    match end_of(source, head):
        case End.ZEROS:
            return formats.ZERO_ENDED
        case End.NO_ROWS:
            return formats.BROKEN_OFF
        case End.GOOD:
            return found


def _zip_based(mime: str) -> Format:
    return formats.wrapper(mime.partition("/")[2], "another kind of file")


def _behind_something(source: Source, head: bytes) -> Format | None:
    """Find a zip file with other bytes in front of it, which most programs open all the same, or a workbook."""
    notice = head[:_LONGEST_NOTICE].find(ole_file.SIGNATURE)
    if notice > 0 and csv_sniffer.decode(head[:notice]) is not None:
        return formats.DAMAGED_WORKBOOK
    found = identify_archive(source)
    return found if found is not formats.DAMAGED_ZIP else None


def _identify_text(text: csv_sniffer.Text, mime: str) -> Format:
    shape = csv_sniffer.shape_of(text.content)
    if shape is Shape.BLANK:
        return formats.BLANK
    begins_like = text_signatures.recognise(text.content, columns=shape is Shape.COLUMNS)
    if begins_like is not None:
        return begins_like
    if mime not in _GENERIC and not _is_guessed(mime, shape, stray=text.stray):
        return formats.of_mime(mime)
    if shape in _NO_TABLES:
        return _NO_TABLES[shape]
    if shape is Shape.NONE or (shape is Shape.ONE_COLUMN and mime not in _GENERIC):
        return formats.TEXT
    if text.stray:
        return formats.TEXT_WITH_NULS
    return formats.CSV if shape is Shape.COLUMNS else formats.LIST


def _is_guessed(mime: str, shape: Shape, *, stray: bool) -> bool:
    """Return whether text may be a table in spite of what libmagic says.

    It knows some formats by two or three letters, and tables begin with such letters as well: PAN;Name;Amount is
    HPGL to it, MAC,Date is music. It takes others from a word in any cell, such as a web page from "<a href".
    """
    if shape is Shape.COLUMNS:
        return not stray
    return formats.is_guessed_from_words(mime) or (shape is Shape.ONE_COLUMN and not stray)
