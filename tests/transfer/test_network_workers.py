"""Test the queue against a real server: from the drop to what is on the server's disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice, StartPractice
from tests.transfer.conftest import ACCOUNT, Ledgers, MakeQueue, Watch, straight

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.transfer.job_worker import TokenCache
from ledgerdrop.transfer.operations import Operations

QUICK = RetryPolicy(first_pause=0.05, longest_pause=0.1, outage=0.0)


class QuickSteps(Operations):
    """Runs the real steps with short pauses between attempts."""

    def open_session(self, network: Network) -> Session:
        return open_session(network, QUICK)


def account(practice: Practice) -> Account:
    return replace(ACCOUNT, base_url=practice.base_url, integration_id=practice.integration_id)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Practice], None]:
    """Trust the authority of that server."""

    def trust(practice: Practice) -> None:
        if practice.ca:
            monkeypatch.setenv("SSL_CERT_FILE", str(practice.ca))

    return trust


def test_files_end_on_the_server_as_they_are(
    qtbot: QtBot,
    make_queue: MakeQueue,
    each_practice: Practice,
    trusted: Callable[[Practice], None],
    ledgers: Ledgers,
) -> None:
    trusted(each_practice)
    queue = make_queue(Operations(straight()), token=each_practice.token, jobs=4)
    watch = Watch(qtbot, queue)
    names = [f"ledger {number} हिन्दी.csv" for number in range(12)]
    paths = ledgers(*names)
    watch.add(paths, account(each_practice))
    assert each_practice.requests() == []
    queue.send(None)
    watch.until_all(State.UPLOADED)
    objects = each_practice.objects()
    assert {name: objects[name].read_bytes() for name in names} == {path.name: path.read_bytes() for path in paths}
    entry = watch.by_name()[names[0]]
    assert entry.uploaded is not None
    assert entry.uploaded.name == names[0]
    assert queue.summary().done == 12
    assert len({request.connection for request in each_practice.requests()}) <= 8, (
        "of each worker, one for each place"
    )


def test_each_failure_ends_in_words_and_retries_happen_by_themselves(
    qtbot: QtBot, make_queue: MakeQueue, practice: Practice, ledgers: Ledgers
) -> None:
    queue = make_queue(QuickSteps(straight()), token=practice.token, jobs=2)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("provoke-406.csv", "provoke-twice-503.csv", "fine.csv"), account(practice))
    queue.send(None)
    watch.until_all(State.UPLOADED, State.FAILED)
    rows = watch.by_name()
    assert rows["fine.csv"].state is State.UPLOADED
    refused, twice = rows["provoke-406.csv"].problem, rows["provoke-twice-503.csv"].uploaded
    assert refused is not None
    assert refused.code is Code.NAME_REFUSED
    assert twice is not None
    assert twice.attempts == 3


def test_a_wrong_token_pauses_the_account_and_the_right_one_goes_on(
    qtbot: QtBot, make_queue: MakeQueue, practice: Practice, ledgers: Ledgers
) -> None:
    token = ["not-the-token-of-the-server"]
    queue = make_queue(Operations(straight()), ask=lambda _account: token[0])
    watch = Watch(qtbot, queue)
    mine = account(practice)
    watch.add(ledgers(*(f"{number}.csv" for number in range(10))), mine)
    queue.send(None)
    watch.until(lambda: bool(queue.summary().stops))
    (stop,) = queue.summary().stops
    assert (stop.account_id, stop.problem.code) == (mine.id, Code.SIGN_IN_REFUSED)
    watch.until_all(State.PAUSED)
    assert len(practice.requests()) <= 2  # one for each that was under way
    token[0] = practice.token
    queue.account_saved(mine)
    watch.until_all(State.UPLOADED)


def test_cancel_in_the_middle_of_a_file_leaves_nothing_on_the_server(
    qtbot: QtBot, make_queue: MakeQueue, start_practice: StartPractice, tmp_path: Path
) -> None:
    big = tmp_path / "big.csv"
    big.write_bytes(b"date,amount\n" + b"2026-04-01,100\n" * 2_000_000)
    with start_practice("--bytes-per-second", "200000") as practice:
        queue = make_queue(Operations(straight()), token=practice.token)
        watch = Watch(qtbot, queue)
        watch.add([big], account(practice))
        queue.send(None)
        watch.until(lambda: queue.summary().bytes_done > 0)
        assert queue.summary().sending == 1
        queue.cancel(queue.ids())
        assert watch.states() == {"big.csv": State.CANCELLED}
        watch.until(lambda: not queue.is_busy())  # the sender is free again
        assert practice.objects() == {}


def test_shutdown_in_the_middle_of_a_file(
    qtbot: QtBot, make_queue: MakeQueue, start_practice: StartPractice, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.csv" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_bytes(b"date,amount\n" + b"2026-04-01,100\n" * (1_000_000 + number))
    with start_practice("--bytes-per-second", "200000") as practice:
        queue = make_queue(Operations(straight()), token=practice.token, jobs=4)
        watch = Watch(qtbot, queue)
        watch.add(paths, account(practice))
        queue.send(None)
        watch.until(lambda: all(entry.state is State.SENDING for entry in watch.by_name().values()))
        assert queue.shutdown()
        assert practice.objects() == {}


def test_tokens_are_asked_for_once_and_forgotten_on_request() -> None:
    answers: list[str | Problem | None] = [None, "first", "second"]
    cache = TokenCache(lambda _account: answers.pop(0))
    assert [cache.token("a"), cache.token("a")] == [Problem(Code.NO_TOKEN)] * 2
    cache.forget("a")
    assert [cache.token("a"), cache.token("a")] == ["first", "first"]
    assert "first" not in repr(cache)
    refused = Problem(Code.SIGN_IN_REFUSED)
    cache.refuse("a", "first", refused)
    assert cache.token("a") == refused
    cache.forget("a")
    assert cache.token("a") == "second"
    cache.refuse("a", "first", refused)  # heard too late
    assert cache.token("a") == "second"


def test_clients_share_no_connection(
    qtbot: QtBot, make_queue: MakeQueue, practice: Practice, ledgers: Ledgers
) -> None:
    """Keep a late answer to one client from being taken for another's."""
    opened: list[Network] = []

    class Noting(Operations):
        def open_session(self, network: Network) -> Session:
            opened.append(network)
            return super().open_session(network)

    queue = make_queue(Noting(straight()), token=practice.token, jobs=1)
    watch = Watch(qtbot, queue)
    one, other = account(practice), replace(account(practice), id="another")
    for name, whose in (("a.csv", one), ("b.csv", one), ("c.csv", other), ("d.csv", one)):
        watch.add(ledgers(name), whose)
        queue.send(None)
        watch.until_all(State.UPLOADED)
    assert len(opened) == 3


