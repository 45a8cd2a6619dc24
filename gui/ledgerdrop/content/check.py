"""Check whether a file's content is what its name says: the second step.

libmagic decides where it is specific, structure where it is generic or known to be wrong.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath
from typing import Final

from ledgerdrop.content import formats, libmagic, ole_file, plain_text
from ledgerdrop.content.formats import CONTENT_TYPES, SENDABLE, Format
from ledgerdrop.content.workbooks import identify_archive, identify_container
from ledgerdrop.files.dropped_file import open_unbuffered, why_unreadable
from ledgerdrop.files.reader import HOLE, Source, SourceOpener
from ledgerdrop.model.files import CheckedFile, DroppedFile, extension_of
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})  # categories of Unicode
_ENDING: Final = re.compile(r"\.(?=.*[A-Za-z])[A-Za-z0-9]{1,5}")


def check(file: DroppedFile, cancel: CancelToken, *, opener: SourceOpener = open_unbuffered) -> CheckedFile | Problem:
    """Compare the content with the name: the extension must match the content (docs/clear-api.md, 1).

    Reads a few places of the file, however large it is, and waits for a slow disk as long as it takes. Raises
    `Cancelled`. A file that is no longer the one that was dropped is `Code.CHANGED`. Any other rejection carries the
    parameters `name`, `extension` (with its dot), `kind`, `what` and `mime`, and `better_name` where the content is
    fine under another name.
    """
    try:
        with opener(file.path) as raw:
            source = Source(raw, file.size, cancel)
            head = source.read(0, libmagic.HEAD)
            mime = libmagic.mime_type(head)
            found = _identify(source, head, mime)
        now = file.path.stat()
    except OSError as error:
        return why_unreadable(error, file.name)
    if (now.st_size, now.st_mtime_ns) != (file.size, file.modified_ns):
        return Problem(Code.CHANGED, {"name": file.name})
    return _verdict(file, found, mime)


def _verdict(file: DroppedFile, found: Format, mime: str) -> CheckedFile | Problem:
    name = visible_ending(file.name)
    extension = extension_of(name)
    params = {"name": file.name, "extension": f".{extension}", "kind": found.kind, "what": found.what, "mime": mime}
    if found in SENDABLE and found.kind != extension:
        params["better_name"] = _better_name(name, found.kind)
    if not extension:
        return Problem(Code.NO_EXTENSION, params)
    if extension not in CONTENT_TYPES:
        return Problem(Code.WRONG_EXTENSION, params)
    wrapped = found.wrapper and extension == "zip"
    code, warning = (None, Code.UNCERTAIN_CONTENT) if wrapped else (found.code, found.warning)
    if code is not None:
        return Problem(code, params)
    if wrapped or found.kind == extension:
        if name != file.name:
            return Problem(Code.INVISIBLE_ENDING, params | {"better_name": name})
        return CheckedFile(file, extension, CONTENT_TYPES[extension], mime, warning and Problem(warning, params))
    if found in SENDABLE:
        return Problem(Code.NAME_DIFFERS, params)
    if warning is Code.MESSAGE:
        return Problem(Code.MESSAGE, params)
    return Problem(Code.PLAIN_TEXT if found.kind == "csv" else Code.CONTENT_DIFFERS, params)


def visible_ending(name: str) -> str:
    """Return the name without spaces and invisible characters in its extension, if Clear then accepts that."""
    stem, dot, extension = name.rpartition(".")
    seen = "".join(sign for sign in extension if unicodedata.category(sign) not in _INVISIBLE)
    return f"{stem}{dot}{seen}" if stem and seen.lower() in CONTENT_TYPES else name


def _better_name(name: str, kind: str) -> str:
    """Return the name with the right extension, in place of a wrong one or, as in "ledger 31.03.2026", behind."""
    path = PurePath(name)
    stem = path.stem if _ENDING.fullmatch(path.suffix) else name.rstrip(".")
    return stem if extension_of(stem) == kind else f"{stem}.{kind}"


# Answers that say no more than "binary", "text" or "some container". Whether text is text/csv differs between
# versions of libmagic for the same file, and 5.46 calls large zip files octet-stream.
_GENERIC: Final = frozenset(
    {libmagic.GENERIC, "application/zip", "application/x-ole-storage", "application/cdfv2", "text/plain", "text/csv"}
)
_TABLES: Final = {formats.CSV, formats.LIST, formats.TEXT_WITH_NULS}
_LONGEST_NOTICE: Final = 4096  # bytes of text that a program may print before the workbook that it sends
_ZIP_BASED: Final = ("application/vnd.", "application/java-archive", "application/epub+zip")


def _identify(source: Source, head: bytes, mime: str) -> Format:
    """Return the format of the content that begins with `head`; `mime` is what libmagic calls it."""
    container = identify_container(source, head)
    if container is formats.ZIP and mime.startswith(_ZIP_BASED):
        return formats.wrapper(mime.partition("/")[2], "another kind of file")
    if container is formats.OFFICE and mime not in _GENERIC:
        return formats.of_mime(mime)
    if container is not None:
        return container
    if not any(head):
        return formats.ZEROED
    if (text := plain_text.decode(head)) is not None:
        found = _identify_text(text, mime)
        broken = plain_text.broken_end(source, head) if found in _TABLES else None
        return broken or found
    if mime in _GENERIC and head.endswith(b"\0"):
        text = plain_text.decode(head.rstrip(b"\0"))
        if text is not None and plain_text.identify_lines(text.content) is formats.CSV:
            return formats.ZERO_ENDED if head.endswith(HOLE) else formats.TEXT_WITH_NULS
    behind = _behind_something(source, head)
    if behind in {formats.DAMAGED_WORKBOOK, formats.ONE_PART} or mime in _GENERIC:
        return behind or formats.UNKNOWN
    return formats.of_mime(mime)


def _behind_something(source: Source, head: bytes) -> Format | None:
    """Find a zip file with other bytes in front of it, which most programs open all the same, or a workbook."""
    notice = head[:_LONGEST_NOTICE].find(ole_file.SIGNATURE)
    if notice > 0 and plain_text.decode(head[:notice]) is not None:
        return formats.DAMAGED_WORKBOOK
    found = identify_archive(source)
    return found if found is not formats.DAMAGED_ZIP else None


def _identify_text(text: plain_text.Text, mime: str) -> Format:
    shape = plain_text.identify_lines(text.content)
    if shape is formats.BLANK:
        return shape
    begins_like = plain_text.recognise(text.content, columns=shape is formats.CSV)
    if begins_like is not None:
        return begins_like
    if mime not in _GENERIC and not _is_guessed(mime, shape, stray=text.stray):
        return formats.of_mime(mime)
    if shape is formats.LIST and mime not in _GENERIC:
        return formats.TEXT
    return formats.TEXT_WITH_NULS if text.stray and shape in _TABLES else shape


def _is_guessed(mime: str, shape: Format, *, stray: bool) -> bool:
    """Return whether libmagic only guesses, so that the text may be a table all the same.

    It knows some formats by two or three letters, and tables begin with such letters as well: PAN;Name;Amount is
    HPGL to it, MAC,Date is music. It takes others from a word in any cell, such as a web page from "<a href".
    """
    if shape is formats.CSV:
        return not stray
    return formats.is_guessed_from_words(mime) or (shape is formats.LIST and not stray)
