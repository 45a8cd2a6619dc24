"""The connections of one worker, new ones when the way out is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.workers.steps import Steps

if TYPE_CHECKING:
    from ledgerdrop.services.network import Network
    from ledgerdrop.services.sessions import LineSession


class Connections:
    """Belongs to one thread."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._session: LineSession | None = None
        self._network: Network | None = None

    def session(self) -> LineSession | Problem:
        """A session over the network as it is now."""
        network = self._steps.network()
        if isinstance(network, Problem):
            return network
        if self._session is None or network != self._network:
            self.hang_up()
            self._session, self._network = self._steps.open_session(network), network
        return self._session

    def hang_up(self) -> None:
        """Close what is open."""
        if self._session is not None:
            self._session.close()
            self._session = None
