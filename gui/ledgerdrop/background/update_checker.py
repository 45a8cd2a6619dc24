"""Asks now and then whether there is a newer version, in a thread that nobody waits for."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

import ledgerdrop
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.transfer.connectivity import is_silence

if TYPE_CHECKING:
    from ledgerdrop.model.settings import Settings
    from ledgerdrop.net.network import Network
    from ledgerdrop.system.update_check import Release

log = logging.getLogger(__name__)

FIRST_LOOK: Final = 10_000  # milliseconds after the settings came: the first files are more important
LOOK_EVERY: Final = 3_600_000  # whether a day has passed: a program may stay open for weeks
_SHUTDOWN_SECONDS: Final = 1.0


class Word(Enum):
    """List what can be said to "Check for updates" without a newer version or a problem."""

    NEWEST = auto()
    OFF_BY_IT = auto()
    NOT_SET_UP = auto()
    PRACTISING = auto()


@dataclass(frozen=True, slots=True)
class _Look:
    """Hold what one look brought: the latest release that is known, and why nothing newer than that is."""

    by_hand: bool
    release: Release | None = None
    problem: Problem | None = None


class UpdateWatch(QObject):
    """Lives on the window's thread. Nobody is asked before `use`, nor where the settings forbid it, nor in practice.

    `folder` is where it is remembered who was asked when (`locations.data`).
    """

    found = Signal(object)  # Release: a newer version than this one
    answered = Signal(object)  # to `ask_now`: Release (a newer one), Word or Problem
    _ended = Signal(object)  # _Look

    def __init__(
        self,
        folder: Path,
        open_network: Callable[[], Network | Problem],
        parent: QObject | None = None,
        *,
        practising: bool = False,
        version: str = ledgerdrop.__version__,
        first_look: int = FIRST_LOOK,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._open_network = open_network
        self._practising = practising
        self._version = version
        self._settings: Settings | None = None
        self._thread: threading.Thread | None = None
        self._leave = CancelToken()
        self._by_hand = False  # somebody waits for an answer
        self._timer = QTimer(self)
        self._timer.setInterval(first_look)
        self._timer.timeout.connect(self._on_time)
        self._ended.connect(self._on_ended)  # queued, since it comes from the thread

    def use(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        from ledgerdrop.system.update_check import Standing, standing  # noqa: PLC0415 - after the first paint

        self._settings = settings
        if self._practising or standing(settings) is not Standing.ON:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def ask_now(self) -> None:
        """The user wants to know, today's question or not: `answered`."""
        word = self._cannot_ask()
        if word is not None:
            self.answered.emit(word)
            return
        self._by_hand = True
        if self._thread is None:
            self._look()

    def shutdown(self) -> bool:
        """Give up what is under way. Returns whether that succeeded."""
        self._timer.stop()
        self._leave.cancel()
        if self._thread is not None:
            self._thread.join(_SHUTDOWN_SECONDS)
        return self._thread is None or not self._thread.is_alive()

    def _cannot_ask(self) -> Word | None:
        from ledgerdrop.system.update_check import Standing, standing  # noqa: PLC0415 - likewise

        if self._practising:
            return Word.PRACTISING
        if self._settings is None:
            return Word.NOT_SET_UP
        why = {Standing.OFF_BY_IT: Word.OFF_BY_IT, Standing.NOT_SET_UP: Word.NOT_SET_UP}
        return why.get(standing(self._settings))

    def _on_time(self) -> None:
        self._timer.setInterval(LOOK_EVERY)
        if self._thread is None:
            self._look()

    def _look(self) -> None:
        from ledgerdrop.system.update_check import address_of  # noqa: PLC0415 - likewise

        if self._settings is None or self._leave.is_cancelled():
            return
        words = (address_of(self._settings), self._by_hand)
        self._thread = threading.Thread(target=self._work, args=words, name="updates", daemon=True)
        self._thread.start()

    def _work(self, address: str, by_hand: bool) -> None:
        try:
            look = self._outcome(address, by_hand)
        except Cancelled:
            return
        except Exception as error:
            log.exception("Asking about newer versions broke down")
            look = _Look(by_hand, problem=Problem(Code.UNEXPECTED, detail=type(error).__name__))
        self._ended.emit(look)

    def _outcome(self, address: str, by_hand: bool) -> _Look:
        from ledgerdrop.system import update_check  # noqa: PLC0415 - requests takes 167 ms

        memory = update_check.recall(self._folder)
        now = time.time()
        if not by_hand and not memory.is_due(now):
            return _Look(by_hand, memory.release)
        # Noted down before, so that not even a crash on the way makes it two questions a day.
        if not update_check.remember(self._folder, replace(memory, asked_at=now)) and not by_hand:
            return _Look(by_hand, memory.release)
        network = self._open_network()
        answer = network if isinstance(network, Problem) else update_check.ask(address, network, self._leave)
        if not isinstance(answer, Problem):
            update_check.remember(self._folder, update_check.LastCheck(now, answer))
            return _Look(by_hand, answer)
        if is_silence(answer):  # nobody was asked
            update_check.remember(self._folder, memory)
        return _Look(by_hand, memory.release, update_check.unknown(address, answer.code.slug))

    def _on_ended(self, look: _Look) -> None:
        from ledgerdrop.system.versions import is_newer  # noqa: PLC0415 - likewise

        self._thread = None
        newer = look.release if look.release and is_newer(look.release.version, self._version) else None
        if look.by_hand:
            self._by_hand = False
            self.answered.emit(newer or look.problem or Word.NEWEST)
            return
        if newer is not None and self._timer.isActive():
            self.found.emit(newer)
        if self._by_hand:  # somebody came while this was under way
            self._look()
