"""Pieces of HTML, as feeds carry them, to plain paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from briefing.ingest.texts import visible
from briefing.text.sentences import spans

_MAX_CHARACTERS = 2_000_000
_BLOCKS = frozenset(
    """address article aside blockquote br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section table td th tr ul""".split()
)
# No prose, or none of the article's own: players, pictures and their captions, forms.
_SILENT = frozenset(
    """script style template noscript iframe object embed video audio svg math canvas figure
    figcaption form button select textarea input head title nav""".split()
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SPACE = re.compile(r"\s+")
# What publishing programs put below each entry.
_BELOW = re.compile(
    r"(The post .{1,300} (first )?appeared (first )?on .{1,200}|"
    r"(Tags?|Tagged|Filed under|Categories|Category|Topics?)\s?:.{0,300}|"
    r"(\d{1,5} )?Comments?( on .{1,200}| \(\d{1,5}\))?|[\W_]{1,40})",
    re.IGNORECASE,
)
# The link to the rest of a text that is not all there.
_MORE = re.compile(
    r"(\W{0,9}(Continue reading|Keep reading|Read (more|on|the (full|whole|rest)|full|further)|"
    r"See more|Full story|Click here|Seguir leyendo|Leer más|Weiterlesen|Mehr lesen|"
    r"Lire (la suite|plus)|Leia mais|Continua a leggere|Lees (meer|verder)|Läs mer)\b.{0,200})",
    re.IGNORECASE,
)
_DOTS = re.compile(r"\s*(\[\s*(…|\.\.\.)\s*\]|…|\.\.\.)\W{0,9}$")
_ENDED = re.compile(r".*[.!?…:;][\"'”’»)\]*]{0,4}", re.DOTALL)
# A standfirst of one line has no full stop; what programs cut off has 250 characters or more.
_LONGEST_STANDFIRST = 240
_LEAST_BEGUN = 8  # words: who did what, at least


def plain(title: str) -> str:
    """A title without tags and entities, also where they were escaped twice."""
    text = title
    for _ in range(2):
        text = _TAG.sub("", text)
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return _SPACE.sub(" ", visible(text)).strip()


def paragraphs(fragment: str) -> tuple[str, ...]:
    """The paragraphs of a piece of HTML or of plain text, white space collapsed.

    What a publishing program adds below is left out, and so is the begun sentence at the end of a
    text that was cut ("The minister said [...]").
    """
    kept = _body(fragment)
    if kept and _MORE.fullmatch(kept[-1]):
        kept.pop()
    if kept and _breaks_off(kept[-1]):
        kept[-1:] = _finished(kept[-1])
    return tuple(kept)


def begun(fragment: str) -> str:
    """The begun sentence of a text that was cut before its first stop, marked with "…"; empty where
    the text holds a whole one, or less than can be compared."""
    found = _body(fragment)
    if found and _MORE.fullmatch(found[-1]):
        found.pop()
    if len(found) != 1 or not _breaks_off(found[0]) or _finished(found[0]):
        return ""
    cut = _DOTS.sub("", found[0]).rstrip()
    return f"{cut}…" if len(cut.split()) >= _LEAST_BEGUN else ""


def is_cut(fragment: str) -> bool:
    """Whether the text breaks off, or ends in a link to the rest ("[...]", "Continue reading")."""
    found = _body(fragment)
    return bool(found) and bool(_MORE.fullmatch(found[-1]) or _breaks_off(found[-1]))


def _body(fragment: str) -> list[str]:
    found = [block for block in _blocks(fragment[:_MAX_CHARACTERS]) if block]
    while found and _BELOW.fullmatch(found[-1]):
        found.pop()
    return found


def _breaks_off(paragraph: str) -> bool:
    if _DOTS.search(paragraph[-120:]):
        return True
    return len(paragraph) > _LONGEST_STANDFIRST and not _ENDED.fullmatch(paragraph[-20:])


def _finished(paragraph: str) -> list[str]:
    """`paragraph` without the sentence that breaks off at its end; nothing where it is the only."""
    found = spans(paragraph)
    return [paragraph[: found[-2].end]] if len(found) > 1 else []


def _blocks(fragment: str) -> list[str]:
    if _TAG.search(fragment) or _ENTITY.search(fragment):
        return _html_paragraphs(fragment)
    return [_SPACE.sub(" ", line).strip() for line in fragment.splitlines()]


def _html_paragraphs(fragment: str) -> list[str]:
    clean = visible(fragment)
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        root = lxml_html.document_fromstring(f"<div>{clean}</div>".encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # an empty or hopeless document
        return []
    blocks: list[list[str]] = [[]]
    for piece in _pieces(root):
        if piece is None:
            blocks.append([])
        else:
            blocks[-1].append(piece)
    return [_SPACE.sub(" ", "".join(block)).strip() for block in blocks]


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Runs of text in order, None where a block begins or ends; without recursion, for a page may
    nest ten thousand deep."""
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            if not silent and element.tail:
                yield element.tail
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            if tag in _BLOCKS:
                yield None
            if not silent and element.text:
                yield element.text
        else:
            silent -= tag in _SILENT
            if tag in _BLOCKS or tag in _SILENT:
                yield None
            if not silent and element.tail:
                yield element.tail
