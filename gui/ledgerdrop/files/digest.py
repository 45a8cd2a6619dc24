"""Between check and upload: what exactly is being sent, so that storage and the receipt can prove it."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from ledgerdrop.files.byte_source import open_unbuffered
from ledgerdrop.files.reader import FileReader, Opener
from ledgerdrop.model.files import CheckedFile, FingerprintedFile
from ledgerdrop.model.progress import OnProgress, Progress, Stage
from ledgerdrop.runtime.cancel import CancelToken

_BLOCK: Final = 4 * 1024 * 1024  # bytes


def fingerprint(
    checked: CheckedFile, on_progress: OnProgress, cancel: CancelToken, opener: Opener = open_unbuffered
) -> FingerprintedFile:
    """Read the whole file once. Raises `Cancelled`, and `FileTroubleError` as `FileReader` does."""
    sha256 = hashlib.sha256()
    md5 = hashlib.md5(usedforsecurity=False)  # storage checks transport damage with it, nothing else
    total = checked.file.size
    done = 0
    under_way: Future[None] | None = None

    def tell(disk_is_silent: bool = False) -> None:
        on_progress(Progress(Stage.FINGERPRINTING, done, total, disk_is_silent=disk_is_silent))

    with FileReader(checked.file, cancel, opener, tell) as reader, ThreadPoolExecutor(1, "md5") as beside:
        while block := reader.read(_BLOCK):
            # hashlib lets go of the interpreter: MD5, the slower one, is still at the block before.
            sha256.update(block)
            if under_way is not None:
                under_way.result()
            if len(block) == _BLOCK:
                under_way = beside.submit(md5.update, block)
            else:  # starting a thread costs more than it saves
                under_way = None
                md5.update(block)
            done += len(block)
            tell()
    return FingerprintedFile(checked, sha256.hexdigest(), md5.digest())
