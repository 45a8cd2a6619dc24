"""Read what the IT department has set up, and combine it with what the user has chosen.

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

A file `presets.json` in a folder of the computer (`locations.preset_files`):

    {
      "form": "ledgerdrop-presets",
      "version": 1,
      "accounts": [ ... ],                              // as in a file of accounts (`account_files`); each may have
                                                        // a "key", by which it is found again after any change
      "language": "hi",                                 // or "system"
      "proxy": "http://proxy.example.com:8080",         // or "system", or "none"
      "ask_for_updates": false,
      "updates_address": "https://it.example.com/ledgerdrop.json",
      "fixed": ["language", "proxy", "ask_for_updates"] // what the user cannot change
    }

(without the comments); each of them may be left out. On Windows the same as values of the registry (`KEY`):
Accounts (the JSON of the list, as text or as several lines), Language, Proxy, AskForUpdates (0 or 1), UpdatesAddress,
Fixed (several lines). Each setting is taken from the first place that names it: the computer's policy, the user's
policy, the file. All are read with suspicion, and so that one mistake does not cost the rest.

A file that others than its owner may change, or that belongs to another user, may come from anybody, and is not used.
Where it cannot be told what IT wants, nobody is asked about newer versions: IT may have forbidden it.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any, Final

from ledgerdrop import resources
from ledgerdrop.files.dropped_file import open_unbuffered
from ledgerdrop.model.accounts import Account, is_https_url, new_account_id
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, ProxyChoice, ProxyMode, Settings
from ledgerdrop.runtime.redaction import register_integration_id
from ledgerdrop.store import account_files
from ledgerdrop.store.proxy_address import normal_proxy_url

log = logging.getLogger(__name__)

CHOICES: Final = ("language", "proxy", "ask_for_updates")  # what may be a default, or fixed
_ID: Final = "it-"  # how the IDs of accounts begin that IT has brought
_UNTOUCHED: Final = Settings()
Folders = Mapping[str, IngestionOptions | None]  # how the files of each are imported


@dataclass(frozen=True)
class ManagedAccount:
    """Holds an account as IT wants it. What is "" in it (integration ID, colour) is left to the user.

    `folders` are those whose files go to the account, with how they are imported: None for as the account says.
    """

    key: str
    account: Account
    folders: Folders = field(default_factory=dict)

    def matches(self, other: Account) -> bool:
        """Return whether an account that the user set up is this one: same address, same workspace there."""
        if not self.is_where(other):
            return False
        ours, theirs = self.account.integration_id, other.integration_id
        return ours.lower() == theirs.lower() if ours and theirs else self.account.name == other.name

    def is_where(self, other: Account) -> bool:
        """Return whether that account's token may go to this account's address."""
        return (self.account.environment, self.account.base_url) == (other.environment, other.base_url)

    def onto(self, known: Account) -> Account:
        """Return that account with its fields as IT sets them now."""
        return replace(known, **{name: getattr(self.account, name) for name in self.fields})

    @property
    def fields(self) -> frozenset[str]:
        """Return the names of the fields that IT sets."""
        optional = {name for name in ("integration_id", "colour") if getattr(self.account, name)}
        return frozenset({"name", "base_url", *optional})


def managed_account(key: str, account: Account, folders: Folders | None = None) -> ManagedAccount:
    """Return the account of that key, with an ID that is the same wherever and whenever the key is read."""
    made_from = "\0".join((key, account.environment.value, account.base_url))
    account_id = _ID + hashlib.sha256(made_from.encode("utf-8", "replace")).hexdigest()[:32]
    named = replace(account, id=account_id, integration_id=account.integration_id.lower())
    return ManagedAccount(key, named, folders or {})


@dataclass(frozen=True)
class ManagedSettings:
    """Holds what IT has set, None where it says nothing.

    `fixed` names those of `CHOICES` that are not the user's.
    """

    accounts: tuple[ManagedAccount, ...] | None = None
    language: str | None = None
    proxy: ProxyChoice | None = None
    ask_for_updates: bool | None = None
    updates_address: str | None = None
    fixed: frozenset[str] = frozenset()

    def over(self, lower: ManagedSettings) -> ManagedSettings:
        """Return these settings, with those of `lower` where these say nothing."""
        said = {name: value for name in NAMES if name != "fixed" and (value := getattr(self, name)) is not None}
        return replace(lower, **said, fixed=(self.fixed & said.keys()) | (lower.fixed - said.keys()))

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
        """Return the settings that the program uses. `own` is what `merge` gave."""
        said = {name: value for name in CHOICES if (value := getattr(self, name)) is not None}
        held = {name: value for name, value in said.items() if name in self.fixed or not _has_chosen(own, name)}
        accounts = {one.id: frozenset({"base_url"}) for one in own.accounts if one.id.startswith(_ID)}
        accounts |= {own.preset_ids[preset.key]: preset.fields for preset in self.accounts or ()}
        folders = frozenset(folder for preset in self.accounts or () for folder in preset.folders)
        return replace(own, **held, policy=Policy(self.fixed & said.keys(), accounts, self.updates_address, folders))

    def allowed(self, own: Settings, account: Account) -> Account:
        """Return an account as the user wants it, except for what only IT may change."""
        known, held = own.account(account.id), self.apply(own).policy.fields_of(account.id)
        return account if known is None else replace(account, **{name: getattr(known, name) for name in held})

    def chosen(self, own: Settings, wanted: Settings) -> Settings:
        """Return the user's own settings after a change to `wanted`, made from what `apply` gave; accounts stay."""
        shown = self.apply(own)
        free = set(CHOICES) - shown.policy.fixed
        changed = {name for name in free if getattr(wanted, name) != getattr(shown, name)}
        kept = (set(CHOICES) - changed) | {"accounts", "current_id", "preset_ids", "policy", "others"}
        return replace(wanted, **{name: getattr(own, name) for name in kept}, chosen=own.chosen | changed)


