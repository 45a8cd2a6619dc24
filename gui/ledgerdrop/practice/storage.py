"""The uploads: one PUT an object, checked as S3 does it, kept as DIR/<bucket>/<key>.

Source: Amazon S3 API Reference, "PutObject".
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import ssl
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from typing import Final
from urllib.parse import unquote_to_bytes

from ledgerdrop.practice import s3_errors as errors
from ledgerdrop.practice.faults import AT_STORAGE, fault_name
from ledgerdrop.practice.http1 import Connection, Request, Response
from ledgerdrop.practice.s3_errors import StorageError
from ledgerdrop.practice.signature_check import refusal
from ledgerdrop.practice.sigv4 import Signer

LARGEST: Final = 5 * 1024**3  # bytes in one PUT
_BLOCK: Final = 1024 * 1024
_KEY_LIMIT: Final = 1024  # bytes of UTF-8
_GATEWAY: Final = re.compile(r"/v1/[a-z0-9-]+(?=/)")  # Clear's addresses have it before the bucket; plain S3 does not


class Storage:
    """Objects in a folder. A bucket is a folder in it. Nothing half-written is ever seen there."""

    def __init__(
        self, root: Path, signer: Signer, now: Callable[[], datetime], *, bytes_per_second: int | None = None
    ) -> None:
        """Raises OSError when `root` cannot be written to. `bytes_per_second`: read each upload no faster."""
        self._root = Path(_long(root.resolve()))
        self._signer = signer
        self._now = now
        self._pace = bytes_per_second
        self._blocks = threading.local()
        self._incoming = Path(tempfile.mkdtemp(prefix=".incoming-", dir=self._root))

    def close(self) -> None:
        """Remove what is half-written."""
        rmtree(self._incoming, ignore_errors=True)

    def holds(self, path: str) -> bool:
        """Return whether something was uploaded to a URL with this path."""
        path = _GATEWAY.sub("", path, count=1)
        try:
            parts = _decoded(path).removeprefix("/").split("/")
        except UnicodeDecodeError:
            return False
        bad = any(part in {"", ".", ".."} or "\0" in part or "\\" in part for part in parts)
        return not bad and not parts[0].startswith(".") and self._root.joinpath(*parts).is_file()

    def answer(self, request: Request, connection: Connection) -> tuple[Response, bool]:
        """Do what the request wants: the answer, and whether the body was read to its end."""
        path = _GATEWAY.sub("", request.path, count=1)
        error = refusal(request, self._signer, self._now()) or self._unacceptable(request, path)
        if error is not None:
            return error.answer(request.path), not request.has_body
        fault = AT_STORAGE.get(fault_name(name_in(path)))
        answer, complete = self._store(request, connection, path, keep=fault is None)
        return (fault.answer if fault and complete else answer), complete

    def _unacceptable(self, request: Request, path: str) -> StorageError | None:
        if request.method != "PUT":
            return errors.METHOD_NOT_ALLOWED
        if request.chunked:
            return errors.NO_TRANSFER_CODING
        if request.length is None:
            return errors.MISSING_LENGTH
        if request.length > LARGEST:
            return errors.TOO_LARGE.with_extra(
                ("ProposedSize", str(request.length)), ("MaxSizeAllowed", str(LARGEST))
            )
        try:
            bucket, _, key = _decoded(path).removeprefix("/").partition("/")
        except UnicodeDecodeError:
            return errors.INVALID_URI
        if len(key.encode()) > _KEY_LIMIT:
            return errors.KEY_TOO_LONG
        if any(part in {"", ".", ".."} or "\0" in part or "\\" in part for part in (bucket, *key.split("/"))):
            return errors.INVALID_URI
        if bucket.startswith(".") or not (self._root / bucket).is_dir():
            return errors.NO_SUCH_BUCKET.with_extra(("BucketName", bucket))
        return None

    def _store(
        self, request: Request, connection: Connection, path: str, *, keep: bool = True
    ) -> tuple[Response, bool]:
        length = request.length or 0
        part = self._incoming / secrets.token_hex(16)
        try:
            with part.open("xb") as file:
                digest = self._receive(connection, length, file.write)
            if digest is None:
                return errors.INCOMPLETE_BODY.answer(request.path), False
            if keep:
                target = self._root / _decoded(path).removeprefix("/")
                target.parent.mkdir(parents=True, exist_ok=True)
                part.replace(target)
        except TimeoutError:
            return errors.REQUEST_TIMEOUT.answer(request.path), False
        except (ConnectionError, ssl.SSLError):
            raise
        except OSError as trouble:  # the disk's
            too_long = trouble.errno == errno.ENAMETOOLONG
            return (errors.KEY_TOO_LONG if too_long else errors.INTERNAL_ERROR).answer(request.path), False
        finally:
            part.unlink(missing_ok=True)
        headers = (("x-amz-request-id", secrets.token_hex(8).upper()), ("ETag", f'"{digest.hex()}"'))
        return Response(200, headers=headers), True

    def _receive(self, connection: Connection, length: int, write: Callable[[memoryview], object]) -> bytes | None:
        """Pass the body on, a block at a time. Returns its MD5, or None when it ends too early."""
        md5 = hashlib.md5(usedforsecurity=False)
        block = self._block()
        begin, done = time.monotonic(), 0
        while done < length:
            size = connection.read_body(block[: min(len(block), length - done)])
            if size == 0:
                return None
            md5.update(block[:size])
            write(block[:size])
            done += size
            if self._pace:
                time.sleep(max(0.0, begin + done / self._pace - time.monotonic()))
        return md5.digest()

    def _block(self) -> memoryview:
        """Return this thread's own block of memory, the same for all its uploads."""
        if not hasattr(self._blocks, "block"):
            size = max(1, min(_BLOCK, self._pace // 10)) if self._pace else _BLOCK
            self._blocks.block = memoryview(bytearray(size))
        block: memoryview = self._blocks.block
        return block


def name_in(path: str) -> str:
    """Return the file's name in the path of a URL. Raises UnicodeDecodeError for one that is not UTF-8."""
    return _decoded(path).rpartition("/")[2]


def _decoded(path: str) -> str:
    return unquote_to_bytes(path).decode()


def _long(folder: Path) -> str:
    """Return the folder in the form in which Windows allows paths of more than 260 characters."""
    return f"\\\\?\\{folder}" if sys.platform == "win32" else os.fspath(folder)
