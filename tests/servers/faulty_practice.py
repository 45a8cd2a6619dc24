"""The practice server with a log of what arrived, and with more faults than a newcomer needs.

    python -m tests.servers.faulty_practice OPTIONS        the options of `ledgerdrop practice`

A file named `provoke-X.csv` meets the fault X of a table below: of API when its URL is asked for, of STORAGE when it
is uploaded, of INGEST when an activity is created with it, of WORKFLOW when that is asked about (of several files the
first such decides). Whatever is wrong with the request itself is said first.

GET /practice/requests gives the requests so far as JSON: a list of objects with method, target, headers (pairs),
connection (a number) and status (None: none was given); DELETE forgets them. GET and DELETE /practice/activities do
the same for ingestion activities. Both want the token in x-clear-auth-token.

What goes wrong on the wire, byte by byte, is the fault server's (`tests.faults.server`).
"""

from __future__ import annotations

import itertools
import json
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit
from weakref import WeakKeyDictionary

from ledgerdrop.practice import envelope
from ledgerdrop.practice.command import main
from ledgerdrop.practice.faults import Countdown, fault_name
from ledgerdrop.practice.http1 import Connection, Request, Response
from ledgerdrop.practice.ingestion import FOLDER, INGEST_PATH, STATUS_PATH
from ledgerdrop.practice.presign import PATH
from ledgerdrop.practice.server import PracticeServer, Settings
from ledgerdrop.practice.sigv4 import Signer
from ledgerdrop.practice.storage import name_in

REQUESTS_PATH: Final = "/practice/requests"
ACTIVITIES_PATH: Final = "/practice/activities"
_MOST: Final = 20_000  # requests that are remembered
_SLOW: Final = 3.0  # seconds
_PAGE: Final = b"<!DOCTYPE html><html><title>Sign in</title><body>Welcome! Sign in to use this network.</body></html>"
_HTML: Final = (("Content-Type", "text/html; charset=utf-8"),)


