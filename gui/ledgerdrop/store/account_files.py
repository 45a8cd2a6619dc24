"""Read and write accounts as JSON, for the settings file and for the file that IT hands out, without tokens.

The file to hand out:

    {
      "form": "ledgerdrop-accounts",
      "version": 1,
      "accounts": [
        {
          "name": "Sharma Textiles",
          "environment": "production",          // or "sandbox", or "custom" with a base_url
          "base_url": "https://api.example",    // for "custom" only
          "integration_id": "6f1c6d3e-...",     // 36 characters; may be left out
          "colour": "#3366cc",                  // may be left out
          "folders": [                          // whose files go to this account; may be left out
            "/books/Sharma",
            {"path": "/books/Sharma/TDS", "template": "TDSV2_PR", "file_type": "tds"}
          ]
        }
      ]
    }

(without the comments). Fields that are not known are ignored, `send_at_once` among them: whether files are sent
without a look is for the user to decide, not for a file. Nor does it hold IDs: each import makes new ones, so that
no file can point an account at the token of another.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from ledgerdrop.model import accounts
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions, ingestion_options
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import FolderRule, Settings
from ledgerdrop.runtime.atomic_file import write_atomically

FORM: Final = "ledgerdrop-accounts"
VERSION: Final = 1
LONGEST: Final = 1 << 20  # characters
MOST_ACCOUNTS: Final = 1000
LONGEST_NAME: Final = 200
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Imported:
    """Holds a file's accounts: `added` are new, with fresh IDs and no token; `known` counts those already there.

    `folders` are the rules of the added ones, by folder.
    """

    added: tuple[Account, ...]
    known: int
    folders: Mapping[str, FolderRule]


_TEXTS: Final = ("id", "name", "environment", "base_url", "integration_id", "colour")  # of an account


def account_to_form(account: Account) -> dict[str, object]:
    """Return an account as JSON for the settings file."""
    after = account.after_upload
    return {
        **{name: str(getattr(account, name)) for name in _TEXTS},
        "send_at_once": account.send_at_once,
        "after_upload": {**asdict(after), "together": account.together} if after else None,
    }


def account_from_form(form: object) -> Account | None:
    """Read an account of the settings file; None when it cannot be used. The user corrects a wrong address.

    Import options that cannot be understood count as no import: a missing import can be made up for, a wrong one
    cannot be undone.
    """
    if not isinstance(form, dict):
        return None
    texts = {name: form.get(name, "") for name in _TEXTS}
    if not all(isinstance(value, str) for value in texts.values()):
        return None
    if not texts["id"] or texts["environment"] not in set(Environment):
        return None
    environment, after = Environment(texts["environment"]), form.get("after_upload")
    return Account(
        id=texts["id"],
        name=texts["name"],
        environment=environment,
        base_url=accounts.BASE_URLS.get(environment, texts["base_url"]),
        integration_id=texts["integration_id"],
        send_at_once=form.get("send_at_once") is True,
        colour=texts["colour"] if _COLOUR.fullmatch(texts["colour"]) else "",
        after_upload=options_from_form(after),
        together=isinstance(after, dict) and after.get("together") is True,
    )


def options_from_form(form: object) -> IngestionOptions | None:
    """Read how files are imported, from its fields by name; None where there is nothing that can be used."""
    match form:
        case {"template": str(template), "file_type": str(file_type)}:
            return ingestion_options(template, file_type)
    return None


def parse_json(text: str | bytes) -> object:
    """Parse JSON in UTF-8, or in the UTF-16 that Windows' own tools like to write; None for anything else."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # no text, no JSON, nested without end
        return None


def export_accounts(settings: Settings) -> str:
    """Return the text of a file to hand out: no tokens, no IDs, and no practice accounts."""
    listed: list[dict[str, object]] = []
    for account in settings.accounts:
        if account.environment is Environment.PRACTICE:
            continue
        optional: dict[str, object] = {
            "base_url": account.base_url if account.environment is Environment.CUSTOM else "",
            "integration_id": account.integration_id,
            "colour": account.colour,
            "folders": [
                {"path": folder, **asdict(rule.how)} if rule.how else folder
                for folder, rule in settings.folders.items()
                if rule.account_id == account.id
            ],
        }
        given = {name: value for name, value in optional.items() if value}
        listed.append({"name": account.name, "environment": account.environment, **given})
    return json.dumps({"form": FORM, "version": VERSION, "accounts": listed}, indent=2, ensure_ascii=False) + "\n"


