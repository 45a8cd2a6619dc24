"""Say how to start this very program once more, without any code of the folder that the user happens to be in.

`python -m` puts the current folder first on the path of modules, so an `argparse.py` that came with a ledger would be
run. So a child is started with PYTHONSAFEPATH (a frozen program knows no `-P`), and its working folder should be one
of ours: libraries may be looked for there as well.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_TOKEN_VARIABLE: Final = "LEDGERDROP_TOKEN"  # noqa: S105 - the name, which `send` alone reads
_CONSOLE_PROGRAM: Final = "ledgerdrop-cli.exe"  # as packaging/product.py names it


def own_command(*words: str) -> list[str]:
    """Return the command line that starts this program with these words; a frozen one is its own interpreter."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "ledgerdrop", *words]
    # On Windows the window's program has no output to say anything with; the one for the console lies beside it.
    console = Path(sys.executable).with_name(_CONSOLE_PROGRAM)
    return [str(console if console.is_file() else sys.executable), *words]


def own_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables to start a child with, which works in a folder of ours and needs no token.

    What PYTHONPATH names is found from there too; an empty entry of it stood for the user's folder, and is left out.
    """
    variables = {**environ, "PYTHONSAFEPATH": "1"}
    variables.pop(_TOKEN_VARIABLE, None)
    if "PYTHONPATH" in variables:
        folders = filter(None, variables["PYTHONPATH"].split(os.pathsep))
        variables["PYTHONPATH"] = os.pathsep.join(str(Path(folder).absolute()) for folder in folders)
    return variables
