"""Say how this machine reaches the network: whom it trusts, and through which proxy. Found out once per process."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import truststore

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.host_pauses import HostPauses

_BUNDLE_VARIABLES: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")

Proxies = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Network:
    """`proxies_for` gives the proxies of one URL as requests wants them (`net.proxies`), and may block for long
    the first time; `proxies_known` never does, and gives None where they are not known yet. `pauses` is what the
    hosts have asked all sessions over it to wait for.
    """

    trust: Callable[[], ssl.SSLContext]
    proxies_for: Callable[[str], Proxies]
    proxies_known: Callable[[str], Proxies | None]
    pauses: HostPauses = field(default_factory=HostPauses, compare=False)


def none_known(_url: str) -> None:
    """For `proxies_known`: each time `proxies_for` is to be asked."""


def open_network(
    proxies_for: Callable[[str], Proxies],
    environment: Mapping[str, str] | None = None,
    *,
    proxies_known: Callable[[str], Proxies | None] = none_known,
) -> Network | Problem:
    """Return the network as the environment and the operating system describe it.

    The trust store is the operating system's, and that alone, unless SSL_CERT_FILE or REQUESTS_CA_BUNDLE name
    another, or each one: then these, since often one of them is set for the whole computer. One that cannot be used
    is a `BAD_CA_BUNDLE`, since to ignore it would be to trust others than wanted.
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
    """Return a context for one thread: truststore holds a lock during each handshake, so sharing it would line
    them up.
    """
    return _hardened(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def _hardened(context: ssl.SSLContext) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
