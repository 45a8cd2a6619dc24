"""Run the screen reader Orca on a desktop of the test's own, and hear what it says, as its speech server.

Orca sends what is to be spoken to Speech Dispatcher, by SSIP (htmlpreview.github.io/?https://github.com/brailcom/
speechd/blob/master/doc/ssip.html). Here a server that answers to this protocol writes it down.
"""

from __future__ import annotations

import html
import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Final

from tests.servers import screen_reader
from tests.servers.screen_reader import ORCA, Desktop, Key, ScreenReader, start_program

MISSING: Final = [*screen_reader.MISSING, *([] if Path(ORCA).exists() else ["orca"])]
_MARKUP: Final = re.compile(r"<[^>]*>")
_VALUES: Final = {  # what is answered to those who ask for one
    "GET": ["251-0", "251 OK"],
    "LIST": ["249-test\ten\tnone", "249 OK"],
    "HISTORY": ["245-1", "245 OK"],
    "SPEAK": ["230 OK RECEIVING DATA"],
    "CHAR": ["225-1", "225 OK"],
    "KEY": ["225-1", "225 OK"],
}


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, _SpeechServer)
        for line in self.rfile:
            command, _, rest = line.decode("utf-8").strip().partition(" ")
            self._answer(*_VALUES.get(command, ["200 OK"]))
            if command == "SPEAK":
                spoken = b"".join(takewhile(lambda text: text != b".\r\n", self.rfile)).decode("utf-8")
                server.said.append(html.unescape(_MARKUP.sub("", spoken)).strip())
                self._answer("225-1", "225 OK")
            elif command in ("CHAR", "KEY"):
                server.said.append(rest)

    def _answer(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode("ascii"))


class _SpeechServer(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.said: list[str] = []


class Orca:
    """Hears what is said, and presses keys."""

    def __init__(self, reader: ScreenReader, said: list[str]) -> None:
        self.reader = reader
        self.said = said
        self._heard = 0  # of `said`, by the test
        self._announced = 0  # of what the reader heard

    def hears(self, *beginnings: str) -> list[str]:
        """Wait until texts that begin so were said, in this order, since the last ones. Returns all up to there."""
        before = self._heard
        for beginning in beginnings:
            self.reader.until(lambda start=beginning: self._hears(start), self._unheard)  # type: ignore[misc]
        return self.said[before : self._heard]

    def hears_announced(self, beginning: str) -> None:
        """Wait until a text that begins so was announced, since the last one: later versions say that, too."""
        heard = self.reader.heard

        def look() -> bool:
            place = next((at for at in range(self._announced, len(heard)) if heard[at].startswith(beginning)), None)
            if place is not None:
                self._announced = place + 1
            return place is not None

        self.reader.until(look, lambda: f"announced instead: {heard[self._announced :]}")

    def press(self, *keys: Key) -> None:
        """Press the last key while the others are held; what was said before is not waited for any more."""
        self._heard = len(self.said)
        self.reader.press(*keys)

    def tab_to(self, beginning: str) -> None:
        """Press Tab until it is said that such a control has the keyboard."""
        for _ in range(40):
            before = self.reader.focused()
            self.press(Key.TAB)
            here = self.reader.until(lambda was=before: self.reader.moved_from(was))  # type: ignore[misc]  # no type for it
            if here.name.startswith(beginning):
                self.hears(beginning)
                return
        raise AssertionError(f"Tab does not lead to {beginning}")

    def _hears(self, beginning: str) -> bool:
        for place, text in enumerate(self.said[self._heard :], self._heard + 1):
            if text.startswith(beginning):
                self._heard = place
                return True
        return False

    def _unheard(self) -> str:
        return f"said instead: {self.said[self._heard :]}"


@contextmanager
def orca_listening_to(home: Path, *arguments: str) -> Iterator[Orca]:
    """Start the program with these arguments on a desktop of its own, and Orca, which has said so."""
    with _SpeechServer() as speech, Desktop(home) as desktop:
        threading.Thread(target=speech.serve_forever, daemon=True).start()
        try:
            start_program(desktop, *arguments)
            reader = desktop.read()
            desktop.start(ORCA, SPEECHD_ADDRESS=f"inet_socket:127.0.0.1:{speech.server_address[1]}")
            orca = Orca(reader, speech.said)
            orca.hears("Screen reader on.", "LedgerDrop", "")  # itself, the window, and what has the keyboard
            yield orca
        finally:
            speech.shutdown()
