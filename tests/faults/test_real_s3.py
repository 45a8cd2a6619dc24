"""Test uploads to a real S3 service over TLS: it takes what we send, and its refusals get plain words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, account_of, checked_of, put_file
from tests.faults.rows import CALM
from tests.faults.scenario import Step, envelope
from tests.servers.real_s3 import BUCKET, RealS3

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import CheckedFile, Uploaded, UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.session import no_proxies, open_session

CSV: Final = MappingProxyType({"Content-Type": "text/csv"})


@pytest.fixture
def ledger(tmp_path: Path) -> CheckedFile:
    path = tmp_path / "खाता & #1.csv"
    path.write_bytes(b"date,amount\n2026-04-01,100\n" * 1000)
    return checked_of(path)


def _network(service: RealS3) -> Network:
    assert service.ca
    network = open_network(no_proxies, {"SSL_CERT_FILE": str(service.ca)})
    assert isinstance(network, Network)
    return network


def _url(service: RealS3, name: str, age: timedelta = timedelta(), headers: Mapping[str, str] = CSV) -> str:
    at = datetime.now(UTC) - age
    return service.signer.presign("PUT", service.base_url, f"/{BUCKET}/{name}", headers, at=at, seconds=3599)


def _upload(service: RealS3, url: str, file: CheckedFile) -> Uploaded | Problem:
    with open_session(_network(service), CALM) as session:
        return put_file(session, UploadTarget(url), file)


def test_it_arrives_as_it_was(real_s3_tls: RealS3, ledger: CheckedFile) -> None:
    name = ledger.file.name
    outcome = _upload(real_s3_tls, _url(real_s3_tls, name), ledger)
    assert isinstance(outcome, Uploaded)
    assert outcome.etag == hashlib.md5(ledger.file.path.read_bytes(), usedforsecurity=False).hexdigest()
    stored = real_s3_tls.client.get_object(Bucket=BUCKET, Key=name)
    assert stored["Body"].read() == ledger.file.path.read_bytes()
    assert stored["ContentType"] == "text/csv"


def test_a_url_that_boto3_signed(real_s3_tls: RealS3, ledger: CheckedFile) -> None:
    url = real_s3_tls.client.generate_presigned_url(
        "put_object", {"Bucket": BUCKET, "Key": "by boto3.csv", "ContentType": "text/csv"}, ExpiresIn=600
    )
    assert isinstance(_upload(real_s3_tls, url, ledger), Uploaded)


@contextmanager
def _asking(faults: FaultServer, *urls: str) -> Iterator[str]:
    """Give the address of an API that gives out these URLs in turn."""
    steps: list[Step] = [envelope(result={"uploadUrl": url}) for url in urls]
    with faults.scenario(steps, api_door="http") as scenario:
        yield scenario.base_url


def test_the_whole_journey_with_an_expired_url_first(
    faults: FaultServer, real_s3_tls: RealS3, ledger: CheckedFile
) -> None:
    urls = [_url(real_s3_tls, "journey.csv", timedelta(hours=2)), _url(real_s3_tls, "journey.csv")]
    with _asking(faults, *urls) as base_url, open_session(_network(real_s3_tls), CALM) as session:
        checked = checked_of(ledger.file.path)
        outcome = send(session, account_of(base_url), TOKEN, checked, Controls())
    assert isinstance(outcome, Uploaded)
    assert outcome.attempts == 2


def _refused(outcome: Uploaded | Problem, code: Code, s3_code: str) -> None:
    assert isinstance(outcome, Problem)
    assert outcome.code is code, f"{outcome.server_code}: {outcome.server_message}"
    assert outcome.server_code == s3_code
    assert "<" not in outcome.server_message
    assert "X-Amz-Signature" not in repr(outcome)


def test_a_signature_that_is_wrong(real_s3_tls: RealS3, ledger: CheckedFile) -> None:
    url = _url(real_s3_tls, "a.csv")
    wrong = url[:-4] + ("0000" if not url.endswith("0000") else "1111")
    _refused(_upload(real_s3_tls, wrong, ledger), Code.SIGNATURE_REFUSED, "SignatureDoesNotMatch")


def test_a_content_type_that_was_not_signed(real_s3_tls: RealS3, ledger: CheckedFile) -> None:
    url = _url(real_s3_tls, "a.csv", headers={"Content-Type": "application/zip"})
    _refused(_upload(real_s3_tls, url, ledger), Code.SIGNATURE_REFUSED, "SignatureDoesNotMatch")


def test_a_url_that_is_too_old(real_s3_tls: RealS3, ledger: CheckedFile) -> None:
    url = _url(real_s3_tls, "a.csv", timedelta(hours=2))
    _refused(_upload(real_s3_tls, url, ledger), Code.URL_EXPIRED, "AccessDenied")


def test_a_file_that_is_too_large(real_s3_small: RealS3, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"a,b\n" * 1_000_000)
    outcome = _upload(real_s3_small, _url(real_s3_small, "large.csv"), checked_of(path))
    _refused(outcome, Code.STORAGE_TOO_LARGE, "EntityTooLarge")
