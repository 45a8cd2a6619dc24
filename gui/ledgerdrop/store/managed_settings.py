"""Say what the IT department has set up beforehand, and how that goes together with what the user has chosen.

A setting of IT's is a default, which holds until the user chooses otherwise, or it is fixed: then it holds whatever
the user has chosen, and that comes back when IT lets go. So what is written to the user's file is always the user's
own (`Settings` as loaded); what the program goes by is `apply` on it.

Accounts are found again by their `key`, and keep their ID: their token and their files hang on it. One that the user
had set up before is taken for IT's, not doubled. What IT says of an account is fixed; its token, an integration ID
that IT left out, and how files are sent are the user's. An account that IT no longer lists stays, as the user's own.

**No token goes to an address that it was not given for.** The ID of IT's account is made from its key and its
address, so that one that is moved elsewhere is another account, without a token. For the same reason the address of
an account with such an ID is never changed by hand: the first address, should it come back, would find a token that
was given for the second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Final

from ledgerdrop.model.accounts import Account, new_account_id
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import Policy, ProxyChoice, Settings

CHOICES: Final = ("language", "proxy", "ask_for_updates")  # what may be a default, or fixed
_ID: Final = "it-"  # how the IDs of accounts begin that IT has brought
_UNTOUCHED: Final = Settings()


@dataclass(frozen=True, slots=True)
class ManagedAccount:
    """An account as IT wants it. What is "" in it (integration ID, colour) is left to the user.

    `folders` are those whose files go to it, with how they are imported: None for as the account says.
    """

    key: str
    account: Account
    folders: Mapping[str, IngestionOptions | None] = field(default_factory=dict)

    def matches(self, other: Account) -> bool:
        """Return whether that account, set up by the user, is this one: the same place, and the same workspace
        there.
        """
        if not self.is_where(other):
            return False
        ours, theirs = self.account.integration_id, other.integration_id
        return ours.lower() == theirs.lower() if ours and theirs else self.account.name == other.name

    def is_where(self, other: Account) -> bool:
        """Return whether tokens of that account may go where this one's go."""
        return (self.account.environment, self.account.base_url) == (other.environment, other.base_url)

    def onto(self, known: Account) -> Account:
        """Return that account, with what IT says of it now."""
        ours = self.account
        return replace(
            known,
            name=ours.name,
            integration_id=ours.integration_id or known.integration_id,
            colour=ours.colour or known.colour,
        )

    @property
    def fields(self) -> frozenset[str]:
        """Return what IT says something of."""
        optional = {name for name in ("integration_id", "colour") if getattr(self.account, name)}
        return frozenset({"name", "base_url", *optional})


def managed_account(
    key: str, account: Account, folders: Mapping[str, IngestionOptions | None] | None = None
) -> ManagedAccount:
    """Return the account of that key, with the ID that it has wherever and whenever it is read."""
    made_from = "\0".join((key, account.environment.value, account.base_url))
    account_id = _ID + hashlib.sha256(made_from.encode("utf-8", "replace")).hexdigest()[:32]
    named = replace(account, id=account_id, integration_id=account.integration_id.lower())
    return ManagedAccount(key, named, folders or {})


@dataclass(frozen=True, slots=True)
class ManagedSettings:
    """Hold what IT has laid down, None where it says nothing.

    `fixed` names those of `CHOICES` that are not the user's.
    """

    accounts: tuple[ManagedAccount, ...] | None = None
    language: str | None = None
    proxy: ProxyChoice | None = None
    ask_for_updates: bool | None = None
    updates_address: str | None = None
    fixed: frozenset[str] = frozenset()

    def over(self, lower: ManagedSettings) -> ManagedSettings:
        """With what `lower` says where this says nothing."""
        given = {one.name for one in fields(self) if one.name != "fixed" and getattr(self, one.name) is not None}
        taken = {one.name: getattr(self if one.name in given else lower, one.name) for one in fields(self)}
        return ManagedSettings(**taken | {"fixed": (self.fixed & given) | (lower.fixed - given)})

    def merge(self, own: Settings) -> Settings:
        """Return the user's own settings, with IT's accounts among them as IT wants them now."""
        ids = dict(own.preset_ids)
        kept = {ids.get(preset.key, preset.account.id) for preset in self.accounts or ()}
        taken: set[str] = set()
        for preset in self.accounts or ():
            noted = ids.get(preset.key, preset.account.id)
            known = _known(preset, own, noted, taken | (kept - {noted}))
            own = own.with_account(preset.onto(known))
            for folder, how in preset.folders.items():
                own = own.with_folder_account(folder, known.id, how)
            ids[preset.key] = known.id
            taken.add(known.id)
        return replace(own, preset_ids={key: id_ for key, id_ in ids.items() if own.account(id_)})

    def apply(self, own: Settings) -> Settings:
        """Return what the program goes by. `own` is `merge`."""
        said = {name: value for name in CHOICES if (value := getattr(self, name)) is not None}
        held = {name: value for name, value in said.items() if name in self.fixed or not _has_chosen(own, name)}
        accounts = {one.id: frozenset({"base_url"}) for one in own.accounts if one.id.startswith(_ID)}
        accounts |= {own.preset_ids[preset.key]: preset.fields for preset in self.accounts or ()}
        folders = frozenset(folder for preset in self.accounts or () for folder in preset.folders)
        return replace(own, **held, policy=Policy(self.fixed & said.keys(), accounts, self.updates_address, folders))

    def allowed(self, own: Settings, account: Account) -> Account:
        """Return an account as the user wants it, but for what is not the user's to change."""
        known, held = own.account(account.id), self.apply(own).policy.fields_of(account.id)
        return account if known is None else replace(account, **{name: getattr(known, name) for name in held})

    def chosen(self, own: Settings, wanted: Settings) -> Settings:
        """The user's own settings once these are `wanted`, which came from `apply`; accounts stay as they are."""
        shown = self.apply(own)
        changed = [
            name
            for name in CHOICES
            if name not in shown.policy.fixed and getattr(wanted, name) != getattr(shown, name)
        ]
        kept = {name: getattr(wanted if name in changed else own, name) for name in CHOICES}
        return replace(
            wanted,
            **kept,
            accounts=own.accounts,
            current_id=own.current_id,
            chosen=own.chosen.union(changed),
            preset_ids=own.preset_ids,
            policy=own.policy,
            others=own.others,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what IT wants, what of it cannot be used, and the places where anything was found, for the self-test."""

    presets: ManagedSettings = ManagedSettings()
    problems: tuple[Problem, ...] = ()
    places: tuple[str, ...] = ()


def combined(presets: Iterable[ManagedSettings]) -> ManagedSettings:
    """Return all of them as one; what comes first goes over what follows."""
    found = ManagedSettings()
    for one in presets:
        found = found.over(one)
    return found


def _has_chosen(own: Settings, name: str) -> bool:
    """Also by an older version, which did not note it down."""
    return name in own.chosen or getattr(own, name) != getattr(_UNTOUCHED, name)


def _known(preset: ManagedAccount, own: Settings, noted_id: str, taken: set[str]) -> Account:
    """Which account of the user's that is; a new one where there is none."""
    for account_id in (noted_id, preset.account.id):
        account = own.account(account_id)
        if account is not None and account_id not in taken and preset.is_where(account):
            return account
    for account in own.accounts:
        if account.id not in taken and preset.matches(account):
            return account
    # An ID that is there with another address was changed by hand in the file: its token is not this one's.
    return preset.account if own.account(preset.account.id) is None else replace(preset.account, id=new_account_id())
