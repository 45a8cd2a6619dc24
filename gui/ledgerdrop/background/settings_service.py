"""The window's only way to settings and tokens. All of it may wait for a disk, a keyring or a server, so it is done
by a worker, one thing after another."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.net import proxies
from ledgerdrop.runtime.background_call import call_abandonable
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.store import settings_file
from ledgerdrop.store.account_files import read_accounts_file, write_accounts_file
from ledgerdrop.store.keyring_tokens import TokenStore, clean_token
from ledgerdrop.store.managed_settings import Found, ManagedSettings
from ledgerdrop.store.proxy_address import SignIn
from ledgerdrop.transfer.worker_pool import Worker, WorkerPool

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

    Task = Callable[[], None]
    ReadPresets = Callable[[], Found]

log = logging.getLogger(__name__)

SHUTDOWN_SECONDS: Final = 1.0


class _SettingsWorker(Worker):
    """Does what the keeper is asked for."""

    loaded = Signal(object)
    saved = Signal(object)
    account_saved = Signal(object)
    failed = Signal(object)
    token_place = Signal(str)
    checked = Signal(str, object)
    imported = Signal(int, int)
    exported = Signal(str)
    signed_in = Signal(str)

    def __init__(
        self,
        stop: threading.Event,
        tasks: queue.SimpleQueue[Task | None],
        folder: Path,
        store: TokenStore,
        open_steps: Callable[[], Operations],
        read_presets: ReadPresets,
        leave: CancelToken,
    ) -> None:
        super().__init__(stop)
        self._tasks = tasks
        self._folder = folder
        self._store = store
        self._open_steps = open_steps
        self._read_presets = read_presets
        self._leave = leave
        self._presets = ManagedSettings()
        self._settings = Settings()  # as they are written: the window gets them with what IT imposes

    def work(self) -> None:
        """Until there is None to do."""
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Cancelled:
                log.info("A task was given up, since the program ends")
            except Exception as error:
                log.exception("Keeping the settings broke down")
                self.failed.emit(Problem(Code.UNEXPECTED, detail=type(error).__name__))

    def load(self) -> None:
        """Tell the settings, and where tokens are kept."""
        laid_down = call_abandonable(self._read_presets, self._leave)
        found = call_abandonable(lambda: settings_file.load(self._folder), self._leave)
        self._presets = laid_down.presets
        self._settings = self._presets.merge(found.settings)
        self.loaded.emit(self._presets.apply(self._settings))
        problems = [*laid_down.problems[:1], found.problem]
        if self._settings != found.settings:  # so that accounts are known again, whatever IT changes
            problems.append(self._keep(self._settings))
        for problem in problems:
            if problem is not None:
                self.failed.emit(problem)
        self.token_place.emit(self._store.place(self._leave))

    def save(self, account: Account, token: str | None, session_only: bool) -> None:
        """The token first: settings without it would be of no use."""
        account = self._presets.allowed(self._settings, account)
        problem = None if token is None else self._keep_token(account.id, token, session_only)
        if problem is not None:
            self.failed.emit(problem)
        elif self._write(self._settings.with_account(account)):
            self.account_saved.emit(account)

    def remove(self, account_id: str) -> None:
        """The account goes even if its token cannot be reached; then the user is told."""
        problem = self._store.delete(account_id, self._leave)
        self._write(self._settings.without_account(account_id))
        if problem is not None:
            self.failed.emit(problem)

    def use(self, account_id: str) -> None:
        """Another account is in use."""
        self._write(self._settings.using(account_id))

    def import_accounts(self, path: Path) -> None:
        """Add the accounts of a file that are not there yet; tokens are not in it."""
        known = self._settings
        found = call_abandonable(lambda: read_accounts_file(path, known.accounts), self._leave)
        if isinstance(found, Problem):
            self.failed.emit(found)
        elif self._write(reduce(Settings.with_account, found.added, known)):
            self.imported.emit(len(found.added), found.known)

    def export_accounts(self, path: Path) -> None:
        """Write the accounts to a file, without their tokens."""
        accounts = self._settings.accounts
        problem = call_abandonable(lambda: write_accounts_file(path, accounts), self._leave)
        if problem is None:
            self.exported.emit(path.name)
        else:
            self.failed.emit(problem)

    def sign_in(self, proxy: str, known: SignIn, session_only: bool) -> None:
        """What that proxy wants to know."""
        problem = None
        if session_only:
            proxies.keep_sign_in_for_session(self._store, proxy, known)
        else:
            problem = proxies.write_sign_in(self._store, proxy, known, self._leave)
        if problem is None:
            self.signed_in.emit(proxy)
        else:
            self.failed.emit(problem)

    def prefer(self, wanted: Settings) -> None:
        """All but the accounts, which have tasks of their own."""
        self._write(self._presets.chosen(self._settings, wanted))

    def test(self, account_id: str, cancel: CancelToken) -> None:
        """Go all the way to Clear's storage, without a file."""
        account = self._settings.account(account_id)
        if account is None:
            return
        try:
            with self._leave.wakes(cancel.set):
                token = self._store.get(account.id, cancel)
                report = self._open_steps().try_connection(account, token, cancel)
        except Cancelled:
            self.checked.emit(account_id, None)
        else:
            self.checked.emit(account_id, report)

    def _keep_token(self, account_id: str, text: str, session_only: bool) -> Problem | None:
        token = clean_token(text)
        if isinstance(token, Problem):
            return token
        if not session_only:
            return self._store.set(account_id, token, self._leave)
        self._store.keep_for_session(account_id, token)
        return None

    def _write(self, settings: Settings) -> bool:
        settings = self._presets.merge(settings)
        problem = self._keep(settings)
        if problem is not None:
            self.failed.emit(problem)
            return False
        self._settings = settings
        self.saved.emit(self._presets.apply(settings))
        return True

    def _keep(self, settings: Settings) -> Problem | None:
        return call_abandonable(lambda: settings_file.save(self._folder, settings), self._leave)


