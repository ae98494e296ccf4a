"""Lists of links that a page hides behind a name, and that extraction sets into the sentence.

"President Ada Quill Ada Jane QuillDam vote put off Quill visits Arden MORE said" reads "President
Ada Quill said" on the page: the full name and the headlines stand in a box that opens on a tap.
"""

from __future__ import annotations

import re

from briefing.text.names import PARTICLES

_END = re.compile(r"\sMORE\b")
_REACH = 1_600  # characters from the name to the end of its list: four headlines, and to spare
_GIVEN = rf"(?:\(?[A-ZÀ-Þ][\w.'’-]{{0,30}}\)?|{PARTICLES})"
# A name, the full name again with its last word, and the first headline glued to that.
_NAME_TWICE = re.compile(
    rf"""\b(?P<last>[A-ZÀ-Þ][\w’'-]{{1,30}})\s?(?:{_GIVEN}\s){{1,4}}(?P=last)
      (?=[A-ZÀ-Þ#'"‘“0-9\[])""",
    re.VERBOSE,
)


def without_link_lists(text: str) -> str:
    """`text` with each name that such a list follows, and without the list."""
    kept: list[str] = []
    done = before = 0
    for end in _END.finditer(text):
        start = max(before, end.start() - _REACH)
        start = max(start, text.rfind("\n", start, end.start()) + 1)
        before = end.end()
        if found := _NAME_TWICE.search(text, start, end.start()):
            kept.append(text[done : found.end("last")])
            done = before
    return "".join([*kept, text[done:]])
