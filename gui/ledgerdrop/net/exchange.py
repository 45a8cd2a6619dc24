"""Make one HTTP request that is bounded in size and time, can be cancelled at any moment, and follows no redirect."""

from __future__ import annotations

import math
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar, Final, Protocol

import requests
import urllib3

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.connection import OnSent
from ledgerdrop.net.errors import StandStillError, network_problem
from ledgerdrop.net.response import Response
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken


class Deadline:
    """Calls `end`, once, when so many seconds have passed since the block began or since the last `postpone`.

    For `with`. `end` runs in another thread, must return at once, and is not called any more when the block is left.

    One thread watches all deadlines: one for each exchange costs more than many an exchange (tests/bench). It sleeps
    until the first deadline as it was when it last looked: one that is postponed wakes nobody.
    """

    _changed = threading.Condition()
    _all: ClassVar[set[Deadline]] = set()
    _wakes_at = -math.inf  # until the thread runs

    def __init__(self, seconds: float, end: Callable[[], None]) -> None:
        self.missed = False
        self._end = end
        self._until = 0.0
        self._seconds = seconds

    def __enter__(self) -> Deadline:
        self.postpone()
        with self._changed:
            if Deadline._wakes_at == -math.inf:
                Deadline._wakes_at = math.inf
                threading.Thread(target=self._watch, name="deadlines", daemon=True).start()
            self._all.add(self)
            if self._until < self._wakes_at:
                self._changed.notify()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:  # so that `end` is over, or never called
            self._all.discard(self)

    def postpone(self) -> None:
        """Start counting the seconds again. Any thread."""
        self._until = time.monotonic() + self._seconds

    def shorten(self, seconds: float) -> None:
        """Allow at most so many seconds from now on. Any thread."""
        with self._changed:
            self._until = min(self._until, time.monotonic() + seconds)
            self._changed.notify()

    @classmethod
    def _watch(cls) -> None:
        with cls._changed:
            while True:
                now = time.monotonic()
                for deadline in [one for one in cls._all if one._until <= now]:
                    cls._all.remove(deadline)
                    deadline.missed = True
                    deadline._end()
                cls._wakes_at = min((one._until for one in cls._all), default=math.inf)
                cls._changed.wait(None if cls._wakes_at == math.inf else cls._wakes_at - now)


_LONGEST_ANSWER: Final = 1024 * 1024  # bytes; a real one has about 1,000
_UNCACHED: Final = {"Cache-Control": "no-cache, no-store", "Pragma": "no-cache"}
_NETWORK_ERRORS: Final = (requests.RequestException, urllib3.exceptions.HTTPError, OSError)