class ResponseMode(Enum):
    """How an answer is given."""

    PROMPT = auto()
    SLOW = auto()  # after _SLOW seconds
    SILENT = auto()  # never; the connection stays open until the client closes it
    HANG_UP = auto()  # never; the connection is closed


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens instead of the usual answer, or to it.

    `times` > 0: only so many times, then all is well once. `undone`: what was asked for is not done. `signed` makes
    another URL than the usual one. `status` is that of a workflow, at once; `end` the one in which it ends.
    """

    answer: Response | None = None
    mode: ResponseMode = ResponseMode.PROMPT
    times: int = 0
    undone: bool = False
    signed: Callable[[Signer, str], str] | None = None
    extra: bool = False  # fields that nobody knows
    status: str = ""
    end: str = ""


def _failure(status: int, http_status: int | None = None) -> Response:
    return envelope.failure(status, f"This is the practice server's error {status}.", http_status=http_status)


def _result(result: object) -> Response:
    return envelope.with_result(result, "")


def _busy(status: int, seconds: int) -> Response:
    return envelope.failure(status, "The service is busy.", headers=(("Retry-After", str(seconds)),))


def _expired(signer: Signer, url: str) -> str:
    parts = urlsplit(url)
    at = datetime.now(UTC) - timedelta(hours=2)
    headers = {"content-type": "text/csv"}
    return signer.presign(
        "PUT", f"{parts.scheme}://{parts.netloc}", unquote(parts.path), headers, at=at, seconds=3599
    )


def _wrongly_signed(_signer: Signer, url: str) -> str:
    return url[:-64] + "0" * 64


_ELSEWHERE: Final = (("Location", "/practice/elsewhere"),)

API: Final = {
    "403": Fault(_failure(403)),
    "418": Fault(Response(418)),
    "500-html": Fault(Response(500, _PAGE, _HTML)),
    "twice-503": Fault(_busy(503, 2), times=2),
    "redirect": Fault(Response(302, headers=_ELSEWHERE)),
    "garbage": Fault(Response(200, b"\x00\xff{garbage", (("Content-Type", "application/json"),))),
    "silent": Fault(mode=ResponseMode.SILENT),
    "expired": Fault(signed=_expired),
    "signature": Fault(signed=_wrongly_signed),
}

STORAGE: Final = {
    "wrong-etag": Fault(Response(200, headers=(("ETag", f'"{"0" * 32}"'),))),
    "storage-slow": Fault(mode=ResponseMode.SLOW),
    "storage-silent": Fault(mode=ResponseMode.SILENT),
    "storage-hang-up": Fault(mode=ResponseMode.HANG_UP, undone=True),
}

INGEST: Final = {
    **{f"ingest-{status}": Fault(_failure(status), undone=True) for status in (400, 403, 406, 500)},
    "ingest-401": Fault(envelope.UNAUTHORIZED, undone=True),
    "ingest-503": Fault(_busy(503, 2), undone=True),
    "ingest-once-429": Fault(_busy(429, 0), times=1, undone=True),
    "ingest-success-false": Fault(_failure(400, http_status=200), undone=True),
    "ingest-redirect": Fault(Response(307, headers=_ELSEWHERE), undone=True),
    "ingest-500-created": Fault(_failure(500)),
    "ingest-502-html": Fault(Response(502, _PAGE, _HTML)),
    "ingest-html": Fault(Response(200, _PAGE, _HTML)),
    "ingest-no-task": Fault(_result({})),
    "ingest-result-null": Fault(_result(None)),
    "ingest-garbage": Fault(Response(200, b"\xff{")),
    "ingest-hang-up": Fault(mode=ResponseMode.HANG_UP),
    "ingest-silent": Fault(mode=ResponseMode.SILENT),
    "ingest-extra-fields": Fault(extra=True),
}

WORKFLOW: Final = {
    "workflow-failed": Fault(end="FAILED"),
    "workflow-created": Fault(status="CREATED"),
    "workflow-processing": Fault(status="PROCESSING"),
    "workflow-odd": Fault(status="ON_HOLD"),
    "workflow-lower-case": Fault(status="success"),
    "workflow-unknown": Fault(_result(None)),
    "workflow-no-status": Fault(_result({"taskId": "x"})),
    "workflow-400": Fault(_failure(400)),
    "workflow-403": Fault(_failure(403)),
    "workflow-500": Fault(_failure(500)),
    "workflow-once-503": Fault(_busy(503, 2), times=1),
    "workflow-html": Fault(Response(200, _PAGE, _HTML)),
    "workflow-silent": Fault(mode=ResponseMode.SILENT),
    "workflow-hang-up": Fault(mode=ResponseMode.HANG_UP),
}


@dataclass(slots=True)
class LoggedRequest:
    """One request as it arrived, and the status of its answer (None: none was given)."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    connection: int
    status: int | None = None


