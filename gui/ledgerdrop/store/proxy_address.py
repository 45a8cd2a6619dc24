"""Parse the address of a proxy, as users and companies write it, and keep its user name and password."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.redaction import redact, register_secret
from ledgerdrop.store.keyring_tokens import TokenStore

DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True)
class SignIn:
    """Holds a proxy's user name and password. `user` may be `DOMAIN\\name`, and holds no colon (RFC 7617)."""

    user: str
    password: str = field(repr=False)


def normal_proxy_url(text: str) -> str | Problem:
    """Return what the user typed as a proxy, as `http://host:port` for the settings, or `Code.BAD_PROXY`.

    A user name or password in it is refused: those belong in the password store (`write_sign_in`).
    """
    made = parse_proxy(text)
    if isinstance(made, Problem):
        return made
    return made.url if made.sign_in is None else _bad(text, "a user name in the address")


@dataclass(frozen=True)
class ProxyAddress:
    """Holds the parts of a proxy's address. `place` is its `host:port`."""

    scheme: str
    place: str
    sign_in: SignIn | None

    @property
    def url(self) -> str:
        """Return the address without user name and password."""
        return f"{self.scheme}://{self.place}"


def parse_proxy(text: str) -> ProxyAddress | Problem:
    """Return the parts of an address; `Code.BAD_PROXY` if it is none."""
    text = text.strip()
    url = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return _bad(text, "not an address")
    if parts.scheme not in DEFAULT_PORTS:
        return _bad(text, f"a proxy of the kind {parts.scheme[:20]}")
    if not host or any(c.isspace() or not c.isprintable() or c in "\\%" for c in host):
        return _bad(text, "no host")
    if parts.path.strip("/") or parts.query or parts.fragment:
        return _bad(text, "more than an address")
    place = f"[{host}]" if ":" in host else host
    user = parts.username
    sign_in = SignIn(unquote(user), unquote(parts.password or "")) if user else None
    return ProxyAddress(parts.scheme, f"{place}:{port or DEFAULT_PORTS[parts.scheme]}", sign_in)


def _bad(text: str, why: str) -> Problem:
    return Problem(Code.BAD_PROXY, {"proxy": redact(text, 200)}, detail=why)


def read_sign_in(store: TokenStore, proxy: str, cancel: CancelToken | None = None) -> SignIn | Problem | None:
    """Return the user name and password of the proxy `host:port`. Blocks as the store does."""
    kept = store.get(_entry(proxy), cancel)
    if not isinstance(kept, str):
        return kept
    user, _, password = kept.partition(":")
    sign_in = SignIn(user, password)
    register_sign_in(sign_in)
    return sign_in


def write_sign_in(
    store: TokenStore, proxy: str, sign_in: SignIn, cancel: CancelToken | None = None, *, session_only: bool = False
) -> Problem | None:
    """Store the user name and password of the proxy `host:port`, as `TokenStore.set` does."""
    register_sign_in(sign_in)
    return store.set(_entry(proxy), f"{sign_in.user}:{sign_in.password}", cancel, session_only=session_only)


def forget_sign_in(store: TokenStore, proxy: str, cancel: CancelToken | None = None) -> Problem | None:
    """Delete the user name and password of the proxy `host:port`. Blocks as the store does."""
    return store.delete(_entry(proxy), cancel)


def _entry(proxy: str) -> str:
    return f"proxy/{proxy}"


def register_sign_in(sign_in: SignIn) -> None:
    """Have the password redacted from now on, wherever and however it stands."""
    register_secret(sign_in.password)
    register_secret(base64.b64encode(f"{sign_in.user}:{sign_in.password}".encode()).decode())
