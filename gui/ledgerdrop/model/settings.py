"""Define the settings: accounts, preferences, their choices, and which account the files of a folder go to."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum, auto
from pathlib import Path
from typing import Final

import ledgerdrop
from ledgerdrop.model.accounts import Account, Environment, is_https_url
from ledgerdrop.model.ingestion import IngestionOptions

_LEAST_LETTERS: Final = 4  # of a folder's name that stands for the beginning of an account's


def folder_key(folder: Path) -> str:
    """Return a key that is the same for two ways to write one folder, by its name alone: the disk is not read."""
    return unicodedata.normalize("NFC", os.path.normcase(folder))


@dataclass(frozen=True)
class FolderRule:
    """Holds the account that a folder's files go to, and how they are imported: None for as the account says."""

    account_id: str
    how: IngestionOptions | None = None


@dataclass(frozen=True)
class FolderOwner:
    """Holds a folder, the account that its files go to, and how they are imported: None for as the account says."""

    folder: Path
    account: Account
    how: IngestionOptions | None = None


@dataclass(frozen=True)
class FolderRules:
    """Holds the folders that have an account. Of two, one within the other, the inner one decides."""

    owners: Mapping[str, FolderOwner] = field(default_factory=dict)

    @classmethod
    def of(cls, owners: Iterable[FolderOwner]) -> FolderRules:
        """Build the rules from folders and accounts."""
        return cls({folder_key(owner.folder): owner for owner in owners})

    def owner(self, path: Path) -> FolderOwner | None:
        """Return the rule of the path, or else of the nearest folder above it; None where there is none."""
        if not self.owners:
            return None
        return next((found for one in (path, *path.parents) if (found := self.owners.get(folder_key(one)))), None)

    def how(self, path: Path, account: Account) -> IngestionOptions | None:
        """Return how a file of an account is imported, as its folder or else its account says; None for not."""
        owner = self.owner(path)
        own = owner.how if owner is not None and owner.account.id == account.id else None
        return own or account.after_upload

    def doubt(self, path: Path, account: Account, others: Iterable[Account]) -> tuple[str, Account] | None:
        """Return the folder above a file that is named after another account than the file's, and that account.

        Practice knows no doubt, and neither does a file whose folder belongs to its account by a rule.
        """
        owner = self.owner(path)
        if account.environment is Environment.PRACTICE or (owner is not None and owner.account.id == account.id):
            return None
        return named_account(path, account, others)

    def sort_out(
        self, paths: Iterable[Path], account: Account
    ) -> tuple[Iterable[tuple[Account, list[Path]]], tuple[FolderOwner, ...]]:
        """Sort paths by account: that of their folder, for all others the given one.

        Returns them by account, and the rules of the folders that have another than the given one.
        """
        groups: dict[str, tuple[Account, list[Path]]] = {}
        others: dict[Path, FolderOwner] = {}
        for path in paths:
            owner = self.owner(path)
            own = account if owner is None else owner.account
            groups.setdefault(own.id, (own, []))[1].append(path)
            if owner is not None and own.id != account.id:
                others[owner.folder] = owner
        return groups.values(), tuple(others.values())


def named_account(path: Path, account: Account, others: Iterable[Account]) -> tuple[str, Account] | None:
    """Return the folder above a file that is named after another account than its own, and that account.

    The folder nearest to the file decides; a folder that is named after the file's own account as well is right.
    """
    others = [other for other in others if _words(other.name) and _words(other.name) != _words(account.name)]
    home = Path.home()
    for folder in path.parents:
        if not folder.name or folder == home:
            break  # the user's own name says nothing
        if is_named_after(folder.name, account):
            return None
        for other in others:
            if is_named_after(folder.name, other):
                return folder.name, other
    return None


def is_named_after(folder: str, account: Account) -> bool:
    """Return whether a folder's name holds the account's name, or is its beginning: "Sharma" of "Sharma & Sons"."""
    short, full = _words(folder), _words(account.name)
    if not short or not full:
        return False
    if any(short[at : at + len(full)] == full for at in range(len(short) - len(full) + 1)):
        return True
    return full[: len(short)] == short and sum(map(len, short)) >= _LEAST_LETTERS


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", name).casefold()
    # Marks belong to their letters: vowel signs of Hindi are no letters by themselves.
    return "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in text).split()