class FaultyPracticeServer(PracticeServer):
    """The practice server with the log and the faults of this module."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._settings = settings
        self._countdown = Countdown()
        self._requests: deque[LoggedRequest] = deque(maxlen=_MOST)
        self._numbers = itertools.count(1)
        self._connections: WeakKeyDictionary[Connection, int] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def respond(self, request: Request, connection: Connection) -> tuple[Response, bool]:
        """Log the request, and answer it with its fault, if it has one."""
        if request.path in {REQUESTS_PATH, ACTIVITIES_PATH}:
            return self._tell(request), not request.has_body
        with self._lock:
            number = self._connections.setdefault(connection, 0) or next(self._numbers)
            self._connections[connection] = number
            logged = LoggedRequest(request.method, request.target, request.headers, number)
            self._requests.append(logged)
        answer, body_read = self._respond(request, connection)
        logged.status = answer.status
        return answer, body_read

    def _respond(self, request: Request, connection: Connection) -> tuple[Response, bool]:
        if request.path == PATH:
            return self._with_fault(API, [parse_qs(request.query).get("filename", [""])[0]], request, connection)
        if request.path == INGEST_PATH:
            return self._ingest(request, connection)
        if request.path == STATUS_PATH:
            activity = self._activity(parse_qs(request.query).get("taskId", [""])[0])
            return self._with_fault(WORKFLOW, _names(activity), request, connection)
        return self._with_fault(STORAGE, [unquote(request.path).rpartition("/")[2]], request, connection)

    def _ingest(self, request: Request, connection: Connection) -> tuple[Response, bool]:
        """Its files stand in the body: the activity is created first, and removed again where that is the fault."""
        usual, body_read = super().respond(request, connection)
        if usual.status != 200:
            return usual, body_read
        task_id = json.loads(usual.body)["result"]["taskId"]
        fault = self._fault(INGEST, _names(self._activity(task_id)))
        if fault is None:
            return usual, body_read
        if fault.undone:
            self._path(task_id).unlink()
        return self._changed(fault, usual, connection), body_read

    def _with_fault(
        self, table: dict[str, Fault], names: Sequence[str], request: Request, connection: Connection
    ) -> tuple[Response, bool]:
        fault = self._fault(table, names)
        if fault is not None and fault.undone:
            connection.read_body(memoryview(bytearray(65536)))  # and no more of it
            return self._changed(fault, Response(500), connection), False
        answer, body_read = super().respond(request, connection)
        if fault is None or answer.status != 200:
            return answer, body_read
        return self._changed(fault, answer, connection), body_read

    def _fault(self, table: dict[str, Fault], names: Sequence[str]) -> Fault | None:
        name = next((name for name in map(fault_name, names) if name in table), "")
        fault = table.get(name)
        return fault if fault and self._countdown.is_on(name, fault.times) else None

    def _changed(self, fault: Fault, usual: Response, connection: Connection) -> Response:
        """The answer of that fault; `usual` is what would have come. Raises OSError where none comes."""
        if fault.mode is ResponseMode.SILENT:
            while connection.read_body(memoryview(bytearray(1))):  # until the client closes the connection
                pass
        if fault.mode in {ResponseMode.SILENT, ResponseMode.HANG_UP}:
            raise ConnectionAbortedError
        if fault.mode is ResponseMode.SLOW:
            time.sleep(_SLOW)
        if fault.answer is not None:
            return fault.answer
        if not (fault.signed or fault.extra or fault.status or fault.end):
            return usual
        content = json.loads(usual.body)
        if fault.signed:
            content["result"]["uploadUrl"] = fault.signed(self._settings.signer, content["result"]["uploadUrl"])
        if fault.extra:
            content["traceId"] = content["result"]["traceId"] = "practice"
        if fault.status:
            content["result"]["workflowStatus"] = fault.status
        if fault.end and content["result"]["workflowStatus"] == "SUCCESS":
            content["result"]["workflowStatus"] = fault.end
            content["result"]["remarks"] = ["This is the practice server's failure: row 2 has no invoice number."]
        return envelope.json_answer(200, content)

    def _path(self, task_id: str) -> Path:
        return self._settings.root / FOLDER / f"{task_id}.json"

    def _activity(self, task_id: str) -> dict[str, Any]:
        path = self._path(Path(task_id).name)
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def _tell(self, request: Request) -> Response:
        if not self._settings.expected.knows_token(request):
            return envelope.UNAUTHORIZED
        kept = list((self._settings.root / FOLDER).glob("*.json"))
        if request.path == REQUESTS_PATH:
            with self._lock:
                rows: list[dict[str, Any]] = list(map(asdict, self._requests))
                if request.method == "DELETE":
                    self._requests.clear()
        else:
            rows = sorted((json.loads(path.read_text(encoding="utf-8")) for path in kept), key=_age)
            if request.method == "DELETE":
                for path in kept:
                    path.unlink()
        return Response(200, json.dumps(rows).encode(), (("Content-Type", "application/json"),))


def _age(activity: dict[str, Any]) -> float:
    return float(activity["created_at"])


def _names(activity: dict[str, Any]) -> list[str]:
    return [name_in(urlsplit(info["uploadUrl"]).path) for info in activity.get("files", [])]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], FaultyPracticeServer))
