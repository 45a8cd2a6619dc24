"""Test the name that is suggested where a filter refuses the file's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, account_of
from tests.faults.scenario import Step, html

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.ui.files.actions import Action, possible


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("O'Brien.csv", "O-Brien.csv"),
        ("Söhne & Co; drop table (1).xlsx", "Sohne-Co-drop-table-1.xlsx"),
        ("खाता.csv", "ledger.csv"),
        ("../../etc/passwd .zip", "etc-passwd.zip"),
        ("sales-2026_04.csv", ""),
    ],
)
def test_a_plainer_name_is_offered(faults: FaultServer, fault_network: Network, name: str, better: str) -> None:
    page = Step(403, html().headers, html("Blocked").body)
    with faults.scenario([page]) as scenario, open_session(fault_network) as session:
        problem = request_target(Caller(session, account_of(scenario.base_url), TOKEN, CancelToken()), name)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.params.get("better_name", "")) == (Code.REQUEST_BLOCKED, better)
    item = TransferItem(1, Path(name), name, "a", State.FAILED, problem=problem)
    assert (Action.SEND_AS in possible(item)) is bool(better)
