"""Provide the steps of a file's journey to the workers.

Importing this module brings requests and libmagic's wrapper along, which takes some hundred milliseconds. Workers do
so on their own threads, when there is work, so that the window is on the screen before.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ledgerdrop.clear_api import connection_test, ingestion, upload
from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.connection_test import ConnectionReport
from ledgerdrop.content import check as check_module
from ledgerdrop.files import dropped_file
from ledgerdrop.files.dropped_file import FoundFiles
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, DroppedFile, OnProgress, Uploaded
from ledgerdrop.model.ingestion import Activity, Workflow
from ledgerdrop.model.problems import Problem
from ledgerdrop.net import session as session_module
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.store.upload_notes import UploadNotes
from ledgerdrop.transfer.jobs import IngestionJob, SendJob


class Operations:
    """Does single steps, on the threads of workers.

    `open_network` gives the same network until its settings change. `notes` are what all uploads share, whichever
    worker does them. Tests put other steps in place of some, which block or break down.
    """

    def __init__(self, open_network: Callable[[], Network | Problem], notes: UploadNotes | None = None) -> None:
        self.open_network = open_network
        self._notes = notes

    def examine(self, path: Path, name: str | None) -> DroppedFile | Problem:
        """Find out what lies at `path`; `name` is the name that Clear will see, None for the file's own."""
        return dropped_file.examine(path, name)

    def look(self, path: Path) -> tuple[int, int] | None:
        """Return size (bytes) and time (nanoseconds since the epoch) of a file, None where there is none."""
        try:
            found = dropped_file.real_path(path).stat()
        except (OSError, ValueError):
            return None
        return found.st_size, found.st_mtime_ns

    def find(self, folder: Path, cancel: CancelToken) -> FoundFiles:
        """List the files in a folder and below it. Raises `Cancelled`."""
        return dropped_file.find_files([folder], cancel)

    def check(self, file: DroppedFile, cancel: CancelToken) -> CheckedFile | Problem:
        """Check whether the file is what its name says. Raises `Cancelled`."""
        return check_module.check(file, cancel)

    def open_session(self, network: Network) -> Session:
        """Open a session for the thread that asks."""
        return session_module.open_session(network)

    def send(self, session: Session, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
        """Do all steps that leave the machine, with retries. Being cancelled is a Problem as well."""
        controls = upload.Controls(on_progress, job.cancel, job.hurry, job.reserved, job.id)
        return upload.send(session, job.account, token, job.checked, controls, notes=self._notes)

    def submit_import(self, session: Session, job: IngestionJob, token: str) -> Activity | Problem:
        """Ask Clear to import files. Being cancelled is a Problem as well."""
        return ingestion.submit_import(Caller(session, job.account, token, job.cancel), job.files, job.ingestion.how)

    def ask(self, session: Session, job: IngestionJob, token: str, task_id: str) -> Workflow | Problem:
        """Ask Clear how far an activity is. Raises `Cancelled`."""
        return ingestion.request_workflow(Caller(session, job.account, token, job.cancel), task_id)

    def try_connection(self, account: Account, token: str | Problem | None, cancel: CancelToken) -> ConnectionReport:
        """Find out if a file could be sent. `token` is what the token store gave. Raises `Cancelled`."""
        return connection_test.try_connection(account, token, self.open_network(), cancel)
