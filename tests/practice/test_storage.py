"""Test that storage takes what S3 takes, refuses what S3 refuses, and never keeps half a file."""

from __future__ import annotations

import hashlib
import http.client
import re
import ssl
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.servers.practice import Practice, StartPractice

from ledgerdrop.practice.api import BUCKET

CSV = {"Content-Type": "text/csv"}
BODY = b"date,amount\n2026-02-08,1\n"


def url_for(
    practice: Practice, key: str = "folder/a.csv", *, age: timedelta = timedelta(), seconds: int = 3599
) -> str:
    """Return a pre-signed URL for an upload of csv."""
    at = datetime.now(UTC) - age
    return practice.signer.presign("PUT", practice.base_url, f"/{BUCKET}/{key}", CSV, at=at, seconds=3599)


def connect(practice: Practice) -> http.client.HTTPConnection:
    """Open a connection to the practice server that sends exactly what it is told to."""
    parts = urlsplit(practice.base_url)
    if practice.ca is None:
        return http.client.HTTPConnection(parts.netloc, timeout=30)
    return http.client.HTTPSConnection(
        parts.netloc, timeout=30, context=ssl.create_default_context(cafile=practice.ca)
    )


@dataclass(frozen=True)
class Reply:
    """Holds what storage answered."""

    status: int
    headers: Message
    text: str


def reply_on(connection: http.client.HTTPConnection) -> Reply:
    """Read the answer to what was sent, and close the connection."""
    answer = connection.getresponse()
    reply = Reply(answer.status, answer.headers, answer.read().decode())
    connection.close()
    return reply


def put(practice: Practice, url: str, headers: dict[str, str], body: bytes = BODY, method: str = "PUT") -> Reply:
    """Send one upload with these headers and Host, and no others but Content-Length where there is a body."""
    connection = connect(practice)
    length = {"Content-Length": str(len(body))} if body else {}
    connection.putrequest(method, url.removeprefix(practice.base_url), skip_accept_encoding=True)
    for name, value in (headers | length).items():
        connection.putheader(name, value)
    connection.endheaders(body or None)
    return reply_on(connection)


def error_of(answer: Reply) -> tuple[int, str, str]:
    """Return status, code and message of an error in S3's XML."""
    assert answer.headers["Content-Type"] == "application/xml"
    document = ET.fromstring(answer.text)  # noqa: S314 - our own server's XML
    assert document.tag == "Error"
    return answer.status, document.findtext("Code", ""), document.findtext("Message", "")


def test_an_upload_is_kept_and_confirmed(each_practice: Practice) -> None:
    answer = put(each_practice, url_for(each_practice, "folder/खाता #1.csv"), CSV)
    assert answer.status == 200
    assert answer.headers["ETag"] == f'"{hashlib.md5(BODY, usedforsecurity=False).hexdigest()}"'
    assert (each_practice.root / BUCKET / "folder" / "खाता #1.csv").read_bytes() == BODY


def test_an_upload_replaces_an_earlier_one(practice: Practice) -> None:
    url = url_for(practice)
    assert put(practice, url, CSV).status == 200
    assert put(practice, url, CSV, b"new").status == 200
    assert practice.objects()["a.csv"].read_bytes() == b"new"


def test_a_file_may_be_empty_if_its_length_says_so(practice: Practice) -> None:
    assert put(practice, url_for(practice), CSV | {"Content-Length": "0"}, b"").status == 200
    assert practice.objects()["a.csv"].read_bytes() == b""


def test_one_connection_serves_many_uploads(each_practice: Practice) -> None:
    connection = connect(each_practice)
    for number in range(3):
        url = url_for(each_practice, f"{number}.csv")
        connection.request("PUT", url.removeprefix(each_practice.base_url), BODY, CSV)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b"")
    connection.close()
    assert len({request.connection for request in each_practice.uploads()}) == 1
    assert sorted(each_practice.objects()) == ["0.csv", "1.csv", "2.csv"]


