"""Was the very same content sent before with that account? Asked before the user can send it again.

It is asked after the check, not while sending, so that the answer is there when the user decides: one look at the
list, one "Send anyway". To know the content means to read the whole file; but only a file of the same size can have
the same content, so the journal is asked for the size first, and hardly any file is read for this. It costs no more
for large files, therefore, and needs no limit.

What it does not see: the same content twice among files that are not sent yet. Neither of them was "sent before".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ledgerdrop.model.files import CheckedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken

if TYPE_CHECKING:
    from ledgerdrop.model.receipts import Receipt
    from ledgerdrop.transfer.journal_worker import JournalQueue

_PATIENCE: Final = 2.0  # seconds for which a disk that hangs may hold up the look at a file


class DuplicateDetector:
    """What the receipts remember. For the threads of checkers."""

    def __init__(self, journal_queue: JournalQueue) -> None:
        self._journal_queue = journal_queue

    def recall(self, checked: CheckedFile, account_id: str, cancel: CancelToken) -> CheckedFile | Problem:
        """The file, with a warning if its content was sent before. Raises `Cancelled`.

        The warning takes the place of any other: what storage took once, it takes again. A journal that cannot be
        read holds nothing up; the user has been told of it. The Problem is of reading the file.
        """
        size = checked.file.size
        known = self._journal_queue.learn(
            lambda journal: journal.size_sent_before(size, account_id), cancel, _PATIENCE
        )
        if known is not True:
            return checked
        from ledgerdrop.files.digest import digest_of  # noqa: PLC0415 - needed for few files
        from ledgerdrop.files.reader import FileTroubleError  # noqa: PLC0415 - as above

        try:
            sha256 = digest_of(checked.file, cancel)
        except FileTroubleError as trouble:
            return trouble.problem
        earlier = self._journal_queue.learn(
            lambda journal: journal.sent_before(sha256, account_id), cancel, _PATIENCE
        )
        if earlier is None or isinstance(earlier, Problem):
            return checked
        return replace(checked, warning=_warning(earlier))


def _warning(earlier: Receipt) -> Problem:
    """`day` is one of this computer's calendar, as ISO 8601 has it."""
    day = datetime.fromtimestamp(earlier.uploaded.finished_at).astimezone().date().isoformat()
    return Problem(Code.SENT_BEFORE, {"name": earlier.uploaded.name, "day": day})
