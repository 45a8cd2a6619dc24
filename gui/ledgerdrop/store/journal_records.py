"""Define the changes that the journal takes, and how values stand in its tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol

from ledgerdrop.model.files import CheckedFile, DroppedFile, Receipt, Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Contents, contents_as_json, contents_from_json
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem

Row = tuple[Any, ...]  # one row of a SELECT


class JournalChange(Protocol):
    """Describes a change to write. `durable`: not even a power cut may lose it.

    Before a request that is not idempotent, a durable record of it is written.
    """

    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        """Write the change within the transaction that is open."""


@dataclass(frozen=True)
class Added(JournalChange):
    """Adds new files at the end of the queue, for instance a whole drop. Raises IntegrityError for an ID in use.

    Files that were removed and are brought back find their receipts again. No other change writes `dropped_in`.
    """

    items: tuple[TransferItem, ...]

    def write(self, connection: sqlite3.Connection) -> None:
        added = [(item.id, item.id, _blob(item.dropped_in), *_item_values(item)) for item in self.items]
        connection.executemany(_INSERT_ENTRY, added)
        brought_back = [(item.id,) for item in self.items if item.state.finished]
        connection.executemany(_FIND_RECEIPT, brought_back)


@dataclass(frozen=True)
class Changed(JournalChange):
    """Replaces a file by its present state. One that was removed meanwhile does not come back."""

    item: TransferItem

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(_UPDATE, (*_item_values(self.item), self.item.id))


@dataclass(frozen=True)
class Confirmed(JournalChange):
    """Stores a file as uploaded, together with its receipt."""

    item: TransferItem
    receipt: Receipt
    durable: ClassVar[bool] = True

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(_UPDATE, (*_item_values(self.item), self.item.id))
        connection.execute(_INSERT_RECEIPT, (*_receipt_values(self.receipt), self.item.id))
        connection.execute("UPDATE entries SET receipt_id = last_insert_rowid() WHERE id = ?", (self.item.id,))
        connection.execute(_COPY_CONTENTS, (self.item.id,))


@dataclass(frozen=True)
class IngestionChanged(JournalChange):
    """Stores what follows the upload of these entries; None for nothing. No other change writes it.

    Their receipts are changed as well, also those of entries that were removed meanwhile: Clear still imports these.
    The change is durable, since an import must not be requested twice: it is written before the request.
    """

    ids: tuple[int, ...]
    ingestion: IngestionState | None
    durable: ClassVar[bool] = True

    def write(self, connection: sqlite3.Connection) -> None:
        ingestion = self.ingestion
        text = from_ingestion(ingestion) if ingestion else None
        still_open = ingestion is not None and (ingestion.status.needs_user or not ingestion.status.ended)
        connection.executemany(_UPDATE_INGESTION, [(text, still_open, number) for number in self.ids])
        facts = _task_values(ingestion)
        connection.executemany(_UPDATE_TASK, [(*facts, number) for number in self.ids])


@dataclass(frozen=True)
class Inspected(JournalChange):
    """Stores what was found inside the file of an entry. Its receipt says so too, whichever comes first."""

    entry_id: int
    contents: Contents

    def write(self, connection: sqlite3.Connection) -> None:
        text = json.dumps(contents_as_json(self.contents))
        connection.execute("UPDATE entries SET contents = ? WHERE id = ?", (text, self.entry_id))
        connection.execute(_COPY_CONTENTS, (self.entry_id,))


@dataclass(frozen=True)
class Reordered(JournalChange):
    """Gives these entries, in their new order, the places that they had among them."""

    ids: tuple[int, ...]

    def write(self, connection: sqlite3.Connection) -> None:
        places = dict(connection.execute("SELECT id, position FROM entries WHERE NOT finished"))
        ids = [number for number in self.ids if number in places]
        positions = sorted(places[number] for number in ids)
        connection.executemany("UPDATE entries SET position = ? WHERE id = ?", zip(positions, ids, strict=True))


@dataclass(frozen=True)
class Removed(JournalChange):
    """Takes entries off the list. Their receipts stay."""

    ids: tuple[int, ...]

    def write(self, connection: sqlite3.Connection) -> None:
        connection.executemany("DELETE FROM entries WHERE id = ?", [(number,) for number in self.ids])


@dataclass(frozen=True)
class FinishedCleared(JournalChange):
    """Takes all finished entries off the list but those `kept`, and those still to be imported. Receipts stay."""

    kept: tuple[int, ...] = ()

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "DELETE FROM entries WHERE finished AND NOT open AND id NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(self.kept),),
        )


@dataclass(frozen=True)
class ReceiptsCleared(JournalChange):
    """Deletes all receipts, as the user asked, but those of files that Clear has still to import.

    Only these receipts know where the files are.
    """

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "DELETE FROM receipts WHERE id NOT IN "
            "(SELECT receipt_id FROM entries WHERE open AND receipt_id IS NOT NULL)"
        )


# The columns of an entry that each change of it writes, and what stands in them.
_ITEM_FIELDS: Final[Mapping[str, Callable[[TransferItem], object]]] = {
    "path": lambda item: _blob(item.path),
    "name": lambda item: _blob(item.name),
    "account_id": lambda item: item.account_id,
    "state": lambda item: item.state.name,
    "finished": lambda item: item.state.finished,
    "size": lambda item: item.size,
    "modified_ns": lambda item: item.modified_ns,
    "checked": lambda item: _from_checked(item.checked) if item.checked else None,
    "problem": lambda item: json.dumps(_from_problem(item.problem)) if item.problem else None,
    "same_as": lambda item: item.same_as,
}
_UPLOADED_FIELDS: Final = tuple(one.name for one in fields(Uploaded) if one.name != "modified_ns")
_RECEIPT_FIELDS: Final = (*_UPLOADED_FIELDS, "account_id", "account_name", "environment", "path")

_TASK_FIELDS: Final = ("task_id", "workflow_status", "reason")  # written by IngestionChanged alone


def _names(table: str, *columns: str) -> str:
    return ", ".join(f"{table}.{name}" for name in columns)


def _insert(table: str, *columns: str) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


# Put together from constants; what comes from outside is always a parameter.
_ITEM_COLUMNS: Final = ("id", *_ITEM_FIELDS, "taking_in", "contents", "dropped_in")
_RECEIPT_COLUMNS: Final = _names("receipts", "id", *_RECEIPT_FIELDS, *_TASK_FIELDS, "contents")
_BOTH: Final = f"{_names('entries', *_ITEM_COLUMNS)}, {_RECEIPT_COLUMNS}"
ITEMS: Final = f"SELECT {_BOTH} FROM entries LEFT JOIN receipts ON receipts.id = receipt_id"  # noqa: S608
RECEIPTS: Final = f"SELECT {_RECEIPT_COLUMNS} FROM receipts"  # noqa: S608
_INSERT_ENTRY: Final = _insert("entries", "id", "position", "dropped_in", *_ITEM_FIELDS)
_UPDATE: Final = f"UPDATE entries SET {', '.join(f'{name} = ?' for name in _ITEM_FIELDS)} WHERE id = ?"  # noqa: S608
_FIND_RECEIPT: Final = (
    "UPDATE entries SET receipt_id = (SELECT max(receipts.id) FROM receipts WHERE entry_id = entries.id) WHERE id = ?"
)
# Copies into the receipt what was found in the very bytes that were sent, and in no others.
_COPY_CONTENTS: Final = (
    "UPDATE receipts SET contents = entries.contents FROM entries WHERE entries.id = ?"
    " AND receipts.id = entries.receipt_id AND json_valid(entries.contents)"  # the disk may have damaged it
    " AND json_extract(entries.contents, '$.size') = entries.size"
    " AND json_extract(entries.contents, '$.modified_ns') = entries.modified_ns"
)
_UPDATE_INGESTION: Final = "UPDATE entries SET taking_in = ?, open = ? WHERE id = ?"
_UPDATE_TASK: Final = f"UPDATE receipts SET {', '.join(f'{name} = ?' for name in _TASK_FIELDS)} WHERE entry_id = ?"  # noqa: S608
_WORKFLOW_STATUS: Final = {
    IngestionStatus.ASKED: "UNCONFIRMED",  # until there is an answer
    IngestionStatus.UNCONFIRMED: "UNCONFIRMED",
    IngestionStatus.FOUND: "FOUND",
    IngestionStatus.PROCESSING: "PROCESSING",
    IngestionStatus.UNTOLD: "UNKNOWN",
    IngestionStatus.TAKEN_IN: "SUCCESS",
    IngestionStatus.NOT_TAKEN_IN: "FAILED",
}
_INSERT_RECEIPT: Final = _insert("receipts", *_RECEIPT_FIELDS, "searched", "entry_id")


def to_item(row: Row) -> TransferItem:
    """Read a row of `ITEMS`; the columns of the receipt are None where there is none."""
    entry, receipt = dict(zip(_ITEM_COLUMNS, row, strict=False)), row[len(_ITEM_COLUMNS) :]
    path, name = Path(_text(entry["path"])), _text(entry["name"])
    file = DroppedFile(path, name, entry["size"] or 0, entry["modified_ns"] or 0)
    return TransferItem(
        id=entry["id"],
        path=path,
        name=name,
        account_id=entry["account_id"],
        state=State.__members__.get(entry["state"], State.PAUSED),  # unknown if a newer version wrote it
        size=entry["size"],
        modified_ns=entry["modified_ns"],
        checked=_to_checked(entry["checked"], file),
        problem=_to_problem(json.loads(entry["problem"])) if entry["problem"] else None,
        uploaded=None if receipt[0] is None else to_receipt(receipt).uploaded,
        ingestion=to_ingestion(entry["taking_in"]) if entry["taking_in"] else None,
        contents=_to_contents(entry["contents"]),
        dropped_in=_to_path(entry["dropped_in"]),
        same_as=entry["same_as"],
    )


def to_receipt(row: Row) -> Receipt:
    """Read a row of `RECEIPTS`."""
    number, *columns = row
    uploaded, rest = Uploaded(*columns[: len(_UPLOADED_FIELDS)]), columns[len(_UPLOADED_FIELDS) :]
    account_id, account_name, environment, path, task_id, status, reason, contents = rest
    found, where = _to_contents(contents), _to_path(path)
    return Receipt(uploaded, account_id, account_name, environment, where, number, task_id, status, reason, found)


def _to_contents(text: str | None) -> Contents | None:
    return contents_from_json(json.loads(text)) if text else None


def _item_values(item: TransferItem) -> Row:
    return tuple(_storable(value(item)) for value in _ITEM_FIELDS.values())


def _receipt_values(receipt: Receipt) -> Row:
    # Without its query by contract. It would be a secret, so it is cut here once more before it reaches the disk.
    uploaded = replace(receipt.uploaded, location=receipt.uploaded.location.partition("?")[0])
    confirmed = (getattr(uploaded, name) for name in _UPLOADED_FIELDS)
    account = (receipt.account_id, receipt.account_name, receipt.environment)
    searched = f"{uploaded.name}\n{uploaded.sha256}\n{uploaded.etag}".casefold()
    return tuple(map(_storable, (*confirmed, *account, _blob(receipt.path), searched)))


def _storable(value: object) -> object:
    """Convert the value to one that SQLite takes. It must never fail: a receipt is written after the upload.

    A time after the year 2262 does not fit into 64 bits as nanoseconds: it is stored as unknown, so that the file is
    checked again. A lone surrogate is stored as "?".
    """
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return None
    return value


def _from_checked(checked: CheckedFile) -> str:
    warning = _from_problem(checked.warning) if checked.warning else None
    return json.dumps([checked.kind, checked.content_type, checked.mime, warning])


def _to_checked(text: str | None, file: DroppedFile) -> CheckedFile | None:
    if text is None:
        return None
    kind, content_type, mime, warning = json.loads(text)
    return CheckedFile(file, kind, content_type, mime, _to_problem(warning) if warning else None)


def from_ingestion(ingestion: IngestionState) -> str:
    """Return the import in the form in which the journal keeps it."""
    activity = ingestion.activity
    values = {
        "how": [ingestion.how.template, ingestion.how.file_type],
        "batch": ingestion.batch,
        "intake": ingestion.status.name,
        "activity": [activity.task_id, activity.created_at, activity.raw] if activity else None,
        "problem": _from_problem(ingestion.problem) if ingestion.problem else None,
        "answer": [ingestion.answer, ingestion.answered_at],
    }
    return json.dumps(values)


def to_ingestion(text: str) -> IngestionState:
    """Read an import from the journal. A state that only a newer version knows may be anything: it is UNCONFIRMED."""
    values = json.loads(text)
    answer, answered_at = values.get("answer", ("", 0.0))
    return IngestionState(
        how=IngestionOptions(*values["how"]),
        batch=values["batch"],
        status=IngestionStatus.__members__.get(values["intake"], IngestionStatus.UNCONFIRMED),
        activity=Activity(*values["activity"]) if values["activity"] else None,
        problem=_to_problem(values["problem"]) if values["problem"] else None,
        answer=answer,
        answered_at=answered_at,
    )


def _task_values(ingestion: IngestionState | None) -> Row:
    """Return the receipt's columns about the import, as `_TASK_FIELDS`."""
    if ingestion is None:
        return "", "", ""
    problem, status = ingestion.problem, _WORKFLOW_STATUS.get(ingestion.status, "")
    if problem is not None and problem.code is Code.STILL_PROCESSING:
        status = "PROCESSING"
    task_id = ingestion.activity.task_id if ingestion.activity else ""
    return task_id, status, problem.server_message if problem and status else ""


def _from_problem(problem: Problem) -> dict[str, Any]:
    values = {one.name: getattr(problem, one.name) for one in fields(Problem)}
    return {**values, "code": problem.code.name, "params": dict(problem.params)}


def _to_problem(values: dict[str, Any]) -> Problem:
    name = values.pop("code")  # unknown if a newer version wrote it
    return Problem(Code.__members__.get(name, Code.UNEXPECTED), **values)


def _blob(name: str | Path | None) -> bytes | None:
    # Names of files that are not Unicode hold lone surrogates, which SQLite's TEXT would refuse.
    return None if name is None else str(name).encode("utf-8", "surrogatepass")


def _to_path(blob: bytes | None) -> Path | None:
    return None if blob is None else Path(_text(blob))


def _text(blob: bytes) -> str:
    return blob.decode("utf-8", "surrogatepass")
