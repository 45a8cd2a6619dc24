"""Say who issued a certificate: read from its bytes, for one that is not trusted, of which ssl tells nothing.

Just enough of X.509 (RFC 5280, 4.1) in DER (ITU-T X.690) for the issuer's name. The bytes come from whoever answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ledgerdrop.net.response import server_words

_VERSION: Final = 0xA0
_BMP_STRING: Final = 0x1E  # UTF-16; the others are UTF-8, or near enough to be read
# 2.5.4.10 and 2.5.4.3 (RFC 5280, appendix A)
_ORGANISATION: Final = b"\x55\x04\x0a"
_COMMON_NAME: Final = b"\x55\x04\x03"


def encryption_facts(sock: Any) -> str:
    """Tell what IT wants to know of a connection: the version of TLS, and who issued the certificate until when."""
    if not hasattr(sock, "getpeercert"):
        return "not encrypted"
    facts = [
        sock.version() or "TLS",
        f"certificate issued by {issuer_of(sock.getpeercert(True) or b'') or 'unknown'}",
    ]
    until = (sock.getpeercert() or {}).get("notAfter")  # nothing where it was not verified, or by Windows or macOS
    return ", ".join([*facts, f"valid until {until}"] if until else facts)


def issuer_of(der: bytes) -> str:
    """Return the issuer as one line of plain text, `organisation, common name`; "" when it cannot be read."""
    try:
        _, certificate = next(_items(der))
        _, signed = next(_items(certificate))
        fields = [content for tag, content in _items(signed) if tag != _VERSION]
        name = dict(_attributes(fields[2]))  # after serial number and algorithm
    except (ValueError, IndexError, StopIteration):
        return ""
    parts = [name[kind] for kind in (_ORGANISATION, _COMMON_NAME) if name.get(kind)]
    return server_words(", ".join(dict.fromkeys(parts)))


def _attributes(name: bytes) -> Iterator[tuple[bytes, str]]:
    """Kind and text of each attribute: a Name is a sequence of sets of pairs."""
    for _, group in _items(name):
        for _, pair in _items(group):
            (_, kind), (tag, value) = _items(pair)
            yield kind, value.decode("utf-16-be" if tag == _BMP_STRING else "utf-8", "replace")


def _items(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and content of what stands one after the other. Raises ValueError or IndexError when it is no DER."""
    at = 0
    while at < len(data):
        tag, length, at = data[at], data[at + 1], at + 2
        if length >= 0x80:
            count = length - 0x80
            if not 1 <= count <= 4:
                raise ValueError("no length of DER")
            length, at = int.from_bytes(data[at : at + count], "big"), at + count
        if at + length > len(data):
            raise ValueError("longer than what it stands in")
        yield tag, data[at : at + length]
        at += length
