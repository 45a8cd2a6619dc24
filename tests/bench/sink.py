"""Run nginx as the other end: it answers pre-sign requests and takes uploads, as fast as anything here."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import trustme
from tests.bench.tables import LeftOut

_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - memory; what stands there has a name of its own
_PROGRAM: Final = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin:/sbin:/bin")

_CONFIGURATION = """
worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log; {user}
events {{ worker_connections 512; }}
http {{
  map_hash_max_size 4096; map_hash_bucket_size 128;
  map $arg_filename $md5 {{ {digests} }}
  map $arg_md5 $etag {{ "" ""; default '"$arg_md5"'; }}
  access_log off; client_max_body_size 0; client_body_buffer_size 1m; keepalive_requests 100000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{http}; listen 127.0.0.1:{https} ssl; ssl_certificate {folder}/chain.pem;
    ssl_certificate_key {folder}/key.pem; root {folder}/root;
    location / {{ dav_methods PUT; create_full_put_path on; }}
    location /up/ {{ proxy_pass http://127.0.0.1:{inner}; add_header ETag $etag; }}
    location /one-integration/ {{ default_type application/json;
      return 200 '{{"status":200,"success":true,"result":{{
        "uploadUrl":"$scheme://$http_host/up/$request_id/$arg_filename?md5=$md5"}}}}';
    }}
    location /bare/ {{ default_type application/json;
      return 200 '{{"status":200,"success":true,"result":{{
        "uploadUrl":"$scheme://$http_host/up/$request_id/$arg_filename"}}}}';
    }}
  }}
  server {{ listen 127.0.0.1:{inner}; location / {{ return 200; }} }}
}}
"""


SMALL_FILES: Final = 1_000


def small_name(number: int) -> str:
    """Return the name of a small file."""
    return f"ledger-{number:04}.csv"


def small_file(number: int) -> bytes:
    """Return a small file's content, of 20 KB and like no other's, as ledgers are."""
    return (f"2026-11-23,INV-{number:06},27AAPFU0939F1ZV,118.00\n" * 500).encode()[:20_000]


@dataclass(frozen=True, slots=True)
class Sink:
    """Holds where nginx serves, the certificate authority to trust, and the folder in memory where uploads end."""

    http: str
    https: str
    ca: Path
    folder: Path


@contextmanager
def nginx_sink(gib: float) -> Iterator[Sink]:
    """Run nginx in a folder in memory that has room for so many GiB.

    Raises `LeftOut` when there is no such room or no nginx. It keeps what is PUT to `/`, and answers 201 or 204, as
    WebDAV has it. What is PUT to `/up/`, where its pre-signed URLs lead, it reads to the end, drops, and answers 200,
    with the MD5 that a small file of the URL's name has (`small_file`) as ETag, or without one below `/bare`.
    """
    if _PROGRAM is None:
        raise LeftOut("nginx is not installed.")
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < gib * 1024**3:
        raise LeftOut(f"{_MEMORY} lacks room for {gib:g} GiB of files in memory.")
    with tempfile.TemporaryDirectory(dir=_MEMORY) as name, _run(Path(name), _PROGRAM) as sink:
        yield sink


@contextmanager
def _run(folder: Path, program: str) -> Iterator[Sink]:
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1", "localhost")
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    certificate.private_key_pem.write_to_path(str(folder / "key.pem"))
    (folder / "chain.pem").write_bytes(b"".join(part.bytes() for part in certificate.cert_chain_pems))
    (folder / "root").mkdir()
    http, https, inner = _free_port(), _free_port(), _free_port()
    user = "user root;" if folder.owner() == "root" else ""
    digests = " ".join(
        f"{small_name(number)} {hashlib.md5(small_file(number), usedforsecurity=False).hexdigest()};"
        for number in range(SMALL_FILES)
    )
    ports = {"http": http, "https": https, "inner": inner}
    configuration = _CONFIGURATION.format(folder=folder, user=user, digests=digests, **ports)
    (folder / "nginx.conf").write_text(configuration)
    child = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait_for(http)
        yield Sink(f"http://127.0.0.1:{http}", f"https://127.0.0.1:{https}", folder / "ca.pem", folder)
    finally:
        child.terminate()
        child.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            subprocess.run(["sleep", "0.02"], check=True)
        else:
            return
    raise RuntimeError("nginx did not start")
