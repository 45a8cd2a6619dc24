"""Read the command line, print to it safely, and build the command that starts this program once more.

Names of files and words of servers may hold line ends, ESC, C1 and direction controls. Printed as they are, they
could forge a line ("Uploaded ..."), recolour or overwrite one, or turn its end around. So all of them are escaped, on
the terminal and in the log.

`python -m` puts the current folder first on the path of modules, so an `argparse.py` that came with a ledger would be
run. So a child is started with PYTHONSAFEPATH (a frozen program knows no `-P`), and its working folder should be one
of ours: libraries may be looked for there as well.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NoReturn


def one_line(text: str) -> str:
    """Return the text as one line: what is invisible, or ends a line, is escaped as in Python."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def lines(text: str) -> str:
    """Return a text of several lines, such as a traceback, with all escaped but its line feeds."""
    return "\n".join(map(one_line, text.split("\n")))


class Parser(argparse.ArgumentParser):
    """Reports errors on one line, whatever a name in the command line holds."""

    def error(self, message: str) -> NoReturn:
        """Print usage and message, and end the program with code 2."""
        super().error(one_line(message))


_TOKEN_VARIABLE: Final = "LEDGERDROP_TOKEN"  # noqa: S105 - the name, which `send` alone reads
_CONSOLE_PROGRAM: Final = "ledgerdrop-cli.exe"  # as packaging/product.py names it


def own_command(*words: str) -> list[str]:
    """Return the command line that starts this program with these arguments; a frozen one is its own interpreter."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "ledgerdrop", *words]
    # On Windows the window's program has no output to say anything with; the one for the console lies beside it.
    console = Path(sys.executable).with_name(_CONSOLE_PROGRAM)
    return [str(console if console.is_file() else sys.executable), *words]


def own_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment variables of a child that works in a folder of ours and needs no token.

    Paths of PYTHONPATH are made absolute, so that they are found from there too; an empty one, which stood for the
    user's folder, is left out.
    """
    variables = {**environ, "PYTHONSAFEPATH": "1"}
    variables.pop(_TOKEN_VARIABLE, None)
    if "PYTHONPATH" in variables:
        folders = filter(None, variables["PYTHONPATH"].split(os.pathsep))
        variables["PYTHONPATH"] = os.pathsep.join(str(Path(folder).absolute()) for folder in folders)
    return variables
