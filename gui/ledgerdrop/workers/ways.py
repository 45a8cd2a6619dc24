"""The way to the network for all workers: found out once, and anew when the settings change."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.services.settings import ProxyChoice

if TYPE_CHECKING:
    from ledgerdrop.services.network import Network
    from ledgerdrop.services.proxies import SignIn
    from ledgerdrop.services.tokens import TokenStore


class Ways:
    """`open_network` is called on workers' threads, and may wait for the keyring; the rest on any."""

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._choice = ProxyChoice()
        self._network: Network | None = None

    def choose(self, choice: ProxyChoice) -> None:
        """From now on, new sessions go this way."""
        with self._lock:
            if choice != self._choice:
                self._choice, self._network = choice, None

    def open_network(self) -> Network | Problem:
        """The network as settings, environment and operating system describe it now."""
        from ledgerdrop.services.network import open_network  # noqa: PLC0415 - after the first paint
        from ledgerdrop.services.proxies import Routes  # noqa: PLC0415 - likewise

        with self._lock:
            if self._network is None:
                opened = open_network(Routes(self._choice, self._sign_in).mapping)
                if isinstance(opened, Problem):
                    return opened
                self._network = opened
            return self._network

    def _sign_in(self, proxy: str) -> SignIn | None:
        from ledgerdrop.services.proxies import read_sign_in  # noqa: PLC0415 - likewise

        found = read_sign_in(self._store, proxy)
        return None if isinstance(found, Problem) else found
