"""A page of the site before it is made."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.edition import Edition
from briefing.render.site.abstracts import SaidData

Key = tuple[str, str, int]  # of a quote: time and id of its article, where it begins


@dataclass(frozen=True, slots=True)
class Page:
    """`inputs` names all that `make` makes it from: the same name, the same page."""

    path: str
    inputs: str
    make: Callable[[], str]
    changed: str = ""  # the day of its last change; "" keeps it out of the sitemap


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is too large to hold for all days at once: asked for when a page is made.

    `quoted` has where each speaker's quotes stand, with numbers by which `said` gives them.
    """

    edition: Callable[[str], Edition]
    said: Callable[[Iterable[int]], Sequence[SaidData]]
    quoted: Mapping[str, Mapping[Key, int]]


def named_by(value: Any) -> str:
    """Names a value of lists, tuples, strings and numbers, in a fifth of the time of JSON, `repr`:
    there are tens of thousands. In marshal's first version the same value has the same bytes."""
    return hashlib.sha256(marshal.dumps(value, 0)).hexdigest()[:16]
