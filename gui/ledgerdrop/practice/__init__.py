"""The practice server: Clear's API and its storage on this machine, to try things out and to test against.

From the outside in: `command` (the call), `server` (connections and routes), `wire` (HTTP/1.1), `callers` (who may
ask), `api` (the pre-sign endpoint), `storage` (the uploads), `permission` and `signing` (signatures),
`storage_errors`, `activities` (what follows an upload), `provocations` (file names that make things go wrong),
`record` (what arrived).
Written without the client's code, so that the two cannot share a mistake.
"""
