"""What the tests of all rooms share."""

from __future__ import annotations

import os

# Fixtures are found by their names here.
from tests.faults.control import _fault_folder, fault_ca, fault_network, faults  # noqa: F401 - fixtures
from tests.servers.practice import (  # noqa: F401 - fixtures
    _http,
    _https,
    authority,
    each_practice,
    practice,
    practice_tls,
    start_practice,
)
from tests.servers.real_s3 import real_s3, real_s3_small, real_s3_tls  # noqa: F401 - fixtures

# No test opens a window on the developer's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
