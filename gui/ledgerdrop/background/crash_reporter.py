"""Keep the log, catch unexpected errors, and collect what is copied for support, off the window's thread."""

from __future__ import annotations

import logging
import platform
import threading
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from ledgerdrop import __version__
from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.logs import Crash, start_logs
from ledgerdrop.runtime.redaction import for_report

log = logging.getLogger(__name__)

_READING_SECONDS: Final = 1.0  # the end of a file of at most 1 MiB
_LOG_CHARACTERS: Final = 40_000


class Support(QObject):
    """Keeps the log in `folder` from now until `close`. Lives on the window's thread."""

    crashed = Signal(object)  # Crash, from whichever thread it was in
    collected = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._reader: threading.Thread | None = None
        self._logs = start_logs(folder, self.crashed.emit)

    def collect(self, settings: Settings | None, token_place: str, files: Mapping[str, int]) -> None:
        """Collect what support wants to know, and emit `collected`. A call while one runs starts no other."""
        if self._reader is not None and self._reader.is_alive():
            return

        def collect() -> None:
            self.collected.emit(diagnostics(settings, token_place, files, self._logs.recent(_LOG_CHARACTERS)))

        self._reader = threading.Thread(target=collect, name="support", daemon=True)
        self._reader.start()

    def close(self) -> None:
        """End the log."""
        if self._reader is not None:
            self._reader.join(_READING_SECONDS)
        self._logs.close()


def diagnostics(settings: Settings | None, token_place: str, files: Mapping[str, int], log: str) -> str:
    """Return program, settings, how many `files` there are in each state, and the end of the log, as text.

    `settings` is None where they are not known yet; `log` is what `Logs.recent` gave.
    """
    counts = ", ".join(f"{count} {state}" for state, count in files.items() if count)
    lines = [*_program(), f"tokens: {token_place or 'not known yet'}", f"files: {counts or 'none'}"]
    lines += ["settings: not known yet"] if settings is None else _described(settings)
    return for_report("\n".join([*lines, "", "log:", log or "(empty)"])).rstrip() + "\n"


def crash_report(crash: Crash) -> str:
    """Return the report on an unexpected error, to be sent to us."""
    return for_report("\n".join([*_program(), f"thread: {crash.thread}", "", crash.text])).rstrip() + "\n"


def _program() -> Iterable[str]:
    yield f"LedgerDrop {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield f"at {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC by this computer's clock"


def _described(settings: Settings) -> Iterable[str]:
    proxy, policy, asked = settings.proxy, settings.policy, "on" if settings.ask_for_updates else "off"
    yield f"{settings.uploads_at_once} uploads at a time; proxy: {proxy.mode.value} {proxy.url}".rstrip()
    yield f"looking for newer versions: {asked}; set by IT: {', '.join(sorted(policy.fixed)) or 'nothing'}"
    for account in settings.accounts:
        marks = ", set up by IT" if policy.lists(account.id) else ""
        marks += ", in use" if account.id == settings.current_id else ""
        # Not its name: that is often a client's.
        yield f"account: {account.environment.value}, {account.base_url}, ...{account.integration_id[-4:]}{marks}"
