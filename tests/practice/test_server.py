"""Test HTTP/1.1 on the wire, byte by byte (RFC 9112), as far as a client of ours could tell."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from tests.servers.practice import Practice


def host_of(practice: Practice) -> str:
    return urlsplit(practice.base_url).netloc


def get(practice: Practice) -> bytes:
    return f"GET /practice/none HTTP/1.1\r\nHost: {host_of(practice)}\r\n".encode()


@contextmanager
def connected(practice: Practice) -> Iterator[socket.socket]:
    """Give a bare connection."""
    parts = urlsplit(practice.base_url)
    assert parts.hostname and parts.port
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as sock:
        yield sock


def all_of(sock: socket.socket) -> bytes:
    """Return everything that comes until the server closes the connection."""
    with sock.makefile("rb") as answers:
        return answers.read()


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n",  # https on the port of http
        b"GET / HTTP/2.0\r\n\r\n",
        b"GET http://elsewhere/ HTTP/1.1\r\n\r\n",
        b"GET /a b HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nNo colon\r\n\r\n",
        b"PUT / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"PUT / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"PUT / HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: " + b"a" * 70_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused(practice: Practice, request_bytes: bytes) -> None:
    """Refuse it quietly: `start_practice` checks that nothing stands on the server's standard error."""
    with connected(practice) as sock:
        sock.sendall(request_bytes)
        sock.shutdown(socket.SHUT_WR)
        answer = all_of(sock)
        assert b"HTTP/1.1 200" not in answer
        assert re.search(rb"HTTP/1.1 [45]\d\d|Error code: [45]", answer)
    assert practice.objects() == {}


def test_requests_may_follow_each_other_at_once(practice: Practice) -> None:
    with connected(practice) as sock:
        sock.sendall(get(practice) + b"\r\n" + get(practice) + b"Connection: close\r\n\r\n")
        assert all_of(sock).count(b"HTTP/1.1 404 Not Found\r\n") == 2


def test_an_old_client_is_left_after_its_answer(practice: Practice) -> None:
    with connected(practice) as sock:
        sock.sendall(b"GET /practice/none HTTP/1.0\r\n\r\n")
        assert b"\r\nConnection: close\r\n" in all_of(sock)


def test_names_and_values_are_recorded_as_written(practice: Practice) -> None:
    with connected(practice) as sock:
        sock.sendall(
            f"GET /practice/none?a=%2F+b HTTP/1.1\r\nhOST: {host_of(practice)}\r\n".encode()
            + b"X-Twice:1\r\nx-twice: 2\r\nConnection: close\r\n\r\n"
        )
        all_of(sock)
    [request] = practice.requests()
    assert request.target == "/practice/none?a=%2F+b"
    assert request.headers == [
        ["hOST", host_of(practice)],
        ["X-Twice", "1"],
        ["x-twice", "2"],
        ["Connection", "close"],
    ]
    assert request.status == 404


def test_head_has_no_body(practice: Practice) -> None:
    with connected(practice) as sock:
        sock.sendall(get(practice).replace(b"GET", b"HEAD") + b"Connection: close\r\n\r\n")
        assert all_of(sock).endswith(b"\r\n\r\n")
