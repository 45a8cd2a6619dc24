"""Start the practice server when an account wants it, without keeping the window waiting."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Code, Problem

if TYPE_CHECKING:
    from ledgerdrop.system.practice_process import Practice

log = logging.getLogger(__name__)

_STARTING_SECONDS: Final = 1.0  # it takes half a second; one that takes longer ends with this process


class PracticeHost(QObject):
    """Owns the practice server, of which there is at most one. Lives on the window's thread."""

    ready = Signal(object, str)  # the Account as it is now (its address changes with every start), and its token
    failed = Signal(object)  # Problem with what it said
    _start_ended = Signal(str)  # what it said; empty where it runs

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._practice: Practice | None = None
        self._closed = False
        self._wanted: Account | None = None
        self._starter: threading.Thread | None = None
        self._start_ended.connect(self._on_start_ended)  # queued: it comes from the thread

    def want(self, account: Account | None) -> None:
        """Have this account (None: one of the server's own) work with the practice server, and emit `ready`.

        Nothing is emitted for an account that has the address of the running server already.
        """
        self._wanted = account
        if self._practice is not None:
            if account is None or account.base_url != self._practice.account.base_url:
                self._tell(self._practice)
        elif self._starter is None:
            self._starter = threading.Thread(target=self._start, name="practice", daemon=True)
            self._starter.start()

    def close(self) -> None:
        """End the server, also one that is still starting, and remove what was uploaded to it."""
        with self._lock:
            self._closed = True
            practice, self._practice = self._practice, None
        if practice is not None:
            practice.close()
        elif self._starter is not None:
            self._starter.join(_STARTING_SECONDS)

    def _start(self) -> None:
        from ledgerdrop.system.practice_process import Practice, PracticeError  # noqa: PLC0415 - for who practises only

        try:
            practice = Practice()
        except (PracticeError, OSError) as error:
            self._start_ended.emit(str(error) or type(error).__name__)
            return
        with self._lock:
            if not self._closed:
                self._practice = practice
                self._start_ended.emit("")
                return
        practice.close()

    def _on_start_ended(self, said: str) -> None:
        self._starter = None
        if self._practice is not None:
            self._tell(self._practice)
        elif said:
            log.error("The practice server did not start: %s", said)
            self.failed.emit(Problem(Code.NO_PRACTICE, detail=said))

    def _tell(self, practice: Practice) -> None:
        ours = practice.account
        account = self._wanted or ours
        self.ready.emit(replace(account, base_url=ours.base_url, integration_id=ours.integration_id), practice.token)
