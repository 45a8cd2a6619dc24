"""Parse and normalise the address of a proxy, as users and companies write it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.redaction import redact

DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class SignIn:
    """Hold what a proxy wants to know. `user` may be `DOMAIN\\name`, and holds no colon (RFC 7617)."""

    user: str
    password: str = field(repr=False)


def normal_proxy_url(text: str) -> str | Problem:
    """Return what the user typed as the proxy, as `http://host:port` for the settings; `Code.BAD_PROXY` if it is
    none.

    A user name or password in it is refused: those belong in the password store (`write_sign_in`).
    """
    made = _parse(text)
    if isinstance(made, Problem):
        return made
    return made.url if made.sign_in is None else _bad(text, "a user name in the address")


@dataclass(frozen=True, slots=True)
class _Address:
    scheme: str
    place: str
    sign_in: SignIn | None

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.place}"


def _parse(text: str) -> _Address | Problem:
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
    place = f"[{host}]" if _is_ipv6(host) else host
    user = parts.username
    sign_in = SignIn(unquote(user), unquote(parts.password or "")) if user else None
    return _Address(parts.scheme, f"{place}:{port or DEFAULT_PORTS[parts.scheme]}", sign_in)


def _is_ipv6(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).version == 6
    except ValueError:
        return False


def _bad(text: str, why: str) -> Problem:
    return Problem(Code.BAD_PROXY, {"proxy": redact(text, 200)}, detail=why)
