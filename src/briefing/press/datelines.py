"""Where a sentence begins after its dateline: "OSLO (AP) — ", "GENEVA, May 3 -- ", "(Reuters) - ".

The dateline stays in the article and in the story's places; it is only not shown as part of the
sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model import Sentence, Span

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}"
_WORD = r"[A-ZÀ-Þ][\w.'’\-]{1,30}"
_AGENCY = (
    r"\((?:AP|Reuters|AFP|CNN|CNN[ \w]{1,20}|UPI|dpa|DPA|Xinhua|Bloomberg|EFE|ANSA|TASS|Kyodo|PA"
    r"|BBC|ABC|CBS|NBC|Thomson Reuters Foundation|RNS|CNS|KGO|The Hill|JTA|IANS|PTI)"
    r"(?:[/,; ]+[\w ]{2,20})?\)"
)
_DATE = (
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?\s+\d{1,2}"
    r"(?:,\s*\d{4})?"
)
_DASH = r"(?:\s+(?:--+|[–—‒_-])\s*|\s*[–—]\s*|--+\s*)"
# Over a video ("JUST WATCHED A short history of ..."), or a link: no towns.
_PLAYER = (
    "JUST|MUST|WATCH(?:ED|ING)?|READ|MORE|REPLAY|CLOSE|LISTEN|VIDEOS?|PHOTOS?|GALLERY|LIVE|RELATED"
)
LONGEST = 120  # characters that are looked at: no dateline is longer
_DATELINE = re.compile(
    rf"""\s*(?:
        (?!(?:FILE|PHOTO|VIDEO|UPDATE|BREAKING|LIVE|WATCH|OPINION|EXCLUSIVE|CORRECT)[A-Z]*\b)
        {_CAPITALS}(?:(?:[\s,/]+|\sand\s){_CAPITALS}){{0,4}}  # NEW YORK, ARDEN and TARN
        (?:,\s+{_WORD}(?:\s{_WORD})?){{0,2}}(?:,?\s+{_DATE})?  # , Calif., May 3
        (?:\s*\([^()\n]{{2,40}}\))?{_DASH}               # (AP) —
      | {_CAPITALS}(?:\s{_CAPITALS}){{0,3}},\s{_WORD}(?:\s{_WORD})?\s\|\s  # TARN, Ohio |
      | (?:{_WORD}(?:[\s,]+{_WORD}){{0,4}}(?:,?\s+{_DATE})?\s+)?   # Washington
        {_AGENCY}{_DASH}?\s*                             # (CNN)
      | \((?:{_WORD}[\s,]{{0,2}}){{1,4}}\){_DASH}         # (New York) –
      | (?!(?:{_PLAYER})\b)[A-ZÀ-Þ]{{4,30}}(?:\s[A-ZÀ-Þ]{{4,30}}){{0,2}}\s+  # ARDEN The
        (?=(?:The|An?|In|On|At|Both|After|As|For|With|When|While|More|Two|Three|It|It['’]s|One)\s)
      | {_DATE}\s+{_AGENCY}{_DASH}                 # May 18 (UPI) --
      | {_WORD}(?:[\s,]+{_WORD}){{0,3}},\s+{_DATE}{_DASH}  # New Arden, May 3, 2021 –
      | \[[A-ZÀ-Þ](?=[^\[\]\n]*[a-zß-ÿ]|[A-Z]{{1,3}}\])    # [Harbour Radio] Arden --
        [^\[\]\n]{{1,60}}\]\s+
        (?:{_WORD}(?:\s{_WORD}){{0,3}}\s+--\s+)?
    )(?=["'“‘]?[A-ZÀ-Þ0-9])""",
    re.VERBOSE,
)


TITLE = 4  # words: a shorter title may open a sentence by chance
REST = 30  # characters that stand behind a title that runs into the sentence


def body(sentence: Sentence) -> Sentence:
    """`sentence` without the dateline, or the title of its article, that it opens with: a narrower
    slice of the same article."""
    span = _behind_title(sentence)
    return replace(sentence, span=behind(sentence.article.text, span))


def _behind_title(sentence: Sentence) -> Span:
    """A page's text may repeat its title and run on without a stop."""
    title, text, span = sentence.article.title, sentence.text, sentence.span
    if len(text) < len(title) + REST or len(title.split()) < TITLE:
        return span
    if _plain(text[: len(title)]) != _plain(title) or not text[len(title) :].lstrip()[:1].isupper():
        return span
    return Span(span.end - len(text[len(title) :].lstrip()), span.end)


def _plain(text: str) -> str:
    return text.lower().translate(str.maketrans("’‘“”", "''\"\""))


def behind(text: str, span: Span) -> Span:
    """`span` without the dateline that it opens with."""
    match = _DATELINE.match(text, span.start, min(span.end, span.start + LONGEST))
    return Span(match.end(), span.end) if match else span
