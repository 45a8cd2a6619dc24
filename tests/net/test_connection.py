"""Test the connections of one thread: what other threads may do to them, and what early answers mean."""

from __future__ import annotations

import gc
import select
import socket
import ssl
import struct
import warnings
from typing import Any

import pytest

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.connection import AbortableSockets, without_interim
from ledgerdrop.net.exchange import connect
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken


@pytest.fixture
def sockets() -> AbortableSockets:
    return AbortableSockets(RetryPolicy())


def test_abort_ends_what_is_open_and_what_comes(sockets: AbortableSockets) -> None:
    near, far = socket.socketpair()
    late, late_far = socket.socketpair()
    with near, far, late, late_far:
        handle = sockets.add(near)
        sockets.abort()
        assert far.recv(1) == b""
        with pytest.raises(BrokenPipeError):
            near.send(b"x")
        late_handle = sockets.add(late)
        assert late_far.recv(1) == b"", "connected after the abort"
        sockets.retire(handle)
        sockets.retire(late_handle)
        sockets.sweep()


def test_begin_forgets_an_abort(sockets: AbortableSockets) -> None:
    sockets.abort()
    sockets.begin()
    near, far = socket.socketpair()
    with near, far:
        handle = sockets.add(near)
        near.send(b"x")
        assert far.recv(1) == b"x"
        sockets.retire(handle)
        sockets.sweep()


def test_what_was_swept_is_left_alone(sockets: AbortableSockets) -> None:
    near, far = socket.socketpair()
    with near, far:
        handle = sockets.add(near)
        sockets.retire(handle)
        sockets.sweep()
        assert handle.fileno() == -1
        sockets.abort()
        near.send(b"x")
        assert far.recv(1) == b"x"


class _ResetBeforeTheHandshake(ssl.SSLContext):
    """Has the server's side of a connection reset it before the client's side begins the handshake."""

    server: socket.socket

    def wrap_socket(self, sock: socket.socket, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        peer, _ = self.server.accept()
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()
        assert select.select([sock], [], [], 10)[0]
        return super().wrap_socket(sock, *args, **kwargs)


def test_no_socket_is_left_open_by_a_reset_before_the_handshake(fault_network: Network) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", ResourceWarning)
        trust = _ResetBeforeTheHandshake(ssl.PROTOCOL_TLS_CLIENT)
        trust.server = server
        with Session(fault_network, RetryPolicy(), trust) as session:
            url = f"https://127.0.0.1:{server.getsockname()[1]}/"
            outcome = connect(session, url, CancelToken())
        gc.collect()
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.TLS_FAILED
    assert not [str(warning.message) for warning in said]


CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


@pytest.mark.parametrize(
    ("early", "left"),
    [
        (CONTINUE, b""),
        (CONTINUE * 3, b""),
        (CONTINUE + b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\nX: y\r\n\r\n", b""),
        (CONTINUE + b"HTTP/1.1 403 Forbidden\r\n\r\n", b"HTTP/1.1 403 Forbidden\r\n\r\n"),
        (b"HTTP/1.1 403 Forbidden\r\n\r\n" + CONTINUE, b"HTTP/1.1 403 Forbidden\r\n\r\n" + CONTINUE),
        (CONTINUE[:-1], CONTINUE[:-1]),
        (b"HTTP/1.1 103 Early Hints\r\nLink: " + b"x" * 60_000 + b"\r\n\r\n", b""),
        (b"HTTP/1.1 103 Early Hints\r\n" + b"Link: <a>\r\n" * 9_000 + b"\r\n" + CONTINUE, b""),
    ],
)
def test_interim_answers_are_taken_out(early: bytes, left: bytes) -> None:
    assert without_interim(early)[0] == left


@pytest.mark.parametrize("length", range(len(CONTINUE)))
def test_each_beginning_of_one_may_become_one(length: int) -> None:
    assert without_interim(CONTINUE[:length]) == (CONTINUE[:length], True)


@pytest.mark.parametrize(
    "early", [b"HTTP/1.1 2", b"HTTP/1.1 403 Forbidden", b"HTTP/2", b"SSH-2.0", b"\x15\x03", b"<"]
)
def test_an_answer_is_not_taken_for_one(early: bytes) -> None:
    assert without_interim(early) == (early, False)


def test_a_long_interim_answer_is_waited_for_to_its_end() -> None:
    begun = b"HTTP/1.1 103 Early Hints\r\nLink: " + b"x" * 60_000
    assert without_interim(begun) == (begun, True)
    flood = begun + b"x" * 1_000_000
    assert without_interim(flood) == (flood, False)
