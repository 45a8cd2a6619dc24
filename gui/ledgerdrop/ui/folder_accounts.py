"""Say which account a folder belongs to: after a drop, as an offer after a send, and as a question before one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.settings import FolderOwner, Settings, folder_key
from ledgerdrop.model.transfers import Notice, State, Summary, TransferItem
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.banner import Banner
from ledgerdrop.ui.dialogs.dialog import Question
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.formatting import plural
from ledgerdrop.ui.text.language import fill, visible, without_mnemonic

translate = QCoreApplication.translate
_MOST_NAMED = 3  # folders in one message
Doubt = tuple[str, Account, Account]  # a folder, the account that it is named after, and that of its files


def told_after_drop(notice: Notice) -> str:
    """Return which accounts the files take, what was left out, what was listed already; "" for nothing to say."""
    again, skipped = len(notice.already_listed), notice.skipped
    parts = (
        _routed(notice.owners),
        wording.end_unlisted(notice.status, notice.unlisted) if notice.unlisted else "",
        _in_doubt(*notice.doubt) if notice.doubt else "",
        plural("%Ln file(s) already in the list, now selected.", again) if again else "",
        plural("%Ln hidden or temporary file(s) skipped, such as ~$… of open workbooks.", skipped) if skipped else "",
    )
    return " ".join(filter(None, parts))


def _routed(owners: Sequence[FolderOwner]) -> str:
    """Return in words which accounts the files of known folders have taken; "" for none."""
    text = translate("Folders", "Files from “{folder}” go to {account}.")
    said = [
        fill(text, {"folder": visible(owner.folder.name), "account": wording.account(owner.account)})
        for owner in owners[:_MOST_NAMED]
    ]
    if len(owners) > _MOST_NAMED:
        said.append(translate("Folders", "Other folders go to their own accounts, too."))
    return " ".join(said)


def _in_doubt(folder: str, account: Account) -> str:
    """Return in words that files of a folder wait, since it is named after another account."""
    text = translate(
        "Folders", "Files from “{folder}” weren't sent to {account}: the folder is named after another account."
    )
    return fill(text, {"folder": visible(folder), "account": wording.account(account)})


def telling_folder(items: Sequence[TransferItem]) -> Path | None:
    """Return the one folder that all of these come from, if it can name a client; the user's own ones cannot."""
    inner = {Path(item.group_folder) if item.dropped_in else item.path.parent for item in items}
    folders = inner if len(inner) == 1 else {item.dropped_in or item.path.parent for item in items}
    if len(folders) != 1:
        return None
    folder = folders.pop()
    home = Path.home()
    general = not folder.name or home in {folder, folder.parent} or home.is_relative_to(folder)
    return None if general else folder


class FolderOffer(QObject):
    """Offers, once for each folder, to remember its account when what was sent from it is uploaded."""

    def __init__(self, queue: TransferQueue, settings_service: SettingsService, banner: Banner) -> None:
        super().__init__(banner)
        self._queue = queue
        self._settings_service = settings_service
        self._banner = banner
        self._sent: tuple[FolderOwner, frozenset[int]] | None = None
        queue.summed_up.connect(self._on_summary)
        banner.remember.clicked.connect(self._on_remember)
        banner.not_now.clicked.connect(self._on_not_now)

    def note_sent(self, items: Sequence[TransferItem], settings: Settings) -> None:
        """Note that the user has sent these files; only files of one account lead to an offer."""
        folder = telling_folder(items)
        account = settings.account(items[0].account_id) if len({item.account_id for item in items}) == 1 else None
        if folder is not None and account is not None and self._may_offer(folder, account):
            hows = {self._queue.after_upload(item.id) for item in items}
            how = hows.pop() if len(hows) == 1 else None
            owner = FolderOwner(folder, account, None if how == account.after_upload else how)
            self._sent = (owner, frozenset(item.id for item in items))

    def _may_offer(self, folder: Path, account: Account) -> bool:
        settings = self._settings_service.known
        if settings is None or account.environment is Environment.PRACTICE:
            return False
        others = [one for one in settings.accounts if one.environment is not Environment.PRACTICE]
        declined = {folder_key(Path(one)) for one in settings.declined_folders}
        owned = settings.folder_rules().owner(folder) is not None
        return len(others) > 1 and not owned and folder_key(folder) not in declined

    def _on_summary(self, summary: Summary) -> None:
        """Show the offer when all uploads have ended, unless another message is shown."""
        if self._sent is None or summary.in_progress or not summary.done or not self._banner.isHidden():
            return
        owner, rows = self._sent
        self._sent = None
        listed = rows.intersection(self._queue.ids())
        uploaded = any(self._queue.entry(row).state is State.UPLOADED for row in listed)
        if uploaded and self._may_offer(owner.folder, owner.account):
            text = self.tr("Should files from “{folder}” always go to {account}?")
            folder = visible(wording.folder(owner.folder / "any"))
            names = {"folder": folder, "account": wording.account(owner.account)}
            if owner.how:
                text = self.tr("Should files from “{folder}” always go to {account}, imported as {how}?")
                names["how"] = wording.options(owner.how)
            self._banner.say(fill(text, names), offer=(self._banner.not_now, self._banner.remember), subject=owner)

    def _on_remember(self) -> None:
        if isinstance(owner := self._banner.subject, FolderOwner):
            folder, account_id, how = str(owner.folder), owner.account.id, owner.how
            self._settings_service.change(lambda settings: settings.with_folder_account(folder, account_id, how))
        self._banner.hide()

    def _on_not_now(self) -> None:
        if isinstance(owner := self._banner.subject, FolderOwner):
            folder = str(owner.folder)
            self._settings_service.change(lambda settings: settings.with_declined_folder(folder))
        self._banner.hide()


class DoubtQuestion(Question):
    """Asks before files are sent whose folder is named after another account than theirs."""

    def __init__(self, doubts: Sequence[Doubt], parent: QWidget) -> None:
        super().__init__(parent)
        told = [self._told(*doubt) for doubt in doubts[:_MOST_NAMED]]
        if len(doubts) > _MOST_NAMED:
            told.append(self.tr("%Ln more folder(s)", None, len(doubts) - _MOST_NAMED))
        folder, _, account = doubts[0]
        names = {"folder": visible(folder), "account": wording.account(account)}
        one = len(doubts) == 1
        asked = self.tr("Send files from “{folder}” to {account}?") if one else self.tr("Are the accounts right?")
        send = without_mnemonic(fill(self.tr("Send to {account}"), names)) if one else self.tr("Send them")
        self.put(self.tr("Right account?"), fill(asked, names), "\n".join(told), send, self.tr("Don't send"))

    def _told(self, folder: str, other: Account, account: Account) -> str:
        names = {"folder": visible(folder), "other": wording.account(other), "account": wording.account(account)}
        text = self.tr("“{folder}” is named after your account {other}, but its files would go to {account}.")
        return fill(text, names)


def doubts(items: Sequence[TransferItem], settings: Settings) -> list[Doubt]:
    """Return the folders of files that are named after another account than theirs."""
    rules = settings.folder_rules()
    found: dict[tuple[str, str], Doubt] = {}
    one_of_each = {(item.path.parent, item.account_id): item.path for item in items}
    for (_, account_id), path in one_of_each.items():
        account = settings.account(account_id)
        if account is not None and (named := rules.doubt(path, account, settings.accounts)):
            found.setdefault((named[0], account.id), (*named, account))
    return list(found.values())
