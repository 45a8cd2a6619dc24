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
    ("#EXTM3U", formats.another("m3u", "a list of songs")),
    ("#!/", formats.another("script", "a program's text")),
)
_QIF: Final = formats.another("qif", "a bank statement in the QIF format")
_OFX: Final = formats.another("ofx", "a bank statement in the OFX format")
_MT940: Final = formats.another("mt940", "a bank statement in the SWIFT format")
_END: Final = r"[ \t]*+(?>\r\n|\n|\r)"  # possessive: no line may be divided in two ways
_LINE: Final = r"[^\r\n]{0,200}(?>\r\n|\n|\r)"
_LINES: Final = (
    (re.compile(r"\ABEGIN:VCALENDAR\b", re.IGNORECASE), formats.of_mime("text/calendar")),
    (re.compile(r"\ABEGIN:VCARD\b", re.IGNORECASE), formats.of_mime("text/vcard")),
    # Blocks of records, after a comment and switches such as "!Option:AutoSwitch".
    (
        re.compile(
            rf"\A(?:(?:#{_LINE}|\^?{_END}|!(?:Option|Clear):\w+{_END})){{0,50}}"
            rf"!(?:Account{_END}|Type:(?:Bank|Cash|CCard|Invst|Oth|Cat|Class|Memorized|Security|Prices|Budget|Tax|Inv)|"
            rf"(?:Option|Clear):\w+{_END}[A-Z^!])",
            re.IGNORECASE,
        ),
        _QIF,
    ),
    # SGML with a header of its own, XML with or without its declaration.
    (re.compile(r"\A(?:OFXHEADER\s*:|<\?OFX\b|(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?OFX\b|<OFX>))", re.IGNORECASE), _OFX),
    # Tag :20:, an account and a statement's number or balance; banks put an envelope or lines of their own in front.
    (
        re.compile(
            rf"(?:\A|^|\{{4:{_END})(?:-?|\{{[1-5]:.{{0,200}})?:20:{_LINE}(?:(?!:25P?:){_LINE}){{0,5}}:25P?:{_LINE}"
            rf"(?:(?!:(?:28C?|60[FM]):){_LINE}){{0,5}}:(?:28C?|60[FM]):",
            re.MULTILINE,
        ),
        _MT940,
    ),
    (re.compile(r"\A(?:\x01)?\{1:[FAL]\d\d[A-Z0-9]{8}"), _MT940),
    (re.compile(rf"\A:20:{_LINE}(?::21:{_LINE})?:25P?:"), _MT940),
    (re.compile(r"^-----BEGIN [A-Z0-9 ]+-----\s*$", re.MULTILINE), formats.another("pem", "a key or certificate")),
    # Tables in forms of their own, which Excel writes and reads: cut by semicolons and commas, but not csv.
    (
        # "ID;Party" is a table's header: records with the fields that only SYLK knows must follow.
        re.compile(
            rf"\AID;P[^\r\n;]{{0,80}}(?:;[A-Z]\w{{0,20}})*{_END}(?:{_LINE}){{0,300}}?"
            r"(?:P;P|P;[EF]|O;[A-Z]|F;[A-Z]|B;[XY]\d|C;(?:[XYKRC]\d|K[\"\-])|NE;|NN;|NU;|W;N|E(?:[\r\n]|$))"
        ),
        formats.another("slk", "a SYLK worksheet (.slk)"),
    ),
    (
        re.compile(rf"\ATABLE{_END}0,1{_END}\""),
        formats.another("dif", "a Data Interchange Format file (.dif)"),
    ),
)
_COMMENTS: Final = re.compile(r"(?:\s+|//[^\r\n]*|/\*.*?\*/|#[^\r\n]*(?=[\r\n]))*", re.DOTALL)
_JSON: Final = re.compile(
    r"""(?:\)\]\}',?\s*|\w+\()?(?:\{\s*(?:"|'[^']{0,80}'\s*:|[A-Za-z_$][\w$]{0,80}\s*:\s|\}\s*$|//|/\*)|\[\s*(?:[{"\]\n]|\[\s*[\["{\d-]|//|/\*))"""
)
# Not <DATE>,<OPEN>,<CLOSE>, as traders' programs write headers, nor <b>Date</b>,<b>Amount</b>: these are cells.
_CELL_GOES_ON: Final = r"(?:[^<>\r\n]{0,200}</\1>)?[ ]*[,;\t|]"
_TAG: Final = re.compile(
    rf"<(?:\?xml|\?xpacket|!--|!doctype|([a-z_][\w.:-]*)(?:\s+[\w.:-]+\s*=|\s*/?>(?!{_CELL_GOES_ON})))", re.IGNORECASE
)
_PROLOGUE: Final = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!(?!doctype\s+html)[^>]*>)*", re.IGNORECASE | re.DOTALL)
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|meta|title|style|script|div|center|p|font|b|br|hr|h[1-6]|a|ul|ol|pre|span|strong|form)\b",
    re.IGNORECASE,
)
# XML has elements of its own called Table or BODY: Excel's "XML Spreadsheet", what accounting programs export.
_XHTML: Final = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
# Headers as programs write them: people write "Received: 1,20,000.00" and "Date:" above tables, too.
_MAIL_HEADER: Final = re.compile(
    r"^(?:Received:\s+(?:from|by|\(qmail)\b|Return-Path:\s*<|Message-ID:\s*<|MIME-Version:\s*\d|DKIM-Signature:\s*v=|"
    r"Delivered-To:\s*\S+@|X-(?:Mailer|Mozilla|Gmail|MS)[\w-]*:|"
    r"Content-Type:\s*(?:multipart/|message/))",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS: Final = re.compile(r"^(?:From|To|Cc|Reply-To|Sender|Subject):\s*\S", re.IGNORECASE | re.MULTILINE)
# Browsers save web pages as mail to nobody (RFC 2557).
_ADDRESSED: Final = re.compile(
    r"^(?:To|Received|Delivered-To|Return-Path|Reply-To|DKIM-Signature):", re.IGNORECASE | re.MULTILINE
)
_CLOSED: Final = re.compile(r"</|/>|<[!?]|\sxmlns")  # no document of tags is without any of these
_STRUCTURE: Final = re.compile(r"<(?:[?!]|html|head|body|table|title|style|script|meta|form)", re.IGNORECASE)
_TAGS: Final = re.compile(r"<[^<>]{1,4096}>")
_DELIMITER: Final = re.compile(r"[,;\t|]")
_END_OF_HEADER: Final = re.compile(r"\r?\n\r?\n")
_MAIL_START: Final = re.compile(r"(?:\d+\s*\n)?(?:From \S+ |[A-Za-z][A-Za-z-]*:\s)")


def recognise(text: str, *, columns: bool) -> Format | None:
    """Tell the format that the text begins like, or None.

    `columns` says that the text has columns: a tag or an address in a cell is then no sign of a web page or a mail.
    """
    start = text.lstrip()[:_LOOKED_AT]
    for prefix, format_ in _STARTS:
        if start.startswith(prefix):
            return format_
    for pattern, format_ in _LINES:
        if pattern.search(start):
            return format_
    if _JSON.match(start, comments.end() if (comments := _COMMENTS.match(start)) else 0):
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
    prologue = _PROLOGUE.match(start)
    root = start[prologue.end() if prologue else 0 :]
    page = _XHTML if start.startswith("<?xml") else _HTML
    return formats.WEB_PAGE if page.match(root) else formats.XML
