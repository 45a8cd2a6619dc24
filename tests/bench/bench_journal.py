"""Measure what the journal costs: beside the uploads, for each change, and at a start with 50,000 finished entries.

Run: python -m tests.bench.bench_journal [FOLDER]   (FOLDER lies on the disk to measure; default: a temporary one)
"""

from __future__ import annotations

import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication
from tests.bench import tables
from tests.bench.sink import Sink, nginx_sink

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Receipt, ReceiptQuery, Uploaded
from ledgerdrop.model.transfers import State, Summary, TransferItem
from ledgerdrop.net.network import open_network
from ledgerdrop.net.session import no_proxies
from ledgerdrop.store.journal import Journal, open_journal
from ledgerdrop.store.journal_records import Added, Changed, Confirmed
from ledgerdrop.transfer.journal_worker import OpenJournal
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue

CHANGES = 10_000
FILES = CHANGES // 4  # each is added, ready, waiting, uploaded
ROUNDS = 3


def entry(number: int, state: State) -> TransferItem:
    name = f"ledger-{number}.xlsx"
    return TransferItem(number, Path("/home/someone/Documents/books") / name, name, "a" * 32, state)


def receipt(number: int) -> Receipt:
    location = f"https://storage.example/v1/ap-south-1/bucket/2026/{number}/ledger-{number}.xlsx"
    uploaded = Uploaded(f"ledger-{number}.xlsx", 20_480, f"{number:064x}", "d" * 32, location, 200, 1e9, 0.2, 1)
    return Receipt(uploaded, "a" * 32, "Books Ltd", "sandbox")


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def show(what: str, times: list[float], unit: float = 1e6, name: str = "us") -> None:
    ordered = sorted(times)
    worst = ordered[int(len(ordered) * 0.99)] if len(ordered) > 1 else ordered[0]
    print(f"{what:<58}{median(ordered) * unit:>10.1f}{worst * unit:>10.1f} {name}{sum(ordered):>9.2f} s")  # noqa: T201


def fresh(folder: Path, name: str) -> Journal:
    journal, problem = open_journal(folder / name)
    if problem is not None:
        raise SystemExit(problem.headline)
    return journal


def beside_uploads(folder: Path) -> None:
    """Measure the same uploads with a journal and without one, in turn; near, where they take the least time."""
    with nginx_sink(gib=0.2) as sink:
        paths = [sink.folder / f"ledger-{number:04}.csv" for number in range(FILES)]
        for number, path in enumerate(paths):  # each of its own content, or only one would be sent
            path.write_bytes((f"2026-11-23,INV-{number:06},27AAPFU0939F1ZV,118.00\n" * 500).encode()[:20_000])
        application = QCoreApplication([])
        count = iter(range(1_000))

        def with_journal() -> tables.Cost:
            return send_all(application, sink, paths, lambda: open_journal(folder / f"uploads-{next(count)}.db"))

        without, kept = tables.side_by_side(ROUNDS, lambda: send_all(application, sink, paths, None), with_journal)
    tables.show(
        f"journal: {CHANGES:,} changes of {FILES:,} uploads, against none: wall", kept.wall, without.wall, 1.1
    )


def send_all(
    application: QCoreApplication, sink: Sink, paths: list[Path], journal: OpenJournal | None
) -> tables.Cost:
    """Measure from "Send" to the last confirmation."""
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(sink.ca)})
    queue = TransferQueue(lambda: Operations(lambda: network), lambda _id: "a-token", journal, uploads_at_once=8)
    moments: list[float] = []

    def on_totals(totals: Summary) -> None:
        if totals.ready == len(paths):
            queue.send(None)
            moments.append(time.perf_counter())
        elif totals.done == len(paths):
            moments.append(time.perf_counter())
            application.quit()

    queue.summed_up.connect(on_totals)
    queue.add(paths, Account("bench", "Bench", Environment.CUSTOM, sink.https, str(uuid.uuid4())))
    application.exec()
    queue.shutdown()
    return tables.Cost(moments[-1] - moments[0], 0.0)


def main(folder: Path) -> None:
    tables.run(partial(beside_uploads, folder))
    print(f"{'':<58}{'median':>10}{'99 %':>10}{'in all':>14}")  # noqa: T201
    journal = fresh(folder, "changes.db")
    drop = Added(tuple(entry(number, State.CHECKING) for number in range(1, CHANGES + 1)))
    show("10,000 entries added in one transaction", [timed(lambda: journal.write(drop))], 1e3, "ms")
    states = [Changed(entry(number, State.SENDING)) for number in range(1, CHANGES + 1)]
    show("a change, committed (NORMAL)", [timed(lambda c=c: journal.write(c)) for c in states])  # type: ignore[misc]  # mypy cannot type the default of a lambda
    sent = [Confirmed(entry(n, State.UPLOADED), receipt(n)) for n in range(1, CHANGES + 1)]
    show("a confirmed upload with its receipt, durable (FULL)", [timed(lambda c=c: journal.write(c)) for c in sent])  # type: ignore[misc]  # as above
    groups = [sent[start : start + 8] for start in range(0, 2_000, 8)]
    show("8 confirmed uploads in one transaction (FULL)", [timed(lambda g=g: journal.write(*g)) for g in groups])  # type: ignore[misc]  # as above
    journal.close()

    big = fresh(folder, "start.db")
    for start in range(1, 50_001, 10_000):
        numbers = range(start, start + 10_000)
        big.write(Added(tuple(entry(number, State.SENDING) for number in numbers)))
        big.write(*(Confirmed(entry(n, State.UPLOADED), receipt(n)) for n in numbers))
    big.write(Added(tuple(entry(number, State.READY) for number in range(50_001, 50_101))))
    big.close()
    size = (folder / "start.db").stat().st_size / 2**20

    def begin() -> None:
        again = fresh(folder, "start.db")
        again.unfinished()
        again.next_id()
        again.finished(200)
        again.close()

    show(f"start with 50,000 finished entries ({size:.0f} MiB)", [timed(begin) for _ in range(9)], 1e3, "ms")
    again = fresh(folder, "start.db")
    show("sent before?", [timed(lambda n=n: again.sent_before(f"{n:064x}", "a" * 32)) for n in range(1, 1001)])  # type: ignore[misc]  # as above
    query = ReceiptQuery("not there")
    show(
        "50,000 receipts searched for a text",
        [timed(lambda: again.receipts(query, 100)) for _ in range(9)],
        1e3,
        "ms",
    )
    again.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
