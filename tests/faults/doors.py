"""Serve each port of the fault server: scenarios over http and https, and connections that fail before a request.

A request for `/ID/...` belongs to the scenario ID; its second part says whether it came to "storage", "elsewhere" (a
redirect's target) or else to the "api".
"""

from __future__ import annotations

import contextlib
import hashlib
import select
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from email.utils import formatdate
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from tests.faults.http1 import Connection, MalformedRequest
from tests.faults.scenario import MD5_MARK, NAME_MARK, NOW_MARK, Request, Step
from tests.faults.tap import Tap, stray_bytes

_PATIENCE = 60.0  # seconds, after which the server itself gives up
_BLOCK = 65536
_MOST_CHUNKS = 1024  # a short body goes byte by byte; millions of chunks would keep the client busy for seconds

Conn = socket.socket
Door = Callable[[Conn, int], None]  # serves a connection of that number


class GoneError(OSError):
    """Says that the client went away, or the connection was ended."""


class Scenario:
    """Holds what to do, and what happened. `steps` by place; the last one stands for all that follow."""

    def __init__(self, steps: dict[str, list[dict[str, Any]]]) -> None:
        self._steps = {place: [Step(**step) for step in those] for place, those in steps.items()}
        self._events: list[str] = []
        self._changed = threading.Condition()
        self.requests: list[Request] = []
        self.released = threading.Event()

    def note(self, event: str) -> None:
        with self._changed:
            self._events.append(event)
            self._changed.notify_all()

    def wait_for(self, event: str, times: int, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._events.count(event) >= times, seconds)

    def arrived(self, request: Request) -> Step:
        with self._changed:
            number = sum(other.place == request.place for other in self.requests)
            self.requests.append(request)
        steps = self._steps.get(request.place) or [Step()]
        return steps[min(number, len(steps) - 1)]


