"""Asks now and then whether there is a newer version, in a thread that nobody waits for."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

import ledgerdrop
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, Settings
from ledgerdrop.model.updates import Release, Standing, address_of, is_newer, standing
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.transfer.connectivity import is_silence

if TYPE_CHECKING:
    from ledgerdrop.net.network import Network

log = logging.getLogger(__name__)

FIRST_LOOK: Final = 10_000  # milliseconds after the settings came: the first files are more important
LOOK_EVERY: Final = 3_600_000  # whether a day has passed: a program may stay open for weeks
_SHUTDOWN_SECONDS: Final = 1.0


class UpdateWatch(QObject):
    """Lives on the window's thread. Nobody is asked before `use`, nor where the settings forbid it, nor in practice.

    `folder` is where it is remembered who was asked when (`locations.data`).
    """

    found = Signal(object)  # Release: a newer version than this one, which the user has not declined
    answered = Signal(object)  # to `ask_now`: Release (a newer one), Problem, or Standing (ON: this is the newest)
    looked = Signal(bool, object)  # whether the user has asked; Release (any), Problem or None

    def __init__(
        self,
        folder: Path,
        open_network: Callable[[], Network | Problem],
        parent: QObject | None = None,
        *,
        practising: bool = False,
        version: str = ledgerdrop.__version__,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._open_network = open_network
        self._practising = practising
        self._version = version
        self._settings = Settings(policy=Policy(updates_address=""))  # nobody is asked before `use`
        self._thread: threading.Thread | None = None
        self._leave = CancelToken()
        self._by_hand = False  # somebody waits for an answer
        self.timer = QTimer(self)  # until it looks by itself
        self.timer.setInterval(FIRST_LOOK)
        self.timer.timeout.connect(self._on_time)
        self.looked.connect(self._on_looked)  # queued, since it comes from the thread

    def use(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        self._settings = settings
        if self._standing() is not Standing.ON:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    def ask_now(self) -> None:
        """Ask because the user wants to know, today's question or not: `answered`."""
        if (now := self._standing()) not in (Standing.ON, Standing.OFF):
            self.answered.emit(now)
            return
        self._by_hand = True
        self._look()

    def shutdown(self) -> bool:
        """Give up what is under way. Returns whether that succeeded."""
        self.timer.stop()
        self._leave.cancel()
        if self._thread is not None:
            self._thread.join(_SHUTDOWN_SECONDS)
        return self._thread is None or not self._thread.is_alive()

    def _standing(self) -> Standing:
        return Standing.PRACTISING if self._practising else standing(self._settings)

    def _on_time(self) -> None:
        self.timer.setInterval(LOOK_EVERY)
        self._look()

    def _look(self) -> None:
        if self._thread is None and not self._leave.is_cancelled():
            words = (address_of(self._settings), self._by_hand)
            self._thread = threading.Thread(target=self._work, args=words, name="updates", daemon=True)
            self._thread.start()

    def _work(self, address: str, by_hand: bool) -> None:
        outcome: Release | Problem | None
        try:
            outcome = self._outcome(address, by_hand)
        except Cancelled:
            return
        except Exception as error:
            log.exception("Asking about newer versions broke down")
            outcome = Problem(Code.UNEXPECTED, detail=type(error).__name__)
        self.looked.emit(by_hand, outcome)

    def _outcome(self, address: str, by_hand: bool) -> Release | Problem | None:
        """Ask, unless today's question was asked. Returns the latest release that is known, newer or not."""
        from ledgerdrop.system import update_check  # noqa: PLC0415 - requests takes 167 ms

        last = update_check.recall(self._folder)
        now = time.time()
        if not by_hand and not last.is_due(now):
            return last.release
        # Noted down before, so that not even a crash on the way makes it two questions a day.
        if not update_check.remember(self._folder, replace(last, asked_at=now)) and not by_hand:
            return last.release
        network = self._open_network()
        answer = network if isinstance(network, Problem) else update_check.ask(address, network, self._leave)
        if not isinstance(answer, Problem):
            update_check.remember(self._folder, update_check.LastCheck(now, answer))
            return answer
        if is_silence(answer):  # nobody was asked
            update_check.remember(self._folder, last)
        newer_known = last.release is not None and is_newer(last.release.version, self._version)
        return last.release if newer_known else update_check.unknown(address, answer.code.slug)

    def _on_looked(self, by_hand: bool, outcome: Release | Problem | None) -> None:
        self._thread = None
        newer = isinstance(outcome, Release) and is_newer(outcome.version, self._version)
        if by_hand:
            self._by_hand = False
            self.answered.emit(outcome if newer or isinstance(outcome, Problem) else Standing.ON)
            return
        declined = isinstance(outcome, Release) and outcome.version == self._settings.declined_version
        if newer and not declined and self.timer.isActive():
            self.found.emit(outcome)
        if self._by_hand:  # somebody came while this was under way
            self._look()
