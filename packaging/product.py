"""Name the product and its version: the one source for every installer, archive and notice."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGING: Final = ROOT / "packaging"

_PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

NAME: Final = "LedgerDrop"
COMMAND: Final = "ledgerdrop"  # the program's file name on Linux
CONSOLE: Final = "ledgerdrop-cli"  # on Windows, where a windowed program has no output
PUBLISHER: Final = "The LedgerDrop authors"
DESCRIPTION: Final[str] = _PROJECT["description"].rstrip(".")
COPYRIGHT: Final = f"Copyright (c) 2026 {PUBLISHER}"
BUNDLE_ID: Final = (
    "org.ledgerdrop.LedgerDrop"  # macOS; its keychain entries and permissions hang on it: never change it
)
UPGRADE_CODE: Final = "7F5F0E0B-6C1B-4E35-9C7F-3B8D2E1A9F64"  # Windows finds older versions by it: never change it
MACOS: Final = "13.0"  # the oldest that Qt 6.11 runs on


def version() -> str:
    """Return `1.2.3`, from the package itself. Installers compare it as three numbers, so it has nothing else."""
    source = (ROOT / "gui" / "ledgerdrop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', source, re.MULTILINE)
    if found is None:
        raise ValueError("gui/ledgerdrop/__init__.py holds no version of the form 1.2.3")
    return found[1]
