"""Second step: is the content what the name says?"""

from __future__ import annotations

from pathlib import PurePath

from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.dropped import why_unreadable
from ledgerdrop.pipeline.formats import CONTENT_TYPES, Format
from ledgerdrop.pipeline.identified import identify
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.pipeline.source import Opener, open_unbuffered, opened
from ledgerdrop.pipeline.values import CheckedFile, DroppedFile


def check(file: DroppedFile, cancel: Cancel, *, opener: Opener = open_unbuffered) -> CheckedFile | Problem:
    """Compare the content with the name; "File extension should match the file content type or mime type"
    (get-pre-signed-url, "Request Query Params").

    Looks at a few places of the file, however large it is; waits for a slow disk as long as it takes. Raises
    `Cancelled`. A file that is no longer the one that was dropped is `Code.CHANGED`. Any other rejection carries
    the parameters `name`, `extension` (with its dot), `kind`, `what` and `mime`, and with `Code.NAME_DIFFERS` also
    `better_name`.
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
    extension = file.extension
    params = {
        "name": file.name,
        "extension": f".{extension}",
        "kind": found.kind,
        "what": found.what,
        "mime": mime,
    }
    if found.wrapper and extension == "zip":
        return _checked(file, mime, Problem(Code.UNCERTAIN_CONTENT, params))
    if found.code is not None:
        return Problem(found.code, params)
    if found.kind == extension:
        return _checked(file, mime, Problem(found.warning, params) if found.warning else None)
    if found.warning is not None:
        return Problem(Code.PLAIN_TEXT if found.kind == "csv" else Code.CONTENT_DIFFERS, params)
    better_name = str(PurePath(file.name).with_suffix(f".{found.kind}"))
    return Problem(Code.NAME_DIFFERS, {**params, "better_name": better_name})


def _checked(file: DroppedFile, mime: str, warning: Problem | None) -> CheckedFile:
    return CheckedFile(file, file.extension, CONTENT_TYPES[file.extension], mime, warning)
