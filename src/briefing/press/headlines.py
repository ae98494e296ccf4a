"""Titles without the page around them, and how well a title serves as a headline.

A cleaned title is a slice of the title as printed: only its ends are cut. What is cut: the outlet's
name ("| The Gazette", "- Gazette News", "Gazette:"), labels of the format ("WATCH:", "[Video]",
"LIVE:", "- as it happened") and of the genre ("Opinion:", "Analysis |"), and a slogan that nobody
is named for ("'We stay here': ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefing.model import Article
from briefing.press.genre import OPINION_OUTLET
from briefing.press.lostmarks import is_damaged
from briefing.text.quoted import unpaired
from briefing.text.words import stem, words

# A title is read up to here: longer ones are text that a page put in the wrong place.
LONGEST = 300

# "a | b", "a - b", "a • b": what parts a title from the names around it. A bare hyphen counts only
# between spaces ("Anglo-Saxon", "2-1"), a colon only after the first part.
_PART = re.compile(r"\s+[|¦·•»«–—\-]{1,2}\s+|\s*[|¦•»]\s*")

_LABEL = r"""(?: live(?:\ (?:updates?|blog|coverage|stream))? | watch(?:\ live)? | listen | video
    | audio | podcast | photos? | (?:in\ )?pictures | gallery | slideshow | exclusive
    | breaking(?:\ news)? | just\ in | updated? | developing | opinion | comment(?:ary)? | editorial
    | op-ed | column | analysis | perspective | review | letters? | sponsored | advertisement | news
    | top\ stor(?:y|ies) | factbox | explainer | corrected | urgent | alert
    | must[-\ ](?:see|read) | full\ text | transcript )"""
# Labels before a title: "WATCH:", "[Video]", "(LIVE)", "Opinion |", "UPDATE 2-". "Correction:" is
# none: what stands behind it is what was wrong.
_LABEL_HEAD = re.compile(
    rf"""\s*(?: [\[(]\s?{_LABEL}\s?[\])]\s?[:\-–—|]? | {_LABEL}\s?(?: [:|] | \s[-–—]\s )
    | (?:update|wrapup|refile|corrected)\s?\d{{0,2}}\s?-
    | \d{{1,2}}\s(?:minutes?|hours?|days?)\sago\s
    # "Surprise: Ferries are full", "For once, Pilots Row": no word of the news. 6 of 6.
    | (?:surprise|shocker|confirmed|finally|at\ (?:long\ )?last|for\ once)[:,]\s(?=(?-i:[A-Z]))
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
# Labels after it: "[Video]", "(WATCH)", "- video", "| Live updates", "– as it happened", and how
# long a recording runs: "Listen · 2:52".
_LABEL_TAIL = re.compile(
    rf"""\s?(?: [\[(]\s?\+?\s?{_LABEL}\s?[\])] | \s[-–—|:]\s(?:{_LABEL} | as\ it\ happened)
    | \s(?:(?:listen|watch|play)\b\s?[·•|]?|[·•])\s?\d{{1,2}}:\d{{2}}
    | \sread\smore(?:\sat)?:\shttps?://\S+ )$""",
    re.IGNORECASE | re.VERBOSE,
)
# "'We stay here': Harbour crew refuses new gates": a cry before a title that stands without it. One
# or two words may be a name.
_SLOGAN = re.compile(
    r"""(?:['‘](?:(?!['’][\s,:]).){3,80}['’] | "[^"]{3,80}" | “[^“”]{3,80}”):\ (?=[A-Z0-9$])
    (?!(?:why|how|what|who|when|where|which|here)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SLOGAN_WORDS, _STANDS = 3, 5
# Words that make a part of a title the name of an outlet, when the outlet itself is not known.
_OUTLET_WORDS = frozenset(
    """news times post herald tribune gazette journal telegraph courier chronicle observer magazine
    radio tv television weekly daily online sun mirror guardian independent standard inquirer
    dispatch examiner sentinel bulletin monitor wire press broadcasting""".split()
)
_FILLER = frozenset("the a of and on in for online web news com www org net co uk u s".split())

# "Dam opens after rain - Ada Quill"
_WRITER = re.compile(r"\s-\s((?:[A-Z][\w.’'-]*\s){1,2}[A-Z][\w.’'-]+)$")
_QUESTION = re.compile(
    r"^(?:why|how|what|who|when|where|which|is|are|was|were|does|do|did|can|could|will|would|should"
    r"|has|have)\b",
    re.IGNORECASE,
)
_BAIT = re.compile(
    r"""\byou\ (?:won['’]t|need|should|can|might|may|didn['’]t)\b | \bhere(?:['’]s|\ is|\ are)\b
    | \bthis\ is\ (?:why|how|what)\b | \beverything\ (?:you|we)\b | \bwhat\ (?:we|you|to)\ know\b
    | ^(?:the\ )?\d+\ (?:\w+\ ){0,3}(?:things|ways|reasons|takeaways|questions|facts|moments|tips
    |stories|photos|lessons)\b
    | \bwhat\ to\ (?:watch|expect)\b | \bneed\ to\ know\b | \b(?:slam|blast|destroy)s?\b
    | \btakeaways\b | \bgoes?\ viral\b | \bshocking\b | \bstunning\b
    | \bactually\b | \bfalsely\b | !$""",
    re.IGNORECASE | re.VERBOSE,
)
# "'We sail on': Quill on the ferries" says who says it, of what.
_SAYS_SO = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,4}[Oo]n\s")
_PERHAPS = re.compile(r"\b(?:[Cc]ould|[Mm]ight|may)\b")  # no event yet; "May" is a month
_AHEAD = re.compile(r"\b(?:to|will|would)\s+(?:be\s+)?([^\W\d_]{3,})", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"])|\n")
_SUBJECT = 3  # words before the act that a title announces: behind more another verb stands
_ROUND_UP = re.compile(
    r"""\blive\ (?:updates?|blog|coverage|stream)\b | \blatest\ updates\b | \bas\ it\ happened\b
    | \b(?:morning|evening|daily|weekly|news|weekend)\ (?:briefing|round-?up|digest|wrap
    |newsletter)\b
    | \bweek\ in\ (?:review|pictures)\b | \bin\ (?:pictures|photos)\b | \btranscript\b
    | \bfact[- ]?check\b | \bexplained\b | \bexplainer\b | \btimeline\b | \bcartoons?\b | \bquiz\b
    | \bpodcast\b | \bopen\ thread\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COLUMN = re.compile(
    r"^(?:opinion|comment(?:ary)?|editorial|op-ed|analysis|perspective|column|review|letters?)\b\s?[:|–—\-]"
    r"|^(?:it|that|this)(?:['’]s| is| isn['’]t)\b|\bever$|\bthe (?:left|right)['’]s\b"
    r"|\b(?:i|my|we|our|(?-i:[Uu]s)|me|you|your)\b|\bdear\b|\blet's\b|\blet’s\b|\bshould\b|\bmust\b",
    re.IGNORECASE,
)


def title_of(article: Article) -> str:
    """The title without labels, the outlet's name, and a writer's of whom the text knows nothing:
    of three names behind a hyphen that no text had a word of three were writers'."""
    title = clean(article.title, article.source.name, article.url)
    writer = _WRITER.search(title)
    if writer and not any(name in article.text for name in writer[1].split()):
        return title[: writer.start()]
    return title


def clean(title: str, outlet: str = "", url: str = "") -> str:
    """`title` without labels and the outlet's name at its ends: a slice of the title."""
    left = " ".join(title.split()) if "\n" in title else title
    left = left[:LONGEST].strip()
    for _ in range(4):  # "WATCH: ... [Video] | Sport | Gazette": each round cuts one layer
        cut = _without_label(_without_outlet(left, outlet, url))
        if cut == left or len(words(cut)) < 2:
            break
        left = cut
    return _without_slogan(left)


def _without_slogan(title: str) -> str:
    slogan = _SLOGAN.match(title)
    if not slogan or len(words(slogan.group())) < _SLOGAN_WORDS:
        return title
    rest = title[slogan.end() :]
    said = "?" in rest or _SAYS_SO.match(rest)
    return title if said or len(words(rest)) < _STANDS else rest


def _without_label(title: str) -> str:
    head = _LABEL_HEAD.match(title)
    start = head.end() if head else 0
    tail = _LABEL_TAIL.search(title, start)
    return title[start : tail.start() if tail else len(title)].strip()


def _without_outlet(title: str, outlet: str, url: str) -> str:
    """`title` without a first or last part that names the outlet (or any outlet, after a bar)."""
    cuts = list(_PART.finditer(title))
    if cuts:
        last = cuts[-1]
        bar = "|" in last.group() or "»" in last.group() or "•" in last.group()
        if _names_outlet(title[last.end() :], outlet, url, any_outlet=True, bar=bar):
            return title[: last.start()].strip()
        first = cuts[0]
        if _names_outlet(title[: first.start()], outlet, url, any_outlet="|" in first.group()):
            return title[first.end() :].strip()
    start, ends, tail = title.rpartition(" : ")
    if ends and _names_outlet(tail, outlet, url):
        return start.strip()
    head, colon, rest = title.partition(": ")
    if colon and _names_outlet(head, outlet, url):
        return rest.strip()
    return title


def _names_outlet(
    part: str, outlet: str, url: str, *, any_outlet: bool = False, bar: bool = False
) -> bool:
    """Whether `part` names an outlet: this one, or any one where it stands after a bar."""
    tokens = words(part)
    if not tokens or len(tokens) > 6:
        return False
    key = "".join(t for t in tokens if t not in _FILLER) or "".join(tokens)
    own = [t for t in words(outlet) if t not in _FILLER] or words(outlet)
    own_key = "".join(own)
    if own_key and (key == own_key or (len(tokens) <= len(own) + 3 and set(own) <= set(tokens))):
        return True
    if len(tokens) > 1 and own_key and own_key.startswith(key) and len(key) >= 4:
        return True
    host = (_host(url)).replace("-", "")
    if len(key) >= 3 and host and (key == host or "".join(tokens) == host):
        return True
    if bar and len(tokens) <= 3 and part[:1].isupper():
        return True
    return any_outlet and len(tokens) <= 5 and part[:1].isupper() and tokens[-1] in _OUTLET_WORDS


def _host(url: str) -> str:
    """The name of the site: "gazette" of "https://www.gazette.co.example/x"."""
    try:
        labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    except ValueError:  # hostile addresses such as "http://[::1"
        return ""
    names = [label for label in labels[:-1] if len(label) > 3] or labels[:1]
    return names[-1]


def fitness(article: Article) -> float:
    """How well the cleaned title serves as a headline: 0 is a sound statement, less is worse.

    Questions, bait, columns, round-ups, shouting, and titles too short or long to tell the event
    lose points; the sizes only order them against each other and against being central (0 to 1).
    """
    title = title_of(article)
    count = len(words(title))
    faults = (
        (_QUESTION.match(title) is not None and "," not in title, 0.5),
        ("?" in title or is_damaged(title), 0.6),
        (_BAIT.search(title) is not None, 0.4),
        (_ROUND_UP.search(article.title[:LONGEST]) is not None, 0.9),
        (_COLUMN.search(article.title[:LONGEST]) is not None, 0.5),
        (_PERHAPS.search(title) is not None, 0.2),
        (OPINION_OUTLET.search(article.source.name) is not None, 0.5),
        (_shouts(title), 0.6),
        (count < 4, 0.8),
        (count < 6, 0.15),
        (count > 16, 0.2),
        (count > 22, 0.4),
        (title.endswith(("...", "…", ":", ",", "-", "–")), 0.6),
        (unpaired(title, ("“”", "()")), 0.5),
        (title[:1] in "'\"‘“", 0.15),
    )
    return -sum(loss for fault, loss in faults if fault)


def overtaken(title: str, opening: str) -> bool:
    """Whether the title announces an act that the text tells as done: "to sign", "signed".

    Not what follows on the act ("to send troops to stop ..."), nor what is still to come there:
    in its first sentence, where that tells the act as done.
    """
    verb = _announced(title)
    if not verb:
        return False
    first = opening[: next((m.end() for m in _SENTENCE_END.finditer(opening)), None)]
    if _done(verb, first):
        return not _to_come(verb, first)
    return _done(verb, opening) and not _to_come(verb, opening)


def outrun(title: str, others: Iterable[str]) -> bool:
    """Whether the title announces an act that one of the `others` (titles) has as done."""
    verb = _announced(title)
    return bool(verb) and any(
        verb in map(stem, words(other)) and not _to_come(verb, other) for other in others
    )


def _announced(title: str) -> str:
    """The stem of the act that the title announces: behind many words only one that will be."""
    act = _AHEAD.search(title)
    if not act or (len(words(title[: act.start()])) > _SUBJECT and act[0][:2].lower() == "to"):
        return ""
    return stem(act[1].lower())


def _to_come(verb: str, text: str) -> bool:
    return any(stem(other.lower()) == verb for other in _AHEAD.findall(text))


def _done(verb: str, text: str) -> bool:
    return any(stem(word) == verb for word in words(text) if word.endswith("ed"))


def carried_out(title: str, text: str) -> bool:
    """Whether the text tells as done what the title names: "to sign", "signs", "a sign"."""
    named = {stem(word) for word in words(title)}
    return any(stem(word) in named for word in words(text) if word.endswith("ed"))


def _shouts(title: str) -> bool:
    """Whether most letters of a title of some length are capitals."""
    letters = [c for c in title if c.isalpha()]
    return len(letters) > 8 and sum(c.isupper() for c in letters) > 0.6 * len(letters)
