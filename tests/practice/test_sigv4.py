"""Test that our signatures are those of S3: a real service takes our URLs, and our storage takes those of boto3."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from tests.servers.practice import Practice
from tests.servers.real_s3 import BUCKET as REAL_BUCKET
from tests.servers.real_s3 import RealS3, boto3_client

from ledgerdrop.practice.api import BUCKET
from ledgerdrop.practice.signature import Signer

NAMES = ["ledger.csv", "a & b #1+2%=?.csv", "खाता 📒.csv", "tilde~dash-under_dot.csv", "(brackets)'*!.csv"]
CSV = {"Content-Type": "text/csv"}


def put(url: str, body: bytes, headers: dict[str, str], ca: Path | None = None) -> requests.Response:
    """Send one upload, with nothing added by the environment."""
    with requests.Session() as session:
        session.trust_env = False
        return session.put(url, data=body, headers=headers, timeout=30, verify=str(ca) if ca else None)


def test_amazons_own_example() -> None:
    """Compute the example of "Authenticating Requests: Using Query Parameters" in the Amazon S3 API Reference."""
    signer = Signer("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1")
    url = signer.presign(
        "GET",
        "https://examplebucket.s3.amazonaws.com",
        "/test.txt",
        {},
        at=datetime(2013, 5, 24, tzinfo=UTC),
        seconds=86400,
    )
    assert url.endswith("&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")


@pytest.mark.parametrize("name", NAMES)
def test_a_real_service_takes_our_urls(real_s3: RealS3, name: str) -> None:
    body = name.encode() * 1000
    url = real_s3.signer.presign(
        "PUT", real_s3.base_url, f"/{REAL_BUCKET}/our urls/{name}", CSV, at=datetime.now(UTC), seconds=3599
    )
    answer = put(url, body, CSV)
    assert (answer.status_code, answer.text) == (200, "")
    stored = real_s3.client.get_object(Bucket=REAL_BUCKET, Key=f"our urls/{name}")
    assert stored["Body"].read() == body
    assert stored["ContentType"] == "text/csv"


def test_a_real_service_takes_our_urls_over_tls(real_s3_tls: RealS3) -> None:
    url = real_s3_tls.signer.presign(
        "PUT", real_s3_tls.base_url, f"/{REAL_BUCKET}/a.csv", CSV, at=datetime.now(UTC), seconds=3599
    )
    assert put(url, b"body", CSV, real_s3_tls.ca).status_code == 200
    assert real_s3_tls.client.get_object(Bucket=REAL_BUCKET, Key="a.csv")["Body"].read() == b"body"


def test_a_real_service_refuses_what_we_refuse(real_s3: RealS3) -> None:
    path = f"/{REAL_BUCKET}/refused.csv"
    now = datetime.now(UTC)
    url = real_s3.signer.presign("PUT", real_s3.base_url, path, CSV, at=now, seconds=3599)
    assert "<Code>SignatureDoesNotMatch</Code>" in put(url, b"a", {"Content-Type": "text/plain"}).text
    old = real_s3.signer.presign("PUT", real_s3.base_url, path, CSV, at=now - timedelta(hours=2), seconds=3599)
    expired = put(old, b"a", CSV)
    assert expired.status_code == 403
    assert "<Code>AccessDenied</Code><Message>Request has expired</Message>" in expired.text


@pytest.mark.parametrize("name", NAMES)
def test_our_storage_takes_the_urls_of_boto3(practice: Practice, name: str) -> None:
    client = boto3_client(practice.base_url, practice.signer)
    url = client.generate_presigned_url(
        "put_object",
        Params={"Bucket": BUCKET, "Key": f"from boto3/{name}", "ContentType": "text/csv"},
        ExpiresIn=3600,
    )
    client.close()
    body = name.encode() * 1000
    answer = put(url, body, CSV)
    assert (answer.status_code, answer.text) == (200, "")
    assert answer.headers["ETag"] == f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
    assert (practice.root / BUCKET / "from boto3" / name).read_bytes() == body


def test_more_signed_headers_of_boto3(practice: Practice) -> None:
    client = boto3_client(practice.base_url, practice.signer)
    headers = {"Content-Type": "text/csv", "x-amz-meta-origin": "two  spaces"}
    url = client.generate_presigned_url(
        "put_object",
        Params={"Bucket": BUCKET, "Key": "a.csv", "ContentType": "text/csv", "Metadata": {"origin": "two  spaces"}},
    )
    client.close()
    assert "x-amz-meta-origin" in url
    assert put(url, b"a", headers).status_code == 200
    without = put(url, b"a", CSV)
    assert (without.status_code, "<Code>SignatureDoesNotMatch</Code>" in without.text) == (403, True)
