"""Which account the files of a folder go to."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions

LEAST_LETTERS = 4  # of a folder's name that stands for the beginning of an account's


def folder_key(folder: Path) -> str:
    """Return what is the same for two ways to write one folder; names are compared, nothing is looked up on disk."""
    return unicodedata.normalize("NFC", os.path.normcase(folder))


@dataclass(frozen=True, slots=True)
class FolderOwner:
    """A folder, the account that its files go to, and how they are imported: None for as the account says."""

    folder: Path
    account: Account
    how: IngestionOptions | None = None


@dataclass(frozen=True, slots=True)
class SortedOut:
    """Paths by the account that they go to; `others` are the folders that have another than the one in use."""

    groups: tuple[tuple[Account, tuple[Path, ...]], ...]
    others: tuple[FolderOwner, ...]


@dataclass(frozen=True, slots=True)
class FolderRules:
    """Folders that have an account. Of two, one within the other, the inner one decides."""

    owners: Mapping[str, FolderOwner] = field(default_factory=dict)

    @classmethod
    def of(cls, owners: Iterable[FolderOwner]) -> FolderRules:
        """Make them of folders and accounts."""
        return cls({folder_key(owner.folder): owner for owner in owners})

    def owner(self, path: Path) -> FolderOwner | None:
        """Return the folder nearest above the path, or the path itself, that has an account."""
        if not self.owners:
            return None
        return next((found for one in (path, *path.parents) if (found := self.owners.get(folder_key(one)))), None)

    def how(self, path: Path, account: Account) -> IngestionOptions | None:
        """Return how a file of an account is imported, None for not at all: as its folder says, or its account."""
        owner = self.owner(path)
        own = owner.how if owner is not None and owner.account.id == account.id else None
        return own or account.after_upload

    def doubt(self, path: Path, account: Account, others: Iterable[Account]) -> tuple[str, Account] | None:
        """Return the folder above a file that is named after another account than the file's, and that account.

        There is no doubt in practice, nor where the file's folder is known to be its account's.
        """
        owner = self.owner(path)
        if account.environment is Environment.PRACTICE or (owner is not None and owner.account.id == account.id):
            return None
        return named_account(path, account, others)

    def sort_out(self, paths: Iterable[Path], account: Account) -> SortedOut:
        """Sort paths by account: that of their folder, for all others the given one."""
        groups: dict[str, tuple[Account, list[Path]]] = {}
        others: dict[Path, FolderOwner] = {}
        for path in paths:
            owner = self.owner(path)
            own = account if owner is None else owner.account
            groups.setdefault(own.id, (own, []))[1].append(path)
            if owner is not None and own.id != account.id:
                others[owner.folder] = owner
        return SortedOut(tuple((own, tuple(group)) for own, group in groups.values()), tuple(others.values()))


def named_account(path: Path, account: Account, others: Iterable[Account]) -> tuple[str, Account] | None:
    """Find the folder above a file that is named after another account than its own, and that account.

    The folder nearest to the file decides; one that is named after the file's own account as well is right.
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
    """Tell whether a folder's name holds the account's name, or is its beginning: "Sharma" of "Sharma & Sons"."""
    short, full = _words(folder), _words(account.name)
    if not short or not full:
        return False
    if any(short[at : at + len(full)] == full for at in range(len(short) - len(full) + 1)):
        return True
    return full[: len(short)] == short and sum(map(len, short)) >= LEAST_LETTERS


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", name).casefold()
    # Marks belong to their letters: vowel signs of Hindi are no letters by themselves.
    return "".join(sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else " " for sign in text).split()