def import_accounts(text: str, existing: Iterable[Account]) -> Imported | Problem:
    """Return the accounts of such a file that are not there yet. If one of them is wrong, none is imported."""
    if len(text) > LONGEST:
        return _wrong("It is too long.")
    form = parse_json(text.removeprefix("\ufeff"))
    if form is None:
        return _wrong("It isn't an accounts file, or another program changed it.")
    if not isinstance(form, dict) or form.get("form") != FORM:
        return _wrong("It isn't an accounts file.")
    if form.get("version") != VERSION:
        return _wrong("It was made by another version of LedgerDrop.")
    listed = form.get("accounts")
    if not isinstance(listed, list) or not listed:
        return _wrong("There are no accounts in it.")
    if len(listed) > MOST_ACCOUNTS:
        return _wrong("There are too many accounts in it.")
    seen = {_identity(account) for account in existing}
    added: list[Account] = []
    folders: dict[str, FolderRule] = {}
    for number, one in enumerate(listed, 1):
        account = read_account(one)
        if isinstance(account, str):
            return Problem(Code.ACCOUNT_IN_FILE_WRONG, {"number": str(number), "what": account})
        if _identity(account) not in seen:
            seen.add(_identity(account))
            added.append(account)
            folders |= {folder: FolderRule(account.id, how) for folder, how in read_folders(one).items()}
    return Imported(tuple(added), len(listed) - len(added), folders)


def read_folders(form: object) -> dict[str, IngestionOptions | None]:
    """Read the folders of an account of a file to hand out, and how their files are imported.

    A folder that is no full path is left out, since the account is of use without it.
    """
    listed = form.get("folders") if isinstance(form, dict) else None
    found: dict[str, IngestionOptions | None] = {}
    for one in listed if isinstance(listed, list) else []:
        folder = one.get("path") if isinstance(one, dict) else one
        if isinstance(folder, str) and Path(folder).is_absolute():
            found[folder] = options_from_form(one)
    return found


def read_accounts_file(path: Path, existing: Iterable[Account]) -> Imported | Problem:
    """Read the file, and do as `import_accounts`. Blocks as its disk does."""
    try:
        with path.open("rb") as file:
            data = file.read(4 * LONGEST + 1)
    except OSError:
        return _wrong("It can't be opened.")
    return import_accounts(data.decode("utf-8", "replace"), existing)


def write_accounts_file(path: Path, settings: Settings) -> Problem | None:
    """Write the text of `export_accounts` to a file that its owner alone can read. Blocks as its disk does."""
    try:
        write_atomically(path, export_accounts(settings).encode("utf-8", "replace"))
    except OSError as error:
        return Problem(Code.FILE_NOT_WRITTEN, {"path": str(path)}, detail=error.strerror or type(error).__name__)
    return None


def _identity(account: Account) -> tuple[str, str, str]:
    return account.base_url, account.integration_id.lower(), "" if account.integration_id else account.name


def read_account(form: object) -> Account | str:
    """Return one account of a file to hand out, with a fresh ID, or what is wrong with it."""
    if not isinstance(form, dict):
        return "it isn't an account"
    texts = {name: form.get(name, "") for name in _TEXTS if name != "id"}
    if not all(isinstance(value, str) for value in texts.values()):
        return "it contains a value that isn't text"
    name = " ".join(texts["name"].split())
    if not name or not name.isprintable():
        return "it has no name"
    if len(name) > LONGEST_NAME:
        return "its name is too long"
    if texts["environment"] not in {Environment.SANDBOX, Environment.PRODUCTION, Environment.CUSTOM}:
        return "its environment must be “production”, “sandbox” or “custom”"
    environment = Environment(texts["environment"])
    base_url = accounts.normal_base_url(accounts.BASE_URLS.get(environment, texts["base_url"]))
    if base_url is None:
        return "its address must start with https://"
    if texts["integration_id"] and not accounts.is_integration_id(texts["integration_id"]):
        return "its integration ID must have 36 characters"
    if texts["colour"] and not _COLOUR.fullmatch(texts["colour"]):
        return "its colour must look like #3366cc"
    new_id = accounts.new_account_id()
    return Account(new_id, name, environment, base_url, texts["integration_id"], colour=texts["colour"])


def _wrong(what: str) -> Problem:
    return Problem(Code.ACCOUNTS_FILE_WRONG, {"what": what})
