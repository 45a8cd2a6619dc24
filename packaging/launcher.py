"""Where the frozen program starts."""

import sys

from ledgerdrop.__main__ import main

sys.exit(main())
