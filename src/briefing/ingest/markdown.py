"""Markdown to plain text: the words stay, the marks of headings, links and emphasis go."""

from __future__ import annotations

import re

_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{1,2000}[^)\n]{0,200}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\((?:https?:|/|#|mailto:)[^)\s]{0,2000}[^)\n]{0,200}\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_QUOTED = re.compile(r"(?m)^ {0,3}> ?")
_RULE = re.compile(r"(?m)^ {0,3}(?:[-*_] ?){3,40}$")


def title(text: str) -> str:
    """The first heading, if the text begins with it."""
    found = _HEADING.match(text.lstrip("\n"))
    return plain(found[1]).strip() if found else ""


def plain(text: str) -> str:
    """`text` without the marks; code and tables stay as they are."""
    for pattern, kept in ((_IMAGE, ""), (_LINK, r"\1"), (_RULE, ""), (_HEADING, r"\1")):
        text = pattern.sub(kept, text)
    return _QUOTED.sub("", _EMPHASIS.sub(r"\2", text))
