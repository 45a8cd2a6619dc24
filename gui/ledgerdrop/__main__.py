"""Run the command: the window, or one of `check`, `inspect`, `send`, `forget`, `practice`, `self-test`.

Each command is imported only when it is asked for, so that one without a window does not import PySide6.
"""

# No `from __future__` here: it is a module like any other, and would be looked for in the current folder.
import sys

if __package__ and __name__ == "__main__" and not sys.flags.safe_path:
    sys.path.pop(0)  # `python -m` puts the current folder there, whose modules would be run in the place of Python's

from collections.abc import Sequence
from importlib import import_module
from typing import Final

if sys.platform != "win32":
    import resource

_COMMANDS: Final = {
    "check": "ledgerdrop.cli.check",
    "send": "ledgerdrop.cli.send",
    "self-test": "ledgerdrop.cli.self_test",
    "practice": "ledgerdrop.practice.command",
    "sandbox": "ledgerdrop.practice.command",  # its earlier name, kept for scripts
    "inspect": "ledgerdrop.cli.inspect",
    "forget": "ledgerdrop.cli.forget",
    "look-inside": "ledgerdrop.inspection.look",  # hidden: the process that `inspect` and the window ask
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named by the first argument, else open the window with the paths given.

    Returns the exit code: 0 when all went well, 1 when a file was rejected or failed, 2 for a usage error.
    """
    if sys.platform != "win32":
        # A dump of the memory after a crash of the interpreter would hold tokens. prctl(PR_SET_DUMPABLE) forbids it
        # as well, but would also close /proc/self and every debugger to the user.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    words = list(sys.argv[1:] if arguments is None else arguments)
    name = words.pop(0) if words and words[0] in _COMMANDS else ""
    exit_code: int = import_module(_COMMANDS.get(name, "ledgerdrop.start")).main(words)
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
