"""Ask one address, at most once a day, whether there is a newer version. Nothing is ever downloaded or installed.

The question is a plain GET over https, over the same network as uploads, in a thread that nobody waits for. It
carries the program's name and version (User-Agent), but no token, no cookie and nothing else that identifies the user
or the computer. No redirect is followed.
"""

from __future__ import annotations

import json
import logging
import re
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

import ledgerdrop
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, Release, Settings, Standing
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.runtime.atomic_file import write_atomically
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.runtime.locations import private_folder
from ledgerdrop.store.account_files import parse_json
from ledgerdrop.transfer.connectivity import is_silence

if TYPE_CHECKING:
    from ledgerdrop.net.network import Network

log = logging.getLogger(__name__)

FIRST_LOOK: Final = 10_000  # milliseconds after the settings came: the first files are more important
LOOK_EVERY: Final = 3_600_000  # milliseconds from then on: a program may stay open for weeks
_SHUTDOWN_SECONDS: Final = 1.0
FILE_NAME: Final = "updates.json"
DAY: Final = 24 * 3600.0  # seconds
LONGEST: Final = 64 * 1024  # bytes of an answer, and of our own file
LONGEST_PAGE: Final = 2000  # characters
TIMEOUTS: Final = RetryPolicy(connect=15.0, answer=30.0)
_VERSION: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9}){0,4})(?:(a|b|rc)(\d{1,9}))?", re.ASCII)  # as PEP 440 has it
_FINAL: Final = "z"  # in place of a stage: it sorts after a, b and rc


class UpdateWatch(QObject):
    """Checks for newer versions. Lives on the window's thread.

    Nobody is asked before `use`, nor where the settings forbid it, nor in practice. The time of the last question is
    kept in `folder` (`locations.data`).
    """

    found = Signal(object)  # Release: a newer version than this one, which the user has not declined
    answered = Signal(object)  # to `ask_now`: Release (a newer one), Problem, or Standing (ON: this is the newest)
    looked = Signal(bool, object)  # whether the user has asked; Release (any), Problem or None

    def __init__(
        self, folder: Path, open_network: Callable[[], Network | Problem], *, practising: bool = False
    ) -> None:
        super().__init__()
        self._folder = folder
        self._open_network = open_network
        self._practising = practising
        self._settings = Settings(policy=Policy(updates_address=""))  # nobody is asked before `use`
        self._thread: threading.Thread | None = None
        self._leave = CancelToken()
        self._by_hand = False  # somebody waits for an answer
        self.timer = QTimer(self, interval=FIRST_LOOK)  # until it looks by itself
        self.timer.timeout.connect(self._on_time)
        self.looked.connect(self._on_looked)  # queued, since it comes from the thread

    def use(self, settings: Settings) -> None:
        """Follow these settings from now on."""
        self._settings = settings
        if self._standing() is not Standing.ON:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    def ask_now(self) -> None:
        """Ask because the user wants to know, even if today's question was asked, and emit `answered`."""
        if (now := self._standing()) not in (Standing.ON, Standing.OFF):
            self.answered.emit(now)
            return
        self._by_hand = True
        self._look()

    def shutdown(self) -> bool:
        """Give up the running question. Returns whether it ended in time."""
        self.timer.stop()
        self._leave.cancel()
        if self._thread is not None:
            self._thread.join(_SHUTDOWN_SECONDS)
        return self._thread is None or not self._thread.is_alive()

    def _standing(self) -> Standing:
        return Standing.PRACTISING if self._practising else self._settings.updates_standing

    def _on_time(self) -> None:
        self.timer.setInterval(LOOK_EVERY)
        self._look()

    def _look(self) -> None:
        if self._thread is None and not self._leave.is_cancelled():
            question = (self._settings.updates_address, self._by_hand)
            self._thread = threading.Thread(target=self._work, args=question, name="updates", daemon=True)
            self._thread.start()

    def _work(self, address: str, by_hand: bool) -> None:
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
        last = recall(self._folder)
        now = time.time()
        if not by_hand and not last.is_due(now):
            return last.release
        # Noted down before, so that not even a crash on the way makes it two questions a day.
        if not remember(self._folder, replace(last, asked_at=now)) and not by_hand:
            return last.release
        network = self._open_network()
        answer = network if isinstance(network, Problem) else ask(address, network, self._leave)
        if not isinstance(answer, Problem):
            remember(self._folder, LastCheck(now, answer))
            return answer
        if is_silence(answer):  # nobody was asked
            remember(self._folder, last)
        newer_known = last.release is not None and is_newer(last.release.version, ledgerdrop.__version__)
        return last.release if newer_known else unknown(address, answer.code.slug)

    def _on_looked(self, by_hand: bool, outcome: Release | Problem | None) -> None:
        self._thread = None
        newer = isinstance(outcome, Release) and is_newer(outcome.version, ledgerdrop.__version__)
        if by_hand:
            self._by_hand = False
            self.answered.emit(outcome if newer or isinstance(outcome, Problem) else Standing.ON)
            return
        declined = isinstance(outcome, Release) and outcome.version == self._settings.declined_version
        if newer and not declined and self.timer.isActive():
            self.found.emit(outcome)
        if self._by_hand:  # somebody came while this was under way
            self._look()


