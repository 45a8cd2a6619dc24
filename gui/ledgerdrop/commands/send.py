"""`ledgerdrop send`: the whole journey of many files, without a window.

The token comes from the environment variable LEDGERDROP_TOKEN, else from the keyring. Address and integration ID come
from the call, else from the account in use. With --json, one object a file goes to standard output, in the order of
the call: path, state, code, headline, advice, server_message, http_status, bytes, seconds, attempts.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ledgerdrop.commands.progress_bar import ProgressBar
from ledgerdrop.pipeline.accounts import Account, Environment, is_integration_id, normal_base_url
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.checked import check
from ledgerdrop.pipeline.dropped import drop
from ledgerdrop.pipeline.journey import Controls, guarded, send
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.pipeline.values import Uploaded
from ledgerdrop.services.locations import locations
from ledgerdrop.services.logs import start_logs
from ledgerdrop.services.network import Network, open_network
from ledgerdrop.services.proxies import Routes, SignIn, read_sign_in
from ledgerdrop.services.sessions import LineSession, open_session
from ledgerdrop.services.settings import Settings, load
from ledgerdrop.services.tokens import TokenStore, token_from_environment

_DEFAULT_JOBS: Final = 4
_MOST_JOBS: Final = 16
_COMMAND_LINE: Final = "command-line"  # the account's ID where none is set up


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended. `rejected`: it never left, since the check did not let it."""

    path: str
    result: Uploaded | Problem
    rejected: bool = False

    @property
    def state(self) -> str:
        """uploaded, rejected, failed or cancelled."""
        if isinstance(self.result, Uploaded):
            return "uploaded"
        if self.result.code is Code.CANCELLED:
            return "cancelled"
        return "rejected" if self.rejected else "failed"

    def as_json(self) -> str:
        """The object of `--json`, on one line."""
        fields: dict[str, object] = {"path": self.path, "state": self.state}
        if isinstance(self.result, Uploaded):
            sent = self.result
            fields |= {"code": None, "headline": None, "advice": None, "server_message": None}
            fields |= {"http_status": sent.http_status, "bytes": sent.size}
            fields |= {"seconds": round(sent.seconds, 3), "attempts": sent.attempts}
        else:
            problem = self.result
            fields |= {"code": problem.code.slug, "headline": problem.headline, "advice": problem.advice}
            fields |= {"server_message": problem.server_message or None, "http_status": problem.http_status}
            fields |= {"bytes": 0, "seconds": None, "attempts": int(problem.params.get("attempts", "0"))}
        return json.dumps(fields)

    def as_text(self) -> str:
        """A line for a person, or two where there is something to do."""
        if isinstance(self.result, Uploaded):
            return f"Uploaded   {self.path}"
        words = f"{self.state.capitalize():<10} {self.path}: {self.result.headline}. {self.result.advice}"
        said = self.result.server_message
        return f"{words}\n           The server said: {said}" if said else words


def main(arguments: Sequence[str]) -> int:
    """Send the files. Returns 0 when all were uploaded, 1 when one was not, 2 for a wrong call."""
    parser = _parser()
    call = parser.parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # names need not be valid text
    logs = start_logs(locations().logs)
    try:
        return _send_all(call, parser)
    finally:
        logs.close()