def with_date(moment: str) -> Callable[[str], str]:
    """Put another date into a URL: into X-Amz-Date and into the scope of its credential."""

    def change(url: str) -> str:
        url = re.sub(r"X-Amz-Date=[^&]+", f"X-Amz-Date={moment}", url)
        return re.sub(r"%2F\d{8}%2F", f"%2F{moment[:8]}%2F", url)

    return change


@pytest.mark.parametrize(
    ("change", "headers", "expected"),
    [
        (lambda url: url[:-64] + "0" * 64, CSV, (403, "SignatureDoesNotMatch")),
        (lambda url: url.replace("a.csv", "b.csv"), CSV, (403, "SignatureDoesNotMatch")),
        (lambda url: url.replace("Expires=3599", "Expires=3600"), CSV, (403, "SignatureDoesNotMatch")),
        (lambda url: url + "&more=1", CSV, (403, "SignatureDoesNotMatch")),
        (lambda url: url, {"Content-Type": "text/plain"}, (403, "SignatureDoesNotMatch")),
        (lambda url: url, {}, (403, "SignatureDoesNotMatch")),
        (lambda url: url.partition("?")[0], CSV, (403, "AccessDenied")),
        (lambda url: url.replace("PRACTICE", "ANOTHER"), CSV, (403, "InvalidAccessKeyId")),
        (lambda url: url.replace("ap-south-1", "eu-west-1"), CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url.replace("Expires=3599", "Expires=604801"), CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url.replace("Expires=3599", "Expires=1e3"), CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url.replace("X-Amz-Date", "X-Amz-Dat"), CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url.replace("X-Amz-Signature", "X-Amz-S"), CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url.replace("HMAC-SHA256", "HMAC-SHA1"), CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url + "&X-Amz-Expires=9", CSV, (400, "AuthorizationQueryParametersError")),
        (lambda url: url, CSV | {"Authorization": "Basic bTpw"}, (400, "InvalidArgument")),
        (lambda url: url, CSV | {"x-amz-acl": "public-read"}, (403, "AccessDenied")),
        (with_date("20260230T000000Z"), CSV, (400, "AuthorizationQueryParametersError")),
        (with_date("99991231T235959Z"), CSV, (400, "AuthorizationQueryParametersError")),
        (with_date("2026-02-08"), CSV, (400, "AuthorizationQueryParametersError")),
    ],
)
def test_what_is_not_as_signed_is_refused(
    practice: Practice, change: Callable[[str], str], headers: dict[str, str], expected: tuple[int, str]
) -> None:
    assert error_of(put(practice, change(url_for(practice)), headers))[:2] == expected
    assert practice.objects() == {}


def test_a_signature_is_for_one_method(practice: Practice) -> None:
    assert error_of(put(practice, url_for(practice), CSV, method="POST"))[1] == "SignatureDoesNotMatch"
    get = practice.signer.presign("GET", practice.base_url, f"/{BUCKET}/a.csv", {}, at=datetime.now(UTC), seconds=60)
    assert error_of(put(practice, get, {}, b"", "GET"))[:2] == (405, "MethodNotAllowed")


def test_a_url_lives_for_its_time_only(practice: Practice) -> None:
    expired = put(practice, url_for(practice, age=timedelta(seconds=3601)), CSV)
    assert error_of(expired) == (403, "AccessDenied", "Request has expired")
    early = put(practice, url_for(practice, age=timedelta(minutes=-20)), CSV)
    assert error_of(early) == (403, "AccessDenied", "Request is not yet valid")
    assert put(practice, url_for(practice, age=timedelta(minutes=59)), CSV).status == 200


def test_another_secret_is_refused(practice: Practice) -> None:
    stranger = replace(practice.signer, secret_key="guessed")
    url = stranger.presign("PUT", practice.base_url, f"/{BUCKET}/a.csv", CSV, at=datetime.now(UTC), seconds=60)
    answer = put(practice, url, CSV)
    assert error_of(answer)[1] == "SignatureDoesNotMatch"
    assert practice.signer.secret_key not in answer.text


