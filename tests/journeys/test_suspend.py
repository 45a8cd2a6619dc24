"""Test a sleep in the middle: the program or its peer stands still for a while, and all files arrive all the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from pytestqt.qtbot import QtBot
from tests.faults.desk import open_queue
from tests.faults.journeys import wait_until
from tests.servers.practice import SOURCES, Practice, StartPractice
from tests.servers.proxies import free_port, tinyproxy
from tests.transfer.conftest import Watch

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Stage
from ledgerdrop.model.problems import Code
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, no_proxies, open_session
from ledgerdrop.transfer.operations import Operations

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be made to stand still there")

SLOW: Final = ("--bytes-per-second", "2000000")  # eight seconds a file: on a busy computer not all begin at once
SENDER: Final = Path(__file__).with_name("sender.py")


def ledgers(folder: Path) -> dict[str, bytes]:
    """Return four files of 16 MB, far more than the system takes in advance."""
    folder.mkdir()
    made = {f"{name}.csv": f"date,{name},amount\n2026-04-01,{name},100.00\n".encode() * 500_000 for name in "abcd"}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return made


def arrived(practice: Practice) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in practice.objects().items()}


class HastySteps(Operations):
    """Runs the real steps; two seconds without a byte count as a standstill."""

    def open_session(self, network: Network) -> Session:
        patience = RetryPolicy(stall=2, confirm=20, answer=1, attempts=1_000, first_pause=0.1, longest_pause=0.2)
        return open_session(network, patience)


def is_on_its_way(entry: TransferItem) -> bool:
    progress = entry.progress
    return progress is not None and progress.stage is Stage.UPLOADING and progress.done > 0


def has_stalled(entry: TransferItem) -> bool:
    return entry.state is State.RETRYING and entry.problem is not None and entry.problem.code is Code.STALLED


def test_a_server_that_stands_still_for_a_while(qtbot: QtBot, start_practice: StartPractice, tmp_path: Path) -> None:
    contents = ledgers(tmp_path / "ledgers")
    stalled: set[str] = set()
    with start_practice(*SLOW, tls=True) as practice:
        network = open_network(no_proxies, {"SSL_CERT_FILE": str(practice.ca)})
        account = Account("s" * 32, "Sleep", Environment.CUSTOM, practice.base_url, practice.integration_id)
        with open_queue(HastySteps(lambda: network), token=practice.token) as queue:
            watch = Watch(qtbot, queue)

            def all_have_stalled() -> bool:
                stalled.update(name for name, entry in watch.by_name().items() if has_stalled(entry))
                return stalled == contents.keys()

            watch.add(sorted((tmp_path / "ledgers").iterdir()), account)
            queue.send(None)
            watch.until(lambda: all(is_on_its_way(entry) for entry in watch.by_name().values()), 30)
            practice.process.send_signal(signal.SIGSTOP)
            try:
                watch.until(all_have_stalled, 30)
            finally:
                practice.process.send_signal(signal.SIGCONT)
            watch.until_all(State.UPLOADED, seconds=60)
            assert all(entry.uploaded and entry.uploaded.attempts > 1 for entry in watch.by_name().values())
        assert arrived(practice) == contents


def test_a_program_that_slept_while_its_connections_were_lost(start_practice: StartPractice, tmp_path: Path) -> None:
    """Wake up as a computer does in another room: all connections that were open are gone."""
    contents = ledgers(tmp_path / "ledgers")
    port = free_port()
    with start_practice(*SLOW, tls=True) as practice:
        token_file = tmp_path / "token"
        token_file.write_text(practice.token)
        words = [tmp_path / "journal.sqlite3", practice.base_url, practice.integration_id, token_file]
        words += [tmp_path / "ledgers", "", f"http://127.0.0.1:{port}"]
        environment = {**os.environ, "PYTHONPATH": str(SOURCES), "SSL_CERT_FILE": str(practice.ca)}
        call = [sys.executable, str(SENDER), *map(str, words)]
        with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout
            try:
                with tinyproxy(tmp_path, port=port):
                    assert child.stdout.readline() == "LISTED\n"
                    wait_until(lambda: len(practice.uploads()) == len(contents))
                    child.send_signal(signal.SIGSTOP)
                with tinyproxy(tmp_path, port=port):
                    assert practice.objects() == {}
                    child.send_signal(signal.SIGCONT)
                    assert child.stdout.read() == "DONE\n"
            finally:
                child.kill()
        assert arrived(practice) == contents
        assert len(practice.uploads()) > len(contents)
