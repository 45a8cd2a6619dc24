"""Install, use, upgrade and remove, as users and administrators do, and look at what is there afterwards."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
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
_RUNNING: Final = 5  # the installer's exit codes: while the program runs,
_NEWER: Final = 6  # where a newer version is installed,
_FOR_ALL: Final = 7  # and where IT has installed it for all
_CLOSING: Final = 20.0  # seconds
_POLICIES: Final = rf"HKLM\Software\Policies\{product.NAME}"
_TOKEN: Final = (f"{product.NAME}/office", "token")  # service and user, as store/keyring_tokens.py has them
_UNINSTALL: Final = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{product.NAME}"


def try_setup(machine: Windows, setup: Path, ledgers: Path) -> None:
    """Try the installer for one user; `ledgers` is an empty folder for files to send.

    Raises:
        Failed: something is not as it should be.
    """
    folder = machine.local_app_data / "Programs" / product.NAME
    data = machine.local_app_data / product.NAME
    run(machine, setup, "/S")
    report = frozen.self_test(machine, folder / _CONSOLE)
    if report["qt"]["platform"] != "windows":
        raise Failed(f"not on the real platform: {report['qt']}")
    if product.version() not in run(machine, "reg", "query", _UNINSTALL, "/v", "DisplayVersion"):
        raise Failed("Windows does not list the program as installed")
    before = _names(folder)
    print("  silent install, self-test on Qt's windows platform: ok", flush=True)
    try_presets(machine, folder / _CONSOLE)
    print("  what IT puts into the registry and below Program Files is found: ok", flush=True)

    _have_practice_send_at_once(data)
    with _window(machine, folder, *_written(ledgers, f"{frozen.USER}.csv", "second ledger.csv")):
        _wait_until_sent(data, 2)
        run(machine, setup, "/S", expect=_RUNNING)
        run(machine, folder / _PROGRAM, "--practice", *_written(ledgers, "handed over.csv"))
        _wait_until_sent(data, 3)
    print("  files opened by argument are checked and sent; refuses to install while open: ok", flush=True)

    run(machine, "reg", "add", _UNINSTALL, "/v", "DisplayVersion", "/d", "999.0.0", "/f")
    run(machine, setup, "/S", expect=_NEWER)
    run(machine, "reg", "add", _UNINSTALL, "/v", "DisplayVersion", "/d", product.version(), "/f")
    run(machine, setup, "/S")
    if _names(folder) != before:
        raise Failed(f"an upgrade leaves other files: {_names(folder) ^ before}")
    frozen.self_test(machine, folder / _CONSOLE)
    _have_a_token(machine, data)
    _remove(machine, folder)
    if _sent(data) != 3 or _token(machine) != "canary":
        raise Failed("removal takes the list of uploads or the tokens along")
    print("  no downgrade, upgrade in place, removal that keeps the user's data: ok", flush=True)

    run(machine, setup, "/S")
    with _window(machine, folder, *_written(ledgers, "after a second installation.csv")):
        _wait_until_sent(data, 4)
    _remove(machine, folder, "/REMOVEDATA")
    wait_until(lambda: not data.exists(), f"{data} to be removed, as asked")
    if _token(machine) != "None":
        raise Failed("a token is left in the Credential Manager")
    print("  a second installation finds accounts and list; removal of data and tokens when asked: ok", flush=True)


def try_msi(machine: Windows, msi: Path, newer: Path, setup: Path) -> None:
    """Install for all users, upgrade to `newer` (the next version), and remove; `setup` is the one for one user.

    Raises:
        Failed: something is not as it should be.
    """
    folder = machine.drive / "Program Files" / product.NAME
    run(machine, "msiexec", "/i", msi, "/qn")
    frozen.self_test(machine, folder / _CONSOLE)
    run(machine, setup, "/S", expect=_FOR_ALL)
    run(machine, "msiexec", "/i", newer, "/qn")
    frozen.self_test(machine, folder / _CONSOLE)
    run(machine, "msiexec", "/x", newer, "/qn")
    if folder.exists() and _names(folder):
        raise Failed(f"the MSI leaves {len(_names(folder))} files in {folder}")
    print("  MSI: install, keep the other installer out, upgrade, remove: ok", flush=True)


def try_presets(machine: Windows, *console: str | Path) -> None:
    """Try what IT has set up; `console` is how the program with an output is called.

    Raises:
        Failed: something of it is not found, or counts more than it should.
    """
    file = machine.drive / "Program Files" / product.NAME / "presets.json"
    file.parent.mkdir(exist_ok=True)
    form = {"form": "ledgerdrop-presets", "version": 1, "language": "ar", "proxy": "none"}
    file.write_text(json.dumps({**form, "accounts": [{"name": "Ours", "environment": "sandbox"}]}), encoding="utf-8")
    for name, kind, value in (
        ("Language", "REG_SZ", "hi"), ("AskForUpdates", "REG_DWORD", "0"), ("Fixed", "REG_MULTI_SZ", "AskForUpdates"),
    ):  # fmt: skip
        run(machine, "reg", "add", _POLICIES, "/v", name, "/t", kind, "/d", value, "/f")
    try:
        found = json.loads(run(machine, *console, "self-test", "--json"))["presets"]
    finally:
        run(machine, "reg", "delete", _POLICIES, "/f")
        shutil.rmtree(file.parent)
    expected = {"accounts": ["Ours"], "language": "hi", "proxy": "none", "updates": "off_by_it"}
    if {name: found[name] for name in expected} != expected or found["fixed"] != ["ask_for_updates"]:
        raise Failed(f"presets are not found as they were written: {found}")


def _have_practice_send_at_once(data: Path) -> None:
    """Write the settings as after ticking "Send files at once when they are dropped"."""
    account = {"id": "practice", "name": "Practice", "environment": "practice", "send_at_once": True}
    settings = {"version": 1, "accounts": [account], "current_id": "practice"}
    (data / "practice").mkdir(parents=True)
    (data / "practice" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def _have_a_token(machine: Windows, data: Path) -> None:
    """Add an account of the user's, with its token in the Credential Manager."""
    account = {"id": "office", "name": "Office", "environment": "sandbox"}
    settings = {"version": 1, "accounts": [account], "current_id": "office"}
    (data / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    run(machine, machine.python, "-c", "import keyring, sys; keyring.set_password(*sys.argv[1:])", *_TOKEN, "canary")


def _token(machine: Windows) -> str:
    ask = "import keyring, sys; print(keyring.get_password(*sys.argv[1:]))"
    return run(machine, machine.python, "-c", ask, *_TOKEN).strip()


def _written(folder: Path, *names: str) -> list[Path]:
    """Write ledgers, each with another content, since the same one twice is a duplicate."""
    folder.mkdir(exist_ok=True)
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(f"date,invoice,amount\r\n2026-04-01,{path.stem},118.00\r\n", encoding="utf-8", newline="")
    return paths


@contextmanager
def _window(machine: Windows, folder: Path, *ledgers: Path) -> Iterator[None]:
    """Open the program's window for `with`, with files as "Send to" does; close it as by its cross."""
    window = machine.start(folder / _PROGRAM, "--practice", *ledgers)
    try:
        yield
        # It complains of the program's other processes, which have no window and end with the one that has.
        machine.start("taskkill", "/im", _PROGRAM).communicate()
        if window.wait(timeout=_CLOSING) != 0:
            raise Failed(f"the window ended with {window.returncode}")
    except subprocess.TimeoutExpired:
        raise Failed("the window does not close") from None
    finally:
        window.kill()
        window.communicate()


def _remove(machine: Windows, folder: Path, *words: str) -> None:
    run(machine, folder / "Uninstall.exe", "/S", *words)
    wait_until(lambda: not folder.exists(), f"{folder} to be removed")  # the uninstaller goes on as another process
    wait_until(lambda: _shortcuts(machine) == [], "shortcuts to be removed")
    run(machine, "reg", "query", _UNINSTALL, expect=1)


def _shortcuts(machine: Windows) -> list[Path]:
    menus = machine.local_app_data.parent / "Roaming" / "Microsoft" / "Windows"
    return [path for path in menus.rglob("*.lnk") if product.NAME in path.name]


def _wait_until_sent(data: Path, count: int) -> None:
    wait_until(lambda: _sent(data) == count, f"{count} receipts")


def _sent(data: Path) -> int:
    """Count the receipts in the journal. Read from a copy: locks of two systems do not know each other."""
    journal = data / "practice" / "journal.sqlite3"
    with tempfile.TemporaryDirectory() as scratch:
        for path in journal.parent.glob(f"{journal.name}*"):
            shutil.copy(path, scratch)
        copy = Path(scratch) / journal.name
        if not copy.exists():
            return 0
        with closing(sqlite3.connect(copy)) as connection:
            try:
                return int(connection.execute("SELECT count(*) FROM receipts").fetchone()[0])
            except sqlite3.DatabaseError:  # copied in the middle of a change
                return 0


def _names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
