"""The JSON that the API answers with (get-pre-signed-url, "Response Schema")."""

from __future__ import annotations

import json
from typing import Final

from ledgerdrop.practice.http1 import Response

_JSON: Final = (("Content-Type", "application/json"),)
UNAUTHORIZED: Final = Response(401, b"UNAUTHORIZED", (("Content-Type", "text/plain"),))

Headers = tuple[tuple[str, str], ...]


def json_answer(status: int, content: object, headers: Headers = ()) -> Response:
    """Any JSON."""
    return Response(status, json.dumps(content).encode(), _JSON + headers)


def with_result(result: object, message: str, **extra: object) -> Response:
    """Return a success; `extra` are fields that the contract does not know."""
    return json_answer(
        200,
        {
            "status": 200,
            "success": True,
            "message": message,
            "result": result,
            "error": None,
            "metadata": None,
            **extra,
        },
    )


def success(upload_url: str, **extra: object) -> Response:
    """Return a pre-signed URL."""
    return with_result({"status": "OK", "uploadUrl": upload_url}, "generated pre-sign url successfully", **extra)


def failure(status: int, message: str, *, http_status: int | None = None, headers: Headers = ()) -> Response:
    """Return an error in the envelope. `http_status`: sent with another status than the envelope names."""
    return json_answer(
        http_status or status,
        {
            "status": status,
            "success": False,
            "message": "ERROR",
            "result": None,
            "error": {"code": str(status), "message": message, "validationErrors": None},
            "metadata": None,
        },
        headers,
    )
