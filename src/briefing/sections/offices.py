"""Who holds an office, or runs for one: "Gov. Ada Lorne", "presidential nominee Jon Marsh"."""

from __future__ import annotations

import re

_NAME = r"\b[A-Z][\w.’'-]{0,30}"  # a part of one
_OFFICE = re.compile(
    r"\b(?:Presidents?|Vice President|(?:Prime |Interior |Finance )?Minister|Premier"
    r"|Chancellor|(?:Sen|Rep|Gov)s?\.|Senators?|Congress(?:wo)?man|Governor|Speaker|Mayor|MP"
    r"|(?:Majority|Minority|Opposition) Leader|(?:presidential )?(?:nominee|candidate)|hopeful)"
    rf" ((?:{_NAME}[ ]?){{1,4}})"
)
_ENVOY = re.compile(
    r"\b(?:Secretary of State|Foreign (?:Minister|Secretary)|Ambassador)"
    rf" ((?:{_NAME}[ ]?){{1,4}})"
)
_PARTY = re.compile(rf"((?:{_NAME} ){{1,4}})\((?:[DRI]|Con|Lab|Lib)\b[^()\n]{{0,25}}\)")


def holders(text: str) -> frozenset[str]:
    """The last names of those whose office or party the text names."""
    found = (*_OFFICE.findall(text), *_PARTY.findall(text))
    return frozenset(last for names in found if len(last := _last(names)) > 2)


def envoys(text: str) -> frozenset[str]:
    """The last names of those whom the text names as speaking for a land abroad."""
    return frozenset(last for names in _ENVOY.findall(text) if len(last := _last(names)) > 2)


def _last(names: str) -> str:
    words = re.sub(r"['’]s?$", "", names.split("'s ")[0].split("’s ")[0].strip()).split()
    plain = [word for word in words if not word.endswith(".")]
    return plain[-1] if plain else ""
