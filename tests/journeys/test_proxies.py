"""Test the whole queue behind real proxies, without a window: files are sent, wait, and are sent again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice, StartPractice
from tests.servers.proxies import free_port, interceptor, tinyproxy

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Stage
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.model.transfers import State, Summary, TransferItem
from ledgerdrop.net.network import Network, Routes, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.store.proxy_address import SignIn
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue

SIGN_IN = SignIn("firm\\ravi", "canary-proxy-7f3a")
SECONDS = 40


class Behind(Operations):
    """Runs the real steps, behind a proxy, and with short pauses between attempts."""

    def __init__(self, proxy: str, ca: Path | None, sign_ins: dict[str, SignIn]) -> None:
        # To this machine itself the way is always direct, so the route is asked for another host.
        self.routes = Routes(ProxyChoice(ProxyMode.MANUAL, f"http://{proxy}"), sign_ins.get)
        trust = {"SSL_CERT_FILE": str(ca)} if ca else {}
        super().__init__(lambda: open_network(lambda _url: self.routes.mapping("https://api.example/"), trust))

    def open_session(self, network: Network) -> Session:
        return open_session(network, RetryPolicy(first_pause=0.1, longest_pause=0.3, attempts=100))


@dataclass
class Desk:
    """Represents a queue, and an account at a practice server."""

    qtbot: QtBot
    queue: TransferQueue
    account: Account
    refused: list[Problem] = field(default_factory=list)
    summary: Summary = field(default_factory=Summary)

    def __post_init__(self) -> None:
        self.queue.use_accounts([self.account])
        self.queue.summed_up.connect(self._on_summary)

    def _on_summary(self, summary: Summary) -> None:
        self.refused += [stop.problem for stop in summary.new_stops(self.summary)]
        self.summary = summary

    def send(self, path: Path) -> None:
        self.queue.add([path], self.account)
        self.until(lambda entry: entry.state is State.READY)
        self.queue.send(None)

    def until(self, condition: Callable[[TransferItem], bool]) -> None:
        def met() -> bool:
            return any(condition(self.queue.entry(row)) for row in self.queue.ids())

        self.qtbot.waitUntil(met, timeout=SECONDS * 1000)


@contextmanager
def desk(qtbot: QtBot, practice: Practice, steps: Operations) -> Iterator[Desk]:
    queue = TransferQueue(lambda: steps, lambda _account: practice.token, uploads_at_once=2)
    account = Account("p" * 32, "Practice", Environment.CUSTOM, practice.base_url, practice.integration_id)
    try:
        yield Desk(qtbot, queue, account)
    finally:
        assert queue.shutdown()
        queue.deleteLater()


def ledger(folder: Path, lines: int = 3) -> Path:
    path = folder / "ledger.csv"
    path.write_text("date,account,amount\n" + "2026-04-01,Sales,100.00\n" * lines, encoding="utf-8")
    return path


needs_tinyproxy = pytest.mark.skipif(sys.platform == "win32", reason="tinyproxy is none of Windows")


@needs_tinyproxy
def test_through_a_proxy(qtbot: QtBot, practice_tls: Practice, tmp_path: Path) -> None:
    with tinyproxy(tmp_path) as proxy, desk(qtbot, practice_tls, Behind(proxy, practice_tls.ca, {})) as at:
        at.send(ledger(tmp_path))
        at.until(lambda entry: entry.state is State.UPLOADED)
    assert practice_tls.objects().keys() == {"ledger.csv"}


@needs_tinyproxy
def test_a_proxy_that_wants_a_password_is_asked_about_once_and_then_passed(
    qtbot: QtBot, practice_tls: Practice, tmp_path: Path
) -> None:
    sign_ins: dict[str, SignIn] = {}
    user = f"BasicAuth ravi {SIGN_IN.password}"
    with tinyproxy(tmp_path, user) as proxy:
        steps = Behind(proxy, practice_tls.ca, sign_ins)
        with desk(qtbot, practice_tls, steps) as at:
            at.send(ledger(tmp_path))
            at.until(lambda entry: entry.state is State.PAUSED)
            assert [(problem.code, problem.params["proxy"]) for problem in at.refused] == [
                (Code.PROXY_PASSWORD, proxy)
            ]
            assert practice_tls.requests() == []
            for password in ("wrong-4d1f", SIGN_IN.password):  # as the window does after its question
                sign_ins[proxy] = SignIn("ravi", password)
                steps.routes.forget()
                at.queue.network_changed()
                if password != SIGN_IN.password:
                    qtbot.waitUntil(lambda: len(at.refused) == 2, timeout=SECONDS * 1000)
            at.until(lambda entry: entry.state is State.UPLOADED)
            assert len(at.refused) == 2
    assert practice_tls.objects().keys() == {"ledger.csv"}


@needs_tinyproxy
def test_a_proxy_that_goes_away_in_mid_upload_is_waited_for(
    qtbot: QtBot, start_practice: StartPractice, tmp_path: Path
) -> None:
    port = free_port()
    with start_practice("--bytes-per-second", "4000000", tls=True) as practice:
        steps = Behind(f"127.0.0.1:{port}", practice.ca, {})
        with desk(qtbot, practice, steps) as at:
            with tinyproxy(tmp_path, port=port):
                at.send(ledger(tmp_path, lines=400_000))  # 9.6 MB
                at.until(_is_on_its_way)
            at.until(lambda entry: entry.problem is not None and entry.problem.code is Code.PROXY_UNREACHABLE)
            assert at.queue.entry(at.queue.ids()[0]).state is State.RETRYING
            assert practice.objects() == {}
            with tinyproxy(tmp_path, port=port):
                at.until(lambda entry: entry.state is State.UPLOADED)
            assert at.refused == []
        (stored,) = practice.objects().values()
        assert stored.read_bytes() == (tmp_path / "ledger.csv").read_bytes()


def _is_on_its_way(entry: TransferItem) -> bool:
    progress = entry.progress
    return progress is not None and progress.stage is Stage.UPLOADING and progress.done > 0


def test_interception_by_a_company_works_where_its_authority_is_trusted(
    qtbot: QtBot, practice_tls: Practice, tmp_path: Path
) -> None:
    company = trustme.CA(organization_name="Firm Security")
    company.cert_pem.write_to_path(tmp_path / "company.pem")
    with interceptor(tmp_path, company) as proxy:
        with desk(qtbot, practice_tls, Behind(proxy, practice_tls.ca, {})) as at:
            at.send(ledger(tmp_path))
            at.until(lambda entry: entry.state is State.FAILED)
            problem = at.queue.entry(at.queue.ids()[0]).problem
            assert problem is not None
            assert problem.code is Code.CERTIFICATE_UNTRUSTED
            assert practice_tls.requests() == []  # not even the token
        with desk(qtbot, practice_tls, Behind(proxy, tmp_path / "company.pem", {})) as at:
            at.send(ledger(tmp_path))
            at.until(lambda entry: entry.state is State.UPLOADED)
    assert practice_tls.objects().keys() == {"ledger.csv"}
