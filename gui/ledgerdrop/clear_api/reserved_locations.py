"""Remember which file has a place in storage to itself, whichever thread uploads it.

Which upload has a URL to itself is known elsewhere, over all runs (`store.upload_notes`); and so is what was sent
before, by its content (`transfer.check_worker`, `store.upload_notes`).
"""

from __future__ import annotations

import threading
from collections.abc import Hashable


class ReservedLocations:
    """Knows where files lie that Clear has still to import.

    Clear may choose one place for two files of the same name: the second one put there would then be imported in
    place of the first. `waits` says that someone follows the imports, so that waiting for a place makes sense.
    """

    def __init__(self, *, waits: bool = False) -> None:
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
