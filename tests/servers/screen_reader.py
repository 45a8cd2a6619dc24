"""Run a desktop of the tests' own: a display without a screen, a message bus, and a screen reader's view and keys.

The program runs in a process of its own and is not reached into: keys come through the display (XTEST, by way of the
accessibility registry), and what is read is read over AT-SPI, as Orca does
(gitlab.gnome.org/GNOME/at-spi2-core, directory xml).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import HeaderFields, Message

ROOT: Final = Path(__file__).parents[2]
ORCA: Final = "/usr/bin/orca"
REGISTRY: Final = Path("/usr/libexec/at-spi2-registryd")
MISSING: Final = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None] + (
    [] if REGISTRY.exists() else ["at-spi2-core"]
)
_SECONDS: Final = 60.0
_FOCUSED, _SHOWING = 12, 25  # bits of the set of states (atspi-constants.h)
T = TypeVar("T")

# The program, and the one thing that a window manager is needed for: the keyboard goes to its window, also when a
# dialog was closed.
# SIGTERM ends it at once: coverage's own handler would wait for the next Python code, and an idle window runs none.
_PROGRAM: Final = """
import signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from ledgerdrop import app, start
signal.signal(signal.SIGTERM, signal.SIG_DFL)
class Activated(app.App):
    def open(self, paths):
        super().open(paths)
        self.window.activateWindow()
        self.look = QTimer(interval=100)
        self.look.timeout.connect(self.activate)
        self.look.start()
    def activate(self):
        if QGuiApplication.focusWindow() is None:
            self.window.activateWindow()
app.App = Activated
raise SystemExit(start.main(sys.argv[1:]))
"""


class Key(IntEnum):
    """Lists codes of keys on the display's keyboard (evdev, plus 8)."""

    ESCAPE = 9
    TWO = 11
    TAB = 23
    Q = 24
    R = 27
    T = 28
    P = 33
    RETURN = 36
    CONTROL = 37
    A = 38
    S = 39
    H = 43
    SHIFT = 50
    M = 58
    COMMA = 59
    ALT = 64
    SPACE = 65
    F10 = 76
    UP = 111
    LEFT = 113
    RIGHT = 114
    END = 115
    DOWN = 116
    DELETE = 119
    MENU = 135


@dataclass(frozen=True, slots=True)
class Part:
    """Represents something in the accessibility tree."""

    bus_name: str
    path: str
    role: str
    name: str
    description: str = ""


_DESKTOP: Final = Part("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", "desktop frame", "")


