"""Speak HTTP: sessions, connections, proxies, certificates, retries, errors. No Qt in here."""
