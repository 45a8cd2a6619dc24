#!/usr/bin/env python3
"""Make what users get, and try it: `python3 dev.py package` calls this.

On Linux: the bundle for Linux; then, under Wine, the Windows program with its two installers. On Windows and macOS
(in the release workflow): that platform's own. All of it lands in `build/packages`.

This file needs the standard library only: it makes the environment to freeze from, and hands over to `make.py`.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import venv
from pathlib import Path

from calls import quietly
from kept import kept

PACKAGING = Path(__file__).resolve().parent


def main() -> int:
    """Hand the command line to make.py, run by an environment that holds exactly what is locked."""
    lock = PACKAGING / "locks" / "freeze.txt"
    made_from = [sys.version, sys.executable, platform.machine(), lock.read_text(encoding="utf-8")]
    environment = kept("freeze", made_from, lambda folder: make_environment(folder, lock))
    return subprocess.run([_python(environment), PACKAGING / "make.py", *sys.argv[1:]], check=False).returncode


def make_environment(folder: Path, lock: Path) -> None:
    """Make a virtual environment with the locked packages, each checked against its hash."""
    print("Making the environment to freeze from ...", flush=True)
    venv.create(folder, with_pip=True, symlinks=sys.platform != "win32")
    quietly(
        _python(folder), "-P", "-m", "pip", "--disable-pip-version-check", "install", "--no-input",
        "--require-hashes", "--no-deps", "--only-binary=:all:", f"--requirement={lock}",
    )  # fmt: skip


def _python(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


if __name__ == "__main__":
    sys.exit(main())
