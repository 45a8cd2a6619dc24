"""Describe where a frozen program is tried: this machine, or a Windows made of Wine on it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from calls import Failed

PATIENCE: Final = 120.0  # seconds for one call; a cold start under Wine takes 10


class Machine(Protocol):
    """Runs programs. `system` is as in sys.platform; paths are this machine's, whatever the program calls them."""

    system: str

    def start(self, *words: str | Path, environment: Mapping[str, str | Path] | None = None, cwd: Path | None = None,
              ) -> subprocess.Popen[bytes]:  # fmt: skip
        """Start a program; its output is a pipe."""

    def local(self, path: str) -> Path:
        """Return this machine's path of a file that the program named."""


class Native:
    """Runs programs on this machine itself."""

    system = sys.platform

    def start(
        self, *words: str | Path, environment: Mapping[str, str | Path] | None = None, cwd: Path | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program; its output is a pipe."""
        return popen(words, {**os.environ, **(environment or {})}, cwd)

    def local(self, path: str) -> Path:
        """Return the path itself."""
        return Path(path)


def popen(
    words: tuple[str | Path, ...], environment: Mapping[str, str | Path], cwd: Path | None
) -> subprocess.Popen[bytes]:
    """Start a child with its output in a pipe, and no input."""
    return subprocess.Popen(
        [str(word) for word in words],
        env={name: str(value) for name, value in environment.items()},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(
    machine: Machine,
    *words: str | Path,
    environment: Mapping[str, str | Path] | None = None,
    cwd: Path | None = None,
    expect: int = 0,
    seconds: float = PATIENCE,
) -> str:
    """Run a program to its end and return what it wrote.

    Raises:
        Failed: its exit code is not the expected one.
    """
    child = machine.start(*words, environment=environment, cwd=cwd)
    try:
        out, err = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        out, err = child.communicate()
        raise Failed(f"{_shown(words)} did not end within {seconds:g} s\n{_text(out)}\n{_text(err)}") from None
    if child.returncode != expect:
        said = f"{_text(out)}\n{_text(err)}".strip()
        raise Failed(f"{_shown(words)} ended with {child.returncode} instead of {expect}\n{said}")
    return _text(out)


def wait_until(met: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait for a condition.

    Raises:
        Failed: it was not met in time.
    """
    end = time.monotonic() + seconds
    while not met():
        if time.monotonic() > end:
            raise Failed(f"waited {seconds:g} s in vain: {what}")
        time.sleep(0.02)


@contextmanager
def display() -> Iterator[str]:
    """Open a display for `with`: the number of an Xvfb of our own, as `:N`."""
    read, write = os.pipe()
    server = subprocess.Popen(
        # Without -noreset it starts afresh when its last client leaves, and drops one that is just connecting.
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


def _shown(words: tuple[str | Path, ...]) -> str:
    return " ".join(map(str, words))


def _text(output: bytes) -> str:
    return output.decode("utf-8", "replace")
