"""Test which account the files of a folder go to, and which account a folder is named after."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.settings import FolderOwner, FolderRules, named_account

SHARMA = Account("1", "Sharma & Associates", Environment.SANDBOX, "https://api-sandbox.clear.in", "a" * 36)
LIVE = Account("2", "Sharma & Associates", Environment.PRODUCTION, "https://api.clear.in", "a" * 36)
GULF = Account("3", "Gulf branch", Environment.PRODUCTION, "https://api.clear.in", "b" * 36)
HINDI = Account("4", "शर्मा टेक्सटाइल्स", Environment.PRODUCTION, "https://api.clear.in", "c" * 36)
ALL = (SHARMA, LIVE, GULF, HINDI)


def test_the_inner_folder_decides() -> None:
    rules = FolderRules.of(
        [FolderOwner(Path("/books/Sharma"), SHARMA), FolderOwner(Path("/books/Sharma/Dubai"), GULF)]
    )
    found = {name: rules.owner(Path("/books", name)) for name in ("Sharma", "Sharma/a.csv", "Sharma/Dubai/x/b.csv")}
    assert [owner.account for owner in found.values() if owner] == [SHARMA, SHARMA, GULF]
    assert rules.owner(Path("/books/Sharma Ltd/a.csv")) is None
    assert FolderRules().owner(Path("/books/a.csv")) is None


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("Gulf branch", GULF),
        ("2026-04_GULF-BRANCH (final)", GULF),
        ("Gulf", GULF),
        ("Gulf branch/April", GULF),
        ("शर्मा टेक्सटाइल्स", HINDI),
        ("Sharma", None),  # its own
        ("Gulf branch/Sharma", None),
        ("Gulfstream", None),
        ("Gul", None),
        ("April", None),
        ("Branch", None),
    ],
)
def test_a_folder_that_is_named_after_another_account_is_found(folder: str, named: Account | None) -> None:
    found = named_account(Path("/books", folder, "a.csv"), SHARMA, ALL)
    assert (found[1] if found else None) == named


def test_an_account_of_the_same_name_is_no_other() -> None:
    assert named_account(Path("/books/Sharma & Associates/a.csv"), LIVE, ALL) is None
