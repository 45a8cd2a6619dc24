"""Run a server that prints `READY PORT`, then the time when the first byte of each body came, and hangs up.

They are those of the system's monotonic clock, which all processes share.
"""

from __future__ import annotations

import socket
import sys
import time


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        sys.stdout.write(f"READY {server.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            conn, _ = server.accept()
            with conn:
                head = b""
                while b"\r\n\r\n" not in head:
                    head += conn.recv(65536)
                if b"100-continue" in head.lower():
                    conn.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                if head.endswith(b"\r\n\r\n"):
                    conn.recv(1)
                sys.stdout.write(f"{time.monotonic()}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
