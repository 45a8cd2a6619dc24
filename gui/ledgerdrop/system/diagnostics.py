"""Say what support wants to know of a running program: as text to copy, without secrets and without the user's
name.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from ledgerdrop import __version__
from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.logs import Crash
from ledgerdrop.runtime.redaction import for_report


def diagnostics(settings: Settings | None, token_place: str, files: Mapping[str, int], log: str) -> str:
    """Return the program, its settings, how many `files` there are in each state, and the end of the log.

    `settings` is None where they are not known yet; `log` is what `Logs.recent` gave.
    """
    counts = ", ".join(f"{count} {state}" for state, count in files.items() if count)
    lines = [*_program(), f"tokens: {token_place or 'not known yet'}", f"files: {counts or 'none'}"]
    lines += ["settings: not known yet"] if settings is None else _described(settings)
    return for_report("\n".join([*lines, "", "log:", log or "(empty)"])).rstrip() + "\n"


def crash_report(crash: Crash) -> str:
    """Return an unexpected error, to be sent to us."""
    return for_report("\n".join([*_program(), f"thread: {crash.thread}", "", crash.text])).rstrip() + "\n"


def _program() -> Iterable[str]:
    yield f"LedgerDrop {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield f"at {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC by this computer's clock"


def _described(settings: Settings) -> Iterable[str]:
    yield f"{settings.jobs} uploads at a time; proxy: {settings.proxy.mode.value} {settings.proxy.url}".rstrip()
    policy, asked = settings.policy, "on" if settings.ask_for_updates else "off"
    yield f"looking for newer versions: {asked}; set by IT: {', '.join(sorted(policy.fixed)) or 'nothing'}"
    for account in settings.accounts:
        marks = ", set up by IT" if policy.lists(account.id) else ""
        marks += ", in use" if account.id == settings.current_id else ""
        # Not its name: that is often a client's.
        yield f"account: {account.environment.value}, {account.base_url}, ...{account.integration_id[-4:]}{marks}"
