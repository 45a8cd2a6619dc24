"""Measure the time from the user's "Cancel" until the connection is closed, whatever the peer is doing then."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bench.contestants import checked, new_session
from tests.bench.sink import Sink, nginx_sink
from tests.bench.tables import run, show

from ledgerdrop.files.reader import FileReader
from ledgerdrop.net.exchange import put
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

_ROUNDS = 20
_BAR = 100  # milliseconds
_STILL = 0.2  # seconds in which nothing moves: it has stalled
_MIB = 1024 * 1024


def main() -> None:
    """Print the table."""
    with nginx_sink(gib=2) as sink:
        large, small = sink.folder / "large.csv", sink.folder / "small.csv"
        large.write_bytes(b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n" * (600 * _MIB // 45))
        small.write_bytes(b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n" * 400)
        measure("at full speed", sink, f"{sink.https}/up/large.csv", large, moving)
        for what, words, path in (
            ("body", "peer stalled in the body", large),
            ("answer", "peer stalled before its answer", small),
            ("handshake", "peer stalled in the handshake", small),
        ):
            with stalled(what, sink) as url:
                measure(words, sink, f"{url}/up/{path.name}", path, still)


def measure(words: str, sink: Sink, url: str, path: Path, ready: Callable[[list[int]], None]) -> None:
    worst = max(seconds_to_end(sink, url, path, ready) for _ in range(_ROUNDS))
    show(f"cancel, {words}: until closed, worst of {_ROUNDS}", worst * 1000, None, _BAR, "ms")


def seconds_to_end(sink: Sink, url: str, path: Path, ready: Callable[[list[int]], None]) -> float:
    """Measure the seconds from "Cancel" until the sending thread has closed its session and its connection."""
    cancel, sent = CancelToken(), [0]
    ended: list[float] = []

    def count(more: int) -> None:
        sent[0] += more

    def send() -> None:
        file = checked(path)
        with suppress(Cancelled), new_session(str(sink.ca)) as session, FileReader(file.file, cancel) as reader:
            put(session, url, {"Content-Type": file.content_type}, reader, cancel, count)
            raise AssertionError("it was sent before it could be cancelled")
        ended.append(time.perf_counter())

    thread = threading.Thread(target=send)
    thread.start()
    ready(sent)
    began = time.perf_counter()
    cancel.cancel()
    thread.join()
    return ended[0] - began


def moving(sent: list[int]) -> None:
    while sent[0] < 50 * _MIB:
        time.sleep(0.001)


def still(sent: list[int]) -> None:
    seen = -1
    while seen != sent[0]:
        seen = sent[0]
        time.sleep(_STILL)


@contextmanager
def stalled(what: str, sink: Sink) -> Iterator[str]:
    words = [sys.executable, str(Path(__file__).with_name("stalled_peer.py")), what, str(sink.folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        yield f"https://127.0.0.1:{child.stdout.readline().split()[1]}"
        child.terminate()


if __name__ == "__main__":
    run(main)