class Body(Protocol):
    """Gives what is sent: `len()` bytes, in blocks of at most as many as asked for (`requests` needs the length)."""

    def __len__(self) -> int: ...

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, b"" at the end."""


def connect(session: Session, url: str, cancel: CancelToken) -> str | Problem:
    """Connect to the host of `url` and send nothing, within `policy.answer` seconds. Raises `Cancelled`."""
    session.begin()
    with Deadline(session.policy.answer, session.abort) as deadline:
        try:
            with cancel.on_cancel(session.abort):
                return session.connect(url)
        except _NETWORK_ERRORS as error:
            cancel.raise_if_cancelled()
            problem = network_problem(error, url)
    return replace(problem, code=Code.CONNECTION_TIMED_OUT) if deadline.missed else problem


def fetch(session: Session, url: str, headers: Mapping[str, str], cancel: CancelToken) -> Response | Problem:
    """GET a small answer, to its end within `policy.answer` seconds, however slowly it drips.

    Caches are asked to stay out: some have handed the answer for one file to another of the same name.
    """
    request = requests.Request("GET", url, {**headers, **_UNCACHED})
    outcome, deadline, _ = _exchange(session, request, session.policy.answer, cancel, lambda _count: None)
    cancel.raise_if_cancelled()  # an answer without a length ends where the connection was ended
    return Problem(Code.API_ANSWER_SLOW) if deadline.missed else outcome


def post(
    session: Session, url: str, headers: Mapping[str, str], content: bytes, cancel: CancelToken, on_sent: OnSent
) -> Response | Problem:
    """POST a small body of JSON, once, and return the small answer, within the bounds of `fetch`.

    `on_sent` hears how many further bytes of `content` left: before all of them did, the server cannot act on it. The
    request goes over a new connection: firewalls drop idle ones without a word, and then nobody could tell what was
    written from what was received. Whoever cancels after all has left waits a moment for the answer.
    """
    session.close()
    request = requests.Request("POST", url, {**headers, "Content-Type": "application/json"}, data=content)
    outcome, deadline, _ = _exchange(session, request, session.policy.answer, cancel, on_sent)
    return Problem(Code.API_ANSWER_SLOW) if isinstance(outcome, Problem) and deadline.missed else outcome


def put(
    session: Session, url: str, headers: Mapping[str, str], body: Body, cancel: CancelToken, on_sent: OnSent
) -> Response | Problem:
    """PUT the body and return the answer. `on_sent` is called in this thread.

    The body may take any time. After its last byte the answer must be complete within `policy.confirm` seconds;
    whoever cancels then waits no longer than `policy.farewell`. Raises `Cancelled`, and what `body.read` raises.
    """
    request = requests.Request("PUT", url, dict(headers), data=body)
    outcome, deadline, left = _exchange(session, request, session.policy.confirm, cancel, on_sent)
    if isinstance(outcome, Response) and outcome.status == 200 and not deadline.missed:
        return outcome  # it was confirmed: whoever cancels now is too late
    cancel.raise_if_cancelled()
    if deadline.missed:  # an answer without a length, too, ends where we end the connection
        return _stalled(session) if left else Problem(Code.NO_ANSWER)
    return outcome


def _exchange(
    session: Session, request: requests.Request, wait: float, cancel: CancelToken, on_sent: OnSent
) -> tuple[Response | Problem, Deadline, int]:
    """Run one exchange, and wait so long for the answer.

    Whoever cancels when all of a body has left waits a moment for the answer. Returns the outcome, the deadline, and
    how many bytes did not leave.
    """
    left = len(request.data)
    outcome: Response | Problem

    def sent(count: int) -> None:
        nonlocal left
        deadline.postpone()
        left -= count
        on_sent(count)

    def stop() -> None:
        if left or request.method == "GET":
            session.abort()
        else:
            deadline.shorten(session.policy.farewell)

    session.begin()
    with Deadline(wait, session.abort) as deadline:
        try:
            with cancel.on_cancel(stop), session.exchange(request, wait, sent) as response:
                body, whole = _read(response.raw, response.status_code)
            outcome = _response(session, response, body, whole)
        except StandStillError:
            cancel.raise_if_cancelled()
            outcome = _stalled(session)
        except _NETWORK_ERRORS as error:
            cancel.raise_if_cancelled()  # the error is then our own doing
            outcome = network_problem(error, request.url)
    return outcome, deadline, left


def _response(session: Session, answer: requests.Response, body: bytes, whole: bool) -> Response:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    body, unpacked = _unpacked(body, headers.get("content-encoding", "").strip().lower())
    too_long, first = len(body) > _LONGEST_ANSWER, not session.used_before
    whole = whole and unpacked and _says_its_end(headers) and not session.followed
    return Response(answer.status_code, headers, body[:_LONGEST_ANSWER], too_long, first, whole)


def _stalled(session: Session) -> Problem:
    return Problem(Code.STALLED, {"seconds": f"{session.policy.stall:g}"})


def _says_its_end(headers: Mapping[str, str]) -> bool:
    """Return whether an answer tells where it ends, in one of the two ways (RFC 9112, 6)."""
    length, coding = headers.get("content-length", "").strip(), headers.get("transfer-encoding", "").strip()
    return coding.lower() == "chunked" if coding else length.isascii() and length.isdigit()


def _read(raw: urllib3.HTTPResponse, status: int) -> tuple[bytes, bool]:
    """Read the body: at most one byte more than wanted, as it came, and whether it came to its end.

    Of a refusal that breaks off, the first part is good enough.
    """
    blocks = bytearray()
    try:
        while len(blocks) <= _LONGEST_ANSWER and (
            block := raw.read(_LONGEST_ANSWER + 1 - len(blocks), decode_content=False)
        ):
            blocks += block
    except _NETWORK_ERRORS:
        if status < 400:
            raise
        return bytes(blocks), False
    return bytes(blocks), True


def _unpacked(body: bytes, coding: str) -> tuple[bytes, bool]:
    """Decompress a body, within bounds whatever it unpacks to; return it, and whether that succeeded.

    We ask for no compression, but a proxy may compress all the same.
    """
    if coding not in ("gzip", "x-gzip", "deflate"):
        return body, coding in ("", "identity")
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        unpacked = unpacking.decompress(body, _LONGEST_ANSWER + 1)
    except zlib.error:
        return body, False
    return unpacked, unpacking.eof and not unpacking.unused_data
