"""Provide a queue to try things on, and steps that do what the test says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import pytest
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice

from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import CheckedFile, DroppedFile, OnProgress, Progress, Uploaded
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.session import Session, no_proxies
from ledgerdrop.runtime.cancel import Cancelled
from ledgerdrop.transfer.connectivity import ConnectivityMonitor
from ledgerdrop.transfer.engine import TransferEngine
from ledgerdrop.transfer.jobs import CheckDone, CheckJob, SendJob
from ledgerdrop.transfer.journal_worker import OpenJournal
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue

if TYPE_CHECKING:
    from tests.transfer.ingestion_desk import Desk

ACCOUNT = Account("a" * 32, "Test", Environment.PRACTICE, "http://127.0.0.1:9", "0" * 36)

POLLING = PollingPolicy(first=0.02, longest=0.1)

LEDGER = "date,amount\n2026-04-01,100\n2026-04-02,250\n"


def ledger_of(name: str) -> str:
    """Return a ledger as long as `LEDGER`, another one for each name: files of one content are sent once."""
    mark = crc32(name.encode("utf-8"))
    days = mark // 1_000_000
    later = LEDGER.replace("04-01", f"04-{1 + days % 28:02}").replace("04-02", f"05-{1 + days // 28 % 28:02}")
    return later.replace("100", f"{mark % 1000:03}").replace("250", f"{mark // 1000 % 1000:03}")


def straight() -> Callable[[], Network | Problem]:
    """Return a network that goes straight to this machine, the same each time."""
    found = open_network(no_proxies)
    return lambda: found


class DirectedSteps(Operations):
    """Looks at files for real, but sends nothing: a send waits until the test says how it ends."""

    def __init__(self) -> None:
        super().__init__(straight())
        self.begun: list[str] = []  # names, in the order in which sends began
        self.at_once = 0
        self.most_at_once = 0
        self.threads: set[int] = set()
        self._lock = threading.Lock()
        self._stirred = threading.Condition()
        self._endings: dict[str, list[Uploaded | Problem | Exception]] = {}
        self._all: Callable[[str], Uploaded | Problem] | None = None
        self._progress: dict[str, OnProgress] = {}

    def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
        name = job.checked.file.name
        with self._stirred:
            self.begun.append(name)
            self.threads.add(threading.get_ident())
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            self._progress[name] = on_progress
        try:
            with job.cancel.on_cancel(self._wake):
                return self._ending(name, job)
        finally:
            with self._stirred:
                self.at_once -= 1

    def end(self, name: str, outcome: Uploaded | Problem | Exception | None = None) -> None:
        """End the send of that name so, by default well: the one under way, or else the next."""
        with self._stirred:
            self._endings.setdefault(name, []).append(outcome or uploaded(name))
            self._stirred.notify_all()

    def end_all(self, outcome: Callable[[str], Uploaded | Problem]) -> None:
        """End all sends so from now on."""
        with self._stirred:
            self._all = outcome
            self._stirred.notify_all()

    def progress(self, name: str, progress: Progress) -> None:
        """Report progress for the send of that name."""
        self._progress[name](progress)

    def _wake(self) -> None:
        with self._stirred:
            self._stirred.notify_all()

    def _ending(self, name: str, job: SendJob) -> Uploaded | Problem:
        with self._stirred:
            while not self._endings.get(name) and self._all is None:
                if job.cancel.is_cancelled():
                    raise Cancelled
                self._stirred.wait()
            if self._all is not None:
                return self._all(name)
            ending = self._endings[name].pop(0)
        if isinstance(ending, Exception):
            raise ending
        return ending


def uploaded(name: str, size: int = 20) -> Uploaded:
    """Return the confirmation that storage would give."""
    return Uploaded(name, size, "0" * 64, "etag", f"http://127.0.0.1:9/{name}", 200, 1.7e9, 0.1, 1)


def find_all_good(engine: TransferEngine) -> None:
    """Report to an engine without workers that each file which is being checked is good, and of a size of its own."""
    for row, job in [*engine.checking.items()]:
        assert isinstance(job, CheckJob)
        file = DroppedFile(job.path, job.path.name, 20 + row, 0)
        engine.on_report(CheckDone(job, CheckedFile(file, "csv", "text/csv", "text/plain")))
        assert engine.file_table[row].state is State.READY


AskToken = Callable[[str], str | Problem | None]


class MakeQueue(Protocol):
    """Describes what the fixture `make_queue` gives."""

    def __call__(
        self,
        steps: Operations,
        *,
        token: str = "token",
        ask: AskToken | None = None,
        journal: OpenJournal | None = None,
        jobs: int = 2,
        connectivity: ConnectivityMonitor | None = None,
        polling_policy: PollingPolicy = POLLING,
    ) -> TransferQueue: ...


@pytest.fixture
def make_queue(qtbot: QtBot) -> Iterator[MakeQueue]:
    """Give a function that makes queues, which are shut down after the test; that has to succeed."""
    queues: list[TransferQueue] = []

    def make(
        steps: Operations,
        *,
        token: str = "token",
        ask: AskToken | None = None,
        journal: OpenJournal | None = None,
        jobs: int = 2,
        connectivity: ConnectivityMonitor | None = None,
        polling_policy: PollingPolicy = POLLING,
    ) -> TransferQueue:
        queue = TransferQueue(
            lambda: steps,
            ask or (lambda _account: token),
            journal,
            uploads_at_once=jobs,
            connectivity=connectivity,
            polling_policy=polling_policy,
        )
        queues.append(queue)
        return queue

    yield make
    for queue in queues:
        assert queue.shutdown()
        queue.deleteLater()


@pytest.fixture
def steps() -> DirectedSteps:
    """Give steps that do what the test says."""
    return DirectedSteps()


@pytest.fixture
def clear(quick_practice: Practice) -> Practice:
    """Give the practice server that ends an activity at once."""
    return quick_practice


@pytest.fixture
def desk(qtbot: QtBot, make_queue: MakeQueue, clear: Practice) -> Desk:
    """Give a queue whose files that server imports."""
    from tests.transfer.ingestion_desk import Desk

    return Desk(qtbot, make_queue, clear)


@pytest.fixture
def ledgers(tmp_path: Path) -> Callable[..., list[Path]]:
    """Write good ledgers, of different content, and return their paths."""

    def write(*names: str) -> list[Path]:
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.write_text(ledger_of(path.name), encoding="ascii")
        return paths

    return write


Ledgers = Callable[..., list[Path]]


class Watch:
    """Looks at a queue as the window does."""

    def __init__(self, qtbot: QtBot, queue: TransferQueue) -> None:
        self._qtbot = qtbot
        self.queue = queue

    def by_name(self) -> dict[str, TransferItem]:
        """Return the rows; names must differ."""
        return {entry.name: entry for entry in map(self.queue.entry, self.queue.ids())}

    def id(self, name: str) -> int:
        """Return the ID of the row of that name."""
        return self.by_name()[name].id

    def states(self) -> dict[str, State]:
        """Return the states of all rows."""
        return {name: entry.state for name, entry in self.by_name().items()}

    def until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        """Let the event loop run until the condition holds."""
        self._qtbot.waitUntil(condition, timeout=round(seconds * 1000))

    def until_all(self, *states: State, seconds: float = 60) -> None:
        """Let the event loop run until there are rows, and all are in one of these states."""
        self.until(lambda: bool(self.states()) and set(self.states().values()) <= set(states), seconds)

    def add(self, paths: Sequence[Path], account: Account = ACCOUNT) -> None:
        """Drop files, and wait until they are checked."""
        known = set(self.queue.ids())
        self.queue.add(paths, account)
        self.until(
            lambda: (
                len(new := set(self.queue.ids()) - known) >= len(paths)
                and not any(self.queue.entry(row).state is State.CHECKING for row in new)
            )
        )
