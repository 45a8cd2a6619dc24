"""List faults of the two steps after the upload. What may have been received is asked for once, whatever happens."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import Final

from tests.faults.journeys import TOKEN
from tests.faults.rows import CALM, HASTY_ANSWER, HASTY_CONNECT
from tests.faults.scenario import SIGNATURE, Step, envelope, html, redirect, refusal

from ledgerdrop.model.problems import Code
from ledgerdrop.net.retry_policy import RetryPolicy

_JSON: Final = (("Content-Type", "application/json"),)
CREATED: Final = envelope(result={"taskId": "task-17"})
TAKEN_IN: Final = envelope(result={"taskId": "task-17", "workflowStatus": "SUCCESS"})
_DEEP: Final = "[" * 900 + "]" * 900  # as deep as JSON is read
UNCLEAR: Final = Code.INGEST_UNCONFIRMED


@dataclass(frozen=True, slots=True)
class Row:
    """Holds one fault of one request, and what must come of it.

    `steps` are what the server does at the first, second, ... request, the last one for all further; `asked` counts
    those that must have arrived. `code` is None where all ends well. `words` are a part of the server's own,
    `detail` one of what stands under "Details".
    """

    name: str
    steps: tuple[Step, ...]
    code: Code | None
    asked: int = 1
    words: str = ""
    detail: str = ""
    door: str = "https"
    proxy: str = ""
    policy: RetryPolicy = CALM


def _unclear(name: str, step: Step, **more: object) -> Row:
    """Return the row of an answer, or none, that does not say whether the request had an effect."""
    return Row(f"ingest: {name}", (step,), UNCLEAR, **more)  # type: ignore[arg-type] # the fields above


def _whole(step: Step, status: int = 200) -> str:
    return f"HTTP/1.1 {status} OK\r\nContent-Length: {len(step.body)}\r\n\r\n{step.body}"


def _json(status: int, body: object) -> Step:
    return Step(status, _JSON, json.dumps(body))


_TASK: Final = {"taskId": "task-17"}
_NAMES_A_FIELD: Final = {"success": False, "error": {"message": "Bad", "validationErrors": [{"field": "taskId"}]}}
_TWICE: Final = '{"success": false, "success": true, "result": null}'
_TASK_OF: Final = '{"success": true, "result": {"taskId": @}}'
_GZIP: Final = (*_JSON, ("Content-Encoding", "gzip"))
_ZIPPED: Final = gzip.compress(CREATED.body.encode()).decode("latin-1")

INGEST_ROWS: Final = (
    Row("ingest: accepted", (CREATED,), None),
    Row("ingest: accepted with 201", (envelope(201, result={"taskId": "task-17"}),), None),
    Row("ingest: a number for a task", (envelope(result={"taskId": 17}),), None),
    Row("ingest: fields that nobody knows", (envelope(result={"taskId": "t", "x": [1]}, traceId="y"),), None),
    Row("ingest: 429 once", (refusal(429, headers=(("Retry-After", "0"),)), CREATED), None, asked=2),
    Row("ingest: 429 for ever", (refusal(429),), Code.TOO_MANY_REQUESTS, asked=5),
    Row("ingest: 400", (refusal(400, "No such template"),), Code.REQUEST_REFUSED, words="No such template"),
    Row("ingest: 401, bare text", (Step(401, (), "UNAUTHORIZED"),), Code.SIGN_IN_REFUSED, words="UNAUTHORIZED"),
    Row("ingest: 403", (refusal(403, "No licence"),), Code.INGEST_NOT_ALLOWED, words="No licence"),
    Row("ingest: 406", (refusal(406, "Odd"),), Code.REQUEST_REFUSED, words="Odd"),
    Row("ingest: 404", (Step(404, (), "no such page"),), Code.API_UNEXPECTED_STATUS),
    Row("ingest: 413 with HTML", (Step(413, html().headers, html().body),), Code.API_UNEXPECTED_STATUS),
    Row("ingest: success false", (envelope(success=False, result=None),), Code.API_NO_SUCCESS),
    Row("ingest: 400, success missing", (_json(400, {"status": 400}),), Code.REQUEST_REFUSED),
    Row("ingest: 400 that names a field", (_json(400, _NAMES_A_FIELD),), Code.REQUEST_REFUSED),
    Row("ingest: 200, success false, no result", (_json(200, {"success": False}),), Code.API_NO_SUCCESS),
    Row("ingest: nobody listens", (CREATED,), Code.CONNECTION_REFUSED, asked=0, door="refused"),
    Row("ingest: a certificate of nobody", (CREATED,), Code.CERTIFICATE_UNTRUSTED, asked=0, door="unknown"),
    Row("ingest: TLS that breaks down", (CREATED,), Code.TLS_FAILED, asked=0, door="cleartext"),
    Row("ingest: the proxy wants a password", (CREATED,), Code.PROXY_PASSWORD, asked=0, proxy="proxy_407"),
    Row(
        "ingest: nothing answers the handshake",
        (CREATED,),
        Code.CONNECTION_TIMED_OUT,
        asked=0,
        door="mute",
        policy=HASTY_CONNECT,
    ),
    _unclear("302 to a login page", redirect(302)),
    _unclear("303 see other", redirect(303)),
    _unclear("304", Step(304)),
    _unclear("307", redirect(307)),
    _unclear("511", Step(511, html().headers, html().body)),
    _unclear("success as text", _json(200, {"success": "true", "result": _TASK}), detail="task-17"),
    _unclear("success as text, false", _json(200, {"success": "false", "result": None})),
    _unclear("success as 1", _json(200, {"success": 1, "result": _TASK})),
    _unclear("success as 0", _json(200, {"success": 0, "result": None})),
    _unclear("success null", _json(200, {"success": None, "result": _TASK})),
    _unclear("success missing", _json(200, {"result": _TASK})),
    _unclear("success twice", Step(200, _JSON, _TWICE)),
    _unclear("success false with a task", _json(200, {"success": False, "result": _TASK}), detail="task-17"),
    _unclear("success false with a task elsewhere", _json(200, {"success": False, "metadata": {"task": {"id": 3}}})),
    _unclear("{}", _json(200, {})),
    _unclear("[]", _json(200, [])),
    _unclear("false", _json(200, False)),
    _unclear("204", Step(204)),
    _unclear("400 with a task", _json(400, {"success": False, "result": _TASK})),
    _unclear("400 that says success", _json(400, {"success": True, "result": None})),
    _unclear("400 that says success as text", _json(400, {"success": "true"})),
    _unclear("400 that says 200", _json(400, {"status": 200, "result": None})),
    _unclear("403 cut off", Step(403, _JSON, '{"success": true, "result": {"taskId": "t"}}', cut=120, end="close")),
    _unclear("404 far too long", Step(404, _JSON, " " * 10_000, repeat=200)),
    _unclear("409 with the task that is there", _json(409, {"success": False, "error": {"taskId": 17}})),
    _unclear("429 with a task", _json(429, {"success": False, "result": _TASK})),
    _unclear("success twice, the last true", Step(200, _JSON, _TWICE.replace("null", '{"taskId": "t"}'))),
    _unclear(
        "two results", Step(200, _JSON, '{"success": true, "result": {"taskId": "a"}, "result": {"taskId": "b"}}')
    ),
    _unclear("success false with a result", _json(200, {"success": False, "result": {"id": 17}})),
    _unclear("400 with a result", _json(400, {"success": False, "result": "accepted"})),
    _unclear("a number without end for a task", Step(200, _JSON, _TASK_OF.replace("@", "9" * 4_000))),
    _unclear("the token for a task", _json(200, {"success": True, "result": {"taskId": f"t-{TOKEN}"}})),
    *(
        _unclear(f"429 {how}", step)
        for how, step in {
            "and then a task": Step(raw=_whole(refusal(429), 429) + _whole(CREATED)),
            "with more than its length": Step(429, (*_JSON, ("Content-Length", "0")), CREATED.body),
            "cut off before its body": Step(429, (("Content-Length", "50"),), end="close"),
            "cut off in its chunks": Step(429, (("Transfer-Encoding", "chunked"),), "5\r\nhel", end="close"),
            "of no length": Step(429, (("Transfer-Encoding", "identity"),), end="close"),
            "in broken gzip": Step(429, _GZIP, "\x1f\x8bnonsense"),
            "in half a gzip": Step(429, _GZIP, _ZIPPED[:12]),
            "in gzip with a task": Step(429, _GZIP, _ZIPPED),
            "in a coding that nobody asked for": Step(429, (*_JSON, ("Content-Encoding", "br")), "\x0b\x02\x80ab"),
            "on a page with a task": Step(429, html().headers, html("Created, taskId: 17").body),
            "with a task behind a guard": Step(429, _JSON, ")]}',\n" + CREATED.body),
            "with a task in a text": Step(429, _JSON, json.dumps(CREATED.body)),
            "with a task in UTF-16": Step(429, _JSON, CREATED.body.encode("utf-16").decode("latin-1")),
            "with a task behind a mark": Step(429, _JSON, "\xef\xbb\xbf" + CREATED.body),
        }.items()
    ),
    _unclear("101 to a request for no other protocol", Step(101, (("Upgrade", "x"),), interim="")),
    _unclear("499 of a gateway", Step(499)),
    _unclear("499 that says false", refusal(499)),
    _unclear("408 although all was sent", refusal(408)),
    _unclear("500", refusal(500, "Broken"), words="Broken"),
    _unclear("502 with HTML", Step(502, html().headers, html().body)),
    _unclear("503 of a gateway", Step(503, (), "upstream connect error"), words="upstream"),
    _unclear("503 with Retry-After", refusal(503, headers=(("Retry-After", "1"),))),
    _unclear("504", Step(504)),
    _unclear("a web page", html()),
    _unclear("nothing", Step(200, _JSON)),
    _unclear("garbage", Step(200, _JSON, "\x80\x00\xff{{{"), detail="{{{"),
    _unclear("nested 100,000 deep", Step(200, _JSON, "[" * 100_000)),
    _unclear("far too long", Step(200, _JSON, " " * 10_000, repeat=200)),
    _unclear("no task", envelope(result={})),
    _unclear("result null", envelope(result=None)),
    _unclear("a task that is no text", envelope(result={"taskId": ["t"]})),
    _unclear("a task with line ends", envelope(result={"taskId": "t\r\nx: y"})),
    _unclear("cut off in the middle", Step(200, _JSON, CREATED.body, cut=100, end="close")),
    _unclear("reset after it was received", Step(cut=0, end="reset")),
    _unclear("closed after it was received", Step(cut=0, end="close")),
    _unclear("never answered", Step(hold=True), policy=HASTY_ANSWER),
    _unclear("dripping", Step(200, _JSON, CREATED.body, drip=0.2), policy=HASTY_ANSWER),
    _unclear(
        "words that repeat the signature", envelope(result={"uploadUrl": f"https://x/?X-Amz-Signature={SIGNATURE}"})
    ),
)


def _asked(name: str, step: Step, code: Code | None, **more: object) -> Row:
    return Row(f"status: {name}", (step,), code, **more)  # type: ignore[arg-type] # the fields above


def _status(word: object, task: str = "task-17") -> Step:
    return envelope(result={"taskId": task, "workflowStatus": word, "reason": "row 2 has no date"})


_TWO_WORDS: Final = '{"success": true, "result": {"workflowStatus": "FAILED", "workflowStatus": "SUCCESS"}}'
_FAILED: Final = envelope(
    result={
        "workflowStatus": "FAILED",
        "remarks": ["row 2", "row 3"],
        "empty": [],
        "count": 2,
        "rows": [{"row": 2}],
        "url": f"https://x/?X-Amz-Signature={SIGNATURE}",
    }
)
_REASONS: Final = 'remarks: row 2, row 3; count: 2; rows: [{"row": 2}]; url: '
_NESTED: Final = Step(200, _JSON, '{"success": true, "result": {"workflowStatus": "FAILED", "x": ' + _DEEP + "}}")
_LISTED: Final = Step(
    400,
    _JSON,
    '{"success": false, "result": null, "error": {"code": "400", "message": "Bad task", "validationErrors": '
    '[{"field": "taskId", "message": "no such field"}]}}',
)
STATUS_ROWS: Final = (
    _asked("taken in", TAKEN_IN, None),
    _asked("success in small letters", _status("success"), None),
    _asked(
        "failed, with success true",
        _status("FAILED"),
        Code.NOT_TAKEN_IN,
        words="reason: row 2 has no date",
        detail='"workflowStatus": "FAILED"',
    ),
    _asked("failed, with reasons of any shape", _FAILED, Code.NOT_TAKEN_IN, words=_REASONS),
    _asked("failed, nested 1,000 deep", _NESTED, Code.NOT_TAKEN_IN, words="x: [[["),
    _asked("task unknown", envelope(result=None), Code.TASK_UNKNOWN),
    _asked("400 with a list of errors", _LISTED, Code.REQUEST_REFUSED, words="Bad task", detail="no such field"),
    _asked("401", Step(401, (), "UNAUTHORIZED"), Code.SIGN_IN_REFUSED),
    _asked("403", refusal(403, "No licence"), Code.TASK_NOT_SHOWN, words="No licence"),
    Row("status: two words, then done", (Step(200, _JSON, _TWO_WORDS), TAKEN_IN), None, asked=2),
    Row("status: of another task, then done", (_status("FAILED", "task-18"), TAKEN_IN), None, asked=2),
    _asked("success false", envelope(success=False, result=None), Code.API_NO_SUCCESS),
    Row("status: created, processing, done", (_status("CREATED"), _status("PROCESSING"), TAKEN_IN), None, asked=3),
    Row("status: a word that nobody knows, then done", (_status("ON_HOLD"), TAKEN_IN), None, asked=2),
    Row("status: a number for a status, then done", (_status(7), TAKEN_IN), None, asked=2),
    Row("status: 500, then done", (refusal(500), TAKEN_IN), None, asked=2),
    Row("status: 503, then done", (Step(503), TAKEN_IN), None, asked=2),
    Row("status: 429, then done", (refusal(429, headers=(("Retry-After", "0"),)), TAKEN_IN), None, asked=2),
    Row("status: a web page, then done", (html(), TAKEN_IN), None, asked=2),
    Row("status: a redirect, then done", (redirect(302), TAKEN_IN), None, asked=2),
    Row("status: garbage, then done", (Step(200, _JSON, "{{"), TAKEN_IN), None, asked=2),
    Row("status: a reset, then done", (Step(cut=0, end="reset"), TAKEN_IN), None, asked=2),
    Row("status: no answer, then done", (Step(hold=True), TAKEN_IN), None, asked=2, policy=HASTY_ANSWER),
)
