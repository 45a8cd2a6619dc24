"""Give other programs their own libraries back; PyInstaller runs this before the program.

On Linux the bootloader points LD_LIBRARY_PATH at the bundle, and keeps what was there under another name. The browser
that a link starts would load our libraries instead of its own (PyInstaller manual, "Launching external programs from
the frozen application"). This process finds its libraries all the same: the linker read the variable as it began.
"""

import os

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
