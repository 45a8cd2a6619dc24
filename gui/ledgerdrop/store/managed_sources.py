"""Say where IT puts its presets, and how they are read: with suspicion, and so that one mistake does not cost the
rest.

A file `presets.json` in a folder of the computer (`locations.preset_files`):

    {
      "form": "ledgerdrop-presets",
      "version": 1,
      "accounts": [ ... ],                              // as in a file of accounts (account_forms.py); each may have
                                                        // a "key", by which it is found again after any change
      "language": "hi",                                 // or "system"
      "proxy": "http://proxy.example.com:8080",         // or "system", or "none"
      "ask_for_updates": false,
      "updates_address": "https://it.example.com/ledgerdrop.json",
      "fixed": ["language", "proxy", "ask_for_updates"] // what the user cannot change
    }

(without the comments); each of them may be left out. On Windows the same as values of the registry (`registry.py`):
Accounts (the JSON of the list, as text or as several lines), Language, Proxy, AskForUpdates (0 or 1), UpdatesAddress,
Fixed (several lines). Each setting is taken from the first place that names it: the computer's policy, the user's
policy, the file.

A file that others than its owner may change, or that belongs to another user, may come from anybody, and is not used.
Where it cannot be told what IT wants, nobody is asked about newer versions: IT may have forbidden it.
"""

from __future__ import annotations

import json
import logging
import os
import re
import stat
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from ledgerdrop import resources
from ledgerdrop.files.dropped_file import open_regular
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.runtime.redaction import register_integration_id
from ledgerdrop.store.account_files import LONGEST, LONGEST_NAME, MOST_ACCOUNTS, read_account, read_folders
from ledgerdrop.store.managed_settings import (
    CHOICES,
    Found,
    ManagedAccount,
    ManagedSettings,
    combined,
    managed_account,
)
from ledgerdrop.store.proxy_address import normal_proxy_url

KEY: Final = r"Software\Policies\LedgerDrop"


# The computer's goes over the user's, as with other policies.
HIVES: Final = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")

# From the name of a hive to the values of KEY in it (texts, lists of texts, numbers); none where there is no KEY.
# Raises OSError.
ReadKey = Callable[[str], Mapping[str, object]]


def no_registry(_hive: str) -> Mapping[str, object]:
    """For systems that have none."""
    return {}


if sys.platform == "win32":
    import winreg

    def read_key(hive: str) -> Mapping[str, object]:
        """Return the values of KEY."""
        try:
            with winreg.OpenKey(getattr(winreg, hive), KEY) as key:
                listed = [winreg.EnumValue(key, number) for number in range(winreg.QueryInfoKey(key)[1])]
        except FileNotFoundError:
            return {}
        return {name: value for name, value, _ in listed}

else:
    read_key = no_registry

T = TypeVar("T")

log = logging.getLogger(__name__)

FORM: Final = "ledgerdrop-presets"


VERSION: Final = 1


_UPDATES_OFF: Final = ManagedSettings(ask_for_updates=False, fixed=frozenset({"ask_for_updates"}))


# In the registry names are written as there is usual.
_REGISTRY_NAMES: Final = {
    "accounts": "accounts",
    "language": "language",
    "proxy": "proxy",
    "askforupdates": "ask_for_updates",
    "updatesaddress": "updates_address",
    "fixed": "fixed",
}


def read_presets(
    files: Sequence[Path], read_hive: ReadKey = read_key, owners: Collection[int] | None = None
) -> Found:
    """Return all presets of this computer and user. Blocks as the disk does.

    A file is IT's if it belongs to one of `owners` (numbers of users; by default the administrator and this user).
    """
    found = [_from_registry(hive, read_hive) for hive in HIVES]
    found += [_from_file(path, _owners() if owners is None else owners) for path in files]
    problems = tuple(problem for one in found for problem in one.problems)
    for problem in problems:
        log.warning("%s. %s", problem.headline, problem.advice)
    presets = combined(one.presets for one in found)
    for preset in presets.accounts or ():
        register_integration_id(preset.account.integration_id)
    return Found(presets, problems, tuple(place for one in found for place in one.places))


def _from_registry(hive: str, read_hive: ReadKey) -> Found:
    place = f"{hive}\\{KEY}"
    try:
        values = read_hive(hive)
    except OSError:
        return _unusable(place, "It can't be opened.")
    form = {_REGISTRY_NAMES.get(name.lower(), name): value for name, value in values.items() if name}
    if "accounts" in form:
        lines = form["accounts"]
        form["accounts"] = _parse("\n".join(map(str, lines)) if isinstance(lines, list) else str(lines))
    return parse(form, place) if form else Found()


def _from_file(path: Path, owners: Collection[int]) -> Found:
    place = str(path)
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            status = os.fstat(file.fileno())
            data = file.read(4 * LONGEST + 1)
        folder = path.parent.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Found()
    except OSError:
        return _unusable(place, "It can't be opened.")
    if os.name == "posix" and not (_is_of(status, owners) and _is_of(folder, owners)):
        return _unusable(place, "Someone other than an administrator could have changed it.")
    form = _parse(data) if len(data) <= 4 * LONGEST else None
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


