"""Read and write the user's settings: accounts and preferences.

No secrets in here: tokens live in the keyring (`keyring_tokens.py`).
"""

from __future__ import annotations

import errno
import json
import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import FolderRule, ProxyChoice, ProxyMode, Settings
from ledgerdrop.runtime.atomic_file import locked, remove_leftovers, write_atomically
from ledgerdrop.runtime.locations import is_of_another_user, private_folder, unwritable
from ledgerdrop.runtime.redaction import register_integration_id
from ledgerdrop.store import account_files

log = logging.getLogger(__name__)

FILE_NAME: Final = "settings.json"
LOCK_NAME: Final = "settings.lock"
LOCK_SECONDS: Final = 5.0  # a write takes milliseconds
VERSION: Final = 1
LONGEST: Final = 4 << 20  # bytes; a thousand accounts take a quarter of a MiB


@dataclass(frozen=True)
class Loaded:
    """Holds the settings to start with, and what the user must hear about the file, if anything."""

    settings: Settings
    problem: Problem | None = None


@dataclass(frozen=True)
class Changed:
    """Holds the settings after a change. `written`: they are in the file; where they are not, `problem` says why."""

    settings: Settings
    written: bool
    problem: Problem | None = None


def load(folder: Path) -> Loaded:
    """Read the settings, and leave the file as it is, whatever is in it; remove what killed writers left beside it.

    Of a file that is damaged in part the good accounts are used; a file of a newer version is not used at all.
    Integration IDs become known to redaction.
    """
    remove_leftovers(folder / FILE_NAME)
    return _read(folder / FILE_NAME)[0]


def change(folder: Path, update: Callable[[Settings], Settings]) -> Changed:
    """Apply `update` to the settings as they are in the file now, and write them, atomically, for this user only.

    A lock keeps the changes of other windows and sessions. What could not be read of a damaged file is first kept
    beside it. A file of a newer version, and one that cannot be opened, are left alone. Blocks as the disk does, and
    up to `LOCK_SECONDS` for another writer.
    """
    if problem := private_folder(folder):
        return Changed(update(load(folder).settings), written=False, problem=problem)
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(folder / LOCK_NAME, LOCK_SECONDS))
        except TimeoutError as error:
            return Changed(load(folder).settings, written=False, problem=unwritable(folder, str(error)))
        except OSError:
            log.info("The settings are changed without a lock, which that file system does not have")
        path = folder / FILE_NAME
        loaded, data = _read(path)
        settings, problem = update(loaded.settings), loaded.problem
        if problem is None and settings == loaded.settings:
            return Changed(settings, written=True)
        if problem is not None and problem.code is Code.SETTINGS_DAMAGED:
            problem = _keep_aside(path, data or b"")
        if problem is not None and problem.code is not Code.SETTINGS_DAMAGED:
            return Changed(settings, written=False, problem=problem)
        failed = save(folder, settings)
        return Changed(settings, written=failed is None, problem=failed or problem)


def save(folder: Path, settings: Settings) -> Problem | None:
    """Write these settings whatever the file holds, atomically, for this user only. To change some, use `change`."""
    for account in settings.accounts:
        register_integration_id(account.integration_id)
    if problem := private_folder(folder):
        return problem
    text = json.dumps(_to_form(settings), indent=2, ensure_ascii=False)
    try:
        write_atomically(folder / FILE_NAME, text.encode("utf-8", "replace") + b"\n")
    except OSError as error:
        return unwritable(folder, error.strerror or type(error).__name__)
    return None


