"""Install, use, upgrade and remove, as users and administrators do, and look at what is there afterwards."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import frozen
import product
from calls import Failed
from machine import run, wait_until
from windows.real import RealWindows
from windows.wine import Wine

Windows = Wine | RealWindows

_PROGRAM: Final = f"{product.NAME}.exe"
_CONSOLE: Final = f"{product.CONSOLE}.exe"
_RUNNING: Final = 5  # the installer's exit code while the program runs
_UNINSTALL: Final = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{product.NAME}"


def try_setup(machine: Windows, setup: Path, home: Path) -> None:
    """The installer for one user; `home` is a new folder for the program's own files.

    Raises:
        Failed: something is not as it should be.
    """
    folder = machine.local_app_data / "Programs" / product.NAME
    run(machine, setup, "/S")
    report = frozen.self_test(machine, folder / _CONSOLE)
    if report["qt"]["platform"] != "windows":
        raise Failed(f"not on the real platform: {report['qt']}")
    if product.version() not in run(machine, "reg", "query", _UNINSTALL, "/v", "DisplayVersion"):
        raise Failed("Windows does not list the program as installed")
    before = _names(folder)
    print("  silent install, self-test on Qt's windows platform: ok", flush=True)

    _try_sending(machine, folder, home, lambda: run(machine, setup, "/S", expect=_RUNNING))
    print("  files opened by argument are checked and sent; refuses to install while open: ok", flush=True)

    run(machine, setup, "/S")
    if _names(folder) != before:
        raise Failed(f"an upgrade leaves other files: {_names(folder) ^ before}")
    frozen.self_test(machine, folder / _CONSOLE)
    data = machine.local_app_data / product.NAME
    data.mkdir(exist_ok=True)
    (data / "settings.json").write_text("{}", encoding="utf-8")
    run(machine, folder / "Uninstall.exe", "/S")
    wait_until(lambda: not folder.exists(), f"{folder} to be removed")
    run(machine, "reg", "query", _UNINSTALL, expect=1)
    menus = machine.local_app_data.parent / "Roaming" / "Microsoft" / "Windows"
    left = [path for path in menus.rglob("*.lnk") if product.NAME in path.name]
    if left or not (data / "settings.json").exists():
        raise Failed(f"after removal: shortcuts {left}, settings kept: {(data / 'settings.json').exists()}")
    print("  upgrade in place, removal that keeps the user's data: ok", flush=True)


def try_msi(machine: Windows, msi: Path, newer: Path) -> None:
    """The installer for all users; `newer` is one of the next version.

    Raises:
        Failed: something is not as it should be.
    """
    folder = machine.drive / "Program Files" / product.NAME
    run(machine, "msiexec", "/i", msi, "/qn")
    frozen.self_test(machine, folder / _CONSOLE)
    run(machine, "msiexec", "/i", newer, "/qn")
    frozen.self_test(machine, folder / _CONSOLE)
    run(machine, "msiexec", "/x", newer, "/qn")
    if folder.exists() and _names(folder):
        raise Failed(f"the MSI leaves {len(_names(folder))} files in {folder}")
    print("  MSI: install, upgrade, remove: ok", flush=True)


def _try_sending(machine: Windows, folder: Path, home: Path, while_open: Callable[[], object]) -> None:
    """Open files as "Send to" does: with their paths as arguments, in one window for all starts."""
    settings = home / "settings" / "practice"
    settings.mkdir(parents=True)
    account = {"id": "practice", "name": "Practice", "environment": "practice", "send_at_once": True}
    settings.joinpath("settings.json").write_text(
        json.dumps({"version": 1, "accounts": [account], "current_id": "practice"}), encoding="utf-8"
    )
    ledgers = [home / name for name in (f"{frozen.USER}.csv", "second ledger.csv", "handed over.csv")]
    for number, ledger in enumerate(ledgers):
        ledger.write_bytes(b"date,invoice,amount\r\n2026-04-01,INV-%d,118.00\r\n" % number)
    environment = {"LEDGERDROP_HOME": home}
    journal = home / "data" / "practice" / "journal.sqlite3"
    window = machine.start(folder / _PROGRAM, "--practice", *ledgers[:2], environment=environment)
    try:
        wait_until(lambda: _sent(journal) == 2, "both files to be sent")
        while_open()
        run(machine, folder / _PROGRAM, "--practice", ledgers[2], environment=environment)
        wait_until(lambda: _sent(journal) == 3, "the file of a second start to be sent by the first window")
        run(machine, "taskkill", "/im", _PROGRAM)  # asks the window to close, as its cross does
        if window.wait(timeout=20) != 0:
            raise Failed(f"the window ended with {window.returncode}")
    except subprocess.TimeoutExpired:
        raise Failed("the window does not close") from None
    finally:
        window.kill()
        window.communicate()


def _sent(journal: Path) -> int:
    """How many receipts the journal holds. Read from a copy: locks of two systems do not know each other."""
    with tempfile.TemporaryDirectory() as scratch:
        for path in journal.parent.glob(f"{journal.name}*"):
            shutil.copy(path, scratch)
        copy = Path(scratch) / journal.name
        if not copy.exists():
            return 0
        try:
            with sqlite3.connect(copy) as connection:
                return int(connection.execute("SELECT count(*) FROM receipts").fetchone()[0])
        except sqlite3.DatabaseError:  # copied in the middle of a change
            return 0


def _names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
