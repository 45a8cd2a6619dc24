"""What the tests of all rooms share."""

from __future__ import annotations

# Fixtures are found by their names here.
from tests.servers.practice import (  # noqa: F401 - fixtures
    _http,
    _https,
    authority,
    each_practice,
    practice,
    practice_tls,
    start_practice,
)
from tests.servers.real_s3 import real_s3, real_s3_tls  # noqa: F401 - fixtures
