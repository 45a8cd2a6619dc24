"""Run what `bench_upload` measures, in a process of its own: `contestants.py WHAT URL CA`, paths on standard input.

Prints wall and CPU seconds, without the time to start and import; for `memory`, MiB above the start.
"""

from __future__ import annotations

import hashlib
import io
import os
import resource
import sys
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.files.reader import BLOCK, FileReader
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import CheckedFile, DroppedFile, Uploaded
from ledgerdrop.model.problems import Problem
from ledgerdrop.net.exchange import put
from ledgerdrop.net.network import open_network
from ledgerdrop.net.session import Session, no_proxies, open_session
from ledgerdrop.runtime.cancel import CancelToken

_AT_ONCE = 8


def main(what: str, url: str, ca: str, paths: Sequence[Path]) -> None:
    """Run the contestant of that name, and print what it cost."""
    contestants: dict[str, Callable[[], object]] = {
        "put": lambda: put_one(new_session(ca), checked(paths[0]), url),
        "memory": lambda: put_one(new_session(ca), checked(paths[0]), url),
        "journeys": lambda: journeys(ca, url, paths),
        "hashes": lambda: hashes(paths[0]),
        "boto3": lambda: None,
    }
    if what == "boto3":
        contestants["boto3"] = transfers(url, paths)
    if what == "reads":
        sys.stdout.write(str(share_read(ca, url, paths[0])))
        return
    if what == "first byte":
        session, file = new_session(ca), checked(paths[0])
        sys.stdout.write(str(time.monotonic()))
        with suppress(AssertionError):  # that server hangs up
            put_one(session, file, url)
        return
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    contestants[what]()
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    if what == "memory":
        sys.stdout.write(str((after.ru_maxrss - before.ru_maxrss) / 1024))
    else:
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        sys.stdout.write(f"{wall} {cpu}")


def new_session(ca: str) -> Session:
    network = open_network(no_proxies, {"SSL_CERT_FILE": ca}, proxies_known=no_proxies)
    assert not isinstance(network, Problem)
    return open_session(network)


def checked(path: Path) -> CheckedFile:
    status = path.stat()
    file = DroppedFile(path, path.name, status.st_size, status.st_mtime_ns)
    return CheckedFile(file, "csv", "text/csv", "text/csv")


def put_one(session: Session, file: CheckedFile, url: str) -> None:
    cancel = CancelToken()
    with FileReader(file.file, cancel) as reader:
        answer = put(session, url, {"Content-Type": file.content_type}, reader, cancel, lambda _count: None)
    assert not isinstance(answer, Problem), answer
    assert answer.status in (200, 201, 204), answer


def hashes(path: Path) -> None:
    """Compute the two digests of so many bytes, and nothing else."""
    sha256, md5, block = hashlib.sha256(), hashlib.md5(usedforsecurity=False), bytes(BLOCK)
    for _ in range(path.stat().st_size // BLOCK):
        sha256.update(block)
        md5.update(block)


def share_read(ca: str, base_url: str, path: Path) -> float:
    """Upload a file, and return how much was read of it, as a share of its size."""
    read = 0

    class Counting(io.FileIO):
        def read(self, size: int | None = -1, /) -> Any:
            nonlocal read
            block = super().read(size)
            read += len(block or b"")
            return block

    account = Account("bench", "Bench", Environment.CUSTOM, base_url, str(uuid.uuid4()))
    outcome = send(new_session(ca), account, "token", checked(path), Controls(), Counting)
    assert isinstance(outcome, Uploaded), outcome
    return read / path.stat().st_size


def journeys(ca: str, base_url: str, paths: Sequence[Path]) -> None:
    """Pre-sign and upload all of them, `_AT_ONCE` at a time, each thread with a session of its own."""
    account = Account("bench", "Bench", Environment.CUSTOM, base_url, str(uuid.uuid4()))
    own = threading.local()

    def one(path: Path) -> None:
        if not hasattr(own, "session"):
            own.session = new_session(ca)
        outcome = send(own.session, account, "a-token", checked(path), Controls())
        assert isinstance(outcome, Uploaded), outcome

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(one, paths))


def transfers(base_url: str, paths: Sequence[Path]) -> Callable[[], object]:
    """Upload by boto3's s3transfer, one request a file; what it needs once is made before the clock runs."""
    import boto3
    from boto3.s3.transfer import TransferConfig, create_transfer_manager
    from botocore.config import Config

    config = Config(s3={"addressing_style": "path"}, max_pool_connections=_AT_ONCE)
    keys = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "us-east-1"}
    client = boto3.client("s3", endpoint_url=base_url, config=config, **keys)

    def run() -> None:
        with create_transfer_manager(client, TransferConfig(max_concurrency=_AT_ONCE)) as manager:
            waiting = [manager.upload(str(path), "up", path.name) for path in paths]
            for future in waiting:
                future.result()

    return run


if __name__ == "__main__":
    os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
    main(sys.argv[1], sys.argv[2], sys.argv[3], [Path(line.rstrip("\n")) for line in sys.stdin])
