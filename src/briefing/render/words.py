"""The words that a page shows, block by block, and where they are not those of another page."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest

# Elements within a line: their words belong to the block around them.
_INLINE = frozenset("a abbr b bdi cite code em i q small span strong sub sup time u wbr".split())
_UNSEEN = frozenset({"script", "style", "template"})
# What only the page of the site has: ways to other pages.
_WAYS = frozenset({"bar", "around", "skip", "stored", "course"})
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})

# Blocks of two pages, beyond which they are compared place by place: to find what was put in
# between takes time with the square of their number, and a long edition has some hundreds.
MANY = 10_000


def blocks(page: str, *, ways: bool = True) -> list[str]:
    """The words of each block of a page, in order; without the site's `ways` to other pages."""
    reader = _Blocks(frozenset() if ways else _WAYS)
    reader.feed(page)
    reader.close()
    reader.end_block()
    return reader.found


def differences(shown: Sequence[str], meant: Sequence[str]) -> list[tuple[str, str]]:
    """Each block that is shown with the one that is meant in its place; "" where there is none."""
    if list(shown) == list(meant):
        return []
    if len(shown) + len(meant) > MANY:
        return [pair for pair in zip_longest(shown, meant, fillvalue="") if pair[0] != pair[1]]
    pairs: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, shown, meant, autojunk=False).get_opcodes():
        if kind != "equal":
            here, there = list(shown[a:b]), list(meant[c:d])
            longer = max(len(here), len(there))
            here += [""] * (longer - len(here))
            there += [""] * (longer - len(there))
            pairs += zip(here, there, strict=True)
    return pairs


class _Blocks(HTMLParser):
    def __init__(self, left_out: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._left_out = left_out
        self._words: list[str] = []
        self._passed = ""  # the element that is passed over
        self._depth = 0  # of such elements in one another

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block()
        classes = (dict(attrs).get("class") or "").split()
        hidden = tag in _UNSEEN or not self._left_out.isdisjoint(classes)
        if self._depth:
            self._depth += tag == self._passed
        elif hidden and tag not in _VOID:
            self._passed, self._depth = tag, 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_block()
        if self._depth and tag == self._passed:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self._words.append(data)

    def handle_comment(self, data: str) -> None:
        # Our templates write none, and a browser may end one earlier: "<!-->" is one to it.
        self.handle_data(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def end_block(self) -> None:
        """What has been read since the last block is a block, if it has words."""
        if words := " ".join("".join(self._words).split()):
            self.found.append(words)
        self._words.clear()
