"""A new report, poll or study is news on the day that it comes out, though it names none.

"A new report of the wardens concludes that ...", "..., according to a new poll.": of ten reports
of 90 months that are told for this alone, nine read well.
"""

from __future__ import annotations

import re

from briefing.text.quoted import unquoted

_STUDY = (
    r"(?:report|study|survey|poll|analysis|audit|review|investigation|paper|research|data|findings)"
)
_FINDS = (
    r"(?:finds?|found|concludes?|concluded|shows?|showed|sa(?:ys?|id)|reveals?|revealed|indicates?)"
)
_NEW = r"(?:new|new(?:ly|\sly)?[\s-]released|just[\s-]released|latest)"
_NEW_STUDY = re.compile(
    rf"""\b[Aa]\s(?:[A-Z][\w-]+\s)?{_NEW}\s(?:[\w/’'-]+\s){{0,4}}?{_STUDY}\b(?!\s(?:into|is|will|would|was)\b)
        [^.;“”]{{0,90}}?\b{_FINDS}\b
      | \b(?:according\sto|in)\sa\s{_NEW}\s(?:[\w/’'.-]+\s){{0,5}}?{_STUDY}\b""",
    re.VERBOSE,
)


def found_anew(text: str) -> bool:
    """Whether it tells what a new report, poll or study has found."""
    return _NEW_STUDY.search(unquoted(text)) is not None
