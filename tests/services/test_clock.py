"""A clock that is wrong by hours is recognised, and said."""

from __future__ import annotations

import email.utils
import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ledgerdrop.pipeline.accounts import Account, Environment
from ledgerdrop.pipeline.answers import Answer
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.problems import Code
from ledgerdrop.services.connection import ConnectionReport, try_connection
from ledgerdrop.services.network import open_network
from ledgerdrop.services.sessions import no_proxies

HOUR = 3600.0


@contextmanager
def clear_with_a_clock(ahead: float | None) -> Iterator[str]:
    """A server that gives an upload URL, and whose clock is ahead by so many seconds; None: that tells no time."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = f"http://127.0.0.1:{server.server_port}/upload?X-Amz-Signature=canary"
            body = json.dumps({"success": True, "result": {"uploadUrl": place}}).encode()
            self.send_response_only(200)
            if ahead is not None:
                self.send_header("Date", email.utils.formatdate(time.time() + ahead, usegmt=True))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Not to the error output."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def tried(ahead: float | None) -> ConnectionReport:
    with clear_with_a_clock(ahead) as url:
        account = Account("1", "Test", Environment.CUSTOM, url, "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11")
        return try_connection(account, "clock-test-9b1e", open_network(no_proxies, {}), Cancel())


@pytest.mark.parametrize(
    ("ahead", "words"), [(5.5 * HOUR, "5 h 30 min behind Clear's"), (-26 * HOUR, "26 h 0 min ahead of Clear's")]
)
def test_a_clock_that_is_wrong_by_hours_is_said(ahead: float, words: str) -> None:
    report = tried(ahead)
    assert report.problem is not None
    assert report.problem.code is Code.CLOCK_WRONG
    assert report.sentence == "This computer's clock is wrong."
    assert words in report.text
    assert [step.name for step in report.steps if not step.ok] == ["Clock of this computer"]


@pytest.mark.parametrize(("ahead", "words"), [(0.0, "as Clear's"), (-240.0, "0 h 4 min"), (None, "did not tell")])
def test_a_few_minutes_are_no_trouble(ahead: float | None, words: str) -> None:
    report = tried(ahead)
    assert report.ok, report.text
    assert words in report.steps[-1].detail


def test_a_pause_until_a_date_is_read_by_the_servers_clock() -> None:
    now = email.utils.formatdate(time.time() - 5 * HOUR, usegmt=True)
    then = email.utils.formatdate(time.time() - 5 * HOUR + 30, usegmt=True)
    assert Answer(503, {"date": now, "retry-after": then}, b"").retry_after == pytest.approx(30, abs=1)
