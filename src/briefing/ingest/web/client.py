"""How we appear to servers, and whether by a proxy."""

from __future__ import annotations

import ssl
from collections.abc import Container
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.request import getproxies_environment, proxy_bypass

import httpx

from briefing import __version__
from briefing.ingest.web.addresses import PrivateAddress, is_private_literal
from briefing.ingest.web.transport import Deadline, GuardedTransport
from briefing.settings import FetchSettings

AGENT = "briefing"
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "text/html, application/xhtml+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)


def client(settings: FetchSettings, deadline: Deadline) -> httpx.Client:
    """A client that says who it is, keeps no cookie, and asks public addresses only."""
    allowed = frozenset(host.lower() for host in settings.allow_private)
    tls = httpx.create_ssl_context(trust_env=settings.trust_env)
    return httpx.Client(
        transport=transport(deadline, allowed, tls, trust_env=settings.trust_env),
        headers={
            "User-Agent": _user_agent(settings.contact),
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
        },
        # Nobody is logged in, so nobody is to be recognised.
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=settings.read_timeout,
        trust_env=False,
    )


def _user_agent(contact: str) -> str:
    shown = " ".join(contact.encode("ascii", "ignore").decode().split())
    return f"{AGENT}/{__version__} (+{shown})" if shown else f"{AGENT}/{__version__}"


class _ByProxy(httpx.BaseTransport):
    """Sends by the environment's proxies what `no_proxy` does not except.

    A proxy resolves names itself, so that of private addresses only those written out are seen.
    """

    def __init__(self, direct: httpx.BaseTransport, proxies: dict[str, httpx.BaseTransport]):
        self._direct = direct
        self._proxies = proxies

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        proxy = self._proxies.get(request.url.scheme)
        if proxy is None or proxy_bypass(host):
            return self._direct.handle_request(request)
        if is_private_literal(host):
            raise PrivateAddress(host)
        return proxy.handle_request(request)

    def close(self) -> None:
        for way in (self._direct, *self._proxies.values()):
            way.close()


def transport(
    deadline: Deadline, allowed: Container[str], tls: ssl.SSLContext, *, trust_env: bool
) -> httpx.BaseTransport:
    """The way to any server: direct, and by the environment's proxies where it is trusted."""
    direct = GuardedTransport(deadline, allowed, tls)
    found = getproxies_environment() if trust_env else {}
    proxies: dict[str, httpx.BaseTransport] = {
        scheme: GuardedTransport(deadline, allowed, tls, proxy)
        for scheme, proxy in sorted(found.items())
        if scheme in {"http", "https"}
    }
    return _ByProxy(direct, proxies) if proxies else direct