class Doors:
    """Holds all doors with their ports, the scenarios, and how many connections came through each door."""

    def __init__(self, folder: Path) -> None:
        self._numbers = count(1)
        self._scenarios: dict[str, Scenario] = {}
        self.connections: dict[str, int] = {}
        self.ports: dict[str, int] = {}
        for name, door in self._doors(folder).items():
            listener = socket.create_server(("127.0.0.1", 0), backlog=128)
            self.ports[name] = listener.getsockname()[1]
            threading.Thread(target=self._accept, args=(listener, name, door), daemon=True).start()
        refused = socket.socket()  # bound, so that nobody else gets the port; it does not listen
        refused.bind(("127.0.0.1", 0))
        full = socket.create_server(("127.0.0.1", 0), backlog=0)  # a full queue: further connections hear nothing
        self._kept = [refused, full, *(socket.socket() for _ in range(4))]
        for waiting in self._kept[2:]:
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        self.ports |= {"refused": refused.getsockname()[1], "full": full.getsockname()[1]}

    def obey(self, do: str, number: str, **more: Any) -> Any:
        """Carry out one order about the scenario of that number."""
        if do == "register":
            self._scenarios[number] = Scenario(more["steps"])
            return None
        scenario = self._scenarios[number]
        match do:
            case "arrived":
                return [asdict(request) for request in scenario.requests]
            case "release":
                scenario.released.set()
            case "forget":
                scenario.released.set()
                del self._scenarios[number]
            case "wait":
                return scenario.wait_for(**more)
        return None

    def _accept(self, listener: Conn, name: str, door: Door) -> None:
        while True:
            conn, _ = listener.accept()
            self.connections[name] = self.connections.get(name, 0) + 1
            threading.Thread(target=_enter, args=(door, conn, next(self._numbers)), daemon=True).start()

    def _doors(self, folder: Path) -> dict[str, Door]:
        def context(name: str) -> ssl.SSLContext:
            made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            made.load_cert_chain(folder / f"{name}.pem")
            return made

        def tells(status: int, page: str) -> bytes:
            head = f"HTTP/1.1 {status} So it is\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
            return f"{head}{page}".encode()

        page = "<html><head><title>Firm proxy</title></head><body><p>Ask &amp; wait.</p></body></html>"
        asks = b"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"
        https = {"https": "good", **{name: name for name in ("unknown", "expired", "future", "wrong_name")}}
        tls_proxies = {"tls_proxy": "good", **{f"tls_proxy_{n}": n for n in ("unknown", "wrong_name", "expired")}}
        return {
            "http": partial(self._serve, "http"),
            **{name: encrypted(context(cert), partial(self._serve, name)) for name, cert in https.items()},
            "tapped": partial(self._tapped, context("good")),
            "broken": broken,
            "cleartext": cleartext,
            "reset": reset,
            "mute": mute,
            "proxy": partial(proxy, b""),
            "proxy_407": partial(proxy, asks),
            "proxy_ntlm": partial(proxy, asks.replace(b"Basic realm=x", b"NTLM")),
            "proxy_502": partial(proxy, tells(502, "")),
            **{f"proxy_{status}": partial(proxy, tells(status, page)) for status in (403, 500, 503, 504)},
            "proxy_drip": dripping_proxy,
            **{name: encrypted(context(cert), partial(proxy, b"")) for name, cert in tls_proxies.items()},
        }

    def _scenario_of(self, request: Request) -> Scenario:
        scenario = self._scenarios.get(request.target.split("/")[1])
        if scenario is None:
            raise GoneError  # its test is over
        return scenario

    def _serve(self, door: str, conn: Conn, number: int) -> None:
        """Serve all requests of one connection."""
        connection = Connection(conn)
        with contextlib.closing(connection):
            while head := connection.read_request():
                request = Request(head.method, head.target, head.headers, number, door)
                scenario = self._scenario_of(request)
                step = scenario.arrived(request)
                conn.sendall(step.interim.encode("latin-1"))
                md5 = receive(connection, request, head.length or 0, step.read)
                scenario.note("read")
                if step.hold:
                    hold(conn, scenario, watch=request.complete)
                name = request.target.rpartition("?filename=")[2]
                answer(conn, scenario, step, {MD5_MARK: md5, NAME_MARK: name, NOW_MARK: formatdate(usegmt=True)})
                scenario.note("answered")
                if step.again:
                    conn.sendall(step.again.encode("latin-1"))
                    scenario.note("again")
                end(conn, step.end)

    def _tapped(self, context: ssl.SSLContext, conn: Conn, number: int) -> None:
        """Read the head of a request over TLS and no further, until released; then report what was on the wire."""
        tap = Tap(context, conn)
        method, target, _ = tap.head().decode("latin-1").split(" ", 2)
        request = Request(method, target, (), number, "tapped")
        scenario = self._scenario_of(request)
        scenario.arrived(request)
        scenario.note("holding")
        scenario.released.wait(_PATIENCE)
        tap.drain()
        request.received, request.stray = len(tap.wire), stray_bytes(tap.wire)
        scenario.note("drained")


def _enter(door: Door, conn: Conn, number: int) -> None:
    with conn, contextlib.suppress(OSError, EOFError, MalformedRequest):  # the last: it left within its head
        conn.settimeout(_PATIENCE)
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        door(conn, number)


def receive(connection: Connection, request: Request, length: int, share: float) -> str:
    """Read so much of the body, and return its MD5."""
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    wanted, block = int(length * share), memoryview(bytearray(_BLOCK))
    left = wanted
    try:
        while left and (size := connection.read_body(block[: min(left, _BLOCK)])):
            sha256.update(block[:size])
            md5.update(block[:size])
            left -= size
    finally:
        request.received, request.sha256 = wanted - left, sha256.hexdigest()
        request.complete = request.received == length
    return md5.hexdigest()


def hold(conn: Conn, scenario: Scenario, watch: bool) -> None:
    """Wait for the test; with `watch`, notice that the client went away."""
    scenario.note("holding")
    deadline = time.monotonic() + _PATIENCE
    while not scenario.released.wait(0.01) and time.monotonic() < deadline:
        if watch and select.select([conn], [], [], 0)[0]:
            try:
                left = conn.recv(1)
            except OSError:
                left = b""
            if not left:
                scenario.note("closed")
                raise GoneError


