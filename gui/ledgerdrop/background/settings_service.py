"""Give the window its only access to settings and tokens, in a worker that may wait for disk, keyring or server."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial, reduce, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeAlias

from PySide6.QtCore import QObject, Signal

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.store import settings_file
from ledgerdrop.store.account_files import Imported, read_accounts_file, write_accounts_file
from ledgerdrop.store.keyring_tokens import TokenStore, clean_token
from ledgerdrop.store.managed_settings import ManagedSettings, ManagedSettingsFound
from ledgerdrop.store.proxy_address import SignIn, forget_sign_in, write_sign_in
from ledgerdrop.store.settings_file import Changed
from ledgerdrop.transfer.qthread_pool import Worker, WorkerPool

P = ParamSpec("P")

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

    Task = Callable[[], object]
    Tasks = queue.SimpleQueue[Task | None]
    Action: TypeAlias = "Callable[Concatenate[SettingsService, P], None]"
    Update = Callable[[Settings], Settings]

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 2.0  # for what the user changed last, on a disk that is slow


class _SettingsWorker(Worker):
    """Does one task after another until it takes None. `on_bug` is called on its thread."""

    def __init__(self, stop: threading.Event, tasks: Tasks, on_bug: Callable[[Problem], None]) -> None:
        super().__init__(stop)
        self._tasks = tasks
        self._on_bug = on_bug

    def work(self) -> None:
        """Do tasks until there comes None; a bug in one is reported, and the next is done all the same."""
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Cancelled:
                log.info("A task was given up, since the program ends")
            except Exception as error:
                log.exception("Keeping the settings broke down")
                self._on_bug(Problem(Code.UNEXPECTED, detail=type(error).__name__))


def _on_worker(action: Action[P]) -> Action[P]:
    """Make a method an action that the worker does after those that were asked for before."""

    @wraps(action)
    def ask(service: SettingsService, /, *args: P.args, **kwargs: P.kwargs) -> None:
        service._do(partial(action, service, *args, **kwargs))

    return ask


class SettingsService(QObject):
    """Keeps accounts, preferences and tokens. Lives on the window's thread; every action returns at once.

    `folder` is where the settings are (`locations.settings`). `read_managed` reads what IT has set up; the settings
    that are emitted contain it. Actions are done on the worker's thread, in the order in which they were asked for,
    and the signals are emitted from there: slots are bound methods of objects of the window's thread.

    `known` are the settings as the window's thread was last told of them, None before they are loaded. They are never
    written: each action changes the settings as they are in the file. `token_place` is where tokens are kept, in
    words, "" before that is found out.
    """

    loaded = Signal(object)  # Settings
    saved = Signal(object)  # Settings, as they are now
    account_saved = Signal(object)  # Account, after `saved`: its settings or its token are new
    failed = Signal(object)  # Problem
    token_place_found = Signal(str)  # where tokens are kept, in words
    checked = Signal(str, object)  # account ID; ConnectionReport, or None where the test was given up
    imported = Signal(int, int)  # how many accounts are new, and how many were there already
    exported = Signal(str)  # the name of the file
    signed_in = Signal(str)  # a proxy, `host:port`, of which user name and password are known now
    signed_out = Signal(str)  # a proxy, `host:port`, of which they are forgotten

    def __init__(
        self,
        folder: Path,
        store: TokenStore,
        open_operations: Callable[[], Operations],
        read_managed: Callable[[], ManagedSettingsFound] = ManagedSettingsFound,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._store = store
        self._open_operations = open_operations
        self._read_managed = read_managed
        self.known: Settings | None = None
        self.token_place = ""
        self.loaded.connect(self._on_known)  # before all others, who may ask for them
        self.saved.connect(self._on_known)
        self._tasks: Tasks = queue.SimpleQueue()
        self._leave = CancelToken()
        self._test = CancelToken()  # the latest test's
        # Of the worker's thread alone, once it runs:
        self._managed = ManagedSettings()
        self._own = Settings()  # the user's own, as they were last read or written
        self._in_memory = False  # the file is of a newer version: it is left alone, and changes last for this session
        new_worker = partial(_SettingsWorker, tasks=self._tasks, on_bug=self.failed.emit)
        self._pool = WorkerPool("settings", new_worker, partial(self._tasks.put, None))

    @_on_worker
    def load(self) -> None:
        """Read the settings; emit `loaded` and then `token_place_found`, or `failed` too if something is wrong."""
        found = call_abandonable(self._read_managed, self._leave)
        self._managed = found.presets
        changed = self._change(lambda own: own)
        self._own = changed.settings  # also where they cannot be written
        self.loaded.emit(self._managed.apply(self._own))
        for problem in (*found.problems[:1], changed.problem):
            self._went_well(problem)
        self.token_place = self._store.place(self._leave)
        self.token_place_found.emit(self.token_place)

    @_on_worker
    def save(self, account: Account, token: str | None = None, *, session_only: bool = False) -> None:
        """Add an account or change it, and emit `saved` or `failed`. A `token` of None keeps the old one.

        `session_only` keeps the token in memory, when the password store cannot be used.
        """
        account = self._managed.allowed(self._own, account)
        if token is not None:  # it comes first: settings without it would be of no use
            problem = self._keep_token(account.id, token, session_only)
        else:
            problem = self._forget_token_of_another_address(account)
        if self._went_well(problem) and self._write(
            lambda own: own.with_account(self._managed.allowed(own, account))
        ):
            self.account_saved.emit(account)

    @_on_worker
    def remove(self, account_id: str) -> None:
        """Forget an account and its token, and emit `saved`, also `failed` if its token is still there."""
        problem = self._store.delete(account_id, self._leave)
        self._write(lambda own: own.without_account(account_id))
        self._went_well(problem)

    @_on_worker
    def use(self, account_id: str) -> None:
        """Make this account the one in use, and emit `saved` or `failed`."""
        self._write(lambda own: own.using(account_id))

    @_on_worker
    def import_accounts(self, path: str) -> None:
        """Add the accounts of a file that IT handed out, and emit `saved` and `imported`, or `failed`."""
        found = call_abandonable(partial(read_accounts_file, Path(path), self._own.accounts), self._leave)
        if isinstance(found, Problem):
            self.failed.emit(found)
        elif self._write(partial(_with_imported, found)):
            self.imported.emit(len(found.added), found.known)

    @_on_worker
    def export_accounts(self, path: str) -> None:
        """Write all accounts, but no tokens, to a file to hand out, and emit `exported` or `failed`."""
        file = Path(path)
        problem = call_abandonable(partial(write_accounts_file, file, self._own), self._leave)
        if self._went_well(problem):
            self.exported.emit(file.name)

    @_on_worker
    def sign_in(self, proxy: str, user: str, password: str, *, session_only: bool = False) -> None:
        """Keep user name and password of the proxy at `host:port`, and emit `signed_in` or `failed`."""
        problem = write_sign_in(self._store, proxy, SignIn(user, password), self._leave, session_only=session_only)
        if self._went_well(problem):
            self._write(lambda own: replace(own, sign_ins=tuple(dict.fromkeys((*own.sign_ins, proxy)))))
            self.signed_in.emit(proxy)

    @_on_worker
    def sign_out(self, proxy: str) -> None:
        """Forget user name and password of the proxy at `host:port`, and emit `signed_out` or `failed`."""
        problem = forget_sign_in(self._store, proxy, self._leave)
        if self._went_well(problem):
            self._write(lambda own: replace(own, sign_ins=tuple(one for one in own.sign_ins if one != proxy)))
            self.signed_out.emit(proxy)

    @_on_worker
    def change(self, update: Update) -> None:
        """Change preferences by a function of the settings as they are then, and emit `saved` or `failed`.

        `update` runs on the worker's thread and returns new settings; accounts have actions of their own.
        """
        self._write(lambda own: self._managed.chosen(own, update(self._managed.apply(own))))

    def test(self, account_id: str) -> None:
        """Test whether files could be sent, without sending one, and emit `checked`. The next action ends it."""
        cancel = CancelToken()
        self._do(partial(self._try_connection, account_id, cancel))
        self._test = cancel

    def shutdown(self) -> bool:
        """Finish the actions that were asked for, give up one that waits for the user, and join the thread.

        Returns whether that succeeded. Blocks for `GRACE_SECONDS` at most, and as `WorkerPool.shutdown` does.
        """
        self._test.cancel()
        if len(self._pool):
            finished = threading.Event()
            self._tasks.put(finished.set)
            finished.wait(GRACE_SECONDS)
        self._leave.cancel()
        return self._pool.shutdown()

    def _on_known(self, settings: Settings) -> None:
        self.known = settings

    def _do(self, task: Task) -> None:
        if self._leave.is_cancelled():
            return
        self._test.cancel()
        self._pool.resize(1)
        self._tasks.put(task)

    # On the worker's thread:

    def _try_connection(self, account_id: str, cancel: CancelToken) -> None:
        """Test the connection all the way to Clear's storage, without a file."""
        account = self._own.account(account_id)
        if account is None:
            return
        report = None
        with suppress(Cancelled), self._leave.on_cancel(cancel.cancel):
            report = self._open_operations().try_connection(account, self._store.get(account.id, cancel), cancel)
        self.checked.emit(account_id, report)

    def _forget_token_of_another_address(self, account: Account) -> Problem | None:
        """Forget the kept token if it was given for another address than the account has now.

        The window asks for a new token then; but another session may have changed the address meanwhile.
        """
        own = self._own
        if not self._in_memory:
            own = call_abandonable(lambda: settings_file.load(self._folder), self._leave).settings
        known = own.account(account.id)
        if known is None or known.base_url == account.base_url:
            return None
        return self._store.delete(account.id, self._leave)

    def _keep_token(self, account_id: str, text: str, session_only: bool) -> Problem | None:
        token = clean_token(text)
        if isinstance(token, Problem):
            return token
        # No token is left in the store without its account
        return self._store.set(account_id, token, self._leave, session_only=session_only or self._in_memory)

    def _went_well(self, problem: Problem | None) -> bool:
        """Emit the problem, if there is one. Returns whether there is none."""
        if problem is not None:
            self.failed.emit(problem)
        return problem is None

    def _write(self, update: Update) -> bool:
        """Change the settings, and emit them as they are now. Returns whether that succeeded."""
        changed = self._change(update)
        self._went_well(changed.problem)
        if changed.written:
            self.saved.emit(self._managed.apply(self._own))
        return changed.written

    def _change(self, update: Update) -> Changed:
        def merge(own: Settings) -> Settings:
            return self._managed.merge(update(own))

        problem = None
        if not self._in_memory:
            changed = call_abandonable(lambda: settings_file.change(self._folder, merge), self._leave)
            problem = changed.problem
            self._in_memory = problem is not None and problem.code is Code.SETTINGS_NEWER
        if self._in_memory:
            changed = Changed(merge(self._own), written=True, problem=problem)
        if changed.written:
            self._own = changed.settings
        return changed


def _with_imported(found: Imported, own: Settings) -> Settings:
    """Return the settings with these accounts added; a folder that has an account already keeps it."""
    settings = reduce(Settings.with_account, found.added, own)
    for folder, rule in found.folders.items():
        if folder not in own.folders:
            settings = settings.with_folder_account(folder, rule.account_id, rule.how)
    return settings
