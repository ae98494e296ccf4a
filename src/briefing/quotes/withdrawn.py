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
# The reporter's next sentence: "That is not true." What was said so is not told without it.
_DENIED = re.compile(
    r"""["”’'.,]{0,3}\s*(?:[^.!?“”"\n]{1,90}[.!?]\s+)?
      (?:but\s|in\sfact,\s)?(?:not\sonly\s(?:is|was)\s)?
      (?:that|this|it|(?:that|this|the|his|her|their)\s(?:claim|statement|assertion|charge))
      (?:['’]s|\sis|\swas)?\s(?:simply\s|also\s)?
      (?:(?:is|was)n['’]t\s(?:true|the\scase)|not\s(?:true|the\scase|accurate|correct)
        |false|untrue|inaccurate|incorrect|misleading|baseless|unfounded)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_withdrawn(quote: Quote) -> bool:
    """Whether the words around reported speech say that it was corrected or wrong.

    Direct speech was said all the same; but not where the next sentence denies it.
    """
    text = quote.article.text
    start, end = quote.contents[0].start, quote.contents[-1].end
    if _DENIED.match(text, end):
        return True
    if quote.kind == "direct":
        return False
    around = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return any(_TAKEN_BACK.search(part) for part in around)
