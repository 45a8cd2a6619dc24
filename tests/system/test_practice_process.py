"""Test the practice server as the program's own child."""

from __future__ import annotations

import urllib.error
import urllib.request
from contextlib import closing

import pytest

from ledgerdrop.system import practice_process
from ledgerdrop.system.practice_process import Practice, PracticeError


def test_it_answers_while_it_runs_and_is_gone_after() -> None:
    with closing(Practice()) as server:
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
    monkeypatch.setattr(practice_process, "own_command", lambda *_: ["/bin/echo", "no room"])
    with pytest.raises(PracticeError, match="no room"):
        Practice()
