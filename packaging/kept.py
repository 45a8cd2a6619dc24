"""Keep between builds what takes long to make and depends on nothing but what it is made from.

They lie outside the checkout, in `~/.cache/ledgerdrop-build` (or where LEDGERDROP_BUILD_CACHE says), named after what
they were made from. Deleting the folder is always safe.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

_UNUSED: Final = 14 * 24 * 3600.0  # seconds after which something is taken off the shelf


def kept(name: str, made_from: list[str], make: Callable[[Path], object]) -> Path:
    """Return the folder `name` made from these texts, from an earlier build or made now by `make(empty folder)`."""
    digest = hashlib.sha256("\0".join(made_from).encode()).hexdigest()[:16]
    shelf = Path(os.environ.get("LEDGERDROP_BUILD_CACHE") or Path.home() / ".cache" / "ledgerdrop-build")
    place = shelf / f"{name}-{digest}"
    if place.is_dir():
        os.utime(place)
        return place
    shelf.mkdir(parents=True, exist_ok=True)
    for old in shelf.glob(f"{name}-*"):
        if time.time() - old.stat().st_mtime > _UNUSED:  # another checkout may be using what is younger
            shutil.rmtree(old, ignore_errors=True)
    # Made elsewhere and put there whole, so that a build that was interrupted leaves nothing half made.
    with tempfile.TemporaryDirectory(dir=shelf, ignore_cleanup_errors=True) as scratch:
        fresh = Path(scratch) / name
        fresh.mkdir()
        make(fresh)
        fresh.rename(place)
    return place
