"""From a host name to a TCP connection, without waiting for addresses that lead nowhere (RFC 8305)."""

from __future__ import annotations

import errno
import ipaddress
import os
import selectors
import socket
import time
from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import Any, Final

from ledgerdrop.runtime.cancel import CancelToken, call_abandonable

_NEXT_ADDRESS_AFTER: Final = 0.25  # seconds; RFC 8305, section 8
_LOOK_UP: Final = 0.05  # seconds between two looks at `cancel`
_IN_PROGRESS: Final = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, 10035})

SocketOptions = Sequence[tuple[int, int, int | bytes]]
_Address = tuple[socket.AddressFamily, Any]


def dial(host: str, port: int, seconds: float, options: SocketOptions, cancel: CancelToken) -> socket.socket:
    """Return a connected socket in blocking mode.

    Further addresses are tried beside the first, 250 ms apart, IPv6 and IPv4 in turn; the first that answers wins.
    Raises `socket.gaierror` (no such host), `TimeoutError` after so many `seconds` without a connection, the last
    `OSError` when all addresses refused, and `Cancelled`.
    """
    waiting = resolve(host, port, seconds, cancel)
    deadline = time.monotonic() + seconds
    next_start = 0.0
    refusal: OSError | None = None
    with selectors.DefaultSelector() as selector:
        try:
            while waiting or selector.get_map():
                cancel.raise_if_cancelled()
                now = time.monotonic()
                if now >= deadline:
                    raise TimeoutError(f"no connection within {seconds:g} s")
                if waiting and (now >= next_start or not selector.get_map()):
                    refusal = _start(selector, waiting.pop(0), options) or refusal
                    next_start = now + _NEXT_ADDRESS_AFTER
                for key, _ in selector.select(_LOOK_UP):
                    sock: socket.socket = key.data
                    selector.unregister(sock)
                    error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if not error:
                        sock.setblocking(True)
                        return sock
                    sock.close()
                    refusal = OSError(error, os.strerror(error))
        finally:
            for key in list(selector.get_map().values()):
                key.data.close()
    raise refusal or OSError(errno.EHOSTUNREACH, "no address to connect to")


def resolve(host: str, port: int, seconds: float, cancel: CancelToken) -> list[_Address]:
    """Return the host's addresses, IPv6 and IPv4 in turn, beginning with the one that the system prefers.

    Raises `socket.gaierror`, `TimeoutError`, `Cancelled`.
    """
    flags = socket.AI_NUMERICHOST if _is_literal(host) else 0

    def look_up() -> list[_Address]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
        except UnicodeError as error:  # an empty label, or one of more than 63 bytes
            raise socket.gaierror(socket.EAI_NONAME, "no such name") from error
        return [(family, address) for family, _, _, _, address in found]

    addresses = look_up() if flags else call_abandonable(look_up, cancel, seconds)
    preferred = [entry for entry in addresses if entry[0] == addresses[0][0]]
    others = [entry for entry in addresses if entry[0] != addresses[0][0]]
    return [entry for entry in chain(*zip_longest(preferred, others)) if entry]


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _start(selector: selectors.BaseSelector, address: _Address, options: SocketOptions) -> OSError | None:
    """Begin to connect; the selector tells when it is decided. Returns why it could not even begin."""
    family, where = address
    try:
        sock = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:  # a kernel without IPv6
        return error
    try:
        sock.setblocking(False)
        for option in options:
            sock.setsockopt(*option)
        result = sock.connect_ex(where)
        if result not in _IN_PROGRESS:
            sock.close()
            return OSError(result, os.strerror(result))
    except OSError as error:
        sock.close()
        return error
    selector.register(sock, selectors.EVENT_WRITE, sock)
    return None
