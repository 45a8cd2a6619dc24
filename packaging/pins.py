"""Choose the locked packages that a platform gets, and put them into a folder.

pip evaluates the markers of a lock file for the platform that it runs on, even with `--platform`. So they are
evaluated here, and pip is given an explicit list, each package with its hash.
"""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.markers import Environment, Marker, default_environment

from calls import quietly
from product import PACKAGING

LOCKS: Final = PACKAGING / "locks"

# The Windows program that is built here, under Wine: the interpreter that `windows/wine.py` unpacks.
WINDOWS_PYTHON: Final = "3.11.9"
WINDOWS: Final[Environment] = {
    "implementation_name": "cpython",
    "implementation_version": WINDOWS_PYTHON,
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_release": "10",
    "platform_system": "Windows",
    "platform_version": "10.0.19045",
    "python_full_version": WINDOWS_PYTHON,
    "python_version": "3.11",
    "sys_platform": "win32",
}


@dataclass(frozen=True, slots=True)
class Pin:
    """Names one locked package; `hashes` as in "sha256:0123...", one for each of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join([f"{self.name}=={self.version}", *(f"--hash={digest}" for digest in self.hashes)])


def locked(lock: str, environment: Environment | None = None) -> list[Pin]:
    """Return the packages of `locks/LOCK` for a platform: this one, or that of `environment`."""
    where = {name: str(value) for name, value in (environment or default_environment()).items()}
    text = (LOCKS / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    pins = []
    for line in text.splitlines():
        found = re.match(r"([a-z0-9-]+)==(\S+)(?: *; *(.*?))?((?: +--hash=\S+)+) *$", line)
        if found is None:
            if line.strip() and not line.lstrip().startswith("#"):
                raise ValueError(f"locks/{lock} has a line that is no pinned package: {line}")
            continue
        name, version, marker, hashes = found.groups()
        if marker is None or Marker(marker).evaluate(where):
            pins.append(Pin(name, version, tuple(re.findall(r"--hash=(\S+)", hashes))))
    return pins


def shipped(environment: Environment | None = None) -> list[Pin]:
    """Return the packages in the frozen program: what running needs, with the libmagic that brings its library."""
    needed = {pin.name for pin in locked("run.txt", environment)} - {"python-magic"} | {"python-magic-standalone"}
    return [pin for pin in locked("freeze.txt", environment) if pin.name in needed]


def install_for_windows(folder: Path) -> None:
    """Put what freezing needs into `folder`, a Windows Python's site-packages, from another platform."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch) / "requirements.txt"
        wanted.write_text("\n".join(map(str, locked("freeze.txt", WINDOWS))), encoding="utf-8")
        quietly(
            sys.executable, "-P", "-m", "pip", "--disable-pip-version-check", "install", "--no-input",
            "--require-hashes", "--no-deps", "--only-binary=:all:", f"--requirement={wanted}", f"--target={folder}",
            "--platform=win_amd64", f"--python-version={WINDOWS_PYTHON}", "--implementation=cp",
        )  # fmt: skip
