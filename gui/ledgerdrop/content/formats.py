"""Define the formats that files can have, in the words that users read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ledgerdrop.model.problems import Code

# What Clear accepts, by extension (docs/clear-api.md, 2). The drop zone's line and two texts of `model.problems` name
# them in prose, and tests compare those with this.
CONTENT_TYPES: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Format:
    """Holds what a file really is.

    `kind` is a short name (a key of `CONTENT_TYPES` for what Clear takes), `what` a description with its article.
    `code` is the problem that a reader has with this content under any name, None where there is none;
    `warning` is the one that the user may overrule. A `wrapper` is a format whose files are zip files as well.
    """

    kind: str
    what: str
    code: Code | None = None
    warning: Code | None = None
    wrapper: bool = False


CSV: Final = Format("csv", "a CSV file (.csv)")
XLSX: Final = Format("xlsx", "an Excel workbook (.xlsx)")
XLS: Final = Format("xls", "an Excel 97-2003 workbook (.xls)")
ZIP: Final = Format("zip", "a zip file (.zip)")
# These may be sent under any name with the right ending.
SENDABLE: Final = frozenset({CSV, XLSX, XLS, ZIP})

# Good as .csv, but a note would look the same: nobody is told to call it a table.
LIST: Final = Format("csv", "plain text")

OLD_XLS: Final = Format("xls", "a workbook from a very old version of Excel (.xls)", warning=Code.OLD_WORKBOOK)
EMPTY_ZIP: Final = Format("zip", "an empty zip file", warning=Code.EMPTY_ARCHIVE)
_NOTHING: Final = Code.NOTHING_IN_ARCHIVE
ONLY_FOLDERS: Final = Format("zip", "a zip file with only folders in it", warning=_NOTHING)
ONLY_TEMPORARY: Final = Format("zip", "a zip file with only hidden or temporary files in it", warning=_NOTHING)
ONLY_EMPTY: Final = Format("zip", "a zip file with only empty files in it", warning=_NOTHING)
ONLY_JSON: Final = Format("zip", "a zip file with only JSON data in it", warning=_NOTHING)
ONLY_PDF: Final = Format("zip", "a zip file with only PDF documents in it", warning=_NOTHING)
ONLY_DOCUMENTS: Final = Format("zip", "a zip file with only PDF and JSON files in it", warning=_NOTHING)
LOCKED_MEMBER: Final = Format("zip", "a zip file with a locked workbook in it", warning=Code.LOCKED_MEMBER)
ONE_PART: Final = Format("part", "one part of a split zip file", Code.ONE_PART)
ENCRYPTED_ZIP: Final = Format("zip", "a zip file with a password", warning=Code.ENCRYPTED_MEMBERS)
TEXT: Final = Format("csv", "plain text without columns", warning=Code.UNCERTAIN_CONTENT)
MESSAGE: Final = Format("csv", "a message", warning=Code.MESSAGE)
PROSE: Final = Format("csv", "text in sentences", warning=Code.UNCERTAIN_CONTENT)
PROGRAM: Final = Format("csv", "program code", warning=Code.UNCERTAIN_CONTENT)
SETTINGS: Final = Format("csv", "a list of settings", warning=Code.UNCERTAIN_CONTENT)
BROKEN_OFF: Final = Format("csv", "a table with something else after it", warning=Code.BROKEN_OFF)
TEXT_WITH_NULS: Final = Format("csv", "a CSV file (.csv)", warning=Code.STRAY_NULS)
XLTX: Final = Format("xlsx", "an Excel template (.xltx)", warning=Code.UNCERTAIN_CONTENT)

LOCKED_XLSX: Final = Format("xlsx-encrypted", "an Excel workbook with a password", Code.PASSWORD_PROTECTED)
LOCKED_XLS: Final = Format("xls-encrypted", "an Excel workbook with a password", Code.PASSWORD_PROTECTED)
RESTRICTED: Final = Format("restricted", "a workbook with restricted access", Code.RIGHTS_MANAGED)
XLSM: Final = Format("xlsm", "an Excel workbook with macros (.xlsm)", Code.MACRO_WORKBOOK)
XLSB: Final = Format("xlsb", "an Excel binary workbook (.xlsb)", Code.BINARY_WORKBOOK)
OPEN_DOCUMENT: Final = Format("opendocument", "an OpenDocument file", Code.OPEN_DOCUMENT)
WEB_PAGE: Final = Format("html", "a web page", Code.WEB_PAGE)
XML: Final = Format("xml", "an XML file", Code.XML_DOCUMENT)
JSON: Final = Format("json", "JSON data", Code.JSON_DATA)
PDF: Final = Format("pdf", "a PDF document", Code.PDF)
SAVED_WEB_PAGE: Final = Format("mhtml", "a web page (.mht)", Code.WEB_PAGE)
EMAIL: Final = Format("email", "an email message", Code.CONTENT_DIFFERS)
WORD: Final = Format("docx", "a Word document", Code.CONTENT_DIFFERS)
POWERPOINT: Final = Format("pptx", "a PowerPoint presentation", Code.CONTENT_DIFFERS)
OFFICE: Final = Format("ole", "a document of another Office program", Code.CONTENT_DIFFERS)
UNKNOWN: Final = Format("unknown", "an unknown kind of file", Code.CONTENT_DIFFERS)
BLANK: Final = Format("blank", "an empty file", Code.EMPTY)
ZEROED: Final = Format("zeroed", "a file of nothing but zeros", Code.DAMAGED)
ZERO_ENDED: Final = Format("damaged", "a table that ends in zeros", Code.DAMAGED)
DAMAGED_WORKBOOK: Final = Format("damaged", "a damaged workbook", Code.DAMAGED)
DAMAGED_ZIP: Final = Format("damaged", "a damaged zip file", Code.DAMAGED)


def another(kind: str, what: str) -> Format:
    """Return a format that Clear does not accept, with no more to say about it."""
    return Format(kind, what, Code.CONTENT_DIFFERS)


def wrapper(kind: str, what: str) -> Format:
    """Return a format whose files are zip files inside.

    As .zip they may be meant so; under any other name they are wrong.
    """
    return Format(kind, what, Code.CONTENT_DIFFERS, wrapper=True)


BY_MIME: Final = {
    "text/html": WEB_PAGE,
    "application/xhtml+xml": WEB_PAGE,
    "text/xml": XML,
    "application/xml": XML,
    "application/json": JSON,
    "application/x-ndjson": JSON,
    "application/pdf": PDF,
    "message/rfc822": EMAIL,
    "application/mbox": EMAIL,
    "text/rtf": another("rtf", "a document in Rich Text Format (.rtf)"),
    "text/calendar": another("ics", "a calendar"),
    "text/x-vcalendar": another("ics", "a calendar"),
    "text/vcard": another("vcf", "a contact card"),
    "application/postscript": another("ps", "a PostScript document"),
    "application/msword": another("doc", "a Word document"),
    "application/gzip": another("gz", "a compressed file (.gz)"),
    "application/x-bzip2": another("bz2", "a compressed file (.bz2)"),
    "application/x-xz": another("xz", "a compressed file (.xz)"),
    "application/zstd": another("zst", "a compressed file (.zst)"),
    "application/x-7z-compressed": another("7z", "a 7-Zip archive (.7z)"),
    "application/x-rar": another("rar", "a RAR archive (.rar)"),
    "application/vnd.rar": another("rar", "a RAR archive (.rar)"),
    "application/x-tar": another("tar", "an archive (.tar)"),
    "application/x-dbf": another("dbf", "a dBase table (.dbf)"),
    "application/vnd.lotus-1-2-3": another("wk", "a Lotus 1-2-3 worksheet"),
    "application/vnd.sqlite3": another("sqlite", "a database"),
    "application/x-sqlite3": another("sqlite", "a database"),
    "application/x-msaccess": another("mdb", "an Access database"),
    "application/vnd.ms-outlook": another("msg", "an Outlook message (.msg)"),
    "application/vnd.ms-powerpoint": another("ppt", "a PowerPoint presentation"),
    "application/x-dosexec": another("exe", "a program"),
    "application/vnd.microsoft.portable-executable": another("exe", "a program"),
    "application/x-executable": another("exe", "a program"),
}

_GUESSED_FROM_WORDS: Final = re.compile(r"text/|application/(?:javascript|x-subrip|vnd\.hp-hpgl|x-wine-extension)")
_BY_FAMILY: Final = {"image": "a picture", "audio": "a sound recording", "video": "a video", "font": "a font"}


def is_guessed_from_words(mime: str) -> bool:
    """Return whether libmagic takes the text for source code or the like, for which one or two words are enough."""
    return mime not in BY_MIME and _GUESSED_FROM_WORDS.match(mime) is not None


def of_mime(mime: str) -> Format:
    """Return the format that libmagic's answer means."""
    if mime in BY_MIME:
        return BY_MIME[mime]
    if mime.endswith("+xml") and mime != "image/svg+xml":
        return XML
    family, _, subtype = mime.partition("/")
    code = Code.IMAGE if family == "image" else Code.CONTENT_DIFFERS
    return Format(subtype, _BY_FAMILY.get(family, "another kind of file"), code)
