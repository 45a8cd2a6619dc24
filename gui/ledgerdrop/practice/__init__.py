"""The practice server: Clear's API and its storage on this machine, to try things out and to test against.

From the outside in: `command` (the call), `server` (connections and routes), `http1` (HTTP/1.1), `auth` (who may
ask), `presign` (the pre-sign endpoint), `storage` (the uploads), `signature_check` and `sigv4` (signatures),
`s3_errors`, `ingestion` (what follows an upload), `faults` (file names that make things go wrong).
It is written without the client's code, so that the two cannot share a mistake.
"""
