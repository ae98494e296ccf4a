"""Did the article take back what it quotes? What was corrected is not told as if it stood."""

from __future__ import annotations

import re

from briefing.model import Quote

NEAR = 300  # characters around a quote: its own sentence and those beside it
_TAKEN_BACK = re.compile(
    r"""\b(?:retract(?:s|ed|ion)|walk(?:s|ed)\ (?:it|that|this|them)?\ ?back|reporting\ error
      |(?:later|since|has|had|was|were|issued\ a)\ (?:corrected|correction|clarified|clarification)
      |erroneous(?:ly)?|debunked|turned\ out\ to\ be\ (?:false|wrong|untrue)
      |(?:false|inaccurate|botched|erroneous)\ (?:report|story|claim)s?)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_withdrawn(quote: Quote) -> bool:
    """Whether the words around reported speech say that it was corrected or wrong.

    Direct speech was said all the same.
    """
    if quote.kind == "direct":
        return False
    text = quote.article.text
    start, end = quote.contents[0].start, quote.contents[-1].end
    around = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return any(_TAKEN_BACK.search(part) for part in around)
