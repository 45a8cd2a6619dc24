"""Define a receipt, the record of what was sent, and what can be asked of all receipts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.inspection import Contents


@dataclass(frozen=True, slots=True)
class Receipt:
    """Hold what storage confirmed, and for whom. The account's name is kept as it was then: accounts can be removed.

    `environment` is a value of `accounts.Environment`; `path` is where the file was then, None where nobody knows.
    `id` is the journal's, 0 until it was written there. `task_id` is Clear's. `workflow_status`: SUCCESS or FAILED as
    Clear ended it; PROCESSING when it was last asked; UNKNOWN where it cannot be told any more; UNCONFIRMED where
    Clear may have been asked, FOUND where the user has found it there then; "" where nothing followed the upload.
    `reason`: what Clear says of it, redacted. `contents`: rows and control totals, None where nobody looked
    inside.
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


@dataclass(frozen=True, slots=True)
class ReceiptQuery:
    """Which receipts: all, or those that meet each condition given.

    `text` is looked for in name, folder, SHA-256 and ETag, whatever the case; `day` is a day of this computer's
    calendar. `task_id` is that of an import, `ids` are those of single receipts; `since` is the moment of the first
    confirmation, in seconds since the epoch.
    """

    text: str = ""
    account_id: str = ""
    day: date | None = None
    task_id: str = ""
    ids: tuple[int, ...] = ()
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class ReceiptsOverview:
    """Hold what there is to choose from: the accounts as (ID, name as it was last), and the days, the latest
    first.
    """

    accounts: tuple[tuple[str, str], ...] = ()
    days: tuple[date, ...] = ()


def receipt_for(uploaded: Uploaded, account: Account, path: Path | None = None) -> Receipt:
    """Return the receipt of a confirmed upload of the file at `path`."""
    return Receipt(uploaded, account.id, account.name, account.environment.value, path)