def ask(address: str, network: Network, cancel: CancelToken, timeouts: RetryPolicy = TIMEOUTS) -> Release | Problem:
    """Ask the address. Returns its release, a problem of the network, or `NEWEST_UNKNOWN` for an answer without one.

    Blocks. Raises `Cancelled`.
    """
    from ledgerdrop.net import exchange, session  # noqa: PLC0415 - requests takes 167 ms

    if not is_https_url(address):
        return unknown(address, "not an https address")
    with session.open_session(network, timeouts) as opened:
        answer = exchange.fetch(opened, address, {"Accept": "application/json"}, cancel)
    if isinstance(answer, Problem):
        log.info("no word about newer versions: %s", answer.code.slug)
        return answer
    readable = answer.status == 200 and not answer.too_long and len(answer.body) <= LONGEST
    release = read_release(parse_json(answer.body)) if readable else None
    if release is None:
        log.info("no word about newer versions: an answer that is none, with status %d", answer.status)
        return unknown(address, f"answered with {answer.status}")
    return release


def unknown(address: str, why: str) -> Problem:
    """Return the problem that the newest version could not be found out."""
    return Problem(Code.NEWEST_UNKNOWN, {"host": urlsplit(address).hostname or ""}, detail=why)


def read_release(form: object) -> Release | None:
    """Return the release that an answer names, None if it names none."""
    version, page = (form.get("version"), form.get("page")) if isinstance(form, dict) else (None, None)
    if not (isinstance(version, str) and isinstance(page, str)):
        return None
    usable = is_version(version) and len(page) <= LONGEST_PAGE and is_https_url(page)
    return Release(version, page) if usable else None


@dataclass(frozen=True)
class LastCheck:
    """Holds when somebody was asked last (seconds, `time.time`), and the latest release that the answer named."""

    asked_at: float = 0.0
    release: Release | None = None

    def is_due(self, now: float) -> bool:
        """Return whether a day has passed. A clock that was put back since must not make it wait for ever."""
        return not 0 <= now - self.asked_at < DAY


def recall(folder: Path) -> LastCheck:
    """Read the last check; one that cannot be read counts as none."""
    form: object = None
    with suppress(OSError), (folder / FILE_NAME).open("rb") as file:
        form = parse_json(file.read(LONGEST + 1))
    if not isinstance(form, dict):
        return LastCheck()
    asked_at = form.get("asked_at")
    return LastCheck(asked_at if isinstance(asked_at, float) else 0.0, read_release(form.get("release")))


def remember(folder: Path, last: LastCheck) -> bool:
    """Write the last check for the next start. Returns whether that succeeded."""
    try:
        if problem := private_folder(folder):
            raise PermissionError(problem.detail)
        write_atomically(folder / FILE_NAME, json.dumps(asdict(last)).encode())
    except OSError as error:
        log.warning("it cannot be remembered who was asked about newer versions: %s", type(error).__name__)
        return False
    return True


def is_version(text: str) -> bool:
    """Return whether the text is a version such as 1.2.3 or 1.2.0rc1."""
    return _VERSION.fullmatch(text) is not None


def is_newer(offered: str, ours: str) -> bool:
    """Return whether `offered` is newer; False when one of the two is no version."""
    return is_version(offered) and is_version(ours) and _order(offered) > _order(ours)


def _order(version: str) -> tuple[list[int], str, int]:
    numbers, stage, count = _VERSION.fullmatch(version).groups()  # type: ignore[union-attr] # it is one
    parts = [int(number) for number in re.sub(r"(\.0+)+$", "", numbers).split(".")]  # 1.2 and 1.2.0 are the same
    return parts, stage or _FINAL, int(count or 0)
