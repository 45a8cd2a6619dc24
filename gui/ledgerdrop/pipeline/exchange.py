"""One HTTP request and its answer: bounded in size and time, cancellable at any moment, never redirected."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Final, Protocol

import requests
import urllib3

from ledgerdrop.pipeline.answers import Answer
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.network_problems import network_problem
from ledgerdrop.pipeline.patience import Patience
from ledgerdrop.pipeline.problems import Code, Problem

_LONGEST_ANSWER: Final = 1024 * 1024  # bytes; a real one has about 1,000
_NETWORK_ERRORS: Final = (requests.RequestException, urllib3.exceptions.HTTPError, OSError)


class Body(Protocol):
    """What is sent: `len()` bytes, in blocks of at most as many as asked for (`requests` needs the length)."""

    def __len__(self) -> int: ...

    def read(self, size: int, /) -> bytes:
        """The next bytes, b"" at the end."""


class Session(Protocol):
    """What `services.sessions` makes: a `requests.Session` of one thread that another thread can interrupt."""

    patience: Patience

    def begin(self) -> None:
        """Forget an earlier `abort`."""

    def exchange(
        self, request: requests.Request, url: str, wait: float, on_sent: Callable[[int], None]
    ) -> AbstractContextManager[requests.Response]:
        """Send it to exactly this URL; return as soon as status and headers are there.

        `wait`: seconds for each read of the answer. `on_sent` hears how many further bytes of the body were taken.
        """

    def abort(self) -> None:
        """End the exchange under way, from any thread; no byte of it leaves after this returns."""


def fetch(session: Session, url: str, headers: Mapping[str, str], cancel: Cancel) -> Answer | Problem:
    """GET a small answer, to its end within `patience.answer` seconds, however slowly it drips."""
    session.begin()
    with _deadline(session) as missed:
        request = requests.Request("GET", url, dict(headers))
        outcome = _exchange(session, request, url, session.patience.answer, cancel, lambda _count: None)
    if isinstance(outcome, Problem) and missed.is_set():
        return Problem(Code.API_ANSWER_SLOW)
    return outcome


def put(
    session: Session,
    url: str,
    headers: Mapping[str, str],
    body: Body,
    cancel: Cancel,
    on_sent: Callable[[int], None],
) -> Answer | Problem:
    """PUT the body and return the answer. `on_sent` is called in this thread.

    Raises `Cancelled`, and what `body.read` raises.
    """
    session.begin()
    request = requests.Request("PUT", url, dict(headers), data=body)
    return _exchange(session, request, url, session.patience.confirm, cancel, on_sent)


def _exchange(
    session: Session,
    request: requests.Request,
    url: str,
    wait: float,
    cancel: Cancel,
    on_sent: Callable[[int], None],
) -> Answer | Problem:
    try:
        with cancel.wakes(session.abort), session.exchange(request, url, wait, on_sent) as response:
            body = _read(response.raw)
    except _NETWORK_ERRORS as error:
        cancel.check()  # the error is then our own doing
        return network_problem(error, url)
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, body[:_LONGEST_ANSWER], len(body) > _LONGEST_ANSWER)


def _read(raw: urllib3.HTTPResponse) -> bytes:
    """At most one byte more than wanted; as it came, since we asked for no compression."""
    blocks = bytearray()
    while len(blocks) <= _LONGEST_ANSWER and (
        block := raw.read(_LONGEST_ANSWER + 1 - len(blocks), decode_content=False)
    ):
        blocks += block
    return bytes(blocks)


@contextmanager
def _deadline(session: Session) -> Iterator[threading.Event]:
    """Abort what the block does when its time is over; the event says whether that happened."""
    missed = threading.Event()

    def miss() -> None:
        missed.set()
        session.abort()

    timer = threading.Timer(session.patience.answer, miss)
    timer.daemon = True
    timer.start()
    try:
        yield missed
    finally:
        timer.cancel()
        timer.join()  # so that it cannot hit the next exchange
