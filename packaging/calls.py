"""Call the tools that builds are made of."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path


class Failed(Exception):  # noqa: N818 - not an error of these scripts: what was built, or a tool, does not do what it should
    """Says that something isn't as it should be; the argument says what was seen."""


def quietly(*words: str | Path, text: str = "", cwd: Path | None = None) -> str:
    """Run a tool of this machine, `text` as its input. Returns what it wrote, which is shown only when it fails.

    Raises:
        Failed: it is not there, or its exit code is not 0.
    """
    spoken = [str(word) for word in words]
    program = shutil.which(spoken[0])
    if program is None:
        raise Failed(f"{spoken[0]} is not installed")
    done = subprocess.run([program, *spoken[1:]], check=False, capture_output=True, text=True, input=text, cwd=cwd)
    if done.returncode != 0:
        raise Failed(f"{shlex.join(spoken)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout
