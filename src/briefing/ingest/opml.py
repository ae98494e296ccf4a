"""OPML: lists of feeds, to and from other feed readers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import etree

from briefing.errors import InputError
from briefing.ingest.encodings import XML_DECLARATION, decoded
from briefing.ingest.fragments import plain
from briefing.ingest.sources import host, slug
from briefing.model import Source, Subscription

_MAX_FEEDS = 5_000
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


def subscriptions(body: bytes, name: str = "the list") -> tuple[Subscription, ...]:
    """The feeds in an OPML file, each address once, in the file's order.

    The outline that a feed stands in is its section. Raises InputError where it is no OPML.
    """
    root = _root(body, name)
    found: dict[str, Subscription] = {}
    taken: set[str] = set()
    for outline in root.iter("{*}outline"):
        attributes = {str(key).lower(): str(value) for key, value in outline.attrib.items()}
        url = attributes.get("xmlurl", "").strip()
        if _is_web(url) and url not in found and len(found) < _MAX_FEEDS:
            found[url] = Subscription(_source(outline, attributes, url, taken))
    return tuple(found.values())


def opml(listed: Iterable[Subscription]) -> bytes:
    """OPML 2.0 with one outline for each section, in order of its first feed. Pages and folders
    are left out: the format has no place for them."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Feeds"
    body = etree.SubElement(root, "body")
    sections: dict[str, etree._Element] = {"": body}
    for one in listed:
        if one.kind != "feed":
            continue
        section = _sayable(one.source.section)
        if section not in sections:
            sections[section] = etree.SubElement(body, "outline", text=section, title=section)
        _outline(sections[section], one.source)
    whole: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return whole


def _root(body: bytes, name: str) -> etree._Element:
    """Tolerant of bare ampersands, which real lists are full of, and of most other mistakes."""
    text = XML_DECLARATION.sub("", decoded(body).lstrip("\ufeff"))
    repaired = _BARE_AMPERSAND.sub("&amp;", text).encode("utf-8", "replace")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(repaired, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{name} is not an OPML file") from error
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise InputError(f"{name} is not an OPML file")
    return root


def _source(
    outline: etree._Element, attributes: dict[str, str], url: str, taken: set[str]
) -> Source:
    title = plain(attributes.get("title") or attributes.get("text") or "") or host(url)
    return Source(
        id=_free(slug(title), taken),
        name=title,
        url=url,
        section=_section(outline),
        language=attributes.get("language", "").lower()[:12],
    )


def _section(outline: etree._Element) -> str:
    """The nearest outline around it that is no feed itself."""
    for parent in outline.iterancestors("{*}outline"):
        attributes = {str(key).lower(): str(value) for key, value in parent.attrib.items()}
        if "xmlurl" not in attributes:
            return plain(attributes.get("title") or attributes.get("text") or "")
    return ""


def _free(name: str, taken: set[str]) -> str:
    """`name`, numbered where another feed has it: two sources never share an id."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _outline(parent: etree._Element, source: Source) -> None:
    name = _sayable(source.name)
    outline = etree.SubElement(parent, "outline", type="rss", text=name, title=name)
    outline.set("xmlUrl", _sayable(source.url))
    if source.language:
        outline.set("language", _sayable(source.language))


def _sayable(text: str) -> str:
    """XML has no place for control characters, not even escaped."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
