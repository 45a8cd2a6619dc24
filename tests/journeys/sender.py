"""Run the queue without a window, to be killed.

    sender.py JOURNAL URL INTEGRATION_ID TOKEN_FILE FOLDER [TEMPLATE [PROXY [together]]]

Lists and sends all files of the folder, where the journal knows none; else sends what it still has to be sent. Prints
LISTED when all files are in the journal, and DONE when all are uploaded; with a template, when for none of them Clear
is still to be asked, or asked how far it is. Where a file ends otherwise it says so instead.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionStatus, ingestion_options
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import open_network
from ledgerdrop.store.journal import open_journal
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue

_UNDER_WAY = frozenset(
    {IngestionStatus.PLANNED, IngestionStatus.WAITING, IngestionStatus.ASKED, IngestionStatus.PROCESSING}
)
POLLING = PollingPolicy(first=0.05, longest=0.2)


class Sender:
    """Does what a user would: list, send, and after a crash resume."""

    def __init__(self, journal: Path, account: Account, token: str, paths: list[Path], proxy: str) -> None:
        self._paths = paths
        self._listed = False
        known, _ = open_journal(journal)
        first = known.next_id() == 1
        known.close()
        network = open_network(lambda _url: {"https": proxy} if proxy else {})
        self.queue = TransferQueue(
            lambda: Operations(lambda: network),
            lambda _id: token,
            lambda: open_journal(journal),
            uploads_at_once=4,
            polling_policy=POLLING,
        )
        self.queue.use_accounts([account])
        self.queue.added.connect(self._on_rows)
        self.queue.changed.connect(self._on_rows)
        self.queue.start()
        if first:
            self.queue.add(paths, account)

    def _on_rows(self, _rows: object) -> None:
        states = [self.queue.entry(row).state for row in self.queue.ids()]
        if State.CHECKING in states:
            return  # once all were checked, all are in the journal
        if not self._listed and len(states) == len(self._paths):
            self._listed = True
            say("LISTED")
            self.queue.resume(None)
            self.queue.send(None)
            states = [self.queue.entry(row).state for row in self.queue.ids()]
        if not self._listed or not all(state.finished for state in states) or self._is_importing():
            return
        others = sorted({state.name for state in states if state is not State.UPLOADED})
        say(" ".join(others) or "DONE")
        QTimer.singleShot(0, QCoreApplication.quit)

    def _is_importing(self) -> bool:
        found = [self.queue.entry(row).ingestion for row in self.queue.ids()]
        return any(one.status in _UNDER_WAY for one in found if one)


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def main(
    journal: str,
    url: str,
    integration_id: str,
    token_file: str,
    folder: str,
    template: str = "",
    proxy: str = "",
    together: str = "",
) -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    application = QCoreApplication([])
    account = Account("kill", "Kill test", Environment.CUSTOM, url, integration_id)
    account = replace(account, after_upload=ingestion_options(template, "ledger"), together=bool(together))
    token, paths = Path(token_file).read_text().strip(), sorted(Path(folder).iterdir())
    sender = Sender(Path(journal), account, token, paths, proxy)
    application.exec()
    sender.queue.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
