"""Test the connection: one sentence on what works or does not, and a report for IT without secrets."""

from __future__ import annotations

import platform
import ssl
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from requests.exceptions import InvalidProxyURL

from ledgerdrop import __version__
from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.model.accounts import Account, is_integration_id, normal_base_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.connection import place_name
from ledgerdrop.net.errors import network_problem
from ledgerdrop.net.exchange import connect
from ledgerdrop.net.network import Network, origin_of
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, no_proxies, open_session
from ledgerdrop.net.sockets import resolve
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.redaction import for_report
from ledgerdrop.store.proxy_address import DEFAULT_PORTS

# Asking for a URL and not using it costs nothing, and stores nothing.
FILE_NAME: Final = "connection-test.csv"
CLOCK_SECONDS: Final = 3600.0  # certificates of a company's own authority may be minutes old, hardly an hour


@dataclass(frozen=True)
class ConnectionReport:
    """Holds what the test found: `problem` is what stopped it, None when all is well.

    `text` is the whole report, to be copied. It holds no token, signed URL, password or user name, and of the
    integration ID only its end.
    """

    problem: Problem | None
    text: str = field(repr=False)


def try_connection(
    account: Account,
    token: str | Problem | None,
    network: Network | Problem,
    cancel: CancelToken,
    policy: RetryPolicy | None = None,
) -> ConnectionReport:
    """Test the whole way: settings, a pre-signed URL, and the storage that it names; stop at the first failure.

    `token` and `network` are what `TokenStore.get` and `open_network` gave. Nothing is uploaded. Blocks, so never
    call it on the window's thread. Raises `Cancelled`.
    """
    trial = _Trial(account, token, network, cancel, policy or RetryPolicy())
    problem = trial.run()
    return ConnectionReport(problem, _report(account, problem, trial.steps))


