"""Identify a workbook by the members of its zip file, or by the streams of its compound file."""

from __future__ import annotations

import html
import io
import re
import struct
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Final
from urllib.parse import unquote

from ledgerdrop.content import formats
from ledgerdrop.content.formats import Format
from ledgerdrop.content.ole_file import SIGNATURE, Compound, DamagedCompoundError, Stream
from ledgerdrop.content.zip_directory import SIGNATURES, Archive, DamagedArchiveError, OnePartError, read_archive
from ledgerdrop.files.dropped_file import is_temporary
from ledgerdrop.files.reader import Source
from ledgerdrop.model.problems import Code

_MEMBERS_LOOKED_INTO: Final = 16
_MOST_UNPACKED: Final = 4 * 1024 * 1024  # bytes of the workbooks inside a zip file
_LOCKED: Final = {Code.PASSWORD_PROTECTED, Code.RIGHTS_MANAGED}
_LARGEST_PART: Final = 4 * 1024 * 1024  # bytes of [Content_Types].xml that are looked at; real ones have kilobytes
# Bounded, and unable to run over the next "<": hostile files have a million beginnings without an end.
_DECLARATION: Final = re.compile(r"<(?:\w{1,64}:)?(?:Override|Default)\b[^<>]{1,4096}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"\b(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

# The content type of the main part decides what an OPC package is (ECMA-376-1, 12.2, 11.2, 13.2; [MS-XLSB] 2.1).
_MAIN_PARTS: Final = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": formats.XLSX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": formats.XLTX,
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": formats.XLSM,
    "application/vnd.ms-excel.template.macroenabled.main+xml": formats.XLSM,
    "application/vnd.ms-excel.addin.macroenabled.main+xml": formats.XLSM,
    "application/vnd.ms-excel.sheet.binary.macroenabled.main": formats.XLSB,
}
_WORKBOOKS: Final = frozenset(_MAIN_PARTS.values())
_FAMILIES: Final = (  # of the main parts of other programs
    ("wordprocessingml", formats.WORD),
    ("ms-word", formats.WORD),
    ("presentationml", formats.POWERPOINT),
    ("ms-powerpoint", formats.POWERPOINT),
)
_OTHER_PACKAGE: Final = formats.wrapper("opc", "a document of another Office program")

_MIMETYPES: Final = (  # the first bytes of a member `mimetype` (ODF 1.3 part 2, 3.3; EPUB OCF 4.2.2)
    (b"application/vnd.oasis.opendocument.", formats.OPEN_DOCUMENT),
    (b"application/vnd.sun.xml.", formats.OPEN_DOCUMENT),
    (b"application/epub+zip", formats.another("epub", "an electronic book (.epub)")),
)
_IWORK: Final = formats.wrapper("iwork", "an Apple Numbers, Pages or Keynote document")
_TELLING_MEMBERS: Final = (
    # OpenDocument whose member `mimetype` was lost when somebody packed it again.
    ({"content.xml", "meta-inf/manifest.xml"}, formats.OPEN_DOCUMENT),
    ({"content.xml", "styles.xml", "meta.xml"}, formats.OPEN_DOCUMENT),
    ({"index.xml", "buildversionhistory.plist"}, _IWORK),  # of 2009
    ({"androidmanifest.xml"}, formats.wrapper("apk", "an Android program (.apk)")),
    ({"index/document.iwa"}, _IWORK),
    ({"index.apxl"}, formats.wrapper("iwork", "an Apple Keynote presentation")),
    ({"meta-inf/manifest.mf"}, formats.wrapper("jar", "a Java program (.jar)")),
)


def identify_container(source: Source, head: bytes) -> Format | None:
    """Return the format of a file that begins like a zip file, a compound file or bare records, else None."""
    if head.startswith(SIGNATURES):
        return identify_archive(source)
    return identify_compound(source) if head.startswith(SIGNATURE) else _identify_records(head[:4096])


def identify_archive(source: Source) -> Format:
    """Return the format of a zip file by its table of contents."""
    try:
        archive = read_archive(source)
        package = _package(archive)
        if package is not None:
            # Excel calls a workbook damaged that has a line break, a notice or a web page in front of it or behind.
            return formats.DAMAGED_WORKBOOK if archive.surrounded and package in _WORKBOOKS else package
        return _by_mimetype(archive) or _by_member(archive) or _plain(archive)
    except OnePartError:
        return formats.ONE_PART
    except DamagedArchiveError:
        return formats.DAMAGED_ZIP


def _package(archive: Archive) -> Format | None:
    types = archive.find("[Content_Types].xml")
    if types is None:
        return formats.DAMAGED_WORKBOOK if archive.find("xl/workbook.xml") else None
    if types.encrypted:
        return formats.LOCKED_XLSX
    parts = _content_types(archive.read(types, _LARGEST_PART))
    for content_type, format_ in _MAIN_PARTS.items():
        if content_type in parts:
            name = parts[content_type]
            is_missing = name and archive.complete and archive.find(name) is None
            return formats.DAMAGED_WORKBOOK if is_missing else format_
    main_parts = [content_type for content_type in parts if ".main+xml" in content_type]
    return next((format_ for part in main_parts for family, format_ in _FAMILIES if family in part), _OTHER_PACKAGE)


def _content_types(xml: bytes) -> dict[str, str]:
    """Return the first part's name by content type, in lower case; "" for a default that goes by extension."""
    text = xml.decode("utf-16" if xml.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig", "replace")
    parts: dict[str, str] = {}
    for attributes in map(attributes_of, _DECLARATION.findall(text)):
        name = unquote(attributes.get("partname", "")).replace("\\", "/").lstrip("/")
        parts.setdefault(attributes.get("contenttype", "").strip().lower(), name)
    return parts


def attributes_of(tag: str) -> dict[str, str]:
    """Read the attributes of an XML tag: names in lower case and without their prefixes."""
    return {name.lower(): html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}


def _by_mimetype(archive: Archive) -> Format | None:
    member = archive.find("mimetype")
    if member is None or member.encrypted:
        return None
    content = archive.read(member, 256)
    return next((format_ for start, format_ in _MIMETYPES if content.startswith(start)), None)


def _by_member(archive: Archive) -> Format | None:
    names = {member.name.casefold() for member in archive.members}
    return next((format_ for members, format_ in _TELLING_MEMBERS if names >= members), None)


def _plain(archive: Archive) -> Format:
    if not archive.members:
        return formats.EMPTY_ZIP
    if any(member.encrypted for member in archive.members):
        return formats.ENCRYPTED_ZIP
    if archive.complete and (nothing := _nothing_for_clear(archive)) is not None:
        return nothing
    return formats.LOCKED_MEMBER if _holds_locked_workbook(archive) else formats.ZIP


_ONLY: Final = {("json",): formats.ONLY_JSON, ("pdf",): formats.ONLY_PDF, ("json", "pdf"): formats.ONLY_DOCUMENTS}


def _nothing_for_clear(archive: Archive) -> Format | None:
    files = [member for member in archive.members if not member.name.endswith("/")]
    if not files:
        return formats.ONLY_FOLDERS
    files = [member for member in files if not is_temporary(member.name)]
    if not files:
        return formats.ONLY_TEMPORARY
    files = [member for member in files if member.size]
    if not files:
        return formats.ONLY_EMPTY
    kinds = {member.name.rpartition(".")[2].casefold() for member in files}
    return _ONLY.get(tuple(sorted(kinds)))


def _holds_locked_workbook(archive: Archive) -> bool:
    """Return whether one of the first workbooks in the zip file is encrypted, as far as their size allows to look."""
    workbooks = (one for one in archive.members if one.size and one.name.casefold().endswith((".xlsx", ".xls")))
    unpacked = 0
    for member in islice(workbooks, _MEMBERS_LOOKED_INTO):
        unpacked += member.size
        if unpacked > _MOST_UNPACKED:
            return False
        with suppress(DamagedArchiveError):  # compressed in a way that we cannot read, for instance
            if archive.read(member, len(SIGNATURE)) == SIGNATURE:
                content = archive.read(member, member.size)
                inner = Source(io.BytesIO(content), len(content), archive.source.cancel)
                if identify_compound(inner).code in _LOCKED:
                    return True
    return False


# Where a licence to open the file lies: [MS-OFFCRYPTO] 2.2 for packages, 2.2.10 for older documents.
_RIGHTS_MANAGED: Final = {"drmencrypteddataspace", "drmencryptedtransform", "\tdrmcontent", "\tdrmviewercontent"}
_TELLING_STREAMS: Final = (
    ("encryptedpackage", formats.LOCKED_XLSX),  # [MS-OFFCRYPTO] 2.3.4.4; might be a Word document just as well
    ("worddocument", formats.another("doc", "a Word document")),
    ("powerpoint document", formats.another("ppt", "a PowerPoint presentation")),
    ("__properties_version1.0", formats.another("msg", "an Outlook message (.msg)")),
    ("visiodocument", formats.another("vsd", "a Visio drawing")),
)


def workbook_stream(streams: Mapping[str, Stream]) -> Stream | None:
    """Return the stream with a workbook's records: "Book" up to Excel 95, "Workbook" later ([MS-XLS] 2.1.2)."""
    return streams.get("workbook") or streams.get("book")


def identify_compound(source: Source) -> Format:
    """Return the format of an OLE compound file by the streams below its root."""
    try:
        compound = Compound(source)
        streams = compound.streams()
        if not compound.names().isdisjoint(_RIGHTS_MANAGED):
            return formats.RESTRICTED
        stream = workbook_stream(streams)
        if stream is not None:
            start = compound.read(stream, 4096)
            compound.verify(stream)
            return _of_records(start) if start.startswith(_BOF) else formats.DAMAGED_WORKBOOK
    except DamagedCompoundError:
        return formats.DAMAGED_WORKBOOK
    return next((format_ for name, format_ in _TELLING_STREAMS if name in streams), formats.OFFICE)


# Records at the start of a workbook or sheet, of Excel 2, 3, 4 and 5 or later: [MS-XLS] 2.4.21, and for the older
# ones OpenOffice's description of the Excel file format, 5.8.
_BOF: Final = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
_SUBSTREAMS: Final = {0x0005, 0x0006, 0x0010, 0x0020, 0x0040, 0x0100}
_BIFF5: Final = 0x0500  # Excel 5.0 and 95 ([MS-XLS] 2.4.21, field vers)
_FILEPASS: Final = 0x002F  # [MS-XLS] 2.4.117


def _identify_records(start: bytes) -> Format | None:
    """Return the format of a file that begins with bare records as Excel 2 to 4 wrote them, else None."""
    if len(start) < 8 or not start.startswith(_BOF):
        return None
    _, length, _, substream = struct.unpack_from("<4H", start)
    return _of_records(start) if 4 <= length <= 32 and substream in _SUBSTREAMS else None


def _of_records(start: bytes) -> Format:
    if any(kind == _FILEPASS for kind, _ in records(start)):
        return formats.LOCKED_XLS
    version = struct.unpack_from("<H", start, 4)[0] if len(start) >= 6 else 0
    return formats.XLS if start.startswith(_BOF[-1]) and version != _BIFF5 else formats.OLD_XLS


def records(stream: bytes, at: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of a workbook's stream from there on ([MS-XLS] 2.1.4)."""
    while at <= len(stream) - 4:
        kind, length = struct.unpack_from("<2H", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
