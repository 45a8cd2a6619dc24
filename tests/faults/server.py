"""A server that goes wrong as it is told: the API and the storage from raw sockets, as a process of its own.

    python -m tests.faults.server FOLDER        FOLDER holds the certificates (`control.write_certificates`)

It prints one line of JSON, the ports of its doors, and then answers each line of JSON that it reads: the control
channel. It ends with its input. A request for `/ID/...` belongs to the scenario ID; its second part says whether it
came to "storage", "elsewhere" (a redirect's target) or else to the "api". It shares no code with the client.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import select
import socket
import ssl
import struct
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.faults.scenario import MD5_MARK, Step
from tests.faults.tap import Tap, stray_bytes

_PATIENCE = 60.0  # seconds, after which the server itself gives up
_BLOCK = 65536
_MOST_CHUNKS = 1024  # a short body goes byte by byte; millions of chunks would keep the client busy for seconds

Conn = socket.socket


class GoneError(Exception):
    """The client went away, or the connection was ended."""


class Scenario:
    """What to do, and what happened. `steps` by place; the last one stands for all that follow."""

    def __init__(self, steps: dict[str, list[dict[str, Any]]]) -> None:
        self.steps: dict[str, list[Step]] = {
            place: [Step(**step) for step in those] for place, those in steps.items()
        }
        self.requests: list[dict[str, Any]] = []
        self.events: list[str] = []
        self.changed = threading.Condition()
        self.released = threading.Event()

    def note(self, event: str) -> None:
        with self.changed:
            self.events.append(event)
            self.changed.notify_all()

    def arrived(self, request: dict[str, Any]) -> Step:
        with self.changed:
            number = sum(other["place"] == request["place"] for other in self.requests)
            self.requests.append(request)
        steps = self.steps.get(request["place"]) or [Step()]
        chosen: Step = steps[min(number, len(steps) - 1)]
        return chosen


class Register:
    """All scenarios, and how many connections came through each door."""

    def __init__(self) -> None:
        self.scenarios: dict[str, Scenario] = {}
        self.connections: dict[str, int] = {}
        self._numbers = count(1)

    def number(self, door: str) -> int:
        self.connections[door] = self.connections.get(door, 0) + 1
        return next(self._numbers)

    def request(self, head: bytes, door: str, connection: int) -> tuple[Scenario, dict[str, Any]]:
        lines = head.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = [[name, value.strip()] for name, _, value in (line.partition(":") for line in lines[1:] if line)]
        parts = urlsplit(target).path.split("/")
        place = parts[2] if len(parts) > 2 and parts[2] in ("storage", "elsewhere") else "api"
        request = {
            "place": place,
            "door": door,
            "connection": connection,
            "method": method,
            "target": target,
            "headers": headers,
            "received": 0,
            "sha256": "",
            "complete": False,
            "stray": None,
        }
        scenario = self.scenarios.get(parts[1])
        if scenario is None:
            raise GoneError  # its test is over
        return scenario, request


class Reader:
    """Reads a connection, and keeps what came too early."""

    def __init__(self, conn: Conn) -> None:
        self._conn = conn
        self._early = b""

    def some(self, limit: int) -> bytes:
        if not self._early:
            self._early = self._conn.recv(_BLOCK)
        block, self._early = self._early[:limit], self._early[limit:]
        return block

    def head(self) -> bytes:
        """Up to the empty line; raises `GoneError` at the end."""
        head = b""
        while b"\r\n\r\n" not in head:
            block = self.some(_BLOCK)
            if not block:
                raise GoneError
            head += block
        head, self._early = head.split(b"\r\n\r\n", 1)
        return head


def serve(register: Register, door: str, conn: Conn, number: int) -> None:
    """All requests of one connection."""
    reader = Reader(conn)
    while True:
        scenario, request = register.request(reader.head(), door, number)
        step = scenario.arrived(request)
        conn.sendall(step.interim.encode("latin-1"))
        length = int(next((value for name, value in request["headers"] if name.lower() == "content-length"), 0))
        md5 = receive(reader, request, length, int(length * step.read))
        scenario.note("read")
        if step.hold:
            hold(conn, scenario, watch=request["complete"])
        answer(conn, scenario, step, md5)
        scenario.note("answered")
        if step.again:
            conn.sendall(step.again.encode("latin-1"))
            scenario.note("again")
        end(conn, step.end)


def receive(reader: Reader, request: dict[str, Any], length: int, wanted: int) -> str:
    """Read so much of the body, and return its MD5."""
    sha256, md5, left = hashlib.sha256(), hashlib.md5(usedforsecurity=False), wanted
    try:
        while left and (block := reader.some(left)):
            sha256.update(block)
            md5.update(block)
            left -= len(block)
    finally:
        request["received"], request["sha256"] = wanted - left, sha256.hexdigest()
        request["complete"] = wanted - left == length
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


def answer(conn: Conn, scenario: Scenario, step: Step, md5: str) -> None:
    """Send the step's answer in its way."""
    data = step.raw.encode("latin-1") or composed(step)
    data = data.replace(MD5_MARK.encode(), md5.encode())[: step.cut]
    if not step.drip:
        conn.sendall(data)
        return
    scenario.note("dripping")
    for position in range(len(data)):
        conn.sendall(data[position : position + 1])
        if scenario.released.wait(step.drip):
            raise GoneError


