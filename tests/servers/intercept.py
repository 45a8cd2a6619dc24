"""Run a proxy that intercepts TLS: `intercept.py CERTIFICATE.pem`. Prints its `host:port`; ends with its input."""

from __future__ import annotations

import select
import socket
import ssl
import sys
import threading
from contextlib import suppress


def serve(client: socket.socket, certificate: str) -> None:
    """Serve one CONNECT, and everything that follows it."""
    with client, suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head:
            block = client.recv(4096)
            if not block:
                return
            head += block
        host, _, port = head.split(b" ")[1].decode().rpartition(":")
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        inside.load_cert_chain(certificate)
        outside = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        outside.check_hostname = False
        outside.verify_mode = ssl.CERT_NONE  # it is for the client under test to be strict
        with (
            inside.wrap_socket(client, server_side=True) as near,
            outside.wrap_socket(socket.create_connection((host, int(port)))) as far,
        ):
            relay(near, far)


def relay(near: ssl.SSLSocket, far: ssl.SSLSocket) -> None:
    """Pass on all that comes, until one side ends. In one thread: OpenSSL's connections must not be used by two."""
    other = {near: far, far: near}
    while True:
        for source in [end for end in other if end.pending()] or select.select(list(other), [], [])[0]:
            source.setblocking(False)
            try:
                block = source.recv(65536)
            except ssl.SSLWantReadError:
                continue  # TLS talking to itself: a session ticket, for instance
            finally:
                source.setblocking(True)
            if not block:
                return
            other[source].sendall(block)


def main(certificate: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        sys.stdout.write(f"127.0.0.1:{listener.getsockname()[1]}\n")
        sys.stdout.flush()

        def accept() -> None:
            while True:
                client, _ = listener.accept()
                threading.Thread(target=serve, args=(client, certificate), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
