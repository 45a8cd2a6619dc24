"""Read requests as they arrive at a door, from a socket byte by byte (RFC 9112).

The standard library's handler parses headers as e-mail and hides how names were written; what tests ask is exactly
what arrived.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Final

HEAD_LIMIT: Final = 64 * 1024  # bytes of request line and headers together


@dataclass(frozen=True, slots=True)
class Request:
    """Holds the head of a request as it arrived: `target` and `headers` unchanged, `fields` by lower-case name."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    fields: dict[str, str]

    @property
    def length(self) -> int | None:
        """Return bytes of the body as announced by Content-Length; None when it does not say."""
        text = self.fields.get("content-length")
        return None if text is None else int(text)


class MalformedRequest(Exception):  # noqa: N818 - the client's mistake, not an error of ours
    """Says that what arrived is no request that HTTP/1.1 allows. The argument says why."""


class Connection:
    """Reads requests from a client's connection and writes the answers, one after the other."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._input = sock.makefile("rb")
        self._expects_continue = False

    def read_request(self) -> Request | None:
        """Return the next request's head, or None when the client is done. Raises MalformedRequest, OSError."""
        first = self._input.readline(HEAD_LIMIT)
        if first in {b"\r\n", b"\n"}:  # RFC 9112 2.2: ignore an empty line before a request
            first = self._input.readline(HEAD_LIMIT)
        if not first:
            return None
        words = first.decode("latin-1").rstrip("\r\n").split(" ")
        if len(words) != 3 or words[2] not in {"HTTP/1.1", "HTTP/1.0"} or not words[1].startswith("/"):
            raise MalformedRequest("The request line is not one of HTTP/1.1.")
        headers = self._read_headers(HEAD_LIMIT - len(first))
        fields = _by_name(headers)
        self._expects_continue = fields.get("expect", "").lower() == "100-continue"
        return Request(words[0], words[1], headers, fields)

    def _read_headers(self, room: int) -> tuple[tuple[str, str], ...]:
        headers = []
        while (line := self._input.readline(room + 1)) not in {b"\r\n", b"\n"}:
            room -= len(line)
            if room < 0 or not line.endswith(b"\n"):
                raise MalformedRequest("The headers are too long or cut off.")
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon or not name or any(mark in name for mark in " \t"):
                raise MalformedRequest("A header line is malformed.")
            headers.append((name, value.strip(" \t\r\n")))
        return tuple(headers)

    def read_body(self, block: memoryview) -> int:
        """Fill the start of `block` with what is there of the body; waits for at least one byte; 0 at its end."""
        if self._expects_continue:
            self._socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            self._expects_continue = False
        return self._input.readinto1(block)

    def close(self) -> None:
        """Close it; what the client still sends is answered with a reset."""
        self._input.close()
        self._socket.close()


def _by_name(headers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        fields[key] = f"{fields[key]},{value}" if key in fields else value
    length = fields.get("content-length", "0")
    if not (length.isascii() and length.isdigit() and len(length) < 20):
        raise MalformedRequest("Content-Length is not one number of bytes.")
    return fields