def composed(step: Step) -> bytes:
    body = step.body.encode("latin-1").replace(MD5_MARK.encode(), b"0" * 32) * step.repeat
    headers = list(step.headers)
    if step.chunked:
        headers.append(("Transfer-Encoding", "chunked"))
        size = max(1, len(body) // _MOST_CHUNKS)
        blocks = (body[start : start + size] for start in range(0, len(body), size))
        body = b"".join(b"%x\r\n%s\r\n" % (len(block), block) for block in blocks) + b"0\r\n\r\n"
    elif not any(name.lower() in ("content-length", "transfer-encoding") for name, _ in headers):
        headers.append(("Content-Length", str(len(body))))
    head = f"{step.version} {step.status} Whatever\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers)
    return head.encode("latin-1") + b"\r\n" + body


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


# Doors: what stands behind each port ----------------------------------------------------------------------------


def encrypted(context: ssl.SSLContext, register: Register, door: str, conn: Conn, number: int) -> None:
    with context.wrap_socket(conn, server_side=True) as tls:
        serve(register, door, tls, number)


def broken(_register: Register, _instance_server: str, conn: Conn, _number: int) -> None:
    """Ends in the middle of the TLS handshake."""
    conn.recv(_BLOCK)


def cleartext(_register: Register, _instance_server: str, conn: Conn, _number: int) -> None:
    """Speaks no TLS where it should."""
    conn.recv(_BLOCK)
    conn.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    with contextlib.suppress(OSError):
        conn.recv(_BLOCK)


def reset(_register: Register, _instance_server: str, conn: Conn, _number: int) -> None:
    """Resets the connection as soon as it has heard something."""
    conn.recv(_BLOCK)
    end(conn, "reset")


def mute(_register: Register, _instance_server: str, conn: Conn, _number: int) -> None:
    """Listens, and never says anything."""
    conn.settimeout(_PATIENCE)
    while conn.recv(_BLOCK):
        pass


def tapped(context: ssl.SSLContext, register: Register, door: str, conn: Conn, number: int) -> None:
    """Reads the head of a request over TLS and no further, until released; then says what was on the wire."""
    tap = Tap(context, conn)
    scenario, request = register.request(tap.head(), door, number)
    scenario.arrived(request)
    scenario.note("holding")
    scenario.released.wait(_PATIENCE)
    tap.drain()
    request["received"], request["stray"] = len(tap.wire), stray_bytes(tap.wire)
    scenario.note("drained")


def proxy(refusal: bytes, register: Register, _instance_server: str, conn: Conn, _number: int) -> None:
    """A company's proxy: refuses, or where there is no `refusal` lets a tunnel through."""
    reader = Reader(conn)
    head = reader.head()
    method, target, _ = head.decode("latin-1").split(" ", 2)
    if refusal or method != "CONNECT":
        conn.sendall(refusal or b"HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n")
        end(conn, "linger")
    host, _, port = target.rpartition(":")
    with socket.create_connection((host, int(port)), _PATIENCE) as onward:
        conn.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        ways = {conn: onward, onward: conn}
        while True:
            for source in select.select(list(ways), [], [], _PATIENCE)[0]:
                block = source.recv(_BLOCK)
                if not block:
                    return
                ways[source].sendall(block)


def dripping_proxy(_register: Register, _instance_server: str, conn: Conn, _number: int) -> None:
    """Never comes to the end of its answer."""
    Reader(conn).head()
    conn.sendall(b"HTTP/1.1 200 Connection established\r\n")
    while True:
        conn.sendall(b"X-Wait: 1\r\n")
        if select.select([conn], [], [], 0.05)[0]:
            raise GoneError


def proxy_by_tls(
    context: ssl.SSLContext, _register: Register, _instance_server: str, conn: Conn, _number: int
) -> None:
    """A proxy that is reached by https: it lets a tunnel through."""
    with context.wrap_socket(conn, server_side=True) as tls:
        target = Reader(tls).head().decode("latin-1").split(" ", 2)[1]
        host, _, port = target.rpartition(":")
        with socket.create_connection((host, int(port)), _PATIENCE) as onward:
            tls.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            ways: dict[Conn, Conn] = {tls: onward, onward: tls}
            while True:
                for source in [tls] if tls.pending() else select.select(list(ways), [], [], _PATIENCE)[0]:
                    block = source.recv(_BLOCK)
                    if not block:
                        return
                    ways[source].sendall(block)


def accept_all(listener: Conn, register: Register, door: str, handle: Callable[..., None]) -> None:
    while True:
        conn, _ = listener.accept()
        number = register.number(door)
        threading.Thread(target=_one, args=(conn, number, register, door, handle), daemon=True).start()


def _one(conn: Conn, number: int, register: Register, door: str, handle: Callable[..., None]) -> None:
    with conn, contextlib.suppress(OSError, GoneError, EOFError):
        conn.settimeout(_PATIENCE)
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        handle(register, door, conn, number)


def open_doors(folder: Path, register: Register) -> tuple[dict[str, int], list[Conn]]:
    """Every door by name, with its port."""

    def context(name: str) -> ssl.SSLContext:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.load_cert_chain(folder / f"{name}.pem")
        return made

    def tells(status: int, page: str) -> bytes:
        head = f"HTTP/1.1 {status} So it is\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
        return f"{head}{page}".encode()

    page = "<html><head><title>Firm proxy</title></head><body><p>Ask &amp; wait.</p></body></html>"
    asks = b"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"
    doors: dict[str, Callable[..., None]] = {
        "http": serve,
        "https": partial(encrypted, context("good")),
        "unknown": partial(encrypted, context("unknown")),
        "expired": partial(encrypted, context("expired")),
        "future": partial(encrypted, context("future")),
        "wrong_name": partial(encrypted, context("wrong_name")),
        "tapped": partial(tapped, context("good")),
        "broken": broken,
        "cleartext": cleartext,
        "reset": reset,
        "mute": mute,
        "proxy": partial(proxy, b""),
        "proxy_407": partial(proxy, asks),
        "proxy_ntlm": partial(proxy, asks.replace(b"Basic realm=x", b"NTLM")),
        "proxy_403": partial(proxy, tells(403, page)),
        "proxy_500": partial(proxy, tells(500, page)),
        "proxy_502": partial(proxy, tells(502, "")),
        "proxy_503": partial(proxy, tells(503, page)),
        "proxy_504": partial(proxy, tells(504, page)),
        "proxy_drip": dripping_proxy,
        "tls_proxy": partial(proxy_by_tls, context("good")),
        "tls_proxy_unknown": partial(proxy_by_tls, context("unknown")),
        "tls_proxy_wrong_name": partial(proxy_by_tls, context("wrong_name")),
        "tls_proxy_expired": partial(proxy_by_tls, context("expired")),
    }
    ports = {}
    for door, handle in doors.items():
        listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        ports[door] = listener.getsockname()[1]
        threading.Thread(target=accept_all, args=(listener, register, door, handle), daemon=True).start()
    refused = socket.socket()  # bound, so that nobody else gets the port; it does not listen
    refused.bind(("127.0.0.1", 0))
    ports["refused"] = refused.getsockname()[1]
    full = socket.create_server(("127.0.0.1", 0), backlog=0)  # a full queue: further connections hear nothing
    ports["full"] = full.getsockname()[1]
    kept: list[Conn] = [refused, full]
    for _ in range(4):
        waiting = socket.socket()
        waiting.setblocking(False)
        waiting.connect_ex(("127.0.0.1", ports["full"]))
        kept.append(waiting)
    return ports, kept


def obey(register: Register, order: dict[str, Any]) -> Any:
    """One order of the control channel."""
    if order["do"] == "register":
        register.scenarios[order["id"]] = Scenario(order["steps"])
        return None
    if order["do"] == "connections":
        return register.connections
    scenario = register.scenarios[order["id"]]
    match order["do"]:
        case "requests":
            return scenario.requests
        case "release":
            scenario.released.set()
        case "forget":
            scenario.released.set()
            del register.scenarios[order["id"]]
        case "wait":
            with scenario.changed:
                return scenario.changed.wait_for(
                    lambda: scenario.events.count(order["event"]) >= order["times"], order["seconds"]
                )
    return None


def main() -> None:
    register = Register()
    ports, _kept = open_doors(Path(sys.argv[1]), register)
    print(json.dumps(ports), flush=True)  # noqa: T201 - the control channel
    for line in sys.stdin:
        print(json.dumps({"result": obey(register, json.loads(line))}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
