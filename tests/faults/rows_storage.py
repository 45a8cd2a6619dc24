"""List faults of storage, and of whatever answers in its place."""

from __future__ import annotations

import gzip
from typing import Any, Final

from tests.faults.rows import HASTY_BODY, LARGE, Row
from tests.faults.scenario import NOW_MARK, SIGNED, STORED, Headers, Step, html, redirect, s3_error

from ledgerdrop.model.problems import Code

_WRONG: Final = "0123456789abcdef" * 2  # an MD5, of something else


def _once(name: str, step: Step, headline: str, code: Code, **more: Any) -> Row:
    """Return a row in which nothing is tried again by itself."""
    return Row(f"storage: {name}", code, headline, storage=(step,), at_storage=1, **more)


def _fresh(name: str, step: Step, headline: str, code: Code, **more: Any) -> Row:
    """Return a row that is tried once more, with a fresh URL."""
    return Row(f"storage: {name}", code, headline, storage=(step,), at_api=2, at_storage=2, attempts=2, **more)


def _again(name: str, step: Step, headline: str, code: Code, **more: Any) -> Row:
    """Return a row that is tried until the attempts are used up, each time with a fresh URL."""
    return Row(f"storage: {name}", code, headline, storage=(step,), at_api=5, at_storage=5, attempts=5, **more)


def _kept(name: str, *steps: Step, **more: Any) -> Row:
    """Return a row that ends uploaded, after as many attempts as there are steps."""
    count = len(steps)
    return Row(f"storage: {name}", None, "", storage=steps, at_api=count, at_storage=count, attempts=count, **more)


def _stored(*headers: tuple[str, str], **how: Any) -> Step:
    given: Headers = headers
    return Step(200, given, **how)


_NOTHING: Final = gzip.compress(b"").decode("latin-1")
_ZIPPED_ERROR: Final = gzip.compress(b"<Error><Code>InternalError</Code></Error>").decode("latin-1")
_HINTS: Final = "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"
_LONG_HINTS: Final = "HTTP/1.1 103 Early Hints\r\n" + "X-Hint: 1\r\n" * 200 + f"Link: <{'x' * 100_000}>\r\n\r\n"

