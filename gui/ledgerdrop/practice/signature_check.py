"""Say whether a pre-signed URL allows the request that came with it.

Source: as `signing`, and what S3 is seen to answer.
"""

from __future__ import annotations

import hmac
import re
from datetime import UTC, datetime, timedelta
from typing import Final

from ledgerdrop.practice import s3_errors as errors
from ledgerdrop.practice.http1 import Request
from ledgerdrop.practice.s3_errors import StorageError
from ledgerdrop.practice.sigv4 import ALGORITHM, DATE_FORMAT, Signer, canonical_request, decode_query

_WEEK: Final = 604_800  # seconds; the longest that S3 allows
_CLOCK_TOLERANCE: Final = timedelta(minutes=15)
_REQUIRED: Final = (
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Signature",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Expires",
)


def refusal(request: Request, signer: Signer, now: datetime) -> StorageError | None:
    """Why the request may not be done, or None when it may. `now` is an aware datetime."""
    pairs = decode_query(request.query)
    query = dict(pairs)
    if "X-Amz-Algorithm" not in query:
        return errors.ACCESS_DENIED
    if "authorization" in request.fields:
        return errors.TWO_MECHANISMS.with_extra(
            ("ArgumentName", "Authorization"), ("ArgumentValue", request.fields["authorization"])
        )
    if len(query) != len(pairs) or not all(query.get(name) for name in _REQUIRED):
        return errors.BAD_PARAMETERS
    return (
        _bad_credential(query, signer)
        or _outside_its_time(query, now)
        or _unsigned_headers(request, query["X-Amz-SignedHeaders"].split(";"))
        or _bad_signature(request, query, signer)
    )


def _bad_credential(query: dict[str, str], signer: Signer) -> StorageError | None:
    if query["X-Amz-Algorithm"] != ALGORITHM:
        return errors.BAD_PARAMETERS.saying(f'X-Amz-Algorithm only supports "{ALGORITHM}"')
    access_key, _, scope = query["X-Amz-Credential"].partition("/")
    if scope != signer.scope(query["X-Amz-Date"]):
        return errors.BAD_PARAMETERS.saying(
            "Error parsing the X-Amz-Credential parameter; its scope must be that of X-Amz-Date, "
            f"'{signer.region}', 's3' and 'aws4_request'."
        )
    return None if access_key == signer.access_key else errors.INVALID_ACCESS_KEY


def _outside_its_time(query: dict[str, str], now: datetime) -> StorageError | None:
    moment, seconds = query["X-Amz-Date"], query["X-Amz-Expires"]
    if not re.fullmatch(r"\d{8}T\d{6}Z", moment, re.ASCII):
        return errors.BAD_PARAMETERS.saying("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
    if not re.fullmatch(r"\d{1,9}", seconds, re.ASCII):
        return errors.BAD_PARAMETERS.saying("X-Amz-Expires should be a number")
    if int(seconds) > _WEEK:
        return errors.BAD_PARAMETERS.saying(
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less "
            f"than {_WEEK} seconds"
        )
    try:
        begin = datetime.strptime(moment, DATE_FORMAT).replace(tzinfo=UTC)
        end = begin + timedelta(seconds=int(seconds))
    except (ValueError, OverflowError):
        return errors.BAD_PARAMETERS.saying("X-Amz-Date is not a date")
    times = (
        ("X-Amz-Expires", seconds),
        ("Expires", end.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("ServerTime", now.strftime("%Y-%m-%dT%H:%M:%SZ")),
    )
    if now > end:
        return errors.ACCESS_DENIED.saying("Request has expired", *times)
    if begin - now > _CLOCK_TOLERANCE:
        return errors.ACCESS_DENIED.saying("Request is not yet valid", *times)
    return None


def _unsigned_headers(request: Request, signed: list[str]) -> StorageError | None:
    must = {"host", *(name for name in request.fields if name.startswith("x-amz-"))}
    missing = sorted(must.difference(signed))
    if not missing:
        return None
    return errors.ACCESS_DENIED.saying(
        "There were headers present in the request which were not signed", ("HeadersNotSigned", ", ".join(missing))
    )


def _bad_signature(request: Request, query: dict[str, str], signer: Signer) -> StorageError | None:
    moment = query["X-Amz-Date"]
    given = query.pop("X-Amz-Signature")
    canonical = canonical_request(
        request.method, request.path, list(query.items()), request.fields, query["X-Amz-SignedHeaders"].split(";")
    )
    text = signer.string_to_sign(moment, canonical)
    if hmac.compare_digest(signer.signature(text, moment).encode(), given.encode()):
        return None
    return errors.SIGNATURE_DIFFERS.with_extra(  # S3 tells all of this, to help with debugging
        ("AWSAccessKeyId", signer.access_key),
        ("StringToSign", text),
        ("SignatureProvided", given),
        ("CanonicalRequest", canonical),
    )
