"""Start the frozen program."""

import sys

from ledgerdrop.__main__ import main

sys.exit(main())
