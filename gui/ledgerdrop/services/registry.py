"""The registry of Windows, where group policies put what IT has laid down: a key for the computer, one for the user.

Below `Software\\Policies` only administrators may write, in either (learn.microsoft.com, "Implementing Registry-based
Policy"), so a value there is IT's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Final

KEY: Final = r"Software\Policies\LedgerDrop"
# The computer's goes over the user's, as with other policies.
HIVES: Final = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")

# From the name of a hive to the values of KEY in it (texts, lists of texts, numbers); none where there is no KEY.
# Raises OSError.
ReadKey = Callable[[str], Mapping[str, object]]


def no_registry(_hive: str) -> Mapping[str, object]:
    """For systems that have none."""
    return {}


if sys.platform == "win32":
    import winreg

    def read_key(hive: str) -> Mapping[str, object]:
        """The values of KEY."""
        try:
            with winreg.OpenKey(getattr(winreg, hive), KEY) as key:
                listed = [winreg.EnumValue(key, number) for number in range(winreg.QueryInfoKey(key)[1])]
        except FileNotFoundError:
            return {}
        return {name: value for name, value, _ in listed}

else:
    read_key = no_registry
