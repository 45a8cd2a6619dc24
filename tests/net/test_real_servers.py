"""Test that what real servers refuse by TLS itself is told as what it is."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import trustme
from tests.servers.proxies import free_port, serving, stunnel
from tests.variants import mostly_long

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import fetch, put
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.session import no_proxies, open_session
from ledgerdrop.runtime.cancel import CancelToken

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these servers are none of Windows")

MB = 1_000_000


@pytest.fixture
def folder(tmp_path: Path, authority: trustme.CA) -> Path:
    """Give a folder with a certificate for 127.0.0.1, and that of its authority."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(tmp_path / "server.pem")
    for name in ("ca.pem", "server.pem"):
        (tmp_path / name).chmod(0o644)
    tmp_path.chmod(0o777)
    return tmp_path


@contextmanager
def _stunnel(folder: Path) -> Iterator[str]:
    wanted = ("verifyChain = yes", f"CAfile = {folder / 'ca.pem'}")
    with stunnel(folder, f"127.0.0.1:{free_port()}", folder / "server.pem", *wanted) as place:
        yield place


@contextmanager
def _haproxy(folder: Path) -> Iterator[str]:
    port = free_port()
    (folder / "haproxy.cfg").write_text(
        "defaults\n  mode http\n  timeout connect 5s\n  timeout client 5s\n  timeout server 5s\n"
        f"frontend it\n  bind 127.0.0.1:{port} ssl crt {folder}/server.pem verify required ca-file {folder}/ca.pem\n"
        "  http-request return status 200\n"
    )
    with serving(["haproxy", "-f", str(folder / "haproxy.cfg")], port):
        yield f"127.0.0.1:{port}"


@contextmanager
def _only_http2(folder: Path) -> Iterator[str]:
    port, certificate = free_port(), str(folder / "server.pem")
    call = ["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-cert", certificate, "-alpn", "h2", "-quiet"]
    with serving([*call, "-key", certificate], port):
        yield f"127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (_stunnel, Code.CLIENT_CERTIFICATE),
        (_only_http2, Code.HTTP2_ONLY),
        pytest.param(_haproxy, Code.CLIENT_CERTIFICATE, marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("size", mostly_long([0, 1000, 20 * MB], lambda size: size != 1000))
def test_an_alert_is_told_as_what_it_asks_for(
    folder: Path, start: Callable[[Path], AbstractContextManager[str]], code: Code, size: int
) -> None:
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(folder / "ca.pem")})
    assert isinstance(network, Network)
    with start(folder) as place, open_session(network) as session:
        url = f"https://{place}/ledger.csv"
        outcome = (
            put(session, url, {}, _Zeros(size), CancelToken(), lambda _sent: None)
            if size
            else fetch(session, url, {}, CancelToken())
        )
    assert isinstance(outcome, Problem)
    assert (outcome.code, outcome.params["host"]) == (code, "127.0.0.1")


class _Zeros(io.BytesIO):
    """Gives a body of that many bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(bytes(size))

    def __len__(self) -> int:
        return len(self.getbuffer())
