"""Test which outcome counts where two things happen at once: "stop", a standstill, a missed deadline, an answer.

The session is one of ours that does what the test says; `tests/faults` has the real one, at a real server.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import requests

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.errors import StandStillError
from ledgerdrop.net.exchange import fetch, post, put
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.response import Response
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, no_proxies
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

URL = "https://storage.example/a.csv"
BODY = b"a,b\n1,2\n"

OnSent = Callable[[int], None]


class Scripted(Session):
    """Ends its exchanges as `script` does. `aborted` is set by whoever ends one from outside."""

    def __init__(self, script: Callable[[Scripted, OnSent], None], policy: RetryPolicy | None = None) -> None:
        network = open_network(no_proxies, {})
        assert isinstance(network, Network)
        super().__init__(network, policy or RetryPolicy())
        self.aborted = threading.Event()
        self._script = script

    def begin(self) -> None:
        self.aborted.clear()

    def abort(self) -> None:
        self.aborted.set()

    @contextmanager
    def exchange(self, _request: requests.Request, _wait: float, on_sent: OnSent) -> Iterator[requests.Response]:
        self._script(self, on_sent)
        response = requests.Response()
        response.status_code, response.raw = 200, _Nothing()
        yield response


class _Nothing(io.BytesIO):
    """Acts as an answer without a body, as urllib3 gives it to be read."""

    def read(self, size: int | None = -1, *, decode_content: bool = False) -> bytes:
        return super().read(size)


class _Body(io.BytesIO):
    def __len__(self) -> int:
        return len(self.getbuffer())


def put_body(session: Scripted, cancel: CancelToken, on_sent: OnSent = lambda _count: None) -> Response | Problem:
    return put(session, URL, {}, _Body(BODY), cancel, on_sent)


def post_body(session: Scripted, cancel: CancelToken) -> Response | Problem:
    return post(session, URL, {}, BODY, cancel, lambda _count: None)


def get(session: Scripted, cancel: CancelToken) -> Response | Problem:
    return fetch(session, URL, {}, cancel)


def stand_still(_session: Scripted, _on_sent: OnSent) -> None:
    raise StandStillError


def be_silent(session: Scripted, _on_sent: OnSent) -> None:
    """Wait until someone ends the exchange."""
    assert session.aborted.wait(60)
    raise ConnectionResetError


def send_all_and_be_silent(session: Scripted, on_sent: OnSent) -> None:
    on_sent(len(BODY))
    be_silent(session, on_sent)


@pytest.mark.parametrize("ask", [put_body, post_body])
def test_a_standstill_is_one(ask: Callable[[Scripted, CancelToken], Response | Problem]) -> None:
    said = ask(Scripted(stand_still), CancelToken())
    assert said == Problem(Code.STALLED, {"seconds": "30"})


@pytest.mark.parametrize("ask", [put_body, post_body, get])
@pytest.mark.parametrize("end", [stand_still, be_silent])
def test_stop_counts_more_than_what_ended_it(
    ask: Callable[[Scripted, CancelToken], Response | Problem], end: Callable[[Scripted, OnSent], None]
) -> None:
    """Report the user's stop before the error that it caused, so that the file is not tried again."""
    cancel = CancelToken()

    def stop_and_end(session: Scripted, on_sent: OnSent) -> None:
        cancel.cancel()
        end(session, on_sent)

    with pytest.raises(Cancelled):
        ask(Scripted(stop_and_end), cancel)


@pytest.mark.parametrize("ask", [put_body, post_body])
def test_an_answer_counts_more_than_stop(ask: Callable[[Scripted, CancelToken], Response | Problem]) -> None:
    cancel = CancelToken()
    said = ask(Scripted(lambda _session, _on_sent: cancel.cancel()), cancel)
    assert isinstance(said, Response)


def test_silence_after_the_last_byte_is_no_confirmation() -> None:
    said = put_body(Scripted(send_all_and_be_silent, RetryPolicy(confirm=0.01)), CancelToken())
    assert said == Problem(Code.NO_ANSWER)


def test_silence_before_it_is_a_standstill() -> None:
    """Fall silent as after a night's sleep: not everything was sent, and nothing may say that it was."""
    said = put_body(Scripted(be_silent, RetryPolicy(confirm=0.01)), CancelToken())
    assert isinstance(said, Problem)
    assert said.code is Code.STALLED
