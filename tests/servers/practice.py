"""Run the practice server as a process of its own, for the tests of all rooms.

Fixtures: `practice` (http), `practice_tls` (https with a certificate of `authority`), `each_practice` (a test runs
with the one and the other), `quick_practice` (ends each ingestion activity at once), `start_practice` (one with
options of your own). The process is shared by the tests of a session; before each test its record and its objects
are emptied.
"""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import sys
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import Any, Protocol

import pytest
import trustme
from tests.faults.scenario import Request

import ledgerdrop
from ledgerdrop.practice.api import BUCKET, REGION
from ledgerdrop.practice.signature import Signer

SOURCES = Path(ledgerdrop.__file__).parents[1]
ROOT = SOURCES.parent


@dataclass(frozen=True)
class Practice:
    """Holds a running practice server. `ca` is the file of the authority to trust, None with http."""

    base_url: str
    root: Path
    signer: Signer
    token: str = field(repr=False)
    integration_id: str
    ca: Path | None
    process: subprocess.Popen[bytes] = field(repr=False)

    def requests(self) -> list[Request]:
        """Return all requests since the test began, in the order in which they arrived."""
        return [Request(**row) for row in self.order("requests")]

    def uploads(self) -> list[Request]:
        """Return the requests that went to storage."""
        return [request for request in self.requests() if request.method == "PUT"]

    def activities(self) -> list[dict[str, Any]]:
        """Return all ingestion activities, oldest first: task_id, created_at, template, files."""
        rows: list[dict[str, Any]] = self.order("activities")
        return rows

    def objects(self) -> dict[str, Path]:
        """Return the files that storage keeps, by the name under which they were sent."""
        return {path.name: path for path in (self.root / BUCKET).rglob("*") if path.is_file()}

    def clean(self) -> None:
        """Forget the requests, remove the objects."""
        self.order("clean")
        for path in (self.root / BUCKET).iterdir():
            if path.is_dir():
                rmtree(path)
            else:
                path.unlink()

    def order(self, do: str, **more: Any) -> Any:
        """Give one order (`tests.faults.server`), and return its result."""
        request = urllib.request.Request(
            f"{self.base_url}/practice/order",
            json.dumps({"do": do, **more}).encode(),
            {"x-clear-auth-token": self.token, "Content-Type": "application/json"},
        )
        context = ssl.create_default_context(cafile=self.ca) if self.ca else None
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
        )
        with opener.open(request, timeout=60) as answer:
            return json.load(answer)


class StartPractice(Protocol):
    """Describes what the fixture `start_practice` gives: it takes more options as on the command line."""

    def __call__(self, *options: str, tls: bool = False) -> AbstractContextManager[Practice]: ...


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Give a certificate authority that nobody trusts unless told to."""
    return trustme.CA()


@pytest.fixture(scope="session")
def start_practice(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> StartPractice:
    """Give a function to start another server: `with start_practice("--bytes-per-second", "1000") as practice:`."""

    @contextmanager
    def start(*options: str, tls: bool = False) -> Iterator[Practice]:
        folder = tmp_path_factory.mktemp("practice")
        integration_id = str(uuid.uuid4())
        token, keys, ca = folder / "token", folder / "keys", folder / "ca.pem"
        call = [sys.executable, "-m", "tests.faults.server", "--until-stdin-closes"]
        call += ["--root", str(folder / "root"), "--token-file", str(token), "--keys-file", str(keys)]
        call += ["--integration-id", integration_id, *options]
        if tls:
            authority.cert_pem.write_to_path(ca)
            leaf = authority.issue_cert("127.0.0.1", "localhost")
            leaf.private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
            call += ["--tls-pem", str(folder / "server.pem")]
        errors = folder / "stderr"
        with errors.open("wb") as stderr, run(call, stderr) as (process, ready):
            assert ready.startswith("READY "), errors.read_text()
            yield Practice(
                base_url=ready.removeprefix("READY ").strip(),
                root=folder / "root",
                signer=Signer(*keys.read_text().split(), region=REGION),  # type: ignore[misc]  # two words
                token=token.read_text().strip(),
                integration_id=integration_id,
                ca=ca if tls else None,
                process=process,
            )
        assert process.returncode == 0
        assert errors.read_text() == ""

    return start


@contextmanager
def run(
    call: list[str], stderr: object = None, env: dict[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Give a server process and its first line; it ends when its standard input does."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(SOURCES), str(ROOT))), **(env or {})}
    process = subprocess.Popen(
        call,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment,  # type: ignore[call-overload]
    )
    assert process.stdin and process.stdout
    try:
        yield process, process.stdout.readline().decode()
    finally:
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


@pytest.fixture(scope="session")
def _http(start_practice: StartPractice) -> Iterator[Practice]:
    with start_practice() as practice:
        yield practice


@pytest.fixture(scope="session")
def _https(start_practice: StartPractice) -> Iterator[Practice]:
    with start_practice(tls=True) as practice:
        yield practice


@pytest.fixture
def practice(_http: Practice) -> Practice:
    """Give the practice server over http, with nothing in it."""
    _http.clean()
    return _http


@pytest.fixture
def practice_tls(_https: Practice) -> Practice:
    """Give the practice server over https, with nothing in it."""
    _https.clean()
    return _https


@pytest.fixture(scope="session")
def _quick(start_practice: StartPractice) -> Iterator[Practice]:
    with start_practice("--workflow-seconds", "0") as practice:
        yield practice


@pytest.fixture
def quick_practice(_quick: Practice) -> Practice:
    """Give the practice server over http that ends each ingestion activity at once, with nothing in it."""
    _quick.clean()
    return _quick


@pytest.fixture(params=["practice", "practice_tls"])
def each_practice(request: pytest.FixtureRequest) -> Practice:
    """Give the practice server over http, then the one over https."""
    practice: Practice = request.getfixturevalue(request.param)
    return practice
