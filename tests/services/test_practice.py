"""The practice server as the program's own child."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

import product
from ledgerdrop.services import practice
from ledgerdrop.services.practice import Practice, PracticeError


def test_it_answers_while_it_runs_and_is_gone_after() -> None:
    with Practice() as server:
        account = server.account
        request = urllib.request.Request(
            f"{account.base_url}/one-integration/action/pre-sign?filename=a.csv",
            headers={"x-clear-auth-token": server.token, "x-integration-id": account.integration_id},
        )
        with urllib.request.urlopen(request) as answer:
            assert answer.status == 200
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(request)


def test_what_it_says_when_it_cannot_start_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice, "_ourselves", lambda: ["/bin/echo", "no room"])
    with pytest.raises(PracticeError, match="no room"):
        Practice()


def test_a_frozen_program_starts_itself_or_the_console_program_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, console = tmp_path / "LedgerDrop.exe", tmp_path / f"{product.CONSOLE}.exe"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(window))
    assert practice._ourselves() == [str(window)]
    console.touch()
    assert practice._ourselves() == [str(console)]
