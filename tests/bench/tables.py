"""Measure and print for all benchmarks: ours beside theirs, in one run, medians and ratios."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """Holds seconds: on the wall, and of CPU (user and system, children included)."""

    wall: float
    cpu: float


class LeftOut(Exception):  # noqa: N818 - no error: the sentence that says what could not be measured here
    """Says that a benchmark, or a part of one, cannot be run here. The argument says why, in a sentence."""


def real_files(rest: str) -> Path:
    """Return the folder of the shared corpus, for what `rest` names. Raises LeftOut where there is none."""
    shared = Path(os.environ.get("LEDGERDROP_SHARED", Path(__file__).resolve().parents[3] / "shared"))
    if not (shared / "corpus" / "manifest.tsv").exists():
        raise LeftOut(f"{rest}, since there is no {shared / 'corpus'} (LEDGERDROP_SHARED names another).")
    return shared / "corpus"


def run(bench: Callable[[], None]) -> None:
    """Run a benchmark; say in a sentence when it cannot be run here."""
    try:
        bench()
    except LeftOut as reason:
        leave_out(reason)


def leave_out(reason: LeftOut) -> None:
    """Print what is left out, and why."""
    sys.stdout.write(f"Left out: {reason}\n")
    sys.stdout.flush()


def cost_of(work: Callable[[], object]) -> Cost:
    """Return what one call costs, with all processes that it starts and waits for."""
    began, before = time.perf_counter(), _cpu()
    work()
    return Cost(time.perf_counter() - began, _cpu() - before)


def cost_of_command(words: Sequence[str]) -> Cost:
    """Return what one command costs; it must succeed. Its output is thrown away."""
    return cost_of(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))


def side_by_side(rounds: int, *contestants: Callable[[], Cost]) -> list[Cost]:
    """Return the median cost of each contestant, run in turn, after one round that warms up and does not count."""
    costs: list[list[Cost]] = [[] for _ in contestants]
    for number in range(rounds + 1):
        for index, contestant in enumerate(contestants):
            cost = contestant()
            if number:
                costs[index].append(cost)
    return [Cost(median(c.wall for c in found), median(c.cpu for c in found)) for found in costs]


def show(what: str, ours: float, theirs: float | None, bar: float, unit: str = "s") -> None:
    """Print one row: with `theirs` the ratio is held against the bar, else the value itself."""
    value = ours if theirs is None else ours / theirs
    beside = "" if theirs is None else f"{theirs:10.3f} {unit:<6}"
    verdict = "ok" if value <= bar else "OVER"
    sys.stdout.write(f"{what:<66}{ours:10.3f} {unit:<6}{beside:<18}{value:8.2f}  bar {bar:<6g}{verdict}\n")
    sys.stdout.flush()


def _cpu() -> float:
    usages = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
