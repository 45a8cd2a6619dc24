"""S3's errors and how they look on the wire.

Source: Amazon S3 API Reference, "Error Responses" (codes, statuses, messages, the XML document).
"""

from __future__ import annotations

import html
import secrets
from dataclasses import dataclass, replace
from typing import Final

from ledgerdrop.practice.http1 import Response


@dataclass(frozen=True, slots=True)
class StorageError:
    """Describe one error; `extra` are further elements of its document."""

    code: str
    status: int
    message: str
    extra: tuple[tuple[str, str], ...] = ()

    def saying(self, message: str, *extra: tuple[str, str]) -> StorageError:
        """Return the same code with another message."""
        return replace(self, message=message, extra=extra)

    def with_extra(self, *extra: tuple[str, str]) -> StorageError:
        """Return the same error with further elements."""
        return replace(self, extra=extra)

    def answer(self, resource: str = "") -> Response:
        """Return the error as an HTTP response; `resource` is the path that was asked for."""
        request_id, host_id = secrets.token_hex(8).upper(), secrets.token_urlsafe(32)
        elements = [("Code", self.code), ("Message", self.message), *self.extra]
        elements += [("Resource", resource), ("RequestId", request_id), ("HostId", host_id)]
        inner = "".join(f"<{name}>{_text(value)}</{name}>" for name, value in elements)
        document = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{inner}</Error>'
        headers = (
            ("Content-Type", "application/xml"),
            ("x-amz-request-id", request_id),
            ("x-amz-id-2", host_id),
        )
        return Response(self.status, document.encode(), headers)


def _text(value: str) -> str:
    # XML 1.0 has no way to write most control characters.
    printable = "".join(c if c >= " " or c in "\n\t" else "?" for c in value)
    return html.escape(printable, quote=False)


ACCESS_DENIED: Final = StorageError("AccessDenied", 403, "Access Denied")
BAD_PARAMETERS: Final = StorageError(
    "AuthorizationQueryParametersError",
    400,
    "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, "
    "X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
)
INCOMPLETE_BODY: Final = StorageError(
    "IncompleteBody", 400, "You did not provide the number of bytes specified by the Content-Length HTTP header"
)
INTERNAL_ERROR: Final = StorageError("InternalError", 500, "We encountered an internal error. Please try again.")
INVALID_ACCESS_KEY: Final = StorageError(
    "InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records."
)
INVALID_URI: Final = StorageError("InvalidURI", 400, "Couldn't parse the specified URI.")
KEY_TOO_LONG: Final = StorageError("KeyTooLongError", 400, "Your key is too long")
METHOD_NOT_ALLOWED: Final = StorageError(
    "MethodNotAllowed", 405, "The specified method is not allowed against this resource."
)
MISSING_LENGTH: Final = StorageError("MissingContentLength", 411, "You must provide the Content-Length HTTP header.")
NO_SUCH_BUCKET: Final = StorageError("NoSuchBucket", 404, "The specified bucket does not exist")
NO_TRANSFER_CODING: Final = StorageError(
    "NotImplemented",
    501,
    "A header you provided implies functionality that is not implemented",
    (("Header", "Transfer-Encoding"),),
)
REQUEST_TIMEOUT: Final = StorageError(
    "RequestTimeout",
    400,
    "Your socket connection to the server was not read from or written to within the timeout period. "
    "Idle connections will be closed.",
)
SIGNATURE_DIFFERS: Final = StorageError(
    "SignatureDoesNotMatch",
    403,
    "The request signature we calculated does not match the signature you provided. Check your key and signing "
    "method.",
)
TOO_LARGE: Final = StorageError("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
TWO_MECHANISMS: Final = StorageError(
    "InvalidArgument",
    400,
    "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or "
    "the Authorization header should be specified",
)