_CODES: Final = (
    _fresh(
        "SignatureDoesNotMatch",
        s3_error(403, "SignatureDoesNotMatch"),
        "rejected the permission",
        Code.SIGNATURE_REFUSED,
        words="Storage says so.",
        also_plain=True,
    ),
    _fresh(
        "AccessDenied, expired",
        s3_error(403, "AccessDenied", "Request has expired"),
        "permission for this upload expired",
        Code.URL_EXPIRED,
        words="Request has expired",
        also_plain=True,
    ),
    _fresh(
        "AccessDenied",
        s3_error(403, "AccessDenied", "Access Denied"),
        "storage rejected the upload",
        Code.UPLOAD_REFUSED,
        words="Access Denied",
    ),
    _fresh(
        "AccessDenied, headers not signed",
        s3_error(403, "AccessDenied", "There were headers present in the request which were not signed"),
        "rejected the permission",
        Code.SIGNATURE_REFUSED,
        words="headers present in the request",
    ),
    _fresh("ExpiredToken", s3_error(400, "ExpiredToken"), "permission for this upload expired", Code.URL_EXPIRED),
    _fresh(
        "InvalidAccessKeyId",
        s3_error(403, "InvalidAccessKeyId"),
        "rejected the permission",
        Code.SIGNATURE_REFUSED,
    ),
    _fresh("NoSuchBucket", s3_error(404, "NoSuchBucket"), "doesn't recognise the place", Code.STORAGE_GONE),
    _fresh("403 with nothing", Step(403), "storage rejected the upload", Code.UPLOAD_REFUSED),
    *(
        _once(
            f"{status}, a filter's page",
            Step(status, html().headers, html("Blocked by <b>DLP</b> &amp; logged").body),
            "Something else replied instead of Clear's storage",
            Code.STORAGE_BLOCKED,
            words="Blocked by DLP & logged",
        )
        for status in (200, 400, 403, 404, 451)
    ),
    _once(
        "403, a filter's JSON",
        Step(403, (), '{"reason": "policy 7"}'),
        "Something else replied",
        Code.STORAGE_BLOCKED,
        words="policy 7",
    ),
    _again(
        "503, a gateway's page",
        Step(503, html().headers, html("No server is available").body),
        "Can't reach Clear's storage",
        Code.STORAGE_GATEWAY,
        words="No server is available",
    ),
    _fresh(
        "XML with an entity",
        Step(403, (), '<!DOCTYPE x [<!ENTITY a "b">]><Error><Code>&a;</Code></Error>'),
        "storage rejected the upload",
        Code.UPLOAD_REFUSED,
    ),
    _fresh(
        "billion laughs",
        Step(403, (), '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Error>&b;</Error>'),
        "storage rejected the upload",
        Code.UPLOAD_REFUSED,
    ),
    _fresh(
        "XML nested 20,000 deep",
        Step(403, (), "<Error>" * 20_000),
        "storage rejected the upload",
        Code.UPLOAD_REFUSED,
    ),
    _once("EntityTooLarge", s3_error(400, "EntityTooLarge"), "too large for Clear's storage", Code.STORAGE_TOO_LARGE),
    _once(
        "413 of a proxy",
        Step(413, html().headers, html().body),
        "too large for Clear's storage",
        Code.STORAGE_TOO_LARGE,
    ),
    _fresh("RequestTimeTooSkewed", s3_error(403, "RequestTimeTooSkewed"), "permission for", Code.URL_EXPIRED),
    _fresh(
        "RequestTimeTooSkewed, and Clear's clock agrees",
        s3_error(403, "RequestTimeTooSkewed"),
        "permission for this upload expired",
        Code.URL_EXPIRED,
        api=(Step(200, (*SIGNED.headers, ("Date", NOW_MARK)), SIGNED.body),),
    ),
    _fresh(
        "RequestTimeTooSkewed, and Clear's clock says something else",
        s3_error(403, "RequestTimeTooSkewed"),
        "clock differs from Clear's",
        Code.CLOCK_DIFFERS,
        api=(Step(200, (*SIGNED.headers, ("Date", "Tue, 15 Nov 1994 08:12:31 GMT")), SIGNED.body),),
    ),
    _once("KeyTooLong", s3_error(400, "KeyTooLongError"), "file name is too long", Code.STORAGE_NAME_TOO_LONG),
    _once(
        "301 to another region",
        s3_error(301, "PermanentRedirect", "Use the other endpoint."),
        "Clear's storage redirected the upload",
        Code.STORAGE_REDIRECTED,
        words="Use the other endpoint.",
    ),
    _once("307 with XML", s3_error(307, "TemporaryRedirect"), "redirected the upload", Code.STORAGE_REDIRECTED),
    _once(
        "MalformedXML",
        s3_error(400, "MalformedXML"),
        "rejected the file",
        Code.STORAGE_REJECTED,
        words="Storage says so.",
    ),
    _once("400 with nothing", Step(400), "rejected the file", Code.STORAGE_REJECTED),
    _once("411", Step(411), "rejected the file", Code.STORAGE_REJECTED),
    _again("RequestTimeout", s3_error(400, "RequestTimeout"), "storage is busy", Code.STORAGE_BUSY),
    _again("SlowDown", s3_error(503, "SlowDown"), "storage is busy", Code.STORAGE_BUSY),
    _again("InternalError", s3_error(500, "InternalError"), "storage is having a problem", Code.STORAGE_TROUBLE),
    _again(
        "InternalError in a 200", s3_error(200, "InternalError"), "storage is having a problem", Code.STORAGE_TROUBLE
    ),
    _again("BadDigest", s3_error(400, "BadDigest"), "damaged in transit", Code.DAMAGED_ON_THE_WAY),
    _again(
        "500 without XML", Step(500, (), "oops"), "storage is having a problem", Code.STORAGE_TROUBLE, words="oops"
    ),
    _again("502 with HTML", Step(502, html().headers, html().body), "Can't reach", Code.STORAGE_GATEWAY),
    _again("503 with Retry-After", Step(503, (("Retry-After", "0"),)), "storage is busy", Code.STORAGE_BUSY),
    _again("504", Step(504), "storage is having a problem", Code.STORAGE_TROUBLE),
    _again("408", Step(408), "storage is busy", Code.STORAGE_BUSY),
    _kept("SlowDown, then well", s3_error(503, "SlowDown"), STORED, also_plain=True),
    _kept("expired, then well", s3_error(403, "AccessDenied", "Request has expired"), STORED, also_plain=True),
)

