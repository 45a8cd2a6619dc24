"""The steps of a file's journey, as the workers call them.

Importing this brings requests and libmagic's wrapper along, which takes some hundred milliseconds: the workers do it
on their own threads, when there is work, so that the window is on the screen before.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ledgerdrop.pipeline import checked, dropped, folders, journey, taken_in, workflow
from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.folders import Found
from ledgerdrop.pipeline.ingestion import Activity, Workflow
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.pipeline.progress import OnProgress
from ledgerdrop.pipeline.values import CheckedFile, DroppedFile, Uploaded
from ledgerdrop.services import connection, sessions
from ledgerdrop.services.connection import ConnectionReport
from ledgerdrop.services.network import Network
from ledgerdrop.services.sessions import LineSession
from ledgerdrop.workers.jobs import IntakeJob, SendJob


class Steps:
    """Does single steps, on the threads of workers. `open_network` gives the same network until the way out changes.

    Tests put other steps in place of some, which block or break down.
    """

    def __init__(self, open_network: Callable[[], Network | Problem]) -> None:
        self._open_network = open_network

    def drop(self, path: Path, name: str | None) -> DroppedFile | Problem:
        """Find out what lies at `path`; `name` is the name that Clear will see, None for the file's own."""
        return dropped.drop(path, name)

    def find(self, folder: Path, cancel: Cancel) -> Found:
        """List the files in a folder and below it. Raises `Cancelled`."""
        return folders.find_files([folder], cancel)

    def check(self, file: DroppedFile, cancel: Cancel) -> CheckedFile | Problem:
        """Find out if the file is what its name says. Raises `Cancelled`."""
        return checked.check(file, cancel)

    def open_session(self, network: Network) -> LineSession:
        """Open a session for the thread that asks."""
        return sessions.open_session(network)

    def connections(self) -> Connections:
        """Make the connections of one worker."""
        return Connections(self._open_network, self.open_session)

    def send(self, session: LineSession, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
        """Do all steps that leave the machine, with retries. Being cancelled is a Problem as well."""
        controls = journey.Controls(on_progress, job.cancel, job.hurry)
        return journey.send(session, job.account, token, job.checked, controls)

    def hand_over(self, session: LineSession, job: IntakeJob, token: str) -> Activity | Problem:
        """Ask Clear to take files in. Being cancelled is a Problem as well."""
        return taken_in.hand_over(session, job.account, token, job.files, job.taking_in.how, job.cancel)

    def ask(self, session: LineSession, job: IntakeJob, token: str, task_id: str) -> Workflow | Problem:
        """Ask Clear how far it is with an activity. Raises `Cancelled`."""
        return workflow.request_workflow(session, job.account, token, task_id, job.cancel)

    def try_connection(self, account: Account, token: str | Problem | None, cancel: Cancel) -> ConnectionReport:
        """Find out if a file could be sent. `token` is what the token store gave. Raises `Cancelled`."""
        return connection.try_connection(account, token, self._open_network(), cancel)


class Connections:
    """The session of one worker, a new one when the way out is another. Belongs to one thread."""

    def __init__(
        self, open_network: Callable[[], Network | Problem], open_session: Callable[[Network], LineSession]
    ) -> None:
        self._open_network = open_network
        self._open_session = open_session
        self._session: LineSession | None = None
        self._network: Network | None = None

    def session(self) -> LineSession | Problem:
        """Return a session over the network as it is now: the user may have chosen another proxy."""
        network = self._open_network()
        if isinstance(network, Problem):
            return network
        if self._session is None or network != self._network:
            self.hang_up()
            self._session, self._network = self._open_session(network), network
        return self._session

    def hang_up(self) -> None:
        """Close what is open."""
        if self._session is not None:
            self._session.close()
            self._session = None
