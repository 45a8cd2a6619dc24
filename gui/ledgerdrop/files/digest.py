"""The digest of a whole file, for who must know whether two files are the same."""

from __future__ import annotations

from ledgerdrop.files.byte_source import open_unbuffered
from ledgerdrop.files.reader import FileReader, Opener
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.runtime.cancel import CancelToken


def digest_of(file: DroppedFile, cancel: CancelToken, opener: Opener = open_unbuffered) -> str:
    """Read the whole file and return its SHA-256 in hex. Raises `Cancelled`, and `FileTroubleError`."""
    with FileReader(file, cancel, opener) as reader:
        while reader.read():
            pass
        return reader.sha256
