"""Share fixtures with the tests of all rooms, and keep the tests from one another and from the machine's load."""

from __future__ import annotations

import gc
import os
import random
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import hypothesis
import pytest
from pytestqt.qtbot import QtBot
from tests import traced_threads

# Fixtures are found by their names here.
from tests.faults.control import _fault_folder, fault_ca, fault_network, faults  # noqa: F401 - fixtures
from tests.servers.practice import (  # noqa: F401 - fixtures
    _http,
    _https,
    _quick,
    authority,
    each_practice,
    practice,
    practice_tls,
    quick_practice,
    start_practice,
)
from tests.servers.real_s3 import real_s3, real_s3_small, real_s3_tls  # noqa: F401 - fixtures

from ledgerdrop.runtime import redaction
from ledgerdrop.ui.application import collect_what_is_due

# No test opens a window on the developer's screen.
_SCREEN = Path(__file__).parent / "screens" / "office.json"  # as large as is usual
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREEN}")

traced_threads.install()

# A background job ignores Ctrl-C, and under nohup the terminal's end. So would the commands that tests start, and
# interrupt; a handler of our own, which ignores them as well, is not handed down.
for _name in ("SIGINT", "SIGHUP"):  # the second one is not known on Windows
    _number = getattr(signal, _name, signal.SIGINT)
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, lambda *_: None)

PATIENCE: Final = 60_000  # milliseconds for what takes an instant: only a test that fails waits so long

# The same examples in each run, and no time limit for one of them: neither chance nor load makes a test red.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True, max_examples=30, print_blob=True)
# Other and more examples in each run, for `--long`: what they find is reported with the line that repeats it.
hypothesis.settings.register_profile("other", deadline=None, max_examples=100, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --shuffle."""
    parser.addoption("--shuffle", type=int, metavar="SEED", help="run the tests in the random order of this number")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests with a time-out of their own first, or all in a random order, the same in all processes."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)  # else one process ends with the longest
    seed = config.getoption("--shuffle")
    if seed is not None:
        random.Random(seed).shuffle(items)  # noqa: S311 - no secret


def pytest_configure(config: pytest.Config) -> None:
    """Choose hypothesis' examples, unless --hypothesis-profile names a choice."""
    if not config.getoption("--hypothesis-profile"):
        hypothesis.settings.load_profile("same" if "not long" in config.option.markexpr else "other")


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread() -> Iterator[None]:
    """Collect garbage as the program does: windows of earlier tests must not be destroyed on a worker's thread."""
    gc.disable()
    yield
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _no_secrets_of_others() -> None:
    """Begin each test without the secrets that earlier ones registered: a text of theirs would be masked in ours."""
    redaction.forget_all()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait longer than five seconds where a test names no time: a busy machine is no failure."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive", "waitCallback"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot
