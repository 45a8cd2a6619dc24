"""Control the fault server from a test: open its doors, give it scenarios, ask what arrived.

Fixtures: `faults` (the server, the same process as `practice`), `fault_ca` (the file of its authority) and
`fault_network` (which trusts that one).
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import trustme
from tests.faults.scenario import ELSEWHERE_MARK, PLACE_MARK, QUERY, STORAGE_MARK, Request, Step
from tests.servers.practice import Practice

from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.session import no_proxies

_PLAIN = frozenset({"http", "proxy", "proxy_407", "proxy_ntlm", "proxy_403"})


class FaultServer:
    """Controls the doors of a practice server, whose ports are `ports` (`doors.Doors`)."""

    def __init__(self, practice: Practice, folder: Path) -> None:
        self._practice = practice
        self.ports: dict[str, int] = practice.order("open doors", folder=str(folder))

    def url(self, door: str) -> str:
        """Return the address of a door."""
        return f"{'http' if door in _PLAIN else 'https'}://127.0.0.1:{self.ports[door]}"

    @contextmanager
    def scenario(
        self, api: Sequence[Step], storage: Sequence[Step] = (), api_door: str = "https", storage_door: str = "https"
    ) -> Iterator[Scenario]:
        """Have the requests of one test answered like this, the last step for all that follow."""
        scenario = Scenario(self, uuid.uuid4().hex, api_door, storage_door)
        marks = {
            STORAGE_MARK: scenario.upload_url,
            PLACE_MARK: scenario.place,
            ELSEWHERE_MARK: f"{self.url('https')}/{scenario.id}/elsewhere",
        }
        steps = {"api": api, "storage": storage}
        written = {place: [_filled(asdict(step), marks) for step in those] for place, those in steps.items()}
        self.order("register", scenario.id, steps=written)
        try:
            yield scenario
        finally:
            self.order("forget", scenario.id)

    def connections(self, door: str) -> int:
        """Return how many connections came through that door so far."""
        counts: dict[str, int] = self._practice.order("connections")
        return counts.get(door, 0)

    def order(self, do: str, number: str, **more: Any) -> Any:
        """Give one order about a scenario, and return its result."""
        return self._practice.order(do, number=number, **more)


class Scenario:
    """Controls one scenario at the server."""

    def __init__(self, server: FaultServer, number: str, api_door: str, storage_door: str) -> None:
        self._server = server
        self.id = number
        self.base_url = f"{server.url(api_door)}/{number}"
        self.place = f"{server.url(storage_door)}/{number}/storage/in"
        self.upload_url = f"{self.place}/ledger%20%231.csv?{QUERY}"

    def requests(self, place: str | None = None) -> list[Request]:
        """Return what arrived, at one place ("api", "storage", "elsewhere") or at all."""
        rows = [Request(**row) for row in self._server.order("arrived", self.id)]
        return [row for row in rows if place in (None, row.place)]

    def wait_for(self, event: str, times: int = 1, seconds: float = 30.0) -> None:
        """Wait until it happened there: "read", "holding", "dripping", "answered", "again", "closed", "drained"."""
        happened = self._server.order("wait", self.id, event=event, times=times, seconds=seconds)
        assert happened, f"the server has not seen {event!r}"

    def release(self) -> None:
        """End every `hold`."""
        self._server.order("release", self.id)


def _filled(step: dict[str, Any], marks: Mapping[str, str]) -> dict[str, Any]:
    def fill(text: str) -> str:
        for mark, value in marks.items():
            text = text.replace(mark, value)
        return text

    headers = [[name, fill(value)] for name, value in step["headers"]]
    return step | {"headers": headers} | {name: fill(step[name]) for name in ("body", "raw", "again")}


def write_certificates(folder: Path, authority: trustme.CA) -> None:
    """Write the certificates that `doors.Doors` needs."""
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    future = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=300)
    certificates = {
        "good": authority.issue_cert("127.0.0.1", "localhost"),
        "unknown": trustme.CA().issue_cert("127.0.0.1"),
        "future": authority.issue_cert("127.0.0.1", not_before=future, not_after=future + datetime.timedelta(days=1)),
        "expired": authority.issue_cert("127.0.0.1", not_before=past, not_after=past + datetime.timedelta(days=1)),
        "wrong_name": authority.issue_cert("storage.example"),
    }
    for name, certificate in certificates.items():
        certificate.private_key_and_cert_chain_pem.write_to_path(folder / f"{name}.pem")
    authority.cert_pem.write_to_path(folder / "ca.pem")


@pytest.fixture(scope="session")
def _fault_folder(tmp_path_factory: pytest.TempPathFactory, authority: trustme.CA) -> Path:
    folder = tmp_path_factory.mktemp("faults")
    write_certificates(folder, authority)
    return folder


@pytest.fixture(scope="session")
def faults(_http: Practice, _fault_folder: Path) -> FaultServer:
    """Give the fault server: the practice server over http, with its doors open."""
    return FaultServer(_http, _fault_folder)


@pytest.fixture(scope="session")
def fault_ca(_fault_folder: Path) -> Path:
    """Give the file of the fault server's certificate authority."""
    return _fault_folder / "ca.pem"


@pytest.fixture(scope="session")
def fault_network(fault_ca: Path) -> Network:
    """Give a network that trusts the fault server's authority, and nobody else."""
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(fault_ca)})
    assert isinstance(network, Network)
    return network
