"""Second step: is the content what the name says?"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath
from typing import Final

from ledgerdrop.content.formats import CONTENT_TYPES, SENDABLE, Format
from ledgerdrop.content.identify import identify
from ledgerdrop.files.byte_source import Opener, open_unbuffered, opened
from ledgerdrop.files.dropped_file import why_unreadable
from ledgerdrop.model.files import CheckedFile, DroppedFile, extension_of
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})  # categories of Unicode
_ENDING: Final = re.compile(r"\.(?=.*[A-Za-z])[A-Za-z0-9]{1,5}")


def check(file: DroppedFile, cancel: CancelToken, *, opener: Opener = open_unbuffered) -> CheckedFile | Problem:
    """Compare the content with the name; "File extension should match the file content type or mime type"
    (get-pre-signed-url, "Request Query Params").

    Looks at a few places of the file, however large it is; waits for a slow disk as long as it takes. Raises
    `Cancelled`. A file that is no longer the one that was dropped is `Code.CHANGED`. Any other rejection carries
    the parameters `name`, `extension` (with its dot), `kind`, `what` and `mime`, and `better_name` where the content
    is fine under another name.
    """
    try:
        with opened(file.path, file.size, cancel, opener) as source:
            found, mime = identify(source)
        now = file.path.stat()
    except OSError as error:
        return why_unreadable(error, file.name)
    if (now.st_size, now.st_mtime_ns) != (file.size, file.modified_ns):
        return Problem(Code.CHANGED, {"name": file.name})
    return _verdict(file, found, mime)


def _verdict(file: DroppedFile, found: Format, mime: str) -> CheckedFile | Problem:
    name = visible_ending(file.name)
    extension = extension_of(name)
    params = {
        "name": file.name,
        "extension": f".{extension}",
        "kind": found.kind,
        "what": found.what,
        "mime": mime,
    }
    if found in SENDABLE and found.kind != extension:
        params["better_name"] = _better_name(name, found.kind)
    if not extension:
        return Problem(Code.NO_EXTENSION, params)
    if extension not in CONTENT_TYPES:
        return Problem(Code.WRONG_EXTENSION, params)
    meant = found.kind == extension or (found.wrapper and extension == "zip")
    if meant and name != file.name and found.code in {None, Code.CONTENT_DIFFERS}:
        return Problem(Code.INVISIBLE_ENDING, params | {"better_name": name})
    if found.wrapper and extension == "zip":
        return _checked(file, mime, Problem(Code.UNCERTAIN_CONTENT, params))
    if found.code is not None:
        return Problem(found.code, params)
    if found.kind == extension:
        return _checked(file, mime, Problem(found.warning, params) if found.warning else None)
    if found in SENDABLE:
        return Problem(Code.NAME_DIFFERS, params)
    if found.warning is Code.MESSAGE:
        return Problem(Code.MESSAGE, params)
    return Problem(Code.PLAIN_TEXT if found.kind == "csv" else Code.CONTENT_DIFFERS, params)


def visible_ending(name: str) -> str:
    """Take spaces and characters that cannot be seen out of an extension, if it is then one that Clear takes."""
    stem, dot, extension = name.rpartition(".")
    seen = "".join(sign for sign in extension if unicodedata.category(sign) not in _INVISIBLE)
    return f"{stem}{dot}{seen}" if stem and seen.lower() in CONTENT_TYPES else name


def _better_name(name: str, kind: str) -> str:
    """Return the name with the right ending: in place of a wrong one, or after what is none, as in "ledger
    31.03.2026".
    """
    path = PurePath(name)
    stem = path.stem if _ENDING.fullmatch(path.suffix) else name.rstrip(".")
    return stem if extension_of(stem) == kind else f"{stem}.{kind}"


def _checked(file: DroppedFile, mime: str, warning: Problem | None) -> CheckedFile:
    return CheckedFile(file, file.extension, CONTENT_TYPES[file.extension], mime, warning)
