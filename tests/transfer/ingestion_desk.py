"""Run a queue whose uploaded files the practice server imports, and look at it as the window does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice
from tests.transfer.conftest import ACCOUNT, MakeQueue, Watch, straight

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code
from ledgerdrop.model.transfers import State
from ledgerdrop.transfer.connectivity import ConnectivityMonitor
from ledgerdrop.transfer.operations import Operations

HOW = IngestionOptions("SALES", "ledger")


def account_at(practice: Practice, *, together: bool = False) -> Account:
    """Return an account that has all files imported."""
    base = replace(ACCOUNT, base_url=practice.base_url, integration_id=practice.integration_id)
    return replace(base, after_upload=HOW, together=together)


class Desk:
    """Runs a queue with `options` for `make_queue`."""

    def __init__(
        self,
        qtbot: QtBot,
        make_queue: MakeQueue,
        clear: Practice,
        steps: Operations | None = None,
        connectivity: ConnectivityMonitor | None = None,
        **options: object,
    ) -> None:
        self.clear = clear
        self.connectivity = connectivity or ConnectivityMonitor()
        self.queue = make_queue(
            steps or Operations(straight()),
            **{"token": clear.token, "connectivity": self.connectivity, **options},  # type: ignore[arg-type] # as there
        )
        self.watch = Watch(qtbot, self.queue)

    def send(self, paths: list[Path], account: Account) -> None:
        """Drop and send these."""
        self.watch.add(paths, account)
        self.queue.send()

    def upload(self, paths: list[Path]) -> list[int]:
        """Upload these, with no import after it; returns the rows."""
        known = set(self.queue.ids())
        self.send(paths, replace(account_at(self.clear), after_upload=None))
        self.watch.until_all(State.UPLOADED)
        return [row for row in self.queue.ids() if row not in known]

    def statuses(self) -> dict[str, IngestionStatus | None]:
        """Return how far each is on its way into the books."""
        return {name: one.ingestion.status if one.ingestion else None for name, one in self.watch.by_name().items()}

    def until(self, **expected: IngestionStatus) -> None:
        """Let the queue run until all CSV files of the list are so far; with `_` for `-` in their names."""
        wanted = {f"{name.replace('_', '-')}.csv": status for name, status in expected.items()}
        self.watch.until(lambda: self.statuses() == wanted)

    def ingestion(self, name: str) -> IngestionState:
        """Return how far the import of that file is."""
        found = self.watch.by_name()[name].ingestion
        assert found is not None
        return found

    def problem(self, name: str) -> Code | None:
        """Return why that file is so far, if there is a reason."""
        problem = self.ingestion(name).problem
        return problem.code if problem else None

    def asked(self) -> int:
        """Return how often Clear was asked to import something."""
        return sum(request.method == "POST" for request in self.clear.requests())
