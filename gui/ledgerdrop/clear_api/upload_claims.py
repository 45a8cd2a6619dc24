"""Remember which upload has a URL or a place in storage to itself, whichever thread does it.

What was sent before is known elsewhere, by its content: `transfer.check_worker`, `store.upload_notes`.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Hashable
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit


class UploadClaims(Protocol):
    """Holds who uploads to which URL, and which storages give ETags.

    Every method may be called from any thread, and may wait for a disk.
    """

    def claim(self, url_key: str, owner: str) -> bool:
        """Note that `owner` uploads to this URL (`url_key`); return False when another owner was given it before."""

    def gives_etags(self, storage: str) -> bool:
        """Return whether this storage, `host:port`, has answered an upload with an ETag before."""

    def note_etag(self, storage: str) -> None:
        """Note that this storage has answered with an ETag."""


class ClaimsInMemory:
    """Holds the claims of one run."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._owners: dict[str, str] = {}
        self._storages: set[str] = set()

    def claim(self, url_key: str, owner: str) -> bool:
        """See `UploadClaims`."""
        with self._lock:
            return self._owners.setdefault(url_key, owner) == owner

    def gives_etags(self, storage: str) -> bool:
        """See `UploadClaims`."""
        with self._lock:
            return storage in self._storages

    def note_etag(self, storage: str) -> None:
        """See `UploadClaims`."""
        with self._lock:
            self._storages.add(storage)


class ReservedLocations:
    """Knows where files lie that Clear has still to import.

    Clear may choose one place for two files of the same name: the second one put there would then be imported in
    place of the first. `waits` says that someone follows the imports, so that waiting for a place makes sense.
    """

    def __init__(self, *, waits: bool) -> None:
        self.waits = waits
        self._lock = threading.Lock()
        self._owners: dict[str, Hashable] = {}

    def reserve(self, location: str, owner: Hashable) -> bool:
        """Keep this place for `owner`; False while it is another one's. Any thread."""
        with self._lock:
            return self._owners.setdefault(location, owner) == owner

    def release(self, location: str, owner: Hashable) -> None:
        """Free this place for others: the file there is not going to be imported any more. Any thread."""
        with self._lock:
            if location in self._owners and self._owners[location] == owner:
                del self._owners[location]


def url_key(url: str) -> str:
    """Return a name for a pre-signed URL without its secret: a hash of where it leads and of its signature.

    Two URLs with the same signature are the same URL, whatever their date and the order of their parameters. A URL
    whose signature we do not recognise counts with its whole query.
    """
    parts = urlsplit(url)
    signatures = [value for name, value in parse_qsl(parts.query) if name.lower() in _SIGNATURES]
    signed = signatures or [parts.query]
    return hashlib.sha256("\n".join((parts.netloc, parts.path, *signed)).encode()).hexdigest()


_SIGNATURES = frozenset({"x-amz-signature", "x-goog-signature", "signature", "sig"})
