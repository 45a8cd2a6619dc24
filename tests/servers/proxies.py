"""Run real proxies in processes of their own: tinyproxy, squid, stunnel, and one that intercepts TLS."""

from __future__ import annotations

import os
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
    """Return a port that nobody has just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def tinyproxy(folder: Path, *lines: str, port: int = 0) -> Iterator[str]:
    """Give a proxy with these lines in its settings; its `host:port`. It ends with the block, in mid-stream."""
    port = port or free_port()
    config = folder / "tinyproxy.conf"
    config.write_text("\n".join([f"Port {port}", "Listen 127.0.0.1", "Timeout 60", "MaxClients 20", *lines]) + "\n")
    with serving(["tinyproxy", "-d", "-c", str(config)], port):
        yield f"127.0.0.1:{port}"


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.05).close()
    except OSError:
        return False
    return True


@contextmanager
def interceptor(folder: Path, company: trustme.CA) -> Iterator[str]:
    """Give a proxy that opens TLS with certificates of the company's own authority; its `host:port`."""
    certificate = folder / "interceptor.pem"
    company.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
    script = Path(__file__).with_name("intercept.py")
    with run([sys.executable, str(script), str(certificate)]) as (_process, ready):
        yield ready.strip()


@contextmanager
def squid(folder: Path, *lines: str, certificate: Path | None = None, port: int = 0) -> Iterator[str]:
    """Give Squid, which lets through whatever `lines` do not forbid; with a certificate it is reached by https.

    Gives its `host:port`.
    """
    port = port or free_port()
    listen = f"https_port 127.0.0.1:{port} tls-cert={certificate}" if certificate else f"http_port 127.0.0.1:{port}"
    config = folder / "squid.conf"
    settings = [
        listen,
        *lines,
        "acl all_ports port 1-65535",
        "http_access allow all_ports",
        f"pid_filename {folder}/squid.pid",
        f"cache_log {folder}/cache.log",
        "access_log none",
        "cache deny all",
        f"coredump_dir {folder}",
        "shutdown_lifetime 0 seconds",
        "connect_timeout 3 seconds",
        "visible_hostname proxy.firm.example",
        "pinger_enable off",
        "max_filedescriptors 1024",
    ]
    config.write_text("\n".join(settings) + "\n")
    folder.chmod(0o777)  # started by root, it goes on as another user
    with serving(["squid", "-N", "-f", str(config)], port):
        yield f"127.0.0.1:{port}"


@contextmanager
def stunnel(folder: Path, onward: str, certificate: Path, *lines: str) -> Iterator[str]:
    """Run stunnel, which takes TLS off and passes on to `onward`: a proxy behind it is reached by https. Gives
    `host:port`.
    """
    port = free_port()
    config = folder / "stunnel.conf"
    settings = [
        "foreground = yes",
        "syslog = no",
        f"pid = {folder}/stunnel.pid",
        "[proxy]",
        f"accept = 127.0.0.1:{port}",
        f"connect = {onward}",
        f"cert = {certificate}",
        *lines,
    ]
    config.write_text("\n".join(settings) + "\n")
    with serving(["stunnel4", str(config)], port):
        yield f"127.0.0.1:{port}"


@contextmanager
def serving(call: list[str], port: int) -> Iterator[None]:
    """Run a program until the block ends, from when it listens on."""
    program = shutil.which(call[0], path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip(f"not installed: {call[0]}")
    with subprocess.Popen([program, *call[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while not _answers(port):
                assert process.poll() is None, f"{call[0]} has ended"
            yield
        finally:
            process.kill()