def answer(conn: Conn, scenario: Scenario, step: Step, marks: Mapping[str, str]) -> None:
    """Send the step's answer in its way."""
    data = (filled(step.raw, marks) or composed(step, marks))[: step.cut]
    if not step.drip:
        conn.sendall(data)
        return
    scenario.note("dripping")
    for position in range(len(data)):
        conn.sendall(data[position : position + 1])
        if scenario.released.wait(step.drip):
            raise GoneError


def filled(text: str, marks: Mapping[str, str]) -> bytes:
    for mark, value in marks.items():
        text = text.replace(mark, value)
    return text.encode("latin-1")


def composed(step: Step, marks: Mapping[str, str]) -> bytes:
    body = filled(step.body, marks) * step.repeat
    headers = list(step.headers)
    if step.chunked:
        headers.append(("Transfer-Encoding", "chunked"))
        size = max(1, len(body) // _MOST_CHUNKS)
        blocks = (body[start : start + size] for start in range(0, len(body), size))
        body = b"".join(b"%x\r\n%s\r\n" % (len(block), block) for block in blocks) + b"0\r\n\r\n"
    elif not any(name.lower() in ("content-length", "transfer-encoding") for name, _ in headers):
        headers.append(("Content-Length", str(len(body))))
    head = f"{step.version} {step.status} Whatever\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers)
    return filled(head, marks) + b"\r\n" + body


def end(conn: Conn, how: str) -> None:
    """Go on with the connection, or end it and raise `GoneError`."""
    if how == "keep":
        return
    if how == "reset":
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    if how == "linger":
        # In the kernel, past TLS: its own farewell would have to read first
        socket.socket.shutdown(conn, socket.SHUT_WR)
        conn.settimeout(5)
        with contextlib.suppress(OSError):
            while socket.socket.recv(conn, _BLOCK):
                pass
    raise GoneError


# Doors that know no scenario -------------------------------------------------------------------------------------


def encrypted(context: ssl.SSLContext, door: Door) -> Door:
    """Return a door that serves the same within TLS."""

    def enter(conn: Conn, number: int) -> None:
        with context.wrap_socket(conn, server_side=True) as tls:
            door(tls, number)

    return enter


def broken(conn: Conn, _number: int) -> None:
    """End the connection in the middle of the TLS handshake."""
    conn.recv(_BLOCK)


def cleartext(conn: Conn, _number: int) -> None:
    """Answer in clear text where TLS is expected."""
    conn.recv(_BLOCK)
    conn.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    with contextlib.suppress(OSError):
        conn.recv(_BLOCK)


def reset(conn: Conn, _number: int) -> None:
    """Reset the connection as soon as something has been heard."""
    conn.recv(_BLOCK)
    end(conn, "reset")


def mute(conn: Conn, _number: int) -> None:
    """Listen, and never say anything."""
    while conn.recv(_BLOCK):
        pass


def proxy(refusal: bytes, conn: Conn, _number: int) -> None:
    """Serve as a company's proxy: refuse, or where there is no `refusal` let a tunnel through."""
    method, target, _ = read_head(conn).split(" ", 2)
    if refusal or method != "CONNECT":
        conn.sendall(refusal or b"HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n")
        end(conn, "linger")
    host, _, port = target.rpartition(":")
    with socket.create_connection((host, int(port)), _PATIENCE) as onward:
        conn.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        ways = {conn: onward, onward: conn}
        while True:
            waiting = isinstance(conn, ssl.SSLSocket) and conn.pending()  # read already, so not in the kernel
            for source in [conn] if waiting else select.select(list(ways), [], [], _PATIENCE)[0]:
                block = source.recv(_BLOCK)
                if not block:
                    return
                ways[source].sendall(block)


def dripping_proxy(conn: Conn, _number: int) -> None:
    """Answer without ever coming to the end."""
    read_head(conn)
    conn.sendall(b"HTTP/1.1 200 Connection established\r\n")
    while True:
        conn.sendall(b"X-Wait: 1\r\n")
        if select.select([conn], [], [], 0.05)[0]:
            raise GoneError


def read_head(conn: Conn) -> str:
    """Read up to the empty line; nothing follows before an answer."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        block = conn.recv(_BLOCK)
        if not block:
            raise GoneError
        head += block
    return head.decode("latin-1")
