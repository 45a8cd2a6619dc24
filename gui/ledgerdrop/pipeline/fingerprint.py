"""Between check and upload: what exactly is being sent, so that storage and the receipt can prove it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from typing import Final

from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.progress import OnProgress, Progress, Stage
from ledgerdrop.pipeline.reading import FileReader, Opener
from ledgerdrop.pipeline.source import open_unbuffered
from ledgerdrop.pipeline.values import CheckedFile, FingerprintedFile

_BLOCK: Final = 4 * 1024 * 1024  # bytes


def fingerprint(
    checked: CheckedFile, on_progress: OnProgress, cancel: Cancel, opener: Opener = open_unbuffered
) -> FingerprintedFile:
    """Read the whole file once. Raises `Cancelled`, and `FileTroubleError` as `FileReader` does."""
    sha256 = hashlib.sha256()
    md5 = hashlib.md5(usedforsecurity=False)  # storage checks transport damage with it, nothing else
    total = checked.file.size
    done = 0
    with FileReader(checked.file, cancel, opener) as reader:
        while block := reader.read(_BLOCK):
            if len(block) == _BLOCK:  # for less, starting a thread costs more than it saves
                _both(sha256.update, md5.update, block)
            else:
                sha256.update(block)
                md5.update(block)
            done += len(block)
            on_progress(Progress(Stage.FINGERPRINTING, done, total))
    return FingerprintedFile(checked, sha256.hexdigest(), md5.digest())


def _both(one: Callable[[bytes], None], other: Callable[[bytes], None], block: bytes) -> None:
    """hashlib lets go of the interpreter while it works, so two digests take the time of the slower one."""
    thread = threading.Thread(target=one, args=(block,))
    thread.start()
    other(block)
    thread.join()
