"""The steps of the journey, as the workers call them.

The one place where they are imported, and only when a worker needs them: requests, keyring and libmagic take some
hundred milliseconds to import, and the window must be on the screen before that.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.pipeline.values import CheckedFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledgerdrop.pipeline.accounts import Account
    from ledgerdrop.pipeline.folders import Found
    from ledgerdrop.pipeline.ingestion import Activity, Workflow
    from ledgerdrop.pipeline.progress import OnProgress
    from ledgerdrop.pipeline.values import DroppedFile, Uploaded
    from ledgerdrop.services.connection import ConnectionReport
    from ledgerdrop.services.network import Network
    from ledgerdrop.services.sessions import LineSession
    from ledgerdrop.workers.clerk import IntakeJob
    from ledgerdrop.workers.sending import SendJob


class Steps:
    """Called on the threads of workers. `open_network` is called there, too, and gives the same until it changes.

    Tests put other steps in place of some, which block or break down.
    """

    def __init__(self, open_network: Callable[[], Network | Problem]) -> None:
        self._open_network = open_network

    def drop(self, path: Path, name: str | None) -> DroppedFile | Problem:
        """Is there a file that may be sent? A folder is `Code.FOLDER`."""
        from ledgerdrop.pipeline import dropped  # noqa: PLC0415 - see the module

        return dropped.drop(path, name)

    def find(self, folder: Path, cancel: Cancel) -> Found:
        """The files in a folder and those below it. Raises `Cancelled`."""
        from ledgerdrop.pipeline import folders  # noqa: PLC0415 - see the module

        return folders.find_files([folder], cancel)

    def check(self, file: DroppedFile, cancel: Cancel) -> CheckedFile | Problem:
        """Is it what its name says? Raises `Cancelled`."""
        from ledgerdrop.pipeline import checked  # noqa: PLC0415 - see the module

        return checked.check(file, cancel)

    def network(self) -> Network | Problem:
        """The way out as it is now: the user may have chosen another proxy."""
        return self._open_network()

    def open_session(self, network: Network) -> LineSession:
        """Connections for the thread that asks."""
        from ledgerdrop.services import sessions  # noqa: PLC0415 - see the module

        return sessions.open_session(network)

    def send(self, session: LineSession, job: SendJob, token: str, on_progress: OnProgress) -> Uploaded | Problem:
        """All steps that leave the machine, with retries. Being cancelled is a Problem as well."""
        from ledgerdrop.pipeline import journey  # noqa: PLC0415 - see the module

        controls = journey.Controls(on_progress, job.cancel, job.hurry)
        return journey.send(session, job.account, token, job.checked, controls)

    def hand_over(self, session: LineSession, job: IntakeJob, token: str) -> Activity | Problem:
        """Ask Clear to take files in. Being cancelled is a Problem as well."""
        from ledgerdrop.pipeline import taken_in  # noqa: PLC0415 - see the module

        return taken_in.hand_over(session, job.account, token, job.files, job.taking_in.how, job.cancel)

    def ask(self, session: LineSession, job: IntakeJob, token: str, task_id: str) -> Workflow | Problem:
        """Ask Clear how far it is with an activity. Raises `Cancelled`."""
        from ledgerdrop.pipeline import workflow  # noqa: PLC0415 - see the module

        return workflow.request_workflow(session, job.account, token, task_id, job.cancel)

    def try_connection(self, account: Account, token: str | Problem | None, cancel: Cancel) -> ConnectionReport:
        """Could a file be sent? `token` is what the token store gave. Raises `Cancelled`."""
        from ledgerdrop.services import connection  # noqa: PLC0415 - see the module

        return connection.try_connection(account, token, self._open_network(), cancel)