@dataclass
class _Trial:
    """Runs the steps of the test, in the order in which an upload meets them."""

    account: Account
    token: str | Problem | None
    network: Network | Problem
    cancel: CancelToken
    policy: RetryPolicy
    steps: list[str] = field(default_factory=list)  # lines: what each found or why it failed, and how long it took
    storage: str = ""  # scheme, host and port
    clock_ahead: float | None = None  # seconds, of Clear's

    def run(self) -> Problem | None:
        """Run all steps. Returns the problem that stopped them, None if there was none."""
        wrong = self._step("Settings", self._settings)
        if wrong is not None:
            return wrong
        network = self.network
        if isinstance(network, Problem):
            self._note("Trusted certificates", network.headline, failed=True)
            return network
        with open_session(network, self.policy) as session:
            return (
                self._connectivity(session, self.account.base_url, "Clear")
                or self._step("Permission to upload", lambda: self._pre_sign(session))
                or self._connectivity(session, self.storage, "Clear's storage")
                or self._step("Clock of this computer", self._clock)
            )

    def _step(self, name: str, work: Callable[[], str | Problem]) -> Problem | None:
        begun = time.monotonic()
        self.cancel.raise_if_cancelled()
        outcome = work()
        seconds = time.monotonic() - begun
        if isinstance(outcome, Problem):
            self._note(name, _described(outcome), seconds, failed=True)
            return outcome
        self._note(name, outcome, seconds)
        return None

    def _note(self, name: str, detail: str, seconds: float = 0.0, *, failed: bool = False) -> None:
        self.steps.append(f"{'FAILED' if failed else 'ok    '} {name} ({seconds:.2f} s): {detail}")

    def _settings(self) -> str | Problem:
        if normal_base_url(self.account.base_url) != self.account.base_url:
            return Problem(Code.BAD_BASE_URL)
        if not is_integration_id(self.account.integration_id):
            return Problem(Code.NO_INTEGRATION_ID)
        if isinstance(self.token, Problem):
            return self.token
        return "address, integration ID and token are there" if self.token else Problem(Code.NO_TOKEN)

    def _connectivity(self, session: Session, url: str, whom: str) -> Problem | None:
        """Connect to the host of `url`, through the proxy that leads there, as a file's journey does."""
        try:
            proxy = session.network.proxies_for(url).get(urlsplit(url).scheme, "")
        except InvalidProxyURL as error:
            problem = network_problem(error, url)
            self._note(f"{whom}: proxy", problem.headline, failed=True)
            return problem
        wrong = self._step(f"{whom}: name", lambda: self._name(url, proxy))
        return wrong or self._step(f"{whom}: connection", lambda: self._connection(session, url, proxy))

    def _name(self, url: str, proxy: str) -> str | Problem:
        parts = urlsplit(proxy or url)
        host, port = parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme]
        try:
            addresses = resolve(host, port, self.policy.connect, self.cancel)
        except TimeoutError:
            problem = Problem(Code.HOST_UNKNOWN, {"host": host}, detail="no answer from the name service")
        except OSError as error:
            problem = network_problem(error, url)
        else:
            found = ", ".join(str(address[0]) for _, address in addresses[:4])
            return f"{'proxy ' if proxy else ''}{place_name(host, port)} is {found}"
        return Problem(Code.PROXY_UNREACHABLE, {"host": host}, detail=problem.detail) if proxy else problem

    def _connection(self, session: Session, url: str, proxy: str) -> str | Problem:
        found = connect(session, url, self.cancel)
        if isinstance(found, str):
            return found
        if found.code is Code.CERTIFICATE_UNTRUSTED:
            return self._with_issuer(found, url, session.network)
        if found.code is Code.PROXY_CERTIFICATE_UNTRUSTED:
            direct = replace(session.network, proxies_for=no_proxies, proxies_known=no_proxies)
            return self._with_issuer(found, _without_sign_in(proxy), direct)
        return found

    def _with_issuer(self, problem: Problem, url: str, network: Network) -> Problem:
        """Name the issuer of a certificate that is not trusted: IT must know which one to install."""
        unverified = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        unverified.check_hostname = False
        unverified.verify_mode = ssl.CERT_NONE  # it was refused already; this is to say whose it is
        with Session(network, self.policy, unverified) as session:
            facts = connect(session, url, self.cancel)  # nothing of ours is sent over it
        return replace(problem, detail=f"{facts}; {problem.detail}") if isinstance(facts, str) else problem

    def _pre_sign(self, session: Session) -> str | Problem:
        token = self.token if isinstance(self.token, str) else ""
        target = request_target(Caller(session, self.account, token, self.cancel), FILE_NAME)
        if isinstance(target, Problem):
            return target
        self.storage = origin_of(target.url)  # the signature is nobody's business
        self.clock_ahead = target.clock_ahead
        return "Clear gave the permission to upload a file"

    def _clock(self) -> str | Problem:
        if self.clock_ahead is None:
            return "Clear did not tell the time"
        minutes = round(abs(self.clock_ahead) / 60)
        off = f"{minutes // 60} h {minutes % 60} min {'ahead of' if self.clock_ahead > 0 else 'behind'} Clear's"
        if abs(self.clock_ahead) > CLOCK_SECONDS:
            return Problem(Code.CLOCK_WRONG, detail=off)
        return off if minutes else "as Clear's"


def _without_sign_in(proxy: str) -> str:
    parts = urlsplit(proxy)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/"


def _described(problem: Problem) -> str:
    status = "" if problem.http_status is None else f"HTTP {problem.http_status}"
    facts = (problem.headline, problem.code.slug, status, problem.server_code, problem.server_message, problem.detail)
    return "; ".join(filter(None, facts))


def _report(account: Account, problem: Problem | None, steps: list[str]) -> str:
    works = f"The connection works: Clear ({account.environment.value}) accepts this account."
    lines = [
        *([f"{problem.headline}.", problem.advice] if problem else [works]),
        "",
        f"LedgerDrop {__version__}, Python {platform.python_version()}, {platform.platform()}, {sys.platform}",
        f"at {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC by this computer's clock",
        f"{account.environment.value}, {account.base_url}, integration ID ...{account.integration_id[-4:]}",
        "",
        *steps,
    ]
    return for_report("\n".join(lines)) + "\n"
