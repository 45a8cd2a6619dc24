"""Test many files at a host that cannot keep up, or is away behind its gateway: all wait together, none fails."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.servers.proxies import free_port, serving

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import no_proxies, open_session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nginx is none of Windows here")

_CONFIGURATION = """
worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log; {user}
events {{ worker_connections 512; }}
http {{
  access_log off; client_max_body_size 0;
  limit_req_zone $binary_remote_addr zone=all:1m rate={rate}r/s; limit_req_status 429;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}; limit_req zone=all burst=2 nodelay;
    location /up/ {{ proxy_pass http://127.0.0.1:{inner}; }}
    location /one-integration/ {{ default_type application/json;
      return 200 '{{"status":200,"success":true,"result":{{"uploadUrl":"http://$http_host/up/$request_id.csv?x=1"}}}}';
    }}
  }}
}}
"""
_STORAGE = """
worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log; {user}
events {{ worker_connections 512; }}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{inner}; location / {{ return 200; }} }}
}}
"""


@contextmanager
def _nginx(folder: Path, configuration: str, listens: int, **values: object) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    user = "user root;" if folder.owner() == "root" else ""
    (folder / "nginx.conf").write_text(configuration.format(folder=folder, user=user, **values))
    with serving(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], listens):
        yield


def _send_all(
    folder: Path, base_url: str, count: int, policy: RetryPolicy, controls: Controls
) -> list[Uploaded | Problem]:
    """Send so many files, 16 at once, each thread with a session of its own."""
    network = open_network(no_proxies, {})
    assert isinstance(network, Network)
    paths = [folder / f"ledger-{number}.csv" for number in range(count)]
    for path in paths:
        path.write_text(f"date,amount\n2026-04-01,{path.stem}\n")

    def send_one(path: Path) -> Uploaded | Problem:
        with open_session(network, policy) as session:
            return send(session, account_of(base_url), TOKEN, checked_of(path), controls)

    with ThreadPoolExecutor(16) as pool:
        return list(pool.map(send_one, paths))


@pytest.mark.parametrize(
    ("rate", "count"), [(100, 60), pytest.param(5, 200, marks=pytest.mark.long, id="200 files, 5 requests a second")]
)
def test_files_that_a_host_slows_down_are_all_uploaded(tmp_path: Path, rate: int, count: int) -> None:
    if shutil.which("nginx", path="/usr/sbin:/usr/bin") is None:
        pytest.skip("not installed: nginx")
    port, inner = free_port(), free_port()
    policy = RetryPolicy(first_pause=5 / rate, longest_pause=50 / rate)
    began = time.monotonic()
    with (
        _nginx(tmp_path / "storage", _STORAGE, inner, inner=inner),
        _nginx(tmp_path / "api", _CONFIGURATION, port, port=port, inner=inner, rate=rate),
    ):
        outcomes = _send_all(tmp_path, f"http://127.0.0.1:{port}", count, policy, Controls())
    assert [outcome for outcome in outcomes if not isinstance(outcome, Uploaded)] == []
    print(f"{time.monotonic() - began:.0f} s for {count} files")  # noqa: T201 - read when the waiting is tuned


def test_storage_that_is_away_behind_its_gateway_is_waited_for(tmp_path: Path) -> None:
    if shutil.which("nginx", path="/usr/sbin:/usr/bin") is None:
        pytest.skip("not installed: nginx")
    port, inner = free_port(), free_port()
    back, waits, lock = ExitStack(), [0], threading.Lock()
    problems: set[Code] = set()

    def watch(progress: Progress) -> None:
        if progress.stage is Stage.WAITING and progress.problem is not None:
            with lock:
                problems.add(progress.problem.code)
                waits[0] += 1
                if waits[0] == 200:  # more than five attempts of each file
                    back.enter_context(_nginx(tmp_path / "storage", _STORAGE, inner, inner=inner))

    with _nginx(tmp_path / "api", _CONFIGURATION, port, port=port, inner=inner, rate=10_000), back:
        policy = RetryPolicy(first_pause=0.02, longest_pause=0.1)
        outcomes = _send_all(tmp_path, f"http://127.0.0.1:{port}", 16, policy, Controls(watch))
    assert [outcome for outcome in outcomes if not isinstance(outcome, Uploaded)] == []
    assert problems == {Code.STORAGE_GATEWAY}
