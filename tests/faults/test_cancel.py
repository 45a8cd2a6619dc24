"""Test "Cancel" on the wire: whatever the worker waits for, it ends at once, and no further byte leaves."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import TOKEN, Running, account_of, checked_of, put_file, wait_until
from tests.faults.rows import LARGE, SMALL
from tests.faults.scenario import SIGNED, STORED, Step
from tests.faults.tap import stray_bytes

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.files.dropped_file import open_unbuffered
from ledgerdrop.files.reader import Opener
from ledgerdrop.model.files import CheckedFile, Progress, Stage, Uploaded, UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

# Nothing ends by itself while the test waits
PATIENT = RetryPolicy(connect=100, stall=100, confirm=100, answer=100)


class Journey:
    """Runs one upload, with the means to stop it."""

    def __init__(
        self,
        network: Network,
        base_url: str,
        path: Path,
        opener: Opener = open_unbuffered,
        policy: RetryPolicy = PATIENT,
    ) -> None:
        self.cancel = CancelToken()
        self.hurry = threading.Event()
        self.heard: list[Progress] = []
        controls = Controls(self.heard.append, self.cancel, self.hurry)

        def run() -> Uploaded | Problem:
            with open_session(network, policy) as session:
                return send(session, account_of(base_url), TOKEN, checked_of(path), controls, opener)

        self.running = Running(run)

    def stop(self, code: Code = Code.CANCELLED) -> None:
        """Cancel the upload, and check that it ends with that."""
        self.cancel.cancel()
        outcome = self.running.outcome()
        assert isinstance(outcome, Problem)
        assert outcome.code is code

    def is_at(self, stage: Stage) -> bool:
        """Return whether that is the upload's latest sign of progress."""
        return bool(self.heard) and self.heard[-1].stage is stage


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.csv"
    path.write_bytes(b"a,b\n" * (SMALL // 4))
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.csv"
    path.write_bytes(b"PLAINTEXT LEDGER," * (LARGE // 17))
    return path


def test_while_a_name_is_looked_up(fault_network: Network, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answered = threading.Event(), threading.Event()

    def silent(*_: Any, **__: Any) -> Any:
        asked.set()
        answered.wait(60)
        raise socket.gaierror(socket.EAI_AGAIN, "too late")

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    journey = Journey(fault_network, "https://clear.example", small)
    assert asked.wait(60)
    journey.stop()
    answered.set()


def test_while_connecting(faults: FaultServer, fault_network: Network, small: Path) -> None:
    journey = Journey(fault_network, faults.url("full"), small)
    wait_until(lambda: _is_connecting(faults.ports["full"]))
    journey.stop()
    assert not _is_connecting(faults.ports["full"])


def _is_connecting(port: int) -> bool:
    """Return whether this process has sent a SYN to that port, and heard nothing (proc_net_tcp(5): state 02)."""
    sockets = {
        link.readlink().name for link in Path("/proc/self/fd").iterdir() if link.is_symlink() and _is_socket(link)
    }
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return any(row[2].endswith(f":{port:04X}") and row[3] == "02" and f"socket:[{row[9]}]" in sockets for row in rows)


def _is_socket(link: Path) -> bool:
    try:
        return link.readlink().name.startswith("socket:")
    except FileNotFoundError:  # closed meanwhile
        return False


@pytest.mark.parametrize("through_proxy", [False, True], ids=["handshake", "proxy"])
def test_while_nothing_is_answered_to_the_first_word(
    faults: FaultServer, fault_network: Network, small: Path, through_proxy: bool
) -> None:
    before = faults.connections("mute")
    network, base_url = fault_network, faults.url("mute")
    if through_proxy:
        proxy = f"http://127.0.0.1:{faults.ports['mute']}"
        network, base_url = replace(network, proxies_for=lambda _url: {"https": proxy}), faults.url("https")
    journey = Journey(network, base_url, small)
    wait_until(lambda: faults.connections("mute") > before)
    journey.stop()


ANSWERS = {
    "API, waits for the answer": ([Step(hold=True)], [STORED], "holding"),
    "API, the answer drips": ([Step(200, body="x" * 1000, drip=0.05)], [STORED], "dripping"),
    "storage, waits for the answer": ([SIGNED], [Step(hold=True)], "holding"),
    "storage, the answer drips": ([SIGNED], [Step(200, body="x" * 1000, drip=0.05)], "dripping"),
}


@pytest.mark.parametrize("door", ["https", "http"])
@pytest.mark.parametrize("which", ANSWERS)
def test_while_an_answer_is_awaited(
    faults: FaultServer, fault_network: Network, small: Path, which: str, door: str
) -> None:
    api, storage, event = ANSWERS[which]
    # What storage has received whole, it may keep
    code = Code.CANCELLED if which.startswith("API") else Code.MAY_HAVE_ARRIVED
    with faults.scenario(api, storage, door, door) as scenario:
        journey = Journey(fault_network, scenario.base_url, small)
        scenario.wait_for(event)
        if code is Code.MAY_HAVE_ARRIVED:
            wait_until(lambda: journey.is_at(Stage.CONFIRMING))
        journey.stop(code)
        if event == "holding":
            scenario.wait_for("closed")
        assert len(scenario.requests()) == (1 if which.startswith("API") else 2)


def test_during_back_off(faults: FaultServer, fault_network: Network, small: Path) -> None:
    with faults.scenario([Step(503, (("Retry-After", "3000"),))]) as scenario:
        journey = Journey(fault_network, scenario.base_url, small)
        wait_until(lambda: journey.is_at(Stage.WAITING))
        journey.stop()
        assert len(scenario.requests()) == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Step(200, STORED.headers, cut=20, end="reset"), Code.MAY_HAVE_ARRIVED),
        (Step(503, (("Retry-After", "3000"),)), Code.MAY_HAVE_ARRIVED),
        (Step(429, (("Retry-After", "3000"),)), Code.CANCELLED),
    ],
)
def test_during_back_off_after_all_was_sent(
    faults: FaultServer, fault_network: Network, small: Path, answer: Step, code: Code
) -> None:
    """Only a refusal means that nothing was kept."""
    with faults.scenario([SIGNED, Step(503, (("Retry-After", "3000"),))], [answer]) as scenario:
        journey = Journey(fault_network, scenario.base_url, small)
        wait_until(lambda: journey.is_at(Stage.WAITING))
        if answer.end == "reset":  # it is asked again at once, and then has to wait
            wait_until(lambda: len(scenario.requests("api")) == 2 and journey.is_at(Stage.WAITING))
        journey.stop(code)
        assert len(scenario.requests("storage")) == 1


def test_a_confirmation_that_is_near_is_still_heard(faults: FaultServer, fault_network: Network, small: Path) -> None:
    with faults.scenario([SIGNED], [replace(STORED, hold=True)]) as scenario:
        journey = Journey(fault_network, scenario.base_url, small, policy=replace(PATIENT, farewell=60.0))
        scenario.wait_for("holding")
        wait_until(lambda: journey.is_at(Stage.CONFIRMING))
        journey.cancel.cancel()
        scenario.release()
        assert isinstance(journey.running.outcome(), Uploaded)


def test_retry_now_ends_a_pause(faults: FaultServer, fault_network: Network, small: Path) -> None:
    with faults.scenario([Step(503, (("Retry-After", "3000"),)), SIGNED], [STORED]) as scenario:
        journey = Journey(fault_network, scenario.base_url, small)
        wait_until(lambda: journey.is_at(Stage.WAITING))
        journey.hurry.set()
        outcome = journey.running.outcome()
        assert isinstance(outcome, Uploaded)
        assert outcome.attempts == 2


@pytest.fixture
def dead_share() -> Iterator[tuple[threading.Event, Opener]]:
    """Give a file whose `read` does not return while the test runs."""
    reading, over = threading.Event(), threading.Event()

    class Dead(io.FileIO):
        def read(self, size: int | None = -1, /) -> Any:
            reading.set()
            over.wait(60)
            return b""

    yield reading, Dead
    over.set()


def test_while_a_dead_share_is_read(
    fault_network: Network, small: Path, dead_share: tuple[threading.Event, Opener]
) -> None:
    reading, opener = dead_share
    journey = Journey(fault_network, "https://clear.example", small, opener)
    assert reading.wait(60)
    journey.stop()


def test_before_it_begins(fault_network: Network, small: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with open_session(fault_network, PATIENT) as session:
        outcome = send(
            session, account_of("https://clear.example"), TOKEN, checked_of(small), Controls(cancel=cancel)
        )
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.CANCELLED


def test_a_session_serves_the_next_file_after_a_cancel(
    faults: FaultServer, fault_network: Network, small: Path
) -> None:
    with (
        faults.scenario([SIGNED], [Step(hold=True), STORED]) as scenario,
        open_session(fault_network, PATIENT) as session,
    ):
        account, cancel, heard = account_of(scenario.base_url), CancelToken(), list[Progress]()

        def stop() -> None:
            scenario.wait_for("holding")
            wait_until(lambda: bool(heard) and heard[-1].stage is Stage.CONFIRMING)
            cancel.cancel()

        stopper = Running(stop)
        first = send(session, account, TOKEN, checked_of(small), Controls(heard.append, cancel))
        stopper.outcome()
        assert isinstance(first, Problem)
        assert first.code is Code.MAY_HAVE_ARRIVED
        second = send(session, account, TOKEN, checked_of(small), Controls())
        assert isinstance(second, Uploaded)
        assert second.attempts == 1


def _blocked_upload(scenario: Scenario, network: Network, file: CheckedFile, cancel_at: int | None) -> None:
    """Upload to the door that stops reading; cancel after so many bytes, or when nothing moves any more."""
    cancel, reached = CancelToken(), threading.Event()
    sent = [0]

    def on_progress(progress: Progress) -> None:
        sent[0] = progress.done
        if cancel_at is not None and progress.done >= cancel_at:
            reached.set()

    def run() -> Uploaded | Problem:
        with open_session(network, PATIENT) as session:
            return put_file(session, UploadTarget(scenario.upload_url), file, on_progress, cancel)

    running = Running(run)
    scenario.wait_for("holding")
    if cancel_at is None:
        _wait_until_still(sent)
    else:
        assert reached.wait(60)
    cancel.cancel()
    with pytest.raises(Cancelled):
        running.outcome()
    assert sent[0] < file.file.size
    scenario.release()
    scenario.wait_for("drained")  # the server has seen the end of the connection
    [request] = scenario.requests()
    assert request.received > 0  # the end of a connection may overtake what the kernel had taken
    assert request.stray is None, "something that is no TLS went over the wire"


def _wait_until_still(count: list[int]) -> None:
    seen = [-1, -2, -3]

    def still() -> bool:
        seen.append(count[0])
        return seen[-1] > 0 and len(set(seen[-4:])) == 1

    wait_until(still)


def _cancel_often(times: int, faults: FaultServer, network: Network, path: Path) -> None:
    file = checked_of(path)
    for number in range(times):
        at = None if number % 2 else 50_000 + number * 7_919 % 1_500_000
        with faults.scenario([], storage_door="tapped") as scenario:
            _blocked_upload(scenario, network, file, at)


def test_in_the_body_nothing_but_tls_leaves(faults: FaultServer, fault_network: Network, large: Path) -> None:
    _cancel_often(50, faults, fault_network, large)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_in_the_body_nothing_but_tls_leaves_however_often(
    faults: FaultServer, fault_network: Network, large: Path
) -> None:
    _cancel_often(1500, faults, fault_network, large)


def test_the_tap_would_notice_plaintext() -> None:
    record = b"\x17\x03\x03\x00\x05hello"
    assert stray_bytes(record * 3) is None
    assert stray_bytes(record + record[:7]) is None
    assert stray_bytes(record + b"a,b\n1,2\n") is not None
    assert stray_bytes(record + b"\x17PLAIN") is not None