@dataclass(frozen=True)
class ManagedSettingsFound:
    """Holds what IT wants, what of it cannot be used, and the places where anything was found, for the self-test."""

    presets: ManagedSettings = ManagedSettings()
    problems: tuple[Problem, ...] = ()
    places: tuple[str, ...] = ()


def _has_chosen(own: Settings, name: str) -> bool:
    """Return whether the user chose this setting, perhaps in an older version, which did not note it down."""
    return name in own.chosen or getattr(own, name) != getattr(_UNTOUCHED, name)


def _known(preset: ManagedAccount, own: Settings, noted_id: str, taken: set[str]) -> Account:
    """Return the user's account that this one of IT's stands for; a new one where there is none."""
    for account_id in (noted_id, preset.account.id):
        account = own.account(account_id)
        if account is not None and account_id not in taken and preset.is_where(account):
            return account
    for account in own.accounts:
        if account.id not in taken and preset.matches(account):
            return account
    # An ID that is there with another address was changed by hand in the file: its token is not this one's.
    return preset.account if own.account(preset.account.id) is None else replace(preset.account, id=new_account_id())


KEY: Final = r"Software\Policies\LedgerDrop"
# The computer's goes over the user's, as with other policies.
HIVES: Final = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")

# From the name of a hive to the values of KEY in it (texts, lists of texts, numbers); none where there is no KEY.
# Raises OSError.
ReadKey = Callable[[str], Mapping[str, object]]


def no_registry(_hive: str) -> Mapping[str, object]:
    """Return no values, for systems without a registry."""
    return {}


if sys.platform == "win32":
    import winreg

    def read_key(hive: str) -> Mapping[str, object]:
        """Return the values of KEY in that hive."""
        try:
            with winreg.OpenKey(getattr(winreg, hive), KEY) as key:
                listed = [winreg.EnumValue(key, number) for number in range(winreg.QueryInfoKey(key)[1])]
        except FileNotFoundError:
            return {}
        return {name: value for name, value, _ in listed}

