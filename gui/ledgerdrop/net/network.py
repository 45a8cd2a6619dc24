"""Say how this machine reaches the network: whom it trusts, and through which proxy.

Trust is settled once per process; the proxy once for each host, and anew after `Routes.forget`. The proxies of
Windows and macOS themselves come from `background.network_provider`.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit
from urllib.request import getproxies, getproxies_environment

import truststore
from requests.exceptions import InvalidProxyURL
from requests.utils import should_bypass_proxies

from ledgerdrop.model.accounts import LOOPBACK
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.net.retry_policy import HostPauses
from ledgerdrop.store.proxy_address import SignIn, parse_proxy, register_sign_in

_BUNDLE_VARIABLES: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")

Proxies = Mapping[str, str]


@dataclass(frozen=True)
class Network:
    """Says how to reach the network.

    `proxies_for` gives the proxies of one URL as requests wants them (`Routes.mapping`), and may block for long the
    first time; `proxies_known` never does, and gives None where they are not known yet. `pauses` is what the hosts
    have asked all sessions over it to wait for.
    """

    trust: Callable[[], ssl.SSLContext]
    proxies_for: Callable[[str], Proxies]
    proxies_known: Callable[[str], Proxies | None]
    pauses: HostPauses = field(default_factory=HostPauses, compare=False)


def open_network(
    proxies_for: Callable[[str], Proxies],
    environment: Mapping[str, str] | None = None,
    *,
    proxies_known: Callable[[str], Proxies | None] = lambda _url: None,
) -> Network | Problem:
    """Return the network as the environment and the operating system describe it.

    The trust store is the operating system's alone, unless SSL_CERT_FILE or REQUESTS_CA_BUNDLE name others. Where
    both do, both are used, since often one of them is set for the whole computer. One that cannot be used is a
    `BAD_CA_BUNDLE`: to ignore it would mean to trust others than wanted.
    """
    bundles = bundles_named(os.environ if environment is None else environment)
    if not bundles:
        return Network(_system_trust, proxies_for, proxies_known)
    context = _hardened(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    for variable, path in bundles.items():
        try:
            context.load_verify_locations(**{"capath" if Path(path).is_dir() else "cafile": path})
        except OSError:  # ssl.SSLError, for a file without certificates, is one
            return Problem(Code.BAD_CA_BUNDLE, {"variable": variable, "path": path})
    return Network(lambda: context, proxies_for, proxies_known)


def bundles_named(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the files or folders of trusted certificates that the environment names, by the variable that does."""
    return {name: environment[name] for name in _BUNDLE_VARIABLES if environment.get(name)}


def _system_trust() -> ssl.SSLContext:
    """Return a context for one thread: truststore locks it during a handshake, so sharing it would cost time."""
    return _hardened(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def _hardened(context: ssl.SSLContext) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


# From a URL to the proxies for it, best first, as `http://host:port`; empty for none. What the system's settings or
# a PAC script say.
FindProxy = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Route:
    """Says how to reach a URL: `mapping` is for requests' `proxies=`, empty for the direct way.

    It may hold a password, so it is neither shown nor logged.
    """

    mapping: Mapping[str, str] = field(default_factory=dict, repr=False)


DIRECT: Final = Route()

# From a proxy's `host:port` to what it wants to know. Without it, the proxy says itself that it wants it.
SignInOf = Callable[[str], SignIn | Problem | None]


def route(
    url: str, choice: ProxyChoice, sign_in_of: SignInOf | None = None, find: FindProxy | None = None
) -> Route | Problem:
    """Return how to reach `url`. `sign_in_of` is asked where the proxy's own address names no user.

    This machine itself (127.0.0.1, ::1, localhost: the practice server) is always reached directly. With
    ProxyMode.SYSTEM, environment variables come first (`https_proxy`, `no_proxy`, ... in either case, as in curl),
    then `find`, then what Python reads of the settings of Windows and macOS, which leaves out PAC scripts.
    `Code.BAD_PROXY` when what was found cannot be used: a SOCKS proxy, or no address at all.
    """
    parts = urlsplit(url)
    if choice.mode is ProxyMode.NONE or (parts.hostname or "") in LOOPBACK:
        return DIRECT
    if choice.mode is ProxyMode.MANUAL:
        return _through(choice.url, parts.scheme, sign_in_of)
    found = _of_the_system(url, parts.scheme, find)
    return _through(found, parts.scheme, sign_in_of) if found else DIRECT


class Routes:
    """Finds the route to each host once, and keeps it. Any thread, but not the window's: to find one may block.

    A route is found once for each host, never for each request: on Windows and macOS an answer can take a while, and
    a script (PAC) needs a browser's engine, which the caller may bring along (`find`; in the workers it is Qt's).
    `mapping` is what `Network` takes as `proxies_for`.
    """

    def __init__(
        self, choice: ProxyChoice, sign_in_of: SignInOf | None = None, find: FindProxy | None = None
    ) -> None:
        self._asked = (choice, sign_in_of, find)
        self._known: dict[str, Route | Problem] = {}

    def known_mapping(self, url: str) -> Mapping[str, str] | None:
        """Return the `mapping` from memory; None where none was found yet, or it was found to be wrong."""
        found = self._known.get(origin_of(url))
        return found.mapping if isinstance(found, Route) else None

    def mapping(self, url: str) -> Mapping[str, str]:
        """Return the proxies for requests' `proxies=`.

        PAC scripts see only the host of a URL, as in browsers for https. Raises requests' `InvalidProxyURL` where
        `route` gives a problem: to go round a proxy that is set wrongly is not for us to decide.
        """
        host = origin_of(url)
        found = self._known.get(host)
        if found is None:
            found = self._known[host] = route(host, *self._asked)
        if isinstance(found, Problem):
            raise InvalidProxyURL(found.detail)
        return found.mapping

    def forget(self) -> None:
        """Forget all routes: the network is another one, or a password has come."""
        self._known.clear()


def origin_of(url: str) -> str:
    """Return scheme, host and port of a URL, with a slash."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _of_the_system(url: str, scheme: str, find: FindProxy | None) -> str:
    """Return the address of the proxy, "" for none."""
    environment = getproxies_environment()
    if find is not None and not environment:
        return next(iter(find(url)), "")
    proxies = environment or getproxies()
    found = proxies.get(scheme) or proxies.get("all") or ""
    return "" if not found or should_bypass_proxies(url, no_proxy=None) else found


def _through(text: str, scheme: str, sign_in_of: SignInOf | None) -> Route | Problem:
    address = parse_proxy(text)
    if isinstance(address, Problem):
        return address
    known = address.sign_in or (sign_in_of and sign_in_of(address.place))
    if not isinstance(known, SignIn):
        return Route({scheme: address.url})
    register_sign_in(known)
    # requests sends them as latin-1, and fails on what that lacks: this makes it send UTF-8
    user, password = (quote(part.encode().decode("latin-1"), safe="") for part in (known.user, known.password))
    return Route({scheme: f"{address.scheme}://{user}:{password}@{address.place}"})
