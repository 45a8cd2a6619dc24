"""Serve Clear's API and its storage on this machine, to try things out and to test against.

From the outside in: `command` (the command line), `server` (connections and routes), `api` (who may ask, pre-signed
URLs, activities), `storage` (the uploads), `signature` (S3's), `messages` (requests, answers, and the file names that
make things go wrong). The package is written without the client's code, so that the two cannot share a mistake.
"""
