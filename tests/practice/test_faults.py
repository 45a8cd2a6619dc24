"""Test that each name of the tables provokes its fault: those of a newcomer, and the further ones of the tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import requests
from tests.faults.journeys import wait_until
from tests.faults.provoked import API, STORAGE
from tests.faults.server import Countdown
from tests.servers.practice import Practice

from ledgerdrop.practice.messages import AT_API, AT_STORAGE, Response, fault_name, table

URL = "/one-integration/action/pre-sign"
CSV = {"Content-Type": "text/csv"}
BODY = b"a,b\n1,2\n" * 20_000


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    """Give a client that adds nothing from the environment."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


def ask(session: requests.Session, practice: Practice, name: str, timeout: float = 30) -> requests.Response:
    """Send the pre-sign request for a fault."""
    return session.get(
        practice.base_url + URL,
        params={"filename": f"provoke-{name}.csv"},
        headers={"x-clear-auth-token": practice.token, "x-integration-id": practice.integration_id},
        allow_redirects=False,
        timeout=timeout,
        verify=str(practice.ca) if practice.ca else None,
    )


def upload(session: requests.Session, practice: Practice, name: str, body: bytes = BODY) -> requests.Response:
    """Send the pre-sign request for a fault, and then the upload."""
    answer = ask(session, practice, name)
    assert answer.status_code == 200, answer.text
    url = answer.json()["result"]["uploadUrl"]
    verify = str(practice.ca) if practice.ca else None
    return session.put(url, body, headers=CSV, allow_redirects=False, timeout=30, verify=verify)


def test_all_are_in_the_help_and_have_names_of_their_own() -> None:
    rows = [*AT_API, *AT_STORAGE]
    assert len({*rows, *API, *STORAGE}) == len(rows) + len(API) + len(STORAGE)
    assert [line.split()[0] for line in table().splitlines()] == [f"provoke-{name}.csv" for name in rows]


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("provoke-406.csv", "406"),
        ("Provoke-Once-503.XLSX", "once-503"),
        ("provoke.csv", ""),
        ("a provoke-406.csv", ""),
    ],
)
def test_a_file_asks_for_a_fault_by_its_name(filename: str, name: str) -> None:
    assert fault_name(filename) == name


def test_a_fault_that_passes_begins_anew() -> None:
    countdown = Countdown()
    assert [countdown.is_on("a", 2) for _ in range(6)] == [True, True, False] * 2
    assert [countdown.is_on("b", 0) for _ in range(3)] == [True] * 3


def test_a_fault_that_passes_is_met_so_often_from_any_thread() -> None:
    countdown = Countdown()
    met: list[bool] = []
    threads = [threading.Thread(target=lambda: met.append(countdown.is_on("a", 49))) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(met) == [False, *[True] * 49]


_STEPS = {name: fault.step for name, fault in API.items() if fault.step and not fault.step.hold}
ANSWERS = {
    **{name: fault.answer for name, fault in AT_API.items()},
    **{name: Response(step.status, step.body.encode("latin-1"), step.headers) for name, step in _STEPS.items()},
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_api_gives_the_answer_of_the_table(session: requests.Session, practice: Practice, name: str) -> None:
    expected, times = ANSWERS[name], int(AT_API[name].once) if name in AT_API else API[name].times
    for _ in range(times or 1):
        answer = ask(session, practice, name)
        assert (answer.status_code, answer.content) == (expected.status, expected.body)
        assert answer.headers.items() >= dict(expected.headers).items()
    if times:
        assert ask(session, practice, name).json()["success"] is True


def test_storage_refuses_and_keeps_nothing(session: requests.Session, each_practice: Practice) -> None:
    answer = upload(session, each_practice, "storage-403")
    assert answer.status_code == 403
    assert "<Error><Code>AccessDenied</Code><Message>Access Denied</Message>" in answer.text
    assert each_practice.objects() == {}


def test_a_wrong_receipt_is_one_of_a_file_that_was_kept(session: requests.Session, practice: Practice) -> None:
    answer = upload(session, practice, "wrong-etag")
    assert (answer.status_code, answer.headers["ETag"]) == (200, f'"{"0" * 32}"')
    assert list(practice.objects()) == ["provoke-wrong-etag.csv"]


def test_a_silent_api_never_answers(session: requests.Session, practice: Practice) -> None:
    with pytest.raises(requests.ReadTimeout):
        ask(session, practice, "silent", timeout=0.5)
    wait_until(lambda: [request.status for request in practice.requests()] == [None])


def test_who_hangs_up_gives_no_answer(session: requests.Session, each_practice: Practice) -> None:
    with pytest.raises(requests.ConnectionError):
        upload(session, each_practice, "storage-hang-up", body=b"x" * 50_000_000)
    assert each_practice.objects() == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [("expired", "<Message>Request has expired</Message>"), ("signature", "<Code>SignatureDoesNotMatch</Code>")],
)
def test_a_flawed_url_is_refused_by_storage(
    session: requests.Session, practice: Practice, name: str, text: str
) -> None:
    answer = upload(session, practice, name)
    assert (answer.status_code, text in answer.text) == (403, True)
