"""Test tokens in a real Secret Service: gnome-keyring-daemon on a D-Bus of its own, with a home of its own.

Each step is a program of its own on that desktop, so that keyring chooses its backend as it does for users.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

NEEDED: Final = ("dbus-daemon", "gnome-keyring-daemon")
DEADLINE: Final = 20.0  # seconds until the daemons are ready
# No service files: nothing is started on demand, and no prompter of a desktop is there.
BUS_CONFIG: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
# Answers no call, as a prompt that nobody looks at.
SILENT_PROMPTER: Final = """
import sys
from jeepney.io.blocking import open_dbus_connection
from jeepney.bus_messages import message_bus
connection = open_dbus_connection()
connection.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
print("ready", flush=True)
sys.stdin.read()
"""


MISSING: Final = ", ".join(name for name in NEEDED if shutil.which(name) is None)
pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Secret Service is Linux's"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING} (Debian: gnome-keyring, dbus)"),
]
CANARY: Final = "canary-token-77aa"
# Reads one step a line from stdin, answers with one line of JSON each.
CLIENT: Final = """
import json, sys
from ledgerdrop.model.problems import Problem
from ledgerdrop.store.keyring_tokens import TokenStore
store = TokenStore(seconds=float(sys.argv[1]))
for line in sys.stdin:
    step, *arguments = json.loads(line)
    result = getattr(store, step)(*arguments)
    print(json.dumps(result.code.slug if isinstance(result, Problem) else result), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Desktop:
    """Holds what a program on that desktop sees (`environment`), and where the keyring's file is (`home`)."""

    environment: dict[str, str]
    home: Path


@contextmanager
def _desktop(home: Path) -> Iterator[Desktop]:
    """Give a session with an unlocked keyring."""
    home.mkdir()
    config = home / "bus.conf"
    config.write_text(BUS_CONFIG.format(folder=home))
    (home / "run").mkdir(mode=0o700)
    with _running(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"], dict(os.environ)) as bus:
        assert bus.stdout is not None
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().decode().strip(),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_DATA_HOME": str(home / "share"),
        }
        daemon = ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"]
        with _running(daemon, environment) as keyring:
            assert keyring.stdin is not None
            keyring.stdin.write(b"password of the session")
            keyring.stdin.close()
            _wait_for_service(environment["DBUS_SESSION_BUS_ADDRESS"])
            yield Desktop(environment, home)


@contextmanager
def silent_prompter(desktop: Desktop) -> Iterator[None]:
    """Let whoever asks for a password wait for ever, while the block runs."""
    with _running([sys.executable, "-c", SILENT_PROMPTER], desktop.environment) as prompter:
        assert prompter.stdout is not None
        assert prompter.stdout.readline() == b"ready\n"
        yield


def lock(desktop: Desktop) -> None:
    """Lock the keyring, as a desktop does when its user signs out of it."""
    program = (
        "import secretstorage\n"
        "connection = secretstorage.dbus_init()\n"
        "secretstorage.get_default_collection(connection).lock()\n"
        "assert secretstorage.get_default_collection(connection).is_locked()\n"
    )
    subprocess.run([sys.executable, "-c", program], env=desktop.environment, check=True)


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()


def _wait_for_service(address: str) -> None:
    message_bus = pytest.importorskip("jeepney.bus_messages").message_bus
    open_dbus_connection = pytest.importorskip("jeepney.io.blocking").open_dbus_connection
    pause = threading.Event()
    with closing(open_dbus_connection(address)) as connection:
        for _ in range(int(DEADLINE / 0.05)):
            (there,) = connection.send_and_get_reply(message_bus.NameHasOwner("org.freedesktop.secrets")).body
            if there:
                return
            pause.wait(0.05)
    raise AssertionError("gnome-keyring-daemon offers no Secret Service")


def on(desktop: Desktop, *steps: tuple[str, ...], seconds: float = 20.0) -> list[object]:
    """Return the answers of a token store on that desktop."""
    client = subprocess.run(
        [sys.executable, "-c", CLIENT, str(seconds)],
        input="".join(json.dumps(step) + "\n" for step in steps),
        env=desktop.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "canary" not in client.stderr
    return [json.loads(line) for line in client.stdout.splitlines()]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with _desktop(tmp_path / "home") as running:
        yield running


def test_a_token_is_kept_and_forgotten(desktop: Desktop) -> None:
    assert on(desktop, ("place",), ("get", "1"), ("set", "1", CANARY)) == [
        "Secret Service (GNOME Keyring)",
        None,
        None,
    ]
    # Another program, so it was not memory that kept it.
    assert on(desktop, ("get", "1"), ("get", "2")) == [CANARY, None]
    assert on(desktop, ("set", "1", "another"), ("get", "1")) == [None, "another"]
    assert on(desktop, ("delete", "1"), ("get", "1"), ("delete", "1")) == [None, None, None]


def test_no_file_holds_the_token_in_the_clear(desktop: Desktop) -> None:
    assert on(desktop, ("set", "1", CANARY), ("get", "1")) == [None, CANARY]
    files = [path for path in desktop.home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []


def test_a_long_token_comes_back_whole(desktop: Desktop) -> None:
    long = "".join(chr(33 + number % 90) for number in range(7000))
    assert on(desktop, ("set", "1", long)) == [None]
    assert on(desktop, ("get", "1")) == [long]
    assert on(desktop, ("delete", "1"), ("get", "1")) == [None, None]


def test_a_locked_keyring_that_can_show_no_prompt_is_said_to_be_locked(desktop: Desktop) -> None:
    assert on(desktop, ("set", "1", CANARY)) == [None]
    lock(desktop)
    assert on(desktop, ("get", "1"), ("set", "1", "x"), ("delete", "1")) == ["keyring_locked"] * 3


def test_a_prompt_that_nobody_answers_is_waited_for_no_longer_than_told(desktop: Desktop) -> None:
    assert on(desktop, ("set", "1", CANARY)) == [None]
    lock(desktop)
    with silent_prompter(desktop):
        # The program ends as well, though one of its threads still waits: else this would never return.
        assert on(desktop, ("get", "1"), ("get", "1"), seconds=0.5) == ["keyring_silent"] * 2


def test_with_the_keyring_gone_the_token_is_kept_in_memory(desktop: Desktop) -> None:
    nowhere = Desktop({**desktop.environment, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}, desktop.home)
    assert on(nowhere, ("place",), ("set", "1", CANARY), ("get", "1")) == ["kept for this session only", None, CANARY]
    assert on(nowhere, ("get", "1")) == [None]