def _parse(text: str | bytes) -> object:
    """JSON in UTF-8, or in the UTF-16 that Windows' own tools like to write; None for anything else."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Hold what is wrong with a value, in words."""

    what: str


@dataclass(frozen=True, slots=True)
class _Listed:
    """The accounts of a list, and what is wrong with those that are left out, by their number from 1 on."""

    accounts: tuple[ManagedAccount, ...]
    wrong: Mapping[int, _Wrong]


def parse(form: Mapping[str, object], place: str) -> Found:
    """Return the presets of one place, by the names of the file; what is wrong is left out, and said."""
    problems: dict[str, Problem] = {}

    def given(name: str, read: Callable[[object], T | _Wrong]) -> T | None:
        if name not in form:
            return None
        value = read(form[name])
        if isinstance(value, _Wrong):
            problems[name] = Problem(Code.PRESET_WRONG, {"name": name, "path": place, "what": value.what})
            return None
        return value

    listed = given("accounts", _accounts)
    presets = ManagedSettings(
        accounts=None if listed is None else listed.accounts,
        language=given("language", _language),
        proxy=given("proxy", _proxy),
        ask_for_updates=given("ask_for_updates", _yes_or_no),
        updates_address=given("updates_address", _updates_address),
        fixed=given("fixed", _fixed) or frozenset(),
    )
    if problems.keys() & {"ask_for_updates", "updates_address", "fixed"}:
        presets = _UPDATES_OFF.over(presets)
    of_accounts = [
        Problem(Code.PRESET_ACCOUNT_WRONG, {"number": str(number), "path": place, "what": wrong.what})
        for number, wrong in (listed.wrong.items() if listed else ())
    ]
    unknown = sorted(form.keys() - _REGISTRY_NAMES.values())
    if unknown:
        log.warning("%s holds names that are not known: %s", place, ", ".join(unknown)[:500])
    return Found(presets, (*problems.values(), *of_accounts), (place,))


def _accounts(value: object) -> _Listed | _Wrong:
    if not isinstance(value, list):
        return _wrong("It must be a list of accounts, as in an exported file.")
    if len(value) > MOST_ACCOUNTS:
        return _wrong("There are too many accounts in it.")
    found: dict[str, ManagedAccount] = {}
    wrong: dict[int, _Wrong] = {}
    for number, form in enumerate(value, 1):
        one = _account(form, found)
        if isinstance(one, _Wrong):
            wrong[number] = one
        else:
            found[one.key] = one
    return _Listed(tuple(found.values()), wrong)


def _account(form: object, found: Mapping[str, ManagedAccount]) -> ManagedAccount | _Wrong:
    account = read_account(form)
    if isinstance(account, str):
        return _Wrong(account)
    key = form.get("key", "") if isinstance(form, dict) else ""
    if not isinstance(key, str) or len(key) > LONGEST_NAME:
        return _wrong("its key must be a short text")
    preset = managed_account(key or account.integration_id.lower() or account.name, account, read_folders(form))
    if preset.key in found or any(other.matches(account) for other in found.values()):
        return _wrong("it's there twice")
    return preset


def _language(value: object) -> str | _Wrong:
    if value == "system":
        return ""
    spoken = isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}", value)
    if not spoken or not (resources.path("translations") / f"{value}.qm").exists():
        return _wrong("It must be the code of a language that LedgerDrop supports, such as “hi”, or “system”.")
    return str(value)


def _proxy(value: object) -> ProxyChoice | _Wrong:
    if isinstance(value, str) and value in (ProxyMode.SYSTEM, ProxyMode.NONE):
        return ProxyChoice(ProxyMode(value))
    url = normal_proxy_url(value) if isinstance(value, str) else None
    if not isinstance(url, str):
        return _wrong("It must look like http://proxy.example.com:8080, or be “system” or “none”.")
    return ProxyChoice(ProxyMode.MANUAL, url)


def _yes_or_no(value: object) -> bool | _Wrong:
    if value not in (0, 1):  # False and True are
        return _wrong("It must be true or false.")
    return bool(value)


def _updates_address(value: object) -> str | _Wrong:
    if not isinstance(value, str) or not (value == "" or is_https_url(value)):
        return _wrong("It must start with https://.")
    return value


def _fixed(value: object) -> frozenset[str] | _Wrong:
    """In the registry the names may be written as the values there are."""
    listed = value if isinstance(value, list) else [value]
    names = [_REGISTRY_NAMES.get(name.lower(), name) if isinstance(name, str) else "" for name in listed]
    if not set(names) <= set(CHOICES):
        return _wrong("It may name “language”, “proxy” and “ask_for_updates”.")
    return frozenset(names)


def _wrong(what: str) -> _Wrong:
    """Return the tests find the texts for the translators by this name."""
    return _Wrong(what)


def _unusable(place: str, what: str) -> Found:
    return Found(_UPDATES_OFF, (Problem(Code.PRESETS_UNUSABLE, {"path": place, "what": what}),), (place,))
