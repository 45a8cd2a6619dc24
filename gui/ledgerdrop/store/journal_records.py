"""Say what the journal is told, and how it stands in its tables."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol

from ledgerdrop.model.files import CheckedFile, DroppedFile, Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Contents, contents_as_json, contents_from_json
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.receipts import Receipt

Row = tuple[Any, ...]  # one row of a SELECT


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """Describe one file of the queue, as it shall stand after a restart.

    `id` is the queue's own, from `Journal.next_id` upwards. `state` is the name of a `model.transfers.State`, and
    `finished` whether that state is a final one. `size` is in bytes, `modified_ns` in nanoseconds since the epoch;
    `sha256` is in hex, "" while unknown. `problem` is redacted already. `attempts` counts those begun. `receipt` is
    filled in by the journal, for entries written with `Confirmed`; so are `taking_in`, with `IngestionChanged`,
    and `contents`, with `Inspected`. `dropped_in` is written with `Added`, and never changes.
    """

    id: int
    path: Path
    name: str
    account_id: str
    environment: str
    state: str
    finished: bool = False
    size: int | None = None
    modified_ns: int | None = None
    sha256: str = ""
    checked: CheckedFile | None = None
    problem: Problem | None = None
    attempts: int = 0
    receipt: Receipt | None = None
    taking_in: IngestionState | None = None
    contents: Contents | None = None
    dropped_in: Path | None = None
    same_as: int | None = None


class JournalChange(Protocol):
    """Something to write. `durable`: not even a power cut may lose it.

    What must not be done twice (a request that is not idempotent) becomes a durable record written before it is done.
    """

    durable: ClassVar[bool]

    def write(self, connection: sqlite3.Connection) -> None:
        """Write it within the transaction that is open."""


@dataclass(frozen=True, slots=True)
class Added:
    """New entries at the end of the queue, for instance a whole drop. Raises IntegrityError for an ID in use.

    Those that were removed and are brought back find their receipts again.
    """

    entries: tuple[JournalEntry, ...]
    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        connection.executemany(_INSERT, [_added_values(entry) for entry in self.entries])
        brought_back = [(entry.id,) for entry in self.entries if entry.finished]
        connection.executemany(_FIND_RECEIPT, brought_back)


@dataclass(frozen=True, slots=True)
class Changed:
    """The entry as it is now. One that was removed meanwhile does not come back."""

    entry: JournalEntry
    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(_UPDATE, (*_entry_values(self.entry), self.entry.id))


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The entry, now uploaded, together with its receipt."""

    entry: JournalEntry
    receipt: Receipt
    durable: ClassVar[bool] = True

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(_UPDATE, (*_entry_values(self.entry), self.entry.id))
        values = (*_receipt_values(self.receipt), self.entry.id)
        receipt_id = connection.execute(_INSERT_RECEIPT, values).lastrowid
        connection.execute("UPDATE entries SET receipt_id = ? WHERE id = ?", (receipt_id, self.entry.id))
        _copy_contents(connection, self.entry.id)


@dataclass(frozen=True, slots=True)
class IngestionChanged:
    """Hold what follows the upload of these entries; None for nothing. Nothing else writes it.

    Their receipts say so, too, also those of entries that were removed meanwhile: Clear goes on with these.
    Durable, since a request to take files in must not be made twice: it stands here before it is made.
    """

    ids: tuple[int, ...]
    taking_in: IngestionState | None
    durable: ClassVar[bool] = True

    def write(self, connection: sqlite3.Connection) -> None:
        taking_in = self.taking_in
        text = from_taking_in(taking_in) if taking_in else None
        still_open = taking_in is not None and (taking_in.intake.needs_user or not taking_in.intake.ended)
        connection.executemany(_UPDATE_INTAKE, [(text, still_open, number) for number in self.ids])
        facts = _task_values(taking_in)
        connection.executemany(_UPDATE_TASK, [(*facts, number) for number in self.ids])


@dataclass(frozen=True, slots=True)
class Inspected:
    """Hold what was found inside the file of an entry. Its receipt says so too, whichever comes first."""

    entry_id: int
    contents: Contents
    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        text = json.dumps(contents_as_json(self.contents))
        connection.execute("UPDATE entries SET contents = ? WHERE id = ?", (text, self.entry_id))
        _copy_contents(connection, self.entry_id)


def _copy_contents(connection: sqlite3.Connection, entry_id: int) -> None:
    """Let the receipt say what is known of the very bytes that were sent, and of no others."""
    found = connection.execute(
        "SELECT contents, size, modified_ns, receipt_id FROM entries WHERE id = ?", (entry_id,)
    ).fetchone()
    if found is None or found[0] is None or found[3] is None:
        return
    text, size, modified_ns, receipt_id = found
    contents = contents_from_json(json.loads(text))
    if (contents.size, contents.modified_ns) == (size, modified_ns):
        connection.execute("UPDATE receipts SET contents = ? WHERE id = ?", (text, receipt_id))


