"""Define a file's values on its journey, from the drop to the receipt, in order, and the progress in between.

The values stand apart from the steps so that the window, which shows them, need not load what the steps need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePath

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Problem


def extension_of(name: str) -> str:
    """Return what follows the last dot, in lower case; "" where there is no dot, or nothing before or after it."""
    return PurePath(name).suffix[1:].lower()


@dataclass(frozen=True)
class DroppedFile:
    """Holds a regular, readable, non-empty file of at most 5 GiB.

    `name` is the name to send it under: the path's last part in NFC (macOS names are decomposed), or the name
    that the user chose with "Send as". `size` is in bytes, `modified_ns` in nanoseconds since the epoch; both
    are compared again before the upload.
    """

    path: Path
    name: str
    size: int
    modified_ns: int

    @property
    def extension(self) -> str:
        """Return the extension in lower case, without the dot; "" for none. The check judges it."""
        return extension_of(self.name)


@dataclass(frozen=True)
class CheckedFile:
    """Holds a file whose content agrees with its name.

    `kind` is csv, xlsx, xls or zip; `content_type` goes into the upload (docs/clear-api.md, 2); `mime` is
    libmagic's own opinion. `warning` says what may go wrong: such a file is sent only after "Send anyway".
    """

    file: DroppedFile
    kind: str
    content_type: str
    mime: str
    warning: Problem | None = None


@dataclass(frozen=True)
class UploadTarget:
    """Holds where one file goes. The URL is a secret: it is neither shown nor logged, and lives for one hour.

    `clock_ahead` is by how many seconds this computer's clock was ahead of Clear's then, None where Clear did not
    say.
    """

    url: str = field(repr=False)
    clock_ahead: float | None = None


@dataclass(frozen=True)
class Uploaded:
    """Holds storage's confirmation, and what a receipt needs.

    `location` is the URL without its query; `etag` is storage's own, without quotes, "" where it gave none, so that
    nothing but status 200 confirmed the upload; `sha256` is in hex; `finished_at` is in seconds since the epoch,
    `seconds` is how long the last attempt took. `modified_ns` is that of the file as it was sent, which may be later
    than at the check; None where it is not known any more.
    """

    name: str
    size: int
    sha256: str
    etag: str
    location: str
    http_status: int
    finished_at: float
    seconds: float
    attempts: int = 1
    modified_ns: int | None = field(default=None, compare=False)


class Stage(StrEnum):
    """Lists where a file is on its journey."""

    REQUESTING = "requesting"
    UPLOADING = "uploading"
    CONFIRMING = "confirming"
    WAITING = "waiting"


@dataclass(frozen=True)
class Progress:
    """Holds how far an `attempt` (the first is 1) is: `done` of `total` bytes in this stage.

    While WAITING, `problem` says why, `attempt` is the next one, and `until` is when it begins (`time.monotonic`
    seconds). `disk_is_silent` says that nothing moves, since the file's disk or network drive has not answered for a
    while.
    """

    stage: Stage
    done: int = 0
    total: int = 0
    attempt: int = 1
    until: float = 0.0
    problem: Problem | None = None
    disk_is_silent: bool = False


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class Receipt:
    """Holds what storage confirmed, and for whom. The account's name is kept as it was then: accounts can be removed.

    `environment` is a value of `accounts.Environment`. `path` is where the file was then, None where nobody knows.
    `id` is the journal's, 0 until it was written there. `task_id` is Clear's.

    `workflow_status` is SUCCESS or FAILED as Clear ended the import; PROCESSING as long as it had not; UNKNOWN where
    Clear cannot be asked any more; UNCONFIRMED where Clear may have received the request; FOUND where the user has
    then found the file at Clear; "" where nothing followed the upload. `reason` is what Clear says of it, redacted.
    `contents` are rows and control totals, None where nobody looked inside.
    """

    uploaded: Uploaded
    account_id: str
    account_name: str
    environment: str
    path: Path | None = None
    id: int = 0
    task_id: str = ""
    workflow_status: str = ""
    reason: str = ""
    contents: Contents | None = None


@dataclass(frozen=True)
class ReceiptQuery:
    """Chooses receipts: all, or those that meet each condition given.

    `text` is searched for in name, folder, SHA-256 and ETag, in any case; `day` is a day of this computer's calendar.
    `task_id` is that of an import, `ids` are those of single receipts; `since` is the time of the first confirmation,
    in seconds since the epoch.
    """

    text: str = ""
    account_id: str = ""
    day: date | None = None
    task_id: str = ""
    ids: tuple[int, ...] = ()
    since: float = 0.0


@dataclass(frozen=True)
class ReceiptsOverview:
    """Holds what there is to choose from: accounts as (ID, name as it was last), and days, the latest first."""

    accounts: tuple[tuple[str, str], ...] = ()
    days: tuple[date, ...] = ()


def receipt_for(uploaded: Uploaded, account: Account, path: Path | None = None) -> Receipt:
    """Return the receipt of a confirmed upload of the file at `path`."""
    return Receipt(uploaded, account.id, account.name, account.environment.value, path)
