"""Build every part of the window once, and own what runs until the end: the composition root."""

from __future__ import annotations

import ctypes
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon
from PySide6.QtWidgets import QMessageBox

from ledgerdrop import __version__, resources
from ledgerdrop.background.crash_reporter import Support
from ledgerdrop.background.inspection_service import InspectionService
from ledgerdrop.background.network_provider import NetworkProvider
from ledgerdrop.background.practice_host import PracticeHost
from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.background.update_checker import UpdateWatch
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import Summary
from ledgerdrop.runtime.locations import Locations, preset_files
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.managed_settings import ManagedSettingsFound, read_presets
from ledgerdrop.store.upload_notes import UploadNotes
from ledgerdrop.system.keep_awake import Awake
from ledgerdrop.system.single_instance import FirstInstance
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.application import Application
from ledgerdrop.ui.desktop import IconProgress, bring_to_front
from ledgerdrop.ui.dialogs.crash_dialog import CrashNotice
from ledgerdrop.ui.main_window import MainWindow
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import speak

if TYPE_CHECKING:
    from ledgerdrop.transfer.operations import Operations

_JOURNAL: Final = "journal.sqlite3"
_UNPAINTED_MS: Final = 2000  # a window that is minimized from the start is not painted


class App(QObject):
    """Owns all parts of a running program. Practice (`--practice`) has data of its own, and an account that works."""

    _handed_over = Signal(object)  # paths from a second instance, which come on a thread of their own

    def __init__(self, places: Locations, place: FirstInstance, support: Support, *, practice: bool) -> None:
        super().__init__()
        self._place = place
        self._support = support
        self._practice = practice
        self._paths: list[Path] = []
        self._start_timer = QTimer(self, singleShot=True, interval=_UNPAINTED_MS)
        self._start_timer.timeout.connect(self._start)
        self.token_store = store = TokenStore()
        self.network_provider = NetworkProvider(store)
        self._awake = Awake()
        self._notes = UploadNotes(places.data)
        journal = partial(open_journal, places.data / _JOURNAL)
        self.queue = TransferQueue(self._open_operations, store.get, journal)
        self.settings_service = SettingsService(places.settings, store, self._open_operations, self._read_presets)
        self.updates = UpdateWatch(places.data, self.network_provider.open_network, practising=practice)
        self.host = PracticeHost()
        self.inspections = InspectionService(self.queue)
        samples = sorted(resources.path("samples").iterdir())
        self.window = MainWindow(self.queue, self.settings_service, samples, practice=practice)
        self.window.workspace.inspections = self.inspections
        self._icon_progress = IconProgress(self.queue, self.window) if sys.platform == "win32" else None
        self.settings_service.loaded.connect(self._on_settings)
        self.settings_service.saved.connect(self._on_settings)
        self.settings_service.account_saved.connect(self.queue.account_saved)
        self.settings_service.signed_in.connect(self._on_signed_in)
        self.settings_service.signed_out.connect(self._on_signed_in)
        self.queue.summed_up.connect(self._on_summary)
        self.host.ready.connect(self._on_practice)
        self.host.failed.connect(self.settings_service.failed)
        self._handed_over.connect(self._on_handed_over)
        support.collected.connect(self._on_diagnostics)
        self.window.main_menu.log_wanted.connect(self._show_log)
        self.window.main_menu.diagnostics_wanted.connect(self._collect_diagnostics)
        self.window.updates.wanted.connect(self.updates.ask_now)
        self.updates.found.connect(self.window.updates.tell)
        self.updates.answered.connect(self.window.updates.answer)

    def open(self, paths: Sequence[Path]) -> None:
        """Show the window; start what may take time once it is on the screen."""
        self._paths = list(paths)
        self.window.installEventFilter(self)
        self.window.show()
        self._start_timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self._start_timer.start(0)  # when the whole frame has been painted
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """End everything that runs, within seconds, whatever disks, keyrings and servers do."""
        self._start_timer.stop()
        self._place.stop_listening()
        self.inspections.shutdown()
        self.queue.shutdown()
        self._notes.close()
        self.settings_service.shutdown()
        self.updates.shutdown()
        self.host.close()
        self._awake.stop()
        if self._icon_progress is not None:
            self._icon_progress.close()
        self._place.close()

    def _start(self) -> None:
        self.window.removeEventFilter(self)
        self._place.listen(self._handed_over.emit)
        self.settings_service.load()
        self.queue.start()
        self.window.add(self._paths)

    def _open_operations(self) -> Operations:
        from ledgerdrop.transfer.operations import Operations  # noqa: PLC0415 - on a worker's thread, after the first paint

        return Operations(self.network_provider.open_network, self._notes)

    def _read_presets(self) -> ManagedSettingsFound:
        """Read what IT has set up, on a worker's thread; in practice without IT's accounts, which are real."""
        found = read_presets(preset_files())
        return replace(found, presets=replace(found.presets, accounts=None)) if self._practice else found

    def _on_settings(self, settings: Settings) -> None:
        self.updates.use(settings)
        self.queue.use_accounts(settings.accounts)
        self.queue.set_uploads_at_once(settings.uploads_at_once)
        if self.network_provider.choose(settings.proxy):
            self.queue.network_changed()
        account = settings.current
        practises = self._practice if account is None else account.environment is Environment.PRACTICE
        if practises:
            self.host.want(account)

    def _on_signed_in(self) -> None:
        self.network_provider.forget()
        self.queue.network_changed()

    def _on_summary(self, summary: Summary) -> None:
        if summary.sending or summary.retrying:
            self._awake.start()
        else:
            self._awake.stop()

    def _on_practice(self, account: Account, token: str) -> None:
        self.settings_service.save(account, token, session_only=True)

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._support.folder)))

    def _collect_diagnostics(self) -> None:
        entries = map(self.queue.entry, self.queue.ids())
        states = Counter((entry.ingestion_status or entry.state).name.lower() for entry in entries)
        self._support.collect(self.settings_service.known, self.settings_service.token_place, states)

    def _on_diagnostics(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.window.banner.say(self.tr("Copied. Contains no tokens or names. Paste it into an email to support."))

    def _on_handed_over(self, paths: tuple[Path, ...]) -> None:
        self.window.add(paths)
        bring_to_front(self.window)


def run(places: Locations, place: FirstInstance | Problem, paths: Sequence[Path], *, practice: bool) -> int:
    """Show the window with these paths in its list until it is closed, or say why it cannot be shown.

    Returns the exit code.
    """
    application = Application([sys.argv[0]])
    application.setApplicationName("LedgerDrop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("ledgerdrop")
    application.setWindowIcon(QIcon(str(resources.path("icons/ledgerdrop.svg"))))
    speak(application, resources.path("translations"))
    if sys.platform == "win32" and getattr(sys, "frozen", False):
        # IT's silent upgrade closes the window (Windows' Restart Manager); this asks Windows to open it again then,
        # but not after a crash, a hang or a restart of the computer.
        ctypes.WinDLL("kernel32").RegisterApplicationRestart("--practice" if practice else "", 0b1011)
    if isinstance(place, Problem):
        words = wording.problem(place)
        QMessageBox.warning(None, "LedgerDrop", f"{words.headline}\n\n{words.advice}")
        return 1
    support = Support(places.logs)
    notice = CrashNotice()
    support.crashed.connect(notice.show)
    app = App(places, place, support, practice=practice)
    application.give_files_to(app.window.add)
    try:
        app.open(paths)
        exit_code = application.exec()
    finally:
        app.close()
    support.close()  # not after an error, which is still to be logged and shown
    return exit_code
