"""The words that a page shows, block by block, and where they are not those of another page."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest

# Elements within a line: their words belong to the block around them.
_INLINE = frozenset("a abbr b bdi cite code em i q small span strong sub sup time u wbr".split())
_UNSEEN = frozenset({"script", "style", "template"})
# What only the page of the site has: links to other pages, and what holds nothing but such links.
_LINKS = frozenset({"skip", "stored"})
_WAYS = frozenset({("nav", "bar"), ("nav", "around"), ("p", "course")})
# Words that are heard, or seen when pointed at.
_LABELS = ("aria-label", "title", "alt")
_DATA = frozenset({"application/json", "application/x-bzip2"})  # a script that runs nothing
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})

# Blocks of two pages, beyond which they are compared place by place: to find what was put in
# between takes time with the square of their number, and a long edition has some hundreds.
MANY = 10_000


def blocks(page: str, *, ways: bool = True) -> list[str]:
    """The words of each block of a page, in order; without the site's `ways` to other pages."""
    reader = _Blocks(ways=ways)
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
    def __init__(self, *, ways: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._ways = ways
        self._words: list[str] = []
        self._passed = _Within()  # an element that is passed over
        self._among = _Within()  # an element that holds ways: its links are passed over

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block()
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        holds = not self._ways and any((tag, one) in _WAYS for one in classes)
        link = bool(self._among) or not _LINKS.isdisjoint(classes)
        way = not self._ways and tag == "a" and link
        if not (self._passed or way or holds):
            self._label(tag, values)
        if tag not in _VOID:
            self._passed.open(tag, begins=way or tag in _UNSEEN)
            self._among.open(tag, begins=holds)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block()
        if not self._passed:
            self._label(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.end_block()
        self._passed.close(tag)
        self._among.close(tag)

    def handle_data(self, data: str) -> None:
        if not self._passed:
            self._words.append(data)

    def handle_comment(self, data: str) -> None:
        # Our templates write none, and a browser may end one earlier: "<!-->" is one to it.
        self.handle_data(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))  # a book shows what stands in it

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def end_block(self) -> None:
        """What has been read since the last block is a block, if it has words."""
        self._add("".join(self._words))
        self._words.clear()

    def _label(self, tag: str, values: dict[str, str | None]) -> None:
        if tag == "script" and values.get("type") not in _DATA:
            self._add("<script>")  # no page of ours has one: it could write anything
        if tag != "link":
            for name in _LABELS:
                self._add(values.get(name) or "")

    def _add(self, text: str) -> None:
        if words := " ".join(text.split()):
            self.found.append(words)


class _Within:
    """Whether an element of a kind is being read. Those of its name in one another are counted: so
    much may be left open that a list of them would take time with the square of its length."""

    def __init__(self) -> None:
        self._tag, self._depth = "", 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def open(self, tag: str, *, begins: bool) -> None:
        if self._depth:
            self._depth += tag == self._tag
        elif begins:
            self._tag, self._depth = tag, 1

    def close(self, tag: str) -> None:
        if self._depth and tag == self._tag:
            self._depth -= 1
