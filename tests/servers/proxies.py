"""Real proxies in processes of their own: tinyproxy, and one that reads along as companies do."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme
from tests.servers.practice import run


def free_port() -> int:
    """One that nobody has just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def tinyproxy(folder: Path, *lines: str, port: int = 0) -> Iterator[str]:
    """A proxy with these lines in its settings; its `host:port`. It ends with the block, in mid-stream."""
    program = shutil.which("tinyproxy")
    if program is None:
        pytest.skip("not installed: tinyproxy")
    port = port or free_port()
    config = folder / "tinyproxy.conf"
    config.write_text("\n".join([f"Port {port}", "Listen 127.0.0.1", "Timeout 60", "MaxClients 20", *lines]) + "\n")
    with subprocess.Popen([program, "-d", "-c", str(config)], stdout=subprocess.DEVNULL) as process:
        try:
            while not _answers(port):
                assert process.poll() is None, "tinyproxy has ended"
            yield f"127.0.0.1:{port}"
        finally:
            process.kill()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.05).close()
    except OSError:
        return False
    return True


@contextmanager
def interceptor(folder: Path, company: trustme.CA) -> Iterator[str]:
    """A proxy that opens TLS with certificates of the company's own authority, and reads along; its `host:port`."""
    certificate = folder / "interceptor.pem"
    company.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
    script = Path(__file__).with_name("intercept.py")
    with run([sys.executable, str(script), str(certificate)]) as (_process, ready):
        yield ready.strip()
