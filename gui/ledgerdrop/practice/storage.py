"""Keep the uploads: one PUT an object, checked as S3 does it, stored as DIR/<bucket>/<key>.

Source: Amazon S3 API Reference, "PutObject".
"""

from __future__ import annotations

import errno
import hashlib
import re
import secrets
import ssl
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Final
from urllib.parse import unquote_to_bytes

from ledgerdrop.practice.messages import AT_STORAGE, Request, Response, StorageError, fault_name
from ledgerdrop.practice.signature import Signer, refusal

LARGEST: Final = 5 * 1024**3  # bytes in one PUT
_BLOCK: Final = 1024 * 1024
_KEY_LIMIT: Final = 1024  # bytes of UTF-8
_GATEWAY: Final = re.compile(r"/v1/[a-z0-9-]+(?=/)")  # Clear's addresses have it before the bucket; plain S3 does not


class Storage:
    """Keeps objects in a folder. A bucket is a folder in it. Nothing half-written is ever seen there."""

    def __init__(self, root: Path, signer: Signer) -> None:
        """Prepare the folder. Raises OSError when `root` cannot be written to."""
        folder = root.resolve()
        # Windows allows paths of more than 260 characters in this form
        self._root = Path(f"\\\\?\\{folder}") if sys.platform == "win32" else folder
        self._signer = signer
        self._incoming = Path(tempfile.mkdtemp(prefix=".incoming-", dir=self._root))

    def close(self) -> None:
        """Remove what is half-written."""
        rmtree(self._incoming, ignore_errors=True)

    def holds(self, path: str) -> bool:
        """Return whether something was uploaded to a URL with this path."""
        parts = _parts(path)
        return parts is not None and not parts[0].startswith(".") and self._root.joinpath(*parts).is_file()

    def answer(self, request: Request) -> Response:
        """Answer one request."""
        error = refusal(request, self._signer, datetime.now(UTC)) or self._unacceptable(request)
        if error is not None:
            return error.answer(request.path)
        fault = AT_STORAGE.get(fault_name(name_in(request.path)))
        answer = self._store(request, keep=fault is None)
        return fault.answer if fault and request.is_read else answer

    def _unacceptable(self, request: Request) -> StorageError | None:
        if request.method != "PUT":
            return StorageError("MethodNotAllowed")
        if "transfer-encoding" in request.fields:
            return StorageError("NotImplemented", extra=(("Header", "Transfer-Encoding"),))
        if request.length is None:
            return StorageError("MissingContentLength")
        if request.length > LARGEST:
            sizes = (("ProposedSize", str(request.length)), ("MaxSizeAllowed", str(LARGEST)))
            return StorageError("EntityTooLarge", extra=sizes)
        parts = _parts(request.path)
        if parts is None or len(parts) < 2:
            return StorageError("InvalidURI")
        if len("/".join(parts[1:]).encode()) > _KEY_LIMIT:
            return StorageError("KeyTooLongError")
        if parts[0].startswith(".") or not (self._root / parts[0]).is_dir():
            return StorageError("NoSuchBucket", extra=(("BucketName", parts[0]),))
        return None

    def _store(self, request: Request, *, keep: bool) -> Response:
        part, md5 = self._incoming / secrets.token_hex(16), hashlib.md5(usedforsecurity=False)
        block = memoryview(bytearray(min(_BLOCK, request.unread)))
        try:
            with part.open("xb") as file:
                while count := request.read_into(block):
                    md5.update(block[:count])
                    file.write(block[:count])
            if not request.is_read:
                return StorageError("IncompleteBody").answer(request.path)
            if keep:
                target = self._root.joinpath(*(_parts(request.path) or ()))
                target.parent.mkdir(parents=True, exist_ok=True)
                part.replace(target)
        except TimeoutError:
            return StorageError("RequestTimeout").answer(request.path)
        except (ConnectionError, ssl.SSLError):
            raise
        except OSError as trouble:  # the disk's
            too_long = trouble.errno == errno.ENAMETOOLONG
            return StorageError("KeyTooLongError" if too_long else "InternalError").answer(request.path)
        finally:
            part.unlink(missing_ok=True)
        request_id = secrets.token_hex(8).upper()
        return Response(200, headers=(("x-amz-request-id", request_id), ("ETag", f'"{md5.hexdigest()}"')))


def name_in(path: str) -> str:
    """Return the file's name in the path of a URL. Raises UnicodeDecodeError for one that is not UTF-8."""
    return unquote_to_bytes(path).decode().rpartition("/")[2]


def _parts(path: str) -> list[str] | None:
    """Return the bucket and the parts of the key, None where they would lead elsewhere than into the bucket."""
    try:
        parts = unquote_to_bytes(_GATEWAY.sub("", path, count=1)).decode().removeprefix("/").split("/")
    except UnicodeDecodeError:
        return None
    bad = any(part in {"", ".", ".."} or "\0" in part or "\\" in part for part in parts)
    return None if bad else parts
