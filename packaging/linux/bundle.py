"""Make the archive for Linux: the frozen folder with a menu entry, icons and a small installer.

It runs on x86-64 with the C library that it was built on or a newer one (Debian 12: glibc 2.36).
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import sysconfig
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Final

import frozen
import icons
import pins
import product
import shipped
from calls import Failed, quietly
from machine import Native, display, popen, run, wait_until

_SLOWER: Final = 1.5  # how much longer than unfrozen it may take to the first window
_ROUNDS: Final = 5


def make() -> None:
    """Freeze, try, archive, and try what is in the archive."""
    machine = Native()
    label = f"linux-{platform.machine()}"
    site_packages = Path(sysconfig.get_path("purelib"))
    made, parts = frozen.prepare(machine, Path(sys.executable), site_packages, label, pins.shipped())
    folder = frozen.freeze(machine, Path(sys.executable), made)
    _strip(folder)
    libraries = folder / "_internal"
    if shutil.which("dpkg"):
        parts += shipped.of_debian(shipped.unnamed(libraries, parts))
        shipped.write_licences(libraries / "ledgerdrop" / "data" / "licences", parts)
        frozen.account_for(libraries, parts, label)
    else:
        print("  no bill of materials: it takes Debian's word for libraries of the system", flush=True)
    archive = _archive(folder, made, label)
    print(f"  {frozen.size(folder):.0f} MB, archive {archive.stat().st_size / 1e6:.1f} MB", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        frozen.try_out(machine, folder, product.COMMAND, home, "--platform", "offscreen")
        _try_installing(archive, home)
    _compare_starts(folder / product.COMMAND)


def _strip(folder: Path) -> None:
    """Take out of the libraries the symbols that only debuggers and linkers read."""
    libraries = [path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    quietly("strip", "--strip-unneeded", *libraries)


def _archive(folder: Path, made: Path, label: str) -> Path:
    top = f"{product.NAME}-{product.version()}-{label}"
    staged = made.parent / top
    staged.mkdir()
    folder.rename(staged / "program")
    for name in ["ledgerdrop.svg", *(f"ledgerdrop-{size}.png" for size in icons.PNG_SIZES)]:
        shutil.copy(made / name, staged)
    entry = (product.PACKAGING / "linux" / "ledgerdrop.desktop").read_text(encoding="utf-8")
    names = {"name": product.NAME, "description": product.DESCRIPTION, "command": product.COMMAND}
    (staged / "ledgerdrop.desktop").write_text(entry.format_map(names), encoding="utf-8")
    shutil.copy(product.PACKAGING / "linux" / "install.sh", staged)
    path = frozen.PACKAGES / f"{top}.tar.xz"
    with tarfile.open(path, "w:xz", preset=6) as archive:
        archive.add(staged, top)
    (staged / "program").rename(folder)
    return path


def _try_installing(archive: Path, home: Path) -> None:
    """Unpack, install, run from the menu's command and remove, as a user does."""
    machine = Native()
    user = home / "user"
    user.mkdir()
    with tarfile.open(archive) as packed:
        packed.extractall(user)  # noqa: S202 - made a moment ago, by us
    installer = next(user.glob("*/install.sh"))
    environment = {"HOME": str(user), "XDG_DATA_HOME": ""}
    run(machine, installer, environment=environment)
    frozen.self_test(machine, user / ".local/bin/ledgerdrop", "--platform", "offscreen", environment=environment)
    run(machine, installer, "--remove", environment=environment)
    left = [path for path in (user / ".local").rglob("*") if not path.is_dir() and "ledgerdrop" in path.name.lower()]
    if left:
        raise Failed(f"left after removal: {left}")
    print("  unpack, install, self-test, remove: ok", flush=True)


def _compare_starts(program: Path) -> None:
    """Measure the time from start to first window, frozen and not, in turns.

    Raises:
        Failed: frozen takes too much longer.
    """
    source = {"PYTHONPATH": str(product.ROOT / "gui")}
    ways: dict[str, tuple[list[str | Path], dict[str, str]]] = {
        "frozen": ([program], {}),
        "unfrozen": ([sys.executable, "-m", "ledgerdrop"], source),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    with display() as screen, tempfile.TemporaryDirectory() as scratch:
        for number in range(_ROUNDS + 1):
            for name, (words, environment) in ways.items():
                home = {"LEDGERDROP_HOME": f"{scratch}/{name}-{number}", "DISPLAY": screen}
                took = _start(tuple(words), {**os.environ, **environment, **home}, screen)
                if number:  # the first round only warms the disk cache
                    seconds[name].append(took)
    frozen_one, unfrozen = (statistics.median(seconds[name]) for name in ways)
    ratio = frozen_one / unfrozen
    print(f"  start to first window: {frozen_one:.2f} s, unfrozen {unfrozen:.2f} s, ratio {ratio:.2f}", flush=True)
    if ratio > _SLOWER:
        raise Failed(f"frozen, it takes {ratio:.2f} times as long to the first window; {_SLOWER} is the limit")


def _start(words: tuple[str | Path, ...], environment: dict[str, str], screen: str) -> float:
    begin = time.monotonic()
    child = popen(words, environment, None)
    try:
        wait_until(lambda: child.poll() is not None or _has_window(screen), "the first window")
        if child.poll() is not None:
            raise Failed(f"no window: {child.communicate()}")
        return time.monotonic() - begin
    finally:
        child.terminate()
        child.communicate()
        wait_until(lambda: not _has_window(screen), "the window to go")


def _has_window(screen: str) -> bool:
    return product.NAME in quietly("xwininfo", "-display", screen, "-root", "-tree")
