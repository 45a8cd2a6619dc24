#!/usr/bin/env python3
"""Try the package for Linux on bare Debians: `python3 packaging/bare.py ARCHIVE.tar.xz bookworm trixie testing`.

Each is a fresh root with nothing but Debian's base system. There the program must show its window on a display of
this machine, at once or after the one command that it prints. Needs root, debootstrap, Xvfb and xwininfo; a minute
for each.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import product
from calls import Failed, quietly
from machine import display, popen, wait_until

_USER: Final = "1000:1000"  # whoever; not root
_HOME: Final = "/home/somebody"
_INSTALL: Final = "apt-get install "


def main() -> int:
    """Try it on each Debian. Returns 1 when it fails on one."""
    archive, *suites = sys.argv[1:]
    failed = 0
    for suite in suites:
        try:
            with _root(suite) as root:
                said = _try(root, Path(archive))
            print(f"{suite}: ok, {said}", flush=True)
        except Failed as failure:
            print(f"{suite}: FAILED: {failure}", flush=True)
            failed = 1
    return failed


@contextmanager
def _root(suite: str) -> Iterator[Path]:
    """Make a bare Debian in a folder, for `with`."""
    with tempfile.TemporaryDirectory(prefix=f"{suite}-") as scratch:
        root = Path(scratch)
        quietly("debootstrap", "--variant=minbase", suite, root)
        root.chmod(0o755)  # the program is not run by root
        quietly("mount", "-t", "proc", "proc", root / "proc")
        try:
            yield root
        finally:
            quietly("umount", root / "proc")


def _try(root: Path, archive: Path) -> str:
    """Unpack, start, do what it asks for, start again. Returns what was needed."""
    home = root / _HOME[1:]
    home.mkdir(parents=True)
    quietly("tar", "--extract", "--file", archive, "--directory", home)
    quietly("chown", "--recursive", _USER, home)
    program = next(home.glob(f"*/program/{product.COMMAND}"))
    with display() as screen:
        command = _start(root, program, screen)
        if command:
            quietly("chroot", root, "env", "DEBIAN_FRONTEND=noninteractive", *shlex.split(command), "--yes")
            if again := _start(root, program, screen):
                raise Failed(f"after `{command}` it asks for `{again}`")
    inside = str(Path("/", program.relative_to(root)))
    as_user = ("chroot", f"--userspec={_USER}", root, "env", "-i", f"HOME={_HOME}")
    quietly(*as_user, inside, "self-test", "--platform", "offscreen")
    return f"after `{command}`" if command else "as it is"


def _start(root: Path, program: Path, screen: str) -> str:
    """Start the program. Returns the command that it asks for, "" when its window is on the screen.

    Raises:
        Failed: it ends with neither.
    """
    environment = {"PATH": os.environ["PATH"], "HOME": _HOME, "DISPLAY": screen, "LANG": "C.UTF-8"}
    inside = Path("/", program.relative_to(root))
    child = popen(("chroot", f"--userspec={_USER}", root, inside, "--practice"), environment, None)
    try:
        wait_until(lambda: child.poll() is not None or _has_window(screen), "the first window")
    finally:
        child.terminate()
        out, err = child.communicate()
    if child.returncode in (0, -15):
        wait_until(lambda: not _has_window(screen), "the window to go")
        return ""
    commands = [line.strip() for line in err.decode().splitlines() if line.strip().startswith(_INSTALL)]
    if len(commands) != 1:
        raise Failed(f"no window, and no command to get one:\n{out.decode()}\n{err.decode()}")
    return commands[0]


def _has_window(screen: str) -> bool:
    done = subprocess.run(
        ["xwininfo", "-display", screen, "-root", "-tree"], check=False, capture_output=True, text=True
    )
    return product.NAME in done.stdout


if __name__ == "__main__":
    sys.exit(main())
