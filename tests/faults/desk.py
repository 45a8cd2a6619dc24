"""Run the whole program without its window against the fault server: the queue with its journal, and the log. Both
are searched for secrets.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.journeys import TOKEN
from tests.faults.scenario import SIGNATURE

from ledgerdrop.runtime.logs import TALKATIVE, start_logs
from ledgerdrop.transfer.journal_worker import OpenJournal
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue

SECRETS: Final = (TOKEN, SIGNATURE)


@contextmanager
def open_queue(steps: Operations, journal: OpenJournal | None = None, token: str = TOKEN) -> Iterator[TransferQueue]:
    """Give a queue for accounts with that token; its threads end with the block."""
    queue = TransferQueue(lambda: steps, lambda _account: token, journal, uploads_at_once=4)
    try:
        yield queue
    finally:
        assert queue.shutdown()
        queue.deleteLater()


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Give the program's own log, with all libraries at their most talkative; the hooks for crashes stay pytest's."""
    hook = threading.excepthook
    logs = start_logs(folder, level=logging.DEBUG)
    threading.excepthook = hook
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logs.close()


def that_hold_a_secret(folder: Path) -> list[str]:
    """Return the names of the files in `folder` that hold a secret."""
    contents = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [name for name, content in contents.items() if any(secret.encode() in content for secret in SECRETS)]
