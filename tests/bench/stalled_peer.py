"""Run a peer that stops at some point and never goes on: `stalled_peer.py handshake|body|answer FOLDER`.

Prints `READY PORT`. It speaks TLS with the certificate in FOLDER (`chain.pem`, `key.pem`); for `handshake` it says
nothing at all. `body`: it reads the head of a request and some of what follows, then no more. `answer`: it reads
everything, and gives no answer.
"""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from pathlib import Path

_SOME = 64 * 1024  # bytes


def main(what: str, folder: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "chain.pem", folder / "key.pem")
    open_for_ever: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        sys.stdout.write(f"READY {server.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            connection, _ = server.accept()
            open_for_ever.append(connection)
            if what != "handshake":
                threading.Thread(target=read, args=(context, connection, what == "body"), daemon=True).start()


def read(context: ssl.SSLContext, connection: socket.socket, some: bool) -> None:
    with connection, context.wrap_socket(connection, server_side=True) as encrypted:
        got = 0
        while block := encrypted.recv(_SOME):
            got += len(block)
            if some and got > _SOME:
                threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
