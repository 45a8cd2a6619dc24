"""Second step: is the content what the name says?"""

from __future__ import annotations

from dataclasses import dataclass

from ledgerdrop.pipeline.dropped import DroppedFile
from ledgerdrop.pipeline.problems import Problem


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file whose content agrees with its name.

    `kind` is csv, xlsx, xls or zip; `content_type` goes into the upload (later-steps, step 2); `mime` is
    libmagic's own opinion. `warning` says what may go wrong: such a file is sent only after "Send anyway".
    """

    file: DroppedFile
    kind: str
    content_type: str
    mime: str
    warning: Problem | None = None
