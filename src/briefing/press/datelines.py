"""Where a sentence begins after its dateline: "OSLO (AP) — ", "GENEVA, May 3 -- ", "(Reuters) - ",
"OSLO: ".

The dateline stays in the article and in the story's places; it is only not shown as part of the
sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model import Sentence, Span
from briefing.press.captions import BULLET, begin
from briefing.text.dates import MONTH

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,30}"
_WORD = r"[A-ZÀ-Þ][\w.'’\-]{1,30}"
_AGENCY = (
    r"\((?:AP|Reuters|AFP|CNN|CNN[ \w]{1,20}|UPI|dpa|DPA|Xinhua|Bloomberg|EFE|ANSA|TASS|Kyodo|PA"
    r"|BBC|ABC|CBS|NBC|Thomson Reuters Foundation|RNS|CNS|KGO|The Hill|JTA|IANS|PTI)"
    r"(?:[/,; ]+[\w ]{2,20})?\)"
)
_DATE = rf"{MONTH}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?"
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

# "ARDEN: The dam broke": before a colon capitals are a town where a report begins; further down
# they are who speaks in a transcript ("QUILL: We saw it.").
_TOWN = re.compile(
    rf"""\s*(?P<town>{_CAPITALS}(?:(?:[ ]?/[ ]?|,?[ ]|[ ]and[ ]){_CAPITALS}){{0,3}}):[ ]
      (?=["'“‘]?[A-ZÀ-Þ0-9])""",
    re.VERBOSE,
)
# What else may stand there: the kind of a piece, a call to the reader, words that ask.
_LABELS = frozenset(
    """
    ADDENDUM ADVERTISEMENT ALERT ALSO ANALYSIS AUDIO BACKGROUND BREAKING CAPTION CLARIFICATION
    COLUMN COMMENT COMMENTARY CONTEXT CORRECTION CREDIT DETAILS DEVELOPING DISCLAIMER DISCLOSURE
    EDITOR'S EDITORIAL EXCERPT EXCLUSIVE EXPLAINED EXPLAINER FACT FACTBOX FACTS FEATURE FILE
    FLASHBACK FYI GALLERY GRAPHIC HIGHLIGHTS HOW INTERVIEW INVESTIGATION JOIN JUST KEY LATEST LETTER
    LISTEN LIVE MAP MORE MUST NEWS NOTE NOTICE OPINION OPINIONS PHOTO PHOTOS PICTURES PODCAST
    POLL PREVIEW PROFILE QUESTION QUIZ READ RECAP RELATED REPORT REPORTS REVEALED REVIEW SCOOP SEE
    SPOILER SPONSORED STORY STUDY SUBSCRIBE SUMMARY SURVEY THREAD TIMELINE TOP TRANSCRIPT TRENDING
    UPDATE UPDATED UPDATES VIDEO VIDEOS VIEW VIEWPOINT WARNING WATCH WHAT WHEN WHERE WHO WHY
    """.split()
)
FEWEST = 4  # letters: shorter ones are who acts ("FBI: ") as often as a town
ABOVE = 2_500  # characters of captions and headings above a dateline
_SPEAKERS = 3_000  # characters behind a name and a colon in which a transcript has another


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


def without_dateline(text: str) -> str:
    """`text` without the dateline that it opens with."""
    return behind(text, Span(0, len(text))).of(text)


def uncredited(text: str) -> str:
    """`text` without an outlet in brackets and its town, as an agency opens what it passes on."""
    return without_dateline(text) if text.lstrip().startswith("[") else text


def behind(text: str, span: Span) -> Span:
    """`span` without the dateline that it opens with."""
    end = min(span.end, span.start + LONGEST)
    match = _DATELINE.match(text, span.start, end) or _TOWN.match(text, span.start, end)
    if match is None or (match.re is _TOWN and not _is_town(text, match)):
        return span
    return Span(match.end(), span.end)


def _is_town(text: str, found: re.Match[str]) -> bool:
    """Whether what stands before the colon is no label, and nothing above it is of the report."""
    town = found["town"].replace("’", "'")
    if sum(map(str.isalpha, town)) < FEWEST or not _LABELS.isdisjoint(re.split(r"[ ,/]+", town)):
        return False
    again = _TOWN.search(text, found.end(), found.end() + _SPEAKERS)
    while again is not None and not text[: again.start("town")].endswith("\n"):
        again = _TOWN.search(text, again.end(), found.end() + _SPEAKERS)
    return again is None and _opens(text, found.start())


def _opens(text: str, start: int) -> bool:
    """Whether only bullets, headings and captions stand above `start`."""
    if start > ABOVE:
        return False
    above = (line.rstrip() for line in text[:start].splitlines() if line.strip())
    told = (line for line in above if not BULLET.match(line))
    return not any(line.endswith((".", "!", "?", "”", '"')) for line in told) or (
        begin(text) == start
    )
