"""Each name of the table provokes what its sentence says."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
import requests
from tests.servers.practice import Practice

from ledgerdrop.practice.faults import API, INGEST, STORAGE, WORKFLOW, Provocation, Reading, UrlFault, table
from ledgerdrop.practice.http1 import ResponseMode

URL = "/one-integration/action/pre-sign"
CSV = {"Content-Type": "text/csv"}
BODY = b"a,b\n1,2\n" * 20_000
STATIC_API = [row for row in API if row.answer and not row.answer.missing and row.answer.repeat == 1]
STATIC_STORAGE = [row for row in STORAGE if row.answer]
ERRORS = [row for row in STORAGE if row.error and row.reading is Reading.WHOLE]


def named(rows: list[Provocation]) -> pytest.MarkDecorator:
    """A test for each row."""
    return pytest.mark.parametrize("row", rows, ids=[row.name for row in rows])


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    """A client that adds nothing from the environment."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


def ask(session: requests.Session, practice: Practice, name: str, timeout: float = 30) -> requests.Response:
    """The pre-sign request for a provocation."""
    return session.get(
        practice.base_url + URL,
        params={"filename": f"provoke-{name}.csv"},
        headers={"x-clear-auth-token": practice.token, "x-integration-id": practice.integration_id},
        allow_redirects=False,
        timeout=timeout,
        verify=str(practice.ca) if practice.ca else None,
    )


def upload(
    session: requests.Session, practice: Practice, name: str, timeout: float = 30, body: bytes = BODY
) -> requests.Response:
    """The pre-sign request for a provocation, and then the upload."""
    answer = ask(session, practice, name)
    assert answer.status_code == 200, answer.text
    url = answer.json()["result"]["uploadUrl"]
    verify = str(practice.ca) if practice.ca else None
    return session.put(url, body, headers=CSV, allow_redirects=False, timeout=timeout, verify=verify)


def test_all_are_in_the_help_and_have_names_of_their_own() -> None:
    rows = API + STORAGE + INGEST + WORKFLOW
    assert len({row.name for row in rows}) == len(rows)
    assert len(table().splitlines()) == len(rows)
    for row in rows:
        assert f"  provoke-{row.name}.csv " in table()


@named(STATIC_API)
def test_the_api_gives_the_answer_of_the_table(
    session: requests.Session, practice: Practice, row: Provocation
) -> None:
    for _ in range(row.times or 1):
        answer = ask(session, practice, row.name)
        assert row.answer
        assert (answer.status_code, answer.content) == (row.answer.status, row.answer.body)
        for name, value in row.answer.headers:
            assert answer.headers[name] == value
    if row.times:
        assert ask(session, practice, row.name).json()["success"] is True


@named(STATIC_STORAGE)
def test_storage_gives_the_answer_of_the_table(
    session: requests.Session, practice: Practice, row: Provocation
) -> None:
    answer = upload(session, practice, row.name)
    assert row.answer
    assert (answer.status_code, answer.content) == (row.answer.status, row.answer.body)
    for name, value in row.answer.headers:
        assert answer.headers[name] == value
    assert bool(practice.objects()) == ("ETag" in answer.headers)


@named(ERRORS)
def test_storage_gives_the_error_of_the_table(
    session: requests.Session, practice: Practice, row: Provocation
) -> None:
    for _ in range(row.times or 1):
        answer = upload(session, practice, row.name)
        assert row.error
        assert answer.status_code == row.error.status
        assert f"<Error><Code>{row.error.code}</Code><Message>{row.error.message}</Message>" in answer.text
        assert practice.objects() == {}
    if row.times:
        assert upload(session, practice, row.name).status_code == 200
        assert list(practice.objects()) == [f"provoke-{row.name}.csv"]


@named([row for row in API + STORAGE if row.manner is ResponseMode.SLOW])
def test_slow_is_slow_and_fine(session: requests.Session, practice: Practice, row: Provocation) -> None:
    assert upload(session, practice, row.name).status_code == 200
    assert list(practice.objects()) == [f"provoke-{row.name}.csv"]
    with pytest.raises(requests.ReadTimeout):
        (upload if row in STORAGE else ask)(session, practice, row.name, timeout=0.5)


