"""The practice server: Clear's API and its storage on this machine, to try things out and to test against.

From the outside in: `command` (the call), `server` (connections and routes), `api` (who may ask, pre-signed URLs,
imports), `storage` (the uploads), `signature` (S3's), `messages` (requests, answers, and the file names that make
things go wrong). It is written without the client's code, so that the two cannot share a mistake.
"""