@dataclass(frozen=True, slots=True)
class Reordered:
    """Give these entries, in their new order, the places that they had among them."""

    ids: tuple[int, ...]
    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        places = dict(connection.execute("SELECT id, position FROM entries WHERE NOT finished"))
        ids = [number for number in self.ids if number in places]
        positions = sorted(places[number] for number in ids)
        connection.executemany("UPDATE entries SET position = ? WHERE id = ?", zip(positions, ids, strict=True))


@dataclass(frozen=True, slots=True)
class Removed:
    """Entries taken off the list. Their receipts stay."""

    ids: tuple[int, ...]
    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        connection.executemany("DELETE FROM entries WHERE id = ?", [(number,) for number in self.ids])


@dataclass(frozen=True, slots=True)
class FinishedCleared:
    """All finished entries but those `kept`, and those still to be taken in, taken off the list. Receipts stay."""

    kept: tuple[int, ...] = ()
    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "DELETE FROM entries WHERE finished AND NOT open AND id NOT IN (SELECT value FROM json_each(?))",
            (json.dumps(self.kept),),
        )


@dataclass(frozen=True, slots=True)
class ReceiptsCleared:
    """All receipts deleted, as the user asked; but for those of files that Clear is still to take in.

    Only these know where the files are.
    """

    durable: ClassVar[bool] = False

    def write(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "DELETE FROM receipts WHERE id NOT IN "
            "(SELECT receipt_id FROM entries WHERE open AND receipt_id IS NOT NULL)"
        )


_ENTRY_FIELDS: Final = (
    "path",
    "name",
    "account_id",
    "environment",
    "state",
    "finished",
    "size",
    "modified_ns",
    "sha256",
    "checked",
    "problem",
    "attempts",
    "same_as",
)
_RECEIPT_FIELDS: Final = (
    "name",
    "size",
    "sha256",
    "etag",
    "location",
    "http_status",
    "finished_at",
    "seconds",
    "attempts",
    "account_id",
    "account_name",
    "environment",
    "path",
)

_TASK_FIELDS: Final = ("task_id", "workflow_status", "reason")  # written by IntakeChanged alone

ENTRY_COLUMNS: Final = ", ".join(
    f"entries.{name}" for name in ("id", *_ENTRY_FIELDS, "taking_in", "contents", "dropped_in")
)
RECEIPT_COLUMNS: Final = ", ".join(f"receipts.{name}" for name in ("id", *_RECEIPT_FIELDS, *_TASK_FIELDS, "contents"))

# Put together from the constants above; what comes from outside is always a parameter.
_INSERT: Final = (
    f"INSERT INTO entries (id, position, dropped_in, {', '.join(_ENTRY_FIELDS)})"  # noqa: S608
    f" VALUES (?, ?, ?{', ?' * len(_ENTRY_FIELDS)})"
)
_UPDATE: Final = f"UPDATE entries SET {', '.join(f'{name} = ?' for name in _ENTRY_FIELDS)} WHERE id = ?"  # noqa: S608
_FIND_RECEIPT: Final = (
    "UPDATE entries SET receipt_id = (SELECT max(receipts.id) FROM receipts WHERE entry_id = entries.id) WHERE id = ?"
)
_UPDATE_INTAKE: Final = "UPDATE entries SET taking_in = ?, open = ? WHERE id = ?"
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
_INSERT_RECEIPT: Final = (
    f"INSERT INTO receipts ({', '.join(_RECEIPT_FIELDS)}, searched, entry_id)"  # noqa: S608
    f" VALUES (?, ?{', ?' * len(_RECEIPT_FIELDS)})"
)


def to_entry(row: Row) -> JournalEntry:
    """From a row of `ENTRY_COLUMNS, RECEIPT_COLUMNS`; those of the receipt are None where there is none."""
    columns, receipt = row[: len(_ENTRY_FIELDS) + 4], row[len(_ENTRY_FIELDS) + 4 :]
    number, path, name, account_id, environment, state, finished, size, modified_ns, sha256, *rest = columns
    checked, problem, attempts, same_as, taking_in, contents, dropped_in = rest
    where, called = Path(_text(path)), _text(name)
    return JournalEntry(
        id=number,
        path=where,
        name=called,
        account_id=account_id,
        environment=environment,
        state=state,
        finished=bool(finished),
        size=size,
        modified_ns=modified_ns,
        sha256=sha256,
        checked=_to_checked(checked, DroppedFile(where, called, size or 0, modified_ns or 0)),
        problem=_to_problem(json.loads(problem)) if problem else None,
        attempts=attempts,
        receipt=None if receipt[0] is None else to_receipt(receipt),
        taking_in=to_taking_in(taking_in) if taking_in else None,
        contents=_to_contents(contents),
        dropped_in=None if dropped_in is None else Path(_text(dropped_in)),
        same_as=same_as,
    )


