"""The journal as the queue and its workers see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import IngestionState
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.transfers import TransferItem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.store.journal import Journal
from ledgerdrop.transfer.jobs import IngestionJob, SendJob

T = TypeVar("T")


class TransferJournal(Protocol):
    """Takes down what happens to the files, in the order of the calls.

    The calls of the engine return at once. Those of workers return when the record is written, or cannot be.
    """

    # The engine's

    def added(self, items: Sequence[TransferItem]) -> None:
        """Note new rows at the end."""

    def changed(self, items: Sequence[TransferItem]) -> None:
        """Note that rows have new states."""

    def removed(self, rows: Sequence[int]) -> None:
        """Note that rows were taken off the list."""

    def cleared(self, kept: Sequence[int]) -> None:
        """Note that all finished rows but these were taken off the list, also those that were never loaded."""

    def reordered(self, rows: Sequence[int]) -> None:
        """Note all rows, in their new order."""

    def planned(self, rows: Sequence[int], taking_in: IngestionState | None) -> None:
        """Note what follows the upload of these rows."""

    def inspected(self, row: int, contents: Contents) -> None:
        """Note what was found inside a row's file."""

    # The workers'

    def before_sending(self, job: SendJob) -> None:
        """Wait until the row stands in the journal as waiting to be sent. Raises `Cancelled`."""

    def uploaded(self, job: SendJob, uploaded: Uploaded) -> None:
        """Write the row as uploaded, with its receipt."""

    def asked(self, job: IngestionJob, taking_in: IngestionState) -> bool:
        """Write that Clear is being asked to take files in. False if it does not stand there. Raises `Cancelled`."""

    def intake(self, job: IngestionJob, taking_in: IngestionState) -> None:
        """Write how far these files are now."""

    def learn(
        self, question: Callable[[Journal], T | Problem], cancel: CancelToken, seconds: float | None
    ) -> T | Problem | None:
        """Ask the journal, and wait for the answer, at most so long; None after that, and where nothing is kept.

        Raises `Cancelled`.
        """