def _read(path: Path) -> tuple[Loaded, bytes | None]:
    """Return what is in the file, and its bytes; None for them where there is no file, or it cannot be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
        if is_of_another_user(path) or is_of_another_user(path.parent):
            raise PermissionError(errno.EPERM, "it belongs to another user")
    except FileNotFoundError:
        return Loaded(Settings()), None
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return Loaded(Settings(), Problem(Code.SETTINGS_UNREADABLE, {"path": str(path)}, detail=detail)), None
    damaged = Problem(Code.SETTINGS_DAMAGED, {"path": str(path)})
    form = account_files.parse_json(data) if len(data) <= LONGEST else None
    version = form.get("version") if isinstance(form, dict) else None
    if not isinstance(form, dict) or not isinstance(version, int) or version < 1:
        return Loaded(Settings(), damaged), data
    if version > VERSION:
        return Loaded(Settings(), Problem(Code.SETTINGS_NEWER, {"path": str(path)})), data
    settings, complete = _from_form(form)
    for account in settings.accounts:
        register_integration_id(account.integration_id)
    return Loaded(settings, None if complete else damaged), data


def _keep_aside(path: Path, data: bytes) -> Problem:
    """Keep a file that could not be read under a name with the date, so that nothing of it is lost.

    Returns `SETTINGS_DAMAGED` with that name, or why it could not be kept.
    """
    aside = path.with_name(f"settings-damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.json")
    try:
        if len(data) > LONGEST:
            path.rename(aside)  # of a file that is much too long only the beginning was read
        else:
            write_atomically(aside, data)
    except OSError as error:
        return Problem(Code.SETTINGS_UNREADABLE, {"path": str(path)}, detail=str(error.strerror))
    return Problem(Code.SETTINGS_DAMAGED, {"path": str(aside)})


# Whose name in the file is another than in `Settings`. Names in the file are never changed.
_RENAMED: Final = {
    "current_id": "current_account",
    "preset_ids": "presets",
    "sign_ins": "proxy_sign_ins",
    "uploads_at_once": "jobs",
}
# What is kept as it is: its name in the file, and in `Settings`. How it is read follows from its default there.
_PLAIN: Final = {
    _RENAMED.get(one.name, one.name): one.name
    for one in fields(Settings)
    if one.name not in ("accounts", "proxy", "folders", "policy", "others")
}


def _to_form(settings: Settings) -> dict[str, object]:
    return {
        **settings.others,
        "version": VERSION,
        "accounts": [account_files.account_to_form(account) for account in settings.accounts],
        "proxy": asdict(settings.proxy),
        "folder_accounts": {folder: rule.account_id for folder, rule in settings.folders.items()},
        "folder_options": {folder: asdict(rule.how) for folder, rule in settings.folders.items() if rule.how},
        **{name: getattr(settings, attribute) for name, attribute in _PLAIN.items()},
        "chosen": sorted(settings.chosen),
    }


_UNSET: Final = Settings()
_KNOWN: Final = frozenset(_to_form(_UNSET))


def _from_form(form: Mapping[str, object]) -> tuple[Settings, bool]:
    """Return the settings, and whether all accounts could be read."""
    listed = form.get("accounts", [])
    found = [account_files.account_from_form(one) for one in listed] if isinstance(listed, list) else [None]
    accounts: dict[str, Account] = {}
    for account in found:
        if account is not None:
            accounts.setdefault(account.id, account)
    plain = {attribute: _typed(form.get(name), getattr(_UNSET, attribute)) for name, attribute in _PLAIN.items()}
    read = Settings(**plain)
    settings = replace(
        read,
        accounts=tuple(accounts.values()),
        current_id=read.current_id if read.current_id in accounts else next(iter(accounts), ""),
        proxy=_proxy(form.get("proxy")),
        sign_ins=tuple(dict.fromkeys(read.sign_ins)),
        preset_ids=_ids(read.preset_ids, accounts),
        folders=_folders(_ids(_typed(form.get("folder_accounts"), {}), accounts), form.get("folder_options")),
        others={name: value for name, value in form.items() if name not in _KNOWN},
    )
    return settings.within_limits(), len(accounts) == len(found)


def _typed(value: object, default: object) -> Any:
    """Return the value if it has the kind of the default, else the default."""
    match default:
        case StrEnum():
            return type(default)(value) if isinstance(value, str) and value in set(type(default)) else default
        case tuple() | frozenset():
            return type(default)(one for one in value if isinstance(one, str)) if isinstance(value, list) else default
        case dict():
            listed = value.items() if isinstance(value, dict) else ()
            return {key: one for key, one in listed if isinstance(one, str)}
    return value if type(value) is type(default) else default


def _folders(owners: Mapping[str, str], options: object) -> dict[str, FolderRule]:
    hows = options if isinstance(options, dict) else {}
    read = account_files.options_from_form
    return {folder: FolderRule(owner, read(hows.get(folder))) for folder, owner in owners.items()}


def _ids(listed: Mapping[str, str], accounts: Mapping[str, Account]) -> dict[str, str]:
    return {key: account_id for key, account_id in listed.items() if account_id in accounts}


def _proxy(value: object) -> ProxyChoice:
    form = value if isinstance(value, dict) else {}
    return ProxyChoice(_typed(form.get("mode"), ProxyMode.SYSTEM), _typed(form.get("url"), ""))
