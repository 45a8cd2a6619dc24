"""Test what is left over after many exchanges: no open socket, thread or memory, no connection in a wrong state."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

import pytest
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, account_of, checked_of, put_file
from tests.faults.rows import CALM, LARGE
from tests.faults.scenario import SIGNED, STORED, Step, s3_error
from tests.variants import mostly_long

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import Uploaded, UploadTarget
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.cancel import CancelToken

_ONCE: Final = RetryPolicy(attempts=1, first_pause=0.001, outage=0.0)
# What ends connections in all ways, in turn with what keeps them
_MIXED: Final = [
    STORED,
    Step(raw="x", cut=0, read=0.0, end="reset"),
    s3_error(503, "SlowDown"),
    Step(200, STORED.headers, version="HTTP/1.0", end="close"),
    Step(400, (("Content-Length", "500"),), "half", end="close"),
    STORED,
    Step(200, body="x" * 1_200_000),
]


def _open_files() -> set[str]:
    gc.collect()
    return _open_files_now()


def _open_files_now() -> set[str]:
    left = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            left.add(f"{link.name} {link.readlink()}")
        except FileNotFoundError:  # that of the listing itself
            continue
    return left


@pytest.mark.skipif(sys.platform != "linux", reason="counts in /proc")
@pytest.mark.parametrize(
    ("door", "hundreds"), mostly_long([("https", 2), ("https", 5), ("http", 5)], lambda few: few[1] == 2)
)
def test_hundreds_of_uploads_leave_nothing_open(
    faults: FaultServer, fault_network: Network, tmp_path: Path, door: str, hundreds: int
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n1,2\n")
    file = checked_of(path)
    before, threads = _open_files(), {*threading.enumerate()}
    for _ in range(hundreds):
        with (
            open_session(fault_network, _ONCE) as session,
            faults.scenario([SIGNED], _MIXED * 15, door, door) as scenario,
        ):
            for number in range(100):
                cancel = CancelToken()
                target = request_target(
                    Caller(session, account_of(scenario.base_url), TOKEN, cancel), "ledger #1.csv"
                )
                assert isinstance(target, UploadTarget)
                outcome = put_file(session, target, file, cancel=cancel)
                assert isinstance(outcome, Uploaded) is (number % len(_MIXED) in (0, 3, 5))
                # One connection to each of two places, the handles by which they can be ended, and little else
                assert len(_open_files() - before) <= 8 if number % 25 == 0 else True
    assert _open_files() == before
    # What stays is the one of this thread's abandonable calls, and the one that watches all deadlines.
    assert {thread.name for thread in {*threading.enumerate()} - threads} <= {"abandonable call", "deadlines"}


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_closing_a_session_does_not_wait_for_the_garbage_collector(
    faults: FaultServer, fault_network: Network, tmp_path: Path
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n1,2\n")
    before = _open_files()
    assert not gc.isenabled()  # in no test (tests/conftest.py)
    lost = Step(raw="x", cut=0, end="reset")  # its error knows the connections, and lives in a cycle
    with faults.scenario([SIGNED], [lost, STORED]) as scenario, open_session(fault_network, CALM) as session:
        outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls())
    assert isinstance(outcome, Uploaded)
    assert {name for name in _open_files_now() if "socket:" in name} <= before


@pytest.mark.parametrize("door", ["https", "http"])
def test_a_connection_is_used_again(faults: FaultServer, fault_network: Network, tmp_path: Path, door: str) -> None:
    path = tmp_path / "ledger #1.csv"
    path.write_bytes(b"a,b\n1,2\n")
    with faults.scenario([SIGNED], [STORED], door, door) as scenario, open_session(fault_network, CALM) as session:
        for _ in range(3):
            outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls())
            assert isinstance(outcome, Uploaded)
        assert len({request.connection for request in scenario.requests()}) == 2, "one for the API, one for storage"


@pytest.mark.parametrize("door", ["https", "http"])
@pytest.mark.parametrize("how", ["linger", "close", "reset"])
def test_after_an_early_answer_it_is_not(
    faults: FaultServer, fault_network: Network, tmp_path: Path, door: str, how: str
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"1" * LARGE)
    early = s3_error(403, "AccessDenied", "Request has expired", read=0.0, end=how)
    with (
        faults.scenario([SIGNED], [early, STORED], door, door) as scenario,
        open_session(fault_network, CALM) as session,
    ):
        outcome = send(session, account_of(scenario.base_url), TOKEN, checked_of(path), Controls())
        assert isinstance(outcome, Uploaded)
        first, second = scenario.requests("storage")
        assert first.connection != second.connection
        assert not first.complete


_MEASURE: Final = """
import json, resource, sys
from dataclasses import replace
from pathlib import Path
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import Uploaded
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.session import no_proxies, open_session
from tests.faults.journeys import TOKEN, account_of, checked_of, put_file
base_url, small, large = sys.argv[1:]
network = open_network(no_proxies)
assert isinstance(network, Network)
peaks = []
with open_session(network) as session:
    for path in (small, large):
        file = replace(checked_of(Path(path)), kind="zip")  # a table may not hold only zeros
        outcome = send(session, account_of(base_url), TOKEN, file, Controls())
        assert isinstance(outcome, Uploaded), outcome
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(json.dumps(peaks))
"""


def _growth(faults: FaultServer, ca: Path, tmp_path: Path, size: int) -> int:
    """Return by how many KiB a process grows while it sends a file of that size, after one of 20 MB."""
    small, large = tmp_path / "small.zip", tmp_path / "large.zip"
    for path, length in ((small, 20_000_000), (large, size)):
        with path.open("wb") as file:
            file.truncate(length)
    with faults.scenario([SIGNED], [STORED]) as scenario:
        ran = subprocess.run(
            [sys.executable, "-c", _MEASURE, scenario.base_url, str(small), str(large)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": "gui:.", "SSL_CERT_FILE": str(ca)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    before, after = json.loads(ran.stdout)
    return int(after - before)


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KiB on Linux")
def test_memory_is_flat(faults: FaultServer, fault_ca: Path, tmp_path: Path) -> None:
    assert _growth(faults, fault_ca, tmp_path, 300_000_000) < 8 * 1024


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in KiB on Linux")
def test_memory_is_flat_for_the_largest_file(faults: FaultServer, fault_ca: Path, tmp_path: Path) -> None:
    assert _growth(faults, fault_ca, tmp_path, 5 * 1024**3) < 16 * 1024
