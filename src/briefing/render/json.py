"""An edition as JSON, always the same bytes: what the archive, the HTML and the PDF carry."""

from __future__ import annotations

import json
import re

from briefing.edition import Edition

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(edition: Edition) -> str:
    """Keys in alphabetical order, two spaces an indent, UTF-8 letters as they are, a line end."""
    text = json.dumps(edition, ensure_ascii=False, sort_keys=True, indent=2)
    return escaped_surrogates(text) + "\n"


def script_text(edition: Edition) -> str:
    """The same value in one line that can stand in a `<script>` element of any page."""
    text = json.dumps(edition, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return escaped_surrogates(text)


def escaped_surrogates(text: str) -> str:
    """Half a surrogate pair cannot be written as UTF-8, but as a JSON escape it can."""
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
