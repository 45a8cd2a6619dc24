"""Check how much of each module the tests run: `python -m tests.covered build/coverage.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

LEAST: Final = 90.0  # per cent of lines and branches
EVERYWHERE: Final = tuple(
    f"gui/ledgerdrop/{room}/" for room in ("background", "clear_api", "content", "files", "model", "net", "transfer")
)
# What may be less, and why.
EXCEPTIONS: Final[dict[str, tuple[float, str]]] = {
    "gui/ledgerdrop/content/libmagic.py": (75.0, "it loads the database itself on Windows and macOS only"),
    "gui/ledgerdrop/files/dropped_file.py": (85.0, "attributes, names and shortcuts of Windows and macOS only"),
}


def main() -> int:
    """Print what is below its limit. Returns 1 when something is, 2 when nothing was measured."""
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["files"]
    shares = {name.replace("\\", "/"): file["summary"]["percent_covered"] for name, file in found.items()}
    shares = {name: share for name, share in shares.items() if name.startswith(EVERYWHERE)}
    low = {name: share for name, share in shares.items() if share < EXCEPTIONS.get(name, (LEAST, ""))[0]}
    for name, share in sorted(low.items()):
        print(f"{name}: {share:.1f} % of its lines and branches are run by tests, {LEAST:g} % are wanted.")
    unknown = sorted(EXCEPTIONS.keys() - shares.keys())
    for name in unknown:
        print(f"{name}: an exception for a module that there is not.")
    if not shares:
        print("No module was measured.")
        return 2
    return 1 if low or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