_ANSWERS: Final = (
    _once(
        "200 with a wrong ETag",
        _stored(("ETag", f'"{_WRONG}"')),
        "What arrived isn't what was sent",
        Code.CHECKSUM_DIFFERS,
    ),
    _once("captive portal, 200 with HTML", html(), "Something else", Code.STORAGE_BLOCKED, also_plain=True),
    _once(
        "captive portal, 302 to a login page",
        redirect(302),
        "Redirected to another address",
        Code.REDIRECTED,
        also_plain=True,
    ),
    _once("307 to another region", redirect(307), "Redirected to another address", Code.REDIRECTED),
    _once(
        "200 with text and no ETag",
        Step(200, (), "thanks"),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
        words="thanks",
    ),
    _once(
        "204",
        Step(204, (("Content-Length", "0"),)),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
    ),
    _once("407", Step(407), "proxy asks for a user name", Code.PROXY_PASSWORD),
    _kept("200 with nothing, not even an ETag", Step(200)),  # its status is all that the contract promises
    _kept("200 with an ETag that is no MD5", _stored(("ETag", '"0123456789abcdef-2"'))),
    _kept("200 under a KMS key", _stored(("ETag", f'"{_WRONG}"'), ("x-amz-server-side-encryption", "aws:kms"))),
    _kept(
        "200 under a customer's key",
        _stored(("ETag", f'"{_WRONG}"'), ("x-amz-server-side-encryption-customer-algorithm", "AES256")),
    ),
    _kept("200 with an ETag in capitals, weak", _stored(("ETag", 'W/"@md5@"'))),
    _kept(
        "200 that calls its empty body HTML, as Swift does", _stored(*STORED.headers, ("Content-Type", "text/html"))
    ),
    _once(
        "200 with empty HTML and no ETag",
        _stored(("Content-Type", "text/html")),
        "Something else replied",
        Code.STORAGE_BLOCKED,
    ),
    _once(
        "200 with another ETag and success false",
        Step(200, (("ETag", '"abc-1"'), ("Content-Type", "application/json")), '{"success": false}'),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
        words='"success": false',
    ),
    _once(
        "200 with our ETag and success false",
        Step(200, (*STORED.headers, ("Content-Type", "application/json")), '{"success": false}'),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
    ),
    _once(
        "200 with another ETag and a sign-in text",
        Step(200, (("ETag", '"abc-1"'),), "Please sign in to go on"),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
        words="sign in",
    ),
    _once(
        "200 with another ETag and a megabyte",
        Step(200, (("ETag", '"abc-1"'),), " " * 1000, repeat=1100),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
    ),
    *(
        _once(
            f"200 with another ETag and an error {how}",
            Step(200, (("ETag", '"abc-1"'), ("Content-Type", "application/xml")), body),
            "Can't tell if the file arrived",
            Code.STORAGE_ANSWER_UNREADABLE,
        )
        for how, body in {
            "of no code": "<Error><Message>No</Message></Error>",
            "cut off": "<Error><Code>Internal",
            "in a confirmation": "<PutObjectResult><Error/></PutObjectResult>",
        }.items()
    ),
    *(
        _again(
            f"200 with an error {how}",
            Step(200, (("ETag", '"abc-1"'), ("Content-Type", "application/xml")), body),
            "is having a problem",
            Code.STORAGE_TROUBLE,
        )
        for how, body in {
            "of a namespace": '<s:Error xmlns:s="http://s3/"><s:Code>InternalError</s:Code></s:Error>',
            "in a wrapper": "<Response><Errors><Error><Code>InternalError</Code></Error></Errors></Response>",
        }.items()
    ),
    *(
        _kept(f"200 with {etag} for an ETag", _stored(("ETag", etag)), etag="")
        for etag in ("*", '""', 'W/""', '"*"', "null", '"-"')
    ),
    *(
        _once(
            f"200 with our ETag and {body}",
            Step(200, STORED.headers, body),
            "Can't tell if the file arrived",
            Code.STORAGE_ANSWER_UNREADABLE,
        )
        for body in ('{"ok": false}', '{"status": "error"}', '{"code": 507}', '{"errors": ["quota"]}')
    ),
    *(
        _once(
            f"200 {how}",
            step,
            "Can't tell if the file arrived",
            Code.STORAGE_ANSWER_UNREADABLE,
        )
        for how, step in {
            "with an error behind its length": Step(200, (("Content-Length", "0"),), "<Error/>"),
            "with an error behind its chunks": Step(
                raw="HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n<Error/>"
            ),
            "of no length, and then the end": Step(200, (("Transfer-Encoding", "identity"),), end="close"),
            "of a length that is none": Step(200, (("Content-Length", "abc"),), end="close"),
            "of a negative length": Step(200, (("Content-Length", "-1"),), end="close"),
            "in a transfer coding that nobody knows": Step(
                200, (("Transfer-Encoding", "x"), ("Content-Length", "0"))
            ),
            "in half a gzip": Step(200, (("Content-Encoding", "gzip"),), _ZIPPED_ERROR[:10]),
            "in gzip with an error behind nothing": Step(
                200, (("Content-Encoding", "gzip"),), _NOTHING + _ZIPPED_ERROR
            ),
            "in half a deflate": Step(200, (("Content-Encoding", "deflate"),), "\x78\x9c"),
            "behind another protocol": Step(200, interim="HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
        }.items()
    ),
    _kept(
        "200 of no length with our ETag", Step(200, (*STORED.headers, ("Transfer-Encoding", "identity")), end="close")
    ),
    _kept("200 in a gzip of nothing", Step(200, (("Content-Encoding", "gzip"),), _NOTHING)),
    _kept("200 with our ETag and a word", Step(200, STORED.headers, "OK")),
    _kept("200 and then a reset", Step(200, STORED.headers, end="reset")),
    _kept("200 to HTTP/1.0", Step(200, STORED.headers, version="HTTP/1.0", end="close"), also_plain=True),
    _kept("200, chunked", Step(200, STORED.headers, "", chunked=True)),
    _kept("200, a chunked body", Step(200, STORED.headers, "<PutObjectResult/>", chunked=True)),
    _kept(
        "100-continue unasked", Step(200, STORED.headers, interim="HTTP/1.1 100 Continue\r\n\r\n"), also_plain=True
    ),
    _kept(
        "100-continue unasked, a large body",
        Step(200, STORED.headers, interim="HTTP/1.1 100 Continue\r\nX-Note: go on\r\n\r\n"),
        size=LARGE,
        also_plain=True,
    ),
    _kept("103 with a Link of 100 KB", Step(200, STORED.headers, interim=_LONG_HINTS), also_plain=True),
    _kept(
        "103 with a Link of 100 KB before a large body", Step(200, STORED.headers, interim=_LONG_HINTS), size=LARGE
    ),
    _kept("102 and 103 before a large body", Step(200, STORED.headers, interim=_HINTS), size=LARGE),
    _kept("a large body", STORED, size=LARGE, also_plain=True),
    _kept(
        "headers that cannot be read in full",
        Step(raw='HTTP/1.1 200 OK\r\nETag: "@md5@"\r\nnonsense\r\nX: 1\r\n\r\n', end="close"),
    ),
    _kept("an ETag that wants to be two headers", _stored(("ETag", '"x-1"\r\n injected'))),
    _again(
        "half an answer, then a reset",
        Step(200, STORED.headers, cut=20, end="reset"),
        "was lost",
        Code.CONNECTION_LOST,
    ),
    _again(
        "200 whose body breaks off",
        Step(200, (*STORED.headers, ("Content-Length", "50")), "<Put", end="close"),
        "was lost",
        Code.CONNECTION_LOST,
    ),
    _fresh(
        "403 whose body breaks off",
        Step(403, (("Content-Length", "500"),), "<Error><Code>AccessD", end="close"),
        "storage rejected the upload",
        Code.UPLOAD_REFUSED,
    ),
    _again("no HTTP", Step(raw="SSH-2.0-OpenSSH\r\n", end="close"), "was lost", Code.CONNECTION_LOST),
)


def _broken_at(share: float, size: int) -> Row:
    return _again(
        f"reset after {share:.0%} of {size:,} bytes",
        Step(raw="x", cut=0, read=share, end="reset"),
        "was lost",
        Code.CONNECTION_LOST,
        size=size,
        also_plain=True,
    )


_EXPIRED: Final = s3_error(403, "AccessDenied", "Request has expired", read=0.0, end="linger")

_EARLY: Final = (
    _broken_at(0.0, LARGE),
    _broken_at(0.01, LARGE),
    _broken_at(0.5, LARGE),
    _broken_at(1.0, LARGE),
    _fresh(
        "403 before a large body, linger",
        _EXPIRED,
        "permission for this upload expired",
        Code.URL_EXPIRED,
        words="Request has expired",
        size=LARGE,
        also_plain=True,
    ),
    _fresh(
        "403 before a small body, linger",
        _EXPIRED,
        "permission for this upload expired",
        Code.URL_EXPIRED,
        words="Request has expired",
        also_plain=True,
    ),
    _kept(
        "403 before a large body, close; then well",
        s3_error(403, "AccessDenied", read=0.0, end="close"),
        STORED,
        size=LARGE,
        also_plain=True,
    ),
    _kept(
        "403 before a large body, reset; then well",
        s3_error(403, "AccessDenied", read=0.0, end="reset"),
        STORED,
        size=LARGE,
        also_plain=True,
    ),
    _kept(
        "connection reset, then 403 with linger, then well",
        Step(raw="x", cut=0, read=0.0, end="reset"),
        _EXPIRED,
        STORED,
        size=LARGE,
    ),
    _fresh(
        "SignatureDoesNotMatch in the middle of the body",
        s3_error(403, "SignatureDoesNotMatch", read=0.5, end="linger"),
        "rejected the permission",
        Code.SIGNATURE_REFUSED,
        size=LARGE,
    ),
    _once(
        "EntityTooLarge before the body",
        s3_error(400, "EntityTooLarge", read=0.0, end="linger"),
        "too large for Clear's storage",
        Code.STORAGE_TOO_LARGE,
        size=LARGE,
    ),
    _once(
        "200 before the body was read",
        Step(200, (("ETag", '"abc"'),), read=0.0, end="linger"),
        "Can't tell if the file arrived",
        Code.STORAGE_ANSWER_UNREADABLE,
        size=LARGE,
        also_plain=True,
    ),
    _once(
        "captive portal before the body was read",
        Step(200, html().headers, html().body, read=0.0, end="linger"),
        "Something else replied",
        Code.STORAGE_BLOCKED,
        size=LARGE,
    ),
)


def _waits(name: str, step: Step, headline: str, code: Code, size: int = LARGE) -> Row:
    return Row(
        f"storage: {name}",
        code,
        headline,
        storage=(step,),
        at_api=2,
        at_storage=2,
        attempts=2,
        policy=HASTY_BODY,
        size=size,
    )


_SLOW: Final = (
    _waits("stall in the body", Step(read=0.1, hold=True, end="reset"), "upload stalled", Code.STALLED),
    Row(  # as after a sleep: the connection is dead, and nobody says so
        "storage: stall in the body, then well",
        None,
        "",
        storage=(Step(read=0.1, hold=True, end="reset"), STORED),
        at_api=2,
        at_storage=2,
        attempts=2,
        policy=HASTY_BODY,
        size=LARGE,
    ),
    _waits("stall before the answer", Step(hold=True), "Clear didn't confirm it", Code.NO_ANSWER, 3_000),
    _waits(
        "200 without a length and without an end",
        Step(200, (("Connection", "close"), ("Transfer-Encoding", "identity"))),
        "Clear didn't confirm it",
        Code.NO_ANSWER,
        3_000,
    ),
    _waits(
        "the answer drips without end",
        Step(200, STORED.headers, "x" * 1000, drip=0.2),
        "Clear didn't confirm it",
        Code.NO_ANSWER,
        3_000,
    ),
)

STORAGE_ROWS: Final = (*_CODES, *_ANSWERS, *_EARLY, *_SLOW)
