"""Build the odd files among the samples byte by byte, so that they come out the same on every machine.

Sources: [MS-CFB] for compound documents, [MS-OFFCRYPTO] 2.3.4 for the streams of an encrypted workbook, PKWARE's
APPNOTE 6.1 for the password of a zip file, ISO 32000-1 for PDF, RFC 2083 for PNG.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

WHEN: Final = (2026, 4, 1, 9, 0, 0)  # the time stamp of everything in these files
SECTOR: Final = 512  # bytes
FREE: Final = 0xFFFFFFFF  # [MS-CFB] 2.1: an unused sector, or no stream
END_OF_CHAIN: Final = 0xFFFFFFFE
FAT_SECTOR: Final = 0xFFFFFFFD


def archive(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file, uncompressed: what a compressor makes of it differs between versions of zlib."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as file:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, WHEN)
            member.create_system = 3  # the same everywhere; Windows would write 0
            member.external_attr = 0o644 << 16
            file.writestr(member, content)
    return target.getvalue()


def locked_archive(name: str, content: bytes, password: bytes) -> bytes:
    """Return a zip file with one member under traditional encryption (APPNOTE 6.1): 12 bytes, then the content."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def mix(byte: int) -> None:
        keys[0] = _crc(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc(keys[2], keys[1] >> 24)

    def lock(byte: int) -> int:
        pad = (keys[2] | 2) & 0xFFFF
        mix(byte)
        return byte ^ ((pad * (pad ^ 1) >> 8) & 0xFF)

    for byte in password:
        mix(byte)
    body = bytes(lock(byte) for byte in (*range(11), zlib.crc32(content) >> 24, *content))
    # Written as if it were the plain content; then the flag and the checksum say what it is (APPNOTE 4.3.7, 4.3.12).
    file = bytearray(archive({name: body}))
    directory = file.rindex(b"PK\x01\x02")
    for flags, checksum, plain_size in ((6, 14, 22), (directory + 8, directory + 16, directory + 24)):
        file[flags] |= 1
        struct.pack_into("<I", file, checksum, zlib.crc32(content))
        struct.pack_into("<I", file, plain_size, len(content))
    return bytes(file)


def _crc(crc: int, byte: int) -> int:
    """Do one step of CRC-32, without the inversions that zlib adds."""
    return zlib.crc32(bytes([byte]), crc ^ FREE) ^ FREE


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE2 compound document of streams of at least 4,096 bytes (shorter ones live elsewhere)."""
    assert all(len(content) >= 4096 for content in streams.values())
    chains = [content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\0") for content in streams.values()]
    fat = [FAT_SECTOR, END_OF_CHAIN]  # sector 0 is the table itself, sector 1 the directory
    entries = [_entry("Root Entry", 5, child=1, start=END_OF_CHAIN, size=0)]
    for place, (name, chain) in enumerate(zip(streams, chains, strict=True), 1):
        start, count = len(fat), len(chain) // SECTOR
        sibling = place + 1 if place < len(streams) else FREE
        entries.append(_entry(name, 2, right=sibling, start=start, size=len(streams[name])))
        fat += [*range(start + 1, start + count), END_OF_CHAIN]
    assert len(fat) <= SECTOR // 4 and len(entries) <= SECTOR // 128
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
                         0, 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0)  # fmt: skip
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    return header + struct.pack("<I", 0) + b"\xff" * 432 + table + directory + b"".join(chains)


def _entry(name: str, kind: int, *, start: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    """Return an entry of the directory ([MS-CFB] 2.6.1); `kind` is 5 for the root, 2 for a stream."""
    text = (name + "\0").encode("utf-16-le")
    links = (FREE, right, child)
    return struct.pack("<64sHBB3I16xI16xIQ", text, len(text), kind, 1, *links, 0, start, size)


def locked_workbook() -> bytes:
    """Return what Excel writes for "Encrypt with password": both streams, with noise for the package.

    No password opens it: there is nothing inside.
    """
    info = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    info += b'<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"></encryption>'
    noise = b"".join(hashlib.sha256(bytes([part])).digest() for part in range(160))
    return compound(
        {
            "EncryptedPackage": struct.pack("<Q", len(noise) - 9) + noise,
            "EncryptionInfo": (struct.pack("<HHI", 4, 4, 0x40) + info).ljust(4096, b" "),
        }
    )


def pdf(text: str) -> bytes:
    """Return a page of A4 with one line on it."""
    fonts = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    drawing = f"BT /F1 14 Tf 72 770 Td ({text}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
    ]
    file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + table + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(file)


def png(width: int, height: int) -> bytes:
    """Return a picture: a grey ramp."""
    rows = b"".join(b"\0" + bytes((x * 255 // width) for x in range(width)) for _ in range(height))
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(rows), len(rows) ^ 0xFFFF) + rows
    stored += struct.pack(">I", zlib.adler32(rows))  # one block that is not compressed (RFC 1950, RFC 1951 3.2.4)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", stored), (b"IEND", b""))
    packed = (struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
