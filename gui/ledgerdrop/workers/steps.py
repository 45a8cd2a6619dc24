"""The steps of the journey, as the workers call them.

The one place where they are imported, and only when a worker needs them: requests, keyring and libmagic take some
hundred milliseconds to import, and the window must be on the screen before that.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.checked import CheckedFile
from ledgerdrop.pipeline.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledgerdrop.pipeline.dropped import DroppedFile
    from ledgerdrop.pipeline.progress import Progress
    from ledgerdrop.pipeline.uploaded import Uploaded
    from ledgerdrop.workers.sending import SendJob


class Steps:
    """Called on the threads of workers. Tests put other steps in their place, which block or break down."""

    def drop(self, path: Path, name: str | None) -> DroppedFile | Problem:
        """Is there a file that may be sent? A folder is `Code.FOLDER`."""
        dropped = import_module("ledgerdrop.pipeline.dropped")

        outcome: DroppedFile | Problem = dropped.drop(path, name)
        return outcome

    def find(self, folder: Path, cancel: Cancel) -> Any:
        """The files in a folder and those below it. Raises `Cancelled`."""
        folders = import_module("ledgerdrop.pipeline.folders")

        result: Any = folders.find_files([folder], cancel)
        return result

    def check(self, file: DroppedFile, cancel: Cancel) -> CheckedFile | Problem:
        """Is it what its name says? Raises `Cancelled`."""
        checked = import_module("ledgerdrop.pipeline.checked")

        outcome: CheckedFile | Problem = checked.check(file, cancel)
        return outcome

    def open_session(self) -> Any:
        """Connections of their own for one worker, made on its thread."""
        sessions = import_module("ledgerdrop.services.sessions")

        result: Any = sessions.open_session()
        return result

    def send(
        self, session: Any, job: SendJob, token: str, on_progress: Callable[[Progress], None]
    ) -> Uploaded | Problem:
        """All steps that leave the machine, with retries."""
        journey = import_module("ledgerdrop.pipeline.journey")

        controls = journey.Controls(on_progress, job.cancel, job.hurry)
        outcome: Uploaded | Problem = journey.send(session, job.account, token, job.checked, controls)
        return outcome