class SettingsService(QObject):
    """Keeps accounts, preferences and tokens. Lives on the window's thread; every action returns at once.

    `folder` is where the settings are (`locations.settings`). `read_presets` is called on the keeper's thread, and
    tells what IT has set up; the settings that are told are those with what IT imposes.
    """

    loaded = Signal(object)  # Settings
    saved = Signal(object)  # Settings, as they are now
    account_saved = Signal(object)  # Account, after `saved`: its settings or its token are new
    failed = Signal(object)  # Problem
    token_place = Signal(str)  # where tokens are kept, in words
    checked = Signal(str, object)  # account ID; ConnectionReport, or None where the test was given up
    imported = Signal(int, int)  # how many accounts are new, and how many were there already
    exported = Signal(str)  # the name of the file
    signed_in = Signal(str)  # a proxy, `host:port`, of which user name and password are known now

    def __init__(
        self,
        folder: Path,
        store: TokenStore,
        open_steps: Callable[[], Operations],
        read_presets: ReadPresets = Found,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._leave = CancelToken()
        self._test = CancelToken()  # the latest test's
        self._worker = _SettingsWorker(
            threading.Event(), self._tasks, folder, store, open_steps, read_presets, self._leave
        )
        # Signals of this thread's object, so each comes through this thread's event loop.
        self._worker.loaded.connect(self.loaded)
        self._worker.saved.connect(self.saved)
        self._worker.account_saved.connect(self.account_saved)
        self._worker.failed.connect(self.failed)
        self._worker.token_place.connect(self.token_place)
        self._worker.checked.connect(self.checked)
        self._worker.imported.connect(self.imported)
        self._worker.exported.connect(self.exported)
        self._worker.signed_in.connect(self.signed_in)
        self._pool = WorkerPool("clerk", self._hand_over, partial(self._tasks.put, None))

    def load(self) -> None:
        """Read the settings: `loaded`, then `token_place`; `failed` if something was wrong with them."""
        self._do(self._worker.load)

    def save(self, account: Account, token: str | None = None, *, session_only: bool = False) -> None:
        """Add an account or change it: `saved` or `failed`. A `token` of None keeps the one there is.

        `session_only` keeps the token in memory, when the password store cannot be used.
        """
        self._do(partial(self._worker.save, account, token, session_only))

    def remove(self, account_id: str) -> None:
        """Forget an account and its token: `saved`, and `failed` if its token is still there."""
        self._do(partial(self._worker.remove, account_id))

    def use(self, account_id: str) -> None:
        """Make it the current one: `saved` or `failed`."""
        self._do(partial(self._worker.use, account_id))

    def import_accounts(self, path: Path) -> None:
        """Add the accounts of a file that IT handed out: `saved` and `imported`, or `failed`."""
        self._do(partial(self._worker.import_accounts, path))

    def export_accounts(self, path: Path) -> None:
        """Write all accounts, but no tokens, to a file to hand out: `exported` or `failed`."""
        self._do(partial(self._worker.export_accounts, path))

    def sign_in(self, proxy: str, user: str, password: str, *, session_only: bool = False) -> None:
        """Keep what the proxy at `host:port` wants to know in the password store: `signed_in` or `failed`."""
        self._do(partial(self._worker.sign_in, proxy, SignIn(user, password), session_only))

    def prefer(self, wanted: Settings) -> None:
        """Keep everything of these settings but accounts and the current one: `saved` or `failed`."""
        self._do(partial(self._worker.prefer, wanted))

    def test(self, account_id: str) -> None:
        """Find out whether files could be sent: `checked`. None is sent. The next action ends it."""
        cancel = CancelToken()
        self._do(partial(self._worker.test, account_id, cancel))
        self._test = cancel

    def shutdown(self) -> bool:
        """Give up what is under way, and join the thread. Returns whether that succeeded."""
        self._leave.set()
        self._pool.stop()
        return self._pool.join(time.monotonic() + SHUTDOWN_SECONDS)

    def _do(self, task: Task) -> None:
        if self._leave.is_set():
            return
        self._test.set()
        self._pool.resize(1)
        self._tasks.put(task)

    def _hand_over(self, stop: threading.Event) -> Worker:
        self._worker.stop = stop
        return self._worker
