"""Run a queue without a window for long: `long_sender.py JOURNAL URL INTEGRATION_ID TOKEN_FILE FOLDER EVERY`.

Lists and sends all files of the folder. Prints `SENT n` when EVERY more are uploaded, and DONE when all are.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.transfers import Summary
from ledgerdrop.net.network import open_network
from ledgerdrop.net.session import no_proxies
from ledgerdrop.store.journal import open_journal
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue


class LongSender:
    """Sends when all are listed and checked, and prints how far it is."""

    def __init__(self, journal: Path, account: Account, token: str, paths: list[Path], every: int) -> None:
        self._count = len(paths)
        self._every = every
        self._told = 0
        network = open_network(no_proxies)
        self.queue = TransferQueue(
            lambda: Operations(lambda: network), lambda _id: token, lambda: open_journal(journal), uploads_at_once=4
        )
        self.queue.summed_up.connect(self._on_totals)
        self.queue.add(paths, account)

    def _on_totals(self, totals: Summary) -> None:
        if totals.ready == self._count:
            self.queue.send(None)
        if totals.done >= self._told + self._every:
            self._told = totals.done // self._every * self._every
            say(f"SENT {self._told}")
        if totals.done == self._count:
            say("DONE")
            QTimer.singleShot(0, QCoreApplication.quit)


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main(journal: str, url: str, integration_id: str, token_file: str, folder: str, every: str) -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    application = QCoreApplication([])
    account = Account("soak", "Soak test", Environment.CUSTOM, url, integration_id)
    token, paths = Path(token_file).read_text().strip(), sorted(Path(folder).iterdir())
    sender = LongSender(Path(journal), account, token, paths, int(every))
    application.exec()
    sender.queue.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
