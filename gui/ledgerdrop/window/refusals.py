"""An account was refused: the banner says so, and offers to try again or to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.window.banner import Banner
from ledgerdrop.window.file_model import FileModel
from ledgerdrop.window.settings_desk import SettingsDesk

if TYPE_CHECKING:
    from ledgerdrop.workers.keeper import AccountKeeper
    from ledgerdrop.workers.queue import TransferQueue


class Refusals(QObject):
    """Tells of the latest one; the settings are offered for all that the banner leads there for."""

    def __init__(
        self,
        queue: TransferQueue,
        keeper: AccountKeeper,
        files: FileModel,
        banner: Banner,
        desk: SettingsDesk,
    ) -> None:
        super().__init__(banner)
        self._queue = queue
        self._files = files
        self._banner = banner
        self._desk = desk
        self._latest: tuple[str, Problem] | None = None  # what the banner is about
        queue.account_refused.connect(self._on_refused)
        keeper.signed_in.connect(self._on_signed_in)
        banner.retry_wanted.connect(self._try_again)
        banner.settings_wanted.connect(self._put_right)

    def _on_refused(self, account_id: str, problem: Problem) -> None:
        self._latest = (account_id, problem)
        self._banner.tell(problem, "bad", settings=True, owner=self._files.owner(account_id), retry=True)
        if problem.code is Code.PROXY_PASSWORD:
            self._desk.ask_once(problem.params.get("proxy", ""))

    def _try_again(self) -> None:
        self._banner.hide()
        if self._latest is not None:
            self._queue.try_account(self._latest[0])

    def _put_right(self) -> None:
        if self._banner.leads_to_retry and self._latest is not None:
            self._desk.put_right(*self._latest)
        else:
            self._desk.open()

    def _on_signed_in(self) -> None:
        if self._banner.leads_to_retry:
            self._banner.hide()
