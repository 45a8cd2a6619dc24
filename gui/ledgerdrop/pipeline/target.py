"""Third step: Clear's API gives a pre-signed URL for one file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UploadTarget:
    """Where one file goes. The URL is a secret: it is neither shown nor logged, and lives for one hour."""

    url: str = field(repr=False)
