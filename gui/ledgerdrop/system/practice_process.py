"""Run the practice server as a child process: real HTTP, real storage rules, nothing leaves this machine."""

from __future__ import annotations

import secrets
import subprocess
import tempfile
import uuid
from pathlib import Path
from typing import Final

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.runtime.cancel import CancelToken, call_abandonable
from ledgerdrop.runtime.command_line import own_command, own_environment

PRACTICE_ID: Final = "practice"
_START_SECONDS: Final = 30.0  # a virus scanner may want to look at a frozen program first
_STOP_SECONDS: Final = 1.0


class PracticeError(Exception):
    """Says that the practice server did not start. The argument is what it printed."""


class Practice:
    """Runs a practice server until `close`. It ends with this process, however that ends.

    `account` is one that the server accepts, `token` its token. Uploads are removed with the server. Raises
    `PracticeError` when it does not start.
    """

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(24)
        integration_id = str(uuid.uuid4())
        self._folder = tempfile.TemporaryDirectory(prefix="ledgerdrop-practice-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        token_file = folder / "token"
        token_file.write_text(self.token, encoding="ascii")  # in a folder of mode 0700; read at once, then removed
        words = ["--root", str(folder / "storage"), "--token-file", str(token_file)]
        words += ["--integration-id", integration_id, "--until-stdin-closes"]
        self._child = subprocess.Popen(  # noqa: S603 - this very program, and words of our own
            own_command("practice", *words),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=own_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            base_url = self._wait_until_ready()
        except PracticeError:
            self.close()
            raise
        token_file.unlink()
        self.account = Account(PRACTICE_ID, "", Environment.PRACTICE, base_url, integration_id)

    def close(self) -> None:
        """End the server, and remove what was uploaded to it."""
        try:
            self._child.communicate(timeout=_STOP_SECONDS)  # closes its input, with which it ends
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()
        self._folder.cleanup()

    def _wait_until_ready(self) -> str:
        """Return the server's address. No platform reads a pipe with a time limit, so another thread reads it."""
        stream = self._child.stdout
        try:
            line = call_abandonable(lambda: stream.readline() if stream else b"", CancelToken(), _START_SECONDS)
        except TimeoutError:
            raise PracticeError(f"It said nothing for {_START_SECONDS:g} seconds.") from None
        said = line.decode("utf-8", "replace").strip()
        ready, _, base_url = said.partition(" ")
        if ready != "READY":
            raise PracticeError(said)
        return base_url
