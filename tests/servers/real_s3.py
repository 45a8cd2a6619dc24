"""Run a real S3 service that we did not write (OpenStack Swift with its s3api), as a process of its own.

It is not part of this project: tests that want it are skipped where `../shared` (or LEDGERDROP_SHARED) is missing.
Fixtures: `real_s3` (http), `real_s3_tls` (https with a certificate of `authority`), `real_s3_small` (the same, with a
limit).
"""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import boto3
import botocore.config
import pytest
import trustme

from ledgerdrop.practice.signature import Signer

SHARED = Path(os.environ.get("LEDGERDROP_SHARED") or Path(__file__).parents[2].parent / "shared")
BUCKET = "one-integration-staging"


@dataclass(frozen=True)
class RealS3:
    """Holds a running service with BUCKET. `signer` knows its keys; `client` is boto3's, to look what has arrived."""

    base_url: str
    signer: Signer
    client: Any = field(repr=False)
    ca: Path | None


def boto3_client(base_url: str, signer: Signer, ca: Path | None = None) -> Any:
    """Return an S3 client that signs with Signature Version 4 and puts the bucket into the path."""
    return boto3.client(
        "s3",
        endpoint_url=base_url,
        aws_access_key_id=signer.access_key,
        aws_secret_access_key=signer.secret_key,
        region_name=signer.region,
        verify=str(ca) if ca else None,
        config=botocore.config.Config(
            signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 0}, proxies={}
        ),
    )


@contextmanager
def _serve(folder: Path, authority: trustme.CA | None, *options: str) -> Iterator[RealS3]:
    script = SHARED / "tools" / "swift_s3.py"
    if not script.exists() or find_spec("swift") is None:
        pytest.skip("the real S3 service is not here")
    try:
        os.setxattr(folder, "user.ledgerdrop", b"")
    except (AttributeError, OSError):
        pytest.skip("the real S3 service needs a file system with user attributes")
    signer = Signer("test:tester", "practice-secret", "us-east-1")
    environment, ca = {**os.environ, "SK": signer.secret_key}, None
    if authority:
        ca = folder / "ca.pem"
        authority.cert_pem.write_to_path(ca)
        authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
        environment |= dict.fromkeys(("TLS_CERT", "TLS_KEY"), str(folder / "server.pem"))
    port = _free_port()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, str(script), str(folder), str(port), *options],
            stdout=subprocess.PIPE,
            stderr=log,
            env=environment,
        )
        assert process.stdout
        try:
            assert process.stdout.readline().startswith(b"READY"), (folder / "log").read_text()
            base_url = f"{'https' if authority else 'http'}://127.0.0.1:{port}"
            client = boto3_client(base_url, signer, ca)
            client.create_bucket(Bucket=BUCKET)
            yield RealS3(base_url, signer, client, ca)
            client.close()
        finally:
            process.terminate()
            process.wait(30)
            process.stdout.close()


@pytest.fixture(scope="session")
def real_s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealS3]:
    """Give the real service over http."""
    with _serve(tmp_path_factory.mktemp("s3"), None) as service:
        yield service


@pytest.fixture(scope="session")
def real_s3_tls(tmp_path_factory: pytest.TempPathFactory, authority: trustme.CA) -> Iterator[RealS3]:
    """Give the real service over https."""
    with _serve(tmp_path_factory.mktemp("s3-tls"), authority) as service:
        yield service


@pytest.fixture(scope="session")
def real_s3_small(tmp_path_factory: pytest.TempPathFactory, authority: trustme.CA) -> Iterator[RealS3]:
    """Give the real service over https, for objects of at most 100,000 bytes."""
    with _serve(tmp_path_factory.mktemp("s3-small"), authority, "100000") as service:
        yield service


def _free_port() -> int:
    """Return a free port below those that the system gives out by itself (Linux: 32768 and up).

    The service takes it only seconds later, and the connections of other tests would have it by then.
    """
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        try:
            with socket.create_server(("127.0.0.1", port)):
                return port
        except OSError:  # taken
            continue
