from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import FolderRule, Settings
from ledgerdrop.store.account_files import Imported, export_accounts, import_accounts

UUID = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11"
LIVE = Account(
    "1", "Sharma", Environment.PRODUCTION, "https://api.clear.in", UUID, send_at_once=True, colour="#3366cc"
)
OWN = Account("2", "Own", Environment.CUSTOM, "https://api.example/x", "")
PRACTICE = Account("3", "Practice", Environment.PRACTICE, "http://127.0.0.1:1", UUID)


def imported(text: str, *existing: Account) -> Imported:
    result = import_accounts(text, existing)
    assert isinstance(result, Imported), result
    return result


def one(**changes: object) -> str:
    account = {"name": "Sharma", "environment": "production", "integration_id": UUID, **changes}
    return json.dumps({"form": "ledgerdrop-accounts", "version": 1, "accounts": [account]})


def test_what_is_exported_is_imported_with_fresh_ids_and_asks_before_sending() -> None:
    result = imported(export_accounts(Settings((LIVE, PRACTICE, OWN))))
    assert [replace(account, id="") for account in result.added] == [
        replace(LIVE, id="", send_at_once=False),
        replace(OWN, id=""),
    ]
    assert len({account.id for account in result.added} - {"1", "2"}) == 2


def test_what_is_there_already_is_not_added_twice() -> None:
    text = export_accounts(Settings((LIVE, OWN, LIVE)))
    assert imported(text, LIVE, OWN) == Imported((), 3, {})
    again = imported(text, replace(LIVE, id="9", name="Renamed"))
    assert [account.name for account in again.added] == ["Own"]
    assert again.known == 2


def test_a_file_can_neither_choose_an_id_nor_send_without_asking() -> None:
    (account,) = imported(one(id="1", send_at_once=True, token="x")).added
    assert account.id != "1"
    assert not account.send_at_once


def test_clears_own_environments_cannot_be_pointed_elsewhere() -> None:
    (account,) = imported(one(base_url="https://evil.example")).added
    assert account.base_url == "https://api.clear.in"


def test_names_are_tidied() -> None:
    assert imported("\ufeff" + one(name="  Sharma \n & Sons ")).added[0].name == "Sharma & Sons"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "isn't an accounts file"),
        ("[" * 100_000, "isn't an accounts file"),
        ("[]", "isn't an accounts file"),
        (" " * (2 << 20), "too long"),
        ('{"form": "other"}', "isn't an accounts file"),
        ('{"form": "ledgerdrop-accounts", "version": 2}', "another version"),
        ('{"form": "ledgerdrop-accounts", "version": 1, "accounts": []}', "no accounts"),
        (json.dumps({"form": "ledgerdrop-accounts", "version": 1, "accounts": [{}] * 1001}), "too many"),
        (
            '{"form": "ledgerdrop-accounts", "version": 1, "accounts": [1]}',
            "Account 1 is invalid: it isn't an account",
        ),
        (one(name=""), "no name"),
        (one(name="\u202eevil"), "no name"),
        (one(name="x" * 201), "too long"),
        (one(name=["x"]), "isn't text"),
        (one(environment="practice"), "its environment must be"),
        (one(environment="PRODUCTION"), "its environment must be"),
        (one(environment="custom", base_url="http://api.example"), "must start with https://"),
        (one(environment="custom"), "must start with https://"),
        (one(environment="custom", base_url="https://user@api.example"), "must start with https://"),
        (one(integration_id="123"), "integration ID must have 36"),
        (one(colour="red"), "colour must look like"),
    ],
)
def test_what_is_wrong_is_said_in_words(text: str, words: str) -> None:
    problem = import_accounts(text, ())
    assert isinstance(problem, Problem)
    assert problem.code in {Code.ACCOUNTS_FILE_WRONG, Code.ACCOUNT_IN_FILE_WRONG}
    assert words in problem.advice


@given(st.text() | st.builds(one, name=st.text() | st.integers(), environment=st.text(), colour=st.none()))
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(import_accounts(text, ()), Problem)


def test_folders_go_with_their_account(tmp_path: Path) -> None:
    folder = str(tmp_path / "Sharma")
    tds = str(tmp_path / "TDS")
    how = IngestionOptions("TDSV2_PR", "tds")
    gone = str(tmp_path / "gone")
    rules = {folder: FolderRule(LIVE.id), gone: FolderRule("unknown"), tds: FolderRule(LIVE.id, how)}
    text = export_accounts(Settings((LIVE, OWN), folders=rules))
    result = imported(text)
    added = result.added[0].id
    assert result.folders == {folder: FolderRule(added), tds: FolderRule(added, how)}
    form = json.loads(text)
    form["accounts"][0]["folders"] = [folder, 3, "not/absolute", None]
    assert list(imported(json.dumps(form)).folders) == [folder]
    form["accounts"][0]["folders"] = "all"
    assert imported(json.dumps(form)).folders == {}
    assert imported(text, LIVE, OWN).folders == {}
