"""The tokens of accounts, so that the keyring is asked once and not for every file."""

from __future__ import annotations

import threading
from collections.abc import Callable

from ledgerdrop.model.problems import Code, Problem


class TokenCache:
    """Tokens, each asked for once and kept in memory until its account changes. For any thread; never shown."""

    def __init__(self, ask: Callable[[str], str | Problem | None]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._known: dict[str, str | Problem] = {}

    def token(self, account_id: str) -> str | Problem:
        """Return the account's token, or why it has none that works. May wait for the keyring."""
        with self._lock:
            turn = self._turns.setdefault(account_id, threading.Lock())
        with turn:
            known = self._known.get(account_id)
            if known is not None:
                return known
            answer = self._ask(account_id) or Problem(Code.NO_TOKEN)
            with self._lock:
                if self._turns.get(account_id) is turn:  # not forgotten meanwhile
                    self._known[account_id] = answer
            return answer

    def refuse(self, account_id: str, token: str, problem: Problem) -> None:
        """Clear does not take it: whoever asks gets the problem, so that not every file tries it once more."""
        with self._lock:
            if self._known.get(account_id) == token:
                self._known[account_id] = problem

    def forget(self, account_id: str) -> None:
        """Ask again the next time."""
        with self._lock:
            self._known.pop(account_id, None)
            self._turns.pop(account_id, None)
