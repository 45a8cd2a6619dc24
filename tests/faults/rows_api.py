"""List faults of the API, and of whatever answers in its place: first the answers of its contract, then others."""

from __future__ import annotations

import gzip
from typing import Any, Final

from tests.faults.journeys import TOKEN
from tests.faults.rows import HASTY_ANSWER, Row
from tests.faults.scenario import SIGNED, STORAGE_MARK, Step, envelope, html, redirect, refusal

from ledgerdrop.model.problems import Code

_JSON: Final = (("Content-Type", "application/json"),)
_GZIP: Final = (*_JSON, ("Content-Encoding", "gzip"))
_BODY: Final = SIGNED.body


def _bad(name: str, step: Step, code: Code = Code.API_ANSWER_UNREADABLE, **more: Any) -> Row:
    """Return an answer after which nothing is tried again."""
    headlines = {
        Code.API_ANSWER_UNREADABLE: "Unexpected reply",
        Code.BAD_UPLOAD_URL: "unusable upload address",
        Code.UNSAFE_UPLOAD_URL: "upload address isn't secure",
        Code.SIGN_IN_PAGE: "web page replied instead of Clear",
    }
    return Row(f"pre-sign: {name}", code, headlines[code], api=(step,), **more)


def _trouble(name: str, step: Step, headline: str, code: Code, **more: Any) -> Row:
    """Return an answer that is asked for again, until the attempts are used up."""
    return Row(f"pre-sign: {name}", code, headline, api=(step,), at_api=5, attempts=5, **more)


def _refused(name: str, step: Step, headline: str, code: Code, words: str = "") -> Row:
    return Row(f"pre-sign: {name}", code, headline, api=(step,), words=words, also_plain=True)


