"""Is the same content there already: sent before with that account, or in another row of the list?

Asked after the check, not while sending, so that the answer is there when the user decides. To know the content means
to read the whole file; but only a file of the same size can have the same content, so the size is asked for first,
and hardly any file is read for this. It costs no more for large files, therefore, and needs no limit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from ledgerdrop.files.reader import FileTroubleError, digest_of
from ledgerdrop.model.files import CheckedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.receipts import Receipt
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.transfer.journal_queue import JournalQueue

_Key = tuple[str, int]  # account ID, size in bytes
# While it is CHECKING, a file that was found good is compared with others of its size
_GOES: Final = frozenset(
    {
        State.CHECKING,
        State.READY,
        State.WARNED,
        State.QUEUED,
        State.PAUSED,
        State.SENDING,
        State.RETRYING,
        State.UPLOADED,
    }
)
_PATIENCE: Final = 2.0  # seconds for which a disk that hangs may hold up the look at a file


class DuplicateDetector:
    """Compares contents. For the threads of checkers."""

    def __init__(self, journal: JournalQueue) -> None:
        self._journal = journal

    def recall(self, checked: CheckedFile, account_id: str, cancel: CancelToken) -> CheckedFile | Problem:
        """Return the file, with a warning if its content was sent before. Raises `Cancelled`.

        The warning takes the place of any other: what storage took once, it takes again. A journal that cannot be
        read holds nothing up; the user has been told of it. The Problem is of reading the file.
        """
        size = checked.file.size
        known = self._journal.learn(lambda journal: journal.size_sent_before(size, account_id), cancel, _PATIENCE)
        if known is not True:
            return checked
        sha256 = self.digest(checked, cancel)
        if isinstance(sha256, Problem):
            return sha256
        earlier = self._journal.learn(lambda journal: journal.sent_before(sha256, account_id), cancel, _PATIENCE)
        if earlier is None or isinstance(earlier, Problem):
            return checked
        return replace(checked, warning=_warning(earlier))

    def digest(self, checked: CheckedFile, cancel: CancelToken) -> str | Problem:
        """Read a file, and return its SHA-256 in hex. Raises `Cancelled`."""
        try:
            return digest_of(checked.file, cancel)
        except FileTroubleError as trouble:
            return trouble.problem


class ContentIndex:
    """Finds rows with the same content. Lives on the window's thread, and reads nothing: it is told the digests.

    Only rows of the same account and size are compared, and a file is to be read only when there are two of them.
    """

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}  # of rows that go, or have gone
        self._rows: dict[_Key, dict[int, None]] = {}
        self._digests: dict[int, tuple[int | None, int | None, str]] = {}  # size, time, SHA-256 ("": not readable)
        self._by_digest: dict[tuple[_Key, str], dict[int, None]] = {}
        self._unread: dict[_Key, dict[int, None]] = {}
        self._being_read: dict[_Key, dict[int, bool]] = {}  # True: for the sake of another row

    def put(self, entry: TransferItem) -> None:
        """Note a row as it is now."""
        self._take_out(entry.id)
        if entry.uploaded is not None:
            self._digests[entry.id] = (entry.size, entry.modified_ns, entry.uploaded.sha256)
        elif (known := self._digests.get(entry.id)) and known[:2] != (entry.size, entry.modified_ns):
            del self._digests[entry.id]  # it is another file by now
        if entry.checked is None or entry.state not in _GOES:
            return
        key = self._keys[entry.id] = (entry.account_id, entry.size or 0)
        self._rows.setdefault(key, {})[entry.id] = None
        if entry.id in self._digests:
            self._by_digest.setdefault((key, self._digests[entry.id][2]), {})[entry.id] = None
        elif entry.id not in self._being_read.get(key, ()):
            self._unread.setdefault(key, {})[entry.id] = None

    def remove(self, item_id: int) -> None:
        """Compare with this row no more. Its digest is kept: the row may be brought back."""
        self._take_out(item_id)

    def digest(self, item_id: int) -> str:
        """Return the SHA-256 of a row, in hex; "" while it was not read."""
        return self._digests[item_id][2] if item_id in self._digests else ""

    def alone(self, item_id: int) -> bool:
        """Tell whether no other row has its size, so that there is nothing to compare."""
        return len(self._rows.get(self._keys[item_id], ())) < 2

    def unread(self, item_id: int) -> list[int]:
        """Return the rows to be read before this one can be compared; they count as being read from now on."""
        key = self._keys[item_id]
        unread = self._unread.pop(key, {})
        self._being_read.setdefault(key, {}).update((one, one != item_id) for one in unread)
        return list(unread)

    def waits(self, item_id: int) -> bool:
        """Tell whether a row that goes before this one is still being read."""
        being_read = self._being_read.get(self._keys[item_id], {})
        return any(
            other != item_id and (goes_already or other < item_id) for other, goes_already in being_read.items()
        )

    def read(self, entry: TransferItem, digest: str | None) -> None:
        """Note what was read of a row: its SHA-256, or None if that was given up."""
        self._being_read.get((entry.account_id, entry.size or 0), {}).pop(entry.id, None)
        if digest is not None:
            self._digests[entry.id] = (entry.size, entry.modified_ns, digest)
        self.put(entry)

    def same(self, item_id: int) -> list[int]:
        """Return the other rows with the same content."""
        key, digest = self._keys[item_id], self.digest(item_id)
        return [other for other in self._by_digest.get((key, digest), ()) if other != item_id] if digest else []

    def _take_out(self, item_id: int) -> None:
        key = self._keys.pop(item_id, None)
        if key is None:
            return
        item_ids = self._rows[key]
        del item_ids[item_id]
        if not item_ids:
            del self._rows[key]
        self._unread.get(key, {}).pop(item_id, None)
        if item_id in self._digests:
            self._by_digest.get((key, self._digests[item_id][2]), {}).pop(item_id, None)


def _warning(earlier: Receipt) -> Problem:
    """`day` is one of this computer's calendar, as ISO 8601 has it."""
    day = datetime.fromtimestamp(earlier.uploaded.finished_at).astimezone().date().isoformat()
    return Problem(Code.SENT_BEFORE, {"name": earlier.uploaded.name, "day": day})
