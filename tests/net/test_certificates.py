from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.net.certificates import issuer_of


def certificate(**issuer: str) -> bytes:
    """DER of a certificate whose issuer has these attributes, named as in `NameOID`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(getattr(NameOID, kind), text) for kind, text in issuer.items()])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder(name, x509.Name([]), key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, SHA256())
        .public_bytes(Encoding.DER)
    )


GOOD = certificate(ORGANIZATION_NAME="Firm Ltd", COMMON_NAME="Firm Inspection CA")


@pytest.mark.parametrize(
    ("issuer", "words"),
    [
        ({"ORGANIZATION_NAME": "Firm Ltd", "COMMON_NAME": "Inspection CA"}, "Firm Ltd, Inspection CA"),
        ({"COUNTRY_NAME": "IN", "COMMON_NAME": "फर्म की जाँच"}, "फर्म की जाँच"),
        ({"COMMON_NAME": "Same", "ORGANIZATION_NAME": "Same"}, "Same"),
        ({"ORGANIZATIONAL_UNIT_NAME": "IT"}, ""),
        ({"COMMON_NAME": "two\nlines \u202egnp.exe"}, "two lines  gnp.exe"),
        ({}, ""),
    ],
)
def test_the_issuer_is_named_in_plain_text(issuer: dict[str, str], words: str) -> None:
    assert issuer_of(certificate(**issuer)) == words


@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_a_damaged_certificate_is_no_bug(at: int, byte: int) -> None:
    assert isinstance(issuer_of(GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]), str)
    assert isinstance(issuer_of(GOOD[:at]), str)


@given(st.binary())
def test_any_bytes_are_no_bug(data: bytes) -> None:
    assert isinstance(issuer_of(data), str)
