"""What names an article: its canonical URL, else its content."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Query keys that say how a reader came, not what is read: campaign and click identifiers of the
# analytics, advertising and mailing systems in common use.
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "matomo_", "at_", "hsa_", "vero_", "oly_", "__hs")
_TRACKING = frozenset(
    """fbclid gclid dclid gbraid wbraid msclkid yclid twclid igshid igsh mc_cid mc_eid _ga _gl
    _hsenc _hsmi mkt_tok cmpid ncid ocid ito icid xtor rss partner feature ref_src ref_url sref smid
    smtyp guccounter guce_referrer guce_referrer_sig taid sh cmp cmp_id spm ftag""".split()
)
_PORTS = {"http": ":80", "https": ":443"}
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x20\x7f]+")


def article_id(url: str, title: str, text: str) -> str:
    """16 hexadecimal digits: from `url` where there is one, else from the title and text.

    http and https, "www." and a closing slash do not make another article; nor does white space.
    """
    page = canonical_url(url)
    if page:
        name = re.sub(r"^https?://(?:www\.)?", "", page).rstrip("/")
    else:
        name = "\n".join(_SPACE.sub(" ", part).strip() for part in (title, text))
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def text_digest(text: str) -> bytes:
    """Names a text; another line break or a second space does not make another text."""
    return hashlib.blake2b(" ".join(text.split()).encode(), digest_size=16).digest()


def unversioned(id: str) -> str:
    """The id that all versions of an article share: the archive counts them behind a dash."""
    return id.partition("-")[0]


def canonical_url(url: str) -> str:
    """`url` without fragment, tracking parameters and default port, its host in lower case.

    Empty where `url` is no http or https address with a host.
    """
    try:
        parts = urlsplit(_CONTROL.sub("", url))
        scheme, host = parts.scheme.lower(), parts.netloc.rpartition("@")[2].lower()
        if scheme not in _PORTS or not parts.hostname:
            return ""
    except ValueError:  # "http://[": an address that is none
        return ""
    host = host.removesuffix(_PORTS[scheme])
    return urlunsplit((scheme, host, parts.path or "/", _query(parts.query), ""))


def _query(query: str) -> str:
    """The parameters that say what is read, in their order; as they stand where none is cut."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True)
    except ValueError:  # more fields than a page address ever has
        return query
    kept = [(key, value) for key, value in pairs if not _tracks(key.lower())]
    return query if len(kept) == len(pairs) else urlencode(kept)


def _tracks(key: str) -> bool:
    return key in _TRACKING or key.startswith(_TRACKING_PREFIXES)