else:
    read_key = no_registry

FORM: Final = "ledgerdrop-presets"
VERSION: Final = 1
_UPDATES_OFF: Final = ManagedSettings(ask_for_updates=False, fixed=frozenset({"ask_for_updates"}))
NAMES: Final = ("accounts", *CHOICES, "updates_address", "fixed")
_REGISTRY_NAMES: Final = {name.replace("_", ""): name for name in NAMES}  # in any case, as there is usual


def read_presets(
    files: Sequence[Path], read_hive: ReadKey = read_key, owners: Collection[int] | None = None
) -> ManagedSettingsFound:
    """Return all presets of this computer and user. Blocks as the disk does.

    A file is IT's if it belongs to one of `owners` (user IDs; by default the administrator's and this user's).
    """
    found = [_from_registry(hive, read_hive) for hive in HIVES]
    found += [_from_file(path, _owners() if owners is None else owners) for path in files]
    problems = tuple(problem for one in found for problem in one.problems)
    for problem in problems:
        log.warning("%s. %s", problem.headline, problem.advice)
    presets = reduce(ManagedSettings.over, (one.presets for one in found))  # what comes first overrides what follows
    for preset in presets.accounts or ():
        register_integration_id(preset.account.integration_id)
    return ManagedSettingsFound(presets, problems, tuple(place for one in found for place in one.places))


def _from_registry(hive: str, read_hive: ReadKey) -> ManagedSettingsFound:
    place = f"{hive}\\{KEY}"
    try:
        values = read_hive(hive)
    except OSError:
        return _unusable(place, "It can't be opened.")
    form = {_REGISTRY_NAMES.get(name.lower(), name): value for name, value in values.items() if name}
    if "accounts" in form:
        lines = form["accounts"]
        text = "\n".join(map(str, lines)) if isinstance(lines, list) else str(lines)
        form["accounts"] = account_files.parse_json(text)
    return parse(form, place) if form else ManagedSettingsFound()


def _from_file(path: Path, owners: Collection[int]) -> ManagedSettingsFound:
    place = str(path)
    try:
        with io.BufferedReader(open_unbuffered(path)) as file:
            status = os.fstat(file.fileno())
            data = file.read(4 * account_files.LONGEST + 1)
        folder = path.parent.stat()
    except (FileNotFoundError, NotADirectoryError):
        return ManagedSettingsFound()
    except OSError:
        return _unusable(place, "It can't be opened.")
    if os.name == "posix" and not (_is_of(status, owners) and _is_of(folder, owners)):
        return _unusable(place, "Someone other than an administrator could have changed it.")
    form = account_files.parse_json(data) if len(data) <= 4 * account_files.LONGEST else None
    if not isinstance(form, dict) or form.get("form") != FORM:
        return _unusable(place, "It isn't a settings file from IT, or it's damaged.")
    version = form.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return _unusable(place, "It doesn't say which format version it has.")
    if version > VERSION:
        return _unusable(place, "It was made for a newer version of LedgerDrop.")
    return parse({name: value for name, value in form.items() if name not in ("form", "version")}, place)


def _owners() -> Collection[int]:
    return (0, os.geteuid()) if os.name == "posix" else ()


def _is_of(status: os.stat_result, owners: Collection[int]) -> bool:
    return status.st_uid in owners and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def parse(form: Mapping[str, object], place: str) -> ManagedSettingsFound:
    """Return the presets of one place, by the names of the file, and the problems with those that are left out."""
    said: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    wrong_accounts: list[Problem] = []
    if "accounts" in form:
        read = _accounts(form["accounts"], place)
        if isinstance(read, str):
            wrong["accounts"] = read
        else:
            said["accounts"], wrong_accounts = read
    for name, (what, reader) in _READERS.items():
        value = reader(form[name]) if name in form else None
        if value is not None:
            said[name] = value
        elif name in form:
            wrong[name] = what
    problems = [
        Problem(Code.PRESET_WRONG, {"name": name, "path": place, "what": what}) for name, what in wrong.items()
    ]
    presets = ManagedSettings(**said)
    if wrong.keys() & {"ask_for_updates", "updates_address", "fixed"}:
        presets = _UPDATES_OFF.over(presets)
    unknown = sorted(form.keys() - set(NAMES))
    if unknown:
        log.warning("%s holds names that are not known: %s", place, ", ".join(unknown)[:500])
    return ManagedSettingsFound(presets, (*problems, *wrong_accounts), (place,))


