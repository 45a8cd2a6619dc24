"""Test that nothing secret comes through, whatever it stands in, and that all else stays readable."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ledgerdrop.runtime.redaction import CUT_MARK, MASK, Redactor

INTEGRATION_ID = "85899214-187b-4ca5-9d53-f89a83f955ba"
SIGNATURE = "539d9fe32eb5cc7abf8afeb5916cd8f8261629a9207d21d58cb826b47d6773fc"
SIGNED = (
    "https://storage.clear.in/v1/ap-south-1/staging/abc.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256"
    "&X-Amz-Date=20260208T121803Z&X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Expires=3599"
    f"&X-Amz-Credential=AKIATGEOL5AH262NFI54%2F20260208%2Fap-south-1%2Fs3%2Faws4_request&X-Amz-Signature={SIGNATURE}"
)
SECRETS_OF_IT = ("20260208", "3599", "content-type", "AKIATGEOL5AH262NFI54", SIGNATURE)

# What tokens are made of: anything that a header carries.
tokens = st.text(st.characters(min_codepoint=0x21, max_codepoint=0xFF, categories=["L", "N", "P", "S"]), min_size=8)
# Values that a query may hold; the signature's are hex, a session token's base64.
values = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/+=.-_~%", min_size=6)
amz_names = st.sampled_from(["Algorithm", "Credential", "Date", "Expires", "SignedHeaders", "Signature"]) | st.just(
    "Security-Token"
)


def plain(text: str) -> str:
    return Redactor().redact(text)


@pytest.mark.parametrize(
    "text",
    [
        SIGNED,
        SIGNED.lower(),
        SIGNED.upper().replace("HTTPS", "https"),
        f"Max retries exceeded with url: {SIGNED.removeprefix('https://storage.clear.in')} (Caused by X)",
        quote(SIGNED, safe=""),
        quote(quote(SIGNED, safe=""), safe=""),
        json.dumps({"result": {"uploadUrl": SIGNED}, "ok": True}),
        json.dumps(json.dumps({"uploadUrl": SIGNED})),
        json.dumps({"uploadUrl": SIGNED}).replace("&", r"\u0026"),
        f"<Resource>{escape(SIGNED)}</Resource>",
        repr(SIGNED.encode()),
        repr({name: [value] for name, _, value in (pair.partition("=") for pair in SIGNED.split("?")[1].split("&"))}),
        repr([tuple(pair.split("=", 1)) for pair in SIGNED.split("?")[1].split("&")]),
        SIGNED.split("?")[1].replace("=", ": ").replace("&", "\n"),
        SIGNED.replace("X-Amz", "%58%2DA%6Dz"),
    ],
)
def test_no_value_of_a_signed_url_is_left_in_any_form(text: str) -> None:
    redacted = plain(f"before {text} after").lower()
    assert redacted.startswith("before ")
    assert [secret for secret in SECRETS_OF_IT if secret.lower() in redacted] == []


def test_the_rest_of_a_signed_url_stays_readable() -> None:
    assert plain(f"PUT {SIGNED} failed").startswith(
        f"PUT https://storage.clear.in/v1/ap-south-1/staging/abc.csv?X-Amz-Algorithm={MASK}&X-Amz-Date={MASK}&"
    )
    assert plain(f"PUT {SIGNED} failed").endswith(f"&X-Amz-Signature={MASK} failed")


def test_a_sentence_that_only_names_such_headers_stays_as_it_is() -> None:
    sentence = "There were headers present in the request which were not signed: x-amz-acl, x-amz-tagging"
    assert plain(sentence) == sentence


def test_what_s3_repeats_of_a_refused_request_is_taken_out() -> None:
    answer = (
        "<?xml version='1.0'?><Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated "
        f"does not match.</Message><AWSAccessKeyId>AKIATGEOL5AH262NFI54</AWSAccessKeyId><StringToSign>"
        f"AWS4-HMAC-SHA256\n20260208T121803Z\n20260208/ap-south-1/s3/aws4_request\n{SIGNATURE}</StringToSign>"
        f"<SignatureProvided>{SIGNATURE}</SignatureProvided><StringToSignBytes>41 57 53</StringToSignBytes>"
        f"<CanonicalRequest>PUT\n/abc.csv\nX-Amz-Date=20260208T121803Z\n</CanonicalRequest>"
        "<CanonicalRequestBytes>50 55 54</CanonicalRequestBytes><RequestId>4442587FB7D0A2F9</RequestId></Error>"
    )
    redacted = plain(answer)
    for secret in (*SECRETS_OF_IT[3:], "20260208", "41 57 53", "50 55 54"):
        assert secret not in redacted
    assert "does not match.</Message>" in redacted
    assert "<RequestId>4442587FB7D0A2F9</RequestId></Error>" in redacted
    cut_off = plain(answer[: answer.index("</CanonicalRequest>")])
    assert "20260208" not in cut_off


@given(name=amz_names, value=values, quoted=st.booleans())
def test_a_value_is_masked_whatever_it_is(name: str, value: str, quoted: bool) -> None:
    text = json.dumps({f"x-amz-{name}": value}) if quoted else f"/a?x={value[:0]}&X-Amz-{name}={value}&y=1"
    redacted = plain(text)
    assert MASK in redacted
    assert value not in redacted.replace(MASK, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x-clear-auth-token: abc.def\nhost: a", f"x-clear-auth-token: {MASK}\nhost: a"),
        ("{'X-Clear-Auth-Token': 'abc', 'host': 'a'}", f"{{'X-Clear-Auth-Token': '{MASK}', 'host': 'a'}}"),
        ('{"authorization": "Basic YWJj", "a": 1}', f'{{"authorization": "{MASK}", "a": 1}}'),
        (r'{"authorization": "Digest u=\"a\", r=\"b\"", "a": 1}', f'{{"authorization": "{MASK}", "a": 1}}'),
        ('Proxy-Authorization: Digest username="a", response="b"\nx', f"Proxy-Authorization: {MASK}\nx"),
        (
            r"b'GET / HTTP/1.1\r\nx-clear-auth-token: abc\r\nhost: b'",
            rf"b'GET / HTTP/1.1\r\nx-clear-auth-token: {MASK}\r\nhost: b'",
        ),
        ("[('authorization', 'Basic abc'), ('a', 'b')]", f"[('authorization', '{MASK}'), ('a', 'b')]"),
        ("http://ravi:geheim@proxy:3128/", f"http://{MASK}@proxy:3128/"),
        ("http://ravi:ge@heim@proxy:3128", f"http://{MASK}@proxy:3128"),
        ("write to ravi@example.com, see https://example.com", "write to ravi@example.com, see https://example.com"),
        (f"x-integration-id: {INTEGRATION_ID}", "x-integration-id: ****55ba"),
        (f'{{"integration_id": "{INTEGRATION_ID}"}}', '{"integration_id": "****55ba"}'),
        (f"trace {INTEGRATION_ID}", f"trace {INTEGRATION_ID}"),
        ("key AKIATGEOL5AH262NFI54.", f"key {MASK}."),
        (
            "https://s/a?AWSAccessKeyId=AB&Signature=c%2Fd&Expires=9",
            f"https://s/a?AWSAccessKeyId={MASK}&Signature={MASK}&Expires=9",
        ),
        ("", ""),
    ],
)
def test_by_name_and_by_place(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(token=tokens, around=st.text(max_size=20))
def test_a_registered_secret_is_found_in_every_spelling(token: str, around: str) -> None:
    redactor = Redactor()
    redactor.register_secret(token)
    spellings = {
        token,
        quote(token, safe=""),
        quote_plus(token),
        json.dumps(token)[1:-1],
        escape(token),
        repr(token)[1:-1],
        repr(token.encode("latin-1"))[2:-1],
    }
    for spelling in spellings:
        redacted = redactor.redact(f"{around} {spelling} end")
        assert spelling not in redacted.replace(MASK, " ") or spelling in around
        assert redacted.endswith(" end")
    assert token not in repr(redactor)


def test_percent_encoding_is_the_same_in_both_cases() -> None:
    redactor = Redactor()
    redactor.register_secret("a/b+c=d")
    assert redactor.redact("a%2fb%2Bc%3dd") == MASK


def test_a_registered_integration_id_keeps_its_end() -> None:
    redactor = Redactor()
    redactor.register_integration_id(INTEGRATION_ID)
    redactor.register_integration_id("6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11")
    redactor.register_secret("canary-token")
    assert redactor.redact(f"/v1/{INTEGRATION_ID.upper()}/a canary-token") == f"/v1/****55BA/a {MASK}"
    assert redactor.redact("6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11") == "****8c11"


def test_all_that_was_registered_can_be_forgotten() -> None:
    redactor = Redactor()
    redactor.register_secret("canary/5f1e")
    redactor.register_integration_id("0" * 32 + "ABCD")
    text = f"canary/5f1e canary%2f5f1e {'0' * 32}ABCD"
    assert redactor.redact(text) != text
    redactor.forget_all()
    assert redactor.redact(text) == text


def test_what_is_too_short_to_be_a_secret_does_not_spoil_every_text() -> None:
    redactor = Redactor()
    redactor.register_secret("a")
    redactor.register_secret("  ")
    assert redactor.redact("a banana") == "a banana"


@given(token=tokens, before=st.integers(0, 60), limit=st.integers(1, 80))
def test_a_cut_leaves_no_piece_of_a_secret(token: str, before: int, limit: int) -> None:
    redactor = Redactor()
    redactor.register_secret(token)
    text = " " * before + token + " " * 200
    redacted = redactor.redact(text, limit)
    assert redacted.endswith(CUT_MARK)
    assert redacted.removesuffix(CUT_MARK).replace(MASK, "").strip(" " + MASK) == ""


@pytest.mark.parametrize("before", ["", "İ", "A" * 100])
def test_a_cut_text_keeps_what_is_no_secret(before: str) -> None:
    redactor = Redactor()
    redactor.register_secret("Canary-" + "x" * 7000)
    assert redactor.redact(before + "b" * 50 + "Canary-" + "x" * 300, len(before) + 80) == before + "b" * 50 + MASK
    assert redactor.redact(before + "b" * 500, len(before) + 80) == before + "b" * 80 + CUT_MARK


# What a hostile server may put between the letters of what it repeats: nothing of it is seen, or not as a letter.
signs = st.text(
    "\0\x1b\x7f\x85\xad\u034f\u061c\u180e\u200b\u200d\u2028\u202e\u2063\u2066\ufe0f\ufeff\U000e0041\ud800\n\t",
    max_size=3,
)


@given(data=st.data(), token=st.text("abcXYZ0189-", min_size=16, max_size=40), longest=st.integers(1, 120))
def test_no_piece_of_a_secret_is_left_by_hidden_signs_or_by_a_cut(
    data: st.DataObject, token: str, longest: int
) -> None:
    assume(sum(letter.isalnum() for letter in token) >= 16)
    redactor = Redactor()
    redactor.register_secret(token)
    places = data.draw(st.sets(st.integers(0, len(token)), max_size=4))
    hidden = "".join(letter + (data.draw(signs) if at in places else "") for at, letter in enumerate(token))
    end = data.draw(st.integers(len(token) - 4, len(token)))
    for said in (hidden, token[:end], data.draw(st.sampled_from(["%2541", "\\u0041", "&#65;"])) + hidden):
        for line in (redactor.redact_line(f"Said: {said}", longest), redactor.redact(f"Said: {said}", longest)):
            left = "".join(letter for letter in line.replace(MASK, "") if letter in token)
            assert token[:8] not in left


@given(data=st.data(), longest=st.integers(1, 400))
def test_no_value_of_a_signed_url_is_left_by_hidden_signs_or_by_a_cut(data: st.DataObject, longest: int) -> None:
    at = data.draw(st.integers(0, len(SIGNED)))
    name = SIGNED.index("X-Amz-Signature")
    inside = data.draw(st.integers(name, name + 40))
    said = SIGNED[:inside] + data.draw(signs) + SIGNED[inside:]
    for line in (Redactor().redact_line(said, longest), Redactor().redact(said, longest)):
        assert not re.search("[0-9a-f]{16}", line), line
    for line in (Redactor().redact_line(SIGNED[:at], longest, cut=True), Redactor().redact(SIGNED[:at])):
        assert SIGNATURE[:8] not in line


def test_a_text_that_was_cut_when_it_was_read_ends_in_no_piece_of_a_secret() -> None:
    redactor = Redactor()
    redactor.register_secret("s3cret-canary-5f1e7")
    assert redactor.redact_line("You sent s3cr", 100, cut=True) == "You sent"
    assert redactor.redact_line("x" * 70_000 + "s3cret", 100) == "x" * 99 + "…"
    assert redactor.redact_line("\0" * ((1 << 16) - 4) + "s3cret-canary-5f1e7", 100) == ""


def test_signs_that_languages_need_stay_where_nothing_is_hidden() -> None:
    assert plain("क्\u200dष.csv \u200f(a)") == "क्\u200dष.csv \u200f(a)"


@given(st.text())
def test_any_text_is_taken_and_a_second_time_changes_nothing(text: str) -> None:
    once = plain(text)
    assert plain(once) == once


def test_text_without_secrets_stays() -> None:
    text = (
        "Checked 3 files of Kumar & Söhne (345 KiB): https://api.clear.in/one-integration/action/pre-sign?filename=a"
    )
    assert plain(text) == text


@pytest.mark.parametrize(
    "piece",
    [
        "X-Amz-",
        'x-amz-a"',
        "x-amz-a\\",
        "%25",
        "x-amz-%",
        "authorization",
        "authorization \\",
        "<signature>",
        "://@",
        " ",
        "integration-id: ",
        "'",
    ],
)
def test_hostile_text_is_done_in_time(piece: str) -> None:
    """1 MiB each. The test's own time limit is what fails if one of the patterns backtracks."""
    text = "authorization x-amz-signature" + piece * ((1 << 20) // len(piece))
    assert len(plain(text)) <= (1 << 20) * 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/home/ravi/ledgers/a.csv", "~/ledgers/a.csv"),
        ("'/home/ravi' is full", "'~' is full"),
        ("/Users/Ravi Kumar/Documents/a.csv", "~/Documents/a.csv"),
        (r"C:\Users\Ravi Kumar\Documents\a.csv", r"~\Documents\a.csv"),
        (r"C:\\Users\\RAVI~1\\a.csv", r"~\\a.csv"),
        ("c:/users/ravi/a.csv", "~/a.csv"),
        ("https://clear.in/home/page", "https://clear.in/home/page"),
        ("/opt/ledgerdrop/a.csv", "/opt/ledgerdrop/a.csv"),
    ],
)
def test_a_report_names_no_home(text: str, expected: str) -> None:
    assert Redactor().for_report(text) == expected


def test_a_report_names_neither_this_home_nor_this_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "Sita Devi"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("LOGNAME", "sita.devi")
    redactor = Redactor()
    assert redactor.for_report(f"open {home / 'a.csv'} of {home}") == f"open {Path('~') / 'a.csv'} of ~"
    assert "Sita" not in redactor.for_report(quote(str(home / "a.csv")))
    assert redactor.for_report(f"{home}x") == f"{home}x"
    assert redactor.for_report("/media/sita.devi/stick/a.csv") == "/media/[user]/stick/a.csv"
    assert redactor.for_report(f"x-clear-auth-token: abc {home}") == f"x-clear-auth-token: {MASK}"
