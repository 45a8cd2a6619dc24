"""Run the practice server for tests: it goes wrong as it is told, and remembers what arrived.

    python -m tests.faults.server OPTIONS        the options of `ledgerdrop practice`, and those of `_parser`

A file's name may provoke a fault (`tests.faults.provoked`). Once its doors are open (`tests.faults.doors`), each is a
port of its own, at which a test's scenario is played byte by byte.

POST /practice/order with the token and a JSON object is the test's own channel: "do" is what to do, the rest how
(`FaultServer._obey`).
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import socket
import ssl
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from tests.faults.doors import Doors, GoneError
from tests.faults.provoked import API, INGEST, STORAGE, WORKFLOW, Fault
from tests.faults.scenario import Request as Arrived
from tests.faults.scenario import Step

from ledgerdrop.practice.api import FOLDER, INGEST_PATH, PATH, STATUS_PATH, Settings
from ledgerdrop.practice.command import main
from ledgerdrop.practice.messages import UNAUTHORIZED, Request, Response, fault_name, json_answer
from ledgerdrop.practice.server import PracticeServer
from ledgerdrop.practice.storage import name_in

ORDER_PATH: Final = "/practice/order"
_MOST: Final = 20_000  # requests that are remembered
_SMALL_WINDOW: Final = 64 * 1024  # bytes that the kernel may take ahead of a throttled upload


class Countdown:
    """Counts how often each fault that passes was met. Safe to use from many threads."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._lock = threading.Lock()

    def is_on(self, name: str, times: int) -> bool:
        """Count one more request with this fault. Returns whether the fault happens this time."""
        if not times:
            return True
        with self._lock:
            self._met[name] += 1
            if self._met[name] <= times:
                return True
            del self._met[name]
            return False


