"""Note of which stopped accounts the user is told."""

from __future__ import annotations

from ledgerdrop.model.problems import Code
from ledgerdrop.model.transfers import Summary
from ledgerdrop.transfer.queue import TransferQueue


class Stops:
    """Notes each stop once, in `accounts` and `codes`."""

    def __init__(self, queue: TransferQueue) -> None:
        self.accounts: list[str] = []
        self.codes: list[Code] = []
        self._before = queue.summary()
        queue.summed_up.connect(self._on_summary)

    def _on_summary(self, summary: Summary) -> None:
        before, self._before = self._before, summary
        for stop in summary.new_stops(before):
            self.accounts.append(stop.account_id)
            self.codes.append(stop.problem.code)