def _send_all(call: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    loaded = load(locations().settings)
    if loaded.problem is not None:
        print(f"{loaded.problem.headline}. {loaded.problem.advice}", file=sys.stderr)  # noqa: T201 - a command's voice
    settings = loaded.settings
    account = _account(call, settings, parser)
    store = TokenStore()
    token = _token(store, account.id)
    network = open_network(Routes(settings.proxy, lambda proxy: _sign_in(store, proxy)).mapping)
    if isinstance(token, Problem):
        return _wrong_call(token)
    if isinstance(network, Problem):
        return _wrong_call(network)
    sending = Sending(network, account, token, anyway=call.anyway)
    ended_well = True
    with ProgressBar(sys.stderr, len(call.paths)) as bar:
        for outcome in sending.run(call.paths, call.jobs, bar):
            bar.print(outcome.as_json() if call.json else outcome.as_text())
            ended_well = ended_well and outcome.state == "uploaded"
    return 0 if ended_well else 1


class Sending:
    """Sends many files at once, each thread over a session of its own."""

    def __init__(self, network: Network, account: Account, token: str, *, anyway: bool) -> None:
        self._network = network
        self._account = account
        self._token = token
        self._anyway = anyway
        self._cancel = Cancel()
        self._own = threading.local()
        self._sessions: list[LineSession] = []

    def run(self, paths: Sequence[str], jobs: int, bar: ProgressBar) -> Iterator[Outcome]:
        """The outcomes, in the order of the paths, each as soon as it can be told. Ctrl-C cancels what is left."""
        with self._cancelled_by_interrupt(), ThreadPoolExecutor(jobs) as pool:
            for future in [pool.submit(self._one, path, bar) for path in paths]:
                yield _result(future)
        for session in self._sessions:
            session.close()

    def _one(self, path: str, bar: ProgressBar) -> Outcome:
        rejected = True

        def steps() -> Uploaded | Problem:
            nonlocal rejected
            self._cancel.check()
            file = drop(Path(path))
            if isinstance(file, Problem):
                return file
            checked = check(file, self._cancel)
            if isinstance(checked, Problem):
                return checked
            if checked.warning and not self._anyway:
                return checked.warning
            rejected = False
            controls = Controls(bar.track(path), self._cancel)
            return send(self._session(), self._account, self._token, checked, controls)

        result = guarded(steps)
        bar.finish(path)
        return Outcome(path, result, rejected)

    def _session(self) -> LineSession:
        if not hasattr(self._own, "session"):
            self._own.session = open_session(self._network)
            self._sessions.append(self._own.session)
        session: LineSession = self._own.session
        return session

    @contextmanager
    def _cancelled_by_interrupt(self) -> Iterator[None]:
        before = signal.signal(signal.SIGINT, lambda _number, _frame: self._cancel.set())
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def _result(future: Future[Outcome]) -> Outcome:
    """Wait in short turns: on Windows an endless wait would not hear Ctrl-C."""
    while True:
        try:
            return future.result(timeout=0.2)
        except TimeoutError:
            continue


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ledgerdrop send",
        description="Check each file, and send it to Clear.",
        epilog="The token is read from the environment variable LEDGERDROP_TOKEN, else from the keyring. "
        "Exit code: 0 when every file was uploaded, 1 when one was not, 2 for a wrong call.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a file")
    parser.add_argument("--anyway", action="store_true", help="also send files that the check only warns about")
    parser.add_argument(
        "--base-url", metavar="URL", help="Clear's address, without the path; else the account in use"
    )
    parser.add_argument("--integration-id", metavar="UUID", help="else that of the account in use")
    parser.add_argument("--jobs", type=int, default=_DEFAULT_JOBS, metavar="N", help="files sent at once, 1 to 16")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a csv, xlsx, xls or zip file")
    return parser


def _account(call: argparse.Namespace, settings: Settings, parser: argparse.ArgumentParser) -> Account:
    """The account in use, with what the call says otherwise. Ends the program when something is missing or wrong."""
    if not 1 <= call.jobs <= _MOST_JOBS:
        parser.error(f"--jobs takes a number from 1 to {_MOST_JOBS}")
    account = settings.current or Account(_COMMAND_LINE, "Command line", Environment.CUSTOM, "", "")
    if call.base_url is not None:
        account = replace(account, environment=Environment.CUSTOM, base_url=normal_base_url(call.base_url) or "")
    if call.integration_id is not None:
        account = replace(account, integration_id=call.integration_id)
    if not account.base_url:
        parser.error("--base-url takes Clear's address, such as https://api.clear.in (http only for this computer)")
    if not is_integration_id(account.integration_id):
        parser.error("--integration-id takes the 36 characters that Clear gave you")
    return account


def _token(store: TokenStore, account_id: str) -> str | Problem:
    token = token_from_environment()
    if token is None:
        token = store.get(account_id)
    return Problem(Code.NO_TOKEN) if token is None else token


def _sign_in(store: TokenStore, proxy: str) -> SignIn | None:
    """Without one the proxy says itself that it wants one."""
    found = read_sign_in(store, proxy)
    return None if isinstance(found, Problem) else found


def _wrong_call(problem: Problem) -> int:
    sys.stderr.write(f"{problem.headline}. {problem.advice}\n")
    return 2
