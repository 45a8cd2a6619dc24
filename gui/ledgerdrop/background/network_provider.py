"""Find the proxies and trusted certificates for all workers, once for each host and again when settings change."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl

from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import ProxyChoice
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.proxy_address import read_sign_in

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkProxy

    from ledgerdrop.net.network import Network, Proxies, Routes

# By the names of QNetworkProxy.ProxyType.
_SCHEMES: Final = {"HttpProxy": "http", "HttpCachingProxy": "http", "Socks5Proxy": "socks5"}


def find_system_proxies(url: str) -> list[str]:
    """Ask Windows or macOS for the proxies of this URL, PAC scripts included, best first; empty for none.

    May take seconds: call it on a worker's thread.
    """
    from PySide6.QtNetwork import QNetworkProxyFactory, QNetworkProxyQuery  # noqa: PLC0415 - not in the Linux bundle

    return usable(QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))))


def usable(found: Iterable[QNetworkProxy]) -> list[str]:
    """Return the proxies' addresses up to the first "direct". HTTP goes before SOCKS, which is not supported."""
    addresses: list[str] = []
    for proxy in found:
        scheme = _SCHEMES.get(proxy.type().name)
        if scheme is None or not proxy.hostName():
            break
        host = f"[{proxy.hostName()}]" if ":" in proxy.hostName() else proxy.hostName()
        addresses.append(f"{scheme}://{host}:{proxy.port()}")
    return sorted(addresses, key=lambda address: not address.startswith("http:"))


class NetworkProvider:
    """Provides the network to all workers.

    `open_network` is called on their threads, and may wait for a disk; the rest on any. Sessions that are open
    follow a change of the settings, too.
    """

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._choice = ProxyChoice()
        self._routes: Routes | None = None
        self._network: Network | None = None

    def choose(self, choice: ProxyChoice) -> bool:
        """Use this choice of a proxy for all requests from now on. Returns whether it differs from the last one."""
        with self._lock:
            if choice == self._choice:
                return False
            self._choice, self._routes = choice, None
            return True

    def forget(self) -> None:
        """Forget what was found: a password has come, or the network is another one."""
        with self._lock:
            self._routes = None

    def open_network(self) -> Network | Problem:
        """Return the network as environment and operating system describe it; try again after a `Problem`."""
        from ledgerdrop.net.network import open_network  # noqa: PLC0415 - after the first paint

        if self._network is None:
            # Without the lock, for which the window's thread would wait while a disk does not answer
            opened = open_network(self._proxies, proxies_known=self._known_proxies)
            if isinstance(opened, Problem):
                return opened
            with self._lock:
                self._network = self._network or opened
        return self._network

    def _proxies(self, url: str) -> Proxies:
        from ledgerdrop.net.network import Routes  # noqa: PLC0415 - likewise

        with self._lock:
            if self._routes is None:
                # On Linux the environment alone names proxies.
                find_proxies = None if sys.platform == "linux" else find_system_proxies
                self._routes = Routes(self._choice, partial(read_sign_in, self._store), find_proxies)
            routes = self._routes
        return routes.mapping(url)

    def _known_proxies(self, url: str) -> Proxies | None:
        routes = self._routes
        return None if routes is None else routes.known_mapping(url)
