"""Give the workers that talk to Clear what they share: connections of their own, and the tokens of accounts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken, call_abandonable
from ledgerdrop.transfer.worker_pool import Worker

if TYPE_CHECKING:
    from ledgerdrop.net.session import LineSession
    from ledgerdrop.transfer.operations import Connections, Operations


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


class NetworkWorker(Worker):
    """Does work that needs a session and a token. `open_operations` is called on its thread."""

    def __init__(self, stop: threading.Event, open_operations: Callable[[], Operations], tokens: TokenCache) -> None:
        super().__init__(stop)
        self._open_operations = open_operations
        self.tokens = tokens

    @cached_property
    def operations(self) -> Operations:
        """Return what it does its work with."""
        return self._open_operations()

    @cached_property
    def connections(self) -> Connections:
        """Return its own connections."""
        return self.operations.connections()

    def open(self, account: Account, cancel: CancelToken) -> tuple[LineSession, str] | Problem:
        """Return a session and the token for that account. May wait for the keyring. Raises `Cancelled`."""
        token = call_abandonable(partial(self.tokens.token, account.id), cancel)
        if isinstance(token, Problem):
            return token
        session = self.connections.session(account)
        return session if isinstance(session, Problem) else (session, token)
