"""Say what a file is on its journey, from the drop to the receipt, in order. Each is made by the step named after it.

They stand apart from the steps so that the window, which shows them, need not load what the steps need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePath

from ledgerdrop.model.problems import Problem


def extension_of(name: str) -> str:
    """Return what follows the last dot, in lower case; "" where there is no dot, or nothing before or after it."""
    return PurePath(name).suffix[1:].lower()


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A regular, readable, non-empty file of at most 5 GiB.

    `name` is the name to send it under: the path's last part in NFC (macOS names are decomposed), or the name
    that the user chose with "Send as". `size` is in bytes, `modified_ns` in nanoseconds since the epoch; both
    are compared again before the upload.
    """

    path: Path
    name: str
    size: int
    modified_ns: int

    @property
    def extension(self) -> str:
        """Lower case, without the dot; "" where the name has none. Whether Clear takes it is for the check to say."""
        return extension_of(self.name)


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


@dataclass(frozen=True, slots=True)
class UploadTarget:
    """Tell where one file goes. The URL is a secret: it is neither shown nor logged, and lives for one hour.

    `clock_ahead` is how many seconds this computer's clock was ahead of Clear's then, where that one told.
    """

    url: str = field(repr=False)
    clock_ahead: float | None = None


@dataclass(frozen=True, slots=True)
class Uploaded:
    """Storage's confirmation, and what a receipt needs.

    `location` is the URL without its query; `etag` is storage's own, without quotes, "" where it gave none;
    `sha256` is in hex; `finished_at` in seconds since the epoch, `seconds` what the last attempt took. `modified_ns`
    is the file's as it was sent, which may be later than that of the check; None where it is not known any more.
    """

    name: str
    size: int
    sha256: str
    etag: str
    location: str
    http_status: int
    finished_at: float
    seconds: float
    attempts: int = 1
    modified_ns: int | None = field(default=None, compare=False)

    @property
    def by_status_alone(self) -> bool:
        """Say whether nothing but status 200 confirmed it: storage gave no ETag."""
        return not self.etag
