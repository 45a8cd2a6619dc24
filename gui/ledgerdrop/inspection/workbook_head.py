"""Cut a large xlsx file down to its first rows, so that these are there long before the whole is read.

What a cell means stays calamine's decision: it is given a small workbook with the same styles and the same strings,
whose only sheet ends early.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile

_SHEET_BYTES: Final = 256 * 1024
_STRING_BYTES: Final = 3 * 1024 * 1024  # the first rows' strings come first; where not, the whole is read
_PART_BYTES: Final = 4 * 1024 * 1024
_KEPT: Final = (
    "[content_types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
)
_ROOT: Final = re.compile(rb"<((?:\w+:)?)(worksheet|sst)[\s>]")


def cut_to_head(path: Path, member: str) -> io.BytesIO | None:
    """Make a workbook of the first rows of the sheet in `member`; None where the file cannot be cut."""
    made = io.BytesIO()
    try:
        with ZipFile(path) as archive, ZipFile(made, "w", ZIP_STORED) as small:
            for info in archive.infolist():
                name = info.filename
                if name.lower() in _KEPT:
                    small.writestr(name, _first(archive, name, _PART_BYTES))
                elif name == member:
                    small.writestr(name, _closed(_first(archive, name, _SHEET_BYTES), b"row", (b"sheetData",)))
                elif name.lower() == "xl/sharedstrings.xml":
                    small.writestr(name, _closed(_first(archive, name, _STRING_BYTES), b"si", ()))
    except Exception:  # noqa: BLE001 - whatever a damaged file brings about: the whole is read instead, and says why
        return None
    made.seek(0)
    return made


def _first(archive: ZipFile, name: str, size: int) -> bytes:
    with archive.open(name) as member:
        return member.read(size)


def _closed(text: bytes, element: bytes, around: tuple[bytes, ...]) -> bytes:
    """End an XML text that was cut off after its last whole `element`."""
    found = _ROOT.search(text)
    if found is None:
        raise BadZipFile("no sheet, or one in another encoding")
    prefix, root = found[1], found[2]
    if text.rstrip().endswith(b"</" + prefix + root + b">"):
        return text
    end_tag = b"</" + prefix + element + b">"
    end = text.rindex(end_tag) + len(end_tag)
    return text[:end] + b"".join(b"</" + prefix + name + b">" for name in (*around, root))