def test_the_length_must_be_known(practice: Practice) -> None:
    assert error_of(put(practice, url_for(practice), CSV, b""))[:2] == (411, "MissingContentLength")
    connection = connect(practice)
    path = url_for(practice).removeprefix(practice.base_url)
    connection.request("PUT", path, iter([BODY]), CSV | {"Transfer-Encoding": "chunked"}, encode_chunked=True)
    assert error_of(reply_on(connection))[:2] == (501, "NotImplemented")


def test_five_gibibytes_are_the_limit(practice: Practice) -> None:
    more = CSV | {"Content-Length": str(5 * 1024**3 + 1)}
    assert error_of(put(practice, url_for(practice), more, b""))[:2] == (400, "EntityTooLarge")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("../../outside.csv", (400, "InvalidURI")),
        ("a/../b.csv", (400, "InvalidURI")),
        ("a//b.csv", (400, "InvalidURI")),
        ("a\\b.csv", (400, "InvalidURI")),
        ("nul\0.csv", (400, "InvalidURI")),
        ("", (400, "InvalidURI")),
        ("a/" * 511 + "a.csv", (400, "KeyTooLongError")),
        ("a" * 300 + ".csv", (400, "KeyTooLongError")),
    ],
)
def test_a_key_stays_inside_its_bucket(practice: Practice, key: str, expected: tuple[int, str]) -> None:
    assert error_of(put(practice, url_for(practice, key), CSV))[:2] == expected
    assert practice.objects() == {}


@pytest.mark.parametrize("bucket", ["no-such-bucket", ".incoming-x"])
def test_only_a_bucket_that_is_there(practice: Practice, bucket: str) -> None:
    url = practice.signer.presign("PUT", practice.base_url, f"/{bucket}/a.csv", CSV, at=datetime.now(UTC), seconds=60)
    assert error_of(put(practice, url, CSV))[:2] == (404, "NoSuchBucket")


def test_half_a_file_leaves_nothing(start_practice: StartPractice) -> None:
    with start_practice() as practice:
        connection = connect(practice)
        path = url_for(practice).removeprefix(practice.base_url)
        connection.putrequest("PUT", path)
        for name, value in (CSV | {"Content-Length": "1000000"}).items():
            connection.putheader(name, value)
        connection.endheaders(b"x" * 300_000)
        connection.sock.shutdown(1)  # no more from us, but we listen
        assert error_of(reply_on(connection))[:2] == (400, "IncompleteBody")
        assert [path for path in practice.root.rglob("*") if path.is_file()] == []
        root = practice.root
    assert [path.name for path in root.iterdir()] == [BUCKET]


def test_who_asks_first_is_told_before_sending(practice: Practice) -> None:
    """Expect: 100-continue (RFC 9110 10.1.1), as boto3 sends it."""
    url = url_for(practice).removeprefix(practice.base_url)
    for content_type, expected in (("text/csv", b"HTTP/1.1 100"), ("text/plain", b"HTTP/1.1 403")):
        connection = connect(practice)
        connection.putrequest("PUT", url)
        headers = {"Content-Type": content_type, "Content-Length": "1", "Expect": "100-continue"}
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        assert connection.sock.recv(12, 0x100) == expected  # 0x100: MSG_WAITALL
        connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the other process's memory from /proc")
def test_memory_stays_flat(practice: Practice) -> None:
    assert put(practice, url_for(practice), CSV).status == 200
    before = peak_memory(practice)
    connection = connect(practice)
    path = url_for(practice, "big.csv").removeprefix(practice.base_url)
    block, blocks = b"0123456789abcde\n" * 65536, 200
    connection.request(
        "PUT", path, (block for _ in range(blocks)), CSV | {"Content-Length": str(len(block) * blocks)}
    )
    assert connection.getresponse().status == 200
    connection.close()
    assert practice.objects()["big.csv"].stat().st_size == len(block) * blocks
    assert peak_memory(practice) - before < 16 * 1024 * 1024


def peak_memory(practice: Practice) -> int:
    """Return the most that the server has needed so far, in bytes."""
    lines = Path(f"/proc/{practice.process.pid}/status").read_text().splitlines()
    [line] = [line for line in lines if line.startswith("VmHWM")]
    return int(line.split()[1]) * 1024