_UNREADABLE: Final = (
    _bad("empty", Step(200, _JSON)),
    _bad("garbage", Step(200, _JSON, "\x80\x00\xff{{{")),
    _bad("truncated", Step(200, _JSON, _BODY[:90])),
    _bad("a list", Step(200, _JSON, "[1, 2]")),
    _bad("nested 100,000 deep", Step(200, _JSON, "[" * 100_000)),
    _bad("objects nested 50,000 deep", Step(200, _JSON, '{"a":' * 50_000)),
    _bad("result null", envelope(result=None)),
    _bad("result a string", envelope(result="https://storage.example/x")),
    _bad("no uploadUrl", envelope(result={"status": "OK"})),
    _bad("uploadUrl a number", envelope(result={"uploadUrl": 17})),
    _bad("uploadUrl empty", envelope(result={"uploadUrl": ""})),
    _bad(
        "uploadUrl plain http",
        envelope(result={"uploadUrl": "http://storage.example/x?X-Amz-Signature=1"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad(
        "uploadUrl with a user name",
        envelope(result={"uploadUrl": "https://me:pw@storage.example/x"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad(
        "uploadUrl with a line end",
        envelope(result={"uploadUrl": "https://storage.example/x\r\nHost: y"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad(
        "uploadUrl not ASCII",
        envelope(result={"uploadUrl": "https://storage.example/\ud800\u0905"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    *(
        _bad(f"uploadUrl at {place}", envelope(result={"uploadUrl": f"https://{place}/x"}), Code.UNSAFE_UPLOAD_URL)
        for place in ("storage.example:0", "storage%2eexample", "@storage.example", "a\\@b.example")
    ),
    _bad(
        "uploadUrl that holds the token",
        envelope(result={"uploadUrl": f"https://storage.example/x?X-Amz-Signature=1&t={TOKEN}"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad(
        "uploadUrl that holds the token, escaped",
        envelope(result={"uploadUrl": "https://storage.example/" + "".join(f"%{ord(c):02X}" for c in TOKEN)}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad(
        "two uploadUrls",
        Step(200, _JSON, _BODY.replace('"uploadUrl"', '"uploadUrl": "https://b.example/", "uploadUrl"')),
    ),
    _bad("success twice", Step(200, _JSON, _BODY.replace('"success"', '"success": false, "success"'))),
    _bad(
        "uploadUrl with a host that cannot be",
        envelope(result={"uploadUrl": f"https://a..{'b' * 64}/x"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad(
        "uploadUrl with a port that cannot be",
        envelope(result={"uploadUrl": "https://storage.example:99999/x"}),
        Code.UNSAFE_UPLOAD_URL,
    ),
    _bad("uploadUrl of a file", envelope(result={"uploadUrl": "file:///etc/passwd"}), Code.UNSAFE_UPLOAD_URL),
    _bad("captive portal, 200 with HTML", html(), Code.SIGN_IN_PAGE, words="Please sign in", also_plain=True),
    _bad(
        "uploadUrl with a #",
        envelope(result={"uploadUrl": "https://storage.example/ledger #1.csv?X-Amz-Signature=1"}),
        Code.BAD_UPLOAD_URL,
    ),
    _bad("captive portal, HTML that calls itself JSON", Step(200, _JSON, html().body), Code.SIGN_IN_PAGE),
    _bad("gzip that is none", Step(200, _GZIP, "\x1f\x8bnonsense")),
)

_REFUSED: Final = (
    _refused(
        "400",
        refusal(400, "filename missing"),
        "rejected the request",
        Code.REQUEST_REFUSED,
        "filename missing",
    ),
    _refused(
        "401, bare text",
        Step(401, (), "UNAUTHORIZED"),
        "rejected the access token",
        Code.SIGN_IN_REFUSED,
        "UNAUTHORIZED",
    ),
    _refused("403", refusal(403, "No licence"), "doesn't allow this account", Code.NOT_ALLOWED, "No licence"),
    _refused(
        "406",
        refusal(406, "Invalid file extension"),
        "rejected this file name",
        Code.NAME_REFUSED,
        "Invalid file extension",
    ),
    _refused("406 with other JSON", Step(406, _JSON, '{"reason": 1}'), "rejected this file name", Code.NAME_REFUSED),
    *(
        _refused(
            f"{status}, a filter's page",
            Step(status, html().headers, html("<script>x()</script>Blocked: SQL in <b>the request</b>").body),
            "A filter blocked this request before it reached Clear",
            Code.REQUEST_BLOCKED,
            "Blocked: SQL in the request",
        )
        for status in (403, 406, 451)
    ),
    _refused("451", Step(451, (), "No."), "A filter blocked this request", Code.REQUEST_BLOCKED, "No."),
    _refused(
        "403, bare text", Step(403, (), "FORBIDDEN"), "doesn't allow this account", Code.NOT_ALLOWED, "FORBIDDEN"
    ),
    *(
        _refused(f"400 as of {kind}", Step(400, _JSON, body), "rejected the request", Code.REQUEST_REFUSED, words)
        for kind, body, words in (
            ("a gateway", '{"Message": "Name missing"}', "Name missing"),
            ("a list", '{"errors": [{"code": 7, "message": "Too old"}, "Too long"]}', "Too old; Too long"),
            ("fields", '{"errors": {"filename": ["must not be empty"]}}', "filename: must not be empty"),
            ("OAuth", '{"error": "invalid_token", "error_description": "Expired"}', "invalid_token; Expired"),
            ("FastAPI", '{"detail": [{"loc": ["query", "filename"], "msg": "field required"}]}', "field required"),
            ("a problem", '{"title": "Bad", "detail": "Really bad"}', "Bad; Really bad"),
            ("Apigee", '{"fault": {"faultstring": "Quota", "detail": {"errorcode": "x.y"}}}', "Quota"),
            ("Clear's lists", '{"error": {"validationErrors": ["No name"]}}', "No name"),
            ("nobody", '{"what": {"is": ["this", 1]}}', '{"what": {"is": ["this", 1]}}'),
            ("nobody, a list", "[1, 2]", "[1, 2]"),
        )
    ),
    _refused("406 with nothing", Step(406), "rejected this file name", Code.NAME_REFUSED),
    _refused(
        "404",
        Step(404, (), "no such page"),
        "Unexpected reply from Clear",
        Code.API_UNEXPECTED_STATUS,
        "no such page",
    ),
    _refused("418", Step(418), "Unexpected reply from Clear", Code.API_UNEXPECTED_STATUS),
    _refused("201", envelope(201), "Unexpected reply from Clear", Code.API_UNEXPECTED_STATUS),
    _refused("511", Step(511, html().headers, html().body), "web page replied", Code.SIGN_IN_PAGE),
    _refused("captive portal, 302 to a login page", redirect(302), "Redirected to another address", Code.REDIRECTED),
    _refused("308", redirect(308), "Redirected to another address", Code.REDIRECTED),
    _refused(
        "200 with success false",
        envelope(success=False, result=None, error={"code": 1, "message": "Not now"}),
        "Clear didn't accept the request",
        Code.API_NO_SUCCESS,
        "Not now",
    ),
    _refused(
        "200 with success of the wrong type",
        envelope(success="true", message="Yes"),
        "Unexpected reply",
        Code.API_ANSWER_UNREADABLE,
        "Yes",
    ),
    _refused(
        "200 without success",
        Step(200, _JSON, '{"message": "Down for repair"}'),
        "Unexpected reply",
        Code.API_ANSWER_UNREADABLE,
        "Down for repair",
    ),
    _refused(
        "words with control characters",
        refusal(406, "one\u202e\x1b[31mtwo\r\nthree\ud800"),
        "rejected this file name",
        Code.NAME_REFUSED,
        "one [31mtwo three",
    ),
    _refused(
        "words that repeat the token",
        refusal(406, "token canary-7c1e-token is odd"),
        "rejected this file name",
        Code.NAME_REFUSED,
        "token [redacted] is odd",
    ),
)

_TROUBLE: Final = (
    _trouble(
        "500 with the envelope",
        refusal(500, "We are sorry"),
        "Clear is having a problem",
        Code.API_TROUBLE,
        words="We are sorry",
    ),
    _trouble("500 with HTML", Step(500, html().headers, html().body), "Clear is having a problem", Code.API_TROUBLE),
    _trouble("502 with nothing", Step(502), "Clear is having a problem", Code.API_TROUBLE),
    _trouble(
        "503, Retry-After 0",
        refusal(503, headers=(("Retry-After", "0"),)),
        "Clear is having a problem",
        Code.API_TROUBLE,
    ),
    _trouble("504", Step(504), "Clear is having a problem", Code.API_TROUBLE),
    _trouble("408", Step(408), "Clear is having a problem", Code.API_TROUBLE),
    _trouble(
        "429, Retry-After 0",
        refusal(429, "Quota", headers=(("Retry-After", "0"),)),
        "asked LedgerDrop to wait",
        Code.TOO_MANY_REQUESTS,
        words="Quota",
    ),
    _trouble(
        "429, Retry-After in the past",
        Step(429, (("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"),)),
        "asked LedgerDrop to wait",
        Code.TOO_MANY_REQUESTS,
    ),
    _trouble(
        "429, Retry-After is rubbish",
        Step(429, (("Retry-After", "soon, \xe4\x00-1"),)),
        "asked LedgerDrop to wait",
        Code.TOO_MANY_REQUESTS,
    ),
    _trouble(
        "half an answer, then the end",
        Step(200, _JSON, _BODY, cut=200, end="close"),
        "was lost",
        Code.CONNECTION_LOST,
    ),
    _trouble(
        "half a head, then a reset", Step(200, _JSON, _BODY, cut=20, end="reset"), "was lost", Code.CONNECTION_LOST
    ),
    _trouble("no answer, the end", Step(raw="H", cut=0, end="close"), "was lost", Code.CONNECTION_LOST),
    _trouble("no HTTP", Step(raw="220 smtp.example ESMTP\r\n", end="close"), "was lost", Code.CONNECTION_LOST),
    _trouble(
        "a status line of 100 KB",
        Step(raw="HTTP/1.1 200 " + "x" * 100_000 + "\r\n\r\n", end="close"),
        "was lost",
        Code.CONNECTION_LOST,
    ),
    _trouble(
        "1,000 headers",
        Step(200, tuple((f"x-{n}", "1") for n in range(1000)), _BODY),
        "was lost",
        Code.CONNECTION_LOST,
    ),
)

_OTHER: Final = (
    *(
        Row(
            f"pre-sign: nothing but HTTP/2, {name}",
            Code.HTTP2_ONLY,
            "127.0.0.1 accepts only HTTP/2",
            api=(Step(raw=raw, end="close"),),
            also_plain=True,
        )
        for name, raw in (
            ("its settings", "\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64" + "\0\0\x08\x07\0\0\0\0\0" + "\0" * 8),
            ("its farewell", "\0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\x01"),
        )
    ),
    Row(
        "pre-sign: 429 that asks for two hours",
        Code.TOO_MANY_REQUESTS,
        "asked LedgerDrop to wait",
        api=(Step(429, (("Retry-After", "7200"),)),),
    ),
    Row(
        "pre-sign: 100 MB",
        Code.API_ANSWER_TOO_LONG,
        "far too long",
        api=(Step(200, _JSON, "[0.1,-2.345]" * 100, repeat=87_382),),
    ),
    Row(
        "pre-sign: endless, of unknown length",
        Code.API_ANSWER_TOO_LONG,
        "far too long",
        api=(
            Step(
                200,
                (*_JSON, ("Connection", "close"), ("Transfer-Encoding", "identity")),
                "x" * 1000,
                repeat=2000,
                end="close",
            ),
        ),
    ),
    Row(
        "pre-sign: gzip that unpacks to 30 MB",
        Code.API_ANSWER_TOO_LONG,
        "far too long",
        api=(Step(200, _GZIP, gzip.compress(bytes(30_000_000)).decode("latin-1")),),
    ),
    Row(
        "pre-sign: gzip that breaks off",
        Code.API_ANSWER_UNREADABLE,
        "Unexpected reply",
        api=(Step(200, _GZIP, gzip.compress(b"[1, 2, 3]")[:14].decode("latin-1")),),
    ),
    Row(
        "pre-sign: one byte a second",
        Code.API_ANSWER_SLOW,
        "took too long to reply",
        api=(Step(200, _JSON, _BODY, drip=0.1),),
        at_api=2,
        attempts=2,
        policy=HASTY_ANSWER,
    ),
    Row(
        "pre-sign: no answer at all",
        Code.API_ANSWER_SLOW,
        "took too long to reply",
        api=(Step(hold=True),),
        at_api=2,
        attempts=2,
        policy=HASTY_ANSWER,
    ),
    Row(
        "pre-sign: half the head, then silence",
        Code.API_ANSWER_SLOW,
        "took too long to reply",
        api=(Step(200, _JSON, _BODY, drip=0.3),),
        at_api=2,
        attempts=2,
        policy=HASTY_ANSWER,
    ),
    Row(
        "pre-sign: an answer of a cache",
        Code.URL_USED_BEFORE,
        "permission was already used",
        api=(Step(200, (*_JSON, ("Age", "17")), _BODY),),
        at_api=2,
    ),
    Row(
        "pre-sign: an answer that a cache fetched just now",
        None,
        "",
        at_storage=1,
        api=(Step(200, (*_JSON, ("Age", "0")), _BODY),),
    ),
    Row("pre-sign: 500, then well", None, "", api=(Step(500), SIGNED), at_api=2, at_storage=1, attempts=2),
    Row(
        "pre-sign: lost, then well",
        None,
        "",
        api=(Step(cut=0, raw="x", end="reset"), SIGNED),
        at_api=2,
        at_storage=1,
        attempts=2,
        also_plain=True,
    ),
    Row(
        "pre-sign: unknown fields",
        None,
        "",
        at_storage=1,
        api=(envelope(news=[1], result={"status": "?", "uploadUrl": STORAGE_MARK, "more": {}}),),
    ),
    Row(
        "pre-sign: uploadUrl in white space",
        None,
        "",
        at_storage=1,
        api=(envelope(result={"uploadUrl": f" \t{STORAGE_MARK}\n"}),),
    ),
    Row("pre-sign: a byte order mark", None, "", at_storage=1, api=(Step(200, _JSON, "\xef\xbb\xbf" + _BODY),)),
    Row(
        "pre-sign: HTTP/1.0", None, "", at_storage=1, api=(Step(200, _JSON, _BODY, version="HTTP/1.0", end="close"),)
    ),
    Row("pre-sign: chunked", None, "", at_storage=1, api=(Step(200, _JSON, _BODY, chunked=True),)),
    Row(
        "pre-sign: 100-continue unasked",
        None,
        "",
        at_storage=1,
        api=(Step(200, _JSON, _BODY, interim="HTTP/1.1 100 Continue\r\n\r\n"),),
    ),
    Row(
        "pre-sign: sets a cookie",
        None,
        "",
        at_storage=1,
        api=(Step(200, (*_JSON, ("Set-Cookie", "sid=canary; Domain=127.0.0.1; Path=/")), _BODY),),
    ),
)

API_ROWS: Final = (*_UNREADABLE, *_REFUSED, *_TROUBLE, *_OTHER)
