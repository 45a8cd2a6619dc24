"""Define who sends, and to where. No secrets in here: the token lives in the keyring, under the account's ID."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from ledgerdrop.model.ingestion import IngestionOptions

_LEAST_TOKEN: Final = 20  # characters
_TOKEN_CHANGES: Final = 4  # between letters and digits, which a name has once or twice
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_NAMES_OF_THIS_MACHINE: Final = frozenset(
    {"localhost", "localhost.localdomain", "localhost4", "localhost6", "ip6-localhost", "ip6-loopback"}
)


class Environment(StrEnum):
    """Lists Clear's environments (docs/clear-api.md, "Hosts"), and our own practice server."""

    PRACTICE = "practice"
    SANDBOX = "sandbox"
    PRODUCTION = "production"
    CUSTOM = "custom"


BASE_URLS: Final = {
    Environment.SANDBOX: "https://api-sandbox.clear.in",
    Environment.PRODUCTION: "https://api.clear.in",
}


@dataclass(frozen=True)
class Account:
    """Describes one workspace at Clear. Rows, receipts and the keyring entry name it by `id`, which never changes.

    `base_url` has no slash at its end. For practice it is known only while the practice server runs. `colour` is
    `#rrggbb`, or "" for the environment's own. `after_upload` holds the options of the import, None for no import;
    `together` says that all files sent at once are imported by one activity, instead of one each.
    """

    id: str
    name: str
    environment: Environment
    base_url: str
    integration_id: str
    send_at_once: bool = False
    colour: str = ""
    after_upload: IngestionOptions | None = None
    together: bool = False


def new_account_id() -> str:
    """Return a fresh ID for an account: 32 hex digits."""
    return secrets.token_hex(16)


def looks_like_token(text: str) -> bool:
    """Return whether a name is more likely a token or an ID that was typed into the wrong field."""
    return any(map(_is_token_word, text.split()))


def _is_token_word(text: str) -> bool:
    if len(text) < _LEAST_TOKEN:
        return False
    kinds = [character.isdigit() for character in text if character.isalnum()]
    changes = sum(one != other for one, other in pairwise(kinds))
    return text.startswith("eyJ") or changes >= _TOKEN_CHANGES


def is_integration_id(text: str) -> bool:
    """Return whether the text is a UUID of 36 characters (docs/clear-api.md, 1)."""
    return re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text) is not None


def normal_base_url(text: str) -> str | None:
    """Return the address without stray space and final slashes, or None when it may not be used.

    Only https is allowed, and plain http for this machine. A user name (which would become an Authorization header),
    a query or a fragment is not.
    """
    url = text.strip().rstrip("/")
    return url if is_safe_url(url) and not any(mark in url for mark in "?#") else None


def is_safe_url(url: str) -> bool:
    """Return whether requests may go to this URL: https, or plain http on this machine; no user name in it."""
    if not url.isascii() or any(character <= " " or character == "\x7f" for character in url):
        return False
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or port == 0 or "@" in parts.netloc or "\\" in url or ("%" in host and ":" not in host):
        return False
    if not all(0 < len(label) < 64 for label in host.removesuffix(".").split(".")):  # RFC 1035, 2.3.4
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)


def is_on_this_machine(url: str) -> bool:
    """Return whether the host of a safe URL is this machine, by one of its names or addresses."""
    import socket  # noqa: PLC0415 - not in the process that reads hostile files, which needs this module for a name

    host = (urlsplit(url).hostname or "").removesuffix(".")
    try:
        # With what name services take for an address, too, such as 127.1 and 0x7f000001
        address = ip_address(host if ":" in host else socket.inet_aton(host))
    except (ValueError, OSError):
        return host in _NAMES_OF_THIS_MACHINE or host.endswith(".localhost")  # RFC 6761, 6.3
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or mapped.is_unspecified


def is_https_url(url: str) -> bool:
    """Return whether the URL is https and names a host, so that nobody can read along."""
    return is_safe_url(url) and urlsplit(url).scheme == "https"
