"""Ask Windows and macOS for the proxies of a URL, PAC scripts included."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

_SCHEMES: Final = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
}


def find_system_proxies(url: str) -> list[str]:
    """Return the proxies for this URL, best first; empty for none. May take seconds: call it on a worker's thread."""
    return usable(QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url))))


def usable(found: list[QNetworkProxy]) -> list[str]:
    """Return their addresses up to the first "direct", HTTP before SOCKS, which is not spoken here."""
    addresses: list[str] = []
    for proxy in found:
        scheme = _SCHEMES.get(proxy.type())
        if scheme is None or not proxy.hostName():
            break
        host = f"[{proxy.hostName()}]" if ":" in proxy.hostName() else proxy.hostName()
        addresses.append(f"{scheme}://{host}:{proxy.port()}")
    return sorted(addresses, key=lambda address: not address.startswith("http:"))
