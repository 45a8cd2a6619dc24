"""Define the jobs that workers take and the reports that they return: frozen values that cross threads."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledgerdrop.clear_api.upload_memory import PendingImports
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, Uploaded
from ledgerdrop.model.ingestion import FileInfo, IngestionState
from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.cancel import CancelToken


@dataclass(frozen=True, slots=True, eq=False)
class CheckJob:
    """A row to be checked, for the account of that ID. `name` is None to take the file's own."""

    id: int
    path: Path
    name: str | None
    account_id: str
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class CheckSlow:
    """Report that a check takes unusually long, and goes on."""

    job: CheckerJob
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class FolderOpened:
    """Say how the check of a folder ends: these are the files in it, `skipped` is how many were left out."""

    files: tuple[Path, ...]
    skipped: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """Say how the check of what cannot be sent as it is ends.

    Size and time are its own, None where nobody knows them.
    """

    problem: Problem
    size: int | None
    modified_ns: int | None


Verdict = CheckedFile | FolderOpened | Rejected | Problem


@dataclass(frozen=True, slots=True)
class CheckDone:
    """Say how it ended."""

    job: CheckJob
    outcome: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class DigestJob:
    """Files to be read, since the row `id` has the size of others: its own, and those not read before."""

    id: int
    files: tuple[tuple[int, CheckedFile], ...]
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class DigestDone:
    """Say how it ended: the SHA-256 of each row, in hex; those that could not be read are missing."""

    job: DigestJob
    digests: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what a row says of its file: size in bytes and time in nanoseconds, None if nothing was there."""

    id: int
    path: Path
    size: int | None
    modified_ns: int | None


@dataclass(frozen=True, slots=True, eq=False)
class LookJob:
    """Rows of one folder whose files may have changed. `id` is that of the first."""

    id: int
    item_ids: tuple[Seen, ...]
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class LookDone:
    """Say how it ended: the rows whose files are there, and others than they say."""

    job: LookJob
    changed: tuple[Seen, ...]


CheckerJob = CheckJob | DigestJob | LookJob


CheckReport = CheckSlow | CheckDone | DigestDone | LookDone


@dataclass(frozen=True, slots=True, eq=False)
class SendJob:
    """A row to be sent. `hurry`, when set, ends a pause between attempts. `imports`: those of all rows."""

    id: int
    checked: CheckedFile
    account: Account
    imports: PendingImports
    cancel: CancelToken = field(default_factory=CancelToken)
    hurry: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class SendStarted:
    """A worker has begun."""

    job: SendJob


@dataclass(frozen=True, slots=True)
class SendDone:
    """Say how it ended."""

    job: SendJob
    outcome: Uploaded | Problem


SendReport = SendStarted | SendDone


@dataclass(frozen=True, slots=True, eq=False)
class IngestionJob:
    """The files of one batch. Without an activity Clear is asked for one, with it how far it is."""

    item_ids: tuple[int, ...]
    files: tuple[FileInfo, ...]
    account: Account
    ingestion: IngestionState
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class IngestionReport:
    """Say how far the files of a job are now. `next`: the job that the worker schedules after it, if any."""

    job: IngestionJob
    ingestion: IngestionState
    next: IngestionJob | None = None