def test_a_silent_api_never_answers(session: requests.Session, practice: Practice) -> None:
    with pytest.raises(requests.ReadTimeout):
        ask(session, practice, "silent", timeout=0.5)
    assert practice.requests()[-1].status is None


def test_a_silent_storage_never_answers(session: requests.Session, practice: Practice) -> None:
    with pytest.raises(requests.ReadTimeout):
        upload(session, practice, "storage-silent", timeout=0.5)


def test_who_hangs_up_gives_no_answer(session: requests.Session, each_practice: Practice) -> None:
    with pytest.raises(requests.ConnectionError):
        ask(session, each_practice, "hang-up")
    with pytest.raises(requests.ConnectionError):
        upload(session, each_practice, "storage-hang-up", body=b"x" * 50_000_000)
    assert each_practice.objects() == {}


def test_a_truncated_answer_ends_too_early(session: requests.Session, practice: Practice) -> None:
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        ask(session, practice, "truncated")


def test_a_long_answer_is_100_mb(session: requests.Session, practice: Practice) -> None:
    answer = ask(session, practice, "long")
    assert answer.status_code == 200
    assert len(answer.content) == 100_000_000


def test_extra_fields_do_no_harm(session: requests.Session, practice: Practice) -> None:
    assert "traceId" in ask(session, practice, "extra-fields").json()
    assert upload(session, practice, "extra-fields").status_code == 200


FLAWS = {
    UrlFault.EXPIRED: (403, "<Message>Request has expired</Message>"),
    UrlFault.SIGNATURE: (403, "<Code>SignatureDoesNotMatch</Code>"),
    UrlFault.CONTENT_TYPE: (403, "<Code>SignatureDoesNotMatch</Code>"),
    UrlFault.BUCKET: (404, "<Code>NoSuchBucket</Code>"),
}


@named([row for row in API if row.flaw in FLAWS])
def test_a_flawed_url_is_refused_by_storage(session: requests.Session, practice: Practice, row: Provocation) -> None:
    answer = upload(session, practice, row.name)
    assert row.flaw in FLAWS
    status, text = FLAWS[row.flaw]
    assert (answer.status_code, text in answer.text) == (status, True)


@contextmanager
def begun_upload(practice: Practice, url: str, length: int) -> Iterator[socket.socket]:
    """A connection on which the head of an upload was sent, and nothing of its body."""
    parts = urlsplit(url)
    assert parts.hostname and parts.port
    sock = socket.create_connection((parts.hostname, parts.port), timeout=30)
    if practice.ca:
        sock = ssl.create_default_context(cafile=practice.ca).wrap_socket(sock, server_hostname=parts.hostname)
    with sock:
        head = f"PUT {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: text/csv\r\n"
        sock.sendall(f"{head}Content-Length: {length}\r\n\r\n".encode())
        yield sock


def test_an_early_refusal_comes_before_the_body(session: requests.Session, each_practice: Practice) -> None:
    url = ask(session, each_practice, "storage-403-early").json()["result"]["uploadUrl"]
    with begun_upload(each_practice, url, 1_000_000) as sock, sock.makefile("rb") as answer:
        assert answer.readline() == b"HTTP/1.1 403 Forbidden\r\n"
        assert b"<Code>AccessDenied</Code>" in answer.read()  # and then the connection ends


def test_a_stall_takes_a_little_and_then_no_more(session: requests.Session, each_practice: Practice) -> None:
    url = ask(session, each_practice, "stall").json()["result"]["uploadUrl"]
    with begun_upload(each_practice, url, 500_000_000) as sock:
        sock.settimeout(0.5)
        with pytest.raises(TimeoutError):
            sock.sendall(b"x" * 500_000_000)
    assert each_practice.objects() == {}


def test_a_dripping_answer_comes_byte_by_byte(practice: Practice) -> None:
    parts = urlsplit(practice.base_url)
    assert parts.hostname and parts.port
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as sock:
        request = (
            f"GET {URL}?filename=provoke-drip.csv HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            f"x-clear-auth-token: {practice.token}\r\nx-integration-id: {practice.integration_id}\r\n\r\n"
        )
        sock.sendall(request.encode())
        assert [sock.recv(100), sock.recv(100)] == [b"H", b"T"]
