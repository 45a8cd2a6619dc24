"""Provide what the tests on the fault server send, and in whose name."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final, Generic, TypeVar

from ledgerdrop.clear_api.storage import Meter, upload
from ledgerdrop.files.reader import FileReader
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import CheckedFile, DroppedFile, OnProgress, Uploaded, UploadTarget
from ledgerdrop.model.problems import Problem
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken

T = TypeVar("T")

TOKEN: Final = "canary-7c1e-token"
INTEGRATION_ID: Final = "85899214-187b-4ca5-9d53-f89a83f955ba"


def account_of(base_url: str) -> Account:
    """Return an account at that server."""
    return Account("a", "Acme", Environment.CUSTOM, base_url, INTEGRATION_ID)


def checked_of(path: Path, name: str | None = None) -> CheckedFile:
    """Return the file as it is now, dropped and checked."""
    facts = path.stat()
    dropped = DroppedFile(path, name or path.name, facts.st_size, facts.st_mtime_ns)
    return CheckedFile(dropped, "csv", "text/csv", "text/csv")


def put_file(
    session: Session,
    target: UploadTarget,
    checked: CheckedFile,
    on_progress: OnProgress = lambda _progress: None,
    cancel: CancelToken | None = None,
) -> Uploaded | Problem:
    """Read the file and upload it, once."""
    cancel, meter = cancel or CancelToken(), Meter(on_progress)
    with FileReader(checked.file, cancel, on_silence=meter.stand_still) as reader:
        return upload(session, target, checked, reader, meter, cancel, None)


class Running(Generic[T]):
    """Runs a step in a thread of its own until the test stops it."""

    def __init__(self, step: Callable[[], T]) -> None:
        self._outcome: list[T | BaseException] = []
        self._thread = threading.Thread(target=self._run, args=(step,), daemon=True)
        self._thread.start()

    def _run(self, step: Callable[[], T]) -> None:
        try:
            self._outcome.append(step())
        except BaseException as error:  # noqa: BLE001 - raised again in `outcome`
            self._outcome.append(error)

    def outcome(self, seconds: float = 20.0) -> T:
        """Return what the step returned or raised; fail when it does not end."""
        self._thread.join(seconds)
        assert not self._thread.is_alive(), "it did not end"
        [outcome] = self._outcome
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome


def wait_until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for a condition that no event reports."""
    never = threading.Event()
    for _ in range(int(seconds / 0.01)):
        if condition():
            return
        never.wait(0.01)
    raise AssertionError("it did not happen")