def to_receipt(row: Row) -> Receipt:
    """From a row of `RECEIPT_COLUMNS`."""
    number, name, size, sha256, etag, location, http_status, finished_at, seconds, attempts, *owner = row
    account_id, account_name, environment, path, task_id, status, reason, contents = owner
    uploaded = Uploaded(name, size, sha256, etag, location, http_status, finished_at, seconds, attempts)
    where = None if path is None else Path(_text(path))
    return Receipt(
        uploaded,
        account_id,
        account_name,
        environment,
        where,
        number,
        task_id,
        status,
        reason,
        _to_contents(contents),
    )


def _to_contents(text: str | None) -> Contents | None:
    return contents_from_json(json.loads(text)) if text else None


def _added_values(entry: JournalEntry) -> Row:
    dropped_in = None if entry.dropped_in is None else _blob(str(entry.dropped_in))
    return entry.id, entry.id, dropped_in, *_entry_values(entry)


def _entry_values(entry: JournalEntry) -> Row:
    return _storable(
        _blob(str(entry.path)),
        _blob(entry.name),
        entry.account_id,
        entry.environment,
        entry.state,
        entry.finished,
        entry.size,
        entry.modified_ns,
        entry.sha256,
        _from_checked(entry.checked) if entry.checked else None,
        json.dumps(_from_problem(entry.problem)) if entry.problem else None,
        entry.attempts,
        entry.same_as,
    )


def _receipt_values(receipt: Receipt) -> Row:
    uploaded = receipt.uploaded
    return _storable(
        uploaded.name,
        uploaded.size,
        uploaded.sha256,
        uploaded.etag,
        # Without its query by contract. It would be a secret, so it is cut here once more before it reaches the disk.
        uploaded.location.partition("?")[0],
        uploaded.http_status,
        uploaded.finished_at,
        uploaded.seconds,
        uploaded.attempts,
        receipt.account_id,
        receipt.account_name,
        receipt.environment,
        None if receipt.path is None else _blob(str(receipt.path)),
        f"{uploaded.name}\n{uploaded.sha256}\n{uploaded.etag}".casefold(),
    )


def _storable(*values: object) -> Row:
    """Make of each value what SQLite takes: a receipt is written once the file is uploaded, so it must never fail.

    A time after the year 2262 has no room in 64 bits as nanoseconds. It stands as unknown, so that the file is
    checked again. Half a character stands as "?".
    """
    return tuple(map(_storable_value, values))


def _storable_value(value: object) -> object:
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


def from_taking_in(taking_in: IngestionState) -> str:
    """Return the form in which the journal keeps it."""
    activity = taking_in.activity
    return json.dumps(
        {
            "how": [taking_in.how.template, taking_in.how.file_type],
            "batch": taking_in.batch,
            "intake": taking_in.intake.name,
            "activity": [activity.task_id, activity.created_at, activity.raw] if activity else None,
            "problem": _from_problem(taking_in.problem) if taking_in.problem else None,
            "answer": [taking_in.answer, taking_in.answered_at],
        }
    )


def to_taking_in(text: str) -> IngestionState:
    """From what the journal keeps. A state that only a newer version knows may be anything: it is UNCONFIRMED."""
    values = json.loads(text)
    answer, answered_at = values.get("answer", ("", 0.0))
    return IngestionState(
        how=IngestionOptions(*values["how"]),
        batch=values["batch"],
        intake=IngestionStatus.__members__.get(values["intake"], IngestionStatus.UNCONFIRMED),
        activity=Activity(*values["activity"]) if values["activity"] else None,
        problem=_to_problem(values["problem"]) if values["problem"] else None,
        answer=answer,
        answered_at=answered_at,
    )


def _task_values(taking_in: IngestionState | None) -> Row:
    """Return what the receipt says of it, as `_TASK_FIELDS`."""
    if taking_in is None:
        return "", "", ""
    problem, status = taking_in.problem, _WORKFLOW_STATUS.get(taking_in.intake, "")
    if problem is not None and problem.code is Code.STILL_PROCESSING:
        status = "PROCESSING"
    task_id = taking_in.activity.task_id if taking_in.activity else ""
    return task_id, status, problem.server_message if problem and status else ""


def _from_problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code.name,
        "params": dict(problem.params),
        "server_message": problem.server_message,
        "server_code": problem.server_code,
        "http_status": problem.http_status,
        "retry_after": problem.retry_after,
        "detail": problem.detail,
    }


def _to_problem(values: dict[str, Any]) -> Problem:
    name = values.pop("code")  # unknown if a newer version wrote it
    return Problem(Code.__members__.get(name, Code.UNEXPECTED), **values)


def _blob(text: str) -> bytes:
    # Names of files that are not Unicode hold lone surrogates, which SQLite's TEXT would refuse.
    return text.encode("utf-8", "surrogatepass")


def _text(blob: bytes) -> str:
    return blob.decode("utf-8", "surrogatepass")
