"""Set requests up for uploads: large blocks, an end from outside, nothing from environment or earlier exchanges."""

from __future__ import annotations

import logging
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.client import HTTPException
from typing import Any, Final, Self, cast

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util import SKIP_HEADER

from ledgerdrop import __version__
from ledgerdrop.files.reader import BLOCK
from ledgerdrop.net.connection import AbortableSockets, OnSent, Opened, connected, new_pool
from ledgerdrop.net.network import Network, origin_of
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.runtime.cancel import BackgroundCall, Cancelled, call_abandonable

USER_AGENT: Final = f"LedgerDrop/{__version__}"  # company proxies and firewalls refuse requests without one

log = logging.getLogger(__name__)


class AbortableAdapter(HTTPAdapter):
    """Sends over connections that an `AbortableSockets` can end, in blocks of 1 MiB instead of 16 KiB."""

    def __init__(self, sockets: AbortableSockets, trust: ssl.SSLContext, proxy_trust: ssl.SSLContext) -> None:
        self._pools = {scheme: partial(new_pool, sockets, scheme) for scheme in ("http", "https")}
        trust.set_alpn_protocols(["http/1.1"])
        self._options = {"ssl_context": trust, "blocksize": BLOCK}
        self._proxy_trust = proxy_trust
        super().__init__(pool_connections=4, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, **self._options, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, proxy_ssl_context=self._proxy_trust, **self._options, **options)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        """Return what a proxy is told with CONNECT. Some refuse whoever does not say what program it is."""
        return {"User-Agent": USER_AGENT, **super().proxy_headers(proxy)}

    def close(self) -> None:
        """Close the connections now: urllib3 does so when a pool is collected, which an error may long prevent."""
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118 - no mapping: it cannot be iterated
                manager.pools[key].close()
        super().close()

    def pool(self, url: str, proxies: Mapping[str, str]) -> HTTPConnectionPool:
        """Return the pool from which a request for this address takes its connection."""
        prepared = _prepared(requests.Request("PUT", url))
        found = self.get_connection_with_tls_context(prepared, verify=True, proxies=dict(proxies))
        return cast(HTTPConnectionPool, found)  # the base class is what requests declares

    def cert_verify(self, conn: Any, url: str, verify: object, cert: object) -> None:
        """Leave trust to the context: requests would load certifi's roots beside it."""


class Session(AbortableSockets):
    """Makes the exchanges of one thread, which another thread can interrupt.

    `unproven` is where the last file went, if storage's answer did not hold its MD5, else "". An answer without the
    MD5 proves something only on a new connection, so one is opened ahead for the next file.

    Requests take nothing from one exchange to the next but connections: no cookies, no netrc, no credentials, so the
    API's token cannot reach storage. Nothing is read from the environment either (`net.network` has done that, once).
    For these reasons only the adapters of requests are used, and not its `Session`.
    """

    def __init__(self, network: Network, policy: RetryPolicy, trust: ssl.SSLContext | None = None) -> None:
        """Set the session up. `trust` is for the hosts, in place of the network's, which still holds for proxies."""
        super().__init__(policy)
        self.pauses = network.pauses
        self.unproven = ""
        self.network = network
        self._ahead: tuple[str, BackgroundCall[Opened]] | None = None
        own = network.trust()
        self._adapter = AbortableAdapter(self, trust or own, own)
        # Storage has connections of its own, where API and storage are one server, too: only an answer that is the
        # first on its connection proves something without an MD5
        self._storage_adapter = AbortableAdapter(self, trust or own, own)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def connect_ahead(self, url: str) -> None:
        """Begin to open a connection for the next PUT to this storage, beside whatever this thread does next.

        The connection is opened in a thread of its own, since the thread of `call_abandonable` is needed for the file
        and for host names meanwhile. If it fails, the PUT will find out.
        """
        self._forget_ahead()
        call = BackgroundCall(lambda: self._opened(self._storage_adapter, url), undo=Opened.close)
        self._ahead = origin_of(url), call
        threading.Thread(target=call.run, name="connect-ahead", daemon=True).start()

    def _opened(self, adapter: AbortableAdapter, url: str) -> Opened:
        return connected(adapter.pool(url, self._proxies(url)))

    def _take_ahead(self, url: str) -> None:
        """Have the next request use the connection that `connect_ahead` opened for it, if there is one."""
        if self._ahead is None or self._ahead[0] != origin_of(url):
            return
        (_, background_call), self._ahead = self._ahead, None
        try:
            opened = background_call.wait(self.cancel, self.policy.connect)
        except (Cancelled, TimeoutError, OSError, HTTPException, HTTPError, requests.RequestException) as error:
            log.debug("No connection ahead: %s", type(error).__name__)
            self._storage_adapter.close()  # or the request would go over one that was used before
            return
        opened.put_first()

    def _forget_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead[1].give_up()
            self._ahead = None

    def close_api(self) -> None:
        """Close the connections to all but storage: the next GET opens a new one."""
        self._adapter.close()

    def close(self) -> None:
        """Close all connections, and release the handles that can end them. A later exchange opens new ones."""
        self._forget_ahead()
        self._adapter.close()
        self._storage_adapter.close()
        self.sweep()

    def connect(self, url: str) -> str:
        """Open the connection that the next GET from this host takes, and return its facts in words.

        Raises what `exchange` raises.
        """
        try:
            opened = self._opened(self._adapter, url)
            opened.put_first()
        finally:
            self.sweep()
        return opened.connection.facts

    @contextmanager
    def exchange(self, request: requests.Request, wait: float, on_sent: OnSent) -> Iterator[requests.Response]:
        """Send the request to exactly its URL, and give the answer to be read. No redirect is followed.

        `wait` is in seconds, for each read of the answer. `on_sent` hears how many further bytes of the body were
        taken. Raises what requests and urllib3 raise, and what the body's `read` raises.
        """
        self.on_sent = on_sent
        waits = (self.policy.connect, wait)
        proxies = dict(self._proxies(request.url))
        try:
            adapter = self._adapter
            if request.method == "PUT":
                adapter = self._storage_adapter
                self._take_ahead(request.url)
            with adapter.send(_prepared(request), stream=True, timeout=waits, proxies=proxies) as answer:
                yield answer
        finally:
            self.sweep()

    def _proxies(self, url: str) -> Mapping[str, str]:
        known = self.network.proxies_known(url)
        if known is not None:
            return known
        try:
            return call_abandonable(partial(self.network.proxies_for, url), self.cancel, self.policy.connect)
        except Cancelled as error:  # by `abort`
            raise ConnectionError from error


def _prepared(request: requests.Request) -> requests.PreparedRequest:
    """Return the request ready to be sent to exactly its URL.

    `request.prepare` would write some escapes of a signed URL anew, and look for cookies, credentials and hooks.
    """
    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": SKIP_HEADER, **(request.headers or {})}
    if request.data:
        headers["Content-Length"] = str(len(request.data))
    prepared = requests.PreparedRequest()
    prepared.method, prepared.url, prepared.body = request.method, request.url, request.data or None
    prepared.headers = CaseInsensitiveDict(headers)
    return prepared


def open_session(network: Network, policy: RetryPolicy | None = None) -> Session:
    """Return a session for the calling thread; close it there, too."""
    return Session(network, policy or RetryPolicy())


def no_proxies(_url: str) -> Mapping[str, str]:
    """Return no proxies (for `Network.proxies_for`): every connection is direct."""
    return {}
