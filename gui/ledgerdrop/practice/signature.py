"""Make pre-signed URLs of Signature Version 4, and check whether one allows the request that came with it.

Source: Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)", and what
S3 is seen to answer.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlsplit

from ledgerdrop.practice.messages import Request, StorageError

ALGORITHM: Final = "AWS4-HMAC-SHA256"
DATE_FORMAT: Final = "%Y%m%dT%H%M%SZ"
_BAD_PARAMETERS: Final = "AuthorizationQueryParametersError"
_WEEK: Final = 604_800  # seconds; the longest that S3 allows
_CLOCK_TOLERANCE: Final = timedelta(minutes=15)
_REQUIRED: Final = ("Algorithm", "Credential", "Signature", "Date", "SignedHeaders", "Expires")  # after "X-Amz-"
_PAYLOAD: Final = "UNSIGNED-PAYLOAD"  # what a pre-signed URL says of the body

Query = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Signer:
    """Holds an access key with its secret, for S3 in one region."""

    access_key: str
    secret_key: str = field(repr=False)
    region: str

    def presign(
        self, method: str, origin: str, path: str, headers: Mapping[str, str], *, at: datetime, seconds: int
    ) -> str:
        """Return a URL that allows one kind of request for `seconds` from `at` on (an aware datetime).

        `origin` is scheme, host and port (`https://127.0.0.1:8443`); `path` is absolute and not percent-encoded;
        `headers` (beside the host) must be sent as they are given here.
        """
        signed = {name.lower(): value for name, value in headers.items()} | {"host": urlsplit(origin).netloc}
        moment = at.astimezone(UTC).strftime(DATE_FORMAT)
        query = [  # in the order of the contract's sample
            ("X-Amz-Algorithm", ALGORITHM),
            ("X-Amz-Date", moment),
            ("X-Amz-SignedHeaders", ";".join(sorted(signed))),
            ("X-Amz-Expires", str(seconds)),
            ("X-Amz-Credential", f"{self.access_key}/{self.scope(moment)}"),
        ]
        _, signature = self.sign(moment, canonical_request(method, quote(path), query, signed, sorted(signed)))
        pairs = "&".join(f"{_encode(name)}={_encode(value)}" for name, value in query)
        return f"{origin}{quote(path)}?{pairs}&X-Amz-Signature={signature}"

    def scope(self, moment: str) -> str:
        """Return the scope of a signature of that moment (DATE_FORMAT): `20260208/ap-south-1/s3/aws4_request`."""
        return f"{moment[:8]}/{self.region}/s3/aws4_request"

    def sign(self, moment: str, request: str) -> tuple[str, str]:
        """Return the text that is signed, and its signature: 64 hex digits.

        The text is algorithm, moment, scope, and the hash of the canonical request.
        """
        digest = hashlib.sha256(request.encode()).hexdigest()
        text = f"{ALGORITHM}\n{moment}\n{self.scope(moment)}\n{digest}"
        key = _signing_key(self.secret_key, moment[:8], self.region)
        return text, hmac.new(key, text.encode(), "sha256").hexdigest()


def canonical_request(
    method: str, path: str, query: Query, headers: Mapping[str, str], signed_headers: Sequence[str]
) -> str:
    """Return the request in the one form in which both sides sign it.

    `path` may be percent-encoded in any way; `query` is decoded and without the signature; `headers` has lower-case
    names. A signed header that is missing counts as empty.
    """
    pairs = sorted((_encode(name), _encode(value)) for name, value in query)
    lines = [method, quote(unquote_to_bytes(path)), "&".join(f"{name}={value}" for name, value in pairs)]
    lines += [f"{name}:{' '.join(headers.get(name, '').split())}" for name in signed_headers]
    lines += ["", ";".join(signed_headers), _PAYLOAD]
    return "\n".join(lines)


def _encode(text: str) -> str:
    return quote(text, safe="")


@lru_cache(maxsize=16)
def _signing_key(secret: str, day: str, region: str) -> bytes:
    key = f"AWS4{secret}".encode()
    for part in (day, region, "s3", "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


def refusal(request: Request, signer: Signer, now: datetime) -> StorageError | None:
    """Return why the request is not allowed, or None when it is. `now` is an aware datetime."""
    pairs = parse_qsl(request.query, keep_blank_values=True)
    query = dict(pairs)
    if "X-Amz-Algorithm" not in query:
        return StorageError("AccessDenied")
    if "authorization" in request.fields:
        named = (("ArgumentName", "Authorization"), ("ArgumentValue", request.fields["authorization"]))
        return StorageError("InvalidArgument", extra=named)
    if len(query) != len(pairs) or not all(query.get(f"X-Amz-{name}") for name in _REQUIRED):
        return StorageError(_BAD_PARAMETERS)
    access_key, _, scope = query["X-Amz-Credential"].partition("/")
    if query["X-Amz-Algorithm"] != ALGORITHM or scope != signer.scope(query["X-Amz-Date"]):
        return StorageError(_BAD_PARAMETERS)
    if access_key != signer.access_key:
        return StorageError("InvalidAccessKeyId")
    return (
        _outside_its_time(query, now)
        or _unsigned_headers(request, query["X-Amz-SignedHeaders"].split(";"))
        or _bad_signature(request, query, signer)
    )


def _outside_its_time(query: dict[str, str], now: datetime) -> StorageError | None:
    seconds = query["X-Amz-Expires"]
    try:
        begin = datetime.strptime(query["X-Amz-Date"], DATE_FORMAT).replace(tzinfo=UTC)
        if not 0 <= int(seconds) <= _WEEK:
            return StorageError(_BAD_PARAMETERS)
        end = begin + timedelta(seconds=int(seconds))
    except (ValueError, OverflowError):
        return StorageError(_BAD_PARAMETERS)
    times = (
        ("X-Amz-Expires", seconds),
        ("Expires", end.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("ServerTime", now.strftime("%Y-%m-%dT%H:%M:%SZ")),
    )
    if now > end:
        return StorageError("AccessDenied", "Request has expired", times)
    if begin - now > _CLOCK_TOLERANCE:
        return StorageError("AccessDenied", "Request is not yet valid", times)
    return None


def _unsigned_headers(request: Request, signed: list[str]) -> StorageError | None:
    must = {"host", *(name for name in request.fields if name.startswith("x-amz-"))}
    missing = (("HeadersNotSigned", ", ".join(sorted(must.difference(signed)))),)
    sentence = "There were headers present in the request which were not signed"
    return None if must.issubset(signed) else StorageError("AccessDenied", sentence, missing)


def _bad_signature(request: Request, query: dict[str, str], signer: Signer) -> StorageError | None:
    moment, signed = query["X-Amz-Date"], query["X-Amz-SignedHeaders"].split(";")
    given = query.pop("X-Amz-Signature")
    canonical = canonical_request(request.method, request.path, list(query.items()), request.fields, signed)
    text, signature = signer.sign(moment, canonical)
    if hmac.compare_digest(signature.encode(), given.encode()):
        return None
    told = (  # S3 tells all of this, to help with debugging
        ("AWSAccessKeyId", signer.access_key),
        ("StringToSign", text),
        ("SignatureProvided", given),
        ("CanonicalRequest", canonical),
    )
    return StorageError("SignatureDoesNotMatch", extra=told)