DEFAULT_UPLOADS_AT_ONCE: Final = 4
MAX_UPLOADS_AT_ONCE: Final = 16
_MOST_RECENT_FOLDERS: Final = 10
_MOST_FOLDER_RULES: Final = 1000
_MOST_PIXELS: Final = 16_384


class Theme(StrEnum):
    """Lists the window's colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"  # high contrast, as light or dark as the system is


class SortBy(StrEnum):
    """Lists the orders of the list of files: of sending, or by the `Column` of that name."""

    SENDING = "sending"
    NAME = "name"
    SIZE = "size"
    STATUS = "status"


class ProxyMode(StrEnum):
    """Lists which proxy to use."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


@dataclass(frozen=True)
class ProxyChoice:
    """Holds the proxy to use. `url` is used with MANUAL only: `http://host:port`, without user name and password."""

    mode: ProxyMode = ProxyMode.SYSTEM
    url: str = ""


@dataclass(frozen=True)
class Policy:
    """Holds what the IT department keeps in its own hands (`store.managed_settings`).

    The program reads it at each start, and never writes it.

    `fixed` are the names of settings that the user cannot change; `accounts` are, by the account's ID, the names of
    its fields that the user cannot change. `updates_address` is the address that is asked about newer versions: ""
    for none, None where IT says nothing of it. `folders` are those whose account IT has set.
    """

    fixed: frozenset[str] = frozenset()
    accounts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    updates_address: str | None = None
    folders: frozenset[str] = frozenset()

    def fields_of(self, account_id: str) -> frozenset[str]:
        """Return the fields of that account that the user cannot change."""
        return self.accounts.get(account_id, frozenset())

    def lists(self, account_id: str) -> bool:
        """Return whether IT has set that account up: if removed, it would be back at the next start."""
        return "name" in self.fields_of(account_id)


