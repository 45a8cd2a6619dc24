"""A proxy that intercepts TLS: `intercept.py CERTIFICATE.pem`. Prints its `host:port`; ends with its input."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from contextlib import suppress


def serve(client: socket.socket, certificate: str) -> None:
    """One CONNECT, and everything that follows it."""
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
            back = threading.Thread(target=pump, args=(far, near), daemon=True)
            back.start()
            pump(near, far)
            back.join()


def pump(source: ssl.SSLSocket, sink: ssl.SSLSocket) -> None:
    """Pass on all that comes."""
    with suppress(OSError):
        while block := source.recv(65536):
            sink.sendall(block)
    with suppress(OSError):
        socket.socket.shutdown(sink, socket.SHUT_RDWR)


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
