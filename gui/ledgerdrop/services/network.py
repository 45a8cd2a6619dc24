"""How this machine reaches the network: whom it trusts, and through which proxy. Found out once per process."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import truststore

from ledgerdrop.pipeline.problems import Code, Problem

_BUNDLE_VARIABLES: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")

Proxies = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Network:
    """`proxies_for` gives the proxies of one URL as requests wants them (`services.proxies`)."""

    trust: Callable[[], ssl.SSLContext]
    proxies_for: Callable[[str], Proxies]


def open_network(
    proxies_for: Callable[[str], Proxies], environment: Mapping[str, str] | None = None
) -> Network | Problem:
    """The network as the environment and the operating system describe it.

    The trust store is the operating system's, and that alone, unless SSL_CERT_FILE or REQUESTS_CA_BUNDLE name
    another; one that cannot be used is a `BAD_CA_BUNDLE`, since to ignore it would be to trust others than wanted.
    """
    variables = os.environ if environment is None else environment
    named = next((name for name in _BUNDLE_VARIABLES if variables.get(name)), None)
    if named is None:
        return Network(_system_trust, proxies_for)
    bundle = _bundle(named, variables[named])
    return bundle if isinstance(bundle, Problem) else Network(lambda: bundle, proxies_for)


def _system_trust() -> ssl.SSLContext:
    """A context for one thread: truststore holds a lock during each handshake, so sharing it would line them up."""
    return _hardened(truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def _bundle(variable: str, path: str) -> ssl.SSLContext | Problem:
    context = _hardened(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    try:
        if Path(path).is_dir():
            context.load_verify_locations(capath=path)
        else:
            context.load_verify_locations(cafile=path)
    except OSError:  # ssl.SSLError, for a file without certificates, is one
        return Problem(Code.BAD_CA_BUNDLE, {"variable": variable, "path": path})
    return context


def _hardened(context: ssl.SSLContext) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