@dataclass(frozen=True)
class Settings:
    """Holds all settings. `current_id` names the account in use, "" when there is none.

    `language` is a code such as "hi", or "" for the system's. `recent_folders`: the latest first.
    `sign_ins`: proxies, `host:port`, of which the password store has a user name and password. `placement`
    is where the window stood, in Qt's form as base64, "" where that is not known; `name_width` is how wide the user
    made the column of names, 0 for as wide as fits; `sort_by` and `descending` are the order of the list.
    `ask_for_updates`: whether to ask, once a day, if there is a newer version; `declined_version` is the one of which
    the user said "Not now". `chosen` are the names of settings that the user has changed, so that IT's defaults leave
    them alone; `preset_ids` says which account is which of IT's. `folders` are those that have a rule, and
    `declined_folders` those of which the user did not want that remembered.
    `others` are fields that this version does not know: kept, and written again.
    """

    accounts: tuple[Account, ...] = ()
    current_id: str = ""
    uploads_at_once: int = DEFAULT_UPLOADS_AT_ONCE
    language: str = ""
    theme: Theme = Theme.SYSTEM
    proxy: ProxyChoice = ProxyChoice()
    recent_folders: tuple[str, ...] = ()
    sign_ins: tuple[str, ...] = ()
    placement: str = ""
    name_width: int = 0
    sort_by: SortBy = SortBy.SENDING
    descending: bool = False
    ask_for_updates: bool = True
    declined_version: str = ""
    chosen: frozenset[str] = frozenset()
    preset_ids: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, FolderRule] = field(default_factory=dict)
    declined_folders: tuple[str, ...] = ()
    policy: Policy = Policy()
    others: Mapping[str, object] = field(default_factory=dict, repr=False)

    def within_limits(self) -> Settings:
        """Return the settings without what is beyond a limit, as a file changed by hand may have it."""
        return replace(
            self,
            uploads_at_once=min(max(self.uploads_at_once, 1), MAX_UPLOADS_AT_ONCE),
            name_width=self.name_width if 0 <= self.name_width <= _MOST_PIXELS else 0,
            recent_folders=self.recent_folders[:_MOST_RECENT_FOLDERS],
            declined_folders=self.declined_folders[:_MOST_FOLDER_RULES],
            folders=dict(list(self.folders.items())[:_MOST_FOLDER_RULES]),
        )

    @property
    def current(self) -> Account | None:
        """Return the account in use."""
        return self.account(self.current_id)

    def account(self, account_id: str) -> Account | None:
        """Return the account of that ID."""
        return next((account for account in self.accounts if account.id == account_id), None)

    def with_account(self, account: Account) -> Settings:
        """Return the settings with that account added, or replaced by its ID. The first one becomes the current."""
        accounts = {known.id: known for known in self.accounts} | {account.id: account}
        return replace(self, accounts=tuple(accounts.values()), current_id=self.current_id or account.id)

    def without_account(self, account_id: str) -> Settings:
        """Return the settings without that account; the first that is left becomes the current in its place."""
        accounts = tuple(account for account in self.accounts if account.id != account_id)
        folders = {folder: rule for folder, rule in self.folders.items() if rule.account_id != account_id}
        kept = replace(self, accounts=accounts, folders=folders)
        return kept if kept.current else replace(kept, current_id=accounts[0].id if accounts else "")

    def using(self, account_id: str) -> Settings:
        """Return the settings with another account in use; the same if there is no such account."""
        return replace(self, current_id=account_id) if self.account(account_id) else self

    def with_recent_folder(self, folder: str) -> Settings:
        """Return the settings with that folder as the latest."""
        return replace(self, recent_folders=_with_first(folder, self.recent_folders)[:_MOST_RECENT_FOLDERS])

    def folder_rules(self) -> FolderRules:
        """Return the folders that have an account."""
        return FolderRules.of(
            FolderOwner(Path(folder), account, rule.how)
            for folder, rule in self.folders.items()
            if (account := self.account(rule.account_id)) is not None
        )

    def with_folder_account(self, folder: str, account_id: str, how: IngestionOptions | None = None) -> Settings:
        """Return the settings with that folder's files going to that account, and imported like that."""
        rule = FolderRule(account_id, how)
        if self.account(account_id) is None or self.folders.get(folder) == rule:
            return self
        others = list(self.without_folder_account(folder).folders.items())
        return replace(self, folders=dict((*others, (folder, rule))[-_MOST_FOLDER_RULES:]))

    def without_folder_account(self, folder: str) -> Settings:
        """Return the settings with that folder's files going to the account in use again."""
        gone = folder_key(Path(folder))
        kept = {one: rule for one, rule in self.folders.items() if folder_key(Path(one)) != gone}
        return replace(self, folders=kept)

    def with_declined_folder(self, folder: str) -> Settings:
        """Return the settings that never offer again to remember an account for that folder."""
        return replace(self, declined_folders=_with_first(folder, self.declined_folders)[:_MOST_FOLDER_RULES])

    @property
    def updates_address(self) -> str:
        """Return the address to ask about newer versions; "" for nobody. One that is not https counts as none."""
        named = self.policy.updates_address
        address = ledgerdrop.UPDATES_ADDRESS if named is None else named
        return address if is_https_url(address) else ""

    @property
    def updates_standing(self) -> Standing:
        """Return whether these settings allow the question about newer versions."""
        forbidden = not self.ask_for_updates and "ask_for_updates" in self.policy.fixed
        if forbidden or self.policy.updates_address == "":
            return Standing.OFF_BY_IT
        if not self.updates_address:
            return Standing.NOT_SET_UP
        return Standing.ON if self.ask_for_updates else Standing.OFF


def _with_first(folder: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((folder, *known)))


@dataclass(frozen=True)
class Release:
    """Names a version, and the https address of the page to download it from."""

    version: str
    page: str


class Standing(Enum):
    """Lists whether somebody is asked about newer versions, and why not."""

    ON = auto()
    OFF = auto()  # the user's choice
    OFF_BY_IT = auto()
    NOT_SET_UP = auto()  # there is no address
    PRACTISING = auto()