class ScreenReader:
    """Reads the tree of the running program, hears what it announces, and presses keys."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self.heard: list[str] = []
        self.texts: list[str] = []
        self.program: Part | None = None
        match = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self._ask(message_bus.AddMatch(match))
        self.until(self._listens_to_announcements)
        self.program = self.until(self._program)

    def listen_to_texts(self) -> None:
        """Hear from now on each text that is put into a field, or taken out of it, as `texts`."""
        match = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="TextChanged")
        self._ask(message_bus.AddMatch(match))
        path, event = "/org/a11y/atspi/registry", "object:text-changed"
        self._registry(path, "Registry", "RegisterEvent", "sass", event, [], "")

    def text_of(self, part: Part) -> str:
        """Return the text in a field."""
        length = self._property(part, "Text", "CharacterCount")
        (text,) = self._call(part, "Text", "GetText", "ii", 0, length)
        return str(text)

    def parts(self, root: Part | None = None) -> Iterator[Part]:
        """Yield all parts that are shown, in order; for what is in a table there is `rows`."""
        for part in self._children(root or self.program or _DESKTOP):
            if self._state(part) >> _SHOWING & 1:
                yield part
                if part.role not in ("tree table", "table", "tree"):
                    yield from self.parts(part)

    def find(self, role: str, start: str) -> Part:
        """Return the first part of that role whose name begins so, as soon as there is one."""
        return self.until(
            lambda: next((part for part in self.parts() if part.role == role and part.name.startswith(start)), None)
        )

    def rows(self, table: Part) -> list[list[str]]:
        """Return what the cells of a table say."""
        rows, columns = (self._property(table, "Table", name) for name in ("NRows", "NColumns"))
        return [[self._cell(table, row, column) for column in range(columns)] for row in range(rows)]

    def focused(self) -> Part | None:
        """Return the part that has the keyboard."""
        return next((part for part in self.parts() if self._state(part) >> _FOCUSED & 1), None)

    def moved_from(self, before: Part | None) -> Part | None:
        """Return the part that has the keyboard, if that is another one; none while the keyboard is on its way."""
        now = self.focused()
        return None if now == before else now

    def press(self, *keys: Key) -> None:
        """Press the last key while the others are held."""
        *held, last = keys
        for key in held:
            self._key(key, 0)
        self._key(last, 2)
        for key in reversed(held):
            self._key(key, 1)

    def tab_to(self, role: str, start: str) -> int:
        """Press Tab until that part has the keyboard; returns how often."""
        for pressed in range(40):
            here = self.focused()
            if here is not None and here.role == role and here.name.startswith(start):
                return pressed
            self.press(Key.TAB)
            self.until(lambda before=here: self.moved_from(before))  # type: ignore[misc]  # no type for a default
        raise AssertionError(f"Tab does not lead to {role} {start}")

    def until(self, look: Callable[[], T | None], seen: Callable[[], str] | None = None) -> T:
        """Wait until `look` returns something true, and return that. Parts that go while they are read are read
        again.

        Where it never is, `seen` says what is there instead, by default the parts of the window.
        """
        end = time.monotonic() + _SECONDS
        while True:
            with suppress(DBusErrorResponse):
                if found := look():
                    return found
            assert time.monotonic() < end, (seen or self._seen)()
            self._listen(0.05)

    def _listens_to_announcements(self) -> bool:
        path, event = "/org/a11y/atspi/registry", "object:announcement"
        self._registry(path, "Registry", "RegisterEvent", "sass", event, [], "")
        return True

    def _seen(self) -> str:
        return "\n".join(f"{part.role}: {part.name}" for part in self.parts()) if self.program else "no program"

    def _program(self) -> Part | None:
        return next((part for part in self._children(_DESKTOP) if part.name == "LedgerDrop"), None)

    def _children(self, part: Part) -> Iterator[Part]:
        (children,) = self._call(part, "Accessible", "GetChildren")
        for bus_name, path in children:
            if not path.endswith("/null"):
                with suppress(DBusErrorResponse):
                    yield self._part(bus_name, path)

    def _part(self, bus_name: str, path: str) -> Part:
        bare = Part(bus_name, path, "", "")
        (role,) = self._call(bare, "Accessible", "GetRoleName")
        name, description = (self._property(bare, "Accessible", what) for what in ("Name", "Description"))
        return Part(bus_name, path, role, name, description)

    def _cell(self, table: Part, row: int, column: int) -> str:
        ((bus_name, path),) = self._call(table, "Table", "GetAccessibleAt", "ii", row, column)
        text: str = self._property(Part(bus_name, path, "", ""), "Accessible", "Name")
        return text

    def _state(self, part: Part) -> int:
        ((low, high),) = self._call(part, "Accessible", "GetState")
        states: int = low | high << 32
        return states

    def _property(self, part: Part, interface: str, name: str) -> Any:
        where = DBusAddress(part.path, part.bus_name, "org.freedesktop.DBus.Properties")
        return self._ask(new_method_call(where, "Get", "ss", (f"org.a11y.atspi.{interface}", name)))[0][1]

    def _call(self, part: Part, interface: str, method: str, signature: str = "", *arguments: object) -> Any:
        where = DBusAddress(part.path, part.bus_name, f"org.a11y.atspi.{interface}")
        return self._ask(new_method_call(where, method, signature or None, arguments))

    def _registry(self, path: str, interface: str, method: str, signature: str, *arguments: object) -> None:
        self._call(Part("org.a11y.atspi.Registry", path, "", ""), interface, method, signature, *arguments)

    def _key(self, key: Key, what: int) -> None:
        path = "/org/a11y/atspi/registry/deviceeventcontroller"
        self._registry(path, "DeviceEventController", "GenerateKeyboardEvent", "isu", int(key), "", what)

    def _ask(self, message: Message) -> Any:
        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        while True:
            answer = self._connection.receive(timeout=_SECONDS)
            if answer.header.fields.get(HeaderFields.reply_serial) == serial:
                if HeaderFields.error_name in answer.header.fields:
                    raise DBusErrorResponse(answer)
                return answer.body
            self._hear(answer)

    def _listen(self, seconds: float) -> None:
        with suppress(TimeoutError):
            self._hear(self._connection.receive(timeout=seconds))

    def _hear(self, message: Message) -> None:
        if message.header.fields.get(HeaderFields.member) == "Announcement":
            self.heard.append(str(message.body[3][1]))
        if message.header.fields.get(HeaderFields.member) == "TextChanged":
            self.texts.append(str(message.body[3][1]))


class Desktop:
    """Runs a display and a message bus of the test's own. Call in a `with`; what it started ends with it."""

    def __init__(self, home: Path) -> None:
        self._stack = ExitStack()
        for folder in ("run", "data"):
            (home / folder).mkdir(mode=0o700, parents=True)
        # `HOME` as well: whatever a desktop starts keeps its files there.
        self.environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LEDGERDROP_HOME": str(home / "data"),
            "LANGUAGE": "en",
            "LC_ALL": "C.UTF-8",
        }

    def __enter__(self) -> Self:
        number = self._read("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset")
        self.environment["DISPLAY"] = f":{number}"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._read(
            "dbus-daemon", "--session", "--nofork", "--print-address"
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start(self, *command: str, **environment: str) -> None:
        """Start a program on it, with these variables more in its environment."""
        self._popen(command, {**self.environment, **environment}, None)

    def read(self) -> ScreenReader:
        """Start the reader of the tree, as soon as the program is there."""
        session = self._stack.enter_context(open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"]))
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=_SECONDS).body
        return ScreenReader(self._stack.enter_context(open_dbus_connection(address)))

    def _read(self, *command: str) -> str:
        output = self._popen(command, self.environment, subprocess.PIPE).stdout
        assert output is not None
        return output.readline().strip()

    def _popen(self, command: Sequence[str], environment: dict[str, str], out: int | None) -> subprocess.Popen[str]:
        process = self._stack.enter_context(
            subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
        )
        self._stack.callback(process.send_signal, signal.SIGKILL if command[0] == ORCA else signal.SIGTERM)
        return process


@contextmanager
def listening_to(home: Path, *arguments: str) -> Iterator[ScreenReader]:
    """Start the program with these arguments on a desktop of its own, and read it."""
    with Desktop(home) as desktop:
        start_program(desktop, *arguments)
        yield desktop.read()


def start_program(desktop: Desktop, *arguments: str) -> None:
    """Start the program with these arguments."""
    desktop.start(sys.executable, "-c", _PROGRAM, *arguments, PYTHONPATH=str(ROOT / "gui"))
