"""Run the practice server alone (`ledgerdrop practice`)."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import sys
import tempfile
import threading
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from ledgerdrop.practice.api import REGION, Settings
from ledgerdrop.practice.messages import table
from ledgerdrop.practice.server import PracticeServer
from ledgerdrop.practice.signature import Signer

_ABOUT: Final = """\
Serves Clear's API and its storage on this machine, for practice and for tests. Prints READY and its address
when it serves, then where its token is; nothing can reach it from another machine, and on this one nobody who
does not know the token. Ctrl-C ends it.
"""
_EPILOG: Final = f"""\
Files with these names (or with .xlsx, .xls, .zip) make things go wrong:
{table()}
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(_one_line(message))


def _end(sentence: str) -> SystemExit:
    """Return the exception that ends the program because it cannot serve."""
    return SystemExit(_one_line(sentence))


def _one_line(text: str) -> str:
    """Return a text that no name in a call can break into lines, or give colours on a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def main(arguments: Sequence[str], serving: Callable[[Settings], PracticeServer] = PracticeServer) -> int:
    """Serve until Ctrl-C, SIGTERM, or (with --until-stdin-closes) the end of the standard input. Returns 0 then.

    Ends the program with a sentence where it cannot serve, and with 2 for a usage error.
    """
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="ledgerdrop-practice-") as ours:  # mode 0700
        root, token_file = options.root or Path(ours), options.token_file or Path(ours, "token")
        settings = Settings(
            root=_usable(root),
            token=_token(token_file),
            integration_id=options.integration_id and str(options.integration_id),
            signer=Signer(f"PRACTICE{secrets.token_hex(6).upper()}", secrets.token_urlsafe(30), REGION),
            port=options.port,
        )
        try:
            server = serving(settings)
        except (OSError, OverflowError) as trouble:
            raise _end(f"The practice server cannot start on port {options.port}: {trouble}.") from trouble
        stop = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        if options.until_stdin_closes:
            threading.Thread(target=_wait_for_end_of_input, args=[stop], daemon=True).start()
        threading.Thread(target=server.serve_forever, args=[0.1], daemon=True).start()
        sys.stdout.write(f"READY {server.origin}\nTOKEN-FILE {token_file}\n")
        sys.stdout.flush()
        while not stop.wait(0.5):  # on Windows a wait without end would not see Ctrl-C
            pass
        server.stop()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ledgerdrop practice",
        description=_ABOUT,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--port", type=int, default=0, metavar="N", help="serve on this port (default: a free one)")
    add("--root", type=Path, metavar="DIR", help="keep uploads as DIR/BUCKET/KEY (default: a folder that is removed)")
    expected = "the token to expect; made if there is none (default: made in a folder that is removed)"
    add("--token-file", type=Path, metavar="F", help=expected)
    add("--integration-id", type=uuid.UUID, metavar="UUID", help="the integration ID to expect (default: any UUID)")
    add("--until-stdin-closes", action="store_true", help="end when the standard input does (so with the parent)")
    return parser


def _wait_for_end_of_input(stop: threading.Event) -> None:
    # os.read: a thread that waits in sys.stdin would hold its lock when the interpreter ends, and abort it.
    while os.read(0, 4096):
        pass
    stop.set()


def _usable(root: Path) -> Path:
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=root):
            return root
    except OSError as trouble:
        raise _end(f"The folder {root} cannot be written to: {trouble.strerror}.") from trouble


def _token(path: Path) -> str:
    try:
        own = partial(os.open, mode=0o600)  # from the start: nobody else may ever read it
        with suppress(FileExistsError), open(path, "x", encoding="utf-8", opener=own) as file:
            file.write(secrets.token_urlsafe(24) + "\n")
        text = path.read_text(encoding="utf-8").strip()
    except OSError as trouble:
        raise _end(f"The file {path} cannot be used: {trouble.strerror}.") from trouble
    except UnicodeDecodeError as trouble:
        raise _end(f"The file {path} is not text.") from trouble
    if not text:
        raise _end(f"The file {path} is empty.")
    return text