def test_another_way_to_the_network_is_taken_from_the_next_file_on(
    qtbot: QtBot, make_queue: MakeQueue, practice: Practice, ledgers: Ledgers
) -> None:
    bad = Problem(Code.BAD_CA_BUNDLE, {"variable": "SSL_CERT_FILE", "path": "gone.pem"})
    direct = straight()()
    assert isinstance(direct, Network)
    other = replace(direct, proxies_for=lambda _url: {})
    opened: list[Network] = []

    class Noting(Operations):
        def open_session(self, network: Network) -> Session:
            opened.append(network)
            return super().open_session(network)

    way: list[Network | Problem] = [direct]
    queue = make_queue(Noting(lambda: way[0]), token=practice.token, jobs=1)
    watch = Watch(qtbot, queue)
    for name in ("a.csv", "b.csv"):
        watch.add(ledgers(name), account(practice))
        queue.send(None)
        watch.until_all(State.UPLOADED)
    assert len(opened) == 1
    way[0] = other
    watch.add(ledgers("c.csv"), account(practice))
    queue.send(None)
    watch.until_all(State.UPLOADED)
    assert opened[1:] == [other]
    way[0] = bad
    watch.add(ledgers("d.csv"), account(practice))
    queue.send(None)
    watch.until(lambda: watch.by_name()["d.csv"].problem == bad)
