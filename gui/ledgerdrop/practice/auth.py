"""Say who may ask: the headers of every request to the API (get-pre-signed-url, "Request Headers")."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass, field
from typing import Final

from ledgerdrop.practice import envelope
from ledgerdrop.practice.http1 import Request, Response

INTEGRATION_HEADER: Final = "x-integration-id"
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Expected:
    """Say who may ask: who has the token, with this integration ID (None: any UUID of 36 characters)."""

    token: str = field(repr=False)
    integration_id: str | None

    def knows_token(self, request: Request) -> bool:
        """Return whether the request carries the token that is expected."""
        token = request.fields.get("x-clear-auth-token", "")
        return hmac.compare_digest(token.encode("latin-1"), self.token.encode())

    def refusal(self, request: Request) -> Response | None:
        """Return what is said to somebody else; None for a request that may be answered."""
        integration_id = request.fields.get(INTEGRATION_HEADER, "")
        if not self.knows_token(request):
            return envelope.UNAUTHORIZED
        if not _UUID.fullmatch(integration_id):
            return envelope.failure(400, "Header x-integration-id is missing or not a UUID of 36 characters.")
        if self.integration_id not in {None, integration_id}:
            return envelope.failure(403, "This token does not belong to that integration.")
        return None