def _accounts(value: object, place: str) -> tuple[tuple[ManagedAccount, ...], list[Problem]] | str:
    """Return the accounts of a list, and what is wrong with those that are left out, or with the list."""
    if not isinstance(value, list):
        return "It must be a list of accounts, as in an exported file."
    if len(value) > account_files.MOST_ACCOUNTS:
        return "There are too many accounts in it."
    found: dict[str, ManagedAccount] = {}
    wrong: list[Problem] = []
    for number, form in enumerate(value, 1):
        one = _account(form, found)
        if isinstance(one, str):
            wrong.append(Problem(Code.PRESET_ACCOUNT_WRONG, {"number": str(number), "path": place, "what": one}))
        else:
            found[one.key] = one
    return tuple(found.values()), wrong


def _account(form: object, found: Mapping[str, ManagedAccount]) -> ManagedAccount | str:
    account = account_files.read_account(form)
    if isinstance(account, str):
        return account
    key = form.get("key", "") if isinstance(form, dict) else ""
    if not isinstance(key, str) or len(key) > account_files.LONGEST_NAME:
        return "its key must be a short text"
    key = key or account.integration_id.lower() or account.name
    preset = managed_account(key, account, account_files.read_folders(form))
    if preset.key in found or any(other.matches(account) for other in found.values()):
        return "it's there twice"
    return preset


def _language(value: object) -> str | None:
    if value == "system":
        return ""
    spoken = isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value)
    return str(value) if spoken and (resources.path("translations") / f"{value}.qm").exists() else None


def _proxy(value: object) -> ProxyChoice | None:
    if isinstance(value, str) and value in (ProxyMode.SYSTEM, ProxyMode.NONE):
        return ProxyChoice(ProxyMode(value))
    url = normal_proxy_url(value) if isinstance(value, str) else None
    return ProxyChoice(ProxyMode.MANUAL, url) if isinstance(url, str) else None


def _yes_or_no(value: object) -> bool | None:
    return bool(value) if value in (0, 1) else None  # False and True are


def _updates_address(value: object) -> str | None:
    return value if isinstance(value, str) and (value == "" or is_https_url(value)) else None


def _fixed(value: object) -> frozenset[str] | None:
    """Read the names of fixed settings, which the registry may write as it writes its values."""
    listed = value if isinstance(value, list) else [value]
    names = frozenset(_REGISTRY_NAMES.get(name.lower(), name) if isinstance(name, str) else "" for name in listed)
    return names if names <= set(CHOICES) else None


# What is said of a value that cannot be read, and what reads it: None where it cannot.
_READERS: Final[Mapping[str, tuple[str, Callable[[object], object]]]] = {
    "language": ("It must be the code of a language that LedgerDrop supports, such as “hi”, or “system”.", _language),
    "proxy": ("It must look like http://proxy.example.com:8080, or be “system” or “none”.", _proxy),
    "ask_for_updates": ("It must be true or false.", _yes_or_no),
    "updates_address": ("It must start with https://.", _updates_address),
    "fixed": ("It may name “language”, “proxy” and “ask_for_updates”.", _fixed),
}


def _unusable(place: str, what: str) -> ManagedSettingsFound:
    problem = Problem(Code.PRESETS_UNUSABLE, {"path": place, "what": what})
    return ManagedSettingsFound(_UPDATES_OFF, (problem,), (place,))
