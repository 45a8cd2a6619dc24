"""Test that the pre-sign endpoint answers as docs/clear-api.md says."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from tests.servers.practice import Practice, StartPractice

URL = "/one-integration/action/pre-sign"


def ask(practice: Practice, filename: str | None, **headers: str | None) -> requests.Response:
    """Send a pre-sign request; a header that is None is left out."""
    sent: dict[str, str | None] = {"x-clear-auth-token": practice.token, "x-integration-id": practice.integration_id}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    with requests.Session() as session:
        session.trust_env = False  # else REQUESTS_CA_BUNDLE would win
        session.verify = str(practice.ca) if practice.ca else True
        return session.get(
            practice.base_url + URL,
            params=None if filename is None else {"filename": filename},
            headers={name: value for name, value in sent.items() if value is not None},
            allow_redirects=False,
            timeout=30,
        )


def envelope(status: int, message: str) -> dict[str, object]:
    """Return the contract's sample error."""
    return {
        "status": status,
        "success": False,
        "message": "ERROR",
        "result": None,
        "error": {"code": str(status), "message": message, "validationErrors": None},
        "metadata": None,
    }


def test_a_url_looks_like_the_sample(each_practice: Practice) -> None:
    answer = ask(each_practice, "abc.csv")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    content = answer.json()
    url = content["result"].pop("uploadUrl")
    assert content == {
        "status": 200,
        "success": True,
        "message": "generated pre-sign url successfully",
        "result": {"status": "OK"},
        "error": None,
        "metadata": None,
    }
    assert url.startswith(each_practice.base_url + "/")
    parts = urlsplit(url)
    query = {name: value for name, [value] in parse_qs(parts.query, strict_parsing=True).items()}
    assert list(query) == [
        "X-Amz-Algorithm",
        "X-Amz-Date",
        "X-Amz-SignedHeaders",
        "X-Amz-Expires",
        "X-Amz-Credential",
        "X-Amz-Signature",
    ]
    assert query["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256"
    assert query["X-Amz-SignedHeaders"] == "content-type;host"
    assert query["X-Amz-Expires"] == "3599"
    day = query["X-Amz-Date"][:8]
    assert query["X-Amz-Credential"] == f"{each_practice.signer.access_key}/{day}/ap-south-1/s3/aws4_request"
    assert len(query["X-Amz-Signature"]) == 64
    date = datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    folders = parts.path.split("/")[1:]
    month = date.strftime("%B").upper()
    assert folders[:4] == ["v1", "ap-south-1", "one-integration-practice", each_practice.integration_id]
    assert folders[5:8] == [f"{date.year}", month, f"{date.day}"]
    assert folders[9:] == ["data_extraction", each_practice.integration_id, "abc.csv"]
    assert str(uuid.UUID(folders[4])) == folders[4] != folders[8] == str(uuid.UUID(folders[8]))


@pytest.mark.parametrize(
    ("filename", "status", "message"),
    [
        ("abc", 406, "Invalid file extension. Allowed extensions: csv, xlsx, xls, zip"),
        ("abc.pdf", 406, "Invalid file extension. Allowed extensions: csv, xlsx, xls, zip"),
        ("csv", 406, "Invalid file extension. Allowed extensions: csv, xlsx, xls, zip"),
        ("", 406, "Filename cannot be empty"),
        ("  ", 406, "Filename cannot be empty"),
        ("../abc.csv", 406, "Filename cannot contain a path"),
        (None, 400, "Required request parameter 'filename' is missing, or there are several."),
    ],
)
def test_a_bad_filename_is_refused(practice: Practice, filename: str | None, status: int, message: str) -> None:
    answer = ask(practice, filename)
    assert (answer.status_code, answer.json()) == (status, envelope(status, message))


@pytest.mark.parametrize(
    "filename", ["a.csv", "a.CSV", "a.xls", "a.xlsx", "a.b.zip", "a & b #1+2%.csv", "खाता 📒.xlsx"]
)
def test_a_good_filename_gets_a_url(practice: Practice, filename: str) -> None:
    assert ask(practice, filename).json()["success"] is True


@pytest.mark.parametrize("token", [None, "", "wrong", "invalid-access-token"])
def test_a_wrong_token_is_unauthorized(practice: Practice, token: str | None) -> None:
    answer = ask(practice, "provoke-406.csv", x_clear_auth_token=token)
    assert (answer.status_code, answer.content) == (401, b"UNAUTHORIZED")


@pytest.mark.parametrize(
    ("integration_id", "status"),
    [(None, 400), ("", 400), ("not-a-uuid", 400), ("85899214-187b-4ca5-9d53-f89a83f955ba", 403)],
)
def test_a_wrong_integration_id_is_refused(practice: Practice, integration_id: str | None, status: int) -> None:
    answer = ask(practice, "a.csv", x_integration_id=integration_id)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, str(status))


def test_a_query_must_be_utf8(practice: Practice) -> None:
    headers = {"x-clear-auth-token": practice.token, "x-integration-id": practice.integration_id}
    answer = requests.get(practice.base_url + URL + "?filename=%ff.csv", headers=headers, timeout=30)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "400")


def test_other_methods_and_addresses_are_refused(practice: Practice) -> None:
    assert requests.post(practice.base_url + URL, timeout=30).status_code == 405
    assert requests.get(practice.base_url + "/one-integration/action/other", timeout=30).status_code == 404
    assert requests.get(practice.base_url + "/practice/elsewhere", timeout=30).status_code == 404


def test_the_record_tells_what_arrived(start_practice: StartPractice) -> None:
    with start_practice() as practice:
        assert practice.requests() == []
        ask(practice, "a & b #1.csv", X_Odd="value")
        [arrived] = practice.requests()
        assert arrived.method == "GET"
        assert arrived.target == URL + "?filename=a+%26+b+%231.csv"
        assert ["X-Odd", "value"] in arrived.headers
        assert arrived.header("x-clear-auth-token") == practice.token
        assert arrived.status == 200
        assert requests.post(practice.base_url + "/practice/order", b"{}", timeout=30).status_code == 401
