"""Say how text goes to a terminal or into a log: as lines that only this program can begin.

Names of files and words of servers may hold line ends, ESC, C1 and direction controls. Printed as they are, they
would forge a line ("Uploaded ..."), recolour or overwrite one, or turn its end around.
"""

from __future__ import annotations

import argparse
from typing import NoReturn


def one_line(text: str) -> str:
    """Return the text as one line: what is not seen, or ends a line, is escaped as in Python."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def lines(text: str) -> str:
    """Return a text of several lines, such as a traceback, with all escaped but its line feeds."""
    return "\n".join(map(one_line, text.split("\n")))


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, whatever a name in the call holds."""

    def error(self, message: str) -> NoReturn:
        """Print usage and message, and end the program with code 2."""
        super().error(one_line(message))
