"""Marks that were lost on the way: "Quill?s ?rusty? gate" has an apostrophe and quotation marks.

A question mark stands behind a word and before a space. One before a letter, or a pair around some
words, stands for what an encoding did not know: such a title asks nothing.
"""

from __future__ import annotations

import re

# "?rusty?", "?rusty'", up to the end; "Quill?s"; "shut gates ? and open them".
_QUOTED = re.compile(r"(?<!\S)\?(?=\w)([^?\n]{1,100}?)(?<=\w)(?:\?|')(?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)\?(?=[a-z])")
_DASH = re.compile(r"(?<=\w)\s\?\s(?=[a-z])")
# "Quillâ€™s": bytes of one encoding read as another's.
_MISREAD = re.compile(r"â€|Ã¢|Ã[\u0080-\u00bf]|\ufffd")
LONGEST = 300  # characters of a title


def restored(title: str) -> str:
    """The title with the marks that question marks stand for."""
    if "?" not in title:
        return title
    told = _APOSTROPHE.sub("’", title[:LONGEST])
    return _DASH.sub(" — ", _QUOTED.sub(r"“\1”", told))


def is_damaged(title: str) -> bool:
    """Whether it shows such marks: nothing is headed by it where another title is at hand."""
    return _MISREAD.search(title) is not None or restored(title) != title[:LONGEST]
