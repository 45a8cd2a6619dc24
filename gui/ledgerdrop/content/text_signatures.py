"""Text formats that say in their first characters what they are, whatever libmagic's version knows of them."""

from __future__ import annotations

import re
from typing import Final

from ledgerdrop.content import formats
from ledgerdrop.content.formats import Format

_LOOKED_AT: Final = 4096  # characters

_STARTS: Final = (
    ("{\\rtf", formats.of_mime("text/rtf")),
    ("%PDF-", formats.PDF),
    ("%!PS", formats.of_mime("application/postscript")),
    ("#!/", formats.another("script", "a program's text")),
    ("BEGIN:VCALENDAR", formats.of_mime("text/calendar")),
    ("BEGIN:VCARD", formats.of_mime("text/vcard")),
    ("OFXHEADER:", formats.another("ofx", "a bank statement in the OFX format")),
    ("!Type:", formats.another("qif", "a bank statement in the QIF format")),
    ("{1:F01", formats.another("mt940", "a bank statement in the SWIFT format")),
)
_LINES: Final = (
    (re.compile(r"\A!Account[ ]*\r?\n"), formats.another("qif", "a bank statement in the QIF format")),
    (
        re.compile(r"\A:20:[^\r\n]*\r?\n(?::21:[^\r\n]*\r?\n)?:25:"),
        formats.another("mt940", "a bank statement in the SWIFT format"),
    ),
    (re.compile(r"^-----BEGIN [A-Z0-9 ]+-----\s*$", re.MULTILINE), formats.another("pem", "a key or certificate")),
    # Tables in forms of their own, which Excel writes and reads: cut by semicolons and commas, but not csv.
    (
        # "ID;Party" is a table's header: one of these records must come next.
        re.compile(r"\AID;P\w*(?:;[A-Z])*\r?\n(?:B|C|F|O|P|NE|NN|NU|W);[A-Z]"),
        formats.another("slk", "a SYLK worksheet (.slk)"),
    ),
    (
        re.compile(r'\ATABLE\r?\n0,1\r?\n"'),
        formats.another("dif", "a Data Interchange Format file (.dif)"),
    ),
)
_JSON: Final = re.compile(r'\{\s*(?:"|\}\s*$)|\[\s*(?:[{"\]\n]|\[\s*[\["{\d-])')
# Not <DATE>,<OPEN>,<CLOSE>, as traders' programs write headers, nor <b>Date</b>,<b>Amount</b>: these are cells.
_CELL_GOES_ON: Final = r"(?:[^<>\r\n]{0,200}</\1>)?[ ]*[,;\t|]"
_TAG: Final = re.compile(
    rf"<(?:\?xml|\?xpacket|!--|!doctype|([a-z_][\w.:-]*)(?:\s+[\w.:-]+\s*=|\s*/?>(?!{_CELL_GOES_ON})))", re.IGNORECASE
)
_PROLOGUE: Final = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!(?!doctype\s+html)[^>]*>)*", re.IGNORECASE | re.DOTALL)
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|meta|title|style|script|div|center|p|font)\b", re.IGNORECASE
)
# XML has elements of its own called Table or BODY: Excel's "XML Spreadsheet", what accounting programs export.
_XHTML: Final = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
# Headers that programs write: people write "From:" and "Date:" above tables, too.
_MAIL_HEADER: Final = re.compile(
    r"^(?:Received|Return-Path|Message-ID|MIME-Version|DKIM-Signature|Delivered-To|Content-Type|"
    r"Content-Transfer-Encoding):\s",
    re.IGNORECASE | re.MULTILINE,
)
# Browsers save web pages as mail to nobody (RFC 2557).
_ADDRESSED: Final = re.compile(
    r"^(?:To|Received|Delivered-To|Return-Path|Reply-To|DKIM-Signature):", re.IGNORECASE | re.MULTILINE
)
_END_OF_HEADER: Final = re.compile(r"\r?\n\r?\n")
_MAIL_START: Final = re.compile(r"(?:\d+\s*\n)?(?:From \S+ |[A-Za-z][A-Za-z-]*:\s)")


def recognise(text: str) -> Format | None:
    """The format that the text begins like, or None."""
    start = text.lstrip()[:_LOOKED_AT]
    for prefix, format_ in _STARTS:
        if start.startswith(prefix):
            return format_
    for pattern, format_ in _LINES:
        if pattern.search(start):
            return format_
    if _JSON.match(start):
        return formats.JSON
    if _MAIL_START.match(start):
        header = _END_OF_HEADER.split(start, maxsplit=1)[0]
        if _MAIL_HEADER.search(header):
            return formats.EMAIL if _ADDRESSED.search(header) else formats.SAVED_WEB_PAGE
    if _TAG.match(start):
        prologue = _PROLOGUE.match(start)
        root = start[prologue.end() if prologue else 0 :]
        page = _XHTML if start.startswith("<?xml") else _HTML
        return formats.WEB_PAGE if page.match(root) else formats.XML
    return None
