"""The feed that a page names in its head: what to subscribe to instead of the page."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

_LOOKED_AT = 200_000
_LINK = re.compile(r"<link\s[^<>]{1,1000}>", re.IGNORECASE)
_TYPE = re.compile(
    r"""type\s*=\s*["']?application/(?:rss\+xml|atom\+xml|feed\+json)""", re.IGNORECASE
)
_HREF = re.compile(r"""\shref\s*=\s*["']?([^"'\s<>]{1,500})""", re.IGNORECASE)


def feed_named_by(body: bytes, url: str) -> str:
    """The address of the first feed that the page at `url` names; empty where it names none."""
    for link in _LINK.findall(body[:_LOOKED_AT].decode("utf-8", "replace")):
        address = _HREF.search(link)
        if address and _TYPE.search(link):
            try:
                return urljoin(url, unescape(address[1]))
            except ValueError:
                continue
    return ""
