"""Test that the signing command is split as Windows does, where a backslash is part of a path."""

from __future__ import annotations

import pytest

from windows.signing import words


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (r"signtool sign /fd sha256 {file}", ["signtool", "sign", "/fd", "sha256", "{file}"]),
        (
            r'"C:\Program Files\Kit\signtool.exe" sign "{file}"',
            [r"C:\Program Files\Kit\signtool.exe", "sign", "{file}"],
        ),
        (r"C:\tools\sign.exe /dlib:C:\dlib.dll {file}", [r"C:\tools\sign.exe", r"/dlib:C:\dlib.dll", "{file}"]),
        (r'sign.exe /n:"The LedgerDrop authors" {file}', ["sign.exe", "/n:The LedgerDrop authors", "{file}"]),
    ],
)
def test_the_command_keeps_its_backslashes(command: str, expected: list[str]) -> None:
    assert words(command) == expected
