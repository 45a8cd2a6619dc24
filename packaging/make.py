"""Make and try the packages of a platform. `build.py` calls this with an environment that has what freezing needs."""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable

import frozen
from calls import Failed


def main() -> int:
    """Make each wanted package, and say how it went. Returns 1 when something does not do what it should."""
    stages = _stages()
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--only", choices=stages, help="one platform's packages (default: all that can be made here)")
    only = parser.parse_args().only
    for name in [only] if only else stages:
        print(f"--- {name}", flush=True)
        begin = time.monotonic()
        try:
            stages[name]()
        except Failed as failed:
            print(f"FAILED: {failed}", flush=True)
            return 1
        print(f"{name}: made and tried in {time.monotonic() - begin:.0f} s", flush=True)
    _write_checksums()
    return 0


def _stages() -> dict[str, Callable[[], None]]:
    if sys.platform == "darwin":
        from macos import bundle as macos  # noqa: PLC0415 - each needs what only its platform has

        return {"macos": macos.make}
    if sys.platform == "win32":
        from windows import bundle as windows  # noqa: PLC0415

        return {"windows": windows.make}
    from linux import bundle as linux  # noqa: PLC0415
    from windows import bundle as windows  # noqa: PLC0415

    return {"linux": linux.make, "windows": windows.make}


def _write_checksums() -> None:
    """Write SHA256SUMS of all packages, in the form that `sha256sum --check` reads."""
    packages = sorted(path for path in frozen.PACKAGES.iterdir() if path.name != "SHA256SUMS")
    lines = []
    for path in packages:
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (frozen.PACKAGES / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