class FaultServer(PracticeServer):
    """Extends the practice server by doors, a log, and the faults that file names provoke."""

    def __init__(self, tls: ssl.SSLContext | None, bytes_per_second: int, settings: Settings) -> None:
        self._tls = tls
        self._pace = bytes_per_second
        super().__init__(settings)
        self._doors: Doors | None = None
        self._countdown = Countdown()
        self._requests: deque[Arrived] = deque(maxlen=_MOST)
        self._numbers = itertools.count(1)
        self._own = threading.local()  # each connection has a thread of its own
        self._lock = threading.Lock()

    @property
    def origin(self) -> str:
        """Return the origin as it is, or with https."""
        return super().origin.replace("http:", "https:") if self._tls else super().origin

    def server_bind(self) -> None:
        """Bind; with a small window when uploads are throttled, so that the client sees it."""
        if self._pace:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_WINDOW)
        super().server_bind()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection, over TLS where that is wanted."""
        with contextlib.suppress(OSError):
            request.settimeout(60)
            sock = self._tls.wrap_socket(request, server_side=True) if self._tls else request
            super().finish_request(sock, client_address)

    def _paced(self, receive: Callable[[memoryview], int]) -> Callable[[memoryview], int]:
        begin, done = time.monotonic(), 0

        def paced(block: memoryview) -> int:
            nonlocal done
            done += (size := receive(block[: max(1, self._pace // 10)]))
            time.sleep(max(0.0, begin + done / self._pace - time.monotonic()))  # this is the pace, nothing awaited
            return size

        return paced

    def respond(self, request: Request) -> Response:
        """Log the request, and answer it with its fault, if it has one."""
        if request.path == ORDER_PATH:
            return self._order(request)
        if not hasattr(self._own, "number"):
            self._own.number = next(self._numbers)
        logged = Arrived(request.method, request.target, request.headers, self._own.number)
        with self._lock:
            self._requests.append(logged)
        if self._pace:
            request.receive = self._paced(request.receive)
        answer = self._respond(request)
        logged.status = answer.status
        return answer

    def _respond(self, request: Request) -> Response:
        if request.path == PATH:
            return self._with_fault(API, [parse_qs(request.query).get("filename", [""])[0]], request)
        if request.path == INGEST_PATH:
            return self._ingest(request)
        if request.path == STATUS_PATH:
            activity = self._activity(parse_qs(request.query).get("taskId", [""])[0])
            return self._with_fault(WORKFLOW, _names(activity), request)
        return self._with_fault(STORAGE, [unquote(request.path).rpartition("/")[2]], request)

    def _ingest(self, request: Request) -> Response:
        """Create the activity of the request's files, and remove it again where that is the fault."""
        usual = super().respond(request)
        if usual.status != 200:
            return usual
        task_id = json.loads(usual.body)["result"]["taskId"]
        fault = self._fault(INGEST, _names(self._activity(task_id)))
        if fault.undone:
            self._path(task_id).unlink()
        return self._changed(fault, usual, request)

    def _with_fault(self, table: dict[str, Fault], names: Sequence[str], request: Request) -> Response:
        fault = self._fault(table, names)
        if fault.undone:
            request.read_into(memoryview(bytearray(65536)))  # and no more of it
            return self._changed(fault, Response(500), request)
        answer = super().respond(request)
        return self._changed(fault, answer, request) if answer.status == 200 else answer

    def _fault(self, table: dict[str, Fault], names: Sequence[str]) -> Fault:
        name = next((name for name in map(fault_name, names) if name in table), "")
        fault = table.get(name, Fault())
        return fault if self._countdown.is_on(name, fault.times) else Fault()

    def _changed(self, fault: Fault, usual: Response, request: Request) -> Response:
        """Return the answer of that fault; `usual` is what would have come. Raises GoneError where none comes."""
        if fault.step:
            return _answer(fault.step, request)
        if fault.change:
            content = json.loads(usual.body)
            fault.change(content, self.settings.signer)
            return json_answer(200, content)
        return usual

    def _path(self, task_id: str) -> Path:
        return self.settings.root / FOLDER / f"{task_id}.json"

    def _activity(self, task_id: str) -> dict[str, Any]:
        path = self._path(Path(task_id).name)
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def _order(self, request: Request) -> Response:
        if not self.api.knows_token(request):
            return UNAUTHORIZED
        body = request.read()
        if body is None:
            raise GoneError
        return json_answer(200, self._obey(**json.loads(body)))

    def _obey(self, do: str, **more: Any) -> Any:
        kept = list((self.settings.root / FOLDER).glob("*.json"))
        match do:
            case "requests":
                with self._lock:
                    return list(map(asdict, self._requests))
            case "activities":
                return sorted((json.loads(path.read_text(encoding="utf-8")) for path in kept), key=_age)
            case "clean":
                with self._lock:
                    self._requests.clear()
                for path in kept:
                    path.unlink()
                return None
            case "open doors":
                self._doors = Doors(Path(more["folder"]))
                return self._doors.ports
        assert self._doors, "The doors are not open yet."
        return self._doors.connections if do == "connections" else self._doors.obey(do, **more)


def _answer(step: Step, request: Request) -> Response:
    while step.hold and request.receive(memoryview(bytearray(1))):
        pass
    if step.hold or step.cut == 0:
        raise GoneError
    return Response(step.status, step.body.encode("latin-1"), step.headers)


def _age(activity: dict[str, Any]) -> float:
    return float(activity["created_at"])


def _names(activity: dict[str, Any]) -> list[str]:
    return [name_in(urlsplit(info["uploadUrl"]).path) for info in activity.get("files", [])]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(allow_abbrev=False, add_help=False)
    parser.add_argument("--keys-file", type=Path, help="storage's access key and secret, two words; made")
    parser.add_argument("--tls-pem", type=Path, help="speak https with this certificate and its key")
    parser.add_argument("--bytes-per-second", type=int, default=0, help="take each upload no faster")
    parser.add_argument("--workflow-seconds", type=float, default=60.0, help="how long Clear works on an activity")
    return parser


def _serving(options: argparse.Namespace, settings: Settings) -> FaultServer:
    settings = replace(settings, workflow_seconds=options.workflow_seconds)
    if options.keys_file:
        options.keys_file.write_text(f"{settings.signer.access_key} {settings.signer.secret_key}")
    tls = None
    if options.tls_pem:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(options.tls_pem)
    return FaultServer(tls, options.bytes_per_second, settings)


if __name__ == "__main__":
    known, others = _parser().parse_known_args(sys.argv[1:])
    sys.exit(main(others, partial(_serving, known)))
